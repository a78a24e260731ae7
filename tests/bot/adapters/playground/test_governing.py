"""What the bot and admins change: who may write, the roles, what chats are called. And how pictures are sent."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.attachments import MediaKind
from bot.domain.events import Community, MessagePosted, PlaceOpened, ReactionChanged
from bot.domain.piece import Piece, PressKey
from bot.domain.refs import ChatRef, Platform, SpaceRef, UserRef
from bot.domain.text import RichText
from bot.ports.outcome import Done, Reason, Refused, Sent
from tests.bot.adapters.playground.conftest import Served, served
from tests.bot.adapters.playground.core import ScriptedCore
from tests.bot.adapters.playground.page import person_of, side_of
from tests.kit.clock import MovableClock

PLATFORM = Platform("playground")
HARBOUR = SpaceRef(PLATFORM, "harbour")
TEAHOUSE = SpaceRef(PLATFORM, "teahouse")
YATING = UserRef(PLATFORM, "yating")
XIAOYU = UserRef(PLATFORM, "xiaoyu")


async def test_a_restriction_shows_and_ends_by_itself(stage: Served) -> None:
    page = await stage.page(right="yating")
    until = stage.clock.now() + timedelta(minutes=10)
    assert await stage.playground.members.restrict(TEAHOUSE, YATING, until) == Done()
    shape = await page.hears("shape", lambda told: bool(person_of(told, "yating")["muted"]))
    assert person_of(shape, "yating")["muted_until"] == until.isoformat()
    sent = await stage.gateway.send(
        ChatRef(PLATFORM, "teahouse"), Piece(RichText.of("?"), keys=((PressKey("k", "k"),),)), key="k"
    )
    assert isinstance(sent, Sent)
    await page.says("press", side="right", message=sent.messages[0].id, data="k", nonce="pressed")
    await page.says("write", side="right", place="teahouse", text="forged")
    assert await page.refused() == "refused-muted", "the key was pressed, the writing refused"
    await stage.clock.move(timedelta(minutes=9))
    await page.says("write", side="right", place="teahouse", text="forged")
    assert await page.refused() == "refused-muted"
    await stage.clock.move(timedelta(minutes=1))
    await page.hears("shape", lambda told: not person_of(told, "yating")["muted"])
    await page.writes("right", "teahouse", "at last")


async def test_the_next_restriction_is_waited_for_too(stage: Served) -> None:
    page = await stage.page(left="xiaoyu", right="yating")
    members = stage.playground.members
    await members.restrict(TEAHOUSE, YATING, stage.clock.now() + timedelta(hours=1))
    await members.restrict(HARBOUR, XIAOYU, stage.clock.now() + timedelta(minutes=1))
    await page.hears("shape", lambda told: bool(person_of(told, "xiaoyu")["muted"]))
    await stage.clock.move(timedelta(minutes=1))
    shape = await page.hears("shape", lambda told: not person_of(told, "xiaoyu")["muted"])
    assert person_of(shape, "yating")["muted"]
    await stage.clock.move(timedelta(hours=1))
    await page.hears("shape", lambda told: not person_of(told, "yating")["muted"])


async def test_a_restriction_ends_after_a_restart_too(tmp_path: Path, clock: MovableClock) -> None:
    async with served(tmp_path, clock, ScriptedCore()) as stage:
        until = clock.now() + timedelta(minutes=10)
        await stage.playground.members.restrict(TEAHOUSE, YATING, until)
    await clock.move(timedelta(minutes=5))
    async with served(tmp_path, clock, ScriptedCore()) as stage:
        page = await stage.page(right="yating")
        told = next(reply for reply in await page.all_heard() if reply["type"] == "shape")
        assert person_of(told, "yating")["muted"]
        await clock.move(timedelta(minutes=5))
        await page.hears("shape", lambda told: not person_of(told, "yating")["muted"])


async def test_on_the_left_who_may_not_write_presses_no_keys_either(stage: Served) -> None:
    page = await stage.page(left="xiaoyu")
    chat = ChatRef(PLATFORM, "harbour-general")
    sent = await stage.gateway.send(chat, Piece(RichText.of("?"), keys=((PressKey("k", "k"),),)), key="k")
    assert isinstance(sent, Sent)
    await stage.playground.members.restrict(HARBOUR, XIAOYU, None)
    await page.says("press", side="left", message=sent.messages[0].id, data="k", nonce="pressed")
    assert await page.refused() == "refused-muted"


async def test_a_moderator_restricts_by_hand(stage: Served) -> None:
    page = await stage.page(right="lucia")
    await page.says("restrict", side="right", person="yating", restricted=True, minutes=10)
    await page.hears("shape", lambda told: bool(person_of(told, "yating")["muted"]))
    await page.says("restrict", side="right", person="yating", restricted=False)
    await page.hears("shape", lambda told: not person_of(told, "yating")["muted"])
    for person in ("xiaochuan", "lucia"):
        await page.says("restrict", side="right", person=person, restricted=True)
        assert await page.refused() == "refused-rank"


async def test_roles_are_made_renamed_and_deleted(stage: Served) -> None:
    places, members = stage.playground.places, stage.playground.members
    page = await stage.page(left="amara")
    await page.says("make_role", side="left", name="  Has shown   a cat ")
    shape = await page.hears("shape", lambda told: len(side_of(told, "left")["roles"]) == 3)
    made = places.roles(HARBOUR)[-1]
    assert made.name == "Has shown a cat"
    assert side_of(shape, "left")["roles"][-1] == {"id": made.id, "name": made.name}
    assert await members.add_role(HARBOUR, XIAOYU, made.id) == Done()
    await page.says("rename_role", side="left", role=made.id, name="Cat shower")
    await page.hears("shape", lambda told: side_of(told, "left")["roles"][-1]["name"] == "Cat shower")
    assert places.roles(HARBOUR)[-1].name == "Cat shower"
    await page.says("delete_role", side="left", role=made.id)
    shape = await page.hears("shape", lambda told: len(side_of(told, "left")["roles"]) == 2)
    assert person_of(shape, "xiaoyu")["roles"] == []
    for outcome in (
        await members.add_role(HARBOUR, XIAOYU, made.id),
        await members.remove_role(HARBOUR, XIAOYU, made.id),
    ):
        assert isinstance(outcome, Refused)
        assert outcome.reason is Reason.GONE
    await page.says("delete_role", side="left", role=made.id)
    assert await page.refused() == "refused-gone"


async def test_roles_outlive_a_restart(tmp_path: Path, clock: MovableClock) -> None:
    async with served(tmp_path, clock, ScriptedCore()) as stage:
        page = await stage.page(left="amara")
        await page.says("delete_role", side="left", role="explorer")
        await page.says("give_role", side="left", person="xiaoyu", role="cat-keeper", given=True)
        await page.hears("shape", lambda told: bool(person_of(told, "xiaoyu")["roles"]))
    async with served(tmp_path, clock, ScriptedCore()) as stage:
        assert [role.id for role in stage.playground.places.roles(HARBOUR)] == ["cat-keeper"]
        page = await stage.page(left="amara")
        told = next(reply for reply in await page.all_heard() if reply["type"] == "shape")
        assert person_of(told, "xiaoyu")["roles"] == ["cat-keeper"]


@pytest.mark.parametrize(
    ("request_", "key"),
    [
        ({"type": "make_role", "side": "left", "name": "King"}, "refused-rank"),
        ({"type": "delete_role", "side": "left", "role": "explorer"}, "refused-rank"),
        ({"type": "give_role", "side": "left", "person": "xiaoyu", "role": "explorer", "given": True}, "refused-rank"),
        ({"type": "rename_chat", "side": "left", "place": "harbour-general", "name": "x"}, "refused-rank"),
        ({"type": "make_role", "side": "right", "name": "King"}, "refused-gone"),
        ({"type": "rename_chat", "side": "right", "place": "harbour-general", "name": "x"}, "refused-gone"),
        ({"type": "rename_chat", "side": "right", "place": "dm-priya", "name": "x"}, "refused-gone"),
        ({"type": "rename_chat", "side": "right", "place": "teahouse/2", "name": " "}, "refused-name"),
        ({"type": "rename_chat", "side": "right", "place": "teahouse/2", "name": "x" * 41}, "refused-name"),
    ],
)
async def test_what_is_refused(stage: Served, request_: dict[str, object], key: str) -> None:
    """Left as a moderator, right as the admin."""
    page = await stage.page(left="diego", right="xiaochuan")
    await page.says(str(request_["type"]), **{name: value for name, value in request_.items() if name != "type"})
    assert await page.refused() == key


@pytest.mark.parametrize(
    ("side", "admin", "place", "chat"),
    [
        ("left", "amara", "harbour-introductions", ChatRef(PLATFORM, "harbour-introductions")),
        ("right", "xiaochuan", "teahouse/2", ChatRef(PLATFORM, "teahouse", "2")),
    ],
)
async def test_a_chat_is_renamed(
    stage: Served, core: ScriptedCore, side: str, admin: str, place: str, chat: ChatRef
) -> None:
    await core.hears(PlaceOpened, 5)
    page = await stage.page(**{side: admin})
    await page.says("rename_chat", side=side, place=place, name="hello there")
    told = await core.hears(PlaceOpened, 6)
    assert isinstance(told.where, Community)
    assert (told.where.chat, told.where.chat_name) == (chat, "hello there")
    post = await page.post(lambda shown: shown["service"] == "service-renamed")
    assert post["place"] == place
    await page.writes(side, place, "a name like any")
    assert "hello there" in [place.name for place in stage.playground.places.known(told.where.space)]
    assert core.asked[-1][3] == "hello there"
    await page.says("rename_chat", side=side, place=place, name="introductions")
    assert (await core.hears(PlaceOpened, 7)).key != told.key


async def test_several_pictures_in_reply_are_one_message(stage: Served, core: ScriptedCore) -> None:
    page = await stage.page(right="yating")
    sent = await stage.gateway.send(ChatRef(PLATFORM, "teahouse", "2"), Piece(RichText.of("cat?")), key="k")
    assert isinstance(sent, Sent)
    await page.writes(
        "right", "teahouse/2", "here", samples=["cat-photo", "cactus", "cat"], reply_to=sent.messages[0].id
    )
    posted = await core.hears(MessagePosted)
    assert [file.name for file in posted.attachments] == ["cat-photo.jpg", "cactus.png", "cat.png"]
    assert {file.kind for file in posted.attachments} == {MediaKind.PICTURE}
    assert posted.reply_to == sent.messages[0]
    content = await stage.gateway.fetch(posted.attachments[0], 40 * 1024)
    assert content is not None
    await page.says("erase", side="right", message=posted.messages[0].id)
    await page.post(lambda shown: shown["deleted_by"] is not None)
    assert await stage.gateway.fetch(posted.attachments[0], 40 * 1024) is None, "deleted before it was looked at"


@pytest.mark.parametrize(("side", "kind"), [("left", MediaKind.PICTURE), ("right", MediaKind.FILE)])
async def test_a_picture_as_a_file(stage: Served, core: ScriptedCore, side: str, kind: MediaKind) -> None:
    page = await stage.page(left="xiaoyu", right="yating")
    place = "harbour-general" if side == "left" else "teahouse"
    post = await page.writes(side, place, "a file", samples=["cat-photo"], as_files=True)
    posted = await core.hears(MessagePosted)
    assert [(file.kind, file.media_type) for file in posted.attachments] == [(kind, "image/jpeg")]
    assert post["files"][0]["picture"] is (side == "left")
    assert await stage.gateway.fetch(posted.attachments[0], 40 * 1024) is not None


@pytest.mark.parametrize(
    ("side", "person", "place", "typed", "told"),
    [
        ("left", "xiaoyu", ChatRef(PLATFORM, "harbour-general"), "🐱", "🐱"),
        ("right", "yating", ChatRef(PLATFORM, "teahouse"), "❤️", "❤"),
    ],
)
async def test_reactions_to_the_bot(
    stage: Served, core: ScriptedCore, side: str, person: str, place: ChatRef, typed: str, told: str
) -> None:
    page = await stage.page(**{side: person})
    sent = await stage.gateway.send(place, Piece(RichText.of("a cat?")), key="k")
    assert isinstance(sent, Sent)
    await page.says("react", side=side, message=sent.messages[0].id, emoji=typed)
    assert (await page.post(lambda shown: bool(shown["reactions"])))["reactions"] == [[told, 1, True]]
    changed = await core.hears(ReactionChanged)
    assert (changed.message, changed.by.ref.id, changed.added) == (sent.messages[0], person, (told,))
