"""How the translations of a chat are shown."""

from enum import Enum

LEAST, MOST = 2, 6
"""Languages of one chat."""

GATHERS = 20
"""Seconds that messages wait for each other where translations are collected."""


class Style(Enum):
    """How translations are shown; the first two become one of the others when translating is switched on."""

    FITTING = "fitting"
    """Under each message, or on request where few messages a minute are allowed."""
    AUTOMATIC = "automatic"
    """Under each message, or collected where few messages a minute are allowed."""
    UNDER = "under"
    """A small reply under each message."""
    COLLECTED = "collected"
    """One message for the last few."""
    THREADS = "threads"
    """Two linked threads, one for each language."""
    REQUEST = "request"
    """Only when somebody asks: by command, menu or flag."""


def fitting(style: Style, *, limited: bool) -> Style:
    """The style that one becomes in a chat.

    Args:
        style: the chosen one.
        limited: whether the chat takes only so many messages a minute.
    """
    match style:
        case Style.FITTING:
            return Style.REQUEST if limited else Style.UNDER
        case Style.AUTOMATIC:
            return Style.COLLECTED if limited else Style.UNDER
        case _:
            return style
