"""The album's rows, on both databases: what two do at once, what is done twice, and whose it is."""

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from sqlalchemy import MetaData, func, select

from bot.domain.refs import CommunityId, PersonId
from bot.storage.engine import SqlDatabase
from cogs.cats.rules import MOST_OF_ONE, RANKS, Cat, Ranked
from cogs.cats.store import ALBUM, CAT, LIKE, METADATA, Cats, Owners
from tests.cogs.cats.kit import WEBP
from tests.kit.clock import START

CLUB, OTHER_CLUB = CommunityId(7), CommunityId(8)
ANA, BO, CLEO = PersonId(1), PersonId(2), PersonId(3)
DAY = timedelta(days=1)


@dataclass(slots=True)
class Albums:
    """Two albums on one database."""

    here: Cats
    there: Cats
    owners: Owners

    async def show(self, owner: PersonId = ANA, cause: str = "c1", at: datetime = START) -> int:
        number = await self.here.show(owner, WEBP, cause=cause, at=at)
        assert number is not None
        return number

    async def like(self, number: int, person: PersonId, cause: str = "", at: datetime = START) -> int:
        cat = await self.here.like(number, person, cause=cause or f"like {number} {person}", at=at)
        assert cat is not None
        return cat.likes

    async def rows(self) -> tuple[int, int, int]:
        async with self.here.db.reading() as reading:
            counts = [
                int((await reading.execute(select(func.count()).select_from(table))).scalar_one())
                for table in (ALBUM, CAT, LIKE)
            ]
        return counts[0], counts[1], counts[2]


@pytest.fixture
def declared() -> tuple[MetaData, ...]:
    """This cog's tables, as the code declares them."""
    return (METADATA,)


@pytest.fixture
def albums(database: SqlDatabase) -> Albums:
    return Albums(Cats(database, CLUB), Cats(database, OTHER_CLUB), Owners(database))


# ------------------------------------------------------------------------------------------------------ coming, going


async def test_each_community_counts_its_own_cats(albums: Albums) -> None:
    assert [await albums.show(cause=cause) for cause in ("a", "b")] == [1, 2]
    assert await albums.there.show(ANA, WEBP, cause="a", at=START) == 1
    cat = await albums.here.one(2)
    assert cat is not None
    assert (cat.owner, cat.picture, cat.shown, cat.likes) == (ANA, WEBP, START, 0)


async def test_what_is_shown_twice_is_one_cat_also_at_the_same_moment(albums: Albums) -> None:
    numbers = await asyncio.gather(*(albums.show() for _ in range(5)))
    assert set(numbers) == {1}
    assert await albums.show(cause="another") == 2


async def test_many_that_come_at_once_have_numbers_of_their_own(albums: Albums) -> None:
    numbers = await asyncio.gather(*(albums.show(cause=f"c{one}") for one in range(8)))
    assert sorted(numbers) == list(range(1, 9))


async def test_a_number_is_never_given_twice_and_what_went_may_come_again(albums: Albums) -> None:
    await albums.show()
    assert await albums.here.take_back(ANA, 1)
    assert await albums.here.one(1) is None
    assert await albums.show() == 2


async def test_only_its_owner_takes_a_cat_back_and_once(albums: Albums) -> None:
    await albums.show()
    assert not await albums.here.take_back(BO, 1)
    assert not await albums.there.take_back(ANA, 1)
    assert await albums.here.take_back(ANA, 1)
    assert not await albums.here.take_back(ANA, 1)


async def test_what_moderators_took_down_does_not_come_again_and_is_forgotten(albums: Albums) -> None:
    await albums.show()
    await albums.like(1, BO)
    assert not await albums.there.take_down(1)
    assert await albums.here.take_down(1)
    assert not await albums.here.take_down(1)
    assert await albums.here.one(1) is None
    assert await albums.here.show(ANA, WEBP, cause="c1", at=START) is None
    assert not await albums.here.take_back(ANA, 1)
    assert await albums.here.like(1, CLEO, cause="x", at=START) is None
    async with albums.here.db.reading() as reading:
        assert (await reading.execute(select(CAT.c.picture))).scalar_one() is None
    assert (await albums.rows())[2] == 0


async def test_of_very_many_the_oldest_makes_room(albums: Albums) -> None:
    await albums.show(BO, "bo")
    for one in range(MOST_OF_ONE + 1):
        await albums.show(cause=f"c{one}")
    assert await albums.here.one(2) is None
    assert await albums.here.one(3) is not None
    assert await albums.here.one(1) is not None, "another's"
    assert (await albums.rows())[1] == MOST_OF_ONE + 1


# ------------------------------------------------------------------------------------------------------------- looking


async def test_leafing_passes_over_what_is_gone_and_stays_in_the_community(albums: Albums) -> None:
    for one, owner in enumerate((ANA, BO, ANA, BO, ANA), 1):
        await albums.show(owner, f"c{one}")
    await albums.here.take_down(3)
    await albums.there.show(ANA, WEBP, cause="c9", at=START)
    assert await _number(albums.here.newest()) == 5
    assert await _number(albums.here.newest(BO)) == 4
    assert await _number(albums.here.beside(4, None, newer=False)) == 2
    assert await _number(albums.here.beside(3, None, newer=False)) == 2
    assert await _number(albums.here.beside(3, None, newer=True)) == 4
    assert await _number(albums.here.beside(5, ANA, newer=False)) == 1
    assert await _number(albums.here.beside(1, None, newer=False)) is None
    assert await albums.here.has_beside(5, ANA) == (False, True)
    assert await albums.here.has_beside(3, ANA) == (True, True)
    assert await albums.here.has_beside(1, ANA) == (True, False)


async def test_a_surprise_is_any_cat_but_the_one_before(albums: Albums) -> None:
    assert await albums.here.random() is None
    await albums.show()
    assert await _number(albums.here.random()) == 1
    assert await albums.here.random(but=1) is None
    await albums.show(cause="c2")
    assert {await _number(albums.here.random(but=1)) for _ in range(5)} == {2}


async def test_the_most_liked_are_ranked_and_of_equals_the_older_is_first(albums: Albums) -> None:
    for one in range(RANKS + 3):
        await albums.show(cause=f"c{one}")
    for number in range(2, RANKS + 4):
        await albums.like(number, BO)
    await albums.like(9, CLEO)
    await albums.like(2, BO, "again")
    ranks = await albums.here.top()
    assert len(ranks) == RANKS
    assert ranks[:3] == (Ranked(9, 2), Ranked(3, 1), Ranked(4, 1))
    assert await albums.there.top() == ()


async def test_the_cat_of_the_week_has_most_hearts_of_that_week(albums: Albums) -> None:
    week = (START, START + 7 * DAY)
    assert await albums.here.of_week(*week) is None
    await albums.show(cause="old", at=START - 30 * DAY)
    await albums.like(1, BO, at=START - DAY)
    await albums.like(1, CLEO, at=START - DAY)
    assert await albums.here.of_week(*week) is None, "neither shown nor liked in it"
    await albums.show(cause="new", at=START + DAY)
    assert await _number(albums.here.of_week(*week)) == 2
    await albums.like(1, PersonId(9), at=START + DAY)
    assert await _number(albums.here.of_week(*week)) == 1
    await albums.like(2, BO, at=START + DAY)
    assert await _number(albums.here.of_week(*week)) == 1, "liked alike in the week, and better before"
    await albums.like(2, CLEO, at=START + 2 * DAY)
    assert await _number(albums.here.of_week(*week)) == 2
    assert await albums.there.of_week(*week) is None


# -------------------------------------------------------------------------------------------------------------- liking


async def test_a_heart_is_given_taken_back_and_given_again(albums: Albums) -> None:
    await albums.show()
    assert [await albums.like(1, BO, cause) for cause in ("x", "y", "z")] == [1, 0, 1]
    assert await albums.like(1, CLEO) == 2


async def test_a_press_that_is_handled_again_turns_nothing(albums: Albums) -> None:
    await albums.show()
    assert [await albums.like(1, BO, cause) for cause in ("x", "x", "y", "y")] == [1, 1, 0, 0]


async def test_one_person_gives_one_heart_whatever_they_press_at_once(albums: Albums) -> None:
    await albums.show()
    await asyncio.gather(*(albums.like(1, BO, f"press {one}") for one in range(5)))
    cat = await albums.here.one(1)
    assert cat is not None
    assert cat.likes == 1
    assert (await albums.rows())[2] == 1


async def test_who_is_not_of_this_community_likes_nothing_here(albums: Albums) -> None:
    await albums.show()
    assert await albums.there.like(1, BO, cause="x", at=START) is None
    assert (await albums.rows())[2] == 0


# -------------------------------------------------------------------------------------------------------- whose it is


async def test_a_person_is_told_all_that_is_kept(albums: Albums) -> None:
    await albums.show()
    await albums.show(BO, "bo")
    await albums.like(1, BO)
    await albums.like(2, ANA)
    assert await albums.owners.export(ANA) == {
        "cats": [{"community": 7, "number": 1, "shown": START.isoformat(), "taken_down": False, "hearts": 1}],
        "hearts_given": [{"community": 7, "number": 2, "at": START.isoformat(), "taken_back": False}],
    }


async def test_who_is_forgotten_leaves_neither_cats_nor_hearts(albums: Albums) -> None:
    await albums.show()
    await albums.show(BO, "bo")
    await albums.show(cause="down")
    await albums.here.take_down(3)
    await albums.like(1, BO)
    await albums.like(2, ANA)
    await albums.like(2, CLEO)
    await albums.owners.forget(ANA)
    assert await albums.here.one(1) is None
    bos = await albums.here.one(2)
    assert bos is not None
    assert bos.likes == 1
    assert await albums.rows() == (1, 1, 1)
    assert await albums.owners.export(ANA) == {"cats": [], "hearts_given": []}


async def test_two_accounts_of_one_person_are_one_heart_and_none_for_their_own(albums: Albums) -> None:
    await albums.show()
    await albums.show(CLEO, "cleo")
    await albums.show(BO, "bo")
    for person in (ANA, BO, CLEO):
        for number in (1, 2, 3):
            if (person, number) not in {(ANA, 1), (CLEO, 2), (BO, 3)}:
                await albums.like(number, person)
    await albums.like(2, ANA, "took it back")
    await albums.show(CLEO, "another")
    for cause in ("first", "back"):
        await albums.like(4, BO, f"bo {cause}")
    await albums.like(4, ANA)
    await albums.owners.merge(ANA, BO)
    cats = [await albums.here.one(number) for number in (1, 2, 3)]
    assert [cat.owner for cat in cats if cat] == [ANA, CLEO, ANA]
    assert [cat.likes for cat in cats if cat] == [1, 1, 1]
    assert await albums.here.top() == tuple(Ranked(number, 1) for number in (1, 2, 3, 4))
    assert await albums.owners.export(BO) == {"cats": [], "hearts_given": []}


async def test_a_community_is_erased_and_the_others_stay(albums: Albums) -> None:
    await albums.show()
    await albums.like(1, BO)
    await albums.there.show(ANA, WEBP, cause="c1", at=START)
    await albums.there.like(1, BO, cause="x", at=START)
    await albums.owners.erase(CLUB)
    assert await albums.rows() == (1, 1, 1)
    assert await _number(albums.there.newest()) == 1


async def _number(found: Awaitable[Cat | None]) -> int | None:
    cat = await found
    return None if cat is None else cat.number
