"""Pictures are looked at in the real worker: beside the event loop, and whatever happens to its process."""

import asyncio
import os
import signal
import time
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest
from PIL import Image

from bot.ports.workers import WorkFailed
from bot.workers.processes import ProcessWorkers
from cogs.cat_tax.rules.pictures import Looked, Sight, Trouble
from cogs.cat_tax.work.looking import look
from tests.cogs.cat_tax.work import samples
from tests.cogs.cat_tax.work.samples import photo, saved

pytestmark = pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks at processes as Linux shows them")


@pytest.fixture
async def workers() -> AsyncGenerator[ProcessWorkers]:
    made = ProcessWorkers(idle=1_000)
    yield made
    made.end()


def loaded(process: int | None) -> set[str]:
    """Which heavy libraries a process has loaded."""
    maps = Path(f"/proc/{process}/maps").read_text()
    return {name for name in ("PIL", "numpy", "onnxruntime", "sqlalchemy", "aiohttp") if f"/{name}/" in maps}


def resident(process: int | None) -> int:
    """Bytes that a process holds."""
    return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE")


def stopped(process: int) -> bool:
    """Whether a process stands still."""
    return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "T"


def noise() -> bytes:
    """12 megapixels, which take some tenths of a second."""
    return saved(Image.effect_noise((1_000, 1_000), 60).resize((3_500, 3_500)), "WEBP", method=0)


async def test_a_cat_is_known_there(workers: ProcessWorkers) -> None:
    looked = await workers.run(look, photo(), timeout=60)
    assert looked.sight is Sight.CAT
    assert looked == look(photo())
    assert loaded(workers.process_id) == {"PIL", "numpy", "onnxruntime"}


async def test_twenty_pictures_at_once_are_looked_at_one_by_one(workers: ProcessWorkers) -> None:
    names = [samples.NAMES[at % len(samples.NAMES)] for at in range(20)]
    seen = await asyncio.gather(*(workers.run(look, photo(name), timeout=60) for name in names))
    assert [one.sight is Sight.CAT for one in seen] == [name == "chelsea" for name in names]


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (b"not a picture", Trouble.NOT_A_PICTURE),
        (photo()[:9_000], Trouble.BROKEN),
        (samples.huge_png(10_000, 6_000), Trouble.TOO_LARGE),
        (samples.claiming_png(2**31 - 1, 2**31 - 1), Trouble.TOO_LARGE),
        (bytes(25_000_000), Trouble.TOO_LARGE),
        (samples.heic(), Trouble.UNKNOWN_KIND),
        (samples.svg(), Trouble.UNKNOWN_KIND),
    ],
    ids=["no picture", "truncated", "60 megapixels", "bomb", "25 MB", "heic", "svg"],
)
async def test_bad_files_come_back_as_what_is_wrong_with_them(content: bytes, trouble: Trouble) -> None:
    workers = ProcessWorkers()
    try:
        assert await workers.run(look, content, timeout=60) == Looked(Sight.UNREADABLE, trouble=trouble)
        assert (await workers.run(look, photo(), timeout=60)).sight is Sight.CAT
    finally:
        workers.end()


async def test_a_worker_that_is_killed_while_it_looks_fails_that_picture_only(workers: ProcessWorkers) -> None:
    await workers.run(look, photo(), timeout=60)
    first = workers.process_id
    assert first is not None
    looking = await caught_looking(workers, first, noise())
    os.kill(first, signal.SIGKILL)
    with pytest.raises(WorkFailed, match="died"):
        await looking
    assert (await workers.run(look, photo(), timeout=60)).sight is Sight.CAT
    assert workers.process_id != first


async def caught_looking(workers: ProcessWorkers, process: int, content: bytes) -> "asyncio.Task[Looked]":
    """A picture that the worker has begun to decode, and does not go on with: its process stands still.

    On a busy machine this test may be kept from running for as long as a picture takes, and catch the next one.
    """
    while True:
        idle = resident(process)
        looking = asyncio.create_task(workers.run(look, content, timeout=60))
        while not looking.done():
            await asyncio.sleep(0.001)
            os.kill(process, signal.SIGSTOP)
            while not stopped(process):  # noqa: ASYNC110  # nobody tells
                await asyncio.sleep(0)
            if resident(process) > idle + 30_000_000:
                return looking
            os.kill(process, signal.SIGCONT)


async def test_a_picture_that_takes_too_long_is_given_up(workers: ProcessWorkers) -> None:
    await workers.run(look, photo(), timeout=60)
    slow = noise()
    with pytest.raises(WorkFailed, match="longer"):
        await workers.run(look, slow, timeout=0.02)
    assert (await workers.run(look, photo(), timeout=60)).sight is Sight.CAT


async def test_large_pictures_do_not_pile_up(workers: ProcessWorkers) -> None:
    large = samples.huge_png(5_000, 5_000) + bytes(15_000_000)
    held: list[int] = []
    for _ in range(5):
        assert (await workers.run(look, large, timeout=60)).trouble is None
        await workers.run(look, photo(), timeout=60)
        held.append(resident(workers.process_id))
    # By the second the allocator has what it keeps; three that stayed would be 45 MB at least.
    assert held[-1] - held[1] < 15_000_000


async def test_the_loop_does_not_stand_still_while_a_worker_comes_works_and_goes(workers: ProcessWorkers) -> None:
    content = photo() + bytes(20_000_000)
    longest = 0.0

    async def watched() -> None:
        nonlocal longest
        while True:
            begun = time.thread_time()
            await asyncio.sleep(0.0005)
            longest = max(longest, time.thread_time() - begun)

    watching = asyncio.create_task(watched())
    for _ in range(2):
        await workers.run(look, content, timeout=60)
        with pytest.raises(WorkFailed):
            await workers.run(look, content, timeout=0.001)
    watching.cancel()
    assert longest < 0.02
