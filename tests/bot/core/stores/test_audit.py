"""The audit list: paged, by person, and without the names of those who were forgotten."""

from bot.api.house import AuditEntry
from bot.domain.refs import PersonId, Platform, SpaceRef
from tests.bot.core.stores.conftest import Stores

SPACE = SpaceRef(Platform("one"), "10")
MIA, LEO = PersonId(1), PersonId(2)


async def test_acts_come_back_whole_the_newest_first(stores: Stores) -> None:
    community = await stores.communities.of_space(SPACE)
    first = stores.clock.now()
    await stores.audit.record(community, "admin", MIA, "audit-setting", {"value": "猫", "key": "x"}, first)
    await stores.clock.move(1)
    await stores.audit.record(community, "core", None, "audit-erased", {}, stores.clock.now())
    assert await stores.audit.page(community, None, 10) == [
        AuditEntry(stores.clock.now(), "core", "audit-erased", (), None),
        AuditEntry(first, "admin", "audit-setting", (("value", "猫"), ("key", "x")), MIA),
    ]


async def test_pages_leave_none_out_not_even_of_the_same_moment(stores: Stores) -> None:
    community = await stores.communities.of_space(SPACE)
    elsewhere = await stores.communities.of_space(SpaceRef(Platform("one"), "11"))
    await stores.audit.record(elsewhere, "admin", MIA, "act", {}, stores.clock.now())
    for number in range(12):
        await stores.audit.record(community, "admin", MIA, f"act{number}", {}, stores.clock.now())
        if number % 4 == 3:
            await stores.clock.move(1)
    seen: list[str] = []
    before = None
    while page := await stores.audit.page(community, before, 3):
        seen += [entry.act for entry in page]
        before = page[-1].at
    assert seen == [f"act{number}" for number in reversed(range(12))]


async def test_acts_follow_a_merge_and_stay_without_a_name_when_forgotten(stores: Stores) -> None:
    community = await stores.communities.of_space(SPACE)
    for person in (MIA, LEO):
        await stores.audit.record(community, "admin", person, "act", {}, stores.clock.now())
    await stores.audit.merge(MIA, LEO)
    assert len(await stores.audit.of_person(MIA)) == 2
    assert await stores.audit.of_person(LEO) == []
    await stores.audit.forget(MIA)
    assert await stores.audit.of_person(MIA) == []
    assert [entry.by for entry in await stores.audit.page(community, None, 10)] == [None, None]


async def test_old_acts_are_forgotten(stores: Stores) -> None:
    community = await stores.communities.of_space(SPACE)
    await stores.audit.record(community, "admin", MIA, "old", {}, stores.clock.now())
    await stores.clock.move(1)
    await stores.audit.record(community, "admin", MIA, "new", {}, stores.clock.now())
    assert await stores.audit.forget_before(stores.clock.now()) == 1
    assert [entry.act for entry in await stores.audit.page(community, None, 10)] == ["new"]
