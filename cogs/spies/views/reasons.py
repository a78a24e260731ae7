"""Why two people are proposed to each other, in two lines."""

from collections.abc import Sequence

from bot.api import Texts
from bot.api.house import Languages
from bot.domain.text import RichText
from cogs.spies.rules.scoring import BothLike, BothWant, FreeTogether, Reason, Teaches
from cogs.spies.views.theming import tongue_name

MOST_NAMED = 3
"""Slots or interests that are named; more of them say no more."""


def why(texts: Texts, languages: Languages, other: str, reasons: Sequence[Reason]) -> RichText:
    """What somebody speaks and learns, and what the reader has in common with them.

    Args:
        texts: in the reader's language.
        languages: what they are called.
        other: the id of whom the reader is told about.
        reasons: of their score.
    """
    speaks = [one for one in reasons if isinstance(one, Teaches) and one.who == other]
    learns = [one for one in reasons if isinstance(one, Teaches) and one.who != other]
    first = texts(
        "why-languages",
        speaks=_listed(texts, [tongue_name(texts, languages, one.tongue) for one in speaks]),
        learns=_listed(texts, [tongue_name(texts, languages, one.tongue) for one in learns]),
    )
    common = [said for reason in reasons if (said := _in_common(texts, reason))]
    if not common:
        return first + "\n" + texts("why-nothing")
    line = texts.plain("why-between").join(common)
    return first + "\n" + (line[:1].upper() + line[1:])


def _in_common(texts: Texts, reason: Reason) -> str:
    match reason:
        case FreeTogether(hours=hours, slots=()):
            return texts.plain("why-hours", hours=hours)
        case FreeTogether(slots=slots):
            names = [texts.plain(f"why-slot-{slot.value}") for slot in slots[:MOST_NAMED]]
            return texts.plain("why-slots", slots=_listed(texts, names))
        case BothLike(interests=interests):
            names = [texts.plain(f"why-like-{one}") for one in interests[:MOST_NAMED]]
            return texts.plain("why-like", interests=_listed(texts, names))
        case BothWant(wants=wants):
            names = [texts.plain(f"why-want-{want.value}") for want in wants[:MOST_NAMED]]
            return texts.plain("why-want", wants=_listed(texts, names))
        case _:
            return ""  # how long somebody waited, or that they gave a cat, is theirs to tell


def _listed(texts: Texts, names: Sequence[str]) -> str:
    return texts.plain("why-list").join(names)
