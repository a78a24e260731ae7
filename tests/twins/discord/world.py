"""The world in memory: users, guilds, channels, messages, and nothing about how they are told."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

from tests.twins.discord.permissions import ORDINARY, May, in_channel
from tests.twins.discord.wire import Payload, Refused

EPOCH_MS = 1420070400000
"""First millisecond of Discord's snowflakes, 2015-01-01."""

ChannelKind = Literal["text", "news", "forum", "voice", "category", "private"]
KINDS: dict[ChannelKind, int] = {"text": 0, "voice": 2, "category": 4, "news": 5, "forum": 15, "private": 0}


class NotAllowed(PermissionError):
    """A person tried what Discord's own client would not let them do."""


@dataclass(slots=True, eq=False)
class User:
    id: int
    name: str
    global_name: str | None = None
    bot: bool = False
    locale: str = "en-US"
    dms_open: bool = True
    dm_id: int | None = None
    discriminator: str = "0"
    avatar: str | None = None
    installed: bool = False


@dataclass(slots=True, eq=False)
class Role:
    id: int
    name: str
    permissions: May
    position: int
    mentionable: bool = False
    color: int = 0
    hoist: bool = False
    managed: bool = False

    @property
    def mention(self) -> str:
        return f"<@&{self.id}>"


@dataclass(slots=True, eq=False)
class Member:
    user_id: int
    joined_at: float
    roles: set[int] = field(default_factory=set[int])
    nick: str | None = None
    pending: bool = False
    timeout_until: float = 0.0


@dataclass(slots=True, frozen=True)
class Overwrite:
    id: int
    is_role: bool
    allow: May
    deny: May


@dataclass(slots=True, eq=False)
class Attachment:
    id: int
    name: str
    data: bytes
    content_type: str | None
    description: str | None = None
    ephemeral: bool = False


@dataclass(slots=True, frozen=True)
class Sticker:
    """A sticker; `format` is Discord's number: 1 PNG, 2 APNG, 3 Lottie, 4 GIF."""

    id: int
    name: str
    format: int
    data: bytes


@dataclass(slots=True, eq=False)
class Message:
    id: int
    channel_id: int
    author: User
    created: float
    content: str = ""
    embeds: list[Payload] = field(default_factory=list[Payload])
    components: list[Payload] = field(default_factory=list[Payload])
    files: list[Attachment] = field(default_factory=list[Attachment])
    kind: int = 0
    flags: int = 0
    nonce: str | int | None = None
    edited: float | None = None
    reference: Payload | None = None
    reply_to: int | None = None
    mentions: list[int] = field(default_factory=list[int])
    mention_roles: list[int] = field(default_factory=list[int])
    mention_everyone: bool = False
    reactions: dict[str, list[int]] = field(default_factory=dict[str, list[int]])
    pinned: bool = False
    webhook_id: int | None = None
    application_id: int | None = None
    seen_only_by: int | None = None
    thread_id: int | None = None
    interaction: Payload | None = None
    shown_name: str | None = None
    shown_avatar: str | None = None
    tts: bool = False
    deleted: bool = False
    sticker_ids: list[int] = field(default_factory=list[int])
    poll: Payload | None = None

    @property
    def ephemeral(self) -> bool:
        return self.seen_only_by is not None


@dataclass(slots=True, eq=False)
class Channel:
    id: int
    kind: int
    name: str
    guild_id: int | None = None
    parent_id: int | None = None
    topic: str | None = None
    position: int = 0
    nsfw: bool = False
    rate_limit_per_user: int = 0
    overwrites: dict[int, Overwrite] = field(default_factory=dict[int, Overwrite])
    recipients: list[int] = field(default_factory=list[int])
    messages: dict[int, Message] = field(default_factory=dict[int, Message])
    owner_id: int | None = None
    archived: bool = False
    locked: bool = False
    invitable: bool = True
    auto_archive_duration: int = 1440
    archive_changed: float = 0.0
    thread_members: dict[int, float] = field(default_factory=dict[int, float])
    tags: list[Payload] = field(default_factory=list[Payload])
    applied_tags: list[int] = field(default_factory=list[int])
    last_message_id: int | None = None

    @property
    def is_thread(self) -> bool:
        return self.kind in (10, 11, 12)

    @property
    def mention(self) -> str:
        return f"<#{self.id}>"


@dataclass(slots=True, eq=False)
class ScheduledEvent:
    id: int
    guild_id: int
    creator_id: int
    name: str
    entity_type: int
    start: str
    end: str | None
    channel_id: int | None
    location: str | None
    description: str | None = None
    status: int = 1
    interested: list[int] = field(default_factory=list[int])


@dataclass(slots=True, eq=False)
class Guild:
    id: int
    name: str
    locale: str
    owner_id: int
    roles: dict[int, Role] = field(default_factory=dict[int, Role])
    members: dict[int, Member] = field(default_factory=dict[int, Member])
    channels: dict[int, Channel] = field(default_factory=dict[int, Channel])
    threads: dict[int, Channel] = field(default_factory=dict[int, Channel])
    bans: dict[int, str | None] = field(default_factory=dict[int, "str | None"])
    events: dict[int, ScheduledEvent] = field(default_factory=dict[int, ScheduledEvent])
    emojis: set[str] = field(default_factory=set[str])
    available: bool = True
    rules_screening: bool = False


@dataclass(slots=True, eq=False)
class Webhook:
    id: int
    channel_id: int
    guild_id: int
    name: str
    token: str
    creator_id: int
    avatar: str | None = None


class World:
    """Everything that exists, and the one clock it ages by.

    Args:
        clock: seconds, monotonic; the wall time shown to the client starts at the real one and moves with it.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self.clock = clock
        self._started = clock()
        self._wall_started = time.time()
        self._last_id = 0
        self.users: dict[int, User] = {}
        self.guilds: dict[int, Guild] = {}
        self.channels: dict[int, Channel] = {}
        self.webhooks: dict[int, Webhook] = {}
        self.files: dict[int, Attachment] = {}
        self.stickers: dict[int, Sticker] = {}
        self.bot = self.add_user(User(self.new_id(), "Cat Tax", bot=True, discriminator="0042"))
        self.application_id = self.bot.id
        self.message_content = True
        self.members_intent = True
        self.verified_limits = False
        self.file_signs = 0

    def wall(self) -> float:
        """Seconds since 1970, moved by the twin's clock."""
        return self._wall_started + (self.clock() - self._started)

    def new_id(self) -> int:
        made = (int(self.wall() * 1000) - EPOCH_MS) << 22
        self._last_id = max(made, self._last_id + 1)
        return self._last_id

    def add_user(self, user: User) -> User:
        self.users[user.id] = user
        return user

    def add_guild(self, name: str, locale: str, owner: User) -> Guild:
        guild = Guild(self.new_id(), name, locale, owner.id)
        guild.roles[guild.id] = Role(guild.id, "@everyone", ORDINARY, 0)
        guild.members[owner.id] = Member(owner.id, self.wall())
        self.guilds[guild.id] = guild
        return guild

    def add_channel(self, channel: Channel) -> Channel:
        self.channels[channel.id] = channel
        if channel.guild_id is not None:
            guild = self.guilds[channel.guild_id]
            (guild.threads if channel.is_thread else guild.channels)[channel.id] = channel
        return channel

    def remove_channel(self, channel: Channel) -> None:
        del self.channels[channel.id]
        if channel.guild_id is not None:
            guild = self.guilds[channel.guild_id]
            (guild.threads if channel.is_thread else guild.channels).pop(channel.id, None)

    def dm_with(self, user: User) -> Channel:
        """Gives the DM between the bot and a user, opening it where there was none."""
        if user.dm_id is None:
            channel = Channel(self.new_id(), 1, "", recipients=[self.bot.id, user.id])
            user.dm_id = self.add_channel(channel).id
        return self.channels[user.dm_id]

    def channel(self, channel_id: int | None) -> Channel:
        channel = self.channels.get(channel_id) if channel_id is not None else None
        if channel is None:
            raise Refused(404, 10003, "Unknown Channel")
        return channel

    def guild(self, guild_id: int | None) -> Guild:
        """Gives a guild that the bot is in; others are told to be unknown."""
        guild = self.guilds.get(guild_id) if guild_id is not None else None
        if guild is None or self.bot.id not in guild.members:
            raise Refused(404, 10004, "Unknown Guild")
        return guild

    def message(self, channel: Channel, message_id: int | None) -> Message:
        """Gives a message that the API shows; ephemeral ones are reached by their interaction's token only."""
        message = channel.messages.get(message_id) if message_id is not None else None
        if message is None or message.ephemeral:
            raise Refused(404, 10008, "Unknown Message")
        return message

    def has_bot(self, channel: Channel) -> bool:
        """Whether the bot is in a chat, rather than brought along by somebody."""
        if channel.guild_id is None:
            return self.bot.id in channel.recipients
        return self.bot.id in self.guilds[channel.guild_id].members

    def may_use_emoji(self, key: str, user_id: int) -> bool:
        """Whether somebody has an emoji: a character, or ``name:id`` of a guild that they are in."""
        name, colon, _ = key.rpartition(":")
        theirs = (guild.emojis for guild in self.guilds.values() if user_id in guild.members)
        return not (colon and name) or any(key in emojis for emojis in theirs)

    def sees(self, channel: Channel, user_id: int) -> bool:
        return bool(in_channel(self, channel, user_id) & May.VIEW_CHANNEL)


def iso(moment: float) -> str:
    """Writes a moment (seconds since 1970) as Discord does."""
    return datetime.fromtimestamp(moment, UTC).isoformat(timespec="microseconds")


def parse_iso(text: object) -> float | None:
    """Reads an ISO 8601 moment; None when it is none."""
    if not isinstance(text, str):
        return None
    try:
        return datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp()
    except ValueError:
        return None
