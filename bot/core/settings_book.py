"""All declared settings and their values in force: the place's own, else the community's, else the default."""

from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar

from bot.api.house import AuditEntry, SettingEntry
from bot.api.settings import ChatSetting, DeclaredSetting, Setting, Stored, Toggle
from bot.core.audit import AuditLog
from bot.core.catalog import Catalog
from bot.core.places import PlaceBook
from bot.core.settings_store import SettingsStore
from bot.core.watches import Watches
from bot.domain.errors import Unreadable
from bot.domain.refs import CommunityId, PersonId, PlaceId
from bot.ports.clock import Clock

T = TypeVar("T")

ENABLED = Toggle("enabled", True)
"""Every cog that can be turned off has this setting, as its first."""


class CoreSettingsBook:
    """Implements :class:`bot.api.house.SettingsBook`."""

    def __init__(
        self,
        catalog: Catalog,
        store: SettingsStore,
        audit: AuditLog,
        clock: Clock,
        places: PlaceBook,
        watches: Watches,
    ) -> None:
        self._catalog = catalog
        self._store = store
        self._audit = audit
        self._clock = clock
        self._places = places
        self._watches = watches

    def cogs(self) -> Sequence[str]:
        """The cogs that have settings."""
        return sorted(name for name in self._catalog.cogs if self.of(name))

    def of(self, cog: str) -> Sequence[SettingEntry]:
        """A cog's settings."""
        declared = self._catalog.cogs[cog]
        own: list[DeclaredSetting] = [] if declared.always_on else [ENABLED]
        return [SettingEntry(cog, setting) for setting in own + declared.settings]

    async def value(self, community: CommunityId, entry: SettingEntry, place: PlaceId | None) -> Stored:
        """The value in force, as it is kept; a kept value that no longer fits gives way to the default."""
        kept = await self._store.all_of(community)
        for where in (place, None) if entry.setting.per_place else (None,):
            stored = kept.get((entry.cog, entry.setting.key, where))
            if stored is not None and entry.setting.accepts(stored):
                return stored
        return entry.setting.stored_default

    async def read(self, community: CommunityId, cog: str, setting: Setting[T], place: PlaceId | None) -> T:
        """The value in force, typed."""
        stored = await self.value(community, SettingEntry(cog, setting), place)
        try:
            return setting.read(stored)
        except Unreadable:
            return setting.default

    async def change(
        self, community: CommunityId, entry: SettingEntry, place: PlaceId | None, value: Stored, by: PersonId | None
    ) -> bool:
        """Puts a value in force and into the audit list."""
        if not entry.setting.accepts(value):
            return False
        where = place if entry.setting.per_place else None
        hears = isinstance(entry.setting, ChatSetting) and entry.setting.hears
        before = await self.value(community, entry, place)
        if before == value and type(before) is type(value):
            return True
        if hears:  # first, so that a kill in between has nothing missed
            await self._hear(entry.cog, value)
        if value is None:
            await self._store.clear(community, entry.cog, entry.setting.key, where)
        else:
            await self._store.put(community, entry.cog, entry.setting.key, where, value)
        if hears and before != value:
            await self._hear(entry.cog, before, stop=True)
        await self._audit.record(
            community,
            "core",
            by,
            "audit-setting",
            {"cog": entry.cog, "setting": entry.setting.key, "value": "" if value is None else str(value)},
            self._clock.now(),
        )
        return True

    async def _hear(self, cog: str, place: Stored, *, stop: bool = False) -> None:
        """Has a cog hear a chosen chat from now on, or no longer."""
        chat = await self._places.chat_of(PlaceId(place)) if isinstance(place, int) else None
        if chat is not None:
            await (self._watches.unwatch(cog, chat) if stop else self._watches.watch(cog, chat))

    async def cog_enabled(self, community: CommunityId, cog: str) -> bool:
        """Whether a cog is on."""
        if self._catalog.cogs[cog].always_on:
            return True
        return await self.read(community, cog, ENABLED, None)

    async def audit(self, community: CommunityId, before: datetime | None, limit: int) -> Sequence[AuditEntry]:
        """The audit list, the newest first."""
        return await self._audit.page(community, before, limit)
