"""Pressed keys, reactions and questions from elsewhere, as events."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from telegram import (
    CallbackQuery,
    InlineQuery,
    Message,
    MessageReactionUpdated,
    ReactionType,
    ReactionTypeEmoji,
    ReactionTypePaid,
    User,
)
from telegram.constants import ChatType

from bot.adapters.telegram.carried import text_of
from bot.adapters.telegram.chats import Chats
from bot.adapters.telegram.handles import Asked, Handle
from bot.adapters.telegram.names import PLATFORM, chat_ref, message_ref
from bot.adapters.telegram.posted import account_of, author_of, place_in, topic_of
from bot.adapters.telegram.spans import spanned
from bot.domain.events import ActionPressed, Event, GuestAsked, InlineAsked, ReactionChanged, Visiting
from bot.domain.refs import InlineMessageRef
from bot.domain.text import Mention, Part, RichText, Span

_PAID: Final = "⭐"
_CUSTOM: Final = "✨"


def pressed(number: int, query: CallbackQuery, now: datetime, chats: Chats) -> Iterator[Event]:
    """A key was pressed. Old messages come without their topic, which is looked up."""
    if query.data is None:
        return
    user, key = query.from_user, f"update:{number}"
    by, message = account_of(user), query.message
    if message is None:
        # A key under an inline message, in a chat that the bot need not be in; only a number stands for it.
        inline = query.inline_message_id or ""
        elsewhere = Visiting(chat_ref(int(query.chat_instance)))
        handle = Handle(Asked.KEY, user.id, query=query.id, inline=inline).packed(now)
        ref = InlineMessageRef(PLATFORM, inline)
        yield ActionPressed(key, now, elsewhere, query.data, by, inline_message=ref, handle=handle)
        return
    chat = message.chat
    topic = topic_of(message) if isinstance(message, Message) else None
    if topic is None:
        topic = chats.topic_of.get((chat.id, message.message_id))
    where = place_in(chat, topic, chats)
    if where is None:
        return
    if chat.type == ChatType.PRIVATE:
        chats.opened[chat.id] = True
    handle = Handle(Asked.KEY, user.id, chat.id, topic or 0, message.message_id, query.id).packed(now)
    yield ActionPressed(key, now, where, query.data, by, message_ref(chat.id, message.message_id), handle=handle)


def reacted(number: int, reaction: MessageReactionUpdated, chats: Chats) -> Iterator[Event]:
    """Somebody's reactions to a message changed; a hidden admin's, a channel's and a bot's are nobody's."""
    chat, user = reaction.chat, reaction.user
    if user is None or user.is_bot:
        return
    where = place_in(chat, chats.topic_of.get((chat.id, reaction.message_id)), chats)
    if where is None:
        return
    old = _emoji(reaction.old_reaction)
    new = _emoji(reaction.new_reaction)
    yield ReactionChanged(
        f"update:{number}",
        reaction.date,
        where,
        message_ref(chat.id, reaction.message_id),
        account_of(user),
        added=tuple(emoji for emoji in new if emoji not in old),
        removed=tuple(emoji for emoji in old if emoji not in new),
    )


def _emoji(kinds: Sequence[ReactionType]) -> list[str]:
    """Reactions as emoji that everybody can show, each once: a paid one is a star, a custom one a sparkle."""
    found: list[str] = []
    for kind in kinds:
        match kind:
            case ReactionTypeEmoji():
                emoji = kind.emoji
            case ReactionTypePaid():
                emoji = _PAID
            case _:
                emoji = _CUSTOM
        if emoji not in found:
            found.append(emoji)
    return found


def asked_inline(number: int, asked: InlineQuery, now: datetime, chats: Chats) -> Iterator[Event]:
    """Somebody typed the bot's name and a question in any chat."""
    user = asked.from_user
    chats.asking[user.id] = asked.id
    handle = Handle(Asked.INLINE, user.id, query=asked.id).packed(now)
    where = Visiting(chat_ref(user.id))
    yield InlineAsked(f"update:{number}", now, where, account_of(user), asked.query, handle)


def asked_as_guest(number: int, message: Message, me: User) -> Iterator[Event]:
    """Somebody asked the bot in a chat that it is not in, maybe about a message or a piece of it."""
    user, query = message.from_user, message.guest_query_id
    if user is None or user.is_bot or not query:
        return
    target, quote = message.reply_to_message, message.quote
    about = RichText() if target is None else text_of(target)
    if quote is not None:
        about = spanned(quote.text, quote.entities or ())
    handle = Handle(Asked.GUEST, user.id, message.chat.id, query=query).packed(message.date)
    where = Visiting(chat_ref(message.chat.id))
    text = _unnamed(text_of(message), me)
    author = None if target is None else author_of(target)
    yield GuestAsked(f"update:{number}", message.date, where, account_of(user), text, handle, about, author)


def _unnamed(text: RichText, me: User) -> RichText:
    """What the bot was asked, without the name that it was called by."""
    called = re.compile(rf"\s*@{re.escape(me.username or '')}\b\s*", re.IGNORECASE)
    parts: list[Part] = []
    found = False
    for part in text:
        if not found and isinstance(part, Mention) and part.user.id == str(me.id):
            found = True
        elif not found and isinstance(part, Span) and (name := called.search(part.text)) is not None:
            found = True
            before, after = part.text[: name.start()], part.text[name.end() :]
            parts.append(replace(part, text=f"{before} {after}" if before and after else before + after))
        else:
            parts.append(part)
    return RichText(tuple(parts))
