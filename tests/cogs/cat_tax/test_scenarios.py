"""The cat tax in a running bot: where introductions are heard, who may press what, what is done twice or at once."""

import asyncio
from dataclasses import replace

import pytest

from bot.domain.access import Access
from bot.domain.attachments import Attachment, MediaKind
from bot.domain.author import Account, ChatAuthor, ChatVoice
from bot.domain.events import CommandInvoked, Given, MemberJoined, MessagePosted
from bot.domain.refs import MessageRef, UserRef
from bot.domain.text import RichText
from bot.ports.outcome import Reason, Refused
from bot.ports.places import PlaceName
from cogs.cat_tax.store import Taxes
from tests.kit.fake import FAKE
from tests.kit.pictures import CAT, png
from tests.kit.stage import GENERAL, INTRODUCTIONS, expect
from tests.kit.stages.fake import FakeStage
from tests.kit.stages.fake_member import FakeMember

ASKS = "Show me your cat"
SAID = "Hello, I am Ana from Sevilla"


async def asked(stage: FakeStage, name: str = "Ana") -> FakeMember:
    """Somebody whom the spy has asked."""
    member = await stage.newcomer(name)
    await member.says(SAID)
    await expect(stage, member).sees(ASKS)
    await stage.settled()
    return member


def asks(stage: FakeStage) -> int:
    """How many questions stand."""
    return sum(ASKS in post.piece.text.plain for post in stage.gateway.posts)


def thanks(stage: FakeStage) -> int:
    """How many cats were thanked for."""
    return sum("see my cat" in str(post.piece.keys) for post in stage.gateway.posts)


def picture(stage: FakeStage, content: bytes = CAT, media_type: str = "image/png") -> Attachment:
    """A file that the platform has."""
    locator = f"own{len(stage.gateway.files)}"
    stage.gateway.files[locator] = content
    return Attachment(FAKE, locator, "cat.png", media_type, len(content), MediaKind.FILE)


def posted(stage: FakeStage, member: FakeMember, text: str = SAID, *, chat: str = INTRODUCTIONS) -> MessagePosted:
    """A member's message, to be told as it is or changed."""
    where = stage.where(chat, member.ref)
    message = MessageRef(FAKE, where.chat.id, stage.gateway.next_id())
    now = stage.whole.clock.now()
    return MessagePosted(stage.next_key(), now, where, (message,), member.account, RichText.of(text))


async def pays_by_command(stage: FakeStage, member: FakeMember, file: Attachment | None, chat: str = GENERAL) -> None:
    """Calls /cat as each platform does it."""
    where = stage.where(chat, member.ref)
    given = (Given("picture", attachment=file),) if stage.rich and file else ()
    files = (file,) if file and not stage.rich else ()
    handle = stage.gateway.handle(member.ref, where.chat, None)
    await stage.tell(
        CommandInvoked(
            stage.next_key(),
            stage.whole.clock.now(),
            where,
            "cat",
            member.account,
            given=given,
            attachments=files,
            handle=handle,
        )
    )


# -------------------------------------------------------------------------------------------------------- who is asked


async def test_each_person_is_asked_once(stage: FakeStage) -> None:
    ana = await asked(stage)
    await ana.says("And I forgot: I love maps")
    await ana.presses("Skip")
    await ana.says("One more thing about me")
    await stage.settled()
    assert asks(stage) == 0


async def test_two_introductions_at_once_meet_one_spy(stage: FakeStage) -> None:
    ana = await stage.newcomer("Ana")
    await asyncio.gather(*(stage.tell(posted(stage, ana)) for _ in range(5)))
    await stage.settled()
    assert asks(stage) == 1


async def test_an_event_that_is_told_twice_is_handled_once(stage: FakeStage) -> None:
    ana = await stage.newcomer("Ana")
    event = posted(stage, ana)
    await stage.tell(event)
    await stage.tell(event)
    await stage.settled()
    assert asks(stage) == 1


async def test_replies_bots_channels_and_hidden_words_are_no_introductions(stage: FakeStage) -> None:
    ana = await stage.newcomer("Ana")
    said = posted(stage, ana)
    robot = Account(UserRef(FAKE, "robot"), "Robot", bot=True)
    channel = ChatAuthor("news", "News", ChatVoice.LINKED_CHANNEL)
    for event in (
        replace(said, key="r", reply_to=MessageRef(FAKE, said.where.chat.id, "1")),
        replace(said, key="b", author=robot),
        replace(said, key="c", author=channel),
        replace(said, key="h", readable=False),
        replace(said, key="f", forwarded=True),
        replace(said, key="e", text=RichText.of("   ")),
    ):
        await stage.tell(event)
    await stage.settled()
    assert asks(stage) == 0


@pytest.mark.parametrize("tag", ["#intro", "#自我介绍", "#presentación"])
async def test_a_tagged_message_is_an_introduction_anywhere(stage: FakeStage, tag: str) -> None:
    ana = await stage.member("Ana")
    await ana.says(f"{tag} I am Ana", chat=GENERAL)
    await expect(stage, ana).sees(ASKS)


async def test_the_chat_that_an_admin_chose_is_heard_at_once(stage: FakeStage) -> None:
    boss, ana = await stage.member("Boss", access=Access.ADMIN), await stage.newcomer("Ana")
    await boss.starts()
    stage.places.chats.append(PlaceName(stage.chat("lobby"), "lobby"))
    await ana.says(SAID, chat="lobby")
    await expect(stage, ana).does_not_see(ASKS)
    await boss.runs("settings")
    for step in ("Cat tax", "Introductions are in", "lobby"):
        await boss.presses(step)
        await stage.settled()
    await ana.says(SAID, chat="lobby")
    await expect(stage, ana).sees(ASKS)


async def test_a_chat_that_is_no_longer_chosen_costs_nothing_again(stage: FakeStage) -> None:
    boss = await stage.member("Boss", access=Access.ADMIN)
    await boss.starts()
    lobby = stage.chat("lobby")
    stage.places.chats.append(PlaceName(lobby, "lobby"))
    heard: list[bool] = []
    for choice in ("lobby", "none"):
        await boss.runs("settings")
        for step in ("Cat tax", "Introductions are in", choice):
            await boss.presses(step)
            await stage.settled()
        assert stage.gateway.intake is not None
        heard.append(stage.gateway.intake.wants_message(boss.space.id, lobby.id, None, "lobby", "someone", SAID, None))
        await stage.whole.clock.move(60)
    assert heard == [True, False]


async def test_a_newcomer_of_a_group_with_one_chat_is_asked_after_more_than_a_greeting(stage: FakeStage) -> None:
    stage.places.chats[:] = [PlaceName(stage.chat(GENERAL), GENERAL)]
    ana, old = await stage.newcomer("Ana"), await stage.member("Old")
    await old.says("I have been here for ages", chat=GENERAL)
    await ana.says("Hi everyone! 👋", chat=GENERAL)
    await expect(stage, ana).does_not_see(ASKS)
    await ana.says("I am Ana, and I paint", chat=GENERAL)
    await expect(stage, ana).sees(ASKS)
    await stage.settled()
    assert asks(stage) == 1


async def test_who_is_still_held_back_is_not_expected(stage: FakeStage) -> None:
    stage.places.chats[:] = [PlaceName(stage.chat(GENERAL), GENERAL)]
    ana = await stage.member("Ana")
    where = stage.where(GENERAL, ana.ref)
    await stage.tell(MemberJoined("j", stage.whole.clock.now(), where, ana.account, screening=True))
    await ana.says("I am Ana, and I paint", chat=GENERAL)
    await expect(stage, ana).does_not_see(ASKS)


async def test_the_command_without_a_picture_tells_of_the_command(stage: FakeStage) -> None:
    ana = await stage.member("Ana")
    await ana.starts()
    await pays_by_command(stage, ana, None)
    await expect(stage, ana).sees("Type /cat")  # a mere picture would pay nothing in this chat


async def test_where_messages_cannot_be_read_newcomers_are_invited_and_pay_by_command(stage: FakeStage) -> None:
    stage.gateway.able = replace(stage.gateway.able, reads_all=False)
    ana = await stage.newcomer("Ana")
    invitation = await expect(stage, ana).sees("Welcome", "Ana", ASKS, "/cat")
    assert invitation.pinged == ()
    assert [post.chat for post in stage.gateway.posts if ASKS in post.piece.text.plain] == [stage.chat(INTRODUCTIONS)]
    await pays_by_command(stage, ana, picture(stage))
    await expect(stage, ana).no_longer_sees(ASKS)
    await stage.settled()
    assert thanks(stage) == 1


async def test_when_asking_is_off_nobody_is_asked_and_a_cat_is_thanked_for(stage: FakeStage) -> None:
    boss, ana = await stage.member("Boss", access=Access.ADMIN), await stage.newcomer("Ana")
    await boss.starts()
    await boss.runs("settings")
    for step in ("Cat tax", "Ask newcomers", "Turn off"):
        await boss.presses(step)
        await stage.settled()
    await ana.says(SAID)
    await expect(stage, ana).does_not_see(ASKS)
    await ana.sends(CAT)
    await ana.finds("Let others see my cat")


# ------------------------------------------------------------------------------------------------- paying and skipping


async def test_nobody_presses_for_another(stage: FakeStage) -> None:
    ana, bo = await asked(stage), await stage.member("Bo")
    await bo.starts()
    for label in ("Pay now", "I have no cat", "Skip"):
        await bo.uses(await ana.finds(label))
        await stage.settled()
    await expect(stage, bo).sees("for somebody else")
    assert asks(stage) == 1


async def test_pay_now_tells_only_who_asks(stage: FakeStage) -> None:
    ana, bo = await asked(stage), await stage.member("Bo")
    await ana.starts()
    await ana.presses("Pay now")
    told = await expect(stage, ana).sees("picture of your cat")
    assert told.only_me
    await expect(stage, bo).does_not_see("picture of your cat")


async def test_the_other_ways_to_pay_lead_back_as_well(stage: FakeStage) -> None:
    ana = await asked(stage)
    await ana.presses("I have no cat")
    await ana.finds("A plush one")
    await ana.presses("Back")
    await ana.finds("Pay now")
    assert asks(stage) == 1


async def test_a_promise_is_kept_with_a_cat_days_later(stage: FakeStage) -> None:
    ana = await asked(stage)
    await ana.presses("I have no cat")
    await ana.presses("I owe you one")
    await expect(stage, ana).sees("one cat, to be shown some day")
    await stage.whole.clock.move(3 * 86_400)
    await ana.sends(CAT)
    await ana.finds("Let others see my cat")
    await expect(stage, ana).no_longer_sees(ASKS)


async def test_a_cat_in_answer_to_the_spy_pays(stage: FakeStage) -> None:
    ana = await asked(stage)
    event = posted(stage, ana, "")
    spy = next(post.ref for post in stage.gateway.posts if ASKS in post.piece.text.plain)
    await stage.tell(replace(event, attachments=(picture(stage),), reply_to=spy))
    await stage.settled()
    assert (asks(stage), thanks(stage)) == (0, 1)


async def test_twenty_pictures_at_once_are_one_payment_and_one_joke(stage: FakeStage) -> None:
    ana = await asked(stage)
    events = [replace(posted(stage, ana, ""), attachments=(picture(stage),)) for _ in range(10)]
    await asyncio.gather(*(stage.tell(event) for event in events))
    await stage.settled()
    assert (asks(stage), thanks(stage)) == (0, 1)
    assert sum("paid already" in post.piece.text.plain for post in stage.gateway.posts) <= 1


async def test_skip_and_a_cat_at_the_same_moment_leave_it_paid(stage: FakeStage) -> None:
    ana = await asked(stage)
    skip = await ana.finds("Skip")
    cat = replace(posted(stage, ana, ""), attachments=(picture(stage),))
    await asyncio.gather(ana.uses(skip), stage.tell(cat))
    await stage.settled()
    assert (asks(stage), thanks(stage)) == (0, 1)


async def test_a_doubled_press_pays_once(stage: FakeStage) -> None:
    ana = await asked(stage)
    await ana.starts()
    await ana.presses("I have no cat")
    plush = await ana.finds("A plush one")
    await asyncio.gather(ana.uses(plush), ana.uses(plush))
    await stage.settled()
    assert sum("plush cat never scratches" in post.piece.text.plain for post in stage.gateway.posts) == 1
    await expect(stage, ana).sees("settled already")


async def test_cat_without_a_picture_explains_and_with_another_file_refuses(stage: FakeStage) -> None:
    ana = await stage.member("Ana")
    await ana.starts()
    await ana.runs("cat")
    await expect(stage, ana).sees("picture of your cat")
    await pays_by_command(stage, ana, picture(stage, b"%PDF", "application/pdf"))
    await expect(stage, ana).sees("not a picture")
    await stage.settled()
    assert thanks(stage) == 0


async def test_cat_pays_and_a_second_time_is_a_joke(stage: FakeStage) -> None:
    ana = await stage.member("Ana")
    await pays_by_command(stage, ana, picture(stage))
    await ana.finds("Let others see my cat")
    await pays_by_command(stage, ana, picture(stage, png(1, 2, 3)))
    await expect(stage, ana).sees("paid already")
    await stage.settled()
    assert thanks(stage) == 1
    await stage.whole.clock.move(120)
    await expect(stage, ana).no_longer_sees("paid already")


async def test_a_question_that_cannot_be_taken_away_does_not_stop_the_thanks(stage: FakeStage) -> None:
    ana = await asked(stage)
    stage.gateway.posts[:] = [post for post in stage.gateway.posts if ASKS not in post.piece.text.plain]
    await ana.sends(CAT)
    await ana.finds("Let others see my cat")


async def test_a_bot_that_may_not_answer_asks_nobody_twice(stage: FakeStage) -> None:
    ana = await stage.newcomer("Ana")
    stage.gateway.refusals.append(Refused(Reason.NO_RIGHT))
    await ana.says(SAID)
    await stage.settled()
    await ana.says("Hello?")
    await stage.settled()
    assert asks(stage) == 0
    await ana.sends(CAT)
    await ana.finds("Let others see my cat")


# ----------------------------------------------------------------------------------------------------- after a restart


async def test_keys_and_waiting_for_a_cat_outlive_the_process(stage: FakeStage) -> None:
    ana, bo = await asked(stage), await asked(stage, "Bo")
    await stage.whole.restart()
    await stage.gateway.running.wait()
    await bo.presses("Skip")
    await ana.sends(CAT)
    await ana.finds("Let others see my cat")
    await stage.settled()
    assert asks(stage) == 0


async def test_what_a_kill_left_half_done_is_finished(stage: FakeStage) -> None:
    ana = await stage.newcomer("Ana")
    await stage.settled()
    services = stage.whole.app.services
    event = posted(stage, ana)
    community = await services.communities.of_space(ana.space)
    person = await services.identity.person_of(ana.account)
    place = await services.places.place_of(event.where.chat, community, INTRODUCTIONS)
    # As it is when a process dies after the row was written and before anything was said.
    await Taxes(services.db).ask(
        community,
        person.id,
        place=place,
        introduction=None,
        locale=None,
        cause=f"{FAKE}:{event.key}",
        at=stage.whole.clock.now(),
    )
    await stage.tell(event)
    await expect(stage, ana).sees(ASKS)
    await stage.settled()
    assert asks(stage) == 1


# ------------------------------------------------------------------------------------------------------------- sharing


async def test_only_the_owner_decides_who_sees_a_cat(stage: FakeStage) -> None:
    ana, bo = await stage.newcomer("Ana"), await stage.member("Bo")
    await bo.starts()
    await ana.sends(CAT)
    await bo.uses(await ana.finds("Let others see my cat"))
    await expect(stage, bo).sees("for somebody else")
    await ana.finds("Let others see my cat")
