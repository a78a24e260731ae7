"""A year of rounds keeps its promises, also a small one; its picture and its command work."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from bench.__main__ import main
from bench.matching.crowd import EXCESS
from bench.matching.plot import drawn
from bench.matching.year import Plan, Year, year

SMALL = Plan(people=150, weeks=30, seed=2)


@pytest.fixture(scope="module")
def small() -> Year:
    return year(SMALL)


def test_nobody_meets_the_same_again_too_early(small: Year) -> None:
    assert small.again.total() > 0, "some do meet again, in a club this small"
    assert min(small.again) >= SMALL.repeat_weeks


def test_every_round_is_the_best_and_most_find_somebody(small: Year) -> None:
    assert all(week.gap == 0 for week in small.weeks)
    assert all(len(week.waited) + week.unmatched == week.waiting for week in small.weeks)
    assert small.weeks[0].unmatched < SMALL.people / 4


def test_the_same_year_comes_again() -> None:
    few = Plan(people=40, weeks=5)
    assert year(few) == year(few)


def test_who_waits_has_the_better_chance() -> None:
    excess = year(Plan(people=200, weeks=14, mix=EXCESS, leaving=0.1))
    assert max(excess.chance(weeks) for weeks in range(4)) < min(excess.chance(weeks) for weeks in (8, 9, 10))


def test_its_picture_is_whole(small: Year) -> None:
    picture = ElementTree.fromstring(drawn(small, SMALL))  # noqa: S314  # our own
    words = {text.text for text in picture.iter("{http://www.w3.org/2000/svg}text")}
    assert {"unmatched", "The same two matched again", "weeks waited"} <= words


def test_its_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plot = tmp_path / "year.svg"
    main(["matching", "--size", "40", "--people", "40", "--weeks", "3", "--plot", str(plot)])
    printed = capsys.readouterr().out
    assert printed.count("| 40 | ") == 3
    assert "of which 0 within 12 weeks" in printed
    assert plot.read_text().startswith("<svg")
    main(["matching", "--size", "40", "--people", "0"])
    assert "year" not in capsys.readouterr().out
