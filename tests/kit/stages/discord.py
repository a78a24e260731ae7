"""Discord: the unmodified discord.py against the twin, in a guild with a channel for introductions."""

import re
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bot.adapters.discord import PLATFORM, DiscordGateway
from bot.adapters.discord.members import DiscordMembers
from bot.adapters.discord.places import DiscordPlaces
from bot.bootstrap import Platforms
from bot.core.stations import Station
from bot.domain.access import Access
from bot.domain.refs import UserRef
from tests.kit.stage import GENERAL, INTRODUCTIONS, PATIENCE, PRIVATE, Key, Seen, key_found
from tests.kit.stages.time import StageClock, real_start
from tests.kit.stages.whole import Whole, config_on, everything, migrated_copy
from tests.twins.discord import Channel, DiscordTwin, FileTriple, Person, Role, SeenMessage, TwinGuild
from tests.twins.discord.wire import objects

LANGUAGES = {"en": "en-US", "es": "es-ES", "zh-Hans": "zh-CN", "zh-Hant": "zh-TW"}
RIGHTS = {
    Access.ADMIN: ("administrator",),
    Access.MODERATOR: ("manage_messages", "moderate_members"),
    Access.ORGANISER: ("manage_events",),
}
_MENTION = re.compile(r"<@(\d+)>")
_MARKS = re.compile(r"\\(.)|\*\*|`", re.DOTALL)
TEXT_OPTION, BUTTON, LIST, MESSAGE_MENU = 3, 2, 3, 3


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
    messages: dict[str, SeenMessage] = field(default_factory=dict[str, SeenMessage])
    _roles: dict[tuple[int, Access], Role] = field(default_factory=dict[tuple[int, Access], Role])

    @property
    def name(self) -> str:
        return "discord"

    @property
    def has_menus(self) -> bool:
        return True

    async def newcomer(self, name: str, language: str = "en") -> "DiscordMember":
        member = DiscordMember(self, self._user(name, language), self.guild, self.channels)
        await member.joins()
        return member

    def _user(self, name: str, language: str) -> Person:
        handle = f"user{len(self.twin.hub.world.users)}"
        return self.twin.add_user(handle, LANGUAGES.get(language, language), global_name=name)

    async def member(self, name: str, language: str = "en", access: Access = Access.EVERYONE) -> "DiscordMember":
        return self._placed(self._user(name, language), access, self.guild, self.channels)

    def _placed(self, user: Person, access: Access, guild: TwinGuild, channels: dict[str, Channel]) -> "DiscordMember":
        guild.join(user)
        if access is not Access.EVERYONE:
            role = self._roles.get((guild.id, access))
            if role is None:
                role = self._roles[guild.id, access] = guild.add_role(access.name.lower(), *RIGHTS[access])
            guild.give_role(user, role)
        return DiscordMember(self, user, guild, channels)

    async def neighbour(self, name: str, language: str = "en") -> "DiscordMember":
        guild = self.twin.add_guild("Neighbours")
        channels = {chat: guild.add_channel(chat) for chat in (GENERAL, INTRODUCTIONS)}
        await self.settled()
        return self._placed(self._user(name, language), Access.ADMIN, guild, channels)

    async def removes_bot(self) -> None:
        self.guild.remove_bot()

    async def settled(self) -> None:
        app = self.whole.app
        await self.twin.settled(busy=lambda: bool(app.lanes.waiting or app.services.outbound.waiting))
        await self.whole.at_rest(lambda: self.twin.hub.in_flight == 0)

    async def changed(self) -> None:
        before = True

        def once() -> bool:
            nonlocal before
            before, first = False, before
            return not first

        # Asked once at the start and then after each change.
        await self.twin.until(once, timeout=PATIENCE * 2)


@dataclass(slots=True)
class DiscordMember:
    """Implements :class:`tests.kit.stage.Member`."""

    stage: DiscordStage
    person: Person
    guild: TwinGuild
    channels: dict[str, Channel]
    filled: int = 0

    @property
    def name(self) -> str:
        return self.person.user.global_name or self.person.name

    @property
    def ref(self) -> UserRef:
        return UserRef(PLATFORM, str(self.person.id))

    async def starts(self) -> None:
        self.person.opens_dm()

    async def joins(self) -> None:
        self.guild.join(self.person)

    async def leaves(self) -> None:
        self.guild.leave(self.person)

    def _channel(self, chat: str) -> Channel:
        return self.person.opens_dm() if chat == PRIVATE else self.channels[chat]

    def _posts(self, text: str, chat: str, files: Sequence[FileTriple] = (), to: Seen | None = None) -> Seen:
        target = None if to is None else self._message(to)
        return self._seen(self.person.posts(self._channel(chat), text, files, reply_to=target))

    async def says(self, text: str, *, to: Seen | None = None, chat: str = INTRODUCTIONS) -> Seen:
        return self._posts(text, chat, to=to)

    async def sends(self, picture: bytes, text: str = "", *, chat: str = INTRODUCTIONS) -> Seen:
        return self._posts(text, chat, [("cat.png", picture, "image/png")])

    def _message(self, seen: Seen) -> SeenMessage:
        return next(one for one in self._all() if str(one.id) == seen.id)

    async def runs(self, command: str, words: str = "", *, to: Seen | None = None, chat: str = GENERAL) -> None:
        assert to is None, "a slash command answers no message here: its menu does"
        options: dict[str, str] = {}
        if words:
            spec = next(one for one in self.stage.twin.commands if one["name"] == command)
            named = [one["name"] for one in objects(spec.get("options")) if one["type"] == TEXT_OPTION]
            options[str(named[0])] = words
        self.person.invokes(self._channel(chat), command, options)

    async def uses_menu(self, label: str, on: Seen) -> None:
        menus = [str(one["name"]) for one in self.stage.twin.commands if one.get("type") == MESSAGE_MENU]
        self.person.uses_menu(self._message(on), next(name for name in menus if name.startswith(label)))

    async def edits(self, message: Seen, text: str) -> None:
        self.person.edits(self._message(message), text)

    async def deletes(self, message: Seen) -> None:
        self.person.deletes(self._message(message))

    def _all(self) -> list[SeenMessage]:
        twin = self.stage.twin
        inside = [one for chat in self.channels.values() for one in twin.messages(chat, self.person)]
        here = inside if self.guild.is_member(self.person) else []
        return sorted((*here, *twin.dms(self.person)), key=lambda one: one.id)

    def choices(self) -> Sequence[Key]:
        found: list[Key] = []
        for one in self._all():
            chat, name = str(one.channel_id), str(one.id)
            for button in one.buttons:
                if button.custom_id is not None and not button.disabled:
                    label = f"{button.emoji or ''} {button.label}".strip()
                    found.append(Key(label, chat, name, button.custom_id))
            for select in one.selects:
                found += [
                    Key(label, chat, name, f"{select.custom_id}\n{value}", picks=True)
                    for label, value in select.options
                ]
            if one.buttons or one.selects:
                self.stage.messages[name] = one
        return found

    async def finds(self, label: str) -> Key:
        return await key_found(self.stage, self, label)

    async def uses(self, key: Key, data: str | None = None) -> None:
        message = self.stage.messages[key.message]
        custom_id, _, value = (key.data if data is None else data).partition("\n")
        if key.picks:
            self.person.forges(message, custom_id, component_type=LIST, values=[value])
        else:
            self.person.forges(message, custom_id, component_type=BUTTON)

    async def presses(self, label: str) -> None:
        await self.uses(await self.finds(label))

    async def fills(self, *answers: str) -> None:
        modals = await self.stage.twin.until(lambda: self.person.modals[self.filled :], PATIENCE)
        self.filled += len(modals)
        modal = modals[-1]
        given = {one.custom_id: answer for one, answer in zip(modal.fields, answers, strict=True) if answer}
        self.person.submits(modal, given)

    def visible(self) -> Sequence[Seen]:
        return [self._seen(one) for one in self._all() if not one.thinking]

    def _seen(self, one: SeenMessage) -> Seen:
        users = self.stage.twin.hub.world.users
        labels = [button.label or button.emoji or "" for button in one.buttons]
        labels += [label for select in one.selects for label, _ in select.options]
        return Seen(
            str(one.id),
            self._read(one.text),
            one.from_bot,
            labels=tuple(labels),
            pictures=len(one.files),
            only_me=one.ephemeral or one.channel_id == self.person.user.dm_id,
            pinged=tuple(users[user].global_name or users[user].name for user in one.pinged),
        )

    def _read(self, text: str) -> str:
        """A message's Markdown as it reads."""

        def name(found: re.Match[str]) -> str:
            user = self.stage.twin.hub.world.users.get(int(found[1]))
            return found[0] if user is None else f"@{user.global_name or user.name}"

        return _MARKS.sub(lambda found: found[1] or "", _MENTION.sub(name, text))


@asynccontextmanager
async def discord_stage(folder: Path, *, instant: float = 0.0, **settings: object) -> AsyncGenerator[DiscordStage]:
    """The whole bot on the Discord twin, in a guild with two channels.

    Args:
        folder: where its database is.
        instant: pauses up to so many seconds are over at once; with 0 no answer is ever late.
        **settings: of the configuration.
    """
    clock = StageClock(real_start(), instant=instant)
    async with DiscordTwin(clock=clock.monotonic) as twin:
        guild = twin.add_guild("Cat Club")
        channels = {chat: guild.add_channel(chat) for chat in (GENERAL, INTRODUCTIONS)}

        def build() -> Platforms:
            gateway = DiscordGateway(twin.token, clock, twin.api_base, patience=5.0, settle=0.02)
            return Platforms({PLATFORM: Station(gateway, DiscordMembers(gateway, clock), DiscordPlaces(gateway))})

        whole = Whole(folder, clock, build, config_on(await migrated_copy(folder), **settings), everything())
        stage = DiscordStage(twin, guild, channels, whole)
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
