"""A message in, a reply out; a command; a key."""

from bot.adapters.telegram.names import chat_ref, user_ref
from bot.domain.author import Account
from bot.domain.events import ActionPressed, CommandInvoked, Community, MessagePosted, Private, PrivateOpened
from bot.domain.piece import Piece, PressKey
from bot.domain.text import RichText, Style
from bot.ports.outcome import Done, Sent
from tests.bot.adapters.telegram.rig import Rig


async def test_a_watched_message_comes_in_and_a_reply_goes_out(rig: Rig) -> None:
    group = rig.twin.add_group("Language club")
    group.add_bot()
    mia = rig.twin.add_user("Mia", username="mia_speaks")
    group.join(mia)
    rig.intake.watched.add(str(group.id))

    said = mia.posts(group, "Hi, I am new here")
    [posted] = await rig.got(MessagePosted)
    assert posted.author == Account(user_ref(mia.id), "Mia", "mia_speaks", language="en")
    assert posted.text == RichText.of("Hi, I am new here")
    assert isinstance(posted.where, Community)
    assert posted.where.chat_name == "Language club"

    piece = Piece(RichText.of("Show me your ") + RichText.of("cat", Style.BOLD), reply_to=posted.messages[0])
    sent = await rig.gateway.send(posted.where.chat, piece, key="1")
    assert isinstance(sent, Sent)
    answer = group.last
    assert answer.text == "Show me your cat"
    assert [(entity.type, entity.text) for entity in answer.entities] == [("bold", "cat")]
    assert answer.silent
    assert answer.reply_to is not None
    assert answer.reply_to.id == said.id


async def test_a_message_of_no_concern_is_asked_about_and_goes_no_further(rig: Rig) -> None:
    group = rig.twin.add_group("Club")
    group.add_bot()
    mia = rig.twin.add_user("Mia")
    group.join(mia)
    mia.posts(group, "hello all")
    mia.posts(group, "again")
    await rig.settled()
    assert rig.intake.asked[-1] == (str(group.id), str(group.id), None, "Club", str(mia.id), "again")
    assert rig.intake.all(MessagePosted) == []


async def test_a_command_comes_with_its_words_and_is_answered(rig: Rig) -> None:
    mia = rig.twin.add_user("Mia", language_code="es")
    mia.posts(mia.private, "/pay two cats")
    [called] = await rig.got(CommandInvoked)
    assert (called.command, called.rest) == ("pay", "two cats")
    assert called.by.language == "es"
    assert called.where == Private(chat_ref(mia.id))
    assert called.handle is not None
    await rig.gateway.responder(called.handle).reply(Piece(RichText.of("Gracias")), private=True)
    assert mia.private.last.text == "Gracias"


async def test_start_opens_the_private_chat_with_what_the_link_carried(rig: Rig) -> None:
    mia = rig.twin.add_user("Mia")
    mia.starts("join-7")
    mia.starts()
    opened = await rig.got(PrivateOpened, 2)
    assert [event.data for event in opened] == ["join-7", ""]


async def test_a_key_is_pressed_and_its_message_changes(rig: Rig) -> None:
    group = rig.twin.add_group("Club")
    group.add_bot()
    mia = rig.twin.add_user("Mia")
    group.join(mia)
    piece = Piece(RichText.of("Coming?"), keys=((PressKey("Yes", "j:7"), PressKey("No", "n:7")),))
    await rig.gateway.send(chat_ref(group.id), piece, key="1")
    asked = group.last

    waiting = mia.presses(asked, "Yes")
    [pressed] = await rig.got(ActionPressed)
    assert pressed.data == "j:7"
    assert pressed.handle is not None
    responder = rig.gateway.responder(pressed.handle)
    assert await responder.update(Piece(RichText.of("Mia comes"))) == Done()
    await responder.finish()
    assert asked.text == "Mia comes"
    assert asked.buttons == []
    assert (await waiting).text == ""
