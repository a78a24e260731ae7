"""Cats for the album: pictures, and an owner's word."""

from datetime import datetime

from bot.api.offers.album import Album
from bot.core.deadline import Deadline
from bot.core.job_context import CoreJobContext
from tests.kit.stages.fake import FakeMember, FakeStage

WEBP = bytes.fromhex("524946461e000000574542505650384c110000002f014000000750c69a97a7ff8188e87f0000")
"""Four orange pixels."""


async def album_of(stage: FakeStage, member: FakeMember) -> Album:
    """The album of a member's community, as another cog finds it."""
    community = await stage.whole.app.services.communities.of_space(member.space)
    found = await CoreJobContext(stage.whole.app.services, "cat_tax", community, "test", Deadline()).find(Album)
    assert found is not None
    return found


async def shows(stage: FakeStage, member: FakeMember, cause: str = "", at: datetime | None = None) -> int | None:
    """A member lets others see a cat. Its number; None when moderators took it down."""
    person = await stage.whole.app.services.identity.person_of(member.account)
    album = await album_of(stage, member)
    when = at or stage.whole.clock.now()
    return await album.show(person.id, WEBP, cause=cause or f"{member.name} {when}", at=when)
