"""Transactions on both databases: what is kept, what is not, and what is told when the database cannot."""

import asyncio
import sqlite3
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import Column, MetaData, Table, func, insert, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError, StatementError

from bot.core.tables import BigId, JsonText, UtcDateTime, Words, alone, insert_into
from bot.domain.errors import ConfigurationError
from bot.ports.database import StorageUnavailable
from bot.storage.engine import SqlDatabase, open_database

METADATA = MetaData()
NOTE = Table(
    "note",
    METADATA,
    Column("id", BigId, primary_key=True),
    Column("words", Words, unique=True),
    Column("at", UtcDateTime),
    Column("json", JsonText),
)


@asynccontextmanager
async def opened(address: str, patience: float = 5.0) -> AsyncGenerator[SqlDatabase]:
    async with open_database(address, patience=patience) as database:
        async with database.writing() as connection:
            await connection.run_sync(METADATA.create_all)
        yield database


async def count(database: SqlDatabase) -> int:
    async with database.reading() as connection:
        return int(await connection.scalar(select(func.count()).select_from(NOTE)) or 0)


async def note(database: SqlDatabase, words: str) -> None:
    async with database.writing() as connection:
        await connection.execute(insert(NOTE).values(words=words))


async def test_what_a_transaction_wrote_is_there_after_opening_again(address: str) -> None:
    async with opened(address) as database:
        await note(database, "miau")
    async with opened(address) as database:
        assert await count(database) == 1


async def test_an_exception_rolls_everything_back(address: str) -> None:
    async with opened(address) as database:

        async def fails() -> None:
            async with database.writing() as connection:
                await connection.execute(insert(NOTE).values(words="miau"))
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            await fails()
        assert await count(database) == 0
        await note(database, "again")
        assert await count(database) == 1


async def test_cancellation_rolls_everything_back_and_lets_the_next_writer_in(address: str) -> None:
    async with opened(address) as database:
        wrote = asyncio.Event()

        async def never_ends() -> None:
            async with database.writing() as connection:
                await connection.execute(insert(NOTE).values(words="miau"))
                wrote.set()
                await asyncio.Event().wait()

        task = asyncio.create_task(never_ends())
        await wrote.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await note(database, "again")
        assert await count(database) == 1


async def test_a_writer_cancelled_in_its_first_statement_leaves_nothing_behind(address: str) -> None:
    async with opened(address) as database:
        for steps in range(8):
            task = asyncio.create_task(note(database, f"cut off {steps}"))
            for _ in range(steps):
                await asyncio.sleep(0)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            before = await count(database)  # where it was too late to cancel, all of it is there
            await note(database, f"next {steps}")
            assert await count(database) == before + 1


async def test_a_wrong_statement_is_not_called_unavailable(address: str) -> None:
    async with opened(address) as database:
        await note(database, "miau")
        with pytest.raises(IntegrityError):
            await note(database, "miau")
        with pytest.raises(DBAPIError):
            async with database.writing() as connection:
                await connection.execute(text("SELECT * FROM nowhere"))


async def test_a_value_that_no_column_takes_is_not_called_unavailable(address: str) -> None:
    async with opened(address) as database:
        with pytest.raises((DBAPIError, OverflowError)):
            async with database.writing() as connection:
                await connection.execute(insert(NOTE).values(id=2**70))
        await note(database, "miau")
        assert await count(database) == 1


async def test_a_reading_transaction_cannot_write(address: str) -> None:
    async with opened(address) as database:
        with pytest.raises((StorageUnavailable, DBAPIError)):
            async with database.reading() as connection:
                await connection.execute(insert(NOTE).values(words="miau"))
        assert await count(database) == 0
        await note(database, "the same connections still write")


async def test_readers_do_not_see_what_is_not_committed_and_do_not_wait_for_it(address: str) -> None:
    async with opened(address) as database:
        async with database.writing() as connection:
            await connection.execute(insert(NOTE).values(words="miau"))
            assert await count(database) == 0
        assert await count(database) == 1


async def test_many_writers_at_once_lose_nothing(address: str) -> None:
    async with opened(address) as database:
        await asyncio.gather(*(note(database, str(number)) for number in range(40)))
        assert await count(database) == 40


async def test_reading_first_and_writing_then_is_safe_under_a_name(address: str) -> None:
    async with opened(address) as database:

        async def add_once() -> None:
            async with database.writing() as connection:
                await alone(connection, "note")
                if await connection.scalar(select(func.count()).select_from(NOTE)) == 0:
                    await connection.execute(insert(NOTE).values(words=None))

        await asyncio.gather(*(add_once() for _ in range(8)))
        assert await count(database) == 1


async def test_an_insert_can_say_what_happens_when_the_row_is_there(address: str) -> None:
    async with opened(address) as database:
        for words in ("one", "two"):
            async with database.writing() as connection:
                put = insert_into(connection, NOTE).values(id=1, words=words)
                await connection.execute(
                    put.on_conflict_do_update(index_elements=["id"], set_={"words": put.excluded.words})
                )
        async with database.reading() as connection:
            assert await connection.scalar(select(NOTE.c.words)) == "two"


async def test_moments_come_back_exactly_in_utc_and_sort(address: str) -> None:
    far = timezone(timedelta(hours=8))
    moments = [
        datetime(1969, 7, 20, 20, 17, tzinfo=UTC),
        datetime(2026, 1, 14, 20, 0, 0, 1, tzinfo=far),
        datetime(2026, 1, 14, 12, 0, 0, 2, tzinfo=UTC),
        datetime(9999, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC),
    ]
    async with opened(address) as database:
        async with database.writing() as connection:
            for moment in reversed(moments):
                await connection.execute(insert(NOTE).values(at=moment))
        async with database.reading() as connection:
            kept = list(await connection.scalars(select(NOTE.c.at).order_by(NOTE.c.at)))
        assert kept == moments
        assert all(moment.tzinfo is UTC for moment in kept)


async def test_a_naive_moment_is_refused(address: str) -> None:
    async with opened(address) as database:
        with pytest.raises(StatementError):
            async with database.writing() as connection:
                await connection.execute(insert(NOTE).values(at=datetime(2026, 1, 14)))  # noqa: DTZ001


async def test_any_text_can_be_kept(address: str) -> None:
    async with opened(address) as database:
        async with database.writing() as connection:
            await connection.execute(
                insert(NOTE).values(words="a\x00b\ud800c 🐈", json={"猫": ["\x00", "\udc00", 1.5]})
            )
        async with database.reading() as connection:
            row = (await connection.execute(select(NOTE.c.words, NOTE.c.json))).one()
        assert row.words == "a\ufffdb\ufffdc 🐈"
        assert row.json == {"猫": ["\x00", "\udc00", 1.5]}


async def test_health(address: str) -> None:
    async with opened(address) as database:
        assert await database.health()


async def test_no_database_is_unavailable_and_not_well(tmp_path: Path) -> None:
    (tmp_path / "folder.db").mkdir()
    for address in (
        f"sqlite+aiosqlite:///{tmp_path}/folder.db",
        f"postgresql+asyncpg://postgres@/none?host={tmp_path}",
    ):
        async with open_database(address, patience=0.5) as database:
            assert not await database.health()
            with pytest.raises(StorageUnavailable):
                async with database.writing():
                    pass


async def test_the_folder_of_the_file_is_made(tmp_path: Path) -> None:
    async with opened(f"sqlite+aiosqlite:///{tmp_path}/new/er/cattax.db") as database:
        assert await database.health()
    assert (tmp_path / "new" / "er" / "cattax.db").exists()


@pytest.mark.parametrize(
    ("address", "hint"),
    [
        ("postgresql://someone:hush@host/db", "postgresql+asyncpg://"),
        ("postgres://someone:hush@host/db", "postgresql+asyncpg://"),
        ("sqlite:///x.db", "sqlite+aiosqlite:///"),
        ("mysql://someone:hush@host/db", "none of"),
        ("hush", "not a database address"),
        ("sqlite+aiosqlite://", "name a file"),
        ("sqlite+aiosqlite:///:memory:", "name a file"),
    ],
)
async def test_a_wrong_address_is_one_clear_line_without_its_password(address: str, hint: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        async with open_database(address):
            pass
    assert caught.value.variable == "DATABASE_URL"
    assert hint in caught.value.problem
    assert "hush" not in str(caught.value)
    assert "\n" not in caught.value.problem


async def test_a_full_disk_is_unavailable_and_nothing_is_half_written(tmp_path: Path) -> None:
    async with opened(f"sqlite+aiosqlite:///{tmp_path}/full.db") as database:
        async with database.writing() as connection:
            pages = int(await connection.scalar(text("PRAGMA page_count")) or 0)
            await connection.execute(text(f"PRAGMA max_page_count={pages + 4}"))

        async def write_too_much() -> None:
            async with database.writing() as connection:
                await connection.execute(insert(NOTE).values(words="small"))
                for number in range(100):
                    await connection.execute(insert(NOTE).values(words=f"{number} " + "large" * 1000))

        with pytest.raises(StorageUnavailable, match="full"):
            await write_too_much()

        async def goes_on_all_the_same() -> None:
            async with database.writing() as connection:
                with pytest.raises(DBAPIError, match="full"):
                    await connection.execute(insert(NOTE).values(words="large" * 100_000))
                with suppress(DBAPIError):
                    await connection.execute(insert(NOTE).values(words="small"))
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            await goes_on_all_the_same()
        assert await count(database) == 0
        async with database.writing() as connection:
            await connection.execute(text(f"PRAGMA max_page_count={pages + 1000}"))
        await note(database, "there is room again")
        assert await count(database) == 1


async def test_a_database_locked_by_another_is_unavailable_until_it_is_let_go(tmp_path: Path) -> None:
    async with opened(f"sqlite+aiosqlite:///{tmp_path}/locked.db", patience=0.05) as database:
        other = sqlite3.connect(tmp_path / "locked.db", isolation_level=None)
        try:
            other.execute("BEGIN EXCLUSIVE")
            with pytest.raises(StorageUnavailable, match="locked"):
                await note(database, "miau")
            other.execute("ROLLBACK")
        finally:
            other.close()
        await note(database, "miau")
        assert await count(database) == 1


async def test_a_writer_whose_beginning_was_refused_writes_nothing_however_it_goes_on(tmp_path: Path) -> None:
    async with opened(f"sqlite+aiosqlite:///{tmp_path}/refused.db", patience=0.05) as database:
        other = sqlite3.connect(tmp_path / "refused.db", isolation_level=None)

        async def goes_on(*more: str) -> None:
            other.execute("BEGIN IMMEDIATE")
            async with database.writing() as connection:
                with pytest.raises(DBAPIError, match="locked"):
                    await connection.execute(insert(NOTE).values(words="first"))
                other.execute("ROLLBACK")
                for words in more:
                    with suppress(DBAPIError):
                        await connection.execute(insert(NOTE).values(words=words))

        try:
            for more in ((), ("second", "third")):
                with pytest.raises(StorageUnavailable, match="locked"):
                    await goes_on(*more)
        finally:
            other.close()
        assert await count(database) == 0
        await note(database, "miau")
        assert await count(database) == 1


async def test_reading_leaves_nothing_open(tmp_path: Path) -> None:
    async with opened(f"sqlite+aiosqlite:///{tmp_path}/read.db") as database:
        for number in range(12):
            async with database.reading():
                """Without a statement."""
            task = asyncio.create_task(count(database))
            for _ in range(number):
                await asyncio.sleep(0)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            assert await asyncio.gather(*(count(database) for _ in range(5))) == [number] * 5
            await note(database, str(number))
        # The last readers' ends were not waited for; this waits for them.
        other = sqlite3.connect(tmp_path / "read.db", isolation_level=None, timeout=2)
        try:
            busy, *_ = other.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            other.close()
        assert busy == 0


async def test_what_a_writer_has_read_stays_true_until_it_has_written(tmp_path: Path) -> None:
    async with opened(f"sqlite+aiosqlite:///{tmp_path}/turns.db") as database:
        other = sqlite3.connect(tmp_path / "turns.db", isolation_level=None, timeout=0.05)
        try:
            async with database.writing() as connection:
                await connection.scalar(select(func.count()).select_from(NOTE))
                with pytest.raises(sqlite3.OperationalError, match="locked"):
                    other.execute("INSERT INTO note (words) VALUES ('overtaking')")
            other.execute("INSERT INTO note (words) VALUES ('afterwards')")
        finally:
            other.close()
        assert await count(database) == 1


async def test_a_locked_table_is_unavailable_until_it_is_let_go(postgres_address: str) -> None:
    async with opened(postgres_address, patience=1.0) as database, open_database(postgres_address) as other:
        async with other.writing() as connection:
            await connection.execute(text("LOCK TABLE note"))
            with pytest.raises(StorageUnavailable, match="55P03"):
                await note(database, "miau")
        await note(database, "miau")
        assert await count(database) == 1


async def test_a_connection_that_was_ended_is_made_again(postgres_address: str) -> None:
    async with opened(postgres_address) as database, open_database(postgres_address) as other:

        async def is_cut_off() -> None:
            async with database.writing() as connection:
                await connection.execute(insert(NOTE).values(words="lost"))
                process = await connection.scalar(select(func.pg_backend_pid()))
                async with other.writing() as ending:
                    await ending.execute(select(func.pg_terminate_backend(process)))
                await connection.execute(insert(NOTE).values(words="never"))

        with pytest.raises(StorageUnavailable):
            await is_cut_off()
        await note(database, "miau")
        assert await count(database) == 1


async def test_many_who_open_a_new_file_at_once_all_get_in(tmp_path: Path) -> None:
    async def look(path: Path) -> object:
        async with open_database(f"sqlite+aiosqlite:///{path}") as database, database.reading() as connection:
            return await connection.scalar(text("SELECT 1"))

    for turn in range(6):
        assert await asyncio.gather(*(look(tmp_path / f"{turn}.db") for _ in range(8))) == [1] * 8
