"""Fluent's own machine, for texts that choose: loaded when the first of them is said, with its languages' data."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import cast

import structlog
from babel import Locale as Language
from fluent.runtime import FluentBundle
from fluent.runtime.types import FluentType
from fluent.syntax import FluentParser
from fluent.syntax.ast import (
    BaseNode,
    Junk,
    Message,
    MessageReference,
    Pattern,
    Resource,
    StringLiteral,
    Term,
    TermReference,
    TextElement,
    VariableReference,
)

from bot.core.locale.entries import Blank, Source, Wording
from bot.core.locale.faults import TextBroken
from bot.core.locale.slots import MOST, Argument, place, words_of
from bot.domain.locales import Locale
from bot.domain.text import MomentStyle

log = structlog.get_logger(__name__)


class Slot(FluentType):
    """An argument's place. In Fluent it equals its words, so that texts can select by them."""

    __slots__ = ("_index", "_style", "_words")

    def __init__(self, index: int, words: str, style: MomentStyle = MomentStyle.DATE_TIME) -> None:
        self._index = index
        self._words = words
        self._style = style

    def format(self, locale: Language) -> str:  # Fluent's signature
        """The private-use character of the place."""
        return place(self._index, self._style)

    def in_style(self, style: MomentStyle) -> "Slot":
        """The same place for a moment in another style."""
        return Slot(self._index, self._words, style)

    def __eq__(self, other: object) -> bool:
        return self._words == (other._words if isinstance(other, Slot) else other)

    def __hash__(self) -> int:
        return hash(self._words)


def _chooses(style: MomentStyle) -> Callable[[object], FluentType]:
    def choose(argument: object) -> FluentType:
        if not isinstance(argument, Slot):
            raise TypeError("not a moment")
        return argument.in_style(style)

    return choose


FUNCTIONS: Mapping[str, Callable[[object], FluentType]] = MappingProxyType(
    {
        "DATE": _chooses(MomentStyle.DATE),
        "TIME": _chooses(MomentStyle.TIME),
        "DATETIME": _chooses(MomentStyle.DATE_TIME),
        "RELATIVE": _chooses(MomentStyle.RELATIVE),
    }
)
"""How a text chooses what it tells of a moment: ``{ DATE($starts) }``; ``{ $starts }`` is date and time."""


class Machine:
    """Writes one namespace's texts in one language.

    Args:
        locale: the language.
        found: where each entry stands in its file.
    """

    def __init__(self, locale: Locale, found: Mapping[str, Source]) -> None:
        self._locale = locale
        self._found = found
        self._bundle: FluentBundle | None = None
        self._bundled: set[str] = set()

    def wordings(self, name: str) -> Mapping[str, Wording | None]:
        """An entry's texts by attribute, ``""`` for its own, as :func:`wordings` has them; none where it is broken."""
        entry = self._entry(name)
        return {} if entry is None else dict(wordings(entry))

    def written(self, key: str, values: Mapping[str, Argument]) -> str:
        """A text with places for its arguments; raises :class:`TextBroken`."""
        name, _, attribute = key.partition(".")
        if self._bundle is None:
            self._bundle = FluentBundle([self._locale.value], functions=dict(FUNCTIONS), use_isolating=False)
        self._put_in(self._bundle, name)
        message = self._bundle.get_message(name)
        pattern = message.attributes[attribute] if attribute else message.value
        if pattern is None:
            raise TextBroken(f"{key}: no value")
        written, errors = self._bundle.format_pattern(pattern, dict(_slotted(values)))
        if errors or not isinstance(written, str):
            raise TextBroken(f"{key}: {'; '.join(map(str, errors))}")
        return written

    def _put_in(self, bundle: FluentBundle, name: str) -> None:
        """An entry and all that it refers to, each once."""
        entry = None if name in self._bundled else self._entry(name)
        self._bundled.add(name)
        if entry is not None:
            bundle.add_resource(Resource([entry]))
            for other in references(entry):
                self._put_in(bundle, other)

    def _entry(self, name: str) -> Message | Term | None:
        """An entry; None when it is not there, or no Fluent."""
        source = self._found.get(name)
        if source is None:
            return None
        entry = FluentParser(with_spans=False).parse_entry(source.text)
        if isinstance(entry, Message | Term):
            return entry
        log.warning("a text is broken", file=f"{source.path.parent.name}/{source.path.name}", content=source.text)
        return None


def check(path: Path, text: str) -> None:
    """Raises :class:`TextBroken` where a file is no Fluent."""
    for entry in FluentParser(with_spans=False).parse(text).body:
        if isinstance(entry, Junk):
            raise TextBroken(f"{path.parent.name}/{path.name}: {entry.content}")


def _slotted(values: Mapping[str, Argument]) -> Mapping[str, int | Slot]:
    """Arguments as Fluent is given them: numbers as they are, so that plurals work; all others as places."""
    if len(values) > MOST:
        raise ValueError("too many arguments")
    return {
        name: value if isinstance(value, int) else Slot(index, words_of(value))
        for index, (name, value) in enumerate(values.items())
    }


def references(entry: Message | Term) -> Iterator[str]:
    """The names of what an entry refers to."""
    waiting: list[object] = [entry]
    while waiting:
        node = waiting.pop()
        if isinstance(node, MessageReference):
            yield node.id.name
        elif isinstance(node, TermReference):
            yield f"-{node.id.name}"
        if isinstance(node, BaseNode):
            waiting.extend(vars(node).values())
        elif isinstance(node, list):
            waiting.extend(cast("list[object]", node))


def wordings(entry: Message | Term) -> Iterator[tuple[str, Wording | None]]:
    """An entry's texts by attribute, ``""`` for its own; None for one that is more than words and arguments."""
    if entry.value is not None:
        yield "", _wording(entry.value)
    for attribute in entry.attributes:
        yield attribute.id.name, _wording(attribute.value)


def _wording(pattern: Pattern) -> Wording | None:
    pieces: list[str | Blank] = []
    for element in pattern.elements:
        if isinstance(element, TextElement):
            pieces.append(element.value)
        elif isinstance(element.expression, StringLiteral):
            pieces.append(str(element.expression.parse()["value"]))
        elif isinstance(element.expression, VariableReference):
            pieces.append(Blank(element.expression.id.name))
        else:
            return None
    return tuple(pieces)
