"""The album asks first: an owner's own word, and only for what was surely looked at."""

from datetime import timedelta

from cogs.cat_tax.rules.pictures import Sight
from cogs.cats.store import Cats
from tests.cogs.cat_tax.kit import THANKED, asked, chosen, here_before, moderator, paid, sees, stamped, tax_of, told
from tests.cogs.cats.kit import community_of
from tests.kit.pictures import CAT, another_cat
from tests.kit.stage import GENERAL, expect
from tests.kit.stages.fake import SPACE, FakeStage
from tests.scenarios.steps import admin_of

SHARE = "Let others see my cat"


async def in_album(stage: FakeStage, number: int = 1) -> bool:
    """Whether a cat stands in the album."""
    await stage.settled()
    return await Cats(stage.whole.app.services.db, await community_of(stage, SPACE)).one(number) is not None


def offered(stage: FakeStage) -> bool:
    """Whether somebody is asked for their cat."""
    return any(SHARE in str(post.piece.keys) for post in stage.gateway.posts)


async def test_a_recognised_cat_is_shared_by_its_owner_alone_and_once(stage: FakeStage) -> None:
    ana, bo = await paid(stage), await here_before(stage)
    await ana.starts()
    assert not await in_album(stage)
    share = await ana.finds(SHARE)
    await bo.uses(share)
    await told(stage, bo, "for somebody else")
    assert not await in_album(stage)
    await ana.uses(share)
    await told(stage, ana, "in the album now")
    await ana.uses(share)
    assert await in_album(stage)
    assert not await in_album(stage, 2)
    await bo.runs("cats")
    assert (await expect(stage, bo).sees("No. 1", "Ana")).pictures == 1


async def test_nobody_is_shown_who_did_not_say_so(stage: FakeStage) -> None:
    ana, bo = await paid(stage), await here_before(stage)
    await bo.runs("cats")
    await stage.settled()
    assert not await in_album(stage)
    assert (await tax_of(stage, ana)) is not None


async def test_what_members_vouched_for_or_a_word_paid_is_not_offered(stage: FakeStage) -> None:
    await sees(stage, Sight.UNSURE)
    ana, bo = await stage.newcomer("Ana"), await asked(stage, "Bo")
    await bo.presses("I have no cat")
    await bo.presses("A plush one")
    await bo.finds(THANKED)
    await ana.sends(CAT)
    for name in ("Eve", "Kim"):
        await (await stage.member(name)).presses("It is a cat!")
        await stage.settled()
    assert (await tax_of(stage, ana)) is not None
    assert not offered(stage)


async def test_what_a_moderator_stamped_is_offered(stage: FakeStage) -> None:
    await sees(stage, Sight.OTHER)
    mona, ana = await moderator(stage), await stage.member("Ana")
    await stamped(stage, mona, await ana.sends(CAT, chat=GENERAL))
    await ana.presses(SHARE)
    assert await in_album(stage)


async def test_a_thumbnail_waits_for_a_day(stage: FakeStage) -> None:
    ana = await paid(stage)
    await ana.starts()
    share = await ana.finds(SHARE)
    tax = await tax_of(stage, ana)
    assert tax is not None
    assert tax.thumbnail is not None
    assert tax.thumbnail[:4] == b"RIFF"
    await stage.whole.clock.move(timedelta(hours=25))
    await stage.settled()
    tax = await tax_of(stage, ana)
    assert tax is not None
    assert tax.thumbnail is None
    await ana.uses(share)
    await told(stage, ana, "I keep it for a day only")
    assert not await in_album(stage)


async def test_a_shared_cat_outlives_the_thumbnail_and_can_be_taken_back(stage: FakeStage) -> None:
    ana = await paid(stage)
    await ana.presses(SHARE)
    await stage.settled()
    await stage.whole.clock.move(timedelta(days=3))
    await stage.settled()
    assert await in_album(stage)
    await ana.runs("cats")
    await ana.presses("Take")
    await stage.settled()
    assert not await in_album(stage)


async def test_without_an_album_nobody_is_asked(stage: FakeStage) -> None:
    admin, bo = await admin_of(stage), await paid(stage, "Bo", another_cat(1))
    await bo.starts()
    share = await bo.finds(SHARE)
    await chosen(stage, admin, "Album of cats", "On", "Turn off")
    ana = await paid(stage)
    receipt = next(seen for seen in reversed(ana.visible()) if THANKED in seen.labels)
    assert SHARE not in receipt.labels
    await bo.uses(share)
    await told(stage, bo, "no longer have that picture")
