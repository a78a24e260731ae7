"""Lines: who is on them, where each reads them, and when they ended."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import combinations

from sqlalchemy import Boolean, Column, ColumnElement, Row, Select, Table, Text, bindparam, exists, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.api.tables import BigId, UtcDateTime, Words, insert_into
from bot.domain.languages import Language, language_of
from bot.domain.refs import CommunityId, PersonId, PlaceId
from bot.ports.database import Database
from cogs.spies.rules.pairs import Ending, Pair, PairId, Proposal, Side, knot_of
from cogs.spies.store.metadata import METADATA

PAIR = Table(
    "spies_pair",
    METADATA,
    Column("id", BigId, primary_key=True),
    Column("community", BigId, nullable=False, index=True),
    Column(
        "cause", BigId, nullable=False, unique=True, comment="the question that all agreed to; below 0, a line of three"
    ),
    Column("live", Text, nullable=True, unique=True, comment="who is on it, while it lasts"),
    Column("theme", Words, nullable=False, comment="their own word for a spy"),
    Column("made", UtcDateTime, nullable=False),
    Column("opened", UtcDateTime, nullable=True),
    Column("ended", UtcDateTime, nullable=True, index=True),
    Column("ended_by", BigId, nullable=True),
    Column("why", Text, nullable=True),
    Column("held", Boolean, nullable=False, comment="nothing crosses while a report is undecided"),
    Column("thread", BigId, nullable=True, comment="the private thread that they moved into"),
    Column("counted", UtcDateTime, nullable=True, comment="until when a language clock counts what is said"),
    sqlite_autoincrement=True,
)

SIDE = Table(
    "spies_side",
    METADATA,
    Column("pair", BigId, primary_key=True, autoincrement=False),
    Column("person", BigId, primary_key=True, autoincrement=False, index=True),
    Column("codename", Words, nullable=False),
    Column("place", BigId, nullable=True, index=True, comment="the private chat in which they read it"),
    Column("reads", Text, nullable=True),
    Column("shows", Boolean, nullable=False),
    Column("free_files", Boolean, nullable=False),
    Column("name", Words, nullable=False, comment="as their account was called when they showed themselves"),
    Column("handle", Words, nullable=False),
)

_AT_ONCE = 500
"""Ids in one statement; databases have an end to how many they take."""

LASTS = datetime(9999, 1, 1, tzinfo=UTC)
"""The last day together of those who still have a line: later than any now."""

PairRow = Row[tuple[object, ...]]

# What each message on a line needs is put together once.
_LINES = select(PAIR).order_by(PAIR.c.id.desc())
_LINE = _LINES.where(PAIR.c.id == bindparam("pair"))
_OF_PERSON = _LINES.where(exists().where(SIDE.c.pair == PAIR.c.id, SIDE.c.person == bindparam("person")))
_LIVE_OF_PERSON = _OF_PERSON.where(PAIR.c.ended.is_(None))
_SIDES = select(SIDE).where(SIDE.c.pair.in_(bindparam("pairs", expanding=True))).order_by(SIDE.c.pair, SIDE.c.person)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Keeps them."""

    db: Database

    # ------------------------------------------------------------------------------------------------------- looking

    async def of(self, pair: PairId) -> Pair | None:
        """A line by its id, also one that ended."""
        async with self.db.reading() as reading:
            return await find(reading, pair)

    async def of_person(self, person: PersonId, *, live: bool = True) -> Sequence[Pair]:
        """Somebody's lines, the newest first; those that ended too, unless only ``live`` ones are wanted."""
        async with self.db.reading() as reading:
            return await _read(reading, _LIVE_OF_PERSON if live else _OF_PERSON, {"person": person})

    async def at(self, place: PlaceId) -> Sequence[Pair]:
        """The lines that somebody reads in a place, or that moved there, the newest first; none that ended."""
        read = exists().where(SIDE.c.pair == PAIR.c.id, SIDE.c.place == place)
        return await self._which((read | (PAIR.c.thread == place)) & PAIR.c.ended.is_(None))

    async def between(self, people: Collection[PersonId]) -> Pair | None:
        """The line between exactly these people, if they have one now."""
        found = await self._which(PAIR.c.live == knot_of(frozenset(people)))
        return found[0] if found else None

    async def in_community(self, community: CommunityId) -> Sequence[Pair]:
        """A community's lines that last, the newest first."""
        return await self._which((PAIR.c.community == community) & PAIR.c.ended.is_(None))

    async def met(self, people: Collection[PersonId]) -> Mapping[frozenset[PersonId], datetime]:
        """Who among these had a line together, two by two, and the last day of it: :data:`LASTS` while it lasts."""
        ids, together = sorted(people), dict[int, tuple[datetime, set[PersonId]]]()
        async with self.db.reading() as reading:
            for start in range(0, len(ids), _AT_ONCE):
                some = SIDE.c.person.in_(ids[start : start + _AT_ONCE])
                asked = select(PAIR.c.id, PAIR.c.ended, SIDE.c.person).join_from(PAIR, SIDE, SIDE.c.pair == PAIR.c.id)
                for row in await reading.execute(asked.where(some)):
                    together.setdefault(int(row.id), (row.ended or LASTS, set()))[1].add(PersonId(int(row.person)))
        last: dict[frozenset[PersonId], datetime] = {}
        for ended, persons in together.values():
            for two in combinations(persons, 2):
                key = frozenset(two)
                last[key] = max(ended, last.get(key, ended))
        return last

    async def _which(self, such: ColumnElement[bool]) -> Sequence[Pair]:
        async with self.db.reading() as reading:
            return await all_such(reading, such)

    # ------------------------------------------------------------------------------------------------------ changing

    async def open(self, proposal: Proposal, now: datetime) -> PairId:
        """Makes a line of a question that all said yes to, once for each question.

        Where the same people have a line already (both asked each other at once), it is that one.
        """
        async with self.db.writing() as writing:
            live = knot_of(proposal.people)
            put = insert_into(writing, PAIR).values(
                community=proposal.community, cause=proposal.id, live=live, theme="", made=now, held=False
            )
            made = await writing.execute(put.on_conflict_do_nothing().returning(PAIR.c.id))
            row = made.one_or_none()
            if row is None:
                there = select(PAIR.c.id).where((PAIR.c.cause == proposal.id) | (PAIR.c.live == live))
                known = await writing.execute(there.order_by((PAIR.c.cause == proposal.id).desc()).limit(1))
                return PairId(int(known.scalar_one()))
            for key in proposal.keys:
                side = insert_into(writing, SIDE).values(
                    pair=row.id,
                    person=key.person,
                    codename=key.codename,
                    shows=False,
                    free_files=False,
                    name="",
                    handle="",
                )
                await writing.execute(side)
            return PairId(int(row.id))

    async def go_on(self, ended: Pair, without: PersonId, now: datetime) -> Pair | None:
        """Makes a line of a longer one that ended for those who are left, once; None where these have one already.

        It is as old as that one was. Who they are, and that links cross at once, stays so only where all had agreed.
        """
        rest = ended.others(without)
        live = knot_of(frozenset(side.person for side in rest))
        async with self.db.writing() as writing:
            put = insert_into(writing, PAIR).values(
                community=ended.community,
                cause=-ended.id,
                live=live,
                theme=ended.theme,
                made=now,
                opened=ended.opened,
                held=False,
            )
            made = await writing.execute(put.on_conflict_do_nothing().returning(PAIR.c.id))
            row = made.one_or_none()
            if row is None:
                known = await all_such(writing, PAIR.c.cause == -ended.id)
                return known[0] if known else None
            for side in rest:
                shown = {"shows": True, "name": side.name, "handle": side.handle}
                unknown = {"shows": False, "name": "", "handle": ""}
                values = {
                    "pair": row.id,
                    "person": side.person,
                    "codename": side.codename,
                    "place": side.place,
                    "reads": None if side.reads is None else side.reads.value,
                    "free_files": ended.free,
                    **(shown if ended.shown else unknown),
                }
                await writing.execute(insert_into(writing, SIDE).values(values))
            return await find(writing, PairId(int(row.id)))

    async def end(self, pair: PairId, by: PersonId | None, why: Ending, now: datetime) -> Pair | None:
        """Ends a line: as it is now, or None when it had ended. Of two who do so at once, one has done it."""
        ended = update(PAIR).where(PAIR.c.id == pair, PAIR.c.ended.is_(None))
        async with self.db.writing() as writing:
            values = ended.values(ended=now, ended_by=by, why=why.value, live=None)
            if not (await writing.execute(values)).rowcount:
                return None
            return await find(writing, pair)

    async def put_opened(self, pair: PairId, now: datetime) -> bool:
        """Every private chat is open; False when that was known, or the line ended."""
        return await self._changed(pair, PAIR.c.opened.is_(None), {"opened": now})

    async def put_held(self, pair: PairId, *, held: bool) -> bool:
        """Whether nothing crosses for now; False when it was so."""
        return await self._changed(pair, PAIR.c.held != held, {"held": held})

    async def put_theme(self, pair: PairId, word: str) -> bool:
        """Their own word for a spy, "" for the community's; False when it was so."""
        return await self._changed(pair, PAIR.c.theme != word, {"theme": word})

    async def put_thread(self, pair: PairId, thread: PlaceId | None) -> bool:
        """The private thread that they moved into, or None for none again.

        False when it was so, when they had moved into one already, or when the line ended.
        """
        other = PAIR.c.thread.is_(None) if thread is not None else PAIR.c.thread.is_not(None)
        return await self._changed(pair, other, {"thread": thread})

    async def put_counted(self, pair: PairId, until: datetime | None) -> None:
        """Until when a language clock counts what is said; None for not at all."""
        await self._changed(pair, PAIR.c.ended.is_(None), {"counted": until})

    async def _changed(self, pair: PairId, where: ColumnElement[bool], values: dict[str, object]) -> bool:
        changed = update(PAIR).where(PAIR.c.id == pair, PAIR.c.ended.is_(None), where).values(values)
        async with self.db.writing() as writing:
            return bool((await writing.execute(changed)).rowcount)

    async def put_place(self, pair: PairId, person: PersonId, place: PlaceId) -> None:
        """Where somebody reads it."""
        await self._changed_side(pair, person, {"place": place})

    async def put_reads(self, pair: PairId, person: PersonId, language: Language | None) -> None:
        """In which language somebody reads it; None for that of their screens."""
        await self._changed_side(pair, person, {"reads": None if language is None else language.value})

    async def put_shows(self, pair: PairId, person: PersonId, name: str, handle: str) -> None:
        """Somebody wants to show who they are: under this name, and the account's handle where it has one."""
        await self._changed_side(pair, person, {"shows": True, "name": name, "handle": handle})

    async def put_free_files(self, pair: PairId, person: PersonId, *, free: bool) -> None:
        """Whether somebody wants links and files at once."""
        await self._changed_side(pair, person, {"free_files": free})

    async def _changed_side(self, pair: PairId, person: PersonId, values: dict[str, object]) -> None:
        changed = update(SIDE).where(SIDE.c.pair == pair, SIDE.c.person == person).values(values)
        async with self.db.writing() as writing:
            await writing.execute(changed)


# --------------------------------------------------------------------------------------------- within a transaction


async def find(connection: AsyncConnection, pair: PairId) -> Pair | None:
    """A line by its id."""
    found = await _read(connection, _LINE, {"pair": pair})
    return found[0] if found else None


async def all_such(connection: AsyncConnection, such: ColumnElement[bool]) -> Sequence[Pair]:
    """Such lines, the newest first."""
    return await _read(connection, _LINES.where(such), {})


async def _read(
    connection: AsyncConnection, lines: Select[tuple[object, ...]], values: Mapping[str, int]
) -> Sequence[Pair]:
    rows = (await connection.execute(lines, values)).all()
    if not rows:
        return ()
    sides: dict[int, list[Side]] = {}
    for side in (await connection.execute(_SIDES, {"pairs": [row.id for row in rows]})).all():
        sides.setdefault(int(side.pair), []).append(_side(side))
    return [_pair(row, tuple(sides.get(int(row.id), ()))) for row in rows]


def _pair(row: PairRow, sides: tuple[Side, ...]) -> Pair:
    return Pair(
        id=PairId(int(row.id)),
        community=CommunityId(int(row.community)),
        sides=sides,
        theme=str(row.theme),
        made=row.made,
        opened=row.opened,
        ended=row.ended,
        held=bool(row.held),
        thread=None if row.thread is None else PlaceId(int(row.thread)),
        why=None if row.why is None else Ending(row.why),
        by=None if row.ended_by is None else PersonId(int(row.ended_by)),
        counted=row.counted,
    )


def _side(row: PairRow) -> Side:
    return Side(
        person=PersonId(int(row.person)),
        codename=str(row.codename),
        place=None if row.place is None else PlaceId(int(row.place)),
        reads=language_of(row.reads),
        shows=bool(row.shows),
        free_files=bool(row.free_files),
        name=str(row.name),
        handle=str(row.handle),
    )
