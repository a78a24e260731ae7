"""Show mine back: who answers a cat with a cat is thanked, counted and remembered."""

from sqlalchemy import select

from cogs.cat_tax.rules.pictures import Sight
from cogs.cat_tax.store.answers import CatAnswers
from cogs.cat_tax.store.tables import ANSWER
from tests.cogs.cat_tax.kit import THANKED, count, here_before, links, paid, sees, thanks, told
from tests.cogs.cats.kit import community_of, person_of
from tests.kit.pictures import CAT, DOT, another_cat
from tests.kit.stage import Seen, expect
from tests.kit.stages.fake import SPACE, FakeStage
from tests.kit.stages.fake_member import FakeMember

BACK = "A cat for a cat"


async def receipt_of(stage: FakeStage, member: FakeMember) -> Seen:
    """Somebody's receipt."""
    await stage.settled()
    return next(seen for seen in reversed(member.visible()) if THANKED in seen.labels and member.name in seen.text)


async def given(stage: FakeStage, member: FakeMember) -> int:
    """How many people's cats somebody has answered."""
    await stage.settled()
    answers = CatAnswers(stage.whole.app.services.db)
    return await answers.given(await community_of(stage, SPACE), await person_of(stage, member))


async def test_a_cat_in_reply_to_a_receipt_is_thanked_and_counted_once_for_each_pair(stage: FakeStage) -> None:
    ana, eve, bo = await paid(stage), await paid(stage, "Eve", another_cat(1)), await stage.member("Bo")
    await bo.sends(another_cat(2), to=await receipt_of(stage, ana))
    await expect(stage, ana).sees(BACK, "Bo")
    assert await given(stage, bo) == 1
    await bo.sends(another_cat(3), to=await receipt_of(stage, ana))
    assert await given(stage, bo) == 1
    assert count(stage, BACK) == 1, "thanked once"
    await bo.sends(another_cat(2), to=await receipt_of(stage, eve))
    await expect(stage, ana).sees(BACK, "that makes 2 cats")
    assert await given(stage, bo) == 2
    assert thanks(stage) == 2, "an answer is no payment"
    async with stage.whole.app.services.db.reading() as reading:
        kept = (await reading.execute(select(ANSWER.c.giver, ANSWER.c.receiver).order_by(ANSWER.c.id))).all()
    people = [await person_of(stage, member) for member in (bo, ana, eve)]
    assert [tuple(row) for row in kept] == [(people[0], people[1]), (people[0], people[2])]


async def test_the_key_asks_by_a_form_where_there_are_forms_and_else_tells_only_them(stage: FakeStage) -> None:
    ana, bo = await paid(stage), await here_before(stage)
    await bo.presses(THANKED)
    if stage.rich:
        await bo.fills(another_cat(1))
    else:
        await told(stage, bo, "Reply to this receipt")
        await bo.sends(another_cat(1), to=await receipt_of(stage, ana))
    await expect(stage, ana).sees(BACK, "Bo")
    assert await given(stage, bo) == 1


async def test_ones_own_receipt_is_somebody_elses_to_answer(stage: FakeStage) -> None:
    ana = await paid(stage)
    await ana.starts()
    await ana.presses(THANKED)
    if stage.rich:
        await ana.fills(another_cat(1))
    await told(stage, ana, "your own receipt")
    await ana.sends(another_cat(2), to=await receipt_of(stage, ana))
    await stage.settled()
    assert (count(stage, BACK), await given(stage, ana)) == (0, 0)


async def test_nor_is_it_answered_by_another_account_of_ones_own(stage: FakeStage) -> None:
    ana, twin = await paid(stage), await here_before(stage, "Ana too")
    await links(stage, ana, twin)
    await twin.sends(another_cat(1), to=await receipt_of(stage, ana))
    assert (count(stage, BACK), await given(stage, twin)) == (0, 0)


async def test_what_is_no_cat_is_thanked_for_and_not_counted(stage: FakeStage) -> None:
    ana, bo = await paid(stage), await stage.member("Bo")
    await bo.sends(DOT, to=await receipt_of(stage, ana))
    await expect(stage, ana).sees("Not quite a cat", "Bo")
    assert await given(stage, bo) == 0


async def test_where_the_spy_is_not_sure_it_believes(stage: FakeStage) -> None:
    ana, bo = await paid(stage), await stage.member("Bo")
    await sees(stage, Sight.UNSURE)
    await bo.sends(CAT, to=await receipt_of(stage, ana))
    await expect(stage, ana).sees(BACK, "Bo")
    assert await given(stage, bo) == 1


async def test_a_newcomer_who_answers_is_counted_and_still_a_newcomer(stage: FakeStage) -> None:
    ana, bo = await paid(stage), await stage.newcomer("Bo")
    await bo.sends(another_cat(1), to=await receipt_of(stage, ana))
    await expect(stage, ana).sees(BACK, "Bo")
    assert (await given(stage, bo), thanks(stage)) == (1, 1)
    await bo.sends(another_cat(2))
    await stage.settled()
    assert thanks(stage) == 2


async def test_a_receipt_hears_answers_for_a_week_also_after_a_restart(stage: FakeStage) -> None:
    ana, bo, eve = await paid(stage), await stage.member("Bo"), await stage.member("Eve")
    receipt = await receipt_of(stage, ana)
    await stage.whole.restart()
    await stage.gateway.running.wait()
    await stage.whole.clock.move(6 * 86_400)
    await bo.sends(another_cat(1), to=receipt)
    assert await given(stage, bo) == 1
    await stage.whole.clock.move(2 * 86_400)
    await eve.sends(another_cat(2), to=receipt, chat="introductions")
    await stage.settled()


async def test_a_word_in_reply_to_a_receipt_is_nobodys_business(stage: FakeStage) -> None:
    ana, bo = await paid(stage), await stage.member("Bo")
    before = len(stage.gateway.posts)
    await bo.says("What a cat!", to=await receipt_of(stage, ana))
    await stage.settled()
    assert len(stage.gateway.posts) == before
