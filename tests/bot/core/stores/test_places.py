"""Places and posts: made, renamed, moved with their group."""

import asyncio
from datetime import timedelta

import pytest

from bot.core.communities import RETENTION, Overdue
from bot.domain.refs import ChatRef, MessageRef, PlaceId, Platform, PostId, SpaceRef
from tests.bot.core.stores.conftest import Stores
from tests.kit.bus import LocalBus

ONE = Platform("one")
TELLING = Platform("other")
OLD = ChatRef(TELLING, "-5")
NEW = ChatRef(TELLING, "-1005")
OLD_SPACE = SpaceRef(TELLING, "-5")
NEW_SPACE = SpaceRef(TELLING, "-1005")
PRIVATE = ChatRef(ONE, "77")


async def test_a_place_is_made_at_first_sight_and_stays_the_same(stores: Stores, others: Stores) -> None:
    place = await stores.places.place_of(PRIVATE, None, "")
    assert await stores.places.place_of(PRIVATE, None, "") == place
    assert await others.places.place_of(PRIVATE, None, "") == place
    assert await stores.places.chat_of(place) == PRIVATE
    assert await stores.places.community_of(place) is None


async def test_topics_and_chats_of_other_platforms_are_other_places(stores: Stores) -> None:
    chats = [OLD, ChatRef(TELLING, "-5", "1"), ChatRef(TELLING, "-5", "2"), ChatRef(ONE, "-5")]
    places = [await stores.places.place_of(chat, None, "") for chat in chats]
    assert len(set(places)) == len(chats)
    assert [await stores.places.chat_of(place) for place in places] == chats


async def test_first_sight_many_times_at_once_makes_one_place_and_one_post(stores: Stores, others: Stores) -> None:
    both = (stores, others)
    places = await asyncio.gather(*(each.places.place_of(PRIVATE, None, "") for each in both for _ in range(5)))
    assert len(set(places)) == 1
    message = MessageRef(ONE, "77", "1")
    posts = await asyncio.gather(*(each.places.post_of(message, places[0]) for each in both for _ in range(5)))
    assert len(set(posts)) == 1


async def test_finding_makes_nothing(stores: Stores) -> None:
    assert await stores.places.find(PRIVATE) is None
    assert await stores.places.find_post(MessageRef(ONE, "77", "1")) is None
    assert await stores.places.chat_of(PlaceId(404)) is None
    assert await stores.places.community_of(PlaceId(404)) is None
    assert await stores.places.message_of(PostId(404)) is None


async def test_a_place_seen_lately_costs_no_query(stores: Stores) -> None:
    community = await stores.communities.of_space(OLD_SPACE)
    place = await stores.places.place_of(OLD, community, "general", space=OLD_SPACE)
    await stores.places.place_of(OLD, community, "general", space=OLD_SPACE)
    await stores.places.chat_of(place)
    before = stores.database.opened
    assert await stores.places.place_of(OLD, community, "general", space=OLD_SPACE) == place
    assert await stores.places.place_of(OLD, community, "") == place
    assert await stores.places.find(OLD) == place
    assert await stores.places.chat_of(place) == OLD
    assert await stores.places.community_of(place) == community
    assert await stores.places.name_of(place) == "general"
    assert stores.database.opened == before


async def test_names_follow(stores: Stores) -> None:
    place = await stores.places.place_of(PRIVATE, None, "general")
    await stores.places.place_of(PRIVATE, None, "")
    assert await stores.places.name_of(place) == "general"
    await stores.places.place_of(PRIVATE, None, "cats")
    assert await stores.places.name_of(place) == "cats"
    await stores.places.rename(place, "")
    await stores.places.rename(place, "more cats")
    assert await stores.places.name_of(place) == "more cats"
    assert await stores.places.place_of(PRIVATE, None, "more cats") == place


async def test_a_places_community_is_its_spaces_also_when_that_joins_a_club(stores: Stores, bus: LocalBus) -> None:
    own = await stores.communities.of_space(OLD_SPACE)
    club = await stores.communities.of_space(SpaceRef(ONE, "10"))
    place = await stores.places.place_of(OLD, own, "", space=OLD_SPACE)
    assert await stores.places.community_of(place) == own
    await stores.communities.finish_club(OLD_SPACE, await stores.communities.start_club(club))
    stores.places.heard(next(news for news in bus.told[-2:] if news.key == str(own)))
    assert await stores.places.community_of(place) == club


@pytest.mark.parametrize("given", ["the only space", "the space of the same id", "told later"])
async def test_the_space_of_a_chat_is_found_from_its_community(stores: Stores, given: str) -> None:
    community = await stores.communities.of_space(OLD_SPACE)
    chat = OLD if given == "the space of the same id" else ChatRef(TELLING, "99")
    if given != "the only space":
        other = SpaceRef(TELLING, "-6")
        await stores.communities.of_space(other)
        await stores.communities.finish_club(other, await stores.communities.start_club(community))
    place = await stores.places.place_of(chat, community, "")
    if given == "told later":
        assert await stores.places.community_of(place) is None
        assert await stores.places.place_of(chat, community, "", space=OLD_SPACE) == place
    assert await stores.places.community_of(place) == community


async def test_an_upgraded_group_stays_what_it_was(stores: Stores, others: Stores) -> None:
    community = await stores.communities.of_space(OLD_SPACE, "Cats")
    place = await stores.places.place_of(OLD, community, "Cats", space=OLD_SPACE)
    topic = await stores.places.place_of(ChatRef(TELLING, "-5", "3"), community, "Topic", space=OLD_SPACE)
    message = MessageRef(TELLING, "-5", "42")
    post = await stores.places.post_of(message, place)
    for _ in range(2):
        await stores.places.moved(OLD, NEW, NEW_SPACE)
        stores.communities.forget_all_remembered()
        for process in (stores, others):
            assert await process.places.find(NEW) == place
            assert await process.places.find(OLD) == place
            assert await process.places.chat_of(place) == NEW
            assert await process.places.chat_of(topic) == ChatRef(TELLING, "-1005", "3")
            assert await process.places.place_of(NEW, community, "Cats", space=NEW_SPACE) == place
            assert await process.places.place_of(OLD, community, "Cats", space=OLD_SPACE) == place
            assert await process.communities.of_space(NEW_SPACE) == community
            assert await process.communities.of_space(OLD_SPACE) == community
            assert await process.places.community_of(place) == community
            assert await process.places.find_post(message) == post
            assert await process.places.message_of(post) == message


async def test_the_old_refs_removal_does_not_remove_an_upgraded_group(stores: Stores) -> None:
    community = await stores.communities.of_space(OLD_SPACE)
    await stores.places.moved(OLD, NEW, NEW_SPACE)
    await stores.communities.removed(OLD_SPACE)
    await stores.clock.move(RETENTION)
    assert await stores.communities.overdue(stores.clock.now()) == ()
    stores.communities.forget_all_remembered()
    assert [space.ref for space in await stores.communities.spaces_of(community)] == [NEW_SPACE]


async def test_a_supergroup_seen_before_the_platform_told_becomes_the_old_group(stores: Stores) -> None:
    community = await stores.communities.of_space(OLD_SPACE)
    place = await stores.places.place_of(OLD, community, "", space=OLD_SPACE)
    hasty = await stores.communities.of_space(NEW_SPACE)
    early = await stores.places.place_of(NEW, hasty, "", space=NEW_SPACE)
    late_topic = await stores.places.place_of(ChatRef(TELLING, "-1005", "9"), hasty, "", space=NEW_SPACE)
    post = await stores.places.post_of(MessageRef(TELLING, "-1005", "1"), early)
    for _ in range(2):
        await stores.places.moved(OLD, NEW, NEW_SPACE)
        stores.communities.forget_all_remembered()
        assert await stores.communities.of_space(NEW_SPACE) == community
        assert await stores.communities.of_space(OLD_SPACE) == community
        assert await stores.places.find(NEW) == place
        assert await stores.places.chat_of(place) == NEW
        assert await stores.places.chat_of(early) == NEW
        assert await stores.places.community_of(late_topic) == community
        assert await stores.places.find_post(MessageRef(TELLING, "-1005", "1")) == post
        assert await stores.places.post_of(MessageRef(TELLING, "-1005", "2"), early) != post
    await stores.clock.move(RETENTION)
    assert await stores.communities.overdue(stores.clock.now()) == (Overdue(OLD_SPACE, (hasty,)),)
    await stores.communities.erase(OLD_SPACE)
    assert await stores.places.chat_of(early) == NEW
    assert await stores.places.find_post(MessageRef(TELLING, "-1005", "1")) == post
    assert await stores.communities.of_space(OLD_SPACE) == community


async def test_a_move_told_to_two_processes_at_once_happens_once(stores: Stores, others: Stores) -> None:
    community = await stores.communities.of_space(OLD_SPACE)
    hasty = await stores.communities.of_space(NEW_SPACE)
    assert hasty != community
    await asyncio.gather(*(each.places.moved(OLD, NEW, NEW_SPACE) for each in (stores, others, stores, others)))
    stores.communities.forget_all_remembered()
    assert await stores.communities.of_space(NEW_SPACE) == community


async def test_a_move_of_what_was_never_seen_is_remembered(stores: Stores) -> None:
    await stores.places.moved(OLD, NEW, NEW_SPACE)
    community = await stores.communities.of_space(OLD_SPACE)
    assert await stores.communities.of_space(NEW_SPACE) == community
    place = await stores.places.place_of(OLD, community, "", space=OLD_SPACE)
    assert await stores.places.chat_of(place) == NEW


async def test_old_posts_are_forgotten(stores: Stores) -> None:
    place = await stores.places.place_of(PRIVATE, None, "")
    old, new = MessageRef(ONE, "77", "1"), MessageRef(ONE, "77", "2")
    await stores.places.post_of(old, place)
    await stores.clock.move(timedelta(days=2))
    kept = await stores.places.post_of(new, place)
    assert await stores.places.forget_posts_before(stores.clock.now()) == 1
    assert await stores.places.find_post(old) is None
    assert await stores.places.message_of(kept) == new
