"""Entries are found without parsing, and are what the whole file's parser makes of them."""

from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import EntryType, Message, Term

from bot.core.locale.entries import references, sources

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


def whole(text: str) -> dict[str, EntryType]:
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
