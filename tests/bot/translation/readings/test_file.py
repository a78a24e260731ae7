"""The dictionary's file: made once, whole or not at all, and never in the way."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from shutil import copyfile
from typing import TypeVar, cast

import pytest

from bot.domain.languages import Language
from bot.ports.workers import WorkFailed
from bot.translation.readings import DictionaryReadings
from bot.translation.readings.making import remove_older, target_in
from bot.translation.readings.shipped import english, forms, slang, usual
from tests.bot.translation.readings.conftest import NoWorkers

P = TypeVar("P")
R = TypeVar("R")


class CopyingWorkers:
    """Puts the file that is made already in its place, when it is let."""

    def __init__(self, made: Path, *, let: bool = True) -> None:
        self.made = made
        self.asked = 0
        self.begun = asyncio.Event()
        self.let = asyncio.Event()
        if let:
            self.let.set()

    async def run(self, work: Callable[[P], R], argument: P, *, timeout: float) -> R:
        self.asked += 1
        self.begun.set()
        await self.let.wait()
        if not isinstance(argument, Path):
            raise WorkFailed("not a path")
        argument.parent.mkdir(parents=True, exist_ok=True)
        copyfile(self.made, argument)
        return cast(R, None)


async def test_it_is_made_once_for_all_who_ask(dictionary: Path, tmp_path: Path) -> None:
    workers = CopyingWorkers(dictionary, let=False)
    readings = DictionaryReadings(tmp_path / "new", workers)
    asked = [asyncio.create_task(readings.pinyin("猫")) for _ in range(5)]
    await workers.begun.wait()
    workers.let.set()
    assert await asyncio.gather(*asked) == ["māo"] * 5
    assert workers.asked == 1


async def test_who_goes_away_does_not_end_the_making(dictionary: Path, tmp_path: Path) -> None:
    workers = CopyingWorkers(dictionary, let=False)
    readings = DictionaryReadings(tmp_path, workers)
    asked = asyncio.create_task(readings.pinyin("猫"))
    await workers.begun.wait()
    asked.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asked
    workers.let.set()
    assert await readings.pinyin("猫") == "māo"
    assert workers.asked == 1


async def test_a_later_start_finds_it(dictionary: Path) -> None:
    workers = NoWorkers()
    assert await DictionaryReadings(dictionary.parent, workers).prepare()
    assert workers.asked == 0


async def test_without_it_all_answers_are_empty_and_nothing_is_tried_for_a_while(tmp_path: Path) -> None:
    workers = NoWorkers()
    readings = DictionaryReadings(tmp_path, workers)
    for _ in range(3):
        assert await readings.pinyin("猫") == ""
        assert await readings.gloss("猫", Language.SIMPLIFIED_CHINESE, Language.ENGLISH) == ()
    assert workers.asked == 1


async def test_after_a_while_it_is_tried_again(dictionary: Path, tmp_path: Path) -> None:
    workers = NoWorkers()
    readings = DictionaryReadings(tmp_path, workers, rest=0)
    assert await readings.pinyin("猫") == ""
    assert await readings.pinyin("猫") == ""
    assert workers.asked == 2


async def test_a_broken_file_is_made_anew(dictionary: Path, tmp_path: Path) -> None:
    target_in(tmp_path).write_bytes(b"SQLite format 3\0 and then nothing")
    assert await DictionaryReadings(tmp_path, CopyingWorkers(dictionary)).pinyin("猫") == "māo"


async def test_a_file_that_goes_away_is_made_anew(dictionary: Path, tmp_path: Path) -> None:
    readings = DictionaryReadings(tmp_path, CopyingWorkers(dictionary))
    assert await readings.pinyin("猫") == "māo"
    target_in(tmp_path).unlink()
    assert await readings.pinyin("猫") == ""
    assert await readings.pinyin("猫") == "māo"


def test_what_older_versions_made_goes_and_what_another_process_is_making_stays(tmp_path: Path) -> None:
    target = target_in(tmp_path)
    kept = [target.name, f"{target.name}.7.part", "cattax.sqlite3", "readings.txt"]
    for name in (*kept, "readings-0-1.sqlite3", "readings-0-1.sqlite3.7.part"):
        (tmp_path / name).touch()
    remove_older(target)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(kept)


def test_nothing_is_left_beside_it(dictionary: Path) -> None:
    assert [path.name for path in dictionary.parent.iterdir() if path.suffix == ".part"] == []


def test_the_shipped_lists() -> None:
    words = [word for one in slang() for word in one.words]
    assert len(list(slang())) >= 150
    assert len(words) == len(set(words))
    assert all(one.meaning for one in slang())
    assert all(len(one.reading.split(" ")) == len(word) for word, one in usual().items())
    assert not set(forms()) & set(english())
