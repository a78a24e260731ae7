"""Of what in a file several can be picked."""

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum

from cogs.spies.rules.people import INTERESTS, File, Slot, Want


class Pick(StrEnum):
    """A list of one's own; a part of its texts' keys."""

    INTERESTS = "interests"
    SLOTS = "slots"
    WANTS = "wants"


def offered(pick: Pick) -> tuple[str, ...]:
    """What can be picked."""
    match pick:
        case Pick.INTERESTS:
            return INTERESTS
        case Pick.SLOTS:
            return tuple(Slot)
        case Pick.WANTS:
            return tuple(Want)


def picked(file: File, pick: Pick) -> tuple[str, ...]:
    """What of it is in a file, in the order in which it is offered."""
    match pick:
        case Pick.INTERESTS:
            now = file.interests
        case Pick.SLOTS:
            now = frozenset[str](file.free)
        case Pick.WANTS:
            now = frozenset[str](file.wants)
    return tuple(one for one in offered(pick) if one in now)


def with_picked(file: File, pick: Pick, values: Iterable[str]) -> File:
    """The file with exactly these picked; what is not offered is left out."""
    chosen = frozenset(values) & frozenset(offered(pick))
    match pick:
        case Pick.INTERESTS:
            return replace(file, interests=chosen)
        case Pick.SLOTS:
            return replace(file, free=frozenset(map(Slot, chosen)))
        case Pick.WANTS:
            return replace(file, wants=frozenset(map(Want, chosen)))
