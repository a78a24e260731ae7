"""Text that is piled up with marks, made readable for services."""

import re

_PILED = re.compile("([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f]{4,})")
# Every mark that belongs to a script is left alone; Vietnamese, the fullest of the Latin ones, piles up two.
_UNSEEN = re.compile("[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u2060\ufeff\u202a-\u202e\u2066-\u2069]")


def calm(text: str) -> str:
    """A text without marks of ornament ("zalgo") and without characters that nobody sees; else as it was."""
    return _UNSEEN.sub("", _PILED.sub("", text))
