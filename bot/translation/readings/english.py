"""English words as a dictionary has them: the plural's, the past's and the rest's way back to the plain word."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

LONGEST = 3
"""Most words that mean something together (``look forward to``)."""

ARTICLES = frozenset({"a", "an", "the"})
"""Words for which Chinese has none."""

_WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
_VOWELS = "aeiou"
_ENDINGS: Sequence[tuple[str, Sequence[str]]] = (
    ("ies", ("y", "ie")),
    ("es", ("", "e")),
    ("s", ("",)),
    ("ied", ("y",)),
    ("ed", ("", "e")),
    ("ying", ("y", "ie")),
    ("ing", ("", "e")),
    ("iest", ("y",)),
    ("est", ("", "e")),
    ("ier", ("y",)),
    ("er", ("", "e")),
    ("ily", ("y",)),
    ("ly", ("", "le")),
)
_STEM = 2


@dataclass(frozen=True, slots=True)
class EnglishWord:
    """A word in a text.

    Attributes:
        text: as written.
        key: in small letters, with a straight apostrophe.
        follows: nothing but a space is between it and the word before it.
    """

    text: str
    key: str
    follows: bool


def english_words(text: str) -> Iterator[EnglishWord]:
    """The words of a text, in order."""
    end = -1
    for found in _WORD.finditer(text):
        yield EnglishWord(found[0], found[0].lower().replace("’", "'"), text[end : found.start()] == " ")
        end = found.end()


def plain_forms(word: str, irregular: Mapping[str, str]) -> Iterator[str]:
    """What a form may be a form of, the likeliest first.

    >>> list(plain_forms("running", {}))
    ['running', 'runn', 'runne', 'run']
    >>> next(plain_forms("went", {"went": "go"})), list(plain_forms("cat's", {}))
    ('go', ["cat's", 'cat'])
    """
    if word in irregular:
        yield irregular[word]
    yield word
    bare, apostrophe, _ = word.partition("'")
    if apostrophe:
        yield bare
        return
    for ending, instead in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _STEM:
            yield from (stem + one for one in instead)
            if ending in {"ed", "ing", "er", "est"} and stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
                yield stem[:-1]


def phrases(words: Sequence[EnglishWord], first: int, irregular: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """What may begin at a word and stand in a dictionary: how many words, and which; the longest first."""
    together = 1
    while together < LONGEST and first + together < len(words) and words[first + together].follows:
        together += 1
    for many in range(together, 0, -1):
        rest = [one.key for one in words[first + 1 : first + many]]
        for form in plain_forms(words[first].key, irregular):
            # "let's go" is not to let go.
            if not rest or form == words[first].key or "'" not in words[first].key:
                yield many, " ".join([form, *rest])
        if rest:
            for form in plain_forms(rest[-1], irregular):
                yield many, " ".join([words[first].key, *rest[:-1], form])
