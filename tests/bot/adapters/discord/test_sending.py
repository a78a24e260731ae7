"""What the bot says on Discord: once, to the right place, and honestly refused where it cannot."""

import pytest

from bot.adapters.discord import PLATFORM
from bot.domain.attachments import File
from bot.domain.errors import Flooded, PlatformError, Unreachable
from bot.domain.message import As, Card
from bot.domain.piece import Piece
from bot.domain.refs import ChatRef, MessageRef, Platform, UserRef
from bot.domain.text import Mention, RichText
from bot.ports.outcome import Done, Reason, Refused, Sent
from tests.bot.adapters.discord.kit import chat, clubbed, ref, who

SAID = Piece(RichText.of("said"))
AS_ANN = Piece(RichText.of("*meow*"), speaker=As("Ann of Discord", "https://e.org/ann.png"))
MESSAGES = "/channels/*/messages"


async def test_nothing_typed_pings_or_is_markup() -> None:
    async with clubbed() as club:
        event_by = club.ann.posts(club.lounge, "x")
        typed = f"@everyone {club.ann.mention} **bold**"
        seen = await club.says(club.lounge, Piece(RichText.of(typed), reply_to=ref(event_by)))
        assert seen.pinged == frozenset()
        named = RichText((Mention(who(club.ann), "Ann"),))
        quiet = await club.says(club.lounge, Piece(named))
        assert quiet.pinged == frozenset()
        loud = await club.says(club.lounge, Piece(named, mentions=(who(club.ann),), silent=False))
        assert (loud.pinged, loud.silent) == (frozenset({club.ann.id}), False)
        assert await club.gateway.edit(ref(loud), Piece(RichText.of(typed))) == Done()
        assert not club.twin.violations


async def test_a_retried_send_happens_once() -> None:
    async with clubbed() as club:
        club.twin.faults.fail("POST", MESSAGES, 500, after_effect=True)
        with pytest.raises(Unreachable) as lost:
            await club.gateway.send(chat(club.lounge), SAID, key="the-same")
        assert lost.value.uncertain
        sent = await club.gateway.send(chat(club.lounge), SAID, key="the-same")
        assert isinstance(sent, Sent)
        assert [one.id for one in club.twin.messages(club.lounge)] == [int(sent.messages[0].id)]


async def test_short_floods_are_waited_out_and_long_ones_told() -> None:
    async with clubbed() as club:
        club.twin.faults.fail("POST", MESSAGES, 429, retry_after=0.01)
        assert (await club.says(club.lounge, "one")).content == "one"
        club.twin.faults.fail("POST", MESSAGES, 429, retry_after=12.5)
        with pytest.raises(Flooded) as flood:
            await club.gateway.send(chat(club.lounge), SAID, key="k")
        assert flood.value.retry_after == 12.5
        assert len(club.twin.asked("POST", "/messages")) == 3


@pytest.mark.parametrize("status", [500, 502, 503, 504])
async def test_a_failing_server_is_not_asked_again_unasked(status: int) -> None:
    async with clubbed() as club:
        club.twin.faults.fail("POST", MESSAGES, status, times=9)
        with pytest.raises(Unreachable):
            await club.gateway.send(chat(club.lounge), SAID, key="k")
        assert len(club.twin.asked("POST", "/messages")) == 1


@pytest.mark.parametrize("body", [b"<html>oops", b"", b"[]", b'"text"', b"{}"])
async def test_garbage_is_unreachable(body: bytes) -> None:
    async with clubbed() as club:
        club.twin.faults.garbage("POST", MESSAGES, body=body)
        with pytest.raises(Unreachable) as lost:
            await club.gateway.send(chat(club.lounge), SAID, key="k")
        assert lost.value.uncertain


async def test_silence_is_unreachable() -> None:
    async with clubbed(patience=0.5) as club:
        club.twin.faults.silence("POST", MESSAGES)
        with pytest.raises(Unreachable) as lost:
            await club.gateway.send(chat(club.lounge), SAID, key="k")
        assert lost.value.uncertain


async def test_what_the_platform_refuses_is_told_by_its_reason() -> None:
    async with clubbed() as club:
        muted, hidden = club.guild.add_channel("muted"), club.guild.add_channel("hidden")
        club.guild.overwrite(muted, club.twin.bot, deny=["send_messages"])
        club.guild.overwrite(hidden, club.twin.bot, deny=["view_channel"])
        dm = club.ann.opens_dm()
        club.ann.closes_dms()
        reasons = {
            "muted": await club.sends(muted, SAID),
            "hidden": await club.sends(hidden, SAID),
            "closed": await club.sends(dm, SAID),
            "gone": await club.gateway.send(ChatRef(PLATFORM, "12345"), SAID, key="k"),
            "empty": await club.sends(club.lounge, Piece()),
            "blank": await club.sends(club.lounge, " \n "),
            "foreign": await club.gateway.send(ChatRef(Platform("telegram"), "1"), SAID, key="k"),
            "large": await club.sends(club.lounge, Piece(files=(File("x.png", "image/png", bytes(11 << 20)),))),
        }
        found = {name: one.reason for name, one in reasons.items() if isinstance(one, Refused)}
        assert found == {
            "muted": Reason.NO_RIGHT,
            "hidden": Reason.NO_RIGHT,
            "closed": Reason.CLOSED,
            "gone": Reason.GONE,
            "empty": Reason.INVALID,
            "blank": Reason.INVALID,
            "foreign": Reason.INVALID,
            "large": Reason.TOO_LARGE,
        }
        assert not club.twin.violations


async def test_without_the_right_to_upload_a_file_is_refused_and_the_chat_says_so() -> None:
    async with clubbed() as club:
        club.guild.overwrite(club.lounge, club.twin.bot, deny=["attach_files", "embed_links", "manage_webhooks"])
        await club.twin.settled()
        can = club.gateway.capabilities(chat(club.lounge))
        assert (can.files, can.cards, can.speaks_as) == (0, False, False)
        refused = await club.sends(club.lounge, Piece(files=(File("x.png", "image/png", b"x"),)))
        assert isinstance(refused, Refused)
        assert refused.reason is Reason.NO_RIGHT


async def test_a_reply_to_what_is_gone_or_not_to_be_read_is_a_plain_message() -> None:
    async with clubbed() as club:
        said = club.ann.posts(club.lounge, "x")
        lost = MessageRef(PLATFORM, str(club.lounge.id), "1234")
        elsewhere = MessageRef(PLATFORM, "77", str(said.id))
        for target in (lost, elsewhere):
            assert (await club.says(club.lounge, Piece(RichText.of("x"), reply_to=target))).reply_to is None
        club.guild.overwrite(club.lounge, club.twin.bot, deny=["read_message_history"])
        assert (await club.says(club.lounge, Piece(RichText.of("x"), reply_to=ref(said)))).reply_to is None


async def test_cards_and_files_arrive() -> None:
    async with clubbed() as club:
        cat = File("cat.png", "image/png", b"meow", alt="a cat", spoiler=True)
        piece = Piece(RichText.of("x"), Card("T", RichText.of("b")), files=(cat,))
        seen = await club.says(club.lounge, piece)
        assert [(one.name, one.data, one.description) for one in seen.files] == [("SPOILER_cat.png", b"meow", "a cat")]
        assert seen.embeds[0]["title"] == "T"
        assert await club.gateway.edit(ref(seen), Piece(RichText.of("y"))) == Done()
        now = club.twin.message(seen)
        assert now is not None
        assert (now.content, now.embeds, len(now.files)) == ("y", (), 1)


async def test_messages_are_edited_deleted_and_reacted_to() -> None:
    async with clubbed() as club:
        own = await club.says(club.lounge, "one")
        theirs = club.ann.posts(club.lounge, "two")
        assert await club.gateway.react(ref(theirs), "👀") == Done()
        assert await club.gateway.react(ref(theirs), "🐈") == Done()
        now = club.twin.message(theirs)
        assert now is not None
        assert list(now.reactions) == ["🐈"]
        assert await club.gateway.react(ref(theirs), None) == Done()
        now = club.twin.message(theirs)
        assert now is not None
        assert not now.reactions
        assert await club.gateway.react(ref(theirs), "nonsense") == Refused(Reason.UNSUPPORTED, "10014 Unknown Emoji")
        foreign = await club.gateway.edit(ref(theirs), SAID)
        assert isinstance(foreign, Refused)
        assert foreign.reason is Reason.NO_RIGHT
        assert await club.gateway.delete(ref(theirs)) == Done()
        assert await club.gateway.delete(ref(own)) == Done()
        gone = await club.gateway.delete(ref(own))
        assert isinstance(gone, Refused)
        assert gone.reason is Reason.GONE


async def test_another_speaks_through_one_reused_webhook() -> None:
    async with clubbed() as club:
        thread = club.guild.add_thread(club.lounge, "cats", club.ann)
        first = await club.says(club.lounge, AS_ANN)
        second = await club.says(thread, AS_ANN)
        assert (first.author_name, first.content) == ("Ann of Dis·cord", r"\*meow\*")
        assert (second.channel_id, second.webhook_id) == (thread.id, first.webhook_id)
        assert len(club.twin.asked("POST", "/webhooks")) == 1
        changed = Piece(RichText.of("purr"), speaker=As("Ann"))
        assert await club.gateway.edit(ref(first), changed) == Done()
        assert await club.gateway.edit(ref(second), Piece(RichText.of("purr"))) == Done()
        assert [club.seen(ref(one)).content for one in (first, second)] == ["purr", "purr"]
        assert await club.gateway.delete(ref(second)) == Done()
        assert not club.twin.violations


async def test_a_webhook_that_stands_already_is_used_and_a_deleted_one_made_anew() -> None:
    async with clubbed() as club:
        await club.says(club.lounge, AS_ANN)
        club.running.cancel()
        await club.gone_quietly()
        club.again()
        await club.twin.connected()
        await club.says(club.lounge, AS_ANN)
        assert len(club.twin.hub.world.webhooks) == 1
        club.twin.hub.world.webhooks.clear()
        await club.says(club.lounge, AS_ANN)
        assert len(club.twin.messages(club.lounge)) == 3


@pytest.mark.parametrize("after_effect", [True, False])
async def test_an_uncertain_webhook_send_is_looked_up_before_it_is_repeated(after_effect: bool) -> None:
    async with clubbed() as club:
        await club.says(club.lounge, Piece(RichText.of("other"), speaker=As("Ann of Discord")))
        club.twin.faults.fail("POST", "/webhooks/*/*", 500, after_effect=after_effect)
        with pytest.raises(Unreachable):
            await club.gateway.send(chat(club.lounge), AS_ANN, key="w1")
        sent = await club.gateway.send(chat(club.lounge), AS_ANN, key="w1")
        assert isinstance(sent, Sent)
        seen = club.twin.messages(club.lounge)
        assert [one.content for one in seen] == ["other", r"\*meow\*"]
        assert sent.messages == (ref(seen[-1]),)
        # Another send of the same words is another message.
        await club.gateway.send(chat(club.lounge), AS_ANN, key="w2")
        assert len(club.twin.messages(club.lounge)) == 3


async def test_speaking_as_another_without_the_right_is_refused() -> None:
    async with clubbed() as club:
        club.guild.overwrite(club.lounge, club.twin.bot, deny=["manage_webhooks"])
        refused = await club.sends(club.lounge, AS_ANN)
        assert isinstance(refused, Refused)
        assert refused.reason is Reason.NO_RIGHT


async def test_an_archived_thread_is_opened_to_be_edited() -> None:
    async with clubbed() as club:
        thread = club.guild.add_thread(club.lounge, "cats", club.ann)
        seen = await club.says(thread, "one")
        club.guild.archive(thread)
        assert await club.gateway.edit(ref(seen), Piece(RichText.of("two"))) == Done()
        assert club.seen(ref(seen)).content == "two"


async def test_private_chats_are_opened_once_and_not_with_bots() -> None:
    async with clubbed() as club:
        first = await club.gateway.private_chat(who(club.ann))
        assert first is not None
        assert await club.gateway.private_chat(who(club.ann)) == first
        assert len(club.twin.asked("POST", "/users/@me/channels")) == 1
        assert isinstance(await club.gateway.send(first, SAID, key="k"), Sent)
        assert await club.gateway.private_chat(who(club.twin.bot)) is None
        assert await club.gateway.private_chat(UserRef(PLATFORM, "1234")) is None


async def test_nothing_is_sent_while_there_is_no_connection() -> None:
    async with clubbed() as club:
        club.running.cancel()
        await club.gone_quietly()
        with pytest.raises(PlatformError):
            await club.gateway.send(chat(club.lounge), SAID, key="k")
        assert club.gateway.capabilities(chat(club.lounge)).text == 2_000
