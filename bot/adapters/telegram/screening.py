"""Newcomers whom another bot holds back, by taking their voice until they solved its riddle.

Telegram tells of this as a change of their place in the group, and not what it is for: whoever is silenced soon after
they came in is taken for held back, whoever is silenced later for being told off. What our own bot does is no news.
"""

from datetime import datetime, timedelta
from typing import Final

from telegram import Chat, ChatMember, ChatMemberRestricted, ChatMemberUpdated, User

from bot.adapters.telegram.chats import Bounded

SOON: Final = timedelta(minutes=2)
"""How long after a join the silence of a newcomer still is a captcha's."""
LATE: Final = timedelta(days=1)
"""How long after the start a captcha may be solved that was set before it."""
_REMEMBERED: Final = 10_000
"""Most newcomers remembered, and most that are held back."""

_Who = tuple[int, int]


class Screening:
    """Remembers who came in lately, and who of them may not speak yet.

    Args:
        me: the bot.
        started: since when it is told what happens.
    """

    def __init__(self, me: User, started: datetime) -> None:
        self._me = me
        self._started = started
        self._came: Bounded[_Who, datetime] = Bounded(_REMEMBERED)
        self._held: Bounded[_Who, None] = Bounded(_REMEMBERED)
        self._ours: Bounded[_Who, None] = Bounded(_REMEMBERED)

    def holds(self, chat: Chat, user: User) -> bool:
        """Whether a newcomer is held back now."""
        return (chat.id, user.id) in self._held

    def came_in(self, change: ChatMemberUpdated) -> bool:
        """Notes a join; whether they are held back from the first moment on."""
        who = change.chat.id, change.new_chat_member.user.id
        self._came[who] = change.date
        if not silenced(change.new_chat_member):
            self._ours.pop(who, None)
        elif who not in self._ours:  # a restriction outlasts leaving: one of our own is no captcha when they come back
            self._held[who] = None
        return who in self._held

    def went(self, chat: Chat, user: User) -> None:
        """Notes a departure."""
        for known in (self._came, self._held):
            known.pop((chat.id, user.id), None)

    def changed(self, change: ChatMemberUpdated) -> bool | None:
        """The rights of somebody inside changed.

        Returns:
            True when they are held back from now on, False when they are through, None when it concerns no one.
        """
        by, who = change.from_user, (change.chat.id, change.new_chat_member.user.id)
        was, is_now = silenced(change.old_chat_member), silenced(change.new_chat_member)
        if by.id == self._me.id and is_now:
            self._ours[who] = None
        if not is_now:
            self._ours.pop(who, None)
        if is_now and not was and by.id != self._me.id and self._new(who, change.date):
            self._held[who] = None
            return True
        if was and not is_now and self._solved(who, change):
            self._held.pop(who, None)
            return False
        return None

    def _new(self, who: _Who, at: datetime) -> bool:
        came = self._came.get(who)
        return came is not None and at - came <= SOON

    def _solved(self, who: _Who, change: ChatMemberUpdated) -> bool:
        """Also for a riddle that was set before the start: those are taken back by bots, of which we are none."""
        if who in self._held:
            return True
        by = change.from_user
        return by.is_bot and by.id != self._me.id and change.date - self._started <= LATE


def silenced(member: ChatMember) -> bool:
    """Whether somebody in a group may not write."""
    return isinstance(member, ChatMemberRestricted) and not member.can_send_messages
