"""What languages are called: in each language of the bot, by those who speak them, and by who types in a hurry."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from bot.core.locale.language_words import ENDONYMS, OTHER_NAMES, SHORT_FORMS
from bot.domain.languages import CHINESE, Language, language_of
from bot.domain.locales import Locale

MOST = 25
"""Most languages suggested, which is also the most that any platform shows."""

_TAG = re.compile(r"[a-z]{2,3}(?:[-_](?:[a-z]{4}|[a-z]{2}|\d{3}))*")
_CHINESE_ENDING = re.compile("[语語文話话]$")
_CHINESE_ENDINGS = "语語文"


def name_in(language: Language, locale: Locale) -> str:
    """A language's name in one of the bot's own languages, as it stands within a sentence there."""
    other = OTHER_NAMES[locale].get(language)
    if other is not None:
        return other
    return _by_cldr(language, locale)


def _by_cldr(language: Language, locale: Locale) -> str:
    from babel import Locale as Names  # noqa: PLC0415  # not before a language is named

    return str(Names.parse(locale.value, sep="-").languages[language.value.replace("-", "_")])


def endonym(language: Language) -> str:
    """What those who speak it call it."""
    return ENDONYMS[language]


def language_named(text: str, locale: Locale | None = None) -> Language | None:
    """The language that a member means by what they typed, or None.

    Known are tags, the names in all languages of the bot, what speakers call it themselves, and common short forms.
    Accents, case and signs do not matter.

    Args:
        text: as typed.
        locale: the member's, which decides how Chinese is written where they just say "Chinese".

    >>> language_named("ESPANOL"), language_named("德文"), language_named("nonsense")
    (<Language.SPANISH: 'es'>, <Language.GERMAN: 'de'>, None)
    """
    found = _known().get(_bare(text))
    tag = text.strip().lower()
    if found is None and _TAG.fullmatch(tag):
        found = language_of(tag)
        if tag != "zh":
            return found
    return _written_for(found, _bare(text), locale)


def _written_for(language: Language | None, typed: str, locale: Locale | None) -> Language | None:
    either = typed == "zh" or typed in map(_bare, SHORT_FORMS["zh"])
    if language in CHINESE and either and locale is Locale.TRADITIONAL_CHINESE:
        return Language.TRADITIONAL_CHINESE
    return language


def languages_like(typed: str, locale: Locale) -> Sequence[Language]:
    """Languages that somebody who has typed so far may mean, the best first; at most :data:`MOST`.

    What it is exactly comes first, then what the member's own language calls so from its beginning, then what any
    does, then what has it somewhere inside. With nothing typed: the bot's own languages, then the others by name.
    """
    bare = _bare(typed)
    exact = language_named(typed, locale)
    ranked = sorted(
        (rank, _bare(name_in(language, locale)), language)
        for language in Language
        if (rank := _rank(language, bare, locale, exact)) is not None
    )
    return tuple(language for _, _, language in ranked)[:MOST]


def _rank(language: Language, bare: str, locale: Locale, exact: Language | None) -> int | None:
    if not bare:
        return 0 if language.value in set(Locale) else 1
    if language is exact:
        return 0
    if _bare(name_in(language, locale)).startswith(bare):
        return 1
    names = _names_of(language)
    if any(name.startswith(bare) for name in names):
        return 2
    # One letter is in nearly every name.
    telling = len(bare) > 1 or not bare.isascii()
    return 3 if telling and any(bare in name for name in names) else None


def _bare(text: str) -> str:
    """Without accents, case, spaces and signs."""
    apart = unicodedata.normalize("NFKD", text).casefold()
    return "".join(sign for sign in apart if sign.isalnum())


@cache
def _names_of(language: Language) -> frozenset[str]:
    """All that a language is called, bare."""
    return frozenset(filter(None, map(_bare, _called(language))))


def _called(language: Language) -> Iterator[str]:
    yield language.value
    yield endonym(language)
    yield from SHORT_FORMS.get(language.value, ())
    if language in CHINESE:
        yield from SHORT_FORMS["zh"]
    for locale in Locale:
        for name in (name_in(language, locale), _by_cldr(language, locale)):
            yield name
            if locale.value in CHINESE and language not in CHINESE and _CHINESE_ENDING.search(name):
                # 法语, 法文: who says one understands the other.
                yield from (name[:-1] + ending for ending in _CHINESE_ENDINGS)


@cache
def _known() -> Mapping[str, Language]:
    """Each name with its language; what all Chinese is called means the simplified one."""
    known: dict[str, Language] = {}
    for language in sorted(Language, key=lambda one: one is Language.TRADITIONAL_CHINESE):
        for name in _names_of(language):
            known.setdefault(name, language)
    return MappingProxyType(known)
