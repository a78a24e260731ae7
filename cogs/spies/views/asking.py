"""What is said while somebody looks for a language buddy, asks, and is asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.api import Texts
from bot.domain.controls import Button, ButtonStyle, Control
from bot.domain.message import Outgoing
from bot.domain.refs import CommunityId, PersonId
from bot.domain.text import RichText, Style
from cogs.spies.actions.asking import AnswerQuestion, AskAnew, AskFound, Find, FindNext, NotNow
from cogs.spies.actions.file import OpenFile
from cogs.spies.rules.pairs import Asked, Proposal
from cogs.spies.views.keys import asked_keys

# ------------------------------------------------------------------------------------------------------------- finding


def which_club(texts: Texts, clubs: Sequence[tuple[CommunityId, str]]) -> Outgoing:
    """Somebody who is in several clubs says for which they look."""
    rows = tuple((Button(name or str(club), Find(club)),) for club, name in clubs)
    return Outgoing(texts("find-which"), controls=rows)


def no_file(texts: Texts, club: CommunityId) -> Outgoing:
    """They did not say yet what they speak, or do not take part here."""
    key = Button(texts.plain("find-open-file"), OpenFile(club), ButtonStyle.MAIN)
    return Outgoing(texts("find-no-file"), controls=((key,),))


def paused(texts: Texts, club: CommunityId) -> Outgoing:
    """They are not matched while they are paused."""
    return Outgoing(texts("find-paused"), controls=((Button(texts.plain("find-open-file"), OpenFile(club)),),))


def minors_off(texts: Texts) -> Outgoing:
    """There are no lines for those under 18 here."""
    return Outgoing(texts("find-minors"))


def full(texts: Texts, lines: int) -> Outgoing:
    """They have as many lines as anybody."""
    return Outgoing(texts("find-full", count=lines))


def found(texts: Texts, club: CommunityId, other: PersonId, codename: str, reasons: RichText) -> Outgoing:
    """Somebody who fits, and why."""
    keys = (
        Button(texts.plain("find-ask"), AskFound(club, other), ButtonStyle.MAIN),
        Button(texts.plain("find-next"), FindNext(club)),
        Button(texts.plain("find-not-now"), NotNow(club)),
    )
    return Outgoing(texts("find-one", codename=codename) + "\n" + reasons, controls=(keys,))


def nobody(texts: Texts) -> Outgoing:
    """Nobody who fits is free: they wait."""
    return Outgoing(texts("find-nobody"))


def seen_all(texts: Texts, club: CommunityId) -> Outgoing:
    """They passed over everybody who fits."""
    return Outgoing(texts("find-seen-all"), controls=((find_key(texts, club),),))


def not_now(texts: Texts) -> Outgoing:
    """They leave it at that for now."""
    return Outgoing(texts("find-later"))


def came(texts: Texts, club: CommunityId) -> Outgoing:
    """Somebody is here now who fits."""
    return Outgoing(texts("find-came"), controls=((find_key(texts, club),),))


def left_over(texts: Texts, club: CommunityId) -> Outgoing:
    """A round had nobody for them."""
    return Outgoing(texts("round-left"), controls=((find_key(texts, club),),))


def find_key(texts: Texts, club: CommunityId) -> Button:
    """Looks for somebody."""
    return Button(texts.plain("find-look"), Find(club), ButtonStyle.MAIN)


# -------------------------------------------------------------------------------------------------------------- asking


def refused(texts: Texts, club: CommunityId) -> Outgoing:
    """They cannot be asked; why is nobody's business."""
    return Outgoing(texts("ask-not-now"), controls=((find_key(texts, club),),))


def sent(texts: Texts, codename: str, days: int) -> Outgoing:
    """The question is under way."""
    return Outgoing(texts("ask-sent", codename=codename, days=days))


def sent_to(texts: Texts, name: str, days: int) -> Outgoing:
    """The question is under way to somebody whom the asker named."""
    return Outgoing(texts("ask-sent-to", name=name, days=days))


def moment(texts: Texts) -> Outgoing:
    """Somebody's private chat is not open yet."""
    return Outgoing(texts("ask-moment"))


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody is asked.

    Attributes:
        club: what it is called.
        others: the others' codenames.
        tongue: what the reader would be the spy of, in their language; "" where they learn nothing from the reader.
        reasons: why.
        words: what the asker says of themselves, shortened; "" for nothing.
        translated: the same in the reader's language; "" where nobody translates, or the asker does not want that.
    """

    proposal: Proposal
    club: str
    others: tuple[str, ...]
    tongue: str
    reasons: RichText
    words: str
    translated: str = ""


def question(texts: Texts, asked: Question) -> Outgoing:
    """The question, with a key for each answer, and those of safety."""
    names = texts.plain("why-list").join(asked.others)
    key = "ask-round" if asked.proposal.asked is Asked.ROUND else "ask-from"
    lines = [texts(key, codename=names, club=asked.club)]
    if asked.tongue:
        lines.append(texts("ask-question", tongue=asked.tongue))
    else:
        lines.append(texts("ask-question-plain"))
    lines.append(asked.reasons)
    if asked.translated:
        lines.append(texts("ask-words-translated", words=asked.translated))
        lines.append(RichText.of(asked.words, Style.SPOILER))
    elif asked.words:
        lines.append(texts("ask-words", words=asked.words))
    lines.append(texts("ask-until", until=asked.proposal.until))
    answers: tuple[Control, ...] = (
        Button(texts.plain("ask-yes"), AnswerQuestion(asked.proposal.id, yes=True), ButtonStyle.GOOD),
        Button(texts.plain("ask-no"), AnswerQuestion(asked.proposal.id, yes=False)),
    )
    safety = asked_keys(texts, asked.proposal.id)
    return Outgoing(RichText.join(lines, "\n"), controls=(answers, safety), silent=False)


def said_yes(texts: Texts) -> Outgoing:
    """Others have not answered."""
    return Outgoing(texts("ask-said-yes"))


def agreed(texts: Texts) -> Outgoing:
    """Their line opens."""
    return Outgoing(texts("ask-agreed"))


def said_no(texts: Texts) -> Outgoing:
    """A no is a no."""
    return Outgoing(texts("ask-said-no"))


def lapsed(texts: Texts, proposal: Proposal) -> Outgoing:
    """A yes came too late; they can ask themselves."""
    key = Button(texts.plain("ask-anew"), AskAnew(proposal.id), ButtonStyle.MAIN)
    return Outgoing(texts("ask-lapsed"), controls=((key,),))


def over(texts: Texts, proposal: Proposal, codenames: Sequence[str]) -> Outgoing:
    """Nothing came of a question; those who deleted their data have no codenames any more."""
    names = texts.plain("why-list").join(codenames)
    text = texts("ask-over", codename=names) if names else texts("ask-over-plain")
    return Outgoing(text, controls=((find_key(texts, proposal.community),),))
