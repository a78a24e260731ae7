"""What translating keeps, on both databases."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import MetaData

from bot.domain.languages import Language
from bot.domain.refs import CommunityId, MessageRef, PersonId, PlaceId, Platform, PostId, SpaceRef
from bot.ports.database import Database
from bot.storage.engine import SqlDatabase
from cogs.translate.rules.corrections import MOST_TERMS, Entry
from cogs.translate.rules.styles import Style
from cogs.translate.store import METADATA
from cogs.translate.store.chats import Chat, Chats
from cogs.translate.store.glossary import Consent, Glossary
from cogs.translate.store.persons import Choices, Persons
from cogs.translate.store.words import KEPT_FOR, KEPT_OF_CHAT, MOST_IN_STORM, STORM, Flagged, Kept, RecentWords

EN, ES, ZH = Language.ENGLISH, Language.SPANISH, Language.SIMPLIFIED_CHINESE
CLUB, OTHER, HERE, THERE = CommunityId(1), CommunityId(2), PlaceId(10), PlaceId(11)
ANA, BO = PersonId(5), PersonId(6)
NOW = datetime(2026, 7, 1, 12, tzinfo=UTC)
SAID = MessageRef(Platform("fake"), "club", "1")


@pytest.fixture
def declared() -> tuple[MetaData, ...]:
    """This cog's tables, as the code declares them."""
    return (METADATA,)


@pytest.fixture
def db(database: SqlDatabase) -> Database:
    """With this cog's tables."""
    return database


def kept(name: str, *, person: PersonId = ANA, place: PlaceId = HERE, asker: PersonId | None = None) -> Kept:
    """Words of somebody's."""
    return Kept(name, place, CLUB, person, f"words of {name}", asker)


async def test_a_chat_is_kept_as_it_was_settled(db: Database) -> None:
    chats = Chats(db)
    chat = Chat(HERE, CLUB, (EN, ZH), Style.COLLECTED, notices=(PostId(3),))
    await chats.put(replace(chat, style=Style.UNDER))
    await chats.put(chat)
    assert await chats.of(HERE) == chat
    assert await chats.of(THERE) is None
    assert await chats.of_community(CLUB) == [chat]
    await chats.put(replace(chat, active=False))
    assert await chats.of_community(CLUB) == []


async def test_what_a_thread_settled_for_itself_is_not_inherited_over(db: Database) -> None:
    chats = Chats(db)
    await chats.put(Chat(THERE, CLUB, (), Style.REQUEST, active=False))
    assert not await chats.begin(Chat(THERE, CLUB, (EN, ZH), Style.UNDER, root=HERE))
    found = await chats.of(THERE)
    assert found is not None
    assert not found.active
    assert await chats.begin(Chat(HERE, CLUB, (EN, ZH), Style.UNDER, root=PlaceId(9)))
    assert [one.place for one in await chats.following(PlaceId(9))] == [HERE]


async def test_words_are_kept_for_a_day_and_of_so_many_messages(db: Database) -> None:
    words = RecentWords(db)
    for number in range(KEPT_OF_CHAT + 3):
        await words.put(kept(f"m{number}"), NOW)
    await words.put(kept("elsewhere", place=THERE), NOW)
    assert [await words.of(name, NOW) is None for name in ("m2", "m3", "elsewhere")] == [True, False, False]
    assert await words.of("m3", NOW + KEPT_FOR + timedelta(seconds=1)) is None
    await words.put(kept("next day", place=THERE), NOW + timedelta(days=2))
    assert await words.of("m9", NOW) is None, "not even for who asks with an old clock"


async def test_words_follow_edits_and_go_with_their_message(db: Database) -> None:
    words = RecentWords(db)
    await words.put(kept("m1"), NOW)
    await words.changed("m1", "other words")
    found = await words.of("m1", NOW)
    assert found is not None
    assert found.words == "other words"
    await words.changed("never seen", "x")
    await words.gone("m1", "never seen")
    assert await words.of("m1", NOW) is None
    await words.put(kept("m2"), NOW)
    await words.leave(HERE)
    assert await words.of("m2", NOW) is None


async def test_two_flags_of_a_kind_are_one(db: Database) -> None:
    flagged = Flagged(db, CLUB)
    claims = await asyncio.gather(*(flagged.claim(SAID, ES, NOW) for _ in range(5)))
    assert sorted(claims) == [False] * 4 + [True]
    assert await flagged.claim(SAID, ZH, NOW)
    await flagged.release(SAID, ES)
    assert await flagged.claim(SAID, ES, NOW)


async def test_choices_are_kept_merged_and_forgotten(db: Database) -> None:
    persons, words = Persons(db), RecentWords(db)
    await persons.put(ANA, Choices(reads=ES, aids=True, accepted=frozenset({"google"})))
    await persons.learns(ANA, (EN, ES))
    await persons.learns(BO, (ES, ZH))
    await words.put(kept("m1", person=BO), NOW)
    await words.put(kept("m2", person=PersonId(7), asker=BO), NOW)
    await persons.merge(ANA, BO)
    assert await persons.of(ANA) == Choices(reads=ES, aids=True, knows=(EN, ES, ZH), accepted=frozenset({"google"}))
    assert await persons.of(BO) == Choices()
    assert await persons.export(ANA) == {
        "reads": "es",
        "writes": None,
        "reading_aids": True,
        "knows": ["en", "es", "zh-Hans"],
        "accepted_services": ["google"],
        "words_of_today": ["words of m1", "words of m2"],
    }
    await persons.forget(ANA)
    assert await persons.of(ANA) == Choices()
    assert [await words.of(name, NOW) for name in ("m1", "m2")] == [None, None]


async def test_the_glossary_is_a_communitys_own_and_has_an_end(db: Database) -> None:
    glossary, other = Glossary(db, CLUB), Glossary(db, OTHER)
    assert await glossary.add(Entry(EN, "Spy", ES, "Espía"))
    assert await glossary.add(Entry(EN, "spy", ES, "Espía Mayor")), "another meaning, not another word"
    terms = await glossary.terms((EN, ES))
    assert [(one.words, one.becomes) for one in terms] == [("spy", "Espía Mayor")]
    assert await glossary.terms((EN, ZH)) == ()
    assert await other.terms((EN, ES)) == ()
    for number in range(MOST_TERMS - 1):
        assert await glossary.add(Entry(EN, f"word {number}", ES, "palabra"))
    assert not await glossary.add(Entry(EN, "one too many", ES, "x"))
    assert await glossary.add(Entry(EN, "word 7", ES, "otra")), "what is there can still be changed"
    shown, count = await glossary.page(0, 8)
    assert (len(shown), count) == (8, MOST_TERMS)
    assert await other.remove(shown[0].number) is None
    assert await glossary.remove(shown[0].number) == shown[0].entry
    assert await glossary.remove(shown[0].number) is None


async def test_consent_is_given_once_and_taken_back_and_erased(db: Database) -> None:
    consent = Consent(db, CLUB)
    assert list(await consent.accept(("google", "mymemory"))) == ["google", "mymemory"]
    assert list(await consent.accept(("google",))) == []
    assert await consent.withdraw("google")
    assert not await consent.withdraw("google")
    await Consent(db, OTHER).accept(("google",))
    await Chats(db).put(Chat(HERE, CLUB, (EN, ZH), Style.UNDER))
    await consent.erase()
    assert await consent.given() == frozenset()
    assert await Chats(db).of(HERE) is None
    assert await Consent(db, OTHER).given() == frozenset({"google"})


async def test_a_storm_of_flags_is_not_followed(db: Database) -> None:
    flagged, calm = Flagged(db, CLUB), Flagged(db, OTHER)
    said = [MessageRef(Platform("fake"), "club", str(number)) for number in range(MOST_IN_STORM + 2)]
    claimed = [await flagged.claim(one, ES, NOW) for one in said]
    assert claimed == [True] * MOST_IN_STORM + [False] * 2
    assert await calm.claim(MessageRef(Platform("fake"), "other", "1"), ES, NOW)
    assert await flagged.claim(said[-1], ES, NOW + STORM + timedelta(seconds=1))


async def test_the_words_of_a_club_are_swept_when_they_are_a_day_old(db: Database) -> None:
    words, later = RecentWords(db), NOW + timedelta(hours=3)
    assert await words.put(kept("m1"), NOW)
    assert not await words.put(kept("m2"), later)
    assert not await words.put(kept("m1"), later)
    assert await words.put(replace(kept("private"), community=None), NOW)
    assert await words.sweep(CLUB, NOW + KEPT_FOR) == later + KEPT_FOR
    assert await words.of("m1", NOW) is None
    assert await words.of("private", NOW) is not None
    assert await words.sweep(CLUB, later + KEPT_FOR) is None
    assert await words.sweep(None, NOW + KEPT_FOR) is None
    assert await words.of("private", NOW) is None
    assert await words.put(kept("m3"), later)


async def test_choices_of_the_same_moment_do_not_undo_each_other(db: Database) -> None:
    persons = Persons(db)
    await persons.put(ANA, Choices(accepted=frozenset({"google"})))
    await asyncio.gather(
        persons.put(ANA, Choices(writes=ES), only=("writes",)),
        persons.put(ANA, Choices(reads=ZH), only=("reads",)),
        persons.learns(ANA, (EN, ES)),
    )
    assert await persons.of(ANA) == Choices(reads=ZH, writes=ES, knows=(EN, ES), accepted=frozenset({"google"}))


async def test_the_chats_of_a_space_are_found_also_when_it_goes_on_under_another_ref(db: Database) -> None:
    chats, old, new = Chats(db), SpaceRef(Platform("fake"), "club"), SpaceRef(Platform("fake"), "upgraded")
    here = Chat(HERE, CLUB, (EN, ZH), Style.UNDER, space=old)
    there = Chat(THERE, CLUB, (), Style.REQUEST, active=False, root=HERE, space=old)
    await chats.put(here)
    assert await chats.begin(there)
    assert await chats.in_space(old) == [here, there]
    await chats.moved(old, new)
    assert await chats.in_space(old) == []
    assert await chats.in_space(new) == [replace(here, space=new), replace(there, space=new)]


async def test_a_word_is_known_by_what_it_becomes(db: Database) -> None:
    glossary, entry = Glossary(db, CLUB), Entry(EN, "Spy", ES, "espía")
    assert not await glossary.has(entry)
    await glossary.add(entry)
    assert await glossary.has(replace(entry, words="SPY"))
    for other in (replace(entry, becomes="agente"), replace(entry, target=ZH), replace(entry, words="spies")):
        assert not await glossary.has(other)
    assert not await Glossary(db, OTHER).has(entry)
