"""What one platform keeps waiting, another does not wait for."""

import asyncio
from pathlib import Path

from bot.core.lanes import MOST_AT_ONCE
from bot.domain.author import Account
from bot.domain.errors import Flooded
from bot.domain.events import CommandInvoked, Private
from bot.domain.refs import ChatRef, UserRef
from tests.bot.core.flow.test_gateways import ScriptedGateway, pair
from tests.kit.patience import PATIENCE
from tests.kit.stages.whole import Whole


async def _starts(whole: Whole, gateway: ScriptedGateway, number: int) -> None:
    account = Account(UserRef(gateway.platform, f"u{number}"), f"Member {number}", language="en")
    where = Private(ChatRef(gateway.platform, account.ref.id))
    assert gateway.intake is not None
    await gateway.intake.accept(CommandInvoked(f"k{number}", whole.clock.now(), where, "start", account))


async def test_a_flooded_platform_takes_no_room_from_another(tmp_path: Path) -> None:
    async with pair(tmp_path) as (whole, well, ill):
        await ill.running.wait()
        ill.failing = Flooded(3_600)
        for number in range(MOST_AT_ONCE + 6):
            await _starts(whole, ill, number)
        await _starts(whole, well, 0)

        async with asyncio.timeout(PATIENCE):
            while not well.posts:
                await well.seen_change.wait()
        assert well.posts[0].piece.text.plain.startswith("Hello @Member 0")
        assert ill.posts == []
        ill.failing = None
