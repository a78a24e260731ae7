"""Microsoft Translator, through deep-translator, by a key of the operator's own."""

from collections.abc import Mapping
from types import ModuleType

from bot.domain.languages import Language
from bot.translation.engines.deep import Asked, DeepTranslated, leading_to
from bot.translation.engines.threads import Threads
from bot.translation.services import MICROSOFT

ADDRESS = "https://api.cognitive.microsofttranslator.com/translate?api-version=3.0"

LONGEST = 5_000
"""Characters. It takes 50,000; nobody waits so long for one answer."""

_LACKS = {Language.BELARUSIAN, Language.ESPERANTO}
CODES: Mapping[Language, str] = {language: language.value for language in Language if language not in _LACKS} | {
    Language.MONGOLIAN: "mn-Cyrl",
    Language.SERBIAN: "sr-Cyrl",
    Language.TAGALOG: "fil",
}


def microsoft(threads: Threads, api_key: str, region: str = "", address: str = ADDRESS) -> DeepTranslated:
    """Microsoft's service."""

    def make(module: ModuleType, source: str, to: str) -> Asked:
        def known(_: object) -> Mapping[str, str]:
            return {source: source, to: to}

        # The library asks the network for all languages each time that an instance is made.
        quiet = type("Quiet", (module.MicrosoftTranslator,), {"_get_supported_languages": known})
        return leading_to(quiet(source=source, target=to, api_key=api_key, region=region or None), address)

    return DeepTranslated(threads, MICROSOFT, "microsoft", make, sources=CODES, targets=CODES, longest=LONGEST)
