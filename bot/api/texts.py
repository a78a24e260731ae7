"""The bot's words, from ``locales/``."""

from datetime import datetime
from typing import Protocol

from bot.domain.author import Account
from bot.domain.locales import Locale
from bot.domain.text import RichText

Value = str | int | RichText | datetime | Account
"""What a text may name: words (never read as markup), numbers (which choose plurals), moments and people."""


class Texts(Protocol):
    """Texts of one cog (and of core) in one language."""

    @property
    def locale(self) -> Locale:
        """The language spoken."""
        ...

    def __call__(self, key: str, **values: Value) -> RichText:
        """A text, with the locale's own markup applied and the values put in as plain spans."""
        ...

    def plain(self, key: str, **values: Value) -> str:
        """A text without markup, for labels and titles."""
        ...

    def in_(self, locale: Locale) -> "Texts":
        """The same texts in another language."""
        ...
