"""Where the bot is no member, but a user brought it along."""

from dataclasses import replace

import pytest

from bot.adapters.discord import PLATFORM
from bot.adapters.discord.commands import left_out, published
from bot.domain.access import Access
from bot.domain.author import ChatAuthor, ChatVoice
from bot.domain.capabilities import PrivateReplies, Reactions
from bot.domain.events import ActionPressed, CommandInvoked, Private, Visiting
from bot.domain.locales import Locale
from bot.domain.message import As
from bot.domain.piece import Piece
from bot.domain.refs import ChatRef, MessageRef
from bot.domain.text import RichText, Style
from bot.ports.gateway import AnswerMode, Localised, MenuSpec, MenuTarget, Offering
from bot.ports.outcome import Done, Sent
from tests.bot.adapters.discord.kit import OFFERING, Club, Recorder, chat, clubbed, key, ref, spec, who
from tests.twins.discord import Channel, NotAllowed, SeenMessage

TRANSLATE = MenuSpec(
    "translate",
    Localised("Translate", ((Locale.SPANISH, "Traducir"),)),
    MenuTarget.MESSAGE,
    AnswerMode.PRIVATE,
    Access.EVERYONE,
    visiting=True,
)
VISITING = Offering(
    (*OFFERING.commands, replace(spec("say", AnswerMode.PRIVATE), visiting=True)), (*OFFERING.menus, TRANSLATE)
)


def elsewhere(club: Club, kind: str) -> tuple[Channel, SeenMessage]:
    """A message in a chat that the bot is not in, before somebody who brought it along."""
    bob = club.twin.add_user("bob")
    if kind == "group":
        channel = club.twin.add_group(club.ann, bob)
    else:
        guild = club.twin.add_guild("Elsewhere", with_bot=False)
        channel = guild.add_channel("square")
        guild.join(club.ann)
        guild.join(bob)
        if kind == "thread":
            channel = guild.add_thread(channel, "talk", bob)
    club.ann.brings_bot_along()
    return channel, bob.posts(channel, "**hola** amigos")


def test_only_what_is_for_visits_is_offered_on_them() -> None:
    forms = {str(one["name"]): one for one in published(VISITING)}
    for name in ("say", "Translate"):
        assert (forms[name]["integration_types"], forms[name]["contexts"]) == ([0, 1], [0, 1, 2])
    assert (forms["hello"]["integration_types"], forms["hello"]["contexts"]) == ([0], [0, 1])
    assert (forms["Praise this"]["integration_types"], forms["Praise this"]["contexts"]) == ([0], [0])


def test_of_one_kind_five_menus_are_offered_at_most() -> None:
    menus = tuple(replace(TRANSLATE, name=f"m{number}", label=Localised(f"m{number}")) for number in range(7))
    offering = Offering((), menus)
    assert [one["name"] for one in published(offering) if one["type"] == 3] == [f"m{number}" for number in range(5)]
    assert left_out(offering) == ["m5", "m6"]
    assert left_out(VISITING) == []


@pytest.mark.parametrize("kind", ["guild", "thread", "group"])
async def test_a_message_menu_answers_privately_where_the_bot_is_no_member(kind: str) -> None:
    async with clubbed(Recorder(VISITING)) as club:
        channel, said = elsewhere(club, kind)
        with pytest.raises(NotAllowed):
            club.ann.uses_menu(said, "Praise this")
        asked = club.ann.uses_menu(said, "Translate")
        event = await club.intake.next(CommandInvoked)
        assert (event.command, event.where) == ("translate", Visiting(chat(channel)))
        assert event.by.ref == who(club.ann)
        assert event.target_text == RichText.of("hola", Style.BOLD) + " amigos"
        assert event.reply_to == ref(said)
        can = club.gateway.capabilities(event.where.chat)
        assert (can.private_replies, can.reactions) == (PrivateReplies.EPHEMERAL, Reactions.NONE)
        assert not any((can.reads_all, can.speaks_as, can.threads, can.deletes_others))
        assert event.handle is not None
        responder = club.gateway.responder(event.handle)
        sent = await responder.reply(Piece(RichText.of("hello"), keys=((key("More", "more"),),)), private=True)
        assert isinstance(sent, Sent)
        assert asked.state == "answered"
        assert [one.content for one in club.twin.messages(channel)] == [said.content]
        [answer] = [one for one in club.twin.messages(channel, club.ann) if one.from_bot]
        assert (answer.content, answer.ephemeral) == ("hello", True)
        # Its keys work there too, and change the answer.
        club.ann.presses(answer, label="More")
        pressed = await club.intake.next(ActionPressed)
        assert pressed.where == event.where
        assert pressed.handle is not None
        assert await club.gateway.responder(pressed.handle).update(Piece(RichText.of("more"))) == Done()
        assert [one.content for one in club.twin.messages(channel, club.ann) if one.from_bot] == ["more"]
        assert not club.twin.violations


async def test_a_slow_answer_where_the_bot_is_no_member_stays_private() -> None:
    async with clubbed(Recorder(VISITING)) as club:
        channel, said = elsewhere(club, "guild")
        asked = club.ann.uses_menu(said, "Translate")
        event = await club.intake.next(CommandInvoked)
        await club.clock.pass_by(2)
        await asked.answered()
        assert event.handle is not None
        await club.gateway.responder(event.handle).reply(Piece(RichText.of("hello")), private=True)
        [answer] = [one for one in club.twin.messages(channel, club.ann) if one.from_bot]
        assert (answer.content, answer.ephemeral) == ("hello", True)


async def test_nothing_is_offered_to_who_did_not_bring_the_bot() -> None:
    async with clubbed(Recorder(VISITING)) as club:
        _, said = elsewhere(club, "guild")
        club.ann.user.installed = False
        with pytest.raises(NotAllowed):
            club.ann.uses_menu(said, "Translate")


async def test_who_brought_the_bot_along_is_at_home_where_it_is_a_member() -> None:
    async with clubbed(Recorder(VISITING)) as club:
        club.ann.brings_bot_along()
        club.ann.uses_menu(club.ann.posts(club.lounge, "hola"), "Translate")
        event = await club.intake.next(CommandInvoked)
        assert event.where.chat == chat(club.lounge)
        assert not isinstance(event.where, Visiting)
        club.ann.invokes(club.ann.opens_dm(), "say")
        private = await club.intake.next(CommandInvoked, 2)
        assert private.where == Private(chat(club.ann.opens_dm()))


async def test_a_menu_on_a_webhooks_post_names_no_account() -> None:
    async with clubbed(Recorder(VISITING)) as club:
        post = await club.says(club.lounge, Piece(RichText.of("meow"), speaker=As("Mia")))
        club.ann.uses_menu(post, "Translate")
        event = await club.intake.next(CommandInvoked)
        assert event.target_author == ChatAuthor(str(post.webhook_id), "Mia", ChatVoice.WEBHOOK)
        assert event.reply_to == MessageRef(PLATFORM, str(club.lounge.id), str(post.id))


async def test_a_chat_that_nobody_knows_is_taken_for_a_private_one() -> None:
    async with clubbed() as club:
        assert club.gateway.capabilities(ChatRef(PLATFORM, "5")).reads_all
