"""What the twin knows: users, chats, members, messages, files. Plain state, changed by people and by the bot."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import Literal

from tests.twins.telegram.files import Files
from tests.twins.telegram.jsons import Json
from tests.twins.telegram.rates import Rates
from tests.twins.telegram.refusals import Refused, bad, forbidden, upgraded

ChatKind = Literal["private", "group", "supergroup", "channel"]
Status = Literal["creator", "administrator", "member", "restricted", "left", "kicked"]

LINKED_CHANNEL_POSTER = 777000
ANONYMOUS_ADMIN = 1087968824
CHANNEL_POSTER = 136817688
FIRST_CONTACT_WINDOW = 300.0  # seconds a bot may write to the author of a join request

# https://core.telegram.org/bots/api#chatadministratorrights
RIGHTS = frozenset(
    {
        "can_manage_chat",
        "can_delete_messages",
        "can_manage_video_chats",
        "can_restrict_members",
        "can_promote_members",
        "can_change_info",
        "can_invite_users",
        "can_post_stories",
        "can_edit_stories",
        "can_delete_stories",
        "can_pin_messages",
        "can_manage_topics",
        "can_manage_tags",
        "can_post_messages",
        "can_edit_messages",
        "can_manage_direct_messages",
    }
)
USUAL_RIGHTS = RIGHTS - {
    "can_post_messages",
    "can_edit_messages",
    "can_manage_direct_messages",
    "can_promote_members",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
}
# https://core.telegram.org/bots/api#chatpermissions
PERMISSIONS = frozenset(
    {
        "can_send_messages",
        "can_send_audios",
        "can_send_documents",
        "can_send_photos",
        "can_send_videos",
        "can_send_video_notes",
        "can_send_voice_notes",
        "can_send_polls",
        "can_send_other_messages",
        "can_add_web_page_previews",
        "can_change_info",
        "can_invite_users",
        "can_pin_messages",
        "can_manage_topics",
        "can_edit_tag",
        "can_react_to_messages",
    }
)
USUAL_PERMISSIONS = PERMISSIONS - {"can_change_info", "can_pin_messages", "can_manage_topics"}


@dataclass(slots=True)
class UserState:
    """A user, or the bot."""

    id: int
    first_name: str
    username: str = ""
    language_code: str = ""
    last_name: str = ""
    is_bot: bool = False
    started: bool = False
    blocked: bool = False
    writable_until: float = 0.0
    portraits: list[bytes] = field(default_factory=list[bytes])


@dataclass(slots=True)
class MemberState:
    """A user's place in one chat.

    Attributes:
        gone: Of a restricted one who left: the restriction outlasts that.
    """

    user_id: int
    status: Status = "member"
    rights: frozenset[str] = frozenset()
    permissions: frozenset[str] = USUAL_PERMISSIONS
    anonymous: bool = False
    until: int = 0
    gone: bool = False

    @property
    def present(self) -> bool:
        return self.status not in {"left", "kicked"} and not self.gone

    @property
    def admin(self) -> bool:
        return self.status in {"creator", "administrator"}

    def may(self, right: str) -> bool:
        """Whether an admin holds a right; the creator holds all."""
        return self.status == "creator" or (self.status == "administrator" and right in self.rights)


@dataclass(slots=True)
class TopicState:
    """A forum topic; its id is the id of the message that opened it."""

    id: int
    name: str
    icon_color: int = 0x6FB9F0
    closed: bool = False


@dataclass(slots=True)
class MediaState:
    """What a message shows beside text: its kind and the Bot API's own object for it."""

    kind: str
    file_id: str
    json: object


@dataclass(slots=True)
class MessageState:
    """One message as the server keeps it. `text` is the caption where there is media.

    Attributes:
        reply_chat: Where the message answered stands, when that is another chat.
        more: Fields of the Bot API's own Message besides: `location`, `poll`, `via_bot` and so on.
    """

    id: int
    chat_id: int
    date: int
    sender_id: int | None
    text: str = ""
    entities: tuple[Json, ...] = ()
    media: MediaState | None = None
    sender_chat_id: int | None = None
    reply_to: int | None = None
    quote: str = ""
    topic: int | None = None
    thread: int | None = None
    markup: Json | None = None
    silent: bool = False
    service: Json = field(default_factory=dict[str, object])
    media_group_id: str = ""
    edit_date: int = 0
    forward_origin: Json | None = None
    automatic_forward: bool = False
    via_bot: bool = False
    protected: bool = False
    link_preview: Json | None = None
    reactions: dict[int, tuple[str, ...]] = field(default_factory=dict[int, tuple[str, ...]])
    inline_id: str = ""
    spoiler: bool = False
    reply_chat: int = 0
    more: Json = field(default_factory=dict[str, object])


@dataclass(slots=True)
class ChatState:
    """A private chat, a group, a supergroup or a channel."""

    id: int
    kind: ChatKind
    title: str = ""
    username: str = ""
    forum: bool = False
    members: dict[int, MemberState] = field(default_factory=dict[int, MemberState])
    messages: dict[int, MessageState] = field(default_factory=dict[int, MessageState])
    topics: dict[int, TopicState] = field(default_factory=dict[int, TopicState])
    pinned: list[int] = field(default_factory=list[int])
    permissions: frozenset[str] = USUAL_PERMISSIONS
    migrated_to: int = 0
    linked_chat: int = 0
    description: str = ""
    join_by_request: bool = False
    requests: dict[int, str] = field(default_factory=dict[int, str])
    links: dict[str, Json] = field(default_factory=dict[str, Json])
    message_ids: count[int] = field(default_factory=lambda: count(1))
    actions: list[str] = field(default_factory=list[str])

    def member(self, user_id: int) -> MemberState:
        """The user's place, `left` for who was never there."""
        return self.members.get(user_id) or MemberState(user_id, "left")

    @property
    def is_group(self) -> bool:
        return self.kind in {"group", "supergroup"}


@dataclass(slots=True)
class InlineMessage:
    """A message sent through inline mode or guest mode, where the bot itself is not."""

    id: str
    text: str
    entities: tuple[Json, ...] = ()
    markup: Json | None = None
    edits: int = 0


@dataclass(slots=True)
class Signal:
    """Wakes everyone who waits, at every change."""

    _waiting: set[asyncio.Future[None]] = field(default_factory=set[asyncio.Future[None]])

    def fire(self) -> None:
        for future in self._waiting:
            if not future.done():
                future.set_result(None)
        self._waiting.clear()

    async def wait(self) -> None:
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.add(future)
        try:
            await future
        finally:
            self._waiting.discard(future)


@dataclass(slots=True)
class World:
    """All state of one twin."""

    clock: Callable[[], float]
    bot: UserState
    privacy: bool = True
    guest_mode: bool = True
    rates: Rates | None = None
    users: dict[int, UserState] = field(default_factory=dict[int, UserState])
    chats: dict[int, ChatState] = field(default_factory=dict[int, ChatState])
    inline_messages: dict[str, InlineMessage] = field(default_factory=dict[str, InlineMessage])
    files: Files = field(default_factory=Files)
    changed: Signal = field(default_factory=Signal)
    numbers: count[int] = field(default_factory=lambda: count(1))
    # Private chats and basic groups share one count of message ids; each supergroup has its own.
    shared_message_ids: count[int] = field(default_factory=lambda: count(1))

    @property
    def now(self) -> int:
        return int(self.clock())

    def chat(self, chat_id: object) -> ChatState:
        """Find a chat by id or @username.

        Raises:
            Refused: When there is none, or it became a supergroup.
        """
        found: ChatState | None = None
        if isinstance(chat_id, str) and chat_id.startswith("@"):
            found = next((chat for chat in self.chats.values() if chat.username == chat_id[1:]), None)
        else:
            try:
                found = self.chats.get(int(str(chat_id)))
            except ValueError:
                raise bad("chat not found") from None
        if found is None:
            raise bad("chat not found")
        if found.migrated_to:
            raise upgraded(found.migrated_to)
        self.lapse(found)
        return found

    def lapse(self, chat: ChatState) -> None:
        """End the bans and restrictions whose time is over; nobody is told, as on the real platform."""
        for place in chat.members.values():
            if 0 < place.until <= self.clock():
                place.until = 0
                if place.status == "kicked":
                    place.status = "left"
                elif place.status == "restricted":
                    place.status = "left" if place.gone else "member"
                    place.permissions, place.gone = USUAL_PERMISSIONS, False

    def reachable(self, chat_id: object) -> ChatState:
        """Find a chat that the bot may act in, or say why it may not.

        Raises:
            Refused: Not found, kicked, left, blocked, never met.
        """
        chat = self.chat(chat_id)
        if chat.kind == "private":
            self._check_private(self.users[chat.id])
            return chat
        place = chat.members.get(self.bot.id)
        if place is None:
            raise bad("chat not found")
        if not place.present:
            what = "group chat" if chat.kind == "group" else f"{chat.kind} chat"
            raise forbidden(f"bot {'was kicked from' if place.status == 'kicked' else 'is not a member of'} the {what}")
        return chat

    def _check_private(self, user: UserState) -> None:
        if user.is_bot:
            raise forbidden("bot can't send messages to bots")
        if user.blocked:
            raise forbidden("bot was blocked by the user")
        if not user.started and self.clock() >= user.writable_until:
            raise forbidden("bot can't initiate conversation with a user")

    def need(self, chat: ChatState, right: str, doing: str) -> None:
        """Refuse unless the bot is an admin with a right.

        Raises:
            Refused: "not enough rights to ..."
        """
        if chat.kind != "private" and not chat.member(self.bot.id).may(right):
            raise self.lacking(doing)

    @staticmethod
    def lacking(doing: str) -> Refused:
        return bad(f"not enough rights to {doing}")

    def next_message_id(self, chat: ChatState) -> int:
        return next(chat.message_ids if chat.kind in {"supergroup", "channel"} else self.shared_message_ids)

    def message(self, chat: ChatState, message_id: int | None, purpose: str) -> MessageState:
        """Find a message.

        Raises:
            Refused: "message to <purpose> not found"
        """
        found = chat.messages.get(message_id or 0)
        if found is None:
            raise bad(f"message to {purpose} not found")
        return found

    def user(self, user_id: int | None) -> UserState:
        """Find a user.

        Raises:
            Refused: "user not found"
        """
        found = self.users.get(user_id or 0)
        if found is None:
            raise bad("user not found")
        return found

    def named(self, username: str) -> UserState | None:
        """The user of a @name, whatever its case."""
        wanted = username.lstrip("@").lower()
        return next((user for user in self.users.values() if user.username.lower() == wanted), None)
