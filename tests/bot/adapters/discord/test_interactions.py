"""Commands, menus, completions, keys, lists and forms: they come in whole, and only to whom it is due."""

import pytest

from bot.adapters.discord import PLATFORM
from bot.adapters.discord.tickets import ticket
from bot.domain.access import Access
from bot.domain.errors import Unreadable
from bot.domain.events import (
    ActionPressed,
    CommandInvoked,
    Community,
    FormSubmitted,
    MessagePosted,
    Private,
    PrivateOpened,
    ReplyHandle,
    Visiting,
)
from bot.domain.form import ChoiceField, FileField, FormChoice, TextField
from bot.domain.piece import Choice, ListKey, PrivateKey, Sheet
from bot.ports.gateway import AnswerMode, Suggestion
from bot.ports.outcome import Done, Reason, Refused, Sent
from tests.bot.adapters.discord.kit import SAID, Recorder, chat, clubbed, key, put_off, ref, responder
from tests.twins.discord import Person
from tests.twins.discord.asking import Value
from tests.twins.discord.wire import Payload


async def test_a_commands_values_come_by_their_names() -> None:
    async with clubbed() as club:
        options: dict[str, Value | Person] = {
            "what": "a cat",
            "many": 3,
            "much": 1.5,
            "quick": True,
            "who": club.ann,
            "room": club.lounge,
            "cat": ("cat.png", b"meow", "image/png"),
            "size": "s",
        }
        club.ann.invokes(club.lounge, "give", options)
        event = await club.intake.next(CommandInvoked)
        given = {one.name: one for one in event.given}
        assert [given[name].text for name in ("what", "many", "much", "quick", "size")] == [
            "a cat",
            "3",
            "1.5",
            "true",
            "s",
        ]
        who, room, cat = given["who"].user, given["room"].chat, given["cat"].attachment
        assert who is not None
        assert (who.ref, who.name) == (event.by.ref, "Ann")
        assert room == chat(club.lounge)
        assert cat is not None
        assert event.attachments == (cat,)
        assert await club.gateway.fetch(cat, 100) == b"meow"
        club.clock.move(15 * 60 + 1)
        assert await club.gateway.fetch(cat, 100) is None
        assert (event.command, event.rights) == ("give", Access.EVERYONE)


async def test_rights_come_with_the_interaction() -> None:
    async with clubbed() as club:
        for name, right in (("mod", "kick_members"), ("host", "manage_events"), ("boss", "manage_guild")):
            club.guild.give_role(club.ann, club.guild.add_role(name, right))
            club.ann.invokes(club.lounge, "hello")
        await club.intake.next(CommandInvoked, 3)
        rights = [event.rights for event in club.intake.of(CommandInvoked)]
        assert rights == [Access.MODERATOR, Access.MODERATOR, Access.ADMIN]
        club.ann.invokes(club.ann.opens_dm(), "hello")
        event = await club.intake.next(CommandInvoked, 4)
        assert (event.rights, isinstance(event.where, Private)) == (None, True)


async def test_menus_bring_their_target() -> None:
    async with clubbed() as club:
        bob = club.twin.add_user("bob", global_name="Bob")
        club.guild.join(bob)
        said = bob.posts(club.lounge, "my cat", files=[("cat.png", b"meow", "image/png")])
        club.ann.uses_menu(said, "Praise this")
        event = await club.intake.next(CommandInvoked)
        assert (event.command, event.reply_to, event.target_text.plain) == ("praise", ref(said), "my cat")
        assert [one.name for one in event.target_attachments] == ["cat.png"]
        assert event.target_author is not None
        assert event.target_author.name == "Bob"
        club.ann.uses_menu(bob, "Greet them", channel=club.lounge)
        event = await club.intake.next(CommandInvoked, 2)
        assert event.target_user is not None
        assert (event.command, event.target_user.name) == ("greet", "Bob")


async def test_completions_are_asked_for_and_shown() -> None:
    intake = Recorder(
        suggestions=[Suggestion("A cat", "cat"), Suggestion("", ""), *(Suggestion(f"{n}", f"{n}") for n in range(40))]
    )
    async with clubbed(intake) as club:
        shown = await club.ann.completes(club.lounge, "give", "what", "ca", {"many": 2})
        assert shown[0] == ("A cat", "cat")
        assert len(shown) <= 25
        [asked] = intake.completions
        assert (asked.command, asked.parameter, asked.typed) == ("give", "what", "ca")
        assert [(one.name, one.text) for one in asked.given] == [("many", "2")]


async def test_lists_bring_the_picked_choices_data() -> None:
    async with clubbed() as club:
        listed = ListKey("which", (Choice("Cat", "c:1"), Choice("Dog", "c:2")))
        asking = await club.offers(club.lounge, listed)
        club.ann.selects(asking, ["Dog"])
        event = await club.intake.next(ActionPressed)
        assert event.data == "c:2"


@pytest.mark.parametrize("data", ["made up", "pay:999", "💥" * 20, "list", "_", "  "])
async def test_forged_and_stale_presses_pass_through_unchanged(data: str) -> None:
    async with clubbed() as club:
        asking = await club.offers(club.lounge, key("Pay", "pay"))
        await club.gateway.delete(ref(asking))
        club.ann.forges(asking, data)
        event = await club.intake.next(ActionPressed)
        assert (event.data, event.message) == (data, ref(asking))
        assert event.handle is not None
        gone = await club.gateway.responder(event.handle).update(SAID)
        assert isinstance(gone, Refused)
        assert gone.reason is Reason.GONE


async def test_two_presses_at_once_are_two_events_with_their_own_answers() -> None:
    async with clubbed() as club:
        bob = club.twin.add_user("bob")
        club.guild.join(bob)
        asking = await club.offers(club.lounge, key("Pay", "pay"))
        for who in (club.ann, bob, club.ann):
            who.presses(asking, label="Pay")
        await club.intake.next(ActionPressed, 3)
        events = club.intake.of(ActionPressed)
        assert len({event.key for event in events}) == 3
        for event in events:
            assert event.handle is not None
            assert isinstance(await club.gateway.responder(event.handle).reply(SAID, private=True), Sent)
        assert len(club.twin.messages(club.lounge, viewer=bob)) == 2
        assert not club.twin.violations


async def test_a_form_opens_and_comes_back_with_its_answers() -> None:
    async with clubbed() as club:
        asked = club.ann.invokes(club.lounge, "ask")
        sheet = Sheet(
            "Your cat",
            (
                TextField("name", "Name", hint="Tom", longest=20),
                ChoiceField("colour", "Colour", (FormChoice("r", "Red"), FormChoice("b", "Black"))),
                FileField("photo", "Photo", most=2),
            ),
            "cat:new",
        )
        assert await (await responder(club)).open_form(sheet) == Done()
        assert asked.modal is not None
        assert asked.modal.title == "Your cat"
        club.intake.modes["cat:new"] = AnswerMode.PUBLIC
        files = [("a.png", b"meow", "image/png")]
        sent = club.ann.submits(asked.modal, {"Name": "Tom", "Colour": ["Black"], "Photo": files})
        event = await club.intake.next(FormSubmitted)
        assert (event.data, event.answers.text("name"), event.answers.picked("colour")) == ("cat:new", "Tom", ("b",))
        [photo] = event.answers.files("photo")
        assert await club.gateway.fetch(photo, 100) == b"meow"
        assert event.handle is not None
        answers = club.gateway.responder(event.handle)
        again = await answers.open_form(sheet)
        assert again == Refused(Reason.UNSUPPORTED, "a form cannot answer a form")
        await put_off(club, sent)
        assert isinstance(await answers.reply(SAID, private=False), Sent)
        assert not club.twin.violations


async def test_a_form_cannot_follow_an_answer() -> None:
    async with clubbed() as club:
        club.ann.invokes(club.lounge, "hello")
        answers = await responder(club)
        await answers.reply(SAID, private=True)
        refused = await answers.open_form(Sheet("t", (TextField("name", "Name"),), "d"))
        assert isinstance(refused, Refused)
        assert not club.twin.violations


async def test_a_private_key_opens_the_private_chat() -> None:
    async with clubbed() as club:
        asking = await club.offers(club.lounge, PrivateKey("Talk", "start:7"))
        asked = club.ann.presses(asking, label="Talk")
        event = await club.intake.next(PrivateOpened)
        assert (event.data, event.by.name) == ("start:7", "Ann")
        dm = await club.gateway.private_chat(event.by.ref)
        assert event.where.chat == dm
        assert asked.state == "deferred_update"
        club.ann.closes_dms()
        assert dm is not None
        closed = await club.gateway.send(dm, SAID, key="dm")
        assert isinstance(closed, Refused)
        assert closed.reason is Reason.CLOSED
        assert event.handle is not None
        assert await club.gateway.responder(event.handle).notice("open your messages") == Done()
        assert club.twin.messages(club.lounge, viewer=club.ann)[-1].ephemeral
        assert not club.intake.of(ActionPressed)


async def test_handles_say_all_that_is_needed_and_nothing_else_is_taken_for_one() -> None:
    async with clubbed() as club:
        club.ann.invokes(club.lounge, "hello")
        event = await club.intake.next(CommandInvoked)
        assert event.handle is not None
        assert ticket(event.handle).handle == event.handle
        for token in ("", "a:b", "1:2:x:4:5:6", "1:2:c-nonsense:4:5:6"):
            with pytest.raises(Unreadable):
                club.gateway.responder(ReplyHandle(PLATFORM, token, event.handle.expires))


async def test_an_unknown_interaction_is_let_pass() -> None:
    async with clubbed() as club:
        club.twin.gateway.send_raw("INTERACTION_CREATE", {"id": "1", "type": 99, "token": "x", "application_id": "1"})
        club.ann.posts(club.lounge, "after")
        await club.intake.next(MessagePosted)


async def test_where_the_bot_is_only_visiting() -> None:
    async with clubbed() as club:
        club.ann.invokes(club.lounge, "hello")
        event = await club.intake.next(CommandInvoked)
        assert isinstance(event.where, Community)
        asked = club.twin.interactions[-1].payload
        user: Payload = {"authorizing_integration_owners": {"1": str(club.ann.id)}}
        elsewhere: Payload = {key: value for key, value in asked.items() if key not in ("guild_id", "guild", "member")}
        elsewhere |= {"user": asked["member"]["user"], "context": 2, "id": str(int(asked["id"]) + 2)}
        club.twin.gateway.send_raw("INTERACTION_CREATE", asked | user | {"id": str(int(asked["id"]) + 1)})
        club.twin.gateway.send_raw("INTERACTION_CREATE", elsewhere)
        await club.intake.next(CommandInvoked, 3)
        assert [one.where for one in club.intake.of(CommandInvoked)[1:]] == [Visiting(chat(club.lounge))] * 2
