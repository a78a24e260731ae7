"""Names that somebody had elsewhere."""

import unicodedata

LONGEST_HANDLE = 100
"""Characters of a former name."""


def folded(handle: str) -> str:
    """What is compared of a name: neither case, width, spaces nor an ``@`` before it tell two apart.

    >>> folded(" @Ana_Belén ") == folded("ＡＮＡ_belén")
    True
    """
    plain = unicodedata.normalize("NFKC", handle).casefold()
    return "".join(plain.split()).removeprefix("@")
