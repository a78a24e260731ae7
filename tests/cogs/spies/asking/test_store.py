"""Questions and rounds as they are kept, on both databases."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import MetaData

from bot.domain.refs import CommunityId, PersonId
from bot.storage.engine import SqlDatabase
from cogs.spies.rules.asking import State, Verdict
from cogs.spies.rules.pairs import Asked, Key
from cogs.spies.store import METADATA
from cogs.spies.store.asked import AskedPersons
from cogs.spies.store.finds import Finds
from cogs.spies.store.proposals import Proposals, Wanted
from cogs.spies.store.rounds import Rounds

CLUB, OTHER_CLUB = CommunityId(1), CommunityId(2)
ANA, BO, CLEO, DAN = PersonId(1), PersonId(2), PersonId(3), PersonId(4)
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
UNTIL = NOW + timedelta(days=3)


@pytest.fixture
def declared() -> tuple[MetaData, ...]:
    """This cog's tables, as the code declares them."""
    return (METADATA,)


@pytest.fixture
def tables(database: SqlDatabase) -> SqlDatabase:
    """A database with this cog's tables, as the code declares them."""
    return database


def wanted(asker: PersonId | None, *others: PersonId, cause: str, club: CommunityId = CLUB) -> Wanted:
    """A question of somebody's; in a round, when nobody asks."""
    people = others if asker is None else (asker, *others)
    keys = tuple(Key(person, f"Cat {person}", answer=True if person == asker else None) for person in people)
    how = Asked.ROUND if asker is None else Asked.FOUND
    return Wanted(club, how, keys, asker, cause, UNTIL)


async def test_the_same_cause_and_the_same_people_are_one_question(tables: SqlDatabase) -> None:
    proposals = Proposals(tables)
    first = await proposals.make(wanted(ANA, BO, cause="a"), NOW)
    again = await proposals.make(wanted(ANA, BO, cause="a"), NOW)
    other = await proposals.make(wanted(BO, ANA, cause="b", club=OTHER_CLUB), NOW)
    assert first.proposal.id == again.proposal.id == other.proposal.id
    assert (first.joined, again.joined, other.joined) == (False, False, True)


async def test_both_ask_each_other_in_the_same_moment(tables: SqlDatabase) -> None:
    proposals = Proposals(tables)
    made = await asyncio.gather(
        proposals.make(wanted(ANA, BO, cause="a"), NOW), proposals.make(wanted(BO, ANA, cause="b"), NOW)
    )
    assert len({one.proposal.id for one in made}) == 1
    assert sorted(one.joined for one in made) == [False, True]


async def test_a_question_that_lapsed_is_no_obstacle_to_another(tables: SqlDatabase) -> None:
    proposals = Proposals(tables)
    first = await proposals.make(wanted(ANA, BO, cause="a"), NOW)
    later = await proposals.make(wanted(ANA, BO, cause="b"), UNTIL + timedelta(hours=1))
    assert later.proposal.id != first.proposal.id
    assert not later.joined


async def test_yeses_agree_once_and_are_told_so_again(tables: SqlDatabase) -> None:
    proposals = Proposals(tables)
    made = await proposals.make(wanted(ANA, BO, cause="a"), NOW)
    first = await proposals.answer(made.proposal.id, BO, yes=True, now=NOW)
    again = await proposals.answer(made.proposal.id, BO, yes=True, now=NOW)
    assert (first.verdict, again.verdict) == (Verdict.AGREED, Verdict.AGREED)
    assert (first.first, again.first) == (True, False)
    assert (await proposals.answer(made.proposal.id, DAN, yes=True, now=NOW)).verdict is Verdict.GONE


async def test_a_yes_after_anothers_no_is_kept_and_a_yes_after_the_end_is_late(tables: SqlDatabase) -> None:
    proposals = Proposals(tables)
    made = await proposals.make(wanted(None, ANA, BO, cause="a"), NOW)
    assert (await proposals.answer(made.proposal.id, ANA, yes=False, now=NOW)).verdict is Verdict.DECLINED
    assert (await proposals.answer(made.proposal.id, BO, yes=True, now=NOW)).verdict is Verdict.KEPT
    kept = await proposals.lapse(made.proposal.id)
    assert kept is not None
    assert kept.state is State.OVER
    late = await proposals.answer(made.proposal.id, BO, yes=True, now=UNTIL)
    assert late.verdict is Verdict.LAPSED


async def test_three_fall_back_to_the_two_who_said_yes(tables: SqlDatabase) -> None:
    proposals = Proposals(tables)
    made = await proposals.make(wanted(None, ANA, BO, CLEO, cause="a"), NOW)
    await proposals.answer(made.proposal.id, ANA, yes=True, now=NOW)
    await proposals.answer(made.proposal.id, BO, yes=True, now=NOW)
    kept = await proposals.lapse(made.proposal.id)
    assert kept is not None
    assert kept.state is State.AGREED
    assert (await proposals.answer(made.proposal.id, CLEO, yes=True, now=NOW)).verdict is Verdict.LAPSED


async def test_a_round_is_planned_once(tables: SqlDatabase) -> None:
    rounds, proposals = Rounds(tables), Proposals(tables)
    this = await rounds.begin(CLUB, "monday", NOW)
    assert await rounds.begin(CLUB, "monday", NOW + timedelta(hours=1)) == this
    pair = wanted(None, ANA, BO, cause=f"round {this.id}:1-2")
    assert await rounds.plan(this, [pair], [CLEO], NOW)
    assert not await rounds.plan(this, [replace(pair, cause="other")], [DAN], NOW)
    assert [len(kept.proposal.keys) for kept in await proposals.caused(f"round {this.id}:", after=0, most=9)] == [2]
    assert list(await rounds.untold(this, 10)) == [CLEO]
    await rounds.tell(this, CLEO)
    assert not await rounds.untold(this, 10)
    (shown,) = await rounds.lately(CLUB, 3)
    assert (shown.people, shown.matched, shown.unmatched) == (3, 2, 1)


async def test_two_who_are_one_have_no_question_between_them(tables: SqlDatabase) -> None:
    proposals, persons = Proposals(tables), AskedPersons(tables)
    between = await proposals.make(wanted(ANA, BO, cause="a"), NOW)
    first = await proposals.make(wanted(ANA, CLEO, cause="b"), NOW)
    second = await proposals.make(wanted(BO, CLEO, cause="c"), NOW)
    third = await proposals.make(wanted(BO, DAN, cause="d"), NOW)
    await persons.merge(ANA, BO)
    states = [kept.state for made in (between, first, second, third) if (kept := await proposals.of(made.proposal.id))]
    assert states == [State.OVER, State.OPEN, State.OVER, State.OPEN]
    assert (await proposals.make(wanted(DAN, ANA, cause="e"), NOW)).joined


async def test_who_is_forgotten_leaves_nothing(tables: SqlDatabase) -> None:
    proposals, persons, finds = Proposals(tables), AskedPersons(tables), Finds(tables)
    made = await proposals.make(wanted(ANA, BO, cause="a"), NOW)
    await finds.show(CLUB, ANA, BO, "Velvet Paw", NOW)
    await finds.asked(CLUB, ANA, "a", NOW)
    assert await persons.export_of(ANA)
    await persons.forget(ANA)
    assert await persons.export_of(ANA) == []
    assert not await finds.shown(CLUB, ANA, NOW - timedelta(days=1))
    assert not await finds.asks(ANA, NOW - timedelta(days=1), but="")
    kept = await proposals.of(made.proposal.id)
    assert kept is not None
    assert (kept.state, kept.asker) == (State.OVER, None)


async def test_who_was_asked_in_vain_is_known_for_as_long_as_wanted(tables: SqlDatabase) -> None:
    proposals = Proposals(tables)
    made = await proposals.make(wanted(None, ANA, BO, cause="a"), NOW)
    assert await proposals.tried(CLUB, NOW + timedelta(days=1)) == {frozenset({ANA, BO})}
    await proposals.lapse(made.proposal.id)
    assert await proposals.tried(CLUB, NOW - timedelta(days=1)) == {frozenset({ANA, BO})}
    assert not await proposals.tried(CLUB, NOW + timedelta(days=1))


async def test_a_club_is_erased_whole(tables: SqlDatabase) -> None:
    proposals, rounds = Proposals(tables), Rounds(tables)
    made = await proposals.make(wanted(ANA, BO, cause="a"), NOW)
    await rounds.begin(CLUB, "monday", NOW)
    await rounds.look_at(CLUB, NOW)
    await AskedPersons(tables).erase(CLUB)
    assert await proposals.of(made.proposal.id) is None
    assert await rounds.last(CLUB) is None
    assert await rounds.next_look(CLUB) is None
