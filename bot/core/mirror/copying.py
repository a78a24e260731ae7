"""Makes copies stand: what the worker of a chat does with what is new, one copy at a time."""

from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime

import structlog
from prometheus_client import CollectorRegistry, Counter

from bot.api.mirror import Trouble
from bot.core.mirror.carrying import Carrier, LeftBehind
from bot.core.mirror.composing import Composer, Troubled
from bot.core.mirror.line import Copy, Kept, Line, State
from bot.core.mirror.parts import Parts
from bot.core.mirror.routes import Way
from bot.core.mirror.wording import Section, copied, spoken, unspoken
from bot.core.outbound import Sending, send_key
from bot.core.stations import Station
from bot.domain.attachments import File
from bot.domain.capabilities import Capabilities
from bot.domain.message import Outgoing
from bot.ports.outcome import Delivery, Reason, Refused, Sent

_TROUBLES = {
    Reason.GONE: Trouble.GONE,
    Reason.CLOSED: Trouble.GONE,
    Reason.NO_RIGHT: Trouble.NO_RIGHT,
}

log = structlog.get_logger(__name__)


class Copying:
    """Sends copies and changes them.

    Args:
        troubled: is told what keeps a route from working.
        registry: where is counted what became of lines.
    """

    def __init__(self, parts: Parts, composer: Composer, troubled: Troubled, registry: CollectorRegistry) -> None:
        self._parts = parts
        self._composer = composer
        self._troubled = troubled
        self._carrier = Carrier(parts)
        self._lines = Counter(
            "cattax_mirror_lines", "Originals repeated, by what came of it", ["end"], registry=registry
        )
        self._copies = Counter("cattax_mirror_copies", "Copies that were sent", registry=registry)

    # ---------------------------------------------------------------------------------------------------------- sending

    async def send(self, settled: Sequence[tuple[Line, Kept]]) -> int:
        """Sends lines as one copy; those that do not fit into one message any more are left.

        Returns:
            How many of the first lines are done with; 0 when they are not as they were read any more.

        Raises:
            Unreachable: the platform could not be reached; the copy is uncertain then.
        """
        line, kept = settled[0]
        way = self._parts.routes.way(line.route)
        station = self._parts.stations.of(line.chat)
        if way is None:  # the route ended
            await self._end(settled[:1], State.LOST)
            return 1
        if station is None or line.forgotten:  # its platform is not on any more, or nobody can read it
            await self.give_up(line)
            return 1
        if way.closed or await self._composer.quiet(way):
            await self._end(settled[:1], State.EMPTY)
            return 1
        if len(settled) > 1:
            return await self._send_together(settled, way, station)
        section = await self._composer.section(line, kept, way, alone=True)
        if section is None:
            await self._end([(line, kept)], State.EMPTY)
            return 1
        return 1 if await self._deliver(station, way, [section]) else 0

    async def _send_together(self, settled: Sequence[tuple[Line, Kept]], first: Way, station: Station) -> int:
        capabilities = station.gateway.capabilities(first.target)
        sections: list[Section] = []
        silent: list[tuple[Line, Kept]] = []
        done = 0
        for line, kept in settled:
            way = self._parts.routes.way(line.route)
            section = await self._composer.section(line, kept, way, alone=False) if way and not way.closed else None
            if section is not None:
                whole = copied([*sections, section], speaks_as=capabilities.speaks_as)
                if sections and station.gateway.measure(whole.text) > capabilities.text:
                    break
                sections.append(section)
            else:
                silent.append((line, kept))
            done += 1
        if silent:
            await self._end(silent, State.EMPTY)
        if len(sections) == 1:
            # Alone after all: with all that a copy of its own has.
            only = sections[0]
            way = self._parts.routes.way(only.line.route)
            again = None if way is None else await self._composer.section(only.line, only.kept, way, alone=True)
            sections = [] if again is None else [again]
        if sections and not await self._deliver(station, first, sections):
            return 0
        return done

    async def _deliver(self, station: Station, way: Way, sections: Sequence[Section]) -> bool:
        """Whether it was sent or refused; False when something else is to be said by now."""
        capabilities = station.gateway.capabilities(way.target)
        async with self.luggage(sections, way, capabilities) as (noted, files):
            outgoing = copied(noted, speaks_as=capabilities.speaks_as)
            number = await self._parts.lines.begin(way.target, [(one.line, one.kept) for one in sections], outgoing)
            if number is None:
                return False
            said, delivery = await self._send(way, number, outgoing, files)
        await self._settle(station, way, number, said, [one.line for one in sections], delivery)
        return True

    async def _send(
        self, way: Way, number: int, outgoing: Outgoing, files: tuple[File, ...], since: datetime | None = None
    ) -> tuple[Outgoing, Delivery]:
        """Sends a copy; gives what was said in the end, too.

        Args:
            since: since when it may stand there already.
        """
        sending = Sending(alone=True, since=since, doubt=self.doubt(way))
        send = self._parts.outbound.send
        with_files = replace(outgoing, files=files)
        delivery = await send(way.target, with_files, key=send_key("mirror", number), sending=sending)
        if isinstance(delivery, Refused) and delivery.reason is Reason.NO_RIGHT and spoken(outgoing):
            # It may not speak under another's name any more: then under its own, with the name before the words.
            self._troubled(way, Trouble.PLAIN)
            outgoing = unspoken(outgoing)
            with_files = replace(outgoing, files=files)
            delivery = await send(way.target, with_files, key=send_key("mirror", number, "plain"), sending=sending)
        return outgoing, delivery

    async def _settle(
        self, station: Station, way: Way, number: int, outgoing: Outgoing, lines: Sequence[Line], delivery: Delivery
    ) -> None:
        if isinstance(delivery, Sent) and not delivery.messages:
            delivery = Refused(Reason.INVALID, "nothing was left to say")
        if isinstance(delivery, Refused):
            await self._refused(way, lines, number, delivery)
            return
        texts = sum(1 for one in self._parts.outbound.degraded(station, way.target, outgoing) if one.text)
        await self._parts.lines.stands(number, delivery.messages, lines, spoken=spoken(outgoing), texts=texts)
        self._copies.inc()
        self._lines.labels("sent").inc(len(lines))

    @asynccontextmanager
    async def luggage(
        self, sections: Sequence[Section], way: Way, capabilities: Capabilities
    ) -> AsyncGenerator[tuple[Sequence[Section], tuple[File, ...]]]:
        """The files of a copy, held while it is sent, and its sections with a word about those left behind."""
        first = sections[0]
        if len(sections) > 1 or not first.kept.files or not way.route.manner.files:
            yield sections, ()
            return
        async with self._carrier.fetched(first.kept.files, first.line.source, capabilities) as fetched:
            yield [await self._with_notes(first, way, fetched.left)], fetched.files

    async def _refused(self, way: Way, lines: Sequence[Line], number: int, refused: Refused) -> None:
        log.warning("a copy was refused", chat=str(way.target), why=refused.detail, reason=refused.reason.value)
        self._troubled(way, _TROUBLES.get(refused.reason, Trouble.GIVEN_UP))
        await self._end([(line, line.kept) for line in lines], State.LOST, number)

    async def _end(self, settled: Sequence[tuple[Line, Kept]], state: State, number: int | None = None) -> None:
        await self._parts.lines.ended(settled, state, number)
        self._lines.labels(state.value).inc(len(settled))

    async def _with_notes(self, section: Section, way: Way, left: Sequence[LeftBehind]) -> Section:
        if not left:
            return section
        texts = self._parts.speech.texts("core", await self._composer.locale(way))
        notes = [
            texts("mirror-file-left", name=one.name, size=f"{one.size / 1_000_000:.1f}")
            if one.size
            else texts("mirror-file-lost", name=one.name)
            for one in left
        ]
        return replace(section, notes=(*section.notes, *notes))

    def doubt(self, way: Way) -> Callable[[], None]:
        """Reports that something may stand twice."""

        def doubtful() -> None:
            log.warning("a copy may stand twice", chat=str(way.target))
            self._lines.labels("uncertain").inc()
            self._troubled(way, Trouble.UNCERTAIN)

        return doubtful

    # ---------------------------------------------------------------------------------------- after a kill, and the end

    async def finish(self, copy: Copy) -> None:
        """Sends a copy again of which nobody knows whether it arrived, word for word."""
        ways = [way for line in copy.lines if (way := self._parts.routes.way(line.route)) is not None]
        station = self._parts.stations.of(copy.chat)
        if not ways:
            await self._parts.lines.dropped(copy)
            return
        if station is None or copy.words is None:
            await self.lost(copy)
            return
        way, words = ways[0], copy.words
        capabilities = station.gateway.capabilities(copy.chat)
        if not capabilities.finds_sent and all(line.state is State.GONE for line in copy.lines):
            self.doubt(way)()  # what was taken back is not said again, only to find where it stands
            await self._parts.lines.dropped(copy)
            return
        attachments = copy.lines[0].kept.files if len(copy.lines) == 1 and way.route.manner.files else ()
        async with self._carrier.fetched(attachments, copy.lines[0].source, capabilities) as fetched:
            said, delivery = await self._send(way, copy.id, words, fetched.files, copy.since)
        # Whether they were changed since it was first sent nobody knows: they are looked at once more.
        lines = [replace(line, revision=-1) for line in copy.lines]
        await self._settle(station, way, copy.id, said, lines, delivery)

    async def lost(self, copy: Copy) -> None:
        """Gives up a copy that cannot be sent."""
        await self._end([(line, line.kept) for line in copy.lines], State.LOST, copy.id)
        for line in copy.lines:
            self._given_up(line)

    async def give_up(self, line: Line) -> None:
        """Gives up what is due about a line."""
        if line.copy is None:
            await self._end([(line, line.kept)], State.LOST)
        else:
            await self._parts.lines.done([line], line.due)
        self._given_up(line)

    def _given_up(self, line: Line) -> None:
        way = self._parts.routes.way(line.route)
        log.error("a copy is given up", chat=str(line.chat), line=line.id)
        if way is not None:
            self._troubled(way, Trouble.GIVEN_UP)
