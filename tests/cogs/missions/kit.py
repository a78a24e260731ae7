"""Lines for missions to lie on: a cog of the tests' own that offers what the spies' cog offers."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.api import Cog, Context, JobContext, Texts
from bot.api.offers.lines import Buddy, Line, Lines
from bot.api.offers.missions import Missions
from bot.bootstrap import Declared
from bot.core.deadline import Deadline
from bot.core.job_context import CoreJobContext
from bot.domain.author import Account
from bot.domain.languages import Language
from bot.domain.message import Outgoing
from bot.domain.refs import PersonId, PlaceId
from bot.domain.text import RichText
from bot.ports.gateway import AnswerMode
from bot.ports.translator import Service
from cogs.admin.cog import COG as ADMIN
from cogs.missions.cog import COG
from tests.kit.stage import PRIVATE, Member, Seen, Stage
from tests.kit.stages.whole import with_cogs
from tests.kit.translator import SpokenTranslator

ENGLISH, CHINESE, SPANISH = Language.ENGLISH, Language.SIMPLIFIED_CHINESE, Language.SPANISH

DEAL = "🃏 Draw"
ANSWER = "✍️ Answer"
SWAP = "🔀 Another card"
RULE = "Nobody sees anything until all have"
UNLOCKED = "Unlocked!"

TEXTS = """
cog-title = Wires
    .description = Lines of the tests' own.
setting-enabled = On
    .description = Whether there are lines.
command-wire = wire
    .description = Shows a line's key
"""


def own_translator() -> SpokenTranslator:
    """A service that needs no consent."""
    return SpokenTranslator(Service("spoken", "Spoken Words", "spoken.example", public=False, limited=False))


@dataclass(slots=True)
class Wires:
    """The cog, and the lines there are.

    Attributes:
        places: where a line is read, by line and person.
        counted: until when what is said on a line is counted.
        theirs: how often words of a partner's were told.
    """

    cog: Cog = field(default_factory=lambda: Cog("wires"))
    lines: dict[int, Line] = field(default_factory=dict[int, Line])
    places: dict[tuple[int, PersonId], PlaceId | None] = field(
        default_factory=dict[tuple[int, PersonId], PlaceId | None]
    )
    counted: dict[int, datetime | None] = field(default_factory=dict[int, datetime | None])

    theirs: int = 0

    def __post_init__(self) -> None:
        @self.cog.offers(Lines)
        def lines(ctx: JobContext) -> Lines:
            return OpenLines(self, ctx)

        @self.cog.command("wire", mode=AnswerMode.PRIVATE)
        async def wire(ctx: Context) -> None:
            found = await ctx.find(Missions)
            (line,) = await OpenLines(self, ctx).of(ctx.person)
            assert found is not None
            await ctx.reply(Outgoing(RichText.of("say hello"), controls=((found.key(ctx.texts, line.id),),)))

        _ = (lines, wire)

    @property
    def declared(self) -> Declared:
        """The cog with missions, settings' screens and the house alone."""
        return with_cogs(ADMIN, COG, self.cog, texts={"wires": TEXTS}, alone=True)

    def end(self, line: int) -> None:
        """A line is over."""
        del self.lines[line]


@dataclass(frozen=True, slots=True)
class OpenLines:
    """Implements :class:`bot.api.offers.lines.Lines`."""

    wires: Wires
    ctx: JobContext

    async def line(self, line: int) -> Line | None:
        """An open line."""
        return self.wires.lines.get(line)

    async def of(self, person: PersonId) -> Sequence[Line]:
        """Somebody's."""
        found = [line for line in self.wires.lines.values() if person in {one.person for one in line.buddies}]
        return sorted(found, key=lambda line: -line.id)

    async def texts(self, line: int, person: PersonId, texts: Texts) -> Texts:
        """As they are."""
        assert self.wires.lines[line]
        assert person
        return texts

    async def tell(self, line: int, person: PersonId, outgoing: Outgoing, *, key: str, theirs: bool = False) -> None:
        """Says something where they read the line."""
        self.wires.theirs += theirs
        place = self.wires.places[line, person]
        if place is not None:
            await self.ctx.entrust(place, outgoing, key=key)

    async def place(self, line: int, person: PersonId) -> PlaceId | None:
        """Where they read it."""
        return self.wires.places[line, person]

    async def count(self, line: int, until: datetime | None) -> None:
        """Whether what is said is counted."""
        self.wires.counted[line] = until


@dataclass(frozen=True, slots=True)
class Side:
    """Somebody who is put on a line."""

    stage: Stage
    member: Member
    reads: Language | None = None


async def person_of(stage: Stage, member: Member) -> PersonId:
    """Who a member is to the bot."""
    return (await stage.whole.app.services.identity.person_of(Account(member.ref, member.name))).id


async def tied(
    wires: Wires, *sides: Side, adult: bool = True, line: int = 1, speaks: Sequence[str] = ("en", "zh")
) -> int:
    """A line between members who have opened their private chats."""
    services = sides[0].stage.whole.app.services
    community = await services.communities.of_space(sides[0].stage.space)
    buddies: list[Buddy] = []
    for side in sides:
        person = await person_of(side.stage, side.member)
        station = services.stations.of(side.member.ref)
        assert station is not None
        chat = await station.gateway.private_chat(side.member.ref)
        assert chat is not None
        wires.places[line, person] = await services.places.place_of(chat, None, "")
        buddies.append(Buddy(person, side.member.name, side.reads))
    wires.lines[line] = Line(line, community, tuple(buddies), adult, tuple(speaks))
    return line


async def share_a_place(wires: Wires, stage: Stage, line: int, chat: str) -> None:
    """All read a line in the same chat from now on."""
    services = stage.whole.app.services
    community = wires.lines[line].community
    place = await services.places.place_of(stage.chat_ref(chat), community, "")
    for buddy in wires.lines[line].buddies:
        wires.places[line, buddy.person] = place


def minors(wires: Wires, line: int) -> None:
    """Those on it are under 18."""
    wires.lines[line] = replace(wires.lines[line], adult=False)


async def missions_of(stage: Stage) -> Missions:
    """What the spies' cog finds."""
    services = stage.whole.app.services
    community = await services.communities.of_space(stage.space)
    found = await CoreJobContext(services, "wires", community, "test", Deadline()).find(Missions)
    assert found is not None
    return found


async def ready(stage: Stage, name: str, language: str = "en") -> Member:
    """A member who has opened the private chat."""
    member = await stage.member(name, language)
    await member.starts()
    await stage.settled()
    return member


async def draws(stage: Stage, member: Member) -> None:
    """Draws a card by the key on the line."""
    await member.runs("wire", chat=PRIVATE)
    await stage.settled()
    await member.presses("🃏")
    await stage.settled()


def cards(member: Member) -> list[Seen]:
    """The cards that somebody sees."""
    return [seen for seen in member.visible() if seen.by_bot and seen.text.startswith("🃏") and " · " in seen.text]


def question(card: Seen) -> str:
    """What a card asks."""
    return card.text.splitlines()[1]
