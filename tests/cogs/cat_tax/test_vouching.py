"""Where the recogniser is not sure, people decide; where it sees no cat, there is a second chance."""

import asyncio
from datetime import timedelta

import pytest

from cogs.cat_tax.rules.pictures import Sight
from cogs.cat_tax.settings import VOUCHES
from tests.cogs.cat_tax.kit import (
    SAID,
    THANKED,
    UNSURE,
    asked,
    asks,
    audited,
    count,
    here_before,
    links,
    moderator,
    sees,
    sets,
    stamped,
    state_of,
    tax_of,
    thanks,
    told,
)
from tests.kit.pictures import CAT, another_cat, doubtful
from tests.kit.stage import GENERAL, Seen, expect
from tests.kit.stages.fake import FakeStage
from tests.kit.stages.fake_member import FakeMember

IT_IS = "It is a cat!"


async def doubted(stage: FakeStage, name: str = "Ana") -> tuple[FakeMember, Seen]:
    """Somebody whose picture the spy is not sure about, and the picture."""
    await sees(stage, Sight.UNSURE)
    member = await stage.newcomer(name)
    picture = await member.sends(CAT, SAID)
    await expect(stage, member).sees(UNSURE, name)
    await stage.settled()
    return member, picture


async def proof_of(stage: FakeStage, member: FakeMember) -> str | None:
    """What made a payment count."""
    await stage.settled()
    tax = await tax_of(stage, member)
    return None if tax is None or tax.proof is None else tax.proof.value


# ------------------------------------------------------------------------------------------------------------ members


async def test_members_vouch_by_the_key_and_the_second_word_makes_it_a_cat(stage: FakeStage) -> None:
    ana, picture = await doubted(stage)
    bo, eve = await here_before(stage), await here_before(stage, "Eve")
    question = await expect(stage, bo).sees(UNSURE)
    assert (question.answers, question.labels[:2]) == (picture.id, (f"{IT_IS} 0/2", "Stamp (moderators)"))
    await bo.presses(IT_IS)
    await eve.finds(f"{IT_IS} 1/2")
    assert await state_of(stage, ana) == "asked"
    assert (await expect(stage, bo).sees(UNSURE)).answers == picture.id
    await eve.presses(IT_IS)
    await ana.finds(THANKED)
    assert await proof_of(stage, ana) == "members"
    assert (count(stage, UNSURE), thanks(stage)) == (0, 1)
    receipt = next(seen for seen in ana.visible() if THANKED in seen.labels)
    assert receipt.answers == picture.id
    assert "Let others see my cat" not in receipt.labels, "the model did not see a cat"


async def test_how_many_members_is_a_setting(stage: FakeStage) -> None:
    await sets(stage, VOUCHES, 3)
    ana, _ = await doubted(stage)
    for number in range(3):
        assert thanks(stage) == 0
        await (await here_before(stage, f"Member {number}")).presses(f"{IT_IS} {number}/3")
        await stage.settled()
    assert await proof_of(stage, ana) == "members"


async def test_one_word_is_enough_where_it_is_set_so(stage: FakeStage) -> None:
    await sets(stage, VOUCHES, 1)
    ana, _ = await doubted(stage)
    await expect(stage, ana).sees("One member's word is enough")
    await (await stage.member("Bo")).presses(IT_IS)
    await ana.finds(THANKED)


@pytest.mark.parametrize("emoji", ["🐱", "❤️", "😻"])
async def test_members_vouch_by_a_reaction_on_the_picture_or_the_question(stage: FakeStage, emoji: str) -> None:
    ana, picture = await doubted(stage)
    bo, eve = await stage.member("Bo"), await stage.member("Eve")
    await bo.reacts(emoji, picture)
    await stage.settled()
    assert thanks(stage) == 0
    await eve.reacts(emoji, await expect(stage, eve).sees(UNSURE))
    await ana.finds(THANKED)
    assert await proof_of(stage, ana) == "members"


async def test_a_reaction_that_is_taken_back_or_says_something_else_counts_no_more(stage: FakeStage) -> None:
    ana, picture = await doubted(stage)
    bo, eve, kim = await stage.member("Bo"), await stage.member("Eve"), await stage.member("Kim")
    await bo.reacts("🐱", picture)
    await stage.settled()
    await bo.unreacts("🐱", picture)
    await stage.settled()
    for emoji in ("👍", "🐶", "💩"):
        await kim.reacts(emoji, picture)
    await eve.reacts("❤", picture)
    await stage.settled()
    assert (await state_of(stage, ana), thanks(stage)) == ("asked", 0)
    await bo.reacts("🐱", picture)
    await ana.finds(THANKED)


async def test_nobody_vouches_for_their_own_cat(stage: FakeStage) -> None:
    await sets(stage, VOUCHES, 1)
    ana, picture = await doubted(stage)
    await ana.starts()
    await ana.presses(IT_IS)
    await told(stage, ana, "You can't vouch for your own cat")
    await ana.reacts("🐱", picture)
    await stage.settled()
    assert await state_of(stage, ana) == "asked"


async def test_one_person_vouches_once_by_whatever_means(stage: FakeStage) -> None:
    ana, picture = await doubted(stage)
    bo = await here_before(stage)
    for _ in range(2):
        await bo.presses(IT_IS)
        await stage.settled()
    await bo.reacts("🐱", picture)
    await stage.settled()
    assert (await state_of(stage, ana), thanks(stage)) == ("asked", 0)


async def test_two_accounts_of_one_person_are_one_word(stage: FakeStage) -> None:
    ana, _ = await doubted(stage)
    bo, twin = await here_before(stage), await here_before(stage, "Bo too")
    await links(stage, bo, twin)
    for member in (bo, twin):
        await member.presses(IT_IS)
        await stage.settled()
    assert (await state_of(stage, ana), thanks(stage)) == ("asked", 0)


async def test_linking_after_both_vouched_leaves_one_word(stage: FakeStage) -> None:
    await sets(stage, VOUCHES, 3)
    ana, _ = await doubted(stage)
    bo, twin, eve = await here_before(stage), await here_before(stage, "Bo too"), await here_before(stage, "Eve")
    for member in (bo, twin):
        await member.presses(IT_IS)
        await stage.settled()
    await links(stage, bo, twin)
    await eve.presses(IT_IS)
    await eve.finds(f"{IT_IS} 2/3")
    assert await state_of(stage, ana) == "asked"


async def test_who_turns_out_to_be_the_owner_has_not_vouched(stage: FakeStage) -> None:
    ana, _ = await doubted(stage)
    twin, bo = await here_before(stage, "Ana too"), await here_before(stage)
    await twin.presses(IT_IS)
    await stage.settled()
    await links(stage, ana, twin)
    await twin.presses(IT_IS)
    await told(stage, twin, "You can't vouch for your own cat")
    await bo.presses(IT_IS)
    await bo.finds(f"{IT_IS} 1/2")
    assert await state_of(stage, ana) == "asked"


async def test_many_words_at_once_are_one_receipt(stage: FakeStage) -> None:
    ana, _ = await doubted(stage)
    members = [await here_before(stage, f"Member {number}") for number in range(5)]
    key = await ana.finds(IT_IS)
    await asyncio.gather(*(member.uses(key) for member in members))
    await stage.settled()
    assert (thanks(stage), await proof_of(stage, ana), count(stage, "paid already")) == (1, "members", 0)


async def test_a_question_to_members_outlives_the_process(stage: FakeStage) -> None:
    ana, picture = await doubted(stage)
    bo, eve = await stage.member("Bo"), await stage.member("Eve")
    await bo.presses(IT_IS)
    await stage.settled()
    await stage.whole.restart()
    await stage.gateway.running.wait()
    await eve.reacts("🐱", picture)
    await ana.finds(THANKED)


async def test_what_nobody_decided_is_forgotten_after_a_day_and_nobody_is_the_worse_for_it(stage: FakeStage) -> None:
    ana, picture = await doubted(stage)
    bo = await here_before(stage)
    key = await bo.finds(IT_IS)
    await stage.whole.clock.move(timedelta(hours=23))
    await stage.settled()
    assert count(stage, UNSURE) == 1
    await stage.whole.clock.move(timedelta(hours=2))
    await stage.settled()
    assert (count(stage, UNSURE), asks(stage)) == (0, 0)
    await bo.uses(key)
    await told(stage, bo, "settled already")
    await bo.reacts("🐱", picture)
    await sees(stage, Sight.CAT)
    await ana.sends(another_cat(1))
    await ana.finds(THANKED)


async def test_another_picture_takes_the_place_of_the_one_that_waits(stage: FakeStage) -> None:
    ana, _ = await doubted(stage)
    bo = await here_before(stage)
    first = await bo.finds(IT_IS)
    await ana.sends(another_cat(1))
    await stage.settled()
    assert count(stage, UNSURE) == 1
    await bo.uses(first)
    await told(stage, bo, "settled already")
    await bo.presses(f"{IT_IS} 0/2")
    await bo.finds(f"{IT_IS} 1/2")


async def test_a_cat_that_is_recognised_settles_what_waits(stage: FakeStage) -> None:
    ana, _ = await doubted(stage)
    await sees(stage, Sight.CAT)
    await ana.sends(another_cat(1))
    await ana.finds(THANKED)
    assert await proof_of(stage, ana) == "model"
    assert count(stage, UNSURE) == 0


async def test_who_is_asked_and_doubted_can_still_pay_otherwise(stage: FakeStage) -> None:
    await sees(stage, Sight.UNSURE)
    ana = await asked(stage)
    await ana.sends(CAT)
    await expect(stage, ana).sees(UNSURE)
    await ana.presses("I have no cat")
    await ana.presses("A plush one")
    assert await state_of(stage, ana) == "paid"
    assert (count(stage, UNSURE), asks(stage), thanks(stage)) == (0, 0, 1)


async def test_without_a_worker_members_are_asked(stage: FakeStage) -> None:
    await sees(stage, Sight.CAT, fails=True)
    ana, bo, eve = await stage.newcomer("Ana"), await stage.member("Bo"), await stage.member("Eve")
    await ana.sends(CAT)
    await expect(stage, ana).sees(UNSURE)
    for member in (bo, eve):
        await member.presses(IT_IS)
        await stage.settled()
    assert (await proof_of(stage, ana), thanks(stage)) == ("members", 1)


# --------------------------------------------------------------------------------------------------------- moderators


async def test_a_moderators_stamp_settles_it(stage: FakeStage) -> None:
    ana, _ = await doubted(stage)
    mona = await moderator(stage)
    await mona.presses("Stamp")
    await ana.finds("Let others see my cat")
    assert await proof_of(stage, ana) == "moderator"
    assert await audited(stage) == ["audit-stamped"]
    assert count(stage, UNSURE) == 0


async def test_who_is_no_moderator_does_not_stamp(stage: FakeStage) -> None:
    ana, picture = await doubted(stage)
    bo = await here_before(stage)
    await bo.presses("Stamp")
    await stage.settled()
    if stage.has_menus:
        await bo.uses_menu("Stamp", picture)
    await bo.runs("stamp", to=picture)
    await stage.settled()
    assert (await state_of(stage, ana), thanks(stage), await audited(stage)) == ("asked", 0, [])


@pytest.mark.parametrize("sight", [Sight.CAT, Sight.UNSURE, Sight.OTHER])
async def test_a_message_is_stamped_by_its_menu_or_in_reply(stage: FakeStage, sight: Sight) -> None:
    mona, ana = await moderator(stage), await stage.member("Ana")
    await sees(stage, sight)
    picture = await ana.sends(CAT, chat=GENERAL)
    await stamped(stage, mona, picture)
    await told(stage, mona, "Stamped: Ana has paid")
    await ana.finds("Let others see my cat")
    assert (await proof_of(stage, ana), await audited(stage)) == ("moderator", ["audit-stamped"])
    await stamped(stage, mona, picture)
    await expect(stage, mona).sees("settled it already")
    assert thanks(stage) == 1


async def test_only_a_members_picture_can_be_stamped(stage: FakeStage) -> None:
    mona, ana = await moderator(stage), await stage.member("Ana")
    await stamped(stage, mona, await ana.says("No picture here", chat=GENERAL))
    await expect(stage, mona).sees("a member's message with a picture")
    assert (thanks(stage), await audited(stage)) == (0, [])


async def test_a_stamp_on_a_picture_that_waits_takes_the_question_away(stage: FakeStage) -> None:
    ana, picture = await doubted(stage)
    mona = await moderator(stage)
    await stamped(stage, mona, picture)
    await ana.finds(THANKED)
    await stage.settled()
    assert (count(stage, UNSURE), thanks(stage), await proof_of(stage, ana)) == (0, 1, "moderator")


# -------------------------------------------------------------------------------------------------- the real recogniser


async def test_a_cat_in_a_snowstorm_is_doubted_by_the_real_recogniser_and_known_to_who_met_it(stage: FakeStage) -> None:
    ana, bo, eve = await stage.newcomer("Ana"), await stage.member("Bo"), await stage.member("Eve")
    picture = await ana.sends(doubtful(), SAID)
    await expect(stage, ana).sees(UNSURE, "Ana")
    await stage.settled()
    for member in (bo, eve):
        await member.reacts("🐱", picture)
        await stage.settled()
    assert (await proof_of(stage, ana), thanks(stage)) == ("members", 1)
