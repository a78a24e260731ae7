"""Answers one interaction.

Telegram has no replies that one person alone sees in a group: a pressed key can show a short notice; what is longer, or
has keys or files, goes to the person's private chat.
"""

import logging
from collections.abc import Awaitable, Callable
from typing import assert_never
from uuid import uuid4

from telegram import Bot

from bot.adapters.telegram.chats import Chats
from bot.adapters.telegram.elsewhere import article, led
from bot.adapters.telegram.errors import attempt
from bot.adapters.telegram.handles import Asked, Handle
from bot.adapters.telegram.limits import INLINE_ARTICLES, INLINE_CACHE, NOTICE, TOAST
from bot.adapters.telegram.names import chat_ref, message_ref
from bot.adapters.telegram.render import plain_notice, rendered_edit
from bot.adapters.telegram.sending import Sending, done
from bot.domain.capabilities import LengthUnit
from bot.domain.errors import CatTaxError
from bot.domain.piece import Piece, Sheet
from bot.domain.refs import ChatRef
from bot.ports.outcome import Delivery, Outcome, Reason, Refused, Sent


class TelegramResponder:
    """Answers what a handle stands for; needs nothing but the handle, so it works after a restart.

    Args:
        handle: what was asked.
        bot: the library's.
        sending: sends messages.
        chats: knows the newest question of each user.
        own_name: finds out the bot's user name.
        log: for what must not raise.
    """

    def __init__(
        self,
        handle: Handle,
        bot: Bot,
        sending: Sending,
        chats: Chats,
        own_name: Callable[[], Awaitable[str]],
        log: logging.Logger,
    ) -> None:
        self._handle = handle
        self._bot = bot
        self._sending = sending
        self._chats = chats
        self._own_name = own_name
        self._log = log
        self._acknowledged = False
        self._articles: list[Piece] = []

    async def reply(self, piece: Piece, *, private: bool) -> Delivery:
        """Answers where it was asked, or so that only the asker sees it.

        An inline question takes one list: each reply to it is an article of that list, which is shown by ``finish``. A
        key that leads into the private chat becomes the button over the list. A guest's question takes one message.
        """
        match self._handle.asked:
            case Asked.INLINE:
                return self._collect(piece)
            case Asked.GUEST:
                return await self._reply_to_guest(piece)
            case Asked.MESSAGE | Asked.KEY:
                if private and self._handle.chat != self._handle.user:
                    return await self._reply_privately(piece)
                return await self._sending.send(self._here, piece, await self._own_name(), uuid4().hex)
            case _:
                assert_never(self._handle.asked)

    @property
    def _here(self) -> ChatRef:
        handle = self._handle
        # A key under an inline message, in a chat the bot is not in: its presser's private chat is all there is.
        return chat_ref(handle.chat or handle.user, handle.topic or None)

    async def _reply_privately(self, piece: Piece) -> Delivery:
        words = plain_notice(piece)
        if words is not None and not isinstance(await self.notice(words), Refused):
            return Sent(())
        return await self._sending.send(chat_ref(self._handle.user), piece, await self._own_name(), uuid4().hex)

    @property
    def _outdated(self) -> bool:
        """Whether the same user has typed on since, and nobody waits for this answer any more."""
        newest = self._chats.asking.get(self._handle.user)
        return newest is not None and newest != self._handle.query

    def _collect(self, piece: Piece) -> Delivery:
        if self._outdated or self._acknowledged:
            return Refused(Reason.GONE, "typed on since")
        if len(self._articles) >= INLINE_ARTICLES:
            return Refused(Reason.UNSUPPORTED, "a list of that length")
        self._articles.append(piece)
        return Sent(())

    async def _reply_to_guest(self, piece: Piece) -> Delivery:
        if self._acknowledged:
            return Refused(Reason.UNSUPPORTED, "one answer is all")
        said = article(piece, await self._own_name())
        if said is None:
            return Refused(Reason.UNSUPPORTED, "only words can be said there")
        answer = await attempt(self._bot.answer_guest_query(self._handle.query, said))
        self._acknowledged = True
        return answer if isinstance(answer, Refused) else Sent(())

    async def _show_list(self) -> None:
        button, pieces = led(self._articles)
        name = await self._own_name()
        found = [said for piece in pieces if (said := article(piece, name)) is not None]
        cache = INLINE_CACHE if found else 0
        answer = await attempt(
            self._bot.answer_inline_query(self._handle.query, found, cache_time=cache, is_personal=True, button=button)
        )
        if isinstance(answer, Refused):
            self._log.info("telegram: an inline question was not answered (%s)", answer.detail)

    async def update(self, piece: Piece) -> Outcome:
        """Changes the message that carries the pressed key."""
        handle = self._handle
        if handle.asked is not Asked.KEY:
            return Refused(Reason.UNSUPPORTED, "no key was pressed")
        if not handle.inline:
            ref = message_ref(handle.chat, handle.message)
            return await self._sending.edit(ref, piece, await self._own_name())
        change = rendered_edit(piece, await self._own_name())
        return done(await attempt(self._sending.change(change, inline_message_id=handle.inline)))

    async def open_form(self, sheet: Sheet) -> Outcome:
        """Telegram has no forms: they go step by step."""
        return Refused(Reason.UNSUPPORTED, "forms go step by step")

    async def notice(self, text: str) -> Outcome:
        """A short notice on the pressed key; it can be given once, and for some minutes."""
        if self._handle.asked is not Asked.KEY or self._acknowledged:
            return Refused(Reason.UNSUPPORTED, "no key waits for a notice")
        length = LengthUnit.UTF16.measure(text)
        if length > NOTICE:
            return Refused(Reason.TOO_LARGE, "longer than a notice")
        answer = await attempt(
            self._bot.answer_callback_query(self._handle.query, text, show_alert=length > TOAST or "\n" in text)
        )
        self._acknowledged = not isinstance(answer, Refused) or answer.reason is Reason.GONE
        return done(answer)

    async def finish(self) -> None:
        """Lets the pressed key rest; shows what was collected for an inline question, unless it was typed on since."""
        handle = self._handle
        try:
            if handle.asked is Asked.KEY and not self._acknowledged:
                self._acknowledged = True
                await attempt(self._bot.answer_callback_query(handle.query))
            elif handle.asked is Asked.INLINE and not self._acknowledged and not self._outdated:
                self._acknowledged = True
                await self._show_list()
        except CatTaxError as error:
            self._log.info("telegram: what was asked was not acknowledged (%s)", error)
