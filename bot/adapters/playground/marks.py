"""What members type -> rich text: a few marks that both platforms' apps know, and names of people who are there.

``**bold**``, ``__underlined__``, ``~~struck~~``, ``||hidden||``, a line's `` `code` ``, and a block between three
backticks and three more, in which nothing else is a mark. A mark without its end is plain characters.
"""

import re

from bot.adapters.playground.state import Post
from bot.adapters.playground.view import View
from bot.domain.text import Mention, Part, RichText, Span, Style

_MARKS = re.compile(
    r"```(?:[A-Za-z0-9+#-]*\n)?(?P<block>.+?)```|`(?P<code>[^`\n]+)`"
    r"|\*\*(?=\S)(?P<bold>.+?)(?<=\S)\*\*|__(?=\S)(?P<underline>.+?)(?<=\S)__"
    r"|~~(?=\S)(?P<strike>.+?)(?<=\S)~~|\|\|(?P<spoiler>.+?)\|\|",
    re.DOTALL,
)
_STYLES = {
    "block": Style.BLOCK,
    "code": Style.CODE,
    "bold": Style.BOLD,
    "underline": Style.UNDERLINE,
    "strike": Style.STRIKE,
    "spoiler": Style.SPOILER,
}
_NAMED = re.compile(r"@([A-Za-z0-9_]{1,32})")
_DEEPEST = 4
"""How many marks may stand inside each other."""


def text_of(typed: str, world: View) -> RichText:
    """What a member typed, without its marks; what it says stays whole."""
    return RichText(tuple(_marked(typed, Style.PLAIN, world, 0)))


def said_in(post: Post, world: View) -> RichText:
    """What stands in a message; only what members typed has marks."""
    plain = post.drawn.plain
    return text_of(plain, world) if world.person(post.author) is not None else RichText.of(plain)


def _marked(typed: str, style: Style, world: View, depth: int) -> list[Part]:
    parts: list[Part] = []
    end = 0
    for found in _MARKS.finditer(typed) if depth < _DEEPEST else ():
        name = str(found.lastgroup)
        parts += _named(typed[end : found.start()], style, world)
        inner = found[name].removesuffix("\n") if name == "block" else found[name]
        if name in {"block", "code"}:
            parts.append(Span(inner, style | _STYLES[name]))
        else:
            parts += _marked(inner, style | _STYLES[name], world, depth + 1)
        end = found.end()
    return parts + _named(typed[end:], style, world)


def _named(typed: str, style: Style, world: View) -> list[Part]:
    parts: list[Part] = []
    end = 0
    for found in _NAMED.finditer(typed):
        person = world.person_called(found[1])
        if person is None:
            continue
        if found.start() > end:
            parts.append(Span(typed[end : found.start()], style))
        parts.append(Mention(person.ref, person.name))
        end = found.end()
    if end < len(typed):
        parts.append(Span(typed[end:], style))
    return parts
