"""The whole story of two spies on two platforms: matched, a mission, words in two languages, a report, the end."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.domain.access import Access
from tests.cogs.spies.line.kit import OWN, Spy, says, sees, sees_no
from tests.kit.stage import GENERAL, INTRODUCTIONS, PRIVATE, Member, Stage, expect
from tests.kit.stages.pairs import PAIRS, Pair
from tests.kit.translator import SpokenTranslator
from tests.scenarios.safe_spying import MODERATORS, closed_chat
from tests.scenarios.spying import opens_file

pytestmark = pytest.mark.every_stage


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
    """Reports about lines arrive in a chat of moderators' own; one that all read is not taken."""
    await closed_chat(stage)
    admin = await stage.member("Amara", access=Access.ADMIN)
    await admin.starts()
    await admin.runs("settings", chat=GENERAL)
    for step in ("Spies", "Moderators' chat", INTRODUCTIONS):
        await admin.presses(step)
        await stage.settled()
    await expect(stage, admin).sees("Everybody here can read that chat")
    await expect(stage, admin).does_not_see("✓ Kept")
    await admin.presses(MODERATORS)
    await stage.settled()
    return admin


@dataclass(frozen=True, slots=True)
class Story:
    """Two who meet, and who moderates."""

    pair: Pair
    amara: Member
    ana: Spy
    bo: Spy

    async def presses(self, member: Member, key: str) -> None:
        """Presses a key a minute later: nobody is too fast."""
        await self.pair.whole.clock.move(60)
        await member.presses(key)
        await self.pair.settled()


async def test_matched_agreed_a_mission_edits_deletions_a_report_and_the_end(pair: Pair) -> None:
    story = await _begun(pair)
    await _matched(story)
    await _mission(story)
    await _talk(story)
    await _report(story)
    await _end(story)


async def _begun(pair: Pair) -> Story:
    """Both open their files, each where they are."""
    amara = await _moderated(pair.left)
    xochitl, zhenzhen = await pair.left.member("Xochitl"), await pair.right.member("Zhenzhen", "en")
    for stage, member in ((pair.left, xochitl), (pair.right, zhenzhen)):
        await member.starts()
        await stage.settled()
    await opens_file(pair.left, xochitl, "English", "Chinese B1", zone="Madrid")
    await opens_file(pair.right, zhenzhen, "Chinese", "English B2", zone="Shanghai")
    return Story(pair, amara, Spy(pair.left, xochitl, "?"), Spy(pair.right, zhenzhen, "?"))


async def _matched(story: Story) -> None:
    """Found at once, with reasons and without names; the other is asked, and agrees."""
    pair, ana, bo = story.pair, story.ana, story.bo
    await ana.member.runs("spy", "find", chat=PRIVATE)
    found = await expect(pair.left, ana.member).sees("could be the one", "Speaks Chinese, learns English.")
    assert "Zhenzhen" not in found.text
    await story.presses(ana.member, "Ask them")
    asked = await expect(pair.right, bo.member).sees("Do you want to be my Chinese spy?")
    assert "Xochitl" not in asked.text
    await story.presses(bo.member, "Yes")
    for spy in (ana, bo):
        await sees(spy, "is open")


async def _mission(story: Story) -> None:
    """Answers unlock each other."""
    await story.pair.whole.clock.move(60)
    await story.ana.member.runs("mission", chat=PRIVATE)
    await story.pair.settled()
    await story.presses(story.ana.member, "✍️")
    await story.ana.member.fills("Good morning")
    await story.pair.settled()
    await sees_no(story.bo, "Good morning")
    await story.presses(story.bo.member, "✍️")
    await story.bo.member.fills("明天见")
    await story.pair.settled()
    await sees(story.ana, "Unlocked!", "See you tomorrow")
    await sees(story.bo, "Unlocked!", "Good morning")


async def _talk(story: Story) -> None:
    """Words in two languages, changed and taken back."""
    ana, bo = story.ana, story.bo
    await says(bo, "猫在屋顶上睡觉")
    await sees(ana, "The cat sleeps on the roof")
    said = await says(ana, "Good morning")
    copy = await sees(bo, "Good morning")
    await ana.member.edits(said, "Thank you")
    changed = await sees(bo, "Thank you")
    assert changed.id == copy.id
    oops = await says(ana, "Oh dear, that was meant for somebody else")
    await sees(bo, "meant for somebody else")
    await ana.member.deletes(oops)
    await story.pair.settled()
    if ana.stage.name != "telegram":  # which never tells of deletions
        await sees_no(bo, "meant for somebody else")


async def _report(story: Story) -> None:
    """The moderators see what was chosen, and how it read before; nothing crosses until they have decided."""
    ana, bo = story.ana, story.bo
    await story.presses(bo.member, "🚩")
    await sees(bo, "The moderators get what you choose here")
    await story.presses(bo.member, "Send…")
    await bo.member.fills("This made me feel uneasy")
    await story.pair.settled()
    await sees(bo, "It is with the moderators")
    report = await expect(story.pair.left, story.amara).sees("This made me feel uneasy")
    assert "Thank you" in report.text
    assert "Good morning" in report.text
    assert "The cat sleeps" not in report.text
    assert "屋顶" not in report.text
    await says(ana, "See you tomorrow")
    await sees_no(bo, "See you tomorrow")


async def _end(story: Story) -> None:
    """The moderators end it; who reported is thanked, and neither hears of the other again."""
    ana, bo = story.ana, story.bo
    await story.presses(story.amara, "End the line")
    await sees(bo, "ended the line")
    for spy in (ana, bo):
        await sees(spy, "has ended")
    await sees_no(ana, "Thank you for speaking up")
    await says(ana, "I have brought fish")
    await sees_no(bo, "I have brought fish")
