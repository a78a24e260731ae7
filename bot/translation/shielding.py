"""What a translation must not change is taken out of a text, and put back exactly.

Services see a token for each, ``{1}``, ``{2}``: they mostly leave those alone. What already looks like a token in a
text is shielded like everything else; hence every token in what a service sees is ours, and putting back what was never
sent is the identity, for any text.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from bot.domain.text import Mention, Moment, Part, RichText, Span, Style, written
from bot.ports.translator import Term
from bot.translation.patterns import GARBLED_TOKEN, HINT, KEPT, TOKEN


class Bond(IntEnum):
    """How firmly something that is kept belongs to the sentence around it."""

    ASIDE = 1
    """An emoji, a link, a block of code: it can stand before or behind the sentence."""
    NAME = 2
    """Somebody, who is mostly spoken to where a sentence begins with them."""
    WORD = 3
    """A part of the sentence: a number, a term, code within a line."""


_BONDS = {"aside": Bond.ASIDE, "name": Bond.NAME, "word": Bond.WORD}


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that stays as it is.

    Attributes:
        parts: what stands there in the end.
        bond: whether it may stand outside of the sentence that a service sees.
    """

    parts: tuple[Part, ...]
    bond: Bond


Item = Span | Kept
"""Words to be translated, or what stays."""


def shield(text: RichText) -> tuple[Item, ...]:
    """What is words in a text and what stays, in order; joined again by :func:`restored` it is the same text."""
    items: list[Item] = []
    run: list[Span] = []
    for part in text.parts:
        if isinstance(part, Span) and not part.style & (Style.CODE | Style.BLOCK):
            run.append(part)
            continue
        items.extend(_shielded(run))
        run = []
        items.append(Kept((part,), _bond_of(part)))
    items.extend(_shielded(run))
    return tuple(items)


def _bond_of(part: Part) -> Bond:
    match part:
        case Mention():
            return Bond.NAME
        case Moment():
            return Bond.WORD
        case Span(style=style):
            return Bond.ASIDE if style & Style.BLOCK else Bond.WORD


def _shielded(run: Sequence[Span]) -> Iterator[Item]:
    whole = "".join(span.text for span in run)
    if not whole:
        return
    if HINT.search(whole) is None:
        yield from run
        return
    at = 0
    for found in KEPT.finditer(whole):
        start, end = found.span()
        yield from _cut(run, at, start)
        yield Kept(tuple(_cut(run, start, end)), _BONDS[found.lastgroup or "word"])
        at = end
    yield from _cut(run, at, len(whole))


def _cut(run: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    """The spans between two places of what they say together."""
    at = 0
    for span in run:
        if at >= end:
            return
        begin, stop = max(start - at, 0), min(end - at, len(span.text))
        if begin < stop:
            yield replace(span, text=span.text[begin:stop]) if stop - begin < len(span.text) else span
        at += len(span.text)


def with_terms(items: Iterable[Item], terms: Iterable[Term]) -> tuple[Item, ...]:
    """The same with the words of a glossary shielded, each to be put in as what it becomes."""
    becomes = {term.words.casefold(): term.becomes for term in terms if term.words.strip()}
    if not becomes:
        return tuple(items)
    words = sorted(becomes, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, words)), re.IGNORECASE)
    found: list[Item] = []
    for item in items:
        if isinstance(item, Kept):
            found.append(item)
            continue
        at = 0
        for start, end in _standing_alone(pattern, words, item.text):
            if at < start:
                found.append(replace(item, text=item.text[at:start]))
            term = becomes[item.text[start:end].casefold()]
            found.append(Kept((replace(item, text=term),), Bond.WORD))
            at = end
        if at < len(item.text):
            found.append(replace(item, text=item.text[at:]))
    return tuple(found)


_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003ffff"
_SPACED_LETTER = re.compile(rf"[^\W{_UNSPACED}]")


def _standing_alone(pattern: re.Pattern[str], words: Sequence[str], text: str) -> Iterator[tuple[int, int]]:
    """Where words of a glossary stand by themselves, the longest that does; anywhere in writing without spaces.

    What stands around a hit is looked at here, not by the pattern: five hundred of those take seconds to compile.

    Args:
        pattern: any of the words, the longest first.
        words: the same, casefolded.
    """
    at = 0
    while (hit := pattern.search(text, at)) is not None:
        start = hit.start()
        at = start + 1
        for word in words:
            end = start + len(word)
            if text[start:end].casefold() == word and not (_joined(text, start) or _joined(text, end)):
                yield start, end
                at = end
                break


def _joined(text: str, at: int) -> bool:
    """Whether a word of spaced writing goes on across a position."""
    return 0 < at < len(text) and bool(_SPACED_LETTER.match(text, at - 1)) and bool(_SPACED_LETTER.match(text, at))


def restored(items: Iterable[Item]) -> RichText:
    """A text from its items."""
    parts: list[Part] = []
    for item in items:
        parts.extend(item.parts if isinstance(item, Kept) else (item,))
    return joined(parts)


def joined(parts: Iterable[Part]) -> RichText:
    """A text in which neighbours of one look are one span."""
    out: list[Part] = []
    for part in parts:
        last = out[-1] if out else None
        if isinstance(part, Span):
            if not part.text:
                continue
            if isinstance(last, Span) and last.style == part.style and last.url == part.url:
                out[-1] = replace(last, text=last.text + part.text)
                continue
        out.append(part)
    return RichText(tuple(out))


def tokenised(items: Iterable[Item], first: int = 1) -> tuple[str, tuple[Kept, ...]]:
    """What a service sees, and what its tokens stand for, from ``{first}`` on."""
    kept: list[Kept] = []
    said: list[str] = []
    for item in items:
        if isinstance(item, Kept):
            said.append(f"{{{first + len(kept)}}}")
            kept.append(item)
        else:
            said.append(item.text)
    return "".join(said), tuple(kept)


def mended(answer: str, first: int, count: int) -> str | None:
    """An answer with its tokens as they were sent, or None where one is missing, changed or said twice.

    What services do to tokens (spaces in them, other brackets and digits, the same one twice in a row) is undone.
    """
    wanted = range(first, first + count)
    seen = [int(number) for number in TOKEN.findall(answer)]
    if sorted(seen) == list(wanted) and len(GARBLED_TOKEN.findall(answer)) == count:
        return answer
    answer = GARBLED_TOKEN.sub(lambda found: f"{{{int(found[1] or found[2])}}}", answer)
    answer = re.sub(r"(\{\d+\})(?:\s*\1)+", r"\1", answer)
    seen = [int(number) for number in TOKEN.findall(answer)]
    return answer if sorted(seen) == list(wanted) else None


def unshielded(
    answer: str, kept: Sequence[Kept], style: Style = Style.PLAIN, url: str | None = None, first: int = 1
) -> tuple[Part, ...] | None:
    """The parts of an answer in one look, with what was kept put back; None where a token was lost on the way."""
    sound = mended(answer, first, len(kept))
    if sound is None:
        return None
    parts: list[Part] = []
    at = 0
    for found in TOKEN.finditer(sound):
        if at < found.start():
            parts.append(Span(sound[at : found.start()], style, url))
        parts.extend(kept[int(found.group(1)) - first].parts)
        at = found.end()
    if at < len(sound):
        parts.append(Span(sound[at:], style, url))
    return tuple(parts)


def plain(parts: Iterable[Part]) -> str:
    """The characters of parts."""
    return "".join(written(part) for part in parts)
