"""Texts of one namespace in one language, as cogs use them: the implementation of :class:`bot.api.texts.Texts`."""

from collections.abc import Mapping
from datetime import tzinfo
from typing import Protocol

from bot.core.locale.slots import Argument
from bot.domain.locales import Locale
from bot.domain.text import RichText


class Writer(Protocol):
    """Writes texts: the library."""

    def write(
        self, namespace: str, key: str, values: Mapping[str, Argument], locale: Locale, zone: tzinfo | None
    ) -> RichText:
        """A text with its arguments."""
        ...


class FluentTexts:
    """One namespace's texts (and core's) in one language and zone. Cheap to make."""

    __slots__ = ("_locale", "_namespace", "_writer", "_zone")

    def __init__(self, writer: Writer, namespace: str, locale: Locale, zone: tzinfo | None = None) -> None:
        self._writer = writer
        self._namespace = namespace
        self._locale = locale
        self._zone = zone

    @property
    def locale(self) -> Locale:
        """The language spoken."""
        return self._locale

    def __call__(self, key: str, **values: Argument) -> RichText:
        """A text (``key``, or ``key.attribute``): its own markup applied, the values put in as plain spans.

        A number is written as the language writes it, with its thousands parted; give years and codes as words.
        """
        return self._writer.write(self._namespace, key, values, self._locale, self._zone)

    def plain(self, key: str, **values: Argument) -> str:
        """A text without markup, for labels and titles."""
        return self(key, **values).plain

    def in_(self, locale: Locale) -> "FluentTexts":
        """The same texts in another language."""
        return FluentTexts(self._writer, self._namespace, locale, self._zone)

    def at(self, zone: tzinfo | None) -> "FluentTexts":
        """The same texts for readers in another zone; None for each moment's own."""
        return FluentTexts(self._writer, self._namespace, self._locale, zone)
