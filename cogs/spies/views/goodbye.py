"""What is said when a line ends."""

from datetime import datetime

from bot.api import Texts
from bot.domain.controls import Button, ButtonStyle, Control
from bot.domain.message import Card, Outgoing
from bot.domain.refs import CommunityId
from bot.domain.text import RichText
from cogs.spies.actions.asking import Find
from cogs.spies.actions.line import AskShow, Goodbye
from cogs.spies.rules.keeping import Streak
from cogs.spies.rules.pairs import Ending, Pair
from cogs.spies.views.keeping import looking_back
from cogs.spies.views.keys import safety_keys
from cogs.spies.views.line import Shown

COLOUR = 0xE8A33D

_NAMED = frozenset({Ending.GOODBYE, Ending.LEFT})
"""Of the others nobody is told more than that it ended."""


def ended(texts: Texts, pair: Pair, name: str, why: Ending, last: datetime, weeks: Streak) -> Outgoing:
    """The goodbye card of somebody whose line ended.

    Args:
        name: of whom they wrote with.
        why: only a goodbye and somebody who cannot be reached are told as such.
        last: the last day.
        weeks: in which they wrote each other.
    """
    key = f"end-{why.value}" if why in _NAMED else "end-plain"
    lines = [texts(key, name=name)]
    if why is not Ending.MERGED:
        lines += _together(texts, pair, last, weeks)
    lines.append(texts("end-new"))
    card = Card(texts.plain("end-title"), RichText.join(lines, "\n"), colour=COLOUR)
    return Outgoing(card=card, controls=((another(texts, pair.community),),), silent=False)


def said(texts: Texts, pair: Pair, name: str, last: datetime, weeks: Streak) -> Outgoing:
    """For who said goodbye themselves."""
    lines = [texts("end-said", name=name), *_together(texts, pair, last, weeks), texts("end-new")]
    body = RichText.join(lines, "\n")
    return Outgoing(
        card=Card(texts.plain("end-title"), body, colour=COLOUR), controls=((another(texts, pair.community),),)
    )


def goes_on(shown: Shown, name: str, why: Ending) -> Outgoing:
    """For the two who are left of three: who left, and that they go on. The keys under the first card are over.

    Args:
        shown: their line from now on.
        name: who left.
        why: a goodbye, or that they cannot be reached.
    """
    texts, line = shown.texts, shown.pair.id
    key = "end-two-goodbye" if why is Ending.GOODBYE else "end-two-left"
    first: tuple[Control, ...] = (Button(texts.plain("line-show"), AskShow(line)),)
    if shown.mission is not None:
        first = (shown.mission, *first)
    goodbye = Button(texts.plain("line-goodbye"), Goodbye(line), ButtonStyle.DANGER)
    second = (goodbye, *safety_keys(texts, line, None))
    return Outgoing(texts(key, name=name, other=shown.name), controls=(first, second), silent=False)


def _together(texts: Texts, pair: Pair, last: datetime, weeks: Streak) -> list[RichText]:
    told = looking_back(texts, weeks)
    first_day, last_day = (texts.plain("end-date", day=day) for day in (pair.opened or pair.made, last))
    if first_day == last_day:
        days = texts("end-one-day", day=first_day)
    else:
        days = texts("end-days", first=first_day, last=last_day)
    return [days] if told is None else [days, told]


def another(texts: Texts, community: CommunityId) -> Button:
    """A key to find somebody new."""
    return Button(texts.plain("end-find"), Find(community), ButtonStyle.MAIN)
