"""Where the bot is no member, what is asked while one types, threads that members open, pins, and what is played."""

import io
import wave

import pytest

from bot.domain.attachments import File, MediaKind
from bot.domain.events import (
    CommandInvoked,
    GuestAsked,
    InlineAsked,
    MessagePosted,
    PlaceClosed,
    PlaceOpened,
    Visiting,
)
from bot.domain.message import As
from bot.domain.piece import Piece
from bot.domain.refs import ChatRef, Platform, SpaceRef, UserRef
from bot.domain.text import RichText
from bot.ports.outcome import Done, Reason, Refused, Sent
from tests.bot.adapters.playground.conftest import Served
from tests.bot.adapters.playground.page import Json, side_of, words

PLATFORM = Platform("playground")
FRIENDS = {"left": "harbour-friends", "right": "teahouse-friends"}
LEFT = ChatRef(PLATFORM, "harbour-general")


async def test_the_bot_hears_nothing_elsewhere_and_cannot_write_there(stage: Served) -> None:
    page = await stage.page(left="june", right="tomas")
    await page.writes("left", FRIENDS["left"], "just us")
    await page.writes("right", FRIENDS["right"], "just us")
    refused = await stage.gateway.send(ChatRef(PLATFORM, FRIENDS["left"]), Piece(RichText.of("hi")), key="k")
    assert isinstance(refused, Refused)
    assert refused.reason is Reason.NO_RIGHT
    await page.all_heard()
    assert stage.core.of(MessagePosted) == []


async def test_a_menu_that_is_brought_along_is_answered_elsewhere_and_no_other_is(stage: Served) -> None:
    page = await stage.page(left="june")
    said = await page.writes("left", FRIENDS["left"], "what is this?")
    more = {"side": "left", "place": FRIENDS["left"], "message": said["id"], "nonce": "n"}
    await page.says("menu", name="report", **more)
    assert await page.refused() == "refused-command"
    await page.says("menu", name="explain", **more)
    used = await stage.core.hears(CommandInvoked)
    assert used.where == Visiting(ChatRef(PLATFORM, FRIENDS["left"]))
    assert (used.target_text.plain, used.rights) == ("what is this?", None)
    assert used.handle is not None
    sent = await stage.gateway.responder(used.handle).reply(Piece(RichText.of("a question")), private=True)
    assert isinstance(sent, Sent)
    answer = await page.post(lambda post: post["author"] == "bot")
    assert (words(answer), answer["only_you"]) == ("a question", True)


async def test_who_names_the_bot_elsewhere_is_answered_in_front_of_all(stage: Served) -> None:
    page = await stage.page(right="tomas")
    said = await page.writes("right", FRIENDS["right"], "Bonjour")
    await page.writes("right", FRIENDS["right"], "@CatTax what does that mean?", reply_to=said["id"])
    asked = await stage.core.hears(GuestAsked)
    assert (asked.text.plain, asked.target_text.plain) == ("what does that mean?", "Bonjour")
    sent = await stage.gateway.responder(asked.handle).reply(Piece(RichText.of("Good day")), private=True)
    assert isinstance(sent, Sent)
    answer = await page.post(lambda post: post["author"] == "bot")
    assert (words(answer), answer["only_you"], answer["place"]) == ("Good day", False, FRIENDS["right"])


async def test_what_is_asked_while_typing_comes_back_to_who_types(stage: Served) -> None:
    page, other = await stage.page(right="tomas"), await stage.page(right="tomas")
    await page.says("ask_inline", side="right", text="buenos días", nonce="i1")
    asked = await stage.core.hears(InlineAsked)
    assert (asked.query, isinstance(asked.where, Visiting)) == ("buenos días", True)
    responder = stage.gateway.responder(asked.handle)
    assert await responder.reply(Piece(RichText.of("good morning")), private=False) == Sent(())
    told = await page.hears("inline")
    assert (told["nonce"], told["text"]) == ("i1", "good morning")
    assert not [one for one in await other.all_heard() if one["type"] == "inline"]
    await page.says("ask_inline", side="left", text="buenos días", nonce="i2")
    assert await page.refused() == "refused-gone"


async def test_a_member_opens_a_thread_and_an_admin_deletes_it(stage: Served) -> None:
    page, admin = await stage.page(left="xiaoyu", right="yating"), await stage.page(left="amara", right="xiaochuan")
    known = len(stage.core.of(PlaceOpened))
    await page.says("open_chat", side="left", place="harbour-general", name="tea and fish")
    opened = await stage.core.hears(PlaceOpened, known + 1)
    assert opened.where.chat.topic is None
    shape = await page.hears("shape", lambda told: any(one["name"] == "tea and fish" for one in all_chats(told)))
    thread = next(one for one in all_chats(shape) if one["name"] == "tea and fish")
    assert (thread["kind"], thread["parent"]) == ("thread", "harbour-general")
    await page.writes("left", str(thread["place"]), "first!")

    await page.says("drop_chat", side="left", place=thread["place"])
    assert await page.refused() == "refused-rank"
    await admin.says("drop_chat", side="left", place="harbour-general")
    assert await admin.refused() == "refused-gone"
    await admin.says("drop_chat", side="left", place=thread["place"])
    closed = await stage.core.hears(PlaceClosed)
    assert (closed.where.chat, closed.deleted) == (ChatRef(PLATFORM, str(thread["place"])), True)
    gone = await stage.gateway.send(closed.where.chat, Piece(RichText.of("hi")), key="k")
    assert isinstance(gone, Refused)
    assert gone.reason is Reason.GONE

    await page.says("open_chat", side="right", place="teahouse", name="gatos")
    topic = await stage.core.hears(PlaceOpened, known + 2)
    assert (topic.where.chat.id, topic.where.chat.topic is None) == ("teahouse", False)


async def test_pins_are_shown_and_go_with_the_message(stage: Served) -> None:
    page = await stage.page(left="xiaoyu")
    sent = await stage.gateway.send(LEFT, Piece(RichText.of("read me"), speaker=As("Ana")), key="k")
    assert isinstance(sent, Sent)
    (ref,) = sent.messages
    assert await stage.playground.places.pin(ref) == Done()
    shown = await page.post(lambda post: bool(post["pinned"]))
    assert shown["speaker"] == "Ana"
    assert await stage.playground.places.unpin(ref) == Done()
    await page.post(lambda post: post["id"] == ref.id and not post["pinned"])
    await stage.gateway.delete(ref)
    refused = await stage.playground.places.pin(ref)
    assert isinstance(refused, Refused)
    assert refused.reason is Reason.GONE


async def test_hidden_words_stay_hidden_where_they_are_quoted(stage: Served) -> None:
    page = await stage.page(left="xiaoyu")
    said = await page.writes("left", LEFT.id, "it was ||the cat||")
    answer = await page.writes("left", LEFT.id, "no!", reply_to=said["id"])
    assert "the cat" not in str(answer["quoted"])


@pytest.mark.parametrize(
    ("kind", "shown"),
    [(MediaKind.VOICE, "voice"), (None, "audio"), (MediaKind.FILE, "file"), (MediaKind.VIDEO, "audio")],
)
async def test_what_can_be_played_is_played(stage: Served, kind: MediaKind | None, shown: str) -> None:
    page = await stage.page(left="xiaoyu")
    await stage.gateway.send(LEFT, Piece(files=(File("v.wav", "audio/wav", silence(), kind=kind),)), key="k")
    post = await page.post(lambda post: bool(post["files"]))
    (file,) = post["files"]
    assert file["kind"] == shown
    answer = await (await stage.client()).get(f"/playground/files/{file['id']}")
    assert answer.headers["content-disposition"].startswith("attachment" if shown == "file" else "inline")


async def test_what_only_calls_itself_a_film_is_a_file(stage: Served) -> None:
    page = await stage.page(left="xiaoyu")
    await stage.gateway.send(
        LEFT, Piece(files=(File("v.mp4", "video/mp4", b"<script>", kind=MediaKind.VIDEO),)), key="k"
    )
    post = await page.post(lambda post: bool(post["files"]))
    assert post["files"][0]["kind"] == "file"


async def test_who_is_banned_or_muted_is_silenced(stage: Served) -> None:
    admin = await stage.page(left="amara")
    members, harbour = stage.playground.members, SpaceRef(PLATFORM, "harbour")
    xiaoyu = UserRef(PLATFORM, "xiaoyu")
    assert not await members.silenced(harbour, xiaoyu)
    await admin.says("restrict", side="left", person="xiaoyu", restricted=True)
    await admin.all_heard()
    assert await members.silenced(harbour, xiaoyu)
    await admin.says("remove", side="left", person="xiaoyu", how="ban")
    await admin.all_heard()
    assert await members.silenced(harbour, xiaoyu)
    assert not await members.silenced(SpaceRef(PLATFORM, "teahouse"), xiaoyu)


def all_chats(shape: Json) -> list[Json]:
    """The chats of the left side."""
    return list(side_of(shape, "left")["chats"])


def silence() -> bytes:
    """A tenth of a second of nothing."""
    kept = io.BytesIO()
    with wave.open(kept, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(8_000)
        sound.writeframes(bytes(800))
    return kept.getvalue()
