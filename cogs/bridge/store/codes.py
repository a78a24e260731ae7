"""One-time codes: made in one chat, entered in another."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, case, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.api.tables import alone, insert_into
from bot.domain.languages import language_of
from bot.domain.refs import CommunityId, PersonId, PlaceId, SpaceRef
from bot.ports.database import Database
from cogs.bridge.rules import (
    ALPHABET,
    CODE_LENGTH,
    CODE_LIFETIME,
    CODES,
    MOST_BRIDGES,
    MOST_ENDS,
    PERIOD,
    TRIES,
    Bridge,
    BridgeId,
    Crossing,
    End,
    Failure,
    digest,
    plain_code,
    tied_already,
)
from cogs.bridge.store.bridges import LOCK, add, add_end, all_with, count_of, find
from cogs.bridge.store.tables import CODE, END, TRY


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a code stands for.

    Attributes:
        bridge: to which a chat is to be tied; None for a new one.
        end: the chat where it was made.
        spent: by which event, or None.
    """

    digest: str
    bridge: BridgeId | None
    end: End
    maker: PersonId
    spent: str | None


@dataclass(frozen=True, slots=True)
class Codes:
    """Makes, finds and spends them."""

    db: Database

    async def make(self, bridge: BridgeId | None, end: End, maker: PersonId, at: datetime) -> str | None:
        """A code; one that was made in the same chat before no longer works. None when somebody made too many."""
        code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
        async with self.db.writing() as writing:
            await alone(writing, LOCK)
            await writing.execute(delete(CODE).where(CODE.c.made <= at - PERIOD))
            await writing.execute(delete(TRY).where(TRY.c.since <= at - PERIOD))
            counted = select(func.count()).select_from(CODE).where(CODE.c.maker == maker)
            if int((await writing.execute(counted)).scalar_one()) >= CODES:
                return None
            earlier = (CODE.c.place == end.place, CODE.c.spent.is_(None), CODE.c.expires > at)
            await writing.execute(update(CODE).where(*earlier).values(expires=at))
            put = insert_into(writing, CODE).values(
                digest=digest(code),
                bridge=bridge,
                place=end.place,
                community=end.community,
                space=str(end.space),
                language=None if end.language is None else end.language.value,
                maker=maker,
                made=at,
                expires=at + CODE_LIFETIME,
            )
            await writing.execute(put)
        return code

    async def look(self, typed: str, by: PersonId, at: datetime, *, cause: str) -> Invitation | Failure:
        """Finds what somebody typed. Each look counts as one in vain until a code is spent.

        Args:
            typed: the code, however it was written.
            by: who typed it.
            at: now, aware.
            cause: the event: one that spent the code already finds it again.
        """
        async with self.db.writing() as writing:
            put = insert_into(writing, TRY).values(person=by, tries=1, since=at)
            over = TRY.c.since <= at - PERIOD
            counted = put.on_conflict_do_update(
                index_elements=["person"],
                set_={
                    "tries": case((over, 1), else_=TRY.c.tries + 1),
                    "since": case((over, put.excluded.since), else_=TRY.c.since),
                },
            ).returning(TRY.c.tries)
            if int((await writing.execute(counted)).scalar_one()) > TRIES:
                return Failure.TOO_MANY
            wanted = select(CODE).where(CODE.c.digest == digest(plain_code(typed)))
            row = (await writing.execute(wanted)).one_or_none()
        if row is None:
            return Failure.WRONG
        found = _invitation(row)
        if found.spent not in {None, cause}:
            return Failure.USED
        if found.spent is None and row.expires <= at:
            return Failure.EXPIRED
        return found

    async def spend(
        self, invitation: Invitation, here: End, by: PersonId, crossing: Crossing, at: datetime, *, cause: str
    ) -> Bridge | Failure:
        """Ties two chats, and uses the code up; what hinders it leaves the code as it is.

        Args:
            invitation: what was found.
            here: the chat where the code was entered.
            by: who entered it.
            crossing: what crosses a new bridge.
            at: now, aware.
            cause: the event; the same again changes nothing more.
        """
        async with self.db.writing() as writing:
            await alone(writing, LOCK)
            row = (await writing.execute(select(CODE).where(CODE.c.digest == invitation.digest))).one_or_none()
            if row is None:
                return Failure.GONE
            now = _invitation(row)
            if now.spent is not None:
                done = None if now.bridge is None else await find(writing, now.bridge)
                return done if now.spent == cause and done is not None else Failure.USED
            if row.expires <= at:
                return Failure.EXPIRED
            bridge = None if now.bridge is None else await find(writing, now.bridge)
            failure = await _hindrance(writing, now, bridge, here)
            if failure is not None:
                return failure
            made = bridge.id if bridge else await add(writing, now.end.community, now.maker, crossing, at)
            if bridge is None:
                await add_end(writing, made, now.end)
            await add_end(writing, made, here)
            await writing.execute(update(CODE).where(CODE.c.digest == now.digest).values(spent=cause, bridge=made))
            await writing.execute(delete(TRY).where(TRY.c.person == by))
            tied = await find(writing, made)
        return tied or Failure.GONE


async def _hindrance(writing: AsyncConnection, code: Invitation, bridge: Bridge | None, here: End) -> Failure | None:
    """What keeps a code from tying a chat, or None."""
    if code.end.place == here.place:
        return Failure.SAME
    if code.bridge is not None and (bridge is None or bridge.at(code.end.place) is None):
        return Failure.GONE
    there = [code.end] if bridge is None else list(bridge.ends)
    shared = await all_with(writing, END.c.place == here.place)
    if tied_already(shared, here.place, [end.place for end in there]):
        return Failure.TWICE
    if len(there) >= MOST_ENDS:
        return Failure.FULL
    known = set[CommunityId]() if bridge is None else set(bridge.communities)
    for community in sorted({here.community, code.end.community} - known):
        if await count_of(writing, community) >= MOST_BRIDGES:
            return Failure.MANY
    return None


def _invitation(row: Row[tuple[object, ...]]) -> Invitation:
    end = End(
        PlaceId(int(row.place)), CommunityId(int(row.community)), SpaceRef.parse(row.space), language_of(row.language)
    )
    bridge = None if row.bridge is None else BridgeId(int(row.bridge))
    return Invitation(str(row.digest), bridge, end, PersonId(int(row.maker)), row.spent)
