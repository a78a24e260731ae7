"""The scenario language itself: each verb reaches a cog alike on every stage, and what became of it can be seen."""

import asyncio
from collections.abc import AsyncGenerator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.api import Context
from bot.domain.access import Access
from bot.domain.refs import UserRef
from bot.ports.outcome import Done, Outcome, Reason, Refused
from tests.kit.pictures import CAT, png
from tests.kit.stage import GENERAL, INTRODUCTIONS, PRIVATE, Member, Stage, expect
from tests.kit.stages.discord import discord_stage
from tests.kit.stages.opening import STAGES
from tests.kit.stages.whole import with_cogs
from tests.scenarios.listener import TEXTS, Listener

SECOND_CAT = png(10, 20, 30)
HEART = "❤"
CROWD = 10


@pytest.fixture
def listener() -> Listener:
    """What is told to a cog."""
    return Listener()


@pytest.fixture(params=list(STAGES))
async def stage(request: pytest.FixtureRequest, tmp_path: Path, listener: Listener) -> AsyncGenerator[Stage]:
    """The whole bot with the listener, once for each platform."""
    name: str = request.param
    async with STAGES[name](tmp_path, cogs=with_cogs(listener.cog, texts={"listener": TEXTS}, alone=True)) as opened:
        yield opened


async def listening(stage: Stage, chat: str = INTRODUCTIONS) -> Member:
    """An admin; the listener hears a chat."""
    admin = await stage.member("Amara", access=Access.ADMIN)
    await admin.starts()
    await admin.runs("listen", chat=chat)
    await expect(stage, admin).sees("all ears")
    await stage.settled()
    return admin


async def acts(stage: Stage, admin: Member, listener: Listener, what: str, who: UserRef, role: str = "") -> Outcome:
    """Has the bot do something to a member; gives what came of it."""
    outcomes: list[Outcome] = []

    async def act(ctx: Context) -> None:
        assert ctx.space is not None
        members, until = ctx.members(ctx.space), ctx.clock.now() + timedelta(minutes=10)
        match what:
            case "restrict":
                outcomes.append(await members.restrict(ctx.space, who, until))
            case "release":
                outcomes.append(await members.release(ctx.space, who))
            case "approve":
                outcomes.append(await members.approve(ctx.space, who))
            case "decline":
                outcomes.append(await members.decline(ctx.space, who))
            case "give":
                outcomes.append(await members.add_role(ctx.space, who, role))
            case _:
                outcomes.append(await members.remove_role(ctx.space, who, role))

    listener.act = act
    await admin.runs("act")
    await stage.settled()
    (outcome,) = outcomes
    return outcome


# --------------------------------------------------------------------------------------------------------------- files


async def test_a_picture_in_answer_arrives_with_its_bytes_and_what_it_answers(stage: Stage, listener: Listener) -> None:
    await listening(stage)
    ana = await stage.newcomer("Ana")
    first = await ana.says("Hello, I am Ana from Sevilla")
    sent = await ana.sends(CAT, "my cat", to=first)
    await stage.settled()

    heard = listener.messages[-1]
    assert (heard.who, heard.text, heard.answers) == ("Ana", "my cat", first.id)
    assert [file.content for file in heard.files] == [CAT]
    assert heard.files[0].told.claims_picture
    assert sent.files == (CAT,)
    assert sent.answers == first.id


async def test_an_album_is_one_message_of_several_pictures(stage: Stage, listener: Listener) -> None:
    await listening(stage)
    ana = await stage.newcomer("Ana")
    await ana.sends_album([CAT, SECOND_CAT], "two of them")
    await stage.settled()

    (heard,) = listener.messages
    assert heard.text == "two of them"
    assert [file.content for file in heard.files] == [CAT, SECOND_CAT]
    assert heard.refs == (2 if stage.name == "telegram" else 1)


async def test_a_file_says_of_itself_what_its_sender_says(stage: Stage, listener: Listener) -> None:
    await listening(stage)
    ana = await stage.newcomer("Ana")
    await ana.sends_file(b"no picture at all", "cat.jpg", "image/jpeg", "look")
    await stage.settled()

    (file,) = listener.messages[-1].files
    assert (file.told.name, file.told.media_type, file.content) == ("cat.jpg", "image/jpeg", b"no picture at all")


async def test_what_is_too_large_cannot_be_had_or_not_even_be_sent(stage: Stage, listener: Listener) -> None:
    await listening(stage)
    ana = await stage.newcomer("Ana")
    large = CAT + bytes(25_000_000)
    if stage.upload_bytes < len(large):
        with pytest.raises(PermissionError):
            await ana.sends_file(large, "cat.png", "image/png")
        return
    await ana.sends_file(large, "cat.png", "image/png")
    await stage.settled()

    (file,) = listener.messages[-1].files
    assert file.content is None
    assert file.told.size == len(large)


async def test_a_command_takes_a_file(stage: Stage, listener: Listener) -> None:
    ana = await stage.member("Ana")
    await ana.starts()
    await ana.attaches("show", CAT)
    await expect(stage, ana).sees("seen it")
    await ana.attaches("show", b"no picture", "cat.heic", "image/heic", chat=PRIVATE)
    await stage.settled()
    assert [file.content for file in listener.shown] == [CAT, b"no picture"]


async def test_a_form_takes_a_picture(stage: Stage, listener: Listener) -> None:
    ana = await stage.member("Ana")
    await ana.starts()
    await ana.runs("upload", chat=PRIVATE)
    await ana.fills("Mimi", CAT)
    await expect(stage, ana).sees("upload kept")
    ((name, files),) = listener.uploads
    assert (name, [file.content for file in files]) == ("Mimi", [CAT])


# ----------------------------------------------------------------------------------------------------------- reactions


async def test_reactions_are_told_and_the_bots_own_are_seen(stage: Stage, listener: Listener) -> None:
    await listening(stage)
    ana, bo = await stage.newcomer("Ana"), await stage.member("Bo")
    listener.reaction = "👍"
    said = await ana.says("Hello, I am Ana from Sevilla")
    await stage.settled()

    await bo.reacts(HEART, said)
    await stage.settled()
    await bo.unreacts(HEART, said)
    await stage.settled()
    told = [(added, removed) for message, added, removed in listener.reactions if message == said.id]
    assert told == [((HEART,), ()), ((), (HEART,))]
    shown = next(seen for seen in ana.visible() if seen.id == said.id)
    assert shown.reactions == ("👍",)


# --------------------------------------------------------------------------------------------------------------- doors


async def test_who_is_screened_is_told_as_such_and_writes_only_once_passed(stage: Stage, listener: Listener) -> None:
    if not stage.has_screening:
        return
    await listening(stage)
    ana = await stage.newcomer("Ana", screening=True)
    await stage.settled()
    with pytest.raises(PermissionError):
        await ana.says("Hello?")
    await ana.passes_screening()
    await stage.settled()
    assert listener.joined[-1] == ("Ana", False)
    await ana.says("Hello!")
    await stage.settled()
    assert [heard.text for heard in listener.messages] == ["Hello!"]


async def test_who_asks_to_join_is_answered_in_private_and_let_in(stage: Stage, listener: Listener) -> None:
    admin = await listening(stage)
    ana = await stage.stranger("Ana")
    assert not stage.is_inside(ana)
    if not stage.has_join_requests:
        with pytest.raises(AssertionError):
            await ana.asks_to_join()
        return
    await ana.asks_to_join()
    await expect(stage, ana).sees("first a cat")
    assert stage.is_asking(ana)
    assert [account.ref for account in listener.asked] == [ana.ref]

    assert await acts(stage, admin, listener, "approve", ana.ref) == Done()
    assert stage.is_inside(ana)
    assert not stage.is_asking(ana)
    assert ("Ana", False) in listener.joined


async def test_who_is_turned_away_stays_outside(stage: Stage, listener: Listener) -> None:
    if not stage.has_join_requests:
        return
    admin = await listening(stage)
    ana = await stage.stranger("Ana")
    await ana.asks_to_join()
    await stage.settled()
    assert await acts(stage, admin, listener, "decline", ana.ref) == Done()
    assert not stage.is_inside(ana)
    assert isinstance(await acts(stage, admin, listener, "approve", ana.ref), Refused)


async def test_a_restricted_member_cannot_write_until_released_or_in_time(stage: Stage, listener: Listener) -> None:
    admin = await listening(stage)
    ana = await stage.newcomer("Ana")
    assert await acts(stage, admin, listener, "restrict", ana.ref) == Done()
    assert stage.restricted(ana)
    with pytest.raises(PermissionError):
        await ana.says("but")
    assert await acts(stage, admin, listener, "release", ana.ref) == Done()
    assert not stage.restricted(ana)
    await ana.says("thank you")

    await acts(stage, admin, listener, "restrict", ana.ref)
    await stage.whole.clock.move(timedelta(minutes=11))
    await stage.settled()
    assert not stage.restricted(ana)
    await ana.says("at last")


async def test_a_role_is_given_taken_and_refused_once_deleted(stage: Stage, listener: Listener) -> None:
    admin = await listening(stage)
    ana = await stage.newcomer("Ana")
    if not stage.has_roles:
        assert isinstance(await acts(stage, admin, listener, "give", ana.ref, "r1"), Refused)
        return
    role = await stage.makes_role("Cat keeper")
    assert await acts(stage, admin, listener, "give", ana.ref, role) == Done()
    assert "Cat keeper" in stage.roles(ana)
    assert await acts(stage, admin, listener, "take", ana.ref, role) == Done()
    assert "Cat keeper" not in stage.roles(ana)

    await stage.deletes_role(role)
    await stage.settled()
    refused = await acts(stage, admin, listener, "give", ana.ref, role)
    assert isinstance(refused, Refused)
    assert refused.reason is Reason.GONE

    if stage.has_ranks:
        high = await stage.makes_role("Owners", above=True)
        refused = await acts(stage, admin, listener, "give", ana.ref, high)
        assert isinstance(refused, Refused)
        assert refused.reason is Reason.NO_RIGHT


# -------------------------------------------------------------------------------------------------------------- places


async def test_another_chat_is_written_in_and_a_chat_has_another_name(stage: Stage, listener: Listener) -> None:
    await stage.adds_chat("cat pictures")
    await listening(stage, "cat pictures")
    ana = await stage.newcomer("Ana")
    await ana.says("here too", chat="cat pictures")
    await ana.says("not here", chat=GENERAL)
    await stage.settled()
    assert [heard.text for heard in listener.messages] == ["here too"]

    await stage.renames("cat pictures", "paws")
    await stage.settled()
    assert listener.named[-1] == "paws"
    await ana.says("still here", chat="cat pictures")
    await stage.settled()
    assert [heard.text for heard in listener.messages] == ["here too", "still here"]


async def test_many_come_and_write_at_once(stage: Stage, listener: Listener) -> None:
    await listening(stage)
    people = await asyncio.gather(*(stage.newcomer(f"Guest {number}") for number in range(CROWD)))
    await asyncio.gather(*(one.says(f"I am {one.name}") for one in people))
    await stage.settled()
    assert {name for name, _ in listener.joined} >= {one.name for one in people}
    assert {heard.who for heard in listener.messages} == {one.name for one in people}


async def test_without_the_intent_only_what_is_given_to_the_bot_is_had(tmp_path: Path, listener: Listener) -> None:
    cogs = with_cogs(listener.cog, texts={"listener": TEXTS}, alone=True)
    async with discord_stage(tmp_path, message_content=False, cogs=cogs) as stage:
        await listening(stage)
        ana = await stage.newcomer("Ana")
        await ana.sends(CAT, "Hello, I am Ana")
        await stage.settled()
        (heard,) = listener.messages
        assert (heard.text, heard.files) == ("", ())

        await ana.attaches("show", CAT)
        await expect(stage, ana).sees("seen it")
        assert [file.content for file in listener.shown] == [CAT]
