"""What is said on Discord, as the core hears it; and what it never hears."""

import pytest

from bot.adapters.discord import PLATFORM
from bot.domain.attachments import Attachment, MediaKind
from bot.domain.author import Account
from bot.domain.events import Community, MessageDeleted, MessageEdited, MessagePosted, Private, ReactionChanged
from bot.domain.message import As
from bot.domain.piece import Piece
from bot.domain.refs import ChatRef, SpaceRef
from bot.domain.text import Mention, RichText, Span, Style
from bot.ports.gateway import GatewayState
from tests.bot.adapters.discord.kit import Recorder, chat, clubbed, ref, who
from tests.twins.discord.wire import Payload


async def test_a_message_carries_author_words_and_place() -> None:
    async with clubbed() as club:
        thread = club.guild.add_thread(club.lounge, "cats", club.ann)
        said = club.ann.posts(thread, "**hi** <:cat:123456789012345678>")
        event = await club.intake.next(MessagePosted)
        assert isinstance(event.author, Account)
        assert event.author.since is not None
        assert event.author == Account(who(club.ann), "Ann", "ann", since=event.author.since)
        assert event.text == RichText.of("hi", Style.BOLD) + " :cat:"
        assert event.where == Community(
            SpaceRef(PLATFORM, str(club.guild.id)), chat(thread), "cats", ChatRef(PLATFORM, str(club.lounge.id))
        )
        assert event.messages == (ref(said),)
        assert (event.readable, event.to_bot, event.forwarded, event.reply_to) == (True, False, False, None)
        assert event.at.utcoffset() is not None


async def test_ids_are_asked_about_before_anything_is_built() -> None:
    intake = Recorder(wanted=lambda text: "#tag" in text)
    async with clubbed(intake) as club:
        club.ann.posts(club.lounge, "nothing")
        club.ann.posts(club.lounge, "with #tag")
        await intake.next(MessagePosted)
        assert [event.text.plain for event in intake.of(MessagePosted)] == ["with #tag"]
        assert intake.asked[0] == (str(club.guild.id), str(club.lounge.id), None, "lounge", str(club.ann.id), "nothing")
        dm = club.ann.opens_dm()
        club.ann.posts(dm, "#tag in private")
        event = await intake.next(MessagePosted, 2)
        assert event.where == Private(chat(dm))
        assert intake.asked[-1][0] is None


async def test_mentions_of_people_are_parts_and_others_read_as_shown() -> None:
    async with clubbed() as club:
        role = club.guild.add_role("Cooks", mentionable=True)
        club.ann.posts(club.lounge, f"hey {club.ann.mention} in <#{club.lounge.id}> and <@&{role.id}> <#99> <@77> end")
        event = await club.intake.next(MessagePosted)
        assert event.text.parts == (
            Span("hey "),
            Mention(who(club.ann), "Ann"),
            Span(" in #lounge and @Cooks <#99> <@77> end"),
        )


async def test_what_is_meant_for_the_bot_says_so() -> None:
    async with clubbed() as club:
        own = await club.says(club.lounge, "hello")
        club.ann.posts(club.lounge, "yes?", reply_to=own, ping_reply=False)
        club.ann.posts(club.lounge, "you", mentions=[club.twin.bot])
        club.ann.posts(club.lounge, "them")
        await club.intake.next(MessagePosted, 3)
        events = club.intake.of(MessagePosted)
        assert [event.to_bot for event in events] == [True, True, False]
        assert events[0].reply_to == ref(own)


async def test_without_the_message_content_intent_nothing_is_judged() -> None:
    async with clubbed(message_content=False) as club:
        club.ann.posts(club.lounge, "secret", files=[("cat.png", b"cat", "image/png")])
        club.ann.posts(club.lounge, "you see this", mentions=[club.twin.bot])
        club.ann.posts(club.ann.opens_dm(), "and this")
        await club.intake.next(MessagePosted, 3)
        hidden, mentioned, private = club.intake.of(MessagePosted)
        assert (hidden.readable, hidden.text, hidden.attachments) == (False, RichText(), ())
        assert mentioned.readable
        assert mentioned.text.plain.startswith("you see this")
        assert (private.readable, private.text.plain) == (True, "and this")
        assert [one.key for one in club.gateway.findings] == ["finding-discord-message-content"]
        assert not club.gateway.capabilities(chat(club.lounge)).reads_all


async def test_files_are_named_by_where_they_are_and_fetched_by_a_fresh_address() -> None:
    async with clubbed() as club:
        files = [("cat.png", b"cat" * 100, "image/png"), ("song.ogg", b"la", "audio/ogg"), ("x.gif", b"g", "image/gif")]
        said = club.ann.posts(club.lounge, "look", files=[*files, ("x", b"?", "application/x-y")])
        event = await club.intake.next(MessagePosted)
        kinds = [one.kind for one in event.attachments]
        assert kinds == [MediaKind.PICTURE, MediaKind.AUDIO, MediaKind.ANIMATION, MediaKind.FILE]
        cat = event.attachments[0]
        assert cat.locator.startswith(f"{club.lounge.id}/{said.id}/")
        assert (cat.name, cat.media_type, cat.size) == ("cat.png", "image/png", 300)
        club.twin.expire_attachments()
        assert await club.gateway.fetch(cat, 1_000) == b"cat" * 100
        assert await club.gateway.fetch(cat, 299) is None
        club.ann.deletes(said)
        assert await club.gateway.fetch(cat, 1_000) is None


@pytest.mark.parametrize("locator", ["", "1/2", "a/b/c", "1/2/3/4", "../../x", "1/2/3"])
async def test_a_made_up_file_is_gone(locator: str) -> None:
    async with clubbed() as club:
        made_up = Attachment(PLATFORM, locator, "x", "", None, MediaKind.FILE)
        assert await club.gateway.fetch(made_up, 1_000) is None


async def test_edits_are_told_once_each() -> None:
    async with clubbed() as club:
        said = club.ann.posts(club.lounge, "one")
        club.ann.edits(said, "two")
        event = await club.intake.next(MessageEdited)
        assert (event.message, event.text.plain) == (ref(said), "two")
        assert event.key.startswith(f"edit:{said.id}:")
        # A pin tells the message again, unchanged.
        club.twin.gateway.send_raw("MESSAGE_UPDATE", club.twin.hub.payloads.in_event(club.lounge.messages[said.id]))
        bare: Payload = {"id": str(said.id), "channel_id": str(club.lounge.id), "embeds": []}
        club.twin.gateway.send_raw("MESSAGE_UPDATE", bare)
        club.ann.edits(club.twin.messages(club.lounge)[0], "three")
        await club.intake.next(MessageEdited, 2)
        assert [one.text.plain for one in club.intake.of(MessageEdited)] == ["two", "three"]
        assert club.intake.repeated == [event.key]


async def test_deletions_and_reactions_are_told_when_they_concern_somebody() -> None:
    async with clubbed() as club:
        said = club.ann.posts(club.lounge, "one")
        club.ann.reacts(said, "🐈")
        club.ann.unreacts(said, "🐈")
        club.ann.deletes(said)
        gone = await club.intake.next(MessageDeleted)
        assert gone.messages == (ref(said),)
        added, removed = club.intake.of(ReactionChanged)
        assert (added.added, added.removed, added.by.name) == (("🐈",), (), "Ann")
        assert (removed.added, removed.removed, removed.by.ref) == ((), ("🐈",), added.by.ref)
        club.intake.wants_changes = False
        other = club.ann.posts(club.lounge, "two")
        club.ann.reacts(other, "🐈")
        club.ann.deletes(other)
        club.ann.posts(club.lounge, "end")
        await club.intake.next(MessagePosted, 3)
        assert len(club.intake.of(ReactionChanged) + club.intake.of(MessageDeleted)) == 3


async def test_what_a_message_answers_is_asked_by_its_plain_id() -> None:
    async with clubbed() as club:
        said = club.ann.posts(club.lounge, "one")
        club.ann.posts(club.lounge, "two", reply_to=said)
        answer = await club.intake.next(MessagePosted, 2)
        assert answer.reply_to == ref(said)
        assert club.intake.answers == [None, str(said.id)]
        club.ann.edits(club.twin.messages(club.lounge)[-1], "three")
        await club.intake.next(MessageEdited)
        assert club.intake.answers[-1] is None


async def test_own_messages_webhooks_and_other_bots_are_never_heard() -> None:
    async with clubbed() as club:
        await club.says(club.lounge, "own")
        spoken = Piece(RichText.of("as Ann"), speaker=As("Ann"))
        await club.sends(club.lounge, spoken)
        robot = club.twin.add_user("robot")
        robot.user.bot = True
        club.guild.join(robot)
        robot.posts(club.lounge, "beep")
        own = await club.says(club.lounge, "react here")
        await club.gateway.react(ref(own), "🐈")
        await club.gateway.react(ref(own), None)
        robot.reacts(own, "🐈")
        hook = club.twin.hub.payloads.in_event(club.lounge.messages[club.ann.posts(club.lounge, "hooked").id])
        await club.intake.next(MessagePosted)
        club.twin.gateway.send_raw("MESSAGE_CREATE", hook | {"id": "77", "webhook_id": "5"})
        club.ann.posts(club.lounge, "ann")
        await club.intake.next(MessagePosted, 2)
        assert [event.text.plain for event in club.intake.of(MessagePosted)] == ["hooked", "ann"]
        assert not club.intake.of(ReactionChanged)
        assert [asked[5] for asked in club.intake.asked] == ["hooked", "ann"]


async def test_a_forwarded_message_says_so() -> None:
    async with clubbed() as club:
        said = club.ann.posts(club.lounge, "first")
        payload = club.twin.hub.payloads.in_event(club.lounge.messages[said.id])
        snapshot: Payload = {"content": "old words", "attachments": [], "mentions": []}
        payload |= {
            "id": str(said.id + 1),
            "content": "",
            "message_reference": {"type": 1, "channel_id": "5", "message_id": "6"},
            "message_snapshots": [{"message": snapshot}],
        }
        club.twin.gateway.send_raw("MESSAGE_CREATE", payload)
        event = await club.intake.next(MessagePosted, 2)
        assert (event.forwarded, event.text.plain, event.reply_to) == (True, "old words", None)


@pytest.mark.parametrize(
    "broken", [{}, {"id": "1"}, {"author": None}, {"author": {"id": "1"}, "channel_id": "x", "content": 5}]
)
async def test_one_broken_event_of_discords_ends_nothing(broken: Payload) -> None:
    async with clubbed() as club:
        club.twin.gateway.send_raw("MESSAGE_CREATE", broken)
        club.ann.posts(club.lounge, "after")
        event = await club.intake.next(MessagePosted)
        assert event.text.plain == "after"
        assert club.gateway.state is GatewayState.CONNECTED
