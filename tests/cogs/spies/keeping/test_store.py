"""When people wrote, on both databases."""

from datetime import timedelta

import pytest
from sqlalchemy import MetaData

from bot.domain.refs import CommunityId, PersonId
from bot.storage.engine import SqlDatabase
from cogs.spies.rules.pairs import Asked, Ending, Key, PairId, Proposal, ProposalId
from cogs.spies.store import METADATA
from cogs.spies.store.keeping import Wrote
from cogs.spies.store.pairs import Pairs
from tests.kit.clock import START

CLUB = CommunityId(5)
LINE, OTHER = PairId(7), PairId(8)
ANA, BO, CLEO = PersonId(1), PersonId(2), PersonId(3)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


@pytest.fixture
def declared() -> tuple[MetaData, ...]:
    """This cog's tables, as the code declares them."""
    return (METADATA,)


@pytest.fixture
def wrote(database: SqlDatabase) -> Wrote:
    """The store, on each database."""
    return Wrote(database)


async def test_it_is_written_down_once_an_hour(wrote: Wrote) -> None:
    moments = [START + minutes * MINUTE for minutes in (0, 1, 59, 60, 61, 119, 120)]
    kept = [await wrote.said(LINE, ANA, 0, at) for at in moments]
    assert kept == [True, False, False, True, False, False, True]
    assert await wrote.last(LINE) == START + 2 * HOUR


async def test_two_of_three_go_on_once_with_what_all_three_had_agreed_to(wrote: Wrote) -> None:
    pairs = Pairs(wrote.db)
    keys = tuple(Key(person, f"codename {person}", answer=True) for person in (ANA, BO, CLEO))
    line = await pairs.open(Proposal(ProposalId(9), CLUB, Asked.ROUND, keys, START, START + HOUR), START)
    await pairs.put_opened(line, START)
    for person in (ANA, BO):
        await pairs.put_shows(line, person, "A name", "a_handle")
        await pairs.put_free_files(line, person, free=True)
    ended = await pairs.end(line, CLEO, Ending.GOODBYE, START + HOUR)
    assert ended is not None
    rest = await pairs.go_on(ended, CLEO, START + HOUR)
    assert rest is not None
    assert await pairs.go_on(ended, CLEO, START + 2 * HOUR) == rest == await pairs.between((ANA, BO))
    assert rest.opened == START
    assert not any(side.shows or side.name or side.handle or side.free_files for side in rest.sides)


async def test_each_of_them_and_each_line_counts_by_itself(wrote: Wrote) -> None:
    assert await wrote.said(LINE, ANA, 0, START)
    assert await wrote.said(LINE, BO, 0, START)
    assert await wrote.said(OTHER, ANA, 0, START + MINUTE)
    assert await wrote.said(LINE, ANA, 1, START + MINUTE), "a new week"
    assert await wrote.last(LINE) == START + MINUTE
    assert await wrote.last(PairId(9)) is None


async def test_a_week_counts_when_two_wrote_in_it(wrote: Wrote) -> None:
    for person, week in ((ANA, 0), (BO, 0), (ANA, 1), (CLEO, 2), (BO, 2), (ANA, 3), (BO, 3), (CLEO, 3)):
        await wrote.said(LINE, person, week, START)
    assert await wrote.weeks(LINE) == [0, 2, 3]
    assert await wrote.weeks(OTHER) == []


async def test_what_a_person_wrote_is_shown_joined_and_forgotten(wrote: Wrote) -> None:
    for person, week in ((ANA, 0), (BO, 0), (CLEO, 0), (CLEO, 1)):
        await wrote.said(LINE, person, week, START)
    await wrote.merge(ANA, CLEO)
    assert await wrote.export(CLEO) is None
    assert await wrote.export(ANA) == [{"line": LINE, "week": week, "last": START.isoformat()} for week in (0, 1)]
    await wrote.forget(ANA)
    assert await wrote.export(ANA) is None
    assert await wrote.export(BO) is not None
    await wrote.drop(LINE)
    assert await wrote.export(BO) is None


async def test_a_community_is_erased_with_what_was_noted_on_its_lines(wrote: Wrote) -> None:
    keys = (Key(ANA, "Whisker", answer=True), Key(BO, "Moonpaw", answer=True))
    proposal = Proposal(ProposalId(1), CLUB, Asked.FOUND, keys, START, START + HOUR)
    line = await Pairs(wrote.db).open(proposal, START)
    await wrote.said(line, ANA, 0, START)
    await wrote.erase(CommunityId(99))
    assert await wrote.last(line) == START
    await wrote.erase(CLUB)
    assert await wrote.last(line) is None
