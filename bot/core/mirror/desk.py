"""What a cog sees of the mirror: implements :class:`bot.api.mirror.Mirror`."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import structlog

from bot.api.mirror import CopyKind, Found, LineId, Manner, Route, RouteId, Uttered, Wording
from bot.core.mirror.former import Utterance
from bot.core.mirror.line import Due, Kept, Line, State
from bot.core.mirror.mirror import CoreMirror
from bot.domain.author import Account
from bot.domain.languages import Language
from bot.domain.refs import CommunityId, MessageRef, PersonId, PlaceId
from bot.domain.text import RichText
from bot.ports.outcome import Refused
from bot.ports.translator import Translated

log = structlog.get_logger(__name__)

BY_HAND = ""
"""The name of the service that made a translation which a member corrected."""


class MirrorDesk:
    """One cog's routes.

    Args:
        cog: whose.
    """

    def __init__(self, mirror: CoreMirror, cog: str) -> None:
        self._mirror = mirror
        self._parts = mirror.parts
        self._cog = cog

    async def tie(
        self,
        knot: str,
        kind: CopyKind,
        *,
        source: PlaceId,
        target: PlaceId,
        manner: Manner,
        community: CommunityId | None,
    ) -> Route:
        """Makes a route, or gives it another manner.

        Raises:
            ValueError: one of the places is gone.
        """
        begins, ends = await self._parts.places.chat_of(source), await self._parts.places.chat_of(target)
        if begins is None or ends is None:
            raise ValueError("a place of the route is gone")
        await self._parts.routes.fresh()
        wanted = Route(RouteId(0), self._cog, knot, kind, source, target, community, manner)
        return await self._parts.routes.tie(wanted, begins, ends)

    async def untie(self, knot: str, place: PlaceId | None = None) -> int:
        """Ends routes."""
        await self._parts.routes.fresh()
        return await self._parts.routes.untie(self._cog, knot, place)

    async def close(self, knot: str) -> int:
        """Has nothing take the routes of a knot any more."""
        await self._parts.routes.fresh()
        return await self._parts.routes.close(self._cog, knot, self._parts.clock.now())

    async def hand_over(self, route: RouteId, to: RouteId | None) -> Sequence[MessageRef]:
        """Has nothing take a route any more; what is held on it is held on another."""
        await self._parts.routes.fresh()
        return await self._parts.routes.hand_over(self._cog, route, to, self._parts.clock.now())

    async def routes(self, *, knot: str | None = None, place: PlaceId | None = None) -> Sequence[Route]:
        """This cog's routes."""
        await self._parts.routes.fresh()
        return self._parts.routes.of(self._cog, knot, place)

    async def rules_changed(self, community: CommunityId) -> None:
        """Other processes see it within half a minute."""
        self._mirror.composer.forget_rules(community)

    async def find(self, message: MessageRef) -> Found | None:
        """What is known of a message."""
        root = (await self._parts.lines.roots([message])).get(message)
        if root is not None:
            lines = await self._parts.lines.of_root(root)
            found = next((one for line in lines if (one := self._found(line, copy=False, lines=1))), None)
            if found is not None:
                return found
        copy = await self._parts.lines.copy_at(message)
        if copy is None:
            return None
        for line in reversed(copy.lines):
            found = self._found(line, copy=True, lines=len(copy.lines))
            if found is not None:
                return found
        return None

    def _found(self, line: Line, *, copy: bool, lines: int) -> Found | None:
        way = self._parts.routes.way(line.route)
        if way is None or line.state is State.GONE:
            return None
        kept = line.kept
        return Found(
            line.id,
            way.route,
            line.root,
            line.source,
            copy,
            line.person,
            line.author,
            kept.text,
            kept.language,
            kept.translations,
            lines,
        )

    async def correct(self, line: LineId, language: Language, text: RichText, by: str) -> int:
        """Puts another translation in place of one, in every copy of that original."""
        known = await self._parts.lines.line(line)
        if known is None:
            return 0
        changes: list[tuple[Line, Kept, Due]] = []
        for one in await self._parts.lines.of_root(known.root):
            translations = tuple(
                Translated(text, old.source, language, BY_HAND) if old.to is language else old
                for old in one.kept.translations
            )
            if translations != one.kept.translations and one.state is State.STANDS:
                changes.append((one, replace(one.kept, translations=translations, corrected_by=by), Due.CHANGE))
        # Who edits at the same moment has the last word: what was corrected is not there any more.
        changed = await self._parts.lines.say_again(changes, as_read=True)
        for one, _, _ in changes:
            self._mirror.delivery.wake(one.chat)
        return changed

    async def take_back(self, message: MessageRef) -> bool:
        """Deletes an original and all its copies."""
        root = (await self._parts.lines.roots([message])).get(message)
        if root is None:
            copy = await self._parts.lines.copy_at(message)
            if copy is None or not copy.lines:
                return False
            root = copy.lines[-1].root
        originals = await self._parts.lines.messages_of(root)
        for lane in await self._parts.lines.gone(originals):
            self._mirror.delivery.wake(lane)
        for original in originals:
            outcome = await self._parts.outbound.delete(original)
            if isinstance(outcome, Refused):  # the copies are gone all the same
                log.info("an original stays", why=outcome.detail, chat=original.chat)
        return True

    async def repeat(
        self, message: MessageRef, place: PlaceId, account: Account, text: RichText, language: Language
    ) -> None:
        """Takes what the bot said in a member's name for an original of theirs."""
        chat = await self._parts.places.chat_of(place)
        if chat is None:
            return
        await self._parts.routes.fresh()
        # Whoever has it said in a chat's other languages has said it there in all of them.
        ways = [way for way in self._parts.routes.leading_from(chat) if way.target != way.source]
        if ways:
            await self._mirror.hearing.repeat(ways, [message], account, Kept(text, language=language), None)

    async def held(self, knot: str) -> Sequence[MessageRef]:
        """What is held on a knot."""
        return await self._parts.holding.of(self._cog, knot)

    async def let_go(self, knot: str, message: MessageRef | None = None) -> int:
        """Says what was held on a knot."""
        count, lanes = await self._parts.holding.let_go(self._cog, knot, message)
        for lane in lanes:
            self._mirror.delivery.wake(lane)
        return count

    async def drop_held(self, knot: str, message: MessageRef) -> bool:
        """What is held is not said any more."""
        return bool(await self._parts.holding.drop(self._cog, knot, message))

    async def uttered(self, line: LineId) -> Uttered | None:
        """What was said on a route of this cog."""
        known = await self._parts.utterances.of(line)
        return None if known is None else self._uttered(known)

    async def lately(self, knot: str, since: datetime) -> Sequence[Uttered]:
        """What was said on a knot since a moment."""
        known = await self._parts.utterances.on_knot(self._cog, knot, since)
        return [found for one in known if (found := self._uttered(one)) is not None]

    def _uttered(self, utterance: Utterance) -> Uttered | None:
        line = utterance.line
        way = self._parts.routes.way(line.route)
        if way is None or way.route.cog != self._cog:
            return None
        *former, last = [Wording(one.at, one.kept.text, one.kept.translations) for one in utterance.said]
        return Uttered(
            line.id,
            way.route,
            line.person,
            line.author,
            line.made,
            last.text,
            last.translations,
            tuple(former),
            line.state is State.GONE,
            len(utterance.said[-1].kept.files),
        )

    async def silence(self, community: CommunityId, person: PersonId, until: datetime | None) -> None:
        """Nothing that somebody says crosses from now on."""
        await self._parts.silences.silence(community, person, until)

    async def release(self, community: CommunityId, person: PersonId) -> bool:
        """Lets their words cross again."""
        return await self._parts.silences.release(community, person)

    async def silenced(self, community: CommunityId) -> Sequence[tuple[PersonId, datetime | None]]:
        """Whose words do not cross."""
        return await self._parts.silences.of(community)
