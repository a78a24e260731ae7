"""Where a text may be cut without breaking what a reader sees as one character.

After Unicode's annex 29, as far as the standard library's tables go. Where they do not tell (a joiner before a letter),
it joins rather than breaks. Every question costs a look at two characters; only flags look back over their own kind.
"""

import unicodedata

_JOINER = "\u200d"
_MARKS = frozenset({"Mn", "Me", "Mc"})
_HANGUL_SYLLABLES = range(0xAC00, 0xD7A4)
_HANGUL_TRAILS = 28
"""Syllables of one lead and vowel: the first has no trailing consonant."""


def _flag(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _extends(character: str) -> bool:
    return (
        unicodedata.category(character) in _MARKS
        or character in "\u200c\u200d\uff9e\uff9f"
        or "\U0001f3fb" <= character <= "\U0001f3ff"
        or "\U000e0020" <= character <= "\U000e007f"
    )


def _hangul(character: str) -> str:
    """L, V, T, LV or LVT, or "" for what is no Hangul."""
    if "\u1100" <= character <= "\u115f" or "\ua960" <= character <= "\ua97c":
        return "L"
    if "\u1160" <= character <= "\u11a7" or "\ud7b0" <= character <= "\ud7c6":
        return "V"
    if "\u11a8" <= character <= "\u11ff" or "\ud7cb" <= character <= "\ud7fb":
        return "T"
    if ord(character) in _HANGUL_SYLLABLES:
        return "LVT" if (ord(character) - _HANGUL_SYLLABLES.start) % _HANGUL_TRAILS else "LV"
    return ""


_HANGUL_JOINS = frozenset(
    {("L", "L"), ("L", "V"), ("L", "LV"), ("L", "LVT"), ("V", "V"), ("V", "T"), ("LV", "V"), ("LV", "T")}
    | {("T", "T"), ("LVT", "T")}
)


def boundary(text: str, index: int, since: int = 0) -> bool:
    r"""Whether a cut before ``text[index]`` breaks no cluster; ``since`` is a cut already made.

    >>> boundary("e\u0301a", 1), boundary("e\u0301a", 2), boundary("🇪🇸🇲🇽", 2), boundary("🇪🇸🇲🇽", 3)
    (False, True, True, False)
    """
    if not since < index < len(text):
        return True
    before, after = text[index - 1], text[index]
    if before == "\r" and after == "\n":
        return False
    if (before < "\u0300" and after < "\u0300") or unicodedata.category(before) == "Cc":
        return True
    if _extends(after) or before == _JOINER or (_hangul(before), _hangul(after)) in _HANGUL_JOINS:
        return False
    if _flag(before) and _flag(after):
        first = index - 1
        while first > since and _flag(text[first - 1]):
            first -= 1
        return (index - first) % 2 == 0
    return True


def last_boundary(text: str, since: int, index: int) -> int:
    """The last place to cut after ``since`` and not after ``index``.

    It is ``index`` itself when a single cluster fills all of it.
    """
    place = index
    while place > since:
        if boundary(text, place, since):
            return place
        place -= 1
    return index
