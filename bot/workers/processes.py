"""Runs CPU jobs in a process of its own, one by one: started when needed, ended when idle, killed when late."""

import asyncio
import multiprocessing
import os
import pickle
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import TypeVar, cast

from bot.ports.workers import WorkFailed

P = TypeVar("P")
R = TypeVar("R")

IDLE_SECONDS = 30.0
"""After this long without work the process ends and gives its memory back."""

MOST_WAITING = 256
"""Jobs that may wait; more are refused at once, so that a rush of pictures does not fill the memory."""


def _serve(pipe: Connection) -> None:
    """The worker's life: takes a job, answers whether it worked and with what, until the pipe closes."""
    # Untrusted pictures are decoded here: the tokens in the environment are none of this process's business.
    os.environ.clear()
    with suppress(EOFError, KeyboardInterrupt):
        while True:
            work, argument = pipe.recv()
            try:
                answer: tuple[bool, object] = (True, work(argument))
                pipe.send(answer)
            except Exception as error:  # whatever the work raises goes back as words
                pipe.send((False, f"{type(error).__name__}: {error}"))


class ProcessWorkers:
    """Implements :class:`bot.ports.workers.Workers` with one process.

    Args:
        idle: seconds without work after which the process ends.
    """

    def __init__(self, *, idle: float = IDLE_SECONDS) -> None:
        self._idle = idle
        self._turn = asyncio.Lock()
        self._waiting = 0
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._ending: asyncio.TimerHandle | None = None

    @property
    def process_id(self) -> int | None:
        """The worker's process id, or None when there is none now."""
        return None if self._process is None else self._process.pid

    async def run(self, work: Callable[[P], R], argument: P, *, timeout: float) -> R:
        """Runs a module-level function in the worker.

        Raises:
            WorkFailed: it took too long, died, raised, cannot be pickled, or too much waits already.
        """
        if self._waiting >= MOST_WAITING:
            raise WorkFailed("too much waits for the worker")
        try:
            job = pickle.dumps((work, argument))
        except (pickle.PicklingError, AttributeError, TypeError) as error:
            raise WorkFailed(f"cannot be pickled: {error}") from error
        self._waiting += 1
        try:
            async with self._turn:
                return cast(R, await self._done(job, timeout))
        finally:
            self._waiting -= 1

    async def _done(self, job: bytes, limit: float) -> object:
        pipe = self._started()
        try:
            async with asyncio.timeout(limit):
                await asyncio.to_thread(pipe.send_bytes, job)
                worked, result = cast(tuple[bool, object], await asyncio.to_thread(pipe.recv))
        except TimeoutError as error:
            self.end()
            raise WorkFailed(f"took longer than {limit:g} s") from error
        except (EOFError, OSError) as error:
            self.end()
            raise WorkFailed("the worker died") from error
        except asyncio.CancelledError:
            self.end()
            raise
        self._ending = asyncio.get_running_loop().call_later(self._idle, self.end)
        if not worked:
            raise WorkFailed(str(result))
        return result

    def _started(self) -> Connection:
        if self._ending is not None:
            self._ending.cancel()
            self._ending = None
        if self._process is not None and self._pipe is not None and self._process.is_alive():
            return self._pipe
        self.end()
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs,), name="cattax worker", daemon=True)
        self._process.start()
        theirs.close()
        self._pipe = ours
        return ours

    def end(self) -> None:
        """Ends the process, whatever it does; the next job starts another."""
        if self._ending is not None:
            self._ending.cancel()
            self._ending = None
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None
