"""Who was asked, who paid and with what, on both databases: what two do at once, and what is done twice."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, inspect

from bot.domain.locales import Locale
from bot.domain.refs import PersonId, PostId
from bot.storage.engine import SqlDatabase, open_database
from bot.storage.migrations import Branch, migrate
from cogs.cat_tax import store
from cogs.cat_tax.rules.standing import RUSH_MOST, Proof, State, Tender
from cogs.cat_tax.store import METADATA
from cogs.cat_tax.store.persons import Persons
from tests.cogs.cat_tax.rows import ANA, BO, CLUB, ELSEWHERE, OTHER_CLUB, PICTURE, PLACE, Ledger, hours
from tests.kit.clock import START


@pytest.fixture
def ledger(tables: SqlDatabase) -> Ledger:
    """What people do."""
    return Ledger(tables)


# -------------------------------------------------------------------------------------------------------------- asking


async def test_who_is_asked_is_asked_once_and_the_same_event_finds_itself(ledger: Ledger) -> None:
    first = await ledger.asked("e1")
    assert (first.state, first.introduction, first.locale, first.posts) == (State.ASKED, 5, Locale.SPANISH, ())
    assert await ledger.ask("e2") is None
    assert await ledger.ask("e1") == first
    assert await ledger.ask("e3", club=OTHER_CLUB) is not None


async def test_of_two_events_at_once_one_asks(ledger: Ledger) -> None:
    await ledger.expected()
    asked = await asyncio.gather(*(ledger.ask(f"e{number}") for number in range(6)))
    assert sum(tax is not None for tax in asked) == 1


async def test_who_is_expected_can_be_asked_and_who_paid_is_not_expected(ledger: Ledger) -> None:
    await ledger.expected()
    assert (await ledger.known()).state is State.EXPECTED
    assert await ledger.ask() is not None
    paid = await ledger.pay(person=BO)
    await ledger.expected(BO)
    assert await ledger.known(BO) == paid
    assert await ledger.ask("e9", BO) is None


async def test_who_never_said_a_word_is_no_longer_expected(ledger: Ledger) -> None:
    await ledger.expected()
    await ledger.expected(club=OTHER_CLUB)
    later = START + timedelta(seconds=1)
    await ledger.expected(BO, later)
    assert await ledger.taxes.forget_newcomers(CLUB, START) == later, "then the next one is due"
    assert await ledger.of() is None
    assert await ledger.of(BO) is not None
    assert await ledger.of(ANA, OTHER_CLUB) is not None


async def test_posts_are_remembered_until_they_are_gone(ledger: Ledger) -> None:
    tax = await ledger.asked()
    await ledger.taxes.keep_posts(tax.id, (PostId(11), PostId(12)))
    assert (await ledger.known()).posts == (11, 12)
    await ledger.taxes.keep_posts(tax.id, ())
    assert (await ledger.known()).posts == ()


# ----------------------------------------------------------------------------------------------------------- in a rush


async def test_those_who_wait_are_greeted_once_the_first_first_and_their_names_forgotten(ledger: Ledger) -> None:
    members = [PersonId(number) for number in range(100, 100 + RUSH_MOST + 3)]
    for number, person in enumerate(members):
        tax = await ledger.asked(f"e{person}", person, at=number / 100)
        await ledger.taxes.queue(tax.id, f"Member {person}")
    first = await ledger.taxes.queued(CLUB, PLACE)
    assert [tax.person for tax in first] == members[:RUSH_MOST]
    assert await ledger.taxes.queued(CLUB, ELSEWHERE) == []
    assert await ledger.taxes.queued(OTHER_CLUB, PLACE) == []
    await ledger.taxes.greeted(first, (PostId(9),))
    rest = await ledger.taxes.queued(CLUB, PLACE)
    assert [tax.called for tax in rest] == [f"Member {person}" for person in members[RUSH_MOST:]]
    greeted = await ledger.known(members[0])
    assert (greeted.called, greeted.posts, greeted.together) == (None, (9,), True)


async def test_who_settles_while_they_wait_is_not_greeted(ledger: Ledger) -> None:
    tax = await ledger.asked()
    await ledger.taxes.queue(tax.id, "Ana")
    await ledger.pay()
    assert await ledger.taxes.queued(CLUB, PLACE) == []
    assert (await ledger.known()).called is None


async def test_how_many_were_asked_lately_counts_this_club_alone(ledger: Ledger) -> None:
    await ledger.ask("e1", ANA, at=0)
    await ledger.ask("e2", BO, at=1)
    await ledger.ask("e3", club=OTHER_CLUB, at=1)
    assert await ledger.taxes.asked_since(CLUB, hours(0.5)) == 1
    assert await ledger.taxes.asked_since(CLUB, hours(-1)) == 2


# ------------------------------------------------------------------------------------------------------------ settling


async def test_the_first_payment_counts_and_is_found_again_by_its_event(ledger: Ledger) -> None:
    await ledger.ask()
    first = await ledger.pay("p1")
    assert (first.state, first.settled_by, first.thumbnail, first.number) == (State.PAID, "p1", PICTURE, 1)
    assert (first.tender, first.proof, first.settled) == (Tender.PICTURE, Proof.MODEL, hours(1))
    assert await ledger.pay("p2", at=2) == first
    assert await ledger.pay("p1") == first


async def test_of_many_pictures_at_once_one_pays(ledger: Ledger) -> None:
    results = await asyncio.gather(*(ledger.pay(f"p{number}") for number in range(6)))
    assert len({(tax.settled_by, tax.id, tax.number) for tax in results}) == 1


async def test_a_receipts_number_is_not_given_again_after_its_owner_is_forgotten(ledger: Ledger) -> None:
    assert (await ledger.pay("p1", ANA)).number == 1
    assert (await ledger.pay("p2", BO)).number == 2
    await Persons(ledger.db).forget(BO)
    assert (await ledger.pay("p3", BO)).number == 3


async def test_receipts_are_numbered_without_gaps_in_each_club_also_at_once(ledger: Ledger) -> None:
    await ledger.pay("elsewhere", club=OTHER_CLUB)
    paid = await asyncio.gather(*(ledger.pay(f"p{number}", PersonId(number)) for number in range(10, 18)))
    assert sorted(tax.number or 0 for tax in paid) == list(range(1, 9))


async def test_a_promise_can_be_kept_later_with_its_number_but_not_made_again(ledger: Ledger) -> None:
    promised = await ledger.pay("p1", tender=Tender.PROMISE, proof=Proof.WORD, thumbnail=None)
    assert promised.state is State.OWES
    assert await ledger.pay("p2", tender=Tender.PROMISE, thumbnail=None) == promised
    kept = await ledger.pay("p3")
    assert (kept.state, kept.settled_by, kept.tender, kept.number) == (
        State.PAID,
        "p3",
        Tender.PICTURE,
        promised.number,
    )


async def test_skipping_and_paying_at_the_same_moment_leaves_it_paid(ledger: Ledger) -> None:
    await ledger.ask()
    _, paid = await asyncio.gather(ledger.let_off(State.SKIPPED), ledger.pay())
    assert paid.state is State.PAID
    assert (await ledger.known()).state is State.PAID


async def test_only_who_was_asked_can_skip_and_twice_is_the_same(ledger: Ledger) -> None:
    assert await ledger.let_off(State.SKIPPED) is None
    await ledger.expected()
    assert await ledger.let_off(State.SKIPPED) is None
    await ledger.ask()
    assert await ledger.let_off(State.SKIPPED, "s1") is not None
    assert await ledger.let_off(State.SKIPPED, "s1") is not None
    assert await ledger.let_off(State.SKIPPED, "s2") is None
    assert (await ledger.pay()).state is State.PAID
    assert await ledger.let_off(State.SKIPPED, "s3") is None


@pytest.mark.parametrize("before", [None, State.EXPECTED, State.ASKED, State.SKIPPED])
async def test_a_moderator_lets_off_who_has_not_settled(ledger: Ledger, before: State | None) -> None:
    if before is not None:
        await ledger.expected()
    if before in {State.ASKED, State.SKIPPED}:
        await ledger.ask()
    if before is State.SKIPPED:
        await ledger.let_off(State.SKIPPED)
    exempt = await ledger.let_off(State.EXEMPT, "m1")
    assert exempt is not None
    assert exempt.state is State.EXEMPT
    assert await ledger.ask("e9") is None


@pytest.mark.parametrize("tender", [Tender.PICTURE, Tender.PROMISE])
async def test_a_moderator_does_not_let_off_who_paid_or_owes(ledger: Ledger, tender: Tender) -> None:
    before = await ledger.pay(tender=tender)
    assert await ledger.let_off(State.EXEMPT, "m1") is None
    assert await ledger.known() == before


async def test_the_joke_is_told_once(ledger: Ledger) -> None:
    tax = await ledger.pay()
    assert [await ledger.taxes.tease(tax.id), await ledger.taxes.tease(tax.id)] == [True, False]


async def test_a_receipt_is_found_by_its_post_in_its_club(ledger: Ledger) -> None:
    tax = await ledger.pay()
    await ledger.taxes.keep_receipt(tax.id, PostId(77))
    found = await ledger.taxes.of_receipt(CLUB, PostId(77))
    assert found is not None
    assert found.id == tax.id
    assert await ledger.taxes.of_receipt(OTHER_CLUB, PostId(77)) is None
    assert await ledger.taxes.of_receipt(CLUB, PostId(78)) is None


async def test_a_thumbnail_is_forgotten(ledger: Ledger) -> None:
    tax = await ledger.pay()
    await ledger.taxes.forget_thumbnail(tax.id)
    assert (await ledger.known()).thumbnail is None


# --------------------------------------------------------------------------------------------------------- moderators'


async def test_starting_over_makes_a_newcomer(ledger: Ledger) -> None:
    assert not await ledger.taxes.restart(CLUB, BO, None, START)
    await ledger.pay()
    assert await ledger.taxes.restart(CLUB, ANA, PLACE, hours(2))
    again = await ledger.known()
    assert (again.state, again.number, again.thumbnail, again.place) == (State.EXPECTED, None, None, PLACE)
    assert await ledger.ask("e9") is not None


async def test_the_week_counts_what_happened_since(ledger: Ledger) -> None:
    await ledger.ask("old", PersonId(30), at=-9)
    await ledger.ask("e1", PersonId(31))
    await ledger.ask("e2", PersonId(32))
    await ledger.let_off(State.SKIPPED, "s", PersonId(32))
    await ledger.pay("p1", PersonId(33))
    await ledger.pay("p2", PersonId(34), tender=Tender.PLUSH)
    await ledger.pay("p3", PersonId(35), tender=Tender.PROMISE)
    await ledger.pay("elsewhere", PersonId(36), club=OTHER_CLUB)
    assert await ledger.taxes.week(CLUB, hours(-1)) == {
        "joined": 5,
        "asked": 2,
        "skipped": 1,
        "paid": 2,
        "picture": 1,
        "plush": 1,
        "owes": 1,
        "promise": 1,
    }


# ---------------------------------------------------------------------------------------------------------- migrations


async def test_the_migrations_make_the_tables_that_the_code_declares(tables: SqlDatabase, tmp_path: Path) -> None:
    folder = Path(str(store.__file__)).parent.parent / "migrations"
    async with tables.reading() as connection:
        declared = await connection.run_sync(_columns)
    async with open_database(f"sqlite+aiosqlite:///{tmp_path}/migrated.db") as migrated:
        await migrate(migrated, [Branch("cat_tax", folder)])
        async with migrated.reading() as connection:
            assert await connection.run_sync(_columns) == declared
    assert len(declared) > 40


def _columns(connection: Connection) -> dict[str, bool]:
    """The columns as they are, and whether each may be empty."""
    return {
        f"{table}.{column['name']}": column["nullable"]
        for table in METADATA.tables
        for column in inspect(connection).get_columns(table)
    }
