"""People of the platform in memory: what they do becomes an event, and what the bot says they see."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.domain.access import Access
from bot.domain.attachments import Attachment, MediaKind
from bot.domain.author import Account
from bot.domain.events import (
    ActionPressed,
    CommandInvoked,
    Community,
    FormSubmitted,
    Given,
    JoinRequested,
    MemberJoined,
    MemberLeft,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    Private,
    PrivateOpened,
    ReactionChanged,
    Where,
)
from bot.domain.refs import ChatRef, MessageRef, SpaceRef, UserRef
from bot.domain.text import RichText
from bot.ports.gateway import Intake, ParameterKind
from tests.kit.fake import FAKE, Post
from tests.kit.stage import GENERAL, INTRODUCTIONS, PRIVATE, Key, Member, Seen, key_found
from tests.kit.stages.fake_forms import sheet_filled
from tests.kit.stages.fake_reading import keys_of, words_of
from tests.kit.stages.steps import answered_step_by_step

if TYPE_CHECKING:
    from tests.kit.stages.fake import FakeStage

FIRST_CONTACT = timedelta(minutes=5)
"""For how long who asked to join can be written to."""


@dataclass(slots=True)
class Written:
    """A message of a member."""

    ref: MessageRef
    author: Account
    text: str
    attachments: tuple[Attachment, ...]
    answers: str = ""


@dataclass(slots=True)
class FakeMember:
    """Implements :class:`tests.kit.stage.Member`."""

    stage: "FakeStage"
    account: Account
    space: SpaceRef

    @property
    def name(self) -> str:
        return self.account.name

    @property
    def ref(self) -> UserRef:
        return self.account.ref

    @property
    def _intake(self) -> Intake:
        assert self.stage.gateway.intake is not None
        return self.stage.gateway.intake

    def _now(self) -> datetime:
        return self.stage.whole.clock.now()

    def _event(self, chat: str) -> tuple[str, datetime, Where]:
        return self.stage.next_key(), self._now(), self.stage.where(chat, self.ref, self.space)

    def _event_in(self, chat: str) -> tuple[str, datetime, Where]:
        """An event in a chat by the platform's name of it."""
        ref = ChatRef(FAKE, chat)
        community = chat.startswith(f"{self.space.id}-")
        where: Where = self.stage.inside(ref, self.space) if community else Private(ref)
        return self.stage.next_key(), self._now(), where

    def _rights(self, where: Where) -> Access | None:
        if not self.stage.rich or not isinstance(where, Community):
            return None
        return self.stage.members.levels.get(self.ref, Access.EVERYONE)

    # Coming and going

    async def starts(self) -> None:
        self.stage.gateway.closed.discard(self.ref)
        await self.stage.tell(PrivateOpened(*self._event(PRIVATE), by=self.account))
        await self.stage.settled()

    async def joins(self, *, screening: bool = False) -> None:
        members = self.stage.members
        members.present[self.ref] = self.account
        members.joined[self.ref] = self._now()
        if screening:
            members.screened.add(self.ref)
        await self.stage.tell(MemberJoined(*self._event(GENERAL), member=self.account, screening=screening))

    async def passes_screening(self) -> None:
        self.stage.members.screened.remove(self.ref)
        await self.stage.tell(MemberJoined(*self._event(GENERAL), member=self.account))

    async def asks_to_join(self) -> None:
        members = self.stage.members
        if self.ref in members.present:
            raise PermissionError("inside already")
        members.asking[self.ref] = self.account
        self.stage.gateway.writable[self.ref] = self._now() + FIRST_CONTACT
        answer_in = ChatRef(FAKE, self.ref.id)
        await self.stage.tell(JoinRequested(*self._event(GENERAL), member=self.account, answer_in=answer_in))

    async def leaves(self) -> None:
        members = self.stage.members
        members.present.pop(self.ref, None)
        members.levels.pop(self.ref, None)
        members.roles.pop(self.ref, None)
        await self.stage.tell(MemberLeft(*self._event(GENERAL), member=self.account))

    # Writing

    async def says(self, text: str, *, to: Seen | None = None, chat: str = INTRODUCTIONS) -> Seen:
        return await self._writes(text, (), to, chat)

    async def sends(self, picture: bytes, text: str = "", *, to: Seen | None = None, chat: str = INTRODUCTIONS) -> Seen:
        return await self._writes(text, (self._kept(picture),), to, chat)

    async def sends_album(
        self, pictures: Sequence[bytes], text: str = "", *, to: Seen | None = None, chat: str = INTRODUCTIONS
    ) -> Seen:
        return await self._writes(text, tuple(map(self._kept, pictures)), to, chat)

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
        return await self._writes(text, (self._kept(content, name, media_type, MediaKind.FILE),), to, chat)

    def _kept(
        self,
        content: bytes,
        name: str = "cat.png",
        media_type: str = "image/png",
        kind: MediaKind = MediaKind.PICTURE,
    ) -> Attachment:
        if len(content) > self.stage.upload_bytes:
            raise PermissionError("larger than can be sent")
        locator = f"file{self.stage.gateway.next_id()}"
        self.stage.gateway.files[locator] = content
        return Attachment(FAKE, locator, name, media_type, len(content), kind)

    async def _writes(self, text: str, files: tuple[Attachment, ...], to: Seen | None, chat: str) -> Seen:
        key, at, where = self._event(chat)
        space = where.space.id if isinstance(where, Community) else None
        name = where.chat_name if isinstance(where, Community) else ""
        if space is not None:
            self._check_may_write()
        ref = MessageRef(FAKE, where.chat.id, self.stage.gateway.next_id())
        answers = "" if to is None else to.id
        written = Written(ref, self.account, text, files, answers)
        self.stage.written[ref.id] = written
        if self._intake.wants_message(space, where.chat.id, None, name, self.ref.id, text, answers or None):
            answered = MessageRef(FAKE, where.chat.id, answers) if answers else None
            posted = MessagePosted(key, at, where, (ref,), self.account, RichText.of(text), files, answered)
            await self.stage.tell(posted)
        return self._seen_of(written)

    def _check_may_write(self) -> None:
        members = self.stage.members
        if self.ref not in members.present:
            raise PermissionError("not inside")
        if self.ref in members.screened or members.muted(self.ref):
            raise PermissionError("may not write")

    async def edits(self, message: Seen, text: str) -> None:
        written = self.stage.written[message.id]
        written.text = text
        where = self._event_in(written.ref.chat)
        await self.stage.tell(MessageEdited(*where, written.ref, self.account, RichText.of(text)))

    async def deletes(self, message: Seen) -> None:
        written = self.stage.written.pop(message.id)
        for file in written.attachments:
            self.stage.gateway.files.pop(file.locator, None)
        if self.stage.gateway.able.tells_deletions and self._intake.wants_change(written.ref.chat, written.ref.id):
            await self.stage.tell(MessageDeleted(*self._event_in(written.ref.chat), (written.ref,)))

    async def reacts(self, emoji: str, on: Seen) -> None:
        await self._changes_reaction(on, added=(emoji,))

    async def unreacts(self, emoji: str, on: Seen) -> None:
        await self._changes_reaction(on, removed=(emoji,))

    async def _changes_reaction(self, on: Seen, added: tuple[str, ...] = (), removed: tuple[str, ...] = ()) -> None:
        if self._intake.wants_change(on.chat, on.id):
            message = MessageRef(FAKE, on.chat, on.id)
            await self.stage.tell(ReactionChanged(*self._event_in(on.chat), message, self.account, added, removed))

    # Commands

    async def runs(self, command: str, words: str = "", *, to: Seen | None = None, chat: str = GENERAL) -> None:
        answered = None if to is None else self.stage.written.get(to.id)
        # A reply stands where its target stands.
        where = self._event(chat)[2] if answered is None else self._event_in(answered.ref.chat)[2]
        given: tuple[Given, ...] = ()
        if words and self.stage.rich:
            given = (Given(self._parameter(command, ParameterKind.TEXT), text=words),)
        await self._invokes(command, where, given=given, rest=words, target=answered)

    async def attaches(
        self, command: str, content: bytes, name: str = "cat.png", media_type: str = "image/png", *, chat: str = GENERAL
    ) -> None:
        where, file = self._event(chat)[2], self._kept(content, name, media_type)
        given: tuple[Given, ...] = ()
        if self.stage.rich:
            given = (Given(self._parameter(command, ParameterKind.FILE), text=name, attachment=file),)
        await self._invokes(command, where, given=given, files=(file,))

    async def asks_about(self, command: str, member: Member, said: Seen, *, chat: str = GENERAL) -> None:
        if not self.stage.rich:
            await self.runs(command, to=said, chat=chat)
            return
        account = self.stage.members.present[member.ref]
        given = Given(self._parameter(command, ParameterKind.MEMBER), text=member.name, user=account)
        await self._invokes(command, self._event(chat)[2], given=(given,))

    async def uses_menu(self, label: str, on: Seen) -> None:
        menu = next(menu for menu in self._intake.offering.menus if menu.label.default.startswith(label))
        target = self.stage.written[on.id]
        await self._invokes(menu.name, self._event_in(target.ref.chat)[2], target=target)

    async def _invokes(
        self,
        command: str,
        where: Where,
        *,
        given: tuple[Given, ...] = (),
        rest: str = "",
        files: tuple[Attachment, ...] = (),
        target: Written | None = None,
    ) -> None:
        stage = self.stage
        handle = stage.gateway.handle(self.ref, where.chat, None) if stage.rich else None
        invoked = CommandInvoked(
            stage.next_key(),
            self._now(),
            where,
            command,
            self.account,
            given=given,
            rest="" if stage.rich else rest,
            attachments=() if stage.rich else files,
            reply_to=None if target is None else target.ref,
            target_author=None if target is None else target.author,
            target_text=RichText() if target is None else RichText.of(target.text),
            target_attachments=() if target is None else target.attachments,
            rights=self._rights(where),
            handle=handle,
        )
        await stage.tell(invoked)

    def _parameter(self, command: str, kind: ParameterKind) -> str:
        spec = next(spec for spec in self._intake.offering.commands if spec.name == command)
        return next(one.name for one in spec.parameters if one.kind is kind)

    # Keys and forms

    def choices(self) -> Sequence[Key]:
        return [key for post in self.stage.gateway.posts if self._sees(post) for key in keys_of(post)]

    async def finds(self, label: str) -> Key:
        return await key_found(self.stage, self, label)

    async def uses(self, key: Key, data: str | None = None) -> None:
        stage = self.stage
        if key.leads:
            stage.gateway.closed.discard(self.ref)
            await stage.tell(PrivateOpened(*self._event(PRIVATE), self.account, key.data))
            return
        ref = MessageRef(FAKE, key.chat, key.message)
        number, at, where = self._event_in(key.chat)
        handle = stage.gateway.handle(self.ref, where.chat, ref)
        pressed = key.data if data is None else data
        rights = self._rights(where)
        await stage.tell(
            ActionPressed(number, at, where, pressed, self.account, message=ref, rights=rights, handle=handle)
        )

    async def presses(self, label: str) -> None:
        await self.uses(await self.finds(label))

    async def fills(self, *answers: str | bytes) -> None:
        stage = self.stage
        if not stage.rich:
            await answered_step_by_step(stage, self, answers)
            return
        async with asyncio.timeout(10):
            while stage.gateway.sheets == [] or stage.gateway.sheets[-1][0] != self.ref:
                await stage.changed()
        _, sheet, chat = stage.gateway.sheets[-1]
        given = sheet_filled(sheet, answers, self._kept)
        number, at, where = self._event_in(chat.id)
        handle = stage.gateway.handle(self.ref, chat, None)
        rights = self._rights(where)
        await stage.tell(
            FormSubmitted(number, at, where, sheet.data, self.account, given, rights=rights, handle=handle)
        )

    # Seeing

    def _sees(self, post: Post) -> bool:
        return self._reads(post.chat.id) if post.only is None else post.only == self.ref

    def _reads(self, chat: str) -> bool:
        inside = chat.startswith(f"{self.space.id}-") and self.ref in self.stage.members.present
        return inside or chat == self.ref.id

    def visible(self) -> Sequence[Seen]:
        seen = [self._seen(post) for post in self.stage.gateway.posts if self._sees(post)]
        seen += [self._seen_of(one) for one in self.stage.written.values() if self._reads(one.ref.chat)]
        seen.sort(key=lambda one: int(one.id))
        told = [text for user, text in self.stage.gateway.notices if user == self.ref]
        return [*seen, *(Seen(f"notice{number}", text, True, only_me=True) for number, text in enumerate(told))]

    def _seen(self, post: Post) -> Seen:
        piece = post.piece
        names = {ref: account.name for ref, account in self.stage.members.present.items()}
        own = self.stage.gateway.reactions.get(post.ref)
        return Seen(
            post.ref.id,
            words_of(piece),
            by_bot=True,
            labels=tuple(key.label for key in keys_of(post)),
            only_me=post.only is not None or "-" not in post.chat.id,
            pinged=tuple(names.get(user, "somebody") for user in piece.mentions),
            chat=post.chat.id,
            files=tuple(file.content for file in piece.files),
            reactions=() if own is None else (own,),
            answers="" if piece.reply_to is None else piece.reply_to.id,
            silent=piece.silent,
        )

    def _seen_of(self, written: Written) -> Seen:
        own = self.stage.gateway.reactions.get(written.ref)
        return Seen(
            written.ref.id,
            written.text,
            by_bot=False,
            chat=written.ref.chat,
            files=tuple(self.stage.gateway.files.get(file.locator, b"") for file in written.attachments),
            reactions=() if own is None else (own,),
            answers=written.answers,
        )
