"""The whole bot on two platforms at once, with a cog that ties chats as a test says."""

from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from bot.api.mirror import CopyKind, Manner, Route, RouteId
from bot.core.codec import Codec
from bot.core.mirror.former import Utterances
from bot.core.mirror.holding import Holding
from bot.core.mirror.lines import Lines
from bot.core.mirror.reactions import ReactionBook
from bot.core.mirror.retention import Retention
from bot.core.mirror.routes import Routes
from bot.core.mirror.silences import Silences
from bot.core.stations import Stations
from bot.core.watches import Watches
from bot.domain.refs import SpaceRef
from bot.storage.engine import SqlDatabase
from tests.bot.core.mirror.kit import HERE, THERE, Kit
from tests.bot.core.mirror.repeater import TEXTS, Repeater
from tests.bot.core.stores.conftest import wire
from tests.kit.bus import LocalBus
from tests.kit.clock import MovableClock
from tests.kit.logs import plain_logs
from tests.kit.stages.pairs import PAIRS, Pair
from tests.kit.stages.whole import with_cogs
from tests.kit.translator import SpokenTranslator


@pytest.fixture(autouse=True)
def written_plainly() -> None:
    """Failures are what is tested here."""
    plain_logs()


@pytest.fixture
def repeater() -> Repeater:
    """The cog."""
    return Repeater()


@pytest.fixture
def translator() -> SpokenTranslator:
    """Who translates."""
    return SpokenTranslator()


@pytest.fixture(params=list(PAIRS))
async def pair(
    request: pytest.FixtureRequest, tmp_path: Path, repeater: Repeater, translator: SpokenTranslator
) -> AsyncGenerator[Pair]:
    """The fakes, both twins, both sides of the playground."""
    name: str = request.param
    cogs = with_cogs(repeater.cog, texts={"repeater": TEXTS}, alone=True)
    async with PAIRS[name](tmp_path, cogs=cogs, translator=translator) as opened:
        yield opened


@pytest.fixture
async def kit(database: SqlDatabase, clock: MovableClock, bus: LocalBus) -> Kit:
    """The stores, on both databases."""
    stores = await wire(database, clock, bus)
    codec = Codec([], [])
    routes = Routes(stores.database, bus, codec, Watches(stores.database, clock, bus))
    lines = Lines(stores.database, clock, codec)
    silences = Silences(stores.database, clock, stores.identity, stores.communities, Stations({}))
    space = SpaceRef(THERE.platform, THERE.id)
    club = await stores.communities.of_space(space)
    source = await stores.places.place_of(HERE, None, "")
    target = await stores.places.place_of(THERE, club, "", space=space)
    wanted = Route(RouteId(0), "repeater", "knot", CopyKind.BRIDGED, source, target, None, Manner())
    route = await routes.tie(wanted, HERE, THERE)
    book = ReactionBook(stores.database, clock)
    utterances, retention = Utterances(stores.database, codec), Retention(stores.database, clock)
    return Kit(
        stores, clock, bus, lines, Holding(stores.database), utterances, retention, book, routes, silences, route
    )
