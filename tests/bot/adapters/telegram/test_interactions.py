"""Keys, commands, private answers, inline and guest questions."""

from typing import TypeVar

import pytest

from bot.adapters.telegram.names import PLATFORM, chat_ref, message_ref, user_ref
from bot.domain.access import Access
from bot.domain.author import Account
from bot.domain.errors import Unreadable
from bot.domain.events import (
    ActionPressed,
    CommandInvoked,
    Community,
    GuestAsked,
    InlineAsked,
    PrivateOpened,
    ReplyHandle,
)
from bot.domain.piece import Piece, PressKey, PrivateKey, Sheet
from bot.domain.text import RichText
from bot.ports.gateway import Responder
from bot.ports.outcome import Done, Reason, Refused, Sent
from tests.bot.adapters.telegram.rig import Rig
from tests.twins.telegram.people import Person
from tests.twins.telegram.places import Group
from tests.twins.telegram.seen import Post
from tests.twins.telegram.testing import picture

KEYS = ((PressKey("Yes", "j:7"),),)
C = TypeVar("C", CommandInvoked, ActionPressed)


def club(rig: Rig) -> tuple[Group, Person]:
    group = rig.twin.add_group("Club")
    group.add_bot()
    mia = rig.twin.add_user("Mia")
    group.join(mia)
    return group, mia


async def asked(rig: Rig, group: Group) -> Post:
    """A message of the bot with a key."""
    await rig.gateway.send(chat_ref(group.id), Piece(RichText.of("Coming?"), keys=KEYS), key="1")
    return group.last


def responder(rig: Rig, event: CommandInvoked | ActionPressed | InlineAsked | GuestAsked) -> Responder:
    assert event.handle is not None
    return rig.gateway.responder(event.handle)


def words(text: str) -> Piece:
    return Piece(RichText.of(text))


async def commands(rig: Rig) -> list[tuple[str, str]]:
    await rig.settled()
    return [(event.command, event.rest) for event in rig.intake.all(CommandInvoked)]


# Commands


async def test_a_command_in_a_group_may_name_the_bot_and_another_bots_is_left_alone(rig: Rig) -> None:
    group, mia = club(rig)
    mia.posts(group, f"/pay@{rig.twin.bot.username} with a cat")
    mia.posts(group, "/Pay\nwith two")
    mia.posts(group, "/pay@other_bot")
    mia.posts(group, "/unknown")
    mia.posts(group, "pay /pay")
    assert await commands(rig) == [("pay", "with a cat"), ("pay", "with two")]


async def test_a_name_that_other_bots_share_is_obeyed_only_when_it_is_clearly_ours(rig: Rig) -> None:
    group, mia = club(rig)
    ours = await asked(rig, group)
    mia.posts(group, "/help")
    assert await commands(rig) == []
    mia.posts(group, f"/help@{rig.twin.bot.username} 1")
    mia.posts(group, "/help 2", reply_to=ours)
    mia.posts(mia.private, "/help 3")
    assert await commands(rig) == [("help", "1"), ("help", "2"), ("help", "3")]


async def test_a_commands_files_and_target_come_along(rig: Rig) -> None:
    group, mia = club(rig)
    bo = rig.twin.add_user("Bo")
    group.join(bo)
    target = bo.posts(group, "look", photo=picture())
    mia.posts(group, "/pay this", photo=picture(), reply_to=target)
    [called] = await rig.got(CommandInvoked)
    assert len(called.attachments) == 1
    assert called.reply_to == message_ref(group.id, target.id)
    assert isinstance(called.target_author, Account)
    assert called.target_author.ref == user_ref(bo.id)
    assert called.target_text.plain == "look"
    assert len(called.target_attachments) == 1


async def test_an_album_can_carry_a_command(rig: Rig) -> None:
    group, mia = club(rig)
    mia.posts(group, "/pay", album=[picture(), picture(), picture()])
    [called] = await rig.got(CommandInvoked)
    assert len(called.attachments) == 3


async def test_a_menu_entry_is_a_command_in_answer_to_a_message(rig: Rig) -> None:
    group, mia = club(rig)
    bo = rig.twin.add_user("Bo")
    group.join(bo)
    target = bo.posts(group, "hi")
    mia.posts(group, "/buddy", reply_to=target)
    mia.posts(group, "/thank", reply_to=target)
    buddy, thank = await rig.got(CommandInvoked, 2)
    assert buddy.target_user is not None
    assert buddy.target_user.ref == user_ref(bo.id)
    assert (thank.command, thank.target_user) == ("thank", None)


async def test_a_hidden_admin_commands_as_an_admin(rig: Rig) -> None:
    group, mia = club(rig)
    group.make_admin(mia, anonymous=True)
    mia.posts(group, "/pay")
    [called] = await rig.got(CommandInvoked)
    assert called.by.ref == user_ref(1087968824)
    assert called.rights is Access.ADMIN


async def test_a_command_spoken_by_a_channel_or_a_bot_is_nobodys(rig: Rig) -> None:
    group, mia = club(rig)
    mia.posts(group, "/pay", as_chat=rig.twin.add_channel("News"))
    robot = rig.twin.add_user("Robot", is_bot=True)
    group.join(robot)
    robot.posts(group, "/pay")
    assert await commands(rig) == []


async def test_start_in_a_group_opens_no_private_chat(rig: Rig) -> None:
    group, mia = club(rig)
    mia.posts(group, f"/start@{rig.twin.bot.username} join-7")
    await rig.settled()
    assert rig.intake.all(PrivateOpened) == []


# Answers to commands


async def test_a_public_answer_stands_where_it_was_asked_and_a_private_one_in_private(rig: Rig) -> None:
    group, mia = club(rig)
    mia.starts()
    mia.posts(group, "/pay")
    [called] = await rig.got(CommandInvoked)
    assert isinstance(await responder(rig, called).reply(words("for all"), private=False), Sent)
    assert group.last.text == "for all"
    assert isinstance(await responder(rig, called).reply(words("for you"), private=True), Sent)
    assert mia.private.last.text == "for you"
    assert group.last.text == "for all"


async def test_a_private_answer_to_someone_who_never_came_is_refused(rig: Rig) -> None:
    group, mia = club(rig)
    mia.posts(group, "/pay")
    [called] = await rig.got(CommandInvoked)
    answer = await responder(rig, called).reply(words("for you"), private=True)
    assert isinstance(answer, Refused)
    assert answer.reason is Reason.CLOSED


async def test_a_command_has_no_notice_no_key_and_no_form(rig: Rig) -> None:
    group, mia = club(rig)
    mia.posts(group, "/pay")
    [called] = await rig.got(CommandInvoked)
    answers = responder(rig, called)
    for outcome in (
        await answers.notice("psst"),
        await answers.update(words("x")),
        await answers.open_form(Sheet("Title", (), "d")),
    ):
        assert isinstance(outcome, Refused)
        assert outcome.reason is Reason.UNSUPPORTED
    await answers.finish()
    assert rig.twin.calls("answerCallbackQuery") == []


# Keys


async def pressed(rig: Rig, data: str = "") -> tuple[Group, Person, ActionPressed]:
    group, mia = club(rig)
    message = await asked(rig, group)
    mia.presses(message, data=data) if data else mia.presses(message, "Yes")
    [event] = await rig.got(ActionPressed)
    return group, mia, event


async def test_forged_data_passes_through_as_it_is(rig: Rig) -> None:
    _, mia, event = await pressed(rig, data="forged\u202e; DROP")
    assert event.data == "forged\u202e; DROP"
    assert event.by.ref == user_ref(mia.id)


async def test_a_short_private_answer_to_a_key_is_a_notice(rig: Rig) -> None:
    group, mia = club(rig)
    message = await asked(rig, group)
    waiting = mia.presses(message, "Yes")
    [event] = await rig.got(ActionPressed)
    answers = responder(rig, event)
    assert await answers.reply(words("Noted!"), private=True) == Sent(())
    await answers.finish()
    assert (await waiting).text == "Noted!"
    assert not (await waiting).alert
    assert len(waiting.answers) == 1
    assert group.last.id == message.id


async def test_a_longer_notice_is_an_alert(rig: Rig) -> None:
    group, mia = club(rig)
    waiting = mia.presses(await asked(rig, group), "Yes")
    [event] = await rig.got(ActionPressed)
    await responder(rig, event).notice("n" * 150)
    assert (await waiting).alert


async def test_what_is_too_long_for_a_notice_goes_to_the_private_chat(rig: Rig) -> None:
    _, mia, event = await pressed(rig)
    mia.starts()
    await rig.settled()
    answers = responder(rig, event)
    assert isinstance(await answers.reply(words("l" * 201), private=True), Sent)
    await answers.finish()
    assert mia.private.last.text == "l" * 201
    assert len(rig.twin.calls("answerCallbackQuery")) == 1


async def test_a_notice_that_comes_too_late_goes_to_the_private_chat(rig: Rig) -> None:
    _, mia, event = await pressed(rig)
    mia.starts()
    await rig.settled()
    rig.twin_clock.forward(rig.twin.query_lifetime + 1)
    answers = responder(rig, event)
    assert isinstance(await answers.reply(words("late"), private=True), Sent)
    assert mia.private.last.text == "late"
    await answers.finish()


async def test_finish_never_raises(rig: Rig) -> None:
    _, _, event = await pressed(rig)
    rig.twin.faults.fail("answerCallbackQuery", status=500)
    await responder(rig, event).finish()
    rig.twin.faults.fail("answerCallbackQuery", status=429, retry_after=3)
    await responder(rig, event).finish()


async def test_a_key_is_answered_after_a_restart(rig: Rig) -> None:
    group, _, event = await pressed(rig)
    await rig.stop()
    rig.gateway = rig.build()
    await rig.start()
    answers = responder(rig, event)
    assert await answers.update(words("Mia comes")) == Done()
    assert group.last.text == "Mia comes"


async def test_an_old_key_comes_without_its_topic_and_finds_it_again(rig: Rig) -> None:
    group = rig.twin.add_group("Club", forum=True)
    group.add_bot()
    mia = rig.twin.add_user("Mia")
    group.join(mia)
    topic = group.add_topic("Films")
    await rig.gateway.send(chat_ref(group.id, topic.id), Piece(RichText.of("?"), keys=KEYS), key="1")
    message = group.last
    rig.twin_clock.forward(49 * 3600)
    mia.presses(message, "Yes")
    [event] = await rig.got(ActionPressed)
    assert isinstance(event.where, Community)
    assert event.where.chat.topic == str(topic.id)
    await responder(rig, event).reply(words("ok"), private=False)
    assert group.last.topic == topic.id


async def test_a_handle_of_another_make_is_unreadable(rig: Rig) -> None:
    _, _, event = await pressed(rig)
    assert event.handle is not None
    with pytest.raises(Unreadable):
        rig.gateway.responder(ReplyHandle(PLATFORM, "[]", event.handle.expires))


async def test_an_answer_before_the_start_knows_the_bots_name(rig: Rig) -> None:
    group, _, event = await pressed(rig)
    await rig.stop()
    fresh = rig.build()
    assert event.handle is not None
    piece = Piece(RichText.of("Come"), keys=((PrivateKey("In private", "x"),),))
    await fresh.responder(event.handle).reply(piece, private=False)
    assert group.last.button("In private").url == f"https://t.me/{rig.twin.bot.username}?start=x"
    await fresh.close()
