"""Moments in words."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from bot.core.locale import moment_words
from bot.domain.locales import Locale
from bot.domain.text import MomentStyle

WHEN = datetime(2026, 3, 28, 23, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        (Locale.ENGLISH, "March 29, 2026, 7:30\u202fAM (UTC+8)"),
        (Locale.SIMPLIFIED_CHINESE, "2026年3月29日 07:30 (UTC+8)"),
        (Locale.TRADITIONAL_CHINESE, "2026年3月29日 清晨7:30 (UTC+8)"),
        (Locale.SPANISH, "29 de marzo de 2026, 7:30 (UTC+8)"),
    ],
)
def test_each_language_writes_the_readers_own_day(locale: Locale, expected: str) -> None:
    assert moment_words(WHEN, MomentStyle.DATE_TIME, locale, ZoneInfo("Asia/Shanghai")) == expected


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        (None, "23:30 (UTC)"),
        (ZoneInfo("Europe/Madrid"), "0:30 (UTC+1)"),
        (ZoneInfo("Asia/Kathmandu"), "5:15 (UTC+5:45)"),
        (timezone(-timedelta(hours=3, minutes=30)), "20:00 (UTC-3:30)"),
    ],
)
def test_a_time_tells_its_distance_from_utc(zone: ZoneInfo | timezone | None, expected: str) -> None:
    assert moment_words(WHEN, MomentStyle.TIME, Locale.SPANISH, zone) == expected


def test_summer_time_is_told_as_it_is_then() -> None:
    madrid = ZoneInfo("Europe/Madrid")
    assert moment_words(WHEN + timedelta(hours=3), MomentStyle.TIME, Locale.SPANISH, madrid) == "4:30 (UTC+2)"


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        moment_words(datetime(2026, 1, 1), MomentStyle.DATE, Locale.ENGLISH)  # noqa: DTZ001  # that is the point
