"""Who comes and goes: members, the bot itself, its rights; and places and scheduled events that are made and closed."""

from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import cast

import discord

from bot.adapters.discord import limits
from bot.adapters.discord.accounts import account_of, member_account
from bot.adapters.discord.line import MEMBER, Line, Told
from bot.adapters.discord.names import chat_ref, made_at, space_ref
from bot.adapters.discord.whereabouts import GuildPlace, Whereabouts
from bot.adapters.discord.wire import JsonObject, as_object, as_text
from bot.domain.author import Account
from bot.domain.events import (
    BotAdded,
    BotRemoved,
    BotRightsChanged,
    Community,
    Event,
    MemberBanned,
    MemberJoined,
    MemberLeft,
    NativeEventChanged,
    NativeEventState,
    PlaceClosed,
    PlaceOpened,
    SpaceSeen,
)
from bot.ports.clock import Clock

HELD_BACK = 10_000
"""Most members remembered whom a guild's rules still hold back."""
_LATE_SCREENING = timedelta(days=1)
"""How long ago somebody may have joined whose passing is told to a process that did not see them join."""


class Arrivals:
    """Takes in comings and goings.

    Args:
        started: when this connection began.
    """

    def __init__(
        self, line: Line, whereabouts: Whereabouts, put: Callable[[Event], None], clock: Clock, started: datetime
    ) -> None:
        self._line = line
        self._whereabouts = whereabouts
        self._put = put
        self._clock = clock
        self._started = started
        self._held_back: OrderedDict[tuple[str, str], None] = OrderedDict()
        self._missing: dict[int, tuple[str, ...]] = {}
        self._known: set[int] = set()

    @property
    def told(self) -> dict[str, Told]:
        """What to call for which event."""
        return {
            "member_join": self.joined,
            MEMBER: self.member_changed,
            "raw_member_remove": self.left,
            "member_ban": self.banned,
            "guild_available": self.space_come,
            "guild_join": self.space_come,
            "guild_remove": self.removed,
            "guild_update": self.space_changed,
            "guild_role_create": self.role_changed,
            "guild_role_update": self.role_changed,
            "guild_role_delete": self.role_changed,
            "guild_channel_create": self.place_opened,
            "guild_channel_update": self.place_changed,
            "guild_channel_delete": self.place_deleted,
            "thread_create": self.place_opened,
            "thread_join": self.place_opened,
            "thread_update": self.thread_changed,
            "raw_thread_delete": self.thread_deleted,
            "scheduled_event_create": self.event_made,
            "scheduled_event_update": self.event_changed,
            "scheduled_event_delete": self.event_deleted,
        }

    # --- members ---

    def joined(self, member: discord.Member) -> None:
        """GUILD_MEMBER_ADD."""
        if member.pending:
            self._held_back[str(member.guild.id), str(member.id)] = None
            if len(self._held_back) > HELD_BACK:
                self._held_back.popitem(last=False)
        self._tell_join(member.guild, account_of(member), member.joined_at, screening=member.pending)

    def member_changed(self, data: JsonObject) -> None:
        """GUILD_MEMBER_UPDATE: of interest when a member passes the rules, or the bot's own roles change."""
        number, guild = str(as_object(data.get("user")).get("id")), self._line.get_guild(int(data["guild_id"]))
        if guild is None:
            return
        if number == self._line.me:
            self.rights_changed(guild)
            return
        if data.get("pending") or not data.get("joined_at"):
            return
        joined_at = datetime.fromisoformat(data["joined_at"])
        known = (str(guild.id), number) in self._held_back
        self._held_back.pop((str(guild.id), number), None)
        # Whoever joined before this process was there may have been held back: the key tells whether they were told.
        gated = "MEMBER_VERIFICATION_GATE_ENABLED" in guild.features
        late = gated and self._started - _LATE_SCREENING < joined_at < self._started
        if known or late:
            self._tell_join(guild, member_account(data), joined_at, screening=False)

    def _tell_join(self, guild: discord.Guild, member: Account, joined_at: datetime | None, *, screening: bool) -> None:
        at = joined_at or self._clock.now()
        state = "held" if screening else "in"
        key = f"joined:{guild.id}:{member.ref.id}:{int(at.timestamp() * 1_000_000)}:{state}"
        self._put(MemberJoined(key, at, self._whereabouts.house(guild), member, screening=screening))

    def left(self, raw: discord.RawMemberRemoveEvent) -> None:
        """GUILD_MEMBER_REMOVE."""
        self._held_back.pop((str(raw.guild_id), str(raw.user.id)), None)
        guild = self._line.get_guild(raw.guild_id)
        if guild is not None and str(raw.user.id) != self._line.me:
            where = self._whereabouts.house(guild)
            self._put(MemberLeft(self._line.mark, self._clock.now(), where, account_of(raw.user)))

    def banned(self, guild: discord.Guild, user: discord.User | discord.Member) -> None:
        """GUILD_BAN_ADD."""
        where = self._whereabouts.house(guild)
        self._put(MemberBanned(self._line.mark, self._clock.now(), where, account_of(user)))

    # --- the bot itself ---

    def begun(self) -> None:
        """A new session: it named the guilds that the bot is in."""
        self._known = {guild.id for guild in self._line.guilds}

    def space_come(self, guild: discord.Guild) -> None:
        """GUILD_CREATE: of a guild that the session named, or of one that the bot was added to meanwhile."""
        if guild.id in self._known:
            self._seen_in_session(guild)
        else:
            self._known.add(guild.id)
            self._added(guild)

    def _seen_in_session(self, guild: discord.Guild) -> None:
        self._missing[guild.id] = limits.missing_rights(own_guild_rights(guild))
        key = f"seen:{guild.id}:{self._line.ws.session_id}"
        self._put(self._seen(guild, key))

    def _seen(self, guild: discord.Guild, key: str) -> SpaceSeen:
        where, language = self._whereabouts.house(guild), guild.preferred_locale.value
        return SpaceSeen(key, self._clock.now(), where, guild.name, language)

    def _added(self, guild: discord.Guild) -> None:
        self._missing[guild.id] = limits.missing_rights(own_guild_rights(guild))
        me = cast("discord.Member | None", guild.me)
        at = (None if me is None else me.joined_at) or self._clock.now()
        where, language = self._whereabouts.house(guild), guild.preferred_locale.value
        key = f"added:{guild.id}:{int(at.timestamp() * 1_000_000)}"
        self._put(BotAdded(key, at, where, guild.name, language=language))

    def removed(self, guild: discord.Guild) -> None:
        """The bot left a guild, or was put out of it."""
        self._missing.pop(guild.id, None)
        self._known.discard(guild.id)
        self._put(BotRemoved(self._line.mark, self._clock.now(), self._whereabouts.house(guild)))

    def space_changed(self, before: discord.Guild, after: discord.Guild) -> None:
        """A guild's name or language changed."""
        if (before.name, before.preferred_locale) != (after.name, after.preferred_locale):
            self._put(self._seen(after, self._line.mark))

    def role_changed(self, role: discord.Role, changed: discord.Role | None = None) -> None:
        """A role was made, changed or deleted."""
        self.rights_changed((changed or role).guild)

    def rights_changed(self, guild: discord.Guild) -> None:
        """Roles changed, perhaps the bot's rights with them."""
        missing = limits.missing_rights(own_guild_rights(guild))
        if self._missing.get(guild.id, missing) != missing:
            where = self._whereabouts.house(guild)
            self._put(BotRightsChanged(self._line.mark, self._clock.now(), where, missing))
        self._missing[guild.id] = missing

    # --- places ---

    def place_opened(self, place: GuildPlace) -> None:
        """A channel or thread was made, or is first seen."""
        if isinstance(place, discord.CategoryChannel) or (isinstance(place, discord.Thread) and place.archived):
            return
        self._put(PlaceOpened(self._line.mark, made_at(place.id), self._whereabouts.at(place)))

    def place_changed(self, before: GuildPlace, after: GuildPlace) -> None:
        """A channel or thread was renamed; other changes concern no one."""
        if before.name != after.name and not isinstance(after, discord.CategoryChannel):
            self._put(PlaceOpened(self._line.mark, self._clock.now(), self._whereabouts.at(after)))

    def thread_changed(self, before: discord.Thread, after: discord.Thread) -> None:
        """A thread was renamed or archived; one that is opened again is first seen again."""
        if after.archived and not before.archived:
            where = self._whereabouts.at(after)
            self._put(PlaceClosed(self._line.mark, self._clock.now(), where, deleted=False))
        else:
            self.place_changed(before, after)

    def place_deleted(self, place: GuildPlace) -> None:
        """A channel was deleted."""
        if not isinstance(place, discord.CategoryChannel):
            self._put(PlaceClosed(f"closed:{place.id}", self._clock.now(), self._whereabouts.at(place)))

    def thread_deleted(self, raw: discord.RawThreadDeleteEvent) -> None:
        """A thread was deleted, by itself or with its channel."""
        name = "" if raw.thread is None else raw.thread.name
        where = Community(space_ref(raw.guild_id), chat_ref(raw.thread_id), name, chat_ref(raw.parent_id))
        self._put(PlaceClosed(f"closed:{raw.thread_id}", self._clock.now(), where))

    # --- Discord's own events ---

    def event_made(self, event: discord.ScheduledEvent) -> None:
        """GUILD_SCHEDULED_EVENT_CREATE."""
        self._tell_event(event, NativeEventState.CREATED)

    def event_changed(self, before: discord.ScheduledEvent, after: discord.ScheduledEvent) -> None:
        """GUILD_SCHEDULED_EVENT_UPDATE."""
        states = {
            discord.EventStatus.active: NativeEventState.STARTED,
            discord.EventStatus.completed: NativeEventState.ENDED,
            discord.EventStatus.cancelled: NativeEventState.CANCELLED,
        }
        changed = NativeEventState.UPDATED if before.status == after.status else states.get(after.status)
        self._tell_event(after, changed or NativeEventState.UPDATED)

    def event_deleted(self, event: discord.ScheduledEvent) -> None:
        """GUILD_SCHEDULED_EVENT_DELETE."""
        self._tell_event(event, NativeEventState.CANCELLED)

    def _tell_event(self, event: discord.ScheduledEvent, state: NativeEventState) -> None:
        guild = self._line.get_guild(event.guild_id)
        if guild is None:
            return
        chat = None if event.channel_id is None else self._whereabouts.place(str(guild.id), str(event.channel_id))
        where = self._whereabouts.house(guild) if chat is None else self._whereabouts.at(chat)
        name = as_text(event.name)
        self._put(NativeEventChanged(self._line.mark, self._clock.now(), where, str(event.id), name, state))


def own_guild_rights(guild: discord.Guild) -> discord.Permissions:
    """The bot's permissions in a guild as a whole."""
    me = cast("discord.Member | None", guild.me)
    return discord.Permissions.none() if me is None else me.guild_permissions
