"""Entries are found without parsing, and are what the whole file's parser makes of them."""

from pathlib import Path

import pytest
from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, Term

from bot.core.locale.entries import Blank, Source, plain, sources
from bot.core.locale.machine import references, wordings

LOCALES = Path(__file__).parents[4] / "locales"
PARSER = FluentParser(with_spans=False)
ALL_FORMS = """### The file's comment
# One that belongs to what follows
first = one
    line and
    third = not an entry
    .attribute = {
second
}
spaced   = { $n ->
[one] cat
 *[other] { -cats } { NUMBER($n,
maximumFractionDigits: 0) } { first.attribute }
}

-cats = { spaced } {"# no comment"}
## A group
empty =
    .only = an attribute
"""


def whole(text: str) -> dict[str, Message | Term]:
    """By the library's parser of whole files."""
    entries = [entry for entry in PARSER.parse(text).body if isinstance(entry, Message | Term)]
    return {f"-{entry.id.name}" if isinstance(entry, Term) else entry.id.name: entry for entry in entries}


@pytest.mark.parametrize("path", sorted(LOCALES.glob("*/*.ftl")), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_our_files_come_out_alike(path: Path) -> None:
    same(path, path.read_text(encoding="utf-8"))


def test_all_forms_come_out_alike(tmp_path: Path) -> None:
    same(tmp_path, ALL_FORMS)


def same(path: Path, text: str) -> None:
    expected, found = whole(text), sources(path, text)
    assert list(found) == list(expected)
    for name, source in found.items():
        entry = PARSER.parse_entry(source.text)
        assert entry.equals(expected[name], ignored_fields=["comment", "span"]), name


def test_of_two_with_one_name_the_last_is_used(tmp_path: Path) -> None:
    assert sources(tmp_path, "a = 1\na = 2\n")["a"].text == "a = 2\n"


def test_what_an_entry_refers_to_is_found_in_its_depth() -> None:
    entries = whole(ALL_FORMS)
    spaced = entries["spaced"]
    assert isinstance(spaced, Message)
    assert set(references(spaced)) == {"-cats", "first"}


@pytest.mark.parametrize("path", sorted(LOCALES.glob("*/*.ftl")), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_mere_words_are_what_fluent_makes_of_them(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    bundle = FluentBundle([path.parent.name], use_isolating=False)
    bundle.add_resource(PARSER.parse(text))
    known = 0
    for name, entry in whole(text).items():
        for attribute, wording in wordings(entry):
            if wording is not None and isinstance(entry, Message):
                message = bundle.get_message(name)
                pattern = message.attributes[attribute] if attribute else message.value
                assert pattern is not None
                arguments = {piece.name: f"<{piece.name}>" for piece in wording if isinstance(piece, Blank)}
                words = "".join(arguments[piece.name] if isinstance(piece, Blank) else piece for piece in wording)
                assert bundle.format_pattern(pattern, arguments) == (words, [])
                known += 1
    assert known > 10


def test_more_than_words_is_not_guessed() -> None:
    entry = whole('a = { -cats }\n .b = one\n .c = { $n }\n .d = {""}*two*{"\\u0041"}\n')["a"]
    assert isinstance(entry, Message)
    assert dict(wordings(entry)) == {"": None, "b": ("one",), "c": (Blank("n"),), "d": ("", "*two*", "A")}


@pytest.mark.parametrize("path", sorted(LOCALES.glob("*/*.ftl")), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_what_is_read_without_the_parser_is_what_it_makes_of_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    entries = whole(text)
    read = {name: plain(source) for name, source in sources(path, text).items() if not name.startswith("-")}
    assert all(wording == dict(wordings(entries[name])) for name, wording in read.items() if wording)
    assert sum(map(bool, read.values())) > len(read) / 3


@pytest.mark.parametrize(
    "text",
    [
        "a = one",
        "a=one  \n",
        "a =   { $n } is {$n}  \n\n# About b\n\n",
        "a =\n    .b = *one*\n\n  .c-1 = [two] { $n-1 }\n## Of a group\n",
        "a = = . # # ",
        "a = \ttab\t",
        "a = \u00a0one\u2028\x0b",
        "a = { $n }",
        "a = one\n .a = two\n .a = three",
    ],
)
def test_lines_of_words_are_read_without_the_parser(text: str) -> None:
    entry = whole(text)["a"]
    assert plain(Source(LOCALES, text)) == dict(wordings(entry))


@pytest.mark.parametrize(
    "text",
    [
        "a = one\n two",
        "a =\n one",
        "a = { -cats }",
        "a = { $n -> \n *[one] cat\n }",
        "a = { NUMBER($n) }",
        "a = {$n",
        "a = }",
        "a = { b }",
        'a = {""}',
        "a =",
        "a = one\n .b =",
        "a = one\n .b =\n two",
        "a = one\n# A comment\n .b = two",
        "a = one\n\t.b = two",
        "a = one\n.b = two",
        "a = { $ n }",
        "-a = one",
        "a.b = one",
    ],
)
def test_what_is_more_than_lines_of_words_is_left_to_the_parser(text: str) -> None:
    assert plain(Source(LOCALES, text)) == {}
