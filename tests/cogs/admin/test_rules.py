"""How values are written into keys and read back."""

from datetime import UTC, datetime

import pytest

from cogs.admin import rules


@pytest.mark.parametrize("value", [True, False, 0, 12, -3, "zh-hans", "a word", None])
def test_what_the_audit_list_wrote_is_read_again(value: str | int | bool | None) -> None:
    assert rules.kept_again("" if value is None else str(value)) == value


@pytest.mark.parametrize(
    ("said", "number"), [("7", 7), (" 7 ", 7), ("７", 7), ("-1", -1), ("", None), ("7.5", None), ("1" * 30, None)]
)
def test_a_whole_number_is_read_in_any_digits(said: str, number: int | None) -> None:
    assert rules.whole_number(said) == number


def test_a_moment_survives_its_key() -> None:
    moment = datetime(2026, 8, 8, 20, 0, 0, 123_456, tzinfo=UTC)
    assert rules.from_micros(rules.to_micros(moment)) == moment
    assert rules.from_micros(10**30) is None


@pytest.mark.parametrize(("count", "shown", "more"), [(0, 0, False), (8, 8, False), (9, 8, True)])
def test_a_page_knows_whether_there_is_more(count: int, shown: int, *, more: bool) -> None:
    page, further = rules.page_of(list(range(count)))
    assert (len(page), further) == (shown, more)
