"""What is kept of lines, on both databases."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import MetaData, select

from bot.domain.languages import Language
from bot.domain.refs import CommunityId, MessageRef, PersonId, PlaceId
from bot.storage.engine import SqlDatabase
from cogs.spies.rules.pairs import Asked, Ending, Key, Pair, Proposal, ProposalId
from cogs.spies.store import METADATA
from cogs.spies.store.chosen import Chosen
from cogs.spies.store.held import Waiting, Why
from cogs.spies.store.line_people import LinePeople
from cogs.spies.store.pairs import LASTS, PAIR, Pairs
from tests.kit.clock import START
from tests.kit.fake import FAKE

CLUB, OTHER = CommunityId(7), CommunityId(8)
ANA, BO, CLEO, DUC = PersonId(1), PersonId(2), PersonId(3), PersonId(4)
LATER = START + timedelta(days=9)


@pytest.fixture
def declared() -> tuple[MetaData, ...]:
    """This cog's tables, as the code declares them."""
    return (METADATA,)


@pytest.fixture
def pairs(database: SqlDatabase) -> Pairs:
    return Pairs(database)


def question(number: int, *people: PersonId, club: CommunityId = CLUB) -> Proposal:
    keys = tuple(Key(person, f"cat {person}", answer=True) for person in people)
    return Proposal(ProposalId(number), club, Asked.FOUND, keys, START, LATER)


async def opened(pairs: Pairs, number: int, *people: PersonId, club: CommunityId = CLUB) -> Pair:
    found = await pairs.of(await pairs.open(question(number, *people, club=club), START))
    assert found is not None
    return found


async def test_a_question_opens_one_line_however_often_it_is_told(pairs: Pairs) -> None:
    first = await pairs.open(question(1, ANA, BO), START)
    assert await pairs.open(question(1, ANA, BO), LATER) == first
    found = await pairs.of(first)
    assert found is not None
    assert (found.people, found.made, found.opened, found.shown) == (frozenset({ANA, BO}), START, None, False)
    assert [side.codename for side in found.sides] == ["cat 1", "cat 2"]


async def test_both_asked_each_other_at_once_and_have_one_line(pairs: Pairs) -> None:
    made = await asyncio.gather(*(pairs.open(question(number, ANA, BO), START) for number in range(1, 6)))
    assert len(set(made)) == 1
    assert [pair.id for pair in await pairs.of_person(ANA)] == [made[0]]


async def test_after_an_end_the_same_two_may_have_another(pairs: Pairs) -> None:
    first = await opened(pairs, 1, ANA, BO)
    assert await pairs.between([BO, ANA]) == first
    ended = await asyncio.gather(*(pairs.end(first.id, ANA, Ending.GOODBYE, LATER) for _ in range(3)))
    assert [one is not None for one in ended].count(True) == 1
    assert await pairs.between([ANA, BO]) is None
    assert await pairs.open(question(1, ANA, BO), LATER) == first.id, "its question opened it already"
    second = await opened(pairs, 2, ANA, BO)
    assert second.id != first.id
    assert [one.id for one in await pairs.of_person(ANA)] == [second.id]
    assert [one.id for one in await pairs.of_person(ANA, live=False)] == [second.id, first.id]


async def test_who_met_whom_and_when_last(pairs: Pairs) -> None:
    first = await opened(pairs, 1, ANA, BO)
    await pairs.end(first.id, None, Ending.GOODBYE, START)
    three = await opened(pairs, 2, ANA, BO, CLEO)
    await pairs.end(three.id, None, Ending.GOODBYE, LATER)
    await opened(pairs, 3, CLEO, DUC)
    assert await pairs.met([ANA, BO, CLEO, DUC]) == {
        frozenset({ANA, BO}): LATER,
        frozenset({ANA, CLEO}): LATER,
        frozenset({BO, CLEO}): LATER,
        frozenset({CLEO, DUC}): LASTS,
    }
    assert await pairs.met([ANA, DUC]) == {}
    many = [PersonId(ANA + number) for number in range(20_000)]  # more than a database takes in one statement
    assert len(await pairs.met(many)) == 4


async def test_what_can_be_changed_while_it_lasts_and_not_after(pairs: Pairs) -> None:
    line = await opened(pairs, 1, ANA, BO)
    await pairs.put_place(line.id, ANA, PlaceId(5))
    await pairs.put_reads(line.id, ANA, Language.SPANISH)
    await pairs.put_shows(line.id, ANA, "Ana", "@ana")
    await pairs.put_shows(line.id, BO, "Bo", "")
    await pairs.put_free_files(line.id, BO, free=True)
    assert await pairs.put_opened(line.id, LATER)
    assert not await pairs.put_opened(line.id, LATER)
    assert await pairs.put_theme(line.id, "partner in crime")
    assert not await pairs.put_theme(line.id, "partner in crime")
    assert await pairs.put_held(line.id, held=True)
    found = await pairs.of(line.id)
    assert found is not None
    mine = found.side(ANA)
    assert mine is not None
    assert (mine.place, mine.reads, found.called(ANA), found.shown, found.free) == (
        PlaceId(5),
        Language.SPANISH,
        "Ana",
        True,
        False,
    )
    assert (found.held, found.theme, found.opened) == (True, "partner in crime", LATER)
    assert [one.id for one in await pairs.at(PlaceId(5))] == [line.id]
    await pairs.end(line.id, BO, Ending.BLOCKED, LATER)
    assert not await pairs.put_theme(line.id, "other")
    assert await pairs.at(PlaceId(5)) == ()


async def test_a_merge_leaves_one_person_on_their_lines(pairs: Pairs) -> None:
    people = LinePeople(pairs.db)
    past = await opened(pairs, 7, BO, DUC)
    await pairs.end(past.id, BO, Ending.GOODBYE, START)
    line = await opened(pairs, 1, BO, CLEO)
    await Chosen(pairs.db).choose(BO, line.id)
    await people.merge(ANA, BO)
    found = await pairs.between([ANA, CLEO])
    assert found is not None
    assert found.id == line.id
    assert await Chosen(pairs.db).of(ANA) == line.id
    assert await pairs.of_person(BO, live=False) == ()
    async with pairs.db.reading() as reading:
        by = (await reading.execute(select(PAIR.c.ended_by).where(PAIR.c.id == past.id))).scalar_one()
    assert by == ANA


async def test_who_is_forgotten_leaves_nothing(pairs: Pairs) -> None:
    people = LinePeople(pairs.db)
    line, other = await opened(pairs, 1, ANA, BO), await opened(pairs, 2, BO, CLEO)
    message = MessageRef(FAKE, "chat", "1")
    await Waiting(pairs.db).hold(line.id, message, Why.WHOM, BO)
    assert await people.export(ANA) is not None
    await people.forget(ANA)
    assert await people.export(ANA) is None
    assert await pairs.of(line.id) is None
    assert [one.id for one in await pairs.of_person(BO)] == [other.id]
    assert await Waiting(pairs.db).pairs(message, Why.WHOM, BO) == []


async def test_an_erased_club_leaves_its_lines_nowhere(pairs: Pairs) -> None:
    line, other = await opened(pairs, 1, ANA, BO), await opened(pairs, 2, ANA, CLEO, club=OTHER)
    assert await LinePeople(pairs.db).erase(CLUB) == [line.id]
    assert [one.id for one in await pairs.of_person(ANA)] == [other.id]


async def test_a_message_waits_once_and_is_let_go_once(pairs: Pairs) -> None:
    waiting, message = Waiting(pairs.db), MessageRef(FAKE, "chat", "1")
    line = await opened(pairs, 1, ANA, BO)
    for _ in range(2):
        await waiting.hold(line.id, message, Why.OFF_DUTY, BO)
    assert await waiting.on(line.id, Why.OFF_DUTY, BO) == [message]
    assert await waiting.on(line.id, Why.OFF_DUTY, ANA) == []
    assert await waiting.done(line.id, message, Why.OFF_DUTY)
    assert not await waiting.done(line.id, message, Why.OFF_DUTY)
