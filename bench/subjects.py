"""What is measured: the bare library and the bot, each as a process of its own that knows nothing of the benchmark."""

import asyncio
import os
import sys
import time
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from bench.load import ROOT, Load, Side
from bench.meter import Meter, Reading

SURROUNDINGS = Path(__file__).parent / "surroundings"
"""What the environment of a test has and the one of a bot has not is hidden by what stands here."""

_SECONDS_TO_CONNECT = 60.0
_SECONDS_TO_END = 20.0


class Subject(StrEnum):
    """Who is measured."""

    BARE = "bare"
    OURS = "ours"


@dataclass(frozen=True, slots=True)
class Living:
    """A subject that is connected.

    Attributes:
        meter: reads what it uses.
        seconds: how long it took from its start until it was connected.
        start: what it had used by then.
    """

    meter: Meter
    seconds: float
    start: Reading


@asynccontextmanager
async def living(subject: Subject, load: Load, folder: Path, *command: str) -> AsyncGenerator[Living]:
    """A subject from its start to its end, in an empty folder's surroundings.

    Args:
        subject: who.
        load: whom it connects to.
        folder: where it runs; the bot's database stays there from one life to the next, as at a restart.
        command: the module that is run, and its arguments, if another than usual.

    Raises:
        RuntimeError: it ended, or did not connect; with the last it wrote.
    """
    polls = await load.polls() if load.side is Side.TELEGRAM else 0
    written = folder / f"{subject}.log"
    with written.open("wb") as output:
        began = time.monotonic()
        process = await asyncio.create_subprocess_exec(
            *((sys.executable, "-m", *command) if command else _command(subject, load.side)),
            cwd=folder,
            env=_surroundings(load),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        )
    meter = Meter(process.pid)
    try:
        await _connected(process, load, polls, written)
        yield Living(meter, time.monotonic() - began, meter.read())
        if process.returncode is not None:
            raise RuntimeError(f"{subject} ended too soon:\n{_last(written)}")
    finally:
        await _ended(process)


def _command(subject: Subject, side: Side) -> tuple[str, ...]:
    if subject is Subject.BARE:
        return sys.executable, "-m", f"bench.floors.{side}"
    return sys.executable, "-m", "bot", "run"


def _surroundings(load: Load) -> Mapping[str, str]:
    """Nothing of the operator's own settings, and no proxy, gets in between."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "SYSTEMROOT") if name in os.environ}
    own = {"PYTHONPATH": os.pathsep.join((str(ROOT), str(SURROUNDINGS))), "WEB_PORT": "0"}
    if load.side is Side.DISCORD:
        return kept | own | {
            "DISCORD_TOKEN": load["token"], "DISCORD_API_BASE": load["api_base"], "FLOOR_GATEWAY": load["gateway"]
        }  # fmt: skip
    return kept | own | {"TELEGRAM_TOKEN": load["token"], "TELEGRAM_API_BASE": load["api_base"]}


async def _connected(process: asyncio.subprocess.Process, load: Load, polls: int, written: Path) -> None:
    ending = asyncio.create_task(process.wait())
    connecting = asyncio.create_task(load.connected(polls))
    try:
        await asyncio.wait({ending, connecting}, timeout=_SECONDS_TO_CONNECT, return_when=asyncio.FIRST_COMPLETED)
        if not connecting.done():
            raise RuntimeError(f"it did not connect:\n{_last(written)}")
        connecting.result()
    finally:
        ending.cancel()
        connecting.cancel()


def _last(written: Path) -> str:
    return written.read_text(errors="replace")[-3_000:]


async def _ended(process: asyncio.subprocess.Process) -> None:
    with suppress(ProcessLookupError):
        process.terminate()
    try:
        async with asyncio.timeout(_SECONDS_TO_END):
            await process.wait()
    except TimeoutError:
        process.kill()
        await process.wait()
