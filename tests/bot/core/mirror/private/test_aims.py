"""Lines between private chats: a cog says which of them a message takes, under what name, and what is held."""

import pytest

from bot.api.house import SettingEntry
from bot.api.mirror import Aim, CopyKind, Manner, Reacting, RouteId
from bot.core.settings_book import ENABLED
from bot.domain.errors import Told
from bot.domain.languages import Language
from bot.ports.database import StorageUnavailable
from tests.bot.core.mirror.private.spied import Spied, Spies, bots, dawn, line, line_desk, person, private_place, told
from tests.bot.core.mirror.repeater import community
from tests.kit.pictures import CAT
from tests.kit.stage import PRIVATE, expect
from tests.kit.stages.pairs import Pair
from tests.kit.translator import SpokenTranslator

# -------------------------------------------------------------------------------------------------------------- picking


async def test_a_message_takes_the_line_that_is_picked(pair: Pair, spies: Spies, spied: Spied) -> None:
    await spies.ana.says("for Bo alone", chat=PRIVATE)
    await expect(pair.right, spies.bo).sees("for Bo alone")
    spied.picked = "kit"
    await spies.ana.says("for Kit alone", chat=PRIVATE)
    await expect(pair.right, spies.kit).sees("for Kit alone")
    await pair.settled()
    assert not told(spies.kit, "for Bo")
    assert not told(spies.bo, "for Kit")
    assert spied.offered == [{"bo", "kit"}] * 2


async def test_an_answer_to_a_copy_goes_back_along_its_line(pair: Pair, spies: Spies, spied: Spied) -> None:
    await spies.kit.says("psst, it is Kit", chat=PRIVATE)  # who has one line only
    spied.picked = "kit"
    await spies.kit.says("do you hear me", chat=PRIVATE)
    copy = await expect(pair.left, spies.ana).sees("do you hear me")
    spied.picked = "bo"
    await spies.ana.says("loud and clear", to=copy, chat=PRIVATE)
    there = await expect(pair.right, spies.kit).sees("loud and clear")
    await pair.settled()
    assert not told(spies.bo, "loud and clear")
    assert there.answers or "do you hear me" in there.text
    own = await spies.ana.says("and one more for you", to=copy, chat=PRIVATE)
    await spies.ana.says("no, two", to=own, chat=PRIVATE)
    await expect(pair.right, spies.kit).sees("no, two")
    await pair.settled()
    assert not told(spies.bo, "no, two")
    await line_desk(pair.whole).close("kit")
    await spies.ana.says("is anybody there", to=copy, chat=PRIVATE)
    await pair.settled()
    heard = spied.heard[-1]
    assert heard.answers is None
    assert heard.reply_to is not None
    found = await line_desk(pair.whole).find(heard.reply_to)
    assert found is not None
    assert found.route.knot == "kit", "so that it can be said that this line ended"


async def test_what_goes_nowhere_is_not_answered_with_help(pair: Pair, spies: Spies, spied: Spied) -> None:
    spied.picked = ""
    before = bots(spies.ana)
    await spies.ana.says("who am I talking to", chat=PRIVATE)
    await pair.settled()
    assert bots(spies.ana) == before
    assert not told(spies.bo, "who am I")
    assert [one.text.plain for one in spied.heard] == ["who am I talking to"]
    await line_desk(pair.whole).untie("bo")
    await line_desk(pair.whole).untie("kit")
    await spies.ana.says("and now", chat=PRIVATE)
    await pair.settled()
    assert len(bots(spies.ana)) > len(before), "nobody hears it now, so the bot says what it can do"


async def test_a_route_from_elsewhere_is_not_taken(pair: Pair, spies: Spies, spied: Spied) -> None:
    (foreign,) = [
        one
        for one in await line_desk(pair.whole).routes(knot="kit")
        if one.source == await private_place(pair.right, spies.kit)
    ]
    spied.also = [Aim(foreign.id), Aim(RouteId(9999))]
    await spies.ana.says("for Bo alone", chat=PRIVATE)
    await expect(pair.right, spies.bo).sees("for Bo alone")
    await pair.settled()
    assert not [text for text in bots(spies.ana) if "for Bo alone" in text]
    assert not told(spies.kit, "for Bo")


async def test_commands_are_not_carried(pair: Pair, spies: Spies, spied: Spied) -> None:
    await spies.ana.runs("help", chat=PRIVATE)
    await pair.settled()
    assert spied.heard == []


async def test_what_answers_a_form_is_not_carried(pair: Pair, spies: Spies, spied: Spied) -> None:
    for member in (spies.ana, spies.bo):
        await member.runs("quiz", chat=PRIVATE)
        await member.fills("nobody in particular")
        await pair.settled()
    assert spied.answers == ["nobody in particular"] * 2
    assert spied.heard == []


# --------------------------------------------------------------------------------------------------------------- faults


async def test_a_line_that_fails_is_apologised_for_and_told_is_told(pair: Pair, spies: Spies, spied: Spied) -> None:
    spied.fails = [RuntimeError("no idea"), Told("away")]
    await spies.ana.says("lost words", chat=PRIVATE)
    await pair.settled()
    assert not told(spies.bo, "lost words")
    apology = bots(spies.ana)[-1]
    assert "lost words" not in apology
    await spies.ana.says("more words", chat=PRIVATE)
    await expect(pair.left, spies.ana).sees("The line is away.")
    await spies.ana.says("now then", chat=PRIVATE)
    await expect(pair.right, spies.bo).sees("now then")
    assert len(spied.heard) == 3


async def test_what_cannot_be_aimed_while_the_database_is_away_goes_later(
    pair: Pair, spies: Spies, spied: Spied
) -> None:
    spied.fails = [StorageUnavailable("away")]
    await spies.ana.says("patience", chat=PRIVATE)
    await pair.settled()
    assert not told(spies.bo, "patience")
    for _ in range(3):  # one look at what is pending after the other
        await pair.whole.clock.move(60)
        await pair.settled()
    await expect(pair.right, spies.bo).sees("patience")


# ---------------------------------------------------------------------------------------------------------------- names


async def test_a_codename_stands_instead_of_the_name(pair: Pair, spies: Spies, spied: Spied) -> None:
    spied.names[await person(pair.left, spies.ana)] = "Agent Whiskers"
    spied.names[await person(pair.right, spies.bo)] = "Agent Paw"
    said = await spies.ana.says("the fish is in the fridge", chat=PRIVATE)
    there = await expect(pair.right, spies.bo).sees("the fish is in the fridge")
    await spies.bo.says("understood", to=there, chat=PRIVATE)
    back = await expect(pair.left, spies.ana).sees("understood")
    await spies.ana.reacts("👍", back)
    await spies.ana.edits(said, "the fish is in the oven")
    await expect(pair.right, spies.bo).sees("in the oven")
    await pair.settled()
    for member, name in ((spies.bo, "Agent Whiskers"), (spies.ana, "Agent Paw")):
        shown = [one.text + one.author for one in member.visible() if one.by_bot]
        assert any(name in one for one in shown)
        assert not any(other in one for one in shown for other in ("Ana\n", "Bo\n"))
    (uttered,) = [one for one in await line_desk(pair.whole).lately("bo", dawn(pair)) if one.author != "Agent Paw"]
    assert (uttered.author, uttered.person) == ("Agent Whiskers", await person(pair.left, spies.ana))
    kept = await pair.whole.app.services.mirror.parts.lines.line(uttered.line)
    assert kept is not None
    assert kept.account is None, "nor is it kept who it is on that platform"


async def test_a_picture_goes_along_without_a_portrait(pair: Pair, spies: Spies, spied: Spied) -> None:
    spied.names[await person(pair.left, spies.ana)] = "Agent Whiskers"
    await spies.ana.sends(CAT, "my cat", chat=PRIVATE)
    seen = await expect(pair.right, spies.bo).sees("my cat")
    await pair.settled()
    assert "Ana" not in seen.text + seen.author
    assert [file for one in spies.bo.visible() if one.by_bot for file in one.files]
    (uttered,) = await line_desk(pair.whole).lately("bo", dawn(pair))
    assert uttered.files == 1


async def test_who_reacted_is_not_told_under_a_codename(pair: Pair, spies: Spies, spied: Spied) -> None:
    spied.names[await person(pair.left, spies.ana)] = "Agent Whiskers"
    manner = Manner(private=True, reactions=Reacting.LINE)
    await line((pair.left, spies.ana), (pair.right, spies.bo), knot="bo", there=manner, back=manner)
    said = await spies.ana.says("what a day", chat=PRIVATE)
    await expect(pair.right, spies.bo).sees("what a day")
    await pair.settled()
    await spies.ana.reacts("👍", said)
    seen = await expect(pair.right, spies.bo).sees("what a day", "👍")
    assert "Ana" not in seen.text


async def test_a_cog_that_is_off_carries_nothing_and_help_is_there_again(
    pair: Pair, spies: Spies, spied: Spied
) -> None:
    services, club = pair.whole.app.services, await community(pair.left)
    here, there = await private_place(pair.left, spies.ana), await private_place(pair.right, spies.bo)
    desk = line_desk(pair.whole)
    for knot in ("bo", "kit"):
        await desk.untie(knot)
    await desk.tie("bo", CopyKind.SPY, source=here, target=there, manner=Manner(), community=club)
    await services.settings.change(club, SettingEntry("spied", ENABLED), None, False, by=None)
    before = len(bots(spies.ana))
    await spies.ana.says("into the void", chat=PRIVATE)
    await pair.settled()
    assert spied.heard == []
    assert not told(spies.bo, "into the void")
    assert len(bots(spies.ana)) > before


async def test_who_wants_no_translation_has_none_under_a_codename_either(
    pair: Pair, spies: Spies, spied: Spied, translator: SpokenTranslator
) -> None:
    ana = await person(pair.left, spies.ana)
    spied.names[ana] = "Agent Whiskers"
    await pair.whole.app.services.identity.choose_translation(ana, False)
    spanish = Manner(languages=(Language.SPANISH,), private=True)
    await line((pair.left, spies.ana), (pair.right, spies.bo), knot="bo", there=spanish)
    await spies.ana.says("Good morning", chat=PRIVATE)
    await expect(pair.right, spies.bo).sees("(withheld) Good morning")
    assert translator.asked == []


# ------------------------------------------------------------------------------------------------------------- restarts


async def test_what_is_said_while_it_is_down_goes_along_once_it_is_back(pair: Pair, spies: Spies) -> None:
    if pair.name != "twins":
        pytest.skip("what nobody hears is not told again there")
    await spies.ana.says("are you there", chat=PRIVATE)
    await expect(pair.right, spies.bo).sees("are you there")
    await spies.bo.says("I am", chat=PRIVATE)
    await expect(pair.left, spies.ana).sees("I am")
    await pair.settled()
    await pair.dies()
    await spies.ana.says("and now, in the dark", chat=PRIVATE)
    await spies.bo.says("still here", chat=PRIVATE)
    await pair.comes_back()
    await expect(pair.right, spies.bo).sees("in the dark")
    await expect(pair.left, spies.ana).sees("still here")


async def test_a_kill_while_it_is_asked_where_a_message_goes_loses_nothing(
    pair: Pair, spies: Spies, spied: Spied
) -> None:
    spied.waits.clear()
    await spies.ana.says("hold on", chat=PRIVATE)
    await spied.asked.wait()
    await pair.restarts()
    spied.waits.set()
    await expect(pair.right, spies.bo).sees("hold on")
    await pair.settled()
    assert len(told(spies.bo, "hold on")) == 1
