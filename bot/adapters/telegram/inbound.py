"""Updates as events. First the idle path: plain ids out of plain JSON, one question to the core, and no object made.

What concerns somebody becomes the library's objects, and from those our events. Nothing here waits for anything.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any, Final, cast

from telegram import Message, Update, User
from telegram.constants import ChatType

from bot.adapters.telegram.carried import attachments_of, content_mark, text_of
from bot.adapters.telegram.chats import Bounded, Chats
from bot.adapters.telegram.commands import START, Commands, Typed, typed
from bot.adapters.telegram.handles import Asked, Handle
from bot.adapters.telegram.interactions import asked_as_guest, asked_inline, pressed, reacted
from bot.adapters.telegram.membership import (
    bot_changed,
    comings_and_goings,
    join_requested,
    member_changed,
    whole,
)
from bot.adapters.telegram.places_changed import moved, place_opened, topic_changed
from bot.adapters.telegram.posted import (
    ANONYMOUS_ADMIN,
    addresses,
    answered,
    author_of,
    caller_of,
    is_group,
    place_in,
    ref_of,
    topic_of,
)
from bot.adapters.telegram.raw import SERVICE, SILENT, RawMessage, RawUpdate, RawUser, raw_topic
from bot.adapters.telegram.screening import Screening
from bot.domain.access import Access
from bot.domain.author import Account
from bot.domain.events import (
    CommandInvoked,
    Event,
    MessageEdited,
    MessagePosted,
    PrivateOpened,
    SpaceSeen,
    Where,
)
from bot.domain.text import RichText
from bot.ports.gateway import Intake, MenuSpec, MenuTarget

ALLOWED_UPDATES: Final = (
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.MY_CHAT_MEMBER,
    Update.CHAT_MEMBER,
    Update.MESSAGE_REACTION,
    Update.CHAT_JOIN_REQUEST,
    Update.INLINE_QUERY,
    Update.GUEST_MESSAGE,
)
"""What is asked for; some kinds are told only to who asks."""


def updates_for(me: User) -> tuple[str, ...]:
    """What is asked for by a bot as it was set up: questions of guests only where it takes them."""
    return tuple(kind for kind in ALLOWED_UPDATES if kind != Update.GUEST_MESSAGE or me.supports_guest_queries)


class Inbound:
    """Reads updates for one intake.

    Args:
        intake: asked whether anybody is concerned.
        me: the bot.
        chats: what is known about chats, and noted here.
        now: the present moment, for what comes without one.
        learn: called once for a group whose rights are not known yet.
        met: called with a user's id and language when they open the private chat.
    """

    def __init__(
        self,
        intake: Intake,
        me: User,
        chats: Chats,
        now: Callable[[], datetime],
        *,
        learn: Callable[[int], None],
        met: Callable[[int, str | None], None],
    ) -> None:
        self._intake = intake
        self._me = me
        self._chats = chats
        self._now = now
        self._learn = learn
        self._met = met
        self._commands = Commands(intake.offering, me.username or "")
        self._screening = Screening(me, now())
        self._seen: Bounded[int, None] = Bounded(20_000)
        # What was told of a message last: an edit that changes neither words nor file is no news.
        self._told: Bounded[tuple[int, int], int] = Bounded(20_000)

    def album_of(self, raw: RawUpdate) -> str | None:
        """The album that a new message is part of, or None."""
        message = raw.get("message")
        if message is None:
            return None
        album = message.get("media_group_id")
        return None if album is None else f"{message['chat']['id']}:{album}"

    def concerns(self, raw: RawUpdate) -> bool:
        """Whether an update has to be read at all. Called for every one; makes nothing.

        Raises:
            KeyError, TypeError, AttributeError: it is not what an update looks like.
        """
        message = raw.get("message")
        if message is not None:
            return self._message_concerns(message)
        message = raw.get("edited_message")
        if message is not None:
            return self._wanted(message, message.get("text") or message.get("caption") or "", posted=False)
        reaction = raw.get("message_reaction")
        if reaction is not None:
            return self._intake.wants_change(str(reaction["chat"]["id"]), str(reaction["message_id"]))
        return True

    def _message_concerns(self, message: RawMessage) -> bool:
        chat = message["chat"]
        chat_id = chat["id"]
        if chat_id not in self._seen and chat["type"] != ChatType.PRIVATE:
            return True
        topic = raw_topic(message)
        if topic is not None and (chat_id, topic) not in self._chats.topics:
            return True
        text = message.get("text") or message.get("caption") or ""
        if text.startswith("/"):
            return True
        return self._wanted(message, text) or not SERVICE.isdisjoint(message)

    def _wanted(self, message: RawMessage, text: str, *, posted: bool = True) -> bool:
        chat = message["chat"]
        speaker = message.get("sender_chat") or _person(message)
        if speaker is None:
            return False
        chat_id = chat["id"]
        topic = raw_topic(message)
        if chat["type"] == ChatType.PRIVATE:
            space, name = None, ""
        else:
            space = str(chat_id)
            name = chat.get("title", "") if topic is None else self._chats.topics.get((chat_id, topic), "")
        target = message.get("reply_to_message") if posted else None
        return self._intake.wants_message(
            space,
            str(chat_id),
            None if topic is None else str(topic),
            name,
            str(speaker["id"]),
            text,
            None if target is None or "forum_topic_created" in target else str(target["message_id"]),
        )

    def read(self, raw: RawUpdate) -> list[Event]:
        """The events of an update, in order; empty when it says nothing to us.

        Raises:
            Exception: whatever the library raises on what is not an update.
        """
        update = _parsed(raw)
        return list(self._events(update, raw))

    def _events(self, update: Update, raw: RawUpdate) -> Iterator[Event]:
        number = update.update_id
        if update.message is not None:
            yield from self._message(number, update.message, raw.get("message", _NO_MESSAGE))
        elif update.edited_message is not None:
            yield from self._edited(number, update.edited_message)
        elif update.callback_query is not None:
            yield from pressed(number, update.callback_query, self._now(), self._chats)
        elif update.message_reaction is not None:
            yield from reacted(number, update.message_reaction, self._chats)
        elif update.my_chat_member is not None:
            yield from bot_changed(update.my_chat_member, number, self._chats)
        elif update.chat_member is not None:
            yield from member_changed(update.chat_member, self._screening)
        elif update.chat_join_request is not None:
            yield from join_requested(update.chat_join_request, number)
        elif update.inline_query is not None:
            yield from asked_inline(number, update.inline_query, self._now(), self._chats)
        elif update.guest_message is not None:
            yield from asked_as_guest(number, update.guest_message, self._me)

    def read_album(self, parts: Sequence[RawUpdate]) -> list[Event]:
        """The events of an album, of its parts in order of their messages."""
        updates = sorted((_parsed(raw) for raw in parts), key=lambda update: update.update_id)
        messages = [update.message for update in updates if update.message is not None]
        messages.sort(key=lambda message: message.message_id)
        return list(self._written(updates[0].update_id, messages)) if messages else []

    def _message(self, number: int, message: Message, raw: RawMessage) -> Iterator[Event]:
        yield from self._sighted(number, message)
        yield from self._service(number, message)
        if SERVICE.isdisjoint(raw) and SILENT.isdisjoint(raw):
            wanted = self._wanted(raw, message.text or message.caption or "")
            yield from self._written(number, [message], wanted=wanted)

    def _sighted(self, number: int, message: Message) -> Iterator[Event]:
        """A group or a topic that is seen for the first time since the start."""
        chat = message.chat
        if not is_group(chat):
            return
        if chat.id not in self._seen:
            self._seen[chat.id] = None
            self._chats.named(chat.id, chat.title or "", chat.username or "", bool(chat.is_forum))
            if self._chats.of(chat.id).place is None:
                self._learn(chat.id)
            yield SpaceSeen(f"seen:{chat.id}:{number}", message.date, whole(chat), chat.title or "")
        topic = topic_of(message)
        if topic is not None and (chat.id, topic) not in self._chats.topics:
            yield place_opened(message, topic, self._chats)

    def _service(self, number: int, message: Message) -> Iterator[Event]:
        chat = message.chat
        if not is_group(chat):
            return
        yield from comings_and_goings(message, self._me, self._screening)
        if message.new_chat_title:
            self._chats.named(chat.id, message.new_chat_title, chat.username or "", bool(chat.is_forum))
            yield SpaceSeen(f"update:{number}", message.date, whole(chat), message.new_chat_title)
        yield from topic_changed(number, message, self._chats)
        yield from moved(message, self._chats)

    def _written(self, number: int, messages: Sequence[Message], *, wanted: bool = True) -> Iterator[Event]:
        """What was written: a command, or words and files. Several messages are an album."""
        first = messages[0]
        where = place_in(first.chat, topic_of(first), self._chats)
        if where is None or (first.via_bot is not None and first.via_bot.id == self._me.id):
            return
        if first.chat.type == ChatType.PRIVATE:
            self._chats.opened[first.chat.id] = True
        worded = next((message for message in messages if message.text or message.caption), first)
        said = typed(worded.text or worded.caption or "")
        if said is not None:
            command = self._command(number, where, messages, worded, said)
            if command is not None:
                yield command
                return
            if is_group(first.chat):
                return  # another bot's
        author = author_of(first)
        if author is None or not wanted:
            return
        for message in messages:
            self._chats.note_topic(message.chat.id, message.message_id, topic_of(message))
            self._told[message.chat.id, message.message_id] = content_mark(message)
        target = answered(first)
        yield MessagePosted(
            f"update:{number}",
            first.date,
            where,
            messages=tuple(ref_of(message) for message in messages),
            author=author,
            text=text_of(worded),
            attachments=attachments_of(messages),
            reply_to=None if target is None else ref_of(target),
            forwarded=first.forward_origin is not None,
            to_bot=any(addresses(message, self._me) for message in messages),
        )

    def _command(
        self, number: int, where: Where, messages: Sequence[Message], worded: Message, said: Typed
    ) -> Event | None:
        by = caller_of(worded)
        if by is None:
            return None
        private = worded.chat.type == ChatType.PRIVATE
        if private and said.name == START:
            self._met(int(by.ref.id), by.language)
            return PrivateOpened(f"update:{number}", worded.date, where, by, said.rest)
        target = answered(worded)
        to_bot = target is not None and target.from_user is not None and target.from_user.id == self._me.id
        spec = self._commands.find(said, group=not private, to_bot=to_bot)
        if spec is None:
            return None
        hidden = by.ref.id == str(ANONYMOUS_ADMIN)
        self._chats.note_topic(worded.chat.id, worded.message_id, topic_of(worded))
        target_author = None if target is None else author_of(target)
        of_member = isinstance(spec, MenuSpec) and spec.target is MenuTarget.MEMBER
        return CommandInvoked(
            f"update:{number}",
            worded.date,
            where,
            command=spec.name,
            by=by,
            rest=said.rest,
            attachments=attachments_of(messages),
            message=ref_of(worded),
            reply_to=None if target is None else ref_of(target),
            target_author=target_author,
            target_text=RichText() if target is None else text_of(target),
            target_attachments=() if target is None else attachments_of((target,)),
            target_user=target_author if of_member and isinstance(target_author, Account) else None,
            rights=Access.ADMIN if hidden else None,
            handle=_handle(Asked.MESSAGE, worded, int(by.ref.id)).packed(worded.date),
        )

    def _edited(self, number: int, message: Message) -> Iterator[Event]:
        where = place_in(message.chat, topic_of(message), self._chats)
        author = author_of(message)
        name, mark = (message.chat.id, message.message_id), content_mark(message)
        if where is not None and author is not None and self._told.get(name) != mark:
            self._told[name] = mark
            self._chats.note_topic(*name, topic_of(message))
            at = message.edit_date or message.date
            files = attachments_of((message,))
            yield MessageEdited(f"update:{number}", at, where, ref_of(message), author, text_of(message), files)


_NO_MESSAGE: Final[RawMessage] = {"message_id": 0, "chat": {"id": 0, "type": ""}}


def _person(message: RawMessage) -> RawUser | None:
    """Who wrote a message; None for a bot, this one too: what they say would go round and round."""
    user = message.get("from")
    return None if user is None or user.get("is_bot") else user


def _parsed(raw: RawUpdate) -> Update:
    return Update.de_json(cast("dict[str, Any]", raw), None)


def _handle(asked: Asked, message: Message, user: int) -> Handle:
    return Handle(asked, user, message.chat.id, topic_of(message) or 0, message.message_id)
