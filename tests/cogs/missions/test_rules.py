"""Which card comes next, how near cards may come, and what a clock counts."""

from datetime import timedelta
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.refs import CommunityId, PersonId
from cogs.missions.rules.cards import CARDS, Level
from cogs.missions.rules.clock import Clock, ClockId, Share, orders, portions
from cogs.missions.rules.draws import Choice, Given, complete, next_card
from cogs.missions.rules.levels import PERSONAL_AFTER, Standing
from cogs.missions.rules.own import PAGE, OwnId, own_id, own_key, page_of
from tests.kit.clock import START

ANA, BO, CLEO = PersonId(1), PersonId(2), PersonId(3)
BOTH = frozenset({ANA, BO})
ALL = [Choice(card.key, card.level, card.topic) for card in CARDS]


def test_no_card_comes_twice_until_all_were_there_and_then_the_oldest() -> None:
    used: list[str] = []
    for _ in ALL:
        key = next_card(ALL, used, "12")
        assert key is not None
        used.append(key)
    assert len(set(used)) == len(ALL)
    again = next_card(ALL, used, "12")
    assert again == used[0]


def test_the_levels_that_are_open_take_turns() -> None:
    used: list[str] = []
    levels = {card.key: card.level for card in CARDS}
    for _ in range(9):
        used.append(next_card(ALL, used, "12") or "")
    assert [levels[key] for key in used] == [Level.LIGHT, Level.PERSONAL, Level.SENSITIVE] * 3


SOME = ALL[::8]
"""A few of every topic and level."""


@given(
    st.sets(st.sampled_from(SOME), max_size=8),
    st.lists(st.sampled_from([one.key for one in SOME]), max_size=20),
    st.integers(1, 9),
)
def test_what_comes_is_of_what_may_come_and_new_if_anything_is(pool: set[Choice], used: list[str], line: int) -> None:
    ordered, seed = sorted(pool, key=lambda one: one.key), str(line)
    key = next_card(ordered, used, seed)
    assert (key is None) == (not pool)
    if key is not None:
        assert key in {one.key for one in pool}
        assert key not in used or all(one.key in used for one in pool)
        assert key == next_card(ordered, used, seed)


def test_each_line_has_an_order_of_its_own() -> None:
    assert len({next_card(ALL, [], str(line)) for line in range(20)}) > 5


def standing(
    ceiling: Level = Level.SENSITIVE, *, adult: bool = True, answered: int = 0, yes: frozenset[PersonId] = frozenset()
) -> Standing:
    """A line where some said yes to everything."""
    return Standing(ceiling, adult, BOTH, answered, dict.fromkeys(Level, yes))


@pytest.mark.parametrize(
    ("now", "opened"),
    [
        (standing(), "light"),
        (standing(answered=PERSONAL_AFTER - 1), "light"),
        (standing(answered=PERSONAL_AFTER), "light personal"),
        (standing(answered=1_000), "light personal"),
        (standing(yes=frozenset({ANA})), "light"),
        (standing(yes=frozenset({ANA, CLEO})), "light"),
        (standing(yes=BOTH), "light personal sensitive"),
        (standing(yes=BOTH, adult=False), "light personal"),
        (standing(Level.PERSONAL, yes=BOTH), "light personal"),
        (standing(Level.LIGHT, yes=BOTH, answered=1_000), "light"),
    ],
)
def test_levels_open_by_two_yeses_and_personal_ones_by_answers(now: Standing, opened: str) -> None:
    assert " ".join(level.value for level in now.open) == opened


def test_nobody_alone_completes_a_card() -> None:
    said = Given("yes")
    assert not complete({}, frozenset())
    assert not complete({ANA: said, CLEO: said}, BOTH)
    assert complete({ANA: said, BO: said, CLEO: said}, BOTH)


def test_own_cards_are_told_from_ours() -> None:
    assert own_id(own_key(OwnId(7))) == OwnId(7)
    assert [own_id(card.key) for card in CARDS if own_id(card.key) is not None] == []
    assert own_id("own-٣") is None
    assert own_id("own-") is None


def test_pages_end_where_the_cards_do() -> None:
    assert [page_of(count, page) for count, page in ((0, 3), (PAGE, 9), (PAGE + 1, 9), (5, -1))] == [0, 0, 1, 0]


def test_a_clock_turns_in_the_middle() -> None:
    clock = Clock(ClockId(1), 1, CommunityId(1), ANA, 15, "en", "zh", START, started=START)
    assert (clock.turns, clock.ends) == (START + timedelta(minutes=15), START + timedelta(minutes=30))
    with pytest.raises(ValueError, match="not agreed"):
        _ = Clock(ClockId(1), 1, CommunityId(1), ANA, 15, "en", "zh", START).turns


def test_either_language_may_begin() -> None:
    assert orders(("en", "zh", "en")) == (("en", "zh"), ("zh", "en"))
    assert len(orders(("en", "zh", "es"))) == 6
    assert orders(("en",)) == ()


@given(
    st.lists(
        st.builds(Share, st.builds(PersonId, st.integers(1, 3)), st.sampled_from(["en", "zh", ""]), st.integers(1, 9)),
        unique_by=lambda share: (share.person, share.tongue),
    )
)
def test_portions_are_of_one_language_each_and_lose_nothing(shares: list[Share]) -> None:
    shown = portions(shares)
    assert {one.share for one in shown} == set(shares)
    for tongue in {share.tongue for share in shares}:
        assert 98 <= sum(one.percent for one in shown if one.share.tongue == tongue) <= 102
    runs = [tongue for tongue, _ in groupby(one.share.tongue for one in shown)]
    assert len(runs) == len(set(runs))
