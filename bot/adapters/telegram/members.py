"""Members and their rights."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from telegram import (
    Bot,
    ChatMember,
    ChatMemberAdministrator,
    ChatMemberBanned,
    ChatMemberOwner,
    ChatMemberRestricted,
    ChatPermissions,
)

from bot.adapters.telegram.names import PLATFORM, number
from bot.adapters.telegram.posted import account_of
from bot.adapters.telegram.sending import Sending, done
from bot.domain.access import Access
from bot.domain.author import Account
from bot.domain.refs import ChatRef, SpaceRef, UserRef
from bot.ports.outcome import Done, Outcome, Reason, Refused

_SILENT: Final = ChatPermissions.no_permissions()
_NO_ROLES: Final = Refused(Reason.UNSUPPORTED, "Telegram has no roles that a bot gives")


def access_of(member: ChatMember) -> Access:
    """What a member's rights amount to."""
    match member:
        case ChatMemberOwner():
            return Access.ADMIN
        case ChatMemberAdministrator() if member.can_promote_members or member.can_change_info:
            return Access.ADMIN
        case ChatMemberAdministrator() if member.can_restrict_members or member.can_delete_messages:
            return Access.MODERATOR
        case ChatMemberAdministrator():
            return Access.ORGANISER
        case _:
            return Access.EVERYONE


def _present(member: ChatMember) -> bool:
    if isinstance(member, ChatMemberRestricted):
        return member.is_member
    return member.status not in {ChatMember.LEFT, ChatMember.BANNED}


def _ends(member: ChatMember | None, until: datetime) -> bool:
    """Whether somebody is restricted until a moment, which Telegram keeps to the second."""
    if not isinstance(member, ChatMemberRestricted):
        return False
    return int(member.until_date.timestamp()) == int(until.timestamp())


class TelegramMembers:
    """Rights, coming and going. Raises as the gateway does."""

    def __init__(self, bot: Bot, sending: Sending, now: Callable[[], datetime]) -> None:
        self._bot = bot
        self._sending = sending
        self._now = now

    async def _member(self, chat: str, user: UserRef) -> ChatMember | None:
        chat_id, user_id = number(chat), number(user.id)
        if chat_id is None or user_id is None or user.platform != PLATFORM:
            return None
        answer = await self._sending.follow(chat_id, lambda to: self._bot.get_chat_member(to, user_id))
        return None if isinstance(answer, Refused) else answer

    async def access(self, space: SpaceRef, user: UserRef) -> Access:
        """What the platform lets a user do right now; asked anew each time."""
        member = await self._member(space.id, user)
        return Access.EVERYONE if member is None else access_of(member)

    async def account(self, space: SpaceRef, user: UserRef) -> Account | None:
        """A member as shown now."""
        member = await self._member(space.id, user)
        return account_of(member.user) if member is not None and _present(member) else None

    async def joined_since(self, space: SpaceRef, at: datetime) -> Sequence[Account]:
        """Telegram lists no members to bots; joins are told late instead, for a day."""
        del space, at
        return ()

    async def silenced(self, space: SpaceRef, user: UserRef) -> bool:
        """Whether a user is banned, or restricted so that they cannot write; what outlasts its end is over."""
        match await self._member(space.id, user):
            case ChatMemberBanned() as member:
                return self._lasts(member.until_date)
            case ChatMemberRestricted() as member:
                return not member.can_send_messages and self._lasts(member.until_date)
            case _:
                return False

    def _lasts(self, until: datetime) -> bool:
        """Whether a ban or restriction still holds: for ever is told as the beginning of time."""
        return until.timestamp() <= 0 or until > self._now()

    async def can_read(self, chat: ChatRef, user: UserRef) -> bool:
        """Whether a user can read a chat: their own private one, or a group that they are in."""
        if chat.platform != PLATFORM or user.platform != PLATFORM:
            return False
        if (number(chat.id) or 0) >= 0:
            return chat.id == user.id
        member = await self._member(chat.id, user)
        return member is not None and _present(member)

    async def all_can_read(self, chat: ChatRef) -> bool:
        """Whether others than its admins read a group: its members read all its topics, and a public one anybody."""
        chat_id = number(chat.id)
        if chat.platform != PLATFORM or chat_id is None or chat_id >= 0:
            return False
        told = await self._sending.follow(chat_id, self._bot.get_chat)
        if isinstance(told, Refused) or told.username or told.active_usernames:
            return True
        count = await self._sending.follow(chat_id, self._bot.get_chat_member_count)
        admins = await self._sending.follow(chat_id, self._bot.get_chat_administrators)
        if isinstance(count, Refused) or isinstance(admins, Refused):
            return True
        # The bot itself is a member; no other bot is told of among the admins.
        return count - 1 > sum(not admin.user.is_bot for admin in admins)

    async def add_role(self, space: SpaceRef, user: UserRef, role: str) -> Outcome:
        """Telegram has no roles."""
        return _NO_ROLES

    async def remove_role(self, space: SpaceRef, user: UserRef, role: str) -> Outcome:
        """Telegram has no roles."""
        return _NO_ROLES

    async def restrict(self, space: SpaceRef, user: UserRef, until: datetime | None) -> Outcome:
        """Keeps a member from writing. Telegram takes less than 30 s or more than 366 days as for ever."""
        chat_id, user_id = _both(space, user)
        return done(
            await self._sending.follow(
                chat_id, lambda to: self._bot.restrict_chat_member(to, user_id, _SILENT, until_date=until)
            )
        )

    async def release(self, space: SpaceRef, user: UserRef, *, until: datetime | None = None) -> Outcome:
        """Gives a restricted member what the group gives everybody; where a moderator restricted them anew, nothing."""
        chat_id, user_id = _both(space, user)
        if until is not None and not _ends(await self._member(space.id, user), until):
            return Done()
        chat = await self._sending.follow(chat_id, self._bot.get_chat)
        if isinstance(chat, Refused):
            return chat
        usual = chat.permissions or ChatPermissions.all_permissions()
        return done(await self._sending.follow(chat_id, lambda to: self._bot.restrict_chat_member(to, user_id, usual)))

    async def approve(self, space: SpaceRef, user: UserRef) -> Outcome:
        """Lets in who asked to join."""
        chat_id, user_id = _both(space, user)
        return done(await self._sending.follow(chat_id, lambda to: self._bot.approve_chat_join_request(to, user_id)))

    async def decline(self, space: SpaceRef, user: UserRef) -> Outcome:
        """Turns away who asked to join."""
        chat_id, user_id = _both(space, user)
        return done(await self._sending.follow(chat_id, lambda to: self._bot.decline_chat_join_request(to, user_id)))

    async def ban(self, space: SpaceRef, user: UserRef) -> Outcome:
        """Bans a member."""
        chat_id, user_id = _both(space, user)
        return done(await self._sending.follow(chat_id, lambda to: self._bot.ban_chat_member(to, user_id)))


def _both(space: SpaceRef, user: UserRef) -> tuple[int, int]:
    """The numbers of two refs; 0, which nobody has, for what is none of Telegram's."""
    ours = space.platform == PLATFORM and user.platform == PLATFORM
    return (number(space.id) or 0, number(user.id) or 0) if ours else (0, 0)
