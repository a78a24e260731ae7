"""The figures of pictures are printed; what they say is not tested."""

import shutil
from pathlib import Path

import pytest

from bench.looking import CAMERAS, STEPS, main

PICTURES = Path(__file__).parents[1] / "cogs" / "cat_tax" / "work" / "pictures"


def test_a_folder_is_measured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(PICTURES / "chelsea.jpg", tmp_path / "cat-chelsea.jpg")
    shutil.copy(PICTURES / "coffee.jpg", tmp_path / "other-coffee.jpg")
    for name, (kind, _) in list(CAMERAS.items()):
        monkeypatch.setitem(CAMERAS, name, (kind, (800, 600)))
    main([str(tmp_path)])
    printed = capsys.readouterr().out
    assert "1 cats, 1 others" in printed
    assert "| 0.1 (a cat) | 1 | 0 | 100.0% | 100.0% |" in printed
    assert "| two different pictures | at least " in printed
    for step in STEPS:
        assert f"| {step} | " in printed
    for camera in CAMERAS:
        assert f"| a {camera}: CPU, and most resident | " in printed
    assert "| the event loop stood still for at most | " in printed


def test_a_folder_without_pictures_is_said_to_be_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([str(tmp_path)])
    assert "no pictures in" in capsys.readouterr().err
