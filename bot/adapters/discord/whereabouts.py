"""Where things happen: chats and spaces as far as the library's cache knows them. Never a request."""

from typing import cast

import discord
from cachetools import LRUCache

from bot.adapters.discord.line import Line
from bot.adapters.discord.names import chat_ref, space_ref
from bot.domain.events import Community, Private, Where
from bot.domain.refs import ChatRef

GuildPlace = discord.abc.GuildChannel | discord.Thread
_CHANNELS = 10_000
"""Channels of which is remembered what guild they are of."""
_VISITED = 2_000
"""Chats remembered that the bot is only brought along to: longer than their interactions can be answered."""
_THREADS = frozenset({10, 11, 12})  # docs, "Channel Types"


class Whereabouts:
    """Looks up guilds and channels by the ids that events carry."""

    def __init__(self, line: Line) -> None:
        self._line = line
        # The library looks for a channel of an unnamed guild in one guild after the other.
        self._guilds: LRUCache[str, int] = LRUCache(_CHANNELS)
        self._visited: LRUCache[str, None] = LRUCache(_VISITED)

    def place(self, guild: str | None, chat: str) -> GuildPlace | None:
        """A channel or thread, or None when it is unknown."""
        if guild is None:
            return None
        found = self._line.get_guild(int(guild))
        return None if found is None else self._noted(found.get_channel_or_thread(int(chat)))

    def anywhere(self, chat: str) -> GuildPlace | None:
        """A channel or thread of any guild, or None when it is unknown or private."""
        if not chat.isdigit():
            return None
        guild = self._line.get_guild(self._guilds.get(chat, 0))
        near = None if guild is None else guild.get_channel_or_thread(int(chat))
        if near is not None:
            return near
        found = self._line.get_channel(int(chat))
        return self._noted(found) if isinstance(found, discord.abc.GuildChannel | discord.Thread) else None

    def _noted(self, place: GuildPlace | None) -> GuildPlace | None:
        if place is not None:
            self._guilds[str(place.id)] = place.guild.id
        return place

    def visit(self, chat: str) -> None:
        """Notes a chat that the bot is no member of, but was brought along to."""
        self._visited[chat] = None

    def visited(self, chat: str) -> bool:
        """Whether a chat is known as one that the bot is no member of."""
        return chat in self._visited

    def name(self, guild: str | None, chat: str) -> str:
        """A channel's present name, "" when unknown."""
        place = self.place(guild, chat)
        return "" if place is None else place.name

    def where(self, guild: str | None, chat: str) -> Where:
        """A message's place."""
        if guild is None:
            return Private(chat_ref(chat))
        place = self.place(guild, chat)
        return Community(space_ref(guild), chat_ref(chat), "" if place is None else place.name, parent(place))

    def at(self, place: GuildPlace) -> Community:
        """A channel or thread as a place."""
        return Community(space_ref(place.guild.id), chat_ref(place.id), place.name, parent(place))

    def house(self, guild: discord.Guild) -> Community:
        """Where what concerns a whole guild belongs: where Discord greets, else the first channel to write in."""
        room = front_room(guild)
        if room is None:
            return Community(space_ref(guild.id), chat_ref(guild.id))
        return Community(space_ref(guild.id), chat_ref(room.id), room.name)


def parent(place: GuildPlace | None) -> ChatRef | None:
    """A thread's channel."""
    return chat_ref(place.parent_id) if isinstance(place, discord.Thread) else None


def is_thread_type(kind: object) -> bool:
    """Whether Discord's number for a channel's type is a thread's."""
    return kind in _THREADS


def front_room(guild: discord.Guild) -> discord.TextChannel | None:
    """The channel in which a guild greets."""
    if guild.system_channel is not None and may_speak(guild.system_channel):
        return guild.system_channel
    return next((channel for channel in guild.text_channels if may_speak(channel)), None)


def may_speak(place: GuildPlace) -> bool:
    """Whether the bot may write there."""
    rights = own_rights(place)
    wanted = rights.send_messages_in_threads if isinstance(place, discord.Thread) else rights.send_messages
    return rights.view_channel and wanted


def own_rights(place: GuildPlace) -> discord.Permissions:
    """The bot's permissions in a channel; none while its own membership is unknown or its parent is gone."""
    # The library says that it is always known; it is not until the guild's own data has come.
    me = cast("discord.Member | None", place.guild.me)
    if me is None:
        return discord.Permissions.none()
    try:
        return place.permissions_for(me)
    except discord.ClientException:
        return discord.Permissions.none()
