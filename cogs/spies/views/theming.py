"""Texts that call a language buddy as a community, or a pair, does."""

from dataclasses import dataclass

from bot.api import Texts, Value
from bot.api.house import Languages
from bot.domain.languages import Language
from bot.domain.locales import Locale
from bot.domain.text import RichText
from cogs.spies.rules.people import CHINESE, Tongue, tongue_of
from cogs.spies.rules.themes import Theme


@dataclass(frozen=True, slots=True)
class Word:
    """What somebody calls a language buddy.

    Attributes:
        own: the word itself, for :attr:`Theme.OWN`; "" otherwise.
    """

    theme: Theme
    own: str = ""


@dataclass(frozen=True, slots=True)
class Themed(Texts):
    """Texts in which ``$word`` is what they call a language buddy, and ``$words`` several of them.

    Our texts are written so that any noun fits: they never put an article before it. A text's own value of one of these
    names stands instead.

    Attributes:
        nouns: this cog's texts, where ``texts`` are another's; None where they are this one's own.
    """

    texts: Texts
    word: Word
    nouns: Texts | None = None

    @property
    def locale(self) -> Locale:
        """The language spoken."""
        return self.texts.locale

    def __call__(self, key: str, **values: Value) -> RichText:
        """A text."""
        return self.texts(key, **{**self._nouns(), **values})

    def plain(self, key: str, **values: Value) -> str:
        """A text without markup."""
        return self.texts.plain(key, **{**self._nouns(), **values})

    def in_(self, locale: Locale) -> "Themed":
        """The same in another language."""
        return Themed(self.texts.in_(locale), self.word, None if self.nouns is None else self.nouns.in_(locale))

    def _nouns(self) -> dict[str, Value]:
        if self.word.theme is Theme.OWN and self.word.own:
            return {"word": self.word.own, "words": self.word.own}
        theme = Theme.SPY if self.word.theme is Theme.OWN else self.word.theme
        own = self.nouns or self.texts
        return {"word": own.plain(f"word-{theme.value}"), "words": own.plain(f"words-{theme.value}")}


def tongue_name(texts: Texts, languages: Languages, tongue: Tongue) -> str:
    """What a spoken language is called; Chinese just so, however it is written."""
    if tongue == CHINESE:
        return texts.plain("tongue-zh")
    language = next((one for one in Language if tongue_of(one) == tongue), None)
    return tongue if language is None else languages.name_in(language, texts.locale)
