"""Communities and the spaces bound to them: made, joined, left, removed, erased."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.api.house import CodeFailure
from bot.core.audit import AUDIT
from bot.core.communities import COMMUNITY, RETENTION, Joined, Overdue, Space
from bot.core.places import PLACE, POST
from bot.core.settings_store import SETTING
from bot.domain.refs import ChatRef, CommunityId, MessageRef, Platform, SpaceRef
from bot.ports.bus import News, Topic
from tests.bot.core.stores.conftest import Stores
from tests.kit.bus import LocalBus

GUILD = SpaceRef(Platform("one"), "10")
GROUP = SpaceRef(Platform("other"), "-20")
THIRD = SpaceRef(Platform("other"), "-30")


async def join(stores: Stores, space: SpaceRef, community: CommunityId) -> Joined:
    result = await stores.communities.finish_club(space, await stores.communities.start_club(community))
    assert isinstance(result, Joined)
    return result


async def refs(stores: Stores, community: CommunityId) -> list[SpaceRef]:
    return [space.ref for space in await stores.communities.spaces_of(community)]


async def test_a_community_is_made_at_first_sight_of_a_space(stores: Stores, others: Stores) -> None:
    community = await stores.communities.of_space(GUILD, "Cats")
    assert await stores.communities.of_space(GUILD) == community
    assert await others.communities.of_space(GUILD) == community
    assert await stores.communities.of_space(GROUP) != community
    assert await stores.communities.spaces_of(community) == (Space(GUILD, "Cats"),)


async def test_first_sight_many_times_at_once_makes_one_community(stores: Stores, others: Stores) -> None:
    seen = await asyncio.gather(*(each.communities.of_space(GUILD) for each in (stores, others) for _ in range(5)))
    assert len(set(seen)) == 1


async def test_a_space_seen_lately_costs_no_query(stores: Stores) -> None:
    community = await stores.communities.of_space(GUILD, "Cats")
    await stores.communities.of_space(GUILD, "Cats")
    await stores.communities.language_hint(community)
    before = stores.database.opened
    await stores.communities.of_space(GUILD, "Cats")
    await stores.communities.of_space(GUILD)
    await stores.communities.returned(GUILD)
    await stores.communities.spaces_of(community)
    await stores.communities.language_hint(community)
    assert stores.database.opened == before


async def test_names_and_languages_follow_the_platform(stores: Stores) -> None:
    community = await stores.communities.of_space(GUILD, "Cats")
    await stores.communities.of_space(GUILD, "More cats")
    assert [space.name for space in await stores.communities.spaces_of(community)] == ["More cats"]
    assert await stores.communities.language_hint(community) is None
    await stores.communities.seen(GUILD, "Still more cats", "es-ES")
    assert [space.name for space in await stores.communities.spaces_of(community)] == ["Still more cats"]
    assert await stores.communities.language_hint(community) == "es-ES"
    await stores.communities.seen(GUILD, "", None)
    assert [space.name for space in await stores.communities.spaces_of(community)] == ["Still more cats"]
    assert await stores.communities.language_hint(community) == "es-ES"


async def test_a_space_is_made_as_it_is_first_seen_and_costs_no_query_when_seen_again(stores: Stores) -> None:
    await stores.communities.seen(GUILD, "Cats", "es-ES")
    community = await stores.communities.of_space(GUILD)
    assert [space.name for space in await stores.communities.spaces_of(community)] == ["Cats"]
    assert await stores.communities.language_hint(community) == "es-ES"
    before = stores.database.opened
    await stores.communities.seen(GUILD, "Cats", "es-ES")
    assert stores.database.opened == before


async def test_a_space_that_is_seen_again_is_not_erased(stores: Stores) -> None:
    community = await stores.communities.of_space(GUILD, "Cats")
    await stores.communities.removed(GUILD)
    await stores.communities.seen(GUILD, "Cats", None)
    await stores.clock.move(RETENTION)
    assert await stores.communities.overdue(stores.clock.now()) == ()
    assert await refs(stores, community) == [GUILD]


async def test_joining_a_club_takes_its_settings_and_leaving_gives_ones_own_back(stores: Stores) -> None:
    club = await stores.communities.of_space(GUILD)
    own = await stores.communities.of_space(GROUP)
    await stores.settings.put(club, "cog", "key", None, "club's")
    await stores.settings.put(own, "cog", "key", None, "own")
    assert await join(stores, GROUP, club) == Joined(club, own)
    assert await stores.communities.of_space(GROUP) == club
    assert await refs(stores, club) == [GUILD, GROUP]
    assert await refs(stores, own) == []
    assert await stores.settings.all_of(club) == {("cog", "key", None): "club's"}
    assert await stores.communities.leave_club(GROUP) == own
    assert await stores.communities.of_space(GROUP) == own
    assert await stores.settings.all_of(own) == {("cog", "key", None): "own"}
    assert await refs(stores, club) == [GUILD]


async def test_who_is_alone_has_nothing_to_leave(stores: Stores) -> None:
    await stores.communities.of_space(GUILD)
    assert await stores.communities.leave_club(GUILD) is None
    assert await stores.communities.leave_club(GROUP) is None


async def test_the_founder_may_leave_and_the_others_keep_the_club(stores: Stores) -> None:
    club = await stores.communities.of_space(GUILD)
    await stores.communities.of_space(GROUP)
    await join(stores, GROUP, club)
    new = await stores.communities.leave_club(GUILD)
    assert new not in {None, club}
    assert await refs(stores, club) == [GROUP]
    assert await stores.communities.of_space(GUILD) == new


async def test_a_founder_who_joins_elsewhere_does_not_come_back_among_others(stores: Stores) -> None:
    founded = await stores.communities.of_space(GUILD)
    await stores.communities.of_space(GROUP)
    elsewhere = await stores.communities.of_space(THIRD)
    await join(stores, GROUP, founded)
    await join(stores, GUILD, elsewhere)
    assert await refs(stores, founded) == [GROUP]
    alone = await stores.communities.leave_club(GUILD)
    assert alone not in {None, founded, elsewhere}


async def test_nobody_joins_a_community_that_everybody_left(stores: Stores) -> None:
    own = await stores.communities.of_space(GROUP)
    await stores.communities.of_space(THIRD)
    code = await stores.communities.start_club(own)
    await join(stores, GROUP, await stores.communities.of_space(GUILD))
    assert await stores.communities.finish_club(THIRD, code) is CodeFailure.WRONG


async def test_a_club_code_fails_as_a_link_code_does(stores: Stores) -> None:
    club = await stores.communities.of_space(GUILD)
    await stores.communities.of_space(GROUP)
    code = await stores.communities.start_club(club)
    assert await stores.communities.finish_club(GUILD, code) is CodeFailure.SAME
    assert await stores.communities.finish_club(THIRD, code) is CodeFailure.WRONG
    assert await stores.communities.finish_club(GROUP, "nonsense") is CodeFailure.WRONG
    await stores.clock.move(600)
    assert await stores.communities.finish_club(GROUP, code) is CodeFailure.EXPIRED
    for _ in range(3):
        await stores.communities.finish_club(GROUP, "nonsense")
    fresh = await stores.communities.start_club(club)
    assert await stores.communities.finish_club(GROUP, fresh) is CodeFailure.TOO_MANY


async def test_a_club_code_used_twice_at_the_same_moment_works_once(stores: Stores, others: Stores) -> None:
    code = await stores.communities.start_club(await stores.communities.of_space(GUILD))
    for space in (GROUP, THIRD):
        await stores.communities.of_space(space)
    results = await asyncio.gather(
        stores.communities.finish_club(GROUP, code), others.communities.finish_club(THIRD, code)
    )
    assert sorted(type(result).__name__ for result in results) == ["CodeFailure", "Joined"]


async def test_another_process_learns_of_a_join_from_the_news(stores: Stores, others: Stores, bus: LocalBus) -> None:
    club = await stores.communities.of_space(GUILD)
    own = await others.communities.of_space(GROUP)
    await others.communities.of_space(GROUP)
    bus.told.clear()
    await join(stores, GROUP, club)
    assert await others.communities.of_space(GROUP) == own
    assert bus.told == [News(Topic.SETTINGS, str(own)), News(Topic.SETTINGS, str(club))]
    for news in bus.told:
        others.communities.heard(news)
    assert await others.communities.of_space(GROUP) == club


async def test_removal_starts_a_retention_that_a_return_ends(stores: Stores) -> None:
    community = await stores.communities.of_space(GUILD)
    await stores.communities.removed(GUILD)
    assert await refs(stores, community) == []
    await stores.clock.move(RETENTION - timedelta(seconds=1))
    assert await stores.communities.overdue(stores.clock.now()) == ()
    await stores.communities.removed(GUILD)
    await stores.clock.move(1)
    assert await stores.communities.overdue(stores.clock.now()) == (Overdue(GUILD, (community,)),)
    await stores.communities.returned(GUILD)
    assert await stores.communities.overdue(stores.clock.now()) == ()
    assert await refs(stores, community) == [GUILD]


async def test_a_community_ends_with_its_last_space_only(stores: Stores) -> None:
    club = await stores.communities.of_space(GUILD)
    own = await stores.communities.of_space(GROUP)
    await join(stores, GROUP, club)
    await stores.communities.removed(GROUP)
    await stores.clock.move(RETENTION)
    assert await stores.communities.overdue(stores.clock.now()) == (Overdue(GROUP, (own,)),)
    await stores.communities.erase(GROUP)
    await stores.communities.removed(GUILD)
    await stores.clock.move(RETENTION)
    assert await stores.communities.overdue(stores.clock.now()) == (Overdue(GUILD, (club,)),)


async def test_erasing_a_space_leaves_nothing_of_it(stores: Stores) -> None:
    community = await stores.communities.of_space(GUILD, "Cats")
    kept = await stores.communities.of_space(GROUP)
    for space, each in ((GUILD, community), (GROUP, kept)):
        chat = ChatRef(space.platform, space.id)
        place = await stores.places.place_of(chat, each, "general", space=space)
        await stores.places.post_of(MessageRef(chat.platform, chat.id, "1"), place)
        await stores.settings.put(each, "cog", "key", None, 1)
        await stores.audit.record(each, "cog", None, "act", {}, stores.clock.now())
        await stores.communities.start_club(each)
    await stores.communities.erase(GUILD)
    await stores.communities.erase(GUILD)
    async with stores.database.reading() as connection:
        for table in (COMMUNITY, PLACE, POST, SETTING, AUDIT):
            assert await connection.scalar(select(func.count()).select_from(table)) == 1, table.name
    assert await stores.settings.all_of(community) == {}
    assert await stores.communities.of_space(GUILD) not in {community, kept}


@pytest.mark.parametrize("name", ["a\x00b", "@everyone <b>*x*</b>", "\ud800", "猫" * 4000])
async def test_any_name_can_be_kept(stores: Stores, name: str) -> None:
    community = await stores.communities.of_space(GUILD, name)
    assert [bool(space.name) for space in await stores.communities.spaces_of(community)] == [True]
