"""Who is asked for a cat, and who is left in peace."""

import asyncio
from dataclasses import replace

import pytest

from bot.domain.access import Access
from bot.domain.author import Account, ChatAuthor, ChatVoice
from bot.domain.refs import MessageRef, UserRef
from bot.domain.text import RichText
from bot.ports.outcome import Reason, Refused
from bot.ports.places import PlaceName
from cogs.cat_tax.rules.tax import Asking
from cogs.cat_tax.settings import ASK
from cogs.cat_tax.settings import INTRODUCTIONS as CHOSEN
from cogs.cat_tax.store.taxes import Taxes
from tests.cogs.cat_tax.kit import ASKS, SAID, THANKED, asked, asks, chosen, here, posted, sets, state_of, thanks
from tests.cogs.cats.kit import community_of, person_of
from tests.kit.fake import FAKE
from tests.kit.pictures import CAT
from tests.kit.stage import GENERAL, INTRODUCTIONS, expect
from tests.kit.stages.fake import SPACE, FakeStage
from tests.scenarios.steps import admin_of


async def test_each_person_is_asked_once(stage: FakeStage) -> None:
    ana = await asked(stage)
    await ana.says("And I forgot: I love maps")
    await stage.settled()
    assert asks(stage) == 1
    await ana.presses("Skip")
    await ana.says("One more thing about me")
    await stage.settled()
    assert asks(stage) == 0


async def test_the_spy_answers_the_introduction_silently_with_its_picture_and_three_keys(stage: FakeStage) -> None:
    ana = await stage.newcomer("Ana", "es")
    introduction = await ana.says("Hola, soy Ana de Sevilla")
    spy = await expect(stage, ana).sees("Hola, soy un espía", "你好，我是间谍")
    assert (spy.answers, spy.pictures, spy.silent, spy.pinged) == (introduction.id, 1, True, ())
    assert spy.labels[:3] == ("Pagar ahora", "No tengo gato", "Saltar")


async def test_two_introductions_at_once_meet_one_spy(stage: FakeStage) -> None:
    ana = await stage.newcomer("Ana")
    await asyncio.gather(*(stage.tell(posted(stage, ana)) for _ in range(5)))
    await stage.settled()
    assert asks(stage) == 1


async def test_an_event_that_is_told_twice_is_handled_once(stage: FakeStage) -> None:
    event = posted(stage, await stage.newcomer("Ana"))
    await stage.tell(event)
    await stage.tell(event)
    await stage.settled()
    assert asks(stage) == 1


async def test_who_was_not_seen_joining_is_not_asked(stage: FakeStage) -> None:
    old = await stage.member("Old")
    await old.says("I have been here for ages")
    await old.sends(CAT)
    await old.says("#intro I have been here for ages", chat=GENERAL)
    await stage.settled()
    assert (asks(stage), thanks(stage)) == (0, 0)


async def test_where_joins_are_not_told_everybody_unknown_is_a_newcomer(stage: FakeStage) -> None:
    stage.gateway.able = replace(stage.gateway.able, sees_joins=False)
    somebody = await stage.member("Somebody")
    await somebody.says(SAID)
    await expect(stage, somebody).sees(ASKS)


async def test_replies_bots_channels_and_hidden_words_are_no_introductions(stage: FakeStage) -> None:
    ana = await stage.newcomer("Ana")
    said = posted(stage, ana)
    robot = Account(UserRef(FAKE, "robot"), "Robot", bot=True)
    channel = ChatAuthor("news", "News", ChatVoice.LINKED_CHANNEL)
    webhook = ChatAuthor("hook", "Hook", ChatVoice.WEBHOOK)
    for event in (
        replace(said, key="r", reply_to=MessageRef(FAKE, said.where.chat.id, "1")),
        replace(said, key="b", author=robot),
        replace(said, key="c", author=channel),
        replace(said, key="w", author=webhook),
        replace(said, key="h", readable=False),
        replace(said, key="f", forwarded=True),
        replace(said, key="e", text=RichText.of("   ")),
    ):
        await stage.tell(event)
    await stage.settled()
    assert asks(stage) == 0
    await stage.tell(replace(said, key="x"))
    await stage.settled()
    assert asks(stage) == 1


@pytest.mark.parametrize("tag", ["#intro", "#自我介绍", "#自我介紹", "#presentación"])
async def test_a_newcomers_tagged_message_is_an_introduction_anywhere(stage: FakeStage, tag: str) -> None:
    ana = await stage.newcomer("Ana")
    await ana.says("Has anybody seen my keys?", chat=GENERAL)
    await expect(stage, ana).does_not_see(ASKS)
    await ana.says(f"{tag} I am Ana", chat=GENERAL)
    await expect(stage, ana).sees(ASKS)


async def test_the_chat_that_an_admin_chose_is_heard_and_the_one_with_the_name_no_more(stage: FakeStage) -> None:
    boss, ana, eve = await admin_of(stage), await stage.newcomer("Ana"), await stage.newcomer("Eve")
    stage.places.chats.append(PlaceName(stage.chat("lobby"), "lobby"))
    await ana.says(SAID, chat="lobby")
    await expect(stage, ana).does_not_see(ASKS)
    await chosen(stage, boss, "Cat tax", "Introductions are in", "lobby")
    await ana.says(SAID, chat="lobby")
    await expect(stage, ana).sees(ASKS)
    await stage.settled()
    await eve.says(SAID)
    await stage.settled()
    assert asks(stage) == 1


async def test_a_chat_that_is_no_longer_chosen_costs_nothing_again(stage: FakeStage) -> None:
    boss = await admin_of(stage)
    lobby = stage.chat("lobby")
    stage.places.chats.append(PlaceName(lobby, "lobby"))
    heard: list[bool] = []
    for choice in ("lobby", "none"):
        await chosen(stage, boss, "Cat tax", "Introductions are in", choice)
        assert stage.gateway.intake is not None
        heard.append(stage.gateway.intake.wants_message(SPACE.id, lobby.id, None, "lobby", "someone", SAID, None))
        await stage.whole.clock.move(60)
    assert heard == [True, False]


async def test_a_chat_that_was_renamed_is_known_by_its_new_name(stage: FakeStage) -> None:
    ana = await stage.newcomer("Ana")
    await stage.renames(INTRODUCTIONS, "lounge")
    await stage.renames(GENERAL, "👋-自我介绍")
    await ana.says(SAID)
    await expect(stage, ana).does_not_see(ASKS)
    await ana.says(SAID, chat=GENERAL)
    await expect(stage, ana).sees(ASKS)


async def test_a_chosen_chat_stays_chosen_whatever_it_is_called(stage: FakeStage) -> None:
    ana = await stage.newcomer("Ana")
    await sets(stage, CHOSEN, await (await here(stage)).keep_place(stage.chat(GENERAL)))
    await stage.renames(GENERAL, "lounge")
    await ana.says(SAID, chat=GENERAL)
    await expect(stage, ana).sees(ASKS)


async def test_a_newcomer_of_a_group_with_one_chat_is_asked_after_more_than_a_greeting(stage: FakeStage) -> None:
    stage.places.chats[:] = [PlaceName(stage.chat(GENERAL), GENERAL)]
    ana, old = await stage.newcomer("Ana"), await stage.member("Old")
    await stage.settled()
    await old.says("I have been here for ages", chat=GENERAL)
    await ana.says("Hi everyone! 👋", chat=GENERAL)
    await expect(stage, ana).does_not_see(ASKS)
    await ana.says("I am Ana, and I paint", chat=GENERAL)
    await expect(stage, ana).sees(ASKS)
    await stage.settled()
    assert asks(stage) == 1


async def test_a_cat_without_a_word_introduces_in_a_group_with_one_chat(stage: FakeStage) -> None:
    stage.places.chats[:] = [PlaceName(stage.chat(GENERAL), GENERAL)]
    ana = await stage.newcomer("Ana")
    await stage.settled()
    await ana.sends(CAT, chat=GENERAL)
    await ana.finds(THANKED)
    assert asks(stage) == 0


async def test_who_is_still_held_back_is_not_expected_before_that_is_over(stage: FakeStage) -> None:
    stage.places.chats[:] = [PlaceName(stage.chat(GENERAL), GENERAL)]
    ana = await stage.newcomer("Ana", screening=True)
    assert await state_of(stage, ana) is None
    await ana.passes_screening()
    assert await state_of(stage, ana) == "expected"
    await ana.says("I am Ana, and I paint", chat=GENERAL)
    await expect(stage, ana).sees(ASKS)


async def test_where_messages_cannot_be_read_newcomers_are_invited_and_pay_by_command(stage: FakeStage) -> None:
    stage.gateway.able = replace(stage.gateway.able, reads_all=False)
    ana = await stage.newcomer("Ana")
    invitation = await expect(stage, ana).sees("Welcome", "Ana", ASKS, "/cat")
    assert invitation.pinged == ()
    assert [post.chat for post in stage.gateway.posts if ASKS in post.piece.text.plain] == [stage.chat(INTRODUCTIONS)]
    await ana.attaches("cat", CAT)
    await expect(stage, ana).no_longer_sees(ASKS)
    await stage.settled()
    assert thanks(stage) == 1


async def test_where_asking_is_off_nobody_is_asked_and_a_cat_is_thanked_for(stage: FakeStage) -> None:
    boss = await admin_of(stage)
    await chosen(stage, boss, "Cat tax", "Ask in this chat", "Turn off", chat=INTRODUCTIONS)
    ana, eve = await stage.newcomer("Ana"), await stage.newcomer("Eve")
    await ana.says(SAID)
    await expect(stage, ana).does_not_see(ASKS)
    await ana.sends(CAT)
    await ana.finds(THANKED)
    await eve.says("#intro I am Eve", chat=GENERAL)
    await expect(stage, eve).sees(ASKS)


async def test_where_asking_is_off_everywhere_newcomers_are_still_thanked_for_a_cat(stage: FakeStage) -> None:
    await sets(stage, ASK, value=False)
    stage.gateway.able = replace(stage.gateway.able, reads_all=False)
    ana = await stage.newcomer("Ana")
    await expect(stage, ana).does_not_see(ASKS)
    await ana.sends(CAT)
    await ana.finds(THANKED)
    await ana.says(SAID)
    await expect(stage, ana).does_not_see(ASKS)


async def test_a_bot_that_may_not_answer_asks_nobody_twice_and_still_takes_a_cat(stage: FakeStage) -> None:
    ana = await stage.newcomer("Ana")
    stage.gateway.refusals.append(Refused(Reason.NO_RIGHT))
    await ana.says(SAID)
    await stage.settled()
    await ana.says("Hello?")
    await stage.settled()
    assert asks(stage) == 0
    await ana.sends(CAT)
    await ana.finds(THANKED)


async def test_what_a_kill_left_half_done_is_finished(stage: FakeStage) -> None:
    ana = await stage.newcomer("Ana")
    await stage.settled()
    event = posted(stage, ana)
    place = await (await here(stage)).keep_place(event.where.chat)
    # As it is when a process dies after the row was written and before anything was said.
    why = Asking(place, None, None, f"{FAKE}:{event.key}", stage.whole.clock.now())
    taxes = Taxes(stage.whole.app.services.db)
    assert await taxes.ask(await community_of(stage, SPACE), await person_of(stage, ana), why) is not None
    await stage.tell(event)
    await stage.settled()
    assert asks(stage) == 1


async def test_keys_and_waiting_for_a_cat_outlive_the_process(stage: FakeStage) -> None:
    ana, bo = await asked(stage), await asked(stage, "Bo")
    await stage.whole.restart()
    await stage.gateway.running.wait()
    await bo.presses("Skip")
    await ana.sends(CAT)
    await ana.finds(THANKED)
    await stage.settled()
    assert asks(stage) == 0


async def test_an_admin_who_just_joined_is_a_newcomer_too(stage: FakeStage) -> None:
    boss = await stage.newcomer("Boss")
    stage.members.levels[boss.ref] = Access.ADMIN
    await boss.says(SAID)
    await expect(stage, boss).sees(ASKS)
