"""What is kept of bridges, on both databases: codes, ends, what two do at once, and whose it is."""

import asyncio
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import MetaData, func, select

from bot.domain.languages import Language
from bot.domain.refs import CommunityId, PersonId, PlaceId, PostId, SpaceRef
from bot.storage.engine import SqlDatabase
from cogs.bridge.rules import (
    CODE_LIFETIME,
    CODES,
    MOST_BRIDGES,
    MOST_ENDS,
    PERIOD,
    TELLS_AGAIN,
    TRIES,
    Bridge,
    BridgeId,
    Crossing,
    Direction,
    End,
    Failure,
    Part,
    Reactions,
)
from cogs.bridge.store import METADATA, Bridges, Codes, Invitation, Persons
from cogs.bridge.store.tables import CODE
from tests.kit.clock import START
from tests.kit.fake import FAKE

CLUB, OTHER = CommunityId(7), CommunityId(8)
ANA, BO, CLEO = PersonId(1), PersonId(2), PersonId(3)
HERE, THERE = SpaceRef(FAKE, "here"), SpaceRef(FAKE, "there")
MINUTE = timedelta(minutes=1)


def end(place: int, community: CommunityId = CLUB, space: SpaceRef = HERE) -> End:
    return End(PlaceId(place), community, space, Language.ENGLISH)


FAR = End(PlaceId(90), OTHER, THERE, Language.TRADITIONAL_CHINESE, Direction.BOTH)


@dataclass(slots=True)
class Store:
    """All of it, on one database."""

    bridges: Bridges
    codes: Codes
    persons: Persons
    ties: int = 0

    async def code(self, at: End, bridge: BridgeId | None = None, by: PersonId = ANA, now: datetime = START) -> str:
        code = await self.codes.make(bridge, at, by, now)
        assert code is not None
        return code

    async def look(self, code: str, by: PersonId = BO, now: datetime = START, cause: str = "e") -> Invitation | Failure:
        return await self.codes.look(code, by, now, cause=cause)

    async def enter(
        self, code: str, at: End, by: PersonId = BO, now: datetime = START, cause: str = ""
    ) -> Bridge | Failure:
        self.ties += 1
        cause = cause or f"event {self.ties}"
        found = await self.look(code, by, now, cause)
        if isinstance(found, Failure):
            return found
        return await self.codes.spend(found, at, by, Crossing(), now, cause=cause)

    async def tied(self, first: End, second: End, bridge: BridgeId | None = None) -> Bridge:
        """Two chats tied by a code whose maker nobody counts the codes of."""
        self.ties += 1
        maker = PersonId(1000 + self.ties)
        tied = await self.enter(await self.code(first, bridge, maker), second, PersonId(5000 + self.ties))
        assert isinstance(tied, Bridge)
        return tied


@pytest.fixture
def declared() -> tuple[MetaData, ...]:
    """This cog's tables, as the code declares them."""
    return (METADATA,)


@pytest.fixture
def store(database: SqlDatabase) -> Store:
    return Store(Bridges(database), Codes(database), Persons(database))


async def rows(store: Store) -> dict[str, int]:
    async with store.bridges.db.reading() as reading:
        counts = {
            table.name: int((await reading.execute(select(func.count()).select_from(table))).scalar_one())
            for table in METADATA.sorted_tables
        }
    return {name: count for name, count in counts.items() if count}


# --------------------------------------------------------------------------------------------------------------- codes


async def test_a_code_ties_two_chats_with_what_their_ends_were_given(store: Store) -> None:
    bridge = await store.enter((await store.code(end(1))).lower(), FAR)
    assert isinstance(bridge, Bridge)
    assert (bridge.community, bridge.maker, bridge.paused, bridge.crossing) == (CLUB, ANA, False, Crossing())
    assert bridge.ends == (end(1), FAR)
    assert bridge.communities == (CLUB, OTHER)
    assert await store.bridges.at(PlaceId(90)) == [bridge]
    assert await store.bridges.in_space(HERE) == [bridge]
    assert await store.bridges.in_space(THERE) == [bridge]


async def test_only_a_hash_of_a_code_is_kept(store: Store) -> None:
    code = await store.code(end(1))
    async with store.bridges.db.reading() as reading:
        (row,) = (await reading.execute(select(CODE))).all()
    assert code not in str(tuple(row))


async def test_a_wrong_code_ties_nothing(store: Store) -> None:
    await store.code(end(1))
    assert await store.enter("ACDE-FGHJ-KMNP", FAR) is Failure.WRONG
    assert await store.enter("", FAR) is Failure.WRONG


async def test_a_code_works_once(store: Store) -> None:
    code = await store.code(end(1))
    assert isinstance(await store.enter(code, FAR), Bridge)
    assert await store.enter(code, end(3)) is Failure.USED


async def test_a_code_that_is_entered_twice_by_one_event_is_entered_once(store: Store) -> None:
    code = await store.code(end(1))
    first = await store.enter(code, FAR, cause="one")
    assert await store.enter(code, FAR, cause="one") == first
    assert (await rows(store))["bridge_bridge"] == 1


async def test_two_who_enter_a_code_at_once_tie_one_chat(store: Store) -> None:
    code = await store.code(end(1))
    came = await asyncio.gather(store.enter(code, FAR, BO), store.enter(code, end(3), CLEO))
    assert sorted(isinstance(one, Bridge) for one in came) == [False, True]
    assert Failure.USED in came


async def test_a_code_expires(store: Store) -> None:
    code = await store.code(end(1))
    assert await store.enter(code, FAR, now=START + CODE_LIFETIME) is Failure.EXPIRED
    assert isinstance(await store.enter(code, FAR, now=START + CODE_LIFETIME - MINUTE), Bridge)


async def test_a_new_code_of_a_chat_puts_the_former_out_of_force(store: Store) -> None:
    former, new = await store.code(end(1)), await store.code(end(1))
    elsewhere = await store.code(end(2))
    assert await store.enter(former, FAR) is Failure.EXPIRED
    assert isinstance(await store.enter(new, FAR), Bridge)
    assert isinstance(await store.enter(elsewhere, FAR), Bridge)


async def test_a_chat_is_not_tied_to_itself_and_the_code_stays_good(store: Store) -> None:
    code = await store.code(end(1))
    assert await store.enter(code, end(1)) is Failure.SAME
    assert isinstance(await store.enter(code, FAR), Bridge)


async def test_the_same_two_chats_are_not_tied_twice_whoever_asks(store: Store) -> None:
    bridge = await store.tied(end(1), end(2))
    assert await store.enter(await store.code(end(2)), end(1)) is Failure.TWICE
    assert await store.enter(await store.code(end(1), bridge.id), end(2)) is Failure.TWICE
    third = await store.tied(end(2), end(3), bridge.id)
    assert await store.enter(await store.code(end(3)), end(1)) is Failure.TWICE
    assert len(third.ends) == 3


async def test_bridges_may_form_a_ring(store: Store) -> None:
    for first, second in ((1, 2), (2, 3), (3, 1)):
        await store.tied(end(first), end(second))
    assert len(await store.bridges.at(PlaceId(1))) == 2


async def test_wrong_codes_are_counted_and_a_right_one_makes_them_forgotten(store: Store) -> None:
    code = await store.code(end(1))
    for _ in range(TRIES - 1):
        assert await store.look("WRONG") is Failure.WRONG
    assert isinstance(await store.enter(code, FAR), Bridge)
    for _ in range(TRIES):
        assert await store.look("WRONG") is Failure.WRONG
    another = await store.code(end(2))
    assert await store.look(another) is Failure.TOO_MANY
    assert isinstance(await store.look(another, CLEO), Invitation)
    later = await store.code(end(2), now=START + PERIOD)
    assert isinstance(await store.look(later, now=START + PERIOD), Invitation)


async def test_nobody_makes_codes_without_end(store: Store) -> None:
    for place in range(CODES):
        await store.code(end(place))
    assert await store.codes.make(None, end(99), ANA, START) is None
    await store.code(end(99), by=BO)
    await store.code(end(99), now=START + PERIOD)


async def test_a_bridge_has_an_end_to_its_ends(store: Store) -> None:
    bridge = await store.tied(end(1), end(2))
    for place in range(3, MOST_ENDS + 1):
        bridge = await store.tied(end(1), end(place), bridge.id)
    assert len(bridge.ends) == MOST_ENDS
    assert await store.enter(await store.code(end(1), bridge.id), end(99)) is Failure.FULL


async def test_a_community_has_an_end_to_its_bridges_on_either_side(store: Store) -> None:
    for place in range(MOST_BRIDGES):
        await store.tied(end(place), replace(FAR, community=CommunityId(100 + place)))
    free = end(900, CommunityId(900))
    assert await store.enter(await store.code(end(99)), free) is Failure.MANY
    assert await store.enter(await store.code(free), end(99), CLEO) is Failure.MANY
    first = (await store.bridges.at(PlaceId(0)))[0]
    # Another chat of a bridge that the community is of already is no further bridge.
    assert len((await store.tied(end(0), end(98), first.id)).ends) == 3


async def test_a_code_for_a_bridge_that_ended_or_from_a_chat_that_left_it_is_gone(store: Store) -> None:
    bridge = await store.tied(end(1), end(2))
    code = await store.code(end(1), bridge.id)
    await store.bridges.end(bridge.id)
    assert await store.enter(code, end(3)) is Failure.GONE
    bridge = await store.tied(end(1), end(2))
    bridge = await store.tied(end(1), end(3), bridge.id)
    code = await store.code(end(1), bridge.id)
    await store.bridges.untie(bridge.id, PlaceId(1))
    assert await store.enter(code, end(4)) is Failure.GONE


# ------------------------------------------------------------------------------------------------------------ changing


async def test_what_is_changed_is_changed_once(store: Store) -> None:
    bridge = await store.tied(end(1), FAR)
    bridges = store.bridges
    assert [await bridges.put(bridge.id, Part.JOINS, on=True) for _ in range(2)] == [True, False]
    assert [await bridges.put(bridge.id, Part.PAUSED, on=True) for _ in range(2)] == [True, False]
    assert [await bridges.put_reactions(bridge.id, Reactions.LINE) for _ in range(2)] == [True, False]
    for language in (Language.SPANISH, None, Language.WELSH):
        assert [await bridges.put_language(bridge.id, PlaceId(1), language) for _ in range(2)] == [True, False]
    assert [await bridges.put_direction(bridge.id, FAR.place, Direction.IN) for _ in range(2)] == [True, False]
    await bridges.put_notice(bridge.id, FAR.place, PostId(5))
    now = await bridges.one(bridge.id)
    assert now == replace(
        bridge,
        paused=True,
        crossing=Crossing(reactions=Reactions.LINE, joins=True),
        ends=(replace(end(1), language=Language.WELSH), replace(FAR, direction=Direction.IN, notice=PostId(5))),
    )
    assert not await bridges.put(BridgeId(99), Part.FILES, on=False)


async def test_a_chat_is_untied_once_and_one_alone_is_no_bridge(store: Store) -> None:
    bridge = await store.tied(end(1), end(2))
    bridge = await store.tied(end(2), end(3), bridge.id)
    came = await asyncio.gather(*(store.bridges.untie(bridge.id, PlaceId(1)) for _ in range(3)))
    (left,) = [one for one in came if one is not None]
    assert left.before == bridge
    assert left.rest is not None
    assert left.rest.ends == (end(2), end(3))
    await store.persons.set_apart([bridge.id], BO, carried=False)
    last = await store.bridges.untie(bridge.id, PlaceId(2))
    assert last is not None
    assert last.rest is None
    assert await store.bridges.one(bridge.id) is None
    assert set(await rows(store)) == {"bridge_code"}, "spent codes still say so"


async def test_a_space_goes_on_under_another_ref(store: Store) -> None:
    await store.tied(end(1), FAR)
    await store.code(end(2))
    await store.bridges.moved(HERE, SpaceRef(FAKE, "moved"))
    assert await store.bridges.in_space(HERE) == []
    (bridge,) = await store.bridges.in_space(SpaceRef(FAKE, "moved"))
    assert bridge.at(PlaceId(1)) == replace(end(1), space=SpaceRef(FAKE, "moved"))


async def test_of_a_trouble_somebody_is_told_once_a_day(store: Store) -> None:
    async def tells(now: datetime, trouble: str = "no-right", place: int = 1) -> bool:
        return await store.bridges.tells(BridgeId(1), PlaceId(place), trouble, now)

    assert sorted(await asyncio.gather(*(tells(START) for _ in range(4)))) == [False, False, False, True]
    assert await tells(START, "uncertain")
    assert await tells(START, place=2)
    assert not await tells(START + TELLS_AGAIN - MINUTE)
    assert await tells(START + TELLS_AGAIN)


# ------------------------------------------------------------------------------------------------------------- passage


async def test_a_message_crosses_to_an_end_unless_its_author_does_not_want_it(store: Store) -> None:
    bridge = await store.tied(end(1), FAR)
    await store.persons.set_apart([bridge.id], BO, carried=False)
    passages = [await store.bridges.passage(bridge.id, FAR.place, person) for person in (ANA, BO, None)]
    assert [passage and (passage.community, passage.originals, passage.apart) for passage in passages] == [
        (OTHER, True, False),
        (OTHER, True, True),
        (OTHER, True, False),
    ]
    assert await store.bridges.passage(bridge.id, PlaceId(55), ANA) is None
    assert await store.bridges.passage(BridgeId(99), FAR.place, ANA) is None


async def test_who_wants_to_be_carried_again_is(store: Store) -> None:
    bridge, other = await store.tied(end(1), end(2)), await store.tied(end(3), end(4))
    for _ in range(2):
        await store.persons.set_apart([bridge.id, other.id], BO, carried=False)
    assert await store.persons.apart(BO) == {bridge.id, other.id}
    await store.persons.set_apart([bridge.id], BO, carried=True)
    assert await store.persons.apart(BO) == {other.id}
    assert await store.persons.apart(ANA) == frozenset()


# ---------------------------------------------------------------------------------------------------------- whose it is


async def test_a_person_is_told_all_that_is_kept(store: Store) -> None:
    bridge = await store.enter(await store.code(end(1)), FAR)
    assert isinstance(bridge, Bridge)
    await store.persons.set_apart([bridge.id], ANA, carried=False)
    await store.look("WRONG", ANA)
    assert await store.persons.export(ANA) == {
        "bridges_made": [{"bridge": bridge.id, "made": START.isoformat()}],
        "codes_made": [START.isoformat()],
        "codes_typed_in_vain": 1,
        "not_carried_by": [bridge.id],
    }


async def test_who_is_forgotten_leaves_bridges_without_a_name(store: Store) -> None:
    bridge = await store.enter(await store.code(end(1)), FAR)
    assert isinstance(bridge, Bridge)
    await store.persons.set_apart([bridge.id], ANA, carried=False)
    await store.look("WRONG", ANA)
    await store.persons.forget(ANA)
    left = await store.bridges.one(bridge.id)
    assert left is not None
    assert left.maker is None
    assert await rows(store) == {"bridge_bridge": 1, "bridge_end": 2}
    assert await store.persons.export(ANA) == {
        "bridges_made": [],
        "codes_made": [],
        "codes_typed_in_vain": 0,
        "not_carried_by": [],
    }


async def test_two_accounts_are_one_person_who_is_not_carried_on_either_nor_after_parting(store: Store) -> None:
    bridge = await store.enter(await store.code(end(1), by=BO), FAR, CLEO)
    assert isinstance(bridge, Bridge)
    for person in (ANA, BO):
        await store.look("WRONG", person)
    other = await store.tied(end(3), end(4))
    await store.persons.set_apart([bridge.id], BO, carried=False)
    await store.persons.set_apart([bridge.id, other.id], ANA, carried=False)
    await store.persons.merge(ANA, BO)
    assert await store.persons.apart(ANA) == {bridge.id, other.id}
    assert await store.persons.apart(BO) == frozenset()
    merged = await store.bridges.one(bridge.id)
    assert merged is not None
    assert merged.maker == ANA
    await store.persons.unlink(ANA, CLEO)
    assert await store.persons.apart(CLEO) == {bridge.id, other.id}


async def test_a_community_is_erased_and_bridges_go_on_between_the_others(store: Store) -> None:
    third = end(3, CommunityId(9))
    pair = await store.tied(end(1), FAR)
    three = await store.tied(end(2), replace(FAR, place=PlaceId(91)))
    three = await store.tied(end(2), third, three.id)
    await store.code(end(5))
    erased = await store.persons.erase(CLUB)
    assert [one.id for one in erased] == [pair.id, three.id]
    assert await store.bridges.one(pair.id) is None
    left = await store.bridges.one(three.id)
    assert left is not None
    assert {one.community for one in left.ends} == {OTHER, CommunityId(9)}
    assert left.community in {OTHER, CommunityId(9)}
    assert await store.bridges.in_space(HERE) == [left]


async def test_a_space_that_is_another_clubs_takes_its_ends_along_and_no_code(store: Store) -> None:
    bridge = await store.tied(end(1), FAR)
    waiting = await store.code(end(2))
    new = CommunityId(9)
    (now,) = await store.bridges.rehomed(HERE, new)
    assert now.id == bridge.id
    assert {one.community for one in now.ends} == {new, OTHER}
    assert now.community == new
    assert await store.bridges.rehomed(THERE, new) == await store.bridges.in_space(HERE)
    assert await store.codes.look(waiting, BO, START, cause="e1") is Failure.WRONG
