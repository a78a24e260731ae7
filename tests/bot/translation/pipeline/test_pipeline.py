"""Which service is asked, what holds up, what is remembered, and what needs no translation."""

import asyncio
import re

import pytest

from bot.domain.languages import Language
from bot.domain.refs import CommunityId
from bot.domain.text import RichText, Span
from bot.ports.translator import Ask, Lacking, Needless, Term, Translated, Unneeded, Untranslated
from bot.translation.engine import Fault, Purse
from tests.bot.translation.pipeline.doubles import (
    EN,
    ES,
    FR,
    HANS,
    HANT,
    Answers,
    Desk,
    FakeEngine,
    failing,
    into_greek,
)

HELLO = "where is the cat of my sister?"


async def test_a_text_is_translated_and_names_its_service() -> None:
    desk = Desk()
    made = await desk.translate(HELLO)
    assert made == Translated(RichText.of(into_greek(HELLO)), EN, Language.GREEK, "twin")


async def test_what_was_translated_before_is_remembered_whoever_is_named_in_it() -> None:
    desk = Desk()
    await desk.translate(f"@ann {HELLO} 😂")
    made = await desk.translate(f"@ben {HELLO} 🐱")
    assert isinstance(made, Translated)
    assert made.remembered
    assert made.text.plain == f"@ben {into_greek(HELLO)} 🐱"
    assert desk.asked == [HELLO]


async def test_private_words_are_remembered_as_private() -> None:
    desk = Desk()
    await desk.translate(HELLO, private=True)
    await desk.translate("what a lovely day it is", private=False)
    assert desk.memory.private == [True, False]


async def test_the_source_is_detected() -> None:
    made = await Desk().translate("¿dónde está el gato de mi hermana?", source=None)
    assert isinstance(made, Translated)
    assert made.source is ES


@pytest.mark.parametrize(
    "text",
    ["😂😂", "https://example.org/a", "12:30", "3.5%", "@ann @ben", "<:cat:123>", "`code here`", "...", "", "5 km"],
)
async def test_without_words_there_is_nothing_to_translate(text: str) -> None:
    desk = Desk()
    assert await desk.translate(text) == Unneeded(Needless.NO_WORDS, EN)
    assert desk.asked == []


@pytest.mark.parametrize("text", ["ah", "hm", "哈哈", "jaja", "lol", "嗯", "Hahaha!!", "jajajaja 😂", "ок"])
async def test_interjections_are_too_short(text: str) -> None:
    made = await Desk().translate(text, source=None)
    assert isinstance(made, Unneeded)
    assert made.why is Needless.TOO_SHORT


@pytest.mark.parametrize(
    ("text", "to"),
    [(HELLO, EN), ("你好", HANS), ("你好", HANT), ("我的deadline是明天", HANS), ("I love 火锅 so much guys", EN)],
)
async def test_what_is_in_the_language_already_is_left_alone(text: str, to: Language) -> None:
    made = await Desk().translate(text, to, source=None, among=(HANS, EN))
    assert isinstance(made, Unneeded)
    assert made.why is Needless.SAME_LANGUAGE


async def test_names_alone_are_unsure() -> None:
    assert await Desk().translate("Anna Petrova", source=None) == Unneeded(Needless.UNSURE)


async def test_one_way_of_writing_chinese_becomes_the_other_without_asking_anybody() -> None:
    desk = Desk()
    made = await desk.translate("@ann 这个软件在里面 `这个`", HANT, source=None)
    assert made == Translated(RichText.of("@ann 這個軟體在裡面 `这个`"), HANS, HANT, "opencc")
    back = await desk.translate("這個軟體", HANS, source=None)
    assert isinstance(back, Translated)
    assert back.text.plain == "这个软件"
    assert desk.asked == []


GARBAGE: dict[str, Answers] = {
    "an error as if it were the translation": lambda _: "Error 500 (Server Error)!!1500.That’s an error.",
    "a page": lambda _: "<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head></html>",
    "markup in the middle": lambda text: f"<center>{into_greek(text)}</center>",
    "nothing": lambda _: "",
    "white space": lambda _: " \n ",
    "points": lambda _: "...",
    "the source again": lambda text: text,
    "the source in capitals": str.upper,
    "the wrong script": lambda _: "这是一个完全不同的语言的句子",
    "a novel": lambda text: into_greek(text) * 40,
    "silence": failing(Fault.UNREACHABLE),
    "too many requests": failing(Fault.FLOODED),
    "a wrong key": failing(Fault.REFUSED),
    "empty": failing(Fault.EMPTY),
    "rest": failing(Fault.RESTING),
    "a broken library": lambda _: str(1 / 0),
}


@pytest.mark.parametrize("garbage", GARBAGE.values(), ids=GARBAGE)
async def test_what_does_not_hold_up_goes_to_the_next_service(garbage: Answers) -> None:
    first, second = FakeEngine(garbage, "first"), FakeEngine(name="second")
    desk = Desk(first, second)
    made = await desk.translate(HELLO)
    assert isinstance(made, Translated)
    assert made.service == "second"
    assert [key.service for key in desk.memory.kept] == ["second"]
    assert len(first.asked) == 1


@pytest.mark.parametrize("garbage", GARBAGE.values(), ids=GARBAGE)
async def test_when_every_service_fails_it_is_said(garbage: Answers) -> None:
    assert await Desk(FakeEngine(garbage)).translate(HELLO) == Untranslated(Lacking.FAILED, EN)


async def test_a_longer_answer_in_the_wrong_language_goes_to_the_next_service() -> None:
    first = FakeEngine(lambda _: "je ne sais pas où est le chat de ma sœur, désolé", "first")
    second = FakeEngine(lambda _: "no sé dónde está el gato de mi hermana, perdón", "second")
    made = await Desk(first, second).translate("I do not know where the cat of my sister is, sorry", ES)
    assert isinstance(made, Translated)
    assert made.service == "second"


@pytest.mark.parametrize("text", [HELLO, "Hello", "Good Morning", "hotel internet"])
async def test_the_source_again_is_no_translation_in_the_same_script_either(text: str) -> None:
    first, second = FakeEngine(str.title, "first"), FakeEngine(lambda _: "algo distinto", "second")
    made = await Desk(first, second).translate(text, ES)
    assert isinstance(made, Translated)
    assert made.service == "second"


@pytest.mark.parametrize(
    "page",
    ["Error 429", "error 500!", "429 Too Many Requests", "<html>hola</html>", "hola<center>", "NO QUERY SPECIFIED"],
)
async def test_an_error_is_no_translation_in_the_same_script_either(page: str) -> None:
    assert await Desk(FakeEngine(lambda _: page)).translate(HELLO, ES) == Untranslated(Lacking.FAILED, EN)


async def test_names_that_stay_the_same_hold_up() -> None:
    made = await Desk(FakeEngine(lambda text: text)).translate("Anna Petrova", ES)
    assert isinstance(made, Translated)


async def test_an_error_that_was_said_is_no_error() -> None:
    made = await Desk().translate("Error 500 is what I get every time")
    assert isinstance(made, Translated)


async def test_entities_that_a_service_adds_are_undone() -> None:
    made = await Desk(FakeEngine(lambda _: "¿qu&eacute; &#39;es&quot; &amp; esto?")).translate("what is this?", ES)
    assert isinstance(made, Translated)
    assert made.text.plain == "¿qu&eacute; 'es\" & esto?"


async def test_public_services_are_asked_only_with_consent() -> None:
    desk = Desk(FakeEngine(name="public", public=True))
    assert await desk.translate(HELLO) == Untranslated(Lacking.NO_SERVICE, EN)
    assert desk.asked == []
    assert isinstance(await desk.translate(HELLO, consent=frozenset({"public"})), Translated)


async def test_who_does_not_know_the_pair_is_skipped() -> None:
    desk = Desk(FakeEngine(name="first", pairs=frozenset({(FR, ES)})), FakeEngine(name="second"))
    made = await desk.translate(HELLO)
    assert isinstance(made, Translated)
    assert made.service == "second"
    assert desk.asked == []


async def test_near_the_end_of_a_budget_only_what_is_asked_for_is_done() -> None:
    desk = Desk(purses={"twin": Purse.SAVING})
    assert await desk.translate(HELLO) == Untranslated(Lacking.SAVING, EN)
    assert isinstance(await desk.translate(HELLO, requested=True), Translated)
    assert isinstance(await desk.translate(HELLO), Translated), "it is remembered, and costs nothing"


async def test_a_spent_budget_is_spent_for_all() -> None:
    desk = Desk(purses={"twin": Purse.SPENT})
    assert await desk.translate(HELLO, requested=True) == Untranslated(Lacking.SPENT, EN)
    assert desk.asked == []


async def test_what_was_sent_is_counted_on_the_community() -> None:
    desk = Desk()
    community = CommunityId(7)
    await desk.translate(f"@ann {HELLO}", community=community)
    await desk.translate(f"@ann {HELLO}", community=community)
    assert desk.budgets.spent == [("twin", community, len(HELLO))]


async def test_equal_asks_at_the_same_time_are_one() -> None:
    gate = asyncio.Event()
    desk = Desk(FakeEngine(gate=gate))
    asks = [asyncio.ensure_future(desk.translate(f"@{name} {HELLO}")) for name in ("ann", "ben", "cho")]
    await turns()
    asks[0].cancel()
    await turns()
    gate.set()
    made = await asyncio.gather(*asks[1:])
    assert [translation.text.plain for translation in made if isinstance(translation, Translated)] == [
        f"@ben {into_greek(HELLO)}",
        f"@cho {into_greek(HELLO)}",
    ]
    assert asks[0].cancelled()
    assert desk.asked == [HELLO]


async def test_tokens_that_every_service_loses_are_kept_by_sending_what_is_between_them() -> None:
    first = FakeEngine(lambda text: into_greek(re.sub(r"\{\d+\}", "", text)), "first")
    second = FakeEngine(lambda text: into_greek(re.sub(r"\{(\d+)\}", r"{9\1}", text)), "second")
    made = await Desk(first, second).translate("the cat weighs 5 kg and eats at 12:30 every day")
    assert isinstance(made, Translated)
    assert made.text.plain == into_greek("the cat weighs 5 kg and eats at 12:30 every day").replace("λη", "kg")
    assert made.service == "first"
    assert first.asked[1] == "the cat weighs\nand eats at\nevery day"


async def test_what_nobody_waits_for_is_given_up() -> None:
    desk = Desk(FakeEngine(gate=asyncio.Event()))
    ask = asyncio.ensure_future(desk.translate(HELLO))
    await turns()
    ask.cancel()
    await turns()
    assert desk.engines[0].cancelled == 1


async def test_who_comes_after_all_gave_up_begins_anew() -> None:
    gate = asyncio.Event()
    desk = Desk(FakeEngine(gate=gate))
    first = asyncio.ensure_future(desk.translate(HELLO))
    await turns()
    first.cancel()
    second = asyncio.ensure_future(desk.translate(HELLO))
    await turns()
    gate.set()
    assert isinstance(await second, Translated)


async def turns() -> None:
    for _ in range(10):
        await asyncio.sleep(0)


async def test_the_words_of_a_glossary_are_put_in_exactly() -> None:
    terms = (
        Term(EN, "cat tax", Language.GREEK, "Φόρος γάτας"),
        Term(EN, "cat", Language.GREEK, "never, for it is within the longer"),
        Term(ES, "pay", Language.GREEK, "another language's"),
    )
    desk = Desk()
    made = await desk.translate("please pay the Cat Tax, dear category", terms=terms)
    assert isinstance(made, Translated)
    assert made.text.plain == f"{into_greek('please pay the')} Φόρος γάτας, {into_greek('dear category')}"
    assert desk.asked == ["please pay the {1}, dear category"]


async def test_a_new_glossary_is_a_new_translation() -> None:
    desk = Desk()
    await desk.translate(HELLO, terms=(Term(EN, "cat", Language.GREEK, "γάτα"),))
    made = await desk.translate(HELLO, terms=(Term(EN, "cat", Language.GREEK, "γάτος"),))
    assert isinstance(made, Translated)
    assert "γάτος" in made.text.plain


async def test_a_text_of_glossary_words_alone_needs_no_service() -> None:
    desk = Desk()
    made = await desk.translate("Cat tax!", terms=(Term(EN, "cat tax", Language.GREEK, "Φόρος"),))
    assert isinstance(made, Translated)
    assert made.text.plain == "Φόρος!"
    assert desk.asked == []


async def test_ten_thousand_characters_go_in_pieces_and_come_back_whole() -> None:
    sentence = "The cat sat on the mat, and looked at {7} birds.  "
    text = (sentence * 250)[:10_000].strip()
    desk = Desk(FakeEngine(longest=450))
    made = await desk.translate(text)
    assert isinstance(made, Translated)
    assert made.text.plain == into_greek(text)
    assert len(desk.asked) < 60
    assert all(asked.endswith((".", "birds")) or asked == desk.asked[-1] for asked in desk.asked)


async def test_right_to_left_is_translated_line_by_line() -> None:
    desk = Desk(
        FakeEngine(lambda text: text.replace("صباح الخير", "good morning").replace("كيف حالك؟", "how are you?"))
    )
    made = await desk.translate("صباح الخير @ann\n\n- كيف حالك؟ 😂", EN, source=Language.ARABIC)
    assert isinstance(made, Translated)
    assert made.text.plain == "good morning @ann\n\n- how are you? 😂"


async def test_zalgo_is_sent_without_its_marks() -> None:
    zalgo = "".join(c + "\u0301\u0302\u0303\u0304\u0305\u0306" * 5 if c.isalpha() else c for c in HELLO)
    desk = Desk()
    assert isinstance(await desk.translate(zalgo), Translated)
    assert desk.asked == [HELLO]


async def test_a_language_that_is_detected_is_told() -> None:
    pipeline = Desk().pipeline
    assert await pipeline.detect(RichText.of("¿dónde está el gato?")) is ES
    assert await pipeline.detect(RichText.of("https://example.org/the/house/of/cats")) is None
    assert await pipeline.detect(RichText((Span("你好"),))) is HANS


async def test_services_are_told_in_order() -> None:
    desk = Desk(FakeEngine(name="a"), FakeEngine(name="b"))
    assert [service.name for service in desk.pipeline.services] == ["a", "b"]


async def test_asks_are_values() -> None:
    ask = Ask(RichText.of(HELLO), Language.GREEK)
    assert isinstance(await Desk().pipeline.translate(ask), Translated)
