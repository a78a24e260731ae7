"""The bot's messages: sent, changed, deleted, reacted to."""

import logging
from collections import OrderedDict
from datetime import datetime, timedelta

import discord

from bot.adapters.discord import errors, render
from bot.adapters.discord.errors import NotDone
from bot.adapters.discord.history import Fits, History, alike
from bot.adapters.discord.link import Connection, Link
from bot.adapters.discord.names import PLATFORM, message_ref
from bot.adapters.discord.render import Body
from bot.adapters.discord.responder import POSTED
from bot.adapters.discord.rest import Rest
from bot.adapters.discord.tickets import Ticket
from bot.adapters.discord.whereabouts import is_thread_type, own_rights
from bot.adapters.discord.wire import JsonObject, as_object, as_objects
from bot.domain.errors import Unreachable
from bot.domain.message import As
from bot.domain.piece import Piece
from bot.domain.refs import ChatRef, MessageRef
from bot.ports.clock import Clock
from bot.ports.outcome import Delivery, Done, Outcome, Reason, Refused, Sent

KEPT_PRIVATE_POSTS = 2_000
_NONCE_HOLDS = timedelta(seconds=60)
"""After which a nonce is not relied on to drop a second send; docs, "Create Message": "the past few minutes"."""
_MESSAGES = "/channels/{channel_id}/messages"
_MESSAGE = "/channels/{channel_id}/messages/{message_id}"
_OWN_REACTION = "/channels/{channel_id}/messages/{message_id}/reactions/{emoji}/@me"


class PrivatePosts:
    """Messages that one person sees: only their interaction can change them, and only while it can be answered."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._kept: OrderedDict[str, Ticket] = OrderedDict()

    def keep(self, number: str, ticket: Ticket, private: bool) -> None:
        """Remembers a message that an answer made."""
        if private:
            self._kept[number] = ticket
            while len(self._kept) > KEPT_PRIVATE_POSTS:
                self._kept.popitem(last=False)

    def ticket(self, number: str) -> Ticket | None:
        """What changes a private message, or None when it is none of ours or too late."""
        found = self._kept.get(number)
        return None if found is None or found.expires < self._clock.now() else found


class Posts:
    """Speaks as the bot, or under another's name."""

    def __init__(
        self, connection: Connection, private: PrivatePosts, history: History, clock: Clock, log: logging.Logger
    ) -> None:
        self._connection = connection
        self._private = private
        self._history = history
        self._clock = clock
        self._log = log

    async def send(self, chat: ChatRef, piece: Piece, key: str, since: datetime | None) -> Delivery:
        """Sends a message once for a key.

        Args:
            since: since when it may stand there already.
        """
        if chat.platform != PLATFORM:
            return Refused(Reason.INVALID, "another platform's chat")
        link = self._connection.link
        try:
            match piece.speaker:
                case As():
                    return await self._speak(link, chat, piece, piece.speaker, key, since)
                case _:
                    return await self._say(link, chat, piece, key, since)
        except NotDone as no:
            return self._refused(no)

    async def edit(self, message: MessageRef, piece: Piece) -> Outcome:
        """Changes a message of the bot's own, also a private one or one under another's name."""
        body = self._reported(render.change(piece))
        return await self._on(message, "PATCH", body, webhook_first=isinstance(piece.speaker, As))

    async def delete(self, message: MessageRef) -> Outcome:
        """Deletes a message."""
        return await self._on(message, "DELETE", None, webhook_first=False)

    async def react(self, message: MessageRef, emoji: str | None) -> Outcome:
        """Sets the bot's one reaction, or takes it away."""
        rest = self._connection.link.rest
        try:
            if emoji is not None:
                await self._reaction(rest, "PUT", message, emoji)
            standing = await rest.one("GET", _MESSAGE, channel_id=message.chat, message_id=message.id)
            for one in as_objects(standing.get("reactions")):
                held = _emoji(as_object(one.get("emoji")))
                if one.get("me") and held != emoji:
                    await self._reaction(rest, "DELETE", message, held)
        except NotDone as no:
            return self._refused(no)
        return Done()

    @staticmethod
    async def _reaction(rest: Rest, method: str, message: MessageRef, emoji: str) -> None:
        await rest.call(method, _OWN_REACTION, channel_id=message.chat, message_id=message.id, emoji=emoji)

    # --- sending ---

    async def _say(self, link: Link, chat: ChatRef, piece: Piece, key: str, since: datetime | None) -> Delivery:
        body = self._reported(render.message(piece))
        if body.empty:
            return Refused(Reason.INVALID, "an empty message")
        if since is not None and self._clock.now() - since > _NONCE_HOLDS:
            found = await self._history.find(link.rest, chat.id, since, self._own(link, body))
            if found is not None:
                return self._stands(chat, found)
        body.form.update(nonce=key, enforce_nonce=True)
        reference = body.form.get("message_reference")
        if reference is not None and reference["channel_id"] != chat.id:
            del body.form["message_reference"]
        try:
            return await self._sent(link, chat, body)
        except NotDone as no:
            if no.code != errors.NO_HISTORY_FOR_REPLY:
                raise
            del body.form["message_reference"]
            return await self._sent(link, chat, body)

    @staticmethod
    def _own(link: Link, body: Body) -> Fits:
        async def fits(message: JsonObject) -> bool:
            plain = not message.get("webhook_id") and as_object(message.get("author")).get("id") == link.line.me
            return plain and alike(message, body)

        return fits

    async def _sent(self, link: Link, chat: ChatRef, body: Body) -> Sent:
        message = await link.rest.one("POST", _MESSAGES, body, channel_id=chat.id)
        if "id" not in message:
            raise Unreachable("garbage", uncertain=True)
        return self._stands(chat, message)

    def _stands(self, chat: ChatRef, message: JsonObject) -> Sent:
        self._history.settle(str(message["id"]))
        return Sent((message_ref(chat.id, message["id"]),))

    async def _speak(
        self, link: Link, chat: ChatRef, piece: Piece, speaker: As, key: str, since: datetime | None
    ) -> Delivery:
        body = self._reported(render.spoken(piece, speaker))
        if body.empty:
            return Refused(Reason.INVALID, "an empty message")
        channel, thread = await self._channel(link, chat.id)
        place = link.whereabouts.anywhere(channel)
        if place is not None and not own_rights(place).manage_webhooks:
            # A webhook made earlier would still post: who took the right away does not want that.
            return Refused(Reason.NO_RIGHT, "no right to webhooks")
        message = await link.speakers.post(link.rest, channel, thread, body, key, since)
        return Sent((message_ref(chat.id, message["id"]),))

    async def _channel(self, link: Link, chat: str) -> tuple[str, str | None]:
        """A chat's channel, and the chat itself where it is a thread in that channel."""
        place = link.whereabouts.anywhere(chat)
        if isinstance(place, discord.Thread):
            return str(place.parent_id), chat
        if place is not None:
            return chat, None
        told = await link.rest.one("GET", "/channels/{channel_id}", channel_id=chat)
        return (str(told["parent_id"]), chat) if is_thread_type(told.get("type")) else (chat, None)

    # --- changing ---

    async def _on(self, message: MessageRef, method: str, body: Body | None, *, webhook_first: bool) -> Outcome:
        if message.platform != PLATFORM:
            return Refused(Reason.INVALID, "another platform's message")
        link = self._connection.link
        ticket = self._private.ticket(message.id)

        async def act() -> None:
            if ticket is not None:
                await link.rest.call_by_token(
                    method,
                    POSTED,
                    body,
                    webhook_id=ticket.application,
                    webhook_token=ticket.secret,
                    message_id=message.id,
                )
            elif not (webhook_first and await self._by_webhook(link, message, method, body)):
                await self._by_bot(link, message, method, body, webhook_too=not webhook_first)

        try:
            try:
                await act()
            except NotDone as no:
                if no.code != errors.THREAD_ARCHIVED:
                    raise
                await link.rest.call("PATCH", "/channels/{channel_id}", {"archived": False}, channel_id=message.chat)
                await act()
        except NotDone as no:
            return self._refused(no)
        return Done()

    async def _by_bot(
        self, link: Link, message: MessageRef, method: str, body: Body | None, *, webhook_too: bool
    ) -> None:
        try:
            await link.rest.call(method, _MESSAGE, body, channel_id=message.chat, message_id=message.id)
        except NotDone as no:
            if no.code not in (errors.FOREIGN_MESSAGE, errors.MISSING_PERMISSIONS):
                raise
            # Perhaps a post of one of our webhooks, which the bot itself may not touch.
            if webhook_too and await self._by_webhook(link, message, method, body):
                return
            if no.code == errors.FOREIGN_MESSAGE and await self._outlived(link, message):
                raise NotDone(Reason.GONE, errors.UNKNOWN_WEBHOOK, "its webhook is gone") from no
            raise

    @staticmethod
    async def _outlived(link: Link, message: MessageRef) -> bool:
        """Whether a message is a webhook's that nothing of ours can change any more."""
        told = await link.rest.one("GET", _MESSAGE, channel_id=message.chat, message_id=message.id)
        return bool(told.get("webhook_id"))

    async def _by_webhook(self, link: Link, message: MessageRef, method: str, body: Body | None) -> bool:
        try:
            channel, thread = await self._channel(link, message.chat)
            return await link.speakers.change(link.rest, channel, thread, message.id, method, body)
        except NotDone as no:
            if no.code == errors.THREAD_ARCHIVED or no.reason not in (Reason.NO_RIGHT, Reason.GONE):
                raise
            return False

    # --- telling ---

    def _reported(self, body: Body) -> Body:
        if body.losses:
            self._log.info("discord: shown otherwise than meant: %s", ", ".join(body.losses))
        return body

    def _refused(self, no: NotDone) -> Refused:
        level = logging.ERROR if no.reason is Reason.INVALID else logging.INFO
        self._log.log(level, "discord: refused: %s", no)
        return no.refused


def _emoji(payload: JsonObject) -> str:
    """An emoji as a path names it: a character, or its name and id."""
    number = payload.get("id")
    return f"{payload.get('name')}:{number}" if number else str(payload.get("name"))
