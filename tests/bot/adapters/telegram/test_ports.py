"""The adapter is what the ports ask for, and tells about a token without connecting."""

import pytest

from bot.domain.errors import Unreachable
from bot.domain.text import RichText, Style
from bot.ports.gateway import Gateway, GatewayState
from bot.ports.members import Members
from bot.ports.places import Places
from tests.bot.adapters.telegram.rig import Rig, rigged


async def test_the_gateway_its_members_and_its_places_fit_the_ports(rig: Rig) -> None:
    ports: tuple[Gateway, Members, Places] = (rig.gateway, rig.gateway.members, rig.gateway.places)
    assert ports[0].platform == "telegram"


async def test_a_text_is_as_long_as_telegram_counts_it(rig: Rig) -> None:
    assert rig.gateway.measure(RichText.of("😀 cat", Style.BOLD)) == 6


async def test_a_probe_tells_what_is_missing_and_connects_nothing() -> None:
    async with rigged(privacy=True) as rig:
        assert [finding.key for finding in await rig.gateway.probe()] == ["finding-telegram-privacy"]
        assert rig.gateway.state is GatewayState.STARTING
        assert [request.method for request in rig.twin.requests] == ["getMe"]
        wrong = rig.build(token="1:wrong")  # noqa: S106
        assert [finding.key for finding in await wrong.probe()] == ["finding-telegram-token"]
        rig.twin.faults.fail("getMe", status=502)
        with pytest.raises(Unreachable):
            await rig.gateway.probe()
