"""What may be dealt on a line: levels that open when both say yes, and topics that somebody leaves out."""

import pytest

from tests.cogs.missions.kit import (
    CHINESE,
    ENGLISH,
    SWAP,
    UNLOCKED,
    Side,
    Wires,
    cards,
    draws,
    minors,
    ready,
    share_a_place,
    tied,
)
from tests.kit.stage import GENERAL, PRIVATE, Member, expect
from tests.kit.stages.fake import FakeStage
from tests.scenarios.steps import admin_of

TOPICS = ("Daily life", "Food", "School", "Work", "Holidays", "Slang", "Cats")


async def pair(stage: FakeStage, wires: Wires) -> tuple[Member, Member]:
    """Two on a line."""
    ana, bo = await ready(stage, "Ana"), await ready(stage, "Bo")
    await tied(wires, Side(stage, ana, ENGLISH), Side(stage, bo, CHINESE))
    return ana, bo


async def opens(stage: FakeStage, member: Member, screen: str) -> None:
    """Opens a screen of the line."""
    await member.runs("mission", chat=PRIVATE)
    await stage.settled()
    await member.presses(screen)
    await stage.settled()


async def says_yes(stage: FakeStage, member: Member, level: str) -> None:
    """Says yes to a level."""
    await opens(stage, member, "How near")
    await member.presses(f"Yes to {level}")
    await stage.settled()


async def levels_seen(stage: FakeStage, member: Member) -> set[str]:
    """The levels of the next few cards."""
    found: set[str] = set()
    for _ in range(4):
        await stage.whole.clock.move(20)
        await member.presses(SWAP)
        await stage.settled()
        found.add(cards(member)[0].text.splitlines()[0].rpartition(" · ")[2])
    return found


async def test_a_single_yes_opens_nothing_and_is_not_shown_to_the_other(stage: FakeStage, wires: Wires) -> None:
    ana, bo = await pair(stage, wires)
    before = len(bo.visible())
    await says_yes(stage, ana, "sensitive")
    await expect(stage, ana).sees("sensitive: you said yes; it opens when all do")
    assert len(bo.visible()) == before + 1  # the card
    await opens(stage, bo, "How near")
    shown = await expect(stage, bo).sees("How near may cards come?")
    assert "sensitive: opens only when all agree" in shown.text
    assert await levels_seen(stage, ana) == {"light"}


async def test_two_yeses_open_a_level_and_both_are_told_once(stage: FakeStage, wires: Wires) -> None:
    ana, bo = await pair(stage, wires)
    await says_yes(stage, ana, "sensitive")
    await says_yes(stage, bo, "sensitive")
    for member in (ana, bo):
        await expect(stage, member).sees("You all said yes: sensitive cards")
        assert len([seen for seen in member.visible() if "You all said yes" in seen.text]) == 1
    assert await levels_seen(stage, ana) == {"light", "sensitive"}
    await opens(stage, bo, "How near")
    await bo.presses("No more sensitive")
    await stage.settled()
    assert await levels_seen(stage, ana) == {"light"}


async def test_answered_cards_open_the_personal_ones(stage: FakeStage, wires: Wires) -> None:
    ana, bo = await pair(stage, wires)
    for number in range(5):
        await draws(stage, ana)
        for member in (ana, bo):
            await member.presses("✍️ Answer")
            await stage.settled()
            await member.fills(f"answer {number}")
            await stage.settled()
        await stage.whole.clock.move(60)
    await draws(stage, ana)
    await opens(stage, ana, "How near")
    await expect(stage, ana).sees("personal: open", "sensitive: opens only")


async def test_lines_of_minors_never_get_to_sensitive_cards(stage: FakeStage, wires: Wires) -> None:
    ana, bo = await pair(stage, wires)
    await says_yes(stage, ana, "sensitive")
    await says_yes(stage, bo, "sensitive")
    minors(wires, 1)
    await opens(stage, ana, "How near")
    shown = await expect(stage, ana).sees("How near may cards come?")
    assert "sensitive: not here" in shown.text
    assert not [label for label in shown.labels if "sensitive" in label]
    assert "sensitive" not in await levels_seen(stage, ana)


async def test_a_community_sets_the_ceiling(stage: FakeStage, wires: Wires) -> None:
    ana, _ = await pair(stage, wires)
    admin = await admin_of(stage)
    await opens(stage, ana, "How near")
    old = await ana.finds("Yes to sensitive")
    await admin.runs("settings", chat=GENERAL)
    for step in ("Missions", "How near cards may come", "light only"):
        await stage.settled()
        await admin.presses(step)
    await stage.settled()
    await ana.uses(old)
    await stage.settled()
    await expect(stage, ana).sees("That level is not open here")
    await opens(stage, ana, "How near")
    await expect(stage, ana).sees("personal: not here", "sensitive: not here")


async def test_topics_that_somebody_leaves_out_are_not_dealt_and_a_number_is_answered_in_bands(
    stage: FakeStage, wires: Wires
) -> None:
    ana, bo = await pair(stage, wires)
    await opens(stage, ana, "Topics")
    for topic in TOPICS:
        await stage.whole.clock.move(20)
        await ana.presses(f"✅ {topic}")
        await stage.settled()
    await stage.whole.clock.move(60)
    await bo.presses(SWAP)
    await stage.settled()
    for _ in range(8):
        assert cards(bo)[0].text.startswith("🃏 Money")
        if any("dollars" in label for label in cards(bo)[0].labels):
            break
        await stage.whole.clock.move(20)
        await bo.presses(SWAP)
        await stage.settled()
    await ana.presses("3 to 7 dollars")
    await stage.settled()
    await expect(stage, bo).sees("Ana has answered")
    await expect(stage, bo).does_not_see("Ana:")
    await bo.presses("7 to 15 dollars")
    await stage.settled()
    await expect(stage, ana).sees(UNLOCKED, "You:\n3 to 7 dollars", "Bo:\n7 to 15 dollars")


async def test_with_every_topic_left_out_nothing_is_dealt_and_that_is_said(stage: FakeStage, wires: Wires) -> None:
    ana, bo = await pair(stage, wires)
    await opens(stage, ana, "Topics")
    for topic in (*TOPICS, "Money"):
        await stage.whole.clock.move(20)
        await ana.presses(f"✅ {topic}")
        await stage.settled()
    await stage.whole.clock.move(60)
    await bo.presses(SWAP)
    await stage.settled()
    await expect(stage, bo).sees("No card is left")


@pytest.mark.parametrize("first", ["Ana", "Bo"])
async def test_who_read_their_line_in_the_same_place_have_one_card_there(
    stage: FakeStage, wires: Wires, first: str
) -> None:
    ana, bo = await pair(stage, wires)
    await share_a_place(wires, stage, 1, GENERAL)
    await draws(stage, ana)
    (card,) = cards(ana)
    assert cards(bo) == [card]
    people = {"Ana": ana, "Bo": bo}
    for name in (first, *(other for other in people if other != first)):
        await people[name].presses("✍️ Answer")
        await stage.settled()
        await people[name].fills(f"said by {name}")
        await stage.settled()
    told = [seen for seen in ana.visible() if UNLOCKED in seen.text]
    assert len(told) == 1
    assert "Ana:\n⟦zh-Hans⟧ said by Ana\nsaid by Ana" in told[0].text
    assert "Bo:\nsaid by Bo" in told[0].text
