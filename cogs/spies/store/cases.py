"""Reports about lines: what was reported is kept until moderators have decided, and then no longer."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Boolean, Column, Integer, Row, Select, Table, Text, delete, exists, func, select, update

from bot.api import JsonValue
from bot.api.tables import BigId, JsonText, UtcDateTime, Words, insert_into
from bot.domain.refs import CommunityId, PersonId
from bot.ports.database import Database
from cogs.spies.rules.cases import Case, CaseId, Decision, Reported
from cogs.spies.rules.pairs import PairId
from cogs.spies.store.metadata import METADATA
from cogs.spies.store.pairs import PAIR

CASE = Table(
    "spies_case",
    METADATA,
    Column("id", BigId, primary_key=True),
    Column("cause", Text, nullable=False, unique=True, comment="the press that it was begun by"),
    Column("community", BigId, nullable=False, index=True),
    Column("pair", BigId, nullable=True, index=True, comment="none for a question's words"),
    Column("reporter", BigId, nullable=True, index=True, comment="none when they are forgotten"),
    Column("accused", BigId, nullable=True, index=True, comment="none when they are forgotten"),
    Column("made", UtcDateTime, nullable=False),
    Column("sent", UtcDateTime, nullable=True, comment="none for a report that is still being made"),
    Column("reason", Words, nullable=False, comment="the reporter's words; emptied when it is closed"),
    Column("closed", UtcDateTime, nullable=True, index=True),
    Column("closed_by", BigId, nullable=True),
    Column("decision", Text, nullable=True),
    sqlite_autoincrement=True,
)

REPORTED = Table(
    "spies_reported",
    METADATA,
    Column("case", BigId, primary_key=True, autoincrement=False),
    Column("line", BigId, primary_key=True, autoincrement=False, comment="the mirror's id; 0 for a question's words"),
    Column("at", UtcDateTime, nullable=False),
    Column("words", Words, nullable=False),
    Column("translation", Words, nullable=False, comment="into the club's language, or empty"),
    Column("former", JsonText, nullable=False, comment="former wordings, the oldest first"),
    Column("deleted", Boolean, nullable=False),
    Column("files", Integer, nullable=False),
)

ACCUSED = Table(
    "spies_accused",
    METADATA,
    Column("case", BigId, primary_key=True, autoincrement=False),
    Column("mark", Text, primary_key=True, comment="of an account, so that a ban outlasts forget me"),
)

GOING_ON = Table(
    "spies_going_on",
    METADATA,
    Column("pair", BigId, primary_key=True, autoincrement=False),
    Column("person", BigId, primary_key=True, autoincrement=False, index=True, comment="who wants it to go on"),
)

DRAFTS_KEPT = timedelta(days=1)
"""How long a report may wait to be sent."""
CLOSED_KEPT = timedelta(days=90)
"""How long it is known that there was one, without its words."""


@dataclass(frozen=True, slots=True)
class Cases:
    """Keeps them."""

    db: Database

    # -------------------------------------------------------------------------------------------------------- making

    async def begin(
        self,
        cause: str,
        *,
        community: CommunityId,
        pair: PairId | None,
        reporter: PersonId,
        accused: PersonId,
        marks: Collection[str],
        now: datetime,
    ) -> Case:
        """Begins a report; the same cause once."""
        async with self.db.writing() as writing:
            put = insert_into(writing, CASE).values(
                cause=cause, community=community, pair=pair, reporter=reporter, accused=accused, made=now, reason=""
            )
            await writing.execute(put.on_conflict_do_nothing(index_elements=["cause"]))
            row = (await writing.execute(select(CASE).where(CASE.c.cause == cause))).one()
            for mark in sorted(marks):
                known = insert_into(writing, ACCUSED).values(case=row.id, mark=mark)
                await writing.execute(known.on_conflict_do_nothing())
            return _case(row)

    async def put(self, case: CaseId, reported: Reported) -> None:
        """Puts a message into a report that is being made."""
        async with self.db.writing() as writing:
            if (await writing.execute(_draft(case))).one_or_none() is None:
                return
            put = insert_into(writing, REPORTED).values(
                case=case,
                line=reported.line,
                at=reported.at,
                words=reported.words,
                translation=reported.translation,
                former=list(reported.former),
                deleted=reported.deleted,
                files=reported.files,
            )
            await writing.execute(put.on_conflict_do_nothing())

    async def take_out(self, case: CaseId, line: int) -> bool:
        """Takes a message out again; False when it was not in, or the report was sent."""
        async with self.db.writing() as writing:
            if (await writing.execute(_draft(case))).one_or_none() is None:
                return False
            gone = delete(REPORTED).where(REPORTED.c.case == case, REPORTED.c.line == line)
            return bool((await writing.execute(gone)).rowcount)

    async def send(self, case: CaseId, reason: str, now: datetime) -> Case | None:
        """Sends a report; None when it was sent or dropped before."""
        async with self.db.writing() as writing:
            sent = update(CASE).where(CASE.c.id == case, CASE.c.sent.is_(None), CASE.c.closed.is_(None))
            row = (await writing.execute(sent.values(sent=now, reason=reason).returning(*CASE.c))).one_or_none()
            return None if row is None else _case(row)

    async def drop(self, case: CaseId) -> bool:
        """Forgets a report that was not sent; False when it was, or is gone."""
        async with self.db.writing() as writing:
            gone = delete(CASE).where(CASE.c.id == case, CASE.c.sent.is_(None))
            if not (await writing.execute(gone)).rowcount:
                return False
            await writing.execute(delete(REPORTED).where(REPORTED.c.case == case))
            await writing.execute(delete(ACCUSED).where(ACCUSED.c.case == case))
            return True

    # -------------------------------------------------------------------------------------------------------- looking

    async def of(self, case: CaseId) -> Case | None:
        """A report by its number."""
        async with self.db.reading() as reading:
            row = (await reading.execute(select(CASE).where(CASE.c.id == case))).one_or_none()
        return None if row is None else _case(row)

    async def reported(self, case: CaseId) -> Sequence[Reported]:
        """What was reported, the oldest first; nothing once it is closed."""
        theirs = select(REPORTED).where(REPORTED.c.case == case).order_by(REPORTED.c.at, REPORTED.c.line)
        async with self.db.reading() as reading:
            return [_reported(row) for row in (await reading.execute(theirs)).all()]

    async def marks(self, case: CaseId) -> frozenset[str]:
        """The accounts of whom it is about, as marks."""
        async with self.db.reading() as reading:
            rows = await reading.execute(select(ACCUSED.c.mark).where(ACCUSED.c.case == case))
            return frozenset(str(row[0]) for row in rows.all())

    async def undecided(self, pair: PairId) -> bool:
        """Whether there is a report about a line that nobody decided about."""
        open_case = exists().where(CASE.c.pair == pair, CASE.c.sent.is_not(None), CASE.c.closed.is_(None))
        async with self.db.reading() as reading:
            return bool((await reading.execute(select(open_case))).scalar_one())

    async def all_undecided(self) -> frozenset[frozenset[PersonId]]:
        """Who, two by two, are part of a report that nobody decided about."""
        both = select(CASE.c.reporter, CASE.c.accused).where(CASE.c.reporter.is_not(None), CASE.c.accused.is_not(None))
        async with self.db.reading() as reading:
            rows = await reading.execute(both.where(CASE.c.sent.is_not(None), CASE.c.closed.is_(None)))
            return frozenset(frozenset((PersonId(int(row.reporter)), PersonId(int(row.accused)))) for row in rows)

    # -------------------------------------------------------------------------------------------------------- deciding

    async def close(self, case: CaseId, by: PersonId, decision: Decision, now: datetime) -> Case | None:
        """Closes a report, and deletes what was reported; None when somebody had decided. Of two, one has."""
        async with self.db.writing() as writing:
            open_case = update(CASE).where(CASE.c.id == case, CASE.c.sent.is_not(None), CASE.c.closed.is_(None))
            values = open_case.values(closed=now, closed_by=by, decision=decision.value, reason="")
            row = (await writing.execute(values.returning(*CASE.c))).one_or_none()
            if row is None:
                return None
            await writing.execute(delete(REPORTED).where(REPORTED.c.case == case))
            over = select(CASE.c.id).where(CASE.c.closed < now - CLOSED_KEPT)
            await writing.execute(delete(ACCUSED).where(ACCUSED.c.case.in_(over)))
            await writing.execute(delete(CASE).where(CASE.c.closed < now - CLOSED_KEPT))
            return _case(row)

    async def want_on(self, pair: PairId, person: PersonId) -> int:
        """Somebody wants a line to go on; how many do by now."""
        async with self.db.writing() as writing:
            put = insert_into(writing, GOING_ON).values(pair=pair, person=person)
            await writing.execute(put.on_conflict_do_nothing())
            counted = select(func.count()).where(GOING_ON.c.pair == pair)
            return int((await writing.execute(counted)).scalar_one())

    async def rest(self, pair: PairId) -> None:
        """Nobody was asked yet, or it has gone on, or ended."""
        async with self.db.writing() as writing:
            await writing.execute(delete(GOING_ON).where(GOING_ON.c.pair == pair))

    # ---------------------------------------------------------------------------------------------------- what is kept

    async def export(self, person: PersonId) -> JsonValue:
        """The reports that somebody made."""
        theirs = select(CASE).where(CASE.c.reporter == person).order_by(CASE.c.id)
        async with self.db.reading() as reading:
            rows = (await reading.execute(theirs)).all()
        return [
            {
                "made": row.made.isoformat(),
                "sent": row.sent is not None,
                "words": str(row.reason),
                "closed": row.closed is not None,
            }
            for row in rows
        ]

    async def forget(self, person: PersonId) -> None:
        """Leaves reports without names; what was reported stays until it is decided, and unsent ones go."""
        async with self.db.writing() as writing:
            drafts = select(CASE.c.id).where(CASE.c.reporter == person, CASE.c.sent.is_(None))
            await writing.execute(delete(REPORTED).where(REPORTED.c.case.in_(drafts)))
            await writing.execute(delete(ACCUSED).where(ACCUSED.c.case.in_(drafts)))
            await writing.execute(delete(CASE).where(CASE.c.reporter == person, CASE.c.sent.is_(None)))
            await writing.execute(update(CASE).where(CASE.c.reporter == person).values(reporter=None))
            await writing.execute(update(CASE).where(CASE.c.accused == person).values(accused=None))
            await writing.execute(update(CASE).where(CASE.c.closed_by == person).values(closed_by=None))
            await writing.execute(delete(GOING_ON).where(GOING_ON.c.person == person))

    async def merge(self, kept: PersonId, gone: PersonId) -> None:
        """Two persons are one."""
        async with self.db.writing() as writing:
            for column in ("reporter", "accused", "closed_by"):
                put = update(CASE).where(CASE.c[column] == gone).values({column: kept})
                await writing.execute(put)
            for row in (await writing.execute(select(GOING_ON.c.pair).where(GOING_ON.c.person == gone))).all():
                put_on = insert_into(writing, GOING_ON).values(pair=row.pair, person=kept)
                await writing.execute(put_on.on_conflict_do_nothing())
            await writing.execute(delete(GOING_ON).where(GOING_ON.c.person == gone))

    async def erase(self, community: CommunityId) -> None:
        """Erases a club's reports, and who wants lines of it to go on, which must be there still."""
        lines = select(PAIR.c.id).where(PAIR.c.community == community)
        ours = select(CASE.c.id).where(CASE.c.community == community)
        async with self.db.writing() as writing:
            await writing.execute(delete(REPORTED).where(REPORTED.c.case.in_(ours)))
            await writing.execute(delete(ACCUSED).where(ACCUSED.c.case.in_(ours)))
            await writing.execute(delete(CASE).where(CASE.c.community == community))
            await writing.execute(delete(GOING_ON).where(GOING_ON.c.pair.in_(lines)))


def _draft(case: CaseId) -> Select[tuple[int]]:
    return select(CASE.c.id).where(CASE.c.id == case, CASE.c.sent.is_(None))


def _case(row: Row[tuple[object, ...]]) -> Case:
    return Case(
        id=CaseId(int(row.id)),
        community=CommunityId(int(row.community)),
        pair=None if row.pair is None else PairId(int(row.pair)),
        reporter=None if row.reporter is None else PersonId(int(row.reporter)),
        accused=None if row.accused is None else PersonId(int(row.accused)),
        sent=row.sent,
        reason=str(row.reason),
        closed=row.closed,
        closed_by=None if row.closed_by is None else PersonId(int(row.closed_by)),
        decision=None if row.decision is None else Decision(row.decision),
    )


def _reported(row: Row[tuple[object, ...]]) -> Reported:
    return Reported(
        line=int(row.line),
        at=row.at,
        words=str(row.words),
        translation=str(row.translation),
        former=tuple(str(one) for one in row.former),
        deleted=bool(row.deleted),
        files=int(row.files),
    )
