"""Reports: how one is made, what moderators get, and what is told when they have decided."""

from collections.abc import Sequence
from enum import Enum

from bot.api import Texts
from bot.domain.author import Account
from bot.domain.controls import Button, ButtonStyle, Control, Option, Select
from bot.domain.form import Form, TextField
from bot.domain.message import Card, Outgoing
from bot.domain.text import Moment, MomentStyle, RichText, Style
from cogs.spies.actions.line import Goodbye
from cogs.spies.actions.safety import (
    AskWhy,
    Block,
    Decide,
    DropReport,
    GoOn,
    Pardon,
    ReadCase,
    SendReport,
    ToggleReported,
)
from cogs.spies.rules.cases import Case, Decision, Reported
from cogs.spies.rules.pairs import PairId

LONGEST_WHY = 800
SHORTENED = 300
"""Characters of a message, its translation, and each former wording, on a card."""
MOST_ON_CARD = 2_600
"""Characters of messages on a card; what is more is read by a key."""
LONGEST_OPTION = 60
COLOUR = 0xC0392B


class Withheld(Enum):
    """Stands for a name that is not told: who a report is about would read it."""

    NAME = "name"


WITHHELD = Withheld.NAME


def shortened(words: str, most: int) -> str:
    """Words, cut where they are too long.

    >>> shortened("a cat", 3)
    'a …'
    """
    return words if len(words) <= most else words[: most - 1].rstrip() + " …"


# --------------------------------------------------------------------------------------------------------------- making


def making(
    texts: Texts, case: Case, name: str, chosen: Sequence[Reported], offered: Sequence[tuple[int, str]]
) -> Outgoing:
    """The private screen of a report.

    Args:
        texts: the reporter's.
        name: of whom it is about, as the reporter knows them.
        chosen: what is in it.
        offered: further messages, by the mirror's id and their words.
    """
    lines = [texts("case-making", name=name) if name else texts("case-making-asked")]
    lines += [RichText.of(shortened(one.words, SHORTENED), Style.QUOTE) for one in chosen if one.words]
    if not chosen:
        lines.append(texts("case-none-chosen"))
    rows: list[tuple[Control, ...]] = []
    options = [
        Option(f"✓ {shortened(one.words, LONGEST_OPTION)}", ToggleReported(case.id, one.line))
        for one in chosen
        if one.line
    ]
    options += [
        Option(shortened(words, LONGEST_OPTION), ToggleReported(case.id, line)) for line, words in offered if words
    ]
    if options:
        rows.append((Select(texts.plain("case-add"), tuple(options[:25])),))
    rows.append(
        (
            Button(texts.plain("case-send"), AskWhy(case.id), ButtonStyle.DANGER),
            Button(texts.plain("case-drop"), DropReport(case.id)),
        )
    )
    return Outgoing(RichText.join(lines, "\n"), controls=tuple(rows))


def why_form(texts: Texts, case: int) -> Form:
    """A few words on it."""
    field = TextField(
        "why", texts.plain("case-why"), texts.plain("case-why-hint"), lines=True, shortest=1, longest=LONGEST_WHY
    )
    return Form(texts.plain("case-title"), (field,), SendReport(case))


def sent(texts: Texts, case: Case) -> Outgoing:
    """It is with the moderators."""
    keys: tuple[Control, ...] = ()
    if case.pair is not None:
        keys = (Button(texts.plain("safe-block"), Block(case.pair)),)
    return Outgoing(
        texts("case-sent" if case.pair is not None else "case-sent-asked"), controls=(keys,) if keys else ()
    )


# ------------------------------------------------------------------------------------------------------- for moderators


def _quoted(texts: Texts, one: Reported, most: int) -> RichText:
    """One message: as it read, translated, and how it read before."""
    when = Moment(one.at, MomentStyle.DATE_TIME, f"{one.at:%Y-%m-%d %H:%M} UTC")
    head = texts("case-line-deleted" if one.deleted else "case-line", at=RichText((when,)))
    lines = [head]
    if one.words:
        lines.append(RichText.of(shortened(one.words, most), Style.QUOTE))
    if one.translation:
        lines.append(texts("case-translation", words=shortened(one.translation, most)))
    lines += [texts("case-former", words=shortened(former, most)) for former in one.former]
    if one.files:
        lines.append(texts("case-files", count=one.files))
    return RichText.join(lines, "\n")


def card(
    texts: Texts,
    case: Case,
    reporter: Account | Withheld | None,
    accused: Account | None,
    reported: Sequence[Reported],
) -> Outgoing:
    """A report, with what can be decided.

    Args:
        texts: the club's.
        case: the report.
        reporter: whose it is; None for who is in the club no more. ``accused`` likewise.
        reported: what was chosen.
    """
    nobody = texts.plain("case-nobody")
    by = texts.plain("case-withheld") if isinstance(reporter, Withheld) else reporter or nobody
    head = texts("case-head", reporter=by, accused=accused or nobody, why=case.reason)
    blocks, room, cut = [head], MOST_ON_CARD, False
    for one in reported:
        block = _quoted(texts, one, SHORTENED)
        cut = cut or max(len(one.words), len(one.translation), *map(len, one.former), 0) > SHORTENED
        if len(block.plain) > room:
            cut = True
            break
        room -= len(block.plain)
        blocks.append(block)
    decide: tuple[Control, ...] = (
        Button(texts.plain("case-nothing"), Decide(case.id, Decision.NOTHING), ButtonStyle.GOOD),
        Button(texts.plain("case-warn"), Decide(case.id, Decision.WARN)),
        Button(texts.plain("case-end"), Decide(case.id, Decision.END), ButtonStyle.DANGER),
        Button(texts.plain("case-ban"), Decide(case.id, Decision.BAN), ButtonStyle.DANGER),
    )
    rows: tuple[tuple[Control, ...], ...] = (decide,)
    if cut:
        rows = (decide, (Button(texts.plain("case-read"), ReadCase(case.id)),))
    title = texts.plain("case-number", number=case.id)
    return Outgoing(card=Card(title, RichText.join(blocks, "\n\n"), colour=COLOUR), controls=rows, silent=False)


def whole(texts: Texts, case: Case, reported: Sequence[Reported]) -> Outgoing:
    """All of what was reported, unshortened."""
    longest = max([len(one.words) for one in reported] + [SHORTENED]) + 8_000
    blocks = [texts("case-whole", number=case.id)]
    return Outgoing(RichText.join(blocks + [_quoted(texts, one, longest) for one in reported], "\n\n"))


def decided(texts: Texts, case: Case, by: Account) -> Outgoing:
    """In place of the report: what was decided. Its words are gone."""
    decision = case.decision or Decision.NOTHING
    said = texts(f"case-decided-{decision.value}", number=case.id, name=by)
    if decision is not Decision.BAN:
        return Outgoing(said)
    return Outgoing(said, controls=((Button(texts.plain("case-pardon"), Pardon(case.id)),),))


def pardoned(texts: Texts, case: Case, by: Account) -> Outgoing:
    """The ban was taken back."""
    return Outgoing(texts("case-pardoned", number=case.id, name=by))


# -------------------------------------------------------------------------------------------------- for those on a line


def told(texts: Texts, case: Case) -> Outgoing:
    """To who reported: it was looked at. What was decided shows in what becomes of the line."""
    decision = case.decision or Decision.NOTHING
    return Outgoing(texts(f"case-told-{decision.value}"), silent=False)


def warned(texts: Texts, club: str) -> Outgoing:
    """To whom it was about. Nothing about who reported, or what."""
    return Outgoing(texts("case-warned", club=club) if club else texts("case-warned-plain"), silent=False)


def go_on_asked(texts: Texts, pair: PairId, name: str) -> Outgoing:
    """To all on a line that rested."""
    keys: tuple[Control, ...] = (
        Button(texts.plain("case-go-on"), GoOn(pair), ButtonStyle.MAIN),
        Button(texts.plain("case-goodbye"), Goodbye(pair)),
    )
    return Outgoing(texts("case-may-go-on", name=name), controls=(keys,), silent=False)


def goes_on(texts: Texts, name: str) -> Outgoing:
    """All want it."""
    return Outgoing(texts("case-goes-on", name=name))


def wants_on(texts: Texts, name: str) -> Outgoing:
    """One does; the others are waited for."""
    return Outgoing(texts("case-wants-on", name=name))
