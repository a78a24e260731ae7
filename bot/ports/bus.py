"""News between processes (in one process: a task). What is lost here is read again from the database."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from enum import Enum
from typing import Protocol


class Topic(Enum):
    """What the news is about."""

    SETTINGS = "settings"
    """``key``: the community's id."""
    WATCHES = "watches"
    IDENTITY = "identity"
    JOBS = "jobs"


@dataclass(frozen=True, slots=True)
class News:
    """Something changed: read it again."""

    topic: Topic
    key: str


class Bus(Protocol):
    """Tells every process, this one included."""

    async def tell(self, news: News) -> None:
        """Tells everybody."""
        ...

    def listen(self) -> AbstractAsyncContextManager[AsyncIterator[News]]:
        """News from now on."""
        ...
