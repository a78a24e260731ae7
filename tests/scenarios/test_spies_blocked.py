"""Somebody on a line blocks the bot on Telegram: nothing reaches them, and the other hears so once, kindly."""

from pathlib import Path

from bot.domain.languages import Language
from cogs.spies.rules.pairs import Ending
from tests.cogs.spies.line.kit import Spy, kept, line_between, says, sees, sees_no
from tests.kit.stage import PRIVATE
from tests.kit.stages.telegram import telegram_stage


async def test_who_blocks_the_bot_is_out_of_reach_and_the_other_is_told_no_more(tmp_path: Path) -> None:
    async with telegram_stage(tmp_path, forum=False) as stage:
        ana = Spy(stage, await stage.member("Xochitl"), "Whisker", Language.ENGLISH)
        bo = Spy(stage, await stage.member("Zhenzhen"), "Moonpaw", Language.ENGLISH)
        for spy in (ana, bo):
            await spy.member.starts()
        line = await line_between(stage.whole, ana, bo)
        await sees(ana, "Moonpaw", "is open")

        account = stage.person(bo.member)
        account.blocks_bot()
        await stage.settled()
        account.unblocks_bot()
        await says(ana, "Good morning")
        await sees(bo, "Good morning")  # who came back in time has missed nothing

        account.blocks_bot()
        await stage.settled()
        await sees_no(ana, "can't be reached")
        for words in ("See you tomorrow", "Where is my cat?"):
            await ana.member.says(words, chat=PRIVATE)
        await stage.settled()
        card = await sees(ana, "Moonpaw can't be reached any more")
        assert "block" not in card.text
        assert "Zhenzhen" not in card.text
        assert "Find somebody new" in card.labels
        assert len([seen for seen in ana.member.visible() if "be reached" in seen.text]) == 1
        assert (await kept(stage.whole, line)).why is Ending.LEFT

        account.unblocks_bot()
        await says(bo, "I am back")
        await sees_no(bo, "See you tomorrow")
        await sees_no(ana, "I am back")
