"""Secrets and one-time codes below the level of persons and clubs."""

import asyncio
import re

from sqlalchemy import select

from bot.api.house import CodeFailure
from bot.core.codes import ALPHABET, CODE, LENGTH, SECRET, Code, Codes, KeyRing, Purpose, load_key_ring
from bot.storage.engine import SqlDatabase
from tests.bot.core.stores.conftest import Stores
from tests.kit.clock import MovableClock


async def test_keys_are_the_same_after_every_start_and_differ_by_name(
    database: SqlDatabase, clock: MovableClock
) -> None:
    first = await load_key_ring(database, clock)
    again = await load_key_ring(database, clock)
    assert first.key("actions") == again.key("actions")
    assert len(first.key("actions")) == 32
    assert first.key("actions") != first.key("codes")


async def test_two_first_starts_at_once_share_one_secret(database: SqlDatabase, clock: MovableClock) -> None:
    rings = await asyncio.gather(*(load_key_ring(database, clock) for _ in range(5)))
    assert len({ring.key("actions") for ring in rings}) == 1
    async with database.reading() as connection:
        assert len((await connection.execute(select(SECRET))).all()) == 1


async def test_a_code_is_short_and_has_no_look_alikes(stores: Stores) -> None:
    async with stores.database.writing() as connection:
        codes = [await stores.codes.issue(connection, Purpose.LINK, number) for number in range(200)]
    assert all(re.fullmatch(rf"[{ALPHABET}]{{{LENGTH}}}", code) for code in codes)
    assert not set("0O1ILZS25B8") & set(ALPHABET)
    assert len(set(codes)) == len(codes)


async def test_who_reads_the_table_does_not_learn_the_code(stores: Stores) -> None:
    async with stores.database.writing() as connection:
        code = await stores.codes.issue(connection, Purpose.LINK, 7)
        rows = (await connection.execute(select(CODE))).all()
    assert code not in str(rows)


async def test_another_installations_codes_do_not_work(stores: Stores, clock: MovableClock) -> None:
    other = Codes(KeyRing(b"another installation's secret"), clock)
    async with stores.database.writing() as connection:
        code = await other.issue(connection, Purpose.LINK, 7)
        assert await stores.codes.look(connection, Purpose.LINK, code, "somebody") is CodeFailure.WRONG


async def test_a_code_for_one_thing_does_nothing_for_another(stores: Stores) -> None:
    async with stores.database.writing() as connection:
        code = await stores.codes.issue(connection, Purpose.CLUB, 7)
        assert await stores.codes.look(connection, Purpose.LINK, code, "somebody") is CodeFailure.WRONG
        assert isinstance(await stores.codes.look(connection, Purpose.CLUB, code, "somebody"), Code)


async def test_looking_does_not_spend_and_spending_works_once(stores: Stores) -> None:
    async with stores.database.writing() as connection:
        code = await stores.codes.issue(connection, Purpose.LINK, 7)
        found = [await stores.codes.look(connection, Purpose.LINK, code, "somebody") for _ in range(2)]
        assert found[0] == found[1]
        assert isinstance(found[0], Code)
        assert found[0].subject == 7
        assert [await stores.codes.spend(connection, found[0]) for _ in range(2)] == [True, False]


async def test_a_right_code_takes_the_wrong_ones_off_the_count(stores: Stores) -> None:
    async with stores.database.writing() as connection:
        for _ in range(4):
            await stores.codes.look(connection, Purpose.LINK, "wrong", "somebody")
        code = await stores.codes.issue(connection, Purpose.LINK, 7)
        found = await stores.codes.look(connection, Purpose.LINK, code, "somebody")
        assert isinstance(found, Code)
        await stores.codes.spend(connection, found)
        for _ in range(5):
            assert await stores.codes.look(connection, Purpose.LINK, "wrong", "somebody") is CodeFailure.WRONG
        assert await stores.codes.look(connection, Purpose.LINK, "wrong", "somebody") is CodeFailure.TOO_MANY


async def test_the_hour_begins_with_the_first_wrong_code(stores: Stores) -> None:
    for _ in range(5):
        async with stores.database.writing() as connection:
            assert await stores.codes.look(connection, Purpose.LINK, "wrong", "somebody") is CodeFailure.WRONG
        await stores.clock.move(600)
    async with stores.database.writing() as connection:
        assert await stores.codes.look(connection, Purpose.LINK, "wrong", "somebody") is CodeFailure.TOO_MANY
    await stores.clock.move(600)
    async with stores.database.writing() as connection:
        assert await stores.codes.look(connection, Purpose.LINK, "wrong", "somebody") is CodeFailure.WRONG
