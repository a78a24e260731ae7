"""``python -m bot match``, as an organiser runs it."""

import io
import json
import os
import subprocess
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import NotRequired, TypedDict, cast

import pytest

from bench.matching.crowd import MANY, crowd
from cogs.spies.cog.matching_tool import arguments, match_a_list
from tests.cogs.spies.matching.test_matching import NOW


class Pair(TypedDict):
    people: list[str | int]
    score: float
    reasons: list[str]


class Joined(TypedDict):
    pair: list[str | int]
    third: str | int


class Told(TypedDict):
    pairs: list[Pair]
    total: float
    unmatched: list[str | int]
    bound: float
    gap: float
    trios: list[Joined]
    edges: NotRequired[list[Pair]]


PEOPLE = [
    {
        "id": 1, "speaks": {"zh-Hans": "native"}, "learns": {"en-US": "B1"}, "timezone": "Asia/Shanghai",
        "free": ["weekday evenings"], "interests": ["Hiking", "cats"], "waiting_weeks": 3,
    },
    {
        "id": "mia", "speaks": {"en": "C2"}, "learns": {"zh-TW": "A2"}, "timezone": "Asia/Tokyo",
        "free": ["weekday-evening"], "interests": ["hiking"],
    },
    {"id": "leo", "speaks": {"en": "native"}, "learns": {"zh": "A2"}},
    {"id": "kid", "speaks": {"zh": "native"}, "learns": {"en": "A2"}, "adult": False},
]  # fmt: skip


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, Told, str]:
    parser = ArgumentParser()
    arguments(parser)
    code = match_a_list(parser.parse_args(words))
    printed = capsys.readouterr()
    return code, cast(Told, json.loads(printed.out or "{}")), printed.err


def written(folder: Path, people: object) -> str:
    file = folder / "people.json"
    file.write_text(json.dumps(people))
    return str(file)


def test_a_round_of_a_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, told, complained = run(capsys, written(tmp_path, PEOPLE), "--edges")
    assert (code, complained) == (0, "")
    (pair,) = told["pairs"]
    assert pair["people"] == [1, "mia"]
    assert pair["reasons"] == [
        "1 speaks Chinese (native), which mia learns",
        "mia speaks English (C2), which 1 learns",
        "both are free on weekday evenings, 15 hours of the week together",
        "both like hiking",
        "1 has waited 3 weeks",
    ]
    assert told["total"] == told["bound"] == pair["score"]
    assert told["gap"] == 0
    assert told["unmatched"] == ["kid", "leo"]
    assert told["trios"] == [{"pair": [1, "mia"], "third": "leo"}]
    edges = {tuple(edge["people"]): edge["score"] for edge in told.get("edges", [])}
    assert set(edges) == {(1, "mia"), (1, "leo")}
    assert edges[1, "mia"] == pair["score"] > edges[1, "leo"]


def test_without_being_asked_it_lists_no_edges(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, told, _ = run(capsys, written(tmp_path, PEOPLE))
    assert code == 0
    assert "edges" not in told


def test_the_total_is_that_of_the_pairs_and_nobody_is_lost(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    people = [
        {
            "id": one.id, "speaks": dict(one.speaks), "learns": dict(one.learns), "timezone": one.zone,
            "free": [slot.value for slot in one.free], "blocked": sorted(one.blocked), "met": dict(one.met),
            "waiting_weeks": one.waiting, "adult": one.adult, "interests": sorted(one.interests),
        }
        for one in crowd(300, MANY, NOW, seed=6)
    ]  # fmt: skip
    code, told, _ = run(capsys, written(tmp_path, people), "--edges")
    assert code == 0
    assert sum(pair["score"] for pair in told["pairs"]) == pytest.approx(told["total"], abs=1e-6)
    matched = [name for pair in told["pairs"] for name in pair["people"]]
    assert sorted(map(str, (*matched, *told["unmatched"]))) == sorted(str(one["id"]) for one in people)
    edges = {frozenset(edge["people"]): edge["score"] for edge in told.get("edges", [])}
    assert all(edges[frozenset(pair["people"])] == pair["score"] for pair in told["pairs"])
    left = set(told["unmatched"])
    assert not any(edge <= left for edge in edges)


def test_nobody(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, told, _ = run(capsys, written(tmp_path, []), "--edges")
    assert code == 0
    assert told == {"pairs": [], "total": 0, "unmatched": [], "bound": 0, "gap": 0, "trios": [], "edges": []}


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"{", "not JSON"),
        (b"\xff\xfe\x00", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"{}", "not a list of people"),
        (b'[{"id": "mia"}, {"id": "mia"}]', "person 'mia': the id comes twice"),
        (b'[{"id": "mia", "learns": {"qq": "A1"}}]', "person 'mia': no language has the code 'qq'"),
        (b'[{"id": "mia", "timezone": "Mars/Olympus"}]', "'mia': no such time zone: 'Mars/Olympus'"),
        (b'[{"id": "mia\\n", "speaks": {"en": "Z"}}]', "'Z' is no level"),
        (b'[{"id": "a", "free": "' + b"x" * 100_000 + b'"}]', "cannot read"),
    ],
)
def test_a_list_that_cannot_be_taken(
    content: bytes, why: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "people.json"
    file.write_bytes(content)
    code, told, complained = run(capsys, str(file))
    assert code == 2
    assert not told
    assert why in complained
    assert complained.count("\n") == 1
    assert len(complained) < 600


def test_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for file in (tmp_path / "none.json", tmp_path, Path("a\0b")):
        code, _, complained = run(capsys, str(file))
        assert code == 2
        assert "cannot be read" in complained
        assert complained.count("\n") == 1


def test_from_the_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xef\xbb\xbf" + json.dumps(PEOPLE).encode())))
    code, told, _ = run(capsys, "-")
    assert code == 0
    assert len(told["pairs"]) == 1


def test_it_is_a_command_of_the_bot(tmp_path: Path) -> None:
    ran = subprocess.run(  # noqa: S603  # our own words
        [sys.executable, "-m", "bot", "match", written(tmp_path, PEOPLE)],
        capture_output=True, text=True, check=True, env={**os.environ},
    )  # fmt: skip
    assert cast(Told, json.loads(ran.stdout))["pairs"]
