"""``python -m bot`` in processes forked from one that has loaded the bot: what a start loads is loaded once for many.

A command has its own process as ever, with its own variables, folder, streams and exit code, and can be killed. Only
that its modules are there already is different, for which a few tests start it as an operator does.
"""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from tests.kit.forked import NAME

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
"""Seconds for a command to end, on a busy machine."""
NO_UTF_8 = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@dataclass(slots=True)
class Forked:
    """A command that runs.

    Attributes:
        returncode: as ``subprocess`` has it, once it ended.
    """

    pid: int
    _reader: asyncio.StreamReader = field(repr=False)
    _writer: asyncio.StreamWriter = field(repr=False)
    _ending: asyncio.Lock = field(default_factory=asyncio.Lock, repr=False)
    returncode: int | None = None

    def send_signal(self, number: int) -> None:
        """Sends a signal, if it still runs."""
        if self.returncode is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)

    def terminate(self) -> None:
        """Ends it in good order."""
        self.send_signal(signal.SIGTERM)

    async def wait(self) -> int:
        """Waits for its end; gives its exit code, or the signal that ended it below zero."""
        async with self._ending:
            if self.returncode is None:
                self.returncode = int(await self._reader.readline())
                self._writer.close()
        return self.returncode


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended."""

    code: int
    said: str
    complained: str


@dataclass(frozen=True, slots=True)
class Warm:
    """What commands are forked from.

    Attributes:
        address: the socket where it is asked for them.
    """

    address: str

    async def start(
        self, folder: Path, *words: str, variables: Mapping[str, str], streams: tuple[int | None, int, int]
    ) -> Forked:
        """Starts a command in a folder, in a locale that knows no UTF-8, with these variables and few others.

        Args:
            folder: its current directory.
            words: what is behind ``python -m bot``.
            variables: besides those of the system.
            streams: its input, if it has one, its output and errors.
        """
        asked = json.dumps([str(folder), words, {**_kept(), **variables}]).encode()
        asking = socket.socket(socket.AF_UNIX)
        asking.connect(self.address)
        given, said, complained = streams
        with open(os.devnull, "rb") as nothing:  # noqa: PTH123, ASYNC230  # there is nothing to wait for
            opened = nothing.fileno() if given is None else given, said, complained
            socket.send_fds(asking, [len(asked).to_bytes(4, "big") + asked], opened)
        asking.setblocking(False)
        reader, writer = await asyncio.open_unix_connection(sock=asking)
        return Forked(int(await reader.readline()), reader, writer)

    async def run(self, folder: Path, *words: str, stdin: str = "", **variables: str) -> Ended:
        """Runs a command in a folder to its end, in a locale that knows no UTF-8, with only these variables."""
        with (
            tempfile.TemporaryFile() as given,
            tempfile.TemporaryFile() as said,
            tempfile.TemporaryFile() as complained,
        ):
            given.write(stdin.encode())
            given.seek(0)
            streams = given.fileno(), said.fileno(), complained.fileno()
            command = await self.start(folder, *words, variables=variables, streams=streams)
            try:
                async with asyncio.timeout(PATIENCE):
                    code = await command.wait()
            finally:
                command.send_signal(signal.SIGKILL)
            said.seek(0)
            complained.seek(0)
            return Ended(code, said.read().decode(), complained.read().decode())


def _kept() -> Mapping[str, str]:
    return {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT") if name in os.environ}


async def cold(folder: Path, *words: str, stdin: str = "", **variables: str) -> Ended:
    """Runs a command as :meth:`Warm.run` does, but started as an operator starts it."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", *words),
        cwd=folder,
        env={**_kept(), "PYTHONPATH": str(ROOT), **NO_UTF_8, **variables},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    async with asyncio.timeout(PATIENCE):
        said, complained = await process.communicate(stdin.encode())
    return Ended(process.returncode or 0, said.decode(), complained.decode())


@contextmanager
def warmed(folder: Path) -> Generator[Warm]:
    """Loads the bot in a process of its own, from which commands are forked.

    Args:
        folder: where the socket is made; its path is short, for the system allows a socket's name a hundred characters.
    """
    command: Sequence[str] = (sys.executable, "-m", "tests.kit.forked", str(folder))
    environment = {**_kept(), "PYTHONPATH": str(ROOT), **NO_UTF_8}
    with subprocess.Popen(  # noqa: S603  # ours
        command, env=environment, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        try:
            if process.stdout is None or process.stdout.readline() != b"ready\n":
                raise RuntimeError("the bot could not be loaded")
            yield Warm(str(folder / NAME))
        finally:
            process.kill()
