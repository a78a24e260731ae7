"""The whole story of two spies on two platforms: matched, agreed, a mission, words in two languages, a report, the end."""

from collections.abc import AsyncGenerator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.access import Access
from tests.cogs.spies.line.kit import OWN, Spy, says, sees, sees_no
from tests.kit.stage import GENERAL, INTRODUCTIONS, PRIVATE, Member, Stage, expect
from tests.kit.stages.pairs import PAIRS, Pair
from tests.kit.translator import SpokenTranslator
from tests.scenarios.spying import opens_file


@pytest.fixture
def translator() -> SpokenTranslator:
    """Who translates."""
    return SpokenTranslator(OWN)


@pytest.fixture(params=list(PAIRS))
async def pair(request: pytest.FixtureRequest, tmp_path: Path, translator: SpokenTranslator) -> AsyncGenerator[Pair]:
    """The whole bot on two platforms, which are one community."""
    name: str = request.param
    async with PAIRS[name](tmp_path, translator=translator) as opened:
        await opened.binds()
        yield opened


async def _moderated(stage: Stage) -> Member:
    """Reports about lines arrive in the chat of introductions."""
    admin = await stage.member("Amara", access=Access.ADMIN)
    await admin.starts()
    await admin.runs("settings", chat=GENERAL)
    for step in ("Spies", "Moderators' chat", INTRODUCTIONS):
        await admin.presses(step)
        await stage.settled()
    return admin


async def test_matched_agreed_a_mission_edits_deletions_a_report_and_the_end(pair: Pair) -> None:
    amara = await _moderated(pair.left)
    # Both open their files, each where they are.
    xochitl, zhenzhen = await pair.left.member("Xochitl"), await pair.right.member("Zhenzhen", "en")
    for stage, member in ((pair.left, xochitl), (pair.right, zhenzhen)):
        await member.starts()
        await stage.settled()
    await opens_file(pair.left, xochitl, "English", "Chinese B1", zone="Madrid")
    await opens_file(pair.right, zhenzhen, "Chinese", "English B2", zone="Shanghai")
    # Matched at once, with reasons and without names; the other is asked, and agrees.
    await xochitl.runs("spy", "find", chat=PRIVATE)
    found = await expect(pair.left, xochitl).sees("could be the one", "Speaks Chinese, learns English.")
    assert "Zhenzhen" not in found.text
    await xochitl.presses("Ask them")
    await pair.settled()
    asked = await expect(pair.right, zhenzhen).sees("Do you want to be my Chinese spy?")
    assert "Xochitl" not in asked.text
    await pair.whole.clock.move(60)
    await zhenzhen.presses("Yes")
    await pair.settled()
    ana, bo = Spy(pair.left, xochitl, "?"), Spy(pair.right, zhenzhen, "?")
    for spy in (ana, bo):
        await sees(spy, "is open")
    # A mission: answers unlock each other.
    await pair.whole.clock.move(60)
    await xochitl.runs("mission", chat=PRIVATE)
    await pair.settled()
    for spy, words in ((ana, "Good morning"), (bo, "明天见")):
        await pair.whole.clock.move(60)
        await spy.member.presses("✍️")
        await pair.settled()
        await spy.member.fills(words)
        await pair.settled()
    await sees(ana, "Unlocked!", "See you tomorrow")
    await sees(bo, "Unlocked!", "Good morning")
    # Words in two languages, changed and taken back.
    await says(bo, "猫在屋顶上睡觉")
    await sees(ana, "The cat sleeps on the roof")
    said = await says(ana, "Good morning")
    copy = await sees(bo, "Good morning")
    await ana.member.edits(said, "Thank you")
    changed = await sees(bo, "Thank you")
    assert changed.id == copy.id
    oops = await says(ana, "Oh dear, that was meant for somebody else")
    await sees(bo, "meant for somebody else")
    await xochitl.deletes(oops)
    await pair.settled()
    # A report: the moderators see what was chosen, also as it was before, and nothing crosses until they have decided.
    await pair.whole.clock.move(timedelta(minutes=2))
    await bo.member.presses("🚩")
    await pair.settled()
    await sees(bo, "The moderators get what you choose here")
    await bo.member.presses("Send…")
    await pair.settled()
    await bo.member.fills("This made me feel uneasy")
    await pair.settled()
    await sees(bo, "It is with the moderators")
    report = await expect(pair.left, amara).sees("Report", "This made me feel uneasy")
    assert "The cat sleeps" not in report.text
    await says(ana, "See you tomorrow")
    await sees_no(bo, "See you tomorrow")
    await pair.whole.clock.move(60)
    await amara.presses("End the line")
    await pair.settled()
    await sees(bo, "ended the line")
    for spy in (ana, bo):
        await sees(spy, "has ended")
    await says(ana, "Good morning")
    await sees(ana, "/spy")
