"""The languages of short messages."""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.detecting import MOST_USED, SUBJECTS, UNSAID, Found, is_right, lines, measured, ours, table
from bot.domain.languages import Language
from bot.translation import detecting
from bot.translation.detecting import Detector
from tests.bot.translation.pipeline.doubles import DETECTOR, EN, ES, FR, HANS, HANT

JA, RU, UK, UR, FA, AR, HI = (Language(tag) for tag in ("ja", "ru", "uk", "ur", "fa", "ar", "hi"))


def test_of_the_named_set_95_in_100_are_told_in_each_half_and_in_all_but_the_shortest_languages() -> None:
    tell = ours()
    every = lines()
    right = [is_right(line, tell(line.text), whole_tag=True) for line in every]
    for half in (slice(0, None, 2), slice(1, None, 2), slice(None)):
        used = [told for line, told in zip(every[half], right[half], strict=True) if line.tag in MOST_USED]
        assert sum(used) / len(used) >= 0.95
    for tag in MOST_USED:
        of_it = [told for line, told in zip(every, right, strict=True) if line.tag == tag]
        assert len(of_it) >= 60
        assert sum(of_it) / len(of_it) >= 0.95, tag
    assert all(told for line, told in zip(every, right, strict=True) if line.tag == UNSAID)


def test_the_model_alone_does_worse() -> None:
    alone = next(subject for subject in SUBJECTS if subject.title.startswith("py3langid, all"))
    mine, its = measured(SUBJECTS[0]), measured(alone)
    assert sum(mine.right.values()) > sum(its.right.values())


def test_the_page_has_a_table_of_what_was_found() -> None:
    made = table({"somebody": Found({"en": 31}, {"en": 31}, 12.0, 3.0)})
    assert "| somebody | 5.1 |" in made
    assert "| en | 62 | 50.0 |" in made


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("你好", HANS),
        ("は", JA),
        ("はい", JA),
        ("안녕", Language.KOREAN),
        ("我喜歡這個", HANT),
        ("我喜欢这个", HANS),
        ("这个 means 這個", HANS),
        ("我喜欢の", HANS),
        ("東京の大学", JA),
        ("我的deadline是明天", HANS),
        ("I love 火锅 so much guys", EN),
        ("omg 好吃", HANS),
        ("сейчас иду, let's go", RU),
        ("що ти робиш", UK),
        ("کجایی", FA),
        ("تم کہاں ہو", UR),
        ("أين أنت", AR),
        ("ठीक है", HI),
        ("काय करतोस", Language.MARATHI),
        ("Γεια σου", Language.GREEK),
        ("שלום", Language.HEBREW),
        ("สวัสดี", Language.THAI),
        ("Buenos Días", ES),
    ],
)
def test_it_is_told(text: str, language: Language) -> None:
    assert DETECTOR.detected(text) is language


@pytest.mark.parametrize(
    "text",
    ["", " ", "ok", "lol", "hm", "12:30", "😂", "???", "42", "abc", "哈哈哈", "ㅋㅋㅋ", "Maria", "Anna Petrova", "да"],
)
def test_nobody_would_say(text: str) -> None:
    assert DETECTOR.detected(text) is None


@pytest.mark.parametrize(
    ("text", "among", "language"),
    [
        ("東京大学", (JA, EN), JA),
        ("東京大学", (HANS, JA), HANS),
        ("你好", (HANT, EN), HANT),
        ("你好", (HANT, HANS), HANS),
        ("这个", (HANT, EN), HANS),
        ("hola amiga", (EN, ES), ES),
        ("fun casual day", (EN, ES), EN),
        ("gracias", (EN, ES), ES),
        ("quite plausible", (HANS, EN), EN),
        ("bonjour mes amis comment allez vous", (HANS, EN), FR),
        ("да", (RU, EN), RU),
        ("да", (RU, UK), None),
        ("Anna Petrova", (HANS, EN), None),
    ],
)
def test_the_languages_of_the_chat_are_meant_where_that_is_plausible(
    text: str, among: tuple[Language, ...], language: Language | None
) -> None:
    assert DETECTOR.detected(text, among) is language


async def test_the_model_is_not_loaded_where_scripts_or_words_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    class LoadedError(Exception): ...

    def loaded() -> None:
        raise LoadedError

    monkeypatch.setattr(detecting, "_loaded", loaded)
    detector = Detector()
    for text in ("quite plausible", "你好", "my cat is asleep on the sofa", "что ты делаешь"):
        await detector.detect(text, (HANS, EN))
    for text in ("what are you doing tonight", "안녕하세요", "এখন কোথায়", "no sé qué hacer hoy"):
        await detector.detect(text)
    with pytest.raises(LoadedError):
        await detector.detect("zwykle pracowity ptak")


async def test_the_event_loop_goes_on_while_the_model_is_loaded_and_it_is_loaded_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    go_on = threading.Event()
    loaded: list[str] = []

    class Identifier:
        def set_languages(self, langs: object) -> None: ...

        def rank(self, text: str) -> list[tuple[str, float]]:
            return [("pl", -1.0), ("en", -9.0)]

    def slow() -> Identifier:
        assert go_on.wait(20), "the event loop stood still"
        loaded.append("model")
        return Identifier()

    monkeypatch.setattr(detecting, "_loaded", slow)
    detector = Detector()
    asks = [asyncio.ensure_future(detector.detect("zwykle pracowity ptak")) for _ in range(3)]
    await asyncio.sleep(0)
    go_on.set()
    assert await asyncio.gather(*asks) == [Language.POLISH] * 3
    assert loaded == ["model"]


def test_many_threads_are_told_the_same() -> None:
    every = [line.text for line in lines()][::7]
    alone = [DETECTOR.detected(text) for text in every]
    with ThreadPoolExecutor(8) as pool:
        for _ in range(4):
            assert list(pool.map(DETECTOR.detected, every)) == alone


@given(st.text(max_size=80))
def test_nothing_breaks_it(text: str) -> None:
    DETECTOR.detected(text)
    DETECTOR.detected(text, (EN, HANS, RU))


async def test_a_long_text_is_told_by_its_beginning() -> None:
    assert await DETECTOR.detect("where is the cat of my sister? " * 400) is EN
