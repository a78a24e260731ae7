"""What members do on the page, and what the core hears of it."""

import asyncio

import pytest

from bot.domain.attachments import MediaKind
from bot.domain.author import Account
from bot.domain.events import (
    BotAdded,
    BotRemoved,
    CommandInvoked,
    Community,
    MemberBanned,
    MemberJoined,
    MemberLeft,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    Private,
    PrivateOpened,
    ReactionChanged,
)
from bot.domain.refs import ChatRef, Platform, SpaceRef
from bot.domain.text import Mention
from tests.bot.adapters.playground.conftest import Served
from tests.bot.adapters.playground.core import ScriptedCore
from tests.bot.adapters.playground.page import person_of, side_of, words
from tests.kit.patience import PATIENCE

PLATFORM = Platform("playground")


async def test_a_newcomer_joins_and_writes(stage: Served, core: ScriptedCore) -> None:
    page = await stage.page()
    await page.says("join", side="left")
    joined = await core.hears(MemberJoined)
    assert joined.member.name == "June Parker"
    assert joined.where == Community(
        SpaceRef(PLATFORM, "harbour"), ChatRef(PLATFORM, "harbour-general"), "general", None
    )

    await page.writes("left", "harbour-introductions", "Hello <b>all</b> @everyone")
    posted = await core.hears(MessagePosted)
    assert posted.text.plain == "Hello <b>all</b> @everyone"
    assert isinstance(posted.author, Account)
    assert posted.author.language is None, "the left platform tells the language only with interactions"
    assert posted.where == Community(
        SpaceRef(PLATFORM, "harbour"), ChatRef(PLATFORM, "harbour-introductions"), "introductions", None
    )


async def test_the_right_side_tells_topics_and_languages(stage: Served, core: ScriptedCore) -> None:
    page = await stage.page(right="priya")
    await page.says("join", side="right")
    await page.writes("right", "teahouse/2", "Hi @lucia")
    posted = await core.hears(MessagePosted)
    assert isinstance(posted.where, Community)
    assert posted.where.chat == ChatRef(PLATFORM, "teahouse", "2")
    assert posted.messages[0].chat == "teahouse", "a topic is no part of a message's name"
    assert isinstance(posted.author, Account)
    assert posted.author.language == "en"
    assert [part.name for part in posted.text if isinstance(part, Mention)] == ["Lucía Herrera"]


async def test_the_core_is_asked_with_plain_ids_before_anything_is_told(stage: Served, core: ScriptedCore) -> None:
    core.wants = False
    page = await stage.page(right="yating")
    await page.writes("right", "teahouse/2", "nobody minds #this")
    core.wants = True
    await page.writes("right", "teahouse", "but this")
    posted = await core.hears(MessagePosted)
    assert posted.text.plain == "but this"
    assert ("teahouse", "teahouse", "2", "introductions", "yating", "nobody minds #this", None) in core.asked


async def test_edits_deletions_and_reactions_are_told_left(stage: Served, core: ScriptedCore) -> None:
    page = await stage.page(left="xiaoyu")
    post = await page.writes("left", "harbour-general", "helo")
    await page.says("edit", side="left", message=post["id"], text="hello")
    edited = await page.post(lambda told: bool(told["edited"]))
    assert words(edited) == "hello"
    assert (await core.hears(MessageEdited)).text.plain == "hello"

    await page.says("react", side="left", message=post["id"], emoji="🐟")
    await page.says("react", side="left", message=post["id"], emoji="🐟")
    assert (await core.hears(ReactionChanged, 1)).added == ("🐟",)
    assert (await core.hears(ReactionChanged, 2)).removed == ("🐟",)

    await page.says("erase", side="left", message=post["id"])
    deleted = await page.post(lambda told: told["deleted_by"] is not None)
    assert deleted["text"] == []
    assert [ref.id for ref in (await core.hears(MessageDeleted)).messages] == [post["id"]]


async def test_the_right_side_never_tells_deletions_and_has_few_reactions(stage: Served, core: ScriptedCore) -> None:
    page = await stage.page(right="yating")
    post = await page.writes("right", "teahouse", "one")
    await page.says("react", side="right", message=post["id"], emoji="🐟")
    assert await page.refused() == "refused-reaction"
    await page.says("react", side="right", message=post["id"], emoji="👍")
    await page.says("react", side="right", message=post["id"], emoji="🔥")
    assert (await core.hears(ReactionChanged, 2)).removed == ("👍",), "one reaction each"
    await page.says("erase", side="right", message=post["id"])
    await page.writes("right", "teahouse", "two")
    await core.hears(MessagePosted, 2)
    assert core.of(MessageDeleted) == []


async def test_keys_are_unique(stage: Served, core: ScriptedCore) -> None:
    page = await stage.page(left="xiaoyu")
    post = await page.writes("left", "harbour-general", "a")
    for text in ("b", "a", "b"):
        await page.says("edit", side="left", message=post["id"], text=text)
    await page.says("leave", side="left")
    await page.says("join", side="left")
    await page.says("leave", side="left")
    await core.hears(MemberLeft, 2)
    keys = [event.key for event in core.told]
    assert len(keys) == len(set(keys))


async def test_a_sample_picture_and_a_file_of_ones_own(stage: Served, core: ScriptedCore) -> None:
    client = await stage.client()
    page = await stage.page(left="xiaoyu")
    answer = await client.post(
        "/playground/files",
        content=b"<svg onload=alert(1)>",
        headers={"X-Side": "left", "X-Name": "my%20%22cat%22.svg", "Content-Type": "image/svg+xml"},
    )
    kept = answer.json()
    assert kept["picture"] is False, "only what browsers show without running anything is a picture"
    post = await page.writes("left", "harbour-introductions", "see", files=[kept["id"]], samples=["cat"])
    posted = await core.hears(MessagePosted)
    assert [file.name for file in posted.attachments] == ["my cat.svg", "cat.png"]
    assert posted.attachments[1].kind is MediaKind.PICTURE
    content = await stage.gateway.fetch(posted.attachments[0], 1_000)
    assert content == b"<svg onload=alert(1)>"
    assert await stage.gateway.fetch(posted.attachments[0], 10) is None, "larger than asked for"

    own = await client.get(f"/playground/files/{kept['id']}")
    assert own.headers["content-type"] == "application/octet-stream"
    assert own.headers["content-disposition"].startswith("attachment")
    assert "sandbox" in own.headers["content-security-policy"]
    sample = await client.get(f"/playground/files/{post['files'][1]['id']}")
    assert sample.headers["content-type"] == "image/png"

    await page.says("erase", side="left", message=post["id"])
    await page.post(lambda told: told["deleted_by"] is not None)
    assert (await client.get(f"/playground/files/{kept['id']}")).status_code == 404
    assert await stage.gateway.fetch(posted.attachments[0], 1_000) is None


@pytest.mark.parametrize(
    ("request_", "key"),
    [
        ({"type": "write", "side": "left", "place": "harbour-general", "text": "hi"}, "refused-outside"),
        ({"type": "write", "side": "left", "place": "dm-amara", "text": "hi"}, "refused-gone"),
        ({"type": "write", "side": "left", "place": "teahouse/2", "text": "hi"}, "refused-gone"),
        ({"type": "write", "side": "right", "place": "dm-tomas", "text": "hi"}, "refused-unstarted"),
        ({"type": "write", "side": "left", "place": "dm-june", "text": "   "}, "refused-empty"),
        ({"type": "write", "side": "left", "place": "dm-june", "text": "x" * 2_001}, "refused-long"),
        ({"type": "write", "side": "left", "place": "dm-june", "text": "", "samples": ["../x"]}, None),
        ({"type": "write", "side": "left", "place": "dm-june", "text": "", "samples": ["tiger"]}, "refused-file-gone"),
        ({"type": "edit", "side": "left", "message": "1", "text": "mine now"}, "refused-gone"),
        ({"type": "leave", "side": "left"}, "refused-outside"),
        ({"type": "remove", "side": "left", "person": "amara", "how": "ban"}, "refused-outside"),
        ({"type": "be", "person": "nobody"}, "refused-nobody"),
        ({"type": "make", "side": "left", "name": " \u202e ", "language": "en"}, "refused-name"),
        ({"type": "make", "side": "left", "name": "Ana", "language": "tlh"}, "refused-language"),
    ],
)
async def test_what_the_platform_refuses(stage: Served, request_: dict[str, object], key: str | None) -> None:
    page = await stage.page()
    kind = str(request_.pop("type"))
    await page.says(kind, **request_)
    if key is None:
        await asyncio.wait_for(page.socket.wait_closed(), PATIENCE)
        assert page.socket.close_code == 4400
        return
    assert await page.refused() == key


async def test_only_ones_own_messages_unless_one_moderates(stage: Served, core: ScriptedCore) -> None:
    author = await stage.page(left="xiaoyu")
    post = await author.writes("left", "harbour-general", "mine")
    other = await stage.page(left="june")
    await other.says("join", side="left")
    await other.says("edit", side="left", message=post["id"], text="yours")
    assert await other.refused() == "refused-not-yours"
    await other.says("erase", side="left", message=post["id"])
    assert await other.refused() == "refused-not-yours"
    moderator = await stage.page(left="diego")
    await moderator.says("erase", side="left", message=post["id"])
    gone = await author.post(lambda told: told["deleted_by"] is not None)
    assert gone["deleted_by"] == "diego"


async def test_kicked_banned_and_pardoned(stage: Served, core: ScriptedCore) -> None:
    admin = await stage.page(left="amara")
    member = await stage.page(left="xiaoyu")
    await admin.says("remove", side="left", person="xiaoyu", how="remove")
    assert (await core.hears(MemberLeft)).member.name == "林小雨"
    emptied = await member.hears("posts", lambda told: told["side"] == "left")
    assert emptied["posts"] == []
    await member.says("join", side="left")
    await core.hears(MemberJoined)
    await admin.says("remove", side="left", person="xiaoyu", how="ban")
    await core.hears(MemberBanned)
    await member.says("join", side="left")
    assert await member.refused() == "refused-banned"
    await admin.says("remove", side="left", person="xiaoyu", how="pardon")
    shape = await member.hears("shape", lambda told: not person_of(told, "xiaoyu")["banned"])
    assert not person_of(shape, "xiaoyu")["member"]
    moderator = await stage.page(left="diego")
    await moderator.says("remove", side="left", person="amara", how="ban")
    assert await moderator.refused() == "refused-rank"


async def test_a_new_person_comes_in(stage: Served, core: ScriptedCore) -> None:
    page = await stage.page()
    await page.says("make", side="right", name="  Nguyễn   Văn An ", language="zh-Hant")
    shape = await page.hears("shape", lambda told: side_of(told, "right")["you"].startswith("p"))
    you = person_of(shape, side_of(shape, "right")["you"])
    assert you["name"] == "Nguyễn Văn An"
    await page.says("join", side="right")
    assert (await core.hears(MemberJoined)).member.language == "zh-Hant"


async def test_the_private_chat(stage: Served, core: ScriptedCore) -> None:
    page = await stage.page()
    await page.says("open_private", side="right", data="token-1")
    assert (await page.hears("went"))["place"] == "dm-tomas"
    opened = await core.hears(PrivateOpened)
    assert opened.data == "token-1"
    assert opened.where == Private(ChatRef(PLATFORM, "dm-tomas"))
    await page.writes("right", "dm-tomas", "just us")
    assert (await core.hears(MessagePosted)).where == Private(ChatRef(PLATFORM, "dm-tomas"))
    await page.writes("right", "dm-tomas", "/start again")
    assert (await core.hears(PrivateOpened, 2)).data == "again"
    other = await stage.page(right="lucia")
    assert not any(told["type"] == "post" for told in await other.all_heard())


async def test_typed_commands_on_the_right(stage: Served, core: ScriptedCore) -> None:
    page = await stage.page(right="yating")
    await page.writes("right", "teahouse", "/cat   big one")
    invoked = await core.hears(CommandInvoked)
    assert (invoked.command, invoked.rest, invoked.handle, invoked.rights) == ("cat", "big one", None, None)
    await page.writes("right", "teahouse", "/CAT-es@cattax")
    assert (await core.hears(CommandInvoked, 2)).command == "cat"
    await page.writes("right", "teahouse", "/help")
    assert (await core.hears(MessagePosted)).text.plain == "/help", "a name that other bots use too"
    await page.writes("right", "teahouse", "/help@cattax")
    assert (await core.hears(CommandInvoked, 3)).command == "help"
    await page.writes("right", "teahouse", "/cat@otherbot")
    await page.writes("right", "teahouse", "/unknown")
    await core.hears(MessagePosted, 3)
    assert len(core.of(CommandInvoked)) == 3


async def test_an_admin_takes_the_bot_out_and_in(stage: Served, core: ScriptedCore) -> None:
    admin = await stage.page(right="xiaochuan")
    await admin.says("invite", side="right", inside=False)
    await core.hears(BotRemoved)
    await admin.writes("right", "teahouse", "now we are alone")
    await admin.says("invite", side="right", inside=True)
    came = await core.hears(BotAdded, 3)
    assert came.by is not None
    assert came.by.id == "xiaochuan"
    assert core.of(MessagePosted) == []


async def test_tabs_share_the_world_but_not_the_person(stage: Served) -> None:
    one = await stage.page(left="xiaoyu")
    two = await stage.page(left="diego")
    await one.writes("left", "harbour-general", "hello over there")
    seen = await two.post(lambda told: words(told) == "hello over there")
    assert seen["mine"] is False
    await two.says("be", person="xiaoyu")
    again = await two.hears("posts", lambda told: told["side"] == "left")
    assert any(post["mine"] and words(post) == "hello over there" for post in again["posts"])


async def test_what_cannot_be_kept_is_told_again(stage: Served, core: ScriptedCore) -> None:
    core.failures = 2
    page = await stage.page(left="xiaoyu")
    await page.writes("left", "harbour-general", "first")
    await page.writes("left", "harbour-general", "second")
    assert core.of(MessagePosted) == []
    await stage.clock.move(1)
    await stage.clock.move(1)
    await core.hears(MessagePosted, 2)
    assert [event.text.plain for event in core.of(MessagePosted)] == ["first", "second"]
