"""A text's lines, and in each what is sent to a service: words without what stands around them.

Services drop line breaks, empty lines and list marks. So they never see any: only the words of each line.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.domain.text import Part, RichText, Span, Style
from bot.translation.scripts import has_letters, is_unspaced
from bot.translation.shielding import Bond, Item, Kept, joined, tokenised, unshielded

_BREAK = re.compile(r"[\r\n\v\f\x85\u2028\u2029]+")
_LIST_MARK = re.compile(r"\s*(?:(?:[-*+•·●○▪>»–—]|\d{1,3}[.)、]|\(\d{1,3}\)|[a-zA-Z]\)|#{1,6})\s+|[-*•·●○▪>]+(?=\w))+")
_EDGE_BEFORE = re.compile(r"[\s,:;，：、；—–-]+")


@dataclass(frozen=True, slots=True)
class Segment:
    """A line, or a part of one that looks different: a spoiler, a named link.

    Attributes:
        before: what stands as it is in front of the words.
        words: what is translated; empty where there is nothing to translate.
        after: what stands as it is behind them.
    """

    before: tuple[Item, ...]
    words: tuple[Item, ...]
    after: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Sent:
    """The words of a segment as a service sees them.

    Attributes:
        line: with tokens for what is kept.
        kept: what the tokens stand for.
        first: the number of the first of them.
    """

    line: str
    kept: tuple[Kept, ...]
    first: int


@dataclass(frozen=True, slots=True)
class Layout:
    """A text cut into what is translated and what stays.

    Attributes:
        segments: in order; joined they are the text.
        sent: what a service sees of each segment that has words.
    """

    segments: tuple[Segment, ...]
    sent: tuple[Sent, ...]

    @property
    def untouched(self) -> RichText:
        """The text as it is, with the glossary's words in."""
        return joined(
            part for segment in self.segments for part in _parts((*segment.before, *segment.words, *segment.after))
        )

    def filled(self, answers: Sequence[str]) -> RichText | None:
        """The text with what a service made of each line that was sent; None where a token was lost on the way."""
        parts: list[Part] = []
        coming = zip(self.sent, answers, strict=True)
        for segment in self.segments:
            parts.extend(_parts(segment.before))
            if segment.words:
                sent, answer = next(coming)
                made = unshielded(answer, sent.kept, *_look(segment.words), first=sent.first)
                if made is None:
                    return None
                # where words are not parted by spaces, what stood around them was not either
                if is_unspaced(sent.line) and not is_unspaced(answer):
                    made = _spaced(parts, made)
                    parts.extend(made)
                    after = list(_parts(segment.after))
                    parts.extend(_spaced(parts, after))
                    continue
                parts.extend(made)
            parts.extend(_parts(segment.after))
        return joined(parts)


def _spaced(before: Sequence[Part], parts: Sequence[Part]) -> tuple[Part, ...]:
    """Parts that stand behind others, with a space between where both ends are words or names."""
    if not before or not parts:
        return tuple(parts)
    last, first = before[-1], parts[0]
    ends = last.text[-1:] if isinstance(last, Span) else "x"
    starts = first.text[:1] if isinstance(first, Span) else "x"
    if ends.isalnum() and starts.isalnum():
        return (Span(" "), *parts)
    return tuple(parts)


def _parts(items: Sequence[Item]) -> Iterator[Part]:
    for item in items:
        if isinstance(item, Kept):
            yield from item.parts
        else:
            yield item


def _look(items: Sequence[Item]) -> tuple[Style, str | None]:
    """What all words of a segment have in common."""
    spans = [item for item in items if isinstance(item, Span) and item.text.strip()]
    style, url = spans[0].style, spans[0].url
    for span in spans[1:]:
        style &= span.style
        url = url if span.url == url else None
    return style, url


def laid_out(items: Sequence[Item]) -> Layout:
    """Cuts a shielded text into its segments."""
    segments: list[Segment] = []
    group: list[Item] = []
    look: tuple[Style, str | None] | None = None
    for item in _with_breaks_apart(items):
        if isinstance(item, Kept):
            group.append(item)
            continue
        if _BREAK.match(item.text):
            segments.extend(_segments(group))
            segments.append(Segment((item,), (), ()))
            group, look = [], None
            continue
        of_this = (item.style & (Style.SPOILER | Style.QUOTE), item.url)
        if look not in {None, of_this}:
            segments.extend(_segments(group))
            group = []
        look = of_this
        group.append(item)
    segments.extend(_segments(group))
    return Layout(tuple(segments), tuple(_sent(segments)))


def _sent(segments: Sequence[Segment]) -> Iterator[Sent]:
    first = 1
    for segment in segments:
        if segment.words:
            line, kept = tokenised(segment.words, first)
            yield Sent(line, kept, first)
            first += len(kept)


def _with_breaks_apart(items: Sequence[Item]) -> Iterator[Item]:
    for item in items:
        if isinstance(item, Kept) or not _BREAK.search(item.text):
            yield item
            continue
        at = 0
        for found in _BREAK.finditer(item.text):
            if at < found.start():
                yield replace(item, text=item.text[at : found.start()])
            yield replace(item, text=found.group())
            at = found.end()
        if at < len(item.text):
            yield replace(item, text=item.text[at:])


def _segments(group: list[Item]) -> Iterator[Segment]:
    if not group:
        return
    if not any(isinstance(item, Span) and has_letters(item.text) for item in group):
        yield Segment(tuple(group), (), ())
        return
    before, rest = _front(group)
    rest, after = _back(rest)
    yield Segment(tuple(before), tuple(_together(rest)), tuple(after))


def _front(items: list[Item]) -> tuple[list[Item], list[Item]]:
    """What stands in front of the words, and the rest."""
    before: list[Item] = []
    rest = list(items)
    edge = _LIST_MARK
    while rest:
        first = rest[0]
        if isinstance(first, Kept):
            follower = rest[1] if len(rest) > 1 else None
            apart = isinstance(follower, Kept) or (follower is not None and not follower.text[:1].isalnum())
            if first.bond is Bond.WORD or (first.bond is Bond.NAME and not apart):
                break
            before.append(rest.pop(0))
            edge = _EDGE_BEFORE
            continue
        found = edge.match(first.text)
        skipped = found.end() if found else len(first.text) - len(first.text.lstrip())
        if skipped == 0:
            break
        before.append(replace(first, text=first.text[:skipped]))
        rest.pop(0)
        if skipped < len(first.text):
            rest.insert(0, replace(first, text=first.text[skipped:]))
            edge = _EDGE_BEFORE
    return before, rest


def _back(items: list[Item]) -> tuple[list[Item], list[Item]]:
    """The words, and what stands behind them."""
    rest = list(items)
    after: list[Item] = []
    while rest:
        last = rest[-1]
        if isinstance(last, Kept):
            if last.bond is not Bond.ASIDE:
                break
            after.insert(0, rest.pop())
            continue
        bare = last.text.rstrip()
        if bare == last.text:
            break
        after.insert(0, replace(last, text=last.text[len(bare) :]))
        rest.pop()
        if bare:
            rest.append(replace(last, text=bare))
    return rest, after


def _together(items: list[Item]) -> Iterator[Item]:
    """What is kept side by side is one token: the fewer there are, the fewer are lost."""
    kept: Kept | None = None
    space: Span | None = None
    for item in items:
        if isinstance(item, Kept):
            between = () if space is None else (space,)
            kept = item if kept is None else Kept((*kept.parts, *between, *item.parts), max(kept.bond, item.bond))
            space = None
        elif kept is not None and space is None and not item.text.strip():
            space = item
        else:
            yield from _there(kept, space)
            kept = space = None
            yield item
    yield from _there(kept, space)


def _there(*items: Item | None) -> Iterator[Item]:
    return (item for item in items if item is not None)
