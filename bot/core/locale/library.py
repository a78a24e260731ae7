"""All texts of the bot: ``<folder>/<language>/<namespace>.ftl``, read when they are first wanted.

A namespace is a file's name up to its first dot: ``core``, or a cog's name; ``missions.cards.ftl`` is a further file of
``missions``. A text is looked for in its own namespace, through the language's chain (``zh-Hant``, ``zh-Hans``,
``en``), and then in ``core`` alike. The terms of ``core`` (``-bot-name``) can be used in every namespace.
"""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from datetime import tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Self

import structlog

from bot.core.locale.entries import Source, Wording, plain, sources
from bot.core.locale.faults import TextBroken, TextMissing
from bot.core.locale.markup import MarkupError, parse
from bot.core.locale.negotiation import CHAINS
from bot.core.locale.slots import MOST, Argument, filled, place
from bot.core.locale.texts import FluentTexts
from bot.domain.locales import Locale
from bot.domain.text import RichText

if TYPE_CHECKING:
    from bot.core.locale.machine import Machine

log = structlog.get_logger(__name__)

CORE = "core"
"""The namespace that all others may use."""

BOOKS = 64
"""Most files kept, with what of them is parsed (about 100 kB each at most); which were wanted last stay."""


class Book:
    """The texts of one namespace in one language, each read when it is first wanted.

    Most texts are nothing but words and places for arguments. Fluent's own machine, which takes a language's data into
    memory, is only made for the others.

    Args:
        locale: the language.
        found: where each entry stands in its file.
    """

    __slots__ = ("_found", "_locale", "_made", "_wordings")

    def __init__(self, locale: Locale, found: Mapping[str, Source]) -> None:
        self._locale = locale
        self._found = found
        # By the entry's name: its texts by attribute ("" for its own), None for what is more than words.
        self._wordings: dict[str, Mapping[str, Wording | None]] = {}
        self._made: Machine | None = None

    def written(self, key: str, values: Mapping[str, Argument]) -> str | None:
        """A text with places for its arguments, or None when it is not here; raises :class:`TextBroken`."""
        name, _, attribute = key.partition(".")
        if name.startswith("-") or name not in self._found:
            return None
        if name not in self._wordings:
            self._wordings[name] = plain(self._found[name]) or self._machine.wordings(name)
        if attribute not in self._wordings[name]:
            return None
        written = _filled_in(self._wordings[name][attribute], values)
        return written if written is not None else self._machine.written(key, values)

    @property
    def _machine(self) -> "Machine":
        if self._made is None:
            from bot.core.locale.machine import Machine  # noqa: PLC0415  # 5 MB, for texts that choose

            self._made = Machine(self._locale, self._found)
        return self._made


def _filled_in(wording: Wording | None, values: Mapping[str, Argument]) -> str | None:
    """Words with places for their arguments; None where Fluent has to look: a number's form, an argument missing."""
    if wording is None:
        return None
    names = list(values)
    pieces: list[str] = []
    for piece in wording:
        if isinstance(piece, str):
            pieces.append(piece)
        elif isinstance(values.get(piece.name, 0), int) or len(names) > MOST:
            return None
        else:
            pieces.append(place(names.index(piece.name)))
    return "".join(pieces)


class Library:
    """Texts by namespace, language and key. Its memory is bounded."""

    def __init__(self, files: Mapping[tuple[Locale, str], Sequence[Path]], *, strict: bool) -> None:
        self._files = files
        self._strict = strict
        self._books: OrderedDict[tuple[Locale, str], Book] = OrderedDict()
        self._terms: dict[Locale, Mapping[str, Source]] = {}
        self._told: set[tuple[Locale, str, str]] = set()

    @classmethod
    def load(cls, folders: Sequence[Path], *, strict: bool = False) -> Self:
        """Finds the files, without reading them yet.

        Args:
            folders: each with a folder for each language. When two have the same text, the later folder's is used.
            strict: for tests: raise what a member would rather not see.
        """
        files: dict[tuple[Locale, str], list[Path]] = {}
        for folder in folders:
            for locale in Locale:
                for path in sorted((folder / locale.value).glob("*.ftl")):
                    files.setdefault((locale, path.name.partition(".")[0]), []).append(path)
        return cls(files, strict=strict)

    @property
    def namespaces(self) -> Sequence[str]:
        """All namespaces, by name."""
        return sorted({namespace for _, namespace in self._files})

    def texts(self, namespace: str, locale: Locale, zone: tzinfo | None = None) -> FluentTexts:
        """A namespace's texts in a language; ``zone`` is the readers', in which moments are written."""
        return FluentTexts(self, namespace, locale, zone)

    def knows(self, namespace: str, key: str, locale: Locale) -> bool:
        """Whether a text of one's own or of core stands in this very language, whatever its arguments."""
        return any(self._stands(locale, one, key) for one in (namespace, CORE))

    def _stands(self, locale: Locale, namespace: str, key: str) -> bool:
        try:
            return self._book(locale, namespace).written(key, {}) is not None
        except TextBroken:
            return True

    def write(
        self, namespace: str, key: str, values: Mapping[str, Argument], locale: Locale, zone: tzinfo | None
    ) -> RichText:
        """A text, in this language or the nearest that has it whole.

        Returns:
            In production the key in brackets when no language has it whole; that is logged once.

        Raises:
            TextMissing: only when strict: nowhere is such a key.
            TextBroken: only when strict: an argument is missing, or the file is no Fluent.
            MarkupError: only when strict: the text's markup is wrong.
        """
        for one in dict.fromkeys((namespace, CORE)):
            for spoken in CHAINS[locale]:
                try:
                    written = self._book(spoken, one).written(key, values)
                    if written is not None:
                        marked = parse(written, strict=self._strict)
                        return filled(marked, tuple(values.values()), spoken, zone, strict=self._strict)
                except (TextBroken, MarkupError) as error:
                    if self._strict:
                        raise
                    self._tell(spoken, one, key, str(error))
        if self._strict:
            raise TextMissing(f"{namespace}: {key}")
        self._tell(locale, namespace, key, "missing")
        return RichText.of(f"[{key}]")

    def _book(self, locale: Locale, namespace: str) -> Book:
        book = self._books.get((locale, namespace))
        if book is None:
            book = self._books[locale, namespace] = Book(locale, self._sources(locale, namespace))
            while len(self._books) > BOOKS:
                self._books.popitem(last=False)
        self._books.move_to_end((locale, namespace))
        return book

    def _core_terms(self, locale: Locale) -> Mapping[str, Source]:
        if locale not in self._terms:
            core = self._sources(locale, CORE)
            self._terms[locale] = {name: source for name, source in core.items() if name.startswith("-")}
        return self._terms[locale]

    def _sources(self, locale: Locale, namespace: str) -> Mapping[str, Source]:
        """Where each entry of a namespace stands, and each term of core; of entries of one name the last."""
        found = {} if namespace == CORE else dict(self._core_terms(locale))
        for path in self._files.get((locale, namespace), ()):
            text = path.read_text(encoding="utf-8")
            if self._strict:
                self.check(path, text)
            found |= sources(path, text)
        return found

    @staticmethod
    def check(path: Path, text: str) -> None:
        """Raises :class:`TextBroken` where a file is no Fluent."""
        from bot.core.locale.machine import check  # noqa: PLC0415  # in tests alone

        check(path, text)

    def _tell(self, locale: Locale, namespace: str, key: str, why: str) -> None:
        if (locale, namespace, key) not in self._told and len(self._told) < BOOKS * 16:
            self._told.add((locale, namespace, key))
            log.warning("a text is missing or broken", locale=locale.value, namespace=namespace, key=key, why=why)
