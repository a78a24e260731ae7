"""Whose it is: told, erased, joined and parted, on both databases."""

import json

import pytest
from sqlalchemy import select

from bot.domain.refs import PersonId, Platform, PostId, SpaceRef, UserRef
from bot.storage.engine import SqlDatabase
from cogs.cat_tax.rules.standing import State, Tender
from cogs.cat_tax.store import METADATA
from cogs.cat_tax.store.answers import CatAnswers
from cogs.cat_tax.store.doors import DoorKind, Doors, KeptDoor
from cogs.cat_tax.store.persons import Persons
from cogs.cat_tax.store.prints import Prints
from cogs.cat_tax.store.showings import Showings
from tests.cogs.cat_tax.rows import ANA, BO, CLUB, EVE, OTHER_CLUB, Ledger, hours, showing
from tests.kit.clock import START

FAKE = Platform("fake")
SPACE, USER = SpaceRef(FAKE, "club"), UserRef(FAKE, "1")


@pytest.fixture
def ledger(tables: SqlDatabase) -> Ledger:
    """What people do."""
    return Ledger(tables)


@pytest.fixture
def persons(tables: SqlDatabase) -> Persons:
    """Whose it is."""
    return Persons(tables)


async def lives_here(ledger: Ledger, person: PersonId, *, besides: PersonId) -> None:
    """A row in every table."""
    db = ledger.db
    await ledger.pay(f"p{person}", person)
    kept, _ = await Showings(db).begin(showing(person, f"c{person}"))
    await Showings(db).vouch(kept.id, besides)
    await Prints(db).keep(CLUB, person, 0xF00 + person, cause=f"p{person}")
    await CatAnswers(db).keep(CLUB, person, besides, cause=f"a{person}", at=START)
    door = KeptDoor(CLUB, person, SPACE, UserRef(FAKE, str(person)), DoorKind.RESTRICTED, hours(1))
    await Doors(db).close(door)


async def rows(db: SqlDatabase) -> dict[str, int]:
    """How many rows each table has, of those that have any."""
    async with db.reading() as reading:
        found = {name: len((await reading.execute(select(table))).all()) for name, table in METADATA.tables.items()}
    return {name: number for name, number in found.items() if number}


# ------------------------------------------------------------------------------------------------------------- merging


async def test_of_two_payments_of_one_person_the_older_stays(ledger: Ledger, persons: Persons) -> None:
    await ledger.pay("ana", ANA, at=5)
    await ledger.pay("bo", BO, at=2)
    await ledger.pay("bo elsewhere", BO, club=OTHER_CLUB)
    await persons.merge(ANA, BO)
    here = await ledger.known()
    assert here.settled_by == "bo"
    assert await ledger.of(ANA, OTHER_CLUB) is not None
    assert await ledger.of(BO) is None
    await persons.merge(ANA, BO)
    assert await ledger.known() == here


@pytest.mark.parametrize("payer", [ANA, BO])
async def test_who_paid_on_either_account_has_paid(ledger: Ledger, persons: Persons, payer: PersonId) -> None:
    await ledger.ask("e1", BO if payer is ANA else ANA)
    await ledger.pay("p1", payer)
    await persons.merge(ANA, BO)
    assert (await ledger.known()).state is State.PAID
    assert await ledger.of(BO) is None


async def test_one_persons_words_count_once_and_none_for_themselves(ledger: Ledger, persons: Persons) -> None:
    showings = Showings(ledger.db)
    of_eve, _ = await showings.begin(showing(EVE, "c3", message=23))
    of_bo, _ = await showings.begin(showing(BO, "c2", message=22))
    for kept, person in ((of_eve, ANA), (of_eve, BO), (of_bo, ANA), (of_bo, EVE)):
        await showings.vouch(kept.id, person)
    await persons.merge(ANA, BO)
    assert await showings.withdraw(of_eve.id, PersonId(99)) == 1
    assert await showings.withdraw(of_bo.id, PersonId(99)) == 1
    waits = await showings.of_person(CLUB, ANA)
    assert waits is not None
    assert waits.id == of_bo.id


async def test_nobody_answers_their_own_cat_by_becoming_one(ledger: Ledger, persons: Persons) -> None:
    answers = CatAnswers(ledger.db)
    for giver, receiver in ((ANA, BO), (BO, ANA), (ANA, EVE), (BO, EVE), (EVE, ANA), (EVE, BO)):
        await answers.keep(CLUB, giver, receiver, cause=f"a{giver}{receiver}", at=START)
    await persons.merge(ANA, BO)
    assert [await answers.given(CLUB, person) for person in (ANA, BO, EVE)] == [1, 0, 1]


async def test_pictures_and_doors_follow(ledger: Ledger, persons: Persons) -> None:
    await lives_here(ledger, BO, besides=EVE)
    await persons.merge(ANA, BO)
    assert await Prints(ledger.db).known(CLUB, 0xF00 + BO, besides="x") == ANA
    assert [door.user.id for door in await Doors(ledger.db).of_person(CLUB, ANA)] == [str(BO)]
    assert await persons.export(BO) == await persons.export(PersonId(12345))


# ------------------------------------------------------------------------------------------------------------- parting


@pytest.mark.parametrize("tender", [Tender.PICTURE, Tender.PROMISE])
async def test_an_account_that_parts_is_not_asked_again_and_takes_no_cat_along(
    ledger: Ledger, persons: Persons, tender: Tender
) -> None:
    before = await ledger.pay(tender=tender)
    await persons.part(ANA, BO, hours(3))
    await persons.part(ANA, BO, hours(4))
    new = await ledger.known(BO)
    assert (new.state, new.thumbnail, new.number, new.receipt) == (tender.settles, None, None, None)
    assert await ledger.ask("e9", BO) is None
    assert await ledger.known() == before


async def test_who_was_asked_before_they_parted_is_asked_as_one(ledger: Ledger, persons: Persons) -> None:
    tax = await ledger.asked()
    await ledger.taxes.keep_posts(tax.id, (PostId(11),))
    await persons.part(ANA, BO, hours(3))
    new = await ledger.known(BO)
    assert (new.state, new.posts) == (State.ASKED, ())
    assert await ledger.ask("e9", BO) is None
    assert (await ledger.pay("p9", BO)).state is State.PAID
    assert (await ledger.known()).state is State.ASKED


# --------------------------------------------------------------------------------------------- exporting and forgetting


async def test_an_export_tells_all_that_is_kept_in_words_of_its_own(ledger: Ledger, persons: Persons) -> None:
    await lives_here(ledger, ANA, besides=BO)
    await lives_here(ledger, BO, besides=ANA)
    told = json.loads(json.dumps(await persons.export(ANA)))
    assert told["taxes"][0]["state"] == "paid"
    assert told["taxes"][0]["paid_with"] == "picture"
    assert told["taxes"][0]["receipt"] == 1
    assert told["fingerprints_of_pictures"] == [f"{0xF00 + ANA:016x}"]
    assert told["vouched_for"] == 1
    assert all(len(told[name]) == 1 for name in ("taxes", "pictures_that_wait", "cats_answered"))
    assert all(len(told[name]) == 1 for name in ("answers_to_your_cats", "doors_closed_until"))


async def test_forgetting_leaves_the_others_as_they_are(ledger: Ledger, persons: Persons) -> None:
    await lives_here(ledger, ANA, besides=BO)
    assert len(await rows(ledger.db)) == len(METADATA.tables), "a row in every table"
    await lives_here(ledger, BO, besides=EVE)
    await persons.forget(ANA)
    assert await persons.export(ANA) == await persons.export(PersonId(12345))
    assert await rows(ledger.db) == dict.fromkeys(METADATA.tables, 1)
    await persons.forget(BO)
    assert await rows(ledger.db) == {"cat_tax_receipts": 1}, "how many receipts a club gave tells of nobody"


async def test_a_community_is_erased_and_no_other(ledger: Ledger, persons: Persons) -> None:
    await lives_here(ledger, ANA, besides=BO)
    await ledger.pay("elsewhere", club=OTHER_CLUB)
    kept, _ = await Showings(ledger.db).begin(showing(club=OTHER_CLUB, cause="c9"))
    await Showings(ledger.db).vouch(kept.id, BO)
    await persons.erase(CLUB)
    assert await rows(ledger.db) == {"cat_tax": 1, "cat_tax_receipts": 1, "cat_tax_showing": 1, "cat_tax_vouch": 1}
