"""`parse_mode`: HTML and MarkdownV2, refused when malformed with the server's own complaints."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NoReturn

from tests.twins.telegram.jsons import Json
from tests.twins.telegram.refusals import Refused, bad
from tests.twins.telegram.texts import Formatted, length

_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\s+[a-zA-Z-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>\"']+))?)*)\s*>")
_ATTRIBUTE = re.compile(r"([a-zA-Z-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+)))?")
_REFERENCE = re.compile(r"&(?:#(\d+)|#[xX]([0-9a-fA-F]+)|([a-z]+));?")
_USER_LINK = re.compile(r"tg://user\?id=(\d+)$")


@dataclass(slots=True)
class _Open:
    name: str
    attributes: dict[str, str]
    offset: int
    byte: int


@dataclass(slots=True)
class _Text:
    """The text as it grows, with its entities."""

    pieces: list[str] = field(default_factory=list[str])
    size: int = 0
    entities: list[Json] = field(default_factory=list[Json])

    def add(self, piece: str) -> None:
        self.pieces.append(piece)
        self.size += length(piece)

    def close(self, kind: str, offset: int, **more: object) -> None:
        if self.size > offset:
            self.entities.append({"type": kind, "offset": offset, "length": self.size - offset, **more})

    def formatted(self) -> Formatted:
        order = sorted(self.entities, key=lambda entity: (str(entity["offset"]).zfill(6), -int(str(entity["length"]))))
        return Formatted("".join(self.pieces), tuple(order))


def formatted(text: str, parse_mode: str) -> Formatted:
    """Parse a marked-up text.

    Raises:
        Refused: For an unknown mode or malformed markup.
    """
    mode = parse_mode.lower()
    if mode == "html":
        return _html(text)
    if mode == "markdownv2":
        return _Markdown(text).parse()
    if mode == "markdown":
        raise Refused(
            400, "Bad Request: unsupported parse_mode", violation="legacy Markdown cannot be escaped: do not use it"
        )
    raise bad("unsupported parse_mode")


def _malformed(complaint: str) -> NoReturn:
    raise bad(f"can't parse entities: {complaint}")


def _byte(text: str, position: int) -> int:
    return len(text[:position].encode())


def _html(text: str) -> Formatted:
    out, stack = _Text(), list[_Open]()
    position = 0
    while position < len(text):
        char = text[position]
        if char == "&":
            position = _reference(text, position, out)
        elif char == "<":
            position = _tag(text, position, out, stack)
        else:
            out.add(char)
            position += 1
    if stack:
        _malformed(f'Can\'t find end tag corresponding to start tag "{stack[-1].name}"')
    return out.formatted()


def _reference(text: str, position: int, out: _Text) -> int:
    match = _REFERENCE.match(text, position)
    if match is None:
        out.add("&")
        return position + 1
    decimal, hexadecimal, name = match.groups()
    if name is not None:
        if name not in _NAMED:
            out.add("&")
            return position + 1
        out.add(_NAMED[name])
    else:
        out.add(chr(int(decimal) if decimal else int(hexadecimal, 16)))
    return match.end()


def _tag(text: str, position: int, out: _Text, stack: list[_Open]) -> int:
    at = _byte(text, position)
    match = _TAG.match(text, position)
    if match is None:
        rest = re.match(r"</?([^\s<>]*)", text[position:])
        name = rest.group(1) if rest else ""
        if text.find(">", position) < 0:
            _malformed(f"Unclosed start tag at byte offset {at}")
        _malformed(f'Unsupported start tag "{name}" at byte offset {at}')
    closing, name, raw = match.group(1), match.group(2).lower(), match.group(3)
    if closing:
        if not stack:
            _malformed(f"Unexpected end tag at byte offset {at}")
        opened = stack.pop()
        if opened.name != name:
            _malformed(f'Unmatched end tag at byte offset {at}, expected "</{opened.name}>", found "</{name}>"')
        _close(opened, out, stack)
        return match.end()
    if name not in _TAGS:
        _malformed(f'Unsupported start tag "{name}" at byte offset {at}')
    attributes = {found[0].lower(): _plain(found[1] or found[2] or found[3]) for found in _ATTRIBUTE.findall(raw)}
    if name == "span" and attributes.get("class") != "tg-spoiler":
        _malformed(f'Tag "span" must have class "tg-spoiler" at byte offset {at}')
    if name == "blockquote" and any(opened.name == "blockquote" for opened in stack):
        _malformed(f"Blockquote entities can't be nested at byte offset {at}")
    if stack and stack[-1].name in {"code", "pre"} and (stack[-1].name, name) != ("pre", "code"):
        _malformed(f'Tag "{name}" can\'t be inside "{stack[-1].name}" at byte offset {at}')
    stack.append(_Open(name, attributes, out.size, at))
    return match.end()


def _plain(value: str) -> str:
    out = _Text()
    position = 0
    while position < len(value):
        if value[position] == "&":
            position = _reference(value, position, out)
        else:
            out.add(value[position])
            position += 1
    return "".join(out.pieces)


def _close(opened: _Open, out: _Text, stack: list[_Open]) -> None:
    kind = _TAGS[opened.name]
    if opened.name == "code" and stack and stack[-1].name == "pre":
        stack[-1].attributes["language"] = opened.attributes.get("class", "").removeprefix("language-")
        return
    match kind:
        case "text_link":
            _link(out, opened.offset, opened.attributes.get("href", ""))
        case "pre" if language := opened.attributes.get("language"):
            out.close("pre", opened.offset, language=language)
        case "blockquote" if "expandable" in opened.attributes:
            out.close("expandable_blockquote", opened.offset)
        case "custom_emoji":
            if not opened.attributes.get("emoji-id", "").isdigit():
                _malformed(f"Invalid custom emoji identifier at byte offset {opened.byte}")
            out.close(kind, opened.offset, custom_emoji_id=opened.attributes["emoji-id"])
        case "date_time":
            _moment(out, opened.offset, opened.attributes.get("unix", ""), opened.attributes.get("format", ""))
        case _:
            out.close(kind, opened.offset)


def _link(out: _Text, offset: int, url: str) -> None:
    if match := _USER_LINK.match(url):
        out.close("text_mention", offset, user={"id": int(match.group(1))})
    elif re.match(r"(?i)(https?://|tg://|ton://|mailto:)?[^\s]+\.[^\s]+|tg://", url):
        # A link that is none is dropped silently by the real server; the text stays.
        out.close("text_link", offset, url=url)


def _moment(out: _Text, offset: int, unix: str, form: str) -> None:
    if not unix.lstrip("-").isdigit():
        _malformed("Invalid date specified")
    if form:
        out.close("date_time", offset, unix_time=int(unix), date_time_format=form)
    else:
        out.close("date_time", offset, unix_time=int(unix))


_RESERVED = frozenset("_*[]()~`>#+-=|{}.!")
_MARKS = (
    ("__", "underline", "Underline"),
    ("||", "spoiler", "Spoiler"),
    ("*", "bold", "Bold"),
    ("_", "italic", "Italic"),
    ("~", "strikethrough", "Strikethrough"),
)


@dataclass(slots=True)
class _Markdown:
    """MarkdownV2, in which everything that could be a mark must be escaped."""

    source: str
    position: int = 0
    out: _Text = field(default_factory=_Text)
    stack: list[tuple[str, str, str, int, int]] = field(default_factory=list[tuple[str, str, str, int, int]])
    quote: int | None = None
    line_start: bool = True

    def parse(self) -> Formatted:
        while self.position < len(self.source):
            self._step()
        self._end_quote()
        if self.stack:
            _, _, name, _, byte = self.stack[-1]
            _malformed(f"Can't find end of {name} entity at byte offset {byte}")
        return self.out.formatted()

    def _at(self, mark: str) -> bool:
        return self.source.startswith(mark, self.position)

    def _step(self) -> None:
        char = self.source[self.position]
        if self.line_start:
            self.line_start = False
            if self._quote_mark():
                return
        if char == "\\" and self.position + 1 < len(self.source) and ord(self.source[self.position + 1]) < 127:
            self.out.add(self.source[self.position + 1])
            self.position += 2
        elif char == "\n":
            self.out.add(char)
            self.position += 1
            self.line_start = True
        elif self._at("```"):
            self._code("```", "pre", "Pre")
        elif char == "`":
            self._code("`", "code", "Code")
        elif not (self._link_end() or self._mark() or self._link_start()):
            if char in _RESERVED:
                _malformed(f"Character '{char}' is reserved and must be escaped with the preceding '\\'")
            self.out.add(char)
            self.position += 1

    def _quote_mark(self) -> bool:
        for mark in ("**>", ">"):
            if self._at(mark):
                if self.quote is None:
                    self.quote = self.out.size
                self.position += len(mark)
                return True
        self._end_quote()
        return False

    def _end_quote(self) -> None:
        if self.quote is not None:
            self.out.close("blockquote", self.quote)
            self.quote = None

    def _code(self, mark: str, kind: str, name: str) -> None:
        byte = _byte(self.source, self.position)
        self.position += len(mark)
        start, language = self.out.size, ""
        if kind == "pre" and (match := re.compile(r"([^\s`]*)\n").match(self.source, self.position)):
            language = match.group(1)
            self.position = match.end()
        while self.position < len(self.source):
            if self._at(mark):
                self.position += len(mark)
                self.out.close(kind, start, **({"language": language} if language else {}))
                return
            if self._at("\\") and self.source[self.position + 1 : self.position + 2] in {"`", "\\"}:
                self.position += 1
            self.out.add(self.source[self.position])
            self.position += 1
        _malformed(f"Can't find end of {name} entity at byte offset {byte}")

    def _mark(self) -> bool:
        for mark, kind, name in _MARKS:
            if not self._at(mark):
                continue
            if self.stack and self.stack[-1][0] == mark:
                _, _, _, start, _ = self.stack.pop()
                self.out.close(kind, start)
            else:
                self.stack.append((mark, kind, name, self.out.size, _byte(self.source, self.position)))
            self.position += len(mark)
            return True
        return False

    def _link_start(self) -> bool:
        mark = "![" if self._at("![") else "["
        if not self._at(mark):
            return False
        self.stack.append((mark, "text_link", "TextUrl", self.out.size, _byte(self.source, self.position)))
        self.position += len(mark)
        return True

    def _link_end(self) -> bool:
        if not (self._at("]") and self.stack and self.stack[-1][0] in {"[", "!["}):
            return False
        mark, _, name, start, byte = self.stack.pop()
        match = re.compile(r"\]\(((?:\\.|[^)\\])*)\)").match(self.source, self.position)
        if match is None:
            _malformed(f"Can't find end of {name} entity at byte offset {byte}")
        url = re.sub(r"\\(.)", r"\1", match.group(1))
        self.position = match.end()
        if mark == "![":
            self._special(start, url)
        else:
            _link(self.out, start, url)
        return True

    def _special(self, start: int, url: str) -> None:
        if match := re.match(r"tg://emoji\?id=(\d+)$", url):
            self.out.close("custom_emoji", start, custom_emoji_id=match.group(1))
        elif match := re.match(r"tg://time\?unix=(-?\d+)(?:&format=(\w*))?$", url):
            _moment(self.out, start, match.group(1), match.group(2) or "")
        else:
            _malformed("Custom emoji URL must have an emoji identifier")
