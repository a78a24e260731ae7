"""Controls in the rows, columns and numbers that a chat has."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TypeVar
from unicodedata import east_asian_width

from bot.core.degrade.graphemes import last_boundary
from bot.core.degrade.losses import ControlLeftOut, ControlsMoved, LabelShortened, ListUnfolded, Loss
from bot.core.degrade.room import Room
from bot.domain.capabilities import LengthUnit
from bot.domain.controls import Button, ButtonStyle, Control, LinkButton, Option, Select
from bot.domain.text import RichText, Span

T = TypeVar("T")

ELLIPSIS = "…"

FULL_ROW = 3
"""Keys of an unfolded list that share a row well on a phone."""

ROW_WIDTH = 42
"""Latin letters that a row of keys shows on a phone; a Chinese character is as wide as two."""

Rows = tuple[tuple[Control, ...], ...]


def shorten(words: str, limit: int, unit: LengthUnit) -> str:
    """Words of at most ``limit`` units, ending in an ellipsis when some had to go.

    >>> shorten("Show me your cat", 9, LengthUnit.UTF16)
    'Show me…'
    """
    if unit.measure(words) <= limit:
        return words
    length = place = 0
    while place < len(words) and length + unit.measure(words[place]) < limit:
        length += unit.measure(words[place])
        place += 1
    return words[: last_boundary(words, 0, place)].rstrip() + ELLIPSIS


@dataclass(frozen=True, slots=True)
class Arranged:
    """Controls on the pages that they need, each page for one message.

    Attributes:
        links: what is said in the text instead, where there are no keys at all.
    """

    pages: tuple[Rows, ...] = ()
    links: RichText = RichText()
    losses: tuple[Loss, ...] = ()


@dataclass(slots=True)
class _Labels:
    """Shortens labels and notes which."""

    room: Room
    losses: list[Loss] = field(default_factory=list[Loss])

    def short(self, words: str) -> str:
        shown = shorten(words, self.room.capabilities.label, self.room.capabilities.unit)
        if shown != words:
            self.losses.append(LabelShortened(words, shown))
        return shown

    def option(self, option: Option) -> Option:
        return replace(option, label=self.short(option.label), description=self.short(option.description))

    def control(self, control: Control) -> Control:
        if isinstance(control, Select):
            return replace(
                control,
                placeholder=self.short(control.placeholder),
                options=tuple(self.option(option) for option in control.options),
            )
        return replace(control, label=self.short(control.label))

    def unfolded(self, select: Select) -> Iterable[Button]:
        """A list's options as buttons; the chosen one stands out."""
        described = tuple(option.description for option in select.options if option.description)
        self.losses.append(ListUnfolded(select.placeholder, described))
        for option in select.options:
            style = ButtonStyle.MAIN if option.chosen else ButtonStyle.QUIET
            yield Button(self.short(option.label), option.action, style, select.only)


def arrange(rows: Sequence[Sequence[Control]], room: Room) -> Arranged:
    """Puts controls into the chat's rows; their order stays.

    Rows stay as they are when they fit, are filled up when there are too many, and go on under a following message
    when even that is too much. A list stands in a row of its own; an empty one offers nothing and is left out.
    """
    filled = [[one for one in row if not isinstance(one, Select) or one.options] for row in rows]
    if not any(filled):
        return Arranged()
    if not room.keys:
        return _without_keys(list(chain.from_iterable(filled)))
    labels = _Labels(room)
    kept = [row for given in filled for row in _rows(given, labels)]
    capabilities = room.capabilities
    if len(kept) <= capabilities.key_rows and sum(map(len, kept)) <= capabilities.keys:
        return Arranged((tuple(kept),), losses=tuple(labels.losses))
    pages = _packed([control for row in kept for control in row], room)
    moved = sum(len(row) for page in pages[1:] for row in page)
    if moved:
        labels.losses.append(ControlsMoved(moved))
    return Arranged(pages, losses=tuple(labels.losses))


def _rows(row: Sequence[Control], labels: _Labels) -> Iterable[tuple[Control, ...]]:
    """One given row as the rows it needs."""
    capabilities = labels.room.capabilities
    buttons: list[Control] = []
    for control in row:
        if not isinstance(control, Select):
            buttons.append(labels.control(control))
            continue
        yield from _chunks(buttons, capabilities.key_columns)
        buttons = []
        if capabilities.lists < 1:
            yield from _legible(list(labels.unfolded(control)), capabilities.key_columns)
            continue
        whole = labels.control(control)
        if isinstance(whole, Select):
            for options in _chunks(whole.options, capabilities.lists):
                yield (replace(whole, options=options),)
    yield from _chunks(buttons, capabilities.key_columns)


def _chunks(things: Sequence[T], most: int) -> Iterable[tuple[T, ...]]:
    for start in range(0, len(things), most):
        yield tuple(things[start : start + most])


def _legible(keys: Sequence[Button], most: int) -> Iterable[tuple[Control, ...]]:
    """Keys in rows where each has room for its label, also on a phone."""
    row: list[Button] = []
    for key in keys:
        widest = max(_width(one.label) for one in (*row, key))
        if row and (len(row) >= min(most, FULL_ROW) or widest * (len(row) + 1) > ROW_WIDTH):
            yield tuple(row)
            row = []
        row.append(key)
    if row:
        yield tuple(row)


def _width(label: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in label)


def _packed(controls: Sequence[Control], room: Room) -> tuple[Rows, ...]:
    """Controls in as few rows and pages as hold them in their order."""
    capabilities = room.capabilities
    pages: list[list[list[Control]]] = []
    count = 0
    for control in controls:
        alone = isinstance(control, Select)
        row = pages[-1][-1] if pages else []
        joins = bool(row) and not alone and not isinstance(row[-1], Select) and len(row) < capabilities.key_columns
        if not pages or count >= capabilities.keys or (not joins and len(pages[-1]) >= capabilities.key_rows):
            pages.append([[control]])
            count = 1
            continue
        count += 1
        if joins:
            row.append(control)
        else:
            pages[-1].append([control])
    return tuple(tuple(tuple(row) for row in page) for page in pages)


def _without_keys(controls: Sequence[Control]) -> Arranged:
    """Addresses go into the text; what can only be pressed is left out."""
    losses: list[Loss] = []
    links: list[RichText] = []
    for control in controls:
        if isinstance(control, LinkButton):
            shown = control.label if control.label.strip() else control.url
            links.append(RichText((Span(shown, url=control.url),)))
        elif isinstance(control, Select):
            losses.extend(ControlLeftOut(option.label) for option in control.options)
        else:
            losses.append(ControlLeftOut(control.label))
    return Arranged(links=RichText.join(links, "\n"), losses=tuple(losses))
