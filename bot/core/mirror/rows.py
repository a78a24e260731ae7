"""A line's row: written, read, and found by whose it is."""

from typing import TypeVar

import structlog
from sqlalchemy import ColumnElement, RowMapping, and_, or_

from bot.api.mirror import LineId, RouteId
from bot.core.codec import Codec
from bot.core.mirror.line import Due, Kept, Line, NewLine, State
from bot.core.mirror.tables import LINE
from bot.domain.errors import Unreadable
from bot.domain.refs import ChatRef, MessageRef, PersonId, UserRef

T = TypeVar("T")

log = structlog.get_logger(__name__)


def row_of(line: NewLine, codec: Codec) -> dict[str, object]:
    """A new line as values of :data:`bot.core.mirror.tables.LINE`."""
    return {
        "route_id": line.route,
        "lane": str(line.chat.whole),
        "chat": str(line.chat),
        "source": str(line.source),
        "root": str(line.root),
        "state": (State.HELD if line.held else State.OPEN).value,
        "due": int(Due.NOTHING if line.held else Due.SEND),
        "revision": 0,
        "person_id": line.person,
        "author": line.author,
        "account": None if line.account is None else str(line.account),
        "said": codec.encode(Kept, line.kept),
        "answers": None if line.answers is None else str(line.answers),
        "made": line.made,
        "worded": line.made,
        "keeps_former": line.keeps_former,
    }


def line_of(row: RowMapping, codec: Codec) -> Line:
    """A line out of its row."""
    kept = read(Kept, row["said"], codec)
    account: str | None = row["account"]
    answers: str | None = row["answers"]
    return Line(
        RouteId(row["route_id"]),
        ChatRef.parse(row["chat"]),
        ChatRef.parse(row["source"]),
        MessageRef.parse(row["root"]),
        None if row["person_id"] is None else PersonId(row["person_id"]),
        row["author"],
        None if account is None else UserRef.parse(account),
        kept or Kept(),
        None if answers is None else MessageRef.parse(answers),
        row["made"],
        held=row["state"] == State.HELD,
        keeps_former=row["keeps_former"],
        id=LineId(row["id"]),
        copy=row["copy_id"],
        state=State(row["state"]),
        due=Due(row["due"]),
        revision=row["revision"],
        forgotten=kept is None,
    )


def read(kind: type[T], text: str | None, codec: Codec) -> T | None:
    """What was kept, or None where it is forgotten or of a form that nobody can read any more."""
    try:
        return None if text is None else codec.decode(kind, text)
    except Unreadable as error:  # it must not hold up its chat
        log.warning("what was kept of a copy cannot be read", why=str(error))
        return None


def whose(account: UserRef, person: PersonId | None) -> ColumnElement[bool]:
    """The lines of somebody.

    Args:
        account: theirs.
        person: who they are: what was said under another name is kept without the account.
    """
    own = LINE.c.account == str(account)
    return own if person is None else or_(own, and_(LINE.c.account.is_(None), LINE.c.person_id == person))
