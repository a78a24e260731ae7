"""While moderators have not decided about a report, those on its line reach each other by no key either."""

from collections.abc import AsyncGenerator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.languages import Language
from cogs.spies.settings import LOUNGE
from cogs.spies.store.pairs import Pairs
from tests.cogs.spies.asking.kit import community_of
from tests.cogs.spies.line.kit import (
    EN,
    OWN,
    ZH,
    Spy,
    context,
    file_of,
    kept,
    line_between,
    moderated,
    says,
    sees,
    sees_no,
)
from tests.kit.stage import GENERAL, PRIVATE
from tests.kit.stages.fake import FakeStage, fake_stage
from tests.kit.translator import SpokenTranslator

RESTS = "This line rests"


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncGenerator[FakeStage]:
    """The platform that has everything, and a translator."""
    async with fake_stage(tmp_path, translator=SpokenTranslator(OWN)) as opened:
        yield opened


async def opened(stage: FakeStage) -> tuple[Spy, Spy]:
    """A line between two on one platform."""
    spies = (
        Spy(stage, await stage.member("Xochitl"), "Whisker", Language.ENGLISH),
        Spy(stage, await stage.member("Zhenzhen"), "Moonpaw", Language.SIMPLIFIED_CHINESE),
    )
    for spy in spies:
        await spy.member.starts()
    await line_between(stage.whole, *spies)
    for spy in spies:
        await sees(spy, "is open")
    return spies


async def show(*spies: Spy) -> None:
    """They say yes to showing who they are."""
    for spy in spies:
        await spy.member.presses("Show who I am")
        await spy.member.presses("Yes, show me")
        await spy.stage.settled()


async def rests(stage: FakeStage, *, held: bool = True) -> None:
    """A report about the only line is sent, or was decided about and all want the line to go on."""
    ctx = context(stage.whole, None)
    (line,) = await Pairs(ctx.db).in_community(await community_of(stage))
    assert await Pairs(ctx.db).put_held(line.id, held=held)


async def lounge(stage: FakeStage) -> None:
    """Threads may be opened."""
    here = context(stage.whole, await community_of(stage))
    await here.change(LOUNGE, await here.keep_place(stage.chat_ref(GENERAL)))


async def line_shown(spy: Spy, name: str) -> None:
    """Somebody opens the screen of their only line."""
    await spy.member.runs("line", chat=PRIVATE)
    await sees(spy, "Your lines")
    await spy.member.presses(name)
    await sees(spy, "You read it in")


async def reports(spy: Spy) -> None:
    """Somebody reports what they read last."""
    await spy.member.presses("🚩")
    await spy.member.presses("Send")
    await spy.member.fills("They are rude")
    await sees(spy, "It is with the moderators")


async def nothing_was_wrong(moderator: Spy, *spies: Spy) -> None:
    """The moderators say so, and all on the line want it to go on."""
    await sees(moderator, "Report 1")
    await moderator.member.presses("Nothing wrong")
    await moderator.stage.settled()
    for spy in spies:
        await spy.member.presses("Go on")
        await spy.stage.settled()


async def test_nobody_moves_into_a_thread(stage: FakeStage) -> None:
    ana, bo = await opened(stage)
    await show(ana, bo)
    await lounge(stage)
    await line_shown(bo, "Xochitl")
    await rests(stage)
    await bo.member.presses("Private thread")
    await sees(bo, RESTS)
    assert not stage.places.let_in


async def test_no_mask_falls(stage: FakeStage) -> None:
    ana, bo = await opened(stage)
    await show(ana)
    await sees(bo, "would like you to show")
    await rests(stage)
    await bo.member.presses("Yes, show me")
    await sees(bo, RESTS)
    await sees_no(bo, "Xochitl")


async def test_no_word_of_ones_own_crosses(stage: FakeStage) -> None:
    ana, bo = await opened(stage)
    await line_shown(bo, "Whisker")
    await rests(stage)
    await bo.member.presses("Our own word")
    await bo.member.fills("you snitch")
    await sees(bo, RESTS)
    await sees_no(ana, "you snitch")


async def test_what_waited_for_duty_hours_crosses_once_the_line_goes_on(stage: FakeStage) -> None:
    ana, bo = await opened(stage)
    moderator = await moderated(stage)
    minute = stage.whole.clock.now().hour * 60
    hours = ((minute - 60) % 1440, (minute + 120) % 1440)
    await file_of(stage.whole, bo.member, speaks=ZH, learns=EN, reads=Language.SIMPLIFIED_CHINESE, off_duty=hours)
    await says(ana, "Good morning")
    await sees(ana, "is off duty")
    await says(bo, "谢谢")
    await sees(ana, "Thank you")
    await reports(ana)
    await stage.settled()
    await stage.whole.clock.move(timedelta(hours=3))
    await stage.settled()
    await sees_no(bo, "早上好")
    await nothing_was_wrong(moderator, ana, bo)
    await sees(bo, "早上好")


async def test_what_waited_for_the_third_day_crosses_once_the_line_goes_on(stage: FakeStage) -> None:
    ana, bo = await opened(stage)
    moderator = await moderated(stage)
    await says(bo, "谢谢")
    await sees(ana, "Thank you")
    await says(ana, "https://cats.example/1")
    await sees(ana, "until the third day")
    await reports(ana)
    await stage.settled()
    await stage.whole.clock.move(timedelta(days=3))
    await stage.settled()
    await sees_no(bo, "cats.example")
    await nothing_was_wrong(moderator, ana, bo)
    await sees(bo, "cats.example")


async def test_a_report_takes_them_out_of_their_thread(stage: FakeStage) -> None:
    ana, bo = await opened(stage)
    moderator = await moderated(stage)
    await show(ana, bo)
    await lounge(stage)
    await says(bo, "谢谢")
    await sees(ana, "Thank you")
    await line_shown(ana, "Zhenzhen")
    await ana.member.presses("Private thread")
    await sees(ana, "in a thread of your own")
    (line,) = await Pairs(stage.whole.app.services.db).in_community(await community_of(stage))
    assert line.thread is not None
    await line_shown(ana, "Zhenzhen")
    await reports(ana)
    await sees(moderator, "Report 1")
    assert (await kept(stage.whole, line.id)).thread is None


async def test_nobody_is_asked_to_whom_when_all_lines_rest(stage: FakeStage) -> None:
    ana, bo = await opened(stage)
    await second_line(ana)
    for line in await Pairs(stage.whole.app.services.db).in_community(await community_of(stage)):
        await Pairs(stage.whole.app.services.db).put_held(line.id, held=True)
    await says(ana, "Good morning")
    await sees(ana, RESTS)
    await sees_no(ana, "To whom")
    await sees_no(bo, "早上好")


async def test_what_waits_for_its_authors_choice_is_nobody_elses_to_let_go(stage: FakeStage) -> None:
    ana, bo = await opened(stage)
    await second_line(ana)
    await says(ana, "Good morning")
    await sees(ana, "To whom")
    await bo.member.uses(await ana.member.finds("Moonpaw"))
    await stage.settled()
    await sees_no(bo, "早上好")
    ctx = context(stage.whole, None)
    for line in await Pairs(ctx.db).in_community(await community_of(stage)):
        assert len(await ctx.mirror.held(line.knot)) == 1


async def second_line(ana: Spy) -> None:
    """Somebody else is on a line with her too."""
    other = Spy(ana.stage, await ana.stage.member("Cy"), "Teaspoon", Language.SIMPLIFIED_CHINESE)
    await other.member.starts()
    await line_between(ana.stage.whole, Spy(ana.stage, ana.member, "Velvet", Language.ENGLISH), other)
    await sees(ana, "Teaspoon", "is open")
