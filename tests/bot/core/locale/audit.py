"""Checks over a folder of texts. Each answers with the problems that it finds, in words for whoever mends them."""

import re
from collections.abc import Collection, Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel import Locale as Language
from fluent.syntax import ast as ftl

from bot.core.locale import Argument, Library, MarkupError, TextBroken, TextMissing, parse
from bot.core.locale.machine import FUNCTIONS
from bot.domain.locales import Locale
from tests.bot.core.locale.chinese import foreign
from tests.bot.core.locale.entries import Book, Entry, nodes, selections, variables, writings
from tests.bot.core.locale.usage import Usage

SOURCE = Locale.ENGLISH
FOR_MEMBERS = frozenset(Locale)
FOR_ADMINS = frozenset({Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE})

CATEGORIES = frozenset({"zero", "one", "two", "few", "many", "other"})
RARE = {Locale.SPANISH: frozenset({"many"})}
"""Categories of round millions alone, which the default variant serves."""

PRIVATE_USE = re.compile("[\ue000-\uf8ff]")


def missing(book: Book) -> Iterator[str]:
    """Texts that a required language lacks, and texts that English lacks."""
    english = book.messages(SOURCE)
    for locale in Locale:
        there = book.messages(locale)
        for place, entry in english.items():
            if place not in there and locale in (FOR_ADMINS if entry.admin else FOR_MEMBERS):
                yield f"{entry}: missing in {locale.value}"
        for place, entry in there.items():
            if place not in english:
                yield f"{entry}: missing in {SOURCE.value}"


def _pairs(book: Book) -> Iterator[tuple[Entry, Entry]]:
    english = book.messages(SOURCE)
    for locale in FOR_MEMBERS - {SOURCE}:
        for place, entry in book.messages(locale).items():
            if place in english:
                yield english[place], entry


def different(book: Book) -> Iterator[str]:
    """Attributes and arguments in which a text differs from the English one."""
    for source, entry in _pairs(book):
        unlike = set(source.patterns) ^ set(entry.patterns)
        if unlike:
            yield f"{entry}: not the same attributes: {', '.join(sorted(name or 'the text itself' for name in unlike))}"
        for name in set(source.patterns) & set(entry.patterns):
            odd = variables(source.patterns[name]) ^ variables(entry.patterns[name])
            if odd:
                yield f"{entry}{name and '.' + name}: not the same arguments: {', '.join(sorted(odd))}"


def plurals(book: Book) -> Iterator[str]:
    """Selections by number that lack a category of their language, or have one that it never uses."""
    for entry in book.entries:
        known = frozenset(Language.parse(entry.locale.value, sep="-").plural_form.rules) | {"other"}
        needed = known - RARE.get(entry.locale, frozenset())
        for pattern in entry.patterns.values():
            for _, names in selections(pattern):
                chosen = names & CATEGORIES
                if chosen - {"other"} or (chosen and all(name.isdigit() for name in names - CATEGORIES)):
                    if needed - names:
                        yield f"{entry}: no plural for {', '.join(sorted(needed - names))}"
                    if chosen - known:
                        yield f"{entry}: {', '.join(sorted(chosen - known))} is never chosen in this language"


def markup(book: Book) -> Iterator[str]:
    """Texts whose markup does not parse, in any of their variants, or that hold private-use characters."""
    for entry in book.entries:
        for name, pattern in entry.patterns.items():
            if entry.term:
                continue
            for written in writings(pattern):
                try:
                    parse(written, strict=True)
                except MarkupError as error:
                    yield f"{entry}{name and '.' + name}: {error}"
                    break
    for (locale, namespace), source in book.sources.items():
        if PRIVATE_USE.search(source):
            yield f"{locale.value}/{namespace}.ftl: private-use characters stand for arguments"


def unwritable(folder: Path, book: Book) -> Iterator[str]:
    """Texts that cannot be written with arguments of the right kinds: references that lead nowhere, wrong functions."""
    library = Library.load([folder], strict=True)
    for entry in book.entries:
        if entry.term:
            continue
        for name, pattern in entry.patterns.items():
            key = f"{entry.key}.{name}" if name else entry.key
            try:
                library.texts(entry.namespace, entry.locale)(key, **_arguments(pattern))
            except (TextBroken, TextMissing, MarkupError) as error:
                yield f"{entry}: cannot be written: {error}"


def _arguments(pattern: ftl.Pattern) -> dict[str, Argument]:
    """An argument for each variable, of the kind that the pattern wants."""
    found: dict[str, Argument] = dict.fromkeys(variables(pattern), "https://example.org/")
    for node in nodes(pattern):
        if isinstance(node, ftl.SelectExpression) and isinstance(node.selector, ftl.VariableReference):
            if any(names & CATEGORIES for selection, names in selections(pattern) if selection is node):
                found[node.selector.id.name] = 2
        elif isinstance(node, ftl.FunctionReference):
            value: Argument = datetime(2026, 1, 1, tzinfo=UTC) if node.id.name in FUNCTIONS else 2
            for argument in node.arguments.positional:
                if isinstance(argument, ftl.VariableReference):
                    found[argument.id.name] = value
    return found


def unused(book: Book, code: Usage, by_convention: Collection[re.Pattern[str]] = ()) -> Iterator[str]:
    """Texts that nothing asks for.

    Args:
        book: the texts.
        code: what the code asks for.
        by_convention: shapes of further keys, such as those made from declarations.
    """
    referred = {
        node.id.name
        for entry in book.entries
        for pattern in entry.patterns.values()
        for node in nodes(pattern)
        if isinstance(node, ftl.MessageReference | ftl.TermReference)
    }
    for entry in book.messages(SOURCE).values():
        asked = code.uses(entry.key) or any(shape.fullmatch(entry.key) for shape in by_convention)
        if not asked and entry.key not in referred:
            yield f"{entry}: nothing asks for it"


def unknown(book: Book, code: Usage) -> Iterator[str]:
    """Keys that the code asks for and no file has."""
    known = {f"{entry.key}.{name}" if name else entry.key for entry in book.entries for name in entry.patterns}
    for key, where in code.asked.items():
        if key not in known:
            yield f"{where}: asks for {key!r}, which no file has"


def scripts(book: Book) -> Iterator[str]:
    """Chinese texts with characters of the other script, or with words that are never said."""
    for entry in book.entries:
        for pattern in entry.patterns.values():
            for written in writings(pattern):
                odd = list(foreign(written, entry.locale))
                if odd:
                    yield f"{entry}: {' '.join(odd)}"
                    break
