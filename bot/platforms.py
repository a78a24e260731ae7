"""The gateways that a configuration turns on. A platform's library is imported only when that platform is on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from starlette.routing import BaseRoute

from bot.config import Config
from bot.core.stations import Station
from bot.domain.refs import Platform
from bot.ports.clock import Clock

ROOT = Path(__file__).parent.parent
LOCALES = ROOT / "locales"
"""The texts of the house and of its cogs."""


def data_folder(config: Config) -> Path:
    """Where files beside the database are kept: beside SQLite's own, else ``data``."""
    _, _, path = config.database_url.partition("sqlite+aiosqlite:///")
    return Path(path).parent if path and path != ":memory:" else Path("data")


@dataclass(frozen=True, slots=True)
class Platforms:
    """The platforms that a configuration turns on."""

    stations: Mapping[Platform, Station]
    routes: Sequence[BaseRoute] = ()

    @classmethod
    def configured(cls, config: Config, clock: Clock) -> "Platforms":
        """Builds the gateways of a configuration."""
        stations: list[Station] = []
        routes: list[BaseRoute] = []
        if config.discord_token is not None:
            stations.append(_discord(config, clock))
        if config.telegram_token is not None:
            station, own = _telegram(config, clock)
            stations.append(station)
            routes.extend(own)
        if config.playground_on:
            station, own = _playground(config, clock, data_folder(config))
            stations.append(station)
            routes.extend(own)
        return cls({station.gateway.platform: station for station in stations}, routes)


def _discord(config: Config, clock: Clock) -> Station:
    from bot.adapters.discord import DiscordGateway, DiscordMembers, DiscordPlaces  # noqa: PLC0415  # heavy

    token = config.discord_token.value if config.discord_token else ""
    gateway = DiscordGateway(token=token, clock=clock, api_base=config.discord_api_base)
    return Station(gateway, DiscordMembers(gateway, clock), DiscordPlaces(gateway))


def _telegram(config: Config, clock: Clock) -> tuple[Station, Sequence[BaseRoute]]:
    from bot.adapters.telegram.gateway import TelegramGateway  # noqa: PLC0415  # heavy
    from bot.adapters.telegram.webhook import Webhook  # noqa: PLC0415  # heavy

    token = config.telegram_token.value if config.telegram_token else ""
    secret = config.telegram_webhook_secret
    webhook = None
    if config.telegram_webhook_url and secret is not None:
        webhook = Webhook(config.telegram_webhook_url, secret.value)
    gateway = TelegramGateway(token=token, clock=clock, api_base=config.telegram_api_base, webhook=webhook)
    routes = [gateway.door.route] if gateway.door is not None else []
    return Station(gateway, gateway.members, gateway.places), routes


def _playground(config: Config, clock: Clock, folder: Path) -> tuple[Station, Sequence[BaseRoute]]:
    from bot.adapters.playground.playground import Playground  # noqa: PLC0415  # only where it is on
    from bot.adapters.playground.texts import PageTexts  # noqa: PLC0415  # only where it is on

    address = config.web_base_url or f"http://{config.web_host}:{config.web_port}"
    also = [config.web_base_url] if config.web_base_url else []
    playground = Playground.open(folder / "playground", PageTexts(LOCALES), clock, address=address, also_served_at=also)
    return Station(playground.gateway, playground.members, playground.places), playground.routes
