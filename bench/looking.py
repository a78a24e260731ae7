"""How well pictures are looked at, and what it costs: ``python -m bench.looking FOLDER``.

The folder's pictures are named for what they show: ``cat-*`` are cats, all others are none.
"""

import argparse
import asyncio
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from itertools import combinations
from pathlib import Path
from typing import TypeVar

import psutil  # type: ignore[import-untyped]
from PIL import Image

from bench.table import machine
from bot.workers.processes import ProcessWorkers
from cogs.cat_tax.rules.pictures import SURE, UNSURE
from cogs.cat_tax.work.fingerprint import fingerprint_of
from cogs.cat_tax.work.looking import look
from cogs.cat_tax.work.opening import opened, thumbnail_of
from cogs.cat_tax.work.recogniser import score_of

R = TypeVar("R")

MEGABYTE = 1_000_000

AT_ONCE = 20
"""Pictures that wait for the worker together."""

STEPS = ("open", "thumbnail", "fingerprint", "recognise")

CAMERAS = {
    "12-megapixel JPEG": ("JPEG", (4000, 3000)),
    "24-megapixel JPEG": ("JPEG", (6000, 4000)),
    "24-megapixel PNG": ("PNG", (6000, 4000)),
    "12-megapixel AVIF": ("AVIF", (4000, 3000)),
    "12-megapixel WebP": ("WEBP", (4000, 3000)),
}
"""Large pictures, made of the folder's first."""


def _sized(picture: Image.Image, by: float) -> Image.Image:
    return picture.resize((max(1, round(picture.width * by)), max(1, round(picture.height * by))))


def _saved(picture: Image.Image, kind: str, quality: int) -> Image.Image:
    written = BytesIO()
    picture.save(written, kind, quality=quality)
    return opened(written.getvalue())


CHANGES: Mapping[str, Callable[[Image.Image], Image.Image]] = {
    "half as large": lambda picture: _sized(picture, 0.5),
    "twice as large": lambda picture: _sized(picture, 2),
    "saved as JPEG, quality 60": lambda picture: _saved(picture, "JPEG", 60),
    "half as large, saved as JPEG, quality 60": lambda picture: _saved(_sized(picture, 0.5), "JPEG", 60),
    "saved as WebP, quality 80": lambda picture: _saved(picture, "WEBP", 80),
    "saved as JPEG, quality 30": lambda picture: _saved(picture, "JPEG", 30),
}
"""What happens to a picture that is shown again."""

_FAST = {"WEBP": {"method": 0}, "AVIF": {"speed": 10}}


@dataclass(frozen=True, slots=True)
class Seen:
    """What came of one picture.

    Attributes:
        spent: milliseconds of CPU time of each of :data:`STEPS`.
    """

    cat: bool
    score: float
    spent: tuple[float, ...]


def _timed(work: Callable[[], R], spent: list[float]) -> R:
    begun = time.thread_time()
    result = work()
    spent.append((time.thread_time() - begun) * 1000)
    return result


def seen(path: Path) -> Seen:
    """Looks at a picture step by step, in this process."""
    content, spent = path.read_bytes(), list[float]()
    picture = _timed(lambda: opened(content), spent)
    _timed(lambda: thumbnail_of(picture), spent)
    _timed(lambda: fingerprint_of(picture), spent)
    score = _timed(lambda: score_of(picture), spent)
    if score is None:
        raise SystemExit("The extra `recogniser` is not installed.")
    return Seen(path.name.startswith("cat-"), score, tuple(spent))


def recognition(pictures: Sequence[Seen]) -> Iterator[str]:
    """How many cats are found from a score on, and how many of what is found are cats."""
    cats = sum(one.cat for one in pictures)
    yield f"{cats} cats, {len(pictures) - cats} others\n"
    yield "| from a score of | cats found | others taken for cats | recall | precision |"
    yield "|---|---|---|---|---|"
    for least, meaning in ((SURE, "a cat"), (UNSURE, "a maybe or a cat")):
        found = [one for one in pictures if one.score >= least]
        true = sum(one.cat for one in found)
        precision = f"{true / len(found):.1%}" if found else "none"
        yield f"| {least} ({meaning}) | {true} | {len(found) - true} | {true / max(1, cats):.1%} | {precision} |"


def time_spent(pictures: Sequence[Seen]) -> Iterator[str]:
    """Milliseconds of CPU time of each step; all of them run on one thread."""
    yield "| step | median, ms of CPU | 99th percentile |"
    yield "|---|---|---|"
    columns = [*zip(*(one.spent for one in pictures), strict=True)]
    for step, column in (*zip(STEPS, columns, strict=True), ("all", [sum(one.spent) for one in pictures])):
        yield f"| {step} | {statistics.median(column):.1f} | {statistics.quantiles(column, n=100)[98]:.1f} |"


def known_again(paths: Sequence[Path]) -> Iterator[str]:
    """How far the fingerprint of a picture is from that of itself, changed, and of others."""
    pictures = [opened(path.read_bytes()) for path in paths]
    kept = [fingerprint_of(picture) for picture in pictures]
    yield "| fingerprints differ in | bits of 64 |"
    yield "|---|---|"
    for name, change in CHANGES.items():
        again = (fingerprint_of(change(picture)) for picture in pictures)
        most = max((one ^ other).bit_count() for one, other in zip(kept, again, strict=True))
        yield f"| a picture {name} | at most {most} |"
    least = min((one ^ other).bit_count() for one, other in combinations(kept, 2))
    yield f"| two different pictures | at least {least} |"


class _Loop:
    """The longest time that the event loop stood still, of its own CPU time."""

    def __init__(self) -> None:
        self.longest = 0.0

    async def watch(self) -> None:
        while True:
            begun = time.thread_time()
            await asyncio.sleep(0.001)
            self.longest = max(self.longest, time.thread_time() - begun)


async def in_the_worker(contents: Sequence[bytes], large: Sequence[tuple[str, bytes]]) -> list[str]:
    """What the worker's process takes, as the bot uses it."""
    loop, workers = _Loop(), ProcessWorkers(idle=1_000)
    watching = asyncio.create_task(loop.watch())
    await workers.run(look, contents[0], timeout=60)
    process = psutil.Process(workers.process_id)
    rows = ["| in the worker | |", "|---|---|"]
    rows.append(f"| CPU of its start, with the first picture | {_used(process):.2f} s |")
    begun = _used(process)
    for at in range(0, len(contents), AT_ONCE):
        await asyncio.gather(*(workers.run(look, content, timeout=60) for content in contents[at : at + AT_ONCE]))
    rows.append(f"| pictures that a core takes in a second | {len(contents) / (_used(process) - begun):.0f} |")
    rows.append(f"| resident afterwards | {process.memory_info().rss / MEGABYTE:.0f} MB |")
    for name, content in large:
        spent, most = await _watched(workers, process, content)
        rows.append(f"| a {name}: CPU, and most resident | {spent:.2f} s, {most / MEGABYTE:.0f} MB |")
    rows.append(f"| resident in the end | {process.memory_info().rss / MEGABYTE:.0f} MB |")
    rows.append(f"| the event loop stood still for at most | {loop.longest * 1000:.1f} ms of its own CPU time |")
    watching.cancel()
    workers.end()
    return rows


def _used(process: psutil.Process) -> float:
    """Seconds of CPU time."""
    times = process.cpu_times()
    return float(times.user + times.system)


async def _watched(workers: ProcessWorkers, process: psutil.Process, content: bytes) -> tuple[float, int]:
    """Seconds of CPU time that a picture took, and the most memory that was seen meanwhile."""
    most = 0

    async def watch() -> None:
        nonlocal most
        while True:
            most = max(most, process.memory_info().rss)
            await asyncio.sleep(0.002)

    watching = asyncio.create_task(watch())
    begun = _used(process)
    await workers.run(look, content, timeout=60)
    watching.cancel()
    with suppress(asyncio.CancelledError):
        await watching
    return _used(process) - begun, most


def _cameras(path: Path) -> Iterator[tuple[str, bytes]]:
    with Image.open(path) as image:
        small = image.convert("RGB")
    for name, (kind, size) in CAMERAS.items():
        written = BytesIO()
        small.resize(size).save(written, kind, **_FAST.get(kind, {}))
        yield name, written.getvalue()


def main(words: Sequence[str] | None = None) -> None:
    """Measures, and prints the tables of ``docs/pictures-looked-at.md``."""
    parser = argparse.ArgumentParser(prog="python -m bench.looking", description=__doc__)
    parser.add_argument("folder", type=Path, help="pictures, named cat-*.jpg where they show one")
    folder: Path = parser.parse_args(words).folder
    paths = sorted(path for path in folder.glob("*") if path.suffix in {".jpg", ".jpeg", ".png", ".webp"})
    if len(paths) < 2:
        parser.error(f"no pictures in {folder}")
    seen(paths[0])  # the model is loaded by it
    pictures = [seen(path) for path in paths]
    worker = asyncio.run(in_the_worker([path.read_bytes() for path in paths], list(_cameras(paths[0]))))
    for lines in ([machine()], recognition(pictures), known_again(paths), time_spent(pictures), worker):
        sys.stdout.write("\n".join(lines) + "\n\n")


if __name__ == "__main__":
    main()
