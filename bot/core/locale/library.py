"""All texts of the bot: ``<folder>/<language>/<namespace>.ftl``, read when they are first wanted.

A namespace is a file's stem: ``core``, or a cog's name. A text is looked for in its own namespace, through the
language's chain (``zh-Hant``, ``zh-Hans``, ``en``), and then in ``core`` alike. The terms of ``core`` (``-bot-name``)
can be used in every namespace.
"""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from datetime import tzinfo
from pathlib import Path
from typing import Self

import structlog
from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk, Message, Resource, Term

from bot.core.locale.entries import Source, references, sources, wordings
from bot.core.locale.markup import MarkupError, parse
from bot.core.locale.negotiation import CHAINS
from bot.core.locale.slots import FUNCTIONS, Argument, filled, slotted
from bot.core.locale.texts import FluentTexts
from bot.domain.errors import CatTaxError
from bot.domain.locales import Locale
from bot.domain.text import RichText

log = structlog.get_logger(__name__)

CORE = "core"
"""The namespace that all others may use."""

BOOKS = 64
"""Most files kept, with what of them is parsed (about 100 kB each at most); which were wanted last stay."""


class TextMissing(CatTaxError, LookupError):
    """No language has a text under this key."""


class TextBroken(CatTaxError, ValueError):
    """A text cannot be written: an argument is missing, a reference leads nowhere, or it is no Fluent at all."""


class _Book:
    """The texts of one namespace in one language, each parsed when it is first wanted.

    Most texts are nothing but words. Fluent's own machine, which takes a language's data into memory, is only made for
    the others.

    Args:
        locale: the language.
        found: where each entry stands in its file.
        read: parses an entry; None when it is no Fluent.
    """

    __slots__ = ("_bundle", "_bundled", "_found", "_locale", "_read", "_words")

    def __init__(
        self, locale: Locale, found: Mapping[str, Source], read: Callable[[Source], Message | Term | None]
    ) -> None:
        self._locale = locale
        self._found = found
        self._read = read
        # By the entry's name: its texts by attribute ("" for its own), None for what is more than words.
        self._words: dict[str, Mapping[str, str | None]] = {}
        self._bundle: FluentBundle | None = None
        self._bundled: set[str] = set()

    def written(self, key: str, values: Mapping[str, Argument]) -> str | None:
        """A text with places for its arguments, or None when it is not here; raises :class:`TextBroken`."""
        name, _, attribute = key.partition(".")
        if name.startswith("-"):
            return None
        if name not in self._words:
            entry = self._entry(name)
            self._words[name] = {} if entry is None else dict(wordings(entry))
        if attribute not in self._words[name]:
            return None
        words = self._words[name][attribute]
        return words if words is not None else self._formatted(key, name, attribute, values)

    def _formatted(self, key: str, name: str, attribute: str, values: Mapping[str, Argument]) -> str:
        if self._bundle is None:
            self._bundle = FluentBundle([self._locale.value], functions=dict(FUNCTIONS), use_isolating=False)
        self._put_in(self._bundle, name)
        message = self._bundle.get_message(name)
        pattern = message.attributes[attribute] if attribute else message.value
        if pattern is None:
            raise TextBroken(f"{key}: no value")
        written, errors = self._bundle.format_pattern(pattern, dict(slotted(values)))
        if errors or not isinstance(written, str):
            raise TextBroken(f"{key}: {'; '.join(map(str, errors))}")
        return written

    def _put_in(self, bundle: FluentBundle, name: str) -> None:
        """An entry and all that it refers to, each once."""
        entry = None if name in self._bundled else self._entry(name)
        self._bundled.add(name)
        if entry is not None:
            bundle.add_resource(Resource([entry]))
            for other in references(entry):
                self._put_in(bundle, other)

    def _entry(self, name: str) -> Message | Term | None:
        source = self._found.get(name)
        return None if source is None else self._read(source)


class Library:
    """Texts by namespace, language and key. Its memory is bounded."""

    def __init__(self, files: Mapping[tuple[Locale, str], Sequence[Path]], *, strict: bool) -> None:
        self._files = files
        self._strict = strict
        self._books: OrderedDict[tuple[Locale, str], _Book] = OrderedDict()
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
                    files.setdefault((locale, path.stem), []).append(path)
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

    def _book(self, locale: Locale, namespace: str) -> _Book:
        book = self._books.get((locale, namespace))
        if book is None:
            book = self._books[locale, namespace] = _Book(locale, self._sources(locale, namespace), self._read)
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
        for entry in FluentParser(with_spans=False).parse(text).body:
            if isinstance(entry, Junk):
                raise TextBroken(f"{path.parent.name}/{path.name}: {entry.content}")

    @staticmethod
    def _read(source: Source) -> Message | Term | None:
        """An entry; None when it is no Fluent."""
        entry = FluentParser(with_spans=False).parse_entry(source.text)
        if isinstance(entry, Message | Term):
            return entry
        log.warning("a text is broken", file=f"{source.path.parent.name}/{source.path.name}", content=source.text)
        return None

    def _tell(self, locale: Locale, namespace: str, key: str, why: str) -> None:
        if (locale, namespace, key) not in self._told and len(self._told) < BOOKS * 16:
            self._told.add((locale, namespace, key))
            log.warning("a text is missing or broken", locale=locale.value, namespace=namespace, key=key, why=why)
