"""Telegram: the unmodified python-telegram-bot against the twin, in a forum with a topic for introductions."""

import functools
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bot.adapters.telegram.commands import menus
from bot.adapters.telegram.gateway import TelegramGateway
from bot.adapters.telegram.names import PLATFORM
from bot.bootstrap import Declared
from bot.core.stations import Station
from bot.domain.access import Access
from bot.domain.refs import ChatRef, SpaceRef
from bot.platforms import Platforms
from bot.ports.translator import Translator
from tests.kit.patience import PATIENCE
from tests.kit.stage import GENERAL, INTRODUCTIONS, Member, Seen
from tests.kit.stages.telegram_member import TelegramMember
from tests.kit.stages.time import StageClock, real_start
from tests.kit.stages.whole import Whole, config_on, everything, migrated_copy
from tests.twins.telegram import Group, Person, Post, TelegramTwin, Topic
from tests.twins.telegram.world import USUAL_RIGHTS

LANGUAGES = {"zh-Hans": "zh-hans", "zh-Hant": "zh-hant"}
RIGHTS = {
    Access.ADMIN: ("can_manage_chat", "can_change_info", "can_delete_messages", "can_restrict_members"),
    Access.MODERATOR: ("can_manage_chat", "can_delete_messages", "can_restrict_members"),
    Access.ORGANISER: ("can_manage_chat", "can_manage_topics"),
}
UPLOAD_BYTES = 2 * 1024**3
"""Most bytes of a file that a user sends."""


@dataclass(slots=True)
class TelegramStage:
    """Implements :class:`tests.kit.stage.Stage`.

    Attributes:
        topics: by the names that they began with; empty where everybody talks in one place.
        posts: every message with keys that somebody looked at, by chat and id: it can be pressed when it is gone.
    """

    twin: TelegramTwin
    group: Group
    topics: dict[str, Topic]
    whole: Whole
    posts: dict[tuple[str, str], Post] = field(default_factory=dict[tuple[str, str], Post])
    _captcha: Person | None = None

    @property
    def name(self) -> str:
        return "telegram"

    @property
    def has_menus(self) -> bool:
        return False

    @property
    def bot_name(self) -> str:
        """The bot's name, which in a group stands behind a command."""
        return self.twin.bot.username

    @property
    def has_roles(self) -> bool:
        return False

    @property
    def has_ranks(self) -> bool:
        return False

    @property
    def has_join_requests(self) -> bool:
        return True

    @property
    def has_screening(self) -> bool:
        return True

    @property
    def has_inline(self) -> bool:
        return True

    @property
    def has_guests(self) -> bool:
        return True

    @property
    def has_user_install(self) -> bool:
        return False

    @property
    def space(self) -> SpaceRef:
        return SpaceRef(PLATFORM, str(self.group.id))

    @property
    def upload_bytes(self) -> int:
        return UPLOAD_BYTES

    @property
    def captcha(self) -> Person:
        """Another bot, which holds newcomers back until they solved its riddle."""
        if self._captcha is None:
            self._captcha = self.twin.add_user("Riddles", username="riddles_bot", is_bot=True)
            self.group.had_before(self._captcha)
        return self._captcha

    async def newcomer(self, name: str, language: str = "en", *, screening: bool = False) -> TelegramMember:
        member = await self.stranger(name, language)
        await member.joins(screening=screening)
        return member

    async def stranger(self, name: str, language: str = "en") -> TelegramMember:
        return TelegramMember(self, self._user(name, language), self.group, self.topics)

    def _user(self, name: str, language: str) -> Person:
        return self.twin.add_user(name, LANGUAGES.get(language, language))

    async def member(self, name: str, language: str = "en", access: Access = Access.EVERYONE) -> TelegramMember:
        return self._placed(self._user(name, language), access, self.group, self.topics)

    def _placed(self, user: Person, access: Access, group: Group, topics: dict[str, Topic]) -> TelegramMember:
        group.had_before(user)
        if access is not Access.EVERYONE:
            group.make_admin(user, rights=RIGHTS[access])
        return TelegramMember(self, user, group, topics)

    async def neighbour(self, name: str, language: str = "en") -> TelegramMember:
        group = self.twin.add_group("Neighbours")
        group.add_bot(admin=True)
        await self.settled()
        member = self._placed(self._user(name, language), Access.ADMIN, group, {})
        await member.starts()
        return member

    def person(self, member: Member) -> Person:
        """A member as the twin knows them."""
        return self.twin.person(int(member.ref.id))

    def is_inside(self, member: Member) -> bool:
        return self.group.is_member(self.person(member))

    def is_asking(self, member: Member) -> bool:
        return self.group.is_asking(self.person(member))

    def restricted(self, member: Member) -> bool:
        self.twin.world.lapse(self.group.state)
        return "can_send_messages" not in self.group.permissions_of(self.person(member))

    def roles(self, member: Member) -> frozenset[str]:
        return frozenset()

    async def makes_role(self, name: str, *, above: bool = False) -> str:
        raise AssertionError("no roles here")

    async def deletes_role(self, role: str) -> None:
        raise AssertionError("no roles here")

    async def adds_chat(self, name: str) -> None:
        self.topics[name] = self.group.add_topic(name)

    async def adds_thread(self, name: str, under: str = GENERAL) -> None:
        self.topics[name] = self.group.add_topic(name)

    async def deletes_chat(self, name: str) -> None:
        """Deletes a topic with all that stands in it; no bot is told of that."""
        topic = self.topics.pop(name)
        del self.group.state.topics[topic.id]
        for number in [number for number, one in self.group.state.messages.items() if one.topic == topic.id]:
            del self.group.state.messages[number]
        self.twin.world.changed.fire()

    def chat_ref(self, chat: str) -> ChatRef:
        topic = self.topics.get(chat)
        return ChatRef(PLATFORM, str(self.group.id), None if topic is None else str(topic.id))

    def pinned(self, chat: str) -> Sequence[Seen]:
        topic = self.topics.get(chat)
        owner = TelegramMember(self, self.twin.person(self.group.owner_id), self.group, self.topics)
        here = [post for post in self.group.messages if topic is None or post.topic == topic.id]
        return [owner.seen(post) for post in here if post.pinned]

    async def bans(self, member: Member) -> None:
        self.group.ban(self.person(member))

    async def mutes(self, member: Member) -> None:
        self.group.hold_back(self.person(member), self.twin.person(self.group.owner_id))

    async def removes_right(self, right: str) -> None:
        if right != "pins":
            raise PermissionError(f"no right to {right} here")
        self.group.promote_bot(USUAL_RIGHTS - {"can_pin_messages"})

    async def deletes_webhooks(self) -> None:
        raise PermissionError("nobody speaks under others' names here")

    async def renames(self, chat: str, name: str) -> None:
        if chat in self.topics:
            self.group.rename_topic(self.topics[chat], name)
        else:
            self.group.rename(name)

    async def removes_bot(self) -> None:
        self.group.remove_bot()

    async def settled(self) -> None:
        await self.twin.until(lambda: not self.twin.updates_pending, PATIENCE, "all updates confirmed")
        await self.whole.at_rest(lambda: not self.twin.updates_pending)

    async def changed(self) -> None:
        await self.twin.world.changed.wait()


@functools.cache
def _published() -> Sequence[tuple[str, str, Sequence[tuple[str, str]]]]:
    found = everything()
    return [
        (scope.type, language, [(command.command, command.description) for command in menu])
        for scope, language, menu in menus(found.catalog.offering(found.library))
    ]


@dataclass(slots=True)
class TelegramHouse:
    """A Telegram that outlives the bot's processes, with a group that the bot has yet to join."""

    twin: TelegramTwin
    clock: StageClock
    group: Group
    gateways: list[TelegramGateway] = field(default_factory=list[TelegramGateway])

    @classmethod
    def built(
        cls, twin: TelegramTwin, clock: StageClock, *, supergroup: bool = True, forum: bool = True
    ) -> "TelegramHouse":
        """Makes the group. The bot has run before, with the cogs that are found: it finds their menus published."""
        for scope, language, menu in _published():
            twin.had_commands(scope, language, menu)
        return cls(twin, clock, twin.add_group("Cat Club", supergroup=supergroup, forum=forum))

    def station(self) -> Station:
        """For one process of the bot."""
        gateway = TelegramGateway(
            token=self.twin.token, clock=self.clock, api_base=self.twin.api_base, answer_within=5.0, poll_for=5
        )
        self.gateways.append(gateway)
        return Station(gateway, gateway.members, gateway.places)

    def stage(self, whole: Whole) -> TelegramStage:
        """The stage on it, with a topic for introductions where there are topics; the bot is let in as an admin."""
        self.group.add_bot(admin=True)
        topics = {INTRODUCTIONS: self.group.add_topic(INTRODUCTIONS)} if self.group.state.forum else {}
        return TelegramStage(self.twin, self.group, topics, whole)

    async def close(self) -> None:
        """Lets go of what the processes held."""
        for gateway in self.gateways:
            await gateway.close()


@asynccontextmanager
async def telegram_stage(
    folder: Path,
    *,
    forum: bool = True,
    supergroup: bool = True,
    instant: float = 5.0,
    cogs: Declared | None = None,
    translator: Translator | None = None,
    **settings: object,
) -> AsyncGenerator[TelegramStage]:
    """The whole bot on the Telegram twin, as an admin of a group.

    Args:
        folder: where its database is.
        forum: False for a group without topics, whose newcomers introduce themselves where everybody talks.
        supergroup: False for a basic group.
        instant: pauses up to so many seconds are over at once.
        cogs: those found, unless given.
        translator: who translates; the configured engines, unless given.
        **settings: of the configuration.
    """
    clock = StageClock(real_start(), instant=instant)
    async with TelegramTwin(clock=clock.seconds, privacy=False) as twin:
        house = TelegramHouse.built(twin, clock, supergroup=supergroup, forum=forum)

        def build() -> Platforms:
            return Platforms({PLATFORM: house.station()})

        config = config_on(await migrated_copy(folder), **settings)
        whole = Whole(folder, clock, build, config, cogs or everything(), translator=translator)
        try:
            await whole.start()
            stage = house.stage(whole)
            await stage.settled()
            yield stage
            # What is still at work would wait for a platform that is not there any more.
            await stage.settled()
            assert twin.violations == []
        finally:
            await whole.stop()
            await house.close()
