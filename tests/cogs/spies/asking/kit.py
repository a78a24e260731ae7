"""What tests of finding and asking begin with: people with files, and what can be looked up about them."""

from itertools import count

from sqlalchemy import func, select

from bot.core.deadline import Deadline
from bot.core.job_context import CoreJobContext
from bot.domain.author import Account
from bot.domain.refs import CommunityId, PersonId
from cogs.spies.rules.people import File, Level, Tongue
from cogs.spies.store.pairs import PAIR, Pairs
from cogs.spies.store.persons import Persons
from cogs.spies.store.rounds import ROUND
from tests.kit.stage import GENERAL, Member, Seen, Stage, expect
from tests.kit.stages.whole import Whole

EN, ZH, ES = Tongue("en"), Tongue("zh"), Tongue("es")

FOUND = "could be the one"
QUESTION = "Do you want to be my Chinese spy?"

_NUMBERS = count(1)


def context(whole: Whole, community: CommunityId | None) -> CoreJobContext:
    """What a handler of the spies would be given."""
    return CoreJobContext(whole.app.services, "spies", community, f"test {next(_NUMBERS)}", Deadline())


async def community_of(stage: Stage) -> CommunityId:
    """The stage's club."""
    return await stage.whole.app.services.communities.of_space(stage.space)


async def person_of(whole: Whole, member: Member) -> PersonId:
    """Our id of somebody."""
    return (await whole.app.services.identity.person_of(Account(member.ref, member.name))).id


async def takes_part(
    stage: Stage,
    member: Member,
    speaks: Tongue,
    learns: Tongue,
    *,
    interests: frozenset[str] = frozenset(),
    words: str = "",
    adult: bool = True,
    paused: bool = False,
) -> PersonId:
    """Somebody has a file and takes part in the stage's club."""
    services = stage.whole.app.services
    person, now = await person_of(stage.whole, member), stage.whole.clock.now()
    file = File(
        person,
        adult,
        {speaks: Level.NATIVE},
        {learns: Level.A2},
        interests=interests,
        words=words,
        paused=paused,
    )
    await Persons(services.db).save(file, now)
    await Persons(services.db).join(await community_of(stage), person, now)
    return person


async def spy(
    stage: Stage,
    name: str,
    speaks: Tongue = EN,
    learns: Tongue = ZH,
    *,
    language: str = "en",
    starts: bool = True,
    interests: frozenset[str] = frozenset(),
    words: str = "",
    adult: bool = True,
    paused: bool = False,
) -> Member:
    """A member who takes part; with an open private chat unless told otherwise."""
    member = await stage.member(name, language)
    if starts:
        await member.starts()
    await stage.settled()
    await takes_part(stage, member, speaks, learns, interests=interests, words=words, adult=adult, paused=paused)
    return member


async def finds(stage: Stage, member: Member) -> Seen:
    """Somebody looks, and is shown somebody."""
    await member.runs("spy", "find", chat=GENERAL)
    await stage.settled()
    return await expect(stage, member).sees(FOUND)


async def asks(stage: Stage, member: Member) -> None:
    """Somebody looks, and asks who is shown."""
    await finds(stage, member)
    await member.presses("Ask them")
    await stage.settled()
    await expect(stage, member).sees("I am asking")


async def answers(stage: Stage, member: Member, label: str) -> None:
    """Somebody answers the question that they were asked."""
    await member.presses(label)
    await stage.settled()


async def lines(whole: Whole) -> int:
    """How many lines were ever opened."""
    async with whole.app.services.db.reading() as reading:
        return int((await reading.execute(select(func.count()).select_from(PAIR))).scalar_one())


async def begun(whole: Whole, community: CommunityId) -> int:
    """How many rounds were begun in a club."""
    async with whole.app.services.db.reading() as reading:
        theirs = select(func.count()).select_from(ROUND).where(ROUND.c.community == community)
        return int((await reading.execute(theirs)).scalar_one())


async def line_between(whole: Whole, *members: Member) -> bool:
    """Whether these people have a line now."""
    people = {await person_of(whole, member) for member in members}
    return await Pairs(whole.app.services.db).between(people) is not None


def said(member: Member, *words: str) -> list[Seen]:
    """What the bot said to somebody with these words in it."""
    return [seen for seen in member.visible() if seen.by_bot and all(word in seen.text for word in words)]
