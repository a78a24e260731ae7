"""What the core asks of the gateway, and what the platform makes of it."""

from datetime import timedelta

import pytest

from bot.domain.access import Access
from bot.domain.attachments import File
from bot.domain.events import BotAdded, BotRemoved, MemberBanned, MessagePosted, PlaceClosed, PlaceOpened
from bot.domain.message import As, Card
from bot.domain.piece import Piece
from bot.domain.refs import ChatRef, MessageRef, Platform, SpaceRef, UserRef
from bot.domain.text import RichText
from bot.ports.gateway import GatewayState
from bot.ports.outcome import Done, Reason, Refused, Sent
from tests.bot.adapters.playground.conftest import Served
from tests.bot.adapters.playground.core import ScriptedCore
from tests.bot.adapters.playground.page import person_of, side_of, words

PLATFORM = Platform("playground")
LEFT = ChatRef(PLATFORM, "harbour-general")
RIGHT = ChatRef(PLATFORM, "teahouse")
HARBOUR = SpaceRef(PLATFORM, "harbour")
TEAHOUSE = SpaceRef(PLATFORM, "teahouse")
PNG = b"\x89PNG\r\n\x1a\n" + bytes(16)


def user(name: str) -> UserRef:
    return UserRef(PLATFORM, name)


def said(text: str) -> Piece:
    return Piece(RichText.of(text))


def reason(outcome: object) -> Reason | None:
    """Why something was refused; None when it was not."""
    return outcome.reason if isinstance(outcome, Refused) else None


async def test_the_bots_coming_is_told_once(stage: Served, core: ScriptedCore) -> None:
    await core.hears(PlaceOpened, 5)
    assert [event.space_name for event in core.of(BotAdded)] == ["Harbour", "Teahouse"]
    assert stage.gateway.state is GatewayState.CONNECTED


async def test_a_send_is_done_once_for_each_key(stage: Served) -> None:
    page = await stage.page(left="xiaoyu")
    first = await stage.gateway.send(LEFT, said("once"), key="one")
    assert await stage.gateway.send(LEFT, said("once"), key="one") == first
    other = await stage.gateway.send(ChatRef(PLATFORM, "harbour-introductions"), said("once"), key="one")
    assert other != first, "a key is a chat's own"
    told = await page.all_heard()
    assert len([reply for reply in told if reply["type"] == "post" and words(reply["post"]) == "once"]) == 2


async def test_what_a_message_is_shown_with(stage: Served, core: ScriptedCore) -> None:
    page = await stage.page(left="xiaoyu")
    post = await page.writes("left", "harbour-general", "who said that?")
    target = MessageRef(PLATFORM, "harbour-general", post["id"])
    await stage.gateway.send(
        LEFT,
        Piece(
            RichText.of("<script>alert(1)</script>"),
            card=Card("Title", RichText.of("body"), colour=0x00FF7F),
            files=(File("cat.png", "image/png", PNG, "a cat"),),
            reply_to=target,
            speaker=As("Mei", "https://example.org/mei.png"),
            mentions=(user("xiaoyu"),),
        ),
        key="k",
    )
    seen = await page.post(lambda told: told["author"] == "bot")
    assert words(seen) == "<script>alert(1)</script>", "as characters"
    assert seen["card"]["colour"] == "#00ff7f"
    assert (seen["files"][0]["picture"], seen["files"][0]["alt"]) == (True, "a cat")
    assert seen["quoted"] == ["林小雨", "who said that?"]
    assert seen["speaker"] == "Mei"
    assert seen["losses"] == ["loss-speaker-picture"]
    assert (seen["pings_you"], seen["silent"]) == (True, True)


async def test_an_answer_to_what_is_gone_stands_alone(stage: Served) -> None:
    page = await stage.page(left="xiaoyu")
    piece = Piece(RichText.of("hm"), reply_to=MessageRef(PLATFORM, "harbour-general", "99"))
    assert isinstance(await stage.gateway.send(LEFT, piece, key="k"), Sent)
    assert (await page.post())["reply_to"] is None


@pytest.mark.parametrize(
    ("chat", "piece", "expected"),
    [
        (ChatRef(PLATFORM, "nowhere"), said("x"), Reason.GONE),
        (LEFT, said("x" * 2_001), Reason.INVALID),
        (LEFT, Piece(), Reason.INVALID),
        (RIGHT, Piece(card=Card("no frames here")), Reason.INVALID),
        (RIGHT, Piece(RichText.of("x" * 1_025), files=(File("a", "text/plain", b"a"),)), Reason.INVALID),
        (RIGHT, said("😀" * 2_049), Reason.INVALID),
        (ChatRef(PLATFORM, "dm-tomas"), said("hello?"), Reason.CLOSED),
        (ChatRef(PLATFORM, "dm-june"), said("hello?"), Reason.CLOSED),
    ],
)
async def test_sends_that_are_refused(stage: Served, chat: ChatRef, piece: Piece, expected: Reason) -> None:
    assert reason(await stage.gateway.send(chat, piece, key="k")) is expected


async def test_private_chats(stage: Served) -> None:
    gateway = stage.gateway
    assert await gateway.private_chat(user("xiaoyu")) == ChatRef(PLATFORM, "dm-xiaoyu"), "they share a space"
    assert await gateway.private_chat(user("june")) is None
    assert await gateway.private_chat(user("yating")) is None, "nobody is written to before they begin"
    assert await gateway.private_chat(UserRef(Platform("discord"), "xiaoyu")) is None
    page = await stage.page(right="yating")
    await page.says("open_private", side="right")
    await page.hears("went")
    assert await gateway.private_chat(user("yating")) == ChatRef(PLATFORM, "dm-yating")


async def test_edit_react_and_delete(stage: Served) -> None:
    gateway = stage.gateway
    page = await stage.page(left="xiaoyu", right="yating")
    post = await page.writes("left", "harbour-general", "a member's")
    theirs = MessageRef(PLATFORM, "harbour-general", post["id"])
    delivery = await gateway.send(RIGHT, said("mine"), key="k")
    assert isinstance(delivery, Sent)
    own = delivery.messages[0]
    assert reason(await gateway.edit(theirs, said("x"))) is Reason.NO_RIGHT
    assert reason(await gateway.edit(own, said("mine"))) is Reason.UNCHANGED
    assert await gateway.edit(own, said("changed")) == Done()
    assert reason(await gateway.edit(MessageRef(PLATFORM, "elsewhere", own.id), said("x"))) is Reason.GONE
    assert await gateway.react(theirs, "🐟") == Done()
    assert (await page.post(lambda told: bool(told["reactions"])))["reactions"] == [["🐟", 1, False]]
    assert await gateway.react(theirs, None) == Done()
    assert reason(await gateway.react(own, "🐟")) is Reason.INVALID
    assert await gateway.react(own, "🔥") == Done()
    assert await gateway.delete(theirs) == Done()
    assert reason(await gateway.delete(theirs)) is Reason.GONE
    assert (await page.post(lambda told: told["deleted_by"] is not None))["deleted_by"] == "bot"
    await page.says("open_private", side="left")
    await page.hears("went")
    private = await page.writes("left", "dm-xiaoyu", "mine alone")
    assert reason(await gateway.delete(MessageRef(PLATFORM, "dm-xiaoyu", private["id"]))) is Reason.NO_RIGHT


async def test_leaving_a_space(stage: Served, core: ScriptedCore) -> None:
    assert await stage.gateway.leave(HARBOUR) == Done()
    await core.hears(BotRemoved)
    assert reason(await stage.gateway.leave(HARBOUR)) is Reason.GONE
    assert reason(await stage.gateway.send(LEFT, said("still here?"), key="k")) is Reason.NO_RIGHT
    page = await stage.page(left="xiaoyu")
    await page.writes("left", "harbour-general", "alone at last")
    await page.says("command", side="left", place="harbour-general", name="help", given=[], nonce="n")
    assert await page.refused() == "refused-bot-away"
    assert core.of(MessagePosted) == []


async def test_members(stage: Served, core: ScriptedCore) -> None:
    members = stage.playground.members
    assert await members.access(HARBOUR, user("amara")) is Access.ADMIN
    assert await members.access(TEAHOUSE, user("amara")) is Access.EVERYONE
    assert await members.account(HARBOUR, user("june")) is None
    account = await members.account(TEAHOUSE, user("lucia"))
    assert account is not None
    assert account.language == "es"
    page = await stage.page(left="xiaoyu")
    assert await members.add_role(HARBOUR, user("xiaoyu"), "explorer") == Done()
    shape = await page.hears("shape", lambda told: bool(person_of(told, "xiaoyu")["roles"]))
    assert person_of(shape, "xiaoyu")["roles"] == ["explorer"]
    assert await members.remove_role(HARBOUR, user("xiaoyu"), "explorer") == Done()
    assert reason(await members.add_role(TEAHOUSE, user("lucia"), "explorer")) is Reason.UNSUPPORTED
    assert reason(await members.add_role(HARBOUR, user("xiaoyu"), "king")) is Reason.GONE

    until = stage.clock.now() + timedelta(minutes=5)
    assert await members.restrict(HARBOUR, user("xiaoyu"), until) == Done()
    await page.says("write", side="left", place="harbour-general", text="hm")
    assert await page.refused() == "refused-muted"
    await stage.clock.move(timedelta(minutes=5))
    await page.writes("left", "harbour-general", "free by time")
    await members.restrict(HARBOUR, user("xiaoyu"), None)
    assert await members.release(HARBOUR, user("xiaoyu")) == Done()
    await page.writes("left", "harbour-general", "free by grace")

    assert await members.can_read(LEFT, user("xiaoyu"))
    assert not await members.can_read(LEFT, user("june"))
    assert not await members.can_read(ChatRef(PLATFORM, "dm-june"), user("xiaoyu"))
    closed = ChatRef(PLATFORM, "harbour-moderators")
    assert [await members.can_read(closed, user(name)) for name in ("diego", "xiaoyu", "lucia")] == [True, False, False]
    assert [await members.all_can_read(chat) for chat in (LEFT, closed)] == [True, False]
    assert reason(await members.ban(HARBOUR, user("amara"))) is Reason.NO_RIGHT
    assert await members.ban(HARBOUR, user("xiaoyu")) == Done()
    await core.hears(MemberBanned)
    assert not await members.can_read(LEFT, user("xiaoyu"))
    assert reason(await members.ban(HARBOUR, user("xiaoyu"))) is Reason.GONE
    assert reason(await members.approve(HARBOUR, user("june"))) is Reason.UNSUPPORTED


async def test_places(stage: Served, core: ScriptedCore) -> None:
    places = stage.playground.places
    page, staff = await stage.page(left="xiaoyu", right="yating"), await stage.page(left="diego")
    assert [place.name for place in places.known(HARBOUR)] == ["introductions", "general", "moderators"]
    assert [role.name for role in places.roles(HARBOUR)] == ["Brave explorer", "Keeper of cats"]
    assert places.roles(TEAHOUSE) == ()
    thread = await places.open_thread(LEFT, "cats only", None)
    topic = await places.open_thread(RIGHT, "tea only", None)
    assert isinstance(thread, ChatRef)
    assert isinstance(topic, ChatRef)
    assert thread.topic is None
    assert topic.id == "teahouse"
    assert (await core.hears(PlaceOpened, 6)).where.chat == thread
    shape = await page.hears("shape", lambda told: len(side_of(told, "right")["chats"]) == 4)
    names = [chat["name"] for chat in side_of(shape, "left")["chats"]]
    assert "cats only" in names
    assert "moderators" not in names
    await staff.hears("shape", lambda told: "moderators" in [chat["name"] for chat in side_of(told, "left")["chats"]])
    delivery = await stage.gateway.send(topic, said("milk first?"), key="k")
    assert isinstance(delivery, Sent)
    assert (await page.post(lambda told: words(told) == "milk first?"))["place"] == f"teahouse/{topic.topic}"
    link = places.link(delivery.messages[0])
    assert link == f"http://127.0.0.1:8080/#post-{delivery.messages[0].id}"
    assert places.link(MessageRef(PLATFORM, "teahouse", "0")) is None
    assert await places.close_thread(thread) == Done()
    await core.hears(PlaceClosed)
    assert reason(await places.close_thread(LEFT)) is Reason.UNSUPPORTED
    assert reason(await stage.gateway.send(thread, said("hello?"), key="k")) is Reason.GONE
    await page.says("write", side="left", place=thread.id, text="hello?")
    assert await page.refused() == "refused-closed"
