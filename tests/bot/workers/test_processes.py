"""A worker's process comes when it is needed, goes when it is not, and takes nobody along when it dies."""

import asyncio
import multiprocessing
import os
from collections.abc import AsyncGenerator, Callable
from pathlib import Path

import pytest

from bot.ports.workers import WorkFailed
from bot.workers.processes import MOST_WAITING, ProcessWorkers
from tests.bot.workers.jobs import broken, die, double, hang, process, reverse, strange, variables


@pytest.fixture
async def workers() -> AsyncGenerator[ProcessWorkers]:
    made = ProcessWorkers(idle=1_000)
    yield made
    made.end()


async def until(true: Callable[[], bool]) -> None:
    """Waits for what another process does; the test's time limit ends it."""
    while not true():  # noqa: ASYNC110 (there is nothing to be told by)
        await asyncio.sleep(0.002)


def _lives(number: int) -> bool:
    return Path(f"/proc/{number}").exists()


async def test_work_is_done_elsewhere_by_one_process(workers: ProcessWorkers) -> None:
    assert workers.process_id is None
    assert await workers.run(double, 21, timeout=60) == 42
    elsewhere = await asyncio.gather(*(workers.run(process, None, timeout=60) for _ in range(5)))
    assert set(elsewhere) == {workers.process_id}
    assert workers.process_id != os.getpid()


async def test_large_pictures_go_there_and_back(workers: ProcessWorkers) -> None:
    content = os.urandom(3_000_000)
    assert await workers.run(reverse, content, timeout=60) == content[::-1]


async def test_what_work_raises_comes_back_as_a_failure(workers: ProcessWorkers) -> None:
    with pytest.raises(WorkFailed, match="ValueError: no cat"):
        await workers.run(broken, "no cat", timeout=60)
    with pytest.raises(WorkFailed):
        await workers.run(strange, None, timeout=60)
    assert await workers.run(double, 1, timeout=60) == 2


async def test_what_cannot_be_sent_there_is_a_failure(workers: ProcessWorkers) -> None:
    with pytest.raises(WorkFailed, match="pickled"):
        await workers.run(lambda number: number, 1, timeout=60)


async def test_a_killed_process_fails_its_work_only(workers: ProcessWorkers) -> None:
    results = await asyncio.gather(
        workers.run(die, None, timeout=60), workers.run(double, 1, timeout=60), return_exceptions=True
    )
    assert isinstance(results[0], WorkFailed)
    assert results[1] == 2


async def test_a_process_that_dies_while_idle_is_replaced(workers: ProcessWorkers) -> None:
    first = await workers.run(process, None, timeout=60)
    os.kill(first, 9)
    await until(lambda: not _lives(first) or Path(f"/proc/{first}/stat").read_text().split()[2] == "Z")
    assert await workers.run(process, None, timeout=60) != first


async def test_what_takes_too_long_is_ended(workers: ProcessWorkers, tmp_path: Path) -> None:
    late = await workers.run(process, None, timeout=60)
    with pytest.raises(WorkFailed, match="longer"):
        await workers.run(hang, str(tmp_path / "begun"), timeout=0.2)
    assert not _lives(late)
    assert await workers.run(double, 1, timeout=60) == 2


async def test_work_nobody_waits_for_any_more_is_ended(workers: ProcessWorkers, tmp_path: Path) -> None:
    number = await workers.run(process, None, timeout=60)
    marker = tmp_path / "begun"
    running = asyncio.create_task(workers.run(hang, str(marker), timeout=60))
    await until(marker.exists)
    running.cancel()
    await asyncio.wait({running})
    assert not _lives(number)
    assert await workers.run(double, 1, timeout=60) == 2


async def test_work_that_is_given_up_while_the_process_starts_leaves_none_behind(workers: ProcessWorkers) -> None:
    running = asyncio.create_task(workers.run(double, 1, timeout=60))
    await asyncio.sleep(0)
    await asyncio.sleep(0)  # the thread that starts it has begun
    running.cancel()
    await asyncio.wait({running})
    assert workers.process_id is None
    assert "cattax worker" not in {process.name for process in multiprocessing.active_children()}
    assert await workers.run(double, 1, timeout=60) == 2


async def test_it_is_told_no_secret(workers: ProcessWorkers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "secret")
    told = await workers.run(variables, None, timeout=60)
    assert set(told) == {"OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"}, "its own alone"


async def test_ending_while_it_works_fails_the_work(workers: ProcessWorkers, tmp_path: Path) -> None:
    marker = tmp_path / "begun"
    running = asyncio.create_task(workers.run(hang, str(marker), timeout=60))
    await until(marker.exists)
    workers.end()
    with pytest.raises(WorkFailed, match="died"):
        await running
    assert await workers.run(double, 1, timeout=60) == 2


async def test_an_idle_process_ends(tmp_path: Path) -> None:
    workers = ProcessWorkers(idle=0.01)
    number = await workers.run(process, None, timeout=60)
    await until(lambda: not _lives(number))
    assert workers.process_id is None
    assert await workers.run(double, 1, timeout=60) == 2
    workers.end()


async def test_only_so_much_waits(workers: ProcessWorkers, tmp_path: Path) -> None:
    marker = tmp_path / "begun"
    running = asyncio.create_task(workers.run(hang, str(marker), timeout=60))
    await until(marker.exists)
    waiting = [asyncio.create_task(workers.run(double, 1, timeout=60)) for _ in range(MOST_WAITING - 1)]
    await asyncio.sleep(0)
    with pytest.raises(WorkFailed, match="too much"):
        await workers.run(double, 1, timeout=60)
    for task in (running, *waiting):
        task.cancel()
    await asyncio.wait({running, *waiting})
    assert await workers.run(double, 1, timeout=60) == 2
