"""Discord's Markdown as members type it, read into spans, and back again."""

import re
import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.discord.markdown import rich
from bot.adapters.discord.markup import SEPARATOR, markup
from bot.adapters.discord.names import user_ref
from bot.domain.text import Mention, Moment, MomentStyle, Part, RichText, Span, Style
from tests.bot.adapters.discord.markdown_model import Read, read
from tests.kit.strategies import NASTY, rich_texts, words

B, I, U, S, H, C, K, Q = (  # noqa: E741 - one letter a style keeps the table below readable
    Style.BOLD,
    Style.ITALIC,
    Style.UNDERLINE,
    Style.STRIKE,
    Style.SPOILER,
    Style.CODE,
    Style.BLOCK,
    Style.QUOTE,
)
MARKS = st.text(st.sampled_from("*_~|`<>[]()@#:-+. \n\\1ae/t"), max_size=40)


def named(found: re.Match[str]) -> Part | str:
    if found["user"] == "42":
        return Mention(user_ref(42), "Ann")
    return f":{found['emoji']}:" if found["emoji"] else found[0]


def parsed(content: str) -> list[tuple[str, Style] | tuple[str, Style, str]]:
    spans = [part for part in rich(content, named) if isinstance(part, Span)]
    return [(one.text, one.style) if one.url is None else (one.text, one.style, one.url) for one in spans]


def bare(text: str) -> tuple[str, Style]:
    return (text, Style.PLAIN)


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("plain", [bare("plain")]),
        ("**a** b", [("a", B), bare(" b")]),
        ("*a* _b_", [("a", I), bare(" "), ("b", I)]),
        ("__a__ ~~b~~ ||c||", [("a", U), bare(" "), ("b", S), bare(" "), ("c", H)]),
        ("***a***", [("a", B | I)]),
        ("***a** b*", [("a", B | I), (" b", I)]),
        ("***a* b**", [("a", B | I), (" b", B)]),
        ("**a *b***", [("a ", B), ("b", B | I)]),
        ("*a **b***", [("a ", I), ("b", B | I)]),
        ("___a___", [("a", U | I)]),
        ("||**a** b||", [("a", H | B), (" b", H)]),
        ("**two\nlines**", [("two\nlines", B)]),
        ("**a *b** c*", [("a *b", B), bare(" c*")]),
        ("||a **b|| c**", [("a **b", H), bare(" c**")]),
        # What is not balanced, or no mark at all, stays as typed.
        ("**a", [bare("**a")]),
        ("a**", [bare("a**")]),
        ("* a * b", [bare("* a * b")]),
        ("2 * 3 * 4", [bare("2 * 3 * 4")]),
        ("snake_case_name", [bare("snake_case_name")]),
        ("**** ||||", [bare("**** ||||")]),
        ("a | b ~ c", [bare("a | b ~ c")]),
        ("`a", [bare("`a")]),
        ("```a", [bare("```a")]),
        ("``````", [bare("``````")]),
        # Escapes.
        (r"\*a\* \\ \a ¯\_(ツ)_/¯", [bare("*a* \\ \\a ¯_(ツ)_/¯")]),
        # Code.
        ("`**a**` ``b ` c`` `` `d` ``", [("**a**", C), bare(" "), ("b ` c", C), bare(" "), ("`d`", C)]),
        ("```py\nx = 1\n  y\n```", [("x = 1\n  y", K)]),
        ("```py```", [("py", K)]),
        ("```one line\ntwo```", [("one line\ntwo", K)]),
        ("see\n```\n**x**\n```\nend", [bare("see\n"), ("**x**", K), bare("\nend")]),
        ("**a ```b``` c**", [("a ", B), ("b", K), (" c", B)]),
        # Quotations.
        ("> a\n> b\nc", [("a\nb", Q), bare("\nc")]),
        ("a\n> b", [bare("a\n"), ("b", Q)]),
        ("a\n>>> b\n\n**c**", [bare("a\n"), ("b\n\n", Q), ("c", Q | B)]),
        ("> ```\n> x\n> ```", [("x", K | Q)]),
        ("```\n> x\n```", [("> x", K)]),
        (">a > b", [bare(">a > b")]),
        ("**a\n> b**", [bare("**a\n"), ("b**", Q)]),
        # Links.
        ("[a](https://e.org)", [("a", Style.PLAIN, "https://e.org")]),
        ("[a **b**](<https://e.org/x> 'title')", [("a ", Style.PLAIN, "https://e.org/x"), ("b", B, "https://e.org/x")]),
        ("[a](https://e.org/b_(c))", [("a", Style.PLAIN, "https://e.org/b_(c)")]),
        ("**x [a](https://e.org)**", [("x ", B), ("a", B, "https://e.org")]),
        ("[a [b] c](https://e.org)", [("a [b] c", Style.PLAIN, "https://e.org")]),
        ("[a](javascript:alert(1)) [b]", [bare("[a](javascript:alert(1)) [b]")]),
        ("[a **b] c**", [bare("[a "), ("b] c", B)]),
        ("[ ](https://e.org/)", [bare("[ ]("), ("https://e.org/", Style.PLAIN, "https://e.org/"), bare(")")]),
        (
            "[https://bank.org](https://e.org)",
            [
                bare("["),
                ("https://bank.org", Style.PLAIN, "https://bank.org"),
                bare("]("),
                ("https://e.org", Style.PLAIN, "https://e.org"),
                bare(")"),
            ],
        ),
        ("<https://e.org/x_y_z>", [("https://e.org/x_y_z", Style.PLAIN, "https://e.org/x_y_z")]),
        ("(https://e.org/a).", [bare("("), ("https://e.org/a", Style.PLAIN, "https://e.org/a"), bare(").")]),
        ("**https://e.org/a**", [("https://e.org/a", B, "https://e.org/a")]),
        ("https://e.org/a__b__c", [("https://e.org/a__b__c", Style.PLAIN, "https://e.org/a__b__c")]),
        ("https:// http://.", [bare("https:// http://.")]),
        # Lines that no other platform has stay lines.
        ("# big\n-# small\n- **list**\n1. one", [bare("# big\n-# small\n- "), ("list", B), bare("\n1. one")]),
        ("</pay:123> <:cat:123> <#5>", [bare("/pay :cat: <#5>")]),
    ],
)
def test_what_is_typed_is_read_as_discord_shows_it(typed: str, seen: list[tuple[object, ...]]) -> None:
    assert parsed(typed) == seen


def test_people_and_moments_are_parts_within_styles() -> None:
    when = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)
    stamp = int(when.timestamp())
    text = rich(f"> **hi <@42> <@!43> at <t:{stamp}:R>, <t:{stamp}:t>**", named)
    assert text.parts == (
        Span("hi ", B | Q),
        Mention(user_ref(42), "Ann"),
        Span(" <@!43> at ", B | Q),
        Moment(when, MomentStyle.RELATIVE, "2026-11-21 20:00 UTC"),
        Span(", ", B | Q),
        Moment(when, MomentStyle.TIME, "20:00 UTC"),
    )
    assert markup(text).text.count("<t:") == 2


@pytest.mark.parametrize("stamp", ["9999999999999", "-9999999999999", "99999999999999999"])
def test_a_moment_that_is_none_stays_as_typed(stamp: str) -> None:
    assert parsed(f"<t:{stamp}:R>") == [bare(f"<t:{stamp}:R>")]


@given(st.text(st.characters(exclude_characters="\\*_~|`<>[]@:#", exclude_categories=["Cs"])))
def test_text_without_marks_is_unchanged(typed: str) -> None:
    assert rich(typed, named) == RichText.of(typed)


@given(st.one_of(words, MARKS, st.sampled_from(NASTY)))
def test_what_was_escaped_is_read_as_it_was_typed(typed: str) -> None:
    clean = typed.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "\ufffd")
    assert rich(markup(RichText.of(typed)).text, named) == RichText.of(clean)


def shown(text: RichText) -> list[Read]:
    return read(markup(text).text)


def letters(text: RichText) -> list[tuple[str, frozenset[str]]]:
    """Every letter with its marks: spaces at a style's rim belong to nobody."""
    return [(one, read.marks) for read in shown(text) for one in read.text if not one.isspace() and one != SEPARATOR]


@given(rich_texts)
def test_what_we_wrote_reads_the_same_when_it_comes_back(text: RichText) -> None:
    once = rich(markup(text).text, lambda found: Mention(user_ref(found["user"]), "x") if found["user"] else found[0])
    assert letters(once) == letters(text)


@given(MARKS)
def test_nothing_typed_is_more_than_it_was_after_being_repeated(typed: str) -> None:
    """Repeating what a repetition was read as changes nothing any more, and no text pings."""
    once = rich(typed, named)
    again = rich(markup(once).text, named)
    assert letters(again) == letters(once)
    assert not any(one.marks & {"emoji", "invite", "heading", "small", "list"} for one in shown(once))


HOSTILE = (
    *("`", "*", "_", "~~", "||", "[", "***", "```", "``", "> ", "\n", "\\", "]", "(((", "<t:1", "`a", "||~~"),
    *("](https://a", "[a](https://b) ", "https://", "https://a)", "https://a*", "<https://a", "[**a](https://b) "),
    *("*a ", "a* ", "_a ", "a_ ", "**a*", "__a_b", "***a** ", "```a\n", "> a\n"),
)


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_text_takes_no_longer_than_its_length(unit: str) -> None:
    began = time.process_time()
    rich(unit * (30_000 // len(unit)), named)
    rich(unit * 5_000 + "a" + unit[::-1] * 5_000, named)
    assert time.process_time() - began < 5  # seconds, where one that grew with the square would take minutes


def test_deeply_nested_text_takes_no_longer_than_its_length() -> None:
    began = time.process_time()
    rich("*a " * 20_000 + "b* " * 20_000, named)
    rich("[" * 20_000 + "a" + "](https://b)" * 20_000, named)
    rich("".join("`" * number + "x" for number in range(1, 400)), named)
    assert time.process_time() - began < 5
