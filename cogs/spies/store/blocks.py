"""Who is never to meet whom: blocks, bans and bars, kept as marks of accounts, so that they outlast *forget me*."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Column, ColumnElement, Table, Text, delete, exists, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.api import JsonValue
from bot.api.tables import BigId, UtcDateTime, Words, insert_into
from bot.domain.refs import CommunityId, PersonId
from bot.ports.database import Database
from cogs.spies.rules.cases import Block, BlockId
from cogs.spies.store.metadata import METADATA

BLOCK = Table(
    "spies_block",
    METADATA,
    Column("id", BigId, primary_key=True),
    Column("cause", Text, nullable=False, unique=True, comment="the press that it was made by"),
    Column("person", BigId, nullable=True, index=True, comment="who blocked; none when they are forgotten"),
    Column("codename", Words, nullable=False, comment="by which they knew whom they blocked; emptied then"),
    Column("made", UtcDateTime, nullable=False),
    Column("until", UtcDateTime, nullable=False, index=True),
    sqlite_autoincrement=True,
)

APART = Table(
    "spies_apart",
    METADATA,
    Column("block", BigId, primary_key=True, autoincrement=False),
    Column("one", Text, primary_key=True, comment="the mark of an account of who blocked"),
    Column("other", Text, primary_key=True, index=True, comment="the mark of an account of who is blocked"),
)

BAR = Table(
    "spies_bar",
    METADATA,
    Column("asker", Text, primary_key=True, comment="the mark of an account"),
    Column("asked", Text, primary_key=True, index=True, comment="of who said no"),
    Column("until", UtcDateTime, nullable=False, index=True),
)

BAN = Table(
    "spies_ban",
    METADATA,
    Column("community", BigId, primary_key=True, autoincrement=False),
    Column("mark", Text, primary_key=True, comment="of an account"),
    Column("whose", Text, primary_key=True, comment="the club's own, or the decision of a case"),
    Column("made", UtcDateTime, nullable=False),
    Column("until", UtcDateTime, nullable=False, index=True),
)

Marks = Collection[str]
"""Keyed hashes of all accounts of a person."""

ASKED_AT_ONCE = 500
"""Marks in one statement; databases have an end to how many they take."""


class Whose(StrEnum):
    """Whose word a ban is."""

    CLUB = "club"
    """The platform's: banned from the chat altogether."""
    CASE = "case"
    """From spies alone, by what was decided about a report."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """Keeps them."""

    db: Database

    # ------------------------------------------------------------------------------------------------------- blocking

    async def block(
        self, person: PersonId, one: Marks, other: Marks, *, codename: str, cause: str, now: datetime, until: datetime
    ) -> BlockId:
        """Keeps two people apart; the same cause once."""
        async with self.db.writing() as writing:
            await _clean(writing, now)
            put = insert_into(writing, BLOCK).values(
                cause=cause, person=person, codename=codename, made=now, until=until
            )
            await writing.execute(put.on_conflict_do_nothing(index_elements=["cause"]))
            block = BlockId(int((await writing.execute(select(BLOCK.c.id).where(BLOCK.c.cause == cause))).scalar_one()))
            await _put_apart(writing, block, one, other)
            return block

    async def lift(self, block: BlockId, person: PersonId) -> Block | None:
        """Takes a block back, as who made it; None when it was taken back before, or is not theirs."""
        async with self.db.writing() as writing:
            gone = delete(BLOCK).where(BLOCK.c.id == block, BLOCK.c.person == person)
            row = (await writing.execute(gone.returning(BLOCK.c.codename, BLOCK.c.made))).one_or_none()
            if row is None:
                return None
            await writing.execute(delete(APART).where(APART.c.block == block))
            return Block(block, str(row.codename), row.made)

    async def of(self, person: PersonId, now: datetime) -> Sequence[Block]:
        """Whom somebody blocked, the newest first."""
        theirs = select(BLOCK).where(BLOCK.c.person == person, BLOCK.c.until > now).order_by(BLOCK.c.id.desc())
        async with self.db.reading() as reading:
            rows = (await reading.execute(theirs)).all()
        return [Block(BlockId(int(row.id)), str(row.codename), row.made) for row in rows]

    async def bar(self, asker: Marks, asked: Marks, until: datetime) -> None:
        """From now on somebody cannot ask somebody any more, who said no."""
        async with self.db.writing() as writing:
            for one in sorted(asker):
                for other in sorted(asked):
                    put = insert_into(writing, BAR).values(asker=one, asked=other, until=until)
                    longer = put.on_conflict_do_update(index_elements=["asker", "asked"], set_={"until": until})
                    await writing.execute(longer)

    # -------------------------------------------------------------------------------------------------------- looking

    async def apart(self, one: Marks, other: Marks, now: datetime) -> bool:
        """Whether one of two blocked the other, or the first was told no by the second."""
        barred = exists().where(BAR.c.asker.in_(one), BAR.c.asked.in_(other), BAR.c.until > now)
        async with self.db.reading() as reading:
            return bool((await reading.execute(select(_blocked(one, other, now) | barred))).scalar_one())

    async def blocked(self, one: Marks, other: Marks, now: datetime) -> bool:
        """Whether one of two blocked the other."""
        async with self.db.reading() as reading:
            return bool((await reading.execute(select(_blocked(one, other, now)))).scalar_one())

    async def all_apart(self, marks: Marks, now: datetime) -> Sequence[tuple[str, str]]:
        """At least every two of these marks between which there is a block or a bar."""
        blocked = select(APART.c.one, APART.c.other).join_from(APART, BLOCK, BLOCK.c.id == APART.c.block)
        blocked = blocked.where(BLOCK.c.until > now)
        barred = select(BAR.c.asker, BAR.c.asked).where(BAR.c.until > now)
        if len(marks) <= ASKED_AT_ONCE:  # of a large club's it is quicker to read all that there are
            blocked, barred = blocked.where(APART.c.one.in_(marks)), barred.where(BAR.c.asker.in_(marks))
        async with self.db.reading() as reading:
            rows = [*(await reading.execute(blocked)).all(), *(await reading.execute(barred)).all()]
        return [(str(row[0]), str(row[1])) for row in rows]

    # -------------------------------------------------------------------------------------------------------- banning

    async def ban(self, community: CommunityId, marks: Marks, whose: Whose, now: datetime, until: datetime) -> None:
        """Nobody with one of these marks is matched in a club; told again, it lasts from now."""
        async with self.db.writing() as writing:
            await _clean(writing, now)
            for mark in sorted(marks):
                put = insert_into(writing, BAN).values(
                    community=community, mark=mark, whose=whose.value, made=now, until=until
                )
                longer = put.on_conflict_do_update(index_elements=["community", "mark", "whose"], set_={"until": until})
                await writing.execute(longer)

    async def pardon(self, community: CommunityId, marks: Marks, whose: Whose) -> bool:
        """Takes a ban back; False when there was none."""
        gone = delete(BAN).where(BAN.c.community == community, BAN.c.mark.in_(marks), BAN.c.whose == whose.value)
        async with self.db.writing() as writing:
            return bool((await writing.execute(gone)).rowcount)

    async def banned(self, community: CommunityId, now: datetime) -> frozenset[str]:
        """The marks of all who are banned in a club."""
        theirs = select(BAN.c.mark).where(BAN.c.community == community, BAN.c.until > now)
        async with self.db.reading() as reading:
            return frozenset(str(row[0]) for row in (await reading.execute(theirs)).all())

    async def is_banned(self, community: CommunityId, marks: Marks, now: datetime) -> bool:
        """Whether somebody is banned in a club."""
        theirs = exists().where(BAN.c.community == community, BAN.c.mark.in_(marks), BAN.c.until > now)
        async with self.db.reading() as reading:
            return bool((await reading.execute(select(theirs))).scalar_one())

    # ---------------------------------------------------------------------------------------------------- what is kept

    async def spread(self, known: Marks, new: Marks) -> None:
        """What is kept of some accounts holds for others too: they were found to be one person's, or part from it."""
        async with self.db.writing() as writing:
            await _spread_blocks(writing, known, new)
            for row in (await writing.execute(select(BAR).where(BAR.c.asker.in_(known)))).all():
                await _put_bars(writing, [(mark, str(row.asked)) for mark in new], row.until)
            for row in (await writing.execute(select(BAR).where(BAR.c.asked.in_(known)))).all():
                await _put_bars(writing, [(str(row.asker), mark) for mark in new], row.until)
            for row in (await writing.execute(select(BAN).where(BAN.c.mark.in_(known)))).all():
                for mark in new:
                    put = insert_into(writing, BAN).values(
                        community=row.community, mark=mark, whose=row.whose, made=row.made, until=row.until
                    )
                    await writing.execute(put.on_conflict_do_nothing())

    async def export(self, person: PersonId) -> JsonValue:
        """Whom somebody blocked."""
        theirs = select(BLOCK).where(BLOCK.c.person == person).order_by(BLOCK.c.id)
        async with self.db.reading() as reading:
            rows = (await reading.execute(theirs)).all()
        return [
            {"codename": str(row.codename), "made": row.made.isoformat(), "until": row.until.isoformat()}
            for row in rows
        ]

    async def forget(self, person: PersonId) -> None:
        """Leaves blocks without who made them; the marks stay for their term."""
        async with self.db.writing() as writing:
            await writing.execute(update(BLOCK).where(BLOCK.c.person == person).values(person=None, codename=""))

    async def merge(self, kept: PersonId, gone: PersonId) -> None:
        """Two persons are one."""
        async with self.db.writing() as writing:
            await writing.execute(update(BLOCK).where(BLOCK.c.person == gone).values(person=kept))

    async def erase(self, community: CommunityId) -> None:
        """Erases a club's bans; blocks are between people and stay."""
        async with self.db.writing() as writing:
            await writing.execute(delete(BAN).where(BAN.c.community == community))


def sorted_out(
    marks: Mapping[PersonId, Marks], apart: Sequence[tuple[str, str]], banned: Marks
) -> tuple[frozenset[frozenset[PersonId]], frozenset[PersonId]]:
    """Which two of some people are never to meet, and who of them is to meet nobody."""
    whose = {mark: person for person, theirs in marks.items() for mark in theirs}
    two = frozenset(
        frozenset((whose[one], whose[other]))
        for one, other in apart
        if one in whose and other in whose and whose[one] != whose[other]
    )
    return two, frozenset(whose[mark] for mark in banned if mark in whose)


def _blocked(one: Marks, other: Marks, now: datetime) -> ColumnElement[bool]:
    return exists(
        select(APART.c.block)
        .join_from(APART, BLOCK, BLOCK.c.id == APART.c.block)
        .where(
            (APART.c.one.in_(one) & APART.c.other.in_(other)) | (APART.c.one.in_(other) & APART.c.other.in_(one)),
            BLOCK.c.until > now,
        )
    )


# --------------------------------------------------------------------------------------------- within a transaction


async def _put_apart(writing: AsyncConnection, block: int, one: Marks, other: Marks) -> None:
    for mine in sorted(one):
        for theirs in sorted(other):
            put = insert_into(writing, APART).values(block=block, one=mine, other=theirs)
            await writing.execute(put.on_conflict_do_nothing())


async def _spread_blocks(writing: AsyncConnection, known: Marks, new: Marks) -> None:
    for row in (await writing.execute(select(APART).where(APART.c.one.in_(known)))).all():
        await _put_apart(writing, row.block, new, [str(row.other)])
    for row in (await writing.execute(select(APART).where(APART.c.other.in_(known)))).all():
        await _put_apart(writing, row.block, [str(row.one)], new)


async def _put_bars(writing: AsyncConnection, bars: Sequence[tuple[str, str]], until: datetime) -> None:
    for asker, asked in bars:
        put = insert_into(writing, BAR).values(asker=asker, asked=asked, until=until)
        await writing.execute(put.on_conflict_do_nothing())


async def _clean(writing: AsyncConnection, now: datetime) -> None:
    """Erases what has had its term."""
    over = select(BLOCK.c.id).where(BLOCK.c.until <= now)
    await writing.execute(delete(APART).where(APART.c.block.in_(over)))
    await writing.execute(delete(BLOCK).where(BLOCK.c.until <= now))
    await writing.execute(delete(BAR).where(BAR.c.until <= now))
    await writing.execute(delete(BAN).where(BAN.c.until <= now))
