"""Keys' data in Discord's ``custom_id``, and back.

Data goes in as it is, so that what a forger sends comes out as they sent it. Two marks are ours, each with one more
character that tells equal data in one message apart (Discord refuses an id that stands twice): ``>`` before a private
key's data, and ``<`` before data that is empty, begins with a mark, or stands there already.
"""

from collections.abc import Iterator
from itertools import count

_PRIVATE = ">"
_OTHER = "<"


class CustomIds:
    """Gives out one message's custom ids, each once."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def pressed(self, data: str) -> str:
        """The id of a key, a list's choice or a form with this data."""
        plain = data and not data.startswith((_PRIVATE, _OTHER))
        return self._first_free(data if plain else None, _OTHER, data)

    def private(self, data: str) -> str:
        """The id of a key that leads into the private chat."""
        return self._first_free(None, _PRIVATE, data)

    def _first_free(self, first: str | None, mark: str, data: str) -> str:
        def candidates() -> Iterator[str]:
            if first is not None:
                yield first
            for number in count(ord("0")):
                yield f"{mark}{chr(number)}{data}"

        free = next(candidate for candidate in candidates() if candidate not in self._taken)
        self._taken.add(free)
        return free


def is_private(custom_id: str) -> bool:
    """Whether an id leads into the private chat."""
    return custom_id.startswith(_PRIVATE)


def data_of(custom_id: str) -> str:
    """The data that an id, a choice's value or a form's id was made of; a forged one as it is."""
    return custom_id[2:] if custom_id.startswith((_PRIVATE, _OTHER)) and len(custom_id) > 1 else custom_id
