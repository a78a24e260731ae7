"""What is kept of persons and communities."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.api.house import JsonValue
from bot.api.tables import alone, insert_into
from bot.domain.refs import CommunityId, PersonId
from bot.ports.database import Database
from cogs.bridge.rules import Bridge, BridgeId
from cogs.bridge.store.bridges import LOCK, all_with, remove
from cogs.bridge.store.tables import APART, BRIDGE, CODE, END, TRY


@dataclass(frozen=True, slots=True)
class Persons:
    """Whose words do not cross, and who made what."""

    db: Database

    async def set_apart(self, bridges: Sequence[BridgeId], person: PersonId, *, carried: bool) -> None:
        """Somebody's own choice whether their words cross these bridges."""
        async with self.db.writing() as writing:
            if carried:
                theirs = (APART.c.person == person, APART.c.bridge.in_(bridges))
                await writing.execute(delete(APART).where(*theirs))
                return
            for bridge in bridges:
                put = insert_into(writing, APART).values(bridge=bridge, person=person)
                await writing.execute(put.on_conflict_do_nothing())

    async def apart(self, person: PersonId) -> frozenset[BridgeId]:
        """The bridges that somebody's words do not cross."""
        async with self.db.reading() as reading:
            return frozenset(await _apart(reading, person))

    async def export(self, person: PersonId) -> JsonValue:
        """What is kept of a person."""
        async with self.db.reading() as reading:
            made = select(BRIDGE.c.id, BRIDGE.c.made).where(BRIDGE.c.maker == person).order_by(BRIDGE.c.id)
            bridges = (await reading.execute(made)).all()
            codes = select(CODE.c.made).where(CODE.c.maker == person).order_by(CODE.c.made)
            times = (await reading.execute(codes)).scalars().all()
            tries = (await reading.execute(select(TRY.c.tries).where(TRY.c.person == person))).scalar_one_or_none()
            return {
                "bridges_made": [{"bridge": int(row.id), "made": row.made.isoformat()} for row in bridges],
                "codes_made": [at.isoformat() for at in times],
                "codes_typed_in_vain": tries or 0,
                "not_carried_by": [int(bridge) for bridge in await _apart(reading, person)],
            }

    async def forget(self, person: PersonId) -> None:
        """Erases a person; bridges stay, without their maker's name."""
        async with self.db.writing() as writing:
            await writing.execute(delete(APART).where(APART.c.person == person))
            await writing.execute(delete(TRY).where(TRY.c.person == person))
            await writing.execute(delete(CODE).where(CODE.c.maker == person))
            await writing.execute(update(BRIDGE).where(BRIDGE.c.maker == person).values(maker=None))

    async def merge(self, kept: PersonId, gone: PersonId) -> None:
        """Two persons are one: who did not want to be carried on one account is not on the other."""
        async with self.db.writing() as writing:
            await _copy(writing, gone, kept)
            await writing.execute(delete(APART).where(APART.c.person == gone))
            await writing.execute(delete(TRY).where(TRY.c.person == gone))
            await writing.execute(update(CODE).where(CODE.c.maker == gone).values(maker=kept))
            await writing.execute(update(BRIDGE).where(BRIDGE.c.maker == gone).values(maker=kept))

    async def unlink(self, stays: PersonId, new: PersonId) -> None:
        """An account parts: nobody's words cross who did not want it."""
        async with self.db.writing() as writing:
            await _copy(writing, stays, new)

    async def erase(self, community: CommunityId) -> Sequence[Bridge]:
        """Erases a community's ends and codes. The bridges that it had ends in, as they were before."""
        async with self.db.writing() as writing:
            await alone(writing, LOCK)
            before = await all_with(writing, END.c.community == community)
            await writing.execute(delete(END).where(END.c.community == community))
            await writing.execute(delete(CODE).where(CODE.c.community == community))
            for bridge in before:
                rest = [end for end in bridge.ends if end.community != community]
                if len(rest) < 2:
                    await remove(writing, [bridge.id])
            began = select(BRIDGE.c.id).where(BRIDGE.c.community == community)
            for row in (await writing.execute(began)).all():
                heir = select(END.c.community).where(END.c.bridge == row.id).order_by(END.c.place).limit(1)
                put = update(BRIDGE).where(BRIDGE.c.id == row.id)
                await writing.execute(put.values(community=heir.scalar_subquery()))
            return before


async def _apart(connection: AsyncConnection, person: PersonId) -> list[BridgeId]:
    theirs = select(APART.c.bridge).where(APART.c.person == person).order_by(APART.c.bridge)
    return [BridgeId(int(row[0])) for row in (await connection.execute(theirs)).all()]


async def _copy(writing: AsyncConnection, source: PersonId, target: PersonId) -> None:
    for bridge in await _apart(writing, source):
        put = insert_into(writing, APART).values(bridge=bridge, person=target)
        await writing.execute(put.on_conflict_do_nothing())
