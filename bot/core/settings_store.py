"""Settings as they are kept: plain values by community, cog, key and, where one has its own, place."""

from collections.abc import Mapping
from types import MappingProxyType

from sqlalchemy import BigInteger, Column, ColumnElement, ForeignKey, Table, Text, and_, bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.api.settings import Stored
from bot.core.remembered import Remembered
from bot.core.tables import METADATA, BigId, Insert, JsonText, insert_into, made_once
from bot.domain.refs import CommunityId, PlaceId
from bot.ports.bus import Bus, News, Topic
from bot.ports.clock import Clock
from bot.ports.database import Database

_EVERYWHERE = 0
"""Stands for "no place": NULL is not equal to itself, so it could not be part of a key."""

SETTING = Table(
    "setting",
    METADATA,
    Column("community_id", BigId, ForeignKey("community.id", ondelete="CASCADE"), primary_key=True),
    Column("cog", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("place_id", BigInteger, primary_key=True, comment="0 for the whole community"),
    Column("value", JsonText, nullable=False),
)

_CHOSEN = select(SETTING).where(SETTING.c.community_id == bindparam("community"))

REMEMBERED = 5_000
"""Communities whose settings are kept in memory."""


@made_once
def _putting(connection: AsyncConnection) -> Insert:
    put = insert_into(connection, SETTING)
    return put.on_conflict_do_update(index_elements=SETTING.primary_key, set_={"value": put.excluded.value})


Kept = Mapping[tuple[str, str, PlaceId | None], Stored]
"""Values by cog, key and place; the place is None where the value is the whole community's."""


class SettingsStore:
    """Values that were chosen. Defaults and types stand in the declarations, not here."""

    def __init__(self, database: Database, clock: Clock, bus: Bus) -> None:
        self._database = database
        self._bus = bus
        self._remembered: Remembered[CommunityId, Kept] = Remembered(clock, REMEMBERED)

    def heard(self, news: News) -> None:
        """Drops what news says has changed; ``SETTINGS`` carries a community's id."""
        if news.topic is Topic.SETTINGS and news.key.isdecimal():
            self._remembered.drop(CommunityId(int(news.key)))

    def forget_all_remembered(self) -> None:
        """For when news may have been missed."""
        self._remembered.clear()

    async def all_of(self, community: CommunityId) -> Kept:
        """All values chosen in a community."""
        kept = self._remembered.get(community)
        if kept is not None:
            return kept
        mark = self._remembered.mark()
        async with self._database.reading() as connection:
            rows = (await connection.execute(_CHOSEN, {"community": community})).all()
        kept = MappingProxyType({(row.cog, row.key, _place(row.place_id)): _stored(row.value) for row in rows})
        self._remembered.keep(community, kept, mark)
        return kept

    async def put(self, community: CommunityId, cog: str, key: str, place: PlaceId | None, value: Stored) -> None:
        """Keeps a value; None is the same as :meth:`clear`."""
        if value is None:
            await self.clear(community, cog, key, place)
            return
        row = {"community_id": community, "cog": cog, "key": key, "place_id": place or _EVERYWHERE, "value": value}
        async with self._database.writing() as connection:
            await connection.execute(_putting(connection), row)
        await self._changed(community)

    async def clear(self, community: CommunityId, cog: str, key: str, place: PlaceId | None) -> None:
        """Forgets a value."""
        async with self._database.writing() as connection:
            await connection.execute(delete(SETTING).where(_is(community, cog, key, place)))
        await self._changed(community)

    async def _changed(self, community: CommunityId) -> None:
        news = News(Topic.SETTINGS, str(community))
        self.heard(news)
        await self._bus.tell(news)


def _is(community: CommunityId, cog: str, key: str, place: PlaceId | None) -> ColumnElement[bool]:
    return and_(
        SETTING.c.community_id == community,
        SETTING.c.cog == cog,
        SETTING.c.key == key,
        SETTING.c.place_id == (place or _EVERYWHERE),
    )


def _place(kept: int) -> PlaceId | None:
    return None if kept == _EVERYWHERE else PlaceId(kept)


def _stored(value: object) -> Stored:
    """A JSON value as a setting's; what cannot be one is as if nothing was chosen."""
    return value if isinstance(value, str | int | bool) else None
