"""Google Translate's public page, through deep-translator: no key, no promise."""

import re
from types import ModuleType

from bot.domain.languages import Language
from bot.translation.engine import EngineFailed, Fault
from bot.translation.engines.deep import Asked, DeepTranslated, leading_to
from bot.translation.engines.threads import Threads
from bot.translation.services import GOOGLE

ADDRESS = "https://translate.google.com/m"

LONGEST = 4_999
"""Characters; 5,000 are refused by deep-translator."""

CODES = {language: language.value for language in Language} | {
    Language.HEBREW: "iw",
    Language.NORWEGIAN: "no",
    Language.SIMPLIFIED_CHINESE: "zh-CN",
    Language.TRADITIONAL_CHINESE: "zh-TW",
}

_ERROR_PAGE = re.compile(r"\s*Error \d{3}\b")


def google(threads: Threads, address: str = ADDRESS) -> DeepTranslated:
    """Google's page, or one like it."""

    def make(module: ModuleType, source: str, to: str) -> Asked:
        return leading_to(module.GoogleTranslator(source=source, target=to), address)

    return DeepTranslated(
        threads, GOOGLE, "google", make, sources=CODES, targets=CODES, longest=LONGEST, checked=no_error_page
    )


def no_error_page(answer: str, text: str) -> str:
    """The answer; its page "Error 500 (Server Error)" comes with status 200, where the translation would stand."""
    if _ERROR_PAGE.match(answer) and not _ERROR_PAGE.match(text):
        raise EngineFailed(Fault.UNREACHABLE, "it answers with an error page")
    return answer
