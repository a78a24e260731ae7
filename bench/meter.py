"""What a process has used: its own counters and those of its children, as the operating system keeps them."""

import asyncio
import importlib
import time
from collections.abc import Sequence
from dataclasses import dataclass
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
        for process in (self._process, *self._process.children(recursive=True)):
            times = process.cpu_times()
            cpu += times.user + times.system
            resident += process.memory_info().rss
        return Reading(cpu, resident)

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
