"""What ``/spy`` does, by its first word."""

from collections.abc import Mapping
from enum import StrEnum


class Do(StrEnum):
    """What can be done. The texts ``do-<value>`` list the words for it, parted by commas."""

    OPEN = "open"
    FIND = "find"
    ASK = "ask"
    ROUNDS = "rounds"
    PAUSE = "pause"
    RESUME = "resume"
    FORGET = "forget"
    NEVER = "never"
    BLOCKED = "blocked"


def listed(words: str) -> tuple[str, ...]:
    """A text's words, in small letters.

    >>> listed("Find, Search")
    ('find', 'search')
    """
    return tuple(word for part in words.split(",") if (word := part.strip().casefold()))


def read(said: str, words: Mapping[str, Do]) -> Do | None:
    """What somebody means; None when it is none of these words.

    >>> read(" Pause ", {"pause": Do.PAUSE}), read("", {}), read("dance", {})
    (<Do.PAUSE: 'pause'>, <Do.OPEN: 'open'>, None)
    """
    typed = said.strip().casefold()
    return words.get(typed) if typed else Do.OPEN
