"""A moderator's desk."""

from collections.abc import Mapping

from bot.api import Texts
from bot.domain.author import Account
from bot.domain.controls import Button, ButtonStyle
from bot.domain.message import Outgoing
from bot.domain.refs import PersonId
from bot.domain.text import RichText
from cogs.cat_tax.actions import AskAgain, Desk, LetOff, StampPerson, StartOver
from cogs.cat_tax.rules.standing import State, Tender


def member(texts: Texts, account: Account, desk: Desk, person: PersonId, state: State | None) -> Outgoing:
    """How a member stands, and what can be done about it."""
    stands = texts("desk-stands-unknown" if state is None else f"desk-stands-{state.value}", name=account)
    rows = (
        (
            Button(texts.plain("desk-stamp"), StampPerson(desk, person), ButtonStyle.GOOD),
            Button(texts.plain("desk-exempt"), LetOff(desk, person)),
        ),
        (
            Button(texts.plain("desk-ask-again"), AskAgain(desk, person)),
            Button(texts.plain("desk-reset"), StartOver(desk, person), ButtonStyle.DANGER),
        ),
    )
    return Outgoing(stands, controls=rows)


def week(texts: Texts, numbers: Mapping[str, int], answers: int) -> Outgoing:
    """The numbers of the last seven days; what did not happen is not told."""
    told = ["joined", "asked", *(one.value for one in Tender), State.SKIPPED.value, State.EXEMPT.value]
    lines = [texts("week-title")]
    lines += [texts(f"week-{name}", count=numbers[name]) for name in told if numbers.get(name)]
    if answers:
        lines.append(texts("week-answers", count=answers))
    if len(lines) == 1:
        lines.append(texts("week-nothing"))
    lines.append(texts("week-how"))
    return Outgoing(RichText.join(lines, "\n"))
