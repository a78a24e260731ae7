"""Cats for the album: pictures, and an owner's word."""

from sqlalchemy import select

from bot.api.offers.album import Album
from bot.core.communities import SPACE
from bot.core.deadline import Deadline
from bot.core.job_context import CoreJobContext
from bot.domain.author import Account
from bot.domain.refs import CommunityId, PersonId, SpaceRef
from tests.kit.stage import Member, Stage


def picture(cause: str) -> bytes:
    """A picture that is told from others by its last bytes, which no reader of pictures looks at."""
    return WEBP + cause.encode()


WEBP = bytes.fromhex("524946461e000000574542505650384c110000002f014000000750c69a97a7ff8188e87f0000")
"""Four orange pixels."""


async def community_of(stage: Stage, space: SpaceRef) -> CommunityId:
    """The community of a space."""
    return await stage.whole.app.services.communities.of_space(space)


async def space_of(stage: Stage, member: Member) -> SpaceRef:
    """The space that a member is in; somebody has done something there."""
    services = stage.whole.app.services
    async with services.db.reading() as reading:
        spaces = [SpaceRef.parse(ref) for ref in (await reading.execute(select(SPACE.c.ref))).scalars()]
    members = services.stations.by_platform[member.ref.platform].members
    found = [
        space
        for space in spaces
        if space.platform == member.ref.platform and await members.account(space, member.ref) is not None
    ]
    return found[0]


async def album_of(stage: Stage, space: SpaceRef) -> Album:
    """A community's album, as another cog finds it."""
    community = await community_of(stage, space)
    found = await CoreJobContext(stage.whole.app.services, "cat_tax", community, "test", Deadline()).find(Album)
    assert found is not None
    return found


async def person_of(stage: Stage, member: Member) -> PersonId:
    """Who a member is to the bot."""
    return (await stage.whole.app.services.identity.person_of(Account(member.ref, member.name))).id


async def shows(stage: Stage, member: Member, cause: str, space: SpaceRef | None = None) -> int | None:
    """A member lets others see a cat. Its number; None when moderators took it down."""
    album = await album_of(stage, space or await space_of(stage, member))
    return await album.show(await person_of(stage, member), picture(cause), cause=cause, at=stage.whole.clock.now())
