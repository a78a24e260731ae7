"""``python -m bot look FILE ...``, as an operator calls it."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.cogs.cat_tax.work import samples
from tests.cogs.cat_tax.work.samples import photo, saved, shown
from tests.kit.warm import Warm

ROOT = Path(__file__).parents[4]


def called(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """Calls it in a folder."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(  # noqa: S603  # ours
        [sys.executable, "-m", "bot", "look", *words],
        cwd=folder,
        env={**kept, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_file_has_a_line_in_the_order_given(tmp_path: Path) -> None:
    files = {
        "cat.jpg": photo(),
        "a cat that says it is text.txt": saved(shown(photo()), "PNG"),
        "text that says it is a cat.jpg": b"meow",
        "猫.png": photo("coffee"),
        "truncated.jpg": photo()[:5_000],
        "huge.png": samples.huge_png(10_000, 6_000),
        "phone.heic": samples.heic(),
        "drawing.svg": samples.svg(),
        "nothing": b"",
        "large.jpg": photo() + bytes(25_000_000),
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    names = [*files, "folder", "pipe", "not there.jpg", "/dev/zero", "x" * 5_000, "", "cat.jpg"]

    ended = called(tmp_path, *names)

    assert (ended.returncode, ended.stderr) == (0, "")
    lines = [json.loads(line) for line in ended.stdout.splitlines()]
    assert [line["file"] for line in lines] == names
    assert all(list(line) == ["file", "score", "verdict"] for line in lines)
    verdicts = [line["verdict"] for line in lines]
    assert verdicts == ["cat", "cat", "unreadable", "other", *["unreadable"] * 12, "cat"]
    for line in lines:
        if line["verdict"] == "unreadable":
            assert line["score"] is None
        else:
            assert (line["score"] >= 0.1) is (line["verdict"] == "cat")
    assert not (tmp_path / "data").exists(), "nothing of the bot is started"


async def test_without_a_file_the_usage_is_told(warm: Warm, tmp_path: Path) -> None:
    ended = await warm.run(tmp_path, "look")
    assert ended.code == 2
    assert ended.complained.startswith("usage: cattax look [-h] FILE [FILE ...]")
    assert "Traceback" not in ended.complained


def test_who_reads_no_further_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "cat.jpg").write_bytes(photo())
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as closed:
        ended = subprocess.run(
            [sys.executable, "-m", "bot", "look", "cat.jpg"],
            cwd=tmp_path,
            env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)},
            stdout=closed,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert ended.stderr == b""
