"""Heavy work outside the event loop."""

from collections.abc import Callable
from typing import Protocol, TypeVar

P = TypeVar("P")
R = TypeVar("R")


class WorkFailed(Exception):
    """The work took too long, its process died, or it raised."""


class Workers(Protocol):
    """Runs CPU jobs in processes of their own: started when needed, ended when idle."""

    async def run(self, work: Callable[[P], R], argument: P, *, timeout: float) -> R:
        """Runs a module-level function.

        Args:
            work: importable by its name; its argument and result can be pickled.
            timeout: seconds, after which the process is ended.

        Raises:
            WorkFailed: it took too long, died or raised.
        """
        ...
