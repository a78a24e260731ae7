"""Order within a chat, no waiting between chats, nothing left behind."""

import asyncio
from collections.abc import Callable

import pytest

from bot.core.lanes import Lanes, Work
from tests.kit.clock import settle


class Log:
    """Notes what ran, and lets work wait until it is let go."""

    def __init__(self) -> None:
        self.began: list[str] = []
        self.ended: list[str] = []
        self.errors: list[tuple[str, str]] = []
        self.gate = asyncio.Event()

    def failed(self, key: str, error: Exception) -> None:
        self.errors.append((key, str(error)))

    def note(self, name: str) -> Work:
        async def work() -> None:
            self.began.append(name)
            await self.gate.wait()
            self.ended.append(name)

        return work

    def fail(self, name: str) -> Work:
        async def work() -> None:
            raise ValueError(name)

        return work


async def _submit(lanes: Lanes, make: Callable[[str], Work], *names: str) -> None:
    for name in names:
        await lanes.submit(name[0], make(name))
    await settle()


async def test_order_holds_within_a_key_and_keys_run_side_by_side() -> None:
    log = Log()
    lanes = Lanes(log.failed)
    await _submit(lanes, log.note, "a1", "a2", "b1", "a3")
    assert log.began == ["a1", "b1"]
    assert lanes.waiting == 4
    log.gate.set()
    await lanes.idle()
    assert [name for name in log.ended if name[0] == "a"] == ["a1", "a2", "a3"]
    assert (lanes.keys, lanes.waiting) == (0, 0)


async def test_only_so_many_keys_run_at_once_and_a_busy_key_starves_nobody() -> None:
    log = Log()
    lanes = Lanes(log.failed, at_once=1)
    await _submit(lanes, log.note, "a1", "a2", "a3", "b1")
    assert log.began == ["a1"]
    log.gate.set()
    await lanes.idle()
    assert log.ended == ["a1", "b1", "a2", "a3"]


async def test_what_work_raises_is_reported_and_the_lane_goes_on() -> None:
    log = Log()
    log.gate.set()
    lanes = Lanes(log.failed)
    await lanes.submit("a", log.fail("broken"))
    await lanes.submit("a", log.note("a2"))
    await lanes.idle()
    assert log.errors == [("a", "broken")]
    assert log.ended == ["a2"]


async def test_whoever_submits_waits_when_too_much_waits() -> None:
    log = Log()
    lanes = Lanes(log.failed, waiting=2)
    await _submit(lanes, log.note, "a1", "a2")
    third = asyncio.create_task(lanes.submit("b", log.note("b1")))
    await settle()
    assert not third.done()
    log.gate.set()
    await third
    await lanes.idle()
    assert sorted(log.ended) == ["a1", "a2", "b1"]


async def test_stopping_finishes_what_is_there_and_takes_nothing_more() -> None:
    log = Log()
    lanes = Lanes(log.failed)
    await _submit(lanes, log.note, "a1", "a2")
    stopping = asyncio.create_task(lanes.stop(60))
    await settle()
    with pytest.raises(RuntimeError, match="stopped"):
        await lanes.submit("b", log.note("b1"))
    log.gate.set()
    await stopping
    assert log.ended == ["a1", "a2"]


async def test_stopping_does_not_wait_for_ever() -> None:
    log = Log()
    lanes = Lanes(log.failed)
    await _submit(lanes, log.note, "a1", "a2", "b1")
    await lanes.stop(0)
    assert log.began == ["a1", "b1"]
    assert log.ended == []
    assert (lanes.keys, lanes.waiting) == (0, 0)
