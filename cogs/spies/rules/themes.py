"""What a community calls its language buddies."""

from enum import StrEnum


class Theme(StrEnum):
    """The word that every text goes by."""

    SPY = "spy"
    BUDDY = "buddy"
    PEN_PAL = "pen-pal"
    OWN = "own"
    """The community's, or a pair's, own word."""
