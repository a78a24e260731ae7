"""Speaking under another's name: edits, deletions, what became of the webhook, and sends whose answer was lost."""

import asyncio
from datetime import timedelta

import pytest

from bot.adapters.discord import PLATFORM
from bot.domain.attachments import File, MediaKind
from bot.domain.errors import Unreachable
from bot.domain.message import As, Card
from bot.domain.piece import Piece
from bot.domain.refs import MessageRef
from bot.domain.text import RichText
from bot.ports.outcome import Done, Reason, Refused, Sent
from tests.bot.adapters.discord.kit import Club, Stage, chat, clubbed, clubbed_again, key, ref
from tests.twins.discord import Channel, SeenMessage

WEBHOOK_POSTS = "/webhooks/*/*"


def spoken(text: str, name: str = "Ann", files: tuple[File, ...] = ()) -> Piece:
    return Piece(RichText.of(text), speaker=As(name), files=files)


def contents(stage: Stage, channel: Channel) -> list[str]:
    return [one.content for one in stage.twin.messages(channel)]


async def lost(stage: Stage, channel: Channel, piece: Piece, key: str = "lost", *, done: bool = True) -> None:
    """A send whose answer never comes: done all the same, or not."""
    if done:
        stage.twin.faults.lose("POST", "/channels/*/messages")
        stage.twin.faults.lose("POST", WEBHOOK_POSTS)
    else:
        stage.twin.faults.fail("POST", "/channels/*/messages", 500)
        stage.twin.faults.fail("POST", WEBHOOK_POSTS, 500)
    with pytest.raises(Unreachable) as failed:
        await stage.gateway.send(chat(channel), piece, key=key)
    assert failed.value.uncertain
    stage.twin.faults.clear()


@pytest.mark.parametrize("speaker", ["bot", "ann"])
@pytest.mark.parametrize("done", [True, False])
async def test_after_a_restart_a_lost_send_is_looked_up_before_it_is_repeated(speaker: str, done: bool) -> None:
    piece = Piece(RichText.of("*meow*")) if speaker == "bot" else spoken("*meow*")
    async with clubbed() as club:
        thread = club.guild.add_thread(club.lounge, "cats", club.ann)
        await club.twin.settled()
        since = club.clock.now()
        await lost(club, thread, piece, done=done)
        club.ann.posts(thread, r"\*meow\*")
        club.running.cancel()
        async with clubbed_again(club) as other:
            other.clock.move(600)
            club.twin.hub.nonces.clear()  # as Discord's own memory of them ends
            sent = await other.gateway.send(chat(thread), piece, key="lost", since=since)
            assert isinstance(sent, Sent)
            posts = [one for one in club.twin.messages(thread) if one.author_id != club.ann.id]
            assert [ref(one) for one in posts] == list(sent.messages)


async def test_a_young_send_of_the_bots_own_relies_on_its_nonce() -> None:
    async with clubbed() as club:
        since = club.clock.now()
        await lost(club, club.lounge, Piece(RichText.of("hi")))
        before = len(club.twin.asked("GET", "/messages"))
        sent = await club.gateway.send(chat(club.lounge), Piece(RichText.of("hi")), key="lost", since=since)
        assert sent == Sent((ref(club.twin.messages(club.lounge)[0]),))
        assert len(club.twin.asked("GET", "/messages")) == before
        assert len(contents(club, club.lounge)) == 1


@pytest.mark.parametrize("ok", [Piece(RichText.of("ok")), spoken("ok")], ids=["bot", "ann"])
async def test_what_was_said_twice_is_not_taken_for_what_was_lost(ok: Piece) -> None:
    async with clubbed() as club:
        first = await club.says(club.lounge, ok)
        since = club.clock.now()
        await lost(club, club.lounge, ok, done=False)
        club.clock.move(600)
        sent = await club.gateway.send(chat(club.lounge), ok, key="lost", since=since)
        assert isinstance(sent, Sent)
        assert sent.messages != (ref(first),)
        assert contents(club, club.lounge) == ["ok", "ok"]
        # One that was lost later is found beside those that are known.
        await lost(club, club.lounge, ok, "other")
        club.twin.hub.nonces.clear()
        again = await club.gateway.send(chat(club.lounge), ok, key="other", since=since)
        assert again == Sent((ref(club.twin.messages(club.lounge)[-1]),))
        assert contents(club, club.lounge) == ["ok"] * 3


CAT = File("cat.png", "image/png", b"cat")


@pytest.mark.parametrize(
    "other",
    [
        spoken("meow"),
        spoken("other words", files=(CAT,)),
        spoken("meow", "Bob", files=(CAT,)),
        spoken("meow", files=(CAT,) * 2),
        Piece(RichText.of("meow"), files=(CAT,)),
        Piece(RichText.of("meow"), card=Card("A card"), files=(CAT,), speaker=As("Ann")),
    ],
    ids=["no file", "other words", "another's name", "more files", "the bot's", "with a card"],
)
async def test_only_the_same_post_is_the_lost_one(other: Piece) -> None:
    async with clubbed() as club:
        since = club.clock.now()
        await club.says(club.lounge, other)
        club.running.cancel()
        async with clubbed_again(club) as later:
            await later.gateway.send(chat(club.lounge), spoken("meow", files=(CAT,)), key="lost", since=since)
            assert len(contents(club, club.lounge)) == 2


async def test_a_lost_send_is_found_under_what_was_said_since(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.adapters.discord.limits.HISTORY_PAGE", 3)
    async with clubbed() as club:
        since = club.clock.now()
        for number in range(7):
            club.ann.posts(club.lounge, f"before {number}")
        await lost(club, club.lounge, spoken("meow"))
        for number in range(7):
            club.ann.posts(club.lounge, f"after {number}")
        club.running.cancel()
        async with clubbed_again(club) as later:
            await later.gateway.send(chat(club.lounge), spoken("meow"), key="lost", since=since)
            assert contents(club, club.lounge).count("meow") == 1


async def test_without_the_message_content_intent_its_webhook_reads_what_it_posted() -> None:
    async with clubbed(message_content=False) as club:
        since = club.clock.now()
        await lost(club, club.lounge, spoken("meow"))
        for message in club.lounge.messages.values():
            message.application_id = None
            message.author = club.ann.user  # so that the twin hides its content
        club.running.cancel()
        async with clubbed_again(club) as later:
            await later.gateway.send(chat(club.lounge), spoken("meow"), key="lost", since=since)
            assert contents(club, club.lounge) == ["meow"]


async def test_a_garbled_answer_leaves_the_post_uncertain() -> None:
    async with clubbed() as club:
        await club.says(club.lounge, spoken("first"))
        club.twin.faults.garbage("POST", WEBHOOK_POSTS, body=b"{}")
        with pytest.raises(Unreachable) as failed:
            await club.gateway.send(chat(club.lounge), spoken("meow"), key="k")
        assert failed.value.uncertain


# --- changing what was said ---


async def posted(club: Club, where: str) -> tuple[Channel, SeenMessage]:
    place = club.lounge if where == "channel" else club.guild.add_thread(club.lounge, "cats", club.ann)
    await club.twin.settled()
    return place, await club.says(place, spoken("meow"))


@pytest.mark.parametrize("where", ["channel", "thread", "archived thread"])
@pytest.mark.parametrize("restarted", [False, True])
@pytest.mark.parametrize("speaker", ["bot", "ann"])
async def test_posts_are_changed_and_taken_away_through_their_webhook(
    where: str, restarted: bool, speaker: str
) -> None:
    async with clubbed() as club:
        place, post = await posted(club, where)
        club.guild.overwrite(club.lounge, club.twin.bot, deny=["manage_messages"])
        if where == "archived thread":
            club.guild.archive(place)
        await club.twin.settled()
        if restarted:
            club.running.cancel()
            await club.gone_quietly()
            club.again()
            await club.twin.connected()
        changed = spoken("purr @everyone") if speaker == "ann" else Piece(RichText.of("purr @everyone"))
        assert await club.gateway.edit(ref(post), changed) == Done()
        assert club.seen(ref(post)).content == r"purr \@everyone"
        edits = [one for one in club.twin.requests if one.method == "PATCH" and "/webhooks/" in one.path]
        body = edits[-1].body
        assert isinstance(body, dict)
        assert body["allowed_mentions"] == {"parse": [], "replied_user": False}
        if where == "archived thread":
            club.guild.archive(place)
        assert await club.gateway.delete(ref(post)) == Done()
        assert contents(club, place) == []
        assert not club.twin.violations


@pytest.mark.parametrize("speaker", ["bot", "ann"])
async def test_what_is_gone_is_gone(speaker: str) -> None:
    changed = spoken("purr") if speaker == "ann" else Piece(RichText.of("purr"))
    async with clubbed() as club:
        post = await club.says(club.lounge, spoken("meow"))
        club.guild.owner.deletes(post)
        for outcome in (await club.gateway.edit(ref(post), changed), await club.gateway.delete(ref(post))):
            assert isinstance(outcome, Refused)
            assert outcome.reason is Reason.GONE
        elsewhere = MessageRef(PLATFORM, "123456789", "1")
        nowhere = await club.gateway.edit(elsewhere, changed)
        assert isinstance(nowhere, Refused)
        assert nowhere.reason is Reason.GONE


@pytest.mark.parametrize("speaker", ["bot", "ann"])
@pytest.mark.parametrize("successor", [False, True])
async def test_a_vanished_webhooks_posts_can_only_be_deleted(speaker: str, successor: bool) -> None:
    changed = spoken("purr") if speaker == "ann" else Piece(RichText.of("purr"))
    async with clubbed() as club:
        post = await club.says(club.lounge, spoken("meow"))
        club.twin.hub.world.webhooks.clear()
        if successor:
            await club.says(club.lounge, spoken("next"))
        made = len(club.twin.asked("POST", "/webhooks"))
        refused = await club.gateway.edit(ref(post), changed)
        assert isinstance(refused, Refused)
        assert refused.reason is Reason.GONE
        assert len(club.twin.asked("POST", "/webhooks")) == made
        assert await club.gateway.delete(ref(post)) == Done()


async def test_a_form_that_discord_refuses_is_not_called_gone() -> None:
    async with clubbed() as club:
        post = await club.says(club.lounge, spoken("meow"))
        refused = await club.gateway.edit(ref(post), spoken("x" * 2_001))
        assert isinstance(refused, Refused)
        assert refused.reason is Reason.INVALID
        club.twin.violations.clear()


# --- the right to it ---


async def test_without_the_right_to_webhooks_nobody_speaks_as_another_from_then_on() -> None:
    async with clubbed() as club:
        thread = club.guild.add_thread(club.lounge, "cats", club.ann)
        post = await club.says(club.lounge, spoken("meow"))
        assert club.gateway.capabilities(chat(thread)).speaks_as
        club.guild.overwrite(club.lounge, club.twin.bot, deny=["manage_webhooks"])
        await club.twin.settled()
        for place in (club.lounge, thread):
            assert not club.gateway.capabilities(chat(place)).speaks_as
            refused = await club.sends(place, spoken("again"))
            assert isinstance(refused, Refused)
            assert refused.reason is Reason.NO_RIGHT
        # What stands can still follow its original.
        assert await club.gateway.edit(ref(post), spoken("purr")) == Done()


async def test_where_the_history_cannot_be_read_nothing_lost_is_found() -> None:
    async with clubbed() as club:
        assert club.gateway.capabilities(chat(club.lounge)).finds_sent
        club.guild.overwrite(club.lounge, club.twin.bot, deny=["read_message_history"])
        await club.twin.settled()
        assert not club.gateway.capabilities(chat(club.lounge)).finds_sent


async def test_a_full_channel_takes_no_more_webhooks() -> None:
    async with clubbed() as club:
        for number in range(15):
            await club.gateway.connection.rest().one(
                "POST", "/channels/{channel_id}/webhooks", {"name": f"w{number}"}, channel_id=str(club.lounge.id)
            )
        for webhook in club.twin.hub.world.webhooks.values():
            webhook.creator_id = club.ann.id
        refused = await club.sends(club.lounge, spoken("meow"))
        assert isinstance(refused, Refused)
        assert refused.reason is Reason.UNSUPPORTED


async def test_two_first_posts_at_once_make_one_webhook() -> None:
    async with clubbed() as club:
        await asyncio.gather(*(club.says(club.lounge, spoken(f"meow {number}")) for number in range(5)))
        assert len(club.twin.hub.world.webhooks) == 1


# --- what it looks like ---


async def test_a_spoken_message_carries_keys_that_are_pressed() -> None:
    async with clubbed() as club:
        post = await club.says(
            club.lounge, Piece(RichText.of("meow"), keys=((key("Better", "fix"),),), speaker=As("Ann"))
        )
        assert [one.label for one in post.buttons] == ["Better"]
        changed = Piece(RichText.of("purr"), keys=((key("Best", "fix"),),), speaker=As("Ann"))
        assert await club.gateway.edit(ref(post), changed) == Done()
        assert [one.label for one in club.seen(ref(post)).buttons] == ["Best"]
        pressed = club.ann.presses(club.seen(ref(post)), label="Best")
        assert pressed.state == "asked"


async def test_links_in_what_is_repeated_show_no_previews() -> None:
    jump = "https://discord.com/channels/1/2/3"
    text = RichText.of("earlier", url=jump) + " " + RichText.of(jump, url=jump)
    async with clubbed() as club:
        post = await club.says(club.lounge, Piece(text, speaker=As("Ann")))
        assert post.content == f"[earlier](<{jump}>) <{jump}>"


async def test_names_that_webhooks_may_not_bear_are_changed() -> None:
    async with clubbed() as club:
        for name in ("Discord mod", "x" * 120, "everyone", "  ", "Clyde", "猫" * 90, "😺" * 60):
            post = await club.says(club.lounge, spoken("meow", name))
            assert post.author_name.strip()
        assert not club.twin.violations


async def test_a_reply_cannot_be_spoken_and_is_left_out() -> None:
    async with clubbed() as club:
        said = club.ann.posts(club.lounge, "one")
        post = await club.says(club.lounge, Piece(RichText.of("two"), reply_to=ref(said), speaker=As("Ann")))
        assert post.reply_to is None
        assert not club.twin.violations


async def test_several_files_go_in_one_post_and_a_voice_message_as_an_audio_file() -> None:
    files = (
        File("cat.png", "image/png", b"cat", "a cat", spoiler=True),
        File("voice.ogg", "audio/ogg", b"miau", kind=MediaKind.VOICE),
        File("film.mp4", "video/mp4", b"film"),
    )
    async with clubbed() as club:
        post = await club.says(club.lounge, spoken("", files=files))
        assert [(one.name, one.data) for one in post.files] == [
            ("SPOILER_cat.png", b"cat"),
            ("voice.ogg", b"miau"),
            ("film.mp4", b"film"),
        ]
        assert post.files[0].description == "a cat"
        assert not post.flags & 1 << 13


async def test_an_hour_ahead_of_a_wrong_clock_nothing_is_lost() -> None:
    """A moment to look from that is later than anything is no reason not to send."""
    async with clubbed() as club:
        since = club.clock.now() + timedelta(hours=1)
        sent = await club.gateway.send(chat(club.lounge), spoken("meow"), key="k", since=since)
        assert isinstance(sent, Sent)
