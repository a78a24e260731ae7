"""What is no cat, or cannot be opened, meets a second chance; and what is sent where no member is."""

from dataclasses import replace

import pytest

from cogs.cat_tax.rules.pictures import Sight
from cogs.cat_tax.settings import DOOR, Door
from tests.cogs.cat_tax.kit import (
    ASKS,
    CHANCE,
    SAID,
    THANKED,
    UNSURE,
    asked,
    asks,
    count,
    file_of,
    here_before,
    posted,
    sees,
    sets,
    state_of,
    tax_of,
    thanks,
    told,
)
from tests.kit.pictures import CAT, DOT
from tests.kit.stage import expect
from tests.kit.stages.fake import FakeStage
from tests.kit.stages.fake_member import FakeMember

IT_IS = "It is a cat!"


async def proof_of(stage: FakeStage, member: FakeMember) -> str | None:
    """What made a payment count."""
    await stage.settled()
    tax = await tax_of(stage, member)
    return None if tax is None or tax.proof is None else tax.proof.value


# ------------------------------------------------------------------------------------------------------- second chances


async def test_what_is_no_cat_meets_a_kind_second_chance_and_the_next_picture_pays(stage: FakeStage) -> None:
    ana = await stage.newcomer("Ana")
    await ana.sends(DOT, SAID)
    chance = await expect(stage, ana).sees(CHANCE, "Ana")
    assert chance.labels[:3] == (IT_IS, "I have no cat", "Skip")
    await stage.settled()
    assert asks(stage) == 0
    await ana.sends(CAT)
    await ana.finds(THANKED)
    await stage.settled()
    assert (count(stage, CHANCE), thanks(stage)) == (0, 1)


async def test_it_is_a_cat_has_members_asked(stage: FakeStage) -> None:
    ana, bo, eve = await stage.newcomer("Ana"), await here_before(stage), await here_before(stage, "Eve")
    picture = await ana.sends(DOT, SAID)
    await stage.settled()
    await bo.uses(await ana.finds(IT_IS))
    await told(stage, bo, "for somebody else")
    await ana.presses(IT_IS)
    question = await expect(stage, bo).sees(UNSURE)
    await stage.settled()
    assert (question.answers, count(stage, CHANCE)) == (picture.id, 0)
    for member in (bo, eve):
        await member.presses(f"{IT_IS} ")
        await stage.settled()
    assert (await proof_of(stage, ana), thanks(stage)) == ("members", 1)


@pytest.mark.parametrize(("label", "state"), [("Skip", "skipped"), ("I have no cat", "paid")])
async def test_the_second_chance_can_be_declined(stage: FakeStage, label: str, state: str) -> None:
    ana = await stage.newcomer("Ana")
    await ana.sends(DOT, SAID)
    await ana.presses(label)
    if state == "paid":
        await ana.presses("Another animal")
    assert await state_of(stage, ana) == state
    assert (count(stage, CHANCE), asks(stage)) == (0, 0)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"GIF but no", "not a picture"),
        (CAT[:400], "arrived in pieces"),
        (b"\x00\x00\x00\x18ftypheic" + bytes(40), "can't open this kind"),
    ],
)
async def test_what_cannot_be_opened_is_said_and_the_next_picture_pays(
    stage: FakeStage, content: bytes, words: str
) -> None:
    ana = await stage.newcomer("Ana")
    await ana.sends(content, SAID)
    await expect(stage, ana).sees(words)
    await stage.settled()
    assert (asks(stage), await state_of(stage, ana)) == (0, "asked")
    await ana.sends(CAT)
    await ana.finds(THANKED)
    await expect(stage, ana).no_longer_sees(words)


async def test_a_picture_that_is_gone_before_it_is_looked_at_is_not_mentioned(stage: FakeStage) -> None:
    ana = await stage.newcomer("Ana")
    event = replace(posted(stage, ana), attachments=(file_of(stage),))
    stage.gateway.files.clear()
    before = len(stage.gateway.posts)
    await stage.tell(event)
    await stage.settled()
    assert len(stage.gateway.posts) == before
    assert await state_of(stage, ana) == "expected"
    await ana.sends(CAT)
    await ana.finds(THANKED)


async def test_a_picture_of_a_command_that_is_gone_is_asked_for_again(stage: FakeStage) -> None:
    ana = await here_before(stage, "Ana")
    stage.gateway.able = replace(stage.gateway.able, download_bytes=0)
    await ana.attaches("cat", CAT)
    await expect(stage, ana).sees("picture is gone")
    assert thanks(stage) == 0


async def test_twenty_pictures_in_one_album_cost_ten_looks(stage: FakeStage) -> None:
    eyes = await sees(stage, Sight.OTHER)
    ana = await asked(stage)
    event = replace(posted(stage, ana, ""), attachments=tuple(file_of(stage) for _ in range(20)))
    await stage.tell(event)
    await expect(stage, ana).sees(CHANCE)
    assert eyes.looked_at == 10


async def test_no_cat_in_a_command_gets_a_second_chance_and_is_asked_about_there(stage: FakeStage) -> None:
    ana, bo = await here_before(stage, "Ana"), await here_before(stage)
    await ana.attaches("cat", DOT)
    await expect(stage, ana).sees(CHANCE)
    await ana.presses(IT_IS)
    await expect(stage, bo).sees(UNSURE, "Ana")
    assert asks(stage) == 0


# ------------------------------------------------------------------------------------------------------ from elsewhere


async def test_a_doubted_picture_that_was_sent_in_private_is_asked_about_where_members_are(stage: FakeStage) -> None:
    if stage.rich:
        return  # who is held back there can write, and needs no private chat
    await sets(stage, DOOR, Door.KEPT)
    await sees(stage, Sight.OTHER)
    ana, bo = await stage.newcomer("Ana"), await here_before(stage)
    await expect(stage, ana).sees(ASKS)
    await ana.presses("Pay now")
    await ana.fills(CAT)
    await expect(stage, bo).sees(CHANCE, "Ana")
    await ana.presses(IT_IS)
    assert not (await expect(stage, bo).sees(UNSURE, "Ana")).only_me
    eve = await here_before(stage, "Eve")
    for member in (bo, eve):
        await member.presses(f"{IT_IS} ")
        await stage.settled()
    assert await proof_of(stage, ana) == "members"
    await expect(stage, bo).sees("Ana", "Receipt")


@pytest.mark.parametrize("sight", [Sight.UNSURE, Sight.OTHER])
async def test_who_stands_at_the_door_has_nobody_to_vouch_and_is_believed(stage: FakeStage, sight: Sight) -> None:
    await sets(stage, DOOR, Door.KEPT)
    await sees(stage, sight)
    ana = await stage.stranger("Ana")
    await ana.asks_to_join()
    await expect(stage, ana).sees(ASKS)
    await ana.presses("Pay now")
    await ana.fills(CAT)
    await stage.settled()
    if sight is Sight.OTHER:
        chance = await expect(stage, ana).sees(CHANCE)
        assert IT_IS not in chance.labels
        await ana.presses("I have no cat")
        await ana.presses("A plush one")
    assert await proof_of(stage, ana) == "word"
    assert stage.is_inside(ana)
