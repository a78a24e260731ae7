"""What is decided without anything around it."""

import pytest

from bot.domain.languages import Language
from bot.domain.refs import CommunityId, PlaceId, SpaceRef
from cogs.bridge.rules import (
    ALPHABET,
    CODE_LENGTH,
    MOST_HOURS,
    Asked,
    Bridge,
    BridgeId,
    Crossing,
    Direction,
    End,
    Wish,
    digest,
    plain_code,
    read_hours,
    read_words,
    shown_code,
    tied_already,
    ways,
)
from tests.kit.fake import FAKE

CLUB = CommunityId(1)
CODE = "ACDEFGHJKMNP"


def end(place: int, language: Language | None = None, direction: Direction = Direction.BOTH) -> End:
    return End(PlaceId(place), CLUB, SpaceRef(FAKE, "club"), language, direction)


def bridge(*ends: End, paused: bool = False) -> Bridge:
    return Bridge(BridgeId(1), CLUB, None, paused, Crossing(), ends)


def pairs(of: Bridge) -> set[tuple[int, int]]:
    return {(source.place, target.place) for source, target in ways(of)}


def test_all_ordered_pairs_are_ways() -> None:
    assert pairs(bridge(end(1), end(2), end(3))) == {(1, 2), (2, 1), (1, 3), (3, 1), (2, 3), (3, 2)}


def test_an_end_may_only_hear_or_only_speak() -> None:
    three = bridge(end(1), end(2, direction=Direction.IN), end(3, direction=Direction.OUT))
    assert pairs(three) == {(1, 2), (3, 1), (3, 2)}
    assert pairs(bridge(end(1, direction=Direction.OUT), end(2, direction=Direction.OUT))) == set()


def test_nothing_crosses_a_paused_bridge() -> None:
    assert pairs(bridge(end(1), end(2), paused=True)) == set()


def test_two_chats_share_one_bridge_and_a_ring_is_none() -> None:
    first, second = bridge(end(1), end(2)), bridge(end(2), end(3))
    assert tied_already([first, second], PlaceId(1), [PlaceId(2)])
    assert not tied_already([first, second], PlaceId(1), [PlaceId(3)])


def test_a_code_is_known_however_it_is_typed() -> None:
    for typed in (CODE, CODE.lower(), shown_code(CODE), f"  {shown_code(CODE)} ", "ＡＣＤＥ－ＦＧＨＪ－ＫＭＮＰ"):
        assert plain_code(typed) == CODE
    assert digest(CODE) != digest(CODE[::-1])
    assert CODE not in digest(CODE)


def test_a_code_that_is_absurdly_long_is_cut() -> None:
    assert len(plain_code("A" * 10_000)) <= 100


def test_codes_are_not_found_by_trying() -> None:
    assert len(ALPHABET) ** CODE_LENGTH > 10**16


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        (None, Asked(Wish.LOOK)),
        ("  ", Asked(Wish.LOOK)),
        ("me", Asked(Wish.ME)),
        ("ME Off", Asked(Wish.ME_OFF)),
        ("me sí", Asked(Wish.ME_ON)),
        ("me 关", Asked(Wish.ME_OFF)),
        ("mute", Asked(Wish.MUTE)),
        ("mute @ana 3h", Asked(Wish.MUTE, hours=3)),
        ("unmute", Asked(Wish.UNMUTE)),
        ("muted", Asked(Wish.MUTED)),
        ("look", Asked(Wish.CODE, code="look")),
        ("me maybe", Asked(Wish.CODE, code="me maybe")),
        ("acde-fghj-kmnp", Asked(Wish.CODE, code="acde-fghj-kmnp")),
    ],
)
def test_words_are_read(said: str | None, asked: Asked) -> None:
    assert read_words(said) == asked


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("", None),
        ("0", None),
        ("-3", None),
        ("3", 3),
        ("12 小时", 12),
        ("٣", 3),
        (str(MOST_HOURS + 1), None),
        ("9" * 99, None),
    ],
)
def test_hours_are_a_year_at_most(said: str, hours: int | None) -> None:
    assert read_hours(said) == hours
