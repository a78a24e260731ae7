"""Keeps lines and copies: the mirror's outbox, and the table of what stands where.

A line is written before the event that brought it counts as handled; a copy is written before its sending begins and
again once it stands. So a killed process leaves three kinds behind: lines to send, copies of which nobody knows whether
they arrived, and copies that stand.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, RowMapping, and_, bindparam, case, delete, func, insert, literal, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.api.mirror import LineId
from bot.core.codec import Codec
from bot.core.groupcommit import GroupCommit
from bot.core.mirror.former import remember
from bot.core.mirror.line import Copy, Due, Kept, Line, NewLine, State
from bot.core.mirror.rows import line_of, read, row_of
from bot.core.mirror.tables import COPY, LINE, ORIGINAL, POSTED
from bot.core.tables import Insert, insert_into, made_once
from bot.domain.message import As, Outgoing
from bot.domain.refs import ChatRef, MessageRef
from bot.ports.clock import Clock
from bot.ports.database import Database

SENDING, STANDS, TAKING = "sending", "stands", "taking"
"""States of a copy; one that is being taken away may have outlived its lines."""

_LIVING = LINE.c.state.in_([State.OPEN, State.HELD, State.STANDS, State.EMPTY])

# What each message on its way needs is put together once.
_THESE = LINE.c.id.in_(bindparam("these", expanding=True))
_LANES = select(LINE.c.lane).where(LINE.c.due > 0).union(select(COPY.c.lane).where(COPY.c.state.in_([SENDING, TAKING])))
_DUE = (
    select(LINE)
    .where(LINE.c.lane.in_(bindparam("lanes", expanding=True)), LINE.c.due > 0)
    .order_by(LINE.c.id)
    .limit(bindparam("most"))
)
_COPIES = (
    select(COPY.c.id)
    .where(COPY.c.lane.in_(bindparam("lanes", expanding=True)), COPY.c.state == bindparam("in_state"))
    .order_by(COPY.c.id)
)
_COPY = select(COPY).where(COPY.c.id == bindparam("copy"))
_LINES_OF_COPY = select(LINE).where(LINE.c.copy_id == bindparam("copy")).order_by(LINE.c.id)
_POSTS_OF_COPY = select(POSTED.c.ref).where(POSTED.c.copy_id == bindparam("copy")).order_by(POSTED.c.ordinal)
_COPY_AT = select(POSTED.c.copy_id).where(POSTED.c.ref == bindparam("message"))
_ROOTS = select(ORIGINAL.c.ref, ORIGINAL.c.root).where(ORIGINAL.c.ref.in_(bindparam("messages", expanding=True)))
_LINES_OF_ROOT = select(LINE).where(LINE.c.root == bindparam("original")).order_by(LINE.c.route_id)
_OPEN = select(LINE.c.id, LINE.c.revision).where(_THESE, LINE.c.state == State.OPEN).with_for_update()
_MAKING = insert(COPY).returning(COPY.c.id)
_BECOMING = update(LINE).where(_THESE)
_SAYING = update(LINE).where(LINE.c.id == bindparam("this"))
_STANDING = update(COPY).where(COPY.c.id == bindparam("copy"))
_STANDS = (
    update(LINE)
    .where(LINE.c.id == bindparam("this"), LINE.c.state == State.OPEN)
    .values(
        state=State.STANDS.value,
        # Sent; and to be changed where it was changed since it was read.
        due=LINE.c.due.bitwise_and(literal(int(~Due.SEND & 31))).bitwise_or(
            case((LINE.c.revision == bindparam("as_read"), 0), else_=int(Due.CHANGE))
        ),
    )
)
_NO_POSTS = delete(POSTED).where(POSTED.c.copy_id == bindparam("copy"))


@made_once
def _adding_originals(connection: AsyncConnection) -> Insert:
    return insert_into(connection, ORIGINAL).on_conflict_do_nothing()


@made_once
def _adding_lines(connection: AsyncConnection) -> Insert:
    return insert_into(connection, LINE).on_conflict_do_nothing()


@made_once
def _adding_posts(connection: AsyncConnection) -> Insert:
    adding = insert_into(connection, POSTED)
    # A platform that lost its last moments gives the same name again: it is the new one's.
    now = {"copy_id": adding.excluded.copy_id, "ordinal": adding.excluded.ordinal}
    return adding.on_conflict_do_update(index_elements=[POSTED.c.ref], set_=now)


class RouteEnded(Exception):
    """A route is no longer kept: its place or its community was erased."""


class Lines:
    """Keeps lines and copies. Everything raises :class:`StorageUnavailable`."""

    def __init__(self, db: Database, clock: Clock, codec: Codec) -> None:
        self._db = db
        self._clock = clock
        self._codec = codec
        self._adding: GroupCommit[tuple[Sequence[MessageRef], Sequence[NewLine]], None] = GroupCommit(db, self._add)

    # --------------------------------------------------------------------------------------------------- what was said

    async def add(self, originals: Sequence[MessageRef], lines: Sequence[NewLine]) -> None:
        """Keeps an original's lines; told again it changes nothing.

        Raises:
            RouteEnded: one of their routes is no longer kept; then nothing is.
        """
        try:
            await self._adding.submit((originals, lines))
        except IntegrityError as error:
            raise RouteEnded from error

    async def _add(
        self, connection: AsyncConnection, items: Sequence[tuple[Sequence[MessageRef], Sequence[NewLine]]]
    ) -> Sequence[None]:
        now = self._clock.now()
        originals = {
            str(ref): {"ref": str(ref), "root": str(lines[0].root), "made": now}
            for refs, lines in items
            for ref in refs
        }
        rows = [row_of(line, self._codec) for _, lines in items for line in lines]
        # Row by row: a chat with a hundred routes would be more variables than a statement may have.
        await connection.execute(_adding_originals(connection), list(originals.values()))
        await connection.execute(_adding_lines(connection), rows)
        return [None] * len(items)

    async def roots(self, messages: Iterable[MessageRef]) -> dict[MessageRef, MessageRef]:
        """Of those messages that are originals: the name of the original (its first message)."""
        refs = [str(message) for message in messages]
        async with self._db.reading() as connection:
            rows = await connection.execute(_ROOTS, {"messages": refs})
        return {MessageRef.parse(row.ref): MessageRef.parse(row.root) for row in rows}

    async def messages_of(self, root: MessageRef) -> list[MessageRef]:
        """All messages of an original: of an album several, and none once it is gone."""
        chosen = select(ORIGINAL.c.ref).where(ORIGINAL.c.root == str(root)).order_by(ORIGINAL.c.ref)
        async with self._db.reading() as connection:
            return [MessageRef.parse(ref) for ref in await connection.scalars(chosen)]

    async def say_again(self, changes: Sequence[tuple[Line, Kept, Due]], *, as_read: bool = False) -> int:
        """An original was changed, or its translation: what stands is to follow. Says how many lines were changed.

        Args:
            as_read: leave those alone that were changed since they were read.
        """
        empty, now = LINE.c.state == State.EMPTY, self._clock.now()
        count = 0
        async with self._db.writing() as connection:
            for line, kept, due in changes:
                follows = case(
                    (LINE.c.state == State.STANDS, int(due)),
                    (empty, int(Due.SEND | Due.REACT)),
                    (LINE.c.state == State.HELD, int(Due.NOTHING)),
                    else_=int(Due.SEND),
                )
                as_it_was = LINE.c.revision == line.revision if as_read else LINE.c.revision >= 0
                which = and_(LINE.c.id == line.id, _LIVING, as_it_was)
                values: dict[str, object] = {
                    "said": self._codec.encode(Kept, kept),
                    "revision": LINE.c.revision + 1,
                    "due": LINE.c.due.bitwise_or(follows),
                    # What had nothing to say may have something to say now.
                    "state": case((empty, State.OPEN.value), else_=LINE.c.state),
                }
                if kept.text != line.kept.text:
                    await remember(connection, which)
                    values["worded"] = now
                count += (await connection.execute(update(LINE).where(which).values(values))).rowcount
        return count

    async def gone(self, messages: Sequence[MessageRef]) -> list[ChatRef]:
        """Originals are gone (of an album: with its last message); says in which lanes something is due now."""
        refs = [str(message) for message in messages]
        async with self._db.writing() as connection:
            found = await connection.scalars(select(ORIGINAL.c.root).where(ORIGINAL.c.ref.in_(refs)).distinct())
            roots = set(found)
            if not roots:
                return []
            await connection.execute(delete(ORIGINAL).where(ORIGINAL.c.ref.in_(refs)))
            left = set(await connection.scalars(select(ORIGINAL.c.root).where(ORIGINAL.c.root.in_(roots)).distinct()))
            return await taken(connection, LINE.c.root.in_(roots - left))

    # ---------------------------------------------------------------------------------------------------- what is due

    async def lanes(self) -> list[ChatRef]:
        """Where something is due: asked at a start."""
        async with self._db.reading() as connection:
            return [ChatRef.parse(lane) for lane in await connection.scalars(_LANES)]

    async def waiting(self) -> int:
        """How many lines are due."""
        async with self._db.reading() as connection:
            return (await connection.execute(select(func.count()).where(LINE.c.due > 0))).scalar_one()

    async def due(self, lanes: Sequence[ChatRef], limit: int) -> list[Line]:
        """A chat's lines about which something is due, in the order in which they were said.

        Args:
            lanes: the chat by every ref that it has or had.
            limit: how many at most.
        """
        asked = {"lanes": [str(one) for one in lanes], "most": limit}
        async with self._db.reading() as connection:
            return [self._line(row) for row in (await connection.execute(_DUE, asked)).mappings()]

    async def uncertain(self, lanes: Sequence[ChatRef]) -> list[Copy]:
        """Copies that a killed process was sending to a chat, by every ref that it has or had."""
        return await self._copies(lanes, SENDING)

    async def leaving(self, lanes: Sequence[ChatRef]) -> list[Copy]:
        """Copies that have to go whatever became of their lines."""
        return await self._copies(lanes, TAKING)

    async def _copies(self, lanes: Sequence[ChatRef], state: str) -> list[Copy]:
        asked = {"lanes": [str(one) for one in lanes], "in_state": state}
        async with self._db.reading() as connection:
            numbers = list(await connection.scalars(_COPIES, asked))
            found = [await self._copy(connection, number) for number in numbers]
        return [copy for copy in found if copy is not None]

    def _line(self, row: RowMapping) -> Line:
        return line_of(row, self._codec)

    async def copy(self, number: int) -> Copy | None:
        """A copy with its lines and posts, or None."""
        async with self._db.reading() as connection:
            return await self._copy(connection, number)

    async def _copy(self, connection: AsyncConnection, number: int) -> Copy | None:
        which = {"copy": number}
        row = (await connection.execute(_COPY, which)).one_or_none()
        if row is None:
            return None
        found = tuple(self._line(one) for one in (await connection.execute(_LINES_OF_COPY, which)).mappings())
        stands = tuple(MessageRef.parse(ref) for ref in await connection.scalars(_POSTS_OF_COPY, which))
        words = read(Outgoing, row.words, self._codec)
        return Copy(number, ChatRef.parse(row.chat), row.since, row.spoken, row.texts, stands, found, words)

    # --------------------------------------------------------------------------------------------- what became of them

    async def begin(self, chat: ChatRef, lines: Sequence[tuple[Line, Kept]], words: Outgoing) -> int | None:
        """Lines become a copy that is about to be sent; gives its number.

        None, and nothing is kept, when one of them was changed or went since it was read: what somebody took back is
        not said any more.
        """
        values = {
            "lane": str(chat.whole),
            "chat": str(chat),
            "state": SENDING,
            "since": self._clock.now(),
            "spoken": isinstance(words.speaker, As),
            "texts": 0,
            "words": self._codec.encode(Outgoing, words),
        }
        as_read = {(line.id, line.revision) for line, _ in lines}
        these = [line.id for line, _ in lines]
        async with self._db.writing() as connection:
            now = await connection.execute(_OPEN, {"these": these})
            if as_read != {(row.id, row.revision) for row in now}:
                return None
            number: int = (await connection.scalars(_MAKING, values)).one()
            # Where it goes now: the chat may go on under another ref since it was said.
            here = {"copy_id": number, "lane": values["lane"], "chat": values["chat"]}
            await connection.execute(_BECOMING, {"these": these, **here})
            for line, kept in lines:
                if kept != line.kept:
                    said = self._codec.encode(Kept, kept)
                    await connection.execute(_SAYING, {"this": line.id, "said": said})
        return number

    async def stands(
        self, number: int, posts: Sequence[MessageRef], lines: Sequence[Line], *, spoken: bool, texts: int
    ) -> None:
        """A copy stands now. Lines that were changed meanwhile are due again."""
        async with self._db.writing() as connection:
            values = {"state": STANDS, "spoken": spoken, "texts": texts, "words": None}
            await connection.execute(_STANDING, {"copy": number, **values})
            await self._put_posts(connection, number, posts)
            for line in lines:
                await connection.execute(_STANDS, {"this": line.id, "as_read": line.revision})

    async def _put_posts(self, connection: AsyncConnection, number: int, posts: Sequence[MessageRef]) -> None:
        await connection.execute(_NO_POSTS, {"copy": number})
        if posts:
            rows = [{"ref": str(post), "copy_id": number, "ordinal": index} for index, post in enumerate(posts)]
            await connection.execute(_adding_posts(connection), rows)

    async def changed(
        self, copy: Copy, posts: Sequence[MessageRef], *, texts: int, lines: Sequence[tuple[Line, Kept]]
    ) -> None:
        """What stands is as it should be, unless it was changed meanwhile; reactions are another matter."""
        async with self._db.writing() as connection:
            if tuple(posts) != copy.posts:
                await self._put_posts(connection, copy.id, posts)
            if texts != copy.texts:
                await connection.execute(update(COPY).where(COPY.c.id == copy.id).values(texts=texts))
            for line, kept in lines:
                # As it was read: one that went since has still to go.
                same = and_(LINE.c.id == line.id, LINE.c.revision == line.revision, LINE.c.state == line.state)
                values: dict[str, object] = {"due": LINE.c.due.bitwise_and(literal(int(Due.REACT)))}
                if line.state is not State.GONE:
                    values["said"] = self._codec.encode(Kept, kept)
                await connection.execute(update(LINE).where(same).values(values))

    async def done(self, lines: Sequence[Line], done: Due) -> None:
        """So much of what was due was done, for lines as they were read."""
        async with self._db.writing() as connection:
            for line in lines:
                same = and_(LINE.c.id == line.id, LINE.c.revision == line.revision)
                left = LINE.c.due.bitwise_and(literal(int(~done & 31)))
                await connection.execute(update(LINE).where(same).values(due=left))

    async def ended(self, lines: Sequence[tuple[Line, Kept]], state: State, copy: int | None = None) -> None:
        """Lines that become no copy, unless they were changed meanwhile: EMPTY for now, LOST for good.

        Args:
            copy: the number of the one that they were to become; what went with it has nothing to take away.
        """
        async with self._db.writing() as connection:
            for line, kept in lines:
                same = and_(LINE.c.id == line.id, LINE.c.state == State.OPEN)
                if state is State.EMPTY:
                    same = and_(same, LINE.c.revision == line.revision)
                values = {"state": state.value, "due": 0, "said": self._codec.encode(Kept, kept), "copy_id": None}
                await connection.execute(update(LINE).where(same).values(values))
            if copy is not None:
                await self._without(connection, copy)

    async def emptied(self, copy: Copy, lines: Sequence[tuple[Line, Kept]]) -> None:
        """A copy was taken away because its originals have nothing to say there as they are now."""
        async with self._db.writing() as connection:
            for line, kept in lines:
                same = LINE.c.revision == line.revision
                values = {
                    "state": case((same, State.EMPTY.value), else_=State.OPEN.value),
                    "due": case((same, 0), else_=int(Due.SEND | Due.REACT)),
                    "said": case((same, self._codec.encode(Kept, kept)), else_=LINE.c.said),
                    "copy_id": None,
                }
                standing = and_(LINE.c.id == line.id, LINE.c.state == State.STANDS)
                await connection.execute(update(LINE).where(standing).values(values))
            await self._without(connection, copy.id)

    @staticmethod
    async def _without(connection: AsyncConnection, copy: int) -> None:
        """Forgets a copy that does not stand: of lines that went nothing is left to be taken away."""
        await connection.execute(update(LINE).where(LINE.c.copy_id == copy).values(due=0))
        await connection.execute(delete(COPY).where(COPY.c.id == copy))

    async def dropped(self, copy: Copy) -> None:
        """A copy does not stand any more, and never will again."""
        async with self._db.writing() as connection:
            await connection.execute(
                update(LINE).where(LINE.c.copy_id == copy.id).values(state=State.GONE.value, due=0, said=None)
            )
            await connection.execute(delete(COPY).where(COPY.c.id == copy.id))

    # -------------------------------------------------------------------------------------------------------- finding

    async def of_root(self, root: MessageRef) -> list[Line]:
        """All lines of an original, in the order of their routes."""
        async with self._db.reading() as connection:
            rows = await connection.execute(_LINES_OF_ROOT, {"original": str(root)})
            return [self._line(row) for row in rows.mappings()]

    async def copy_at(self, message: MessageRef) -> Copy | None:
        """The copy that a message is (a part of), or None."""
        async with self._db.reading() as connection:
            number = await connection.scalar(_COPY_AT, {"message": str(message)})
            return None if number is None else await self._copy(connection, number)

    async def line(self, number: LineId) -> Line | None:
        """A line, or None when it was forgotten."""
        async with self._db.reading() as connection:
            row = (await connection.execute(select(LINE).where(LINE.c.id == number))).mappings().one_or_none()
        return None if row is None else self._line(row)


async def taken(connection: AsyncConnection, which: ColumnElement[bool]) -> list[ChatRef]:
    """Originals are gone: what stands has to go, and what does not stand yet never will; says in which lanes."""
    await remember(connection, and_(which, _LIVING))
    # A copy that is being sent right now belongs to its lines already, and is taken away once it stands.
    due = case((LINE.c.copy_id.is_not(None), int(Due.TAKE)), else_=int(Due.NOTHING))
    taking = update(LINE).where(which, _LIVING).values(state=State.GONE.value, due=due, said=None)
    lanes = await connection.scalars(taking.returning(LINE.c.lane))
    return [ChatRef.parse(lane) for lane in set(lanes)]
