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
    GuestAsked,
    InlineAsked,
    JoinRequested,
    MemberJoined,
    MemberLeft,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    Private,
    PrivateOpened,
    ReactionChanged,
    Visiting,
    Where,
)
from bot.domain.refs import ChatRef, MessageRef, SpaceRef, UserRef
from bot.domain.text import RichText
from bot.ports.gateway import Intake, ParameterKind
from tests.kit.fake import ELSEWHERE, INLINE
from tests.kit.patience import PATIENCE
from tests.kit.stage import GENERAL, INTRODUCTIONS, PRIVATE, Key, Member, Seen, key_found
from tests.kit.stages.fake_forms import sheet_filled
from tests.kit.stages.fake_reading import Written, all_seen, keys_of, seen_post, seen_written, sees, target_of
from tests.kit.stages.steps import answered_step_by_step

if TYPE_CHECKING:
    from tests.kit.stages.fake import FakeStage

FIRST_CONTACT = timedelta(minutes=5)
"""For how long who asked to join can be written to."""


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

    def _event_in(self, chat: ChatRef) -> tuple[str, datetime, Where]:
        """An event in a chat of the space, or in a private one."""
        community = chat.id.startswith(f"{self.space.id}-")
        where: Where = self.stage.inside(chat, self.space) if community else Private(chat)
        return self.stage.next_key(), self._now(), where

    def _chat(self, number: str) -> ChatRef:
        """A chat by the platform's name of it, without a topic."""
        return ChatRef(self.stage.platform, number)

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
        if self.ref in members.banned:
            raise PermissionError("banned")
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
        if self.ref in members.present or self.ref in members.banned:
            raise PermissionError("inside already, or banned")
        members.asking[self.ref] = self.account
        self.stage.gateway.writable[self.ref] = self._now() + FIRST_CONTACT
        answer_in = self._chat(self.ref.id)
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
        return Attachment(self.stage.platform, locator, name, media_type, len(content), kind)

    async def _writes(self, text: str, files: tuple[Attachment, ...], to: Seen | None, chat: str) -> Seen:
        key, at, where = self._event(chat)
        space = where.space.id if isinstance(where, Community) else None
        name = where.chat_name if isinstance(where, Community) else ""
        if space is not None:
            self._check_may_write()
        if where.chat in self.stage.gateway.gone:
            raise PermissionError("that chat is gone")
        ref = MessageRef(self.stage.platform, where.chat.id, self.stage.gateway.next_id())
        answers = "" if to is None else to.id
        written = Written(ref, where.chat, self.account, text, files, answers)
        self.stage.written[ref.id] = written
        here = where.chat
        if self._intake.wants_message(space, here.id, here.topic, name, self.ref.id, text, answers or None):
            answered = MessageRef(self.stage.platform, here.id, answers) if answers else None
            posted = MessagePosted(key, at, where, (ref,), self.account, RichText.of(text), files, answered)
            await self.stage.tell(posted)
        return seen_written(self.stage, written)

    def _check_may_write(self) -> None:
        members = self.stage.members
        if self.ref not in members.present:
            raise PermissionError("not inside")
        if self.ref in members.screened or members.muted(self.ref):
            raise PermissionError("may not write")

    async def edits(self, message: Seen, text: str) -> None:
        written = self.stage.written[message.id]
        if written.author != self.account:
            raise PermissionError("somebody else's message")
        written.text, written.edited = text, True
        where = self._event_in(written.chat)
        await self.stage.tell(MessageEdited(*where, written.ref, self.account, RichText.of(text), written.attachments))

    async def deletes(self, message: Seen) -> None:
        stage = self.stage
        written = stage.written.get(message.id)
        moderates = stage.members.levels.get(self.ref, Access.EVERYONE) >= Access.MODERATOR
        if not moderates and (written is None or written.author != self.account):
            raise PermissionError("somebody else's message")
        if written is None:
            post = next(post for post in stage.gateway.posts if post.ref.id == message.id)
            stage.gateway.posts.remove(post)
            stage.gateway.change()
            chat, ref = post.chat, post.ref
        else:
            del stage.written[message.id]
            for file in written.attachments:
                stage.gateway.files.pop(file.locator, None)
            chat, ref = written.chat, written.ref
        if stage.gateway.able.tells_deletions and self._intake.wants_change(ref.chat, ref.id):
            await stage.tell(MessageDeleted(*self._event_in(chat), (ref,)))

    async def reacts(self, emoji: str, on: Seen) -> None:
        await self._changes_reaction(on, added=(emoji,))

    async def unreacts(self, emoji: str, on: Seen) -> None:
        await self._changes_reaction(on, removed=(emoji,))

    async def _changes_reaction(self, on: Seen, added: tuple[str, ...] = (), removed: tuple[str, ...] = ()) -> None:
        if self._intake.wants_change(on.chat, on.id):
            message = MessageRef(self.stage.platform, on.chat, on.id)
            where = self._event_in(self._chat(on.chat))  # no platform tells the topic here
            await self.stage.tell(ReactionChanged(*where, message, self.account, added, removed))

    # Commands

    async def runs(self, command: str, words: str = "", *, to: Seen | None = None, chat: str = GENERAL) -> None:
        answered = None if to is None else target_of(self.stage, to)
        # A reply stands where its target stands.
        where = self._event(chat)[2] if answered is None else self._event_in(answered.chat)[2]
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
        target = target_of(self.stage, on)
        await self._invokes(menu.name, self._event_in(target.chat)[2], target=target)

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

    # Where the bot is no member

    async def uses_menu_elsewhere(self, label: str, text: str) -> Sequence[Seen]:
        if not self.stage.has_user_install:
            raise PermissionError("nobody brings the bot along here")
        menus = self._intake.offering.menus
        menu = next((one for one in menus if one.visiting and one.label.default.startswith(label)), None)
        if menu is None:
            raise PermissionError(f"no {label!r} is offered elsewhere")
        here = self._chat(f"{ELSEWHERE}{self.ref.id}")
        number = self.stage.gateway.next_id()
        stranger = self.stage.account("Somebody else", None)
        ref = MessageRef(self.stage.platform, here.id, number)
        await self._invokes(menu.name, Visiting(here), target=Written(ref, here, stranger, text, ()))
        return await self._answers(here, number)

    async def asks_inline(self, text: str) -> Sequence[Seen]:
        if not self.stage.has_inline:
            raise PermissionError("the bot cannot be asked while one types")
        number = self.stage.gateway.next_id()
        here = self._chat(f"{INLINE}{number}")
        handle = self.stage.gateway.handle(self.ref, here, None)
        where = Visiting(self._chat(self.ref.id))
        await self.stage.tell(InlineAsked(self.stage.next_key(), self._now(), where, self.account, text, handle))
        return await self._answers(here, number)

    async def asks_as_guest(self, text: str, *, to: str = "") -> Sequence[Seen]:
        if not self.stage.has_guests:
            raise PermissionError("the bot cannot be asked where it has not joined")
        number = self.stage.gateway.next_id()
        here = self._chat(f"{ELSEWHERE}{self.ref.id}")
        handle = self.stage.gateway.handle(self.ref, here, None)
        asked = (self.stage.next_key(), self._now(), Visiting(here), self.account)
        await self.stage.tell(GuestAsked(*asked, RichText.of(text), handle, RichText.of(to)))
        return await self._answers(here, number)

    async def _answers(self, chat: ChatRef, since: str) -> Sequence[Seen]:
        """What the bot said in a chat since a message, once it has handled everything."""
        await self.stage.settled()
        posts = [post for post in self.stage.gateway.posts if post.chat == chat and int(post.ref.id) > int(since)]
        return [seen_post(self.stage, post) for post in posts]

    # Keys and forms

    def choices(self) -> Sequence[Key]:
        return [
            key
            for post in self.stage.gateway.posts
            if sees(self.stage, self.ref, self.space, post)
            for key in keys_of(post)
        ]

    async def finds(self, label: str) -> Key:
        return await key_found(self.stage, self, label)

    async def uses(self, key: Key, data: str | None = None) -> None:
        stage = self.stage
        if key.leads:
            stage.gateway.closed.discard(self.ref)
            await stage.tell(PrivateOpened(*self._event(PRIVATE), self.account, key.data))
            return
        ref = MessageRef(self.stage.platform, key.chat, key.message)
        number, at, where = self._event_in(self._chat(key.chat))
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
        async with asyncio.timeout(PATIENCE):
            while stage.gateway.sheets == [] or stage.gateway.sheets[-1][0] != self.ref:
                await stage.changed()
        _, sheet, chat = stage.gateway.sheets[-1]
        given = sheet_filled(sheet, answers, self._kept)
        number, at, where = self._event_in(chat)
        handle = stage.gateway.handle(self.ref, chat, None)
        rights = self._rights(where)
        await stage.tell(
            FormSubmitted(number, at, where, sheet.data, self.account, given, rights=rights, handle=handle)
        )

    # Seeing

    def visible(self) -> Sequence[Seen]:
        return all_seen(self.stage, self.ref, self.space)
