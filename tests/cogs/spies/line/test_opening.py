"""A private chat that the bot may not open; and somebody who cannot be written to any more."""

from datetime import timedelta

from bot.domain.languages import Language
from bot.domain.refs import UserRef
from cogs.spies.actions.line import WrapUp
from cogs.spies.rules.pairs import Ending
from cogs.spies.steps.opening import TRIED_AGAIN, WAITED_FOR
from cogs.spies.store.pairs import Pairs
from tests.cogs.spies.line.kit import Spy, context, kept, line_between, says, sees, sees_no
from tests.kit.stage import GENERAL
from tests.kit.stages.fake import FakeStage


async def ana_and_late(stage: FakeStage) -> tuple[Spy, Spy]:
    """One who opened the private chat, and one who closed it."""
    ana, late = await stage.member("Xochitl"), await stage.member("Late")
    await ana.starts()
    closes(stage, late.ref)
    return Spy(stage, ana, "Whisker", Language.ENGLISH), Spy(stage, late, "Nightfall", Language.ENGLISH)


def closes(stage: FakeStage, user: UserRef) -> None:
    """Somebody closes their private chat, or blocks the bot."""
    stage.gateway.closed.add(user)


async def test_whom_the_bot_may_not_write_to_finds_a_key_at_their_next_act(stage: FakeStage) -> None:
    ana, late = await ana_and_late(stage)
    await line_between(stage.whole, ana, late)
    await sees(ana, "It takes a moment until Nightfall is here")
    await late.member.runs("spy", "pause", chat=GENERAL)
    await stage.settled()
    if stage.rich:
        wanted = await sees(late, "Somebody waits for you")
        assert "Whisker" not in wanted.text
        await late.member.presses("Open the chat")
    else:
        await late.member.presses("Open our chat")
    await stage.settled()
    await sees(late, "Whisker", "is open")
    await sees(ana, "Nightfall", "is open")
    await says(late, "Good morning")
    await sees(ana, "Good morning")


async def test_a_chat_that_was_opened_meanwhile_is_tried_again(stage: FakeStage) -> None:
    ana, late = await ana_and_late(stage)
    await line_between(stage.whole, ana, late)
    stage.gateway.closed.discard(late.member.ref)
    await stage.whole.clock.move(TRIED_AGAIN + timedelta(minutes=1))
    await stage.settled()
    await sees(ana, "Nightfall", "is open")
    assert len([seen for seen in ana.member.visible() if "You both said yes" in seen.text]) == 1


async def test_after_a_week_nobody_waits_any_longer(stage: FakeStage) -> None:
    ana, late = await ana_and_late(stage)
    line = await line_between(stage.whole, ana, late)
    for _ in range(int(WAITED_FOR / TRIED_AGAIN) + 1):
        await stage.whole.clock.move(TRIED_AGAIN + timedelta(minutes=1))
        await stage.settled()
    await sees(ana, "Nightfall can't be reached any more")
    assert (await kept(stage.whole, line)).why is Ending.LEFT


async def test_who_blocks_the_bot_ends_the_line(stage: FakeStage) -> None:
    ana, late = await ana_and_late(stage)
    stage.gateway.closed.discard(late.member.ref)
    await line_between(stage.whole, ana, late)
    await sees(ana, "Nightfall", "is open")
    closes(stage, late.member.ref)
    await says(ana, "Good morning")
    await sees(ana, "Nightfall can't be reached any more")


async def test_an_end_in_the_middle_of_which_the_process_was_killed_is_told(stage: FakeStage) -> None:
    ana, late = await ana_and_late(stage)
    stage.gateway.closed.discard(late.member.ref)
    line = await line_between(stage.whole, ana, late)
    await sees(ana, "is open")
    # What stands in the database when the process dies right after the end was written.
    pair = await kept(stage.whole, line)
    ctx = context(stage.whole, pair.community)
    person = next(side.person for side in pair.sides if side.codename == "Nightfall")
    await ctx.jobs.schedule(WrapUp(line), ctx.clock.now() + timedelta(minutes=1), key=f"ended {line}")
    await Pairs(ctx.db).end(line, person, Ending.GOODBYE, ctx.clock.now())
    await stage.whole.restart()
    await stage.whole.clock.move(timedelta(minutes=2))
    await stage.settled()
    await sees(ana, "Nightfall has said goodbye")
    await sees_no(late, "has said goodbye")
