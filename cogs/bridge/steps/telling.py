"""What chats are told: the pinned notices, and lines about what became of a bridge."""

from collections.abc import Sequence
from dataclasses import dataclass

import structlog

from bot.api import JobContext
from bot.api.offers.translating import TranslationRules
from bot.domain.errors import PlatformError
from bot.ports.outcome import Outcome, Reason, Refused
from cogs.bridge.rules import Bridge, BridgeId, End, ways
from cogs.bridge.steps.ground import all_named, at_end, named, texts_at
from cogs.bridge.store import Bridges
from cogs.bridge.views import told

log = structlog.get_logger(__name__)


async def announce(ctx: JobContext, bridge: Bridge) -> None:
    """Puts the notice of each end right: said and pinned where there is none yet, else changed."""
    for end in bridge.ends:
        there = await at_end(ctx, end.community)
        if there is None:
            continue
        try:
            await _announce_at(there, bridge, end)
        except PlatformError:
            # The bridge stands all the same, and the next change puts this one right.
            log.warning("a notice could not be put right", bridge=bridge.id, place=end.place, exc_info=True)


@dataclass(frozen=True, slots=True)
class Notices:
    """Implements :class:`bot.api.offers.translating.ServicesTold`."""

    ctx: JobContext

    async def services_changed(self) -> None:
        """Puts the notices of all bridges of the community right."""
        if self.ctx.community is None:
            return
        found: dict[BridgeId, Bridge] = {}
        for space, _ in await self.ctx.clubs.spaces(self.ctx.community):
            found |= {bridge.id: bridge for bridge in await Bridges(self.ctx.db).in_space(space)}
        for bridge in found.values():
            await announce(self.ctx, bridge)


async def _announce_at(there: JobContext, bridge: Bridge, end: End) -> None:
    texts = await texts_at(there, end)
    ends = await all_named(there, bridge, texts.locale)
    said = told.notice(texts, bridge, end, ends, await services_for(there, bridge, end))
    known = None if end.notice is None else await there.post_message(end.notice)
    if known is not None and not _lost(await there.edit(known, said)):
        return
    delivery = await there.send(end.place, said)
    if isinstance(delivery, Refused):
        return
    message = delivery.messages[0]
    await Bridges(there.db).put_notice(bridge.id, end.place, await there.keep_post(message))
    pinned = await there.places(end.space).pin(message)
    if isinstance(pinned, Refused):
        log.info("a notice could not be pinned", bridge=bridge.id, place=end.place, reason=pinned.reason.value)


def _lost(outcome: Outcome) -> bool:
    """Whether a notice is no longer there; that it says the same already is no loss."""
    return isinstance(outcome, Refused) and outcome.reason in {Reason.GONE, Reason.NO_RIGHT, Reason.INVALID}


async def services_for(there: JobContext, bridge: Bridge, end: End) -> Sequence[str] | None:
    """Who sees what is said at an end, by title; None where none of it is translated."""
    targets = [target.language for source, target in ways(bridge) if source.place == end.place]
    if not any(language is not None and language != end.language for language in targets):
        return None
    rules = await there.find(TranslationRules)
    consent = frozenset[str]() if rules is None else await rules.consent()
    return [service.title for service in there.translator.services if not service.public or service.name in consent]


async def take_notice_away(ctx: JobContext, end: End) -> None:
    """Takes a notice away, and its pin with it."""
    message = None if end.notice is None else await ctx.post_message(end.notice)
    if message is None:
        return
    try:
        await ctx.delete(message)
    except PlatformError:
        log.warning("a notice could not be taken away", place=end.place, exc_info=True)


async def tell(ctx: JobContext, ends: Sequence[End], key: str, about: End, *, cause: str) -> None:
    """Tells ends about another, each in its own language, once for a cause."""
    for end in ends:
        there = await at_end(ctx, end.community)
        if there is None:
            continue
        texts = await texts_at(there, end)
        name = (await named(there, about, texts.locale)).name(texts)
        await there.entrust(end.place, told.line(texts, key, chat=name), key=f"{key} {cause} {end.place}")
