"""Telegram: the unmodified python-telegram-bot against the twin, in a forum with a topic for introductions."""

from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from bot.adapters.telegram.gateway import TelegramGateway
from bot.adapters.telegram.names import PLATFORM
from bot.bootstrap import Platforms
from bot.core.stations import Station
from bot.domain.access import Access
from bot.domain.refs import UserRef
from tests.kit.stage import GENERAL, INTRODUCTIONS, PRIVATE, Key, Seen, key_found
from tests.kit.stages.time import StageClock, real_start
from tests.kit.stages.whole import Whole, config_on, everything, migrated_copy
from tests.twins.telegram import Group, Person, Post, TelegramTwin, Topic, Waiting
from tests.twins.telegram.methods.answers import CallbackAnswer

LANGUAGES = {"zh-Hans": "zh-hans", "zh-Hant": "zh-hant"}
RIGHTS = {
    Access.ADMIN: ("can_manage_chat", "can_change_info", "can_delete_messages", "can_restrict_members"),
    Access.MODERATOR: ("can_manage_chat", "can_delete_messages", "can_restrict_members"),
    Access.ORGANISER: ("can_manage_chat", "can_manage_topics"),
}


@dataclass(slots=True)
class TelegramStage:
    """Implements :class:`tests.kit.stage.Stage`.

    Attributes:
        posts: every message with keys that somebody looked at, by chat and id: it can be pressed when it is gone.
    """

    twin: TelegramTwin
    group: Group
    topic: Topic | None
    whole: Whole
    posts: dict[tuple[str, str], Post] = field(default_factory=dict[tuple[str, str], Post])

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

    async def newcomer(self, name: str, language: str = "en") -> "TelegramMember":
        member = TelegramMember(self, self._user(name, language), self.group, self.topic)
        await member.joins()
        return member

    def _user(self, name: str, language: str) -> Person:
        return self.twin.add_user(name, LANGUAGES.get(language, language))

    async def member(self, name: str, language: str = "en", access: Access = Access.EVERYONE) -> "TelegramMember":
        return self._placed(self._user(name, language), access, self.group, self.topic)

    def _placed(self, user: Person, access: Access, group: Group, topic: Topic | None) -> "TelegramMember":
        group.had_before(user)
        if access is not Access.EVERYONE:
            group.make_admin(user, rights=RIGHTS[access])
        return TelegramMember(self, user, group, topic)

    async def neighbour(self, name: str, language: str = "en") -> "TelegramMember":
        group = self.twin.add_group("Neighbours")
        group.add_bot(admin=True)
        await self.settled()
        member = self._placed(self._user(name, language), Access.ADMIN, group, None)
        await member.starts()
        return member

    async def removes_bot(self) -> None:
        self.group.remove_bot()

    async def settled(self) -> None:
        await self.twin.until(lambda: not self.twin.updates_pending, 10, "all updates confirmed")
        await self.whole.at_rest(lambda: not self.twin.updates_pending)

    async def changed(self) -> None:
        await self.twin.world.changed.wait()


@dataclass(slots=True)
class TelegramMember:
    """Implements :class:`tests.kit.stage.Member`."""

    stage: TelegramStage
    person: Person
    group: Group
    topic: Topic | None
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

    async def joins(self) -> None:
        self.group.join(self.person)

    async def leaves(self) -> None:
        self.group.leave(self.person)

    def _posts(self, text: str, chat: str, to: Post | None = None, photo: bytes | None = None) -> Post:
        if chat == PRIVATE:
            return self.person.posts(self.person.private, text, reply_to=to, photo=photo)
        topic = self.topic if chat == INTRODUCTIONS else None
        return self.person.posts(self.group, text, reply_to=to, topic=topic, photo=photo)

    async def says(self, text: str, *, to: Seen | None = None, chat: str = INTRODUCTIONS) -> Seen:
        return self._seen(self._posts(text, chat, self._post(to)))

    async def sends(self, picture: bytes, text: str = "", *, chat: str = INTRODUCTIONS) -> Seen:
        return self._seen(self._posts(text, chat, photo=picture))

    def _post(self, seen: Seen | None) -> Post | None:
        if seen is None:
            return None
        return next(post for post in self._all() if str(post.id) == seen.id)

    async def runs(self, command: str, words: str = "", *, to: Seen | None = None, chat: str = GENERAL) -> None:
        name = f"/{command}" if chat == PRIVATE else f"/{command}@{self.stage.bot_name}"
        self._posts(f"{name} {words}".strip(), chat, self._post(to))

    async def uses_menu(self, label: str, on: Seen) -> None:
        raise AssertionError(f"messages have no menu here to press {label!r} in")

    async def edits(self, message: Seen, text: str) -> None:
        post = self._post(message)
        assert post is not None
        self.person.edits(post, text)

    async def deletes(self, message: Seen) -> None:
        post = self._post(message)
        assert post is not None
        self.person.deletes(post)

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

    async def fills(self, *answers: str) -> None:
        for answer in answers:
            await self.stage.settled()
            if answer:
                await self.says(answer, chat=PRIVATE)
            else:
                await self.presses("Skip")

    def visible(self) -> Sequence[Seen]:
        notices = [press.answer.text for press in self.pressed if press.answer is not None and press.answer.text]
        return [
            *map(self._seen, self._all()),
            *(Seen(f"notice{number}", text, True, only_me=True) for number, text in enumerate(notices)),
        ]

    def _seen(self, post: Post) -> Seen:
        return Seen(
            str(post.id),
            # A word joiner behind an @ keeps a client from making a mention of it; nobody sees it.
            post.text.replace("\u2060", ""),
            post.by_bot,
            labels=tuple(button.label for row in post.buttons for button in row),
            pictures=int(post.file is not None),
            only_me=post.chat_id == self.person.id,
            pinged=tuple(self.stage.twin.person(user).name for user in post.pinged),
        )


@asynccontextmanager
async def telegram_stage(
    folder: Path, *, forum: bool = True, supergroup: bool = True, instant: float = 5.0, **settings: object
) -> AsyncGenerator[TelegramStage]:
    """The whole bot on the Telegram twin, as an admin of a group.

    Args:
        folder: where its database is.
        forum: False for a group without topics, whose newcomers introduce themselves where everybody talks.
        supergroup: False for a basic group.
        instant: pauses up to so many seconds are over at once.
        **settings: of the configuration.
    """
    clock = StageClock(real_start(), instant=instant)
    async with TelegramTwin(clock=clock.seconds, privacy=False) as twin:
        group = twin.add_group("Cat Club", supergroup=supergroup, forum=forum)
        gateways: list[TelegramGateway] = []

        def build() -> Platforms:
            gateway = TelegramGateway(
                token=twin.token, clock=clock, api_base=twin.api_base, answer_within=5.0, poll_for=5
            )
            gateways.append(gateway)
            return Platforms({PLATFORM: Station(gateway, gateway.members, gateway.places)})

        whole = Whole(folder, clock, build, config_on(await migrated_copy(folder), **settings), everything())
        try:
            await whole.start()
            group.add_bot(admin=True)
            stage = TelegramStage(twin, group, group.add_topic("introductions") if forum else None, whole)
            await stage.settled()
            yield stage
            # What is still at work would wait for a platform that is not there any more.
            await stage.settled()
            assert twin.violations == []
        finally:
            await whole.stop()
            for gateway in gateways:
                await gateway.close()
