"""A cog of the tests' own: it does what no real one should, and writes down what it is told."""

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta

from bot.api import Cog, Context, JobContext
from bot.domain.access import Access
from bot.domain.action import Action, Job
from bot.domain.controls import Button
from bot.domain.form import Answers, Form, TextField
from bot.domain.message import Outgoing
from bot.domain.refs import PersonId, UserRef
from bot.domain.text import RichText
from bot.ports.gateway import AnswerMode, CommandScope

TEXTS = """
cog-title = Probe
    .description = Tries things out.
command-hang = hang
    .description = Never ends
command-trip = trip
    .description = Fails
command-hello = hello
    .description = Answers
command-clear = clear
    .description = For moderators
command-survey = survey
    .description = A long form
command-remind = remind
    .description = Later
command-offer = offer
    .description = Keys
"""

LONG = "a very long note that no platform's key can carry along " * 4


@dataclass(frozen=True, slots=True)
class Count(Action):
    """Counts a press."""

    note: str = ""


@dataclass(frozen=True, slots=True)
class Clear(Action):
    """For moderators."""


@dataclass(frozen=True, slots=True)
class Survey(Action):
    """What the long form sends."""


@dataclass(frozen=True, slots=True)
class Remind(Job):
    """Something for later."""

    note: str


@dataclass(slots=True)
class Probe:
    """The cog, and what it was told."""

    cog: Cog = field(default_factory=lambda: Cog("probe"))
    pressed: list[str] = field(default_factory=list[str])
    cleared: int = 0
    surveys: list[Answers] = field(default_factory=list[Answers])
    reminded: list[str] = field(default_factory=list[str])
    merged: list[tuple[PersonId, PersonId]] = field(default_factory=list[tuple[PersonId, PersonId]])
    parted: list[tuple[UserRef, PersonId, PersonId]] = field(default_factory=list[tuple[UserRef, PersonId, PersonId]])
    failing: int = 0

    def __post_init__(self) -> None:  # one declaration after the other
        cog = self.cog

        @cog.command("hang", mode=AnswerMode.PUBLIC)
        async def hang(ctx: Context) -> None:
            del ctx
            await asyncio.Event().wait()

        @cog.command("trip", mode=AnswerMode.PUBLIC)
        async def trip(ctx: Context) -> None:
            raise RuntimeError(f"tripped over {ctx.account.name}")

        @cog.command("hello", mode=AnswerMode.PUBLIC)
        async def hello(ctx: Context) -> None:
            await ctx.reply(Outgoing(RichText.of("hello yourself")))

        @cog.command("clear", mode=AnswerMode.PUBLIC, scope=CommandScope.COMMUNITY, access=Access.MODERATOR)
        async def clear(ctx: Context) -> None:
            self.cleared += 1
            await ctx.reply(Outgoing(RichText.of("all clear")))

        @cog.command("offer", mode=AnswerMode.PUBLIC, scope=CommandScope.COMMUNITY, stays=None)
        async def offer(ctx: Context) -> None:
            keys = (
                Button("Count", Count()),
                Button("Long", Count(LONG)),
                Button("Mine", Count("mine"), only=ctx.account.ref),
                Button("Clear", Clear()),
            )
            await ctx.reply(Outgoing(RichText.of("keys"), controls=(keys,)))

        @cog.action(Count, mode=AnswerMode.PRIVATE)
        async def count(ctx: Context, action: Count) -> None:
            self.pressed.append(action.note)
            await ctx.reply(Outgoing(RichText.of(f"counted {len(self.pressed)}")))

        @cog.action(Clear, mode=AnswerMode.PRIVATE, access=Access.MODERATOR)
        async def clear_by_key(ctx: Context, action: Clear) -> None:
            del action
            self.cleared += 1
            await ctx.reply(Outgoing(RichText.of("all clear")))

        @cog.command("survey", mode=AnswerMode.FORM)
        async def survey(ctx: Context) -> None:
            fields = tuple(TextField(f"field_{letter}", f"Question {letter}") for letter in "abcdefg")
            await ctx.open_form(Form("Survey", fields, Survey()))

        @cog.form(Survey)
        async def surveyed(ctx: Context, action: Survey, answers: Answers) -> None:
            del action
            self.surveys.append(answers)
            await ctx.reply(Outgoing(RichText.of("survey kept")))

        @cog.command("remind", mode=AnswerMode.PUBLIC, scope=CommandScope.COMMUNITY)
        async def remind(ctx: Context) -> None:
            await ctx.jobs.schedule(Remind(ctx.account.name), ctx.clock.now() + timedelta(hours=1))
            await ctx.reply(Outgoing(RichText.of("will do")))

        @cog.job(Remind)
        async def reminded(ctx: JobContext, job: Remind) -> None:
            del ctx
            if self.failing:
                self.failing -= 1
                raise RuntimeError("not yet")
            self.reminded.append(job.note)

        @cog.on_merge
        async def merge(ctx: JobContext, kept: PersonId, gone: PersonId) -> None:
            del ctx
            if self.failing:
                self.failing -= 1
                raise RuntimeError("not yet")
            self.merged.append((kept, gone))

        @cog.on_unlink
        async def unlink(ctx: JobContext, account: UserRef, stays: PersonId, new: PersonId) -> None:
            del ctx
            self.parted.append((account, stays, new))

        _ = (hang, trip, hello, clear, offer, count, clear_by_key, survey, surveyed, remind, reminded, merge, unlink)
