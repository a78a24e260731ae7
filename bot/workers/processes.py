"""Runs CPU jobs in a process of its own, one by one: started when needed, ended when idle, killed when late."""

import asyncio
import multiprocessing
import os
import pickle
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
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


_NICE = 5
"""How far the worker steps back where the event loop wants the same processor."""

_ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
"""Of what multiplies matrices for NumPy: more would wait for each other busily, for as much CPU as they work."""


def _serve(pipe: Connection) -> None:
    """The worker's life: takes a job, answers whether it worked and with what, until the pipe closes."""
    # Untrusted pictures are decoded here: the tokens in the environment are none of this process's business.
    os.environ.clear()
    os.environ.update(_ONE_THREAD)
    if sys.platform != "win32":
        os.nice(_NICE)
    with suppress(EOFError, ConnectionError, KeyboardInterrupt):
        while True:
            _serve_one(pipe)


def _serve_one(pipe: Connection) -> None:
    """Does one job. A function of its own, so that nothing of a job is held while the next is waited for."""
    work, argument = pipe.recv()
    try:
        answer: tuple[bool, object] = (True, work(argument))
        pipe.send(answer)
    except ConnectionError:
        raise
    except Exception as error:  # whatever the work raises goes back as words
        pipe.send((False, f"{type(error).__name__}: {error}"))


@dataclass(frozen=True, slots=True)
class _Worker:
    """A process and the way to it. What is called in here may take tens of milliseconds, so threads do it."""

    process: SpawnProcess
    pipe: Connection

    @classmethod
    def started(cls) -> "_Worker":
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs,), name="cattax worker", daemon=True)
        process.start()
        theirs.close()
        return cls(process, ours)

    def exchange(self, work: Callable[[P], R], argument: P) -> tuple[bool, object]:
        try:
            job = pickle.dumps((work, argument))
        except (pickle.PicklingError, AttributeError, TypeError) as error:
            return False, f"cannot be pickled: {error}"
        self.pipe.send_bytes(job)
        return cast(tuple[bool, object], self.pipe.recv())

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.process.close()
        self.pipe.close()


class ProcessWorkers:
    """Implements :class:`bot.ports.workers.Workers` with one process.

    Args:
        idle: seconds without work after which the process ends.
    """

    def __init__(self, *, idle: float = IDLE_SECONDS) -> None:
        self._idle = idle
        self._turn = asyncio.Lock()
        self._waiting = 0
        self._worker: _Worker | None = None
        self._ending: asyncio.TimerHandle | None = None

    @property
    def process_id(self) -> int | None:
        """The worker's process id, or None when there is none now."""
        return None if self._worker is None else self._worker.process.pid

    async def run(self, work: Callable[[P], R], argument: P, *, timeout: float) -> R:
        """Runs a module-level function in the worker.

        Raises:
            WorkFailed: it took too long, died, raised, cannot be pickled, or too much waits already.
        """
        if self._waiting >= MOST_WAITING:
            raise WorkFailed("too much waits for the worker")
        self._waiting += 1
        try:
            async with self._turn:
                worked, result = await self._answered(work, argument, timeout)
        finally:
            self._waiting -= 1
        if not worked:
            raise WorkFailed(str(result))
        return cast(R, result)

    async def _answered(self, work: Callable[[P], R], argument: P, limit: float) -> tuple[bool, object]:
        try:
            async with asyncio.timeout(limit):
                worker = await self._started()
                answer = await self._exchanged(worker, work, argument)
        except TimeoutError as error:
            await self._ended()
            raise WorkFailed(f"took longer than {limit:g} s") from error
        except (EOFError, OSError) as error:
            await self._ended()
            raise WorkFailed("the worker died") from error
        except asyncio.CancelledError:
            await self._ended()
            raise
        self._ending = asyncio.get_running_loop().call_later(self._idle, self._end_idle)
        return answer

    async def _started(self) -> _Worker:
        self._stay()
        if self._worker is not None and self._worker.process.is_alive():
            return self._worker
        await self._ended()
        starting = asyncio.create_task(asyncio.to_thread(_Worker.started))
        try:
            worker = await asyncio.shield(starting)
        except asyncio.CancelledError:
            self._worker = await starting  # whoever ends it has to know it
            raise
        self._worker = worker
        return worker

    async def _exchanged(self, worker: _Worker, work: Callable[[P], R], argument: P) -> tuple[bool, object]:
        exchange = asyncio.create_task(asyncio.to_thread(worker.exchange, work, argument))
        try:
            return await asyncio.shield(exchange)
        except asyncio.CancelledError:
            with suppress(ValueError):  # ended by another already
                worker.process.kill()
            await asyncio.wait({exchange})  # the pipe is closed when no thread reads it any more
            exchange.exception()  # that it failed is no news
            raise

    def _stay(self) -> None:
        if self._ending is not None:
            self._ending.cancel()
            self._ending = None

    def _taken(self) -> _Worker | None:
        self._stay()
        worker, self._worker = self._worker, None
        return worker

    async def _ended(self) -> None:
        worker = self._taken()
        if worker is not None:
            await asyncio.to_thread(worker.end)

    def _end_idle(self) -> None:
        worker = self._taken()
        if worker is not None:
            asyncio.get_running_loop().run_in_executor(None, worker.end)

    def end(self) -> None:
        """Ends the process, whatever it does, before this returns; the next job starts another."""
        worker = self._taken()
        if worker is not None:
            worker.end()
