"""``python -m bot check``: looks at everything that a start needs, and says how to mend what is wrong."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from enum import Enum

from bot.api.texts import Texts
from bot.bootstrap import declared
from bot.clock import SystemClock
from bot.config import Config, PlaygroundSwitch
from bot.core.stations import Station
from bot.domain.errors import CatTaxError, PlatformError
from bot.platforms import Platforms
from bot.storage.engine import open_database
from bot.storage.migrations import pending
from bot.translation.asked_once import Tried, tried

PATIENCE = 20.0
"""Seconds that a platform may take to answer."""


class Verdict(Enum):
    """How something is."""

    GOOD = "ok   "
    NOTE = "note "
    """It works, with something turned off."""
    WRONG = "WRONG"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was looked at."""

    verdict: Verdict
    text: str


async def checked(config: Config) -> AsyncIterator[Line]:
    """Looks at one thing after the other."""
    yield Line(Verdict.GOOD, "settings: every value can be read")
    cogs = declared()
    yield Line(Verdict.GOOD, f"cogs: {', '.join(one.cog.name for one in cogs.found)}")
    try:
        async with open_database(config.database_url) as db:
            if not await db.health():
                yield Line(Verdict.WRONG, "DATABASE_URL: the database does not answer")
            else:
                missing = await pending(db, cogs.branches)
                note = "is up to date" if not missing else "will be migrated at the next start"
                yield Line(Verdict.GOOD, f"database: answers, and {note}")
    except (CatTaxError, OSError) as error:
        yield Line(Verdict.WRONG, f"DATABASE_URL: {error}")
    platforms = Platforms.configured(replace(config, playground=PlaygroundSwitch.OFF), SystemClock())
    texts = cogs.library.texts("core", config.default_locale)
    for station in platforms.stations.values():
        async for line in _asked(station, texts):
            yield line
    async for one in tried(config, SystemClock()):
        yield _translation_line(one)


def _translation_line(one: Tried) -> Line:
    """A service that the operator set up has to answer; one that is public and promises nothing may not."""
    if one.answered:
        return Line(Verdict.GOOD, f"{one.service.title}: translates {one.words}")
    verdict = Verdict.WRONG if one.asked and not one.service.public else Verdict.NOTE
    return Line(verdict, f"{one.service.title}: {one.words}")


async def _asked(station: Station, texts: Texts) -> AsyncIterator[Line]:
    """What a platform says of the token, without connecting: a bot that runs elsewhere is not disturbed."""
    name = station.gateway.platform.capitalize()
    try:
        async with asyncio.timeout(PATIENCE):
            findings = await station.gateway.probe()
    except (PlatformError, TimeoutError) as error:
        yield Line(Verdict.WRONG, f"{name}: cannot be reached ({error or 'no answer'})")
        return
    yield Line(Verdict.GOOD, f"{name}: answers")
    for finding in findings:
        values = dict(finding.args)
        said = (texts.plain(key, **values) for key in (finding.key, f"{finding.key}.off", f"{finding.key}.mend"))
        yield Line(Verdict.WRONG if finding.stops else Verdict.NOTE, f"{name}: {' '.join(said)}")
