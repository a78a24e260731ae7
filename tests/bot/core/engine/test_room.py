"""Room in memory: how much is held at once, and that what is given back is had by others."""

import asyncio

import pytest

from bot.core.room import Room
from tests.kit.patience import PATIENCE


async def test_no_more_is_held_at_once_than_there_is() -> None:
    room, held, most = Room(100), 0, 0

    async def holds(size: int) -> None:
        nonlocal held, most
        async with room.taken(size):
            held += size
            most = max(most, held)
            await asyncio.sleep(0)
            held -= size

    async with asyncio.timeout(PATIENCE):
        await asyncio.gather(*(holds(size) for size in (60, 60, 30, 30, 10, 100, 1) * 5))
    assert 60 <= most <= 100


async def test_a_file_larger_than_the_room_has_it_for_itself() -> None:
    room = Room(100)
    async with asyncio.timeout(PATIENCE), room.taken(500):
        waiting = asyncio.create_task(_takes(room, 1))
        await asyncio.sleep(0)
        assert not waiting.done()
    async with asyncio.timeout(PATIENCE):
        await waiting


async def test_who_gives_up_or_fails_holds_nothing() -> None:
    room = Room(100)
    async with room.taken(100):
        waiting = asyncio.create_task(_takes(room, 100))
        await asyncio.sleep(0)
        waiting.cancel()
    with pytest.raises(ValueError, match="broken"):
        async with room.taken(100):
            raise ValueError("broken")
    async with asyncio.timeout(PATIENCE):
        await _takes(room, 100)


async def _takes(room: Room, size: int) -> None:
    async with room.taken(size):
        pass
