"""The dictionary's file, made once for all tests and all test processes."""

import asyncio
import fcntl
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from bot.ports.workers import WorkFailed
from bot.translation.readings import DictionaryReadings
from bot.translation.readings.making import make, target_in
from bot.workers.processes import ProcessWorkers

P = TypeVar("P")
R = TypeVar("R")


class NoWorkers:
    """Counts what it is asked, and fails."""

    def __init__(self) -> None:
        self.asked = 0

    async def run(self, work: Callable[[P], R], argument: P, *, timeout: float) -> R:
        self.asked += 1
        raise WorkFailed("no worker here")


@pytest.fixture(scope="session")
def dictionary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if base.name.startswith("popen-") else base) / "readings"
    target = target_in(folder)
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        # It takes a processor for seconds: one test process makes it, the others wait.
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not target.is_file():
            workers = ProcessWorkers()
            asyncio.run(workers.run(make, target, timeout=110))
            workers.end()
    return target


@pytest.fixture
def readings(dictionary: Path) -> DictionaryReadings:
    return DictionaryReadings(dictionary.parent, NoWorkers())
