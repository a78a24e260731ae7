"""What a process has used: its own counters and those of its children, as the operating system keeps them."""

import asyncio
import importlib
import os
import re
import sys
import time
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast

_STEP = 0.25
"""Seconds between two looks at a process that is to come to rest."""
_STILL = 0.012
"""CPU seconds in such a step up to which a process counts as resting: the system counts in hundredths."""
_STEPS = 2
"""How many such steps in a row are rest."""
_PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Reading:
    """What was used until now.

    Attributes:
        cpu: seconds of user and system time since the process began.
        resident: bytes in memory now.
    """

    cpu: float
    resident: int


class _Times(Protocol):
    user: float
    system: float


class _Memory(Protocol):
    rss: int


class _Process(Protocol):
    pid: int

    def cpu_times(self) -> _Times: ...
    def memory_info(self) -> _Memory: ...
    def children(self, recursive: bool = False) -> "Sequence[_Process]": ...


class _Library(Protocol):
    def Process(self, pid: int) -> _Process: ...  # noqa: N802  # its name


class Meter:
    """Reads one process and its children."""

    def __init__(self, pid: int) -> None:
        self._process = cast("_Library", importlib.import_module("psutil")).Process(pid)

    def read(self) -> Reading:
        """Looks now."""
        cpu, resident = 0.0, 0
        for process in self._all():
            times = process.cpu_times()
            cpu += times.user + times.system
            resident += process.memory_info().rss
        return Reading(cpu, resident)

    def most(self) -> int:
        """Bytes: the most that each process had in memory at any time, added up; what is there now, if unknown."""
        return sum(_peak(process) for process in self._all())

    @contextmanager
    def on_one_core(self) -> Generator[None]:
        """Leaves the processes one core between them, where the system can."""
        if sys.platform != "linux":
            yield
            return
        usual = os.sched_getaffinity(self._process.pid)
        self._confine({max(usual)})
        try:
            yield
        finally:
            self._confine(usual)

    def _confine(self, cores: Iterable[int]) -> None:
        if sys.platform == "linux":
            for process in self._all():
                for thread in Path(f"/proc/{process.pid}/task").iterdir():
                    with suppress(ProcessLookupError):
                        os.sched_setaffinity(int(thread.name), cores)

    def _all(self) -> Sequence[_Process]:
        return self._process, *self._process.children(recursive=True)

    async def at_rest(self, least: float = 0.0) -> Reading:
        """Waits until the process does next to nothing, and looks.

        What was told to it is not always handled when it was taken from the wire: a library may keep a queue.

        Args:
            least: seconds to wait in any case.

        Raises:
            TimeoutError: it does not come to rest.
        """
        began, still = time.monotonic(), 0
        before = self.read()
        while still < _STEPS or time.monotonic() - began < least:
            if time.monotonic() - began > _PATIENCE + least:
                raise TimeoutError("the process does not come to rest")
            await asyncio.sleep(_STEP)
            now = self.read()
            still = still + 1 if now.cpu - before.cpu <= _STILL else 0
            before = now
        return before


def _peak(process: _Process) -> int:
    with suppress(OSError):
        found = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{process.pid}/status").read_text())
        if found is not None:
            return int(found[1]) * 1024
    return process.memory_info().rss
