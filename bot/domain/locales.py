"""Languages that the bot speaks, by their BCP 47 tags. ``zh-Hans`` and ``zh-Hant`` are never cut to two letters."""

from enum import StrEnum


class Locale(StrEnum):
    """A language of the bot. Its value is the folder's name under ``locales/``."""

    ENGLISH = "en"
    SIMPLIFIED_CHINESE = "zh-Hans"
    TRADITIONAL_CHINESE = "zh-Hant"
    SPANISH = "es"


def second_language(first: Locale) -> Locale:
    """In which language what is said to all is said again: Chinese, and to who speaks Chinese, English."""
    if first in {Locale.SIMPLIFIED_CHINESE, Locale.TRADITIONAL_CHINESE}:
        return Locale.ENGLISH
    return Locale.SIMPLIFIED_CHINESE


_CHINESE_TRADITIONAL_MARKS = frozenset({"hant", "tw", "hk", "mo"})


def nearest(tag: str | None) -> Locale | None:
    """The bot's language nearest to a platform's tag (``es-419``, ``zh_TW``, ``pt-BR``), or None when it speaks none.

    >>> nearest("zh-TW"), nearest("zh"), nearest("es-419"), nearest("fr")
    (<Locale.TRADITIONAL_CHINESE: 'zh-Hant'>, <Locale.SIMPLIFIED_CHINESE: 'zh-Hans'>, <Locale.SPANISH: 'es'>, None)
    """
    if not tag:
        return None
    language, *rest = tag.replace("_", "-").lower().split("-")
    if language in {"zh", "yue", "cmn"}:
        return Locale.TRADITIONAL_CHINESE if _CHINESE_TRADITIONAL_MARKS & set(rest) else Locale.SIMPLIFIED_CHINESE
    if language == "es":
        return Locale.SPANISH
    if language == "en":
        return Locale.ENGLISH
    return None
