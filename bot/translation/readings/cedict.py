"""Reads CC-CEDICT: what an entry says, freed of what only makers of dictionaries want to know.

A line is ``長江 长江 [Chang2 Jiang1] /Yangtze River, or Chang Jiang/``.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_LINE = re.compile(r"(\S+) (\S+) \[([^\]]*)\] /(.*)/\s*")
_READING = re.compile(r"\[[^\]]*\]")
_BOTH_WAYS = re.compile(r"[^\s|,;()]+\|([^\s|,;()]+)")
_REMARK = re.compile(r"\s*\([^()]*\)")
_NOISE = re.compile(
    r"CL:|surname |(also )?pr\. |also written|also called|see |see also|Taiwan pr\.|"
    r"((old|archaic|ancient|unofficial|erroneous|erhua|euphemistic|Japanese|popular|nonstandard|dated) )?"
    r"(variant|form|equivalent) (of|for) |used in |\(used in |\(bound form\)$|abbr\. (for|of) "
)
_REFERENCE = re.compile(r"(?:variant (?:of|for)|abbr\. (?:for|of)|see(?: also)?) (?:[^\s|\[]+\|)?([^\s|\[,;()]+)")
_RARE = re.compile(r"\((old|archaic|dialect|literary|vulgar|slang|Tw|Buddhism|classical|dated|neologism|\w+ ?slang)\b")

LONGEST = 60
"""Most characters of a meaning."""

SENSES = 2
"""Most senses of a meaning."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the dictionary.

    Attributes:
        traditional: the word, written in the traditional way.
        simplified: the word, written in the simplified way.
        syllables: its reading with the tones as numbers, ``u:`` for ü.
        senses: what it means, as the dictionary has it.
    """

    traditional: str
    simplified: str
    syllables: tuple[str, ...]
    senses: tuple[str, ...]

    @property
    def reading(self) -> str:
        """The reading, to be compared with others: in small letters."""
        return " ".join(self.syllables).lower()

    @property
    def named(self) -> bool:
        """Whether it is somebody's or something's name."""
        return self.syllables[0][:1].isupper() and not self.traditional[0].isascii()


def entries(lines: Iterable[str]) -> Iterator[Entry]:
    """The entries; what is a comment or not of this form is passed over."""
    for one in lines:
        found = None if one.startswith("#") else _LINE.fullmatch(one)
        if found is not None and found[3].strip():
            yield Entry(found[1], found[2], tuple(found[3].split()), tuple(found[4].split("/")))


def clean(sense: str) -> str:
    """A sense in a few words; "" when it says nothing about the meaning.

    >>> clean("(coll.) modem"), clean("CL:隻|只[zhi1]"), clean("variant of 瞭|了[liao3]"), clean("(onom.) meow")
    ('modem', '', '', 'meow')
    >>> clean("(completed action marker)"), clean("to like; to be fond of; to care for")
    ('completed action marker', 'to like; to be fond of')
    """
    return "; ".join(_parts(sense)[:SENSES])


def _parts(sense: str) -> list[str]:
    plain = sense
    if "[" in plain or "|" in plain:
        plain = plain if plain.startswith("CL:") else _BOTH_WAYS.sub(r"\1", _READING.sub("", plain))
    bare = plain
    if "(" in plain:
        bare = " ".join(_REMARK.sub("", plain).split()) or plain.removeprefix("(").removesuffix(")")
    if _NOISE.match(plain) or _NOISE.match(bare):
        return []
    return [part for part in (one.strip(" ,") for one in bare.split(";")) if part]


def meaning(senses: Iterable[str]) -> str:
    """The first senses that say something, in at most :data:`LONGEST` characters; "" when none does."""
    told: list[str] = []
    for sense in senses:
        if told and _RARE.search(sense):
            continue
        for part in _parts(sense):
            if part not in told and len(told) < SENSES:
                told.append(part)
    while len(told) > 1 and len("; ".join(told)) > LONGEST:
        told.pop()
    whole = "; ".join(told)
    if len(whole) <= LONGEST:
        return whole
    return whole[: LONGEST - 1].rpartition(" ")[0].rstrip(" ,;:(") + "…"


def refers_to(entry: Entry) -> str | None:
    """The word of which an entry is but another way of writing or a short form; None when it names none."""
    for sense in entry.senses:
        found = _REFERENCE.search(sense)
        if found is not None:
            return found[1]
    return None


@dataclass(frozen=True, slots=True)
class EnglishKey:
    """English words under which an entry is found.

    Attributes:
        words: in small letters, without article and "to".
        cost: how far from the entry's main meaning; smaller is nearer.
    """

    words: str
    cost: float


_KEY = re.compile(r"[a-z][a-z'-]*(?: [a-z][a-z'-]*){0,2}")
_UNFINISHED = re.compile(r".* (?:to|of|with|in|on|at|for|from|by|as|the|a|an|and|or|sth|sb)")
_ARTICLE = re.compile(r"(?:to be|to|a|an|the) ")


def english_keys(entry: Entry) -> Iterator[EnglishKey]:
    """The English words of one to three words that mean what an entry means."""
    place = 0.0
    for sense in entry.senses:
        parts = _parts(sense)
        remarks = 0.7 if "(" in sense else 0.0
        rare = 4.0 if _RARE.search(sense) else 0.0
        for at, part in enumerate(one for whole in parts for one in whole.split(", ")):
            key = _ARTICLE.sub("", part.lower(), count=1).strip(" !?.~")
            if _KEY.fullmatch(key) and not _UNFINISHED.fullmatch(key):
                yield EnglishKey(key, place + 0.6 * at + remarks + rare)
        if parts:
            place += 1.2
