"""What a cog does to members."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.access import Access
from bot.domain.author import Account
from bot.domain.refs import ChatRef, SpaceRef, UserRef
from bot.ports.outcome import Outcome


class Members(Protocol):
    """Rights, roles and coming and going, on one platform. Raises as a gateway does."""

    async def access(self, space: SpaceRef, user: UserRef) -> Access:
        """What the platform lets a user do right now; EVERYONE for who is no member. Asked at the moment of the act."""
        ...

    async def account(self, space: SpaceRef, user: UserRef) -> Account | None:
        """A member as shown now, or None when they are none."""
        ...

    async def joined_since(self, space: SpaceRef, at: datetime) -> Sequence[Account]:
        """Who came in at a moment or later and is there now, the first first, as far as the platform can list it.

        For who came while the bot was away. Without bots, and without who is still held back by screening. Empty where
        the platform lists no members.
        """
        ...

    async def add_role(self, space: SpaceRef, user: UserRef, role: str) -> Outcome:
        """Gives a role by the platform's id of it; UNSUPPORTED where there are none."""
        ...

    async def remove_role(self, space: SpaceRef, user: UserRef, role: str) -> Outcome:
        """Takes a role away."""
        ...

    async def restrict(self, space: SpaceRef, user: UserRef, until: datetime | None) -> Outcome:
        """Keeps a member from writing until a moment, or until released."""
        ...

    async def release(self, space: SpaceRef, user: UserRef, *, until: datetime | None = None) -> Outcome:
        """Lets a restricted member write again.

        Args:
            until: when the restriction ends that is meant: another one, which somebody made since, stays. Without it,
                any.
        """
        ...

    async def approve(self, space: SpaceRef, user: UserRef) -> Outcome:
        """Lets in who asked to join."""
        ...

    async def decline(self, space: SpaceRef, user: UserRef) -> Outcome:
        """Turns away who asked to join."""
        ...

    async def ban(self, space: SpaceRef, user: UserRef) -> Outcome:
        """Bans a member."""
        ...

    async def silenced(self, space: SpaceRef, user: UserRef) -> bool:
        """Whether a user is banned from a space, or kept from writing in it right now."""
        ...

    async def can_read(self, chat: ChatRef, user: UserRef) -> bool:
        """Whether a user can read a chat right now."""
        ...

    async def all_can_read(self, chat: ChatRef) -> bool:
        """Whether anybody can read a chat, or every member of its space, as far as the platform tells."""
        ...
