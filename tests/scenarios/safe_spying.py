"""What scenarios on safe lines begin with: a line between two, and somebody who moderates."""

from bot.domain.access import Access
from bot.domain.refs import ChatRef, CommunityId
from cogs.spies.settings import DESK
from tests.cogs.spies.asking.kit import EN, ZH, takes_part
from tests.cogs.spies.line.kit import Spy, context, line_between, sees, two
from tests.kit.stage import Member, Stage, expect
from tests.kit.stages.discord import DiscordStage
from tests.kit.stages.fake import FakeStage
from tests.kit.stages.pairs import Pair
from tests.kit.stages.playground import PlaygroundStage

MODERATORS = "moderators"

REPORT, BLOCK = "🚩", "🚫"
"""What the keys begin with that stand under every copy."""


async def community_of(pair: Pair) -> CommunityId:
    return await pair.whole.app.services.communities.of_space(pair.left.space)


async def opened(pair: Pair) -> tuple[Spy, Spy]:
    """A line between two that is open."""
    ana, bo = await two(pair)
    await line_between(pair.whole, ana, bo)
    await sees(ana, "Moonpaw", "is open")
    await sees(bo, "Whisker", "接通了")
    return ana, bo


async def closed_chat(stage: Stage) -> ChatRef:
    """A chat called ``moderators`` that only those see: on the fakes the platform says so, no more."""
    if isinstance(stage, DiscordStage):
        stage.channels[MODERATORS] = stage.guild.add_channel(MODERATORS, kind="private")
    elif isinstance(stage, PlaygroundStage):
        stage.chats[MODERATORS] = "harbour-moderators"
    else:
        await stage.adds_chat(MODERATORS)
    if isinstance(stage, FakeStage):
        stage.members.closed.add(stage.chat_ref(MODERATORS))
    await stage.settled()
    return stage.chat_ref(MODERATORS)


async def moderated(pair: Pair) -> Member:
    """A moderator, whose desk is a chat on the left that members do not see."""
    moderator = await pair.left.member("Imani", access=Access.ADMIN)
    here = context(pair.whole, await community_of(pair))
    await here.change(DESK, await here.keep_place(await closed_chat(pair.left)))
    return moderator


async def moderator_sees(pair: Pair, moderator: Member, *words: str) -> None:
    await expect(pair.left, moderator).sees(*words)


async def asked(pair: Pair) -> tuple[Spy, Spy]:
    """Somebody is asked by codename, with a few words of the asker's."""
    ana, bo = await two(pair)
    await takes_part(pair.left, ana.member, EN, ZH)
    await takes_part(pair.right, bo.member, ZH, EN, words="I sell watches, very cheap")
    await bo.member.runs("spy", "find")
    await bo.member.presses("问一下")
    await sees(ana, "watches")
    return ana, bo
