"""A translator with a small phrase book: what it says can be read, is always the same, and goes wrong on demand.

    translator = SpokenTranslator()
    async with fake_pair(tmp_path, translator=translator) as pair: ...

What is not in the phrase book comes back as it was behind its new language: ``⟦es⟧ whatever``.
"""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.domain.languages import CHINESE, Language
from bot.domain.text import RichText, Span
from bot.ports.translator import (
    Ask,
    Lacking,
    Needless,
    Service,
    Term,
    Translated,
    Translation,
    Unneeded,
    Untranslated,
)

EN, ES, ZH = Language.ENGLISH, Language.SPANISH, Language.SIMPLIFIED_CHINESE

PHRASES: tuple[dict[Language, str], ...] = (
    {EN: "Good morning", ES: "Buenos días", ZH: "早上好"},
    {EN: "Where is my cat?", ES: "¿Dónde está mi gato?", ZH: "我的猫在哪儿？"},
    {EN: "The cat sleeps on the roof", ES: "El gato duerme en el tejado", ZH: "猫在屋顶上睡觉"},
    {EN: "See you tomorrow", ES: "Hasta mañana", ZH: "明天见"},
    {EN: "I have brought fish", ES: "He traído pescado", ZH: "我带了鱼来"},
    {EN: "The spies drink tea", ES: "Los espías toman té", ZH: "特务在喝茶"},
    {EN: "Thank you", ES: "Gracias", ZH: "谢谢"},
)
"""The same in three languages."""

SERVICE = Service("spoken", "Spoken Words", "spoken.example", public=True, limited=False)

_MARKED = re.compile(r"⟦([A-Za-z-]+)⟧")
_SPANISH = re.compile(r"[¿¡ñáéíóú]|\b(?:el|la|los|las|un|una|que|es|y|de|mi|hola|gato|gracias)\b", re.IGNORECASE)
_LINK = re.compile(r"https?://\S+")
_INTERJECTIONS = frozenset({"ah", "hm", "oh", "ok", "haha", "哈哈", "嗯", "啊"})
_SCRIPTS = (
    ("\u3040", "\u30ff", Language.JAPANESE),
    ("\u4e00", "\u9fff", ZH),
    ("\uac00", "\ud7af", Language.KOREAN),
    ("\u0600", "\u06ff", Language.ARABIC),
    ("\u0590", "\u05ff", Language.HEBREW),
    ("\u0400", "\u04ff", Language.RUSSIAN),
)
_TRADITIONAL = frozenset("嗎這個們說見謝貓務覺裡來")


@dataclass(slots=True)
class SpokenTranslator:
    """Implements :class:`bot.ports.translator.Translator`.

    Attributes:
        service: who sees what is translated.
        asked: what came to the service, in order; what was remembered did not.
        lacking: why nothing is translated while it is set.
        needless: why there is nothing to translate while it is set.
        unknown: languages that it does not know.
    """

    service: Service = SERVICE
    asked: list[Ask] = field(default_factory=list[Ask])
    lacking: Lacking | None = None
    needless: Needless | None = None
    unknown: frozenset[Language] = frozenset()
    _open: asyncio.Event = field(default_factory=asyncio.Event)
    _begun: asyncio.Event = field(default_factory=asyncio.Event)
    _waiting: int = 0
    _remembered: dict[tuple[str, Language, tuple[Term, ...]], Translated] = field(
        default_factory=dict[tuple[str, Language, tuple[Term, ...]], Translated]
    )

    def __post_init__(self) -> None:
        self._open.set()

    @property
    def services(self) -> Sequence[Service]:
        return (self.service,)

    def knows(self, source: Language, to: Language, consent: frozenset[str] = frozenset()) -> bool:
        return not {source, to} & self.unknown and (not self.service.public or self.service.name in consent)

    @property
    def waiting(self) -> int:
        """How many translations wait to be released."""
        return self._waiting

    async def begun(self) -> None:
        """Waits until somebody waits for a translation that is held."""
        await self._begun.wait()

    def hold(self) -> None:
        """From now on nothing is answered until released."""
        self._open.clear()
        self._begun.clear()

    def release(self) -> None:
        """Answers what waits, and goes on."""
        self._open.set()

    async def detect(self, text: RichText, among: Sequence[Language] = ()) -> Language | None:
        return language_spoken(text.plain)

    async def translate(self, ask: Ask) -> Translation:
        source = ask.source or language_spoken(ask.text.plain)
        needless = self._needless(ask, source)
        if needless is not None or source is None:
            return Unneeded(needless or Needless.UNSURE, source)
        if self.service.public and self.service.name not in ask.consent:
            return Untranslated(Lacking.NO_SERVICE, source)
        known = self._remembered.get((ask.text.plain, ask.to, ask.terms))
        if known is not None:
            return replace(known, remembered=True)
        self.asked.append(ask)
        await self._released()
        if self.lacking is not None:
            return Untranslated(self.lacking, source)
        made = Translated(spoken(ask.text, source, ask.to, ask.terms), source, ask.to, self.service.name)
        self._remembered[ask.text.plain, ask.to, ask.terms] = made
        return made

    def _needless(self, ask: Ask, source: Language | None) -> Needless | None:
        if self.needless is not None:
            return self.needless
        words = ask.text.plain.strip()
        if source is None or not any(map(str.isalpha, _LINK.sub("", words))):
            return Needless.NO_WORDS
        if words.casefold().rstrip("!.?。！？") in _INTERJECTIONS:
            return Needless.TOO_SHORT
        return Needless.SAME_LANGUAGE if source is ask.to else None

    async def _released(self) -> None:
        self._waiting += 1
        self._begun.set()
        try:
            await self._open.wait()
        finally:
            self._waiting -= 1


def language_spoken(text: str) -> Language | None:
    """The language of a text: by its mark, the phrase book, its script, a few Spanish words; else English."""
    marked = _MARKED.match(text)
    if marked is not None:
        return Language(marked[1])
    for phrase in PHRASES:
        for language, said in phrase.items():
            if said.casefold() == text.strip().casefold():
                return language
    for first, last, language in _SCRIPTS:
        if any(first <= character <= last for character in text):
            traditional = language is ZH and any(character in _TRADITIONAL for character in text)
            return Language.TRADITIONAL_CHINESE if traditional else language
    words = _LINK.sub("", text)
    if _SPANISH.search(words):
        return ES
    return EN if any(map(str.isalpha, words)) else None


def spoken(text: RichText, source: Language, to: Language, terms: Sequence[Term] = ()) -> RichText:
    """What a text becomes: by the phrase book, else itself behind its new language; terms are put in."""
    found = _in_phrase_book(text.plain, ZH if to in CHINESE else to)
    said = RichText.of(found) if found is not None else RichText((Span(f"⟦{to}⟧ "), *text.parts))
    for term in terms:
        if term.source is source and term.target is to:
            words = re.compile(re.escape(term.words), re.IGNORECASE)
            becomes = term.becomes.replace("\\", r"\\")
            said = RichText(
                tuple(
                    replace(part, text=words.sub(becomes, part.text)) if isinstance(part, Span) else part
                    for part in said.parts
                )
            )
    return said


def _in_phrase_book(words: str, to: Language) -> str | None:
    for phrase in PHRASES:
        if words.strip().casefold() in {said.casefold() for said in phrase.values()}:
            return phrase.get(to)
    return None
