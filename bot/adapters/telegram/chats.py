"""What is known about chats, in memory and bounded: names, topics, and what the bot may do there.

Nothing here is the only copy: after a restart it is learnt again, from the first message of a chat on.
"""

from collections import OrderedDict
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from telegram import ChatMember, ChatMemberAdministrator, ChatMemberOwner, ChatMemberRestricted

K = TypeVar("K")
V = TypeVar("V")


class Bounded(OrderedDict[K, V], Generic[K, V]):
    """A dict that forgets what was put in longest ago, beyond so many entries."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def __setitem__(self, key: K, value: V) -> None:
        super().__setitem__(key, value)
        self.move_to_end(key)
        if len(self) > self._most:
            self.popitem(last=False)


@dataclass(frozen=True, slots=True)
class BotPlace:
    """What the bot is in a group.

    Attributes:
        present: whether it is there.
        admin: whether it is an admin.
        rights: the admin's rights, by the platform's names.
        may_write, may_send_files: False only when the platform said so.
    """

    present: bool = True
    admin: bool = False
    rights: frozenset[str] = frozenset()
    may_write: bool = True
    may_send_files: bool = True

    def may(self, right: str) -> bool:
        """Whether it holds an admin's right."""
        return right in self.rights


@dataclass(frozen=True, slots=True)
class ChatFacts:
    """What is known about one chat; ``place`` is None until the platform told."""

    title: str = ""
    username: str = ""
    forum: bool = False
    place: BotPlace | None = None


def place_of(member: ChatMember) -> BotPlace:
    """The bot's own place, from the platform's description of it."""
    match member:
        case ChatMemberOwner():
            every = frozenset(name for name in ChatMemberAdministrator.__slots__ if name.startswith("can_"))
            return BotPlace(admin=True, rights=every)
        case ChatMemberAdministrator():
            names = (name for name in ChatMemberAdministrator.__slots__ if name.startswith("can_"))
            return BotPlace(admin=True, rights=frozenset(name for name in names if getattr(member, name)))
        case ChatMemberRestricted():
            return BotPlace(
                present=member.is_member,
                may_write=member.can_send_messages,
                may_send_files=member.can_send_photos and member.can_send_documents,
            )
        case _:
            return BotPlace(present=member.status not in {ChatMember.LEFT, ChatMember.BANNED})


@dataclass(slots=True)
class Chats:
    """Facts about chats, topics' names, and which topic a message is in."""

    facts: Bounded[int, ChatFacts] = field(default_factory=lambda: Bounded[int, ChatFacts](20_000))
    topics: Bounded[tuple[int, int], str] = field(default_factory=lambda: Bounded[tuple[int, int], str](20_000))
    topic_of: Bounded[tuple[int, int], int] = field(default_factory=lambda: Bounded[tuple[int, int], int](20_000))
    moved: Bounded[int, int] = field(default_factory=lambda: Bounded[int, int](1_000))
    opened: Bounded[int, bool] = field(default_factory=lambda: Bounded[int, bool](20_000))
    """Users whose private chat is known to be open (True) or closed (False)."""
    asking: Bounded[int, str] = field(default_factory=lambda: Bounded[int, str](20_000))
    """The newest inline question of each user: they ask at every letter typed, and only the newest is waited for."""

    def of(self, chat_id: int) -> ChatFacts:
        """What is known; nothing when the chat was not seen yet."""
        return self.facts.get(chat_id, _NOTHING)

    def named(self, chat_id: int, title: str, username: str, forum: bool) -> None:
        """Notes how a chat is called now."""
        known = self.of(chat_id)
        self.facts[chat_id] = replace(known, title=title, username=username, forum=forum or known.forum)

    def placed(self, chat_id: int, place: BotPlace) -> None:
        """Notes what the bot is in a chat now."""
        self.facts[chat_id] = replace(self.of(chat_id), place=place)

    def note_topic(self, chat_id: int, message_id: int, topic: int | None) -> None:
        """Remembers in which topic a message is: reactions and old keys come without it."""
        if topic is not None:
            self.topic_of[chat_id, message_id] = topic

    def move(self, old: int, new: int) -> None:
        """Notes an upgrade; what is known goes along."""
        self.moved[old] = new
        known = self.facts.pop(old, _NOTHING)
        if new not in self.facts:
            self.facts[new] = known

    def current(self, chat_id: int) -> int:
        """The id that a chat goes by now."""
        return self.moved.get(chat_id, chat_id)


_NOTHING = ChatFacts()
