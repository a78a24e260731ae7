"""`detect`, `translate` and `check` as an operator runs them."""

import asyncio
import os
import sys
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from tests.kit.warm import PATIENCE, Ended, Warm, cold
from tests.twins.translation import LibreTranslateTwin
from tests.twins.translation.apertium import RunningApertium

ROOT = Path(__file__).parents[3]


def left_in(folder: Path) -> list[Path]:
    return list(folder.iterdir())


@pytest.fixture
async def twin() -> AsyncGenerator[LibreTranslateTwin]:
    async with LibreTranslateTwin() as running:
        yield running


async def test_a_text_is_translated_and_its_service_named_beside(tmp_path: Path, twin: LibreTranslateTwin) -> None:
    ended = await cold(
        tmp_path, "translate", "--to", "es", stdin="Where is the cat?\n", LIBRETRANSLATE_URL=twin.address
    )
    assert ended == Ended(0, "¿Dónde está el gato?\n", "libretranslate\n")
    assert left_in(tmp_path) == []


async def test_languages_are_named_as_people_name_them(warm: Warm, tmp_path: Path, twin: LibreTranslateTwin) -> None:
    ended = await warm.run(
        tmp_path,
        *("translate", "--to", "zh-CN", "--from", "EN"),
        stdin="The cat sleeps on the sofa.",
        TRANSLATORS="libretranslate",
        LIBRETRANSLATE_URL=twin.address,
    )
    assert ended == Ended(0, "猫在沙发上睡觉。\n", "libretranslate\n")


async def test_what_needs_no_translation_comes_back_as_it_is(
    warm: Warm, tmp_path: Path, twin: LibreTranslateTwin
) -> None:
    for text, why in (
        ("  The cat sleeps on the sofa.\n\nAnd so do we all.", "in that language already"),
        ("https://example.org 12:30 🐈", "no words"),
    ):
        ended = await warm.run(tmp_path, "translate", "--to", "en", stdin=text, LIBRETRANSLATE_URL=twin.address)
        assert (ended.code, ended.said) == (0, text + "\n")
        assert why in ended.complained
    assert not twin.asked


async def test_apertium_itself(warm: Warm, tmp_path: Path, apertium: RunningApertium) -> None:
    for words, text, expected in (
        (("--to", "es"), "The house is big.", "La casa es grande."),
        (("--from", "es", "--to", "en"), "La casa es grande.", "The house is big."),
    ):
        ended = await warm.run(tmp_path, "translate", *words, stdin=text, APERTIUM_URL=apertium.address)
        assert ended == Ended(0, expected + "\n", "apertium\n")


async def test_none_answered(warm: Warm, tmp_path: Path, twin: LibreTranslateTwin) -> None:
    twin.faults.fails(500, words="the model fell over", times=10)
    ended = await warm.run(
        tmp_path, "translate", "--to", "es", stdin="Where is the cat?\n", LIBRETRANSLATE_URL=twin.address
    )
    assert (ended.code, ended.said) == (1, "")
    assert ended.complained.splitlines() == [
        "no service gave a translation of en to es that holds up",
        f"libretranslate (127.0.0.1:{twin.port}): does not answer as it should (500 the model fell over)",
    ]


async def test_nobody_is_set_up(warm: Warm, tmp_path: Path) -> None:
    ended = await warm.run(tmp_path, "translate", "--to", "es", stdin="Where is the cat?\n")
    assert (ended.code, ended.said) == (1, "")
    assert "LIBRETRANSLATE_URL" in ended.complained
    assert len(ended.complained.splitlines()) == 1


@pytest.mark.parametrize("words", [["--to", "klingon"], ["--to", "es", "--from", "xx"], []])
async def test_a_language_that_nobody_knows(warm: Warm, tmp_path: Path, words: list[str]) -> None:
    ended = await warm.run(tmp_path, "translate", *words, stdin="Hello")
    assert (ended.code, ended.said) == (2, "")
    assert "Traceback" not in ended.complained


async def test_detect_answers_each_line_before_the_next_comes(tmp_path: Path) -> None:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "detect"),
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LC_ALL": "C", "WEB_PORT": "wrong"},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    lines = {
        "The cat sleeps on the sofa.": "en",
        "El gato duerme en el sofá.": "es",
        "猫在沙发上睡觉。": "zh-Hans",
        "12:30": "und",
        "": "und",
    }
    async with asyncio.timeout(PATIENCE):
        for line, tag in lines.items():
            process.stdin.write(f"{line}\n".encode())
            assert (await process.stdout.readline()).decode() == f"{tag}\n"
        process.stdin.close()
        assert await process.wait() == 0


async def test_check_tries_each_service_once(warm: Warm, tmp_path: Path, twin: LibreTranslateTwin) -> None:
    ended = await warm.run(tmp_path, "check", LIBRETRANSLATE_URL=twin.address, APERTIUM_URL="http://127.0.0.1:9")
    lines = ended.said.splitlines()
    assert ended.code == 1
    assert "ok    LibreTranslate: translates en to es: ¿Dónde está el gato?" in lines
    assert [line for line in lines if line.startswith("WRONG")] == [
        "WRONG Apertium: does not answer as it should (ClientConnectorError). "
        "Look whether 127.0.0.1:9 is up and reached from here, and at APERTIUM_URL"
    ]
    assert any(line.startswith("note  Google Translate: not tried") for line in lines)
    assert [one.text for one in twin.asked] == ["Where is the cat?"]


async def test_check_names_the_key_that_is_refused_but_not_the_key(warm: Warm, tmp_path: Path) -> None:
    async with LibreTranslateTwin(api_key="purr") as closed:
        ended = await warm.run(
            tmp_path, "check", LIBRETRANSLATE_URL=closed.address, LIBRETRANSLATE_API_KEY="hunter2", LOG_LEVEL="debug"
        )
    assert "Look at LIBRETRANSLATE_API_KEY" in ended.said
    assert "hunter2" not in ended.said + ended.complained


async def test_check_finds_a_pair_that_there_is(warm: Warm, tmp_path: Path) -> None:
    async with LibreTranslateTwin(languages=("de", "fr")) as other:
        ended = await warm.run(tmp_path, "check", LIBRETRANSLATE_URL=other.address)
    assert ended.code == 0, ended.said
    assert "ok    LibreTranslate: translates fr to de" in ended.said
