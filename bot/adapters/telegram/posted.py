"""The library's messages, users and chats as our values; pure."""

from collections.abc import Iterable
from typing import Final

from telegram import Chat, Message, MessageEntity, User
from telegram.constants import ChatType

from bot.adapters.telegram.chats import Chats
from bot.adapters.telegram.names import PLATFORM, chat_ref, message_ref, space_ref, user_ref
from bot.domain.attachments import Attachment, MediaKind
from bot.domain.author import Account, Author, ChatAuthor, ChatVoice
from bot.domain.events import Community, Private
from bot.domain.refs import MessageRef
from bot.domain.text import Mention, RichText

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
    """The topic that a message is in. A chain of answers has a thread as well, which is no topic."""
    return message.message_thread_id if message.is_topic_message else None


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
    """The message that another answers. In a topic, what answers none comes as an answer to the topic's first."""
    target = message.reply_to_message
    return None if target is None or target.forum_topic_created is not None else target


def text_of(message: Message) -> RichText:
    """A message's words, plain whatever they look like; members named without a handle as mentions."""
    text = message.text if message.text is not None else message.caption
    if not text:
        return RichText()
    entities = message.entities if message.text is not None else message.caption_entities
    named = [entity for entity in entities if entity.type == MessageEntity.TEXT_MENTION and entity.user is not None]
    if not named:
        return RichText.of(text)
    units = text.encode("utf-16-le")
    parts = RichText()
    done = 0
    for entity in sorted(named, key=lambda one: one.offset):
        if entity.offset * 2 < done or entity.user is None:
            continue
        parts += RichText.of(units[done : entity.offset * 2].decode("utf-16-le", "replace"))
        done = (entity.offset + entity.length) * 2
        name = units[entity.offset * 2 : done].decode("utf-16-le", "replace")
        parts += RichText((Mention(user_ref(entity.user.id), name.removeprefix("@")),))
    return parts + RichText.of(units[done:].decode("utf-16-le", "replace"))


def attachments_of(messages: Iterable[Message]) -> tuple[Attachment, ...]:
    """The files of a message, or of an album's messages."""
    return tuple(found for message in messages if (found := _attachment(message)) is not None)


def _attachment(message: Message) -> Attachment | None:
    if message.photo:
        largest = max(message.photo, key=lambda size: size.width * size.height)
        return Attachment(PLATFORM, largest.file_id, "", "image/jpeg", largest.file_size, MediaKind.PICTURE)
    if message.sticker is not None:
        sticker = message.sticker
        mime = "video/webm" if sticker.is_video else "application/x-tgsticker" if sticker.is_animated else "image/webp"
        return Attachment(PLATFORM, sticker.file_id, "", mime, sticker.file_size, MediaKind.STICKER)
    if message.video_note is not None:
        note = message.video_note
        return Attachment(PLATFORM, note.file_id, "", "video/mp4", note.file_size, MediaKind.VIDEO)
    if message.voice is not None:
        voice = message.voice
        return Attachment(PLATFORM, voice.file_id, "", voice.mime_type or "", voice.file_size, MediaKind.VOICE)
    # An animation comes as a document as well: it is looked for first.
    for media, kind in (
        (message.animation, MediaKind.ANIMATION),
        (message.video, MediaKind.VIDEO),
        (message.audio, MediaKind.AUDIO),
        (message.document, MediaKind.FILE),
    ):
        if media is not None:
            name, claimed = media.file_name or "", media.mime_type or ""
            return Attachment(PLATFORM, media.file_id, name, claimed, media.file_size, kind)
    return None


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
