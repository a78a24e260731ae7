"""What is said to keep a line going."""

from bot.api import Texts
from bot.domain.controls import Button, ButtonStyle, Control
from bot.domain.message import Outgoing
from bot.domain.refs import CommunityId
from bot.domain.text import RichText
from cogs.spies.actions.asking import Find
from cogs.spies.actions.keeping import CheckedIn, Going, LookBesides, PartFor
from cogs.spies.rules.keeping import WORTH_TELLING, Streak
from cogs.spies.rules.pairs import PairId


def nudge(texts: Texts, pair: PairId, name: str, number: int, mission: Button | None) -> Outgoing:
    """A line has been silent.

    Args:
        texts: in the reader's language.
        pair: the line.
        name: of whom they write with.
        number: 1 for the first time, 2 for the second and last.
        mission: a key that draws a card, where there are missions.
    """
    keys: list[Control] = [] if mission is None else [mission]
    if number > 1:
        keys.append(Button(texts.plain("keep-new"), CheckedIn(pair, Going.NEW)))
    key = "keep-nudge" if number == 1 else "keep-nudge-last"
    return Outgoing(texts(key, name=name), controls=(tuple(keys),) if keys else ())


def check_in(texts: Texts, pair: PairId, name: str) -> Outgoing:
    """Asks somebody how it is going; nobody else sees the answer."""
    keys = (
        Button(texts.plain("keep-well"), CheckedIn(pair, Going.WELL), ButtonStyle.GOOD),
        Button(texts.plain("keep-new"), CheckedIn(pair, Going.NEW)),
        Button(texts.plain("keep-later"), CheckedIn(pair, Going.LATER)),
    )
    return Outgoing(texts("keep-check-in", name=name), controls=(keys,))


def well(texts: Texts, name: str, weeks: Streak, mission: Button | None) -> Outgoing:
    """It is going well."""
    told = going_on(texts, weeks)
    said = texts("keep-well-said", name=name)
    text = said if told is None else RichText.join([said, told], "\n")
    return Outgoing(text, controls=() if mission is None else ((mission,),))


def later(texts: Texts) -> Outgoing:
    """They do not want to say."""
    return Outgoing(texts("keep-later-said"))


def which(texts: Texts, pair: PairId, name: str) -> Outgoing:
    """Asks who wants somebody new: besides, or instead?"""
    keys = (
        Button(texts.plain("keep-besides"), LookBesides(pair), ButtonStyle.MAIN),
        Button(texts.plain("keep-part"), PartFor(pair), ButtonStyle.DANGER),
        Button(texts.plain("keep-stay"), CheckedIn(pair, Going.LATER)),
    )
    return Outgoing(texts("keep-which", name=name), controls=(keys,))


def besides(texts: Texts, community: CommunityId, name: str) -> Outgoing:
    """They keep a line, and are on the list for another."""
    find = Button(texts.plain("keep-find"), Find(community), ButtonStyle.MAIN)
    return Outgoing(texts("keep-besides-said", name=name), controls=((find,),))


def going_on(texts: Texts, weeks: Streak) -> RichText | None:
    """For how many weeks they have written each other; None where that is not worth a word yet."""
    return texts("keep-streak", weeks=weeks.now) if weeks.now >= WORTH_TELLING else None


def looking_back(texts: Texts, weeks: Streak) -> RichText | None:
    """The same on a goodbye card: the most there were."""
    return texts("keep-streak-was", weeks=weeks.longest) if weeks.longest >= WORTH_TELLING else None
