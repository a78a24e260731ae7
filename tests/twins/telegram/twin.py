"""The twin itself: a world, a server on it, and the surface for scripts."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count
from types import TracebackType
from typing import Self

from tests.kit.patience import PATIENCE
from tests.twins.telegram.calls import Call
from tests.twins.telegram.chronicle import Chronicle
from tests.twins.telegram.faults import Faults
from tests.twins.telegram.jsons import Json
from tests.twins.telegram.methods.answers import Answers
from tests.twins.telegram.methods.compose import Composer
from tests.twins.telegram.methods.delivery import Delivery
from tests.twins.telegram.methods.editing import Editing
from tests.twins.telegram.methods.members import Members
from tests.twins.telegram.methods.profile import Profile, scope_key
from tests.twins.telegram.methods.sending import MediaIntake, Sending
from tests.twins.telegram.methods.topics import Topics
from tests.twins.telegram.people import Person
from tests.twins.telegram.places import Channel, Chat, Group
from tests.twins.telegram.rates import Rates
from tests.twins.telegram.refusals import Refused
from tests.twins.telegram.seen import Post
from tests.twins.telegram.server import Request, Server
from tests.twins.telegram.stage import Seen, Stage
from tests.twins.telegram.updates import Updates
from tests.twins.telegram.webhook import Webhook
from tests.twins.telegram.world import ChatState, MemberState, Signal, UserState, World

BOT_ID = 7_000_000_001
TOKEN = f"{BOT_ID}:AAtwin-only-never-a-real-token-0000"


@dataclass(frozen=True, slots=True)
class _Parts:
    """What the twin is wired from."""

    world: World
    updates: Updates
    chronicle: Chronicle
    answers: Answers
    profile: Profile
    server: Server
    webhook: Webhook


class TelegramTwin:
    """A Bot API server for one bot on loopback; see the package's docstring for how to script it."""

    def __init__(
        self,
        *,
        clock: Callable[[], float] = time.time,
        privacy: bool = True,
        username: str = "cat_tax_twin_bot",
        port: int = 0,
    ) -> None:
        """Build a world with nobody in it.

        Args:
            clock: Unix time in seconds; message dates, windows and expiries follow it.
            privacy: The bot's privacy mode.
            username: The bot's name, without @.
            port: 0 takes a free one.
        """
        self.token = TOKEN
        self.faults = Faults()
        self.violations: list[str] = []
        self._port = port
        self._user_ids = count(500_000_001)
        self._group_ids = count(1)
        self._parts = self._wire(clock, privacy, username)
        self._stage = Stage(self._parts.world, self._parts.updates, self._parts.chronicle, self._parts.answers)
        self._people: dict[int, Person] = {}

    def _wire(self, clock: Callable[[], float], privacy: bool, username: str) -> _Parts:
        world = World(clock, UserState(BOT_ID, "Cat Tax", username, is_bot=True), privacy)
        world.users[BOT_ID] = world.bot
        updates = Updates(world.changed)
        chronicle = Chronicle(world, updates)
        composer = Composer(world, chronicle, self.token, self.violations)
        media = MediaIntake(composer)
        answers, profile = Answers(composer), Profile(world)
        server = Server(world, self.token, self.faults, self.violations)
        webhook = Webhook(updates, lambda: world.now, self._follow_up)
        for area in (
            Sending(composer, media, count(1)),
            Editing(composer, media),
            Members(world, chronicle, count(1)),
            Topics(world, chronicle),
            profile,
            answers,
            Delivery(world, updates, webhook),
        ):
            server.handlers.update(area.methods())
        return _Parts(world, updates, chronicle, answers, profile, server, webhook)

    async def __aenter__(self) -> Self:
        await self._parts.server.start(self._port)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._parts.webhook.stop()
        self._parts.updates.end_poll()
        await self._parts.server.stop()

    async def _follow_up(self, method: str, parameters: Json) -> None:
        try:
            await self._parts.server.carry_out(Call(method, parameters))
        except Refused as refusal:
            # The bot never learns of it, on the real platform neither; the test should.
            self.violations.append(f"{method} in a webhook's answer: {refusal.description}")

    # Where it is

    @property
    def api_base(self) -> str:
        """E.g. `http://127.0.0.1:40123`; `base_url` is this plus `/bot`, `base_file_url` plus `/file/bot`."""
        return f"http://127.0.0.1:{self._parts.server.port}"

    @property
    def bot(self) -> UserState:
        """The bot's own user."""
        return self._parts.world.bot

    @property
    def world(self) -> World:
        """The state itself, for what the surface does not show."""
        return self._parts.world

    @property
    def privacy(self) -> bool:
        """Privacy mode; may be switched while it runs."""
        return self._parts.world.privacy

    @privacy.setter
    def privacy(self, value: bool) -> None:
        self._parts.world.privacy = value

    @property
    def guest_mode(self) -> bool:
        """Whether BotFather was told to let the bot be asked where it is not; switch it before the bot starts."""
        return self._parts.world.guest_mode

    @guest_mode.setter
    def guest_mode(self, value: bool) -> None:
        self._parts.world.guest_mode = value

    def limit(self, *, a_minute: int | None = 20, a_second: int | None = 1, edits_a_minute: int | None = None) -> Rates:
        """Switch flood control on, by the twin's clock; see `rates`. Without it everything is taken."""
        self._parts.world.rates = Rates(a_minute, a_second, edits_a_minute)
        return self._parts.world.rates

    @property
    def query_lifetime(self) -> float:
        """Seconds in which a pressed button or an inline query can be answered."""
        return self._parts.answers.lifetime

    @query_lifetime.setter
    def query_lifetime(self, seconds: float) -> None:
        self._parts.answers.lifetime = seconds

    # People and places

    def add_user(self, name: str, language_code: str = "en", username: str = "", *, is_bot: bool = False) -> Person:
        """A new user, who has not met the bot."""
        state = UserState(next(self._user_ids), name, username, language_code, is_bot=is_bot)
        self.world.users[state.id] = state
        private = ChatState(state.id, "private")
        self.world.chats[private.id] = private
        person = Person(self._stage, state, Chat(self._stage, private))
        self._people[state.id] = person
        return person

    def person(self, user_id: int) -> Person:
        """The scripted user of an id."""
        return self._people[user_id]

    def add_group(self, title: str, *, supergroup: bool = True, forum: bool = False, username: str = "") -> Group:
        """A new group with an owner and without the bot."""
        number = next(self._group_ids)
        owner = self.add_user(f"Owner of {title}")
        chat_id = -1_001_000_000_000 - number if supergroup or forum else -4_000_000_000 - number
        chat = ChatState(chat_id, "supergroup" if supergroup or forum else "group", title, username, forum)
        chat.members[owner.id] = MemberState(owner.id, "creator")
        next(chat.message_ids)  # 1 is the topic that every forum has, and no message's
        self.world.chats[chat.id] = chat
        return Group(self._stage, chat, owner.id)

    def add_channel(self, title: str) -> Channel:
        """A new channel, without the bot."""
        chat = ChatState(-1_003_000_000_000 - next(self._group_ids), "channel", title)
        self.world.chats[chat.id] = chat
        return Channel(self._stage, chat)

    # Reading

    def messages(self, chat: Chat, viewer: Person | None = None) -> list[Post]:
        """The messages of a chat in order, service messages included; none for a viewer who is not in it."""
        if viewer is not None:
            inside = chat.id == viewer.id or chat.state.member(viewer.id).present
            if not inside:
                return []
        return chat.messages

    def had_commands(self, scope: str, language: str, menu: Sequence[tuple[str, str]]) -> None:
        """A command menu was set long ago, by an earlier process of the bot."""
        self._parts.profile.had_commands((scope_key({"type": scope}), language), menu)

    def commands(self, scope: str | Json = "default", language: str = "") -> list[tuple[str, str]]:
        """A command menu as it was set: names with descriptions.

        Args:
            scope: The type of a simple scope, or the whole scope.
            language: Two letters, or empty for everybody else's.
        """
        key = scope_key({"type": scope} if isinstance(scope, str) else scope)
        return list(self._parts.profile.commands.get((key, language), []))

    def menu(self, person: Person, chat: Chat) -> list[tuple[str, str]]:
        """The command menu a person really sees in a chat: the narrowest scope, first in their language."""
        place = chat.state.member(person.id)
        scopes: list[Json] = []
        if chat.state.kind == "private":
            scopes = [{"type": "chat", "chat_id": chat.id}, {"type": "all_private_chats"}]
        else:
            scopes.append({"type": "chat_member", "chat_id": chat.id, "user_id": person.id})
            if place.admin:
                scopes.append({"type": "chat_administrators", "chat_id": chat.id})
            scopes.append({"type": "chat", "chat_id": chat.id})
            if place.admin:
                scopes.append({"type": "all_chat_administrators"})
            scopes.append({"type": "all_group_chats"})
        scopes.append({"type": "default"})
        for scope in scopes:
            for language in (person.state.language_code[:2], ""):
                if found := self.commands(scope, language):
                    return found
        return []

    def words(self, what: str, language: str = "") -> str:
        """The bot's `name`, `description` or `short_description` in a language, empty when not set."""
        return self._parts.profile.words.get((what, language), "")

    @property
    def requests(self) -> list[Request]:
        """All calls of the bot in order, but `getUpdates`."""
        return self._parts.server.requests

    def calls(self, method: str) -> list[Request]:
        """The calls of one method."""
        return [request for request in self.requests if request.method == method]

    @property
    def counts(self) -> Counter[str]:
        """How often each method was called, `getUpdates` and `file` (downloads) too."""
        return self._parts.server.counts

    async def until(self, predicate: Callable[[], Seen], timeout: float = PATIENCE, what: str = "") -> Seen:
        """Wait until a predicate's value is true, and return that; woken by every change.

        Raises:
            TimeoutError: With the last calls of the bot and its violations.
        """
        try:
            return await self._stage.until(predicate, timeout, what)
        except TimeoutError as error:
            last = [(one.method, one.refused) for one in self.requests[-8:]]
            raise TimeoutError(f"{error}; last calls {last}; violations {self.violations}") from None

    # Updates

    @property
    def updates(self) -> Updates:
        """The queue, for benches and floods."""
        return self._parts.updates

    @property
    def webhook(self) -> Webhook:
        """The webhook, set or not."""
        return self._parts.webhook

    @property
    def updates_pending(self) -> int:
        """How many updates the bot has not confirmed."""
        return self._parts.updates.pending

    def repeat_last_update(self) -> None:
        """Tell the newest update once more, with its id."""
        self._parts.updates.repeat_last()

    def hold(self) -> None:
        """Keep new updates back."""
        self._parts.updates.holding = True

    def release(self, order: Sequence[int] | None = None) -> None:
        """Let the held updates go, in the order given by their positions."""
        self._parts.updates.release(order)


__all__ = ["BOT_ID", "TOKEN", "Signal", "TelegramTwin"]
