"""RichText as Discord's Markdown, in which nothing that a plain span holds is markup.

Discord reads Markdown from plain text, so everything that could start something is escaped with a backslash, which its
readers do not see: styles, links, mentions of all kinds, custom emoji, ``:shortcodes:``, timestamps, bare addresses,
invites, and headings, lists and quotes at a line's start. (Who is pinged is settled apart, by ``allowed_mentions``.)
Styles open and close on each line, since a quote or heading ends at a line's end.

Where two delimiters would touch and be read as one (bold next to italic without a space), a zero-width space stands
between them, and is reported as ``separated``.
"""

import re
from dataclasses import dataclass, field
from enum import Enum
from typing import assert_never
from urllib.parse import quote

from bot.adapters.discord.names import PLATFORM
from bot.domain.text import Mention, Moment, MomentStyle, Part, RichText, Span, Style

SEPARATOR = "\u200b"

_SPECIAL = re.compile(r"[\\*_~|`<\[\]@]|:(?=//|[\w~+-]*:)")
_SPECIAL_BEFORE_MORE = re.compile(r"[\\*_~|`<\[\]@]|:(?=//|[\w~+-]*(?::|$))")
"""Where more follows on the line, which might make an address or a shortcode of a last colon."""
_INVITE = re.compile(r"((?:^|discord(?:app)?))\.(?=gg|com|gift|new|media)", re.IGNORECASE)
_LINE_START = re.compile(r"(\s*)(\d*)(?=(?:#{1,3}|-#|[-+])(?:\s|$)|>|(?<=\d)\.(?:\s|$))")
_URL = re.compile(r"https?://\S+", re.IGNORECASE)
_URL_SAFE = ":/?#@!$&'*+,;=%-._~"
_STYLE_MARKS = {ord(mark): f"%{ord(mark):02X}" for mark in "*_~|"}
_DELIMITERS = "*_~|`"

_INLINE: tuple[tuple[Style, str], ...] = (
    (Style.ITALIC, "*"),
    (Style.BOLD, "**"),
    (Style.STRIKE, "~~"),
    (Style.UNDERLINE, "__"),
    (Style.SPOILER, "||"),
)
"""From the innermost to the outermost."""

_BLIND = frozenset({"~~", "||"})
"""Delimiters whose end Discord looks for without minding backslashes."""

_MOMENTS = {
    MomentStyle.DATE: "D",
    MomentStyle.TIME: "t",
    MomentStyle.DATE_TIME: "f",
    MomentStyle.RELATIVE: "R",
}
"""Timestamp styles (developers' docs, "Message formatting")."""


class _Kind(Enum):
    TEXT = "text"
    QUOTE = "quote"
    BLOCK = "block"


@dataclass(slots=True)
class _Line:
    kind: _Kind
    runs: list["_Run"] = field(default_factory=list["_Run"])


@dataclass(frozen=True, slots=True)
class _Run:
    """A piece of a line. ``ready``: Discord's own notation, not to be escaped."""

    text: str
    style: Style = Style.PLAIN
    url: str | None = None
    ready: bool = False


@dataclass(frozen=True, slots=True)
class Markup:
    """Text as Discord takes it, and what could not be shown as it was meant."""

    text: str
    losses: tuple[str, ...] = ()


def markup(text: RichText) -> Markup:
    """Renders a text."""
    losses: list[str] = []
    written: list[str] = []
    lines = _lines(text)
    index = 0
    while index < len(lines):
        line = lines[index]
        match line.kind:
            case _Kind.TEXT:
                written.append(_line_safe(_runs(line, losses)))
            case _Kind.QUOTE:
                written.append("> " + _line_safe(_runs(line, losses)))
            case _Kind.BLOCK:
                block = [line]
                while index + 1 < len(lines) and lines[index + 1].kind is _Kind.BLOCK:
                    index += 1
                    block.append(lines[index])
                written.append(_block(block, losses))
            case _:
                assert_never(line.kind)
        index += 1
    return Markup("\n".join(written), tuple(losses))


def _clean(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "\ufffd")


def _lines(text: RichText) -> list[_Line]:
    lines: list[_Line] = []
    current = _Line(_Kind.TEXT)
    parts = text.parts
    for index, part in enumerate(parts):
        kind = _kind(part)
        if kind is None:
            kind = current.kind if current.runs else next((k for k in map(_kind, parts[index:]) if k), _Kind.TEXT)
            kind = _Kind.TEXT if kind is _Kind.BLOCK else kind
        run = _run(part)
        for number, chunk in enumerate(run.text.split("\n")):
            if number:
                lines.append(current)
                current = _Line(kind)
            if not chunk:
                continue
            if current.kind is not kind:
                if current.runs:
                    lines.append(current)
                current = _Line(kind)
            current.runs.append(_Run(chunk, run.style, run.url, run.ready))
    return [*lines, current]


def _kind(part: Part) -> _Kind | None:
    """What a part's lines are; None for what stands in any line."""
    if not isinstance(part, Span):
        return None
    if Style.BLOCK in part.style:
        return _Kind.BLOCK
    return _Kind.QUOTE if Style.QUOTE in part.style else _Kind.TEXT


def _run(part: Part) -> _Run:
    match part:
        case Span(text=text, style=style, url=url):
            return _Run(_clean(text), style & ~Style.QUOTE, url)
        case Mention(user=user, name=name):
            if user.platform == PLATFORM and user.id.isdigit():
                return _Run(f"<@{user.id}>", ready=True)
            return _Run(_clean(f"@{name}"))
        case Moment(when=when, style=style):
            return _Run(f"<t:{int(when.timestamp())}:{_MOMENTS[style]}>", ready=True)
        case _:
            assert_never(part)


def _block(lines: list[_Line], losses: list[str]) -> str:
    content = "\n".join("".join(run.text for run in line.runs) for line in lines)
    if any(run.style & ~Style.BLOCK or run.url for line in lines for run in line.runs):
        losses.append("style-in-block")
    if not content.strip("\n"):
        return content
    if "``" in content:
        # Three in a row would end the block; two at its end would join the fence.
        losses.append("separated")
        content = content.replace("``", f"`{SEPARATOR}`").replace("``", f"`{SEPARATOR}`")
    return f"```\n{content}\n```"


def _line_safe(line: str) -> str:
    found = _LINE_START.match(line)
    return line if found is None else f"{line[: found.end()]}\\{line[found.end() :]}"


def _runs(line: _Line, losses: list[str]) -> str:
    merged: list[_Run] = []
    for run in line.runs:
        last = merged[-1] if merged else None
        if last and not run.ready and not last.ready and (last.style, last.url) == (run.style, run.url):
            merged[-1] = _Run(last.text + run.text, run.style, run.url)
        else:
            merged.append(run)
    shown, dressed = "", False
    for index, run in enumerate(merged):
        special = _SPECIAL if index == len(merged) - 1 else _SPECIAL_BEFORE_MORE
        piece = run.text if run.ready else _styled(run, special, losses)
        if dressed and run.style and _touch(shown, piece):
            losses.append("separated")
            shown += SEPARATOR
        shown += piece
        dressed = bool(run.style)
    return shown


def _touch(before: str, after: str) -> bool:
    """Whether one styled piece's last delimiter and the next one's first would be read as one."""
    return before[-1] in _DELIMITERS and (before[-1] == after[0] or before[-1] + after[0] == "~_")


def _styled(run: _Run, special: re.Pattern[str], losses: list[str]) -> str:
    style, core = run.style, run.text.strip()
    if not core or (style is Style.PLAIN and run.url is None):
        return _escape(run.text, special)
    start = run.text.index(core)
    before, after = run.text[:start], run.text[start + len(core) :]
    url = None if run.url is None else _address(run.url, styled=bool(style))
    if run.url is not None and url is None:
        losses.append("link")
    shown = _innermost(core, style, special, linked=url is not None, losses=losses)
    if url is not None:
        shown = f"<{url}>" if core in (run.url, url) else f"[{shown}](<{url}>)"
    for one, delimiter in _INLINE:
        if one not in style:
            continue
        if delimiter in _BLIND and shown.endswith(delimiter[0]):
            losses.append("separated")
            shown += SEPARATOR
        shown = f"{delimiter}{shown}{delimiter}"
    return f"{before}{shown}{after}"


def _innermost(core: str, style: Style, special: re.Pattern[str], *, linked: bool, losses: list[str]) -> str:
    if Style.CODE not in style:
        return _escape(core, special)
    others = style & ~Style.CODE
    if "``" in core or ((others or linked) and any(mark in core for mark in "*_~|\\[]`")):
        # Discord looks for a style's end inside code as well.
        losses.append("code")
        return _escape(core, special)
    if "`" not in core:
        return f"`{core}`"
    left = " " if core.startswith("`") else ""
    right = " " if core.endswith("`") else ""
    return f"``{left}{core}{right}``"


def _address(url: str, *, styled: bool) -> str | None:
    """An address that cannot break out of ``(<...>)``, or None when it is none."""
    if _URL.fullmatch(url) is None:
        return None
    safe = quote(url, safe=_URL_SAFE)
    # Discord looks for a style's end in addresses as well.
    return safe.translate(_STYLE_MARKS) if styled else safe


def _escape(text: str, special: re.Pattern[str]) -> str:
    return _INVITE.sub(r"\1\\.", special.sub(r"\\\g<0>", text))
