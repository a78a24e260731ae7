"""Missions were turned off in a club: what they keep of its lines is forgotten in time all the same."""

from datetime import timedelta

from cogs.missions.actions import FadeAnswers
from cogs.missions.rules.cards import Level, Topic
from cogs.missions.rules.draws import ANSWERS_KEPT, Given
from cogs.missions.store import Draws, Limits
from tests.cogs.spies.asking.kit import community_of
from tests.cogs.spies.line.kit import Spy, context, line_between, person_of
from tests.kit.stage import PRIVATE
from tests.kit.stages.fake import FakeStage
from tests.scenarios.spying import presses


async def test_what_missions_keep_of_a_line_goes_although_they_are_off(stage: FakeStage) -> None:
    ana, bo = await stage.member("Ana"), await stage.member("Bo")
    for one in (ana, bo):
        await one.starts()
    line = await line_between(stage.whole, Spy(stage, ana, "Whisker"), Spy(stage, bo, "Moonpaw"))
    club, now = await community_of(stage), stage.whole.clock.now()
    ctx, people = context(stage.whole, club), [await person_of(stage.whole, one) for one in (ana, bo)]
    draws, limits = Draws(ctx.db), Limits(ctx.db)
    shown, _ = await draws.deal(line, club, lambda _: "a card", now)
    for person in people:
        assert shown is not None
        shown = await draws.answer(shown, person, Given("words"), frozenset(people), now)
    assert shown is not None
    assert shown.unlocked is not None
    await limits.put_topic(line, club, people[0], Topic.MONEY, on=False)
    await limits.put_level(line, club, people[0], Level.PERSONAL, on=True)
    (enabled,) = [entry for entry in ctx.settings.of("missions") if entry.setting.key == "enabled"]
    assert await ctx.settings.change(club, enabled, None, False, people[0])

    await ana.runs("line", chat=PRIVATE)
    await presses(stage, ana, "Goodbye")
    assert not await limits.yes(line)
    assert not await limits.left_out(line)
    assert await draws.last(line) == shown  # it can still be reported

    await ctx.jobs.schedule(FadeAnswers(shown.id), now + timedelta(days=1))
    await stage.whole.clock.move(timedelta(days=1).total_seconds())
    await stage.settled()
    assert not await draws.answers(shown.id)
    await stage.whole.clock.move(ANSWERS_KEPT.total_seconds())
    await stage.settled()
    assert await draws.last(line) is None
