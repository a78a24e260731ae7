"""Discord's Markdown as rich text: what members typed comes in formatted, as its readers see it.

One pass from left to right over what may mean something. A mark that opens is put on a stack; the first that closes it
takes what stands between, and whatever was opened there and not closed stays as typed. Every mark is put on the stack
and taken off it once, and a place in the text is styled at most once for each kind of mark, so that the time it takes
grows with the length of the text alone.

Headings, small lines and lists stay plain lines with their marks: no other platform has them.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.domain.text import Moment, MomentStyle, Part, RichText, Span, Style

Named = Callable[[re.Match[str]], Part | str]
"""What a reader sees of a mention, channel, role or custom emoji; see :data:`NOTATION`'s groups."""

NOTATION = r"<@!?(?P<user>\d{1,20})>|<a?:(?P<emoji>\w{2,32}):\d{1,20}>|<#(?P<channel>\d{1,20})>|<@&(?P<role>\d{1,20})>"

_FENCE = "```"
_TOKEN = re.compile(
    r"\\(?P<escaped>[^0-9A-Za-z\s])"
    r"|(?P<ticks>`+)"
    r"|(?P<run>\*+|_+|~~+|\|\|+)"
    r"|(?P<opens>\[)"
    r"|(?P<closes>\])"
    r"|<t:(?P<stamp>-?\d{1,13})(?::(?P<shown>[tTdDfFR]))?>"
    r"|</(?P<command>[^<>\n]{1,100}):\d{1,20}>"
    r"|<(?P<bracketed>https?://[^\s<>]{1,2000})>"
    r"|(?P<address>https?://[^\s<\]]{1,2000})"
    rf"|(?P<named>{NOTATION})",
    re.IGNORECASE,
)
_TARGET = re.compile(
    r"\(\s{0,9}(?:<(?P<guarded>https?://[^\s<>]{1,2000})>"
    r"|(?P<bare>https?://(?:[^\s()<>]|\([^\s()<>]{0,2000}\)){1,2000}?))(?:\s{1,9}(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'))?"
    r"\s{0,9}\)",
    re.IGNORECASE,
)
"""What follows the label of a masked link."""
_LANGUAGE = re.compile(r"[a-z0-9_+\-.#]{1,40}\n", re.IGNORECASE)
_NEVER_LAST = ".,:;\"'"
_MOMENTS = {
    "t": (MomentStyle.TIME, "%H:%M UTC"),
    "d": (MomentStyle.DATE, "%Y-%m-%d"),
    "f": (MomentStyle.DATE_TIME, "%Y-%m-%d %H:%M UTC"),
    "r": (MomentStyle.RELATIVE, "%Y-%m-%d %H:%M UTC"),
}
_STYLES = {
    "*": Style.ITALIC,
    "**": Style.BOLD,
    "_": Style.ITALIC,
    "__": Style.UNDERLINE,
    "~~": Style.STRIKE,
    "||": Style.SPOILER,
}
_LINK = "["


def rich(content: str, named: Named) -> RichText:
    """A message's content as its readers see it.

    Args:
        content: as Discord sent it.
        named: tells what stands for a mention, channel, role or custom emoji.

    >>> rich("**hi** `x` 2 * 3", lambda found: found[0]).parts  # doctest: +NORMALIZE_WHITESPACE
    (Span(text='hi', style=<Style.BOLD: 1>, url=None), Span(text=' ', style=<Style.PLAIN: 0>, url=None),
     Span(text='x', style=<Style.CODE: 32>, url=None), Span(text=' 2 * 3', style=<Style.PLAIN: 0>, url=None))
    """
    parts: list[Part] = []
    for text, quoted in _passages(content):
        read = _merged(_Reading(text, named).parts())
        parts.extend(RichText(tuple(read)).styled(Style.QUOTE) if quoted else read)
    return RichText(tuple(_merged(parts)))


def _passages(content: str) -> list[tuple[str, bool]]:
    """Runs of lines that are quoted or not. The line's end before and after a quotation is none of it."""
    found: list[tuple[str, bool]] = []
    start = at = 0
    while at < len(content):
        if content.startswith(">>> ", at):
            found += [(content[start:at], False), (content[at + 4 :], True)]
            return found
        if content.startswith("> ", at):
            lines, end = _quoted(content, at)
            found += [(content[start:at], False), ("\n".join(lines), True)]
            start = at = end
            at += at < len(content)
            continue
        at = _next_line(content, at)
    return [*found, (content[start:], False)]


def _quoted(content: str, at: int) -> tuple[list[str], int]:
    """The lines of a quotation, and where the last of them ends."""
    lines: list[str] = []
    while True:
        end = content.find("\n", at)
        end = len(content) if end < 0 else end
        lines.append(content[at + 2 : end])
        if not content.startswith("\n> ", end):
            return lines, end
        at = end + 1


def _next_line(content: str, at: int) -> int:
    """Where the next line begins that is in no block of code."""
    end = content.find("\n", at)
    end = len(content) if end < 0 else end
    while (opens := content.find(_FENCE, at, end)) >= 0:
        closes = content.find(_FENCE, opens + 3)
        if closes < 0:
            break
        at = closes + 3
        if at > end:
            end = content.find("\n", at)
            end = len(content) if end < 0 else end
    return end + 1


@dataclass(slots=True)
class _Opened:
    """A mark that may be closed.

    Attributes:
        at: where it stands among the parts.
        lives: False when it stays as typed whatever comes.
    """

    sign: str
    at: int
    lives: bool = True


class _Reading:
    """Reads one passage."""

    def __init__(self, text: str, named: Named) -> None:
        self._text = text
        self._named = named
        self._parts: list[Part] = []
        self._stack: list[_Opened] = []
        self._open: dict[str, list[int]] = {}
        self._ticks: dict[int, list[int]] | None = None
        self._unfenced = False

    def parts(self) -> list[Part]:
        """What it says, part by part."""
        at = 0
        while (found := _TOKEN.search(self._text, at)) is not None:
            self._say(self._text[at : found.start()])
            at = self._token(found)
        self._say(self._text[at:])
        return self._parts

    def _say(self, text: str, style: Style = Style.PLAIN, url: str | None = None) -> None:
        if text:
            self._parts.append(Span(text, style, url))

    def _token(self, found: re.Match[str]) -> int:
        """Takes one token in; gives where to go on."""
        match found.lastgroup:
            case "escaped":
                self._say(found["escaped"])
            case "ticks":
                return self._code(found.start(), len(found["ticks"]))
            case "run":
                self._run(found["run"], found.start())
            case "opens":
                self._push(_LINK)
            case "closes":
                return self._link(found.end())
            case "stamp" | "shown":
                self._moment(found)
            case "command":
                self._say(f"/{found['command']}")
            case "bracketed":
                self._say(found["bracketed"], url=found["bracketed"])
            case "address":
                return self._address(found.start(), found["address"])
            case _:
                part = self._named(found)
                if isinstance(part, str):
                    self._say(part)
                else:
                    self._parts.append(part)
        return found.end()

    # --- code ---

    def _code(self, at: int, ticks: int) -> int:
        if ticks >= len(_FENCE) and (end := self._block(at)) is not None:
            return end
        closes = self._closing_ticks(at + ticks, ticks)
        if closes is None:
            self._say("`" * ticks)
            return at + ticks
        code = self._text[at + ticks : closes]
        if code.startswith(" ") and code.lstrip(" ").startswith("`"):
            code = code[1:]
        if code.endswith("` "):
            code = code[:-1]
        self._say(code, Style.CODE)
        return closes + ticks

    def _block(self, at: int) -> int | None:
        """A block of code; gives its end, or None where none begins."""
        closes = -1 if self._unfenced else self._text.find(_FENCE, at + len(_FENCE))
        if closes < 0:
            self._unfenced = True  # nor does one begin later
            return None
        inside = self._text[at + len(_FENCE) : closes]
        language = _LANGUAGE.match(inside)
        if language is not None and inside[language.end() :].strip("\n"):
            inside = inside[language.end() :]
        code = inside.strip("\n")
        if not code:
            return None
        self._say(code, Style.BLOCK)
        return closes + len(_FENCE)

    def _closing_ticks(self, start: int, ticks: int) -> int | None:
        """Where the next run of exactly so many backticks begins."""
        if self._ticks is None:
            self._ticks = {}
            for run in re.finditer("`+", self._text):
                self._ticks.setdefault(len(run[0]), []).append(run.start())
            for places in self._ticks.values():
                places.reverse()
        places = self._ticks.get(ticks, [])
        while places and places[-1] < start:
            places.pop()
        return places[-1] if places else None

    # --- styles ---

    def _run(self, run: str, at: int) -> None:
        sign, count = run[0], len(run)
        before, after = self._text[at - 1 : at], self._text[at + count : at + count + 1]
        if count > (2 if sign in "~|" else 3):
            self._say(run)
        elif count == 2:
            self._pair(run)
        elif sign == "*":
            self._odd(sign, count, opens=bool(after.strip()), closes=bool(before.strip()))
        else:
            self._odd(sign, count, opens=not _in_word(before), closes=not _in_word(after))

    def _pair(self, sign: str) -> None:
        place = self._last(sign)
        if place is None:
            self._push(sign)
        else:
            self._apply(place)

    def _odd(self, sign: str, count: int, *, opens: bool, closes: bool) -> None:
        """One sign or three: one alone, and a pair with it."""
        single = self._last(sign) if closes else None
        if count == 1:
            if single is not None:
                self._apply(single)
            elif opens:
                self._push(sign)
            else:
                self._say(sign)
            return
        paired = self._last(sign * 2)
        if single is not None and (paired is None or paired < single):
            self._apply(single)
            self._pair(sign * 2)
            return
        self._pair(sign * 2)
        # What was opened before the pair is open still; what was opened within it is not.
        self._odd(sign, 1, opens=opens, closes=closes)

    def _last(self, sign: str) -> int | None:
        places = self._open.get(sign)
        return places[-1] if places else None

    def _apply(self, place: int) -> None:
        """Styles all that stands after an opening mark, and takes the mark away."""
        opened = self._stack[place]
        within = self._stack[place + 1] if place + 1 < len(self._stack) else None
        if within is not None and within.lives and within.at == opened.at + 1 and opened.sign == within.sign * 2:
            # Of three signs at once the pair is the inner one after all.
            self._parts[opened.at] = Span(within.sign)
            self._cut(place)
            self._parts[within.at] = Span("")
            self._style(within.at, _STYLES[opened.sign])
            self._stack.append(_Opened(within.sign, opened.at))
            self._open.setdefault(within.sign, []).append(place)
            return
        self._cut(place)
        self._parts[opened.at] = Span("")
        self._style(opened.at, _STYLES[opened.sign])
        # A sign of its own kind cannot stand around it: it would have been closed by this one.
        self._give_up(opened.sign)

    def _style(self, at: int, style: Style = Style.PLAIN, url: str | None = None) -> None:
        """Adds a style or an address to all that stands from a place on; a block of code takes none."""
        for index in range(at, len(self._parts)):
            part = self._parts[index]
            if isinstance(part, Span) and Style.BLOCK not in part.style:
                self._parts[index] = Span(part.text, part.style | style, url or part.url)

    def _push(self, sign: str) -> None:
        self._open.setdefault(sign, []).append(len(self._stack))
        self._stack.append(_Opened(sign, len(self._parts)))
        self._parts.append(Span(sign))

    def _cut(self, size: int) -> None:
        """Forgets what was opened last, down to so many: it stays as typed."""
        while len(self._stack) > size:
            opened = self._stack.pop()
            if opened.lives:
                self._open[opened.sign].pop()

    def _give_up(self, sign: str) -> None:
        """Whatever is open with this sign stays as typed."""
        for place in self._open.pop(sign, []):
            self._stack[place].lives = False

    # --- links ---

    def _link(self, end: int) -> int:
        place = self._last(_LINK)
        if place is None:
            self._say("]")
            return end
        opened = self._stack[place]
        target = _TARGET.match(self._text, end)
        if target is None or not _may_lead(self._parts[opened.at + 1 :]):
            opened.lives = False
            self._open[_LINK].pop()
            self._say("]")
            return end
        self._cut(place)
        self._parts[opened.at] = Span("")
        self._style(opened.at, url=target["guarded"] or target["bare"])
        self._give_up(_LINK)  # no link stands in another
        return target.end()

    def _address(self, at: int, found: str) -> int:
        """A bare address, without what ends the sentence or the style that it stands in."""
        shortest = found.index("//") + 2
        size, unopened = len(found), found.count(")") - found.count("(")
        while size > shortest:
            last = found[size - 1]
            if last == ")" and unopened > 0:
                unopened -= 1
            elif last not in _NEVER_LAST and not self._closes_later(last):
                break
            size -= 1
        url = found[:size]
        self._say(url, url=url if size > shortest else None)
        return at + size

    def _closes_later(self, sign: str) -> bool:
        return sign in "*_~|" and (self._last(sign) is not None or self._last(sign * 2) is not None)

    # --- moments ---

    def _moment(self, found: re.Match[str]) -> None:
        style, written = _MOMENTS[(found["shown"] or "f").lower()]
        try:
            when = datetime.fromtimestamp(int(found["stamp"]), UTC)
        except (ValueError, OverflowError, OSError):
            self._say(found[0])
        else:
            self._parts.append(Moment(when, style, when.strftime(written)))


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _may_lead(label: list[Part]) -> bool:
    """Whether a link may have this label: no empty one, nor one with an address or mention in it."""
    spans = [part for part in label if isinstance(part, Span) and part.url is None]
    return len(spans) == len(label) and any(part.text.strip() for part in spans)


def _merged(parts: list[Part]) -> list[Part]:
    """Spans that look alike as one."""
    merged: list[Part] = []
    texts: list[str] = []
    look: tuple[Style, str | None] | None = None

    def close() -> None:
        if look is not None and texts:
            merged.append(Span("".join(texts), *look))
        texts.clear()

    for part in parts:
        if not isinstance(part, Span):
            close()
            look = None
            merged.append(part)
        elif part.text:
            if look != (part.style, part.url) or Style.BLOCK in part.style:
                close()
            look = (part.style, part.url)
            texts.append(part.text)
    close()
    return merged
