"""What the engine is made of, as bootstrap wired it."""

from dataclasses import dataclass

from bot.api.house import Catalogue
from bot.core.audit import AuditLog
from bot.core.catalog import Catalog
from bot.core.communities import Communities
from bot.core.drafts import Drafts
from bot.core.entrusted import Entrusted
from bot.core.form_flow import FormFlow
from bot.core.identity import Identity
from bot.core.jobs import JobStore
from bot.core.marks import Marks
from bot.core.mirror.mirror import CoreMirror
from bot.core.offers import Offers
from bot.core.outbound import Outbound
from bot.core.outbox import OutboxStore
from bot.core.pieces import PiecePacker
from bot.core.places import PlaceBook
from bot.core.room import Room
from bot.core.settings_book import CoreSettingsBook
from bot.core.speech import Speech
from bot.core.stations import Stations
from bot.core.tokens import ActionTokens
from bot.core.watches import Watches
from bot.ports.clock import Clock
from bot.ports.database import Database
from bot.ports.translator import Readings, Translator
from bot.ports.workers import Workers


@dataclass(frozen=True, slots=True)
class Services:
    """Everything that a context needs to do its work."""

    catalog: Catalog
    db: Database
    clock: Clock
    workers: Workers
    identity: Identity
    communities: Communities
    places: PlaceBook
    settings: CoreSettingsBook
    audit: AuditLog
    tokens: ActionTokens
    watches: Watches
    drafts: Drafts
    jobs: JobStore
    outbound: Outbound
    outbox: OutboxStore
    packing: PiecePacker
    stations: Stations
    flow: FormFlow
    speech: Speech
    entrusted: Entrusted
    offers: Offers
    catalogue: Catalogue
    translator: Translator
    readings: Readings
    mirror: CoreMirror
    room: Room
    marks: Marks
