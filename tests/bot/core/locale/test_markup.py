"""The markup of our own texts."""

import doctest

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.locale import MarkupError, markup, moments, negotiation, parse
from bot.domain import locales
from bot.domain.text import RichText, Span, Style


@pytest.mark.parametrize("module", [markup, moments, negotiation, locales])
def test_the_examples_in_the_documentation_hold(module: object) -> None:
    assert hasattr(module, "__doc__")
    results = doctest.testmod(module)  # type: ignore[arg-type]  # a module, as parametrised
    assert results.attempted > 0
    assert results.failed == 0


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", []),
        ("你好*猫*们", [Span("你好"), Span("猫", Style.BOLD), Span("们")]),
        ("*a _b* c_", [Span("a _b", Style.BOLD), Span(" c_")]),
        ("**", [Span("**")]),
        ("* a *", [Span("* a *")]),
        ("*a * b*", [Span("a * b", Style.BOLD)]),
        ("a|b||c", [Span("a|b||c")]),
        ("[a](ftp://x) [b]( https://x)", [Span("[a](ftp://x) [b]( https://x)")]),
        ("[a](javascript:alert) `", [Span("[a](javascript:alert) `")]),
        ("*[a](https://x.y/a_b_c*)*", [Span("a", Style.BOLD, "https://x.y/a_b_c*")]),
        (r"\[a](https://x.y)", [Span("[a](https://x.y)")]),
        (r"back\slash \\ end\\", [Span("back\\slash \\ end\\")]),
        ("> a\nb\n>\n> c", [Span("a", Style.QUOTE), Span("\nb\n"), Span("\nc", Style.QUOTE)]),
        (">no quote", [Span(">no quote")]),
        ("\n*a*\n", [Span("\n"), Span("a", Style.BOLD), Span("\n")]),
        ("*two\nlines*", [Span("two\nlines", Style.BOLD)]),
        ("_a_b_", [Span("a_b", Style.ITALIC)]),
    ],
)
def test_what_is_read(source: str, expected: list[Span]) -> None:
    assert list(parse(source).parts) == expected


@pytest.mark.parametrize("source", ["*a", "a `b", "*a _b* c_", "||a", "[a](ftp://x)", "> *a\nb*"])
def test_wrong_markup_is_told_to_translators(source: str) -> None:
    with pytest.raises(MarkupError):
        parse(source, strict=True)


def bare(source: str) -> str:
    return "".join(character for character in source if character not in "\\*_~|`[]()> \n")


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text(st.sampled_from("\\*_~|`[](> \nab猫:/")).map(lambda text: text.replace("](", "]https (")))
def test_no_word_is_lost(source: str) -> None:
    assert bare(parse(source).plain) == bare(source)


def test_markup_of_any_length_is_read_at_once() -> None:
    for unit in ("*", "*a", "[", "[a](", "`", "||", "\\", "> \n", "_a*b~"):
        assert isinstance(parse(unit * 20_000), RichText)
