"""The complete cog of ``docs/cogs.md``: its files are taken from the page, and the whole bot runs with it."""

import asyncio
import importlib
import re
import sys
from collections.abc import AsyncGenerator, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

import cogs
from bot.api import JsonValue, Records
from bot.bootstrap import App, Declared, opened
from bot.config import Config, PlaygroundSwitch
from bot.core.catalog import Catalog
from bot.core.deadline import Deadline
from bot.core.discovery import discover
from bot.core.house.cog import COG as HOUSE
from bot.core.job_context import CoreJobContext
from bot.core.locale import Library
from bot.core.stations import Station
from bot.domain.author import Account
from bot.domain.events import ActionPressed, CommandInvoked, Community, Given
from bot.domain.refs import ChatRef, PersonId, SpaceRef, UserRef
from bot.platforms import LOCALES, ROOT, Platforms
from tests.kit.clock import MovableClock
from tests.kit.fake import FAKE, FakeGateway, Post, data_of
from tests.kit.fake_house import FakeMembers, FakePlaces
from tests.kit.patience import PATIENCE
from tests.kit.stages.whole import migrated_copy

PAGE = ROOT / "docs" / "cogs.md"
HOME = "cogs/high_five"
ANATOMY = {"__init__.py", "actions.py", "cog.py", "rules.py", "store.py", "views.py"}

CLUB = Community(SpaceRef(FAKE, "club"), ChatRef(FAKE, "general"), "general")
ANA = Account(UserRef(FAKE, "ana"), "Ana *of* Sevilla", language="en")
LIN = Account(UserRef(FAKE, "lin"), "Lin", language="en")


def files() -> dict[str, str]:
    """The files that the page shows, by their paths."""
    blocks = re.findall(r"\*\*`([^`]+)`\*\*.*?\n```\w+\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.S)
    return dict(blocks)


@pytest.fixture
def on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The page's files as a package of ``cogs``, gone again afterwards."""
    for path, text in files().items():
        to = tmp_path / path.replace("locales/", f"{HOME}/locales/", 1)
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_text(text, encoding="utf-8")
    monkeypatch.setattr(cogs, "__path__", [*cogs.__path__, str(tmp_path / "cogs")])
    importlib.invalidate_caches()
    yield tmp_path
    for name in [name for name in sys.modules if name.startswith("cogs.high_five")]:
        del sys.modules[name]
    if hasattr(cogs, "high_five"):
        delattr(cogs, "high_five")


@dataclass(slots=True)
class Club:
    """A community in which the bot runs with that cog."""

    app: App
    gateway: FakeGateway
    clock: MovableClock
    happened: int = 0

    def key(self) -> str:
        self.happened += 1
        return f"event-{self.happened}"

    async def gives(self, giver: Account, receiver: Account, *, key: str | None = None) -> None:
        given = (Given("member", user=receiver),)
        handle = self.gateway.handle(giver.ref, CLUB.chat, None)
        event = CommandInvoked(key or self.key(), self.clock.now(), CLUB, "highfive", giver, given, handle=handle)
        await self.accept(event)

    async def presses(self, presser: Account, post: Post, label: str) -> None:
        data = data_of(post.piece, label)
        assert data is not None
        handle = self.gateway.handle(presser.ref, CLUB.chat, post.ref)
        await self.accept(ActionPressed(self.key(), self.clock.now(), CLUB, data, presser, post.ref, handle=handle))

    async def accept(self, event: CommandInvoked | ActionPressed) -> None:
        assert self.gateway.intake is not None
        await self.gateway.intake.accept(event)
        async with asyncio.timeout(PATIENCE):
            await self.app.lanes.idle()

    def said(self) -> list[str]:
        return [post.piece.text.plain for post in self.gateway.posts]

    def noticed(self, who: Account) -> list[str]:
        """What was said to one person alone."""
        return [text for user, text in self.gateway.notices if user == who.ref]

    async def kept_of(self, who: Account) -> Mapping[str, JsonValue]:
        """What the bot gives out of a person."""
        return await self.records().export(await self.person(who))

    async def forgets(self, who: Account) -> None:
        await self.records().forget(await self.person(who))

    def records(self) -> Records:
        return CoreJobContext(self.app.services, "core", None, "test", Deadline()).records

    async def person(self, who: Account) -> PersonId:
        found = await self.app.services.identity.find(who.ref)
        assert found is not None
        return found.id


@pytest.fixture
async def migrated(tmp_path: Path) -> str:
    """The address of a database as it was before the cog came."""
    return await migrated_copy(tmp_path)


@pytest.fixture
async def club(migrated: str, on_disk: Path) -> AsyncGenerator[Club]:
    found = discover()
    own = [one.locales for one in found if one.locales is not None]
    declared = Declared(
        found, Library.load([LOCALES, *own], strict=True), Catalog([HOUSE, *(one.cog for one in found)])
    )
    clock = MovableClock()
    gateway = FakeGateway(clock)
    config = Config(database_url=migrated, web_port=0, playground=PlaygroundSwitch.OFF)
    platforms = Platforms({FAKE: Station(gateway, FakeMembers(), FakePlaces())})
    async with opened(config, clock=clock, platforms=platforms, cogs=declared) as app:
        running = asyncio.create_task(app.run())
        async with asyncio.timeout(PATIENCE):
            await gateway.running.wait()
        yield Club(app, gateway, clock)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


def test_the_page_shows_the_whole_anatomy() -> None:
    assert {Path(path).name for path in files() if Path(path).parent.name == "high_five"} == ANATOMY
    assert any("/migrations/" in path for path in files())
    assert any(path.startswith("locales/en/") for path in files())


async def test_a_high_five_is_given_and_given_back(club: Club) -> None:
    await club.gives(ANA, LIN)
    assert club.said() == ["@Ana *of* Sevilla gives @Lin a high five! It is their first here."]
    await club.presses(LIN, club.gateway.posts[0], "High five back")
    assert club.said() == ["Ana *of* Sevilla and @Lin high-five each other."]
    await club.gives(LIN, ANA)
    assert club.said()[-1] == "@Lin gives @Ana *of* Sevilla a high five! That makes 2."


async def test_only_who_got_it_gives_it_back(club: Club) -> None:
    await club.gives(ANA, LIN)
    await club.presses(ANA, club.gateway.posts[0], "High five back")
    assert "high-five each other" not in " ".join(club.said())


async def test_nobody_high_fives_themselves(club: Club) -> None:
    await club.gives(ANA, ANA)
    assert club.noticed(ANA) == ["That would be clapping. Pick somebody else!"]


async def test_an_event_told_twice_counts_once(club: Club) -> None:
    await club.gives(ANA, LIN, key="again")
    await club.gives(ANA, LIN, key="again")
    await club.gives(ANA, LIN)
    assert club.said()[-1].endswith("That makes 2.")


async def test_what_is_kept_is_given_out_and_forgotten(club: Club) -> None:
    await club.gives(ANA, LIN)
    await club.gives(LIN, ANA)
    assert (await club.kept_of(ANA))["high_five"] == {"given": 1}
    await club.forgets(ANA)
    await club.gives(ANA, LIN)
    assert (await club.kept_of(ANA))["high_five"] == {"given": 1}
    assert (await club.kept_of(LIN))["high_five"] == {"given": 1}
