"""``python -m bot run`` as a process of its own, which can be killed."""

import asyncio
import os
import random
import signal
import socket
import sys
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.kit.patience import PATIENCE
from tests.kit.warm import Forked, Warm

ROOT = Path(__file__).parents[2]

_PORTS = random.SystemRandom()


def free_port() -> int:
    """A port that nobody listens on now, and that is given to nobody who asks the system for any.

    Between this and its use others begin and end many connections. Those are given ports from 32768 on, or higher.
    """
    while True:
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", _PORTS.randrange(15_000, 32_000)))
            return int(probe.getsockname()[1])


@dataclass(slots=True)
class BotProcess:
    """A running bot.

    Attributes:
        written: where everything goes that it writes.
    """

    process: asyncio.subprocess.Process | Forked
    written: Path

    @property
    def output(self) -> str:
        """Everything written so far."""
        return self.written.read_text(encoding="utf-8", errors="replace")

    async def kill(self) -> None:
        """Ends it without a word, as a power cut does."""
        self.process.send_signal(signal.SIGKILL)
        await self.process.wait()

    async def stop(self) -> int:
        """Ends it in good order; gives its exit code."""
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(PATIENCE):
            return await self.process.wait()


@asynccontextmanager
async def bot_process(
    folder: Path, settings: Mapping[str, str], warm: Warm | None = None
) -> AsyncGenerator[BotProcess]:
    """Runs the bot in a folder, with these settings and no others.

    Args:
        folder: its current directory, with its database.
        settings: its variables.
        warm: what it is forked from; else it is started as an operator starts it.
    """
    written = folder / "output.txt"
    process = await _started(folder, {"PLAYGROUND": "off", "WEB_PORT": "0", **settings}, written, warm)
    bot = BotProcess(process, written)
    try:
        yield bot
    finally:
        if process.returncode is None:
            await bot.kill()


async def _started(
    folder: Path, settings: Mapping[str, str], written: Path, warm: Warm | None
) -> asyncio.subprocess.Process | Forked:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    with written.open("ab") as output:
        if warm is not None:
            return await warm.start(folder, "run", variables=settings, streams=(None, output.fileno(), output.fileno()))
        return await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            "run",
            cwd=folder,
            env={**kept, "PYTHONPATH": str(ROOT), **settings},
            stdin=asyncio.subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        )
