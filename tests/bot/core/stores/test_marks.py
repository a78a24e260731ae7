"""Marks of accounts."""

from bot.clock import SystemClock
from bot.core.codes import load_key_ring
from bot.core.marks import Marks
from bot.domain.refs import Platform, UserRef
from bot.storage.engine import SqlDatabase

DISCORD, TELEGRAM = Platform("discord"), Platform("telegram")
SOMEBODY = UserRef(DISCORD, "81384788765712384")


async def _marks(database: SqlDatabase) -> Marks:
    return Marks((await load_key_ring(database, SystemClock())).key("marks"))


async def test_a_mark_is_the_same_after_a_start(database: SqlDatabase) -> None:
    assert (await _marks(database)).of(SOMEBODY) == (await _marks(database)).of(SOMEBODY)


async def test_no_two_accounts_share_a_mark(database: SqlDatabase) -> None:
    marks = await _marks(database)
    users = [UserRef(platform, str(number)) for platform in (DISCORD, TELEGRAM) for number in range(50)]
    assert len({marks.of(user) for user in users}) == len(users)


async def test_a_mark_says_nothing_without_the_key(database: SqlDatabase) -> None:
    marks = await _marks(database)
    assert SOMEBODY.id not in marks.of(SOMEBODY)
    assert Marks(b"another").of(SOMEBODY) != marks.of(SOMEBODY)
    assert "key" not in repr(marks)
