"""MyMemory, through deep-translator: no key, and a few thousand characters a day for each address."""

import html
import re
from types import ModuleType

from bot.domain.languages import Language
from bot.translation.engine import EngineFailed, Fault
from bot.translation.engines.deep import Asked, DeepTranslated, leading_to
from bot.translation.engines.threads import Threads
from bot.translation.services import MYMEMORY

ADDRESS = "https://api.mymemory.translated.net/get"
"""deep-translator's own is the same without encryption."""

LONGEST = 499
"""Characters; 500 are refused by deep-translator."""

CODES = {
    Language.AFRIKAANS: "af-ZA",
    Language.ALBANIAN: "sq-AL",
    Language.AMHARIC: "am-ET",
    Language.ARABIC: "ar-SA",
    Language.ARMENIAN: "hy-AM",
    Language.AZERBAIJANI: "az-AZ",
    Language.BASQUE: "eu-ES",
    Language.BELARUSIAN: "be-BY",
    Language.BENGALI: "bn-IN",
    Language.BOSNIAN: "bs-BA",
    Language.BULGARIAN: "bg-BG",
    Language.BURMESE: "my-MM",
    Language.CATALAN: "ca-ES",
    Language.CROATIAN: "hr-HR",
    Language.CZECH: "cs-CZ",
    Language.DANISH: "da-DK",
    Language.DUTCH: "nl-NL",
    Language.ENGLISH: "en-GB",
    Language.ESPERANTO: "eo-EU",
    Language.ESTONIAN: "et-EE",
    Language.FINNISH: "fi-FI",
    Language.FRENCH: "fr-FR",
    Language.GALICIAN: "gl-ES",
    Language.GEORGIAN: "ka-GE",
    Language.GERMAN: "de-DE",
    Language.GREEK: "el-GR",
    Language.GUJARATI: "gu-IN",
    Language.HEBREW: "he-IL",
    Language.HINDI: "hi-IN",
    Language.HUNGARIAN: "hu-HU",
    Language.ICELANDIC: "is-IS",
    Language.INDONESIAN: "id-ID",
    Language.IRISH: "ga-IE",
    Language.ITALIAN: "it-IT",
    Language.JAPANESE: "ja-JP",
    Language.KANNADA: "kn-IN",
    Language.KAZAKH: "kk-KZ",
    Language.KHMER: "km-KH",
    Language.KOREAN: "ko-KR",
    Language.LAO: "lo-LA",
    Language.LATVIAN: "lv-LV",
    Language.LITHUANIAN: "lt-LT",
    Language.MACEDONIAN: "mk-MK",
    Language.MALAY: "ms-MY",
    Language.MALAYALAM: "ml-IN",
    Language.MARATHI: "mr-IN",
    Language.MONGOLIAN: "mn-MN",
    Language.NEPALI: "ne-NP",
    Language.NORWEGIAN: "nb-NO",
    Language.PERSIAN: "fa-IR",
    Language.POLISH: "pl-PL",
    Language.PORTUGUESE: "pt-BR",
    Language.PUNJABI: "pa-IN",
    Language.ROMANIAN: "ro-RO",
    Language.RUSSIAN: "ru-RU",
    Language.SERBIAN: "sr-Cyrl-RS",
    Language.SIMPLIFIED_CHINESE: "zh-CN",
    Language.SINHALA: "si-LK",
    Language.SLOVAK: "sk-SK",
    Language.SLOVENIAN: "sl-SI",
    Language.SPANISH: "es-ES",
    Language.SWAHILI: "sw-KE",
    Language.SWEDISH: "sv-SE",
    Language.TAGALOG: "tl-PH",
    Language.TAMIL: "ta-IN",
    Language.TELUGU: "te-IN",
    Language.THAI: "th-TH",
    Language.TRADITIONAL_CHINESE: "zh-TW",
    Language.TURKISH: "tr-TR",
    Language.UKRAINIAN: "uk-UA",
    Language.URDU: "ur-PK",
    Language.UZBEK: "uz-UZ",
    Language.VIETNAMESE: "vi-VN",
    Language.WELSH: "cy-GB",
}

_NEXT = re.compile(r"(\d+) HOURS (\d+) MINUTES (\d+) SECONDS")
_TOO_LONG = re.compile(
    r"QUERY LENGTH LIMIT|INVALID (SOURCE|TARGET) LANGUAGE|INVALID LANGUAGE PAIR|TWO DISTINCT LANGUAGES"
)


def mymemory(threads: Threads, address: str = ADDRESS) -> DeepTranslated:
    """MyMemory, or one like it."""

    def make(module: ModuleType, source: str, to: str) -> Asked:
        return leading_to(module.MyMemoryTranslator(source=source, target=to), address)

    return DeepTranslated(
        threads, MYMEMORY, "mymemory", make, sources=CODES, targets=CODES, longest=LONGEST, checked=no_warning
    )


def no_warning(answer: str, text: str) -> str:
    """The answer without its markup; what it warns of stands where the translation would, with status 200."""
    if "MYMEMORY WARNING" in answer.upper():
        left = _NEXT.search(answer.upper())
        seconds = (
            sum(int(number) * size for number, size in zip(left.groups(), (3_600, 60, 1), strict=True))
            if left
            else None
        )
        raise EngineFailed(Fault.FLOODED, "its day's quota is spent", retry_after=seconds)
    if _TOO_LONG.match(answer) and answer.isupper() and not text.isupper():
        raise EngineFailed(Fault.UNSUITABLE, answer[:100])
    return answer if "&" in text else html.unescape(answer)
