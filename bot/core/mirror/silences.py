"""Whose words do not cross: silenced across by moderators, or banned or muted by the platform's own means."""

from datetime import datetime

from cachetools import TTLCache
from sqlalchemy import bindparam, delete, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.communities import Communities
from bot.core.identity import Identity
from bot.core.mirror.tables import SILENCED
from bot.core.stations import Stations
from bot.core.tables import insert_into
from bot.domain.errors import PlatformError
from bot.domain.refs import CommunityId, PersonId
from bot.ports.clock import Clock
from bot.ports.database import Database

TAKEN_FOR_TRUE = 60.0
"""Seconds for which an answer counts: a ban is in force across the others after a minute at the latest."""

REMEMBERED = 20_000

_STILL = or_(SILENCED.c.until.is_(None), SILENCED.c.until > bindparam("now"))
_SILENCED = (
    select(SILENCED.c.person_id, SILENCED.c.until)
    .where(SILENCED.c.community_id == bindparam("community"), _STILL)
    .order_by(SILENCED.c.person_id)
)
_SILENCED_ONE = select(SILENCED.c.person_id).where(
    SILENCED.c.community_id == bindparam("community"), SILENCED.c.person_id == bindparam("person"), _STILL
)


class Silences:
    """Asked for each message that crosses; asks the database and the platforms once a minute for each person."""

    def __init__(
        self, db: Database, clock: Clock, identity: Identity, communities: Communities, stations: Stations
    ) -> None:
        self._db = db
        self._clock = clock
        self._identity = identity
        self._communities = communities
        self._stations = stations
        self._known: TTLCache[tuple[CommunityId, PersonId], bool] = TTLCache(
            REMEMBERED, TAKEN_FOR_TRUE, timer=clock.monotonic
        )

    async def silenced(self, community: CommunityId, person: PersonId) -> bool:
        """Whether somebody's words do not cross in a community now."""
        known = self._known.get((community, person))
        if known is None:
            known = await self._by_us(community, person) or await self._by_platform(community, person)
            self._known[community, person] = known
        return known

    async def _by_us(self, community: CommunityId, person: PersonId) -> bool:
        asked = {"community": community, "person": person, "now": self._clock.now()}
        async with self._db.reading() as connection:
            return (await connection.execute(_SILENCED_ONE, asked)).first() is not None

    async def _by_platform(self, community: CommunityId, person: PersonId) -> bool:
        """Whether one of their accounts is banned or muted in one of the community's spaces."""
        accounts = await self._identity.accounts_of(person)
        for space in await self._communities.spaces_of(community):
            station = self._stations.by_platform.get(space.ref.platform)
            for user in accounts:
                if station is None or user.platform != space.ref.platform:
                    continue
                try:
                    if await station.members.silenced(space.ref, user):
                        return True
                except PlatformError:
                    continue  # a platform that does not answer now silences nobody
        return False

    async def silence(self, community: CommunityId, person: PersonId, until: datetime | None) -> None:
        """Silences somebody, until a moment or for good."""
        async with self._db.writing() as connection:
            await self._put(connection, community, person, until)

    async def _put(
        self, connection: AsyncConnection, community: CommunityId, person: PersonId, until: datetime | None
    ) -> None:
        adding = insert_into(connection, SILENCED).values(community_id=community, person_id=person, until=until)
        same = [SILENCED.c.community_id, SILENCED.c.person_id]
        await connection.execute(adding.on_conflict_do_update(index_elements=same, set_={"until": until}))
        self._known[community, person] = True

    async def release(self, community: CommunityId, person: PersonId) -> bool:
        """Lets somebody's words cross again; False when they did."""
        gone = delete(SILENCED).where(SILENCED.c.community_id == community, SILENCED.c.person_id == person)
        async with self._db.writing() as connection:
            ended = (await connection.execute(gone)).rowcount > 0
        self._known.pop((community, person), None)
        return ended

    async def linked(self, kept: PersonId, gone: PersonId) -> None:
        """Two persons became one, who is silenced for as long as either was."""
        async with self._db.writing() as connection:
            await self._carry_over(connection, gone, kept)
            await connection.execute(delete(SILENCED).where(SILENCED.c.person_id == gone))

    async def parted(self, person: PersonId, new: PersonId) -> None:
        """An account became a person of its own: whoever was silenced does not escape so."""
        async with self._db.writing() as connection:
            await self._carry_over(connection, person, new)

    async def _carry_over(self, connection: AsyncConnection, old: PersonId, new: PersonId) -> None:
        chosen = select(SILENCED).where(SILENCED.c.person_id.in_([old, new]))
        longest: dict[CommunityId, datetime | None] = {}
        for row in await connection.execute(chosen):
            community = CommunityId(row.community_id)
            known = longest.get(community, row.until)
            longest[community] = None if None in {known, row.until} else max(known, row.until)
        for community, until in longest.items():
            await self._put(connection, community, new, until)

    async def of(self, community: CommunityId) -> list[tuple[PersonId, datetime | None]]:
        """Whom moderators silenced, and until when."""
        asked = {"community": community, "now": self._clock.now()}
        async with self._db.reading() as connection:
            return [(PersonId(row.person_id), row.until) for row in await connection.execute(_SILENCED, asked)]

    async def clean(self) -> int:
        """Forgets what is over; says how many."""
        async with self._db.writing() as connection:
            over = await connection.execute(delete(SILENCED).where(SILENCED.c.until <= self._clock.now()))
        return over.rowcount
