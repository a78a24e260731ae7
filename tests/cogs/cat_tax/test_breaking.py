"""What breaks a cat tax that was written in good faith: two at once, a kill in between, a moderator in the way."""

from datetime import timedelta

from cogs.cat_tax.rules.standing import DOOR_OPENS_AFTER
from cogs.cat_tax.settings import DOOR, Door
from tests.cogs.cat_tax.kit import sets
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
