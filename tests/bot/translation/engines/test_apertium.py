"""Apertium's own service: real translations of English and Spanish, through the engine, its guard, and the pipeline."""

import asyncio
import random
from collections.abc import AsyncGenerator

import pytest
from aiohttp import web
from prometheus_client import CollectorRegistry

from bot.clock import SystemClock
from bot.config import Config
from bot.domain.languages import Language
from bot.domain.text import RichText, Style
from bot.ports.translator import Ask, Lacking, Translated, Untranslated
from bot.translation.configured import translator_of
from bot.translation.engine import EngineFailed, Fault
from bot.translation.engines.apertium import Apertium, unmarked
from bot.translation.engines.http import Http
from bot.translation.guarded import Guarded, Manners
from tests.twins.translation.apertium import RunningApertium

EN, ES = Language.ENGLISH, Language.SPANISH


@pytest.fixture
async def http() -> AsyncGenerator[Http]:
    opened = Http()
    yield opened
    await opened.close()


async def test_both_ways(apertium: RunningApertium, http: Http) -> None:
    engine = Apertium(http, apertium.address)
    assert await engine.translate("The house is big.", EN, ES) == "La casa es grande."
    assert await engine.translate("La casa es grande.", ES, EN) == "The house is big."


async def test_it_has_the_pairs_that_it_listed_and_no_others(apertium: RunningApertium, http: Http) -> None:
    engine = Apertium(http, apertium.address)
    assert engine.knows(EN, Language.CATALAN)
    assert not engine.knows(EN, Language.SIMPLIFIED_CHINESE)
    with pytest.raises(EngineFailed) as caught:
        await engine.translate("cat", EN, Language.CATALAN)
    assert caught.value.fault is Fault.UNSUITABLE
    assert engine.knows(ES, EN)
    assert not engine.knows(EN, Language.CATALAN)


async def test_words_that_it_does_not_know_come_back_without_its_marks(apertium: RunningApertium, http: Http) -> None:
    engine = Apertium(http, apertium.address)
    said = await engine.translate("My friend Zblorgh saw *two* cats, @bob and #cats {1} in Xyzzyville.", EN, ES)
    assert "Zblorgh" in said
    assert "*Zblorgh" not in said
    assert "*Xyzzyville" not in said
    assert "@bob" in said
    assert "{1}" in said
    assert "*dos*" in said


async def test_a_long_text_with_everything_in_it(apertium: RunningApertium, http: Http) -> None:
    engine = Apertium(http, apertium.address)
    text = "The cat [sleeps] & <b>dreams</b> ^of/fish$ \\ and {1} at 100% + 2 = 5. "
    said = await engine.translate(text * 60, EN, ES)
    assert said.count("gato") == 60
    assert said.count("{1}") == 60


async def test_through_guard_and_pipeline(apertium: RunningApertium) -> None:
    translating = translator_of(Config(apertium_url=apertium.address), SystemClock(), CollectorRegistry())
    asked = RichText.of("Where is the ") + RichText.of("library", Style.BOLD) + " of https://example.org/the/cat?"
    done = await translating.translator.translate(Ask(asked, ES, EN))
    assert isinstance(done, Translated)
    assert done.service == "apertium"
    assert "biblioteca" in done.text.plain
    assert "https://example.org/the/cat" in done.text.plain
    again = await translating.translator.translate(Ask(asked, ES, EN))
    assert isinstance(again, Translated)
    assert again.remembered
    none = await translating.translator.translate(Ask(RichText.of("你好，我的好朋友们！"), ES))
    assert none == Untranslated(Lacking.NO_SERVICE, Language.SIMPLIFIED_CHINESE)
    await translating.close()


async def test_many_at_once(apertium: RunningApertium, http: Http) -> None:
    manners = Manners(at_once=8, a_second=1_000, burst=1_000)
    guarded = Guarded(Apertium(http, apertium.address), SystemClock(), manners, random.Random(1))  # noqa: S311
    said = await asyncio.gather(*(guarded.translate(f"The house {number} is big.", EN, ES) for number in range(40)))
    assert said == [f"La casa {number} es grande." for number in range(40)]


@pytest.mark.parametrize(
    ("translated", "text", "expected"),
    [
        ("el *Zblorgh", "the Zblorgh", "el Zblorgh"),
        ("*Zblorgh", "Zblorgh", "Zblorgh"),
        ("el *dos* gatos", "the *two* cats", "el *dos* gatos"),
        ("**negrita**", "**bold**", "**negrita**"),
        ("***Zblorgh**", "**Zblorgh**", "**Zblorgh**"),
        ("@*bob", "@bob", "@bob"),
        ("#etiqueta", "#tag", "#etiqueta"),
        ("#cantar", "sings", "cantar"),
        ("@lemma", "words", "lemma"),
        ("5 * 3 = 15", "5 * 3 = 15", "5 * 3 = 15"),
        ("*猫", "猫", "猫"),
        ("", "", ""),
    ],
)
def test_marks_go_and_what_the_author_wrote_stays(translated: str, text: str, expected: str) -> None:
    assert unmarked(translated, text) == expected


@pytest.fixture
async def odd(aiohttp_answers: dict[str, web.Response]) -> AsyncGenerator[str]:
    """A service that answers as it is told, by path."""

    async def answer(request: web.Request) -> web.Response:
        return aiohttp_answers.pop(request.path)

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


@pytest.fixture
def aiohttp_answers() -> dict[str, web.Response]:
    return {}


LISTED = {"responseData": [{"sourceLanguage": "eng", "targetLanguage": "spa"}, {"odd": 1}, 5]}


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        (web.json_response({"explanation": "That pair is not installed"}, status=400), Fault.UNSUITABLE),
        (web.json_response({"responseData": {"translatedText": " "}}), Fault.EMPTY),
        (web.json_response({"responseData": {"translatedText": None}}), Fault.UNREACHABLE),
        (web.json_response({"responseData": None}), Fault.UNREACHABLE),
        (web.Response(text="<html>", content_type="text/html"), Fault.UNREACHABLE),
        (web.Response(status=302, headers={"Location": "https://elsewhere.example/"}), Fault.UNREACHABLE),
        (web.Response(status=429, headers={"Retry-After": "4"}), Fault.FLOODED),
    ],
    ids=["no pair", "empty", "null", "nothing", "html", "elsewhere", "flooded"],
)
async def test_answers_that_are_none(
    http: Http, odd: str, aiohttp_answers: dict[str, web.Response], answer: web.Response, fault: Fault
) -> None:
    aiohttp_answers |= {"/listPairs": web.json_response(LISTED), "/translate": answer}
    with pytest.raises(EngineFailed) as caught:
        await Apertium(http, odd).translate("cat", EN, ES)
    assert caught.value.fault is fault
