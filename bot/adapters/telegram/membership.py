"""Who comes and goes, the bot included, as events; pure but for what is noted about chats.

A join is told twice, by ``chat_member`` (to an admin bot) and by a service message: both make the same key.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from telegram import Chat, ChatJoinRequest, ChatMember, ChatMemberRestricted, ChatMemberUpdated, Message, User
from telegram.constants import ChatType

from bot.adapters.telegram.chats import BotPlace, Chats, place_of
from bot.adapters.telegram.limits import WANTED_RIGHTS
from bot.adapters.telegram.names import chat_ref, space_ref, user_ref
from bot.adapters.telegram.posted import account_of, is_group
from bot.adapters.telegram.screening import Screening
from bot.domain.events import (
    BotAdded,
    BotRemoved,
    BotRightsChanged,
    Community,
    Event,
    JoinRequested,
    MemberBanned,
    MemberJoined,
    MemberLeft,
)

NOT_ADMIN: Final = "administrator"
MUTED: Final = "can_send_messages"


def whole(chat: Chat) -> Community:
    """A group as a place, without a topic."""
    return Community(space_ref(chat.id), chat_ref(chat.id), chat.title or "")


def missing_rights(place: BotPlace, *, forum: bool) -> tuple[str, ...]:
    """What the bot lacks in a group, in the platform's words."""
    if not place.may_write:
        return (MUTED,)
    if not place.admin:
        return (NOT_ADMIN,)
    wanted = (*WANTED_RIGHTS, "can_manage_topics") if forum else WANTED_RIGHTS
    return tuple(right for right in wanted if not place.may(right))


def bot_changed(change: ChatMemberUpdated, update_id: int, chats: Chats) -> Iterator[Event]:
    """The bot was added, removed, promoted, muted; or a user blocked it or came back."""
    chat, place = change.chat, place_of(change.new_chat_member)
    if chat.type == ChatType.PRIVATE:
        chats.opened[chat.id] = place.present
        return
    if not is_group(chat):
        return
    before = place_of(change.old_chat_member)
    chats.named(chat.id, chat.title or "", chat.username or "", bool(chat.is_forum))
    chats.placed(chat.id, place)
    key = f"update:{update_id}"
    if place.present and not before.present:
        by = change.from_user
        yield BotAdded(key, change.date, whole(chat), chat.title or "", user_ref(by.id), by.language_code)
        if missing := missing_rights(place, forum=bool(chat.is_forum)):
            yield BotRightsChanged(f"{key}:rights", change.date, whole(chat), missing)
    elif before.present and not place.present:
        yield BotRemoved(key, change.date, whole(chat))
    elif place.present:
        missing = missing_rights(place, forum=bool(chat.is_forum))
        yield BotRightsChanged(key, change.date, whole(chat), missing)


def member_changed(change: ChatMemberUpdated, screening: Screening) -> Iterator[Event]:
    """Somebody came, went or was banned; other changes of rights concern those alone who are held back at the door."""
    chat, old, new = change.chat, change.old_chat_member, change.new_chat_member
    if not is_group(chat):
        return
    was, is_now = _inside(old), _inside(new)
    if not is_now:
        screening.went(chat, new.user)
    if is_now and not was:
        held, at = screening.came_in(change), stamp(change.date)
        yield joined_in(chat, new.user, change.date, f"held:{at}" if held else at, screening=held)
    elif new.status == ChatMember.BANNED and old.status != ChatMember.BANNED:
        key = f"ban:{chat.id}:{new.user.id}:{stamp(change.date)}"
        yield MemberBanned(key, change.date, whole(chat), account_of(new.user))
    elif was and not is_now:
        yield left(chat, new.user, change.date)
    elif is_now:
        held_now = screening.changed(change)
        if held_now is not None:
            mark = f"{'held' if held_now else 'through'}:{stamp(change.date)}"
            yield joined_in(chat, new.user, change.date, mark, screening=held_now)


def joined_in(chat: Chat, user: User, at: datetime, mark: str, *, screening: bool = False) -> MemberJoined:
    """A join, under the one key that it has however it is told; ``mark`` tells it from that user's other ones there."""
    return MemberJoined(f"join:{chat.id}:{user.id}:{mark}", at, whole(chat), account_of(user), screening)


def left(chat: Chat, user: User, at: datetime) -> MemberLeft:
    """A departure, under the one key that it has however it is told."""
    return MemberLeft(f"left:{chat.id}:{user.id}:{stamp(at)}", at, whole(chat), account_of(user))


def comings_and_goings(message: Message, me: User, screening: Screening) -> Iterator[Event]:
    """Joins and departures told by a service message; the bot's own are told otherwise."""
    for user in message.new_chat_members:
        if user.id != me.id and not screening.holds(message.chat, user):
            yield joined_in(message.chat, user, message.date, stamp(message.date))
    gone = message.left_chat_member
    if gone is not None and gone.id != me.id:
        yield left(message.chat, gone, message.date)


def join_requested(request: ChatJoinRequest, update_id: int) -> Iterator[Event]:
    """Somebody asks to be let in; ``answer_in`` may be written to for five minutes."""
    if is_group(request.chat):
        yield JoinRequested(
            f"update:{update_id}",
            request.date,
            whole(request.chat),
            account_of(request.from_user),
            chat_ref(request.user_chat_id),
        )


def _inside(member: ChatMember) -> bool:
    if isinstance(member, ChatMemberRestricted):
        return member.is_member
    return member.status not in {ChatMember.LEFT, ChatMember.BANNED}


def stamp(at: datetime) -> str:
    """A moment as Telegram tells it, in whole seconds."""
    return str(int(at.timestamp()))
