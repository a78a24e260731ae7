"""The only place that builds and wires objects. Everything else is handed what it needs.

``opened(config)`` builds an application; ``App.run`` runs it until cancelled. A platform's library is imported only
when that platform is on: each costs tens of megabytes.
"""

import asyncio
import random
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial

import structlog
from prometheus_client import CollectorRegistry, Gauge

from bot.api.context import JobContext
from bot.api.house import Operator
from bot.bus.local import LocalBus
from bot.clock import SystemClock
from bot.config import Config
from bot.core.accepted import Accepted
from bot.core.audit import AuditLog
from bot.core.boundary import Boundary
from bot.core.catalog import Catalog
from bot.core.catalogue import CoreCatalogue
from bot.core.codes import Codes, load_key_ring
from bot.core.communities import Communities
from bot.core.deadline import HANDLER_SECONDS, Deadline
from bot.core.discovery import Found, discover
from bot.core.dispatch import Dispatch
from bot.core.drafts import Drafts
from bot.core.entrusted import Entrusted
from bot.core.form_flow import FormFlow
from bot.core.house.cog import COG as HOUSE
from bot.core.identity import Identity
from bot.core.inbox import Inbox
from bot.core.job_context import CoreJobContext
from bot.core.job_runner import JobRunner
from bot.core.jobs import JobStore, Scheduler
from bot.core.lanes import PlatformLanes
from bot.core.locale import Library
from bot.core.marks import Marks
from bot.core.mirror.former import Utterances
from bot.core.mirror.holding import Holding
from bot.core.mirror.lines import Lines
from bot.core.mirror.mirror import CoreMirror
from bot.core.mirror.parts import Parts
from bot.core.mirror.reactions import ReactionBook
from bot.core.mirror.retention import Retention
from bot.core.mirror.routes import Routes
from bot.core.mirror.silences import Silences
from bot.core.news import relay
from bot.core.offers import Offers
from bot.core.outbound import Outbound
from bot.core.outbox import OutboxStore
from bot.core.pieces import PiecePacker
from bot.core.places import PlaceBook
from bot.core.portraits import Portraits
from bot.core.ratelimit import RateLimits
from bot.core.room import Room
from bot.core.routing import NamesAndTags, PlatformIntake
from bot.core.scenes import Scenes
from bot.core.services import Services
from bot.core.settings_book import CoreSettingsBook
from bot.core.settings_store import SettingsStore
from bot.core.spaces import SpaceKeeper
from bot.core.speech import Speech
from bot.core.stations import Stations
from bot.core.suggestions import Suggestions
from bot.core.supervise import supervise
from bot.core.tokens import ActionTokens
from bot.core.translation_store import TranslationStore
from bot.core.upkeep import Upkeep
from bot.core.vanishing import Vanishing
from bot.core.watches import Watches
from bot.domain.errors import ConfigurationError
from bot.domain.refs import CommunityId, Platform
from bot.platforms import LOCALES, Platforms, data_folder
from bot.ports.clock import Clock
from bot.ports.database import StorageUnavailable
from bot.ports.gateway import Gateway, GatewayState
from bot.ports.translator import Translator
from bot.ports.workers import Workers
from bot.storage.engine import SqlDatabase, open_database
from bot.storage.migrations import Branch, migrate
from bot.translation.configured import Translating, translator_of
from bot.translation.reading import ReadingsWhenAsked
from bot.web.portraits import portrait_route
from bot.web.server import WebServer
from bot.workers.processes import ProcessWorkers

SERVICE_PAUSE = 1.0
"""Seconds before a service that ended is started again."""

GRACE = 3.0
"""Seconds that handlers get to finish when the bot stops; what is not done by then is handled at the next start."""

log = structlog.get_logger(__name__)

Service = Callable[[], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Declared:
    """What there is before anything runs: cogs, their texts and what platforms are shown."""

    found: Sequence[Found]
    library: Library
    catalog: Catalog

    @property
    def branches(self) -> Sequence[Branch]:
        """The cogs' migrations."""
        return [Branch(one.cog.name, one.migrations) for one in self.found if one.migrations is not None]


def declared() -> Declared:
    """Finds the cogs and reads the texts."""
    found = discover()
    own = [one.locales for one in found if one.locales is not None]
    return Declared(found, Library.load([LOCALES, *own]), Catalog([HOUSE, *(one.cog for one in found)]))


@dataclass(frozen=True, slots=True)
class App:
    """The whole bot, wired.

    Attributes:
        intakes: each platform's door.
        web: the web server.
    """

    services: Services
    accepted: Accepted
    inbox: Inbox
    lanes: PlatformLanes
    intakes: Mapping[Platform, PlatformIntake]
    web: WebServer
    translating: Translating
    background: Sequence[tuple[str, Service]]
    clock: Clock

    async def run(self) -> None:
        """Runs everything until cancelled, or until something that cannot be done without ends."""
        await self.services.watches.load()
        await self.services.drafts.load()
        await self.services.mirror.load()
        waiting = await self.accepted.resume()
        if waiting:
            log.info("going on with what was accepted before", events=waiting)
        async with asyncio.TaskGroup() as group:
            for name, service in self.background:
                group.create_task(_lasting(service, self.clock), name=name)
            for platform, station in self.services.stations.by_platform.items():
                intake = self.intakes[platform]
                chance = random.Random()  # noqa: S311  # it only spreads pauses
                group.create_task(supervise(station.gateway, intake, self.clock, chance), name=f"gateway {platform}")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the engine stands on."""

    clock: Clock
    db: SqlDatabase
    platforms: Platforms
    workers: Workers
    translator: Translator | None


async def _lasting(service: Service, clock: Clock) -> None:
    """Runs a service, and again after a pause when it ends or raises; a wrong setting ends the start."""
    while True:
        try:
            await service()
        except ConfigurationError:
            raise
        except Exception:
            task = asyncio.current_task()
            if task is not None and task.cancelling():
                raise  # it was told to end, and could not write down what it leaves: that is no reason to begin anew
            log.exception("a service failed, starting it again")
        await clock.sleep(SERVICE_PAUSE)


def _connected(gateway: Gateway) -> float:
    return float(gateway.state is GatewayState.CONNECTED)


def _registered(registry: CollectorRegistry, stations: Stations, outbound: Outbound, lanes: PlatformLanes) -> None:
    """What is measured when it is asked for."""
    waiting = Gauge("cattax_outbound_waiting", "Messages that wait to be sent", registry=registry)
    waiting.set_function(lambda: outbound.waiting)
    handling = Gauge("cattax_events_waiting", "Accepted events that wait or are handled", registry=registry)
    handling.set_function(lambda: lanes.waiting)
    connected = Gauge("cattax_gateway_connected", "1 when connected", ["platform"], registry=registry)
    for platform, station in stations.by_platform.items():
        connected.labels(platform).set_function(partial(_connected, station.gateway))


@asynccontextmanager
async def opened(
    config: Config,
    *,
    clock: Clock | None = None,
    platforms: Platforms | None = None,
    cogs: Declared | None = None,
    workers: Workers | None = None,
    translator: Translator | None = None,
    handler_seconds: float = HANDLER_SECONDS,
) -> AsyncGenerator[App]:
    """Builds the bot of a configuration, with a migrated database, and takes it down in good order at the end.

    Args:
        config: what the operator set.
        clock: the machine's, unless given.
        platforms: those of the configuration, unless given.
        cogs: all that are found, unless given.
        workers: a process of its own, unless given; those given are the caller's to end.
        translator: the engines of the configuration, unless given.
        handler_seconds: the time limit of a handler, if another than usual.
    """
    clock = clock or SystemClock()
    cogs = cogs or declared()
    own = ProcessWorkers()
    async with open_database(config.database_url) as db:
        await _made_ready(db, cogs.branches)
        platforms = platforms or Platforms.configured(config, clock)
        surroundings = Surroundings(clock, db, platforms, workers or own, translator)
        app = await _wired(config, surroundings, cogs, handler_seconds)
        try:
            yield app
        finally:
            await app.lanes.stop(GRACE)
            await app.services.mirror.stop()
            await app.services.outbound.stop()
            await app.inbox.close()
            await app.translating.close()
            own.end()


async def migrated(config: Config) -> None:
    """Brings a configuration's database to this version's form."""
    async with open_database(config.database_url) as db:
        await _made_ready(db, declared().branches)


async def _made_ready(db: SqlDatabase, branches: Sequence[Branch]) -> None:
    """Migrates; nothing can begin without, so a database that is not there is told as what the operator mends."""
    try:
        await migrate(db, branches)
    except StorageUnavailable as error:
        raise ConfigurationError("DATABASE_URL", f"the database cannot be used now: {error}") from error


async def _wired(config: Config, surroundings: Surroundings, cogs: Declared, handler_seconds: float) -> App:
    clock, db, platforms = surroundings.clock, surroundings.db, surroundings.platforms
    bus = LocalBus()
    registry = CollectorRegistry()
    catalog, words = cogs.catalog, cogs.library
    keys = await load_key_ring(db, clock)
    codec = catalog.codec
    codes = Codes(keys, clock)
    identity = Identity(db, clock, bus, codes)
    communities = Communities(db, clock, bus, codes)
    places = PlaceBook(db, clock, bus)
    store = SettingsStore(db, clock, bus)
    audit = AuditLog(db)
    watches = Watches(db, clock, bus)
    settings = CoreSettingsBook(catalog, store, audit, clock, places, watches)
    tokens = ActionTokens(db, clock, codec, keys.key("actions"))
    drafts = Drafts(db, clock, codec)
    jobs = JobStore(db, clock, codec, bus)
    stations = Stations(platforms.stations)
    packer = PiecePacker(tokens)
    outbound = Outbound(stations, packer, clock, Vanishing(jobs, clock).take_away)
    outbox = OutboxStore(db, clock, codec)
    store_of_translations = TranslationStore(db, clock)
    translating = translator_of(config, clock, registry, store=store_of_translations, key=keys.key("translations"))
    translator = surroundings.translator or translating.translator
    offering = catalog.offering(words, config.default_locale)
    speech = Speech(words, settings, communities, config.default_locale)
    portraits = Portraits(stations, clock, config.web_base_url)
    room = Room()

    def context_for(cog: str, community: CommunityId | None, cause: str) -> JobContext:
        return CoreJobContext(services, cog, community, cause, Deadline())

    mirror = CoreMirror(
        Parts(
            catalog=catalog,
            clock=clock,
            routes=Routes(db, bus, codec, watches),
            lines=Lines(db, clock, codec),
            holding=Holding(db),
            utterances=Utterances(db, codec),
            retention=Retention(db, clock),
            reactions=ReactionBook(db, clock),
            silences=Silences(db, clock, identity, communities, stations),
            identity=identity,
            communities=communities,
            places=places,
            settings=settings,
            outbound=outbound,
            stations=stations,
            speech=speech,
            room=room,
            portraits=portraits,
            translator=translator,
            context_for=context_for,
        ),
        registry,
    )
    services = Services(
        catalog=catalog,
        db=db,
        clock=clock,
        workers=surroundings.workers,
        translator=translator,
        readings=ReadingsWhenAsked(data_folder(config), surroundings.workers),
        mirror=mirror,
        room=room,
        marks=Marks(keys.key("marks")),
        identity=identity,
        communities=communities,
        places=places,
        settings=settings,
        audit=audit,
        tokens=tokens,
        watches=watches,
        drafts=drafts,
        jobs=jobs,
        outbound=outbound,
        packing=packer,
        stations=stations,
        flow=FormFlow(drafts, packer, outbound, clock),
        speech=speech,
        outbox=outbox,
        entrusted=Entrusted(outbox, outbound, clock),
        offers=Offers(list(catalog.cogs.values())),
        catalogue=CoreCatalogue(
            catalog, offering, Operator(config.operator_name, config.operator_contact, config.data_location)
        ),
    )
    inbox = Inbox(db, clock, codec)
    names = NamesAndTags(catalog, words)
    lanes = PlatformLanes(lambda key, error: log.error("a lane's work failed", lane=key, exc_info=error))
    boundary = Boundary(services, RateLimits(clock), registry, seconds=handler_seconds)
    scenes = Scenes(services)
    spaces = SpaceKeeper(services, config.allowed_spaces)
    dispatch = Dispatch(services, names, boundary, scenes, spaces)
    accepted = Accepted(inbox, lanes, stations, clock, dispatch)
    suggestions = Suggestions(services, scenes)
    intakes = {
        platform: PlatformIntake(
            platform,
            catalog=catalog,
            offering=offering,
            names=names,
            watches=watches,
            drafts=drafts,
            tokens=tokens,
            inbox=inbox,
            handle=accepted.submit,
            suggest=suggestions.suggest,
            arriving=accepted.arriving,
        )
        for platform in stations.by_platform
    }
    _registered(registry, stations, outbound, lanes)

    async def health() -> Mapping[str, bool]:
        parts = {
            str(platform): station.gateway.state is GatewayState.CONNECTED
            for platform, station in stations.by_platform.items()
        }
        return {"database": await db.health(), **parts}

    routes = [*platforms.routes, portrait_route(portraits.served)]
    web = WebServer(config.web_host, config.web_port, health=health, registry=registry, routes=routes)
    runner = JobRunner(services, seconds=handler_seconds)
    remembering = (identity, communities, places, store, watches, mirror.parts.routes)
    background: list[tuple[str, Service]] = [
        ("web", web.run),
        ("news", lambda: relay(bus, remembering)),
        ("scheduler", lambda: Scheduler(jobs, clock, bus).run(runner.run)),
        ("watches", watches.follow),
        ("entrusted", services.entrusted.run),
        ("upkeep", Upkeep(services, inbox, [translating.clean]).run),
        ("translation budgets", translating.run),
        ("second look", accepted.look_again),
    ]
    return App(services, accepted, inbox, lanes, intakes, web, translating, background, clock)
