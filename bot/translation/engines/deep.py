"""Services that are asked through the library deep-translator, which blocks.

It is imported when the first text is to be translated, and in a thread: it brings an HTML parser, and nobody needs to
wait for that. An instance keeps what it was asked, and gives wrong answers when two ask it: each call has its own.
"""

import importlib
from collections.abc import Callable, Mapping
from types import ModuleType
from typing import Protocol, cast

from bot.domain.languages import Language
from bot.ports.translator import Service
from bot.translation.engine import EngineFailed, Fault
from bot.translation.engines.threads import Threads


class Asked(Protocol):
    """An instance of one of deep-translator's classes."""

    def translate(self, text: str) -> object:
        """The translation, or None."""
        ...


Make = Callable[[ModuleType, str, str], Asked]
"""Makes an instance of a module's class, for a source and a target as the service calls them."""


class DeepTranslated:
    """A service behind deep-translator.

    Args:
        service: who it is.
        module: in which of the library's modules its class stands.
        make: an instance for one call.
        sources: what the service calls a language that a text is in.
        targets: what it calls a language to translate into.
        longest: most characters of a request.
        checked: what is said is what is left of an answer; raises for what is no translation.
    """

    def __init__(
        self,
        threads: Threads,
        service: Service,
        module: str,
        make: Make,
        *,
        sources: Mapping[Language, str],
        targets: Mapping[Language, str],
        longest: int,
        checked: Callable[[str, str], str] = lambda answer, text: answer,
    ) -> None:
        self._threads = threads
        self._module = module
        self._make = make
        self._sources = sources
        self._targets = targets
        self._checked = checked
        self.service = service
        self.longest = longest

    def knows(self, source: Language, to: Language) -> bool:
        """As its table has it."""
        return source in self._sources and to in self._targets and self._sources[source] != self._targets[to]

    async def translate(self, text: str, source: Language, to: Language) -> str:
        """Translates in a thread."""
        if not self.knows(source, to):
            raise EngineFailed(Fault.UNSUITABLE, f"it has no {source} to {to}")
        if len(text) > self.longest:
            raise EngineFailed(Fault.UNSUITABLE, f"{len(text)} characters are too many for it")
        return await self._threads.run(lambda: self._blocking(text, self._sources[source], self._targets[to]))

    def _blocking(self, text: str, source: str, to: str) -> str:
        try:
            answer = self._make(_module(self._module), source, to).translate(text)
        except EngineFailed:
            raise
        except Exception as error:
            # The library's own words hold keys and texts (AuthorizationException, TranslationNotFound).
            raise EngineFailed(Fault.UNREACHABLE, f"its answer makes no sense ({type(error).__name__})") from None
        if not isinstance(answer, str) or not answer.strip():
            raise EngineFailed(Fault.EMPTY)
        return self._checked(answer, text)


def _module(name: str) -> ModuleType:
    """One of deep-translator's modules, with a line of ours to the network."""
    from bot.translation.engines.line import Line  # noqa: PLC0415  # brings the library requests

    module = importlib.import_module(f"deep_translator.{name}")
    names = cast("dict[str, object]", vars(module))
    if not isinstance(names["requests"], Line):
        names["requests"] = Line()
    return module


def leading_to(asked: object, address: str) -> Asked:
    """The instance, asking at another address than its own."""
    cast("dict[str, object]", vars(asked))["_base_url"] = address
    return cast("Asked", asked)
