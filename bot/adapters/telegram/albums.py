"""Albums: messages that share a ``media_group_id`` and come one by one, put together.

How many there will be is never told, so an album is whole when nothing more came for a short while. Until then its
parts are held: polling does not confirm them (the offset stays before the first), so a killed process gets them again.
A part that concerns nobody is not held, unless another part of its album is.
"""

from dataclasses import dataclass, field
from typing import Final

from bot.adapters.telegram.raw import RawUpdate

QUIET: Final = 0.7
"""Seconds, own: parts come within some tenths of a second of one another."""
_MOST_HELD: Final = 1_000
_MOST_PARTS: Final = 10


@dataclass(slots=True)
class _Album:
    parts: dict[int, RawUpdate] = field(default_factory=dict[int, RawUpdate])
    last: float = 0.0


@dataclass(slots=True)
class Albums:
    """The albums that are not whole yet, by chat and group."""

    _held: dict[str, _Album] = field(default_factory=dict[str, _Album])

    def __bool__(self) -> bool:
        return bool(self._held)

    def holds(self, album: str) -> bool:
        """Whether a part of this album is held."""
        return album in self._held

    def add(self, album: str, raw: RawUpdate, now: float) -> None:
        """Holds a part; one that is held already changes nothing."""
        held = self._held.setdefault(album, _Album())
        if raw["update_id"] not in held.parts:
            held.parts[raw["update_id"]] = raw
            held.last = now

    def first(self) -> int | None:
        """The lowest update id held, or None."""
        return min((number for album in self._held.values() for number in album.parts), default=None)

    def numbers(self) -> set[int]:
        """The update ids held."""
        return {number for album in self._held.values() for number in album.parts}

    def whole(self, since: float) -> list[tuple[str, list[RawUpdate]]]:
        """The albums that got nothing new for the quiet time, or are full.

        Args:
            since: up to when everything that came is known, by the clock that parts were added with.
        """
        crowded = len(self._held) > _MOST_HELD
        return [
            (name, list(album.parts.values()))
            for name, album in self._held.items()
            if crowded or len(album.parts) >= _MOST_PARTS or album.last + QUIET <= since
        ]

    def forget(self, album: str) -> None:
        """It was handed on."""
        self._held.pop(album, None)
