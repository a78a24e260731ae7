"""Pictures of those in whose name the bot speaks: where they are, how long, and how they are served."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import httpx
import pytest
from prometheus_client import CollectorRegistry

from bot.core.portraits import KEPT_BYTES, KEPT_SECONDS, LARGEST, SERVED_SECONDS, Portraits
from bot.core.stations import Station, Stations
from bot.domain.errors import Unreachable
from bot.domain.refs import UserRef
from bot.ports.gateway import Portrait
from bot.web.portraits import portrait_route
from bot.web.server import application
from tests.kit.clock import MovableClock
from tests.kit.fake import FAKE, FakeGateway
from tests.kit.fake_house import FakeMembers, FakePlaces
from tests.kit.pictures import CAT

ANA, BO = UserRef(FAKE, "1"), UserRef(FAKE, "2")
PUBLIC = "https://cats.example"


@dataclass(slots=True)
class Kit:
    """Portraits of a platform that shows them to whom it gave a token."""

    clock: MovableClock
    gateway: FakeGateway
    portraits: Portraits
    asked: list[UserRef] = field(default_factory=list[UserRef])

    async def name(self, user: UserRef) -> str:
        """The name under which a picture is served."""
        address = await self.portraits.address(user)
        assert address is not None
        assert address.startswith(f"{PUBLIC}/portraits/")
        return address.rpartition("/")[2]


def _kit(clock: MovableClock, public: str = PUBLIC) -> Kit:
    gateway = FakeGateway(clock)
    station = Station(gateway, FakeMembers(clock=clock), FakePlaces([], FakeMembers(clock=clock)))
    return Kit(clock, gateway, Portraits(Stations({FAKE: station}), clock, public))


async def test_a_picture_with_an_address_of_its_own_is_not_served(clock: MovableClock) -> None:
    kit = _kit(clock)
    kit.gateway.portraits[ANA] = Portrait(address="https://cdn.example/ana.png")
    assert await kit.portraits.address(ANA) == "https://cdn.example/ana.png"
    assert await kit.portraits.address(BO) is None


async def test_a_name_tells_nothing_and_nobody_can_make_it_up(clock: MovableClock) -> None:
    kit, other = _kit(clock), _kit(clock)
    for one in (kit, other):
        one.gateway.portraits[ANA] = Portrait(content=CAT)
    name = await kit.name(ANA)
    assert kit.portraits.served(name) == CAT
    assert name != await other.name(ANA), "another process, another name"
    assert len(name) == 64
    assert other.portraits.served(name) is None


@pytest.mark.parametrize("public", ["", "http://cats.example"])
async def test_nothing_is_served_without_a_public_address(clock: MovableClock, public: str) -> None:
    kit = _kit(clock, public)
    kit.gateway.portraits[ANA] = Portrait(content=CAT)
    assert await kit.portraits.address(ANA) is None


async def test_what_a_platform_does_not_tell_is_no_picture(clock: MovableClock) -> None:
    kit = _kit(clock)

    class Away(FakeGateway):
        """Its pictures are not to be had."""

        async def portrait(self, user: UserRef) -> Portrait | None:
            raise Unreachable("away")

    station = Station(Away(clock), FakeMembers(clock=clock), FakePlaces([], FakeMembers(clock=clock)))
    away = Portraits(Stations({FAKE: station}), clock, PUBLIC)
    assert await away.address(ANA) is None
    kit.gateway.portraits[ANA] = Portrait(content=b"x" * (LARGEST + 1))
    assert await kit.portraits.address(ANA) is None, "one must not take the place of all others"


async def test_pictures_are_forgotten_after_a_while_and_are_bounded(clock: MovableClock) -> None:
    kit = _kit(clock)
    kit.gateway.portraits[ANA] = Portrait(content=CAT)
    name = await kit.name(ANA)
    await clock.move(KEPT_SECONDS - 1)
    assert await kit.name(ANA) == name
    assert kit.portraits.served(name) == CAT
    await clock.move(SERVED_SECONDS)
    assert kit.portraits.served(name) is None
    users = [UserRef(FAKE, str(number)) for number in range(20)]
    for number, user in enumerate(users):
        kit.gateway.portraits[user] = Portrait(content=bytes([number]) * LARGEST)
    names = [await kit.name(user) for user in users]
    held = [content for one in names if (content := kit.portraits.served(one)) is not None]
    assert 0 < sum(map(len, held)) <= KEPT_BYTES
    assert kit.portraits.served(names[-1]) is not None


async def test_whose_picture_was_pushed_out_gets_it_served_again(clock: MovableClock) -> None:
    kit = _kit(clock)
    kit.gateway.portraits[ANA] = Portrait(content=CAT)
    name = await kit.name(ANA)
    for number in range(10):
        user = UserRef(FAKE, f"other {number}")
        kit.gateway.portraits[user] = Portrait(content=bytes([number]) * LARGEST)
        await kit.name(user)
    assert kit.portraits.served(name) is None
    assert await kit.name(ANA) == name
    assert kit.portraits.served(name) == CAT


PNG, JPEG, WEBP = b"\x89PNG\r\n\x1a\nrest", b"\xff\xd8\xff\xe0rest", b"RIFF\x00\x00\x00\x00WEBPrest"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PNG, "image/png"),
        (JPEG, "image/jpeg"),
        (WEBP, "image/webp"),
        (b"<html><script>", "application/octet-stream"),
        (b"<svg onload=", "application/octet-stream"),
    ],
)
async def test_a_picture_is_served_as_what_it_is(content: bytes, kind: str) -> None:
    async with _client({"known": content}) as client:
        answer = await client.get("/portraits/known")
        assert (answer.status_code, answer.content, answer.headers["content-type"]) == (200, content, kind)
        assert answer.headers["cache-control"].startswith("private")
        assert answer.headers["x-content-type-options"] == "nosniff"
        head = await client.head("/portraits/known")
        assert (head.status_code, head.content, head.headers["content-type"]) == (200, b"", kind)


@pytest.mark.parametrize("path", ["/portraits/unknown", "/portraits/", "/portraits/a/b", "/portraits/..%2fknown"])
async def test_what_was_not_given_out_is_not_there(path: str) -> None:
    async with _client({"known": PNG}) as client:
        answer = await client.get(path)
        assert answer.status_code == 404
        assert PNG not in answer.content
        assert (await client.post("/portraits/known")).status_code == 405


async def test_what_is_not_there_may_be_so_in_a_moment() -> None:
    async with _client({}) as client:
        assert (await client.get("/portraits/unknown")).headers["cache-control"] == "no-store"


def _client(pictures: dict[str, bytes]) -> httpx.AsyncClient:
    async def health() -> Mapping[str, bool]:
        return {}

    served = application(health, CollectorRegistry(), [portrait_route(pictures.get)])
    transport = httpx.ASGITransport(app=served)
    return httpx.AsyncClient(transport=transport, base_url="http://cats")
