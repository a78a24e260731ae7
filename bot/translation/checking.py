"""Whether what a service answered holds up as a translation."""

import html
import re
import unicodedata
from collections.abc import Callable, Sequence
from enum import Enum

from bot.domain.languages import Language
from bot.translation.patterns import TOKEN
from bot.translation.scripts import Script, counted, has_letters, scripts_of
from bot.translation.shielding import mended


class Flaw(Enum):
    """What is wrong with an answer; written to the log."""

    EMPTY = "empty"
    TOKENS = "tokens"
    SOURCE_AGAIN = "source-again"
    ERROR_PAGE = "error-page"
    WRONG_LENGTH = "wrong-length"
    WRONG_SCRIPT = "wrong-script"
    WRONG_LANGUAGE = "wrong-language"


_ERROR_PAGE = re.compile(
    r"\s*(?:Error \d{3}\b|<!doctype|<html|<head|<body|<\?xml|\{\"?(?:error|message)\"|MYMEMORY WARNING|"
    r"PLEASE SELECT TWO DISTINCT|INVALID (?:TARGET|SOURCE|LANGUAGE)|QUERY LENGTH LIMIT|NO QUERY SPECIFIED|"
    r"\d{3} (?:Bad|Too|Internal|Service|Gateway|Forbidden|Not Found|Unauthorized))",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"</?(?:html|head|body|title|script|style|center|div|meta)\b[^>]*>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|amp|lt|gt|quot|apos|nbsp);")

WORTH_JUDGING = 24
"""Letters from which on an answer's language says something."""

_DENSE = frozenset({Script.HAN, Script.KANA, Script.HANGUL})


def cleaned(line: str, answer: str) -> str:
    """An answer without what services add: entities of HTML that were not sent, white space around it."""
    if "&" in answer and not _ENTITY.search(line):
        answer = _ENTITY.sub(lambda found: html.unescape(found.group()), answer)
    return answer.strip()


def flaw_of(
    lines: Sequence[str],
    answers: Sequence[str],
    tokens: Sequence[tuple[int, int]],
    to: Language,
    are_names: Callable[[str], bool],
) -> Flaw | None:
    """What is wrong with the answers to the lines of a text, or None. Their language is :func:`is_judged`'s matter.

    Args:
        lines: as they were sent.
        answers: one for each of them.
        tokens: of each line the number of its first token, and how many it has.
        to: into which language it should be.
        are_names: whether a text may be names alone, which stay what they are.
    """
    for line, answer, (first, count) in zip(lines, answers, tokens, strict=True):
        flaw = _flaw_of_line(line, answer, first, count)
        if flaw is not None:
            return flaw
    whole, answered = words_of(lines), words_of(answers)
    if _folded(whole) == _folded(answered) and not are_names(whole):
        return Flaw.SOURCE_AGAIN
    said, got = _weight(whole), _weight(answered)
    if got > 8 * said + 60 or 8 * got + 40 < said:
        return Flaw.WRONG_LENGTH
    return _wrong_script(whole, answered, to, are_names)


def _flaw_of_line(line: str, answer: str, first: int, count: int) -> Flaw | None:
    if _ERROR_PAGE.match(answer) and not _ERROR_PAGE.match(line):
        return Flaw.ERROR_PAGE
    if len(_MARKUP.findall(answer)) > len(_MARKUP.findall(line)):
        return Flaw.ERROR_PAGE
    if not has_letters(TOKEN.sub("", answer)):
        return Flaw.EMPTY
    return Flaw.TOKENS if mended(answer, first, count) is None else None


def words_of(lines: Sequence[str]) -> str:
    """What lines say, without tokens."""
    return TOKEN.sub(" ", "\n".join(lines))


def is_judged(answered: str) -> bool:
    """Whether an answer is long enough to look at its language."""
    return sum(counted(answered[: 4 * WORTH_JUDGING]).values()) >= WORTH_JUDGING


def _folded(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


def _weight(text: str) -> int:
    """How much a text says, about, in letters of an alphabet."""
    return sum(count * (3 if script in _DENSE else 1) for script, count in counted(text).items())


def _wrong_script(whole: str, answered: str, to: Language, are_names: Callable[[str], bool]) -> Flaw | None:
    wanted = scripts_of(to)
    counts = counted(answered)
    total = sum(counts.values())
    right = sum(counts[script] for script in wanted)
    if right * 5 >= total or total == 0:
        return None
    return None if are_names(answered) and _folded(answered) in _folded(whole) else Flaw.WRONG_SCRIPT
