"""Cats for the album: pictures, and an owner's word."""

from sqlalchemy import select

from bot.api.offers.album import Album
from bot.core.communities import SPACE
from bot.core.deadline import Deadline
from bot.core.job_context import CoreJobContext
from bot.domain.author import Account
from bot.domain.refs import CommunityId, PersonId, SpaceRef
from tests.kit.stage import Member, Stage

WEBP = bytes.fromhex("524946461e000000574542505650384c110000002f014000000750c69a97a7ff8188e87f0000")
"""Four orange pixels."""


async def community_of(stage: Stage, space: SpaceRef | None = None) -> CommunityId:
    """The community of a space, else the only one; somebody has done something there."""
    services = stage.whole.app.services
    if space is not None:
        return await services.communities.of_space(space)
    async with services.db.reading() as reading:
        return CommunityId(
            (await reading.execute(select(SPACE.c.community_id).order_by(SPACE.c.id))).scalars().all()[0]
        )


async def album_of(stage: Stage, space: SpaceRef | None = None) -> Album:
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
    album = await album_of(stage, space)
    return await album.show(await person_of(stage, member), WEBP, cause=cause, at=stage.whole.clock.now())
