"""Apertium's own web service (``apertium-apy``): rules and dictionaries, small and quick, for the pairs it has.

What it gives is the gist. Words that it does not know it leaves as they are, and may mark them.
"""

import re

from bot.domain.languages import Language
from bot.translation.engine import EngineFailed, Fault
from bot.translation.engines.http import Http, member, members
from bot.translation.engines.once import Once
from bot.translation.services import apertium_at

LONGEST = 5_000
"""Characters: about a third of a second."""

_CODES = {
    Language.AFRIKAANS: "afr",
    Language.ARABIC: "ara",
    Language.BASQUE: "eus",
    Language.BELARUSIAN: "bel",
    Language.BULGARIAN: "bul",
    Language.CATALAN: "cat",
    Language.CROATIAN: "hrv",
    Language.CZECH: "ces",
    Language.DANISH: "dan",
    Language.DUTCH: "nld",
    Language.ENGLISH: "eng",
    Language.ESPERANTO: "epo",
    Language.FRENCH: "fra",
    Language.GALICIAN: "glg",
    Language.GERMAN: "deu",
    Language.HINDI: "hin",
    Language.ICELANDIC: "isl",
    Language.INDONESIAN: "ind",
    Language.ITALIAN: "ita",
    Language.KAZAKH: "kaz",
    Language.MACEDONIAN: "mkd",
    Language.MALAY: "zlm",
    Language.NORWEGIAN: "nob",
    Language.POLISH: "pol",
    Language.PORTUGUESE: "por",
    Language.ROMANIAN: "ron",
    Language.RUSSIAN: "rus",
    Language.SERBIAN: "srp",
    Language.SLOVENIAN: "slv",
    Language.SPANISH: "spa",
    Language.SWEDISH: "swe",
    Language.UKRAINIAN: "ukr",
    Language.URDU: "urd",
    Language.WELSH: "cym",
}
"""By ISO 639-3, as its packages are called."""

_MARKED = re.compile(r"([*@#]+)(?=(\w+))")
"""A word that may be unknown (``*``), without a translation (``@``) or without its ending (``#``)."""


class Apertium:
    """One ``apertium-apy``.

    Args:
        address: of the service, without a path.
    """

    def __init__(self, http: Http, address: str) -> None:
        self._http = http
        self._address = address.rstrip("/")
        self._pairs = Once(self._ask_pairs)
        self.service = apertium_at(address)
        self.longest = LONGEST

    def knows(self, source: Language, to: Language) -> bool:
        """As the service listed it; anything that Apertium has a code for, until it was asked."""
        known = self._pairs.known
        if known is None:
            return source is not to and source in _CODES and to in _CODES
        return (source, to) in known

    async def translate(self, text: str, source: Language, to: Language) -> str:
        """Translates; the service is asked for its pairs before the first text."""
        if (source, to) not in await self._pairs.get():
            raise EngineFailed(Fault.UNSUITABLE, f"it has no {source} to {to}")
        # Its own stripping of marks takes asterisks away that somebody wrote.
        fields = {"langpair": f"{_CODES[source]}|{_CODES[to]}", "q": text, "markUnknown": "yes"}
        answer = await self._http.post_form(f"{self._address}/translate", fields)
        translated = member(answer, "responseData", "translatedText")
        if not isinstance(translated, str):
            raise EngineFailed(Fault.UNREACHABLE, "its answer holds no translation")
        if not translated.strip():
            raise EngineFailed(Fault.EMPTY)
        return unmarked(translated, text)

    async def _ask_pairs(self) -> frozenset[tuple[Language, Language]]:
        listed = members(member(await self._http.get(f"{self._address}/listPairs"), "responseData"))
        if listed is None:
            raise EngineFailed(Fault.UNREACHABLE, "it lists no pairs")
        ours = {code: language for language, code in _CODES.items()}
        named = ((ours.get(_code(one, "source")), ours.get(_code(one, "target"))) for one in listed)
        return frozenset((source, to) for source, to in named if source is not None and to is not None)


def _code(pair: object, side: str) -> str:
    code = member(pair, f"{side}Language")
    return code if isinstance(code, str) else ""


def unmarked(translated: str, text: str) -> str:
    """A translation without the marks of words that it could not do; what the author wrote so stays.

    >>> unmarked("el *Zblorgh y @*bob", "the Zblorgh and @bob")
    'el Zblorgh y @bob'
    """
    written = {found[1] for found in _MARKED.finditer(text)}

    def kept(found: re.Match[str]) -> str:
        signs, word = found[1], found[2]
        if signs + word in text:
            return signs
        # A word that it left alone stands in the text with what was before it there.
        if signs[:-1] + word in text or signs not in written:
            return signs[:-1]
        return signs

    return _MARKED.sub(kept, translated)
