"""Guilds as tests set them up: channels, roles, members coming and going."""

from __future__ import annotations

from collections.abc import Sequence

from tests.twins.discord.hub import Hub
from tests.twins.discord.people import Person, SomeMessage
from tests.twins.discord.permissions import EVERYTHING, ORDINARY, May, named
from tests.twins.discord.rest_channels import open_thread
from tests.twins.discord.rest_guilds import drop_role, lift, part, shut_out, tell_member
from tests.twins.discord.wire import Payload
from tests.twins.discord.world import (
    KINDS,
    Channel,
    ChannelKind,
    Guild,
    Member,
    NotAllowed,
    Overwrite,
    Role,
    ScheduledEvent,
    iso,
)


class TwinGuild:
    """A guild, from its owner's side.

    Args:
        hub: the twin's middle.
        guild: which one.
    """

    def __init__(self, hub: Hub, guild: Guild) -> None:
        self._hub = hub
        self.guild = guild

    @property
    def id(self) -> int:
        return self.guild.id

    @property
    def name(self) -> str:
        return self.guild.name

    @property
    def channels(self) -> list[Channel]:
        return list(self.guild.channels.values())

    @property
    def threads(self) -> list[Channel]:
        return list(self.guild.threads.values())

    @property
    def bot_is_in(self) -> bool:
        return self._hub.world.bot.id in self.guild.members

    @property
    def owner(self) -> Person:
        return Person(self._hub, self._hub.world.users[self.guild.owner_id])

    @property
    def bot_role(self) -> Role:
        """The role that came with the bot."""
        return next(role for role in self.guild.roles.values() if role.managed)

    def _tell(self, event: str, data: Payload) -> None:
        self._hub.tell(event, data, guild=self.guild)

    # --- places ---

    def add_channel(self, name: str, kind: ChannelKind = "text", *, parent: Channel | None = None) -> Channel:
        """Adds a channel; ``private`` is one that only the bot and the owner see."""
        world = self._hub.world
        channel = Channel(world.new_id(), KINDS[kind], name, self.id, parent.id if parent else None)
        channel.position = len(self.guild.channels)
        if kind == "private":
            channel.overwrites[self.id] = Overwrite(self.id, is_role=True, allow=May(0), deny=May.VIEW_CHANNEL)
            if self.bot_is_in:
                bot = world.bot.id
                channel.overwrites[bot] = Overwrite(bot, is_role=False, allow=May.VIEW_CHANNEL, deny=May(0))
        world.add_channel(channel)
        self._hub.tell("CHANNEL_CREATE", self._hub.payloads.channel(channel), channel)
        return channel

    def add_thread(
        self, parent: Channel, name: str, owner: Person, *, message: SomeMessage | None = None, private: bool = False
    ) -> Channel:
        """Opens a thread on a member's behalf, alone or from a message."""
        found = parent.messages[message.id] if message is not None else None
        return open_thread(self._hub, parent, {"name": name}, owner.id, kind=12 if private else 11, message=found)

    def archive(self, thread: Channel, *, archived: bool = True, locked: bool = False) -> None:
        thread.archived, thread.locked = archived, locked
        thread.archive_changed = self._hub.world.wall()
        self._hub.tell("THREAD_UPDATE", self._hub.payloads.channel(thread), thread)

    def rename_channel(self, channel: Channel, name: str) -> None:
        """Gives a channel or thread another name."""
        channel.name = name
        event = "THREAD_UPDATE" if channel.is_thread else "CHANNEL_UPDATE"
        self._hub.tell(event, self._hub.payloads.channel(channel), channel)

    def delete_channel(self, channel: Channel) -> None:
        event = "THREAD_DELETE" if channel.is_thread else "CHANNEL_DELETE"
        self._hub.tell(event, self._hub.payloads.channel(channel), channel)
        self._hub.world.remove_channel(channel)

    def overwrite(
        self, channel: Channel, who: Person | Role | None, *, allow: Sequence[str] = (), deny: Sequence[str] = ()
    ) -> None:
        """Sets a channel's overwrite for a member, a role, or (None) for everyone; names as discord.py has them."""
        number = self.id if who is None else who.id
        role = not isinstance(who, Person)
        channel.overwrites[number] = Overwrite(number, role, named(*allow), named(*deny))
        self._hub.tell("CHANNEL_UPDATE", self._hub.payloads.channel(channel), channel)

    def add_emoji(self, name: str) -> str:
        """Adds an emoji of the guild's own; gives it as reactions name it."""
        made = f"{name}:{self._hub.world.new_id()}"
        self.guild.emojis.add(made)
        return made

    # --- roles ---

    def add_role(self, name: str, *permissions: str, mentionable: bool = False, position: int | None = None) -> Role:
        """Adds a role, at the bottom unless a position is given."""
        world = self._hub.world
        role = Role(world.new_id(), name, named(*permissions), 1 if position is None else position, mentionable)
        if position is None:
            for other in self.guild.roles.values():
                other.position += 0 if other.id == self.id else 1
        self.guild.roles[role.id] = role
        self._tell("GUILD_ROLE_CREATE", {"guild_id": str(self.id), "role": self._hub.payloads.role(role)})
        return role

    def delete_role(self, role: Role) -> None:
        """Deletes a role, as an admin does: whoever has it loses it."""
        drop_role(self._hub, self.guild, role)

    def give_role(self, person: Person, role: Role) -> None:
        self.guild.members[person.id].roles.add(role.id)
        tell_member(self._hub, self.guild, self.guild.members[person.id])

    def take_role(self, person: Person, role: Role) -> None:
        self.guild.members[person.id].roles.discard(role.id)
        tell_member(self._hub, self.guild, self.guild.members[person.id])

    def set_bot_permissions(self, *names: str) -> None:
        """Leaves the bot exactly these permissions, in all channels without overwrites."""
        everyone, own = self.guild.roles[self.id], self.bot_role
        everyone.permissions &= ~ORDINARY
        own.permissions = named(*names)
        for role in (everyone, own):
            self._tell("GUILD_ROLE_UPDATE", {"guild_id": str(self.id), "role": self._hub.payloads.role(role)})

    # --- members ---

    def join(self, person: Person, *, pending: bool = False) -> None:
        """Lets someone in; `pending` until they accept the rules."""
        if person.id in self.guild.bans:
            raise NotAllowed("banned")
        member = Member(person.id, self._hub.world.wall(), pending=pending)
        self.guild.members[person.id] = member
        self.guild.rules_screening = self.guild.rules_screening or pending
        told = self._hub.payloads.member(member) | {"guild_id": str(self.id)}
        self._tell("GUILD_MEMBER_ADD", told)

    def has_long_had(self, person: Person) -> None:
        """Someone is a member since a year: no session is told of a join."""
        self.guild.members[person.id] = Member(person.id, self._hub.world.wall() - 365 * 86_400)

    def accepts_rules(self, person: Person) -> None:
        self.guild.members[person.id].pending = False
        tell_member(self._hub, self.guild, self.guild.members[person.id])

    def renames(self, person: Person, nick: str | None) -> None:
        self.guild.members[person.id].nick = nick
        tell_member(self._hub, self.guild, self.guild.members[person.id])

    def leave(self, person: Person) -> None:
        part(self._hub, self.guild, person.id)

    def ban(self, person: Person) -> None:
        shut_out(self._hub, self.guild, person.id, None)

    def unban(self, person: Person) -> None:
        lift(self._hub, self.guild, person.id)

    def is_member(self, person: Person) -> bool:
        return person.id in self.guild.members

    def roles_of(self, person: Person) -> set[int]:
        return set(self.guild.members[person.id].roles)

    def in_timeout(self, person: Person) -> bool:
        return self.guild.members[person.id].timeout_until > self._hub.world.wall()

    # --- the bot ---

    def add_bot(self, *permissions: str) -> None:
        """Invites the bot; without names it gets every permission but administrator."""
        world = self._hub.world
        wanted = named(*permissions) if permissions else EVERYTHING & ~May.ADMINISTRATOR
        top = max(role.position for role in self.guild.roles.values()) + 1
        role = Role(world.new_id(), world.bot.name, wanted, top, managed=True)
        self.guild.roles[role.id] = role
        self.guild.members[world.bot.id] = Member(world.bot.id, world.wall(), {role.id})
        self._tell("GUILD_CREATE", self._hub.payloads.guild_create(self.guild))

    def remove_bot(self) -> None:
        """Throws the bot out."""
        self._tell("GUILD_DELETE", {"id": str(self.id)})
        own = self.bot_role
        self.guild.members.pop(self._hub.world.bot.id, None)
        del self.guild.roles[own.id]

    def breaks_down(self) -> None:
        """Makes the guild unavailable, as in an outage."""
        self._tell("GUILD_DELETE", {"id": str(self.id), "unavailable": True})

    def recovers(self) -> None:
        self._tell("GUILD_CREATE", self._hub.payloads.guild_create(self.guild))

    # --- events ---

    def create_event(self, creator: Person, name: str, starts_in: float, *, lasts: float = 3600.0) -> ScheduledEvent:
        """Lets a member plan an event elsewhere, `starts_in` seconds from now."""
        world = self._hub.world
        start, end = iso(world.wall() + starts_in), iso(world.wall() + starts_in + lasts)
        event = ScheduledEvent(world.new_id(), self.id, creator.id, name, 3, start, end, None, "elsewhere")
        self.guild.events[event.id] = event
        self._tell("GUILD_SCHEDULED_EVENT_CREATE", self._hub.payloads.event(event))
        return event

    def interested(self, person: Person, event: ScheduledEvent, *, interested: bool = True) -> None:
        """Lets a member mark an event as interesting, or no longer."""
        if interested is (person.id in event.interested):
            return
        (event.interested.append if interested else event.interested.remove)(person.id)
        told = {"guild_id": str(self.id), "user_id": str(person.id), "guild_scheduled_event_id": str(event.id)}
        self._tell(f"GUILD_SCHEDULED_EVENT_USER_{'ADD' if interested else 'REMOVE'}", told)
