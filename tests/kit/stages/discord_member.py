"""People on the Discord twin."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.adapters.discord import PLATFORM
from bot.domain.refs import UserRef
from tests.kit.patience import PATIENCE
from tests.kit.stage import GENERAL, INTRODUCTIONS, PRIVATE, Key, Member, Seen, key_found
from tests.twins.discord import Channel, FileTriple, Person, SeenMessage, TwinGuild
from tests.twins.discord.wire import objects

if TYPE_CHECKING:
    from tests.kit.stages.discord import DiscordStage

TEXT_INPUT = 4
"""The kind of a form's field for words."""

_MENTION = re.compile(r"<@(\d+)>")
_MARKS = re.compile(r"\\(.)|\*\*|`", re.DOTALL)
TEXT_OPTION, MEMBER_OPTION, FILE_OPTION, BUTTON, LIST, MESSAGE_MENU = 3, 6, 11, 2, 3, 3


@dataclass(slots=True)
class DiscordMember:
    """Implements :class:`tests.kit.stage.Member`."""

    stage: "DiscordStage"
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

    async def joins(self, *, screening: bool = False) -> None:
        self.guild.join(self.person, pending=screening)

    async def passes_screening(self) -> None:
        self.guild.accepts_rules(self.person)

    async def asks_to_join(self) -> None:
        raise AssertionError("no bot decides here on who may join")

    async def leaves(self) -> None:
        self.guild.leave(self.person)

    def _channel(self, chat: str) -> Channel:
        if chat == PRIVATE:
            return self.person.opens_dm()
        if chat not in self.channels:
            raise PermissionError(f"there is no {chat!r}")
        return self.channels[chat]

    def _posts(self, text: str, chat: str, files: Sequence[FileTriple] = (), to: Seen | None = None) -> Seen:
        target = None if to is None else self._message(to)
        return self.seen(self.person.posts(self._channel(chat), text, files, reply_to=target))

    async def says(self, text: str, *, to: Seen | None = None, chat: str = INTRODUCTIONS) -> Seen:
        return self._posts(text, chat, to=to)

    async def sends(self, picture: bytes, text: str = "", *, to: Seen | None = None, chat: str = INTRODUCTIONS) -> Seen:
        return self._posts(text, chat, [_picture(picture)], to)

    async def sends_album(
        self, pictures: Sequence[bytes], text: str = "", *, to: Seen | None = None, chat: str = INTRODUCTIONS
    ) -> Seen:
        return self._posts(text, chat, list(map(_picture, pictures)), to)

    async def sends_file(
        self,
        content: bytes,
        name: str,
        media_type: str,
        text: str = "",
        *,
        to: Seen | None = None,
        chat: str = INTRODUCTIONS,
    ) -> Seen:
        if len(content) > self.stage.upload_bytes:
            raise PermissionError("larger than can be attached")
        return self._posts(text, chat, [(name, content, media_type)], to)

    async def reacts(self, emoji: str, on: Seen) -> None:
        self.person.reacts(self._message(on), emoji)

    async def unreacts(self, emoji: str, on: Seen) -> None:
        self.person.unreacts(self._message(on), emoji)

    def _message(self, seen: Seen) -> SeenMessage:
        return next(one for one in self._all() if str(one.id) == seen.id)

    async def runs(self, command: str, words: str = "", *, to: Seen | None = None, chat: str = GENERAL) -> None:
        assert to is None, "a slash command answers no message here: its menu does"
        options = {self._option(command, TEXT_OPTION): words} if words else {}
        self.person.invokes(self._channel(chat), command, options)

    async def attaches(
        self, command: str, content: bytes, name: str = "cat.png", media_type: str = "image/png", *, chat: str = GENERAL
    ) -> None:
        options = {self._option(command, FILE_OPTION): (name, content, media_type)}
        self.person.invokes(self._channel(chat), command, options)

    async def asks_about(self, command: str, member: Member, said: Seen, *, chat: str = GENERAL) -> None:
        option = self._option(command, MEMBER_OPTION)
        self.person.invokes(self._channel(chat), command, {option: self.stage.person(member)})

    def _option(self, command: str, kind: int) -> str:
        spec = next(one for one in self.stage.twin.commands if one["name"] == command)
        return next(str(one["name"]) for one in objects(spec.get("options")) if one["type"] == kind)

    async def uses_menu(self, label: str, on: Seen) -> None:
        menus = [str(one["name"]) for one in self.stage.twin.commands if one.get("type") == MESSAGE_MENU]
        self.person.uses_menu(self._message(on), next(name for name in menus if name.startswith(label)))

    async def uses_menu_elsewhere(self, label: str, text: str) -> Sequence[Seen]:
        twin = self.stage.twin
        guild = twin.add_guild("Elsewhere", with_bot=False)
        channel = guild.add_channel("elsewhere")
        guild.has_long_had(self.person)
        self.person.brings_bot_along()
        said = guild.owner.posts(channel, text)
        menus = [str(one["name"]) for one in twin.commands if one.get("type") == MESSAGE_MENU]
        self.person.uses_menu(said, next(name for name in menus if name.startswith(label)))
        await self.stage.settled()
        return [self.seen(one) for one in twin.messages(channel, self.person) if one.from_bot and not one.thinking]

    async def asks_inline(self, text: str) -> Sequence[Seen]:
        raise PermissionError("Discord asks no bot while one types")

    async def asks_as_guest(self, text: str, *, to: str = "") -> Sequence[Seen]:
        raise PermissionError("Discord has no guest mode")

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

    async def fills(self, *answers: str | bytes) -> None:
        modals = await self.stage.twin.until(lambda: self.person.modals[self.filled :], PATIENCE)
        self.filled += len(modals)
        modal = modals[-1]
        given = {
            one.custom_id: [_picture(answer)]
            if isinstance(answer, bytes)
            else (answer if one.kind == TEXT_INPUT else answer.split(","))
            for one, answer in zip(modal.fields, answers, strict=True)
            if answer
        }
        self.person.submits(modal, given)

    def visible(self) -> Sequence[Seen]:
        return [self.seen(one) for one in self._all() if not one.thinking]

    def seen(self, one: SeenMessage) -> Seen:
        """A message as they see it."""
        users = self.stage.twin.hub.world.users
        labels = [button.label or button.emoji or "" for button in one.buttons]
        labels += [label for select in one.selects for label, _ in select.options]
        return Seen(
            str(one.id),
            self._read(one.text),
            one.from_bot,
            labels=tuple(labels),
            only_me=one.ephemeral or one.channel_id == self.person.user.dm_id,
            pinged=tuple(users[user].global_name or users[user].name for user in one.pinged),
            chat=str(one.channel_id),
            files=tuple(file.data for file in one.files),
            reactions=tuple(emoji for emoji, who in one.reactions.items() if self.stage.twin.bot.id in who),
            answers="" if one.reply_to is None else str(one.reply_to),
            silent=one.silent,
            author=one.author_name,
            edited=one.edited,
        )

    def _read(self, text: str) -> str:
        """A message's Markdown as it reads."""

        def name(found: re.Match[str]) -> str:
            user = self.stage.twin.hub.world.users.get(int(found[1]))
            return found[0] if user is None else f"@{user.global_name or user.name}"

        return _MARKS.sub(lambda found: found[1] or "", _MENTION.sub(name, text))


def _picture(content: bytes) -> FileTriple:
    return ("cat.png", content, "image/png")
