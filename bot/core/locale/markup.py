r"""The small markup of our own texts in ``locales/``. It is parsed before any argument goes in.

Marks, each of which may hold others (but code):

>>> def show(source: str) -> None:
...     for part in parse(source).parts:
...         print(part.style.name or "PLAIN", ascii(part.text), *([part.url] if part.url else []))
>>> show("a *bold* word, _italic *both*_ and ~struck~ ones")
PLAIN 'a '
BOLD 'bold'
PLAIN ' word, '
ITALIC 'italic '
BOLD|ITALIC 'both'
PLAIN ' and '
STRIKE 'struck'
PLAIN ' ones'
>>> show("||a spoiler|| and `code *as it stands*`")
SPOILER 'a spoiler'
PLAIN ' and '
CODE 'code *as it stands*'
>>> show("[the *rules*](https://example.org/rules)")
PLAIN 'the ' https://example.org/rules
BOLD 'rules' https://example.org/rules

Lines that begin with ``> `` are a quotation:

>>> show("She said:\n> first line\n> second line\nand went")
PLAIN 'She said:\n'
QUOTE 'first line\nsecond line'
PLAIN '\nand went'

A backslash before punctuation makes it plain. So are marks beside white space where they would open or close, an
underscore inside a word of Latin letters, and brackets without an address:

>>> show(r"5 * 3, \*stars\*, /cat_tax_now [when]")
PLAIN '5 * 3, *stars*, /cat_tax_now [when]'

A mark that is never closed stays a character, and is an error when ``strict``:

>>> show("a *bold word")
PLAIN 'a *bold word'
>>> parse("a *bold word", strict=True)
Traceback (most recent call last):
bot.core.locale.markup.MarkupError: '*' is not closed: a *bold word

In Fluent a line of a longer text cannot begin with ``*``, ``[`` or ``.``: write ``{""}*bold*`` there.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import groupby

from bot.domain.errors import CatTaxError
from bot.domain.text import RichText, Span, Style

_STYLES = {"*": Style.BOLD, "_": Style.ITALIC, "~": Style.STRIKE, "||": Style.SPOILER}
_TOKEN = re.compile(
    r"""\\(?P<escaped>[!-/:-@\[-`{-~])
    |`(?P<code>[^`]+)`
    |\[(?P<words>(?:\\.|[^\[\]\\])+)\]\((?P<url>[^\s()]*)\)
    |(?P<mark>\|\||[*_~`])""",
    re.VERBOSE,
)
_ADDRESS = re.compile("https?://[^\\s()]+|[\ue000-\uf8ff].*")
"""An address, or one that begins with an argument (see :mod:`bot.core.locale.slots`), checked when that goes in."""

_QUOTED = re.compile(r"> ?")


class MarkupError(CatTaxError, ValueError):
    """A text of ours whose markup is not closed or leads nowhere."""


def parse(source: str, *, strict: bool = False) -> RichText:
    """A text with its markup applied.

    Args:
        source: the text as it stands in the locale.
        strict: for tests: raise instead of showing what cannot be parsed as it stands.

    Raises:
        MarkupError: only when strict.
    """
    spans: list[Span] = []
    for quoted, lines in groupby(source.split("\n"), key=lambda line: line.startswith("> ") or line == ">"):
        if spans:
            spans.append(Span("\n"))
        if quoted:
            block = "\n".join(_QUOTED.sub("", line, count=1) for line in lines)
            spans.extend(replace(span, style=span.style | Style.QUOTE) for span in _block(block, strict))
        else:
            spans.extend(_block("\n".join(lines), strict))
    return RichText(tuple(_merged(spans)))


def _merged(spans: Iterable[Span]) -> Iterable[Span]:
    for (style, url), alike in groupby(spans, key=lambda span: (span.style, span.url)):
        words = "".join(span.text for span in alike)
        if words:
            yield Span(words, style, url)


@dataclass(slots=True)
class _Run:
    """Spans so far, and the marks that are open: each with the index of its own characters among the spans."""

    source: str
    strict: bool
    spans: list[Span] = field(default_factory=list[Span])
    open: list[tuple[str, int]] = field(default_factory=list[tuple[str, int]])

    def fail(self, why: str) -> None:
        if self.strict:
            raise MarkupError(f"{why}: {self.source}")

    def mark(self, mark: str, before: str, after: str) -> None:
        style = _STYLES.get(mark)
        if mark == "_" and _latin(before) and _latin(after):
            style = None
        elif style is None:
            self.fail(f"{mark!r} is not closed")
        kinds = [kind for kind, _ in self.open]
        if style is None:
            self.spans.append(Span(mark))
        elif mark in kinds and not before.isspace() and self.holds(kinds.index(mark)):
            self.close(mark, style, kinds.index(mark))
        elif mark not in kinds and after and not after.isspace():
            self.open.append((mark, len(self.spans)))
            self.spans.append(Span(mark))
        else:
            self.spans.append(Span(mark))

    def holds(self, depth: int) -> bool:
        return any(span.text for span in self.spans[self.open[depth][1] + 1 :])

    def close(self, mark: str, style: Style, depth: int) -> None:
        for other, _ in self.open[depth + 1 :]:
            self.fail(f"{other!r} is not closed before {mark!r}")
        start = self.open[depth][1]
        del self.open[depth:]
        self.spans[start:] = [replace(span, style=span.style | style) for span in self.spans[start + 1 :]]


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _block(source: str, strict: bool) -> list[Span]:
    run = _Run(source, strict)
    at = 0
    for found in _TOKEN.finditer(source):
        run.spans.append(Span(source[at : found.start()]))
        at = found.end()
        if found["escaped"]:
            run.spans.append(Span(found["escaped"]))
        elif found["code"]:
            run.spans.append(Span(found["code"], Style.CODE))
        elif found["words"]:
            run.spans.extend(_link(found["words"], found["url"], found[0], run))
        else:
            run.mark(found["mark"], source[max(0, found.start() - 1) : found.start()], source[at : at + 1])
    run.spans.append(Span(source[at:]))
    for mark, _ in run.open:
        run.fail(f"{mark!r} is not closed")
    return run.spans


def _link(words: str, url: str, whole: str, run: _Run) -> list[Span]:
    if not _ADDRESS.fullmatch(url):
        run.fail(f"{url!r} is no address")
        return [Span(whole)]
    return [replace(span, url=url) for span in _block(words, run.strict)]
