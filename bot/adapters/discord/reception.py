"""What comes in while one connection lasts: handed to the core in order, kept before the next is taken.

An event that the core cannot keep ends the connection: the next one reads the watched chats back, and so is told again.
"""

import asyncio
import logging
from collections.abc import Coroutine

from bot.adapters.discord import limits
from bot.adapters.discord.answers import Answers
from bot.adapters.discord.arrivals import Arrivals
from bot.adapters.discord.asked import PrivatePress, Questions
from bot.adapters.discord.cdn import Portraits
from bot.adapters.discord.errors import NotDone
from bot.adapters.discord.files import Uploads
from bot.adapters.discord.inbound import Inbound
from bot.adapters.discord.line import EDIT, INTERACTION, MESSAGE, Told
from bot.adapters.discord.link import Link
from bot.adapters.discord.names import chat_ref, made_at
from bot.adapters.discord.readback import ReadBack
from bot.adapters.discord.responder import Answering
from bot.adapters.discord.tickets import Ticket
from bot.adapters.discord.wire import JsonObject
from bot.domain.errors import PlatformError, Unreachable
from bot.domain.events import CompletionAsked, Event, Private, PrivateOpened
from bot.ports.clock import Clock
from bot.ports.gateway import AnswerMode, Intake

_TRIES = (0.5, 2.0, 8.0)
"""Seconds to wait when an event cannot be kept, before the connection is given up."""


class Reception:
    """Takes in one connection's events.

    Args:
        link: the log-in.
        intake: the core's door.
        answers: where interactions are answered.
        uploads: keeps what came along with interactions.
        portraits: keeps the pictures of who is heard.
    """

    def __init__(
        self,
        link: Link,
        intake: Intake,
        answers: Answers,
        uploads: Uploads,
        portraits: Portraits,
        clock: Clock,
        log: logging.Logger,
    ) -> None:
        self._link = link
        self._intake = intake
        self._answers = answers
        self._clock = clock
        self._log = log
        self._queue: asyncio.Queue[Event] = asyncio.Queue()
        self._open = asyncio.Event()
        self._broken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._tasks: set[asyncio.Task[None]] = set()
        line, whereabouts = link.line, link.whereabouts
        put = self._queue.put_nowait
        self._inbound = Inbound(line, whereabouts, intake, put, portraits, clock, content=link.content)
        self._questions = Questions(intake, self._inbound, whereabouts, uploads, portraits)
        self._arrivals = Arrivals(line, whereabouts, put, clock, clock.now())
        self._read_back = ReadBack(link, intake, self._inbound, put, clock, log)

    @property
    def told(self) -> dict[str, Told]:
        """What to call for which event."""
        told: dict[str, Told] = {
            MESSAGE: self._inbound.message,
            EDIT: self._inbound.edit,
            INTERACTION: self._asked,
            "raw_message_delete": self._inbound.deleted,
            "raw_bulk_message_delete": self._inbound.deleted_in_bulk,
            "raw_reaction_add": self._inbound.reacted,
            "raw_reaction_remove": self._inbound.unreacted,
            "connect": self._begun,
            "ready": self._read_back.complete,
        }
        return told | self._arrivals.told

    async def deliver(self) -> None:
        """Hands events over, one after the other, until cancelled.

        Raises:
            Unreachable: one could not be kept, so that the connection must be made anew.
        """
        while True:
            event = await self._queue.get()
            await self._open.wait()
            await self._keep(event)

    async def broken(self) -> None:
        """Lasts until what was missed cannot be found out, and then raises :class:`Unreachable`."""
        await self._broken

    def close(self) -> None:
        """Ends what is under way."""
        self._broken.cancel()
        for task in self._tasks:
            task.cancel()

    async def _keep(self, event: Event) -> None:
        for wait in (*_TRIES, None):
            try:
                await self._intake.accept(event)
            except Exception as error:
                self._log.warning("discord: could not keep %s: %s", event.key, error)
                if wait is None:
                    raise Unreachable("an event could not be kept") from error
                await self._clock.sleep(wait)
            else:
                return

    def _begun(self) -> None:
        """A new session, not a resumed one: what was last seen is noted before anything new is taken in."""
        self._open.clear()
        self._arrivals.begun()
        self._start(self._catch_up())

    async def _catch_up(self) -> None:
        try:
            await self._read_back.note()
        except Exception as error:
            # Nothing new may be taken in: it would move on what was last seen. The next connection asks again.
            self._log.warning("discord: could not look up what was last seen: %s", error)
            self._broken.set_exception(Unreachable("what was last seen could not be looked up"))
            return
        self._open.set()
        await self._read_back.run()

    # --- interactions ---

    def _asked(self, data: JsonObject) -> None:
        found = self._questions.read(data)
        if found is None:
            return
        asked, ticket = found
        match asked:
            case CompletionAsked():
                self._start(self._complete(asked, self._answers.passing(ticket)))
            case PrivatePress():
                self._start(self._open_private(asked, ticket, self._answers.begin(ticket)))
            case _:
                answering = self._answers.begin(ticket)
                if ticket.mode is not AnswerMode.FORM:
                    self._start(self._acknowledge(answering))
                self._queue.put_nowait(asked)

    async def _acknowledge(self, answering: Answering) -> None:
        await self._clock.sleep(limits.DEFER_AFTER_SECONDS)
        await answering.acknowledge()

    async def _complete(self, asked: CompletionAsked, answering: Answering) -> None:
        await answering.suggest(list(await self._intake.suggest(asked)))

    async def _open_private(self, press: PrivatePress, ticket: Ticket, answering: Answering) -> None:
        await answering.acknowledge()
        try:
            channel = await self._link.rest.one("POST", "/users/@me/channels", {"recipient_id": press.by.ref.id})
        except (NotDone, PlatformError) as error:
            self._log.info("discord: no private chat: %s", error)
            return
        where = Private(chat_ref(channel["id"]))
        event = PrivateOpened(press.key, made_at(ticket.id), where, press.by, press.data, handle=ticket.handle)
        self._queue.put_nowait(event)

    def _start(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self._log.error("discord: a task failed", exc_info=error)
