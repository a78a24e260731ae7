"""Why two people are proposed to each other, in two lines."""

from collections.abc import Sequence

from bot.api import Texts
from bot.api.house import Languages
from bot.domain.text import RichText
from cogs.spies.rules.people import File
from cogs.spies.rules.scoring import BothLike, BothWant, FreeTogether, Reason, Teaches
from cogs.spies.views.theming import tongue_name

MOST_NAMED = 3
"""Languages, slots or interests that are named; more of them say no more."""


def why(texts: Texts, languages: Languages, other: File, reasons: Sequence[Reason]) -> RichText:
    """What somebody speaks and learns, and what the reader has in common with them.

    Args:
        texts: in the reader's language.
        languages: what they are called.
        other: whom the reader is told about.
        reasons: of their score; without any it is told what they speak and learn at all.
    """
    teaches = [one for one in reasons if isinstance(one, Teaches)]
    speaks = [one.tongue for one in teaches if one.who == str(other.person)] or list(other.speaks)
    learns = [one.tongue for one in teaches if one.who != str(other.person)] or list(other.learns)
    first = texts(
        "why-languages",
        speaks=_listed(texts, [tongue_name(texts, languages, one) for one in speaks[:MOST_NAMED]]),
        learns=_listed(texts, [tongue_name(texts, languages, one) for one in learns[:MOST_NAMED]]),
    )
    common = [said for reason in reasons if (said := _in_common(texts, reason))]
    if not common:
        return first + "\n" + texts("why-nothing")
    line = texts.plain("why-between").join(common)
    return first + "\n" + texts("why-common", common=line[:1].upper() + line[1:])


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
