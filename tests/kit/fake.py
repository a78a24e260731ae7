"""A platform in memory, for what the core does by itself: any capabilities, and every refusal on demand."""

import asyncio
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.domain.attachments import Attachment
from bot.domain.capabilities import Capabilities, Forms, LengthUnit, PrivateReplies, Reactions
from bot.domain.errors import Flooded
from bot.domain.events import Event, ReplyHandle
from bot.domain.locales import Locale
from bot.domain.message import As
from bot.domain.piece import ListKey, Piece, PressKey, PrivateKey, Sheet
from bot.domain.refs import ChatRef, MessageRef, Platform, SpaceRef, UserRef
from bot.domain.text import RichText, Style
from bot.ports.clock import Clock
from bot.ports.gateway import Finding, GatewayState, Intake, Portrait, Responder
from bot.ports.outcome import Delivery, Done, Outcome, Reason, Refused, Sent

FAKE = Platform("fake")

MINUTE = 60.0

INLINE, ELSEWHERE = "inline-", "elsewhere-"
"""How chats' ids begin in which the bot is no member: what is offered while one types, and one that was told of."""

EVERY_STYLE = (
    Style.BOLD | Style.ITALIC | Style.UNDERLINE | Style.STRIKE | Style.SPOILER | Style.CODE | Style.BLOCK | Style.QUOTE
)

RICH = Capabilities(
    unit=LengthUnit.CODE_POINTS,
    text=2_000,
    caption=2_000,
    styles=EVERY_STYLE,
    links=True,
    moments=True,
    cards=True,
    card_text=6_000,
    card_fields=25,
    key_columns=5,
    key_rows=5,
    keys=25,
    label=80,
    callback=100,
    lists=25,
    forms=Forms.NATIVE,
    form_fields=5,
    form_title=45,
    form_label=45,
    private_replies=PrivateReplies.EPHEMERAL,
    notice=2_000,
    reactions=Reactions.ANY,
    fixed_reactions=frozenset(),
    files=10,
    file_bytes=10_000_000,
    picture_bytes=10_000_000,
    download_bytes=25_000_000,
    speaks_as=True,
    replies=True,
    edits=True,
    deletes_others=True,
    tells_deletions=True,
    reads_all=True,
    sees_joins=True,
    holds_back=False,
    threads=True,
    native_events=True,
    finds_sent=True,
)
"""Everything that a platform can do."""

PLAIN = replace(
    RICH,
    unit=LengthUnit.UTF16,
    text=4_096,
    caption=1_024,
    moments=False,
    cards=False,
    card_text=0,
    card_fields=0,
    key_columns=8,
    key_rows=100,
    keys=100,
    label=64,
    callback=64,
    lists=0,
    forms=Forms.STEPS,
    private_replies=PrivateReplies.NOTICE,
    notice=200,
    speaks_as=False,
    tells_deletions=False,
    holds_back=True,
    finds_sent=False,
)
"""What only has keyboards, notices and step-by-step forms."""


@dataclass(slots=True)
class Post:
    """A message that stands somewhere.

    Attributes:
        only: who alone sees it, or None.
        at: when it was sent, in seconds of the clock.
    """

    ref: MessageRef
    chat: ChatRef
    piece: Piece
    only: UserRef | None = None
    key: str = ""
    edited: bool = False
    at: float = 0.0


@dataclass(slots=True)
class FakeGateway:
    """Implements :class:`bot.ports.gateway.Gateway`.

    Attributes:
        failures: raised, one after the other, by the next requests.
        failing: raised by every request while it is set.
        refusals: answered, one after the other, by the next sends.
        closed: users whose private chat is closed to the bot.
        writable: until when somebody whose private chat is closed can be written to, because they asked to join.
        reactions: the bot's own.
        called: the platform's name.
        lost: raised, one after the other, by the next sends once they were carried out: only the answer is lost.
        most_a_minute: how many messages a chat takes in a minute before it says that it is too much; None for any.
        flooded_until: when it took the next one, once it said that it was too much; in seconds of the clock.
        lacking: rights that were taken from the bot: ``webhooks``, ``pins``.
        gone: chats that were deleted.
        orphans: messages under others' names whose webhook was deleted: nobody can change them any more.
        portraits: users' pictures.
        untold: what happened while nobody listened, for the next process.
        given_ids: the last message's.
    """

    clock: Clock
    able: Capabilities = RICH
    posts: list[Post] = field(default_factory=list[Post])
    notices: list[tuple[UserRef, str]] = field(default_factory=list[tuple[UserRef, str]])
    sheets: list[tuple[UserRef, Sheet, ChatRef]] = field(default_factory=list[tuple[UserRef, Sheet, ChatRef]])
    failures: deque[Exception] = field(default_factory=deque[Exception])
    refusals: deque[Refused] = field(default_factory=deque[Refused])
    closed: set[UserRef] = field(default_factory=set[UserRef])
    writable: dict[UserRef, datetime] = field(default_factory=dict[UserRef, datetime])
    reactions: dict[MessageRef, str] = field(default_factory=dict[MessageRef, str])
    failing: Exception | None = None
    files: dict[str, bytes] = field(default_factory=dict[str, bytes])
    left: list[SpaceRef] = field(default_factory=list[SpaceRef])
    finished: int = 0
    intake: Intake | None = None
    running: asyncio.Event = field(default_factory=asyncio.Event)
    seen_change: asyncio.Event = field(default_factory=asyncio.Event)
    handles: dict[str, tuple[UserRef, ChatRef, MessageRef | None]] = field(
        default_factory=dict[str, tuple[UserRef, ChatRef, MessageRef | None]]
    )
    called: Platform = FAKE
    lost: deque[Exception] = field(default_factory=deque[Exception])
    most_a_minute: int | None = None
    flooded_until: float = 0.0
    lacking: set[str] = field(default_factory=set[str])
    gone: set[ChatRef] = field(default_factory=set[ChatRef])
    orphans: set[MessageRef] = field(default_factory=set[MessageRef])
    portraits: dict[UserRef, Portrait] = field(default_factory=dict[UserRef, Portrait])
    untold: deque[Event] = field(default_factory=deque[Event])
    given_ids: int = 1_000

    @property
    def platform(self) -> Platform:
        return self.called

    @property
    def state(self) -> GatewayState:
        return GatewayState.CONNECTED if self.running.is_set() else GatewayState.STARTING

    @property
    def findings(self) -> Sequence[Finding]:
        return ()

    async def run(self, intake: Intake) -> None:
        self.intake = intake
        self.running.set()
        while self.untold:
            await intake.accept(self.untold[0])
            self.untold.popleft()
        try:
            await asyncio.Event().wait()
        finally:
            self.running.clear()

    async def probe(self) -> Sequence[Finding]:
        return ()

    def capabilities(self, chat: ChatRef) -> Capabilities:
        return replace(self.able, speaks_as=self.able.speaks_as and "webhooks" not in self.lacking)

    def measure(self, text: RichText) -> int:
        return self.able.unit.measure(text.plain)

    def change(self) -> None:
        self.seen_change.set()
        self.seen_change = asyncio.Event()

    def next_id(self) -> str:
        self.given_ids += 1
        return str(self.given_ids)

    def fail(self) -> None:
        if self.failing is not None:
            raise self.failing
        if self.failures:
            raise self.failures.popleft()

    def post(self, chat: ChatRef, piece: Piece, *, only: UserRef | None = None, key: str = "") -> MessageRef:
        ref = MessageRef(self.called, chat.id, self.next_id())
        self.posts.append(Post(ref, chat, piece, only, key, at=self.clock.monotonic()))
        self.change()
        return ref

    async def send(self, chat: ChatRef, piece: Piece, *, key: str, since: datetime | None = None) -> Delivery:
        self.fail()
        if self.refusals:
            return self.refusals.popleft()
        user = UserRef(self.called, chat.id)
        if user in self.closed and not self._may_write_once(user):
            return Refused(Reason.CLOSED)
        if chat in self.gone or chat.whole in self.gone:
            return Refused(Reason.GONE, "no such chat")
        if isinstance(piece.speaker, As) and not self.capabilities(chat).speaks_as:
            return Refused(Reason.NO_RIGHT if self.able.speaks_as else Reason.UNSUPPORTED)
        told_apart = key and self.able.finds_sent
        known = next((post for post in self.posts if post.key == key and told_apart), None)
        if known is None:
            self._check_pace(chat)
        sent = Sent((known.ref if known is not None else self.post(chat, piece, key=key),))
        if self.lost:
            raise self.lost.popleft()
        return sent

    def _check_pace(self, chat: ChatRef) -> None:
        if self.most_a_minute is None:
            return
        since = self.clock.monotonic() - MINUTE
        lately = [post.at for post in self.posts if post.chat.whole == chat.whole and post.at > since]
        if len(lately) >= self.most_a_minute:
            self.flooded_until = self.clock.monotonic() + lately[-self.most_a_minute] - since
            raise Flooded(lately[-self.most_a_minute] - since)

    def _may_write_once(self, user: UserRef) -> bool:
        until = self.writable.get(user)
        return until is not None and self.clock.now() < until

    def _find(self, message: MessageRef) -> Post | None:
        return next((post for post in self.posts if post.ref == message), None)

    async def edit(self, message: MessageRef, piece: Piece) -> Outcome:
        self.fail()
        found = self._find(message)
        if found is None or message in self.orphans:
            return Refused(Reason.GONE)
        found.piece, found.edited = piece, True
        self.change()
        return Done()

    async def delete(self, message: MessageRef) -> Outcome:
        self.fail()
        found = self._find(message)
        if found is None:
            return Refused(Reason.GONE)
        self.posts.remove(found)
        self.change()
        return Done()

    async def react(self, message: MessageRef, emoji: str | None) -> Outcome:
        self.fail()
        if emoji is None:
            self.reactions.pop(message, None)
        else:
            self.reactions[message] = emoji
        self.change()
        return Done()

    async def fetch(self, attachment: Attachment, limit: int) -> bytes | None:
        content = self.files.get(attachment.locator)
        most = min(limit, self.able.download_bytes)
        return content if content is not None and len(content) <= most else None

    async def portrait(self, user: UserRef) -> Portrait | None:
        """A user's picture."""
        return self.portraits.get(user)

    async def private_chat(self, user: UserRef) -> ChatRef | None:
        return None if user in self.closed else ChatRef(self.called, user.id)

    def handle(self, user: UserRef, chat: ChatRef, message: MessageRef | None) -> ReplyHandle:
        token = f"handle-{len(self.handles)}"
        self.handles[token] = (user, chat, message)
        return ReplyHandle(self.called, token, self.clock.now() + timedelta(minutes=15))

    def responder(self, handle: ReplyHandle) -> Responder:
        user, chat, message = self.handles[handle.token]
        return FakeResponder(self, user, chat, message)

    def speak(self, chat: ChatRef, locale: Locale) -> None:
        """Nothing to do."""
        del chat, locale

    async def leave(self, space: SpaceRef) -> Outcome:
        self.left.append(space)
        return Done()


@dataclass(slots=True)
class FakeResponder:
    """Implements :class:`bot.ports.gateway.Responder`."""

    gateway: FakeGateway
    user: UserRef
    chat: ChatRef
    message: MessageRef | None

    async def reply(self, piece: Piece, *, private: bool) -> Delivery:
        self.gateway.fail()
        aside = private and self.gateway.able.private_replies is not PrivateReplies.EPHEMERAL
        if aside and not self.chat.id.startswith(INLINE):
            return await self.gateway.send(ChatRef(self.gateway.called, self.user.id), piece, key="")
        return Sent((self.gateway.post(self.chat, piece, only=self.user if private else None),))

    async def update(self, piece: Piece) -> Outcome:
        return Refused(Reason.GONE) if self.message is None else await self.gateway.edit(self.message, piece)

    async def open_form(self, sheet: Sheet) -> Outcome:
        if self.gateway.able.forms is not Forms.NATIVE:
            return Refused(Reason.UNSUPPORTED)
        self.gateway.sheets.append((self.user, sheet, self.chat))
        self.gateway.change()
        return Done()

    async def notice(self, text: str) -> Outcome:
        if len(text) > self.gateway.able.notice:
            return Refused(Reason.UNSUPPORTED)
        self.gateway.notices.append((self.user, text))
        self.gateway.change()
        return Done()

    async def finish(self) -> None:
        self.gateway.finished += 1


def labels_of(piece: Piece) -> tuple[str, ...]:
    """What can be pressed or picked."""
    found: list[str] = []
    for row in piece.keys:
        for key in row:
            if isinstance(key, ListKey):
                found.extend(choice.label for choice in key.choices)
            else:
                found.append(key.label)
    return tuple(found)


def data_of(piece: Piece, label: str) -> str | None:
    """What the key or option with this label brings back."""
    for row in piece.keys:
        for key in row:
            if isinstance(key, PressKey | PrivateKey) and key.label.startswith(label):
                return key.data
            if isinstance(key, ListKey):
                for choice in key.choices:
                    if choice.label.startswith(label):
                        return choice.data
    return None
