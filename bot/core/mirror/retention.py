"""Whose lines are, and how long they are kept: persons who become one, part or are forgotten, exports, cleaning.

What was said is kept for as long as copies follow it, and so is how it read before; then only which message is a copy
of which.
"""

from datetime import timedelta

from sqlalchemy import case, delete, exists, or_, select, update

from bot.core.mirror.line import Due, State
from bot.core.mirror.lines import STANDS, TAKING, taken
from bot.core.mirror.rows import whose
from bot.core.mirror.tables import COPY, FORMER, LINE, ORIGINAL, REACTION
from bot.domain.refs import ChatRef, PersonId, UserRef
from bot.ports.clock import Clock
from bot.ports.database import Database

FOLLOWED = timedelta(days=7)
"""How long what was said is kept, so that copies can follow it; after that only names of messages are."""

REMEMBERED = timedelta(days=180)
"""How long it is known which message is a copy of which."""


class Retention:
    """Forgets. Everything raises :class:`StorageUnavailable`."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock

    # ------------------------------------------------------------------------------------------------------ whose it is

    async def forget(self, account: UserRef, person: PersonId | None) -> list[ChatRef]:
        """What somebody said is taken away everywhere and forgotten; says in which lanes something is due.

        Args:
            account: whose; ``person`` as for :func:`bot.core.mirror.rows.whose`.
        """
        theirs = whose(account, person)
        async with self._db.writing() as connection:
            lanes = await taken(connection, theirs)
            # Their lines go with the route of a private chat that is forgotten, too: the copies are named themselves.
            copies = select(LINE.c.copy_id).where(theirs, LINE.c.copy_id.is_not(None))
            others = exists().where(LINE.c.copy_id == COPY.c.id, LINE.c.state != State.GONE)
            leaving = (COPY.c.id.in_(copies), COPY.c.state == STANDS, ~others)
            await connection.execute(update(COPY).where(*leaving).values(state=TAKING))
            await connection.execute(delete(FORMER).where(FORMER.c.line_id.in_(select(LINE.c.id).where(theirs))))
            await connection.execute(
                update(LINE).where(theirs).values(account=None, person_id=None, author="", said=None)
            )
            await connection.execute(delete(REACTION).where(REACTION.c.account == str(account)))
        return lanes

    async def linked(self, kept: PersonId, gone: PersonId) -> None:
        """Two persons became one."""
        async with self._db.writing() as connection:
            await connection.execute(update(LINE).where(LINE.c.person_id == gone).values(person_id=kept))

    async def parted(self, account: UserRef, new: PersonId) -> None:
        """An account became a person of its own."""
        async with self._db.writing() as connection:
            await connection.execute(update(LINE).where(LINE.c.account == str(account)).values(person_id=new))

    # -------------------------------------------------------------------------------------------------------- cleaning

    async def clean(self) -> int:
        """Forgets what was said once copies follow no more, and everything after half a year; says how many lines."""
        now = self._clock.now()
        stale, old = LINE.c.made < now - FOLLOWED, LINE.c.made < now - REMEMBERED
        async with self._db.writing() as connection:
            settled = or_(LINE.c.state != State.OPEN, LINE.c.due == 0)
            # What was held for so long has no words any more that could be said.
            state = case((LINE.c.state == State.HELD, State.GONE.value), else_=LINE.c.state)
            forgetting = update(LINE).where(stale, LINE.c.said.is_not(None), settled)
            await connection.execute(forgetting.values(said=None, due=int(Due.NOTHING), state=state))
            await connection.execute(delete(FORMER).where(FORMER.c.line_id.in_(select(LINE.c.id).where(stale))))
            gone = await connection.execute(delete(LINE).where(old))
            for table in (ORIGINAL, REACTION):
                await connection.execute(delete(table).where(table.c.made < now - REMEMBERED))
            unused = ~exists().where(LINE.c.copy_id == COPY.c.id)
            await connection.execute(delete(COPY).where(unused, COPY.c.since < now - FOLLOWED))
        return gone.rowcount
