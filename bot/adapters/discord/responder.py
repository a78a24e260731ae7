"""Answers to interactions: acknowledged in time, in the declared mode, whatever happens meanwhile.

Discord takes one first answer within three seconds, and fixes with it who sees it. What stands is kept while this
process lives; after a restart Discord is asked. Where what is wanted differs from what "thinking" promised, that is
taken away first, because the first follow-up would otherwise take its place and its privacy.
"""

import asyncio
from collections.abc import Awaitable, Callable
from enum import Enum, auto

from bot.adapters.discord import errors, limits, render
from bot.adapters.discord.errors import NotDone
from bot.adapters.discord.forms import modal
from bot.adapters.discord.names import message_ref
from bot.adapters.discord.render import Body
from bot.adapters.discord.rest import Rest
from bot.adapters.discord.tickets import Kind, Ticket
from bot.adapters.discord.wire import JsonObject, as_object, as_objects
from bot.domain.errors import PlatformError, Unreachable
from bot.domain.piece import Piece, Sheet
from bot.ports.clock import Clock
from bot.ports.gateway import AnswerMode, Suggestion
from bot.ports.outcome import Delivery, Done, Outcome, Reason, Refused, Sent

_SAY, _THINK, _DEFER_UPDATE, _UPDATE, _COMPLETE, _OPEN = 4, 5, 6, 7, 8, 9  # docs, "Interaction Callback Type"
_LOADING = 1 << 7  # docs, "Message Flags"
_CALLBACK = "/interactions/{webhook_id}/{webhook_token}/callback"
_FOLLOW_UP = "/webhooks/{webhook_id}/{webhook_token}"
_ORIGINAL = "/webhooks/{webhook_id}/{webhook_token}/messages/@original"
POSTED = "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}"


class Standing(Enum):
    """What Discord has been told so far."""

    ASKED = auto()
    THINKING = auto()
    """Publicly."""
    THINKING_PRIVATELY = auto()
    UPDATING = auto()
    """Acknowledged without a word; the first answer's place is the message with the key."""
    ANSWERED = auto()
    UNKNOWN = auto()
    """An answer was lost, or another process had it."""


class Answering:
    """One interaction's answers.

    Args:
        edit: changes a message of the bot's own as a bot, for where the interaction itself cannot.
        posted: told of every message that an answer made, and of whether only its asker sees it.
    """

    def __init__(
        self,
        rest: Callable[[], Rest],
        ticket: Ticket,
        clock: Clock,
        edit: Callable[[Ticket, Piece], Awaitable[Outcome]],
        posted: Callable[[str, Ticket, bool], None],
        standing: Standing,
    ) -> None:
        self._rest = rest
        self._ticket = ticket
        self._clock = clock
        self._edit = edit
        self._posted = posted
        self._standing = standing
        self._lost: Body | None = None
        self._lock = asyncio.Lock()

    # --- the port ---

    async def reply(self, piece: Piece, *, private: bool) -> Delivery:
        """Answers with a message."""
        body = render.answer(piece, private=private)
        if body.empty:
            return Refused(Reason.INVALID, "an empty message")
        return await self._said(body, private=private)

    async def update(self, piece: Piece) -> Outcome:
        """Changes the message that carries the key."""
        if self._ticket.kind not in (Kind.KEY, Kind.FORM_ON_MESSAGE):
            return Refused(Reason.UNSUPPORTED, "no message to change")
        async with self._lock:
            try:
                await self._settle()
                body = render.change(piece)
                if self._standing is Standing.ASKED and await self._first(_UPDATE, body, Standing.UPDATING):
                    return Done()
                if self._standing is Standing.UPDATING:
                    await self._by_token("PATCH", _ORIGINAL, body)
                    return Done()
                if self._ticket.private:
                    await self._by_token("PATCH", POSTED, body, message_id=self._ticket.message)
                    return Done()
            except NotDone as no:
                return no.refused
        return await self._edit(self._ticket, piece)

    async def open_form(self, sheet: Sheet) -> Outcome:
        """Opens a form, as the first answer only."""
        if self._ticket.kind in (Kind.FORM, Kind.FORM_ON_MESSAGE):
            return Refused(Reason.UNSUPPORTED, "a form cannot answer a form")
        async with self._lock:
            try:
                await self._settle()
                if self._standing is not Standing.ASKED:
                    return Refused(Reason.GONE, "answered already")
                if await self._first(_OPEN, Body(modal(sheet)), Standing.ANSWERED):
                    return Done()
                return Refused(Reason.GONE, "answered already")
            except NotDone as no:
                return no.refused

    async def notice(self, text: str) -> Outcome:
        """A short message that only the asker sees."""
        said = await self._said(render.notice(text), private=True)
        return said if isinstance(said, Refused) else Done()

    async def finish(self) -> None:
        """Acknowledges when nothing was said, and takes a hanging "thinking" away."""
        async with self._lock:
            try:
                await self._settle()
                if self._standing is Standing.ASKED:
                    await self._first(*self._silent())
                await self._stop_thinking()
            except (NotDone, PlatformError):
                return

    # --- what the adapter itself does ---

    async def acknowledge(self) -> None:
        """Acknowledges in the declared mode, unless something was said. A form cannot be put off."""
        async with self._lock:
            if self._standing is not Standing.ASKED or self._ticket.mode is AnswerMode.FORM:
                return
            try:
                match self._ticket.mode:
                    case AnswerMode.PUBLIC:
                        await self._first(_THINK, Body({}), Standing.THINKING)
                    case AnswerMode.UPDATE:
                        await self._first(*self._silent())
                    case _:
                        await self._first(_THINK, Body({"flags": render.EPHEMERAL}), Standing.THINKING_PRIVATELY)
            except (NotDone, PlatformError):
                return

    async def suggest(self, suggestions: list[Suggestion]) -> None:
        """Answers what is typed with completions; never raises: there is no second try."""
        choices = [
            {"name": one.label[: limits.CHOICE_TEXT], "value": one.value[: limits.CHOICE_TEXT]}
            for one in suggestions[: limits.COMPLETIONS]
            if one.label and one.value
        ]
        try:
            await self._first(_COMPLETE, Body({"choices": choices}), Standing.ANSWERED)
        except (NotDone, PlatformError):
            return

    # --- how ---

    async def _said(self, body: Body, *, private: bool) -> Delivery:
        async with self._lock:
            try:
                await self._settle()
                if self._standing is Standing.ASKED:
                    told = await self._say_first(body)
                    if told is not None:
                        return self._sent(told, private=private)
                if self._lost is not None and (found := await self._arrived_after_all(body)) is not None:
                    return self._sent(found, private=private)
                if self._standing is (Standing.THINKING_PRIVATELY if private else Standing.THINKING):
                    form = {key: value for key, value in body.form.items() if key != "flags"}
                    message = await self._by_token("PATCH", _ORIGINAL, Body(form, body.files))
                    self._standing = Standing.ANSWERED
                    return self._sent(message, private=private)
                await self._stop_thinking()
                message = await self._by_token("POST", _FOLLOW_UP, body, query={"wait": "true"})
                return self._sent(message, private=private)
            except NotDone as no:
                return no.refused

    async def _say_first(self, body: Body) -> JsonObject | None:
        """Answers first with a message; None when that was done before. Notes what was said when the answer is lost."""
        try:
            told = await self._first(_SAY, body, Standing.ANSWERED)
        except Unreachable as lost:
            self._lost = body if lost.uncertain else self._lost
            raise
        return None if told is None else as_object(as_object(told.get("resource")).get("message"))

    async def _arrived_after_all(self, body: Body) -> JsonObject | None:
        """The first answer's message when it says what was lost, so that it is not said twice."""
        lost, self._lost = self._lost, None
        if lost is None or lost.form.get("content") != body.form.get("content"):
            return None
        original = await self._by_token("GET", _ORIGINAL, None)
        same = str(original.get("content") or "") == str(body.form.get("content") or "").strip()
        return original if same and len(as_objects(original.get("attachments"))) == len(body.files) else None

    def _sent(self, message: JsonObject, *, private: bool) -> Sent:
        number = str(message.get("id") or "")
        if not number:
            raise Unreachable("an answer without a message", uncertain=True)
        self._posted(number, self._ticket, private)
        return Sent((message_ref(str(message.get("channel_id") or self._ticket.chat), number),))

    def _silent(self) -> tuple[int, Body, Standing]:
        if self._ticket.kind in (Kind.KEY, Kind.FORM_ON_MESSAGE):
            return _DEFER_UPDATE, Body({}), Standing.UPDATING
        return _THINK, Body({"flags": render.EPHEMERAL}), Standing.THINKING_PRIVATELY

    async def _stop_thinking(self) -> None:
        if self._standing in (Standing.THINKING, Standing.THINKING_PRIVATELY):
            await self._by_token("DELETE", _ORIGINAL, None)
            self._standing = Standing.ANSWERED

    async def _first(self, kind: int, body: Body, then: Standing) -> JsonObject | None:
        """Gives the first answer; None when another process was faster, and then what stands is found out."""
        form: JsonObject = {"type": kind, "data": body.form} if body.form else {"type": kind}
        try:
            told = await self._rest().call_by_token(
                "POST",
                _CALLBACK,
                Body(form, body.files),
                query={"with_response": "true"},
                webhook_id=self._ticket.id,
                webhook_token=self._ticket.secret,
            )
        except Unreachable as lost:
            self._standing = Standing.UNKNOWN if lost.uncertain else self._standing
            raise
        except NotDone as no:
            if no.code != errors.ALREADY_ACKNOWLEDGED:
                raise
            await self._ask_what_stands()
            return None
        self._standing = then
        return as_object(told) or {"told": True}

    async def _settle(self) -> None:
        """Finds out what stands, where this process does not know."""
        if self._standing is not Standing.UNKNOWN:
            return
        age = (self._clock.now() - self._ticket.made).total_seconds()
        if age < limits.ANSWER_SECONDS:
            self._standing = Standing.ASKED
            return
        await self._ask_what_stands()

    async def _ask_what_stands(self) -> None:
        try:
            original = await self._by_token("GET", _ORIGINAL, None)
        except NotDone as no:
            if no.code != errors.UNKNOWN_MESSAGE:
                raise
            # A form was opened, or the first answer was deleted: follow-ups are what is left.
            self._standing = Standing.ANSWERED
            return
        flags = int(original.get("flags") or 0)
        if flags & _LOADING:
            self._standing = Standing.THINKING_PRIVATELY if flags & render.EPHEMERAL else Standing.THINKING
        elif str(original.get("id")) == self._ticket.message:
            self._standing = Standing.UPDATING
        else:
            self._standing = Standing.ANSWERED

    async def _by_token(
        self, method: str, path: str, body: Body | None, *, query: JsonObject | None = None, message_id: str = ""
    ) -> JsonObject:
        ids = {"message_id": message_id} if message_id else {}
        told = await self._rest().call_by_token(
            method,
            path,
            body,
            query=query,
            webhook_id=self._ticket.application,
            webhook_token=self._ticket.secret,
            **ids,
        )
        return as_object(told)
