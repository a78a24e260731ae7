"""discord.py's client, kept as small and quiet as it goes: no caches of messages and members, no tasks for events.

Messages and interactions are handed on as Discord sent them, before the library builds anything: whether anyone is
concerned is asked of plain ids first.
"""

import logging
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, cast

import discord
from discord.gateway import DiscordWebSocket
from discord.http import Route
from discord.state import ConnectionState
from yarl import URL

from bot.adapters.discord import limits
from bot.adapters.discord.rest import watch
from bot.adapters.discord.wire import JsonObject
from bot.ports.clock import Clock

if TYPE_CHECKING:
    from discord.types import gateway as told
    from discord.types.guild import Guild as GuildPayload
    from discord.types.member import MemberWithUser

Told = Callable[..., None]
"""Called at once, on the reader's own stack, in the order in which Discord tells things."""

MESSAGE, EDIT, INTERACTION, MEMBER = "message_told", "edit_told", "interaction_told", "member_told"
"""Names of our own for what is handed on as JSON; the others are discord.py's events without ``on_``."""


def plain_intents() -> discord.Intents:
    """The intents that need no grant."""
    return discord.Intents(
        guilds=True,
        moderation=True,
        guild_messages=True,
        dm_messages=True,
        guild_reactions=True,
        dm_reactions=True,
        guild_scheduled_events=True,
    )


class _State(ConnectionState["Line"]):
    """discord.py's state, which leaves messages and interactions as they are."""

    def ask_for(self, intents: discord.Intents) -> None:
        """Settles the intents after the log-in has told which are granted."""
        self._intents = intents

    def parse_message_create(self, data: "told.MessageCreateEvent") -> None:
        self.dispatch(MESSAGE, data)

    def parse_message_update(self, data: "told.MessageUpdateEvent") -> None:
        self.dispatch(EDIT, data)

    def parse_interaction_create(self, data: "told.InteractionCreateEvent") -> None:
        self.dispatch(INTERACTION, data)

    def parse_guild_member_update(self, data: "told.GuildMemberUpdateEvent") -> None:
        super().parse_guild_member_update(data)
        self.dispatch(MEMBER, data)


class Line(discord.Client):
    """One connection to Discord, from log-in to its end.

    Args:
        told: what to call for which event.
        clock: waits between two identifies.
        settle: seconds without another guild after which the guilds are taken to be complete.
        log: where a failure in what is called goes: one bad event does not end the connection.
    """

    def __init__(self, told: Mapping[str, Told], clock: Clock, settle: float, log: logging.Logger) -> None:
        super().__init__(
            intents=plain_intents(),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            guild_ready_timeout=settle,
            http_trace=watch(),
            max_ratelimit_timeout=30.0,
        )
        self._told = told
        self._clock = clock
        self._log = log

    def _get_state(self, **options: Any) -> ConnectionState[Any]:
        return _State(dispatch=self.dispatch, handlers=self._handlers, hooks=self._hooks, http=self.http, **options)

    def ask_for(self, intents: discord.Intents) -> None:
        """Settles the intents, between log-in and connection."""
        state = self._connection
        if isinstance(state, _State):
            state.ask_for(intents)

    def dispatch(self, event: str, /, *args: Any, **kwargs: Any) -> None:
        """Calls what is to be called for an event, at once."""
        call = self._told.get(event)
        if call is None:
            return
        try:
            call(*args, **kwargs)
        except Exception:
            self._log.exception("discord: could not take in %s", event)

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Keeps to one identify in five seconds."""
        del shard_id
        if not initial:
            await self._clock.sleep(limits.IDENTIFY_SECONDS)

    @property
    def mark(self) -> str:
        """The event being told: the same when a resumed session tells it again."""
        return f"gateway:{self.ws.session_id}:{self.ws.sequence}"

    @property
    def me(self) -> str:
        """The bot's own user id."""
        return "" if self.user is None else str(self.user.id)

    def member(self, guild: discord.Guild, payload: JsonObject) -> discord.Member:
        """A membership's JSON as the library's, whose rights it can work out."""
        return discord.Member(data=cast("MemberWithUser", payload), guild=guild, state=self._connection)

    def guild(self, payload: JsonObject) -> discord.Guild:
        """A guild's JSON as the library's; it is not kept."""
        return discord.Guild(data=cast("GuildPayload", payload), state=self._connection)

    async def enter(self, token: str) -> JsonObject:
        """Logs in and asks for the gateway's address; gives what Discord says about new sessions."""
        await self.login(token)
        _, address, starts = await self.http.get_bot_gateway()
        # The library keeps the address in its class: it has no other place for it.
        DiscordWebSocket.DEFAULT_GATEWAY = URL(address)
        return dict(starts)


def aim(api_base: str) -> None:
    """Points the library at an API; it keeps the address in its class."""
    Route.BASE = api_base.rstrip("/")
