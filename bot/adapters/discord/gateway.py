"""The connection to Discord: what the core asks of it, and its life from log-in to its end."""

import asyncio
import contextlib
import logging
from collections import OrderedDict
from collections.abc import Sequence
from datetime import datetime

import discord

from bot.adapters.discord import commands, limits
from bot.adapters.discord.answers import Answers
from bot.adapters.discord.arrivals import own_guild_rights
from bot.adapters.discord.cdn import Cdn, Portraits
from bot.adapters.discord.errors import NotDone, ended
from bot.adapters.discord.files import Uploads, fetched
from bot.adapters.discord.history import History
from bot.adapters.discord.line import Line, Told, aim, plain_intents
from bot.adapters.discord.link import Connection, Link
from bot.adapters.discord.markup import markup
from bot.adapters.discord.names import PLATFORM, chat_ref, message_ref, snowflake, space_ref
from bot.adapters.discord.posts import Posts, PrivatePosts
from bot.adapters.discord.reception import Reception
from bot.adapters.discord.render import speaker_name
from bot.adapters.discord.rest import Rest
from bot.adapters.discord.speakers import Speakers
from bot.adapters.discord.tickets import Ticket
from bot.adapters.discord.whereabouts import Whereabouts, own_rights
from bot.domain.attachments import Attachment
from bot.domain.capabilities import Capabilities
from bot.domain.errors import GatewayRefused, Unreachable
from bot.domain.events import ReplyHandle
from bot.domain.locales import Locale
from bot.domain.piece import Piece
from bot.domain.refs import ChatRef, MessageRef, Platform, SpaceRef, UserRef
from bot.domain.text import RichText
from bot.ports.clock import Clock
from bot.ports.gateway import Finding, GatewayState, Intake, Offering, Portrait, Responder
from bot.ports.outcome import Delivery, Done, Outcome, Reason, Refused

API_BASE = "https://discord.com/api/v10"
KEPT_PRIVATE_CHATS = 5_000
_COMMANDS = "/applications/{application_id}/commands"


class DiscordGateway:
    """Discord, as the core sees it.

    Args:
        token: the bot's.
        clock: for all waiting and all moments.
        api_base: of Discord's API or of any compatible server; the gateway's address is taken from there.
        log: for the operator.
        cdn: where pictures are served, unless Discord's own.
        patience: seconds after which an unanswered request is given up.
        settle: seconds without another guild after which a new session's guilds are taken to be complete.
    """

    def __init__(
        self,
        token: str,
        clock: Clock,
        api_base: str = API_BASE,
        log: logging.Logger | None = None,
        *,
        cdn: Cdn | None = None,
        patience: float = 20.0,
        settle: float = 2.0,
    ) -> None:
        self._token = token
        self._clock = clock
        self._api_base = api_base
        self._log = log or logging.getLogger(__name__)
        self._patience = patience
        self._settle = settle
        self._state = GatewayState.DOWN
        self._findings: list[Finding] = []
        self._private_chats: OrderedDict[str, ChatRef] = OrderedDict()
        self._refused_intents = False
        self._uploads = Uploads(clock)
        self._cdn = cdn or Cdn()
        self._portraits = Portraits(self._cdn)
        self.connection = Connection()
        private = PrivatePosts(clock)
        self._history = History(self._log)
        self._posts = Posts(self.connection, private, self._history, clock, self._log)
        self._answers = Answers(self.connection, clock, private, self._edit_asked)

    # --- what it is ---

    @property
    def platform(self) -> Platform:
        """``discord``."""
        return PLATFORM

    @property
    def state(self) -> GatewayState:
        """Whether a session stands."""
        return self._state

    @property
    def findings(self) -> Sequence[Finding]:
        """What is missing: settled at log-in, and the rights lacking in each guild now."""
        present = self.connection.present
        lacking: list[Finding] = []
        for guild in () if present is None or self._state is not GatewayState.CONNECTED else present.line.guilds:
            for right in () if guild.unavailable else limits.missing_rights(own_guild_rights(guild)):
                args = (("right", right), ("space", guild.name))
                lacking.append(Finding("finding-missing-right", args, str(space_ref(guild.id))))
        return (*self._findings, *lacking)

    def capabilities(self, chat: ChatRef) -> Capabilities:
        """What a chat can do, by the bot's permissions there."""
        present = self.connection.present
        place = None if present is None else present.whereabouts.anywhere(chat.id)
        if present is None or place is None:
            visited = present is not None and present.whereabouts.visited(chat.id)
            return limits.visiting_capabilities() if visited else limits.private_capabilities()
        return limits.guild_capabilities(
            own_rights(place),
            in_thread=isinstance(place, discord.Thread),
            content=present.content,
            joins=present.joins,
            file_bytes=place.guild.filesize_limit,
        )

    def measure(self, text: RichText) -> int:
        """UTF-16 units of a text's Markdown."""
        return limits.UNIT.measure(markup(text).text)

    # --- its life ---

    async def run(self, intake: Intake) -> None:
        """Logs in, publishes the offering, and takes events in until the connection cannot go on.

        Raises:
            Unreachable: it is worth another try.
            Flooded: the same, after so many seconds.
            GatewayRefused: Discord will not let the bot in.
        """
        self._state, self._findings = GatewayState.STARTING, []
        aim(self._api_base)
        told: dict[str, Told] = {}
        line = Line(told, self._clock, self._settle, self._log)
        async with contextlib.AsyncExitStack() as stack:
            stack.push_async_callback(self._hang_up, line)
            try:
                link = await self._enter(line, stack)
                self.connection.present = link
                await self._publish(link, intake.offering)
                reception = Reception(
                    link, intake, self._answers, self._uploads, self._portraits, self._clock, self._log
                )
                stack.callback(reception.close)
                told.update(reception.told)
                self._follow(told)
                await self._until_ended(line, reception)
            except Exception as error:
                reason = ended(error)
                self._refused_intents = isinstance(error, discord.PrivilegedIntentsRequired)
                if isinstance(reason, GatewayRefused):
                    self._findings = [Finding("finding-discord-token", stops=True)]
                raise reason from error

    async def probe(self) -> Sequence[Finding]:
        """Logs in without connecting.

        Returns:
            What is missing, for the whole gateway.

        Raises:
            Unreachable, Flooded: Discord did not answer as it should.
        """
        aim(self._api_base)
        line = Line({}, self._clock, self._settle, self._log)
        try:
            async with asyncio.timeout(2 * self._patience):
                await line.login(self._token)
            return _ungranted(*_granted(line))
        except Exception as error:
            reason = ended(error)
            if isinstance(reason, GatewayRefused):
                return (Finding("finding-discord-token", stops=True),)
            raise reason from error
        finally:
            await line.close()

    async def _enter(self, line: Line, stack: contextlib.AsyncExitStack) -> Link:
        async with asyncio.timeout(2 * self._patience):
            starts = await line.enter(self._token)
        rest = Rest(line.http, self._patience)
        stack.push_async_callback(rest.close)
        if int(starts.get("remaining", 1)) <= 0:
            wait = int(starts.get("reset_after", 0)) / 1_000
            self._log.warning("discord: no session may be started for %.0f s", wait)
            await self._clock.sleep(wait)
        content, joins = (False, False) if self._refused_intents else _granted(line)
        self._findings.extend(_ungranted(content, joins))
        intents = plain_intents()
        intents.message_content, intents.members = content, joins
        line.ask_for(intents)
        name = speaker_name(line.user.name if line.user else "")
        speakers = Speakers(self._clock, str(line.application_id), name, self._history)
        return Link(line, rest, Whereabouts(line), speakers, content, joins)

    async def _publish(self, link: Link, offering: Offering) -> None:
        """Puts the commands on Discord when they are not there already: it counts how often that is done."""
        wanted, application = commands.published(offering), str(link.line.application_id)
        query = {"with_localizations": "true"}
        if more := commands.left_out(offering):
            self._log.error("discord: takes no more commands and menus; left out: %s", ", ".join(more))
        try:
            standing = await link.rest.many("GET", _COMMANDS, query=query, application_id=application)
            if not commands.same(wanted, standing):
                await link.rest.call("PUT", _COMMANDS, wanted, application_id=application)
        except NotDone as no:
            self._log.error("discord: refuses the commands: %s", no)
            self._findings.append(Finding("finding-discord-commands", (("detail", no.detail),)))

    async def _until_ended(self, line: Line, reception: Reception) -> None:
        lasting = line.connect(), reception.deliver(), reception.broken()
        tasks = [asyncio.create_task(one) for one in lasting]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        for task in done:
            task.result()
        raise Unreachable("the connection was closed")

    async def _hang_up(self, line: Line) -> None:
        self._state = GatewayState.DOWN
        self.connection.present = None
        with contextlib.suppress(Exception):
            await line.close()

    def _follow(self, told: dict[str, Told]) -> None:
        """Keeps the state along with what the reception does."""
        begun = told["connect"]

        def connected() -> None:
            self._state = GatewayState.CONNECTED
            begun()

        def resumed() -> None:
            self._state = GatewayState.CONNECTED

        def dropped() -> None:
            self._state = GatewayState.DOWN

        told.update(connect=connected, resumed=resumed, disconnect=dropped)

    # --- what it does ---

    async def send(self, chat: ChatRef, piece: Piece, *, key: str, since: datetime | None = None) -> Delivery:
        """Sends a message once for a key."""
        return await self._posts.send(chat, piece, key, since)

    async def edit(self, message: MessageRef, piece: Piece) -> Outcome:
        """Changes a message of the bot's own; its files stay unless there are new ones."""
        return await self._posts.edit(message, piece)

    async def delete(self, message: MessageRef) -> Outcome:
        """Deletes a message."""
        return await self._posts.delete(message)

    async def react(self, message: MessageRef, emoji: str | None) -> Outcome:
        """Sets the bot's reaction, or takes it away."""
        return await self._posts.react(message, emoji)

    async def fetch(self, attachment: Attachment, limit: int) -> bytes | None:
        """A file's bytes, by an address asked for anew."""
        if attachment.platform != PLATFORM:
            return None
        return await fetched(self.connection.rest(), self._cdn, self._uploads, attachment, limit)

    async def portrait(self, user: UserRef) -> Portrait | None:
        """A user's picture, as told last with something they did; else asked for. Who has none has Discord's own."""
        if user.platform != PLATFORM or snowflake(user.id) is None:
            return None
        address = self._portraits.of(user.id)
        if address is None:
            try:
                told = await self.connection.rest().one("GET", "/users/{user_id}", user_id=user.id)
            except NotDone:
                return None
            address = self._portraits.note(told)
        return None if address is None else Portrait(address)

    async def private_chat(self, user: UserRef) -> ChatRef | None:
        """The direct messages with a user. That they are closed shows only when something is sent."""
        if user.id in self._private_chats:
            return self._private_chats[user.id]
        try:
            told = await self.connection.rest().one("POST", "/users/@me/channels", {"recipient_id": user.id})
        except NotDone:
            return None
        if "id" not in told:
            raise Unreachable("garbage")
        chat = self._private_chats[user.id] = chat_ref(told["id"])
        if len(self._private_chats) > KEPT_PRIVATE_CHATS:
            self._private_chats.popitem(last=False)
        return chat

    def responder(self, handle: ReplyHandle) -> Responder:
        """What answers an interaction; raises :class:`Unreadable` for a handle that is none of ours."""
        return self._answers.of(handle)

    def speak(self, chat: ChatRef, locale: Locale) -> None:
        """Nothing to do: Discord shows commands in the language of each reader's own app."""
        del chat, locale

    async def leave(self, space: SpaceRef) -> Outcome:
        """Leaves a guild."""
        try:
            await self.connection.rest().call("DELETE", "/users/@me/guilds/{guild_id}", guild_id=space.id)
        except NotDone as no:
            return no.refused
        return Done()

    async def _edit_asked(self, ticket: Ticket, piece: Piece) -> Outcome:
        """Changes the message that carries a key as the bot, where the interaction itself no longer can."""
        if ticket.private:
            return Refused(Reason.GONE, "only its interaction could change it")
        return await self._posts.edit(message_ref(ticket.chat, ticket.message), piece)


def _granted(line: Line) -> tuple[bool, bool]:
    """Whether message content and members are granted to the application; small ones have them in a limited form."""
    flags = line.application_flags
    content = flags.gateway_message_content or flags.gateway_message_content_limited
    return content, flags.gateway_guild_members or flags.gateway_guild_members_limited


def _ungranted(content: bool, joins: bool) -> tuple[Finding, ...]:
    lacking = ("finding-discord-message-content", content), ("finding-discord-members", joins)
    return tuple(Finding(key) for key, granted in lacking if not granted)
