"""Keeps what somebody typed from turning round what stands beside it.

Characters that change the direction of writing hold until they are closed, or to the end of the line: a name that ends
in U+202E would have the rest of our sentence read backwards.
"""

import re

_OPENS = {"\u202a": "\u202c", "\u202b": "\u202c", "\u202d": "\u202c", "\u202e": "\u202c"} | {
    "\u2066": "\u2069",
    "\u2067": "\u2069",
    "\u2068": "\u2069",
}
"""Embeddings, overrides and isolates, by what closes them (Unicode, annex 9)."""

_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def kept_inside(words: str) -> str:
    r"""The same words, with every change of direction closed at their end.

    >>> kept_inside("Ana"), kept_inside("\u202eanA"), kept_inside("\u2067\u202eanA\u202c")
    ('Ana', '\u202eanA\u202c', '\u2067\u202eanA\u202c\u2069')
    """
    still_open: list[str] = []
    for turn in _TURNS.findall(words):
        if turn in _OPENS:
            still_open.append(_OPENS[turn])
        elif turn == "\u2069" and turn in still_open:
            # It closes what was opened inside as well.
            del still_open[len(still_open) - 1 - still_open[::-1].index(turn) :]
        elif still_open and still_open[-1] == turn:
            still_open.pop()
    return words + "".join(reversed(still_open))
