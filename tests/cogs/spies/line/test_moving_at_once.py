"""Both move into a thread at the same moment: they meet in one."""

import asyncio
from pathlib import Path

from bot.domain.refs import ChatRef
from tests.cogs.spies.line.kit import OWN, sees
from tests.cogs.spies.line.test_threads import lounge_chosen, shown
from tests.kit.stage import PRIVATE
from tests.kit.stages.fake import fake_stage
from tests.kit.translator import SpokenTranslator


async def test_both_are_in_one_thread(tmp_path: Path) -> None:
    async with fake_stage(tmp_path, translator=SpokenTranslator(OWN)) as stage:
        spies = await shown(stage)
        await lounge_chosen(stage)
        for spy, name in zip(spies, ("Zhenzhen", "Xochitl"), strict=True):
            await spy.member.runs("line", chat=PRIVATE)
            await sees(spy, "Your lines")
            await spy.member.presses(name)
            await sees(spy, "You read it in")
        both, opens = asyncio.Barrier(2), stage.places.opens
        assert opens is not None

        async def together(chat: ChatRef, name: str) -> ChatRef:
            async with asyncio.timeout(20):
                await both.wait()
            return await opens(chat, name)

        stage.places.opens = together
        await asyncio.gather(*(spy.member.presses("Private thread") for spy in spies))
        for spy in spies:
            await sees(spy, "in a thread of your own")
        await stage.settled()
        assert len(stage.places.let_in) == 2
        assert sum("goes on in here" in seen.text for seen in spies[0].member.visible()) == 1
