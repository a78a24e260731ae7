"""Persons, accounts and one-time codes, as other parts of the core see them."""

import asyncio

import pytest
from sqlalchemy import select

from bot.api.house import CodeFailure
from bot.core.identity import Linked, Parted, Person
from bot.core.tables import METADATA
from bot.domain.author import Account
from bot.domain.locales import Locale
from bot.domain.refs import PersonId, Platform, UserRef
from bot.ports.bus import News, Topic
from tests.bot.core.stores.conftest import Stores
from tests.kit.bus import LocalBus

ONE = Platform("one")
OTHER = Platform("other")


def account(platform: Platform = ONE, number: int = 1, language: str | None = None) -> Account:
    return Account(UserRef(platform, str(number)), "Mia", language=language)


async def linked(stores: Stores, first: Account, second: Account) -> Linked:
    code = await stores.identity.start_link((await stores.identity.person_of(first)).id)
    await stores.identity.person_of(second)
    result = await stores.identity.finish_link(second.ref, code)
    assert isinstance(result, Linked)
    return result


async def test_a_person_is_made_at_first_sight_and_stays_the_same(stores: Stores, others: Stores) -> None:
    made = await stores.identity.person_of(account(language="zh-TW"))
    assert made == Person(made.id, None, None, "zh-TW")
    assert await stores.identity.person_of(account()) == made
    assert await others.identity.person_of(account()) == made


async def test_the_same_number_on_another_platform_is_somebody_else(stores: Stores) -> None:
    here = await stores.identity.person_of(account(ONE, 7))
    there = await stores.identity.person_of(account(OTHER, 7))
    assert here.id != there.id


async def test_first_sight_many_times_at_once_makes_one_person(stores: Stores, others: Stores) -> None:
    seen = await asyncio.gather(
        *(process.identity.person_of(account()) for process in (stores, others) for _ in range(5))
    )
    assert len({person.id for person in seen}) == 1


async def test_finding_makes_nobody(stores: Stores) -> None:
    assert await stores.identity.find(account().ref) is None
    assert await stores.identity.find(account().ref) is None


async def test_who_was_seen_lately_costs_no_query(stores: Stores) -> None:
    known = await stores.identity.person_of(account(language="es"))
    before = stores.database.opened
    assert await stores.identity.person_of(account(language="es")) == known
    assert await stores.identity.find(account().ref) == known
    assert stores.database.opened == before


async def test_the_platforms_newest_hint_is_kept_and_silence_does_not_erase_it(stores: Stores, others: Stores) -> None:
    await stores.identity.person_of(account(language="es"))
    assert (await stores.identity.person_of(account(language="zh-CN"))).hint == "zh-CN"
    assert (await stores.identity.person_of(account(language=None))).hint == "zh-CN"
    assert (await others.identity.person_of(account())).hint == "zh-CN"


async def test_choices_hold_at_once_and_can_be_taken_back(stores: Stores) -> None:
    person = (await stores.identity.person_of(account())).id
    await stores.identity.choose_locale(person, Locale.TRADITIONAL_CHINESE)
    await stores.identity.choose_zone(person, "Asia/Taipei")
    kept = await stores.identity.person_of(account())
    assert (kept.locale, kept.zone) == (Locale.TRADITIONAL_CHINESE, "Asia/Taipei")
    assert await stores.identity.file(person) == kept
    await stores.identity.choose_locale(person, None)
    assert (await stores.identity.person_of(account())).locale is None


async def test_another_process_sees_a_choice_when_news_comes_or_after_a_while(stores: Stores, others: Stores) -> None:
    person = (await stores.identity.person_of(account())).id
    await others.identity.person_of(account())
    await stores.identity.choose_locale(person, Locale.SPANISH)
    assert (await others.identity.person_of(account())).locale is None
    others.identity.heard(News(Topic.IDENTITY, str(person)))
    assert (await others.identity.person_of(account())).locale is Locale.SPANISH
    await stores.identity.choose_locale(person, Locale.ENGLISH)
    await stores.clock.move(3600)
    assert (await others.identity.person_of(account())).locale is Locale.ENGLISH


async def test_choices_are_told_to_all_processes(stores: Stores, bus: LocalBus) -> None:
    person = (await stores.identity.person_of(account())).id
    await stores.identity.choose_zone(person, "Europe/Paris")
    assert bus.told == [News(Topic.IDENTITY, str(person))]


async def test_linking_makes_two_persons_the_older_one(stores: Stores) -> None:
    older = await stores.identity.person_of(account(ONE))
    younger = await stores.identity.person_of(account(OTHER, language="es"))
    await stores.identity.choose_zone(younger.id, "America/Lima")
    await stores.identity.choose_locale(older.id, Locale.ENGLISH)
    await stores.identity.choose_locale(younger.id, Locale.SPANISH)
    code = await stores.identity.start_link(younger.id)
    result = await stores.identity.finish_link(account(ONE).ref, code)
    assert isinstance(result, Linked)
    assert (result.kept, result.gone) == (older.id, younger.id)
    both = [await stores.identity.person_of(account(platform)) for platform in (ONE, OTHER)]
    assert [(person.id, person.locale, person.zone) for person in both] == [
        (older.id, Locale.ENGLISH, "America/Lima")
    ] * 2
    assert both[1].hint == "es"
    assert await stores.identity.accounts_of(older.id) == (account(ONE).ref, account(OTHER).ref)
    assert await stores.identity.accounts_of(younger.id) == ()
    assert await stores.identity.file(younger.id) == Person(younger.id, None, None, None)


@pytest.mark.parametrize("typed", ["{}", " {} ", "{}\n", "wide"])
async def test_a_code_is_understood_however_it_is_typed(stores: Stores, typed: str) -> None:
    first, second = account(ONE), account(OTHER)
    code = await stores.identity.start_link((await stores.identity.person_of(first)).id)
    await stores.identity.person_of(second)
    wide = "".join(chr(ord(character) + 0xFEE0) for character in code)
    text = wide if typed == "wide" else typed.format(f"{code[:4]}-{code[4:]}".lower())
    assert isinstance(await stores.identity.finish_link(second.ref, text), Linked)


async def test_a_code_works_once(stores: Stores) -> None:
    first, second, third = account(ONE, 1), account(OTHER, 2), account(OTHER, 3)
    code = await stores.identity.start_link((await stores.identity.person_of(first)).id)
    for late in (second, third):
        await stores.identity.person_of(late)
    assert isinstance(await stores.identity.finish_link(second.ref, code), Linked)
    assert await stores.identity.finish_link(third.ref, code) is CodeFailure.WRONG


async def test_a_code_used_twice_at_the_same_moment_works_once(stores: Stores, others: Stores) -> None:
    first, second, third = account(ONE, 1), account(OTHER, 2), account(OTHER, 3)
    code = await stores.identity.start_link((await stores.identity.person_of(first)).id)
    for late in (second, third):
        await stores.identity.person_of(late)
    results = await asyncio.gather(
        stores.identity.finish_link(second.ref, code), others.identity.finish_link(third.ref, code)
    )
    assert sorted(type(result).__name__ for result in results) == ["CodeFailure", "Linked"]


async def test_two_who_link_with_each_other_at_the_same_moment_become_one(stores: Stores, others: Stores) -> None:
    first, second = account(ONE), account(OTHER)
    persons = [(await stores.identity.person_of(each)).id for each in (first, second)]
    codes = [await stores.identity.start_link(person) for person in persons]
    results = await asyncio.gather(
        stores.identity.finish_link(first.ref, codes[1]), others.identity.finish_link(second.ref, codes[0])
    )
    assert sum(isinstance(result, Linked) for result in results) == 1
    stores.identity.forget_all_remembered()
    others.identity.forget_all_remembered()
    found = [await process.identity.find(each.ref) for process in (stores, others) for each in (first, second)]
    assert {person.id for person in found if person is not None} == {min(persons)}


async def test_a_late_code_is_expired_and_ones_own_is_the_same(stores: Stores) -> None:
    person = (await stores.identity.person_of(account())).id
    await stores.identity.person_of(account(OTHER))
    code = await stores.identity.start_link(person)
    assert await stores.identity.finish_link(account().ref, code) is CodeFailure.SAME
    await stores.clock.move(599)
    assert await stores.identity.finish_link(account().ref, code) is CodeFailure.SAME
    await stores.clock.move(1)
    assert await stores.identity.finish_link(account(OTHER).ref, code) is CodeFailure.EXPIRED


async def test_a_new_code_replaces_the_one_before(stores: Stores) -> None:
    person = (await stores.identity.person_of(account())).id
    await stores.identity.person_of(account(OTHER))
    old, new = [await stores.identity.start_link(person) for _ in range(2)]
    assert await stores.identity.finish_link(account(OTHER).ref, old) is CodeFailure.WRONG
    assert isinstance(await stores.identity.finish_link(account(OTHER).ref, new), Linked)


async def test_guessing_is_limited_to_five_an_hour_for_each_person(stores: Stores) -> None:
    guesser, owner, honest = account(ONE, 1), account(ONE, 2), account(ONE, 3)
    for each in (guesser, honest):
        await stores.identity.person_of(each)
    code = await stores.identity.start_link((await stores.identity.person_of(owner)).id)
    for _ in range(5):
        assert await stores.identity.finish_link(guesser.ref, "AAAAAAAA") is CodeFailure.WRONG
    assert await stores.identity.finish_link(guesser.ref, code) is CodeFailure.TOO_MANY
    assert isinstance(await stores.identity.finish_link(honest.ref, code), Linked)
    await stores.clock.move(3600)
    assert await stores.identity.finish_link(guesser.ref, "AAAAAAAA") is CodeFailure.WRONG


async def test_guessing_many_times_at_once_is_limited_too(stores: Stores, others: Stores) -> None:
    await stores.identity.person_of(account())
    results = await asyncio.gather(
        *(process.identity.finish_link(account().ref, "AAAAAAAA") for process in (stores, others) for _ in range(6))
    )
    assert results.count(CodeFailure.WRONG) == 5
    assert results.count(CodeFailure.TOO_MANY) == 7


@pytest.mark.parametrize("typed", ["", "   ", "猫猫猫猫猫猫猫猫", "\x00", "A" * 10_000, "'; DROP TABLE code; --"])
async def test_nonsense_is_a_wrong_code(stores: Stores, typed: str) -> None:
    await stores.identity.person_of(account())
    assert await stores.identity.finish_link(account().ref, typed) is CodeFailure.WRONG


async def test_who_was_never_seen_cannot_finish_a_link(stores: Stores) -> None:
    code = await stores.identity.start_link((await stores.identity.person_of(account())).id)
    assert await stores.identity.finish_link(account(OTHER).ref, code) is CodeFailure.WRONG


async def test_an_account_can_part_again_with_the_same_choices(stores: Stores) -> None:
    link = await linked(stores, account(ONE), account(OTHER))
    await stores.identity.choose_locale(link.kept, Locale.SPANISH)
    new = await stores.identity.unlink(account(OTHER).ref)
    assert new not in {None, link.kept, link.gone}
    assert (await stores.identity.person_of(account(OTHER))) == Person(PersonId(new or 0), Locale.SPANISH, None, None)
    assert (await stores.identity.person_of(account(ONE))).id == link.kept


async def test_the_last_account_cannot_part(stores: Stores) -> None:
    await stores.identity.person_of(account())
    assert await stores.identity.unlink(account().ref) is None
    assert await stores.identity.unlink(account(OTHER).ref) is None


async def test_both_accounts_parting_at_once_leave_nobody_without_a_person(stores: Stores, others: Stores) -> None:
    await linked(stores, account(ONE), account(OTHER))
    results = await asyncio.gather(stores.identity.unlink(account(ONE).ref), others.identity.unlink(account(OTHER).ref))
    assert sum(result is not None for result in results) == 1


async def test_changes_wait_until_every_cog_was_told(stores: Stores, others: Stores) -> None:
    link = await linked(stores, account(ONE), account(OTHER))
    new = await stores.identity.unlink(account(OTHER).ref)
    first, second = await others.identity.untold()
    assert first == link
    assert isinstance(second, Parted)
    assert (second.ref, second.person, second.new) == (account(OTHER).ref, link.kept, new)
    await others.identity.told(first.change)
    assert await stores.identity.untold() == (second,)


async def test_an_export_says_all_that_is_kept(stores: Stores) -> None:
    link = await linked(stores, account(ONE, language="en-US"), account(OTHER, language="es"))
    await stores.identity.choose_zone(link.kept, "America/Lima")
    export = await stores.identity.export(link.kept)
    assert export["zone"] == "America/Lima"
    assert "one:1" in str(export["accounts"])
    assert "en-US" in str(export["accounts"])
    assert await stores.identity.export(link.gone) == {}


async def test_who_is_forgotten_leaves_no_trace_in_any_table(stores: Stores) -> None:
    link = await linked(stores, account(ONE, 31337), account(OTHER, 31338))
    await stores.identity.start_link(link.kept)
    await stores.identity.finish_link(account(ONE, 31337).ref, "AAAAAAAA")
    await stores.identity.forget(link.kept)
    assert await stores.identity.find(account(ONE, 31337).ref) is None
    async with stores.database.reading() as connection:
        for table in METADATA.sorted_tables:
            if table.name != "secret":
                assert (await connection.execute(select(table))).all() == []
    again = await stores.identity.person_of(account(ONE, 31337))
    assert again.id not in {link.kept, link.gone}


async def test_the_accounts_of_many_are_read_at_once(stores: Stores) -> None:
    mia, leo = account(), account(OTHER, 2)
    both = await linked(stores, mia, account(OTHER))
    third = await stores.identity.person_of(leo)
    found = await stores.identity.accounts_of_all([both.kept, third.id, PersonId(99)])
    assert found == {both.kept: [mia.ref, account(OTHER).ref], third.id: [leo.ref]}
    assert await stores.identity.accounts_of_all([]) == {}
    everybody = await stores.identity.accounts_of_all([PersonId(number) for number in range(1, 2_000)])
    assert everybody == found
