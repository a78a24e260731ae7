"""What breaks a cat tax that was written in good faith: two at once, a kill in between, a moderator in the way."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import TypeVar

import pytest
from PIL import Image

from bot.domain.events import CommandInvoked, Given, ReactionChanged
from bot.ports.outcome import Reason, Refused
from cogs.cat_tax.rules.pictures import Sight
from cogs.cat_tax.rules.standing import DOOR_OPENS_AFTER, Proof, Tender
from cogs.cat_tax.rules.tax import Payment
from cogs.cat_tax.settings import ASK, DOOR, RUSH, THEME, VOUCHES, Door
from cogs.cat_tax.store.taxes import Taxes
from cogs.cat_tax.work.opening import thumbnail_of
from cogs.cats.rules import fits
from tests.cogs.cat_tax.kit import (
    SAID,
    UNSURE,
    asked,
    asks,
    count,
    file_of,
    here,
    here_before,
    sees,
    sets,
    tax_of,
    thanks,
    works,
)
from tests.cogs.cats.kit import WEBP, person_of
from tests.kit.fake import FAKE
from tests.kit.pictures import CAT
from tests.kit.stage import GENERAL, INTRODUCTIONS, PRIVATE, expect
from tests.kit.stages.fake import SPACE, FakeStage
from tests.kit.stages.fake_member import FakeMember
from tests.kit.stages.telegram import telegram_stage
from tests.kit.workers import SharedWorkers
from tests.scenarios.steps import admin_of, writes_setting

P = TypeVar("P")
R = TypeVar("R")


@dataclass(slots=True)
class Slow:
    """Workers that draw when they are told to."""

    asked: asyncio.Event = field(default_factory=asyncio.Event)
    ready: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self, work: Callable[[P], R], argument: P, *, timeout: float) -> R:
        """Implements :class:`bot.ports.workers.Workers`."""
        self.asked.set()
        await self.ready.wait()
        return await SharedWorkers().run(work, argument, timeout=timeout)


async def asked_in_a_rush(stage: FakeStage, name: str) -> FakeMember:
    """One of many who introduce themselves."""
    member = await stage.newcomer(name)
    await member.says(SAID)
    await stage.settled()
    return member


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


async def test_who_knocks_pays_by_simply_sending_a_picture_in_private(stage: FakeStage) -> None:
    await sets(stage, DOOR, Door.KEPT)
    ana = await stage.stranger("Ana")
    await ana.asks_to_join()
    await expect(stage, ana).sees("You knocked")
    await stage.settled()
    await ana.says("What is this?", chat=PRIVATE)
    await expect(stage, ana).sees("Send a picture of your cat right here")
    await ana.sends(CAT, chat=PRIVATE)
    await stage.settled()
    tax = await tax_of(stage, ana)
    assert tax is not None
    assert tax.state.value == "paid"
    assert stage.is_inside(ana)


async def test_nobody_is_held_back_where_the_question_cannot_be_asked(stage: FakeStage) -> None:
    await sets(stage, DOOR, Door.KEPT)
    stage.gateway.refusals.append(Refused(Reason.NO_RIGHT))
    ana = await stage.newcomer("Ana")
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


# -------------------------------------------------------------------------------- nobody is nagged, and nothing kept


async def test_who_left_is_not_reminded(stage: FakeStage) -> None:
    ana = await asked(stage)
    await ana.starts()
    await ana.presses("I have no cat")
    await ana.presses("I owe you one")
    await stage.settled()
    await ana.leaves()
    await stage.settled()
    await stage.whole.clock.move(8 * 86_400)
    await stage.settled()
    assert count(stage, "You once promised") == 0


async def test_where_nobody_is_asked_nobody_is_held_back(stage: FakeStage) -> None:
    await sets(stage, DOOR, Door.KEPT)
    await sets(stage, ASK, False)
    ana = await stage.newcomer("Ana")
    await stage.settled()
    assert not stage.restricted(ana)


async def test_a_greeting_that_takes_long_names_nobody_twice(stage: FakeStage) -> None:
    await sets(stage, RUSH, 2)
    await sets(stage, THEME, "a slow spy")
    slow = Slow()
    await works(stage, slow)
    slow.ready.set()
    newcomers = [await asked_in_a_rush(stage, f"Newcomer{number}") for number in range(5)]
    slow.ready.clear()
    slow.asked.clear()
    await stage.whole.clock.move(11)
    await slow.asked.wait()
    newcomers += [await asked_in_a_rush(stage, f"Newcomer{number}") for number in range(5, 8)]
    await stage.whole.clock.move(11)
    slow.ready.set()
    for _ in range(3):
        await stage.settled()
        await stage.whole.clock.move(11)
    await expect(stage, newcomers[-1]).sees("Newcomer7")
    for member in newcomers[2:]:
        named = sum(member.name in post.piece.text.plain for post in stage.gateway.posts)
        assert named == 1, member.name


async def test_a_name_is_forgotten_when_its_owner_did_not_wait_for_the_greeting(stage: FakeStage) -> None:
    await sets(stage, RUSH, 2)
    members = [await asked_in_a_rush(stage, f"Newcomer{number}") for number in range(4)]
    await members[3].sends(CAT)
    await stage.settled()
    tax = await tax_of(stage, members[3])
    assert tax is not None
    assert (tax.state.value, tax.called) == ("paid", None)


async def test_who_joined_a_month_ago_and_said_nothing_is_forgotten_and_not_asked(stage: FakeStage) -> None:
    ana = await stage.newcomer("Ana")
    await stage.settled()
    await stage.whole.clock.move(20 * 86_400)
    bo = await stage.newcomer("Bo")
    await stage.settled()
    await stage.whole.clock.move(11 * 86_400)
    await stage.settled()
    assert await tax_of(stage, ana) is None
    assert await tax_of(stage, bo) is not None
    await ana.says(SAID)
    await stage.settled()
    assert asks(stage) == 0
    await stage.whole.clock.move(20 * 86_400)
    await stage.settled()
    assert await tax_of(stage, bo) is None


async def test_the_door_of_who_is_forgotten_opens(stage: FakeStage) -> None:
    await sets(stage, DOOR, Door.KEPT)
    ana = await stage.stranger("Ana")
    await ana.asks_to_join()
    await expect(stage, ana).sees("You knocked")
    await stage.settled()
    await (await here(stage)).records.forget(await person_of(stage, ana))
    await stage.settled()
    assert stage.is_inside(ana)


async def test_newcomers_are_asked_also_when_no_more_can_be_heard(
    stage: FakeStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stage.whole.app.services.watches, "_most", 0)  # a hundred thousand take a while to make
    ana = await asked(stage)
    await ana.sends(CAT)
    await stage.settled()
    assert thanks(stage) == 1


# ----------------------------------------------------------------------------------------------- what members can see


async def test_members_see_the_picture_that_they_are_asked_about(stage: FakeStage) -> None:
    await sees(stage, Sight.UNSURE)
    ana = await stage.member("Ana")
    where = stage.where(GENERAL, ana.ref)
    file = file_of(stage)
    await stage.tell(
        CommandInvoked(
            stage.next_key(),
            stage.whole.clock.now(),
            where,
            "cat",
            ana.account,
            given=(Given("picture", attachment=file),) if stage.rich else (),
            attachments=() if stage.rich else (file,),
            handle=stage.gateway.handle(ana.ref, where.chat, None),
        )
    )
    await expect(stage, ana).sees(UNSURE)
    await stage.settled()
    question = next(post for post in stage.gateway.posts if UNSURE in post.piece.text.plain)
    assert [file.spoiler for file in question.piece.files] == [True]


async def test_who_is_held_back_in_a_rush_pays_in_private(stage: FakeStage) -> None:
    if stage.rich:
        pytest.skip("nobody is kept from writing there")
    await sets(stage, DOOR, Door.KEPT)
    await sets(stage, RUSH, 2)
    newcomers = [await stage.newcomer(f"Newcomer{number}") for number in range(4)]
    await stage.settled()
    await stage.whole.clock.move(11)
    last = newcomers[-1]
    await expect(stage, last).sees("So many of you", last.name)
    await last.presses("Pay now")
    await last.fills(CAT)
    await stage.settled()
    tax = await tax_of(stage, last)
    assert tax is not None
    assert tax.state.value == "paid"
    assert not stage.restricted(last)


async def test_who_never_wrote_to_the_bot_is_told_by_a_notice_how_to_pay(tmp_path: Path) -> None:
    async with telegram_stage(tmp_path) as telegram:
        admin = await admin_of(telegram)
        await writes_setting(telegram, admin, "Greet together above", "2")
        for name in ("Ana", "Bo", "Cy"):
            newcomer = await telegram.newcomer(name)
            await newcomer.says(f"Hello, I am {name} from Sevilla")
            await telegram.settled()
        await telegram.whole.clock.move(11)
        await expect(telegram, newcomer).sees("So many of you", "Cy")
        await newcomer.presses("Pay now")
        await expect(telegram, newcomer).sees("or reply to me with it")


def test_the_thumbnail_of_the_busiest_picture_fits_an_album() -> None:
    noise = Image.frombytes("RGB", (900, 900), Random(3).randbytes(900 * 900 * 3))  # noqa: S311  # noise
    assert fits(thumbnail_of(noise))


async def test_no_number_is_too_large_for_the_album(stage: FakeStage) -> None:
    ana = await stage.member("Ana")
    await ana.starts()
    where, number = stage.where(GENERAL, ana.ref), "9" * 23
    given = (Given("number", text=number),) if stage.rich else ()
    handle = stage.gateway.handle(ana.ref, where.chat, None) if stage.rich else None
    now = stage.whole.clock.now()
    await stage.tell(
        CommandInvoked(stage.next_key(), now, where, "cats", ana.account, rest=number, given=given, handle=handle)
    )
    await expect(stage, ana).sees("“number” must be a number")
