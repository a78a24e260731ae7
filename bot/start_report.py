"""What a start prints: what is on, what is missing, what that turns off, and where to change it."""

import asyncio
from collections.abc import Callable, Iterable, Iterator

from bot.api.texts import Texts
from bot.bootstrap import App
from bot.config import Config
from bot.core.stations import Station
from bot.ports.gateway import Finding, GatewayState

PATIENCE = 15.0
"""Seconds after which a start is reported in any case, with what is not connected by then."""

LOOK_EVERY = 0.2


async def told_when_started(bot: App, config: Config, say: Callable[[str], None]) -> None:
    """Waits until every gateway has connected or given up, and then says how it went."""
    await bot.web.listening()
    stations = list(bot.services.stations.by_platform.values())
    waited = 0.0
    while waited < PATIENCE and any(station.gateway.state is GatewayState.STARTING for station in stations):
        await asyncio.sleep(LOOK_EVERY)
        waited += LOOK_EVERY
    texts = bot.services.speech.texts("core", config.default_locale)
    for line in report(texts, stations, f"http://{config.web_host}:{bot.web.port}", playground=config.playground_on):
        say(line)


def report(texts: Texts, stations: Iterable[Station], address: str, *, playground: bool) -> Iterator[str]:
    """The lines of the report."""
    for station in stations:
        gateway = station.gateway
        yield texts.plain(f"started-{gateway.state.value}", platform=gateway.platform.capitalize())
        for finding in gateway.findings:
            yield from _found(texts, finding)
    if playground:
        yield texts.plain("started-playground", address=address)
    else:
        yield texts.plain("started-web", address=address)


def _found(texts: Texts, finding: Finding) -> Iterator[str]:
    values = dict(finding.args)
    where = f" ({finding.where})" if finding.where else ""
    yield f"  ! {texts.plain(finding.key, **values)}{where}"
    yield f"    {texts.plain(finding.key + '.off', **values)}"
    yield f"    {texts.plain(finding.key + '.mend', **values)}"
