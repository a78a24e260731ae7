"""Moments written in a language and a zone, for platforms that show none of their own."""

from datetime import datetime, timedelta, tzinfo

from bot.domain.locales import Locale
from bot.domain.text import MomentStyle


def moment_words(when: datetime, style: MomentStyle, locale: Locale, zone: tzinfo | None = None) -> str:
    """How a moment reads, with its distance from UTC wherever a time is told, for readers of many zones.

    A relative moment is written as date and time: the words stay in the chat while time goes on.

    Args:
        when: aware.
        style: what is told.
        locale: the language.
        zone: the readers' zone; None for the moment's own.

    Raises:
        ValueError: the moment is naive.

    >>> from datetime import UTC
    >>> cat_day = datetime(2026, 8, 8, 19, 30, tzinfo=UTC)
    >>> moment_words(cat_day, MomentStyle.DATE_TIME, Locale.SPANISH)
    '8 de agosto de 2026, 19:30 (UTC)'
    >>> moment_words(cat_day, MomentStyle.DATE, Locale.SIMPLIFIED_CHINESE)
    '2026年8月8日'
    """
    if when.tzinfo is None:
        raise ValueError("a moment needs a zone")
    # Not before a moment is written: it brings all zones' names.
    from babel import Locale as Language  # noqa: PLC0415
    from babel.dates import format_date, format_time, get_datetime_format  # noqa: PLC0415

    local = when.astimezone(zone) if zone is not None else when
    language = Language.parse(locale.value, sep="-")
    date = format_date(local, format="long", locale=language)
    if style is MomentStyle.DATE:
        return date
    time = f"{format_time(local, format='short', tzinfo=local.tzinfo, locale=language)} ({_distance(local)})"
    if style is MomentStyle.TIME:
        return time
    pattern = str(get_datetime_format("medium", locale=language)).replace("'", "")
    return pattern.replace("{1}", date).replace("{0}", time)


def _distance(local: datetime) -> str:
    """``UTC``, ``UTC+2`` or ``UTC-3:30``."""
    offset = local.utcoffset() or timedelta()
    if not offset:
        return "UTC"
    hours, minutes = divmod(abs(offset) // timedelta(minutes=1), 60)
    return f"UTC{'-' if offset < timedelta() else '+'}{hours}" + (f":{minutes:02d}" if minutes else "")
