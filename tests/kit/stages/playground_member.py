"""People of the playground, each with a page of their own."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.adapters.playground.cast import ELSEWHERE, LOBBIES
from bot.adapters.playground.cast import INTRODUCTIONS as INTRODUCTIONS_ON
from bot.adapters.playground.commands import BOT_HANDLE
from bot.adapters.playground.drawn import DrawnFile, DrawnLink, DrawnList, DrawnPress, DrawnPrivate
from bot.adapters.playground.limits import PLATFORM, Side
from bot.adapters.playground.requests import (
    AskInline,
    Command,
    Edit,
    Erase,
    FieldAnswer,
    Join,
    Leave,
    Menu,
    OpenPrivate,
    ParameterValue,
    Press,
    React,
    Request,
    Solve,
    Submit,
    Write,
)
from bot.adapters.playground.state import BOT, Person, Post
from bot.adapters.playground.tabs import Tab
from bot.adapters.playground.wire import FormTold, InlineTold, NotDone, NoticeTold, ShownField
from bot.domain.refs import UserRef
from bot.ports.gateway import ParameterKind
from tests.kit.patience import PATIENCE
from tests.kit.stage import GENERAL, INTRODUCTIONS, PRIVATE, Key, Member, Seen, key_found
from tests.kit.stages.steps import answered_step_by_step

if TYPE_CHECKING:
    from tests.kit.stages.playground import PlaygroundStage

BOT_NAME = "Cat Tax"


@dataclass(slots=True)
class PlaygroundMember:
    """Implements :class:`tests.kit.stage.Member`; what a tab was told is read out of it."""

    stage: "PlaygroundStage"
    id: str
    side: Side
    tab: Tab
    notices: list[str] = field(default_factory=list[str])
    forms: list[FormTold] = field(default_factory=list[FormTold])
    refusals: list[str] = field(default_factory=list[str])
    offered: list[InlineTold] = field(default_factory=list[InlineTold])

    @property
    def person(self) -> Person:
        return self.stage.person(self)

    @property
    def name(self) -> str:
        return self.person.name

    @property
    def ref(self) -> UserRef:
        return UserRef(PLATFORM, self.id)

    async def does(self, request: Request) -> None:
        """Asks what a page asks; raises :class:`PermissionError` when the page is told no."""
        self._read()
        await self.stage.pages.acts.do(self.tab, request)
        known = len(self.refusals)
        self._read()
        if len(self.refusals) > known:
            raise PermissionError(self.refusals[-1])

    def _read(self) -> None:
        """Takes in what the page was told."""
        while not self.tab.replies.empty():
            match self.tab.replies.get_nowait():
                case NoticeTold(text=text):
                    self.notices.append(text)
                case FormTold() as form:
                    self.forms.append(form)
                case InlineTold() as offered:
                    self.offered.append(offered)
                case NotDone(key=key):
                    self.refusals.append(key)
                case _:
                    continue

    def _nonce(self) -> str:
        return f"n{next(self.stage.numbers)}"

    async def starts(self) -> None:
        await self.does(OpenPrivate(self.side))
        await self.stage.settled()

    async def joins(self, *, screening: bool = False) -> None:
        await self.does(Join(self.side, screening))

    async def passes_screening(self) -> None:
        await self.does(Solve(self.side))

    async def asks_to_join(self) -> None:
        await self.stage.has_people_ask()
        await self.does(Join(self.side))

    async def leaves(self) -> None:
        await self.does(Leave(self.side))

    def _place(self, chat: str) -> str:
        if chat == PRIVATE:
            private = self.stage.world.private_chat(self.ref)
            assert private is not None
            return private.place
        if self.side is self.stage.side:
            if chat not in self.stage.chats:
                raise PermissionError(f"there is no {chat!r}")
            return self.stage.chats[chat]
        return INTRODUCTIONS_ON[self.side] if chat == INTRODUCTIONS else LOBBIES[self.side]

    def _kept(self, content: bytes, name: str = "cat.png", media_type: str = "image/png") -> str:
        """Uploads a file, as the page does before it sends it."""
        if len(content) > self.stage.upload_bytes:
            raise PermissionError("refused-large")
        return self.stage.world.keep(content, name, media_type).id

    async def _writes(
        self, place: str, text: str, to: Seen | None, files: tuple[str, ...] = (), *, as_files: bool = False
    ) -> Seen:
        await self.does(Write(self.side, place, text, None if to is None else to.id, files, as_files=as_files))
        return self.seen([post for post in self.stage.world.posts_in(place) if post.author == self.id][-1])

    async def says(self, text: str, *, to: Seen | None = None, chat: str = INTRODUCTIONS) -> Seen:
        return await self._writes(self._place(chat), text, to)

    async def sends(self, picture: bytes, text: str = "", *, to: Seen | None = None, chat: str = INTRODUCTIONS) -> Seen:
        return await self._writes(self._place(chat), text, to, (self._kept(picture),))

    async def sends_album(
        self, pictures: Sequence[bytes], text: str = "", *, to: Seen | None = None, chat: str = INTRODUCTIONS
    ) -> Seen:
        return await self._writes(self._place(chat), text, to, tuple(map(self._kept, pictures)))

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
        file = self._kept(content, name, media_type)
        return await self._writes(self._place(chat), text, to, (file,), as_files=True)

    async def reacts(self, emoji: str, on: Seen) -> None:
        if not self._has_reacted(emoji, on):
            await self.does(React(self.side, on.id, emoji))

    async def unreacts(self, emoji: str, on: Seen) -> None:
        if self._has_reacted(emoji, on):
            await self.does(React(self.side, on.id, emoji))

    def _has_reacted(self, emoji: str, on: Seen) -> bool:
        post = self.stage.world.post(on.id)
        return post is not None and self.id in post.reactions.get(emoji, ())

    async def runs(self, command: str, words: str = "", *, to: Seen | None = None, chat: str = GENERAL) -> None:
        place = self._place(chat)
        if self.side is Side.RIGHT:
            answered = None if to is None else self.stage.world.post(to.id)
            name = f"/{command}" if chat == PRIVATE else f"/{command}@cattax"
            await self._writes(place if answered is None else answered.place, f"{name} {words}".strip(), to)
            return
        assert to is None, "a command answers no message here: its menu does"
        given: tuple[ParameterValue, ...] = ()
        if words:
            given = (ParameterValue(self._parameter(command, ParameterKind.TEXT), words),)
        await self.does(Command(self.side, place, command, given, self._nonce()))

    async def attaches(
        self, command: str, content: bytes, name: str = "cat.png", media_type: str = "image/png", *, chat: str = GENERAL
    ) -> None:
        place, file = self._place(chat), self._kept(content, name, media_type)
        if self.side is Side.RIGHT:
            await self._writes(place, f"/{command}" if chat == PRIVATE else f"/{command}@cattax", None, (file,))
            return
        given = (ParameterValue(self._parameter(command, ParameterKind.FILE), file),)
        await self.does(Command(self.side, place, command, given, self._nonce()))

    async def asks_about(self, command: str, member: Member, said: Seen, *, chat: str = GENERAL) -> None:
        if self.side is Side.RIGHT:
            await self.runs(command, to=said, chat=chat)
            return
        given = (ParameterValue(self._parameter(command, ParameterKind.MEMBER), member.ref.id),)
        await self.does(Command(self.side, self._place(chat), command, given, self._nonce()))

    def _parameter(self, command: str, kind: ParameterKind) -> str:
        spec = next(one for one in self.stage.pages.gateway.offering.commands if one.name == command)
        return next(one.name for one in spec.parameters if one.kind is kind)

    async def uses_menu(self, label: str, on: Seen) -> None:
        menus = self.stage.pages.gateway.offering.menus
        menu = next(one for one in menus if one.label.default.startswith(label))
        post = self.stage.world.post(on.id)
        assert post is not None
        await self.does(Menu(self.side, post.place, menu.name, self._nonce(), message=post.id))

    async def uses_menu_elsewhere(self, label: str, text: str) -> Sequence[Seen]:
        if self.side is Side.RIGHT:
            raise PermissionError("messages have no menu here")
        menus = self.stage.pages.gateway.offering.menus
        menu = next(one for one in menus if one.label.default.startswith(label))
        said = await self._is_told_elsewhere(text)
        await self.does(Menu(self.side, ELSEWHERE[self.side], menu.name, self._nonce(), message=said))
        return await self._answers_elsewhere(said)

    async def asks_inline(self, text: str) -> Sequence[Seen]:
        if self.side is Side.LEFT:
            raise PermissionError("the bot cannot be asked while one types")
        nonce = self._nonce()
        await self.does(AskInline(self.side, text, nonce))
        await self.stage.settled()
        self._read()
        told = [one.text for one in self.offered if one.nonce == nonce]
        return [Seen(f"{nonce}-{number}", text, True, author=BOT_NAME) for number, text in enumerate(told)]

    async def asks_as_guest(self, text: str, *, to: str = "") -> Sequence[Seen]:
        if self.side is Side.LEFT:
            raise PermissionError("the bot cannot be asked where it has not joined")
        answered = await self._is_told_elsewhere(to) if to else None
        place = ELSEWHERE[self.side]
        await self.does(Write(self.side, place, f"@{BOT_HANDLE} {text}", answered))
        return await self._answers_elsewhere([post.id for post in self.stage.world.posts_in(place)][-1])

    async def _is_told_elsewhere(self, text: str) -> str:
        """Somebody else writes in the chat that the bot is not in; gives the message's id."""
        place = ELSEWHERE[self.side]
        await self.stage.keeper.does(Write(self.side, place, text))
        return [post.id for post in self.stage.world.posts_in(place)][-1]

    async def _answers_elsewhere(self, since: str) -> Sequence[Seen]:
        await self.stage.settled()
        here = [one for one in self.visible() if one.chat == ELSEWHERE[self.side] and one.by_bot]
        return [one for one in here if int(one.id) > int(since)]

    async def edits(self, message: Seen, text: str) -> None:
        await self.does(Edit(self.side, message.id, text))

    async def deletes(self, message: Seen) -> None:
        await self.does(Erase(self.side, message.id))

    def _all(self) -> list[Post]:
        world = self.stage.world
        return [
            post
            for chat in world.chats
            if chat.side is self.side and world.can_read(self.person, chat)
            for post in world.posts_in(chat.place)
            if post.deleted_by is None and post.only in {None, self.id} and post.service is None
        ]

    def choices(self) -> Sequence[Key]:
        return [key for post in sorted(self._all(), key=lambda one: int(one.id)) for key in _keys(post)]

    async def finds(self, label: str) -> Key:
        return await key_found(self.stage, self, label)

    async def uses(self, key: Key, data: str | None = None) -> None:
        pressed = key.data if data is None else data
        if key.leads:
            await self.does(OpenPrivate(self.side, pressed))
            return
        await self.does(Press(self.side, key.message, pressed, self._nonce()))

    async def presses(self, label: str) -> None:
        await self.uses(await self.finds(label))

    async def fills(self, *answers: str | bytes) -> None:
        if self.side is Side.RIGHT:
            await answered_step_by_step(self.stage, self, answers)
            return
        async with asyncio.timeout(PATIENCE):
            self._read()
            while not self.forms:
                await self.stage.changed()
                self._read()
        form = self.forms.pop()
        given = tuple(self._answer(one, said) for one, said in zip(form.fields, answers, strict=True))
        await self.does(Submit(self.side, form.form, form.data, given, self._nonce()))

    def visible(self) -> Sequence[Seen]:
        self._read()
        posts = [self.seen(post) for post in sorted(self._all(), key=lambda one: int(one.id))]
        told = [Seen(f"notice{number}", text, True, only_me=True) for number, text in enumerate(self.notices)]
        return [*posts, *told]

    def seen(self, post: Post) -> Seen:
        """A message as they see it."""
        chat = self.stage.world.chat(post.place)
        people = {person.id: person.name for person in self.stage.world.people}
        words = [post.drawn.plain]
        if post.drawn.card is not None:
            card = post.drawn.card
            words += [card.title, "".join(str(part) for part in card.body), card.footer]
        return Seen(
            post.id,
            "\n".join(word for word in words if word),
            post.author == BOT,
            labels=tuple(key.label for key in _keys(post)),
            only_me=post.only is not None or (chat is not None and chat.owner is not None),
            pinged=tuple(people.get(one, one) for one in post.pinged),
            chat=post.place,
            files=tuple(map(self._content, post.drawn.files)),
            reactions=tuple(emoji for emoji, who in post.reactions.items() if BOT in who),
            answers=post.reply_to or "",
            silent=post.silent,
            author=post.drawn.speaker or people.get(post.author, BOT_NAME),
            edited=post.edited,
        )

    def _content(self, file: DrawnFile) -> bytes:
        known = self.stage.contents.get(file.id)
        if known is None:
            known = self.stage.contents[file.id] = self.stage.world.content(file.id) or b""
        return known

    def _answer(self, one: ShownField, given: str | bytes) -> FieldAnswer:
        if isinstance(given, bytes):
            return FieldAnswer(one.key, files=(self._kept(given),))
        match one.kind:
            case "text":
                return FieldAnswer(one.key, text=given)
            case "choice":
                labels = given.split(",")
                return FieldAnswer(one.key, picked=tuple(value for value, label, _ in one.options if label in labels))
            case "file":
                assert given == "", f"{one.label!r} takes files"
                return FieldAnswer(one.key)


def _keys(post: Post) -> list[Key]:
    found: list[Key] = []
    for row in post.drawn.keys:
        for key in row:
            match key:
                case DrawnPress(label=label, data=data):
                    found.append(Key(label, post.place, post.id, data))
                case DrawnPrivate(label=label, data=data):
                    found.append(Key(label, post.place, post.id, data, leads=True))
                case DrawnList(choices=choices):
                    found += [Key(one.label, post.place, post.id, one.data, picks=True) for one in choices]
                case DrawnLink():
                    continue
    return found
