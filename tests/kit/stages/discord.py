"""Discord: the unmodified discord.py against the twin, in a guild with a channel for introductions."""

from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bot.adapters.discord import PLATFORM, DiscordGateway
from bot.adapters.discord.cdn import Cdn
from bot.adapters.discord.members import DiscordMembers
from bot.adapters.discord.places import DiscordPlaces
from bot.bootstrap import Declared
from bot.core.stations import Station
from bot.domain.access import Access
from bot.domain.refs import ChatRef, SpaceRef
from bot.platforms import Platforms
from bot.ports.gateway import Intake
from bot.ports.translator import Translator
from tests.kit.patience import PATIENCE
from tests.kit.stage import GENERAL, INTRODUCTIONS, Member, Seen
from tests.kit.stages.discord_member import DiscordMember
from tests.kit.stages.intake import WatchedIntake
from tests.kit.stages.time import StageClock, real_start
from tests.kit.stages.whole import Whole, config_on, everything, migrated_copy
from tests.twins.discord import Channel, DiscordTwin, Person, Role, SeenMessage, TwinGuild
from tests.twins.discord.permissions import May
from tests.twins.discord.rest_guilds import tell_member

LANGUAGES = {"en": "en-US", "es": "es-ES", "zh-Hans": "zh-CN", "zh-Hant": "zh-TW"}
RIGHTS = {
    Access.ADMIN: ("administrator",),
    Access.MODERATOR: ("manage_messages", "moderate_members"),
    Access.ORGANISER: ("manage_events",),
}
BOT_RIGHTS = {"webhooks": May.MANAGE_WEBHOOKS, "pins": May.PIN_MESSAGES | May.MANAGE_MESSAGES}
TIMEOUT_SECONDS = 28 * 24 * 3_600.0
"""The longest timeout that Discord has."""
QUIET_ROUNDS = 3
"""How often in a row nothing is on its way: fewer than for a bot of which nothing more is known than what it asks."""
NITRO_BYTES = 500 * 1024 * 1024
"""Most that a member with a subscription can attach."""


class WatchedGateway(DiscordGateway):
    """The adapter's own, which tells whether something is on its way to the core."""

    taken: WatchedIntake | None = None

    @property
    def handing_over(self) -> bool:
        """Whether the core is taking an event over."""
        return self.taken is not None and self.taken.taking > 0

    async def handed_over(self) -> None:
        """Waits until none is."""
        if self.taken is not None:
            await self.taken.idle()

    async def run(self, intake: Intake) -> None:
        self.taken = WatchedIntake(intake)
        await super().run(self.taken)


@dataclass(slots=True)
class DiscordStage:
    """Implements :class:`tests.kit.stage.Stage`.

    Attributes:
        messages: every message with keys that somebody looked at, by id: it can be pressed when it is gone.
    """

    twin: DiscordTwin
    guild: TwinGuild
    channels: dict[str, Channel]
    whole: Whole
    gateways: list[WatchedGateway]
    messages: dict[str, SeenMessage] = field(default_factory=dict[str, SeenMessage])
    _roles: dict[tuple[int, Access], Role] = field(default_factory=dict[tuple[int, Access], Role])

    @property
    def name(self) -> str:
        return "discord"

    @property
    def has_menus(self) -> bool:
        return True

    @property
    def has_roles(self) -> bool:
        return True

    @property
    def has_ranks(self) -> bool:
        return True

    @property
    def has_join_requests(self) -> bool:
        return False  # Discord has such requests, and lets no bot decide on them

    @property
    def has_screening(self) -> bool:
        return True

    @property
    def has_inline(self) -> bool:
        return False

    @property
    def has_guests(self) -> bool:
        return False

    @property
    def has_user_install(self) -> bool:
        return True

    @property
    def space(self) -> SpaceRef:
        return SpaceRef(PLATFORM, str(self.guild.id))

    @property
    def upload_bytes(self) -> int:
        return NITRO_BYTES

    async def newcomer(self, name: str, language: str = "en", *, screening: bool = False) -> DiscordMember:
        member = await self.stranger(name, language)
        await member.joins(screening=screening)
        return member

    async def stranger(self, name: str, language: str = "en") -> DiscordMember:
        return DiscordMember(self, self._user(name, language), self.guild, self.channels)

    def _user(self, name: str, language: str) -> Person:
        handle = f"user{len(self.twin.hub.world.users)}"
        return self.twin.add_user(handle, LANGUAGES.get(language, language), global_name=name)

    async def member(self, name: str, language: str = "en", access: Access = Access.EVERYONE) -> DiscordMember:
        return self._placed(self._user(name, language), access, self.guild, self.channels)

    def _placed(self, user: Person, access: Access, guild: TwinGuild, channels: dict[str, Channel]) -> DiscordMember:
        guild.has_long_had(user)
        if access is not Access.EVERYONE:
            role = self._roles.get((guild.id, access))
            if role is None:
                role = self._roles[guild.id, access] = guild.add_role(access.name.lower(), *RIGHTS[access])
            guild.give_role(user, role)
        return DiscordMember(self, user, guild, channels)

    async def neighbour(self, name: str, language: str = "en") -> DiscordMember:
        guild = self.twin.add_guild("Neighbours")
        channels = {chat: guild.add_channel(chat) for chat in (GENERAL, INTRODUCTIONS)}
        await self.settled()
        return self._placed(self._user(name, language), Access.ADMIN, guild, channels)

    async def removes_bot(self) -> None:
        self.guild.remove_bot()

    def person(self, member: Member) -> Person:
        """A member as the twin knows them."""
        return Person(self.twin.hub, self.twin.hub.world.users[int(member.ref.id)])

    def is_inside(self, member: Member) -> bool:
        return self.guild.is_member(self.person(member))

    def is_asking(self, member: Member) -> bool:
        return False

    def restricted(self, member: Member) -> bool:
        return self.guild.in_timeout(self.person(member))

    def roles(self, member: Member) -> frozenset[str]:
        return frozenset(self.guild.guild.roles[role].name for role in self.guild.roles_of(self.person(member)))

    async def makes_role(self, name: str, *, above: bool = False) -> str:
        top = max(role.position for role in self.guild.guild.roles.values()) + 1
        return str(self.guild.add_role(name, position=top if above else None).id)

    async def deletes_role(self, role: str) -> None:
        self.guild.delete_role(self.guild.guild.roles[int(role)])

    async def adds_chat(self, name: str) -> None:
        self.channels[name] = self.guild.add_channel(name)

    async def adds_thread(self, name: str, under: str = GENERAL) -> None:
        self.channels[name] = self.guild.add_thread(self.channels[under], name, self.guild.owner)

    async def deletes_chat(self, name: str) -> None:
        self.guild.delete_channel(self.channels.pop(name))

    def chat_ref(self, chat: str) -> ChatRef:
        return ChatRef(PLATFORM, str(self.channels[chat].id))

    def pinned(self, chat: str) -> Sequence[Seen]:
        owner = DiscordMember(self, self.guild.owner, self.guild, self.channels)
        return [owner.seen(one) for one in self.twin.messages(self.channels[chat]) if one.pinned]

    async def bans(self, member: Member) -> None:
        self.guild.ban(self.person(member))

    async def mutes(self, member: Member) -> None:
        place = self.guild.guild.members[self.person(member).id]
        place.timeout_until = self.twin.hub.world.wall() + TIMEOUT_SECONDS
        tell_member(self.twin.hub, self.guild.guild, place)

    async def removes_right(self, right: str) -> None:
        own = self.guild.bot_role
        own.permissions &= ~BOT_RIGHTS[right]
        told: dict[str, object] = {"guild_id": str(self.guild.id), "role": self.twin.hub.payloads.role(own)}
        self.twin.hub.tell("GUILD_ROLE_UPDATE", told, guild=self.guild.guild)

    async def deletes_webhooks(self) -> None:
        webhooks = self.twin.hub.world.webhooks
        for webhook in [one for one in webhooks.values() if one.guild_id == self.guild.id]:
            del webhooks[webhook.id]
            told: dict[str, object] = {"guild_id": str(self.guild.id), "channel_id": str(webhook.channel_id)}
            self.twin.hub.tell("WEBHOOKS_UPDATE", told, self.twin.channel(webhook.channel_id))

    async def renames(self, chat: str, name: str) -> None:
        self.guild.rename_channel(self.channels[chat], name)

    async def settled(self) -> None:
        app, gateway = self.whole.app, self.gateways[-1]

        def busy() -> bool:
            return bool(gateway.handing_over or app.lanes.waiting or app.services.outbound.waiting)

        async def done() -> None:
            await gateway.handed_over()
            await app.lanes.idle()

        await self.twin.settled(busy, PATIENCE, done=done, rounds=QUIET_ROUNDS)
        await self.whole.at_rest(lambda: self.twin.hub.in_flight == 0 and not gateway.handing_over)

    async def changed(self) -> None:
        before = True

        def once() -> bool:
            nonlocal before
            before, first = False, before
            return not first

        # Asked once at the start and then after each change.
        await self.twin.until(once, timeout=PATIENCE)


@dataclass(slots=True)
class DiscordHouse:
    """A Discord that outlives the bot's processes, with a guild of two channels."""

    twin: DiscordTwin
    clock: StageClock
    guild: TwinGuild
    channels: dict[str, Channel]
    gateways: list[WatchedGateway] = field(default_factory=list[WatchedGateway])

    @classmethod
    def built(cls, twin: DiscordTwin, clock: StageClock) -> "DiscordHouse":
        """Makes the guild."""
        guild = twin.add_guild("Cat Club")
        return cls(twin, clock, guild, {chat: guild.add_channel(chat) for chat in (GENERAL, INTRODUCTIONS)})

    def station(self) -> Station:
        """For one process of the bot."""
        cdn = Cdn(self.twin.cdn_base, self.twin.cdn_base)
        gateway = WatchedGateway(self.twin.token, self.clock, self.twin.api_base, cdn=cdn, patience=5.0, settle=0.02)
        self.gateways.append(gateway)
        return Station(gateway, DiscordMembers(gateway, self.clock), DiscordPlaces(gateway))

    def stage(self, whole: Whole) -> DiscordStage:
        """The stage on it."""
        return DiscordStage(self.twin, self.guild, self.channels, whole, self.gateways)


@asynccontextmanager
async def discord_stage(
    folder: Path,
    *,
    instant: float = 0.0,
    message_content: bool = True,
    members: bool = True,
    cogs: Declared | None = None,
    translator: Translator | None = None,
    **settings: object,
) -> AsyncGenerator[DiscordStage]:
    """The whole bot on the Discord twin, in a guild with two channels.

    Args:
        folder: where its database is.
        instant: pauses up to so many seconds are over at once; with 0 no answer is ever late.
        message_content: False for an application whose intent to read messages is not granted.
        members: False for one whose intent to see who joins is not granted.
        cogs: those found, unless given.
        translator: who translates; the configured engines, unless given.
        **settings: of the configuration.
    """
    clock = StageClock(real_start(), instant=instant)
    async with DiscordTwin(clock=clock.monotonic, message_content=message_content, members=members) as twin:
        house = DiscordHouse.built(twin, clock)

        def build() -> Platforms:
            return Platforms({PLATFORM: house.station()})

        config = config_on(await migrated_copy(folder), **settings)
        whole = Whole(folder, clock, build, config, cogs or everything(), translator=translator)
        stage = house.stage(whole)
        try:
            await whole.start()
            await twin.connected()
            await stage.settled()
            yield stage
            # What is still at work would wait for a platform that is not there any more.
            await stage.settled()
            assert twin.violations == []
        finally:
            await whole.stop()
