"""People on the Telegram twin."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from bot.adapters.telegram.names import PLATFORM
from bot.domain.refs import UserRef
from tests.kit.patience import PATIENCE
from tests.kit.stage import GENERAL, INTRODUCTIONS, PRIVATE, Key, Member, Seen, key_found
from tests.kit.stages.steps import answered_step_by_step
from tests.twins.telegram import Document, Group, Person, Post, Topic, Waiting
from tests.twins.telegram.methods.answers import CallbackAnswer

if TYPE_CHECKING:
    from tests.kit.stages.telegram import TelegramStage


@dataclass(slots=True)
class TelegramMember:
    """Implements :class:`tests.kit.stage.Member`."""

    stage: "TelegramStage"
    person: Person
    group: Group
    topics: dict[str, Topic]
    pressed: list[Waiting[CallbackAnswer]] = field(default_factory=list[Waiting[CallbackAnswer]])

    @property
    def name(self) -> str:
        return self.person.name

    @property
    def ref(self) -> UserRef:
        return UserRef(PLATFORM, str(self.person.id))

    async def starts(self) -> None:
        self.person.starts()
        await self.stage.settled()

    async def joins(self, *, screening: bool = False) -> None:
        captcha = self.stage.captcha if screening else None
        self.group.join(self.person)
        if captcha is not None:
            self.group.hold_back(self.person, captcha)

    async def passes_screening(self) -> None:
        self.group.let_speak(self.person, self.stage.captcha)

    async def asks_to_join(self) -> None:
        self.group.require_requests()
        self.group.request_to_join(self.person)

    async def leaves(self) -> None:
        self.group.leave(self.person)

    def _posts(
        self,
        text: str,
        chat: str,
        to: Seen | None = None,
        *,
        photo: bytes | None = None,
        album: Sequence[bytes] = (),
        document: Document | None = None,
    ) -> Post:
        private = chat == PRIVATE
        if self.topics and chat not in {*self.topics, GENERAL, PRIVATE}:
            raise PermissionError(f"there is no {chat!r}")
        return self.person.posts(
            self.person.private if private else self.group,
            text,
            reply_to=None if to is None else self._post(to),
            topic=None if private else self.topics.get(chat),
            photo=photo,
            album=album,
            document=document,
        )

    async def says(self, text: str, *, to: Seen | None = None, chat: str = INTRODUCTIONS) -> Seen:
        return self.seen(self._posts(text, chat, to))

    async def sends(self, picture: bytes, text: str = "", *, to: Seen | None = None, chat: str = INTRODUCTIONS) -> Seen:
        return self.seen(self._posts(text, chat, to, photo=picture))

    async def sends_album(
        self, pictures: Sequence[bytes], text: str = "", *, to: Seen | None = None, chat: str = INTRODUCTIONS
    ) -> Seen:
        return self.seen(self._posts(text, chat, to, album=pictures))

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
            raise PermissionError("larger than can be sent")
        return self.seen(self._posts(text, chat, to, document=(name, content, media_type)))

    async def reacts(self, emoji: str, on: Seen) -> None:
        self.person.reacts(self._post(on), emoji)

    async def unreacts(self, emoji: str, on: Seen) -> None:
        post = self._post(on)
        self.person.reacts(post, *(one for one in post.reactions.get(self.person.id, ()) if one != emoji))

    def _post(self, seen: Seen) -> Post:
        return next(post for post in self._all() if (str(post.chat_id), str(post.id)) == (seen.chat, seen.id))

    async def runs(self, command: str, words: str = "", *, to: Seen | None = None, chat: str = GENERAL) -> None:
        self._posts(f"{self._typed(command, chat)} {words}".strip(), chat, to)

    async def attaches(
        self, command: str, content: bytes, name: str = "cat.png", media_type: str = "image/png", *, chat: str = GENERAL
    ) -> None:
        typed = self._typed(command, chat)
        if name == "cat.png":
            self._posts(typed, chat, photo=content)
        else:
            self._posts(typed, chat, document=(name, content, media_type))

    async def asks_about(self, command: str, member: Member, said: Seen, *, chat: str = GENERAL) -> None:
        await self.runs(command, to=said, chat=chat)

    def _typed(self, command: str, chat: str) -> str:
        return f"/{command}" if chat == PRIVATE else f"/{command}@{self.stage.bot_name}"

    async def uses_menu(self, label: str, on: Seen) -> None:
        raise AssertionError(f"messages have no menu here to press {label!r} in")

    async def uses_menu_elsewhere(self, label: str, text: str) -> Sequence[Seen]:
        raise PermissionError("messages have no menu here")

    async def asks_inline(self, text: str) -> Sequence[Seen]:
        results = await self.person.asks_inline(text).results()
        return [Seen(one.id, one.text, True, author=self.stage.twin.bot.first_name) for one in results]

    async def asks_as_guest(self, text: str, *, to: str = "") -> Sequence[Seen]:
        elsewhere = self.stage.twin.add_group("Elsewhere")
        elsewhere.had_before(self.person)
        about = None
        if to:
            other = self.stage.twin.add_user("Somebody")
            elsewhere.had_before(other)
            about = other.posts(elsewhere, to)
        asked = self.person.asks_guest(elsewhere, f"@{self.stage.bot_name} {text}", reply_to=about)
        said = await asked.answered(PATIENCE)
        return [Seen(said.id, said.text, True, author=self.stage.twin.bot.first_name)]

    async def edits(self, message: Seen, text: str) -> None:
        self.person.edits(self._post(message), text)

    async def deletes(self, message: Seen) -> None:
        self.person.deletes(self._post(message))

    def _all(self) -> list[Post]:
        inside = self.group.messages if self.group.is_member(self.person) else []
        return [*inside, *self.person.private.messages]

    def choices(self) -> Sequence[Key]:
        found: list[Key] = []
        for post in self._all():
            name = (str(post.chat_id), str(post.id))
            for row in post.buttons:
                for button in row:
                    link = urlsplit(button.url)
                    if button.data:
                        found.append(Key(button.label, *name, button.data))
                    elif link.path == f"/{self.stage.bot_name}":
                        payload = parse_qs(link.query).get("start", [""])[0]
                        found.append(Key(button.label, *name, payload, leads=True))
            if post.buttons:
                self.stage.posts[name] = post
        return found

    async def finds(self, label: str) -> Key:
        return await key_found(self.stage, self, label)

    async def uses(self, key: Key, data: str | None = None) -> None:
        if key.leads:
            self.person.starts(key.data)
            return
        post = self.stage.posts[key.chat, key.message]
        self.pressed.append(self.person.presses(post, data=key.data if data is None else data))

    async def presses(self, label: str) -> None:
        await self.uses(await self.finds(label))

    async def fills(self, *answers: str | bytes) -> None:
        await answered_step_by_step(self.stage, self, answers)

    def visible(self) -> Sequence[Seen]:
        notices = [press.answer.text for press in self.pressed if press.answer is not None and press.answer.text]
        return [
            *map(self.seen, self._all()),
            *(Seen(f"notice{number}", text, True, only_me=True) for number, text in enumerate(notices)),
        ]

    def seen(self, post: Post) -> Seen:
        """A message as they see it."""
        return Seen(
            str(post.id),
            # A word joiner behind an @ keeps a client from making a mention of it; nobody sees it.
            post.text.replace("\u2060", ""),
            post.by_bot,
            labels=tuple(button.label for row in post.buttons for button in row),
            only_me=post.chat_id == self.person.id,
            pinged=tuple(self.stage.twin.person(user).name for user in post.pinged),
            chat=str(post.chat_id),
            files=() if post.file is None else (post.file.content,),
            reactions=post.reactions.get(self.stage.twin.bot.id, ()),
            answers="" if post.reply_to is None else str(post.reply_to.id),
            silent=post.silent,
            author=post.author,
            edited=post.edited,
        )
