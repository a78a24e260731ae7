"""Why two people were matched, in plain English, for who runs a round from the command line."""

from collections.abc import Iterable, Mapping
from typing import assert_never

from cogs.spies.rules.listing import language_names
from cogs.spies.rules.people import Level, Slot
from cogs.spies.rules.scoring import BothLike, BothWant, FreeTogether, GaveCat, Reason, Teaches, Waited


def explained(reason: Reason, people: tuple[str, str], names: Mapping[str, str | int]) -> str:
    """One reason as a sentence.

    Args:
        reason: of a score.
        people: the two ids.
        names: what the two are called, by their ids.
    """
    match reason:
        case Teaches(who, tongue, level):
            other = people[1] if who == people[0] else people[0]
            language = language_names().get(tongue, tongue)
            known = "native" if level is Level.NATIVE else level.name
            return f"{names[who]} speaks {language} ({known}), which {names[other]} learns"
        case FreeTogether(hours, slots):
            when = f" on {_and(_slot(slot) for slot in slots)}" if slots else ""
            return f"both are free{when}, {hours} {'hour' if hours == 1 else 'hours'} of the week together"
        case BothLike(interests):
            return f"both like {_and(interests)}"
        case BothWant(wants):
            return f"both want {_and(want.value for want in wants)}"
        case Waited(who, weeks):
            return f"{names[who]} has waited {weeks} {'week' if weeks == 1 else 'weeks'}"
        case GaveCat(who):
            return f"{names[who]} once gave a cat in answer"
        case _:
            assert_never(reason)


def _slot(slot: Slot) -> str:
    return slot.value.replace("-", " ") + "s"


def _and(words: Iterable[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last
