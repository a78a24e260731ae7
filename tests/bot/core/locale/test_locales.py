"""The bot's own texts, held to what every language owes its readers."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.bot.core.locale import audit
from tests.bot.core.locale.entries import Book, read
from tests.bot.core.locale.usage import Usage, spoken_literals, usage

REPOSITORY = Path(__file__).parents[4]
LOCALES = REPOSITORY / "locales"
CODE = (REPOSITORY / "bot", REPOSITORY / "cogs")

BY_CONVENTION: tuple[re.Pattern[str], ...] = ()
"""Shapes of keys that no f-string in the code shows, to be added where a convention is made elsewhere."""


@pytest.fixture(scope="module")
def book() -> Book:
    return read(LOCALES)


@pytest.fixture(scope="module")
def code() -> Usage:
    return usage(CODE)


def none(problems: Iterable[str]) -> None:
    found = list(problems)
    assert not found, "\n".join(found)


def test_there_are_texts_in_plain_fluent(book: Book) -> None:
    assert book.messages(audit.SOURCE), "no English text was found"
    none(book.broken)


def test_every_language_has_every_text(book: Book) -> None:
    none(audit.missing(book))


def test_every_language_has_the_same_attributes_and_arguments(book: Book) -> None:
    none(audit.different(book))


def test_every_language_has_the_plurals_that_it_needs(book: Book) -> None:
    none(audit.plurals(book))


def test_markup_parses_in_every_variant(book: Book) -> None:
    none(audit.markup(book))


def test_every_text_can_be_written(book: Book) -> None:
    none(audit.unwritable(LOCALES, book))


def test_no_text_is_unused(book: Book, code: Usage) -> None:
    none(audit.unused(book, code, BY_CONVENTION))


def test_no_text_is_asked_for_that_is_not_there(book: Book, code: Usage) -> None:
    none(audit.unknown(book, code))


def test_chinese_texts_keep_to_their_characters(book: Book) -> None:
    none(audit.scripts(book))


def test_cogs_say_nothing_but_texts(code: Usage) -> None:
    assert code.words
    none(spoken_literals([REPOSITORY / "cogs", REPOSITORY / "bot" / "core" / "house"], ("views.py", "cog.py")))
