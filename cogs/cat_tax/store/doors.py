"""Doors that are kept closed for a newcomer, and how each opens."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from sqlalchemy import Row, bindparam, delete, select

from bot.api.tables import insert_into
from bot.domain.refs import CommunityId, PersonId, SpaceRef, UserRef
from bot.ports.database import Database
from cogs.cat_tax.store.tables import DOOR

_OF_PERSON = (
    select(DOOR)
    .where(DOOR.c.community == bindparam("community"), DOOR.c.person == bindparam("person"))
    .order_by(DOOR.c.id)
)


class DoorKind(Enum):
    """How a door is closed."""

    RESTRICTED = "restricted"
    """They are inside, and cannot write."""
    REQUESTED = "requested"
    """They asked to be let in."""
    ROLE = "role"
    """They are inside; what the role opens is closed."""


@dataclass(frozen=True, slots=True)
class KeptDoor:
    """A door that is closed for an account, until ``opens`` at most."""

    community: CommunityId
    person: PersonId
    space: SpaceRef
    user: UserRef
    kind: DoorKind
    opens: datetime


@dataclass(frozen=True, slots=True)
class Doors:
    """Keeps them; one for each account in each space."""

    db: Database

    async def close(self, door: KeptDoor) -> None:
        """Remembers a door before it is closed, so that it will be opened whatever happens."""
        values = {
            "community": door.community,
            "person": door.person,
            "space": str(door.space),
            "user": str(door.user),
            "kind": door.kind.value,
            "opens": door.opens,
        }
        async with self.db.writing() as writing:
            put = insert_into(writing, DOOR).values(values)
            await writing.execute(put.on_conflict_do_update(index_elements=["space", "user"], set_=values))

    async def of_person(self, community: CommunityId, person: PersonId) -> Sequence[KeptDoor]:
        """The doors that are closed for a person."""
        theirs = {"community": community, "person": person}
        async with self.db.reading() as reading:
            return [_read(row) for row in await reading.execute(_OF_PERSON, theirs)]

    async def communities_of(self, person: PersonId) -> Sequence[CommunityId]:
        """Where doors are closed for a person."""
        theirs = select(DOOR.c.community).where(DOOR.c.person == person).distinct()
        async with self.db.reading() as reading:
            return [CommunityId(community) for community in (await reading.scalars(theirs)).all()]

    async def of_account(self, space: SpaceRef, user: UserRef) -> KeptDoor | None:
        """The door that is closed for an account in a space."""
        theirs = select(DOOR).where(DOOR.c.space == str(space), DOOR.c.user == str(user))
        async with self.db.reading() as reading:
            row = (await reading.execute(theirs)).one_or_none()
        return None if row is None else _read(row)

    async def opened(self, door: KeptDoor) -> None:
        """It is open."""
        async with self.db.writing() as writing:
            theirs = delete(DOOR).where(DOOR.c.space == str(door.space), DOOR.c.user == str(door.user))
            await writing.execute(theirs)


def _read(row: Row[tuple[object, ...]]) -> KeptDoor:
    return KeptDoor(
        community=CommunityId(row.community),
        person=PersonId(row.person),
        space=SpaceRef.parse(row.space),
        user=UserRef.parse(row.user),
        kind=DoorKind(row.kind),
        opens=row.opens,
    )
