"""What the mirror is made of and works with, as bootstrap wired it."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.api.context import JobContext
from bot.core.catalog import Catalog
from bot.core.communities import Communities
from bot.core.identity import Identity
from bot.core.mirror.former import Utterances
from bot.core.mirror.holding import Holding
from bot.core.mirror.lines import Lines
from bot.core.mirror.reactions import ReactionBook
from bot.core.mirror.retention import Retention
from bot.core.mirror.routes import Routes
from bot.core.mirror.silences import Silences
from bot.core.outbound import Outbound
from bot.core.places import PlaceBook
from bot.core.portraits import Portraits
from bot.core.room import Room
from bot.core.settings_book import CoreSettingsBook
from bot.core.speech import Speech
from bot.core.stations import Stations
from bot.domain.refs import CommunityId
from bot.ports.clock import Clock
from bot.ports.translator import Translator

ContextFor = Callable[[str, CommunityId | None, str], JobContext]
"""What a cog is given to act with: for the cog of this name, about a community, woken by this cause."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything that the mirror needs."""

    catalog: Catalog
    clock: Clock
    routes: Routes
    lines: Lines
    holding: Holding
    utterances: Utterances
    retention: Retention
    reactions: ReactionBook
    silences: Silences
    identity: Identity
    communities: Communities
    places: PlaceBook
    settings: CoreSettingsBook
    outbound: Outbound
    stations: Stations
    speech: Speech
    room: Room
    portraits: Portraits
    translator: Translator
    context_for: ContextFor
