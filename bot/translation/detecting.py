"""Tells the languages of short messages apart.

First the scripts: most say at once. Then words and letters that people know a language by. Only where these leave it
open is a model of byte sequences asked (py3langid), which takes 100 MB once it is loaded.
"""

import asyncio
import threading
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Protocol, cast

from bot.domain.languages import CHINESE, Language
from bot.translation.flights import Flights
from bot.translation.han import chinese_of
from bot.translation.interjections import are_interjections
from bot.translation.scripts import TELLING, Script, counted, scripts_of
from bot.translation.vocabulary import Vocabulary, words_in

LOOKED_AT = 2_000
"""Characters of a text that are looked at: no more is learnt from the rest."""

AT_ONCE = 400
"""Characters up to which looking takes less than a millisecond, and no thread."""

FEWEST = {Script.LATIN: 4, Script.CYRILLIC: 3, Script.ARABIC: 3, Script.DEVANAGARI: 2}
"""Letters below which a text says nothing, in the scripts that many languages share; where vowels are marks or are not
written at all, fewer letters are a word."""

SHORT = 40
"""Letters up to which a text is taken to be in one of the chat's languages, where that is plausible."""

MOST_NAMES = 3
"""Words that somebody's name has."""

_LETTERS_A_WORD = {
    Script.HAN: 1.7,
    Script.KANA: 2.5,
    Script.THAI: 4.0,
    Script.LAO: 4.0,
    Script.BURMESE: 4.0,
    Script.KHMER: 4.0,
}
"""How long a word is in scripts that do not part words; elsewhere :data:`_LETTERS_A_WORD_ELSEWHERE`."""
_LETTERS_A_WORD_ELSEWHERE = 4.2

_DEFAULT = {
    Script.CYRILLIC: Language.RUSSIAN,
    Script.ARABIC: Language.ARABIC,
    Script.DEVANAGARI: Language.HINDI,
}

_NATS_A_WORD = 14.0
"""How much a telling word weighs against what the model says, which counts in natural logarithms."""

_EVERYDAY = frozenset(
    {
        Language.ARABIC,
        Language.DUTCH,
        Language.ENGLISH,
        Language.FRENCH,
        Language.GERMAN,
        Language.HINDI,
        Language.INDONESIAN,
        Language.ITALIAN,
        Language.PERSIAN,
        Language.POLISH,
        Language.PORTUGUESE,
        Language.RUSSIAN,
        Language.SPANISH,
        Language.TURKISH,
        Language.URDU,
        Language.VIETNAMESE,
    }
)
_SELDOM = frozenset(
    {
        Language.AFRIKAANS,
        Language.BASQUE,
        Language.BOSNIAN,
        Language.ESPERANTO,
        Language.GALICIAN,
        Language.IRISH,
        Language.MACEDONIAN,
        Language.WELSH,
    }
)


class _Identifier(Protocol):
    """What is used of py3langid."""

    def set_languages(self, _: Sequence[str], /) -> None: ...

    def rank(self, text: str) -> Sequence[tuple[str, float]]: ...


class _Identifiers(Protocol):
    def from_model_file(self, _: str, /) -> _Identifier: ...


class _Library(Protocol):
    MODEL_FILE: str
    LanguageIdentifier: _Identifiers


def _loaded() -> _Identifier:
    # heavy, and most chats never need it
    from py3langid import langid  # type: ignore[import-untyped]  # noqa: PLC0415

    library = cast(_Library, langid)
    # one of our own: the library's is the whole process's
    identifier = library.LanguageIdentifier.from_model_file(library.MODEL_FILE)
    identifier.set_languages([_TAGS.get(language, language.value) for language in _MODELLED])
    return identifier


_MODELLED = tuple(
    language for language in Language if scripts_of(language) & {Script.LATIN, *_DEFAULT} and language not in CHINESE
)
_TAGS = {Language.NORWEGIAN: "no"}
_BY_TAG = {_TAGS.get(language, language.value): language for language in _MODELLED}


class Detector:
    """Tells languages apart. Safe to use from several threads; its model is loaded once, in a thread, when needed."""

    def __init__(self) -> None:
        self._vocabulary = Vocabulary()
        self._identifier: _Identifier | None = None
        self._loading = threading.Lock()
        self._flights: Flights[None] = Flights()  # else each message of a busy start would hold a thread

    async def detect(self, text: str, among: Sequence[Language] = ()) -> Language | None:
        """The language that a text is in, or None where nobody would say.

        Args:
            text: words, without what is kept in a translation (links, code).
            among: the languages that are spoken where it was said.
        """
        if len(text) > AT_ONCE:
            return await asyncio.to_thread(self.detected, text, among)
        try:
            return self._detected(text, among)
        except _NeedsModelError:
            await self._flights.join("model", lambda: asyncio.to_thread(self._load))
        return self._detected(text, among)

    def detected(self, text: str, among: Sequence[Language] = ()) -> Language | None:
        """The same in the caller's own thread, which may wait half a second for the model."""
        try:
            return self._detected(text, among)
        except _NeedsModelError:
            self._load()
        return self._detected(text, among)

    def are_names(self, text: str) -> bool:
        """Whether a text may be somebody's name: at most three words, each with a capital, and none that is known."""
        words = [word for word in text.split() if any(c.isalpha() for c in word)]
        if not 0 < len(words) <= MOST_NAMES or self._vocabulary.knows(text):
            return False
        return all(word.lstrip("\"'(«“¿¡")[:1].isupper() and not word.isupper() for word in words)

    def _load(self) -> None:
        with self._loading:
            if self._identifier is None:
                self._identifier = _loaded()

    def _detected(self, text: str, among: Sequence[Language]) -> Language | None:
        text = text[:LOOKED_AT]
        counts = counted(text)
        if not counts or are_interjections(text):
            return None
        script = _script_of(counts)
        if script in TELLING:
            return TELLING[script]
        if script in {Script.HAN, Script.KANA}:
            return _east_asian(text, counts, among)
        if counts[script] < FEWEST[script]:
            return _only(among, script) if script is not Script.LATIN else None
        return self._by_words(text, script, counts[script], among)

    def _by_words(self, text: str, script: Script, letters: int, among: Sequence[Language]) -> Language | None:
        evidence = self._vocabulary.evidence(text, script)
        here = [language for language in among if script in scripts_of(language)]
        best, lead = _leader(evidence)
        if here and letters <= SHORT:
            if not evidence and len(words_in(text)) > 1 and self.are_names(text):
                return None
            told = max(evidence.get(language, 0.0) for language in here)
            # clearly another's words: somebody new, or somebody who practises
            if best is None or best in here or evidence[best] < (1.1 if told <= 0 else 2 * told + 0.5):
                return self._among(text, here, evidence)
        if best is not None and lead >= 1.5 and evidence[best] >= 1.5:
            return best
        if not evidence and self.are_names(text):
            return None
        return self._modelled(text, script, evidence, here)

    def _among(self, text: str, here: Sequence[Language], evidence: Mapping[Language, float]) -> Language:
        if len(here) == 1:
            return here[0]
        best, lead = _leader({language: evidence.get(language, 0.0) for language in here})
        if best is not None and lead >= 0.7:
            return best
        ranked = self._ranks(text)
        return max(here, key=lambda language: ranked.get(language, -1e9) + _NATS_A_WORD * evidence.get(language, 0.0))

    def _modelled(
        self, text: str, script: Script, evidence: Mapping[Language, float], here: Sequence[Language]
    ) -> Language | None:
        ranked = self._ranks(text)
        if not ranked:
            return _leader(evidence)[0] or _DEFAULT.get(script)
        scores = {
            language: score + _NATS_A_WORD * evidence.get(language, 0.0) + _leaning(language, here)
            for language, score in ranked.items()
            if script in scripts_of(language)
        }
        return max(scores, key=lambda language: scores[language])

    def _ranks(self, text: str) -> dict[Language, float]:
        """What the model says of each language, in natural logarithms; empty where the text says nothing to it."""
        identifier = self._identifier
        if identifier is None:
            raise _NeedsModelError
        ranked = {_BY_TAG[tag]: score for tag, score in identifier.rank(text.casefold())}
        return {} if max(ranked.values()) < -1e30 else ranked


class _NeedsModelError(Exception):
    """The model is not loaded yet."""


def _leaning(language: Language, here: Sequence[Language]) -> float:
    """How much more likely a language is before anything is read."""
    leaning = 8.0 if language in here else 0.0
    if language in _EVERYDAY:
        return leaning + 10.0
    return leaning - 10.0 if language in _SELDOM else leaning


def _leader(evidence: Mapping[Language, float]) -> tuple[Language | None, float]:
    """For which language most speaks, and how much more than for the next."""
    ranked = sorted(evidence.items(), key=lambda told: -told[1])
    if not ranked or ranked[0][1] <= 0:
        return None, 0.0
    return ranked[0][0], ranked[0][1] - (max(ranked[1][1], 0.0) if len(ranked) > 1 else 0.0)


def _script_of(counts: Counter[Script]) -> Script:
    """The script in which most of the words are; at a tie rather another than Latin, which names and terms are in."""
    words = {script: count / _LETTERS_A_WORD.get(script, _LETTERS_A_WORD_ELSEWHERE) for script, count in counts.items()}
    if Script.KANA in words and Script.HAN in words:
        words[Script.HAN] += words.pop(Script.KANA)
    return max(words, key=lambda script: (words[script], script is not Script.LATIN))


def _east_asian(text: str, counts: Counter[Script], among: Sequence[Language]) -> Language:
    chinese = chinese_of(text)
    kana = counts[Script.KANA]
    # Chinese chats write の for 的 now and then
    if kana > 1 or (kana and (chinese is None or text.count("の") == 0)):
        return Language.JAPANESE
    here = set(among)
    if kana or (Language.JAPANESE in here and not here & CHINESE):
        return Language.JAPANESE if chinese is not Language.SIMPLIFIED_CHINESE else chinese
    if chinese is not None:
        return chinese
    return (
        Language.TRADITIONAL_CHINESE
        if here & CHINESE == {Language.TRADITIONAL_CHINESE}
        else Language.SIMPLIFIED_CHINESE
    )


def _only(among: Sequence[Language], script: Script) -> Language | None:
    """The one language of the chat that is written in a script, if there is just one."""
    here = {language for language in among if script in scripts_of(language)}
    return here.pop() if len(here) == 1 else None
