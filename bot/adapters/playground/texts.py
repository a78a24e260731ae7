"""The page's own texts, out of ``locales/<lang>/playground.ftl``."""

from collections.abc import Mapping
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, VariableReference
from fluent.syntax.visitor import Visitor

from bot.domain.locales import Locale


class _Named(Visitor):
    """Collects the variables that a text names."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802  # fluent.syntax names it so
        self.names.add(node.id.name)


class PageTexts:
    """Reads the texts of a language once, from a folder of languages.

    A text's ``{ $name }`` comes out as ``{name}``, and the page puts the name in: as characters, never as markup.
    """

    def __init__(self, locales: Path) -> None:
        self._locales = locales
        self._read: dict[Locale, Mapping[str, str]] = {}

    def __call__(self, locale: Locale) -> Mapping[str, str]:
        """All texts by key; raises :class:`OSError` when the language has no file."""
        if locale not in self._read:
            source = (self._locales / locale / "playground.ftl").read_text(encoding="utf-8")
            self._read[locale] = _texts(source, locale)
        return self._read[locale]


def _texts(source: str, locale: Locale) -> dict[str, str]:
    bundle = FluentBundle([locale], use_isolating=False)
    bundle.add_resource(FluentResource(source))
    texts: dict[str, str] = {}
    for entry in FluentParser().parse(source).body:
        if not isinstance(entry, Message) or entry.value is None:
            continue
        named = _Named()
        named.visit(entry)
        pattern = bundle.get_message(entry.id.name).value
        if pattern is None:
            continue
        text, _ = bundle.format_pattern(pattern, {name: f"{{{name}}}" for name in named.names})
        texts[entry.id.name] = str(text)
    return texts
