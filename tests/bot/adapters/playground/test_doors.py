"""Who comes in and how: by asking first, behind a captcha, twelve at once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.adapters.playground.limits import PEOPLE, RUSH
from bot.domain.events import Community, JoinRequested, MemberJoined, MessagePosted, Private
from bot.domain.piece import Piece
from bot.domain.refs import ChatRef, Platform, SpaceRef, UserRef
from bot.domain.text import RichText
from bot.ports.outcome import Done, Outcome, Reason, Refused, Sent
from tests.bot.adapters.playground.conftest import Served, served
from tests.bot.adapters.playground.core import ScriptedCore
from tests.bot.adapters.playground.page import Json, Page, person_of, side_of, words
from tests.kit.clock import MovableClock

PLATFORM = Platform("playground")
TEAHOUSE = SpaceRef(PLATFORM, "teahouse")
PRIYA = UserRef(PLATFORM, "priya")
PRIVATE = ChatRef(PLATFORM, "dm-priya")


def reason(outcome: Outcome | Sent) -> Reason | None:
    """Why something was refused, or None."""
    return outcome.reason if isinstance(outcome, Refused) else None


def _asks(asks: bool) -> Callable[[Json], bool]:  # compared with what the page is told
    return lambda told: person_of(told, "priya")["asking"] is asks


async def asking(stage: Served, core: ScriptedCore) -> tuple[Page, Page]:
    """The teahouse's admin, who has people ask first, and somebody who has asked."""
    page = await stage.page(right="priya")
    admin = await stage.page(right="xiaochuan")
    await admin.says("door", side="right", asks=True)
    await page.hears("shape", lambda told: bool(side_of(told, "right")["asks_first"]))
    await page.says("join", side="right")
    await core.hears(JoinRequested)
    return admin, page


async def said(stage: Served, text: str) -> Reason | None:
    """The bot writes in private; why that is refused."""
    return reason(await stage.gateway.send(PRIVATE, Piece(RichText.of(text)), key=text))


async def test_who_asks_is_told_and_can_be_written_to(stage: Served, core: ScriptedCore) -> None:
    assert await said(stage, "too early") is Reason.CLOSED
    admin, page = await asking(stage, core)
    asked = core.of(JoinRequested)[0]
    assert (asked.member.ref, asked.answer_in) == (PRIYA, PRIVATE)
    assert asked.where == Community(TEAHOUSE, ChatRef(PLATFORM, "teahouse"), "general", None)
    assert core.of(MemberJoined) == []
    shape = await admin.hears("shape", lambda told: bool(person_of(told, "priya")["asking"]))
    assert not person_of(shape, "priya")["member"]
    await page.says("write", side="right", place="teahouse/2", text="let me in")
    assert await page.refused() == "refused-outside"
    await page.says("write", side="right", place="dm-priya", text="hello?")
    assert await page.refused() == "refused-unstarted", "the bot has not written yet"

    assert await said(stage, "a cat, please") is None
    assert (await page.post(lambda post: words(post) == "a cat, please"))["place"] == "dm-priya"
    await page.writes("right", "dm-priya", "here", samples=["cat-photo"])
    answer = await core.hears(MessagePosted)
    assert answer.where == Private(PRIVATE)
    assert [file.name for file in answer.attachments] == ["cat-photo.jpg"]


async def test_the_bot_lets_in(stage: Served, core: ScriptedCore) -> None:
    _, page = await asking(stage, core)
    await page.says("join", side="right")
    assert await page.refused() == "refused-asking"
    members = stage.playground.members
    assert await members.approve(TEAHOUSE, PRIYA) == Done()
    assert (await core.hears(MemberJoined)).member.ref == PRIYA
    shown = await page.hears("posts", lambda told: told["side"] == "right")
    assert shown["posts"], "what stands in the teahouse shows at once"
    await page.writes("right", "teahouse/2", "hello")
    assert reason(await members.approve(TEAHOUSE, PRIYA)) is Reason.GONE
    assert reason(await members.decline(TEAHOUSE, PRIYA)) is Reason.GONE


async def test_the_bot_turns_away_and_they_may_ask_again(stage: Served, core: ScriptedCore) -> None:
    _, page = await asking(stage, core)
    assert await stage.playground.members.decline(TEAHOUSE, PRIYA) == Done()
    assert await said(stage, "too late") is Reason.CLOSED
    await page.says("join", side="right")
    await core.hears(JoinRequested, 2)
    for asks in (True, False, True):
        await page.hears("shape", _asks(asks))
    await page.says("leave", side="right")
    await page.hears("shape", lambda told: not person_of(told, "priya")["asking"])
    assert reason(await stage.playground.members.approve(TEAHOUSE, PRIYA)) is Reason.GONE, "they took it back"
    assert core.of(MemberJoined) == []


@pytest.mark.parametrize("inside", [True, False])
async def test_an_admin_answers_by_hand(stage: Served, core: ScriptedCore, *, inside: bool) -> None:
    admin, page = await asking(stage, core)
    await page.says("answer", side="right", person="priya", inside=True)
    assert await page.refused() == "refused-outside"
    await admin.says("answer", side="right", person="priya", inside=inside)
    shape = await page.hears("shape", lambda told: not person_of(told, "priya")["asking"])
    assert person_of(shape, "priya")["member"] is inside
    if inside:
        await core.hears(MemberJoined)
    await admin.says("answer", side="right", person="priya", inside=True)
    assert await admin.refused() == "refused-gone"


async def test_only_the_right_sides_admins_have_people_ask(stage: Served) -> None:
    page = await stage.page(left="amara", right="lucia")
    await page.says("door", side="right", asks=True)
    assert await page.refused() == "refused-rank"
    await page.says("door", side="left", asks=True)
    assert await page.refused() == "refused-gone"


async def test_who_asks_still_does_after_a_restart(tmp_path: Path, clock: MovableClock) -> None:
    before, after = ScriptedCore(), ScriptedCore()
    async with served(tmp_path, clock, before) as stage:
        await asking(stage, before)
    async with served(tmp_path, clock, after) as stage:
        assert await stage.playground.members.approve(TEAHOUSE, PRIYA) == Done()
        assert (await after.hears(MemberJoined)).member.ref == PRIYA
        page = await stage.page(right="tomas")
        await page.says("join", side="right")
        await after.hears(JoinRequested)


@pytest.mark.parametrize(
    ("side", "person", "place"), [("left", "june", "harbour-general"), ("right", "priya", "teahouse")]
)
async def test_a_captcha_at_the_door(stage: Served, core: ScriptedCore, side: str, person: str, place: str) -> None:
    page = await stage.page(**{side: person})
    await page.says("join", side=side, screening=True)
    assert (await core.hears(MemberJoined)).screening
    await page.says("write", side=side, place=place, text="beep")
    assert await page.refused() == "refused-captcha"
    await page.says("solve", side=side)
    assert not (await core.hears(MemberJoined, 2)).screening
    await page.writes(side, place, "no robot")
    await page.says("solve", side=side)
    assert await page.refused() == "refused-gone"
    assert len({event.key for event in core.told}) == len(core.told)


async def test_a_rush(stage: Served, core: ScriptedCore) -> None:
    page = await stage.page(right="yating")
    await page.says("rush", side="right", says={"en": "hello", "zh-Hans": "大家好", "zh-Hant": "大家好"})
    await core.hears(MemberJoined, RUSH)
    posted = [event.text.plain for event in core.of(MessagePosted)]
    assert sorted(set(posted)) == ["hello", "大家好"]
    assert len(posted) == 9, "who has no line in their language says nothing"
    joined = core.of(MemberJoined)
    assert max(event.at for event in joined) == min(event.at for event in joined)
    await page.says("rush", side="right")
    await core.hears(MemberJoined, 2 * RUSH)
    names = [event.member.name for event in core.of(MemberJoined)]
    assert len(set(names)) == len(names)
    assert len(core.of(MessagePosted)) == 9, "nobody was asked to say anything"


async def test_a_rush_where_one_asks_first(stage: Served, core: ScriptedCore) -> None:
    page = await stage.page(right="xiaochuan")
    await page.says("door", side="right", asks=True)
    await page.says("rush", side="right", says={"en": "hello"})
    await core.hears(JoinRequested, RUSH)
    assert core.of(MemberJoined) == []
    assert core.of(MessagePosted) == []


async def test_the_playground_is_full_at_some_point(stage: Served) -> None:
    page = await stage.page()
    for _ in range((PEOPLE - 10) // RUSH):
        await page.says("rush", side="left")
    await page.says("rush", side="left")
    assert await page.refused() == "refused-crowd"
