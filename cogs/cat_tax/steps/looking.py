"""Looks at what somebody sent, in the worker, one picture after the other."""

import asyncio
from collections.abc import Sequence

import structlog

from bot.api import JobContext
from bot.domain.attachments import Attachment
from bot.ports.workers import WorkFailed
from cogs.cat_tax.rules.pictures import MOST_BYTES, MOST_LOOKED_AT, Looked, Sight, Trouble
from cogs.cat_tax.work.looking import look

LOOKED_WITHIN = 6.0
"""Seconds that looking at one picture may take."""

ALTOGETHER = 12.0
"""Seconds for all of a message, with the way here and the wait for their turn: somebody waits for an answer."""

_BEST_FIRST = (Sight.CAT, Sight.UNSURE, Sight.OTHER, Sight.UNREADABLE)

_NOT_SEEN = Looked(Sight.UNSURE)
"""Nobody loses by it that we had no time: members are asked instead."""

log = structlog.get_logger(__name__)


async def look_at(ctx: JobContext, pictures: Sequence[Attachment]) -> Looked | None:
    """The best of what is seen in some files: one cat among them is enough.

    Args:
        ctx: fetches them.
        pictures: at most :data:`MOST_LOOKED_AT` are looked at.

    Returns:
        None when all of them are gone.
    """
    seen: list[Looked] = []
    try:
        async with asyncio.timeout(ALTOGETHER):
            for picture in pictures[:MOST_LOOKED_AT]:
                looked = await _look(ctx, picture)
                if looked is not None and looked.sight is Sight.CAT:
                    return looked
                if looked is not None:
                    seen.append(looked)
    except TimeoutError:
        log.warning("pictures could not be looked at in time", seen=len(seen), of=len(pictures))
        seen.append(_NOT_SEEN)
    return min(seen, key=lambda one: _BEST_FIRST.index(one.sight), default=None)


async def _look(ctx: JobContext, picture: Attachment) -> Looked | None:
    if picture.size is not None and picture.size > MOST_BYTES:
        return Looked(Sight.UNREADABLE, trouble=Trouble.TOO_LARGE)
    async with ctx.room_for(MOST_BYTES if picture.size is None else picture.size):
        content = await ctx.fetch(picture, MOST_BYTES)
        if content is None:
            return None
        try:
            return await ctx.workers.run(look, content, timeout=LOOKED_WITHIN)
        except WorkFailed as error:
            log.warning("a picture could not be looked at", why=str(error))
            return _NOT_SEEN
