"""The databases that tests are given, one after the other: each as if it had just been made."""

import asyncio
from collections.abc import Awaitable, Callable, Generator
from pathlib import Path

import pytest
from sqlalchemy import Column, ForeignKey, Table, Text, func, insert, inspect, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from bot.api.tables import BigId, metadata
from bot.storage.engine import open_database
from tests.kit.databases import Postgres, running_postgres

TOYS = metadata()
TOY = Table("toy", TOYS, Column("id", BigId, primary_key=True), Column("name", Text, unique=True))
PART = Table(
    "part", TOYS, Column("id", BigId, primary_key=True), Column("toy", BigId, ForeignKey(TOY.c.id), nullable=False)
)
CATS = metadata()
CAT = Table("cat", CATS, Column("id", BigId, primary_key=True))
Work = Callable[[AsyncConnection], Awaitable[object]]


@pytest.fixture
def own(postgres: Postgres, shared_folder: Path) -> Generator[Postgres]:
    """The same server, asked as another process asks it: with databases of its own."""
    del postgres
    with running_postgres(shared_folder / "postgres") as server:
        yield server


def done(address: str, *works: Work) -> list[object]:
    async def run() -> list[object]:
        async with open_database(address) as database, database.writing() as connection:
            return [await work(connection) for work in works]

    return asyncio.run(run())


def says(statement: str) -> Work:
    return lambda connection: connection.execute(text(statement))


async def fills(connection: AsyncConnection) -> tuple[int, int]:
    """Two rows that belong together; their ids."""
    toy = await connection.scalar(insert(TOY).values(name="mouse").returning(TOY.c.id))
    part = await connection.scalar(insert(PART).values(toy=toy).returning(PART.c.id))
    return int(toy or 0), int(part or 0)


async def counts(connection: AsyncConnection) -> int:
    return sum([int(await connection.scalar(select(func.count()).select_from(table)) or 0) for table in (TOY, PART)])


async def names(connection: AsyncConnection) -> list[str]:
    return sorted(await connection.run_sync(lambda sync: inspect(sync).get_table_names()))


def test_a_database_given_again_is_empty_and_its_ids_begin_anew(own: Postgres) -> None:
    addresses = set[str]()
    for _ in range(3):
        address = own.filled([TOYS])
        assert done(address, counts, fills, counts) == [0, (1, 1), 2]
        addresses.add(address)
    assert len(addresses) == 1


@pytest.mark.parametrize(
    "change",
    [
        "CREATE SCHEMA elsewhere",
        "DROP TABLE part",
        "DROP TABLE part; CREATE TABLE part (id bigserial PRIMARY KEY, toy bigint)",
        "ALTER TABLE toy ADD COLUMN colour text",
        "ALTER TABLE toy ALTER COLUMN name SET NOT NULL",
        "ALTER TABLE toy ALTER COLUMN name SET DEFAULT 'ball'",
        "ALTER TABLE toy DROP CONSTRAINT uq_toy_name",
        "ALTER TABLE part ALTER COLUMN toy TYPE integer",
        "ALTER SEQUENCE toy_id_seq INCREMENT 2",
        "CREATE INDEX more ON toy (name)",
        "CREATE VIEW mice AS SELECT * FROM toy",
        "CREATE FUNCTION one() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
        "CREATE TYPE colour AS ENUM ('red')",
        "COMMENT ON TABLE toy IS 'to play with'",
        "SELECT lo_create(0)",
    ],
)
def test_a_database_whose_schema_was_changed_is_not_given_again(own: Postgres, change: str) -> None:
    before = own.filled([TOYS])
    done(before, *(says(statement) for statement in change.split(";")))
    after = own.filled([TOYS])
    assert after != before
    assert done(after, names, fills) == [["part", "toy"], (1, 1)]
    assert own.filled([TOYS]) == after


def test_a_table_that_came_to_it_is_gone(own: Postgres) -> None:
    before = own.filled([TOYS])
    done(before, says("CREATE TABLE other (id bigserial PRIMARY KEY, toy bigint REFERENCES toy)"))
    assert own.filled([TOYS]) == before
    assert done(before, names) == [["part", "toy"]]


def test_who_is_still_connected_is_cut_off_with_what_they_held(own: Postgres) -> None:
    address = own.filled([TOYS])
    loop = asyncio.new_event_loop()
    engine = create_async_engine(address)

    async def stay() -> AsyncConnection:
        staying = await engine.connect()
        await fills(staying)
        await staying.commit()
        await staying.execute(text("SELECT pg_advisory_lock(1)"))
        await staying.execute(insert(TOY).values(name="ball"))
        return staying

    staying = loop.run_until_complete(stay())
    try:
        assert own.filled([TOYS]) == address
        with pytest.raises(DBAPIError):
            loop.run_until_complete(staying.commit())
    finally:
        loop.run_until_complete(staying.invalidate())
        loop.run_until_complete(engine.dispose())
        loop.close()
    assert done(address, says("SET lock_timeout = 1"), says("SELECT pg_advisory_lock(1)"), fills)[-1] == (1, 1)


def test_tables_that_more_is_asked_of_come_to_it(own: Postgres) -> None:
    address = own.filled([TOYS])
    done(address, fills)
    assert own.filled([TOYS, CATS]) == address
    assert done(address, names, fills) == [["cat", "part", "toy"], (1, 1)]
    assert own.filled([TOYS]) == address
    assert done(address, counts) == [0]


def test_an_empty_database_has_no_table_whatever_was_made_before(own: Postgres) -> None:
    def made(connection: AsyncConnection) -> Awaitable[None]:
        return connection.run_sync(TOYS.create_all)

    first = own.empty()
    assert done(first, names, made, fills, names) == [[], None, (1, 1), ["part", "toy"]]
    assert own.empty() == first
    assert done(first, names, made, fills, says("CREATE SCHEMA elsewhere"))[:3] == [[], None, (1, 1)]
    assert own.empty() != first
