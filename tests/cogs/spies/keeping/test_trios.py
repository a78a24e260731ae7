"""One of three says goodbye: the other two go on, unless they were parted meanwhile."""

from cogs.spies.rules.pairs import Ending
from cogs.spies.steps.barring import block
from cogs.spies.steps.ending import wrap_up
from cogs.spies.store.pairs import Pairs
from tests.cogs.spies.line.kit import Spy, context, kept, line_between, person_of, says, sees, sees_no
from tests.kit.stage import PRIVATE
from tests.kit.stages.fake import FakeStage
from tests.scenarios.spying import presses


async def _three(stage: FakeStage) -> list[Spy]:
    three: list[Spy] = []
    for name, codename in (("Ana", "Whisker"), ("Bo", "Moonpaw"), ("Cleo", "Pounce")):
        member = await stage.member(name)
        await member.starts()
        three.append(Spy(stage, member, codename))
    return three


async def test_when_one_of_three_says_goodbye_the_other_two_go_on(stage: FakeStage) -> None:
    three = await _three(stage)
    ana, bo, cleo = three
    await line_between(stage.whole, *three)
    await says(ana, "https://cats.example/tea")
    await sees(ana, "until the third day")
    await presses(stage, ana.member, "Ask for a yes")
    await sees(bo, "would like to send links")
    await sees(cleo, "would like to send links")
    await cleo.member.runs("line", chat=PRIVATE)
    await presses(stage, cleo.member, "Goodbye")
    await sees(cleo, "You've said goodbye")
    await sees(ana, "didn't come along to your line with Moonpaw")
    await sees(ana, "Pounce has said goodbye", "Moonpaw and you go on")
    await sees(bo, "Pounce has said goodbye", "Whisker and you go on")
    await says(ana, "Just the two of us now")
    await sees(bo, "Just the two of us now")
    await sees_no(cleo, "Just the two of us now")
    people = [await person_of(stage.whole, spy.member) for spy in (ana, bo)]
    pairs = Pairs(context(stage.whole, None).db)
    rest = await pairs.between(people)
    assert rest is not None
    assert rest.opened is not None
    await presses(stage, bo.member, "Goodbye")
    await sees(ana, "Moonpaw has said goodbye", "Shall I look?")
    assert await pairs.between(people) is None


async def test_of_those_who_are_left_one_may_have_blocked_the_other_before_they_go_on(stage: FakeStage) -> None:
    ana, bo, cleo = three = await _three(stage)
    line = await line_between(stage.whole, *three)
    await sees(ana, "is open")
    ctx = context(stage.whole, (await kept(stage.whole, line)).community)
    first, second, third = [await person_of(stage.whole, spy.member) for spy in three]
    # The process dies right after the goodbye was written; until the rest is done, there is no line to block on.
    await Pairs(ctx.db).end(line, third, Ending.GOODBYE, ctx.clock.now())
    await block(ctx, first, second)
    await wrap_up(ctx, line)
    await sees(ana, "said goodbye")
    await sees(bo, "said goodbye")
    await sees_no(cleo, "said goodbye")
    assert await Pairs(ctx.db).between([first, second]) is None
