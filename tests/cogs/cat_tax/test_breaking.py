"""What breaks a cat tax that was written in good faith: two at once, a kill in between, a moderator in the way."""

import asyncio
from datetime import timedelta

from bot.domain.events import ReactionChanged
from cogs.cat_tax.rules.pictures import Sight
from cogs.cat_tax.rules.standing import DOOR_OPENS_AFTER, Proof, Tender
from cogs.cat_tax.rules.tax import Payment
from cogs.cat_tax.settings import DOOR, VOUCHES, Door
from cogs.cat_tax.store.taxes import Taxes
from tests.cogs.cat_tax.kit import UNSURE, asked, count, here_before, sees, sets, tax_of, thanks
from tests.cogs.cats.kit import WEBP
from tests.kit.fake import FAKE
from tests.kit.pictures import CAT
from tests.kit.stage import INTRODUCTIONS, expect
from tests.kit.stages.fake import SPACE, FakeStage

# ------------------------------------------------------------------------------------------------------------ the door


async def test_whom_a_moderator_silenced_meanwhile_stays_silent_when_the_door_opens(stage: FakeStage) -> None:
    await sets(stage, DOOR, Door.KEPT)
    ana = await stage.newcomer("Ana")
    await stage.settled()
    await stage.members.restrict(SPACE, ana.ref, None)
    await stage.whole.clock.move(DOOR_OPENS_AFTER + timedelta(seconds=1))
    await stage.settled()
    assert stage.restricted(ana)


async def test_who_was_asked_left_and_comes_back_is_not_held_back_without_a_question(stage: FakeStage) -> None:
    await sets(stage, DOOR, Door.KEPT)
    ana = await stage.newcomer("Ana")
    await stage.settled()
    await ana.leaves()
    await stage.settled()
    stage.members.restricted.clear()
    await ana.joins()
    await stage.settled()
    assert not stage.restricted(ana)


# ----------------------------------------------------------------------------------------------------------- vouching


async def test_two_last_words_at_the_same_moment_make_one_receipt(stage: FakeStage) -> None:
    await sees(stage, Sight.UNSURE)
    await sets(stage, VOUCHES, 1)
    ana, bo, cy = await asked(stage), await here_before(stage), await here_before(stage, "Cy")
    await ana.sends(CAT)
    await expect(stage, ana).sees(UNSURE)
    await stage.settled()
    key = await bo.finds("It is a cat!")
    question = next(post for post in stage.gateway.posts if UNSURE in post.piece.text.plain)
    # In another lane, as a reaction is that is told without its topic.
    where = stage.where("elsewhere", cy.ref)
    reaction = ReactionChanged("reacted", stage.whole.clock.now(), where, question.ref, cy.account, ("❤",))
    await asyncio.gather(bo.uses(key), stage.tell(reaction))
    await stage.settled()
    assert thanks(stage) == 1
    assert count(stage, "paid already") == 0
    assert count(stage, UNSURE) == 0


async def test_a_vouch_that_a_kill_interrupted_is_finished(stage: FakeStage) -> None:
    await sees(stage, Sight.UNSURE)
    await sets(stage, VOUCHES, 1)
    ana, bo = await asked(stage), await here_before(stage)
    await ana.sends(CAT)
    await expect(stage, ana).sees(UNSURE)
    await stage.settled()
    tax = await tax_of(stage, ana)
    assert tax is not None
    key = stage.next_key()
    question = next(post for post in stage.gateway.posts if UNSURE in post.piece.text.plain)
    where = stage.where(INTRODUCTIONS, bo.ref)
    reaction = ReactionChanged(key, stage.whole.clock.now(), where, question.ref, bo.account, ("❤",))
    # As it is when a process dies after the row was written and before anything was said.
    now = stage.whole.clock.now()
    payment = Payment(Tender.PICTURE, Proof.MEMBERS, tax.place, f"{FAKE}:{key}", now, WEBP)
    await Taxes(stage.whole.app.services.db).settle(tax.community, tax.person, payment)
    await stage.tell(reaction)
    await stage.settled()
    assert thanks(stage) == 1
    assert count(stage, UNSURE) == 0
