"""Texts as their files have them: parsed, not yet written, for the audit to look at."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, product
from pathlib import Path

from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from bot.domain.locales import Locale

ADMIN_SECTIONS = frozenset({"For admins", "Settings", "The audit list"})
"""Sections (``## Settings``) of texts that only admins see."""

COMBINATIONS = 200
"""Most ways of writing one pattern that are looked at."""

PLACE = "\ue000"
"""Stands for an argument, as in the real thing."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A message or a term.

    Attributes:
        patterns: by attribute; "" is the value.
        admin: only admins see it.
    """

    locale: Locale
    namespace: str
    key: str
    patterns: Mapping[str, ftl.Pattern]
    admin: bool
    term: bool

    def __str__(self) -> str:
        return f"{self.locale.value}/{self.namespace}.ftl: {self.key}"


@dataclass(frozen=True, slots=True)
class Book:
    """All files of a folder.

    Attributes:
        broken: what is no Fluent, or stands there twice.
    """

    entries: tuple[Entry, ...]
    sources: Mapping[tuple[Locale, str], str]
    broken: tuple[str, ...] = ()

    def messages(self, locale: Locale) -> Mapping[tuple[str, str], Entry]:
        """A language's messages by namespace and key."""
        return {(one.namespace, one.key): one for one in self.entries if one.locale is locale and not one.term}


@dataclass(slots=True)
class _Reading:
    entries: list[Entry] = field(default_factory=list[Entry])
    broken: list[str] = field(default_factory=list[str])
    seen: set[tuple[Locale, str, str]] = field(default_factory=set[tuple[Locale, str, str]])


def read(folder: Path) -> Book:
    """Reads every file of every language; those of one namespace (``tea.ftl``, ``tea.cups.ftl``) together."""
    reading = _Reading()
    sources: dict[tuple[Locale, str], str] = {}
    for locale in Locale:
        for path in sorted((folder / locale.value).glob("*.ftl")):
            namespace = path.name.partition(".")[0]
            source = path.read_text(encoding="utf-8")
            sources[locale, namespace] = sources.get((locale, namespace), "") + source
            _read(source, locale, namespace, reading)
    return Book(tuple(reading.entries), sources, tuple(reading.broken))


def _read(source: str, locale: Locale, namespace: str, reading: _Reading) -> None:
    admin = False
    body: Sequence[object] = FluentParser().parse(source).body
    for entry in body:
        if isinstance(entry, ftl.GroupComment):
            admin = (entry.content or "").strip() in ADMIN_SECTIONS
        elif isinstance(entry, ftl.Junk):
            reading.broken.append(f"{locale.value}/{namespace}.ftl: no Fluent: {(entry.content or '').strip()}")
        elif isinstance(entry, ftl.Message | ftl.Term):
            term = isinstance(entry, ftl.Term)
            key = f"-{entry.id.name}" if term else entry.id.name
            patterns = {} if entry.value is None else {"": entry.value}
            patterns.update({attribute.id.name: attribute.value for attribute in entry.attributes})
            found = Entry(locale, namespace, key, patterns, admin or key.startswith("admin-"), term)
            if (locale, namespace, key) in reading.seen:
                reading.broken.append(f"{found} stands there twice")
            reading.seen.add((locale, namespace, key))
            reading.entries.append(found)


def nodes(pattern: ftl.Pattern) -> Iterator[ftl.BaseNode]:
    """A pattern and everything in it."""
    waiting: list[object] = [pattern]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ftl.BaseNode):
            yield node
            children: Mapping[str, object] = vars(node)
            waiting.extend(child for name, child in children.items() if name != "span")
        elif isinstance(node, list):
            waiting.extend(node)  # pyright: ignore[reportUnknownArgumentType]  # a list of nodes; others are passed over


def variables(pattern: ftl.Pattern) -> frozenset[str]:
    """The arguments that a pattern names."""
    return frozenset(node.id.name for node in nodes(pattern) if isinstance(node, ftl.VariableReference))


def selections(pattern: ftl.Pattern) -> Iterator[tuple[ftl.SelectExpression, frozenset[str]]]:
    """A pattern's selections with the names of their variants."""
    for node in nodes(pattern):
        if isinstance(node, ftl.SelectExpression):
            names = (one.key.name if isinstance(one.key, ftl.Identifier) else one.key.value for one in node.variants)
            yield node, frozenset(names)


def writings(pattern: ftl.Pattern) -> Iterable[str]:
    """The ways in which a pattern can be written, every variant of a selection in turn."""
    choices = [
        [element.value or ""] if isinstance(element, ftl.TextElement) else list(_placed(element.expression))
        for element in pattern.elements
    ]
    return ("".join(parts) for parts in islice(product(*choices), COMBINATIONS))


def _placed(expression: object) -> Iterable[str]:
    match expression:
        case ftl.StringLiteral():
            yield str(expression.parse()["value"])
        case ftl.NumberLiteral(value=value):
            yield str(value)
        case ftl.SelectExpression(variants=variants):
            for variant in variants:
                yield from writings(variant.value)
        case ftl.Placeable(expression=inner):
            yield from _placed(inner)
        case ftl.MessageReference() | ftl.TermReference():
            yield "x"
        case _:
            yield PLACE
