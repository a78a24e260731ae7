"""Discord's gateway is lost for good: what was said meanwhile is read back, and nothing is handled twice."""

from pathlib import Path

from tests.kit.stage import Member, Seen, expect
from tests.kit.stages.discord import discord_stage


async def test_an_introduction_made_while_the_session_was_lost_still_meets_the_spy_cat(tmp_path: Path) -> None:
    async with discord_stage(tmp_path, instant=60.0) as stage:
        ana, ben = await stage.newcomer("Ana"), await stage.newcomer("Ben")
        await ana.says("Hello, I am Ana from Seville")
        await expect(stage, ana).sees("Show me your cat")
        stage.twin.gateway.drop(resumable=False)
        await ben.says("Hello, I am Ben from Leeds")
        while len(_questions(ben)) < 2:
            await stage.changed()
        await stage.settled()
        assert len(_questions(ben)) == 2


def _questions(member: Member) -> list[Seen]:
    return [seen for seen in member.visible() if seen.by_bot and "Show me your cat" in seen.text]
