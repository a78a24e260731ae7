"""Daily budgets: what is left, for whom, over restarts and midnights."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.core.translation_store import TranslationStore
from bot.domain.refs import CommunityId
from bot.ports.database import Database
from bot.ports.translator import Service
from bot.storage.engine import SqlDatabase
from bot.translation.budgets import DailyBudgets, Limits
from bot.translation.engine import Purse
from tests.bot.translation.conftest import Away
from tests.kit.clock import MovableClock
from tests.kit.databases import CountingDatabase

PAID = Service("deepl", "DeepL", "api.deepl.com", public=False, limited=True)
OTHER = Service("microsoft", "Microsoft", "x", public=False, limited=True)
FREE = Service("apertium", "Apertium", "x", public=False, limited=False)
CATS, DOGS = CommunityId(1), CommunityId(2)

USUAL = Limits(1_000, 100)

Start = Callable[..., DailyBudgets]


@pytest.fixture
def start(database: SqlDatabase, clock: MovableClock) -> Start:
    """Budgets as after a start: nothing in memory, the same database."""

    def start(limits: Limits = USUAL, db: Database = database) -> DailyBudgets:
        return DailyBudgets(limits, TranslationStore(db, clock), clock)

    return start


async def test_a_community_saves_from_four_fifths_on_and_has_spent_what_is_over(start: Start) -> None:
    budgets = start()
    states = {characters: await budgets.state(PAID, CATS, characters) for characters in (1, 80, 81, 100, 101)}
    assert states == {1: Purse.FULL, 80: Purse.FULL, 81: Purse.SAVING, 100: Purse.SAVING, 101: Purse.SPENT}
    await budgets.spend(PAID, CATS, 90)
    assert await budgets.state(PAID, CATS, 1) is Purse.SAVING
    assert await budgets.state(PAID, CATS, 11) is Purse.SPENT
    assert await budgets.state(PAID, DOGS, 80) is Purse.FULL
    assert await budgets.state(OTHER, CATS, 80) is Purse.FULL
    assert await budgets.state(PAID, None, 500) is Purse.FULL


async def test_all_together_have_one_too(start: Start) -> None:
    budgets = start(Limits(200, 1_000))
    for community in (CATS, DOGS, None):
        await budgets.spend(PAID, community, 60)
    assert await budgets.state(PAID, CommunityId(3), 1) is Purse.SAVING
    assert await budgets.state(PAID, None, 21) is Purse.SPENT
    assert budgets.left(PAID) == 20


async def test_what_is_ones_own_has_none(start: Start) -> None:
    budgets = start(Limits(0, 0))
    await budgets.spend(FREE, CATS, 10**9)
    assert await budgets.state(FREE, CATS, 10**9) is Purse.FULL
    assert await budgets.state(PAID, CATS, 1) is Purse.SPENT


async def test_what_was_spent_is_known_after_a_restart(start: Start) -> None:
    before = start()
    await before.spend(PAID, CATS, 50)
    await before.write()
    await before.spend(PAID, CATS, 35)
    await before.write()
    after = start()
    assert await after.state(PAID, CATS, 15) is Purse.SAVING
    assert await after.state(PAID, CATS, 16) is Purse.SPENT
    assert after.left(PAID) == 915
    await after.spend(PAID, CATS, 5)
    await after.write()
    assert await start().state(PAID, CATS, 11) is Purse.SPENT


async def test_a_new_day_begins_at_midnight_utc(start: Start, clock: MovableClock) -> None:
    budgets = start()
    await budgets.spend(PAID, CATS, 100)
    await clock.move(timedelta(hours=11, minutes=59, seconds=59))  # a test begins at noon
    assert await budgets.state(PAID, CATS, 1) is Purse.SPENT
    await clock.move(1)
    assert await budgets.state(PAID, CATS, 80) is Purse.FULL
    await budgets.spend(PAID, CATS, 10)
    await budgets.write()
    assert await start().state(PAID, CATS, 91) is Purse.SPENT
    assert await start().state(PAID, CATS, 70) is Purse.FULL


async def test_a_message_costs_no_query(start: Start, database: SqlDatabase) -> None:
    counting = CountingDatabase(database)
    budgets = start(db=counting)
    for _ in range(50):
        await budgets.state(PAID, CATS, 1)
        await budgets.spend(PAID, CATS, 1)
    assert counting.opened == 1  # the day's beginning
    await budgets.write()
    await budgets.write()
    assert counting.opened == 2


async def test_while_the_database_is_away_it_is_counted_and_written_later(
    database: SqlDatabase, clock: MovableClock
) -> None:
    earlier = DailyBudgets(Limits(1_000, 100), TranslationStore(database, clock), clock)
    await earlier.spend(PAID, CATS, 40)
    await earlier.write()
    away = Away()
    budgets = DailyBudgets(Limits(1_000, 100), TranslationStore(away, clock), clock)
    await budgets.spend(PAID, CATS, 50)
    await budgets.write()
    assert await budgets.state(PAID, CATS, 51) is Purse.SPENT
    away.behind = database
    assert await budgets.state(PAID, CATS, 10) is Purse.SAVING
    assert await budgets.state(PAID, CATS, 11) is Purse.SPENT
    await budgets.write()
    again = DailyBudgets(Limits(1_000, 100), TranslationStore(database, clock), clock)
    assert await again.state(PAID, CATS, 11) is Purse.SPENT
    assert await again.state(PAID, CATS, 10) is Purse.SAVING


async def test_old_days_are_forgotten(start: Start, database: SqlDatabase, clock: MovableClock) -> None:
    budgets = start()
    await budgets.spend(PAID, CATS, 50)
    await budgets.write()
    day = clock.now().date()
    await clock.move(timedelta(days=1))
    store = TranslationStore(database, clock)
    await store.clean()
    assert await store.spent(day)
    await clock.move(timedelta(days=1))
    await store.clean()
    assert not await store.spent(day)
