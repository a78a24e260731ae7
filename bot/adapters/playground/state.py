"""What the playground remembers: plain records, written to one JSON snapshot and read back."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from pydantic import TypeAdapter, ValidationError

from bot.adapters.playground.drawn import Drawn, DrawnFile
from bot.adapters.playground.limits import PLATFORM, Side
from bot.domain.access import Access
from bot.domain.errors import Unreadable
from bot.domain.refs import ChatRef, MessageRef, SpaceRef, UserRef


class ChatKind(StrEnum):
    """What a chat is, as the page shows it."""

    CHANNEL = "channel"
    THREAD = "thread"
    TOPIC = "topic"
    PRIVATE = "private"
    ELSEWHERE = "elsewhere"
    """Among people of a side, without the bot."""


class Service(StrEnum):
    """What the platform itself says in a chat; each is a page text's key."""

    JOINED = "service-joined"
    LEFT = "service-left"
    REMOVED = "service-removed"
    BANNED = "service-banned"
    RENAMED = "service-renamed"
    BOT_CAME = "service-bot-came"
    BOT_WENT = "service-bot-went"


BOT = "bot"
"""The bot's id among the people."""


@dataclass(slots=True)
class Person:
    """Somebody whom the page can be.

    Attributes:
        side: on which side they have this account.
        language: as their platform would tell (``zh-TW``).
        access: what the platform lets them do in their space.
        colour: 0 to 7, of their round picture.
        started: True when they opened the private chat with the bot.
    """

    id: str
    side: Side
    name: str
    handle: str
    language: str
    access: Access
    colour: int
    started: bool = False

    @property
    def ref(self) -> UserRef:
        """The account's ref."""
        return UserRef(PLATFORM, self.id)


@dataclass(slots=True)
class Membership:
    """A person in a space.

    Attributes:
        roles: ids of :class:`Role`.
        muted_until: counts while ``muted``; None is until released.
        screening: True while they have yet to solve the captcha at the door.
    """

    joined: datetime
    roles: list[str] = field(default_factory=list[str])
    muted: bool = False
    muted_until: datetime | None = None
    screening: bool = False


@dataclass(slots=True)
class Role:
    """A role that members may have. ``name`` is as an admin called it, in no particular language."""

    id: str
    name: str


@dataclass(slots=True)
class Space:
    """A community's home on one side.

    Attributes:
        asks_first: True when who wants to come in has to ask; only right.
        asking: since when by person id, of those who have asked and have had no answer.
    """

    id: str
    side: Side
    name: str
    bot_inside: bool = True
    members: dict[str, Membership] = field(default_factory=dict[str, Membership])
    banned: list[str] = field(default_factory=list[str])
    roles: list[Role] = field(default_factory=list[Role])
    asks_first: bool = False
    asking: dict[str, datetime] = field(default_factory=dict[str, datetime])

    @property
    def ref(self) -> SpaceRef:
        """The space's ref."""
        return SpaceRef(PLATFORM, self.id)


@dataclass(slots=True)
class Chat:
    """Where something can be written.

    Attributes:
        space: None for a private chat, and for one without the bot.
        parent: the channel of a thread, or None.
        owner: the person of a private chat, or None.
        staff: True when only who moderates sees it.
    """

    id: str
    topic: str | None
    side: Side
    name: str
    kind: ChatKind
    space: str | None = None
    parent: str | None = None
    owner: str | None = None
    closed: bool = False
    staff: bool = False

    @property
    def ref(self) -> ChatRef:
        """The chat's ref."""
        return ChatRef(PLATFORM, self.id, self.topic)

    @property
    def place(self) -> str:
        """Its key in the state, and its name on the wire."""
        return place_of(self.id, self.topic)


def place_of(chat: str, topic: str | None) -> str:
    """A chat's key in the state."""
    return chat if topic is None else f"{chat}/{topic}"


@dataclass(slots=True)
class Post:
    """A message.

    Attributes:
        place: the key of its chat.
        author: a person's id or :data:`BOT`.
        only: the one person who sees it, or None for all.
        used: the command that it answers in front of others, with who used it, or None.
        pinged: whom it pings.
        deleted_by: who took it away, or None while it stands; what it said is gone then.
        service: what the platform says by it, or None for what somebody said.
        reactions: person ids by emoji.
        pinned: True while it is shown above the chat, too.
    """

    id: str
    place: str
    author: str
    at: datetime
    drawn: Drawn = field(default_factory=Drawn)
    reply_to: str | None = None
    silent: bool = False
    only: str | None = None
    used: tuple[str, str] | None = None
    pinged: tuple[str, ...] = ()
    edited: bool = False
    deleted_by: str | None = None
    service: Service | None = None
    reactions: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    pinned: bool = False

    @property
    def ref(self) -> MessageRef:
        """The message's ref; a topic is no part of it."""
        return MessageRef(PLATFORM, self.place.partition("/")[0], self.id)


@dataclass(slots=True)
class KeptFile:
    """A file on the shelf and when it came."""

    file: DrawnFile
    at: datetime


@dataclass(slots=True)
class State:
    """All of it.

    Attributes:
        chats: by :attr:`Chat.place`.
        sent: the posts' ids by chat id and send key: a send that is tried again happens once.
        told: the spaces to which the bot's coming has been told.
        edition: 1 for snapshots from before roles could be changed, which kept none; 2 from before chats elsewhere.
    """

    people: dict[str, Person] = field(default_factory=dict[str, Person])
    spaces: dict[str, Space] = field(default_factory=dict[str, Space])
    chats: dict[str, Chat] = field(default_factory=dict[str, Chat])
    posts: dict[str, Post] = field(default_factory=dict[str, Post])
    files: dict[str, KeptFile] = field(default_factory=dict[str, KeptFile])
    sent: dict[str, str] = field(default_factory=dict[str, str])
    told: list[str] = field(default_factory=list[str])
    last_id: int = 0
    edition: int = 1


_SNAPSHOT: TypeAdapter[State] = TypeAdapter(State)


def packed(state: State) -> bytes:
    """The snapshot's JSON."""
    return _SNAPSHOT.dump_json(state)


def unpacked(content: bytes) -> State:
    """Reads a snapshot; raises :class:`~bot.domain.errors.Unreadable`."""
    try:
        state = _SNAPSHOT.validate_json(content)
    except ValidationError as error:
        raise Unreadable("the playground's snapshot does not read") from error
    if {space.side for space in state.spaces.values()} != set(Side):
        raise Unreadable("the playground's snapshot has no two sides")
    return state


def by_age(posts: Sequence[Post]) -> list[Post]:
    """Posts from the oldest on."""
    return sorted(posts, key=lambda post: int(post.id))
