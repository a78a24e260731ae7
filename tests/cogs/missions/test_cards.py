"""Cards on a line: dealt to both, swapped silently, answered by each, unlocked together."""

from datetime import timedelta

from tests.cogs.missions.kit import (
    ANSWER,
    CHINESE,
    DEAL,
    ENGLISH,
    RULE,
    SWAP,
    UNLOCKED,
    Side,
    Wires,
    cards,
    draws,
    missions_of,
    person_of,
    question,
    ready,
    tied,
)
from tests.kit.stage import PRIVATE, Member, expect
from tests.kit.stages.fake import FakeStage


async def pair(stage: FakeStage, wires: Wires) -> tuple[Member, Member]:
    """Two on a line: one reads English, the other Chinese."""
    ana, bo = await ready(stage, "Ana"), await ready(stage, "Bo")
    await tied(wires, Side(stage, ana, ENGLISH), Side(stage, bo, CHINESE))
    return ana, bo


async def answers(stage: FakeStage, member: Member, words: str) -> None:
    """Answers the card by the form."""
    await member.presses(ANSWER)
    await stage.settled()
    await member.fills(words)
    await stage.settled()


async def test_a_card_lies_before_both_each_in_their_language_with_the_others_beside_it(
    stage: FakeStage, wires: Wires
) -> None:
    ana, bo = await pair(stage, wires)
    await draws(stage, ana)
    (hers,), (his,) = cards(ana), cards(bo)
    assert question(hers) in his.text
    assert question(his) in hers.text
    assert question(hers).isascii()
    assert not question(his).isascii()
    assert " · light" in hers.text
    assert RULE in hers.text


async def test_answers_are_shown_only_when_both_are_there_and_then_to_both(stage: FakeStage, wires: Wires) -> None:
    ana, bo = await pair(stage, wires)
    await draws(stage, ana)
    await answers(stage, ana, "Good morning")
    await expect(stage, ana).sees("You have answered. Waiting for Bo")
    await expect(stage, bo).sees("Ana has answered. Your turn")
    await expect(stage, bo).does_not_see("Good morning")
    await answers(stage, bo, "明天见")
    told = await expect(stage, ana).sees(UNLOCKED)
    assert "You:\nGood morning" in told.text
    assert "Bo:\nSee you tomorrow\n明天见" in told.text
    told = await expect(stage, bo).sees(UNLOCKED)
    assert "Ana:\n早上好\nGood morning" in told.text
    assert "You:\n明天见" in told.text
    assert len([seen for seen in bo.visible() if UNLOCKED in seen.text]) == 1
    assert not cards(ana)[0].labels


async def test_what_is_typed_never_becomes_markup(stage: FakeStage, wires: Wires) -> None:
    ana, bo = await pair(stage, wires)
    await draws(stage, ana)
    await answers(stage, ana, "*no* _markup_ @everyone `x`")
    await answers(stage, bo, "*neither* here")
    told = await expect(stage, bo).sees(UNLOCKED)
    assert "*no* _markup_ @everyone `x`" in told.text
    assert told.pinged == ()


async def test_an_answer_can_be_changed_until_the_other_is_there(stage: FakeStage, wires: Wires) -> None:
    ana, bo = await pair(stage, wires)
    await draws(stage, ana)
    await answers(stage, ana, "Tea, I think")
    await ana.presses("✍️ Change")
    await stage.settled()
    await ana.fills("Coffee, on second thoughts")
    await stage.settled()
    late = await ana.finds("✍️ Change")
    await answers(stage, bo, "Milk")
    told = await expect(stage, bo).sees(UNLOCKED)
    assert "Coffee, on second thoughts" in told.text
    assert "Tea" not in told.text
    await ana.uses(late)
    await stage.settled()
    await ana.fills("Water after all")
    await expect(stage, ana).sees("This card is over")


async def test_who_typed_nothing_is_asked_again_kindly(stage: FakeStage, wires: Wires) -> None:
    ana, bo = await pair(stage, wires)
    await draws(stage, ana)
    await answers(stage, ana, "   ")
    await expect(stage, ana).sees("empty answer" if stage.rich else "I need an answer")
    await expect(stage, bo).does_not_see("has answered")


async def test_a_swap_shows_both_another_card_in_the_same_place_and_nobody_is_named(
    stage: FakeStage, wires: Wires
) -> None:
    ana, bo = await pair(stage, wires)
    await draws(stage, ana)
    (before,), (his,) = cards(ana), cards(bo)
    await answers(stage, ana, "Not for this one")
    await bo.presses(SWAP)
    await stage.settled()
    (after,), (now,) = cards(ana), cards(bo)
    assert (after.id, now.id) == (before.id, his.id)
    assert question(after) != question(before)
    assert "Bo" not in after.text
    assert RULE in after.text  # what was answered belonged to the other card
    seen: set[str] = {question(before), question(after)}
    for _ in range(5):
        await ana.presses(SWAP)
        await stage.settled()
        seen.add(question(cards(ana)[0]))
    assert len(seen) == 7


async def test_a_key_of_a_card_that_is_over_says_so_and_changes_nothing(stage: FakeStage, wires: Wires) -> None:
    ana, bo = await pair(stage, wires)
    await draws(stage, ana)
    swap, answer = await ana.finds(SWAP), await bo.finds(ANSWER)
    await ana.uses(swap)
    await stage.settled()
    now = question(cards(ana)[0])
    await ana.uses(swap)
    await stage.settled()
    await expect(stage, ana).sees("This card is over")
    assert question(cards(ana)[0]) == now
    await bo.uses(answer)
    await stage.settled()
    await bo.fills("too late")
    await expect(stage, bo).sees("This card is over")


async def test_a_key_pressed_twice_or_by_both_at_once_deals_one_card(stage: FakeStage, wires: Wires) -> None:
    ana, bo = await pair(stage, wires)
    await ana.runs("wire", chat=PRIVATE)
    await bo.runs("wire", chat=PRIVATE)
    await stage.settled()
    hers, his = await ana.finds(DEAL), await bo.finds(DEAL)
    for member, key in ((ana, hers), (bo, his), (ana, hers)):
        await member.uses(key)
    await stage.settled()
    assert len(cards(ana)) == len(cards(bo)) == 1


async def test_a_card_is_brought_down_again_for_who_asks_later(stage: FakeStage, wires: Wires) -> None:
    ana, bo = await pair(stage, wires)
    await draws(stage, ana)
    (before,), (his,) = cards(ana), cards(bo)
    await stage.whole.clock.move(timedelta(minutes=5))
    await ana.runs("mission", chat=PRIVATE)
    await stage.settled()
    (now,) = cards(ana)
    assert now.id != before.id
    assert question(now) == question(before)
    assert cards(bo) == [his]
    await bo.presses(SWAP)
    await stage.settled()
    assert question(cards(ana)[0]) != question(before)


async def test_who_has_not_answered_is_reminded_once(stage: FakeStage, wires: Wires) -> None:
    ana, bo = await pair(stage, wires)
    await draws(stage, ana)
    await answers(stage, ana, "Me first")
    for _ in range(3):
        await stage.whole.clock.move(timedelta(hours=25))
        await stage.settled()
    assert len([seen for seen in bo.visible() if "is curious about you" in seen.text]) == 1
    await expect(stage, ana).does_not_see("is curious")
    await expect(stage, ana).does_not_see("A card still lies here")


async def test_the_bot_is_killed_between_the_last_answer_and_the_unlocking(stage: FakeStage, wires: Wires) -> None:
    ana, bo = await pair(stage, wires)
    await draws(stage, ana)
    await answers(stage, ana, "Before the night")
    await bo.presses(ANSWER)
    await stage.settled()
    await bo.fills("After the night")
    await stage.whole.kill()
    await stage.whole.start()
    await stage.gateway.running.wait()
    await stage.whole.clock.move(timedelta(minutes=2))
    await stage.settled()
    for member in (ana, bo):
        await expect(stage, member).sees(UNLOCKED, "Before the night", "After the night")
        assert len([seen for seen in member.visible() if UNLOCKED in seen.text]) == 1


async def test_a_card_that_was_drawn_just_before_a_kill_lies_before_both_once(stage: FakeStage, wires: Wires) -> None:
    ana, bo = await pair(stage, wires)
    await ana.runs("wire", chat=PRIVATE)
    await stage.settled()
    await ana.presses(DEAL)
    await stage.whole.kill()
    await stage.whole.start()
    await stage.gateway.running.wait()
    for _ in range(3):
        await stage.whole.clock.move(timedelta(minutes=2))
        await stage.settled()
    assert len(cards(ana)) == len(cards(bo)) == 1
    assert question(cards(ana)[0]) in cards(bo)[0].text


async def test_keys_work_after_a_restart(stage: FakeStage, wires: Wires) -> None:
    ana, bo = await pair(stage, wires)
    await draws(stage, ana)
    before = question(cards(bo)[0])
    await stage.whole.restart()
    await stage.gateway.running.wait()
    await ana.presses(SWAP)
    await stage.settled()
    assert question(cards(bo)[0]) != before


async def test_on_a_line_that_is_over_or_that_one_is_not_on_nothing_is_dealt(stage: FakeStage, wires: Wires) -> None:
    ana, bo = await pair(stage, wires)
    await draws(stage, ana)
    swap = await ana.finds(SWAP)
    cleo = await ready(stage, "Cleo")
    await cleo.uses(swap)
    await stage.settled()
    await expect(stage, cleo).sees("This line is closed")
    wires.end(1)
    await bo.presses(SWAP)
    await stage.settled()
    await expect(stage, bo).sees("This line is closed")


async def test_of_a_line_that_ended_nothing_is_left(stage: FakeStage, wires: Wires) -> None:
    ana, bo = await pair(stage, wires)
    await draws(stage, ana)
    await answers(stage, ana, "A secret of mine")
    await (await missions_of(stage)).ended(1)
    await bo.presses(SWAP)
    await stage.settled()
    await expect(stage, bo).sees("This card is over")


async def test_what_was_shown_can_be_reported_for_a_week_and_is_then_forgotten(stage: FakeStage, wires: Wires) -> None:
    ana, bo = await pair(stage, wires)
    await draws(stage, ana)
    await answers(stage, ana, "Something rude")
    missions, person = await missions_of(stage), await person_of(stage, ana)
    assert await missions.shown(1, person) == []
    await answers(stage, bo, "Something kind")
    assert wires.theirs == 2
    assert [one.words for one in await missions.shown(1, person)] == ["Something rude"]
    await missions.ended(1)
    wires.end(1)
    await stage.whole.clock.move(timedelta(days=6))
    await stage.settled()
    assert [one.words for one in await missions.shown(1, person)] == ["Something rude"]
    await stage.whole.clock.move(timedelta(days=2))
    await stage.settled()
    assert await missions.shown(1, person) == []


async def test_an_answer_that_nobody_joins_is_forgotten_and_the_card_waits_on(stage: FakeStage, wires: Wires) -> None:
    ana, _ = await pair(stage, wires)
    await draws(stage, ana)
    await answers(stage, ana, "Is anybody there?")
    await stage.whole.clock.move(timedelta(days=31))
    await stage.settled()
    assert RULE in cards(ana)[0].text


async def test_with_several_lines_one_says_which(stage: FakeStage, wires: Wires) -> None:
    ana, bo, cleo = await ready(stage, "Ana"), await ready(stage, "Bo"), await ready(stage, "Cleo")
    await tied(wires, Side(stage, ana), Side(stage, bo))
    await tied(wires, Side(stage, ana), Side(stage, cleo), line=2)
    await ana.runs("mission", chat=PRIVATE)
    await expect(stage, ana).sees("Which line do you mean?")
    await stage.settled()
    await ana.presses("Cleo")
    await stage.settled()
    await expect(stage, ana).sees("Your missions with Cleo")
    assert len(cards(cleo)) == 1
    assert cards(bo) == []


async def test_who_has_no_line_gets_a_mission_for_one(stage: FakeStage, wires: Wires) -> None:
    assert wires.lines == {}
    ana = await ready(stage, "Ana")
    await ana.runs("mission", chat=PRIVATE)
    first = await expect(stage, ana).sees("A mission for one")
    await stage.settled()
    await ana.presses("🔀 Another one")
    await stage.settled()
    second = await expect(stage, ana).sees("A mission for one")
    assert (first.id, question(first)) != (second.id, question(second))
