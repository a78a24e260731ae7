"""Showing members' cats again, to whom they want to show them; offered by the album of cats."""

from datetime import datetime
from typing import Protocol, runtime_checkable

from bot.domain.refs import PersonId


@runtime_checkable
class Album(Protocol):
    """A community's album. Nothing comes into it but by its owner's own word."""

    async def show(self, owner: PersonId, picture: bytes, *, cause: str, at: datetime) -> int | None:
        """Puts a cat into the album, once for each ``cause``. Of very many of one owner the oldest makes room.

        Args:
            owner: who said that others may see it.
            picture: a WebP of at most 100 KB without any metadata.
            cause: names what was shown, the same when it is shown again; after its owner took it out, it may come in
                again.
            at: when it was shown, aware.

        Returns:
            The cat's number, which is never given to another; None when moderators took down what this cause showed.

        Raises:
            ValueError: the picture is no WebP, or too large; or there is no community.
        """
        ...
