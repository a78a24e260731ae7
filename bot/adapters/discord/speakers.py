"""Speaking under another's name: one webhook of the bot's own in each channel, made when first needed.

A webhook's posts take no nonce. When an answer was lost, the same send looks in the history for what it may have posted
already before it posts again; that memory is this process's alone.
"""

import asyncio
from collections import OrderedDict
from dataclasses import dataclass

from bot.adapters.discord import errors
from bot.adapters.discord.errors import NotDone
from bot.adapters.discord.names import made_at, snowflake_at
from bot.adapters.discord.render import Body
from bot.adapters.discord.rest import Rest
from bot.adapters.discord.wire import JsonObject, as_object, as_objects
from bot.domain.errors import Unreachable
from bot.ports.clock import Clock

KEPT = 2_000
"""Most webhooks, and most of their posts, remembered at once."""
_LOOKED_THROUGH = 50
_SLACK_SECONDS = 30
"""How far our clock may be from Discord's when the history is looked through."""
_EXECUTE = "/webhooks/{webhook_id}/{webhook_token}"
_POSTED = "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}"


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
    """

    def __init__(self, clock: Clock, application: str, name: str) -> None:
        self._clock = clock
        self._application = application
        self._name = name
        self._webhooks: OrderedDict[str, Webhook] = OrderedDict()
        self._uncertain: OrderedDict[str, int] = OrderedDict()
        self._making = asyncio.Lock()

    async def post(self, rest: Rest, channel: str, thread: str | None, body: Body, key: str) -> JsonObject:
        """Posts; gives the message's JSON.

        Args:
            channel: where the webhook stands.
            thread: the thread in it to post to, or None.
            key: the same when it is tried again.
        """
        webhook = await self._of(rest, channel)
        since = self._uncertain.pop(key, None)
        if since is not None:
            found = await self._found(rest, webhook, thread or channel, body, since)
            if found is not None:
                return found
        begun = since or max(0, snowflake_at(self._clock.now()) - (_SLACK_SECONDS * 1_000 << 22))
        try:
            return await self._execute(rest, webhook, thread, body)
        except Unreachable as lost:
            if lost.uncertain:
                self._uncertain[key] = begun
                _bound(self._uncertain)
            raise
        except NotDone as no:
            if no.code not in (errors.UNKNOWN_WEBHOOK, errors.INVALID_WEBHOOK_TOKEN):
                raise
            # Somebody deleted it: make another, once.
            self._webhooks.pop(channel, None)
            return await self._execute(rest, await self._of(rest, channel), thread, body)

    async def change(
        self, rest: Rest, channel: str, thread: str | None, number: str, method: str, body: Body | None
    ) -> bool:
        """Changes (PATCH) or takes away (DELETE) a post of one of our webhooks; False when it is none of theirs."""
        webhook = await self._of(rest, channel)
        try:
            await rest.call_by_token(
                method,
                _POSTED,
                body,
                query=_query(thread),
                webhook_id=webhook.id,
                webhook_token=webhook.token,
                message_id=number,
            )
        except NotDone as no:
            if no.code in (errors.UNKNOWN_MESSAGE, errors.UNKNOWN_WEBHOOK, errors.INVALID_WEBHOOK_TOKEN):
                self._webhooks.pop(channel, None)
                return False
            raise
        return True

    async def _execute(self, rest: Rest, webhook: Webhook, thread: str | None, body: Body) -> JsonObject:
        told = await rest.call_by_token(
            "POST",
            _EXECUTE,
            body,
            query=_query(thread) | {"wait": "true"},
            webhook_id=webhook.id,
            webhook_token=webhook.token,
        )
        return as_object(told)

    async def _of(self, rest: Rest, channel: str) -> Webhook:
        async with self._making:
            kept = self._webhooks.get(channel)
            if kept is not None:
                self._webhooks.move_to_end(channel)
                return kept
            path = "/channels/{channel_id}/webhooks"
            standing = as_objects(await rest.call("GET", path, channel_id=channel))
            ours = (one for one in standing if one.get("application_id") == self._application and one.get("token"))
            payload = next(ours, None) or await rest.one("POST", path, {"name": self._name}, channel_id=channel)
            webhook = Webhook(str(payload["id"]), str(payload["token"]))
            self._webhooks[channel] = webhook
            _bound(self._webhooks)
            return webhook

    async def _found(self, rest: Rest, webhook: Webhook, chat: str, body: Body, since: int) -> JsonObject | None:
        """A post that the lost answer was about, or None."""
        history = await rest.many(
            "GET",
            "/channels/{channel_id}/messages",
            query={"after": str(since), "limit": _LOOKED_THROUGH},
            channel_id=chat,
        )
        for message in sorted(history, key=lambda one: made_at(one["id"])):
            same = str(message.get("content") or "") == str(body.form.get("content") or "").strip()
            named = as_object(message.get("author")).get("username") == body.form.get("username")
            held = len(as_objects(message.get("attachments"))) == len(body.files)
            if message.get("webhook_id") == webhook.id and same and named and held:
                return message
        return None


def _query(thread: str | None) -> JsonObject:
    return {} if thread is None else {"thread_id": thread}


def _bound(kept: "OrderedDict[str, Webhook] | OrderedDict[str, int]") -> None:
    while len(kept) > KEPT:
        kept.popitem(last=False)
