"""Speaking under another's name: one webhook of the bot's own in each channel, made when first needed.

A webhook's posts take no nonce: one whose answer was lost is looked up in the history before it is posted again, also
when it was another process that posted it.
"""

import asyncio
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime

from bot.adapters.discord import errors
from bot.adapters.discord.errors import NotDone
from bot.adapters.discord.history import History, alike
from bot.adapters.discord.render import Body
from bot.adapters.discord.rest import Rest
from bot.adapters.discord.wire import JsonObject, as_object, as_objects
from bot.domain.errors import Unreachable
from bot.ports.clock import Clock

KEPT = 2_000
"""Most webhooks, and most uncertain posts, remembered at once."""
_WEBHOOKS = "/channels/{channel_id}/webhooks"
_EXECUTE = "/webhooks/{webhook_id}/{webhook_token}"
_POSTED = "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}"
_GONE = frozenset({errors.UNKNOWN_WEBHOOK, errors.INVALID_WEBHOOK_TOKEN})


@dataclass(frozen=True, slots=True)
class Webhook:
    """One of our webhooks."""

    id: str
    token: str


class Speakers:
    """Posts, changes and deletes through webhooks.

    Args:
        application: the bot's application id: only its own webhooks are used.
        name: what new webhooks are called.
        history: looks up posts whose answer was lost.
    """

    def __init__(self, clock: Clock, application: str, name: str, history: History) -> None:
        self._clock = clock
        self._application = application
        self._name = name
        self._history = history
        self._webhooks: OrderedDict[str, Webhook] = OrderedDict()
        self._uncertain: OrderedDict[str, datetime] = OrderedDict()
        self._making = asyncio.Lock()

    async def post(
        self, rest: Rest, channel: str, thread: str | None, body: Body, key: str, since: datetime | None
    ) -> JsonObject:
        """Posts; gives the message's JSON.

        Args:
            channel: where the webhook stands.
            thread: the thread in it to post to, or None.
            key: the same when it is tried again.
            since: since when it may stand there already, where another process tried it.
        """
        webhook = await self._of(rest, channel)
        tried = [moment for moment in (since, self._uncertain.get(key)) if moment is not None]
        if tried:
            found = await self._found(rest, webhook, channel, thread, body, min(tried))
            if found is not None:
                return self._settled(key, found)
        begun = min([*tried, self._clock.now()])
        try:
            try:
                told = await self._execute(rest, webhook, thread, body)
            except NotDone as no:
                if no.code not in _GONE:
                    raise
                # Somebody deleted it: make another, once.
                self._webhooks.pop(channel, None)
                told = await self._execute(rest, await self._of(rest, channel), thread, body)
            if "id" not in told:
                raise Unreachable("garbage", uncertain=True)
        except Unreachable as lost:
            if lost.uncertain:
                self._uncertain[key] = begun
                _bound(self._uncertain)
            raise
        return self._settled(key, told)

    def _settled(self, key: str, told: JsonObject) -> JsonObject:
        self._uncertain.pop(key, None)
        self._history.settle(str(told["id"]))
        return told

    async def change(
        self, rest: Rest, channel: str, thread: str | None, number: str, method: str, body: Body | None
    ) -> bool:
        """Changes (PATCH) or takes away (DELETE) a post of one of our webhooks; False when it is none of theirs.

        Raises:
            NotDone, Flooded, Unreachable: as :meth:`Rest.call`; NotDone also where its webhooks cannot be listed.
        """
        kept = self._webhooks.get(channel)
        if kept is not None and await self._changed(rest, kept, thread, number, method, body):
            return True
        # Another of ours may have posted it: before a restart, or beside another process.
        for webhook in await self._standing(rest, channel):
            if webhook != kept and await self._changed(rest, webhook, thread, number, method, body):
                return True
        return False

    async def _changed(
        self, rest: Rest, webhook: Webhook, thread: str | None, number: str, method: str, body: Body | None
    ) -> bool:
        ids = {"webhook_id": webhook.id, "webhook_token": webhook.token, "message_id": number}
        try:
            await rest.call_by_token(method, _POSTED, body, query=_query(thread, body), **ids)
        except NotDone as no:
            if no.code in _GONE:
                self._forget(webhook)
                return False
            if no.code == errors.UNKNOWN_MESSAGE:
                return False
            raise
        return True

    def _forget(self, webhook: Webhook) -> None:
        for channel in [channel for channel, kept in self._webhooks.items() if kept == webhook]:
            del self._webhooks[channel]

    async def _execute(self, rest: Rest, webhook: Webhook, thread: str | None, body: Body) -> JsonObject:
        ids = {"webhook_id": webhook.id, "webhook_token": webhook.token}
        query = _query(thread, body) | {"wait": "true"}
        return as_object(await rest.call_by_token("POST", _EXECUTE, body, query=query, **ids))

    async def _of(self, rest: Rest, channel: str) -> Webhook:
        async with self._making:
            kept = self._webhooks.get(channel)
            if kept is not None:
                self._webhooks.move_to_end(channel)
                return kept
            standing = await self._standing(rest, channel)
            if standing:
                webhook = standing[0]
            else:
                payload = await rest.one("POST", _WEBHOOKS, {"name": self._name}, channel_id=channel)
                webhook = Webhook(str(payload["id"]), str(payload["token"]))
            self._webhooks[channel] = webhook
            _bound(self._webhooks)
            return webhook

    async def _standing(self, rest: Rest, channel: str) -> list[Webhook]:
        """Our webhooks in a channel, the oldest first."""
        told = as_objects(await rest.call("GET", _WEBHOOKS, channel_id=channel))
        ours = [one for one in told if str(one.get("application_id")) == self._application and one.get("token")]
        ours.sort(key=lambda one: int(one["id"]))
        return [Webhook(str(one["id"]), str(one["token"])) for one in ours]

    async def _found(
        self, rest: Rest, webhook: Webhook, channel: str, thread: str | None, body: Body, since: datetime
    ) -> JsonObject | None:
        """A post that a lost answer was about, or None."""

        async def fits(message: JsonObject) -> bool:
            # A webhook deleted meanwhile leaves its posts, and the application's mark on them.
            ours = message.get("webhook_id") == webhook.id or str(message.get("application_id")) == self._application
            named = as_object(message.get("author")).get("username") == body.form.get("username")
            if not (message.get("webhook_id") and ours and named):
                return False
            if _hidden(message) and message["webhook_id"] == webhook.id:
                ids = {"webhook_id": webhook.id, "webhook_token": webhook.token, "message_id": str(message["id"])}
                message = as_object(await rest.call_by_token("GET", _POSTED, None, query=_query(thread, None), **ids))
            return alike(message, body)

        return await self._history.find(rest, thread or channel, since, fits)


def _hidden(message: JsonObject) -> bool:
    """Whether a message comes without its content: the bot may not read messages, but its webhook may."""
    return not (message.get("content") or message.get("embeds") or message.get("attachments"))


def _query(thread: str | None, body: Body | None) -> JsonObject:
    query: JsonObject = {} if thread is None else {"thread_id": thread}
    if body is not None and body.form.get("components"):
        query["with_components"] = "true"
    return query


def _bound(kept: "OrderedDict[str, Webhook] | OrderedDict[str, datetime]") -> None:
    while len(kept) > KEPT:
        kept.popitem(last=False)
