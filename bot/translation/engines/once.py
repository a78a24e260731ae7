"""Asking a service once what it can do, however many want to know it at the same time."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Once(Generic[T]):
    """An answer that is asked for once and kept; a failure is not kept, and whoever comes next asks again."""

    def __init__(self, ask: Callable[[], Awaitable[T]]) -> None:
        self._ask = ask
        self._one = asyncio.Lock()
        self.known: T | None = None

    async def get(self) -> T:
        """The answer; raises what asking for it raises."""
        if self.known is None:
            async with self._one:
                if self.known is None:
                    self.known = await self._ask()
        return self.known
