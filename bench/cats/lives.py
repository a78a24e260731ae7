"""A life of the bot among newcomers: introductions, then pictures, then as many pictures as one core takes."""

import json
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from bench.cats.rows import CatFindings, CatRow
from bench.load import Load, Side, served
from bench.meter import Meter
from bench.rows import MEGABYTE
from bench.subjects import Subject, living

INTRODUCTIONS_A_SECOND = 50
PICTURES_A_SECOND = 5
RUSHING = 8
"""Pictures that wait at a time when the bot is to do as many as it can."""


@dataclass(frozen=True, slots=True)
class CatPlan:
    """How much is measured.

    Attributes:
        lives: of the bot, each with an empty database.
        communities: in which newcomers join, one after the other.
        warming: introductions, and a tenth as many pictures, that are not counted.
        introductions: without a cat.
        pictures: introductions with one.
        rush: pictures on one core.
        idle: seconds after which the worker has surely ended.
    """

    lives: int = 3
    communities: int = 500
    warming: int = 500
    introductions: int = 3_000
    pictures: int = 300
    rush: int = 200
    idle: float = 40.0

    @property
    def first_pictures(self) -> int:
        """Pictures that are not counted."""
        return max(1, self.warming // 10)

    @property
    def shown(self) -> int:
        """All pictures."""
        return self.first_pictures + self.pictures + self.rush


@dataclass(frozen=True, slots=True)
class _Span:
    """What happened in one load.

    Attributes:
        milliseconds: of each answered introduction.
        began: by the system's monotonic clock.
        cpu: seconds of the bot and its worker.
        seconds: how long it lasted.
    """

    milliseconds: list[float]
    lost: int
    began: float
    ended: float
    cpu: float
    seconds: float

    @property
    def late(self) -> float:
        """The 99th percentile; the longest where there are too few for one."""
        if len(self.milliseconds) < 100:  # a percentile's hundred
            return max(self.milliseconds, default=float("nan"))
        return statistics.quantiles(self.milliseconds, n=100)[98]

    @property
    def median(self) -> float:
        """The middle one."""
        return statistics.median(self.milliseconds) if self.milliseconds else float("nan")


async def measured(side: Side, plan: CatPlan, folder: Path, say: Callable[[str], None]) -> CatFindings:
    """Measures one platform."""
    findings = CatFindings(side)
    for number in range(plan.lives):
        own = folder / str(number)
        own.mkdir()
        say(f"{side}: life {number + 1} of {plan.lives}")
        async with served(side, "bench.cats.crowd", side, str(plan.communities), str(plan.shown)) as load:
            await _one(load, plan, own, findings, lambda line: say(f"{side}: {line}"))
    return findings


async def _one(load: Load, plan: CatPlan, folder: Path, findings: CatFindings, say: Callable[[str], None]) -> None:
    stood = folder / "stood.json"
    async with living(Subject.OURS, load, folder, "bench.cats.watched", str(stood), "run") as life:
        life_of = _Life(load, life.meter)
        await life.meter.at_rest(1.0)
        await life_of.joined(plan.warming)
        await life_of.introduced(plan.warming)
        await life_of.joined(plan.introductions)
        say("introductions")
        asked = await life_of.introduced(plan.introductions)
        before = life.meter.read()
        await life_of.joined(plan.shown)
        await life_of.introduced(plan.first_pictures, pictures=True)
        say("pictures")
        shown = await life_of.introduced(plan.pictures, pictures=True)
        say("as many pictures as one core takes")
        with life.meter.on_one_core():
            rushed = await life_of.rushed(plan.rush)
        loaded, most = life.meter.read(), life.meter.most()
        say("rest")
        after = await life.meter.at_rest(plan.idle)
    _note(findings, asked, shown, rushed)
    for row, reading in (
        (CatRow.MEMORY_BEFORE, before),
        (CatRow.MEMORY_WITH, loaded),
        (CatRow.MEMORY_AFTER, after),
    ):
        findings.add(row, reading.resident / MEGABYTE)
    findings.add(CatRow.MEMORY_MOST, most / MEGABYTE)
    looks = cast("list[tuple[float, float]]", json.loads(stood.read_text()))
    findings.add(CatRow.ASK_STILL, _longest(looks, asked))
    findings.add(CatRow.PICTURE_STILL, max(_longest(looks, shown), _longest(looks, rushed)))


def _note(findings: CatFindings, asked: _Span, shown: _Span, rushed: _Span) -> None:
    findings.add(CatRow.ASK_MEDIAN, asked.median)
    findings.add(CatRow.ASK_LATE, asked.late)
    findings.add(CatRow.ASK_CPU, asked.cpu * 1000 / max(1, len(asked.milliseconds)))
    findings.add(CatRow.PICTURE_MEDIAN, shown.median)
    findings.add(CatRow.PICTURE_LATE, shown.late)
    findings.add(CatRow.PICTURE_CPU, rushed.cpu * 1000 / max(1, len(rushed.milliseconds)))
    findings.add(CatRow.PICTURE_MOST, len(rushed.milliseconds) / rushed.seconds)
    findings.add(CatRow.LOST, asked.lost + shown.lost + rushed.lost)


def _longest(looks: list[tuple[float, float]], span: _Span) -> float:
    return max((stood for at, stood in looks if span.began <= at <= span.ended), default=0.0) * 1000


@dataclass(frozen=True, slots=True)
class _Life:
    load: Load
    meter: Meter

    async def joined(self, newcomers: int) -> None:
        await self.load.ask({"do": "join", "newcomers": newcomers, "rate": INTRODUCTIONS_A_SECOND})
        await self.meter.at_rest()

    async def introduced(self, newcomers: int, *, pictures: bool = False) -> _Span:
        rate = PICTURES_A_SECOND if pictures else INTRODUCTIONS_A_SECOND
        return await self._span({"do": "introduce", "newcomers": newcomers, "rate": rate, "pictures": pictures})

    async def rushed(self, newcomers: int) -> _Span:
        return await self._span({"do": "rush", "newcomers": newcomers, "waiting": RUSHING})

    async def _span(self, order: Mapping[str, object]) -> _Span:
        began, before = time.monotonic(), self.meter.read()
        told = await self.load.ask(order)
        ended = time.monotonic()
        after = await self.meter.at_rest()
        milliseconds = cast("list[float]", told["milliseconds"])
        lost, seconds = cast(int, told["lost"]), cast(float, told["seconds"])
        return _Span(milliseconds, lost, began, ended, after.cpu - before.cpu, seconds)
