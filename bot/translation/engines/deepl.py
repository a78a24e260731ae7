"""DeepL, through deep-translator, by a key of the operator's own.

The library writes the key and the text into the address; our :class:`~bot.translation.engines.line.Line` moves them
into a header and a body, so that neither stands in a log or a proxy's list.
"""

from collections.abc import Mapping
from types import ModuleType

from bot.domain.languages import Language
from bot.translation.engines.deep import Asked, DeepTranslated, leading_to
from bot.translation.engines.threads import Threads
from bot.translation.services import deepl_of

ADDRESS = "https://api.deepl.com/v2/"
FREE_ADDRESS = "https://api-free.deepl.com/v2/"

LONGEST = 5_000
"""Characters. DeepL takes 128 KiB; nobody waits so long for one answer."""

SOURCES: Mapping[Language, str] = {
    language: language.value.upper()
    for language in (
        Language.ARABIC,
        Language.BULGARIAN,
        Language.CZECH,
        Language.DANISH,
        Language.DUTCH,
        Language.ENGLISH,
        Language.ESTONIAN,
        Language.FINNISH,
        Language.FRENCH,
        Language.GERMAN,
        Language.GREEK,
        Language.HEBREW,
        Language.HUNGARIAN,
        Language.INDONESIAN,
        Language.ITALIAN,
        Language.JAPANESE,
        Language.KOREAN,
        Language.LATVIAN,
        Language.LITHUANIAN,
        Language.NORWEGIAN,
        Language.POLISH,
        Language.PORTUGUESE,
        Language.ROMANIAN,
        Language.RUSSIAN,
        Language.SLOVAK,
        Language.SLOVENIAN,
        Language.SPANISH,
        Language.SWEDISH,
        Language.THAI,
        Language.TURKISH,
        Language.UKRAINIAN,
        Language.VIETNAMESE,
    )
} | {Language.SIMPLIFIED_CHINESE: "ZH", Language.TRADITIONAL_CHINESE: "ZH"}

TARGETS: Mapping[Language, str] = {
    **SOURCES,
    Language.ENGLISH: "EN-US",
    Language.PORTUGUESE: "PT-BR",
    Language.SIMPLIFIED_CHINESE: "ZH-HANS",
    Language.TRADITIONAL_CHINESE: "ZH-HANT",
}
"""A text's language has no variant there; the one that is translated into has."""


def deepl(threads: Threads, api_key: str, address: str | None = None) -> DeepTranslated:
    """DeepL; a key that ends in ``:fx`` is one of its free plan, which has an address of its own."""
    free = api_key.endswith(":fx")
    leads = address or (FREE_ADDRESS if free else ADDRESS)

    def make(module: ModuleType, source: str, to: str) -> Asked:
        asked = module.DeeplTranslator(source="en", target="de", api_key=api_key, use_free_api=free)
        asked.source, asked.target = source, to  # its own table is years old
        return leading_to(asked, leads)

    return DeepTranslated(threads, deepl_of(api_key), "deepl", make, sources=SOURCES, targets=TARGETS, longest=LONGEST)
