"""LibreTranslate as it is asked: one list of languages, a JSON body, and every kind of answer."""

import asyncio
from collections.abc import AsyncGenerator

import pytest

from bot.domain.languages import Language
from bot.translation.engine import EngineFailed, Fault
from bot.translation.engines.http import Http
from bot.translation.engines.libretranslate import LibreTranslate
from tests.twins.translation import Asked, LibreTranslateTwin

EN, ES, ZH, ZT = Language.ENGLISH, Language.SPANISH, Language.SIMPLIFIED_CHINESE, Language.TRADITIONAL_CHINESE


@pytest.fixture
async def twin() -> AsyncGenerator[LibreTranslateTwin]:
    async with LibreTranslateTwin() as running:
        yield running


@pytest.fixture
async def http() -> AsyncGenerator[Http]:
    opened = Http()
    yield opened
    await opened.close()


@pytest.fixture
def engine(twin: LibreTranslateTwin, http: Http) -> LibreTranslate:
    return LibreTranslate(http, twin.address)


async def fault_of(engine: LibreTranslate) -> EngineFailed:
    with pytest.raises(EngineFailed) as caught:
        await engine.translate("Where is the cat?", EN, ES)
    return caught.value


async def test_a_sentence_is_translated(twin: LibreTranslateTwin, engine: LibreTranslate) -> None:
    assert await engine.translate("Where is the cat?", EN, ES) == "¿Dónde está el gato?"
    assert await engine.translate("猫在哪里？", ZH, EN) == "Where is the cat?"
    assert twin.asked == [Asked("Where is the cat?", "en", "es"), Asked("猫在哪里？", "zh", "en")]


async def test_the_two_ways_of_writing_chinese_have_codes_of_their_own(
    twin: LibreTranslateTwin, engine: LibreTranslate
) -> None:
    await engine.translate("good evening", EN, ZT)
    await engine.translate("good evening", EN, ZH)
    assert [one.target for one in twin.asked] == ["zt", "zh"]


async def test_the_newer_servers_names_of_languages_are_known_too(http: Http) -> None:
    async with LibreTranslateTwin(languages=("en", "zh-Hans", "zh-Hant", "pt-BR", "pt", "nb")) as newer:
        engine = LibreTranslate(http, newer.address)
        with pytest.raises(EngineFailed) as caught:
            await engine.translate("x", EN, ES)
        assert caught.value.fault is Fault.UNSUITABLE
        assert engine.knows(EN, ZT)
        assert engine.knows(Language.NORWEGIAN, Language.PORTUGUESE)
        await engine.translate("good", EN, Language.PORTUGUESE)
        assert newer.asked[-1].target == "pt"


async def test_languages_are_asked_for_once_however_many_come(twin: LibreTranslateTwin, engine: LibreTranslate) -> None:
    assert engine.knows(EN, Language.WELSH)
    await asyncio.gather(*(engine.translate(f"cat number {number}", EN, ES) for number in range(20)))
    assert twin.counts == {"/languages": 1, "/translate": 20}
    assert not engine.knows(EN, Language.WELSH)
    assert not engine.knows(EN, EN)


async def test_the_key_goes_along_where_there_is_one(http: Http) -> None:
    async with LibreTranslateTwin(api_key="purr-1") as closed:
        assert await LibreTranslate(http, closed.address, "purr-1").translate("Where is the cat?", EN, ES)
        refused = await fault_of(LibreTranslate(http, closed.address, "meow"))
        assert refused.fault is Fault.REFUSED
        assert "meow" not in str(refused)


async def test_answers_that_are_none(twin: LibreTranslateTwin, engine: LibreTranslate) -> None:
    twin.faults.html()
    assert (await fault_of(engine)).fault is Fault.UNREACHABLE
    twin.faults.empty()
    assert (await fault_of(engine)).fault is Fault.EMPTY
    twin.faults.says(" \n ")
    assert (await fault_of(engine)).fault is Fault.EMPTY
    twin.faults.fails(500, words="Cannot translate text")
    broken = await fault_of(engine)
    assert (broken.fault, broken.detail) == (Fault.UNREACHABLE, "500 Cannot translate text")
    twin.faults.fails(400, words="exceeds text limit")
    assert (await fault_of(engine)).fault is Fault.UNSUITABLE
    twin.faults.fails(429, retry_after=7)
    flooded = await fault_of(engine)
    assert (flooded.fault, flooded.retry_after) == (Fault.FLOODED, 7)
    assert await engine.translate("Where is the cat?", EN, ES) == "¿Dónde está el gato?"


async def test_a_server_that_is_not_there(http: Http) -> None:
    gone = await fault_of(LibreTranslate(http, "http://127.0.0.1:9"))
    assert gone.fault is Fault.UNREACHABLE
    assert "127.0.0.1" not in str(gone)


async def test_a_list_that_could_not_be_read_is_asked_for_again(http: Http) -> None:
    twin = LibreTranslateTwin()
    async with twin:
        port = twin.port
    engine = LibreTranslate(http, f"http://127.0.0.1:{port}")
    assert (await fault_of(engine)).fault is Fault.UNREACHABLE
    async with LibreTranslateTwin(port=port):
        assert await engine.translate("Where is the cat?", EN, ES) == "¿Dónde está el gato?"
