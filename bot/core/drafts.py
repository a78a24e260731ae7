"""Forms that are being filled in: kept in the database, so that a restart does not forget what was answered already."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, Integer, Table, Text, UniqueConstraint, delete, or_, select

from bot.core.codec import Codec
from bot.core.tables import METADATA, UtcDateTime, insert_into
from bot.domain.errors import Unreadable
from bot.domain.events import Where
from bot.domain.form import Answers, Form
from bot.domain.refs import ChatRef, MessageRef, Platform, UserRef
from bot.ports.clock import Clock
from bot.ports.database import Database

DRAFT = Table(
    "draft",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("user", Text, nullable=False, comment="whose"),
    Column("chat", Text, nullable=False, comment="where it is asked"),
    Column("origin", Text, nullable=False, comment="JSON: where it was opened"),
    Column("form", Text, nullable=False, comment="JSON"),
    Column("step", Integer, nullable=False),
    Column("answers", Text, nullable=False, comment="JSON"),
    Column("question", Text, comment="the message that asks now"),
    Column("expires", UtcDateTime, nullable=False, index=True),
    UniqueConstraint("user", "chat"),
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A form that is being filled in.

    Attributes:
        chat: where its questions are asked.
        origin: where it was opened, and where its answers count.
        step: the index of the question, or of the page, that is asked now.
        question: the message that asks it, or None.
    """

    id: str
    user: UserRef
    chat: ChatRef
    origin: Where
    form: Form
    step: int
    answers: Answers
    question: MessageRef | None
    expires: datetime


class Drafts:
    """Keeps drafts: one for each member and chat. A message is only looked up when its author has one."""

    def __init__(self, db: Database, clock: Clock, codec: Codec) -> None:
        self._db = db
        self._clock = clock
        self._codec = codec
        # (platform, chat, user) -> id; few: forms are filled in within minutes.
        self._open: dict[tuple[str, str, str], str] = {}

    async def load(self) -> None:
        """Reads which drafts there are; to be called before messages are routed."""
        async with self._db.reading() as connection:
            rows = (await connection.execute(select(DRAFT.c.id, DRAFT.c.user, DRAFT.c.chat))).all()
        self._open = {_place(UserRef.parse(row.user), ChatRef.parse(row.chat)): row.id for row in rows}

    def has(self, platform: Platform, chat: str, user: str) -> bool:
        """Whether a member is filling in a form in a chat; asked for every message."""
        return (platform, chat, user) in self._open

    async def of(self, user: UserRef, chat: ChatRef) -> Draft | None:
        """A member's draft in a chat."""
        found = self._open.get(_place(user, chat))
        return None if found is None else await self.find(found)

    async def find(self, draft: str) -> Draft | None:
        """A draft by its id; None when it is over."""
        async with self._db.reading() as connection:
            row = (await connection.execute(select(DRAFT).where(DRAFT.c.id == draft))).one_or_none()
        if row is None:
            return None
        try:
            kept = Draft(
                id=row.id,
                user=UserRef.parse(row.user),
                chat=ChatRef.parse(row.chat),
                origin=self._codec.decode(Where, row.origin),  # type: ignore[arg-type]  # a union of classes
                form=self._codec.decode(Form, row.form),
                step=row.step,
                answers=self._codec.decode(Answers, row.answers),
                question=None if row.question is None else MessageRef.parse(row.question),
                expires=row.expires,
            )
        except Unreadable:
            await self.drop(draft)
            return None
        if kept.expires <= self._clock.now():
            await self.drop(draft)
            return None
        return kept

    async def keep(self, draft: Draft) -> None:
        """Keeps a draft as it is now; another one of the same member in the same chat is over."""
        row = {
            "id": draft.id,
            "user": str(draft.user),
            "chat": str(draft.chat),
            "origin": self._codec.encode(Where, draft.origin),  # type: ignore[arg-type]  # a union of classes
            "form": self._codec.encode(Form, draft.form),
            "step": draft.step,
            "answers": self._codec.encode(Answers, draft.answers),
            "question": None if draft.question is None else str(draft.question),
            "expires": draft.expires,
        }
        async with self._db.writing() as connection:
            same = (DRAFT.c.user == row["user"], DRAFT.c.chat == row["chat"])
            await connection.execute(delete(DRAFT).where(*same, DRAFT.c.id != draft.id))
            adding = insert_into(connection, DRAFT).values(row)
            await connection.execute(adding.on_conflict_do_update(index_elements=[DRAFT.c.id], set_=row))
        self._open = {place: one for place, one in self._open.items() if one != draft.id}
        self._open[_place(draft.user, draft.chat)] = draft.id

    async def drop(self, draft: str) -> None:
        """Forgets a draft."""
        async with self._db.writing() as connection:
            await connection.execute(delete(DRAFT).where(DRAFT.c.id == draft))
        self._open = {place: one for place, one in self._open.items() if one != draft}

    async def forget(self, user: UserRef) -> None:
        """Forgets all drafts of an account, and those of others that are about it."""
        about = DRAFT.c.form.contains(f'"{user}"', autoescape=True)
        async with self._db.writing() as connection:
            await connection.execute(delete(DRAFT).where(or_(DRAFT.c.user == str(user), about)))
        await self.load()

    async def clean(self) -> int:
        """Forgets what has expired; says how many."""
        async with self._db.writing() as connection:
            gone = await connection.execute(delete(DRAFT).where(DRAFT.c.expires <= self._clock.now()))
        await self.load()
        return gone.rowcount


def _place(user: UserRef, chat: ChatRef) -> tuple[str, str, str]:
    return chat.platform, chat.id, user.id
