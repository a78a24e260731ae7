"""The stores, as they are wired in a bot; some tests need a second process, which has its own."""

from dataclasses import dataclass

import pytest

from bot.core.audit import AuditLog
from bot.core.codes import Codes, load_key_ring
from bot.core.communities import Communities
from bot.core.identity import Identity
from bot.core.places import PlaceBook
from bot.core.settings_store import SettingsStore
from bot.ports.database import Database
from bot.storage.engine import SqlDatabase
from tests.kit.bus import LocalBus
from tests.kit.clock import MovableClock
from tests.kit.databases import CountingDatabase


@dataclass(frozen=True, slots=True)
class Stores:
    """One process's stores on the test's database."""

    database: CountingDatabase
    clock: MovableClock
    codes: Codes
    identity: Identity
    communities: Communities
    places: PlaceBook
    settings: SettingsStore
    audit: AuditLog


async def wire(database: Database, clock: MovableClock, bus: LocalBus) -> Stores:
    counting = CountingDatabase(database)
    codes = Codes(await load_key_ring(database, clock), clock)
    return Stores(
        counting,
        clock,
        codes,
        Identity(counting, clock, bus, codes),
        Communities(counting, clock, bus, codes),
        PlaceBook(counting, clock, bus),
        SettingsStore(counting, clock, bus),
        AuditLog(counting),
    )


@pytest.fixture
async def stores(database: SqlDatabase, clock: MovableClock, bus: LocalBus) -> Stores:
    return await wire(database, clock, bus)


@pytest.fixture
async def others(database: SqlDatabase, clock: MovableClock, bus: LocalBus) -> Stores:
    """Another process's stores on the same database; it hears news only where a test lets it."""
    return await wire(database, clock, bus)
