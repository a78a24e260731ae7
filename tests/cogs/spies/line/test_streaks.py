"""The weeks of a line go on wherever it is read: in private, in a thread, on another account."""

from datetime import timedelta

from bot.domain.languages import Language
from cogs.spies.rules.keeping import Streak
from cogs.spies.steps.streaks import streak_of
from cogs.spies.store.pairs import Pairs
from tests.cogs.spies.line.kit import Spy, context, person_of, says, sees
from tests.cogs.spies.line.test_threads import lounge_chosen, opens_line, shown, stage
from tests.kit.stage import PRIVATE
from tests.kit.stages.fake import FakeStage

__all__ = ["stage"]

WEEK = timedelta(days=7)


async def test_a_streak_goes_on_in_a_thread_and_on_another_account(stage: FakeStage) -> None:
    ana, bo = await shown(stage)
    await says(ana, "Good morning")
    await says(bo, "谢谢")

    await stage.whole.clock.move(WEEK)
    await lounge_chosen(stage)
    await opens_line(ana)
    await sees(ana, "Links and files cross at once")
    await ana.member.presses("Private thread")
    await sees(ana, "in a thread of your own")
    (stage.threads["theirs"],) = stage.places.let_in
    for spy, words in ((ana, "Good morning"), (bo, "谢谢")):
        await spy.member.says(words, chat="theirs")
        await stage.settled()

    await stage.whole.clock.move(WEEK)
    await opens_line(ana)
    await ana.member.presses("Back to our private chats")
    await stage.settled()
    other = Spy(stage, await stage.member("Zhenzhen at home"), "Moonpaw", Language.SIMPLIFIED_CHINESE)
    await other.member.starts()
    ctx = context(stage.whole, None)
    person = await person_of(stage.whole, bo.member)
    await person_of(stage.whole, other.member)
    assert await ctx.accounts.finish_link(other.member.ref, await ctx.accounts.start_link(person)) is None
    await other.member.runs("line", chat=PRIVATE)
    await other.member.presses("Xochitl")
    await other.member.presses("Write to this one")
    await sees(other, "goes to Xochitl now")
    await says(ana, "See you tomorrow")
    await sees(other, "明天见")
    await says(other, "谢谢")

    (line,) = await Pairs(stage.whole.app.services.db).of_person(person)
    assert await streak_of(ctx, line) == Streak(3, 3)
