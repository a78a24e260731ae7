"""The cat tax's rows, on both databases: what two do at once, what is done twice, and whose it is."""

import asyncio
from collections.abc import AsyncGenerator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import inspect, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.attachments import Attachment, MediaKind
from bot.domain.locales import Locale
from bot.domain.refs import CommunityId, PersonId, PlaceId, Platform, PostId
from bot.storage.engine import SqlDatabase, open_database
from bot.storage.migrations import Branch, migrate
from cogs.cat_tax import store
from cogs.cat_tax.rules.introductions import HEARD_FOR
from cogs.cat_tax.rules.standing import State, Tender
from cogs.cat_tax.store import METADATA, TAX, Tax, Taxes
from tests.kit.clock import START

CLUB, OTHER_CLUB = CommunityId(7), CommunityId(8)
ANA, BO = PersonId(1), PersonId(2)
PLACE = PlaceId(3)
CAT = Attachment(Platform("fake"), "photo-1", "miau.png", "image/png", 2_000, MediaKind.PICTURE)
LATER = START + timedelta(hours=1)


@pytest.fixture
async def taxes(database: SqlDatabase) -> AsyncGenerator[Taxes]:
    async with database.writing() as connection:
        await connection.run_sync(METADATA.create_all)
    yield Taxes(database)
    async with database.writing() as connection:
        await connection.run_sync(METADATA.drop_all)


async def ask(taxes: Taxes, cause: str = "e1", person: PersonId = ANA, club: CommunityId = CLUB) -> Tax | None:
    return await taxes.ask(
        club, person, place=PLACE, introduction=PostId(5), locale=Locale.SPANISH, cause=cause, at=START
    )


async def pay(
    taxes: Taxes,
    cause: str = "p1",
    person: PersonId = ANA,
    *,
    tender: Tender = Tender.PICTURE,
    club: CommunityId = CLUB,
    picture: Attachment | None = CAT,
    hours: int = 1,
) -> Tax:
    at = START + timedelta(hours=hours)
    return await taxes.settle(club, person, tender, place=PLACE, picture=picture, cause=cause, at=at)


async def test_who_is_asked_is_asked_once_and_the_same_event_finds_itself(taxes: Taxes) -> None:
    first = await ask(taxes, "e1")
    assert first is not None
    assert (first.state, first.introduction, first.locale, first.posts) == (State.ASKED, 5, Locale.SPANISH, ())
    assert await ask(taxes, "e2") is None
    again = await ask(taxes, "e1")
    assert again is not None
    assert again.id == first.id
    assert await ask(taxes, "e3", club=OTHER_CLUB) is not None


async def test_of_two_events_at_once_one_asks(taxes: Taxes) -> None:
    asked = await asyncio.gather(*(ask(taxes, f"e{number}") for number in range(6)))
    assert sum(tax is not None for tax in asked) == 1


async def test_who_is_expected_can_be_asked_and_who_paid_is_not_expected(taxes: Taxes) -> None:
    await taxes.expect(CLUB, ANA, PLACE, START)
    expected = await taxes.of(CLUB, ANA)
    assert expected is not None
    assert expected.state is State.EXPECTED
    assert await ask(taxes) is not None
    await pay(taxes, person=BO)
    await taxes.expect(CLUB, BO, PLACE, START)
    paid = await taxes.of(CLUB, BO)
    assert paid is not None
    assert paid.state is State.PAID


async def test_who_never_said_a_word_is_no_longer_expected(taxes: Taxes) -> None:
    await taxes.expect(CLUB, ANA, PLACE, START)
    await taxes.expect(CLUB, BO, PLACE, START + HEARD_FOR + timedelta(seconds=1))
    assert await taxes.of(CLUB, ANA) is None
    assert await taxes.of(CLUB, BO) is not None


async def test_the_first_payment_counts_and_is_found_again_by_its_event(taxes: Taxes) -> None:
    await ask(taxes)
    first = await pay(taxes, "p1")
    assert (first.state, first.settled_by, first.picture, first.shown) == (State.PAID, "p1", CAT, False)
    assert first.settled == LATER
    assert (await pay(taxes, "p2", hours=2)).settled_by == "p1"
    assert (await pay(taxes, "p1")).settled_by == "p1"


async def test_of_two_pictures_at_once_one_pays(taxes: Taxes) -> None:
    results = await asyncio.gather(*(pay(taxes, f"p{number}") for number in range(6)))
    assert len({tax.settled_by for tax in results}) == 1
    assert len({tax.id for tax in results}) == 1


async def test_a_promise_can_be_kept_later_but_not_made_again(taxes: Taxes) -> None:
    promised = await pay(taxes, "p1", tender=Tender.PROMISE, picture=None)
    assert promised.state is State.OWES
    assert (await pay(taxes, "p2", tender=Tender.PROMISE, picture=None)).settled_by == "p1"
    kept = await pay(taxes, "p3")
    assert (kept.state, kept.settled_by, kept.tender) == (State.PAID, "p3", Tender.PICTURE)


async def test_skipping_and_paying_at_the_same_moment_leaves_it_paid(taxes: Taxes) -> None:
    await ask(taxes)
    _, paid = await asyncio.gather(taxes.skip(CLUB, ANA, "s1", LATER), pay(taxes))
    assert paid.state is State.PAID
    tax = await taxes.of(CLUB, ANA)
    assert tax is not None
    assert tax.state is State.PAID


async def test_only_who_was_asked_can_skip_and_twice_is_the_same(taxes: Taxes) -> None:
    assert await taxes.skip(CLUB, ANA, "s1", LATER) is None
    await ask(taxes)
    assert await taxes.skip(CLUB, ANA, "s1", LATER) is not None
    assert await taxes.skip(CLUB, ANA, "s1", LATER) is not None
    assert await taxes.skip(CLUB, ANA, "s2", LATER) is None
    assert (await pay(taxes)).state is State.PAID
    assert await taxes.skip(CLUB, ANA, "s3", LATER) is None


async def test_the_joke_is_told_once(taxes: Taxes) -> None:
    tax = await pay(taxes)
    assert [await taxes.tease(tax.id), await taxes.tease(tax.id)] == [True, False]


async def test_posts_are_remembered_until_they_are_gone(taxes: Taxes) -> None:
    tax = await ask(taxes)
    assert tax is not None
    await taxes.keep_posts(tax.id, (PostId(11), PostId(12)))
    kept = await taxes.of(CLUB, ANA)
    assert kept is not None
    assert kept.posts == (11, 12)
    await taxes.keep_posts(tax.id, ())
    gone = await taxes.of(CLUB, ANA)
    assert gone is not None
    assert gone.posts == ()


async def test_only_the_owner_says_whether_others_may_see_a_cat(taxes: Taxes) -> None:
    tax = await pay(taxes)
    assert await taxes.share(tax.id, BO, agreed=True) is None
    kept = await taxes.of(CLUB, ANA)
    assert kept is not None
    assert not kept.shown
    for agreed in (True, False):
        shared = await taxes.share(tax.id, ANA, agreed=agreed)
        assert shared is not None
        assert (shared.shown, shared.picture) == (agreed, CAT)


async def test_of_two_payments_of_one_person_the_older_stays(taxes: Taxes) -> None:
    await pay(taxes, "ana", ANA, hours=5)
    await pay(taxes, "bo", BO, hours=2)
    await pay(taxes, "bo elsewhere", BO, club=OTHER_CLUB)
    await taxes.merge(ANA, BO)
    here, there = await taxes.of(CLUB, ANA), await taxes.of(OTHER_CLUB, ANA)
    assert here is not None
    assert here.settled_by == "bo"
    assert there is not None
    assert await taxes.of(CLUB, BO) is None
    await taxes.merge(ANA, BO)
    assert await taxes.of(CLUB, ANA) == here


@pytest.mark.parametrize("payer", [ANA, BO])
async def test_who_paid_on_either_account_has_paid(taxes: Taxes, payer: PersonId) -> None:
    await ask(taxes, "e1", BO if payer is ANA else ANA)
    await pay(taxes, "p1", payer)
    await taxes.merge(ANA, BO)
    tax = await taxes.of(CLUB, ANA)
    assert tax is not None
    assert tax.state is State.PAID


async def test_an_account_that_parts_is_not_asked_again_and_takes_no_cat_along(taxes: Taxes) -> None:
    tax = await pay(taxes)
    await taxes.share(tax.id, ANA, agreed=True)
    await taxes.part(ANA, BO, LATER)
    await taxes.part(ANA, BO, LATER)
    new = await taxes.of(CLUB, BO)
    assert new is not None
    assert (new.state, new.picture, new.shown) == (State.PAID, None, False)
    assert await ask(taxes, "e9", BO) is None
    stays = await taxes.of(CLUB, ANA)
    assert stays is not None
    assert stays.shown


async def test_a_person_takes_along_all_that_is_kept_and_is_forgotten(taxes: Taxes, database: SqlDatabase) -> None:
    await pay(taxes)
    await pay(taxes, "bo", BO)
    assert await taxes.export(ANA) == [
        {
            "state": "paid",
            "paid_with": "picture",
            "settled": LATER.isoformat(),
            "picture": "miau.png",
            "others_may_see_it": False,
        }
    ]
    await taxes.forget(ANA)
    assert await taxes.export(ANA) == []
    async with database.reading() as reading:
        assert [row.person for row in await reading.execute(select(TAX))] == [BO]


async def test_a_community_is_erased(taxes: Taxes) -> None:
    await pay(taxes)
    await pay(taxes, "elsewhere", club=OTHER_CLUB)
    await taxes.erase(CLUB)
    assert await taxes.of(CLUB, ANA) is None
    assert await taxes.of(OTHER_CLUB, ANA) is not None


async def test_the_migration_makes_the_table_that_the_code_declares(taxes: Taxes, tmp_path: Path) -> None:
    folder = Path(str(store.__file__)).parent / "migrations"
    async with taxes.db.reading() as connection:
        declared = await columns(connection)
    async with open_database(f"sqlite+aiosqlite:///{tmp_path}/migrated.db") as migrated:
        await migrate(migrated, [Branch("cat_tax", folder)])
        async with migrated.reading() as connection:
            assert await columns(connection) == declared


async def columns(connection: AsyncConnection) -> dict[str, bool]:
    """The table's columns as they are, and whether each may be empty."""
    found = await connection.run_sync(lambda sync: inspect(sync).get_columns("cat_tax"))
    return {column["name"]: column["nullable"] for column in found}
