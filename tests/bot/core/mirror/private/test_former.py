"""What was said between private chats can be asked for, with how it read before, for as long as words are kept."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.api.mirror import Manner, Uttered
from bot.core.mirror.desk import MirrorDesk
from bot.core.mirror.tables import FORMER, LINE
from bot.domain.languages import Language
from tests.bot.core.mirror.private.spied import Spied, Spies, dawn, line, line_desk, met, person, told
from tests.bot.core.mirror.repeater import context
from tests.kit.stage import PRIVATE, expect
from tests.kit.stages.pairs import Pair
from tests.kit.translator import SpokenTranslator


async def _lately(pair: Pair, knot: str = "bo") -> list[Uttered]:
    return list(await line_desk(pair.whole).lately(knot, dawn(pair)))


async def test_it_is_known_how_a_line_read_before_it_was_changed(pair: Pair, spies: Spies) -> None:
    said = await spies.ana.says("meet me at five", chat=PRIVATE)
    await expect(pair.right, spies.bo).sees("at five")
    await pair.settled()
    for hour in ("six", "seven"):
        await spies.ana.edits(said, f"meet me at {hour}")
        await expect(pair.right, spies.bo).sees(f"at {hour}")
        await pair.settled()
    await spies.bo.says("I shall be there", chat=PRIVATE)
    await expect(pair.left, spies.ana).sees("I shall be there")
    await pair.settled()
    first, second = await _lately(pair)
    assert first.text.plain == "meet me at seven"
    assert [one.text.plain for one in first.former] == ["meet me at five", "meet me at six"]
    assert [one.at for one in first.former] == sorted(one.at for one in first.former)
    assert (first.deleted, first.person) == (False, await person(pair.left, spies.ana))
    assert (second.text.plain, second.former) == ("I shall be there", ())
    assert await line_desk(pair.whole).uttered(first.line) == first
    assert await _lately(pair, "kit") == []


async def test_what_was_deleted_is_known_with_its_translations(
    pair: Pair, spies: Spies, translator: SpokenTranslator
) -> None:
    translator.service = replace(translator.service, public=False)
    spanish = Manner(languages=(Language.SPANISH,), private=True, keeps_former=True)
    await line((pair.left, spies.ana), (pair.right, spies.bo), knot="bo", there=spanish)
    said = await spies.ana.says("Good morning", chat=PRIVATE)
    await expect(pair.right, spies.bo).sees("Buenos días")
    await spies.ana.edits(said, "See you tomorrow")
    await expect(pair.right, spies.bo).sees("Hasta mañana")
    await pair.settled()
    await spies.ana.deletes(said)
    await expect(pair.right, spies.bo).no_longer_sees("Hasta mañana")
    (uttered,) = await _lately(pair)
    assert uttered.deleted
    assert uttered.text.plain == "See you tomorrow"
    assert [one.text.plain for one in uttered.translations] == ["Hasta mañana"]
    (former,) = uttered.former
    assert former.text.plain == "Good morning"
    assert [one.text.plain for one in former.translations] == ["Buenos días"]
    assert all(ask.private for ask in translator.asked)


async def test_it_survives_a_restart_and_goes_after_a_week(pair: Pair, spies: Spies) -> None:
    said = await spies.ana.says("I never said that", chat=PRIVATE)
    await expect(pair.right, spies.bo).sees("never said")
    await pair.settled()
    await spies.ana.edits(said, "I said nothing")
    await expect(pair.right, spies.bo).sees("said nothing")
    await pair.settled()
    await pair.restarts()
    await pair.settled()
    (uttered,) = await _lately(pair)
    await pair.whole.clock.move(timedelta(days=6))
    await pair.whole.app.services.mirror.clean()
    assert await _lately(pair) == [uttered]
    await pair.whole.clock.move(timedelta(days=2))
    await pair.whole.app.services.mirror.clean()
    assert await _lately(pair) == []
    assert await line_desk(pair.whole).uttered(uttered.line) is None
    assert await _kept_words(pair) == 0, "only who answered what is known now"


async def test_without_the_manner_only_what_stands_is_known(pair: Pair, spies: Spies) -> None:
    plain = Manner(private=True)
    await line((pair.left, spies.ana), (pair.right, spies.bo), knot="bo", there=plain, back=plain)
    said = await spies.ana.says("at five", chat=PRIVATE)
    await expect(pair.right, spies.bo).sees("at five")
    await pair.settled()
    await spies.ana.edits(said, "at six")
    await expect(pair.right, spies.bo).sees("at six")
    await pair.settled()
    (uttered,) = await _lately(pair)
    assert (uttered.text.plain, uttered.former) == ("at six", ())
    await spies.ana.deletes(said)
    await expect(pair.right, spies.bo).no_longer_sees("at six")
    assert await _lately(pair) == []


async def test_it_is_the_cogs_own_affair(pair: Pair, spies: Spies) -> None:
    await spies.ana.says("between us", chat=PRIVATE)
    await expect(pair.right, spies.bo).sees("between us")
    await pair.settled()
    (uttered,) = await _lately(pair)
    other = MirrorDesk(pair.whole.app.services.mirror, "repeater")
    assert await other.uttered(uttered.line) is None
    assert await other.lately("bo", dawn(pair)) == []
    assert await other.held("bo") == []


# ------------------------------------------------------------------------------------------------------- ends and wants


async def test_a_line_that_is_closed_carries_nothing_and_leaves_known_what_was_said(
    pair: Pair, spies: Spies, spied: Spied
) -> None:
    said = await spies.ana.says("you are a dog", chat=PRIVATE)
    copy = await expect(pair.right, spies.bo).sees("you are a dog")
    await pair.settled()
    desk = line_desk(pair.whole)
    assert await desk.close("bo") == 2
    assert await desk.close("bo") == 0
    assert await desk.routes(knot="bo") == []
    await spies.ana.edits(said, "you are a cat")
    await spies.bo.says("how dare you", to=copy, chat=PRIVATE)
    await pair.settled()
    assert told(spies.bo, "a dog")
    assert not told(spies.bo, "you are a cat")
    assert not told(spies.ana, "how dare")
    (uttered,) = await _lately(pair)
    assert uttered.text.plain == "you are a dog"
    await pair.restarts()
    await pair.settled()
    spied.picked = "kit"
    assert await _lately(pair) == [uttered]
    assert await line_desk(pair.whole).routes(knot="bo") == []
    await spies.ana.deletes(said)
    await expect(pair.right, spies.bo).no_longer_sees("a dog")
    await pair.whole.clock.move(timedelta(days=8))
    await pair.whole.app.services.mirror.clean()
    assert await line_desk(pair.whole).untie("bo") == 0, "it ended by itself"
    assert await _lately(pair) == []


async def test_a_closed_line_is_opened_by_tying_it_again(pair: Pair, spies: Spies) -> None:
    await line_desk(pair.whole).close("bo")
    await line((pair.left, spies.ana), (pair.right, spies.bo), knot="bo")
    await spies.ana.says("here I am again", chat=PRIVATE)
    await expect(pair.right, spies.bo).sees("here I am again")


@pytest.mark.parametrize("unties", [False, True])
async def test_who_is_forgotten_takes_their_words_along(
    pair: Pair, spies: Spies, spied: Spied, *, unties: bool
) -> None:
    spied.unties = ["bo", "kit"] if unties else []
    ana = await person(pair.left, spies.ana)
    spied.names[ana] = "Agent Whiskers"
    said = await spies.ana.says("my secret", chat=PRIVATE)
    await expect(pair.right, spies.bo).sees("my secret")
    await pair.settled()
    await spies.ana.edits(said, "my other secret")
    await expect(pair.right, spies.bo).sees("my other secret")
    spied.held = True
    await spies.ana.says("my third secret", chat=PRIVATE)
    await pair.settled()
    desk = line_desk(pair.whole)
    exported = json.dumps((await context(pair.whole).records.export(ana))["repeated"])
    assert all(f"my {which}secret" in exported for which in ("", "other ", "third "))
    await context(pair.whole).records.forget(ana)
    await expect(pair.right, spies.bo).no_longer_sees("secret")
    assert await _lately(pair) == []
    assert await desk.held("bo") == []
    assert await _kept_words(pair) == 0


async def test_who_is_forgotten_is_taken_away_also_while_the_chat_is_busy(
    pair: Pair, spies: Spies, spied: Spied, translator: SpokenTranslator
) -> None:
    translator.service = replace(translator.service, public=False)
    dee = await met(pair, await pair.left.member("Dee"))
    spanish = Manner(languages=(Language.SPANISH,), private=True)
    await line((pair.left, dee), (pair.right, spies.bo), knot="dee", there=spanish)
    await spies.ana.says("my secret", chat=PRIVATE)
    await expect(pair.right, spies.bo).sees("my secret")
    await pair.settled()
    spied.picked = "dee"
    translator.hold()
    await dee.says("Good morning", chat=PRIVATE)
    await translator.begun()
    await context(pair.whole).records.forget(await person(pair.left, spies.ana))
    translator.release()
    await expect(pair.right, spies.bo).sees("Buenos días")
    await expect(pair.right, spies.bo).no_longer_sees("my secret")


async def test_a_line_speaks_another_language_once_it_is_tied_so(
    pair: Pair, spies: Spies, translator: SpokenTranslator
) -> None:
    translator.service = replace(translator.service, public=False)
    said = await spies.ana.says("Good morning", chat=PRIVATE)
    await expect(pair.right, spies.bo).sees("Good morning")
    await pair.settled()
    for language, words in ((Language.SPANISH, "Hasta mañana"), (Language.SIMPLIFIED_CHINESE, "明天见")):
        manner = Manner(languages=(language,), private=True, keeps_former=True)
        await line((pair.left, spies.ana), (pair.right, spies.bo), knot="bo", there=manner)
        await spies.ana.says("See you tomorrow", chat=PRIVATE)
        await expect(pair.right, spies.bo).sees(words)
    await spies.ana.edits(said, "Thank you")
    await expect(pair.right, spies.bo).sees("谢谢")
    assert len(await line_desk(pair.whole).routes(knot="bo")) == 2


async def _kept_words(pair: Pair) -> int:
    """How many wordings of lines the database holds."""
    async with pair.whole.app.services.db.reading() as connection:
        lines = await connection.scalar(select(func.count()).select_from(LINE).where(LINE.c.said.is_not(None)))
        former = await connection.scalar(select(func.count()).select_from(FORMER))
    return (lines or 0) + (former or 0)
