"""The platform in memory, rich or plain: for the whole bot, where no client library is to play a part."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from bot.bootstrap import Declared, Platforms
from bot.core.stations import Station
from bot.domain.access import Access
from bot.domain.attachments import Attachment, MediaKind
from bot.domain.author import Account
from bot.domain.capabilities import Capabilities, Forms, PrivateReplies
from bot.domain.events import (
    ActionPressed,
    BotAdded,
    BotRemoved,
    CommandInvoked,
    Community,
    Event,
    FormSubmitted,
    Given,
    MemberJoined,
    MemberLeft,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    Private,
    PrivateOpened,
    Where,
)
from bot.domain.form import Answer, Answers, ChoiceField, FileField
from bot.domain.refs import ChatRef, MessageRef, SpaceRef, UserRef
from bot.domain.text import RichText
from bot.ports.gateway import ParameterKind
from bot.ports.places import PlaceName
from tests.kit.clock import START
from tests.kit.fake import FAKE, RICH, FakeGateway, FakeMembers, FakePlaces, Post
from tests.kit.stage import GENERAL, INTRODUCTIONS, PRIVATE, Key, Seen, key_found
from tests.kit.stages.fake_reading import keys_of, words_of
from tests.kit.stages.time import StageClock
from tests.kit.stages.whole import Whole, config_on, everything, migrated_copy

SPACE = SpaceRef(FAKE, "club")
NEIGHBOURS = SpaceRef(FAKE, "neighbours")


@dataclass(slots=True)
class Written:
    """A message of a member."""

    ref: MessageRef
    author: Account
    text: str
    attachments: tuple[Attachment, ...]


@dataclass(slots=True)
class FakeStage:
    """Implements :class:`tests.kit.stage.Stage`."""

    name: str
    gateway: FakeGateway
    members: FakeMembers
    places: FakePlaces
    whole: Whole
    written: dict[str, Written] = field(default_factory=dict[str, Written])
    _numbers: "count[int]" = field(default_factory=lambda: count(1))

    @property
    def rich(self) -> bool:
        """Whether commands are dialogues of the platform's own, and forms as well."""
        return self.gateway.able.forms is Forms.NATIVE

    @property
    def has_menus(self) -> bool:
        return self.rich

    def where(self, chat: str, user: UserRef, space: SpaceRef = SPACE) -> Where:
        """Where something happens in one of the chats of a space."""
        if chat == PRIVATE:
            return Private(ChatRef(FAKE, user.id))
        return Community(space, self.chat(chat, space), chat)

    def chat(self, chat: str, space: SpaceRef = SPACE) -> ChatRef:
        """A chat of a space."""
        return ChatRef(FAKE, f"{space.id}-{chat}")

    def next_key(self) -> str:
        """A new event's key."""
        return f"e{next(self._numbers)}"

    async def tell(self, event: Event) -> None:
        """Tells the bot that something happened."""
        assert self.gateway.intake is not None
        await self.gateway.intake.accept(event)

    def account(self, name: str, language: str | None) -> Account:
        number = next(self._numbers)
        return Account(UserRef(FAKE, f"person{number:04}"), name, f"user{number}", language=language)

    async def newcomer(self, name: str, language: str = "en") -> "FakeMember":
        member = self._known(name, language, Access.EVERYONE, SPACE)
        await member.joins()
        return member

    async def member(self, name: str, language: str = "en", access: Access = Access.EVERYONE) -> "FakeMember":
        return self._known(name, language, access, SPACE)

    async def neighbour(self, name: str, language: str = "en") -> "FakeMember":
        member = self._known(name, language, Access.ADMIN, NEIGHBOURS)
        where = self.where(GENERAL, member.ref, NEIGHBOURS)
        await self.tell(BotAdded(self.next_key(), self.whole.clock.now(), where, "Neighbours"))
        await member.starts()
        return member

    def _known(self, name: str, language: str, access: Access, space: SpaceRef) -> "FakeMember":
        account = self.account(name, language)
        self.members.present[account.ref] = account
        self.members.levels[account.ref] = access
        if self.gateway.able.private_replies is not PrivateReplies.EPHEMERAL:
            self.gateway.closed.add(account.ref)
        return FakeMember(self, account, space)

    async def removes_bot(self) -> None:
        where = Community(SPACE, self.chat(GENERAL), GENERAL)
        await self.tell(BotRemoved(self.next_key(), self.whole.clock.now(), where))

    async def settled(self) -> None:
        await self.whole.at_rest()

    async def changed(self) -> None:
        await self.gateway.seen_change.wait()


@dataclass(slots=True)
class FakeMember:
    """Implements :class:`tests.kit.stage.Member`."""

    stage: FakeStage
    account: Account
    space: SpaceRef

    @property
    def name(self) -> str:
        return self.account.name

    @property
    def ref(self) -> UserRef:
        return self.account.ref

    def _event(self, chat: str) -> tuple[str, Where]:
        return self.stage.next_key(), self.stage.where(chat, self.ref, self.space)

    @property
    def _now(self) -> Account:
        """As they are shown now."""
        return self.account

    async def starts(self) -> None:
        self.stage.gateway.closed.discard(self.ref)
        key, where = self._event(PRIVATE)
        await self.stage.tell(PrivateOpened(key, self.stage.whole.clock.now(), where, by=self.account))
        await self.stage.settled()

    async def joins(self) -> None:
        key, where = self._event(GENERAL)
        self.stage.members.present[self.ref] = self.account
        await self.stage.tell(MemberJoined(key, self.stage.whole.clock.now(), where, member=self.account))

    async def leaves(self) -> None:
        key, where = self._event(GENERAL)
        self.stage.members.present.pop(self.ref, None)
        self.stage.members.levels.pop(self.ref, None)
        await self.stage.tell(MemberLeft(key, self.stage.whole.clock.now(), where, member=self.account))

    async def says(self, text: str, *, to: Seen | None = None, chat: str = INTRODUCTIONS) -> Seen:
        return await self._writes(text, (), to, chat)

    async def sends(self, picture: bytes, text: str = "", *, chat: str = INTRODUCTIONS) -> Seen:
        locator = f"file{len(self.stage.gateway.files)}"
        self.stage.gateway.files[locator] = picture
        sent = Attachment(FAKE, locator, "cat.png", "image/png", len(picture), MediaKind.PICTURE)
        return await self._writes(text, (sent,), None, chat)

    async def _writes(self, text: str, files: tuple[Attachment, ...], to: Seen | None, chat: str) -> Seen:
        key, where = self._event(chat)
        ref = MessageRef(FAKE, where.chat.id, self.stage.gateway.next_id())
        self.stage.written[ref.id] = Written(ref, self.account, text, files)
        intake = self.stage.gateway.intake
        assert intake is not None
        space = where.space.id if isinstance(where, Community) else None
        name = where.chat_name if isinstance(where, Community) else ""
        if intake.wants_message(space, where.chat.id, None, name, self.ref.id, text):
            now = self.stage.whole.clock.now()
            posted = MessagePosted(
                key, now, where, (ref,), self.account, RichText.of(text), files, self._ref_of(to, where)
            )
            await self.stage.tell(posted)
        return Seen(ref.id, text, by_bot=False, pictures=len(files))

    def _ref_of(self, seen: Seen | None, where: Where) -> MessageRef | None:
        return None if seen is None else MessageRef(FAKE, where.chat.id, seen.id)

    async def runs(self, command: str, words: str = "", *, to: Seen | None = None, chat: str = GENERAL) -> None:
        stage = self.stage
        answered = None if to is None else stage.written.get(to.id)
        where = self._event(chat)[1]
        if answered is not None and isinstance(where, Community):
            # A reply stands where its target stands.
            where = Community(self.space, ChatRef(FAKE, answered.ref.chat), answered.ref.chat.partition("-")[2])
        await self._invokes(command, words, where, answered)

    async def uses_menu(self, label: str, on: Seen) -> None:
        intake = self.stage.gateway.intake
        assert intake is not None
        menu = next(menu for menu in intake.offering.menus if menu.label.default.startswith(label))
        target = self.stage.written[on.id]
        where = Community(self.space, ChatRef(FAKE, target.ref.chat), target.ref.chat.partition("-")[2])
        await self._invokes(menu.name, "", where, target)

    async def _invokes(self, command: str, words: str, where: Where, target: Written | None) -> None:
        stage = self.stage
        given: tuple[Given, ...] = ()
        handle = None
        rights = None
        if stage.rich:
            handle = stage.gateway.handle(self.ref, where.chat, None)
            rights = stage.members.levels.get(self.ref, Access.EVERYONE) if isinstance(where, Community) else None
            if words:
                given = (Given(self._parameter(command), text=words),)
        await stage.tell(
            CommandInvoked(
                stage.next_key(),
                stage.whole.clock.now(),
                where,
                command,
                self.account,
                given=given,
                rest="" if stage.rich else words,
                reply_to=None if target is None else target.ref,
                target_author=None if target is None else target.author,
                target_text=RichText() if target is None else RichText.of(target.text),
                target_attachments=() if target is None else target.attachments,
                rights=rights,
                handle=handle,
            )
        )

    def _parameter(self, command: str) -> str:
        intake = self.stage.gateway.intake
        assert intake is not None
        spec = next(spec for spec in intake.offering.commands if spec.name == command)
        return next(one.name for one in spec.parameters if one.kind is ParameterKind.TEXT)

    async def edits(self, message: Seen, text: str) -> None:
        written = self.stage.written[message.id]
        written.text = text
        where = Community(self.space, ChatRef(FAKE, written.ref.chat), written.ref.chat.partition("-")[2])
        now = self.stage.whole.clock.now()
        await self.stage.tell(
            MessageEdited(self.stage.next_key(), now, where, written.ref, self.account, RichText.of(text))
        )

    async def deletes(self, message: Seen) -> None:
        written = self.stage.written.pop(message.id)
        intake = self.stage.gateway.intake
        assert intake is not None
        if self.stage.gateway.able.tells_deletions and intake.wants_change(written.ref.chat, written.ref.id):
            where = Community(self.space, ChatRef(FAKE, written.ref.chat), written.ref.chat.partition("-")[2])
            now = self.stage.whole.clock.now()
            await self.stage.tell(MessageDeleted(self.stage.next_key(), now, where, (written.ref,)))

    def _sees(self, post: Post) -> bool:
        if post.only is not None:
            return post.only == self.ref
        return post.chat.id == self.ref.id or post.chat.id.startswith(f"{self.space.id}-")

    def choices(self) -> Sequence[Key]:
        return [key for post in self.stage.gateway.posts if self._sees(post) for key in keys_of(post)]

    async def finds(self, label: str) -> Key:
        return await key_found(self.stage, self, label)

    async def uses(self, key: Key, data: str | None = None) -> None:
        stage = self.stage
        if key.leads:
            stage.gateway.closed.discard(self.ref)
            opened = PrivateOpened(
                stage.next_key(), stage.whole.clock.now(), Private(ChatRef(FAKE, self.ref.id)), self.account, key.data
            )
            await stage.tell(opened)
            return
        ref = MessageRef(FAKE, key.chat, key.message)
        where: Where = Private(ChatRef(FAKE, key.chat))
        rights = None
        if key.chat.startswith(f"{self.space.id}-"):
            where = Community(self.space, ChatRef(FAKE, key.chat), key.chat.partition("-")[2])
            rights = stage.members.levels.get(self.ref, Access.EVERYONE) if stage.rich else None
        handle = stage.gateway.handle(self.ref, where.chat, ref)
        await stage.tell(
            ActionPressed(
                stage.next_key(),
                stage.whole.clock.now(),
                where,
                key.data if data is None else data,
                self.account,
                message=ref,
                rights=rights,
                handle=handle,
            )
        )

    async def presses(self, label: str) -> None:
        await self.uses(await self.finds(label))

    async def fills(self, *answers: str) -> None:
        if not self.stage.rich:
            for answer in answers:
                await self.stage.settled()
                if answer:
                    await self.says(answer, chat=PRIVATE)
                else:
                    await self.presses("Skip")
            return
        async with asyncio.timeout(10):
            while self.stage.gateway.sheets == [] or self.stage.gateway.sheets[-1][0] != self.ref:
                await self.stage.changed()
        _, sheet, chat = self.stage.gateway.sheets[-1]
        given: list[Answer] = []
        for one, said in zip(sheet.fields, answers, strict=True):
            if isinstance(one, ChoiceField):
                picked = tuple(option.value for option in one.options if option.label in said.split(","))
                given.append(Answer(one.key, picked=picked))
            else:
                assert not isinstance(one, FileField)
                given.append(Answer(one.key, text=said))
        where: Where = Private(chat)
        if chat.id != self.ref.id:
            where = Community(self.space, chat, chat.id.partition("-")[2])
        stage = self.stage
        handle = stage.gateway.handle(self.ref, chat, None)
        rights = stage.members.levels.get(self.ref, Access.EVERYONE) if isinstance(where, Community) else None
        sent = FormSubmitted(
            stage.next_key(),
            stage.whole.clock.now(),
            where,
            sheet.data,
            self.account,
            Answers(tuple(given)),
            rights=rights,
            handle=handle,
        )
        await stage.tell(sent)

    def visible(self) -> Sequence[Seen]:
        seen = [_seen(post, self.stage) for post in self.stage.gateway.posts if self._sees(post)]
        told = [text for user, text in self.stage.gateway.notices if user == self.ref]
        return [*seen, *(Seen(f"notice{number}", text, True, only_me=True) for number, text in enumerate(told))]


def _seen(post: Post, stage: FakeStage) -> Seen:
    piece = post.piece
    names = {ref: account.name for ref, account in stage.members.present.items()}
    return Seen(
        post.ref.id,
        words_of(piece),
        by_bot=True,
        labels=tuple(key.label for key in keys_of(post)),
        pictures=len(piece.files),
        only_me=post.only is not None or not post.chat.id.startswith((SPACE.id, NEIGHBOURS.id)),
        pinged=tuple(names.get(user, "somebody") for user in piece.mentions),
    )


@asynccontextmanager
async def fake_stage(
    folder: Path,
    able: Capabilities = RICH,
    *,
    name: str = "fake",
    cogs: Declared | None = None,
    handler_seconds: float = 20.0,
    instant: float = 5.0,
    **settings: object,
) -> AsyncGenerator[FakeStage]:
    """The whole bot on the platform in memory, with a community of three chats.

    Args:
        folder: where its database is.
        able: what the platform can do.
        name: what the stage is called.
        cogs: those found, unless given.
        handler_seconds: the time limit of a handler.
        instant: pauses up to so many seconds are over at once.
        **settings: of the configuration.
    """
    clock = StageClock(START, instant=instant)
    gateway = FakeGateway(clock, able)
    members = FakeMembers()
    places = FakePlaces([PlaceName(ChatRef(FAKE, f"{SPACE.id}-{chat}"), chat) for chat in (INTRODUCTIONS, GENERAL)])
    whole = Whole(
        folder,
        clock,
        lambda: Platforms({FAKE: Station(gateway, members, places)}),
        config_on(await migrated_copy(folder), **settings),
        cogs or everything(),
        handler_seconds,
    )
    stage = FakeStage(name, gateway, members, places, whole)
    try:
        await whole.start()
        await gateway.running.wait()
        here = Community(SPACE, stage.chat(GENERAL), GENERAL)
        if not settings.get("allowed_spaces"):
            await stage.tell(BotAdded(stage.next_key(), clock.now(), here, "Cat Club", language="en"))
            await stage.settled()
        yield stage
    finally:
        await whole.stop()
