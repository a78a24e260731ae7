"""What is said when a line ends."""

from datetime import datetime

from bot.api import Texts
from bot.domain.controls import Button, ButtonStyle
from bot.domain.message import Card, Outgoing
from bot.domain.refs import CommunityId
from bot.domain.text import RichText
from cogs.spies.actions.asking import Find
from cogs.spies.rules.pairs import Ending, Pair

COLOUR = 0xE8A33D

_NAMED = frozenset({Ending.GOODBYE, Ending.LEFT})
"""Of the others nobody is told more than that it ended."""


def ended(texts: Texts, pair: Pair, name: str, why: Ending, last: datetime) -> Outgoing:
    """The goodbye card of somebody whose line ended.

    Args:
        name: of whom they wrote with.
        why: only a goodbye and somebody who cannot be reached are told as such.
        last: the last day.
    """
    key = f"end-{why.value}" if why in _NAMED else "end-plain"
    lines = [texts(key, name=name)]
    if why is not Ending.MERGED:
        lines.append(texts("end-days", first=pair.opened or pair.made, last=last))
    lines.append(texts("end-new"))
    card = Card(texts.plain("end-title"), RichText.join(lines, "\n"), colour=COLOUR)
    return Outgoing(card=card, controls=((another(texts, pair.community),),), silent=False)


def said(texts: Texts, pair: Pair, name: str, last: datetime) -> Outgoing:
    """For who said goodbye themselves."""
    days = texts("end-days", first=pair.opened or pair.made, last=last)
    body = RichText.join([texts("end-said", name=name), days, texts("end-new")], "\n")
    return Outgoing(
        card=Card(texts.plain("end-title"), body, colour=COLOUR), controls=((another(texts, pair.community),),)
    )


def another(texts: Texts, community: CommunityId) -> Button:
    """A key to find somebody new."""
    return Button(texts.plain("end-find"), Find(community), ButtonStyle.MAIN)
