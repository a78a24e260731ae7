"""Pictures that wait for people's word, fingerprints, answers and doors, on both databases."""

import asyncio

import pytest

from bot.domain.refs import Platform, PostId, SpaceRef, UserRef
from bot.storage.engine import SqlDatabase
from cogs.cat_tax.store.answers import CatAnswers
from cogs.cat_tax.store.doors import DoorKind, Doors, KeptDoor
from cogs.cat_tax.store.prints import Prints, signed, unsigned
from cogs.cat_tax.store.showings import Showings
from tests.cogs.cat_tax.rows import ANA, BO, CLUB, EVE, OTHER_CLUB, hours, showing
from tests.kit.clock import START

FAKE = Platform("fake")
SPACE, USER = SpaceRef(FAKE, "club"), UserRef(FAKE, "1")

# ------------------------------------------------------------------------------------------------------------- waiting


async def test_a_picture_is_kept_once_for_each_event_as_it_was(tables: SqlDatabase) -> None:
    showings = Showings(tables)
    first, before = await showings.begin(showing())
    assert before == ()
    assert (first.fingerprint, first.thumbnail, first.message) == (2**64 - 5, b"RIFF a WebP", 21)
    again, before = await showings.begin(showing())
    assert (again, before) == (first, ())
    assert await showings.of(first.id) == first
    assert await showings.of_person(CLUB, ANA) == first
    assert await showings.of_person(OTHER_CLUB, ANA) is None


async def test_the_newest_picture_takes_the_place_of_what_waited_and_its_words(tables: SqlDatabase) -> None:
    showings = Showings(tables)
    first, _ = await showings.begin(showing())
    other, _ = await showings.begin(showing(club=OTHER_CLUB, cause="c9"))
    await showings.keep_posts(first.id, (PostId(31), PostId(32)))
    await showings.vouch(first.id, BO)
    second, before = await showings.begin(showing(cause="c2"))
    assert before == (31, 32)
    assert await showings.of(first.id) is None
    assert await showings.of(other.id) is not None
    assert await showings.vouch(second.id, EVE) == 1


async def test_a_picture_is_found_by_its_message_and_by_the_question(tables: SqlDatabase) -> None:
    showings = Showings(tables)
    kept, _ = await showings.begin(showing())
    await showings.begin(showing(BO, "c2", message=None))
    await showings.keep_posts(kept.id, (PostId(31),))
    for post in (21, 31):
        found = await showings.of_post(CLUB, PostId(post))
        assert found is not None
        assert found.id == kept.id
    assert await showings.of_post(CLUB, PostId(99)) is None
    assert await showings.of_post(OTHER_CLUB, PostId(21)) is None


async def test_each_person_vouches_once_and_may_take_it_back(tables: SqlDatabase) -> None:
    showings = Showings(tables)
    kept, _ = await showings.begin(showing())
    assert [await showings.vouch(kept.id, person) for person in (BO, BO, EVE)] == [1, 1, 2]
    assert await showings.withdraw(kept.id, BO) == 1
    assert await showings.withdraw(kept.id, BO) == 1
    counts = await asyncio.gather(*(showings.vouch(kept.id, BO) for _ in range(5)))
    assert max(counts) == 2


async def test_one_of_two_ends_it(tables: SqlDatabase) -> None:
    showings = Showings(tables)
    kept, _ = await showings.begin(showing())
    await showings.vouch(kept.id, BO)
    assert sorted(await asyncio.gather(showings.end(kept.id), showings.end(kept.id))) == [False, True]
    assert await showings.of(kept.id) is None


# -------------------------------------------------------------------------------------------------------- fingerprints


@pytest.mark.parametrize("fingerprint", [0, 1, 2**63 - 1, 2**63, 2**64 - 1, 0xDEAD_BEEF_CAFE_F00D])
async def test_a_picture_is_known_again_smaller_or_saved_again(tables: SqlDatabase, fingerprint: int) -> None:
    prints = Prints(tables)
    assert unsigned(signed(fingerprint)) == fingerprint
    await prints.keep(CLUB, ANA, fingerprint, cause="p1")
    await prints.keep(CLUB, BO, fingerprint, cause="p2")
    assert await prints.known(CLUB, fingerprint, besides="p9") == ANA
    assert await prints.known(CLUB, fingerprint ^ (1 << 63 | 1 << 40 | 1), besides="p9") == ANA
    assert await prints.known(CLUB, fingerprint ^ (1 << 63 | 1 << 40 | 1 | 1 << 20), besides="p9") is None
    assert await prints.known(OTHER_CLUB, fingerprint, besides="p9") is None


async def test_an_events_own_picture_is_not_known_and_kept_once(tables: SqlDatabase) -> None:
    prints = Prints(tables)
    for _ in range(2):
        await prints.keep(CLUB, ANA, 12, cause="p1")
    assert await prints.known(CLUB, 12, besides="p1") is None
    assert await prints.known(CLUB, 12, besides="p2") == ANA


# ------------------------------------------------------------------------------------------------------------- answers


async def test_one_answer_counts_between_two(tables: SqlDatabase) -> None:
    answers = CatAnswers(tables)
    assert await answers.keep(CLUB, ANA, BO, cause="a1", at=START)
    assert await answers.keep(CLUB, ANA, BO, cause="a1", at=START), "handled again after a kill"
    assert not await answers.keep(CLUB, ANA, BO, cause="a2", at=hours(1))
    assert await answers.keep(CLUB, BO, ANA, cause="a3", at=hours(2))
    assert await answers.keep(CLUB, ANA, EVE, cause="a4", at=hours(3))
    assert await answers.keep(OTHER_CLUB, ANA, EVE, cause="a4", at=hours(3))
    assert [await answers.given(CLUB, person) for person in (ANA, BO, EVE)] == [2, 1, 0]
    assert await answers.since(CLUB, hours(1.5)) == 2


# --------------------------------------------------------------------------------------------------------------- doors


async def test_a_door_is_kept_once_for_each_account_and_opened(tables: SqlDatabase) -> None:
    doors = Doors(tables)
    first = KeptDoor(CLUB, ANA, SPACE, USER, DoorKind.REQUESTED, hours(1))
    later = KeptDoor(CLUB, ANA, SPACE, USER, DoorKind.RESTRICTED, hours(2))
    other = KeptDoor(CLUB, ANA, SPACE, UserRef(FAKE, "2"), DoorKind.ROLE, hours(2))
    for door in (first, later, other):
        await doors.close(door)
    assert await doors.of_account(SPACE, USER) == later
    assert list(await doors.of_person(CLUB, ANA)) == [later, other]
    assert list(await doors.of_person(OTHER_CLUB, ANA)) == []
    await doors.opened(later)
    assert await doors.of_account(SPACE, USER) is None
    assert list(await doors.of_person(CLUB, ANA)) == [other]
