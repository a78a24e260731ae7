"""What is remembered of translations: for how long, how much, and what of it is written down."""

from collections.abc import AsyncGenerator, Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from prometheus_client import CollectorRegistry
from sqlalchemy import func, select

from bot.core.translation_store import TRANSLATION_REMEMBERED, TranslationStore
from bot.domain.languages import Language
from bot.ports.database import Database
from bot.storage.engine import SqlDatabase
from bot.translation.engine import MemoryKey
from bot.translation.memory import TranslationMemory
from tests.kit.clock import MovableClock
from tests.kit.databases import CountingDatabase

KEY = MemoryKey("Where is the cat {1}?", Language.ENGLISH, Language.SPANISH, "libretranslate", "g1")
SECRET = b"k" * 32

Start = Callable[..., TranslationMemory]


@pytest.fixture
async def start(database: SqlDatabase, clock: MovableClock) -> AsyncGenerator[Start]:
    """A memory as after a start: nothing in memory, the same database and key."""
    made: list[TranslationMemory] = []

    def start(
        *, secret: bytes = SECRET, most: int = 50_000, most_bytes: int = 1 << 20, db: Database = database
    ) -> TranslationMemory:
        store = TranslationStore(db, clock, most=most)
        made.append(TranslationMemory(secret, store, clock, CollectorRegistry(), most_bytes=most_bytes))
        return made[-1]

    yield start
    for memory in made:
        await memory.idle()


async def rows(database: SqlDatabase) -> int:
    async with database.reading() as connection:
        count: int = (await connection.execute(select(func.count()).select_from(TRANSLATION_REMEMBERED))).scalar_one()
    return count


async def test_a_translation_is_known_at_once_and_after_a_restart(start: Start) -> None:
    memory = start()
    assert await memory.get(KEY, private=False) is None
    await memory.put(KEY, "¿Dónde está el gato {1}?", private=False)
    assert await memory.get(KEY, private=False) == "¿Dónde está el gato {1}?"
    await memory.idle()
    assert await start().get(KEY, private=False) == "¿Dónde está el gato {1}?"
    assert await start(secret=b"another").get(KEY, private=False) is None


async def test_every_part_of_the_key_counts(start: Start) -> None:
    memory = start()
    await memory.put(KEY, "one", private=False)
    others = [
        replace(KEY, text="Where is the cat {2}?"),
        replace(KEY, source=Language.FRENCH),
        replace(KEY, to=Language.FRENCH),
        replace(KEY, service="deepl"),
        replace(KEY, glossary=""),
        replace(KEY, glossary="g1Where", text=" is the cat {1}?"),
    ]
    assert [await memory.get(other, private=False) for other in others] == [None] * len(others)


async def test_a_private_line_is_never_written_down_nor_asked_of_the_database(
    start: Start, database: SqlDatabase
) -> None:
    counting = CountingDatabase(database)
    memory = start(db=counting)
    assert await memory.get(KEY, private=True) is None
    await memory.put(KEY, "¿?", private=True)
    await memory.idle()
    assert await memory.get(KEY, private=True) == "¿?"
    assert counting.opened == 0
    assert await rows(database) == 0
    assert await start().get(KEY, private=True) is None


async def test_no_text_stands_in_the_database_that_was_translated(start: Start, database: SqlDatabase) -> None:
    memory = start()
    await memory.put(KEY, "gato", private=False)
    await memory.idle()
    async with database.reading() as connection:
        row = (await connection.execute(select(TRANSLATION_REMEMBERED))).one()
    assert row.translation == "gato"
    assert len(row.digest) == 64
    assert "cat" not in str(tuple(row))


async def test_a_translation_is_forgotten_after_a_week(
    start: Start, database: SqlDatabase, clock: MovableClock
) -> None:
    memory = start()
    await memory.put(KEY, "gato", private=False)
    await memory.idle()
    await clock.move(timedelta(days=7) - timedelta(seconds=1))
    await TranslationStore(database, clock).clean()
    assert await memory.get(KEY, private=False) == "gato"
    assert await start().get(KEY, private=False) == "gato"
    await clock.move(1)
    assert await memory.get(KEY, private=False) is None
    assert await rows(database) == 1
    await TranslationStore(database, clock).clean()
    assert await rows(database) == 0


async def test_only_the_newest_stay_in_the_database(start: Start, database: SqlDatabase, clock: MovableClock) -> None:
    memory = start(most=10)
    for number in range(15):
        await memory.put(replace(KEY, text=str(number)), str(number), private=False)
        await memory.idle()
        await clock.move(1)
    await TranslationStore(database, clock, most=10).clean()
    assert await rows(database) == 10
    assert await start().get(replace(KEY, text="4"), private=False) is None
    assert await start().get(replace(KEY, text="5"), private=False) == "5"


async def test_memory_is_bounded_in_bytes_and_keeps_what_was_used_last(start: Start) -> None:
    memory = start(most_bytes=20_000)
    keys = [replace(KEY, text=str(number)) for number in range(200)]
    for key in keys:
        await memory.put(key, "喵" * 200, private=True)
        assert await memory.get(keys[0], private=True) is not None
        assert memory.held_bytes <= 20_000
    assert await memory.get(keys[1], private=True) is None
    assert await memory.get(keys[-1], private=True) is not None
    await memory.put(KEY, "喵" * 20_000, private=True)
    assert await memory.get(KEY, private=True) is None


async def test_many_that_come_together_are_few_transactions(start: Start, database: SqlDatabase) -> None:
    counting = CountingDatabase(database)
    memory = start(db=counting)
    for number in range(400):
        await memory.put(replace(KEY, text=str(number)), "x", private=False)
    assert counting.opened == 0  # nobody waited for the database
    await memory.idle()
    assert counting.opened <= 4
    assert await rows(database) == 400


async def test_a_database_that_is_away_keeps_nobody_from_translating(
    clock: MovableClock, broken_database: Database
) -> None:
    memory = TranslationMemory(SECRET, TranslationStore(broken_database, clock), clock, CollectorRegistry())
    assert await memory.get(KEY, private=False) is None
    await memory.put(KEY, "gato", private=False)
    await memory.idle()
    assert await memory.get(KEY, private=False) == "gato"


async def test_words_that_no_database_can_keep_are_kept_as_near_as_can_be(start: Start) -> None:
    memory = start()
    key = replace(KEY, text="\ud800\x00")
    await memory.put(key, "a\x00b\ud83d", private=False)
    await memory.idle()
    assert await start().get(key, private=False) == "a\ufffdb\ufffd"


async def test_hits_and_misses_are_counted(database: SqlDatabase, clock: MovableClock) -> None:
    registry = CollectorRegistry()
    memory = TranslationMemory(SECRET, TranslationStore(database, clock), clock, registry)
    await memory.get(KEY, private=False)
    await memory.put(KEY, "gato", private=False)
    await memory.get(KEY, private=False)
    await memory.idle()
    counted = {
        found: registry.get_sample_value("cattax_translations_looked_up_total", {"found": found})
        for found in ("memory", "database", "no")
    }
    assert counted == {"memory": 1, "database": None, "no": 1}
