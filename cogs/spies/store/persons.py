"""Members' files, and in which clubs they opted in."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    BindParameter,
    Boolean,
    Column,
    Index,
    Integer,
    Table,
    Text,
    bindparam,
    delete,
    func,
    literal,
    select,
    update,
)
from sqlalchemy.engine import Row
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.api import JsonValue
from bot.api.tables import BigId, Insert, UtcDateTime, Words, alone, insert_into, made_once
from bot.domain.languages import language_of
from bot.domain.refs import CommunityId, PersonId
from bot.ports.database import Database
from cogs.spies.rules.ages import GROWN_AFTER, Age
from cogs.spies.rules.handles import folded
from cogs.spies.rules.people import File, Gender, Level, Slot, Tongue, Want
from cogs.spies.store.metadata import METADATA

PERSON = Table(
    "spies_person",
    METADATA,
    Column("person", BigId, primary_key=True, autoincrement=False),
    Column("adult", Boolean, nullable=False, comment="18 or older; never shown"),
    Column("age_said", UtcDateTime, nullable=False, comment="when they said how old they are"),
    Column("grown", Boolean, nullable=False, comment="they once said that they turned 18; only once they can"),
    Column("free", Text, nullable=False, comment="slots, parted by spaces"),
    Column("interests", Text, nullable=False, comment="of the short list, parted by spaces"),
    Column("words", Words, nullable=False, comment="their own"),
    Column("wants", Text, nullable=False, comment="parted by spaces"),
    Column("gender", Text, nullable=True, comment="as they say; never shown"),
    Column("same_gender", Boolean, nullable=False),
    Column("paused", Boolean, nullable=False),
    Column("handle", Words, nullable=False, comment="what they were called elsewhere"),
    Column("seeks", Words, nullable=False, comment="whom they look for by such a name"),
    Column("handle_folded", Words, nullable=False),
    Column("seeks_folded", Words, nullable=False),
    Column("off_from", Integer, nullable=True, comment="minutes after midnight by their own clock"),
    Column("off_to", Integer, nullable=True),
    Column("reads", Text, nullable=True, comment="the language in which they read a line"),
    Column("changed", UtcDateTime, nullable=False),
    Index("ix_spies_person_handle", "handle_folded", "seeks_folded"),
)

LANGUAGE = Table(
    "spies_language",
    METADATA,
    Column("person", BigId, primary_key=True, autoincrement=False),
    Column("tongue", Text, primary_key=True),
    Column("learns", Boolean, primary_key=True, comment="false for what they speak"),
    Column("level", Integer, nullable=False, comment="1 to 6 for A1 to C2, 7 for who grew up with it"),
)

MEMBER = Table(
    "spies_member",
    METADATA,
    Column("community", BigId, primary_key=True, autoincrement=False),
    Column("person", BigId, primary_key=True, autoincrement=False, index=True),
    Column("joined", UtcDateTime, nullable=False),
    Column("waits", UtcDateTime, nullable=True, comment="since when they wait for somebody"),
    Column("asked", Integer, nullable=False, comment="questions that were put to them"),
    Column("answered", Integer, nullable=False, comment="and how many of them they answered at all"),
)

# What a line needs for each message is put together once.
_THESE: BindParameter[int] = bindparam("these", expanding=True)
_LANGUAGES = select(LANGUAGE).where(LANGUAGE.c.person.in_(_THESE)).order_by(LANGUAGE.c.level.desc(), LANGUAGE.c.tongue)
_PERSONS = select(PERSON).where(PERSON.c.person.in_(_THESE)).order_by(PERSON.c.person)
_COMMUNITIES = (
    select(MEMBER.c.community)
    .where(MEMBER.c.person == bindparam("person"))
    .order_by(MEMBER.c.joined, MEMBER.c.community)
)
_NO_LANGUAGES = delete(LANGUAGE).where(LANGUAGE.c.person == bindparam("person"))


@made_once
def _adding_languages(writing: AsyncConnection) -> Insert:
    return insert_into(writing, LANGUAGE)


@dataclass(frozen=True, slots=True)
class Standing:
    """How somebody stands in a club.

    Attributes:
        waits: since when they wait for somebody; None when they do not.
        asked: questions that were put to them; ``answered`` counts those that they answered at all.
    """

    waits: datetime | None
    asked: int
    answered: int


@dataclass(frozen=True, slots=True)
class Persons:
    """Keeps them."""

    db: Database

    async def of(self, person: PersonId) -> File | None:
        """Somebody's file."""
        return next(iter(await self.among([person])), None)

    async def among(self, people: Collection[PersonId]) -> Sequence[File]:
        """The files of those of them who have one, paused ones too."""
        async with self.db.reading() as reading:
            return await _files(reading, people)

    async def save(self, file: File, now: datetime) -> None:
        """Keeps a file as it is now; how old they are is kept with a new one only, and changed by :meth:`put_age`."""
        values = _values(file, now)
        async with self.db.writing() as writing:
            age = {"adult": file.adult, "age_said": now, "grown": False}
            put = insert_into(writing, PERSON).values(person=file.person, **age, **values)
            await writing.execute(put.on_conflict_do_update(index_elements=["person"], set_=values))
            await writing.execute(_NO_LANGUAGES, {"person": file.person})
            rows = [
                {"person": file.person, "tongue": str(tongue), "learns": learns, "level": int(level)}
                for learns, known in ((False, file.speaks), (True, file.learns))
                for tongue, level in known.items()
            ]
            if rows:
                await writing.execute(_adding_languages(writing), rows)

    async def age(self, person: PersonId) -> Age | None:
        """What somebody said of their age."""
        asked = select(PERSON.c.adult, PERSON.c.age_said, PERSON.c.grown).where(PERSON.c.person == person)
        async with self.db.reading() as reading:
            row = (await reading.execute(asked)).one_or_none()
            return None if row is None else Age(bool(row.adult), row.age_said, bool(row.grown))

    async def put_age(self, person: PersonId, *, adult: bool, now: datetime) -> bool:
        """Keeps that somebody is of the other age; False where that is so already, or may not be said."""
        changed = update(PERSON).where(PERSON.c.person == person, PERSON.c.adult != adult)
        if adult:
            changed = changed.where(~PERSON.c.grown, PERSON.c.age_said <= now - GROWN_AFTER)
        values: dict[str, object] = {"adult": adult, "age_said": now, **({"grown": True} if adult else {})}
        async with self.db.writing() as writing:
            return bool((await writing.execute(changed.values(values))).rowcount)

    async def forget(self, person: PersonId) -> None:
        """Erases somebody's file, and that they opted in anywhere."""
        async with self.db.writing() as writing:
            for table in (PERSON, LANGUAGE, MEMBER):
                await writing.execute(delete(table).where(table.c.person == person))

    async def seekers(self, person: PersonId) -> Sequence[File]:
        """Who left the name that this person seeks, and seeks the one that this person left.

        Only in a club that both are in. Those who paused, and the two kinds that never meet, are left out.
        """
        mine, theirs = PERSON.alias("mine"), PERSON.alias("theirs")
        here, there = MEMBER.alias("here"), MEMBER.alias("there")
        found = (
            select(theirs.c.person)
            .distinct()
            .select_from(mine)
            .join(
                theirs,
                (theirs.c.handle_folded == mine.c.seeks_folded) & (theirs.c.seeks_folded == mine.c.handle_folded),
            )
            .join(here, here.c.person == mine.c.person)
            .join(there, (there.c.community == here.c.community) & (there.c.person == theirs.c.person))
            .where(mine.c.person == person, theirs.c.person != person)
            .where(mine.c.handle_folded != "", mine.c.seeks_folded != "")
            .where(mine.c.adult == theirs.c.adult, ~mine.c.paused, ~theirs.c.paused)
        )
        async with self.db.reading() as reading:
            people = [PersonId(row[0]) for row in await reading.execute(found)]
            return await _files(reading, people)

    async def join(self, community: CommunityId, person: PersonId, now: datetime) -> None:
        """Somebody opts in; who did so before stays as they are."""
        async with self.db.writing() as writing:
            await _enter(writing, community, person, now)

    async def leave(self, community: CommunityId, person: PersonId) -> None:
        """Somebody opts out."""
        async with self.db.writing() as writing:
            await writing.execute(delete(MEMBER).where(MEMBER.c.community == community, MEMBER.c.person == person))

    async def members(self, community: CommunityId) -> Sequence[File]:
        """Who opted in and is not paused, by their ids."""
        asked = select(MEMBER.c.person).join(PERSON, PERSON.c.person == MEMBER.c.person)
        async with self.db.reading() as reading:
            rows = await reading.execute(asked.where(MEMBER.c.community == community, ~PERSON.c.paused))
            return await _files(reading, [PersonId(row[0]) for row in rows])

    async def communities(self, person: PersonId) -> Sequence[CommunityId]:
        """Where somebody opted in, the first first."""
        async with self.db.reading() as reading:
            rows = await reading.execute(_COMMUNITIES, {"person": person})
            return [CommunityId(row[0]) for row in rows]

    async def standings(self, community: CommunityId) -> Mapping[PersonId, Standing]:
        """How everybody who opted in stands in a club."""
        asked = select(MEMBER.c.person, MEMBER.c.waits, MEMBER.c.asked, MEMBER.c.answered)
        async with self.db.reading() as reading:
            rows = await reading.execute(asked.where(MEMBER.c.community == community))
            return {PersonId(row.person): Standing(row.waits, row.asked, row.answered) for row in rows}

    async def waiting(self, community: CommunityId) -> Mapping[PersonId, datetime]:
        """Since when those who wait for somebody do; who paused is not among them."""
        asked = select(MEMBER.c.person, MEMBER.c.waits).join(PERSON, PERSON.c.person == MEMBER.c.person)
        waits = (MEMBER.c.community == community) & MEMBER.c.waits.is_not(None) & ~PERSON.c.paused
        async with self.db.reading() as reading:
            rows = await reading.execute(asked.where(waits).order_by(MEMBER.c.waits, MEMBER.c.person))
            return {PersonId(row.person): row.waits for row in rows}

    async def wait(self, community: CommunityId, person: PersonId, since: datetime | None) -> None:
        """Somebody begins to wait, or no longer does. Who did not opt in cannot wait."""
        async with self.db.writing() as writing:
            theirs = (MEMBER.c.community == community) & (MEMBER.c.person == person)
            await writing.execute(update(MEMBER).where(theirs).values(waits=since))

    async def counted(self, community: CommunityId, person: PersonId, *, asked: int = 0, answered: int = 0) -> None:
        """Adds to the questions that were put to somebody, and to those that they answered."""
        added = {"asked": MEMBER.c.asked + asked, "answered": MEMBER.c.answered + answered}
        async with self.db.writing() as writing:
            theirs = (MEMBER.c.community == community) & (MEMBER.c.person == person)
            await writing.execute(update(MEMBER).where(theirs).values(**added))

    async def export(self, person: PersonId) -> JsonValue:
        """What is kept of somebody; None when nothing is."""
        file, age = await self.of(person), await self.age(person)
        if file is None or age is None:
            return None
        async with self.db.reading() as reading:
            rows = await reading.execute(select(MEMBER).where(MEMBER.c.person == person).order_by(MEMBER.c.community))
            clubs: list[JsonValue] = [
                {
                    "club": row.community,
                    "since": row.joined.isoformat(),
                    "waits_since": None if row.waits is None else row.waits.isoformat(),
                    "asked": row.asked,
                    "answered": row.answered,
                }
                for row in rows
            ]
        return {
            "adult": file.adult,
            "age_said": age.said.isoformat(),
            "said_to_have_turned_18": age.grown,
            "speaks": {str(tongue): level.name for tongue, level in file.speaks.items()},
            "learns": {str(tongue): level.name for tongue, level in file.learns.items()},
            "free": sorted(file.free),
            "interests": sorted(file.interests),
            "words": file.words,
            "wants": sorted(file.wants),
            "gender": file.gender,
            "same_gender": file.same_gender,
            "paused": file.paused,
            "handle": file.handle,
            "seeks": file.seeks,
            "off_duty": None if file.off_duty is None else list(file.off_duty),
            "reads": None if file.reads is None else file.reads.value,
            "clubs": clubs,
        }

    async def merge(self, kept: PersonId, gone: PersonId) -> None:
        """Two are one: the file that was changed last is theirs, and they are in every club that either was in.

        Who said with either account that they are under 18 is, and when they said so last counts.
        """
        async with self.db.writing() as writing:
            await alone(writing, "spies-merge")
            both = select(PERSON).where(PERSON.c.person.in_((kept, gone)))
            files = (await writing.execute(both.order_by(PERSON.c.changed.desc()))).all()
            if files and files[0].person == gone:
                for table in (PERSON, LANGUAGE):
                    await writing.execute(delete(table).where(table.c.person == kept))
                    await writing.execute(update(table).where(table.c.person == gone).values(person=kept))
            for table in (PERSON, LANGUAGE):
                await writing.execute(delete(table).where(table.c.person == gone))
            if len(files) > 1:
                youngest = min(files, key=lambda file: (file.adult, -file.age_said.timestamp()))
                age = {"adult": youngest.adult, "age_said": youngest.age_said}
                grown = any(file.grown for file in files)
                await writing.execute(update(PERSON).where(PERSON.c.person == kept).values(grown=grown, **age))
            for row in (await writing.execute(select(MEMBER).where(MEMBER.c.person == gone))).all():
                await _enter(writing, CommunityId(row.community), kept, row.joined)
                waits = func.coalesce(MEMBER.c.waits, literal(row.waits, UtcDateTime))
                theirs = (MEMBER.c.community == row.community) & (MEMBER.c.person == kept)
                await writing.execute(
                    update(MEMBER)
                    .where(theirs)
                    .values(waits=waits, asked=MEMBER.c.asked + row.asked, answered=MEMBER.c.answered + row.answered)
                )
            await writing.execute(delete(MEMBER).where(MEMBER.c.person == gone))

    async def erase(self, community: CommunityId) -> None:
        """Erases a club; files are people's own, and stay while they are in another one."""
        async with self.db.writing() as writing:
            left = select(MEMBER.c.person).where(MEMBER.c.community == community)
            elsewhere = select(MEMBER.c.person).where(MEMBER.c.community != community)
            alone_here = left.where(MEMBER.c.person.not_in(elsewhere))
            for table in (LANGUAGE, PERSON):
                await writing.execute(delete(table).where(table.c.person.in_(alone_here)))
            await writing.execute(delete(MEMBER).where(MEMBER.c.community == community))


async def _enter(writing: AsyncConnection, community: CommunityId, person: PersonId, now: datetime) -> None:
    put = insert_into(writing, MEMBER).values(community=community, person=person, joined=now, asked=0, answered=0)
    await writing.execute(put.on_conflict_do_nothing(index_elements=["community", "person"]))


_AT_ONCE = 500
"""Ids in one statement; databases have an end to how many they take."""


async def _files(reading: AsyncConnection, people: Collection[PersonId]) -> Sequence[File]:
    ids = sorted(people)
    found: list[File] = []
    for start in range(0, len(ids), _AT_ONCE):
        part = {"these": ids[start : start + _AT_ONCE]}
        known: dict[tuple[int, bool], dict[Tongue, Level]] = {}
        for row in await reading.execute(_LANGUAGES, part):
            known.setdefault((row.person, row.learns), {})[Tongue(row.tongue)] = Level(row.level)
        rows = await reading.execute(_PERSONS, part)
        found += [_file(row, known.get((row.person, False), {}), known.get((row.person, True), {})) for row in rows]
    return found


def _values(file: File, now: datetime) -> dict[str, object]:
    start, end = (None, None) if file.off_duty is None else file.off_duty
    return {
        "free": " ".join(sorted(file.free)),
        "interests": " ".join(sorted(file.interests)),
        "words": file.words,
        "wants": " ".join(sorted(file.wants)),
        "gender": None if file.gender is None else file.gender.value,
        "same_gender": file.same_gender,
        "paused": file.paused,
        "handle": file.handle,
        "seeks": file.seeks,
        "handle_folded": folded(file.handle),
        "seeks_folded": folded(file.seeks),
        "off_from": start,
        "off_to": end,
        "reads": None if file.reads is None else file.reads.value,
        "changed": now,
    }


def _file(row: Row[tuple[object, ...]], speaks: Mapping[Tongue, Level], learns: Mapping[Tongue, Level]) -> File:
    return File(
        person=PersonId(row.person),
        adult=row.adult,
        speaks=speaks,
        learns=learns,
        free=frozenset(map(Slot, row.free.split())),
        interests=frozenset(row.interests.split()),
        words=row.words,
        wants=frozenset(map(Want, row.wants.split())),
        gender=None if row.gender is None else Gender(row.gender),
        same_gender=row.same_gender,
        paused=row.paused,
        handle=row.handle,
        seeks=row.seeks,
        off_duty=None if row.off_from is None else (row.off_from, row.off_to),
        reads=language_of(row.reads),
    )
