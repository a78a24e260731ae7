"""The services behind deep-translator, and each of its traps (LIBRARIES: "deep-translator's traps")."""

import asyncio
import importlib
import subprocess
import sys
import threading
from collections.abc import AsyncGenerator

import pytest

from bot.domain.languages import Language
from bot.translation.engine import EngineFailed, Fault
from bot.translation.engines import deepl as deepl_module
from bot.translation.engines import google as google_module
from bot.translation.engines import microsoft as microsoft_module
from bot.translation.engines import mymemory as mymemory_module
from bot.translation.engines.deep import DeepTranslated
from bot.translation.engines.deepl import deepl
from bot.translation.engines.google import google
from bot.translation.engines.line import Line
from bot.translation.engines.microsoft import microsoft
from bot.translation.engines.mymemory import mymemory
from bot.translation.engines.threads import Threads
from bot.translation.services import GOOGLE
from tests.kit.patience import PATIENCE
from tests.twins.translation.pages import TranslationPages

EN, ES, ZH, ZT = Language.ENGLISH, Language.SPANISH, Language.SIMPLIFIED_CHINESE, Language.TRADITIONAL_CHINESE
CAT, GATO = "Where is the cat?", "¿Dónde está el gato?"


@pytest.fixture
async def pages() -> AsyncGenerator[TranslationPages]:
    async with TranslationPages() as running:
        yield running


@pytest.fixture
async def threads() -> AsyncGenerator[Threads]:
    pool = Threads()
    yield pool
    pool.close()


@pytest.fixture
def engines(pages: TranslationPages, threads: Threads) -> dict[str, DeepTranslated]:
    return {
        "google": google(threads, pages.google),
        "mymemory": mymemory(threads, pages.mymemory),
        "deepl": deepl(threads, pages.key, pages.deepl),
        "microsoft": microsoft(threads, pages.key, "westeurope", pages.microsoft),
    }


NAMES = ["google", "mymemory", "deepl", "microsoft"]


async def failure(engine: DeepTranslated, text: str = CAT) -> EngineFailed:
    with pytest.raises(EngineFailed) as caught:
        await engine.translate(text, EN, ES)
    return caught.value


@pytest.mark.parametrize("name", NAMES)
async def test_a_sentence_is_translated(engines: dict[str, DeepTranslated], name: str) -> None:
    engine = engines[name]
    assert engine.service.name == name
    assert await engine.translate(CAT, EN, ES) == GATO
    assert await engine.translate("猫在哪里？", ZH, EN) == CAT


@pytest.mark.parametrize("name", NAMES)
async def test_many_at_once_get_each_their_own_answer(
    engines: dict[str, DeepTranslated], pages: TranslationPages, name: str
) -> None:
    pages.gather = 8  # so many are on their way at the same time: also proves that the event loop is not held
    sentences = [(CAT, ES, GATO), ("Good morning, everybody!", ZH, "大家早上好！"), (CAT, ZH, "猫在哪里？")] * 8
    answers = await asyncio.gather(*(engines[name].translate(text, EN, to) for text, to, _ in sentences))
    assert answers == [expected for _, _, expected in sentences]
    assert 8 <= pages.most_at_once <= 16


class Forgetful:
    """Keeps what it was asked last until all have asked, as the library's instances do when they are unlucky."""

    def __init__(self, together: threading.Barrier) -> None:
        self._together = together
        self._text = ""

    def translate(self, text: str) -> str:
        self._text = text
        self._together.wait(timeout=PATIENCE)
        return self._text.upper()


async def test_each_call_has_an_instance_of_its_own(threads: Threads) -> None:
    together = threading.Barrier(8)
    codes = {EN: "en", ES: "es"}
    engine = DeepTranslated(
        threads,
        GOOGLE,
        "google",
        lambda module, source, to: Forgetful(together),
        sources=codes,
        targets=codes,
        longest=100,
    )
    answers = await asyncio.gather(*(engine.translate(f"cat {number}", EN, ES) for number in range(8)))
    assert answers == [f"CAT {number}" for number in range(8)]


@pytest.mark.parametrize(
    ("name", "source", "to", "written"),
    [
        ("google", Language.HEBREW, ZH, ("iw", "zh-CN")),
        ("google", Language.NORWEGIAN, ZT, ("no", "zh-TW")),
        ("google", Language.TAGALOG, ES, ("tl", "es")),
        ("mymemory", EN, ZH, ("en-GB", "zh-CN")),
        ("mymemory", EN, ZT, ("en-GB", "zh-TW")),
        ("deepl", EN, ZT, ("EN", "ZH-HANT")),
        ("deepl", ZT, EN, ("ZH", "EN-US")),
        ("microsoft", Language.NORWEGIAN, ZT, ("nb", "zh-Hant")),
        ("microsoft", Language.TAGALOG, Language.SERBIAN, ("fil", "sr-Cyrl")),
    ],
)
async def test_each_calls_languages_its_own_way(
    engines: dict[str, DeepTranslated],
    pages: TranslationPages,
    name: str,
    source: Language,
    to: Language,
    written: tuple[str, str],
) -> None:
    await engines[name].translate("whatever was said", source, to)
    seen = pages.seen[-1]
    match name:
        case "google":
            assert (seen.query["sl"], seen.query["tl"]) == written
        case "mymemory":
            assert seen.query["langpair"] == "|".join(written)
        case "deepl":
            assert (seen.body["source_lang"], seen.body["target_lang"]) == written
        case _:
            assert (seen.query["from"], seen.query["to"]) == written


def test_every_code_is_one_that_the_library_knows() -> None:
    known = vars(importlib.import_module("deep_translator.constants"))
    google_knows: dict[str, str] = known["GOOGLE_LANGUAGES_TO_CODES"]
    mymemory_knows: dict[str, str] = known["MY_MEMORY_LANGUAGES_TO_CODES"]
    assert set(google_module.CODES.values()) <= set(google_knows.values())
    assert set(mymemory_module.CODES.values()) <= set(mymemory_knows.values())
    assert set(google_module.CODES) == set(mymemory_module.CODES) == set(Language)
    assert len(deepl_module.SOURCES) == len(deepl_module.TARGETS)
    assert set(microsoft_module.CODES) < set(Language)


def test_what_is_the_same_to_a_service_is_no_pair(engines: dict[str, DeepTranslated]) -> None:
    assert engines["google"].knows(ZH, ZT)
    assert not engines["google"].knows(ES, ES)
    assert not engines["deepl"].knows(Language.WELSH, EN)


@pytest.mark.parametrize(("name", "longest"), [("google", 4_999), ("mymemory", 499)])
async def test_the_longest_text_goes_and_one_more_does_not(
    engines: dict[str, DeepTranslated], pages: TranslationPages, name: str, longest: int
) -> None:
    engine = engines[name]
    assert engine.longest == longest
    assert await engine.translate("a" * longest, EN, ES)
    before = len(pages.seen)
    assert (await failure(engine, "a" * (longest + 1))).fault is Fault.UNSUITABLE
    assert len(pages.seen) == before


async def test_an_error_page_is_no_translation(engines: dict[str, DeepTranslated], pages: TranslationPages) -> None:
    pages.page("Error 500 (Server Error)!!1500.That’s an error.There was an error. Please try again later.")
    assert (await failure(engines["google"])).fault is Fault.UNREACHABLE
    pages.page("Error 404 en mi página")
    assert await engines["google"].translate("Error 404 on my page", EN, ES) == "Error 404 en mi página"


async def test_none_is_empty(engines: dict[str, DeepTranslated], pages: TranslationPages) -> None:
    pages.page("?! …")
    assert (await failure(engines["google"], "?! …")).fault is Fault.EMPTY
    pages.page("")
    assert (await failure(engines["google"])).fault is Fault.EMPTY


async def test_lines_stay_lines(engines: dict[str, DeepTranslated], pages: TranslationPages) -> None:
    pages.page("uno<br>dos<br/>tres")
    assert await engines["google"].translate("one\ntwo\nthree", EN, ES) == "uno\ndos\ntres"
    assert await engines["google"].translate(f"{CAT}\n{CAT}", EN, ES) == f"{GATO}\n{GATO}"


async def test_markup_in_a_translation_is_text(engines: dict[str, DeepTranslated], pages: TranslationPages) -> None:
    pages.page("5 &lt; 7 &amp; &#39;x&#39;")
    assert await engines["google"].translate("5 < 7", EN, ES) == "5 < 7 & 'x'"
    body = '{"responseData": {"translatedText": "I&#39;m a cat"}, "matches": []}'
    pages.answers(body, kind="application/json")
    assert await engines["mymemory"].translate("Soy un gato", ES, EN) == "I'm a cat"


async def test_mymemorys_warnings_are_no_translations(
    engines: dict[str, DeepTranslated], pages: TranslationPages
) -> None:
    warning = (
        "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY. NEXT AVAILABLE IN  02 HOURS 03 MINUTES "
        "04 SECONDS VISIT HTTPS://MYMEMORY.TRANSLATED.NET/DOC/USAGELIMITS.PHP TO TRANSLATE MORE"
    )
    pages.answers(f'{{"responseData": {{"translatedText": "{warning}"}}}}', kind="application/json")
    flooded = await failure(engines["mymemory"])
    assert (flooded.fault, flooded.retry_after) == (Fault.FLOODED, 2 * 3_600 + 3 * 60 + 4)
    long = "QUERY LENGTH LIMIT EXCEEDED. MAX ALLOWED QUERY : 500 CHARS"
    pages.answers(f'{{"responseData": {{"translatedText": "{long}"}}}}', kind="application/json")
    assert (await failure(engines["mymemory"])).fault is Fault.UNSUITABLE


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("status", "fault"),
    [
        (429, Fault.FLOODED),
        (500, Fault.UNREACHABLE),
        (503, Fault.UNREACHABLE),
        (403, Fault.REFUSED),
        (456, Fault.REFUSED),
        (413, Fault.UNSUITABLE),
    ],
)
async def test_a_status_says_why(
    engines: dict[str, DeepTranslated], pages: TranslationPages, name: str, status: int, fault: Fault
) -> None:
    pages.answers("{}", status=status, kind="application/json", Retry_After="9")
    failed = await failure(engines[name])
    assert (failed.fault, failed.retry_after) == (fault, 9)


@pytest.mark.parametrize("name", NAMES)
async def test_garbage_and_broken_connections(
    engines: dict[str, DeepTranslated], pages: TranslationPages, name: str
) -> None:
    pages.answers("<html><p>Log in to the hotel's network</p></html>")
    assert (await failure(engines[name])).fault is Fault.UNREACHABLE
    pages.answers("[]", kind="application/json")
    assert (await failure(engines[name])).fault in {Fault.UNREACHABLE, Fault.EMPTY}
    pages.drops()
    assert (await failure(engines[name])).fault is Fault.UNREACHABLE
    assert await engines[name].translate(CAT, EN, ES) == GATO


async def test_no_key_and_no_text_stands_in_an_address_a_failure_or_a_log(
    engines: dict[str, DeepTranslated], pages: TranslationPages, threads: Threads, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    await engines["deepl"].translate(CAT, EN, ES)
    assert pages.seen[-1].query == {}
    assert pages.seen[-1].headers["Authorization"] == f"DeepL-Auth-Key {pages.key}"
    wrong = [
        deepl(threads, "hunter2", pages.deepl),
        deepl(threads, "hunter2", "http://127.0.0.1:9/v2/"),
        microsoft(threads, "hunter2", "", pages.microsoft),
        microsoft(threads, "hunter2", "", "http://127.0.0.1:9/translate"),
    ]
    for engine in wrong:
        failed = await failure(engine)
        assert failed.__cause__ is None
        assert failed.__suppress_context__ or failed.__context__ is None
        for words in ("hunter2", "cat"):
            assert words not in str(failed)
    assert "hunter2" not in caplog.text
    assert "Where" not in caplog.text


async def test_a_key_of_the_free_plan_has_an_address_of_its_own(threads: Threads) -> None:
    assert deepl(threads, "abc:fx").service.host == "api-free.deepl.com"
    assert deepl(threads, "abc").service.host == "api.deepl.com"


async def test_no_cookie_comes_back_and_we_say_who_we_are(
    engines: dict[str, DeepTranslated], pages: TranslationPages
) -> None:
    for _ in range(4):
        pages.answers('<div class="result-container">hola</div>', Set_Cookie="who=you; Path=/")
        await engines["google"].translate("hello", EN, ES)
    assert all("Cookie" not in one.headers for one in pages.seen)
    assert all(one.headers["User-Agent"].startswith("CatTax") for one in pages.seen)


async def test_an_answer_that_drips_or_has_no_end_is_given_up(pages: TranslationPages) -> None:
    release = asyncio.Event()
    pages.drips(release)
    with pytest.raises(EngineFailed) as caught:
        await asyncio.to_thread(Line(read_seconds=0.05).get, pages.google, {"q": "x", "tl": "es"})
    assert caught.value.fault is Fault.UNREACHABLE
    release.set()
    pages.answers("a" * 2_000_000)
    patient = Line(read_seconds=PATIENCE)  # this answer comes, only too much of it
    with pytest.raises(EngineFailed) as caught:
        await asyncio.to_thread(patient.get, pages.google, {"q": "x", "tl": "es"})
    assert caught.value.detail == "its answer has no end"


async def test_threads_are_bounded_and_what_is_over_fails_at_once(pages: TranslationPages) -> None:
    pool = Threads(threads=2, most_waiting=1)
    engine = google(pool, pages.google)
    pages.gather = 2
    three = [asyncio.ensure_future(engine.translate(f"number {number}", EN, ES)) for number in range(3)]
    await asyncio.sleep(0)
    assert (await failure(engine)).fault is Fault.FLOODED
    assert len(await asyncio.gather(*three)) == 3
    assert await engine.translate(CAT, EN, ES) == GATO
    pool.close()


def test_the_library_is_not_loaded_before_it_is_needed() -> None:
    code = (
        "import sys; from bot.translation.engaged import engaged;"
        "from bot.config import Config; from bot.clock import SystemClock;"
        "engaged(Config(), SystemClock());"
        "print(sorted({'requests', 'bs4', 'deep_translator'} & set(sys.modules)))"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603  # ours
    assert ended.stdout == "[]\n"
