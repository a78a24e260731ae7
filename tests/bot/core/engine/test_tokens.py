"""What a key carries comes back as it was, and nothing else does."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.codec import Codec
from bot.core.tokens import LIFETIME, SHORTEST_LIMIT, ActionTokens, Forged, Opened, Stale, ToPack
from bot.domain.action import Action
from bot.domain.refs import Platform, UserRef
from bot.storage.engine import SqlDatabase
from tests.bot.core.engine.samples import Confirm, Everything, Join, Nothing, Unlisted, new_codec, values
from tests.kit.clock import MovableClock
from tests.kit.databases import CountingDatabase

DISCORD, TELEGRAM = Platform("discord"), Platform("telegram")
LENA = UserRef(DISCORD, "1234567890123456789")
KEY = b"sixteen bytes of key"
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"


def _tokens(database: Any, clock: MovableClock, key: bytes = KEY) -> ActionTokens:
    return ActionTokens(database, clock, new_codec(), key)


@given(data=st.data())
@settings(
    max_examples=25, derandomize=True, database=None, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
async def test_any_action_comes_back_whether_it_fits_or_not(
    data: st.DataObject, database: SqlDatabase, clock: MovableClock
) -> None:
    action: Action = data.draw(st.one_of(values(Everything), values(Join), values(Confirm)))
    only: UserRef | None = data.draw(st.sampled_from([None, LENA]))
    limit = data.draw(st.sampled_from([SHORTEST_LIMIT, 64, 100]))
    tokens = _tokens(database, clock)
    token = await tokens.pack(action, only=only, limit=limit, platform=DISCORD)
    assert len(token) <= limit
    assert set(token) <= set(ALPHABET)
    assert tokens.peek(token) is type(action)
    assert await tokens.unpack(token, DISCORD) == Opened(action, only)


async def test_what_fits_costs_no_query(database: SqlDatabase, clock: MovableClock) -> None:
    counting = CountingDatabase(database)
    tokens = _tokens(counting, clock)
    token = await tokens.pack(Join(7), only=LENA, limit=64, platform=DISCORD)
    assert await tokens.unpack(token, DISCORD) == Opened(Join(7), LENA)
    assert counting.opened == 0
    assert len(await tokens.pack(Join(7), only=None, limit=64, platform=DISCORD)) == 15


async def test_many_that_do_not_fit_are_kept_by_one_transaction(database: SqlDatabase, clock: MovableClock) -> None:
    counting = CountingDatabase(database)
    tokens = _tokens(counting, clock)
    wanted = [ToPack(Confirm(Join(2**60 + number)), LENA, SHORTEST_LIMIT) for number in range(30)]
    packed = await tokens.pack_many([*wanted, ToPack(Nothing(), None, 64)], DISCORD)
    assert counting.opened == 1
    again = _tokens(database, clock)
    assert [await again.unpack(token, DISCORD) for token in packed] == [
        *(Opened(one.action, LENA) for one in wanted),
        Opened(Nothing(), None),
    ]


@pytest.mark.parametrize("limit", [SHORTEST_LIMIT, 64])
async def test_any_change_is_seen(database: SqlDatabase, clock: MovableClock, limit: int) -> None:
    tokens = _tokens(database, clock)
    token = await tokens.pack(Confirm(Join(2**60)), only=LENA, limit=limit, platform=DISCORD)
    for at in range(len(token)):
        for other in "AbK_9":
            if other != token[at]:
                assert await tokens.unpack(token[:at] + other + token[at + 1 :], DISCORD) == Forged()
    for changed in (token[:-1], token + "A", "", "A", token[1:], "é" * 20, token.upper()):
        assert await tokens.unpack(changed, DISCORD) == Forged()


async def test_another_platforms_and_another_installations_are_forged(
    database: SqlDatabase, clock: MovableClock
) -> None:
    token = await _tokens(database, clock).pack(Join(7), only=None, limit=64, platform=DISCORD)
    assert await _tokens(database, clock).unpack(token, TELEGRAM) == Forged()
    assert await _tokens(database, clock, b"another key of sixteen").unpack(token, DISCORD) == Forged()


async def test_kept_ones_grow_stale_and_are_cleaned(database: SqlDatabase, clock: MovableClock) -> None:
    tokens = _tokens(database, clock)
    token = await tokens.pack(Confirm(Join(2**60)), only=LENA, limit=SHORTEST_LIMIT, platform=DISCORD)
    await clock.move(LIFETIME - timedelta(seconds=1))
    assert await tokens.clean() == 0
    assert isinstance(await tokens.unpack(token, DISCORD), Opened)
    await clock.move(1)
    assert await tokens.unpack(token, DISCORD) == Stale()
    assert await tokens.clean() == 1
    assert await tokens.unpack(token, DISCORD) == Stale()
    assert tokens.peek(token) is Confirm


async def test_those_of_an_action_that_is_gone_are_stale(database: SqlDatabase, clock: MovableClock) -> None:
    before = _tokens(database, clock)
    after = ActionTokens(database, clock, Codec([("events", Nothing)], []), KEY)
    for limit in (SHORTEST_LIMIT, 64):
        token = await before.pack(Confirm(Join(2**60)), only=LENA, limit=limit, platform=DISCORD)
        assert await after.unpack(token, DISCORD) == Stale()
        assert after.peek(token) is None


async def test_what_one_person_alone_may_press_is_forgotten_with_them(
    database: SqlDatabase, clock: MovableClock
) -> None:
    tokens = _tokens(database, clock)
    action = Confirm(Join(2**60))
    theirs = await tokens.pack(action, only=LENA, limit=SHORTEST_LIMIT, platform=DISCORD)
    other = UserRef(DISCORD, "2")
    others = await tokens.pack(action, only=other, limit=SHORTEST_LIMIT, platform=DISCORD)
    await tokens.forget(LENA)
    assert await tokens.unpack(theirs, DISCORD) == Stale()
    assert await tokens.unpack(others, DISCORD) == Opened(action, other)


async def test_what_cannot_be_packed_is_refused(database: SqlDatabase, clock: MovableClock) -> None:
    tokens = _tokens(database, clock)
    with pytest.raises(ValueError, match="no room"):
        await tokens.pack(Join(7), only=None, limit=SHORTEST_LIMIT - 1, platform=DISCORD)
    with pytest.raises(ValueError, match="catalog"):
        await tokens.pack(Unlisted(7), only=None, limit=64, platform=DISCORD)
    with pytest.raises(ValueError, match="key"):
        _tokens(database, clock, b"short")
    assert tokens.peek("") is None
    assert tokens.peek("Kxxxxxxxx") is None
