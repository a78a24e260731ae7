"""Looking a lost send up: whether what nobody knows the fate of stands in its chat.

It is known by what it says and by whose it is, since Discord keeps no nonce with what it tells again. What stands there
for another send, as far as this process knows, is never taken for it.
"""

import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot.adapters.discord import limits
from bot.adapters.discord.names import snowflake_at
from bot.adapters.discord.render import Body
from bot.adapters.discord.rest import Rest
from bot.adapters.discord.wire import JsonObject, as_objects

KEPT = 5_000
"""Most messages remembered as the outcome of a send."""
_SLACK = timedelta(seconds=5)
"""How far our clock may be ahead of Discord's."""
_PAGES = 5

Fits = Callable[[JsonObject], Awaitable[bool]]
"""Whether a message of the history is the one that is looked for."""


class History:
    """Finds messages of which it is not known whether they were sent."""

    def __init__(self, log: logging.Logger) -> None:
        self._log = log
        self._settled: OrderedDict[str, None] = OrderedDict()

    def settle(self, number: str) -> None:
        """A message is known to be the outcome of a send: it is none of another's."""
        self._settled[number] = None
        if len(self._settled) > KEPT:
            self._settled.popitem(last=False)

    async def find(self, rest: Rest, chat: str, since: datetime, fits: Fits) -> JsonObject | None:
        """The newest message of a chat since a moment that fits; None when there is none.

        Raises:
            NotDone, Flooded, Unreachable: as :meth:`Rest.call`.
        """
        after, found = snowflake_at(since - _SLACK), None
        for _ in range(_PAGES):
            query: JsonObject = {"after": str(after), "limit": limits.HISTORY_PAGE}
            page = await rest.many("GET", "/channels/{channel_id}/messages", query=query, channel_id=chat)
            for message in sorted(page, key=lambda one: int(one["id"])):
                after = int(message["id"])
                if str(message["id"]) not in self._settled and await fits(message):
                    found = message
            if len(page) < limits.HISTORY_PAGE:
                break
        else:
            self._log.warning("discord: more was said in %s since %s than is looked through", chat, since)
        if found is not None:
            self._log.info("discord: a send whose answer was lost stands in %s as %s", chat, found["id"])
        return found


def alike(message: JsonObject, body: Body) -> bool:
    """Whether a message says what a body says, as far as Discord leaves it as it was sent."""
    same = str(message.get("content") or "").strip() == str(body.form.get("content") or "").strip()
    files = len(as_objects(message.get("attachments"))) == len(body.files)
    return same and files and _frames(message) == _frames(body.form)


def _frames(form: JsonObject) -> list[tuple[str, str]]:
    """The frames that were sent, without those that Discord makes of links."""
    return [
        (str(one.get("title") or "").strip(), str(one.get("description") or "").strip())
        for one in as_objects(form.get("embeds"))
        if one.get("type", "rich") == "rich"
    ]
