"""The album's decisions."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.access import Access
from bot.domain.locales import Locale, second_language
from bot.domain.refs import PersonId
from cogs.cats import rules
from tests.cogs.cats.kit import WEBP


@pytest.mark.parametrize(
    ("picture", "fits"),
    [
        (WEBP, True),
        (WEBP.ljust(rules.MOST_BYTES, b"\0"), True),
        (WEBP.ljust(rules.MOST_BYTES + 1, b"\0"), False),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 8, False),
        (b"RIFF", False),
        (b"", False),
    ],
)
def test_only_a_small_webp_comes_into_the_album(picture: bytes, fits: bool) -> None:
    assert rules.fits(picture) is fits


def test_an_owner_and_a_moderator_take_a_cat_down_and_nobody_else() -> None:
    owner, other = PersonId(1), PersonId(2)
    assert rules.may_take_down(owner, owner, Access.EVERYONE)
    assert rules.may_take_down(other, owner, Access.MODERATOR)
    assert not rules.may_take_down(other, owner, Access.ORGANISER)


@pytest.mark.parametrize("now", ["2026-11-16 18:00", "2026-11-16 18:01", "2026-11-19 03:00", "2026-11-23 17:59"])
def test_a_week_ends_on_monday_evening(now: str) -> None:
    ends = rules.week_ends(datetime.fromisoformat(now).replace(tzinfo=UTC))
    assert ends == datetime(2026, 11, 23, 18, tzinfo=UTC)


def test_every_moment_is_in_the_week_that_ends_next() -> None:
    moment = datetime(2026, 11, 16, 17, 59, tzinfo=UTC)
    for _ in range(400):
        ends = rules.week_ends(moment)
        assert ends - rules.WEEK <= moment < ends
        moment += timedelta(minutes=51)


def test_the_second_language_is_another() -> None:
    assert all(second_language(locale) is not locale for locale in Locale)
