"""Lines, lists, quotes and looks stay; only words are sent."""

import pytest
from hypothesis import given

from bot.domain.languages import Language
from bot.domain.text import RichText, Span, Style
from bot.ports.translator import Translated
from bot.translation.shielding import shield
from bot.translation.structure import laid_out
from tests.bot.translation.pipeline.doubles import HANS, Desk, FakeEngine, into_greek
from tests.bot.translation.pipeline.test_shielding import RICH


@given(RICH)
def test_a_layout_filled_with_what_was_sent_is_the_text(text: RichText) -> None:
    layout = laid_out(shield(text))
    filled = layout.filled([one.line for one in layout.sent])
    assert filled is not None
    assert filled.plain == text.plain
    assert layout.untouched.plain == text.plain


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("hello there", ["hello there"]),
        ("hello\n\n\nthere", ["hello", "there"]),
        ("hello\r\nthere\u2028you", ["hello", "there", "you"]),
        ("- first\n- second", ["first", "second"]),
        ("1. first\n2) second\n（三）third", ["first", "second", "（三）third"]),
        ("* a\n  * b", ["a", "b"]),
        ("# Title\n> quoted", ["Title", "quoted"]),
        ("• one\n• two", ["one", "two"]),
        ("@ann: hello there 😂 https://example.org", ["hello there"]),
        ("😂 hello 😂 there 😂", ["hello {1} there"]),
        ("@ann @ben are here", ["are here"]),
        ("I saw @ann", ["I saw {1}"]),
        ("5 km is far", ["{1} is far"]),
        ("run `make` 😂 5 km now", ["run {1} now"]),
        ("   spaces around   ", ["spaces around"]),
        ("12:30\nhello\n😂", ["hello"]),
    ],
)
def test_only_words_are_sent(text: str, sent: list[str]) -> None:
    assert [one.line for one in laid_out(shield(RichText.of(text))).sent] == sent


async def greek(text: RichText, engine: FakeEngine | None = None) -> RichText:
    made = await Desk(engine or FakeEngine()).translate(text)
    assert isinstance(made, Translated)
    return made.text


async def test_lines_lists_and_empty_lines_stay() -> None:
    text = "cat tax rules:\n\n- one cat\n- two cats\n\n\nthat is all"
    assert (await greek(RichText.of(text))).plain == into_greek(text)


async def test_they_stay_also_where_a_service_drops_line_breaks() -> None:
    text = "cat tax rules:\n\n- one cat\n- two cats\n\n\nthat is all"
    engine = FakeEngine(lambda said: into_greek(said.replace("\n", " ")))
    assert (await greek(RichText.of(text), engine)).plain == into_greek(text)
    assert engine.asked[1:] == ["cat tax rules:", "one cat", "two cats", "that is all"]


async def test_a_service_that_drops_line_breaks_is_not_asked_twice_every_time() -> None:
    desk = Desk(FakeEngine(lambda said: into_greek(said.replace("\n", " "))))
    await desk.translate("one cat\ntwo cats")
    await desk.translate("three cats\nfour cats")
    assert desk.asked == ["one cat\ntwo cats", "one cat", "two cats", "three cats", "four cats"]


async def test_a_line_in_one_look_keeps_it_and_a_bold_word_may_lose_it() -> None:
    text = RichText((Span("all of it\n", Style.BOLD), Span("a "), Span("bold", Style.BOLD), Span(" word")))
    assert await greek(text) == RichText(
        (Span(into_greek("all of it") + "\n", Style.BOLD), Span(into_greek("a bold word")))
    )


async def test_a_quote_stays_a_quote() -> None:
    text = RichText((Span("what was said", Style.QUOTE), Span("the answer to it")))
    assert await greek(text) == RichText(
        (Span(into_greek("what was said"), Style.QUOTE), Span(into_greek("the answer to it")))
    )


async def test_a_spoiler_never_comes_out_open() -> None:
    text = RichText((Span("the killer is "), Span("the gardener", Style.SPOILER), Span(" of course")))
    made = await greek(text)
    assert [span.text for span in made if isinstance(span, Span) and span.style & Style.SPOILER] == [
        into_greek("the gardener")
    ]


async def test_a_named_link_is_translated_and_leads_where_it_led() -> None:
    text = RichText((Span("read "), Span("our rules", url="https://example.org"), Span(" first")))
    made = await greek(text)
    assert [(span.text, span.url) for span in made if isinstance(span, Span) and span.url] == [
        (into_greek("our rules"), "https://example.org")
    ]


async def test_a_block_of_code_stays_with_its_tags() -> None:
    block = Span("<b>{1}</b>\nprint('hello')\n", Style.BLOCK)
    text = RichText((Span("look at this:\n"), block, Span("what is wrong?")))
    made = await greek(text)
    assert block in made.parts


async def test_spaces_appear_where_words_begin_to_be_parted() -> None:
    desk = Desk(FakeEngine(lambda _: "have some hotpot"))
    text = RichText((Span("去吃火锅吧"), Span("好不好", Style.SPOILER)))
    made = await desk.translate(text, Language.ENGLISH, source=HANS)
    assert isinstance(made, Translated)
    assert made.text.plain == "have some hotpot have some hotpot"
