"""Two of one Discord server who showed themselves: the bot makes a private thread, they talk there, and say goodbye."""

from pathlib import Path

from bot.domain.languages import Language
from cogs.spies.settings import LOUNGE
from tests.cogs.spies.asking.kit import community_of
from tests.cogs.spies.line.kit import OWN, Spy, context, line_between, sees
from tests.kit.stage import GENERAL, PRIVATE
from tests.kit.stages.discord import DiscordStage, discord_stage
from tests.kit.translator import SpokenTranslator
from tests.twins.discord import Channel

PRIVATE_THREAD = 12
"""Discord's number of their kind."""


async def _moved(stage: DiscordStage) -> tuple[Spy, Spy, Channel]:
    """Two who know each other, in a thread that the bot made."""
    ana = Spy(stage, await stage.member("Xochitl"), "Whisker", Language.ENGLISH)
    bo = Spy(stage, await stage.member("Zhenzhen"), "Moonpaw", Language.SIMPLIFIED_CHINESE)
    for spy in (ana, bo):
        await spy.member.starts()
    await line_between(stage.whole, ana, bo)
    here = context(stage.whole, await community_of(stage))
    await here.change(LOUNGE, await here.keep_place(stage.chat_ref(GENERAL)))
    for spy in (ana, bo):
        await sees(spy, "is open")
        await spy.member.presses("Show who I am")
        await spy.member.presses("Yes, show me")
        await stage.settled()
    await ana.member.runs("line", chat=PRIVATE)
    await ana.member.presses("Zhenzhen")
    await ana.member.presses("Private thread")
    await sees(ana, "in a thread of your own")
    (thread,) = stage.guild.threads
    stage.channels["theirs"] = thread
    return ana, bo, thread


async def test_two_talk_in_a_private_thread_until_goodbye(tmp_path: Path) -> None:
    async with discord_stage(tmp_path, translator=SpokenTranslator(OWN)) as stage:
        ana, bo, thread = await _moved(stage)
        kept = stage.guild.guild.threads[thread.id]
        assert kept.kind == PRIVATE_THREAD
        assert kept.parent_id == stage.channels[GENERAL].id
        people = {stage.person(spy.member).id for spy in (ana, bo)}
        assert set(kept.thread_members) == {*people, stage.twin.bot.id}, "nobody else is in it"

        for writer, reader, said, read in ((ana, bo, "Good morning", "早上好"), (bo, ana, "谢谢", "Thank you")):
            await writer.member.says(said, chat="theirs")
            assert (await sees(reader, read)).chat == str(thread.id)

        await bo.member.presses("Goodbye")
        await stage.settled()
        await sees(bo, "You've said goodbye")
        await sees(ana, "Zhenzhen", "goodbye")
        assert kept.archived
        assert kept.locked, "nobody writes there to who said goodbye"
