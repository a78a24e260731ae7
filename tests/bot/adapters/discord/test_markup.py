"""Texts as Discord's Markdown, read back by a model of its clients."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.discord.markup import SEPARATOR, markup
from bot.adapters.discord.names import user_ref
from bot.domain.refs import Platform, UserRef
from bot.domain.text import Mention, Moment, MomentStyle, RichText, Span, Style
from tests.bot.adapters.discord.markdown_model import Read, read
from tests.kit.strategies import NASTY, rich_texts, words

MARKS = st.text(st.sampled_from("*_~|`<>[]()@#:-+. \n\\1ae/@everyone"), max_size=30)
TYPED = st.one_of(words, MARKS, st.sampled_from(NASTY))


def normal(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "\ufffd")


@given(st.lists(TYPED, max_size=5))
def test_what_plain_spans_hold_stays_text(typed: list[str]) -> None:
    shown = read(markup(RichText(tuple(Span(one) for one in typed))).text)
    assert "".join(one.text for one in shown) == "".join(map(normal, typed))
    assert all(not one.marks for one in shown)


@pytest.mark.parametrize(
    "typed",
    [
        "@everyone",
        "@here",
        "<@1234>",
        "<@&1234>",
        "<#1234>",
        "<:cat:1234>",
        "<a:cat:1234>",
        "<t:1234:R>",
        "</pay:1234>",
        "<id:guide>",
        ":smile:",
        ":smile::skin-tone-2:",
        "https://example.org/x",
        "<https://example.org/x>",
        "[words](https://example.org)",
        "discord.gg/abcdef",
        "# big",
        "-# small",
        "> quote",
        ">>> quote",
        "- list",
        "1. list",
        "   * list",
        "**a** __b__ ~~c~~ ||d|| *e* _f_ `g`",
        "```\ncode\n```",
        "\\*not escaped\\*",
        "\\\\",
    ],
)
@pytest.mark.parametrize("before", ["", "line\n", "\n\n"])
def test_each_kind_of_markup_stays_text(before: str, typed: str) -> None:
    shown = markup(RichText.of(before + typed))
    assert read(shown.text) == [Read(before + typed)]
    assert not shown.losses
    assert SEPARATOR not in shown.text


@pytest.mark.parametrize(
    "parts", [("@every", "one"), ("h", "ttps", "://e.org"), (":smi", "le:"), ("#", " big"), ("discord", ".gg/abc")]
)
def test_markup_cannot_be_put_together_from_pieces(parts: tuple[str, ...]) -> None:
    shown = read(markup(RichText(tuple(Span(one) for one in parts))).text)
    assert shown == [Read("".join(parts))]


@given(rich_texts)
def test_every_character_is_kept_whatever_the_styles(text: RichText) -> None:
    shown = read(markup(text).text)

    def bare(kept: str) -> str:
        return "".join(one for one in kept if not one.isspace() and one != SEPARATOR)

    wanted = "".join(
        f"<t:{int(part.when.timestamp())}:"
        if isinstance(part, Moment)
        else part.text
        if isinstance(part, Span)
        else f"@{part.name}"
        for part in text
    )
    got = "".join(one.text for one in shown)
    for style in "DtfR":
        got = got.replace(f":{style}>", ":")
    assert bare(got) == bare(normal(wanted))


@given(rich_texts)
def test_nothing_is_marked_that_was_not_meant(text: RichText) -> None:
    """No text pings, links or becomes an emoji unless a part says so; no line becomes a heading or list."""
    linked = any(isinstance(part, Span) and part.url for part in text)
    dated = any(isinstance(part, Moment) for part in text)
    for one in read(markup(text).text):
        assert not one.marks & {"mention", "emoji", "url", "invite", "heading", "small", "list"}
        assert linked or not one.marks & {"link", "autolink"}
        assert dated or "moment" not in one.marks


@pytest.mark.parametrize(
    ("style", "mark"),
    [
        (Style.BOLD, "bold"),
        (Style.ITALIC, "italic"),
        (Style.UNDERLINE, "underline"),
        (Style.STRIKE, "strike"),
        (Style.SPOILER, "spoiler"),
        (Style.CODE, "code"),
        (Style.BLOCK, "block"),
        (Style.QUOTE, "quote"),
    ],
)
@pytest.mark.parametrize("typed", ["cat", "two\nlines", " wide ", "*_~|x|~_*", "a_b", "# x"])
def test_styles_are_seen(style: Style, mark: str, typed: str) -> None:
    shown = markup(RichText.of(typed, style))
    marked = "".join(one.text for one in read(shown.text) if mark in one.marks).replace("\n", "")
    assert marked.strip(f" {SEPARATOR}") == typed.replace("\n", "").strip()


def test_styles_end_where_they_end() -> None:
    text = RichText.of("a ") + RichText.of("b", Style.BOLD) + RichText.of(" c ") + RichText.of("d", Style.ITALIC)
    assert read(markup(text).text) == [
        Read("a "),
        Read("b", frozenset({"bold"})),
        Read(" c "),
        Read("d", frozenset({"italic"})),
    ]


def test_touching_styles_are_parted_and_that_is_reported() -> None:
    shown = markup(RichText.of("a", Style.BOLD) + RichText.of("b", Style.ITALIC))
    assert shown.losses == ("separated",)
    assert [one.marks for one in read(shown.text)] == [{"bold"}, frozenset(), {"italic"}]


def test_blocks_and_quotes_stand_on_lines_of_their_own() -> None:
    text = (
        RichText.of("see:") + RichText.of("x = 1\ny", Style.BLOCK) + "then" + RichText.of("said", Style.QUOTE) + "end"
    )
    assert markup(text).text == "see:\n```\nx = 1\ny\n```\nthen\n> said\nend"


def test_backticks_cannot_leave_a_block() -> None:
    shown = markup(RichText.of("a ``` @everyone", Style.BLOCK))
    assert shown.losses == ("separated",)
    assert [one.marks for one in read(shown.text)] == [{"block"}]


def test_links_lead_where_they_say_and_nowhere_else() -> None:
    evil = "https://e.org/a)>(<b c"
    assert markup(RichText.of("x", url="https://e.org/a b")).losses == ("link",)
    shown = markup(RichText.of("a]b[c", url=evil.replace(" ", ""))).text
    assert [one.text for one in read(shown)] == ["a]b[c"]
    assert markup(RichText.of("x", url="javascript:alert(1)")).text == "x"
    assert markup(RichText.of("https://e.org/x", url="https://e.org/x")).text == "<https://e.org/x>"


def test_mentions_and_moments_are_discords_own() -> None:
    when = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)
    text = RichText(
        (
            Mention(user_ref(42), "ann"),
            Span(" "),
            Mention(UserRef(Platform("telegram"), "42"), "*bo*"),
            Span(" "),
            *(Moment(when, style, "then") for style in MomentStyle),
        )
    )
    stamp = int(when.timestamp())
    assert markup(text).text == rf"<@42> \@\*bo\* <t:{stamp}:D><t:{stamp}:t><t:{stamp}:f><t:{stamp}:R>"
