"""A small model of how Discord's clients read Markdown, after the rules that they are known to use.

Not the whole language: enough to tell whether something is text, and what it became otherwise.
"""

import re
from dataclasses import dataclass

_ESCAPE = re.compile(r"\\([^0-9A-Za-z\s])")
_RULES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("block", re.compile(r"```(?:[a-z0-9_+\-.#]+?\n)?\n*([^\n][\s\S]*?)\n*```", re.IGNORECASE)),
    ("code", re.compile(r"(`+)([\s\S]*?[^`])\1(?!`)")),
    ("mention", re.compile(r"<@!?\d+>|<@&\d+>|<#\d+>|@everyone|@here|</[^>]+:\d+>|<id:\w+>")),
    ("emoji", re.compile(r"<a?:\w+:\d+>|:[\w~+-]+:")),
    ("moment", re.compile(r"<t:-?\d+(?::\w)?>")),
    ("autolink", re.compile(r"<(https?://[^\s<>]+)>")),
    ("link", re.compile(r"\[((?:\\.|[^\\\[\]]|\[[^\[\]]*\])+)\]\(\s*<((?:[^\s<>\\]|\\.)+)>\s*\)")),
    ("url", re.compile(r"(?:https?|steam)://[^\s<]+[^<.,:;\"'\]\s]")),
    ("invite", re.compile(r"discord(?:app)?\.(?:gg|com|gift|new|media)/\w+", re.IGNORECASE)),
    ("spoiler", re.compile(r"\|\|([\s\S]+?)\|\|")),
    ("bold", re.compile(r"\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)")),
    ("underline", re.compile(r"__((?:\\[\s\S]|[^\\])+?)__(?!_)")),
    ("strike", re.compile(r"~~([\s\S]+?)~~(?!_)")),
    ("italic", re.compile(r"\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)")),
    ("italic", re.compile(r"\b_((?:__|\\[\s\S]|[^\\_])+?)_\b")),
)
_LINE_RULES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("heading", re.compile(r"\s*#{1,3}\s+\S")),
    ("small", re.compile(r"\s*-#\s+\S")),
    ("quote", re.compile(r"\s*>(?:>>)?\s")),
    ("list", re.compile(r"\s*(?:[*+-]|\d+\.)\s+\S")),
)
_NESTED = {"spoiler", "bold", "underline", "strike", "italic"}


@dataclass(frozen=True, slots=True)
class Read:
    """A run of characters as a reader sees it, with what it became: no marks for plain text."""

    text: str
    marks: frozenset[str] = frozenset()


def read(markdown: str) -> list[Read]:
    """What a reader sees of a message's content."""
    found: list[Read] = []
    rest = markdown
    first = True
    while rest or first:
        fence = _RULES[0][1].match(rest)
        if fence is not None:
            found.append(Read(fence[1], frozenset({"block"})))
            rest = rest[fence.end() :]
            first = False
            if rest.startswith("\n"):
                found.append(Read("\n"))
                rest = rest[1:]
            continue
        line, newline, after = rest.partition("\n")
        # A fence may begin only where a line does: our renderer writes it so.
        found.extend(_line(line))
        if newline:
            found.append(Read("\n"))
        rest, first = after, False
        if newline and not rest:
            break
    return _merged(found)


def _line(line: str) -> list[Read]:
    if line.startswith("> "):
        return [Read(one.text, one.marks | {"quote"}) for one in _line(line[2:]) or [Read("")]]
    for mark, rule in _LINE_RULES:
        if rule.match(line):
            return [Read(line, frozenset({mark}))]
    return _inline(line, frozenset())


def _inline(text: str, marks: frozenset[str]) -> list[Read]:
    found: list[Read] = []
    at = 0
    while at < len(text):
        escape = _ESCAPE.match(text, at)
        if escape is not None:
            found.append(Read(escape[1], marks))
            at = escape.end()
            continue
        for mark, rule in _RULES[1:]:
            hit = rule.match(text, at)
            if hit is None:
                continue
            here = marks | {mark}
            if mark in _NESTED:
                found.extend(_inline(hit[1], here))
            elif mark == "link":
                found.extend(_inline(hit[1], here | {hit[2]}))
            elif mark == "code":
                found.append(Read(re.sub(r"^ (?= *`)|(?<=`) $", "", hit[2]), here))
            elif mark == "autolink":
                found.append(Read(hit[1], here | {hit[1]}))
            else:
                found.append(Read(hit[0], here))
            at = hit.end()
            break
        else:
            found.append(Read(text[at], marks))
            at += 1
    return found


def _merged(parts: list[Read]) -> list[Read]:
    merged: list[Read] = []
    for part in parts:
        if merged and merged[-1].marks == part.marks:
            merged[-1] = Read(merged[-1].text + part.text, part.marks)
        elif part.text:
            merged.append(part)
    return merged
