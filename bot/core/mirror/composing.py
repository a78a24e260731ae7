"""From lines to sections: translated once, phrased by the cog whose route it is, with what is answered looked up."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

import structlog
from cachetools import TTLCache

from bot.api.mirror import Reacting, Said, Trouble
from bot.api.offers.translating import TranslationRules
from bot.core.house.settings import QUIET
from bot.core.mirror.line import Kept, Line, State
from bot.core.mirror.parts import Parts
from bot.core.mirror.reactions import told_on
from bot.core.mirror.routes import Way
from bot.core.mirror.wording import Quote, Section, shown_words
from bot.domain.languages import Language
from bot.domain.locales import Locale, nearest
from bot.domain.refs import ChatRef, CommunityId, MessageRef
from bot.domain.text import RichText
from bot.ports.translator import Ask, Lacking, Term, Translated, Translation, Untranslated

RULES_HOLD = 30.0
"""Seconds for which a community's rules of translation are taken to be the present ones."""

REMEMBERED_RULES = 5_000

Rules = tuple[frozenset[str], tuple[Term, ...]]
_NO_RULES: Rules = (frozenset(), ())

log = structlog.get_logger(__name__)


class Troubled(Protocol):
    """Is told what keeps a route from working."""

    def __call__(self, way: Way, trouble: Trouble) -> None: ...


class Composer:
    """Makes sections of lines.

    Args:
        troubled: is told when words cannot be translated.
    """

    def __init__(self, parts: Parts, troubled: Troubled) -> None:
        self._parts = parts
        self._troubled = troubled
        self._rules: TTLCache[tuple[CommunityId, tuple[Language, ...]], Rules] = TTLCache(
            REMEMBERED_RULES, RULES_HOLD, timer=parts.clock.monotonic
        )

    # ------------------------------------------------------------------------------------------------------ translating

    async def settled(self, line: Line, way: Way) -> Kept:
        """What was said, with its translations; what was found out before is not asked again. Never raises for them."""
        kept, manner = line.kept, way.route.manner
        if kept.settled:
            return kept
        if not manner.languages or not kept.text:
            return replace(kept, settled=True)
        # Words that will not be said there are seen by nobody else either.
        silent = way.closed or await self._untranslated(line) or await self.quiet(way)
        if silent or not await self._admitted(line, way):
            return replace(kept, settled=True, withheld=True)
        consent, terms = await self._rules_of(way)
        ask = Ask(
            kept.text,
            manner.languages[0],
            source=kept.language,
            among=self._parts.routes.spoken(way),
            terms=terms,
            community=way.route.community,
            consent=consent,
            private=manner.private,
        )
        found: Sequence[Translation] = await asyncio.gather(
            *(self._parts.translator.translate(replace(ask, to=language)) for language in manner.languages)
        )
        lacking = next((one.why for one in found if isinstance(one, Untranslated)), None)
        if lacking is not None:
            self._troubled(way, Trouble.SAVING if lacking is Lacking.SAVING else Trouble.NO_TRANSLATION)
        return replace(
            kept,
            settled=True,
            language=next((one.source for one in found if one.source is not None), None),
            translations=tuple(one for one in found if isinstance(one, Translated)),
            lacking=lacking,
        )

    async def quiet(self, way: Way) -> bool:
        """Whether nothing is to be said where a way leads."""
        target = way.route.target
        community = await self._parts.places.community_of(target)
        return community is not None and await self._parts.settings.read(community, "core", QUIET, target)

    async def _admitted(self, line: Line, way: Way) -> bool:
        handler = self._parts.catalog.repeated.get((way.route.cog, way.route.kind))
        if handler is None or handler.declared.admits is None:
            return handler is not None
        ctx = self._parts.context_for(way.route.cog, way.route.community, f"admitted {line.id}.{line.revision}")
        return await handler.declared.admits(ctx, way.route, line.person)

    async def _untranslated(self, line: Line) -> bool:
        identity = self._parts.identity
        if line.account is not None:
            known = await identity.find(line.account)
        else:  # a chat's own voice, or somebody under another name
            known = None if line.person is None else await identity.file(line.person)
        return known is not None and known.untranslated

    async def _rules_of(self, way: Way) -> Rules:
        community = way.route.community
        if community is None:
            return _NO_RULES
        languages = self._parts.routes.spoken(way)
        known = self._rules.get((community, languages))
        if known is None:
            ctx = self._parts.context_for(way.route.cog, community, f"rules {community}")
            rules = await ctx.find(TranslationRules)
            known = _NO_RULES if rules is None else (await rules.consent(), await rules.terms(languages))
            self._rules[community, languages] = known
        return known

    def forget_rules(self, community: CommunityId) -> None:
        """For when a community's rules changed."""
        for key in [key for key in self._rules if key[0] == community]:
            self._rules.pop(key, None)

    # --------------------------------------------------------------------------------------------------------- phrasing

    async def section(
        self, line: Line, kept: Kept, way: Way, *, alone: bool, posts: Sequence[MessageRef] = ()
    ) -> Section | None:
        """A line, phrased; None when there is nothing to say there.

        Args:
            kept: of :meth:`settled`.
            alone: whether it has a copy of its own.
            posts: where the copy stands already.
        """
        handler = self._parts.catalog.repeated.get((way.route.cog, way.route.kind))
        if handler is None:
            return None
        said = Said(
            line.id,
            line.root,
            line.author,
            kept.text,
            kept.language,
            person=line.person,
            translations=kept.translations,
            lacking=kept.lacking,
            withheld=kept.withheld,
            files=len(kept.files),
            alone=alone,
            corrected_by=kept.corrected_by,
        )
        ctx = self._parts.context_for(way.route.cog, way.route.community, f"line {line.id}.{line.revision}")
        phrase = await handler.declared.phrase(ctx, way.route, said)
        if phrase is None or not (phrase.text or (kept.files and way.route.manner.files)):
            return None
        section = Section(line, kept, way.route.manner, phrase, notes=await self._reactions(line, way, posts))
        if way.route.manner.named and line.account is not None:
            section = replace(section, picture=await self._parts.portraits.address(line.account))
        return await self._answering(section, way)

    async def _reactions(self, line: Line, way: Way, posts: Sequence[MessageRef]) -> tuple[RichText, ...]:
        if way.reacts is not Reacting.LINE or not posts:
            return ()
        told = told_on(posts, await self._parts.reactions.of(line.root), named=not line.veiled)
        return (RichText.of(told),) if told else ()

    # -------------------------------------------------------------------------------------------------------- answering

    async def _answering(self, section: Section, way: Way) -> Section:
        """Finds what a copy answers: the very message in its chat that the original's answer means."""
        line = section.line
        if way.route.manner.answers:
            return replace(section, answers=line.root)
        if line.answers is None:
            return section
        meant = await self._meant(line.answers)
        stands = None if meant is None else await self._self_in(meant, way.target)
        if meant is None or stands is None:
            return section
        lines = await self._parts.lines.of_root(meant)
        if not lines:
            return replace(section, answers=stands, quote=Quote("", "", self._link(stands)))
        # In the words that stand here: the translation's where it came here, else its own.
        here = next((one for one in lines if one.chat == way.target), lines[0])
        translated = here.kept.translations if here.chat == way.target else ()
        words = shown_words(translated[0].text if translated else here.kept.text)
        return replace(section, answers=stands, quote=Quote(here.author, words, self._link(stands)))

    async def _meant(self, answered: MessageRef) -> MessageRef | None:
        """The original that an answered message is, or is a copy of (of several the last)."""
        roots = await self._parts.lines.roots([answered])
        if answered in roots:
            return roots[answered]
        copy = await self._parts.lines.copy_at(answered)
        return copy.lines[-1].root if copy is not None and copy.lines else None

    async def _self_in(self, root: MessageRef, chat: ChatRef) -> MessageRef | None:
        """An original, or its copy, in a chat."""
        if (root.platform, root.chat) == (chat.platform, chat.id):
            return root
        for line in await self._parts.lines.of_root(root):
            if line.chat == chat and line.state is State.STANDS and line.copy is not None:
                copy = await self._parts.lines.copy(line.copy)
                return copy.posts[0] if copy is not None and copy.posts else None
        return None

    def _link(self, message: MessageRef) -> str | None:
        station = self._parts.stations.of(message)
        return None if station is None else station.places.link(message)

    # --------------------------------------------------------------------------------------------------------- language

    async def locale(self, way: Way) -> Locale:
        """In which language the bot's own words are said on a route: that of its copies, else the community's."""
        for language in way.route.manner.languages:
            locale = nearest(language.value)
            if locale is not None:
                return locale
        return await self._parts.speech.of_community(way.route.community)
