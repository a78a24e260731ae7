"""Has copies that stand be what their originals are now: what the worker of a chat does with what was changed."""

from collections.abc import Sequence
from dataclasses import replace

import structlog

from bot.api.mirror import Reacting, Trouble
from bot.core.mirror.composing import Composer, Troubled
from bot.core.mirror.copying import Copying
from bot.core.mirror.line import Copy, Due, Kept, Line, State
from bot.core.mirror.parts import Parts
from bot.core.mirror.reactions import shown_on
from bot.core.mirror.routes import Way
from bot.core.mirror.wording import Section, copied
from bot.core.outbound import Sending, send_key
from bot.core.stations import Station
from bot.domain.capabilities import Reactions
from bot.domain.message import Outgoing
from bot.domain.refs import ChatRef, MessageRef
from bot.domain.text import RichText
from bot.ports.outcome import Delivery, Outcome, Reason, Refused, Sent

_ALL = Due.SEND | Due.CHANGE | Due.FILES | Due.TAKE | Due.REACT

log = structlog.get_logger(__name__)


class Following:
    """Changes copies and takes them away.

    Args:
        troubled: is told what could not follow.
    """

    def __init__(self, parts: Parts, composer: Composer, copying: Copying, troubled: Troubled) -> None:
        self._parts = parts
        self._composer = composer
        self._copying = copying
        self._troubled = troubled

    async def follow(self, copy: Copy) -> None:
        """Has a copy that stands be what its originals are now."""
        standing = [line for line in copy.lines if line.state is State.STANDS]
        due = Due.NOTHING
        for line in copy.lines:
            due |= line.due
        if not copy.posts:
            # While it is being sent, what was changed is due again afterwards. Else another has its posts' names now.
            if copy.words is None:
                await self._parts.lines.dropped(copy)
            return
        if not standing:
            await self.take(copy)
            return
        way = self._parts.routes.way(standing[0].route)
        station = self._parts.stations.of(copy.chat)
        if way is None or station is None:
            await self._parts.lines.done(copy.lines, due)
            return
        tells = way.reacts is Reacting.LINE
        if due & (Due.CHANGE | Due.FILES | Due.TAKE) or (Due.REACT in due and tells):
            await self._change(copy, standing, way, station)
        if Due.REACT in due and way.reacts is Reacting.NEAREST:
            await self._react(copy, standing)
        await self._parts.lines.done(copy.lines, Due.REACT)

    async def take(self, copy: Copy) -> None:
        """Takes a copy away, for good."""
        for post in copy.posts:
            await self._noted(copy, await self._parts.outbound.delete(post))
        await self._parts.lines.dropped(copy)

    async def _noted(self, copy: Copy, outcome: Outcome) -> bool:
        """Whether something was done; what could not be is reported, but for what is gone already."""
        if not isinstance(outcome, Refused) or outcome.reason is Reason.UNCHANGED:
            return True
        log.warning("a copy could not follow", chat=str(copy.chat), why=outcome.detail, reason=outcome.reason.value)
        for line in copy.lines[:1]:
            way = self._parts.routes.way(line.route)
            if way is not None and outcome.reason is not Reason.GONE:
                self._troubled(way, Trouble.NOT_CHANGED)
        return False

    async def _change(self, copy: Copy, standing: Sequence[Line], way: Way, station: Station) -> None:
        if any(line.forgotten for line in standing):
            # It cannot be said once more: nobody knows its words now.
            if any(line.due & ~Due.REACT for line in copy.lines):
                self._troubled(way, Trouble.NOT_CHANGED)
            await self._parts.lines.done(copy.lines, _ALL)
            return
        sections: list[Section] = []
        settled: list[tuple[Line, Kept]] = []
        for line in standing:
            its = self._parts.routes.way(line.route) or way
            kept = await self._composer.settled(line, its)
            settled.append((line, kept))
            section = await self._composer.section(line, kept, its, alone=len(copy.lines) == 1, posts=copy.posts)
            if section is not None:
                sections.append(section)
        if not sections:
            await self._take_back(copy, settled)
            return
        outgoing = copied(sections, speaks_as=copy.spoken)
        if len(sections) == 1 and Due.FILES in sections[0].line.due and sections[0].kept.files:
            await self._change_files(copy, sections[0], way, station)
            posts, texts = copy.posts, copy.texts
        else:
            posts, texts = await self._reword(copy, way, station, outgoing)
        gone = [(line, Kept()) for line in copy.lines if line.state is State.GONE]
        await self._parts.lines.changed(copy, posts, texts=texts, lines=[*settled, *gone])

    async def _take_back(self, copy: Copy, settled: Sequence[tuple[Line, Kept]]) -> None:
        """What stands has nothing to say any more, as long as its original stays as it is."""
        for post in copy.posts:
            await self._noted(copy, await self._parts.outbound.delete(post))
        await self._parts.lines.emptied(copy, settled)

    async def _reword(
        self, copy: Copy, way: Way, station: Station, outgoing: Outgoing
    ) -> tuple[tuple[MessageRef, ...], int]:
        """Changes the posts that hold words: some more are sent, or taken away, when there are more or fewer words."""
        pieces = list(self._parts.outbound.degraded(station, copy.chat, outgoing)) or [
            replace(outgoing, text=RichText())
        ]
        worded, files = list(copy.posts[: copy.texts]), list(copy.posts[copy.texts :])
        if not worded:  # words came to files that had none: under the first of them
            worded, files = files[:1], files[1:]
        kept: list[MessageRef] = []
        for index, piece in enumerate(pieces):
            if index < len(worded):
                await self._noted(copy, await self._parts.outbound.edit(worded[index], copy.chat, piece))
                kept.append(worded[index])
                continue
            key = send_key("mirror", copy.id, "more", index, outgoing.text.plain)
            sending = Sending(alone=True, doubt=self._copying.doubt(way))
            delivery: Delivery = await self._parts.outbound.send(copy.chat, piece, key=key, sending=sending)
            if isinstance(delivery, Sent):
                kept.extend(delivery.messages)
                # Known from now on, whatever keeps the rest from being changed.
                await self._parts.lines.changed(copy, (*kept, *files), texts=len(kept), lines=())
            else:
                await self._noted(copy, delivery)
        for post in worded[len(pieces) :]:
            await self._noted(copy, await self._parts.outbound.delete(post))
        return (*kept, *files), len(kept)

    async def _change_files(self, copy: Copy, section: Section, way: Way, station: Station) -> None:
        """Another file came in the place of one: the first post shows it."""
        capabilities = station.gateway.capabilities(copy.chat)
        async with self._copying.luggage([section], way, capabilities) as (noted, files):
            piece = replace(copied(noted, speaks_as=copy.spoken), files=files[:1])
            await self._noted(copy, await self._parts.outbound.edit(copy.posts[0], copy.chat, piece))

    async def _react(self, copy: Copy, standing: Sequence[Line]) -> None:
        station = self._parts.stations.of(copy.chat)
        # Of a copy that holds several nobody knows which of them is meant.
        if station is None or len(copy.lines) != 1:
            return
        capabilities = station.gateway.capabilities(copy.chat)
        if capabilities.reactions is Reactions.NONE:
            return
        found = await self._parts.reactions.of(standing[0].root)
        await self._noted(
            copy, await self._parts.outbound.react(copy.posts[0], shown_on(copy.posts, found, capabilities))
        )

    async def react_to_original(self, root: MessageRef, source: ChatRef) -> None:
        """Shows on an original what was reacted to its copies."""
        station = self._parts.stations.of(root)
        if station is None:
            return
        capabilities = station.gateway.capabilities(source)
        if capabilities.reactions is Reactions.NONE:
            return
        found = await self._parts.reactions.of(root)
        await self._parts.outbound.react(root, shown_on([root], found, capabilities))
