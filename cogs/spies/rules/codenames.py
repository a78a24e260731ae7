"""Codenames: light, of cats and spies, never about a people; made from two lists that each language has of its own."""

import hashlib
from collections.abc import Collection, Sequence


def codenames(
    seed: str, count: int, firsts: Sequence[str], seconds: Sequence[str], taken: Collection[str] = ()
) -> list[str]:
    """Different codenames, the same for the same seed.

    Args:
        seed: what they are for; nobody can tell from a codename what it was.
        count: how many.
        firsts: beginnings, and ``seconds`` ends, each with the space or hyphen that parts them, if any.
        taken: names that would be mistaken for somebody else's, avoided while there are others.

    >>> names = codenames("12-34", 2, ["Velvet ", "Silent "], ["Paw", "Whisker"], taken=["Velvet Paw"])
    >>> len(set(names)), "Velvet Paw" in names
    (2, False)
    """
    most, known, found = len(firsts) * len(seconds), frozenset(taken), list[str]()
    start = int.from_bytes(hashlib.blake2b(seed.encode(), digest_size=8).digest())
    step = _step(most)
    passed: list[str] = []
    for turn in range(most):
        if len(found) == count:
            break
        at = (start + turn * step) % most
        name = firsts[at % len(firsts)] + seconds[at // len(firsts)]
        (passed if name in known else found).append(name)
    return (found + passed)[:count]


def _step(most: int) -> int:
    """A step that comes by every name, and whose neighbours do not look alike."""
    step = most * 5 // 8 | 1
    while _divides(step, most):
        step += 2
    return step


def _divides(step: int, most: int) -> bool:
    while most:
        step, most = most, step % most
    return step != 1
