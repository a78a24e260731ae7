"""What is held between private chats: said when it is let go, as it is then, and not before, whatever happens."""

from datetime import timedelta

from tests.bot.core.mirror.private.spied import Spied, Spies, bots, dawn, line_desk, told
from tests.kit.pictures import CAT
from tests.kit.stage import PRIVATE, expect
from tests.kit.stages.pairs import Pair


async def test_what_is_held_is_said_when_it_is_let_go_in_its_order(pair: Pair, spies: Spies, spied: Spied) -> None:
    spied.held = True
    for number in range(3):
        await spies.ana.says(f"word {number}", chat=PRIVATE)
    await pair.settled()
    spied.picked = "kit"
    await spies.ana.says("word for Kit", chat=PRIVATE)
    await pair.settled()
    before = bots(spies.bo)
    desk = line_desk(pair.whole)
    assert len(await desk.held("bo")) == 3
    await pair.restarts()
    await pair.settled()
    assert bots(spies.bo) == before
    desk = line_desk(pair.whole)
    assert await desk.let_go("bo") == 3
    await expect(pair.right, spies.bo).sees("word 2")
    await pair.settled()
    shown = " ".join(one.text for one in spies.bo.visible() if one.by_bot)
    assert [shown.count(f"word {number}") for number in range(3)] == [1, 1, 1]
    assert shown.index("word 0") < shown.index("word 1") < shown.index("word 2")
    assert await desk.held("bo") == []
    assert await desk.let_go("bo") == 0
    assert not told(spies.kit, "word for Kit")
    assert len(await desk.held("kit")) == 1


async def test_one_message_is_let_go_or_dropped_by_itself(pair: Pair, spies: Spies, spied: Spied) -> None:
    spied.held = True
    for words in ("keep this", "say this", "drop this"):
        await spies.ana.says(words, chat=PRIVATE)
    await pair.settled()
    desk = line_desk(pair.whole)
    kept, said, dropped = await desk.held("bo")
    assert await desk.let_go("bo", said) == 1
    assert await desk.drop_held("bo", dropped)
    assert not await desk.drop_held("bo", dropped)
    assert not await desk.drop_held("bo", said), "it is said already"
    assert await desk.let_go("kit", kept) == 0, "it is another conversation"
    await expect(pair.right, spies.bo).sees("say this")
    await pair.settled()
    assert await desk.held("bo") == [kept]
    assert not told(spies.bo, "keep this")
    assert not told(spies.bo, "drop this")


async def test_what_is_held_is_said_as_it_was_changed_last(pair: Pair, spies: Spies, spied: Spied) -> None:
    spied.held = True
    said = await spies.ana.says("the first thought", chat=PRIVATE)
    await pair.settled()
    await spies.ana.edits(said, "the second thought")
    await pair.settled()
    assert not told(spies.bo, "thought")
    desk = line_desk(pair.whole)
    assert await desk.let_go("bo") == 1
    await expect(pair.right, spies.bo).sees("the second thought")
    await pair.settled()
    assert not told(spies.bo, "the first thought")
    (uttered,) = await desk.lately("bo", dawn(pair))
    assert uttered.former == (), "nobody saw how it read before"
    await spies.ana.edits(said, "the third thought")
    await expect(pair.right, spies.bo).sees("the third thought")


async def test_what_is_held_and_deleted_is_never_said(pair: Pair, spies: Spies, spied: Spied) -> None:
    spied.held = True
    said = await spies.ana.says("an idea of the night", chat=PRIVATE)
    await pair.settled()
    await spies.ana.deletes(said)
    await pair.settled()
    desk = line_desk(pair.whole)
    assert await desk.held("bo") == []
    assert await desk.let_go("bo") == 0
    await pair.settled()
    assert not told(spies.bo, "idea of the night")
    assert await desk.lately("bo", dawn(pair)) == []


async def test_a_held_picture_goes_along_once_it_is_let_go(pair: Pair, spies: Spies, spied: Spied) -> None:
    spied.held = True
    await spies.ana.sends(CAT, "my cat", chat=PRIVATE)
    await pair.settled()
    assert not told(spies.bo, "my cat")
    desk = line_desk(pair.whole)
    (held,) = await desk.held("bo")
    found = await desk.find(held)
    assert found is not None
    uttered = await desk.uttered(found.line)
    assert uttered is not None
    assert (uttered.text.plain, uttered.files) == ("my cat", 1)
    assert await desk.lately("bo", dawn(pair)) == [], "nobody saw it yet"
    await desk.let_go("bo")
    await expect(pair.right, spies.bo).sees("my cat")
    await pair.settled()
    assert len([file for one in spies.bo.visible() if one.by_bot for file in one.files]) == 1


async def test_a_reaction_to_what_is_held_waits_with_it(pair: Pair, spies: Spies, spied: Spied) -> None:
    spied.held = True
    said = await spies.ana.says("look at this", chat=PRIVATE)
    await pair.settled()
    await spies.ana.reacts("👍", said)
    await pair.settled()
    assert not told(spies.bo, "look at this")
    await line_desk(pair.whole).let_go("bo")
    copy = await expect(pair.right, spies.bo).sees("look at this")
    await pair.settled()
    assert next(one for one in spies.bo.visible() if one.id == copy.id).reactions


async def test_what_is_held_goes_with_its_line(pair: Pair, spies: Spies, spied: Spied) -> None:
    spied.held = True
    await spies.ana.says("for Bo", chat=PRIVATE)
    await pair.settled()
    spied.picked = "kit"
    await spies.ana.says("for Kit", chat=PRIVATE)
    await pair.settled()
    desk = line_desk(pair.whole)
    assert await desk.untie("bo") == 2
    assert await desk.close("kit") == 2
    assert await desk.held("bo") == []
    assert await desk.held("kit") == []
    await pair.settled()
    assert not told(spies.bo, "for Bo")
    assert not told(spies.kit, "for Kit")


async def test_what_was_held_too_long_is_forgotten(pair: Pair, spies: Spies, spied: Spied) -> None:
    spied.held = True
    await spies.ana.says("stale by now", chat=PRIVATE)
    await pair.settled()
    await pair.whole.clock.move(timedelta(days=8))
    await pair.whole.app.services.mirror.clean()
    desk = line_desk(pair.whole)
    assert await desk.held("bo") == []
    assert await desk.let_go("bo") == 0
    await pair.settled()
    assert not told(spies.bo, "stale by now")
