"""What an admin is shown of rounds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.api import Texts
from bot.domain.controls import Button, ButtonStyle
from bot.domain.message import Outgoing
from bot.domain.refs import CommunityId
from bot.domain.text import RichText
from cogs.spies.actions.asking import RunRound, ShowRounds
from cogs.spies.rules.rounds import Round


@dataclass(frozen=True, slots=True)
class RoundsShown:
    """How rounds stand in a club.

    Attributes:
        next: when the next is, None for no rounds.
        opted_in: how many take part and are not paused.
        free: how many of them could be matched now.
        waiting: how many of them wait, and ``longest`` for how many days the first of them has.
        lately: the last rounds, the newest first.
    """

    club: CommunityId
    next: datetime | None
    opted_in: int
    free: int
    waiting: int
    longest: int
    lately: Sequence[Round]


def shown(texts: Texts, rounds: RoundsShown) -> Outgoing:
    """When the next round is, how many are in, and how many stayed without anybody."""
    lines = [texts("round-none") if rounds.next is None else texts("round-next", at=rounds.next)]
    lines.append(texts("round-people", count=rounds.opted_in, free=rounds.free))
    if rounds.waiting:
        lines.append(texts("round-waiting", count=rounds.waiting, days=rounds.longest))
    for one in rounds.lately:
        lines.append(texts("round-lately", at=one.at, people=one.people, unmatched=one.unmatched))
    if rounds.lately:
        lines.append(texts("round-fair"))
    key = Button(texts.plain("round-run"), RunRound(rounds.club), ButtonStyle.MAIN)
    return Outgoing(RichText.join(lines, "\n"), controls=((key,),))


def which(texts: Texts, clubs: Sequence[tuple[CommunityId, str]]) -> Outgoing:
    """Somebody who is an admin of several clubs says which."""
    rows = tuple((Button(name or str(club), ShowRounds(club)),) for club, name in clubs)
    return Outgoing(texts("round-which"), controls=rows)


def started(texts: Texts) -> Outgoing:
    """A round is being made."""
    return Outgoing(texts("round-started"))
