"""Sections put together to what is said: under a name, with what is answered, with names where several stand together.

Pure: the same sections give the same words, so that a copy that is changed can be said again.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.api.mirror import Manner, Phrase
from bot.core.mirror.line import Kept, Line
from bot.domain.message import As, Bot, Outgoing
from bot.domain.refs import MessageRef
from bot.domain.text import RichText, Span, Style, written

HIDDEN = "▒▒▒"
"""Stands for words that are hidden until they are tapped."""

QUOTED = 60
"""Most characters of an answered message that are shown where a copy cannot answer."""


@dataclass(frozen=True, slots=True)
class Quote:
    """What a copy answers, for where it cannot answer: who said it, how it begins, and an address that leads there."""

    author: str
    words: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Section:
    """One line, phrased.

    Attributes:
        picture: a public address of the author's, or None.
        answers: the message in the copy's chat that it answers, or None.
        quote: the same as words, or None.
        notes: what is said under it: files left behind, reactions.
    """

    line: Line
    kept: Kept
    manner: Manner
    phrase: Phrase
    picture: str | None = None
    answers: MessageRef | None = None
    quote: Quote | None = None
    notes: tuple[RichText, ...] = ()


def copied(sections: Sequence[Section], *, speaks_as: bool) -> Outgoing:
    """What a copy says, without its files.

    Args:
        sections: at least one, in order.
        speaks_as: whether the chat can show it under another's name, and may now. Such a post cannot answer another.
    """
    first = sections[0]
    if len(sections) == 1:
        speaker = _speaker(sections)
        if speaker is None:
            return Outgoing(_body(first), controls=first.phrase.controls, reply_to=first.answers)
        if speaks_as:
            text = RichText.join([one for one in (_quoted(first.quote), _body(first)) if one], "\n")
            return Outgoing(text, controls=first.phrase.controls, speaker=speaker)
        named = _under(first.line.author, [_body(first)])
        return Outgoing(named, controls=first.phrase.controls, reply_to=first.answers)
    speaker = _speaker(sections) if speaks_as else None
    texts: list[RichText] = []
    said: str | None = None
    for section in sections:
        parts = [_quoted(section.quote), _body(section)]
        if section.manner.named and speaker is None and section.line.author != said:
            parts.insert(0, _name(section.line.author))
        said = section.line.author
        texts.append(RichText.join([one for one in parts if one], "\n"))
    text = RichText.join([one for one in texts if one], "\n\n")
    return Outgoing(text) if speaker is None else Outgoing(text, speaker=speaker)


def _speaker(sections: Sequence[Section]) -> As | None:
    """In whose name they all are, or None when they are not all in the same one."""
    names = {(one.line.author, one.line.account) for one in sections}
    if len(names) > 1 or not all(one.manner.named for one in sections):
        return None
    return As(sections[0].line.author, sections[0].picture)


def spoken(outgoing: Outgoing) -> bool:
    """Whether it is said under another's name."""
    return not isinstance(outgoing.speaker, Bot)


def unspoken(outgoing: Outgoing) -> Outgoing:
    """The same in the bot's own voice, with the name before the words."""
    if not isinstance(outgoing.speaker, As):
        return outgoing
    return replace(outgoing, text=_under(outgoing.speaker.name, [outgoing.text]), speaker=Bot())


def _under(name: str, texts: Sequence[RichText]) -> RichText:
    return RichText.join([_name(name), *(one for one in texts if one)], "\n")


def _name(name: str) -> RichText:
    return RichText.of(" ".join(name.split()) or "…", Style.BOLD)


def _body(section: Section) -> RichText:
    return RichText.join([one for one in (section.phrase.text, *section.notes) if one], "\n")


def shown_words(text: RichText) -> str:
    """A text's words as far as they are shown: what is hidden until it is tapped stays so."""
    return "".join(
        HIDDEN if isinstance(part, Span) and Style.SPOILER in part.style else written(part) for part in text.parts
    )


def _quoted(quote: Quote | None) -> RichText:
    """``↩ Ana: how are you…``, the arrow leading there."""
    if quote is None:
        return RichText()
    words = " ".join(quote.words.split())
    short = words if len(words) <= QUOTED else words[: QUOTED - 1].rstrip() + "…"
    said = ": ".join(part for part in (" ".join(quote.author.split()), short) if part)
    return RichText.of(f"↩ {said or '…'}", Style.PLAIN, quote.url)
