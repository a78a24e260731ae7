"""Who hears the answers to one message and the reactions to it."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from bot.api import Cog, Context
from bot.domain.events import MessagePosted, ReactionChanged
from bot.domain.message import Outgoing
from bot.domain.refs import MessageRef
from bot.domain.text import RichText
from bot.ports.gateway import AnswerMode, CommandScope
from bot.ports.outcome import Sent
from tests.kit.fake import FAKE, RICH
from tests.kit.stage import Seen, expect
from tests.kit.stages.fake import FakeStage, fake_stage
from tests.kit.stages.fake_member import FakeMember
from tests.kit.stages.whole import with_cogs

CHAT = "general"
HOUR = timedelta(hours=1)
TEXTS = """
cog-title = Asker
    .description = Asks.
command-ask = ask
    .description = Asks
command-enough = enough
    .description = Asks no more
"""
NEIGHBOUR = """
cog-title = Neighbour
    .description = Listens, too.
"""


@dataclass(slots=True)
class Asker:
    """A cog that hears what is said to its question, and a neighbour that asked nothing."""

    asker: Cog = field(default_factory=lambda: Cog("asker"))
    neighbour: Cog = field(default_factory=lambda: Cog("neighbour"))
    question: MessageRef | None = None
    heard: list[str] = field(default_factory=list[str])

    def __post_init__(self) -> None:
        cog = self.asker

        @cog.command("ask", mode=AnswerMode.PUBLIC, scope=CommandScope.COMMUNITY)
        async def ask(ctx: Context) -> None:
            sent = await ctx.send(ctx.place, Outgoing(RichText.of("where is your cat?")))
            assert isinstance(sent, Sent)
            self.question = sent.messages[0]
            await ctx.watch_message(self.question, until=ctx.clock.now() + HOUR)

        @cog.command("enough", mode=AnswerMode.PUBLIC, scope=CommandScope.COMMUNITY)
        async def enough(ctx: Context) -> None:
            assert self.question is not None
            await ctx.unwatch_message(self.question)

        for listener in (cog, self.neighbour):

            @listener.on(MessagePosted)
            async def answered(ctx: Context, event: MessagePosted, name: str = listener.name) -> None:
                self.heard.append(f"{name}: {ctx.account.name} says {event.text.plain}")

            @listener.on(ReactionChanged)
            async def reacted(ctx: Context, event: ReactionChanged, name: str = listener.name) -> None:
                self.heard.append(f"{name}: {ctx.account.name} {''.join(event.added)}")

            _ = (answered, reacted)
        _ = (ask, enough)


@pytest.fixture
def asker() -> Asker:
    """The two cogs."""
    return Asker()


@pytest.fixture
async def stage(asker: Asker, tmp_path: Path) -> AsyncGenerator[FakeStage]:
    """The bot with both."""
    cogs = with_cogs(asker.asker, asker.neighbour, texts={"asker": TEXTS, "neighbour": NEIGHBOUR})
    async with fake_stage(tmp_path, RICH, cogs=cogs, instant=0) as opened:
        yield opened


async def _reacts(member: FakeMember, message: MessageRef, emoji: str) -> None:
    """As an adapter tells it: only when it concerns somebody."""
    stage = member.stage
    assert stage.gateway.intake is not None
    if stage.gateway.intake.wants_change(message.chat, message.id):
        where = stage.where(CHAT, member.ref)
        now = stage.whole.clock.now()
        await stage.tell(ReactionChanged(stage.next_key(), now, where, message, member.account, added=(emoji,)))


async def _asked(stage: FakeStage, asker: Asker, member: FakeMember) -> tuple[Seen, MessageRef]:
    await member.runs("ask", chat=CHAT)
    seen = await expect(stage, member).sees("where is your cat?")
    await stage.settled()
    assert asker.question is not None
    return seen, asker.question


async def test_answers_and_reactions_to_a_watched_message_are_heard_by_who_watches_it(
    stage: FakeStage, asker: Asker
) -> None:
    ana, bo = await stage.member("Ana"), await stage.member("Bo")
    seen, question = await _asked(stage, asker, ana)
    other = await ana.says("something else", chat=CHAT)
    await bo.says("here", to=seen, chat=CHAT)
    await bo.says("not that", to=other, chat=CHAT)
    await _reacts(ana, question, "🐈")
    await _reacts(ana, MessageRef(FAKE, question.chat, other.id), "🐶")
    await stage.settled()
    assert asker.heard == ["asker: Bo says here", "asker: Ana 🐈"]


async def test_a_watched_message_is_heard_no_more_once_it_is_given_up_or_over(stage: FakeStage, asker: Asker) -> None:
    ana = await stage.member("Ana")
    seen, question = await _asked(stage, asker, ana)
    await ana.runs("enough", chat=CHAT)
    await stage.settled()
    await ana.says("too late", to=seen, chat=CHAT)
    await _reacts(ana, question, "🐈")
    seen, question = await _asked(stage, asker, ana)
    await stage.whole.clock.move(HOUR)
    await ana.says("too late again", to=seen, chat=CHAT)
    await _reacts(ana, question, "🐈")
    await stage.settled()
    assert asker.heard == []
