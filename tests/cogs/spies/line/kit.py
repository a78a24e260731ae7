"""What tests of the line begin with: people who said yes to each other, and a translator that nobody has to accept."""

from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import count

from bot.core.deadline import Deadline
from bot.core.job_context import CoreJobContext
from bot.domain.access import Access
from bot.domain.author import Account
from bot.domain.languages import Language
from bot.domain.refs import CommunityId, PersonId
from cogs.spies.rules.pairs import Asked, Key, Pair, PairId, Proposal, ProposalId
from cogs.spies.rules.people import File, Level, Tongue
from cogs.spies.settings import DESK
from cogs.spies.steps.opening import open_pair
from cogs.spies.store.pairs import Pairs
from cogs.spies.store.persons import Persons
from tests.kit.stage import PRIVATE, Member, Seen, Stage, expect
from tests.kit.stages.fake import FakeStage
from tests.kit.stages.pairs import Pair as Stages
from tests.kit.stages.whole import Whole
from tests.kit.translator import SERVICE

OWN = replace(SERVICE, public=False)
"""A service that an operator runs, which nobody needs to accept."""

EN, ZH = Tongue("en"), Tongue("zh")

_NUMBERS = count(1)


def context(whole: Whole, community: CommunityId | None, cause: str = "test") -> CoreJobContext:
    """What a handler of the spies would be given."""
    return CoreJobContext(whole.app.services, "spies", community, f"{cause} {next(_NUMBERS)}", Deadline())


async def person_of(whole: Whole, member: Member) -> PersonId:
    """Our id of somebody."""
    return (await whole.app.services.identity.person_of(Account(member.ref, member.name))).id


async def file_of(
    whole: Whole,
    member: Member,
    *,
    speaks: Tongue = EN,
    learns: Tongue = ZH,
    reads: Language | None = None,
    off_duty: tuple[int, int] | None = None,
) -> File:
    """Somebody's file, kept."""
    person = await person_of(whole, member)
    file = File(person, True, {speaks: Level.NATIVE}, {learns: Level.B1}, reads=reads, off_duty=off_duty)
    await Persons(whole.app.services.db).save(file, whole.clock.now())
    return file


@dataclass(frozen=True, slots=True)
class Spy:
    """Somebody on a line.

    Attributes:
        stage: where they are.
    """

    stage: Stage
    member: Member
    codename: str
    reads: Language | None = None


async def line_between(whole: Whole, *spies: Spy, settles: bool = True) -> PairId:
    """Opens a line between people who said yes to each other, as far as it can be."""
    for index, spy in enumerate(spies):
        speaks, learns = (EN, ZH) if index % 2 == 0 else (ZH, EN)
        await file_of(whole, spy.member, speaks=speaks, learns=learns, reads=spy.reads)
    community = await whole.app.services.communities.of_space(spies[0].stage.space)
    now = whole.clock.now()
    keys = tuple([Key(await person_of(whole, spy.member), spy.codename, answer=True) for spy in spies])
    number = ProposalId(next(_NUMBERS))
    proposal = Proposal(number, community, Asked.FOUND, keys, now, now + timedelta(days=3))
    line = await open_pair(context(whole, community), proposal)
    for _ in range(2 if settles else 0):
        for spy in spies:
            await spy.stage.settled()
    return line


async def two(stages: Stages) -> tuple[Spy, Spy]:
    """One on each platform, who opened their private chats."""
    ana, bo = await stages.left.member("Xochitl"), await stages.right.member("Zhenzhen", "zh-CN")
    await ana.starts()
    await bo.starts()
    await stages.settled()
    return (
        Spy(stages.left, ana, "Whisker", Language.ENGLISH),
        Spy(stages.right, bo, "Moonpaw", Language.SIMPLIFIED_CHINESE),
    )


async def kept(whole: Whole, line: PairId) -> Pair:
    """A line as it is kept now."""
    found = await Pairs(whole.app.services.db).of(line)
    assert found is not None
    return found


async def moderated(stage: FakeStage) -> Spy:
    """A moderator with a desk."""
    moderator = Spy(stage, await stage.member("Imani", access=Access.ADMIN), "")
    await stage.adds_chat("moderators")
    stage.members.closed.add(stage.chat_ref("moderators"))
    here = context(stage.whole, await stage.whole.app.services.communities.of_space(stage.space))
    await here.change(DESK, await here.keep_place(stage.chat_ref("moderators")))
    return moderator


async def says(spy: Spy, text: str, *, to: Seen | None = None) -> Seen:
    """Somebody writes to the bot in private."""
    said = await spy.member.says(text, to=to, chat=PRIVATE)
    await spy.stage.settled()
    return said


async def sees(spy: Spy, *words: str) -> Seen:
    """Somebody comes to see this of the bot's."""
    found = await expect(spy.stage, spy.member).sees(*words)
    await spy.stage.settled()
    return found


async def sees_no(spy: Spy, *words: str) -> None:
    """Nothing of the kind stands there."""
    await expect(spy.stage, spy.member).does_not_see(*words)
