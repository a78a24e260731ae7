"""The tables of questions, and how one is read, made and settled within a transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Boolean, Column, Table, Text, insert, select, update
from sqlalchemy.engine import Row
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.api.tables import BigId, UtcDateTime, Words, insert_into
from bot.domain.refs import CommunityId, PersonId
from cogs.spies.rules.asking import State, Verdict, agreeing, settled
from cogs.spies.rules.pairs import Asked, Key, Proposal, ProposalId, knot_of
from cogs.spies.store.metadata import METADATA

PROPOSAL = Table(
    "spies_proposal",
    METADATA,
    Column("id", BigId, primary_key=True),
    Column("community", BigId, nullable=False, index=True),
    Column("asked", Text, nullable=False),
    Column("asker", BigId, nullable=True, index=True, comment="none in a round, and once they are forgotten"),
    Column("cause", Text, nullable=False, unique=True, comment="the event or round that it was made by"),
    Column("live", Text, nullable=True, unique=True, comment="whom it is between, while it is open"),
    Column("state", Text, nullable=False),
    Column("made", UtcDateTime, nullable=False),
    Column("until", UtcDateTime, nullable=False, index=True),
    sqlite_autoincrement=True,
)

KEY = Table(
    "spies_key",
    METADATA,
    Column("proposal", BigId, primary_key=True, autoincrement=False),
    Column("person", BigId, primary_key=True, autoincrement=False, index=True),
    Column("codename", Words, nullable=False),
    Column("answer", Boolean, nullable=True),
    Column("answered", UtcDateTime, nullable=True, index=True),
    Column("reached", Boolean, nullable=True, comment="false while their private chat is closed"),
    Column("told", Words, nullable=True, comment="the other's own words that they were shown with the question"),
)

LOCK = "spies-proposals"


AT_ONCE = 500
"""Ids in one statement; databases have an end to how many they take."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question to be put.

    Attributes:
        cause: names what made it; the same again makes no other.
    """

    community: CommunityId
    asked: Asked
    keys: tuple[Key, ...]
    asker: PersonId | None
    cause: str
    until: datetime

    @property
    def live(self) -> str:
        """The one name of whom it is between."""
        return knot_of(frozenset(key.person for key in self.keys))


@dataclass(frozen=True, slots=True)
class Made:
    """A question that is open between people.

    Attributes:
        joined: it was there before, by another cause.
    """

    proposal: Proposal
    joined: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """A question as it is kept.

    Attributes:
        asker: None in a round, and once they are forgotten.
        reached: those who have been asked.
        told: the other's own words that somebody was shown with the question, by who read them.
    """

    proposal: Proposal
    state: State
    asker: PersonId | None
    reached: frozenset[PersonId]
    told: Mapping[PersonId, str]


@dataclass(frozen=True, slots=True)
class Answered:
    """What an answer led to.

    Attributes:
        kept: the question as it is now; None where there is none.
        first: it was this person's first answer.
    """

    verdict: Verdict
    kept: Kept | None = None
    first: bool = False


async def make(writing: AsyncConnection, wanted: Wanted, now: datetime) -> Made:
    """Puts a question; the same cause finds the one that it made."""
    known = (await writing.execute(select(PROPOSAL.c.id).where(PROPOSAL.c.cause == wanted.cause))).scalar_one_or_none()
    if known is not None and (found := await find(writing, ProposalId(known))) is not None:
        return Made(found.proposal, joined=False)
    live = (await writing.execute(select(PROPOSAL.c.id).where(PROPOSAL.c.live == wanted.live))).scalar_one_or_none()
    if live is not None and (found := await find(writing, ProposalId(live))) is not None:
        if found.proposal.until > now or found.state is State.AGREED:
            return Made(found.proposal, joined=True)
        await settle(writing, found.proposal.id, lapsed=True)
    put = insert_into(writing, PROPOSAL).values(**_values(wanted, now))
    made = ProposalId((await writing.execute(put.returning(PROPOSAL.c.id))).scalar_one())
    await writing.execute(insert(KEY), [_key_values(made, key, now) for key in wanted.keys])
    return Made(Proposal(made, wanted.community, wanted.asked, wanted.keys, now, wanted.until), joined=False)


async def make_many(writing: AsyncConnection, wanted: Sequence[Wanted], now: datetime) -> None:
    """Puts many questions that nobody put before; those to people who are being asked already are left out."""
    for start in range(0, len(wanted), AT_ONCE):
        some = wanted[start : start + AT_ONCE]
        lives = select(PROPOSAL.c.live).where(PROPOSAL.c.live.in_([one.live for one in some]))
        taken = set(await writing.scalars(lives))
        fresh = {one.cause: one for one in some if one.live not in taken}
        if not fresh:
            continue
        await writing.execute(insert(PROPOSAL), [_values(one, now) for one in fresh.values()])
        made = await writing.execute(select(PROPOSAL.c.id, PROPOSAL.c.cause).where(PROPOSAL.c.cause.in_(sorted(fresh))))
        keys = [_key_values(row.id, key, now) for row in made for key in fresh[row.cause].keys]
        await writing.execute(insert(KEY), keys)


def _values(wanted: Wanted, now: datetime) -> dict[str, object]:
    return {
        "community": wanted.community,
        "asked": wanted.asked.value,
        "asker": wanted.asker,
        "cause": wanted.cause,
        "live": wanted.live,
        "state": State.OPEN.value,
        "made": now,
        "until": wanted.until,
    }


def _key_values(proposal: int, key: Key, now: datetime) -> dict[str, object]:
    return {
        "proposal": proposal,
        "person": key.person,
        "codename": key.codename,
        "answer": key.answer,
        "answered": None if key.answer is None else now,
    }


async def settle(writing: AsyncConnection, proposal: ProposalId, *, lapsed: bool) -> None:
    """Sees what became of a question by what was answered so far."""
    kept = await find(writing, proposal)
    if kept is None:
        return
    state = settled([key.answer for key in kept.proposal.keys], lapsed=lapsed)
    values: dict[str, object] = {"state": state.value}
    if state is State.OVER:
        values["live"] = None
    elif state is State.AGREED:
        values["live"] = knot_of(frozenset(key.person for key in agreeing(kept.proposal.keys)))
        other = select(PROPOSAL.c.id).where(PROPOSAL.c.live == values["live"], PROPOSAL.c.id != proposal)
        double = (await writing.execute(other)).scalar_one_or_none()
        if double is not None:  # two of three have been asked by themselves as well: that question is answered by this
            await writing.execute(
                update(PROPOSAL).where(PROPOSAL.c.id == double).values(state=State.OVER.value, live=None)
            )
    await writing.execute(update(PROPOSAL).where(PROPOSAL.c.id == proposal).values(**values))


async def find(connection: AsyncConnection, proposal: ProposalId) -> Kept | None:
    """A question by its id."""
    rows = (await connection.execute(select(PROPOSAL).where(PROPOSAL.c.id == proposal))).all()
    return next(iter(await kept_of(connection, rows)), None)


async def kept_of(connection: AsyncConnection, rows: Sequence[Row[tuple[object, ...]]]) -> Sequence[Kept]:
    """The questions of these rows, in their order."""
    keys: dict[int, list[Key]] = {}
    reached: dict[int, set[PersonId]] = {}
    told: dict[int, dict[PersonId, str]] = {}
    ids = sorted(int(row.id) for row in rows)
    for start in range(0, len(ids), AT_ONCE):
        some = select(KEY).where(KEY.c.proposal.in_(ids[start : start + AT_ONCE]))
        for row in await connection.execute(some.order_by(KEY.c.proposal, KEY.c.person)):
            person = PersonId(int(row.person))
            keys.setdefault(int(row.proposal), []).append(Key(person, str(row.codename), row.answer))
            if row.reached:
                reached.setdefault(int(row.proposal), set()).add(person)
            if row.told:
                told.setdefault(int(row.proposal), {})[person] = str(row.told)
    return [
        Kept(
            Proposal(
                ProposalId(int(row.id)),
                CommunityId(int(row.community)),
                Asked(row.asked),
                tuple(keys.get(int(row.id), ())),
                row.made,
                row.until,
            ),
            State(row.state),
            None if row.asker is None else PersonId(int(row.asker)),
            frozenset(reached.get(int(row.id), ())),
            told.get(int(row.id), {}),
        )
        for row in rows
    ]
