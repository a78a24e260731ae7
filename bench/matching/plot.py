"""The year as a picture: an SVG of four small plots, drawn without a library."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from statistics import fmean

from bench.matching.year import Plan, Year

_WIDTH, _HEIGHT = 920, 640
_INK, _PALE, _TEAL, _PLUM, _GOLD = "#2b2430", "#d9d3de", "#2b7d70", "#7a4b94", "#c98a1b"

Points = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class _Axes:
    """One plot's place, and what its numbers mean there.

    Attributes:
        left: of the inner field, in pixels; ``top``, ``width`` and ``height`` likewise.
        right: the highest number across; ``high`` the highest upwards. Both begin at 0.
    """

    left: float
    top: float
    width: float
    height: float
    right: float
    high: float

    def at(self, across: float, up: float) -> tuple[float, float]:
        """Where a point stands."""
        return (
            round(self.left + self.width * across / self.right, 1),
            round(self.top + self.height * (1 - up / self.high), 1),
        )

    def frame(
        self, title: str, below: str, *, percent: bool = False, under: Sequence[tuple[float, str]] = ()
    ) -> list[str]:
        """Lines and numbers around it; those under it are quarters of the way unless told."""
        parts = [_words(self.left, self.top - 16, title, size=15, bold=True)]
        for step in range(5):
            value = self.high * step / 4
            (begin, y), (end, _) = self.at(0, value), self.at(self.right, value)
            parts.append(f'<path d="M{begin} {y}H{end}" stroke="{_PALE}"/>')
            shown = f"{value:.0%}" if percent else f"{value:,.0f}" if self.high >= 8 else f"{value:.1f}"
            parts.append(_words(self.left - 8, y + 4, shown, anchor="end"))
        for across, shown in under or [(self.right * step / 4, f"{self.right * step / 4:.0f}") for step in range(5)]:
            x, y = self.at(across, 0)
            parts.append(_words(x, y + 18, shown, anchor="middle"))
        parts.append(_words(self.left + self.width / 2, self.top + self.height + 36, below, anchor="middle"))
        return parts

    def line(self, points: Points, colour: str) -> str:
        """Points, joined."""
        path = " ".join(f"{x},{y}" for x, y in (self.at(*point) for point in points))
        return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'

    def bars(self, points: Points, colour: str) -> list[str]:
        """A bar for each whole number."""
        wide = max(2.0, self.width / (self.right + 1) * 0.7)
        bars: list[str] = []
        for across, up in points:
            x, y = self.at(across, up)
            tall = round(self.top + self.height - y, 1)
            bars.append(f'<rect x="{x - wide / 2:.1f}" y="{y}" width="{wide:.1f}" height="{tall}" fill="{colour}"/>')
        return bars


def _words(x: float, y: float, words: str, *, size: int = 12, anchor: str = "start", bold: bool = False) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" fill="{_INK}"{weight}>'
        f"{escape(words)}</text>"
    )


def _legend(axes: _Axes, across: float, names: Sequence[tuple[str, str]]) -> list[str]:
    parts: list[str] = []
    for row, (name, colour) in enumerate(names):
        x, y = axes.left + across, axes.top + 14 + row * 17
        parts.append(f'<rect x="{x}" y="{y - 9}" width="12" height="10" fill="{colour}"/>')
        parts.append(_words(x + 18, y, name))
    return parts


def _share(waited: Sequence[float], share: float) -> float:
    return waited[min(len(waited) - 1, int(len(waited) * share))] if waited else 0.0


def drawn(found: Year, plan: Plan) -> str:
    """The picture, as SVG."""
    weeks, last = found.weeks, plan.weeks
    most = max((week.waiting for week in weeks[1:]), default=1)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif">',
        f"<title>A year of weekly rounds for {plan.people:,} people</title>",
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="white"/>',
    ]

    people = _Axes(70, 50, 360, 210, last, _round_up(most))
    parts += people.frame("People in a round, after the first", "week")
    parts.append(people.line([(at, week.waiting) for at, week in enumerate(weeks) if at], _INK))
    parts.append(people.line([(at, week.unmatched) for at, week in enumerate(weeks)], _PLUM))
    parts.append(people.line([(at, week.unmatched - week.trios) for at, week in enumerate(weeks)], _GOLD))
    parts += _legend(people, 190, [("to be matched", _INK), ("unmatched", _PLUM), ("and no trio for them", _GOLD)])

    longest = max((week.waited[-1] for week in weeks if week.waited), default=1.0)
    waits = _Axes(530, 50, 360, 210, last, _round_up(longest))
    parts += waits.frame("Weeks that the matched had waited", "week")
    parts.append(waits.line([(at, fmean(week.waited or (0.0,))) for at, week in enumerate(weeks)], _INK))
    parts.append(waits.line([(at, _share(week.waited, 0.9)) for at, week in enumerate(weeks)], _PLUM))
    parts.append(waits.line([(at, _share(week.waited, 1.0)) for at, week in enumerate(weeks)], _GOLD))
    parts += _legend(waits, 12, [("mean", _INK), ("nine in ten at most", _PLUM), ("longest", _GOLD)])

    seen = [weeks_waited for weeks_waited, times in sorted(found.asked.items()) if times >= 20]
    chance = _Axes(70, 370, 360, 210, max(4, *seen, 0) + 1, 1.0)
    under = [(waited + 0.5, str(waited)) for waited in seen] or [(0.5, "0")]
    parts += chance.frame("Chance to be matched, English speakers", "weeks waited", percent=True, under=under)
    parts += chance.bars([(waited + 0.5, found.chance(waited)) for waited in seen], _TEAL)

    often = max(found.again.values(), default=1)
    again = _Axes(530, 370, 360, 210, last, _round_up(often))
    parts += again.frame("The same two matched again", "weeks since they last had a line")
    parts += again.bars(sorted(found.again.items()), _TEAL)
    x, low = again.at(plan.repeat_weeks - 0.5, 0)
    parts.append(f'<path d="M{x} {again.top}V{low}" stroke="{_PLUM}" stroke-dasharray="5 4" stroke-width="2"/>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def _round_up(value: float) -> float:
    """A number of four equal steps that is not below it."""
    step = 1
    while step * 4 < value:
        step += 1 if step < 10 else 5 if step < 50 else 25
    return step * 4
