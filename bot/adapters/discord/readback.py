"""Reading back what was said while no session stood: after a start, and after a resume that failed.

What Discord cannot tell again, and so stays a gap: deletions, edits of older messages, reactions, joins and leaves, and
interactions of that time; and what exceeds :data:`limits.READ_BACK` messages in a chat.
"""

import asyncio
import logging
from collections.abc import Callable

import discord

from bot.adapters.discord import limits
from bot.adapters.discord.errors import NotDone
from bot.adapters.discord.inbound import Inbound
from bot.adapters.discord.link import Link
from bot.adapters.discord.names import snowflake
from bot.adapters.discord.wire import JsonObject, as_text
from bot.domain.errors import Flooded, GatewayRefused, Unreachable
from bot.domain.events import Event
from bot.ports.clock import Clock
from bot.ports.gateway import Intake

_TRIES = 3
_WAIT_SECONDS = 5.0


class ReadBack:
    """Fetches what came after the last message accepted, in each watched chat."""

    def __init__(
        self,
        link: Link,
        intake: Intake,
        inbound: Inbound,
        put: Callable[[Event], None],
        clock: Clock,
        log: logging.Logger,
    ) -> None:
        self._link = link
        self._intake = intake
        self._inbound = inbound
        self._put = put
        self._clock = clock
        self._log = log
        self._since: dict[str, str] = {}
        self._members: dict[tuple[str, str], JsonObject | None] = {}
        self._complete = asyncio.Event()

    async def note(self) -> None:
        """Notes how far each chat was read, before new messages move that on."""
        self._complete.clear()
        for chat in await self._intake.watched_chats():
            seen = await self._intake.last_seen(chat)
            if seen is not None and snowflake(seen) is not None and snowflake(chat) is not None:
                self._since.setdefault(chat, seen)

    def complete(self) -> None:
        """The guilds have all come: names can be looked up."""
        self._complete.set()

    async def run(self) -> None:
        """Reads every noted chat."""
        await self._complete.wait()
        while self._since:
            chat, since = next(iter(self._since.items()))
            await self._chat(chat, since)
            self._since.pop(chat, None)
        self._members.clear()

    async def _member(self, guild: str, user: str) -> JsonObject | None:
        """An author's membership, asked for once; None for who has left."""
        if (guild, user) not in self._members:
            path = "/guilds/{guild_id}/members/{user_id}"
            try:
                told: JsonObject | None = await self._link.rest.one("GET", path, guild_id=guild, user_id=user)
            except NotDone:
                told = None
            self._members[guild, user] = told
        return self._members[guild, user]

    async def _chat(self, chat: str, since: str) -> None:
        place = self._link.whereabouts.anywhere(chat)
        if isinstance(place, discord.TextChannel | discord.Thread | discord.VoiceChannel):
            newest = place.last_message_id
            if newest is not None and newest <= int(since):
                return
        for _ in range(_TRIES):
            try:
                await self._history(chat, since, None if place is None else str(place.guild.id))
            except NotDone as no:
                self._log.warning("discord: %s cannot be read back: %s", chat, no)
                return
            except Flooded as flood:
                await self._clock.sleep(flood.retry_after)
            except Unreachable:
                await self._clock.sleep(_WAIT_SECONDS)
            except GatewayRefused:
                return
            else:
                return
        self._log.warning("discord: a gap: %s could not be read back after %s", chat, since)

    async def _history(self, chat: str, since: str, guild: str | None) -> None:
        rest = self._link.rest
        if guild is None:
            told = await rest.one("GET", "/channels/{channel_id}", channel_id=chat)
            guild = told.get("guild_id")
        after = int(since)
        for _ in range(limits.READ_BACK // limits.HISTORY_PAGE):
            page = await rest.many(
                "GET",
                "/channels/{channel_id}/messages",
                query={"after": str(after), "limit": limits.HISTORY_PAGE},
                channel_id=chat,
            )
            for message in sorted(page, key=lambda one: int(one["id"])):
                after = int(message["id"])
                if self._inbound.wants(message, guild):
                    # A chat's history does not tell since when an author is a member; a message that is told does.
                    member = None if guild is None else await self._member(guild, as_text(message["author"].get("id")))
                    self._put(self._inbound.posted(message if member is None else message | {"member": member}, guild))
            if len(page) < limits.HISTORY_PAGE:
                return
        self._log.warning("discord: a gap: more than %d messages in %s after %s", limits.READ_BACK, chat, since)
