"""Channels, threads and links."""

from collections.abc import Sequence

import discord

from bot.adapters.discord import errors, limits
from bot.adapters.discord.errors import NotDone
from bot.adapters.discord.gateway import DiscordGateway
from bot.adapters.discord.names import PLATFORM, chat_ref, snowflake
from bot.adapters.discord.whereabouts import GuildPlace, may_speak
from bot.adapters.discord.wire import JsonObject
from bot.domain.errors import Unreachable
from bot.domain.refs import ChatRef, MessageRef, SpaceRef, UserRef
from bot.ports.outcome import Done, Outcome, Reason, Refused
from bot.ports.places import PlaceName, RoleName

_PUBLIC_THREAD, _NEWS_THREAD, _PRIVATE_THREAD = 11, 10, 12  # docs, "Channel Types"
_PIN = "/channels/{channel_id}/messages/pins/{message_id}"
_THREAD_MEMBER = "/channels/{channel_id}/thread-members/{user_id}"
_ARCHIVE_AFTER_MINUTES = 10_080
"""A week: the longest that Discord offers."""


class DiscordPlaces:
    """Threads and links, as cogs see them. Raises as the gateway does."""

    def __init__(self, gateway: DiscordGateway) -> None:
        self._connection = gateway.connection

    def known(self, space: SpaceRef) -> Sequence[PlaceName]:
        """The channels and open threads in which the bot may write."""
        guild = self._guild(space)
        if guild is None:
            return ()
        rooms: list[GuildPlace] = [*guild.text_channels, *guild.voice_channels, *guild.stage_channels, *guild.threads]
        return tuple(PlaceName(chat_ref(room.id), room.name) for room in rooms if may_speak(room))

    def roles(self, space: SpaceRef) -> Sequence[RoleName]:
        """The roles below the bot's own, when it may give any."""
        guild = self._guild(space)
        if guild is None or not guild.me.guild_permissions.manage_roles:
            return ()
        below = (role for role in guild.roles if role < guild.me.top_role)
        return tuple(RoleName(str(role.id), role.name) for role in below if not role.managed and not role.is_default())

    async def open_thread(self, chat: ChatRef, name: str, start: MessageRef | None) -> ChatRef | Refused:
        """Opens a thread; in a forum as a post whose first words are its name."""
        if chat.platform != PLATFORM:
            return Refused(Reason.INVALID, "another platform's chat")
        link = self._connection.link
        form: JsonObject = {"name": name[: limits.THREAD_NAME], "auto_archive_duration": _ARCHIVE_AFTER_MINUTES}
        place = link.whereabouts.anywhere(chat.id)
        try:
            if start is not None:
                path = "/channels/{channel_id}/messages/{message_id}/threads"
                told = await link.rest.one("POST", path, form, channel_id=chat.id, message_id=start.id)
            else:
                if isinstance(place, discord.ForumChannel):
                    form["message"] = {"content": form["name"], "allowed_mentions": {"parse": []}}
                elif isinstance(place, discord.TextChannel) and place.is_news():
                    form["type"] = _NEWS_THREAD
                else:
                    form["type"] = _PUBLIC_THREAD
                told = await link.rest.one("POST", "/channels/{channel_id}/threads", form, channel_id=chat.id)
        except NotDone as no:
            return no.refused
        if "id" not in told:
            raise Unreachable("garbage", uncertain=True)
        return chat_ref(told["id"])

    async def open_private_thread(self, chat: ChatRef, name: str, members: Sequence[UserRef]) -> ChatRef | Refused:
        """Opens a thread into which only these are put, and may put nobody else. Moderators of threads see it too."""
        if chat.platform != PLATFORM or any(user.platform != PLATFORM for user in members):
            return Refused(Reason.INVALID, "another platform's chat or user")
        rest = self._connection.link.rest
        form: JsonObject = {
            "name": name[: limits.THREAD_NAME],
            "auto_archive_duration": _ARCHIVE_AFTER_MINUTES,
            "type": _PRIVATE_THREAD,
            "invitable": False,
        }
        try:
            told = await rest.one("POST", "/channels/{channel_id}/threads", form, channel_id=chat.id)
            if "id" not in told:
                raise Unreachable("garbage", uncertain=True)
            opened = chat_ref(told["id"])
            for user in members:
                await rest.call("PUT", _THREAD_MEMBER, channel_id=opened.id, user_id=user.id)
        except NotDone as no:
            return no.refused
        return opened

    async def close_thread(self, chat: ChatRef, members: Sequence[UserRef] = ()) -> Outcome:
        """Archives a thread.

        A word of anybody in it opens an archived thread again, unless it is locked, for which a bot has to manage
        threads; who opened a private one may at least take others out of it.
        """
        rest = self._connection.rest()
        try:
            if members:
                await self._shut_out(chat, members)
            await rest.call("PATCH", "/channels/{channel_id}", {"archived": True}, channel_id=chat.id)
        except NotDone as no:
            return no.refused
        return Done()

    async def _shut_out(self, chat: ChatRef, members: Sequence[UserRef]) -> None:
        rest = self._connection.rest()
        try:
            await rest.call("PATCH", "/channels/{channel_id}", {"locked": True}, channel_id=chat.id)
        except NotDone as no:
            if no.refused.reason is not Reason.NO_RIGHT:
                raise
            for user in members:
                await self._take_out(chat, user)

    async def _take_out(self, chat: ChatRef, user: UserRef) -> None:
        try:
            await self._connection.rest().call("DELETE", _THREAD_MEMBER, channel_id=chat.id, user_id=user.id)
        except NotDone as no:
            if no.refused.reason is not Reason.GONE:  # who left the server is out of it already
                raise

    async def pin(self, message: MessageRef) -> Outcome:
        """Pins a message. Discord says so in the chat by a line of its own, without a sound."""
        return await self._pin("PUT", message)

    async def unpin(self, message: MessageRef) -> Outcome:
        """Takes a pin away."""
        return await self._pin("DELETE", message)

    async def _pin(self, method: str, message: MessageRef) -> Outcome:
        if message.platform != PLATFORM:
            return Refused(Reason.INVALID, "another platform's message")
        rest = self._connection.rest()

        async def call() -> None:
            await rest.call(method, _PIN, channel_id=message.chat, message_id=message.id)

        try:
            try:
                await call()
            except NotDone as no:
                if no.code != errors.THREAD_ARCHIVED:
                    raise
                await rest.call("PATCH", "/channels/{channel_id}", {"archived": False}, channel_id=message.chat)
                await call()
        except NotDone as no:
            return no.refused
        return Done()

    def link(self, message: MessageRef) -> str | None:
        """An address that leads to a message; None where the chat is unknown."""
        present = self._connection.present
        if present is None or message.platform != PLATFORM or snowflake(message.chat) is None:
            return None
        place = present.whereabouts.anywhere(message.chat)
        if place is None:
            return None
        return f"https://discord.com/channels/{place.guild.id}/{message.chat}/{message.id}"

    def _guild(self, space: SpaceRef) -> discord.Guild | None:
        present, number = self._connection.present, snowflake(space.id)
        if present is None or number is None or space.platform != PLATFORM:
            return None
        guild = present.line.get_guild(number)
        return None if guild is None or guild.unavailable else guild
