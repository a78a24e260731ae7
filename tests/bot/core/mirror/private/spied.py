"""A cog of the tests' own that relays between private chats: it says itself which routes a message takes, and how."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.api import Cog, Context, JobContext
from bot.api.mirror import Aim, CopyKind, Heard, Manner, Phrase, Route, Said
from bot.core.mirror.desk import MirrorDesk
from bot.domain.action import Action
from bot.domain.author import Account
from bot.domain.form import Answers, Form, TextField
from bot.domain.refs import PersonId, PlaceId
from bot.domain.text import RichText
from bot.ports.gateway import AnswerMode
from tests.kit.stage import Member, Seen, Stage
from tests.kit.stages.pairs import Pair
from tests.kit.stages.whole import Whole

TEXTS = """
cog-title = Spied
    .description = Relays.
away = The line is away.
command-quiz = quiz
    .description = Asks something.
"""


@dataclass(frozen=True, slots=True)
class Quiz(Action):
    """Asks who somebody is."""


@dataclass(slots=True)
class Spied:
    """The cog, and what it heard.

    Attributes:
        picked: the knot that messages take which answer nothing; none: they go nowhere.
        names: under which persons are shown; others under their own.
        held: True while messages are held.
        fails: what it raises when it is asked, each once.
        also: what it answers beside.
        answers: what was answered to its form.
        unties: knots that end when anybody is forgotten.
        asked: set once it was asked.
        waits: it answers only once this is set.
    """

    cog: Cog = field(default_factory=lambda: Cog("spied"))
    heard: list[Heard] = field(default_factory=list[Heard])
    offered: list[frozenset[str]] = field(default_factory=list[frozenset[str]])
    picked: str = ""
    names: dict[PersonId, str] = field(default_factory=dict[PersonId, str])
    held: bool = False
    fails: list[Exception] = field(default_factory=list[Exception])
    also: list[Aim] = field(default_factory=list[Aim])
    answers: list[str] = field(default_factory=list[str])
    unties: list[str] = field(default_factory=list[str])
    asked: asyncio.Event = field(default_factory=asyncio.Event)
    waits: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.waits.set()

        async def aims(ctx: JobContext, routes: Sequence[Route], heard: Heard) -> Sequence[Aim]:
            del ctx
            self.heard.append(heard)
            self.offered.append(frozenset(route.knot for route in routes))
            self.asked.set()
            await self.waits.wait()
            if self.fails:
                raise self.fails.pop(0)
            answered = next((route.knot for route in routes if route.id == heard.answers), self.picked)
            name = None if heard.person is None else self.names.get(heard.person)
            return [*(Aim(route.id, name, self.held) for route in routes if route.knot == answered), *self.also]

        async def phrase(ctx: JobContext, route: Route, said: Said) -> Phrase | None:
            del ctx, route
            words = said.translations[0].text if said.translations else said.text
            return Phrase(RichText.of("(withheld) ") + words if said.withheld else words)

        self.cog.route(CopyKind.SPY, aims=aims)(phrase)

        @self.cog.on_forget
        async def forgets(ctx: JobContext, person: PersonId) -> None:
            del person
            for knot in self.unties:
                await ctx.mirror.untie(knot)

        @self.cog.command("quiz", mode=AnswerMode.FORM)
        async def quiz(ctx: Context) -> None:
            await ctx.open_form(Form("Who are you?", (TextField("who", "Who are you?"),), Quiz()))

        @self.cog.form(Quiz)
        async def answered(ctx: Context, quiz: Quiz, answers: Answers) -> None:
            del ctx, quiz
            self.answers.append(answers.text("who"))


def line_desk(whole: Whole) -> MirrorDesk:
    """The cog's desk at the mirror."""
    return MirrorDesk(whole.app.services.mirror, "spied")


async def person(stage: Stage, member: Member) -> PersonId:
    """Who somebody is."""
    return (await stage.whole.app.services.identity.person_of(Account(member.ref, member.name))).id


async def private_place(stage: Stage, member: Member) -> PlaceId:
    """Our id of somebody's private chat."""
    services = stage.whole.app.services
    station = services.stations.of(member.ref)
    assert station is not None
    chat = await station.gateway.private_chat(member.ref)
    assert chat is not None
    return await services.places.place_of(chat, None, "")


async def line(
    one: tuple[Stage, Member],
    other: tuple[Stage, Member],
    *,
    knot: str = "pair",
    there: Manner | None = None,
    back: Manner | None = None,
) -> None:
    """Ties two private chats in both directions."""
    here, opposite = await private_place(*one), await private_place(*other)
    mirror, usual = line_desk(one[0].whole), Manner(private=True, keeps_former=True)
    for source, target, manner in ((here, opposite, there), (opposite, here, back)):
        await mirror.tie(knot, CopyKind.SPY, source=source, target=target, manner=manner or usual, community=None)


@dataclass(frozen=True, slots=True)
class Spies:
    """Ana on the left, who has two lines to the right: "bo" and "kit"."""

    ana: Member
    bo: Member
    kit: Member


async def met(pair: Pair, member: Member) -> Member:
    """Somebody who has opened the private chat."""
    await member.starts()
    await pair.settled()
    return member


def told(member: Member, words: str) -> list[Seen]:
    """What the bot shows somebody with these words."""
    return [seen for seen in member.visible() if words in seen.text and seen.by_bot]


def bots(member: Member) -> list[str]:
    """All that the bot shows somebody."""
    return [seen.text for seen in member.visible() if seen.by_bot]


def dawn(pair: Pair) -> datetime:
    """Before anything was said."""
    return pair.whole.clock.now() - timedelta(days=30)
