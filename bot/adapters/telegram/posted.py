"""Who wrote a message, where it stands and what it answers; pure."""

from typing import Final

from telegram import Chat, Message, MessageEntity, User
from telegram.constants import ChatType

from bot.adapters.telegram.chats import Chats
from bot.adapters.telegram.names import GENERAL, chat_ref, message_ref, space_ref, user_ref
from bot.domain.author import Account, Author, ChatAuthor, ChatVoice
from bot.domain.events import Community, Private
from bot.domain.refs import MessageRef

ANONYMOUS_ADMIN: Final = 1087968824
"""GroupAnonymousBot, as whom an admin who hides writes; https://core.telegram.org/bots/api#message."""
LINKED_CHANNEL: Final = 777000
"""Telegram's own account, as whom a linked channel's posts come into its group."""
CHANNEL_SPEAKER: Final = 136817688
"""Channel_Bot, as whom members write who speak as a channel."""
_GROUPS: Final = frozenset({ChatType.GROUP, ChatType.SUPERGROUP})


def account_of(user: User) -> Account:
    """A user as shown now."""
    return Account(
        ref=user_ref(user.id),
        name=user.full_name.strip() or user.username or str(user.id),
        handle=user.username,
        bot=user.is_bot,
        language=user.language_code,
    )


def author_of(message: Message) -> Author | None:
    """Who wrote a message; None for one that nobody in particular wrote."""
    speaker = message.sender_chat
    if speaker is not None:
        anonymous = speaker.id == message.chat.id
        voice = ChatVoice.ANONYMOUS_ADMIN if anonymous else ChatVoice.LINKED_CHANNEL
        return ChatAuthor(str(speaker.id), speaker.effective_name or "", voice)
    user = message.from_user
    if user is None:
        return None
    if user.id == LINKED_CHANNEL:
        return ChatAuthor(str(user.id), user.full_name, ChatVoice.LINKED_CHANNEL)
    return account_of(user)


def caller_of(message: Message) -> Account | None:
    """Who calls a command: a person, or GroupAnonymousBot for an admin who hides; None for channels and bots."""
    user = message.from_user
    if user is None or user.id in {LINKED_CHANNEL, CHANNEL_SPEAKER}:
        return None
    if user.is_bot and user.id != ANONYMOUS_ADMIN:
        return None
    return account_of(user)


def is_group(chat: Chat) -> bool:
    """Whether a chat is a group of either kind; channels are no place of ours."""
    return chat.type in _GROUPS


def topic_of(message: Message) -> int | None:
    """The topic that a message is in; see :func:`~bot.adapters.telegram.raw.raw_topic`."""
    return message.message_thread_id if message.is_topic_message and message.message_thread_id != GENERAL else None


def place_in(chat: Chat, topic: int | None, chats: Chats) -> Community | Private | None:
    """Where something happened; None in a channel."""
    if chat.type == ChatType.PRIVATE:
        return Private(chat_ref(chat.id, topic))
    if not is_group(chat):
        return None
    name = chat.title or "" if topic is None else chats.topics.get((chat.id, topic), "")
    parent = None if topic is None else chat_ref(chat.id)
    return Community(space_ref(chat.id), chat_ref(chat.id, topic), name, parent)


def ref_of(message: Message) -> MessageRef:
    """A message's ref."""
    return message_ref(message.chat.id, message.message_id)


def answered(message: Message) -> Message | None:
    """The message of the same chat and topic that another answers, or None.

    In a topic, what answers none comes as an answer to the topic's first.
    """
    target = message.reply_to_message
    if target is None or target.forum_topic_created is not None or target.chat.id != message.chat.id:
        return None
    return None if target.is_topic_message and topic_of(target) != topic_of(message) else target


def addresses(message: Message, me: User) -> bool:
    """Whether a message is said to the bot: in private, as an answer to it, or naming it."""
    if message.chat.type == ChatType.PRIVATE:
        return True
    target = answered(message)
    if target is not None and target.from_user is not None and target.from_user.id == me.id:
        return True
    entities = message.parse_entities() if message.text else message.parse_caption_entities() if message.caption else {}
    handle = f"@{me.username or ''}".lower()
    return any(
        (entity.type == MessageEntity.MENTION and words.lower() == handle)
        or (entity.user is not None and entity.user.id == me.id)
        for entity, words in entities.items()
    )
