"""Pure decisions of the admins' screens: how values are written into keys and read back, and what a page holds."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TypeVar

T = TypeVar("T")

PAGE = 8
"""Entries of the audit list on one page."""

CHATS = 23
"""Chats offered to choose from, beside "this one" and "none": a list shows 25."""

ROLES = 24
"""Roles offered to choose from, beside "none"."""

ON = "on"
OFF = "off"

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def whole_number(said: str) -> int | None:
    """The whole number that somebody typed, in any digits; None when it is none.

    >>> whole_number(" 12 "), whole_number("１２"), whole_number("-3"), whole_number("a few"), whole_number("9" * 99)
    (12, 12, -3, None, None)
    """
    bare = said.strip()
    if len(bare) > 18:
        return None
    try:
        return int(bare)
    except ValueError:
        return None


def kept_again(written: str) -> str | int | bool | None:
    """The value that an entry of the audit list wrote down, "" for none.

    >>> kept_again("True"), kept_again("7"), kept_again("zh-hans"), kept_again("")
    (True, 7, 'zh-hans', None)
    """
    if written in {"True", "False"}:
        return written == "True"
    if written.removeprefix("-").isdecimal():
        return whole_number(written)
    return written or None


def to_micros(moment: datetime) -> int:
    """A moment as a key carries it."""
    return (moment - _EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime | None:
    """The moment again; None for a number that is none."""
    try:
        return _EPOCH + timedelta(microseconds=micros)
    except OverflowError:
        return None


def page_of(entries: Sequence[T]) -> tuple[Sequence[T], bool]:
    """A page of what was read, which is one more than a page holds when there is more."""
    return entries[:PAGE], len(entries) > PAGE
