"""What other cogs find of a line; and lines of persons who become one."""

from bot.api.offers.lines import Lines
from bot.domain.languages import Language
from bot.domain.message import Outgoing
from bot.domain.text import RichText
from cogs.spies.steps.barring import block
from cogs.spies.store.pairs import Pairs
from tests.cogs.spies.line.kit import Spy, context, kept, line_between, person_of, says, sees, sees_no
from tests.kit.stages.fake import FakeStage


async def spy(stage: FakeStage, name: str, codename: str) -> Spy:
    """Somebody who opened the private chat."""
    member = await stage.member(name)
    await member.starts()
    return Spy(stage, member, codename, Language.ENGLISH)


async def test_a_line_as_others_find_it(stage: FakeStage) -> None:
    ana, bo = await spy(stage, "Xochitl", "Whisker"), await spy(stage, "Zhenzhen", "Moonpaw")
    number = await line_between(stage.whole, ana, bo)
    pair = await kept(stage.whole, number)
    ctx = context(stage.whole, pair.community)
    lines = await ctx.find(Lines)
    assert lines is not None
    me = await person_of(stage.whole, ana.member)
    found = await lines.line(number)
    assert found is not None
    assert [buddy.name for buddy in found.buddies] == ["Whisker", "Moonpaw"]
    assert (found.adult, set(found.speaks)) == (True, {"en", "zh"})
    assert [line.id for line in await lines.of(me)] == [number]
    for _ in range(2):
        await lines.tell(number, me, Outgoing(RichText.of("A card for you")), key="card 1")
    await stage.settled()
    await sees(ana, "A card for you")
    assert len([seen for seen in ana.member.visible() if "A card for you" in seen.text]) == 1
    await sees_no(bo, "A card for you")
    await Pairs(ctx.db).put_theme(number, "partner in crime")
    assert "partner in crime" in (await lines.texts(number, me, ctx.texts_in((await ctx.texts_for(me)).locale))).plain(
        "line-word-usual", name="Moonpaw"
    )
    await Pairs(ctx.db).put_held(number, held=True)
    assert await lines.line(number) is None
    assert await lines.place(number, me) is None
    assert await lines.of(me) == []


async def test_a_line_over_a_block_by_ones_other_account_ends_when_they_become_one(stage: FakeStage) -> None:
    ana, other = await spy(stage, "Xochitl", "Whisker"), await spy(stage, "Xochitl2", "Velvet")
    bo, cy = await spy(stage, "Zhenzhen", "Moonpaw"), await spy(stage, "Cy", "Teaspoon")
    await line_between(stage.whole, other, bo)
    await line_between(stage.whole, other, cy)
    me, blocked = await person_of(stage.whole, ana.member), await person_of(stage.whole, bo.member)
    here = context(stage.whole, None)
    await block(here, me, blocked)
    code = await here.accounts.start_link(me)
    assert await here.accounts.finish_link(other.member.ref, code) is None
    await sees(bo, "Velvet", "has ended")
    assert not await Pairs(here.db).of_person(blocked)
    assert len(await Pairs(here.db).of_person(await person_of(stage.whole, cy.member))) == 1


async def test_two_persons_who_become_one_keep_one_line_to_each(stage: FakeStage) -> None:
    ana, other = await spy(stage, "Xochitl", "Whisker"), await spy(stage, "Xochitl2", "Velvet")
    bo, cy = await spy(stage, "Zhenzhen", "Moonpaw"), await spy(stage, "Cy", "Teaspoon")
    await line_between(stage.whole, ana, bo)
    await line_between(stage.whole, other, Spy(stage, bo.member, "Nightfall", Language.ENGLISH))
    await line_between(stage.whole, other, cy)
    await sees(cy, "Velvet", "is open")
    left = await person_of(stage.whole, ana.member)
    accounts = context(stage.whole, None).accounts
    code = await accounts.start_link(left)
    assert await accounts.finish_link(other.member.ref, code) is None
    await stage.settled()
    theirs = await Pairs(stage.whole.app.services.db).of_person(left)
    assert sorted(pair.called(side.person) for pair in theirs for side in pair.others(left)) == ["Moonpaw", "Teaspoon"]
    await says(other, "Good morning")
    await sees(cy, "Good morning")
    await sees_no(bo, "Good morning")
