"""What is kept of blocks, bans, reports and openings, on both databases."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import MetaData

from bot.domain.refs import CommunityId, MessageRef, PersonId
from bot.storage.engine import SqlDatabase
from cogs.spies.rules.cases import Case, Decision, Reported
from cogs.spies.rules.pairs import PairId
from cogs.spies.rules.scams import Scam
from cogs.spies.rules.screening import FIRST_MESSAGES
from cogs.spies.store import METADATA
from cogs.spies.store.blocks import Blocks, Whose, sorted_out
from cogs.spies.store.cases import CLOSED_KEPT, Cases
from cogs.spies.store.openings import Openings
from tests.kit.clock import START
from tests.kit.fake import FAKE

CLUB, OTHER = CommunityId(7), CommunityId(8)
ANA, BO, CLEO = PersonId(1), PersonId(2), PersonId(3)
LINE = PairId(5)
TERM = timedelta(days=730)


@pytest.fixture
def declared() -> tuple[MetaData, ...]:
    """This cog's tables, as the code declares them."""
    return (METADATA,)


@pytest.fixture
def db(database: SqlDatabase) -> SqlDatabase:
    return database


def message(number: int) -> MessageRef:
    return MessageRef(FAKE, "home", str(number))


# --------------------------------------------------------------------------------------------------------------- blocks


async def blocks_bo(blocks: Blocks, cause: str = "press 1") -> int:
    return await blocks.block(ANA, {"a1", "a2"}, {"b1"}, codename="Moonpaw", cause=cause, now=START, until=START + TERM)


async def test_a_block_holds_for_every_account_both_ways_and_once(db: SqlDatabase) -> None:
    blocks = Blocks(db)
    made = await asyncio.gather(*(blocks_bo(blocks) for _ in range(4)))
    assert len(set(made)) == 1
    assert len(await blocks.of(ANA, START)) == 1
    for mark in ("a1", "a2"):
        assert await blocks.apart({mark}, {"b1", "b2"}, START)
        assert await blocks.apart({"b1"}, {mark}, START)
    assert not await blocks.apart({"a1"}, {"c1"}, START)
    assert not await blocks.apart({"a1"}, {"b1"}, START + TERM)


async def test_only_who_made_a_block_lifts_it(db: SqlDatabase) -> None:
    blocks = Blocks(db)
    await blocks_bo(blocks)
    (block,) = await blocks.of(ANA, START)
    assert await blocks.lift(block.id, BO) is None
    assert await blocks.apart({"a1"}, {"b1"}, START)
    assert await blocks.lift(block.id, ANA) == block
    assert await blocks.lift(block.id, ANA) is None
    assert not await blocks.apart({"a1"}, {"b1"}, START)


async def test_forgetting_keeps_the_marks_and_no_name(db: SqlDatabase) -> None:
    blocks = Blocks(db)
    await blocks_bo(blocks)
    assert await blocks.export(ANA) == [
        {"codename": "Moonpaw", "made": START.isoformat(), "until": (START + TERM).isoformat()}
    ]
    await blocks.forget(ANA)
    assert await blocks.export(ANA) == []
    assert await blocks.of(ANA, START) == []
    assert await blocks.apart({"b1"}, {"a2"}, START)


async def test_what_holds_for_one_account_spreads_to_those_linked_or_parted(db: SqlDatabase) -> None:
    blocks = Blocks(db)
    await blocks_bo(blocks)
    await blocks.bar({"b1"}, {"c1"}, START + TERM)
    await blocks.ban(CLUB, {"b1"}, Whose.CLUB, START, START + TERM)
    await blocks.spread({"b1"}, {"b2"})
    assert await blocks.apart({"a1"}, {"b2"}, START)
    assert await blocks.apart({"b2"}, {"c1"}, START)
    assert await blocks.is_banned(CLUB, {"b2"}, START)
    assert not await blocks.is_banned(OTHER, {"b2"}, START)


async def test_a_no_bars_the_asker_and_not_the_asked(db: SqlDatabase) -> None:
    blocks = Blocks(db)
    await blocks.bar({"a1"}, {"b1"}, START + TERM)
    await blocks.bar({"a1"}, {"b1"}, START + TERM)
    assert await blocks.apart({"a1"}, {"b1"}, START)
    assert not await blocks.apart({"b1"}, {"a1"}, START)
    assert not await blocks.apart({"a1"}, {"b1"}, START + TERM)


async def test_a_pardon_lifts_only_what_was_decided_here(db: SqlDatabase) -> None:
    blocks = Blocks(db)
    for whose in Whose:
        await blocks.ban(CLUB, {"b1"}, whose, START, START + TERM)
    assert await blocks.pardon(CLUB, {"b1"}, Whose.CASE)
    assert not await blocks.pardon(CLUB, {"b1"}, Whose.CASE)
    assert await blocks.banned(CLUB, START) == {"b1"}
    assert await blocks.banned(CLUB, START + TERM) == frozenset()
    await blocks.erase(CLUB)
    assert await blocks.banned(CLUB, START) == frozenset()


async def test_marks_are_sorted_out_by_person(db: SqlDatabase) -> None:
    blocks = Blocks(db)
    await blocks_bo(blocks)
    await blocks.bar({"c1"}, {"a1"}, START + TERM)
    marks = {ANA: ["a1"], BO: ["b1"], CLEO: ["c1"]}
    two, alone = sorted_out(marks, await blocks.all_apart(["a1", "b1", "c1"], START), ["c1", "x"])
    assert two == {frozenset({ANA, BO}), frozenset({ANA, CLEO})}
    assert alone == {CLEO}


# ---------------------------------------------------------------------------------------------------------------- cases


async def begun(cases: Cases, cause: str = "press 1", pair: PairId | None = LINE) -> Case:
    return await cases.begin(cause, community=CLUB, pair=pair, reporter=ANA, accused=BO, marks={"b1", "b2"}, now=START)


WORDS = Reported(3, START, "rude", "translated", ("ruder", "rudest"), deleted=True, files=2)


async def test_a_report_is_begun_and_sent_once(db: SqlDatabase) -> None:
    cases = Cases(db)
    case, again = await begun(cases), await begun(cases)
    assert case == again
    await cases.put(case.id, WORDS)
    await cases.put(case.id, WORDS)
    assert await cases.reported(case.id) == [WORDS]
    sent = await asyncio.gather(*(cases.send(case.id, f"why {number}", START) for number in range(3)))
    assert len([one for one in sent if one is not None]) == 1
    assert await cases.undecided(LINE)
    assert not await cases.take_out(case.id, 3)
    await cases.put(case.id, Reported(4, START, "later"))
    assert await cases.reported(case.id) == [WORDS]
    assert not await cases.drop(case.id)


async def test_one_decides_and_what_was_reported_is_gone(db: SqlDatabase) -> None:
    cases = Cases(db)
    case = await begun(cases)
    await cases.put(case.id, WORDS)
    assert await cases.close(case.id, CLEO, Decision.BAN, START) is None
    await cases.send(case.id, "why", START)
    closed = await asyncio.gather(*(cases.close(case.id, CLEO, one, START) for one in Decision))
    (one,) = [found for found in closed if found is not None]
    now = await cases.of(case.id)
    assert now == one
    assert (one.closed_by, one.reason) == (CLEO, "")
    assert await cases.reported(case.id) == []
    assert not await cases.undecided(LINE)
    assert await cases.marks(case.id) == {"b1", "b2"}


async def test_closed_reports_are_forgotten_after_their_time(db: SqlDatabase) -> None:
    cases = Cases(db)
    for number in (1, 2):
        case = await begun(cases, f"press {number}")
        await cases.send(case.id, "why", START)
        at = START + (CLOSED_KEPT + timedelta(days=1)) * (number - 1)
        assert await cases.close(case.id, CLEO, Decision.END, at) is not None
    first, second = await begun(cases, "press 3"), await begun(cases, "press 2")
    assert second.closed is not None
    assert await begun(cases, "press 1") != first
    assert (await begun(cases, "press 1")).closed is None


async def test_who_reported_is_forgotten_and_the_words_stay_until_decided(db: SqlDatabase) -> None:
    cases = Cases(db)
    sent, draft = await begun(cases), await begun(cases, "press 2")
    for case in (sent, draft):
        await cases.put(case.id, WORDS)
    await cases.send(sent.id, "why", START)
    shown = {"made": START.isoformat(), "closed": False}
    assert await cases.export(ANA) == [
        {**shown, "sent": True, "words": "why"},
        {**shown, "sent": False, "words": ""},
    ]
    await cases.forget(ANA)
    await cases.forget(BO)
    now = await cases.of(sent.id)
    assert now is not None
    assert (now.reporter, now.accused) == (None, None)
    assert await cases.reported(sent.id) == [WORDS]
    assert await cases.marks(sent.id) == {"b1", "b2"}
    assert await cases.of(draft.id) is None
    assert await cases.reported(draft.id) == []
    assert await cases.export(ANA) == []


async def test_two_persons_become_one_in_reports(db: SqlDatabase) -> None:
    cases = Cases(db)
    case = await begun(cases)
    await cases.want_on(LINE, ANA)
    await cases.want_on(LINE, CLEO)
    await cases.merge(ANA, CLEO)
    assert await cases.want_on(LINE, BO) == 2
    await cases.merge(CLEO, BO)
    now = await cases.of(case.id)
    assert now is not None
    assert now.accused == CLEO
    await cases.rest(LINE)
    assert await cases.want_on(LINE, ANA) == 1
    await cases.erase(CLUB)
    assert await cases.of(case.id) is None


# ------------------------------------------------------------------------------------------------------------- openings


async def test_messages_are_counted_once_each_and_no_further_than_needed(db: SqlDatabase) -> None:
    openings = Openings(db)
    for number in range(1, FIRST_MESSAGES + 5):
        at = START + timedelta(minutes=number)
        count = await openings.said(LINE, ANA, message(number), CLUB, at)
        assert count == min(number, FIRST_MESSAGES + 1)
        if number <= FIRST_MESSAGES:
            assert await openings.said(LINE, ANA, message(number), CLUB, at) == number
    assert await openings.said(LINE, BO, message(1), CLUB, START) == 1


async def opens(openings: Openings, line: int, digest: str = "same", club: CommunityId = CLUB, days: int = 0) -> int:
    at, pair = START + timedelta(days=days), PairId(line)
    await openings.said(pair, ANA, message(line), club, at)
    return await openings.opened_with(pair, ANA, message(line), digest, club, at)


async def test_an_opening_on_three_lines_is_told_of_once(db: SqlDatabase) -> None:
    openings = Openings(db)
    assert [await opens(openings, line) for line in (1, 2, 2, 3)] == [0, 0, 0, 3]
    assert await opens(openings, 3) == 3, "killed before it was told: the same message says it again"
    assert await opens(openings, 4) == 0
    assert [await opens(openings, line, "another") for line in (11, 12)] == [0, 0]
    assert await opens(openings, 13, "another", OTHER) == 0


async def test_openings_are_compared_for_seven_days(db: SqlDatabase) -> None:
    openings = Openings(db)
    assert [await opens(openings, line, days=4 * line) for line in (1, 2, 3, 4)] == [0, 0, 0, 0]


async def test_of_each_kind_is_warned_once_a_day_on_a_line(db: SqlDatabase) -> None:
    openings, later = Openings(db), START + timedelta(hours=23)
    assert await openings.warn(LINE, ANA, Scam.MONEY, message(1), START)
    assert await openings.warn(LINE, ANA, Scam.MONEY, message(1), START)
    assert not await openings.warn(LINE, ANA, Scam.MONEY, message(2), later)
    assert await openings.warn(LINE, ANA, Scam.JOBS, message(2), later)
    assert await openings.warn(PairId(6), ANA, Scam.MONEY, message(2), later)
    assert await openings.warn(LINE, ANA, Scam.MONEY, message(3), START + timedelta(days=1))
    await openings.forget(ANA)
    await openings.ended(LINE)
    await openings.erase(CLUB)
    assert await openings.warn(LINE, ANA, Scam.JOBS, message(4), later)
