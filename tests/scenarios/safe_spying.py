"""What scenarios on safe lines begin with: a line between two, and somebody who moderates."""

from bot.domain.access import Access
from bot.domain.refs import CommunityId
from cogs.spies.settings import DESK
from tests.cogs.spies.line.kit import Spy, context, line_between, sees, two
from tests.kit.stage import GENERAL, Member, expect
from tests.kit.stages.pairs import Pair


async def community_of(pair: Pair) -> CommunityId:
    return await pair.whole.app.services.communities.of_space(pair.left.space)


async def opened(pair: Pair) -> tuple[Spy, Spy]:
    """A line between two that is open."""
    ana, bo = await two(pair)
    await line_between(pair.whole, ana, bo)
    await sees(ana, "Moonpaw", "is open")
    await sees(bo, "Whisker", "接通了")
    return ana, bo


async def moderated(pair: Pair) -> Member:
    """A moderator, whose desk is the general chat on the left; who is on the right does not see it."""
    moderator = await pair.left.member("Imani", access=Access.ADMIN)
    here = context(pair.whole, await community_of(pair))
    await here.change(DESK, await here.keep_place(pair.left.chat_ref(GENERAL)))
    return moderator


async def moderator_sees(pair: Pair, moderator: Member, *words: str) -> None:
    await expect(pair.left, moderator).sees(*words)
