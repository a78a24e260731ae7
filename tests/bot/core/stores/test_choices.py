"""What many persons chose of languages, read at once, is what each of them by themselves is known by."""

from bot.core.choices import Choice, choices_of
from bot.core.identity import ASKED_AT_ONCE
from bot.domain.author import Account
from bot.domain.locales import Locale
from bot.domain.refs import PersonId, Platform, UserRef
from tests.bot.core.stores.conftest import Stores


async def test_many_are_known_as_each_is_alone(stores: Stores) -> None:
    hints = (None, "es", "zh-TW", None, "en")
    people: list[PersonId] = []
    for number, hint in enumerate(hints):
        account = Account(UserRef(Platform("one"), str(number)), "Mia", language=hint)
        people.append((await stores.identity.person_of(account)).id)
    for person in people[2:4]:
        await stores.identity.choose_locale(person, Locale.SPANISH)
    await stores.clock.move(1)
    newest = Account(UserRef(Platform("other"), "1"), "Mia", language="zh-CN")
    await stores.identity.person_of(newest)
    assert await stores.identity.finish_link(newest.ref, await stores.identity.start_link(people[1])) is not None

    found = await choices_of(stores.database, people)

    alone = [await stores.identity.file(person) for person in people]
    assert [found[one.id] for one in alone] == [Choice(one.locale, one.hint) for one in alone]
    assert (found[people[1]].hint, found[people[2]]) == ("zh-CN", Choice(Locale.SPANISH, "zh-TW"))


async def test_who_is_unknown_chose_nothing_and_many_are_few_questions(stores: Stores) -> None:
    people = [PersonId(1_000 + number) for number in range(ASKED_AT_ONCE + 1)]
    before = stores.database.opened
    assert set((await choices_of(stores.database, people)).values()) == {Choice()}
    assert stores.database.opened == before + 1
