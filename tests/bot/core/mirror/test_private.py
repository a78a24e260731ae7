"""Lines between private chats: a cog says which of them a message takes, under what name, and what is held."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.api.mirror import Aim, Manner, RouteId
from bot.domain.errors import Told
from bot.domain.languages import Language
from bot.ports.database import StorageUnavailable
from tests.bot.core.mirror.spied import TEXTS, Spied, line, line_desk, person, private_place
from tests.kit.pictures import CAT
from tests.kit.stage import PRIVATE, Member, Seen, expect
from tests.kit.stages.pairs import PAIRS, Pair
from tests.kit.stages.whole import with_cogs
from tests.kit.translator import SpokenTranslator


@pytest.fixture
def spied() -> Spied:
    """The cog."""
    return Spied()


@pytest.fixture(params=list(PAIRS))
async def pair(
    request: pytest.FixtureRequest, tmp_path: Path, spied: Spied, translator: SpokenTranslator
) -> AsyncGenerator[Pair]:
    """The fakes, both twins, both sides of the playground."""
    name: str = request.param
    cogs = with_cogs(spied.cog, texts={"spied": TEXTS})
    async with PAIRS[name](tmp_path, cogs=cogs, translator=translator) as opened:
        yield opened


@dataclass(frozen=True, slots=True)
class Spies:
    """Ana on the left, who has two lines to the right: "bo" and "kit"."""

    ana: Member
    bo: Member
    kit: Member


async def _met(pair: Pair, member: Member) -> Member:
    await member.starts()
    await pair.settled()
    return member


@pytest.fixture
async def spies(pair: Pair, spied: Spied) -> Spies:
    """Both lines are open; who answers nothing talks to Bo."""
    ana = await _met(pair, await pair.left.member("Ana"))
    bo = await _met(pair, await pair.right.member("Bo"))
    kit = await _met(pair, await pair.right.member("Kit"))
    await line((pair.left, ana), (pair.right, bo), knot="bo")
    await line((pair.left, ana), (pair.right, kit), knot="kit")
    spied.picked = "bo"
    return Spies(ana, bo, kit)


def _told(member: Member, words: str) -> list[Seen]:
    return [seen for seen in member.visible() if words in seen.text and seen.by_bot]


def _bots(member: Member) -> list[str]:
    return [seen.text for seen in member.visible() if seen.by_bot]


# -------------------------------------------------------------------------------------------------------------- picking


async def test_a_message_takes_the_line_that_is_picked(pair: Pair, spies: Spies, spied: Spied) -> None:
    await spies.ana.says("for Bo alone", chat=PRIVATE)
    await expect(pair.right, spies.bo).sees("for Bo alone")
    spied.picked = "kit"
    await spies.ana.says("for Kit alone", chat=PRIVATE)
    await expect(pair.right, spies.kit).sees("for Kit alone")
    await pair.settled()
    assert not _told(spies.kit, "for Bo")
    assert not _told(spies.bo, "for Kit")
    assert spied.offered == [{"bo", "kit"}] * 2


async def test_an_answer_to_a_copy_goes_back_along_its_line(pair: Pair, spies: Spies, spied: Spied) -> None:
    await spies.kit.says("psst, it is Kit", chat=PRIVATE)  # who has one line only
    spied.picked = "kit"
    await spies.kit.says("do you hear me", chat=PRIVATE)
    copy = await expect(pair.left, spies.ana).sees("do you hear me")
    spied.picked = "bo"
    await spies.ana.says("loud and clear", to=copy, chat=PRIVATE)
    there = await expect(pair.right, spies.kit).sees("loud and clear")
    await pair.settled()
    assert not _told(spies.bo, "loud and clear")
    assert there.answers or "do you hear me" in there.text
    own = await spies.ana.says("and one more for you", to=copy, chat=PRIVATE)
    await spies.ana.says("no, two", to=own, chat=PRIVATE)
    await expect(pair.right, spies.kit).sees("no, two")
    await pair.settled()
    assert not _told(spies.bo, "no, two")


async def test_what_goes_nowhere_is_not_answered_with_help(pair: Pair, spies: Spies, spied: Spied) -> None:
    spied.picked = ""
    before = _bots(spies.ana)
    await spies.ana.says("who am I talking to", chat=PRIVATE)
    await pair.settled()
    assert _bots(spies.ana) == before
    assert not _told(spies.bo, "who am I")
    assert [one.text.plain for one in spied.heard] == ["who am I talking to"]
    await line_desk(pair.whole).untie("bo")
    await line_desk(pair.whole).untie("kit")
    await spies.ana.says("and now", chat=PRIVATE)
    await pair.settled()
    assert len(_bots(spies.ana)) > len(before), "nobody hears it now, so the bot says what it can do"


async def test_a_route_from_elsewhere_is_not_taken(pair: Pair, spies: Spies, spied: Spied) -> None:
    (foreign,) = [
        one
        for one in await line_desk(pair.whole).routes(knot="kit")
        if one.source == await private_place(pair.right, spies.kit)
    ]
    spied.also = [Aim(foreign.id), Aim(RouteId(9999))]
    await spies.ana.says("for Bo alone", chat=PRIVATE)
    await expect(pair.right, spies.bo).sees("for Bo alone")
    await pair.settled()
    assert not [text for text in _bots(spies.ana) if "for Bo alone" in text]
    assert not _told(spies.kit, "for Bo")


async def test_commands_are_not_carried(pair: Pair, spies: Spies, spied: Spied) -> None:
    await spies.ana.runs("help", chat=PRIVATE)
    await pair.settled()
    assert spied.heard == []


# --------------------------------------------------------------------------------------------------------------- faults


async def test_a_line_that_fails_is_apologised_for_and_told_is_told(pair: Pair, spies: Spies, spied: Spied) -> None:
    spied.fails = [RuntimeError("no idea"), Told("away")]
    await spies.ana.says("lost words", chat=PRIVATE)
    await pair.settled()
    assert not _told(spies.bo, "lost words")
    apology = _bots(spies.ana)[-1]
    assert "lost words" not in apology
    await spies.ana.says("more words", chat=PRIVATE)
    await expect(pair.left, spies.ana).sees("The line is away.")
    await spies.ana.says("now then", chat=PRIVATE)
    await expect(pair.right, spies.bo).sees("now then")
    assert len(spied.heard) == 3


async def test_what_cannot_be_aimed_while_the_database_is_away_goes_later(
    pair: Pair, spies: Spies, spied: Spied
) -> None:
    spied.fails = [StorageUnavailable("away")]
    await spies.ana.says("patience", chat=PRIVATE)
    await pair.settled()
    assert not _told(spies.bo, "patience")
    await pair.whole.clock.move(180)
    await expect(pair.right, spies.bo).sees("patience")


# ---------------------------------------------------------------------------------------------------------------- names


async def test_a_codename_stands_instead_of_the_name(pair: Pair, spies: Spies, spied: Spied) -> None:
    spied.names[await person(pair.left, spies.ana)] = "Agent Whiskers"
    spied.names[await person(pair.right, spies.bo)] = "Agent Paw"
    said = await spies.ana.says("the fish is in the fridge", chat=PRIVATE)
    there = await expect(pair.right, spies.bo).sees("the fish is in the fridge")
    await spies.bo.says("understood", to=there, chat=PRIVATE)
    back = await expect(pair.left, spies.ana).sees("understood")
    await spies.ana.reacts("👍", back)
    await spies.ana.edits(said, "the fish is in the oven")
    await expect(pair.right, spies.bo).sees("in the oven")
    await pair.settled()
    for member, name in ((spies.bo, "Agent Whiskers"), (spies.ana, "Agent Paw")):
        shown = [one.text + one.author for one in member.visible() if one.by_bot]
        assert any(name in one for one in shown)
        assert not any(other in one for one in shown for other in ("Ana\n", "Bo\n"))
    (uttered,) = [one for one in await line_desk(pair.whole).lately("bo", _dawn(pair)) if one.author != "Agent Paw"]
    assert (uttered.author, uttered.person) == ("Agent Whiskers", await person(pair.left, spies.ana))


async def test_a_picture_goes_along_without_a_portrait(pair: Pair, spies: Spies, spied: Spied) -> None:
    spied.names[await person(pair.left, spies.ana)] = "Agent Whiskers"
    await spies.ana.sends(CAT, "my cat", chat=PRIVATE)
    seen = await expect(pair.right, spies.bo).sees("my cat")
    await pair.settled()
    assert "Ana" not in seen.text + seen.author
    assert [file for one in spies.bo.visible() if one.by_bot for file in one.files]
    (uttered,) = await line_desk(pair.whole).lately("bo", _dawn(pair))
    assert uttered.files == 1


async def test_who_wants_no_translation_has_none_under_a_codename_either(
    pair: Pair, spies: Spies, spied: Spied, translator: SpokenTranslator
) -> None:
    ana = await person(pair.left, spies.ana)
    spied.names[ana] = "Agent Whiskers"
    await pair.whole.app.services.identity.choose_translation(ana, False)
    spanish = Manner(languages=(Language.SPANISH,), private=True)
    await line((pair.left, spies.ana), (pair.right, spies.bo), knot="bo", there=spanish)
    await spies.ana.says("Good morning", chat=PRIVATE)
    await expect(pair.right, spies.bo).sees("(withheld) Good morning")
    assert translator.asked == []


def _dawn(pair: Pair) -> datetime:
    return pair.whole.clock.now() - timedelta(days=1)
