"""What is kept of missions, on both databases: one thing after the other on a line, and whose it is."""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from sqlalchemy import MetaData, func, select

from bot.domain.languages import Language
from bot.domain.refs import CommunityId, PersonId, PostId
from bot.storage.engine import SqlDatabase
from cogs.missions.rules.cards import Level, Topic
from cogs.missions.rules.clock import ASKED_FOR, Clock, ClockId, Share
from cogs.missions.rules.draws import Draw, DrawId, Given
from cogs.missions.rules.own import MOST, OwnId, Worded
from cogs.missions.store import METADATA, Clocks, Draws, Limits, OwnCards, Persons, Posts
from cogs.missions.store.posts import CLAIM
from tests.kit.clock import START

CLUB, OTHER = CommunityId(7), CommunityId(8)
ANA, BO, CLEO = PersonId(1), PersonId(2), PersonId(3)
BOTH = frozenset({ANA, BO})
SECOND = timedelta(seconds=1)
QUESTION = Worded(Language.ENGLISH, "Who feeds your cat?", "I would like to know \x00")


@dataclass(frozen=True, slots=True)
class Store:
    """All of it, on one database."""

    draws: Draws
    posts: Posts
    limits: Limits
    own: OwnCards
    clocks: Clocks
    persons: Persons

    async def dealt(self, line: int = 1, community: CommunityId = CLUB) -> Draw:
        """A new card."""
        draw, new = await self.draws.deal(line, community, numbered, START)
        assert draw is not None
        assert new
        return draw


def numbered(used: Sequence[str]) -> str:
    """Cards in the order of their numbers."""
    return f"card {len(used)}"


def none(used: Sequence[str]) -> None:
    """There is no card."""
    del used


@pytest.fixture
def declared() -> tuple[MetaData, ...]:
    """This cog's tables, as the code declares them."""
    return (METADATA,)


@pytest.fixture
def store(database: SqlDatabase) -> Store:
    return Store(
        Draws(database),
        Posts(database),
        Limits(database),
        OwnCards(database, CLUB),
        Clocks(database),
        Persons(database),
    )


async def rows(store: Store) -> dict[str, int]:
    """How many rows each table has."""
    async with store.draws.db.reading() as reading:
        counts = {
            table.name: int((await reading.execute(select(func.count()).select_from(table))).scalar_one())
            for table in METADATA.sorted_tables
        }
    return {name: count for name, count in counts.items() if count}


# --------------------------------------------------------------------------------------------------------------- cards


async def test_one_card_waits_on_a_line_however_many_draw_at_once(store: Store) -> None:
    came = await asyncio.gather(*(store.draws.deal(1, CLUB, numbered, START) for _ in range(4)))
    assert sorted(new for _, new in came) == [False, False, False, True]
    assert len({draw.id for draw, _ in came if draw is not None}) == 1
    assert (await store.dealt(line=2)).card == "card 0"
    assert await store.draws.deal(3, CLUB, none, START) == (None, False)


async def test_a_card_is_swapped_once_and_takes_over_where_the_other_stood(store: Store) -> None:
    draw = await store.dealt()
    await store.posts.put(draw.id, BO, PostId(5), START)
    await store.draws.answer(draw, ANA, Given("mine"), BOTH, START)
    came = await asyncio.gather(*(store.draws.swap(draw, numbered, START) for _ in range(2)))
    (made,) = [one for one in came if one is not None]
    assert (made.card, made.open) == ("card 1", True)
    assert await store.draws.answers(draw.id) == {}
    assert (await store.posts.of(draw.id, BO), await store.posts.of(made.id, BO)) == (None, 5)
    assert await store.draws.answer(draw, BO, Given("late"), BOTH, START) is None
    assert await store.draws.last(1) == made
    assert await store.draws.swap(made, none, START) is None
    assert await store.draws.last(1) == made


async def test_the_last_answer_unlocks_whoever_is_last(store: Store) -> None:
    draw = await store.dealt()
    came = await asyncio.gather(
        store.draws.answer(draw, ANA, Given("hers"), BOTH, START),
        store.draws.answer(draw, BO, Given(band="bands-pay-1"), BOTH, START + SECOND),
    )
    assert sorted(one is not None and one.unlocked is not None for one in came) == [False, True]
    now = await store.draws.of(draw.id)
    assert now is not None
    assert (now.open, now.answered) == (False, BOTH)
    assert await store.draws.answers(draw.id) == {ANA: Given("hers"), BO: Given(band="bands-pay-1")}
    assert await store.draws.answer(draw, ANA, Given("later"), BOTH, START) is None
    assert await store.draws.counted(1) == 1
    await store.draws.fade(draw.id)
    assert await store.draws.answers(draw.id) == {}
    assert await store.draws.counted(1) == 1


async def test_an_answer_is_changed_and_any_characters_are_kept(store: Store) -> None:
    draw = await store.dealt()
    for words in ("first", "Ω猫\U0001f408" * 300, "nul \x00 and half \ud800"):
        await store.draws.answer(draw, ANA, Given(words), BOTH, START)
    assert (await store.draws.answers(draw.id))[ANA] == Given("nul � and half �")


async def test_a_card_is_sent_by_one_and_by_another_only_when_that_one_died(store: Store) -> None:
    draw = DrawId(1)
    claims = await asyncio.gather(*(store.posts.claim(draw, ANA, START) for _ in range(3)))
    assert sorted(claims) == [False, False, True]
    assert not await store.posts.claim(draw, ANA, START + CLAIM - SECOND)
    assert await store.posts.claim(draw, ANA, START + CLAIM)
    await store.posts.put(draw, ANA, PostId(9), START)
    assert not await store.posts.claim(draw, ANA, START + 5 * CLAIM)
    assert await store.posts.moved(draw, ANA, PostId(10), START) == 9
    await store.posts.put(draw, ANA, None, START)
    assert await store.posts.claim(draw, ANA, START)


# -------------------------------------------------------------------------------------------------------------- limits


async def test_a_yes_and_a_topic_are_kept_once_and_taken_back(store: Store) -> None:
    limits = store.limits
    for _ in range(2):
        await limits.put_level(1, CLUB, ANA, Level.SENSITIVE, on=True)
        await limits.put_topic(1, CLUB, ANA, Topic.MONEY, on=False)
    await limits.put_level(1, CLUB, BO, Level.SENSITIVE, on=True)
    await limits.put_topic(1, CLUB, BO, Topic.WORK, on=False)
    assert await limits.yes(1) == {Level.SENSITIVE: BOTH}
    assert await limits.left_out(1) == {Topic.MONEY, Topic.WORK}
    assert await limits.left_out(1, ANA) == {Topic.MONEY}
    assert (await limits.yes(2), await limits.left_out(2)) == ({}, frozenset())
    await limits.put_level(1, CLUB, BO, Level.SENSITIVE, on=False)
    await limits.put_topic(1, CLUB, ANA, Topic.MONEY, on=True)
    assert await limits.yes(1) == {Level.SENSITIVE: frozenset({ANA})}
    assert await limits.left_out(1) == {Topic.WORK}


# ----------------------------------------------------------------------------------------------------------- own cards


async def test_own_cards_have_an_end_and_one_event_writes_one(store: Store) -> None:
    other = Worded(Language.TRADITIONAL_CHINESE, "誰餵你的貓？")
    assert await store.own.add(ANA, Level.LIGHT, QUESTION, other, START, cause="one") is True
    assert await store.own.add(ANA, Level.LIGHT, QUESTION, other, START, cause="one") is False
    (card,) = await store.own.all()
    assert (card.question.words, card.question.why, card.other) == (QUESTION.words, "I would like to know �", other)
    assert await store.own.one(card.id) == card
    assert await OwnCards(store.own.db, OTHER).one(card.id) is None
    for number in range(MOST - 1):
        assert await store.own.add(BO, Level.PERSONAL, QUESTION, None, START, cause=f"more {number}")
    assert await store.own.add(BO, Level.PERSONAL, QUESTION, None, START, cause="too many") is None
    assert not await OwnCards(store.own.db, OTHER).remove(card.id)
    assert [await store.own.remove(card.id) for _ in range(2)] == [True, False]
    assert await store.own.one(OwnId(99_999)) is None


# -------------------------------------------------------------------------------------------------------------- clocks

PROPOSED = Clock(ClockId(0), 1, CLUB, ANA, 10, "en", "zh", START)


async def test_a_clock_starts_with_the_last_yes_and_one_is_on_a_line(store: Store) -> None:
    clock = await store.clocks.propose(PROPOSED, ANA)
    assert clock is not None
    assert await store.clocks.propose(PROPOSED, ANA) == clock
    assert await store.clocks.propose(replace(PROPOSED, by=BO), BO) is None
    changed = await store.clocks.propose(replace(PROPOSED, minutes=20), ANA)
    assert changed is not None
    assert changed.id != clock.id
    assert await store.clocks.of(clock.id) is None
    assert await store.clocks.agree(clock, BO, BOTH, START) is None
    came = await asyncio.gather(*(store.clocks.agree(changed, BO, BOTH, START + SECOND * n) for n in range(2)))
    assert {one.started for one in came if one is not None} == {came[0].started if came[0] else None}
    assert await store.clocks.propose(replace(PROPOSED, made=START + 5 * ASKED_FOR), BO) is None


async def test_an_old_proposal_gives_way_to_anybodys(store: Store) -> None:
    await store.clocks.propose(PROPOSED, ANA)
    later = replace(PROPOSED, by=BO, made=START + ASKED_FOR)
    assert await store.clocks.propose(later, BO) is not None
    assert (await rows(store)) == {"missions_clock": 1, "missions_agreed": 1}


async def test_what_is_said_counts_only_while_a_clock_runs(store: Store) -> None:
    clock = await store.clocks.propose(PROPOSED, ANA)
    assert clock is not None
    await store.clocks.count(1, ANA, "en", 5)
    assert await store.clocks.agree(clock, BO, BOTH, START)
    await asyncio.gather(*(store.clocks.count(1, ANA, "en", 5) for _ in range(6)))
    await store.clocks.count(1, BO, "zh", 1)
    await store.clocks.count(2, BO, "zh", 1)
    assert sorted(await store.clocks.shares(clock.id), key=lambda one: one.person) == [
        Share(ANA, "en", 30),
        Share(BO, "zh", 1),
    ]
    await store.clocks.remove(clock.id)
    assert await rows(store) == {}


# --------------------------------------------------------------------------------------------------------- whose it is


async def filled(store: Store) -> Draw:
    """A row in every table, of both."""
    draw = await store.dealt()
    clock = await store.clocks.propose(PROPOSED, ANA)
    assert clock is not None
    await store.clocks.agree(clock, BO, BOTH, START)
    for person in (ANA, BO):
        await store.draws.answer(draw, person, Given(f"said by {person}"), BOTH, START)
        await store.posts.put(draw.id, person, PostId(person), START)
        await store.limits.put_level(1, CLUB, person, Level.PERSONAL, on=True)
        await store.limits.put_topic(1, CLUB, person, Topic.SLANG, on=False)
        await store.clocks.count(1, person, "en", 7)
        await store.own.add(person, Level.LIGHT, QUESTION, None, START, cause=f"by {person}")
    assert len(await rows(store)) == len(METADATA.tables)
    return draw


async def test_a_person_is_handed_out_what_is_theirs(store: Store) -> None:
    await filled(store)
    told = json.dumps(await store.persons.export(ANA))
    for words in ("said by 1", "personal", "slang", "Who feeds your cat?", '"letters": 7'):
        assert words in told
    assert "said by 2" not in told


async def test_a_person_is_forgotten_and_the_others_answer_stays_theirs(store: Store) -> None:
    draw = await filled(store)
    await store.persons.forget(ANA)
    assert await store.draws.answers(draw.id) == {BO: Given("said by 2")}
    assert await store.limits.yes(1) == {Level.PERSONAL: frozenset({BO})}
    clock = await store.clocks.on(1)
    assert clock is not None
    assert (clock.by, clock.agreed) == (None, frozenset({BO}))
    assert len(await store.own.all()) == 2
    async with store.draws.db.reading() as reading:
        for table in METADATA.sorted_tables:
            for column in table.columns:
                if column.name in {"person", "maker", "by"}:
                    assert ANA not in (await reading.execute(select(column))).scalars().all(), table.name


async def test_two_persons_become_one(store: Store) -> None:
    draw = await filled(store)
    await store.persons.merge(ANA, BO)
    assert await store.draws.answers(draw.id) == {ANA: Given("said by 1")}
    await store.persons.merge(CLEO, ANA)
    assert await store.draws.answers(draw.id) == {CLEO: Given("said by 1")}
    assert await store.limits.yes(1) == {Level.PERSONAL: frozenset({CLEO})}
    assert await store.posts.of(draw.id, CLEO) == 1


async def test_of_a_line_that_ended_and_of_a_community_nothing_is_left(store: Store) -> None:
    await filled(store)
    elsewhere = await store.dealt(2, OTHER)
    await store.draws.answer(elsewhere, ANA, Given("elsewhere"), BOTH, START)
    await store.persons.end(1, but_shown=True)
    assert await rows(store) == {"missions_draw": 2, "missions_answer": 3, "missions_own": 2}
    assert [given for _, given in await store.draws.shown(1, BO)] == [Given("said by 2")]
    assert await store.draws.shown(2, ANA) == []
    await store.persons.end(1)
    assert await rows(store) == {"missions_draw": 1, "missions_answer": 1, "missions_own": 2}
    await store.persons.erase(CLUB)
    assert await rows(store) == {"missions_draw": 1, "missions_answer": 1}
    await store.persons.erase(OTHER)
    assert await rows(store) == {}
