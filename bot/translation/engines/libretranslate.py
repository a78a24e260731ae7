"""LibreTranslate: a free server that whoever runs the bot can run beside it (its API: ``/languages``, ``/translate``).

Asked by a client of our own: deep-translator's puts the text into the address, and wants a key where none is needed.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.languages import Language, language_of
from bot.translation.engine import EngineFailed, Fault
from bot.translation.engines.http import Http, member, members
from bot.translation.engines.once import Once
from bot.translation.services import libretranslate_at

LONGEST = 2_000
"""Characters: what public installations allow, and what a small server translates while somebody waits."""

_OTHER_CODES = {"zt": Language.TRADITIONAL_CHINESE, "zh-TW": Language.TRADITIONAL_CHINESE, "pb": Language.PORTUGUESE}
"""Codes that are tags of nothing: Argos, whose models it runs, calls traditional Chinese so."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What a server can do.

    Attributes:
        codes: how it calls our languages.
        targets: into which languages it translates from each.
    """

    codes: Mapping[Language, str]
    targets: Mapping[Language, frozenset[Language]]

    def pair(self, source: Language, to: Language) -> bool:
        return to in self.targets.get(source, ())


class LibreTranslate:
    """One LibreTranslate server.

    Args:
        address: of the server, without a path.
        api_key: where it wants one.
    """

    def __init__(self, http: Http, address: str, api_key: str | None = None) -> None:
        self._http = http
        self._address = address.rstrip("/")
        self._key = api_key
        self._languages = Once(self._ask_languages)
        self.service = libretranslate_at(address, limited=api_key is not None)
        self.longest = LONGEST

    def knows(self, source: Language, to: Language) -> bool:
        """As the server listed it; anything, until it was asked."""
        known = self._languages.known
        return source is not to and (known is None or known.pair(source, to))

    async def translate(self, text: str, source: Language, to: Language) -> str:
        """Translates; the server is asked for its languages before the first text."""
        known = await self._languages.get()
        if not known.pair(source, to):
            raise EngineFailed(Fault.UNSUITABLE, f"it has no {source} to {to}")
        body = {"q": text, "source": known.codes[source], "target": known.codes[to], "format": "text"}
        if self._key is not None:
            body["api_key"] = self._key
        translated = member(await self._http.post(f"{self._address}/translate", body), "translatedText")
        if not isinstance(translated, str):
            raise EngineFailed(Fault.UNREACHABLE, "its answer holds no translation")
        if not translated.strip():
            raise EngineFailed(Fault.EMPTY)
        return translated

    async def _ask_languages(self) -> _Known:
        listed = members(await self._http.get(f"{self._address}/languages"))
        if listed is None:
            raise EngineFailed(Fault.UNREACHABLE, "it lists no languages")
        codes: dict[Language, str] = {}
        leads: dict[Language, object] = {}
        for one in listed:
            code = member(one, "code")
            language = _language(code)
            # Of several (pt and pt-BR) the plain one speaks for all.
            if isinstance(code, str) and language is not None and (language not in codes or code == language.value):
                codes[language] = code
                leads[language] = member(one, "targets")
        return _Known(codes, {source: _targets(leads[source], codes) for source in codes})


def _language(code: object) -> Language | None:
    return _OTHER_CODES.get(code) or language_of(code) if isinstance(code, str) else None


def _targets(listed: object, codes: Mapping[Language, str]) -> frozenset[Language]:
    """Old servers list no targets: they translate everything into everything."""
    named = members(listed)
    if named is None:
        return frozenset(codes)
    found = {_language(one) for one in named}
    return frozenset(language for language in codes if language in found)
