"""What is kept of files, on both databases."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import MetaData

from bot.domain.languages import Language
from bot.domain.refs import CommunityId, PersonId
from bot.ports.database import Database
from bot.storage.engine import SqlDatabase
from cogs.spies.rules.ages import GROWN_AFTER, Age
from cogs.spies.rules.people import File, Gender, Level, Slot, Tongue, Want
from cogs.spies.store import METADATA
from cogs.spies.store.persons import Persons, Standing
from cogs.spies.store.reunions import Reunions

CLUB, OTHER = CommunityId(1), CommunityId(2)
ANA, BO, LI = PersonId(5), PersonId(6), PersonId(7)
EN, ZH = Tongue("en"), Tongue("zh")
NOW = datetime(2026, 7, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def declared() -> tuple[MetaData, ...]:
    """This cog's tables, as the code declares them."""
    return (METADATA,)


@pytest.fixture
def db(database: SqlDatabase) -> Database:
    """With this cog's tables."""
    return database


def file(person: PersonId) -> File:
    """Somebody's file."""
    return File(person, adult=True, speaks={EN: Level.NATIVE}, learns={ZH: Level.A2})


FULL = replace(
    file(ANA),
    speaks={EN: Level.NATIVE, Tongue("es"): Level.B1},
    free=frozenset({Slot.WEEKDAY_EVENING, Slot.WEEKEND_NIGHT}),
    interests=frozenset({"cats", "hiking"}),
    words="猫 🐈 \x00 " + "字" * 3_990,
    wants=frozenset({Want.CHAT, Want.VOICE}),
    gender=Gender.OTHER,
    same_gender=True,
    paused=True,
    handle="@Ana",
    seeks="Li",
    off_duty=(23 * 60, 0),
    reads=Language.TRADITIONAL_CHINESE,
)


async def test_a_file_is_kept_as_it_is_and_changed_as_a_whole(db: Database) -> None:
    persons = Persons(db)
    assert await persons.of(ANA) is None
    await persons.save(FULL, NOW)
    await persons.save(FULL, NOW)
    assert await persons.of(ANA) == replace(FULL, words=FULL.words.replace("\x00", "�"))
    await persons.save(file(ANA), NOW + DAY)
    assert await persons.of(ANA) == file(ANA)
    await persons.forget(ANA)
    assert await persons.of(ANA) is None
    assert await persons.export(ANA) is None


async def test_an_age_outlasts_what_else_is_changed_and_only_once_somebody_turns_18(db: Database) -> None:
    persons = Persons(db)
    await persons.save(replace(file(ANA), adult=False), NOW)
    await persons.save(file(ANA), NOW + DAY)
    assert await persons.age(ANA) == Age(adult=False, said=NOW, grown=False)
    grown = NOW + GROWN_AFTER
    assert not await persons.put_age(ANA, adult=True, now=grown - timedelta(seconds=1))
    assert await persons.put_age(ANA, adult=True, now=grown)
    assert await persons.put_age(ANA, adult=False, now=grown)
    assert not await persons.put_age(ANA, adult=True, now=grown + 2 * GROWN_AFTER)
    assert await persons.age(ANA) == Age(adult=False, said=grown, grown=True)


async def test_who_said_with_either_account_that_they_are_under_18_is(db: Database) -> None:
    persons = Persons(db)
    await persons.save(replace(file(ANA), adult=False), NOW)
    await persons.save(file(BO), NOW + DAY)
    await persons.merge(ANA, BO)
    assert await persons.age(ANA) == Age(adult=False, said=NOW, grown=False)


async def test_members_are_who_opted_in_and_is_not_paused(db: Database) -> None:
    persons = Persons(db)
    for person in (ANA, BO, LI):
        await persons.save(replace(file(person), paused=person == BO), NOW)
    for person in (ANA, BO):
        await persons.join(CLUB, person, NOW)
    await persons.join(OTHER, ANA, NOW + DAY)
    assert [one.person for one in await persons.members(CLUB)] == [ANA]
    assert await persons.communities(ANA) == [CLUB, OTHER]
    await persons.leave(CLUB, ANA)
    await persons.leave(CLUB, ANA)
    assert await persons.members(CLUB) == []
    assert await persons.communities(ANA) == [OTHER]


async def test_who_waits_longest_comes_first_and_opting_in_again_changes_nothing(db: Database) -> None:
    persons = Persons(db)
    for person in (ANA, BO, LI):
        await persons.save(file(person), NOW)
        await persons.join(CLUB, person, NOW)
    await persons.wait(CLUB, ANA, NOW + DAY)
    await persons.wait(CLUB, BO, NOW)
    await persons.wait(OTHER, LI, NOW)
    assert list((await persons.waiting(CLUB)).items()) == [(BO, NOW), (ANA, NOW + DAY)]
    await persons.join(CLUB, BO, NOW + DAY)
    await persons.wait(CLUB, ANA, None)
    assert await persons.waiting(CLUB) == {BO: NOW}
    await persons.save(replace(file(BO), paused=True), NOW)
    assert await persons.waiting(CLUB) == {}


async def test_questions_and_answers_are_counted_at_the_same_moment_too(db: Database) -> None:
    persons = Persons(db)
    await persons.join(CLUB, ANA, NOW)
    await asyncio.gather(*(persons.counted(CLUB, ANA, asked=1) for _ in range(5)))
    await persons.counted(CLUB, ANA, answered=2)
    assert await persons.standings(CLUB) == {ANA: Standing(None, asked=5, answered=2)}


@pytest.mark.parametrize("newer", [ANA, BO])
async def test_of_two_files_that_become_one_the_newer_stays(db: Database, newer: PersonId) -> None:
    persons = Persons(db)
    for person in (ANA, BO):
        words = f"words of {person}"
        await persons.save(replace(file(person), words=words), NOW + (DAY if person == newer else timedelta()))
    await persons.join(CLUB, ANA, NOW)
    await persons.join(CLUB, BO, NOW)
    await persons.join(OTHER, BO, NOW)
    await persons.wait(CLUB, BO, NOW)
    await persons.counted(CLUB, ANA, asked=2)
    await persons.counted(CLUB, BO, asked=1, answered=1)
    await persons.merge(ANA, BO)
    kept = await persons.of(ANA)
    assert kept is not None
    assert kept.words == f"words of {newer}"
    assert kept.speaks == {EN: Level.NATIVE}
    assert await persons.of(BO) is None
    assert await persons.communities(ANA) == [CLUB, OTHER]
    assert await persons.communities(BO) == []
    assert await persons.standings(CLUB) == {ANA: Standing(NOW, asked=3, answered=1)}


async def test_a_file_of_only_one_of_two_stays(db: Database) -> None:
    persons = Persons(db)
    await persons.save(file(BO), NOW)
    await persons.merge(ANA, BO)
    assert await persons.of(ANA) == file(ANA)


async def test_with_a_club_go_the_files_of_those_who_are_in_no_other(db: Database) -> None:
    persons = Persons(db)
    for person in (ANA, BO, LI):
        await persons.save(file(person), NOW)
    await persons.join(CLUB, ANA, NOW)
    await persons.join(CLUB, BO, NOW)
    await persons.join(OTHER, BO, NOW)
    await persons.erase(CLUB)
    assert await persons.of(ANA) is None
    assert await persons.of(BO) == file(BO)
    assert await persons.of(LI) == file(LI)
    assert await persons.communities(BO) == [OTHER]


async def test_seekers_are_found_only_both_ways_in_a_club_of_both(db: Database) -> None:
    persons = Persons(db)
    await persons.save(replace(file(ANA), handle="@Gato Ana", seeks="ＬＩ_88"), NOW)
    await persons.save(replace(file(LI), handle="li_88"), NOW)
    for person in (ANA, LI):
        await persons.join(CLUB, person, NOW)

    async def found() -> tuple[bool, bool]:
        return bool(await persons.seekers(ANA)), bool(await persons.seekers(LI))

    assert await found() == (False, False)
    seeking = replace(file(LI), handle="li_88", seeks="gatoana")
    await persons.save(seeking, NOW)
    assert [one.person for one in await persons.seekers(ANA)] == [LI]
    assert [one.person for one in await persons.seekers(LI)] == [ANA]
    await persons.put_age(LI, adult=False, now=NOW)
    assert await found() == (False, False)
    await persons.put_age(LI, adult=True, now=NOW + GROWN_AFTER)
    assert await found() == (True, True)
    await persons.save(replace(seeking, paused=True), NOW)
    assert await found() == (False, False)
    await persons.save(seeking, NOW)
    await persons.leave(CLUB, LI)
    await persons.join(OTHER, LI, NOW)
    assert await found() == (False, False)


async def test_nobody_seeks_nothing(db: Database) -> None:
    persons = Persons(db)
    for person in (ANA, LI):
        await persons.save(file(person), NOW)
        await persons.join(CLUB, person, NOW)
    assert await persons.seekers(ANA) == []


async def test_two_are_told_of_each_other_once_and_are_forgotten(db: Database) -> None:
    reunions = Reunions(db)
    await reunions.keep(LI, ANA)
    await reunions.keep(ANA, LI)
    assert await reunions.told(ANA, LI)
    assert not await reunions.told(ANA, BO)
    await reunions.merge(BO, ANA)
    assert await reunions.told(LI, BO)
    await reunions.merge(BO, LI)
    assert not await reunions.told(LI, BO)
    await reunions.keep(ANA, BO)
    await reunions.forget(BO)
    assert not await reunions.told(ANA, BO)
