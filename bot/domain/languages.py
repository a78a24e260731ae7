"""Languages that members write, by their shortest BCP 47 tags: more than the bot itself speaks.

Chinese is two: who reads one way of writing it does not always read the other, so it is never cut to two letters.
"""

from enum import StrEnum

from bot.domain.locales import Locale


class Language(StrEnum):
    """A language that can be detected or translated into. Its value is its tag."""

    AFRIKAANS = "af"
    ALBANIAN = "sq"
    AMHARIC = "am"
    ARABIC = "ar"
    ARMENIAN = "hy"
    AZERBAIJANI = "az"
    BASQUE = "eu"
    BELARUSIAN = "be"
    BENGALI = "bn"
    BOSNIAN = "bs"
    BULGARIAN = "bg"
    BURMESE = "my"
    CATALAN = "ca"
    CROATIAN = "hr"
    CZECH = "cs"
    DANISH = "da"
    DUTCH = "nl"
    ENGLISH = "en"
    ESPERANTO = "eo"
    ESTONIAN = "et"
    FINNISH = "fi"
    FRENCH = "fr"
    GALICIAN = "gl"
    GEORGIAN = "ka"
    GERMAN = "de"
    GREEK = "el"
    GUJARATI = "gu"
    HEBREW = "he"
    HINDI = "hi"
    HUNGARIAN = "hu"
    ICELANDIC = "is"
    INDONESIAN = "id"
    IRISH = "ga"
    ITALIAN = "it"
    JAPANESE = "ja"
    KANNADA = "kn"
    KAZAKH = "kk"
    KHMER = "km"
    KOREAN = "ko"
    LAO = "lo"
    LATVIAN = "lv"
    LITHUANIAN = "lt"
    MACEDONIAN = "mk"
    MALAY = "ms"
    MALAYALAM = "ml"
    MARATHI = "mr"
    MONGOLIAN = "mn"
    NEPALI = "ne"
    NORWEGIAN = "nb"
    PERSIAN = "fa"
    POLISH = "pl"
    PORTUGUESE = "pt"
    PUNJABI = "pa"
    ROMANIAN = "ro"
    RUSSIAN = "ru"
    SERBIAN = "sr"
    SIMPLIFIED_CHINESE = "zh-Hans"
    SINHALA = "si"
    SLOVAK = "sk"
    SLOVENIAN = "sl"
    SPANISH = "es"
    SWAHILI = "sw"
    SWEDISH = "sv"
    TAGALOG = "tl"
    TAMIL = "ta"
    TELUGU = "te"
    THAI = "th"
    TRADITIONAL_CHINESE = "zh-Hant"
    TURKISH = "tr"
    UKRAINIAN = "uk"
    URDU = "ur"
    UZBEK = "uz"
    VIETNAMESE = "vi"
    WELSH = "cy"


CHINESE = frozenset({Language.SIMPLIFIED_CHINESE, Language.TRADITIONAL_CHINESE})
"""The two ways of writing Chinese."""

_TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})
_OTHER_NAMES = {
    "cmn": "zh",
    "yue": "zh",
    "fil": "tl",
    "in": "id",
    "iw": "he",
    "nn": "nb",
    "no": "nb",
}
"""Tags that mean a language of ours."""


def language_of(tag: str | None) -> Language | None:
    """The language that a tag means (``zh-TW``, ``pt-BR``, ``iw``, ``zh_hant_hk``), or None when it is none of ours.

    >>> language_of("zh-TW"), language_of("pt_BR"), language_of("no"), language_of("xx")
    (<Language.TRADITIONAL_CHINESE: 'zh-Hant'>, <Language.PORTUGUESE: 'pt'>, <Language.NORWEGIAN: 'nb'>, None)
    """
    if not tag:
        return None
    first, *rest = tag.strip().replace("_", "-").lower().split("-")
    first = _OTHER_NAMES.get(first, first)
    if first == "zh":
        return Language.TRADITIONAL_CHINESE if _TRADITIONAL & set(rest) else Language.SIMPLIFIED_CHINESE
    return next((language for language in Language if language.value == first), None)


def spoken_by(locale: Locale) -> Language:
    """The language that one of the bot's own is."""
    return Language(locale.value)
