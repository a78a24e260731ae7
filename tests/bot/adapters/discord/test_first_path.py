"""The way through: a message comes in and is answered, a command, a key."""

from bot.domain.controls import ButtonStyle
from bot.domain.events import ActionPressed, CommandInvoked, Community, MessagePosted
from bot.domain.piece import Piece, PressKey
from bot.domain.text import RichText, Style
from bot.ports.gateway import AnswerMode
from bot.ports.outcome import Sent
from tests.bot.adapters.discord.kit import chat, staged
from tests.twins.discord import DiscordTwin


async def test_a_message_comes_in_and_a_reply_goes_out() -> None:
    async with DiscordTwin() as twin:
        club = twin.add_guild("Cat club")
        lounge = club.add_channel("lounge")
        ann = twin.add_user("ann", global_name="Ann")
        club.join(ann)
        async with staged(twin) as stage:
            said = ann.posts(lounge, "hello *all*")
            event = await stage.intake.next(MessagePosted)
            assert event.key == f"message:{said.id}"
            assert event.text == RichText.of("hello ") + RichText.of("all", Style.ITALIC)
            assert isinstance(event.where, Community)
            assert event.where.chat_name == "lounge"
            piece = Piece(RichText.of("*hi*"), reply_to=event.messages[0])
            sent = await stage.gateway.send(chat(lounge), piece, key="one")
            assert isinstance(sent, Sent)
            reply = stage.seen(sent.messages[0])
            assert (reply.content, reply.reply_to, reply.silent) == (r"\*hi\*", said.id, True)
            assert not twin.violations


async def test_a_command_is_published_and_answered() -> None:
    async with DiscordTwin() as twin:
        club = twin.add_guild("Cat club")
        lounge = club.add_channel("lounge")
        ann = twin.add_user("ann", locale="zh-TW")
        club.join(ann)
        async with staged(twin) as stage:
            asked = ann.invokes(lounge, "hello")
            event = await stage.intake.next(CommandInvoked)
            assert (event.command, event.by.language) == ("hello", "zh-TW")
            assert event.handle is not None
            sent = await stage.gateway.responder(event.handle).reply(Piece(RichText.of("hi")), private=True)
            assert isinstance(sent, Sent)
            assert asked.message is not None
            assert (asked.message.content, asked.message.ephemeral) == ("hi", True)
            assert not twin.violations


async def test_a_key_is_pressed_and_its_message_changes() -> None:
    async with DiscordTwin() as twin:
        club = twin.add_guild("Cat club")
        lounge = club.add_channel("lounge")
        ann = twin.add_user("ann")
        club.join(ann)
        async with staged(twin) as stage:
            stage.intake.modes["pay:1"] = AnswerMode.UPDATE
            asking = await stage.offers(lounge, PressKey("Pay", "pay:1", ButtonStyle.GOOD))
            ann.presses(asking, label="Pay")
            event = await stage.intake.next(ActionPressed)
            assert event.data == "pay:1"
            assert event.handle is not None
            await stage.gateway.responder(event.handle).update(Piece(RichText.of("paid")))
            now = twin.message(asking)
            assert now is not None
            assert (now.content, now.buttons) == ("paid", ())
            assert not twin.violations
