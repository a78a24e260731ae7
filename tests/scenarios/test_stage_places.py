"""The scenario language, on: threads, pins, who may not write, deleted chats, and where the bot is no member."""

from collections.abc import AsyncGenerator, Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.api import Cog, Context, PlaceContext
from bot.domain.access import Access
from bot.domain.events import (
    CommandInvoked,
    GuestAsked,
    InlineAsked,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    PlaceClosed,
)
from bot.domain.message import As, Outgoing
from bot.domain.refs import MessageRef
from bot.domain.text import RichText
from bot.ports.gateway import AnswerMode, CommandScope
from bot.ports.outcome import Done, Refused
from tests.kit.stage import GENERAL, Member, Stage, expect
from tests.kit.stages.opening import STAGES
from tests.kit.stages.whole import with_cogs

THREAD = "cat talk"
TEXTS = """
cog-title = Parrot
    .description = Says things again.
command-follow = follow
    .description = Follows this chat
command-try = try
    .description = Does what the test says
menu-repeat = Repeat
"""


@dataclass(slots=True)
class Parrot:
    """A cog that writes down what it hears, and says again what it is asked elsewhere.

    Attributes:
        act: what ``/try`` does.
    """

    cog: Cog = field(default_factory=lambda: Cog("parrot"))
    heard: list[str] = field(default_factory=list[str])
    act: Callable[[Context], Awaitable[None]] | None = None

    def __post_init__(self) -> None:
        cog = self.cog

        @cog.command("follow", mode=AnswerMode.PUBLIC, scope=CommandScope.COMMUNITY)
        async def follow(ctx: Context) -> None:
            await ctx.watch(ctx.place)
            await ctx.reply(Outgoing(RichText.of("following")))

        @cog.command("try", mode=AnswerMode.PUBLIC, scope=CommandScope.COMMUNITY)
        async def attempt(ctx: Context) -> None:
            assert self.act is not None
            await self.act(ctx)
            await ctx.reply(Outgoing(RichText.of("tried")))

        @cog.message_menu("repeat", mode=AnswerMode.PRIVATE, visiting=True)
        async def repeat(ctx: Context) -> None:
            event = ctx.event
            assert isinstance(event, CommandInvoked)
            await ctx.reply(Outgoing(RichText.of(f"again: {event.target_text.plain}")))

        @cog.on(GuestAsked)
        async def guest(ctx: Context, event: GuestAsked) -> None:
            await ctx.reply(Outgoing(RichText.of(f"guest: {event.text.plain}")))

        @cog.on(InlineAsked)
        async def inline(ctx: Context, event: InlineAsked) -> None:
            await ctx.reply(Outgoing(RichText.of(f"inline: {event.query}")))

        @cog.on(MessagePosted)
        async def posted(ctx: Context, event: MessagePosted) -> None:
            self.heard.append(event.text.plain)

        @cog.on(MessageEdited)
        async def edited(ctx: Context, event: MessageEdited) -> None:
            self.heard.append(f"edited: {event.text.plain}")

        @cog.on_place(MessageDeleted)
        async def deleted(ctx: PlaceContext, event: MessageDeleted) -> None:
            self.heard.append("deleted")

        @cog.on_place(PlaceClosed)
        async def closed(ctx: PlaceContext, event: PlaceClosed) -> None:
            self.heard.append("closed")

        _ = (follow, attempt, repeat, guest, inline, posted, edited, deleted, closed)


@pytest.fixture
def parrot() -> Parrot:
    """What is told to a cog."""
    return Parrot()


@pytest.fixture(params=list(STAGES))
async def stage(request: pytest.FixtureRequest, tmp_path: Path, parrot: Parrot) -> AsyncGenerator[Stage]:
    """The whole bot with the parrot, once for each platform."""
    name: str = request.param
    async with STAGES[name](tmp_path, cogs=with_cogs(parrot.cog, texts={"parrot": TEXTS}, alone=True)) as opened:
        yield opened


async def following(stage: Stage, chat: str = GENERAL) -> Member:
    """An admin; the parrot follows a chat."""
    admin = await stage.member("Amara", access=Access.ADMIN)
    await admin.starts()
    await admin.runs("follow", chat=chat)
    await expect(stage, admin).sees("following")
    await stage.settled()
    return admin


async def tries(stage: Stage, parrot: Parrot, admin: Member, act: Callable[[Context], Awaitable[None]]) -> None:
    """Has the bot do something in the chat where everybody talks."""
    parrot.act = act
    await admin.runs("try")
    await stage.settled()
    parrot.act = None


async def test_in_a_thread_everything_is_heard_as_in_a_chat(stage: Stage, parrot: Parrot) -> None:
    await stage.adds_thread(THREAD)
    await following(stage, THREAD)
    ana = await stage.member("Ana")
    said = await ana.says("in the thread", chat=THREAD)
    await ana.says("not in it", chat=GENERAL)
    await ana.edits(said, "in the thread, changed")
    await stage.settled()
    assert parrot.heard == ["in the thread", "edited: in the thread, changed"]
    shown = next(seen for seen in ana.visible() if seen.id == said.id)
    assert (shown.author, shown.edited) == ("Ana", True)

    await stage.deletes_chat(THREAD)
    await stage.settled()
    with pytest.raises(PermissionError):
        await ana.says("hello?", chat=THREAD)
    assert all(seen.id != said.id for seen in ana.visible())
    assert parrot.heard[2:] == ([] if stage.name == "telegram" else ["closed"])


async def test_deletions_are_told_where_the_platform_tells_them(stage: Stage, parrot: Parrot) -> None:
    await following(stage)
    ana = await stage.member("Ana")
    said = await ana.says("a slip", chat=GENERAL)
    await ana.deletes(said)
    await stage.settled()
    tells = stage.name in {"fake-rich", "playground-left", "discord"}
    assert parrot.heard == (["a slip", "deleted"] if tells else ["a slip"])


async def test_who_is_muted_or_banned_cannot_write_and_the_bot_knows(stage: Stage, parrot: Parrot) -> None:
    admin = await following(stage)
    ana, bo, cy = [await stage.newcomer(name) for name in ("Ana", "Bo", "Cy")]
    await stage.mutes(ana)
    await stage.bans(bo)
    await stage.settled()
    for member in (ana, bo):
        with pytest.raises(PermissionError):
            await member.says("but", chat=GENERAL)
    silenced: list[bool] = []

    async def ask(ctx: Context) -> None:
        assert ctx.space is not None
        silenced.extend([await ctx.members(ctx.space).silenced(ctx.space, one.ref) for one in (ana, bo, cy)])

    await tries(stage, parrot, admin, ask)
    assert silenced == [True, True, False]


async def test_what_the_bot_pins_is_seen_until_it_takes_the_pin_away(stage: Stage, parrot: Parrot) -> None:
    admin = await following(stage)
    said = await admin.says("read this", chat=GENERAL)
    ref = MessageRef(stage.chat_ref(GENERAL).platform, stage.chat_ref(GENERAL).id, said.id)
    outcomes: list[object] = []

    async def pin(ctx: Context) -> None:
        assert ctx.space is not None
        outcomes.append(await ctx.places(ctx.space).pin(ref))

    async def unpin(ctx: Context) -> None:
        assert ctx.space is not None
        outcomes.append(await ctx.places(ctx.space).unpin(ref))

    await tries(stage, parrot, admin, pin)
    assert [seen.text for seen in stage.pinned(GENERAL)] == ["read this"]
    await tries(stage, parrot, admin, unpin)
    assert stage.pinned(GENERAL) == []
    assert outcomes == [Done(), Done()]
    try:
        await stage.removes_right("pins")
    except PermissionError:
        return
    await stage.settled()
    await tries(stage, parrot, admin, pin)
    assert isinstance(outcomes[-1], Refused)


async def test_under_anothers_name_the_bot_is_still_the_bot(stage: Stage, parrot: Parrot) -> None:
    admin = await following(stage)

    async def speak(ctx: Context) -> None:
        await ctx.send(ctx.place, Outgoing(RichText.of("hear me"), speaker=As("Zoë")))

    await tries(stage, parrot, admin, speak)
    seen = await expect(stage, admin).sees("hear me")
    assert seen.by_bot
    assert "Zoë" in (seen.author, seen.text.partition("\n")[0].partition(":")[0])
    assert "hear me" not in parrot.heard


async def test_a_menu_that_is_brought_along_answers_elsewhere(stage: Stage) -> None:
    ana = await stage.member("Ana")
    if not stage.has_user_install:
        with pytest.raises(PermissionError):
            await ana.uses_menu_elsewhere("Repeat", "hola")
        return
    (seen,) = await ana.uses_menu_elsewhere("Repeat", "hola")
    assert (seen.text, seen.only_me) == ("again: hola", True)


async def test_who_types_the_bots_name_is_offered_an_answer(stage: Stage) -> None:
    ana = await stage.member("Ana")
    if not stage.has_inline:
        with pytest.raises(PermissionError):
            await ana.asks_inline("hola")
        return
    assert [seen.text for seen in await ana.asks_inline("hola")] == ["inline: hola"]


async def test_a_guest_answers_in_front_of_all(stage: Stage) -> None:
    ana = await stage.member("Ana")
    if not stage.has_guests:
        with pytest.raises(PermissionError):
            await ana.asks_as_guest("hola")
        return
    (seen,) = await ana.asks_as_guest("hola")
    assert seen.text.startswith("guest: ")
    assert seen.text.endswith("hola")
