"""The translator of a configuration, on twins: order, faults, restarts, and a service that stalls."""

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import replace
from pathlib import Path

import pytest
from prometheus_client import CollectorRegistry

from bot.bootstrap import Declared, opened
from bot.config import Config, PlaygroundSwitch, Secret, TranslationService
from bot.core.catalog import Catalog
from bot.core.house.cog import COG as HOUSE
from bot.core.locale import Library
from bot.domain.languages import Language
from bot.domain.text import RichText
from bot.platforms import Platforms
from bot.ports.translator import Ask, Lacking, Translated, Translation, Untranslated
from bot.translation.configured import Translating, translator_of
from bot.translation.engaged import engaged
from bot.translation.services import named
from tests.kit.clock import START, MovableClock, settle
from tests.kit.stages.time import StageClock
from tests.twins.translation import LibreTranslateTwin

EN, ES, ZH = Language.ENGLISH, Language.SPANISH, Language.SIMPLIFIED_CHINESE
CAT = Ask(RichText.of("Where is the cat?"), ES, EN)
GATO = "¿Dónde está el gato?"


@pytest.fixture
async def twin() -> AsyncGenerator[LibreTranslateTwin]:
    async with LibreTranslateTwin() as running:
        yield running


@pytest.fixture
async def translating(twin: LibreTranslateTwin, clock: MovableClock) -> AsyncGenerator[Translating]:
    made = translator_of(Config(libretranslate_url=twin.address), clock, CollectorRegistry())
    yield made
    await made.close()


def _pauseless() -> StageClock:
    """Pauses before another try are over at once; no answer is late by it, however long its socket takes."""
    return StageClock(START, instant=5.0)


def text_of(translation: Translation) -> str:
    assert isinstance(translation, Translated)
    return translation.text.plain


def test_who_is_asked_and_in_which_order(clock: MovableClock) -> None:
    names = TranslationService
    assert named(Config()) == [names.GOOGLE, names.MYMEMORY]
    whole = Config(
        libretranslate_url="http://127.0.0.1:5000",
        deepl_api_key=Secret("d"),
        microsoft_api_key=Secret("m"),
        apertium_url="http://127.0.0.1:2737",
    )
    assert named(whole) == list(names)
    chosen = replace(whole, translators=(names.APERTIUM, names.DEEPL))
    services = [engine.service for engine in engaged(chosen, clock).engines]
    assert [service.name for service in services] == ["apertium", "deepl"]
    whole_services = {one.service.name: one.service for one in engaged(whole, clock).engines}
    assert {name for name, one in whole_services.items() if one.public} == {"google", "mymemory"}
    assert {name for name, one in whole_services.items() if not one.limited} == {"libretranslate", "apertium"}
    assert whole_services["libretranslate"].host == "127.0.0.1:5000"


@pytest.mark.parametrize("deepl", ["d", "d:fx"])
@pytest.mark.parametrize("key", [None, Secret("k")])
async def test_who_may_be_asked_is_known_before_anybody_is(clock: MovableClock, deepl: str, key: Secret | None) -> None:
    whole = Config(
        libretranslate_url="http://user:word@libre.example:5000",
        libretranslate_api_key=key,
        deepl_api_key=Secret(deepl),
        microsoft_api_key=Secret("m"),
        apertium_url="http://127.0.0.1:2737/",
    )
    translating = translator_of(whole, clock, CollectorRegistry())
    known = translating.translator.services
    assert len(known) == len(TranslationService)
    assert list(known) == [engine.service for engine in translating.engines]
    await translating.close()


async def test_public_services_are_not_asked_without_consent(clock: MovableClock) -> None:
    translating = translator_of(Config(), clock, CollectorRegistry())
    assert await translating.translator.translate(CAT) == Untranslated(Lacking.NO_SERVICE, EN)
    await translating.close()


async def test_the_next_service_is_asked_when_one_fails(twin: LibreTranslateTwin) -> None:
    closed = Config(libretranslate_url=twin.address, apertium_url="http://127.0.0.1:9")
    order = (TranslationService.APERTIUM, TranslationService.LIBRETRANSLATE)
    translating = translator_of(replace(closed, translators=order), _pauseless(), CollectorRegistry())
    assert text_of(await translating.translator.translate(CAT)) == GATO
    await translating.close()


@pytest.mark.parametrize(
    "fault",
    ["html", "empty", "source_again", "swallows_shields", "doubles_shields", "translates_shields"],
)
async def test_what_does_not_hold_up_is_no_translation(twin: LibreTranslateTwin, fault: str) -> None:
    translating = translator_of(Config(libretranslate_url=twin.address), _pauseless(), CollectorRegistry())
    getattr(twin.faults, fault)(times=10)
    ask = Ask(RichText.of("What a beautiful photo, see https://example.org/photo of the cat in the house"), ES, EN)
    done = await translating.translator.translate(ask)
    await translating.close()
    if isinstance(done, Translated):  # put right, and nothing is lost
        assert done.text.plain.count("https://example.org/photo") == 1
        assert "{" not in done.text.plain
    else:
        assert done == Untranslated(Lacking.FAILED, EN)


async def test_a_silent_service_is_given_up_after_its_time(
    twin: LibreTranslateTwin, translating: Translating, clock: MovableClock
) -> None:
    twin.stalled = True
    asked = asyncio.create_task(translating.translator.translate(CAT))
    await twin.until_asked(1)
    await clock.move(11)
    assert not asked.done()
    await clock.move(2)
    assert await asked == Untranslated(Lacking.FAILED, EN)
    await twin.go_on()
    assert text_of(await translating.translator.translate(CAT)) == GATO


async def test_a_stalled_service_holds_no_more_than_its_line(
    twin: LibreTranslateTwin, translating: Translating
) -> None:
    twin.stalled = True
    warm = asyncio.create_task(translating.translator.translate(CAT))
    await twin.until_asked(1)  # the languages are known
    asks = [Ask(RichText.of(f"Where is cat number {number}?"), ES, EN) for number in range(300)]
    tasks = [asyncio.create_task(translating.translator.translate(ask)) for ask in asks]
    await settle(200)
    assert sum(not task.done() for task in tasks) == 7 + 64  # on their way with the first, and in line
    assert [await task for task in tasks if task.done()] == [Untranslated(Lacking.FAILED, EN)] * (300 - 71)
    waiting = [task for task in tasks if not task.done()]
    await twin.go_on()
    assert text_of(await warm) == GATO
    assert all(isinstance(one, Translated) for one in await asyncio.gather(*waiting))


async def test_what_was_translated_before_a_restart_is_known_after_it(twin: LibreTranslateTwin, tmp_path: Path) -> None:
    config = Config(
        database_url=f"sqlite+aiosqlite:///{tmp_path}/cattax.db",
        libretranslate_url=twin.address,
        libretranslate_api_key=Secret("any"),  # so that it has a budget
        translation_daily_characters=100,
        playground=PlaygroundSwitch.OFF,
    )
    bare = Declared([], Library.load([]), Catalog([HOUSE]))
    for remembered in (False, True):
        async with opened(config, platforms=Platforms({}), cogs=bare) as app:
            assert app.services.translator is not None
            done = await app.services.translator.translate(CAT)
            assert isinstance(done, Translated)
            assert (done.text.plain, done.remembered) == (GATO, remembered)
    assert len(twin.asked) == 1
    async with opened(config, platforms=Platforms({}), cogs=bare) as app:
        assert app.services.translator is not None
        long = Ask(RichText.of("The house is big and beautiful. It is a very large house, is it not?"), ES, EN)
        assert await app.services.translator.translate(long) == Untranslated(Lacking.SAVING, EN)
        spent = replace(long, text=long.text + long.text, requested=True)
        assert await app.services.translator.translate(spent) == Untranslated(Lacking.SPENT, EN)
        assert len(twin.asked) == 1
        assert isinstance(await app.services.translator.translate(replace(long, requested=True)), Translated)


async def test_what_is_left_of_a_budget_is_measured(twin: LibreTranslateTwin, clock: MovableClock) -> None:
    registry = CollectorRegistry()
    config = Config(
        libretranslate_url=twin.address, libretranslate_api_key=Secret("k"), translation_daily_characters=50
    )
    translating = translator_of(config, clock, registry)
    assert text_of(await translating.translator.translate(CAT)) == GATO
    left = registry.get_sample_value("cattax_translation_characters_left", {"service": "libretranslate"})
    assert left == 50 - len("Where is the cat?")
    assert registry.get_sample_value("cattax_translation_waiting", {"service": "libretranslate"}) == 0
    assert (registry.get_sample_value("cattax_translations_held_bytes") or 0) > 0
    await translating.close()
