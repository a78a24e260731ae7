"""Chosen values: kept by community, cog, key and place, cached, and refreshed by news."""

import asyncio

import pytest
from sqlalchemy.exc import IntegrityError

from bot.api.settings import Stored
from bot.domain.refs import CommunityId, PlaceId, Platform, SpaceRef
from bot.ports.bus import News, Topic
from tests.bot.core.stores.conftest import Stores
from tests.kit.bus import LocalBus

SPACE = SpaceRef(Platform("one"), "10")


async def test_nothing_is_chosen_at_first(stores: Stores) -> None:
    assert await stores.settings.all_of(await stores.communities.of_space(SPACE)) == {}


@pytest.mark.parametrize("value", [True, False, 0, -7, 2**40, "", "猫 \x00 @everyone"])
async def test_a_value_comes_back_as_it_was(stores: Stores, others: Stores, value: Stored) -> None:
    community = await stores.communities.of_space(SPACE)
    await stores.settings.put(community, "cog", "key", None, value)
    for process in (stores, others):
        kept = (await process.settings.all_of(community))["cog", "key", None]
        assert kept == value
        assert type(kept) is type(value)


async def test_places_cogs_keys_and_communities_do_not_mix(stores: Stores) -> None:
    first = await stores.communities.of_space(SPACE)
    second = await stores.communities.of_space(SpaceRef(Platform("one"), "11"))
    await stores.settings.put(first, "cog", "key", None, 1)
    await stores.settings.put(first, "cog", "key", PlaceId(5), 2)
    await stores.settings.put(first, "cog", "other", None, 3)
    await stores.settings.put(first, "gear", "key", None, 4)
    await stores.settings.put(second, "cog", "key", None, 5)
    await stores.settings.clear(first, "cog", "other", None)
    await stores.settings.put(first, "gear", "key", None, None)
    assert await stores.settings.all_of(first) == {("cog", "key", None): 1, ("cog", "key", PlaceId(5)): 2}
    assert await stores.settings.all_of(second) == {("cog", "key", None): 5}


async def test_a_change_holds_at_once_and_the_last_one_wins(stores: Stores) -> None:
    community = await stores.communities.of_space(SPACE)
    for value in (1, 2, 3):
        await stores.settings.put(community, "cog", "key", None, value)
        assert await stores.settings.all_of(community) == {("cog", "key", None): value}


async def test_values_read_lately_cost_no_query(stores: Stores) -> None:
    community = await stores.communities.of_space(SPACE)
    await stores.settings.all_of(community)
    before = stores.database.opened
    await stores.settings.all_of(community)
    assert stores.database.opened == before


async def test_another_process_sees_a_change_when_news_comes(stores: Stores, others: Stores, bus: LocalBus) -> None:
    community = await stores.communities.of_space(SPACE)
    assert await others.settings.all_of(community) == {}
    bus.told.clear()
    await stores.settings.put(community, "cog", "key", None, 1)
    assert bus.told == [News(Topic.SETTINGS, str(community))]
    assert await others.settings.all_of(community) == {}
    others.settings.heard(News(Topic.SETTINGS, "no number"))
    others.settings.heard(bus.told[0])
    assert await others.settings.all_of(community) == {("cog", "key", None): 1}


async def test_changes_at_the_same_moment_are_all_kept(stores: Stores, others: Stores) -> None:
    community = await stores.communities.of_space(SPACE)
    await asyncio.gather(
        *(each.settings.put(community, "cog", f"key{n % 4}", None, n) for each in (stores, others) for n in range(8))
    )
    assert len(await stores.settings.all_of(community)) == 4


async def test_an_unknown_community_keeps_nothing(stores: Stores) -> None:
    with pytest.raises(IntegrityError):
        await stores.settings.put(CommunityId(404), "cog", "key", None, 1)
