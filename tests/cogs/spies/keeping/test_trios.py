"""One of three says goodbye: the other two go on."""

from cogs.spies.store.pairs import Pairs
from tests.cogs.spies.line.kit import Spy, context, line_between, person_of, says, sees, sees_no
from tests.kit.stage import PRIVATE
from tests.kit.stages.fake import FakeStage
from tests.scenarios.spying import presses


async def test_when_one_of_three_says_goodbye_the_other_two_go_on(stage: FakeStage) -> None:
    three: list[Spy] = []
    for name, codename in (("Ana", "Whisker"), ("Bo", "Moonpaw"), ("Cleo", "Pounce")):
        member = await stage.member(name)
        await member.starts()
        three.append(Spy(stage, member, codename))
    ana, bo, cleo = three
    await line_between(stage.whole, *three)
    await cleo.member.runs("line", chat=PRIVATE)
    await presses(stage, cleo.member, "Goodbye")
    await sees(cleo, "You've said goodbye")
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
