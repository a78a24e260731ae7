"""The dictionary's file, made once for all tests (and all test processes: two at once do no harm)."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from bot.ports.workers import WorkFailed
from bot.translation.readings import DictionaryReadings
from bot.translation.readings.making import target_in

P = TypeVar("P")
R = TypeVar("R")


_MAKE = """
import sys
from pathlib import Path
from bot.translation.readings.making import make
make(Path(sys.argv[1]))
"""


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
    if not target.is_file():
        # In a process of its own, as in a worker: it takes memory that pytest would not get rid of.
        subprocess.run([sys.executable, "-c", _MAKE, str(target)], check=True, timeout=110)  # noqa: S603
    return target


@pytest.fixture
def readings(dictionary: Path) -> DictionaryReadings:
    return DictionaryReadings(dictionary.parent, NoWorkers())
