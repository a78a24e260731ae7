"""Rights, roles and coming and going of a guild's members. Rights are asked of Discord at the moment of the act."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

import discord
import structlog

from bot.adapters.discord import limits
from bot.adapters.discord.accounts import access, member_account
from bot.adapters.discord.errors import NotDone
from bot.adapters.discord.gateway import DiscordGateway
from bot.adapters.discord.link import Link
from bot.adapters.discord.names import PLATFORM, snowflake
from bot.adapters.discord.whereabouts import is_thread_type
from bot.adapters.discord.wire import JsonObject, as_object, as_objects
from bot.domain.access import Access
from bot.domain.author import Account
from bot.domain.refs import ChatRef, SpaceRef, UserRef
from bot.ports.clock import Clock
from bot.ports.outcome import Done, Outcome, Reason, Refused

_MEMBERS = "/guilds/{guild_id}/members"
_MEMBER = "/guilds/{guild_id}/members/{user_id}"
_ROLE = "/guilds/{guild_id}/members/{user_id}/roles/{role_id}"
_BAN = "/guilds/{guild_id}/bans/{user_id}"
_PRIVATE_THREAD = 12  # docs, "Channel Types"

log = structlog.get_logger(__name__)


class DiscordMembers:
    """Members, as cogs see them. Raises as the gateway does."""

    def __init__(self, gateway: DiscordGateway, clock: Clock) -> None:
        self._connection = gateway.connection
        self._clock = clock

    async def access(self, space: SpaceRef, user: UserRef) -> Access:
        """What a user may do in a guild right now; EVERYONE for who is no member."""
        link = self._connection.link
        payload = await self._payload(link, space, user)
        if payload is None:
            return Access.EVERYONE
        guild = await self._guild(link, space)
        return Access.EVERYONE if guild is None else access(link.line.member(guild, payload).guild_permissions)

    async def account(self, space: SpaceRef, user: UserRef) -> Account | None:
        """A member as shown now, or None."""
        payload = await self._payload(self._connection.link, space, user)
        return None if payload is None else member_account(payload)

    async def joined_since(self, space: SpaceRef, at: datetime) -> Sequence[Account]:
        """Who came in since: all members are looked through, as Discord lists them by their ids. Needs their intent."""
        if space.platform != PLATFORM or snowflake(space.id) is None:
            return ()
        found: list[tuple[datetime, Account]] = []
        after = "0"
        for _ in range(limits.MEMBER_PAGES):
            query: JsonObject = {"limit": limits.MEMBER_PAGE, "after": after}
            try:
                page = await self._connection.rest().many("GET", _MEMBERS, query=query, guild_id=space.id)
            except NotDone:
                return ()
            found.extend(_joined(page, at))
            if len(page) < limits.MEMBER_PAGE:
                break
            after = str(as_object(page[-1].get("user")).get("id"))
        else:
            log.warning("a guild has more members than are looked through", guild=space.id)
        return [member for _, member in sorted(found, key=lambda one: one[0])]

    async def add_role(self, space: SpaceRef, user: UserRef, role: str) -> Outcome:
        """Gives a role."""
        return await self._do("PUT", _ROLE, space, user, role=role)

    async def remove_role(self, space: SpaceRef, user: UserRef, role: str) -> Outcome:
        """Takes a role away."""
        return await self._do("DELETE", _ROLE, space, user, role=role)

    async def restrict(self, space: SpaceRef, user: UserRef, until: datetime | None) -> Outcome:
        """Times a member out; Discord does so for 28 days at most, also when no end is named."""
        furthest = self._clock.now() + timedelta(days=limits.TIMEOUT_DAYS) - timedelta(minutes=1)
        end = furthest if until is None else min(until, furthest)
        return await self._do("PATCH", _MEMBER, space, user, {"communication_disabled_until": end.isoformat()})

    async def release(self, space: SpaceRef, user: UserRef, *, until: datetime | None = None) -> Outcome:
        """Ends a time-out; with an end named, only the one that ends then."""
        if until is not None:
            payload = await self._payload(self._connection.link, space, user)
            ends = None if payload is None else payload.get("communication_disabled_until")
            if not isinstance(ends, str) or datetime.fromisoformat(ends) != until:
                return Done()
        return await self._do("PATCH", _MEMBER, space, user, {"communication_disabled_until": None})

    async def approve(self, space: SpaceRef, user: UserRef) -> Outcome:
        """Discord lets no bot decide on requests to join."""
        del space, user
        return Refused(Reason.UNSUPPORTED)

    async def decline(self, space: SpaceRef, user: UserRef) -> Outcome:
        """Discord lets no bot decide on requests to join."""
        del space, user
        return Refused(Reason.UNSUPPORTED)

    async def ban(self, space: SpaceRef, user: UserRef) -> Outcome:
        """Bans a member; what they wrote stays."""
        return await self._do("PUT", _BAN, space, user, {"delete_message_seconds": 0})

    async def silenced(self, space: SpaceRef, user: UserRef) -> bool:
        """Whether a user is timed out now, or banned (as far as the bot may see bans)."""
        if {space.platform, user.platform} != {PLATFORM} or snowflake(user.id) is None or snowflake(space.id) is None:
            return False
        rest = self._connection.rest()
        try:
            member = await rest.one("GET", _MEMBER, guild_id=space.id, user_id=user.id)
        except NotDone:
            try:
                await rest.one("GET", _BAN, guild_id=space.id, user_id=user.id)
            except NotDone:
                return False
            return True
        until = member.get("communication_disabled_until")
        return isinstance(until, str) and datetime.fromisoformat(until) > self._clock.now()

    async def can_read(self, chat: ChatRef, user: UserRef) -> bool:
        """Whether a user can read a chat right now: its view and history rights, and membership in private threads."""
        if chat.platform != PLATFORM or user.platform != PLATFORM or snowflake(user.id) is None:
            return False
        link = self._connection.link
        try:
            told = await link.rest.one("GET", "/channels/{channel_id}", channel_id=chat.id)
            if told.get("guild_id") is None:
                return any(str(one.get("id")) == user.id for one in as_objects(told.get("recipients")))
            return await self._can_read_in_guild(link, told, chat, user)
        except NotDone:
            return False

    async def _can_read_in_guild(self, link: Link, told: JsonObject, chat: ChatRef, user: UserRef) -> bool:
        payload = await self._payload(link, SpaceRef(PLATFORM, str(told["guild_id"])), user)
        place = link.whereabouts.anywhere(chat.id) or link.whereabouts.anywhere(str(told.get("parent_id") or ""))
        if payload is None or place is None:
            return False
        rights = place.permissions_for(link.line.member(place.guild, payload))
        if not (rights.view_channel and rights.read_message_history):
            return False
        if told.get("type") == _PRIVATE_THREAD and not rights.manage_threads:
            path = "/channels/{channel_id}/thread-members/{user_id}"
            await link.rest.call("GET", path, channel_id=chat.id, user_id=user.id)
        return True

    async def all_can_read(self, chat: ChatRef) -> bool:
        """Whether the role that all members have sees a channel. A private thread is seen by those who were put in."""
        if chat.platform != PLATFORM:
            return False
        link = self._connection.link
        try:
            told = await link.rest.one("GET", "/channels/{channel_id}", channel_id=chat.id)
        except NotDone:
            return False
        if told.get("guild_id") is None or told.get("type") == _PRIVATE_THREAD:
            return False
        above = str(told.get("parent_id") or "") if is_thread_type(told.get("type")) else chat.id
        place = link.whereabouts.anywhere(above)
        if place is None or isinstance(place, discord.Thread):
            return False
        return place.permissions_for(place.guild.default_role).view_channel

    async def _payload(self, link: Link, space: SpaceRef, user: UserRef) -> JsonObject | None:
        if {space.platform, user.platform} != {PLATFORM} or snowflake(user.id) is None:
            return None
        try:
            return await link.rest.one("GET", _MEMBER, guild_id=space.id, user_id=user.id)
        except NotDone:
            return None

    async def _guild(self, link: Link, space: SpaceRef) -> discord.Guild | None:
        """A guild with its roles: the session's own, else asked for."""
        number = snowflake(space.id)
        guild = None if number is None else link.line.get_guild(number)
        if guild is not None and not guild.unavailable:
            return guild
        try:
            told = await link.rest.one("GET", "/guilds/{guild_id}", guild_id=space.id)
        except NotDone:
            return None
        return link.line.guild(told)

    async def _do(
        self,
        method: str,
        path: str,
        space: SpaceRef,
        user: UserRef,
        form: JsonObject | None = None,
        *,
        role: str | None = None,
    ) -> Outcome:
        rest = self._connection.rest()
        try:
            if role is None:
                await rest.call(method, path, form, guild_id=space.id, user_id=user.id)
            else:
                await rest.call(method, path, form, guild_id=space.id, user_id=user.id, role_id=role)
        except NotDone as no:
            return no.refused
        return Done()


def _joined(page: list[JsonObject], at: datetime) -> Iterator[tuple[datetime, Account]]:
    """Those of a page of members who came in since, with when. Guests of a voice channel never came in."""
    for one in page:
        member = member_account(one)
        if one.get("joined_at") and not one.get("pending") and not member.bot:
            joined_at = datetime.fromisoformat(one["joined_at"])
            if joined_at >= at:
                yield joined_at, member
