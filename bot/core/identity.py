"""Persons and their accounts. A person is made at the first sight of an account; accounts can be linked and parted."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Table,
    Text,
    bindparam,
    delete,
    func,
    insert,
    literal,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.api.house import CodeFailure, JsonValue, PersonFile
from bot.core.codes import Codes, Purpose
from bot.core.remembered import Remembered
from bot.core.tables import METADATA, BigId, UtcDateTime, Words, alone
from bot.domain.author import Account
from bot.domain.locales import Locale
from bot.domain.refs import PersonId, UserRef
from bot.ports.bus import Bus, News, Topic
from bot.ports.clock import Clock
from bot.ports.database import Database

PERSON = Table(
    "person",
    METADATA,
    Column("id", BigId, primary_key=True),
    Column("locale", Text),
    Column("zone", Text),
    Column("offered", Boolean, nullable=False, comment="whether the other languages were offered"),
    Column("untranslated", Boolean, nullable=False, comment="whether their words go to no translation service"),
    Column("made", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,  # an id is never given again: a cog's row must not come to mean somebody else
)

ACCOUNT = Table(
    "account",
    METADATA,
    Column("ref", Text, primary_key=True),
    Column("person_id", BigId, ForeignKey("person.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("hint", Words, comment="the language tag that the platform last gave"),
    Column("made", UtcDateTime, nullable=False),
)

PERSON_CHANGE = Table(
    "person_change",
    METADATA,
    Column("id", BigId, primary_key=True),
    Column("person_id", BigInteger, nullable=False, index=True, comment="who stays"),
    Column("other_id", BigInteger, nullable=False, index=True, comment="who is gone, or is new"),
    Column("ref", Text, comment="the account that parted; NULL when two became one"),
    sqlite_autoincrement=True,
)

ASKED_AT_ONCE = 500
"""Persons in one query; databases take no lists of any length."""

REMEMBERED = 10_000
"""Accounts whose persons are kept in memory, about 3 MB."""

# What nearly each event needs is put together once.
_BEHIND = (
    select(PERSON.c.id, PERSON.c.locale, PERSON.c.zone, PERSON.c.offered, PERSON.c.untranslated, ACCOUNT.c.hint)
    .join(ACCOUNT, ACCOUNT.c.person_id == PERSON.c.id)
    .where(ACCOUNT.c.ref == bindparam("account"))
)
_MAKING = insert(PERSON).returning(PERSON.c.id)
_ADDING = insert(ACCOUNT)
_HINTING = update(ACCOUNT).where(ACCOUNT.c.ref == bindparam("account"))
_KEPT = select(PERSON).where(PERSON.c.id == bindparam("person"))
_NEWEST_HINT = (
    select(ACCOUNT.c.hint)
    .where(ACCOUNT.c.person_id == PERSON.c.id, ACCOUNT.c.hint.is_not(None))
    .order_by(ACCOUNT.c.made.desc())
    .limit(1)
    .scalar_subquery()
)
_FILE = _KEPT.add_columns(_NEWEST_HINT.label("hint"))
_ACCOUNTS = (
    select(ACCOUNT.c.ref).where(ACCOUNT.c.person_id == bindparam("person")).order_by(ACCOUNT.c.made, ACCOUNT.c.ref)
)
_CHOOSING = update(PERSON).where(PERSON.c.id == bindparam("person"))
_CHANGES = select(PERSON_CHANGE).order_by(PERSON_CHANGE.c.id)

Person = PersonFile
"""Who somebody is to us; ``hint`` is that of the account asked about."""


@dataclass(frozen=True, slots=True)
class Linked:
    """Two persons became one: what is kept of ``gone`` belongs to ``kept`` now, who was here first.

    Attributes:
        change: to be given to :meth:`Identity.told`.
    """

    change: int
    kept: PersonId
    gone: PersonId


@dataclass(frozen=True, slots=True)
class Parted:
    """An account became a person of its own."""

    change: int
    ref: UserRef
    person: PersonId
    new: PersonId


class Identity:
    """Who is who. Reading an account that was seen lately asks nothing of the database."""

    def __init__(self, database: Database, clock: Clock, bus: Bus, codes: Codes) -> None:
        self._database = database
        self._clock = clock
        self._bus = bus
        self._codes = codes
        self._seen: Remembered[UserRef, Person] = Remembered(clock, REMEMBERED, lambda person: (str(person.id),))

    def heard(self, news: News) -> None:
        """Drops what news says has changed; ``IDENTITY`` carries a person's id."""
        if news.topic is Topic.IDENTITY:
            self._seen.drop_about(news.key)

    def forget_all_remembered(self) -> None:
        """For when news may have been missed."""
        self._seen.clear()

    async def _changed(self, *persons: PersonId) -> None:
        for person in persons:
            news = News(Topic.IDENTITY, str(person))
            self.heard(news)
            await self._bus.tell(news)

    # -------------------------------------------------------------------------------------------------------- finding

    async def person_of(self, account: Account) -> Person:
        """The person behind an account, made at first sight. Keeps the platform's newest hint of the language."""
        known = await self.find(account.ref)
        if known is not None and account.language in {None, known.hint}:
            return known
        mark = self._seen.mark()
        async with self._database.writing() as connection:
            await alone(connection, f"account {account.ref}")
            known = await _read(connection, account.ref)
            if known is None:
                known = await self._make(connection, account)
            elif account.language is not None:
                await connection.execute(_HINTING, {"account": str(account.ref), "hint": account.language})
                known = replace(known, hint=account.language)
        self._seen.keep(account.ref, known, mark)
        return known

    async def _make(self, connection: AsyncConnection, account: Account) -> Person:
        now = self._clock.now()
        made = await connection.scalars(_MAKING, {"made": now, "offered": False, "untranslated": False})
        person = PersonId(made.one())
        row = {"ref": str(account.ref), "person_id": person, "hint": account.language, "made": now}
        await connection.execute(_ADDING, row)
        return Person(person, None, None, account.language)

    async def find(self, ref: UserRef) -> Person | None:
        """The person behind an account, or None when it was never seen. Makes nobody."""
        known = self._seen.get(ref)
        if known is not None:
            return known
        mark = self._seen.mark()
        async with self._database.reading() as connection:
            known = await _read(connection, ref)
        if known is not None:
            self._seen.keep(ref, known, mark)
        return known

    async def file(self, person: PersonId) -> Person:
        """What is kept of a person, with the hint of their newest account that has one; nothing of who is unknown."""
        async with self._database.reading() as connection:
            kept = (await connection.execute(_FILE, {"person": person})).one_or_none()
        return (
            Person(person, None, None, None)
            if kept is None
            else _person(
                person, kept.locale, kept.zone, kept.hint, offered=kept.offered, untranslated=kept.untranslated
            )
        )

    async def zones(self, people: Collection[PersonId]) -> Mapping[PersonId, str]:
        """The time zones of those of them who chose one."""
        ids = sorted(people)
        found: dict[PersonId, str] = {}
        async with self._database.reading() as connection:
            for start in range(0, len(ids), ASKED_AT_ONCE):
                part = PERSON.c.id.in_(ids[start : start + ASKED_AT_ONCE]) & PERSON.c.zone.is_not(None)
                rows = await connection.execute(select(PERSON.c.id, PERSON.c.zone).where(part))
                found.update({PersonId(row.id): str(row.zone) for row in rows})
        return found

    async def accounts_of(self, person: PersonId) -> tuple[UserRef, ...]:
        """A person's accounts, the oldest first."""
        async with self._database.reading() as connection:
            return await _accounts(connection, person)

    async def accounts_of_all(self, persons: Collection[PersonId]) -> Mapping[PersonId, Sequence[UserRef]]:
        """The accounts of many persons, each one's oldest first; who is unknown is left out."""
        found: dict[PersonId, list[UserRef]] = {}
        async with self._database.reading() as connection:
            asked = sorted(persons)
            for first in range(0, len(asked), ASKED_AT_ONCE):
                some = asked[first : first + ASKED_AT_ONCE]
                wanted = select(ACCOUNT.c.person_id, ACCOUNT.c.ref).where(ACCOUNT.c.person_id.in_(some))
                for row in await connection.execute(wanted.order_by(ACCOUNT.c.made, ACCOUNT.c.ref)):
                    found.setdefault(PersonId(row.person_id), []).append(UserRef.parse(row.ref))
        return found

    # ------------------------------------------------------------------------------------------------------- choosing

    async def choose_locale(self, person: PersonId, locale: Locale | None) -> None:
        """Keeps a person's own choice of language; None follows the platform again."""
        await self._choose(person, {"locale": None if locale is None else locale.value})

    async def choose_zone(self, person: PersonId, zone: str | None) -> None:
        """Keeps a person's time zone by its IANA name, which the caller has checked."""
        await self._choose(person, {"zone": zone})

    async def choose_translation(self, person: PersonId, allowed: bool) -> None:
        """Keeps whether a person's words may be sent to translation services."""
        await self._choose(person, {"untranslated": not allowed})

    async def offered(self, person: PersonId) -> None:
        """Notes that a person was offered the other languages: it is done once."""
        await self._choose(person, {"offered": True})

    async def _choose(self, person: PersonId, values: Mapping[str, str | bool | None]) -> None:
        async with self._database.writing() as connection:
            await connection.execute(_CHOOSING, {"person": person, **values})
        await self._changed(person)

    # -------------------------------------------------------------------------------------------------------- linking

    async def start_link(self, person: PersonId) -> str:
        """A one-time code, good for ten minutes, by which another account becomes this person's."""
        async with self._database.writing() as connection:
            return await self._codes.issue(connection, Purpose.LINK, person)

    async def finish_link(self, ref: UserRef, typed: str) -> Linked | CodeFailure:
        """Makes the person behind an account one with who started; all accounts of both go along.

        Choices of language and zone are those of who stays, else of who is gone.
        """
        async with self._database.writing() as connection:
            await alone(connection, "identity")
            typing = await _read(connection, ref)
            if typing is None:
                return CodeFailure.WRONG
            code = await self._codes.look(connection, Purpose.LINK, typed, _who(typing.id))
            if isinstance(code, CodeFailure):
                return code
            if code.subject == typing.id:
                return CodeFailure.SAME
            if not await self._codes.spend(connection, code):
                return CodeFailure.WRONG
            kept, gone = sorted((typing.id, PersonId(code.subject)))
            if not await self._merge(connection, kept, gone):
                return CodeFailure.WRONG
            change = await _note(connection, kept, gone, None)
        await self._changed(kept, gone)
        return Linked(change, kept, gone)

    async def _merge(self, connection: AsyncConnection, kept: PersonId, gone: PersonId) -> bool:
        """Moves accounts and choices over; False when one of both is no longer there."""
        rows = (await connection.execute(select(PERSON).where(PERSON.c.id.in_((kept, gone))))).all()
        if len(rows) != 2:
            return False
        old = next(row for row in rows if row.id == gone)
        await connection.execute(update(ACCOUNT).where(ACCOUNT.c.person_id == gone).values(person_id=kept))
        await connection.execute(
            update(PERSON)
            .where(PERSON.c.id == kept)
            .values(
                locale=func.coalesce(PERSON.c.locale, old.locale),
                zone=func.coalesce(PERSON.c.zone, old.zone),
                # Who said no once said it for all their accounts.
                untranslated=or_(PERSON.c.untranslated, literal(old.untranslated)),
            )
        )
        await self._erase(connection, gone)
        return True

    async def unlink(self, ref: UserRef) -> PersonId | None:
        """Makes an account a person of its own, with the same choices; None when it is unknown or the only one."""
        async with self._database.writing() as connection:
            await alone(connection, "identity")
            person = await _read(connection, ref)
            if person is None or len(await _accounts(connection, person.id)) == 1:
                return None
            values = {
                "locale": person.locale,
                "zone": person.zone,
                "offered": person.offered,
                "untranslated": person.untranslated,
                "made": self._clock.now(),
            }
            new = PersonId((await connection.scalars(insert(PERSON).values(values).returning(PERSON.c.id))).one())
            await connection.execute(update(ACCOUNT).where(ACCOUNT.c.ref == str(ref)).values(person_id=new))
            await _note(connection, person.id, new, ref)
        await self._changed(person.id)
        return new

    async def untold(self) -> tuple[Linked | Parted, ...]:
        """Changes that not every cog was told of yet, the oldest first: a process may have ended before it told."""
        async with self._database.reading() as connection:
            rows = (await connection.execute(_CHANGES)).all()
        return tuple(
            Linked(row.id, PersonId(row.person_id), PersonId(row.other_id))
            if row.ref is None
            else Parted(row.id, UserRef.parse(row.ref), PersonId(row.person_id), PersonId(row.other_id))
            for row in rows
        )

    async def told(self, change: int) -> None:
        """Every cog was told of a change."""
        async with self._database.writing() as connection:
            await connection.execute(delete(PERSON_CHANGE).where(PERSON_CHANGE.c.id == change))

    # -------------------------------------------------------------------------------------------- owning one's data

    async def export(self, person: PersonId) -> Mapping[str, JsonValue]:
        """All that is kept here of a person."""
        async with self._database.reading() as connection:
            kept = (await connection.execute(_KEPT, {"person": person})).one_or_none()
            accounts = await connection.execute(
                select(ACCOUNT).where(ACCOUNT.c.person_id == person).order_by(ACCOUNT.c.made, ACCOUNT.c.ref)
            )
            if kept is None:
                return {}
            return {
                "id": person,
                "since": kept.made.isoformat(),
                "locale": kept.locale,
                "zone": kept.zone,
                "accounts": [
                    {"account": row.ref, "language": row.hint, "since": row.made.isoformat()} for row in accounts
                ],
            }

    async def forget(self, person: PersonId) -> None:
        """Erases a person here, with their accounts and codes. Seen again, they are somebody new."""
        async with self._database.writing() as connection:
            await alone(connection, "identity")
            await self._erase(connection, person)
            about = or_(PERSON_CHANGE.c.person_id == person, PERSON_CHANGE.c.other_id == person)
            await connection.execute(delete(PERSON_CHANGE).where(about))
        await self._changed(person)

    async def _erase(self, connection: AsyncConnection, person: PersonId) -> None:
        await self._codes.withdraw(connection, Purpose.LINK, person, _who(person))
        await connection.execute(delete(PERSON).where(PERSON.c.id == person))


def _who(person: PersonId) -> str:
    return f"person:{person}"


def _person(
    person: int, locale: str | None, zone: str | None, hint: str | None, *, offered: bool, untranslated: bool
) -> Person:
    """A row as a value; a language that the bot no longer speaks is as if none was chosen."""
    chosen = Locale(locale) if locale in set(Locale) else None
    return Person(PersonId(person), chosen, zone, hint, offered, untranslated)


async def _read(connection: AsyncConnection, ref: UserRef) -> Person | None:
    row = (await connection.execute(_BEHIND, {"account": str(ref)})).one_or_none()
    return (
        None
        if row is None
        else _person(row.id, row.locale, row.zone, row.hint, offered=row.offered, untranslated=row.untranslated)
    )


async def _accounts(connection: AsyncConnection, person: PersonId) -> tuple[UserRef, ...]:
    return tuple(UserRef.parse(ref) for ref in await connection.scalars(_ACCOUNTS, {"person": person}))


async def _note(connection: AsyncConnection, person: PersonId, other: PersonId, ref: UserRef | None) -> int:
    """Writes down, with the change itself, that every cog is still to be told of it."""
    row = {"person_id": person, "other_id": other, "ref": None if ref is None else str(ref)}
    noted = await connection.scalars(insert(PERSON_CHANGE).values(row).returning(PERSON_CHANGE.c.id))
    return int(noted.one())
