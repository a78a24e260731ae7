"""Topics that open, change their names or close, and groups that go on under another id, as events."""

from collections.abc import Iterator
from datetime import datetime
from hashlib import blake2b

from telegram import Message

from bot.adapters.telegram.chats import Chats
from bot.adapters.telegram.names import chat_ref, space_ref
from bot.adapters.telegram.posted import place_in, topic_of
from bot.domain.events import Community, Event, PlaceClosed, PlaceMoved, PlaceOpened


def place_opened(message: Message, topic: int, chats: Chats) -> PlaceOpened:
    """A topic seen for the first time; its name comes with messages that answer none."""
    opening = message.forum_topic_created
    if opening is None and message.reply_to_message is not None:
        opening = message.reply_to_message.forum_topic_created
    name = opening.name if opening is not None else ""
    return _named(message, topic, name, chats)


def topic_changed(number: int, message: Message, chats: Chats) -> Iterator[Event]:
    """What a service message says about its topic. Its opening is told by its first sight."""
    topic = topic_of(message)
    if topic is None:
        return
    where = place_in(message.chat, topic, chats)
    if where is None:
        return
    if message.forum_topic_edited is not None and message.forum_topic_edited.name:
        yield _named(message, topic, message.forum_topic_edited.name, chats)
    elif message.forum_topic_closed is not None:
        yield PlaceClosed(f"update:{number}", message.date, where, deleted=False)
    elif message.forum_topic_reopened is not None:
        yield PlaceOpened(f"update:{number}", message.date, where)


def _named(message: Message, topic: int, name: str, chats: Chats) -> PlaceOpened:
    chat = message.chat
    chats.topics[chat.id, topic] = name
    mark = blake2b(name.encode("utf-8", "replace"), digest_size=6).hexdigest()
    where = Community(space_ref(chat.id), chat_ref(chat.id, topic), name, chat_ref(chat.id))
    return PlaceOpened(f"topic:{chat.id}:{topic}:{mark}", message.date, where)


def moved(message: Message, chats: Chats) -> Iterator[Event]:
    """A group became a supergroup; told once in the old chat and once in the new one, under one key."""
    here = message.chat.id
    old = message.migrate_from_chat_id or here
    new = message.migrate_to_chat_id or here
    if old != new:
        chats.move(old, new)
        yield moved_chat(old, new, message.chat.title or "", message.date)


def moved_chat(old: int, new: int, title: str, at: datetime) -> PlaceMoved:
    """An upgrade, under the one key that it has however it becomes known."""
    where = Community(space_ref(old), chat_ref(old), title)
    return PlaceMoved(f"moved:{old}:{new}", at, where, chat_ref(new), space_ref(new))
