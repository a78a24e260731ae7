"""Many small writes in one transaction: whoever comes while one is written waits for the next, together."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ports.database import Database, StorageUnavailable

I = TypeVar("I")  # noqa: E741 (an item)
R = TypeVar("R")

Write = Callable[[AsyncConnection, Sequence[I]], Awaitable[Sequence[R]]]
"""Writes items in their order, and answers each."""

MOST_TOGETHER = 200
"""Items of one transaction: few enough for SQLite's 32,766 variables, and for those who wait."""

MOST_AT_ONCE = 16
"""Who waited are answered so many at a time: 200 handlers that begin together would hold the event loop up."""


@dataclass(slots=True)
class _Waiting(Generic[I, R]):
    item: I
    written: "asyncio.Future[R]"


class GroupCommit(Generic[I, R]):
    """Commits what is submitted at the same time by one transaction. Nothing waits while nothing is being written."""

    def __init__(self, db: Database, write: Write[I, R]) -> None:
        self._db = db
        self._write = write
        self._waiting: list[_Waiting[I, R]] = []
        self._writer: asyncio.Task[None] | None = None

    async def submit(self, item: I) -> R:
        """Returns the item's answer once it is committed; raises what kept it from that.

        Who is cancelled while waiting does not know whether it was written.
        """
        written: asyncio.Future[R] = asyncio.get_running_loop().create_future()
        self._waiting.append(_Waiting(item, written))
        if self._writer is None:
            self._writer = asyncio.create_task(self._work(), name="group commit")
        return await written

    async def idle(self) -> None:
        """Waits until nothing is being written."""
        while self._writer is not None:
            await asyncio.wait({self._writer})

    async def _work(self) -> None:
        try:
            while self._waiting:
                together = self._waiting[:MOST_TOGETHER]
                del self._waiting[:MOST_TOGETHER]
                await self._commit(together)
        finally:
            self._writer = None
            for one in self._waiting:
                one.written.cancel()
            self._waiting.clear()

    async def _commit(self, together: Sequence[_Waiting[I, R]]) -> None:
        try:
            async with self._db.writing() as connection:
                answers = await self._write(connection, [one.item for one in together])
        except asyncio.CancelledError:
            for one in together:
                one.written.cancel()
            raise
        except Exception as error:  # handed to whoever waits
            if len(together) > 1 and not isinstance(error, StorageUnavailable):
                # One of them cannot be written: the others must not suffer for it.
                for one in together:
                    await self._commit([one])
                return
            for one in together:
                if not one.written.done():
                    one.written.set_exception(error)
            return
        self._answer(list(zip(together, answers, strict=True)))

    def _answer(self, answered: Sequence[tuple[_Waiting[I, R], R]]) -> None:
        """Answers those who wait, some in each round of the event loop: each goes on with its work at once."""
        for one, answer in answered[:MOST_AT_ONCE]:
            if not one.written.done():
                one.written.set_result(answer)
        if len(answered) > MOST_AT_ONCE:
            asyncio.get_running_loop().call_soon(self._answer, answered[MOST_AT_ONCE:])
