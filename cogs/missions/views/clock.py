"""What is said about language clocks."""

from collections.abc import Callable, Mapping, Sequence

from bot.api import Texts
from bot.domain.controls import Button, ButtonStyle
from bot.domain.message import Outgoing
from bot.domain.refs import PersonId, UserRef
from bot.domain.text import RichText
from cogs.missions.actions import Agree, ChooseMinutes, OpenClock, Propose, Stop
from cogs.missions.rules.clock import MINUTES, Clock, Portion
from cogs.missions.views.screens import back

Called = Callable[[str], str]
"""What a spoken language is called."""


def orders(texts: Texts, user: UserRef, line: int, found: Sequence[tuple[str, str]], called: Called) -> Outgoing:
    """Asks which language begins."""
    rows = tuple(
        (
            Button(
                texts.plain("clock-order", first=called(first), second=called(second)),
                ChooseMinutes(line, first, second),
                only=user,
            ),
        )
        for first, second in found
    )
    return Outgoing(texts("clock"), controls=(*rows, (back(texts, user, line),)))


def minutes(texts: Texts, user: UserRef, chosen: ChooseMinutes, called: Called) -> Outgoing:
    """Asks for how long."""
    keys = tuple(
        Button(
            texts.plain("clock-minutes", count=count),
            Propose(chosen.line, chosen.first, chosen.second, count),
            only=user,
        )
        for count in MINUTES
    )
    said = texts("clock-how-long", first=called(chosen.first), second=called(chosen.second))
    again = Button(texts.plain("key-back"), OpenClock(chosen.line), only=user)
    return Outgoing(said, controls=(keys[:2], keys[2:], (again,)))


def asked(texts: Texts, user: UserRef, clock: Clock, called: Called) -> Outgoing:
    """One's own proposal waits for the others."""
    stop = Button(texts.plain("clock-withdraw"), Stop(clock.id), only=user)
    return Outgoing(
        texts("clock-asked", count=clock.minutes, first=called(clock.first), second=called(clock.second)),
        controls=((stop,), (back(texts, user, clock.line),)),
    )


def proposed(texts: Texts, clock: Clock, name: str, called: Called) -> Outgoing:
    """Another proposes one."""
    yes = Button(texts.plain("clock-yes"), Agree(clock.id, yes=True), ButtonStyle.GOOD)
    no = Button(texts.plain("clock-no"), Agree(clock.id, yes=False))
    said = texts(
        "clock-proposed", name=name, count=clock.minutes, first=called(clock.first), second=called(clock.second)
    )
    return Outgoing(said, controls=((yes, no),))


def turn(texts: Texts, clock: Clock, tongue: str, *, first: bool, called: Called) -> Outgoing:
    """Calls a turn."""
    said = texts("clock-first" if first else "clock-second", language=called(tongue), count=clock.minutes)
    return Outgoing(said, controls=((_stop(texts, clock),),), silent=False)


def running(texts: Texts, clock: Clock, tongue: str, called: Called) -> Outgoing:
    """One runs."""
    return Outgoing(texts("clock-running", language=called(tongue)), controls=((_stop(texts, clock),),))


def _stop(texts: Texts, clock: Clock) -> Button:
    return Button(texts.plain("clock-stop"), Stop(clock.id))


def over(
    texts: Texts, shares: Sequence[Portion], names: Mapping[PersonId, str], me: PersonId | None, called: Called
) -> Outgoing:
    """It is over; what each said in each language. ``me`` reads it alone, None where all do."""
    lines = [texts("clock-over")]
    tongue = None
    for portion in shares:
        share = portion.share
        if share.tongue != tongue:
            tongue = share.tongue
            lines.append(texts("clock-share-of", language=called(tongue) if tongue else texts.plain("clock-unsure")))
        who = texts.plain("clock-you") if share.person == me else names.get(share.person, "")
        lines.append(texts("clock-share", name=who, count=share.letters, percent=portion.percent))
    if not shares:
        lines.append(texts("clock-silence"))
    return Outgoing(RichText.join(lines, "\n"), silent=False)


def word(texts: Texts, key: str) -> Outgoing:
    """A word about a clock that is none any more."""
    return Outgoing(texts(key))
