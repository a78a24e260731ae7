"""One way of writing Chinese in the other, on this machine."""

import asyncio
import threading
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol, cast

from bot.domain.languages import Language
from bot.domain.text import RichText, Span
from bot.translation.shielding import Item, restored


class _Converter(Protocol):
    def convert(self, text: str) -> str: ...


class _Library(Protocol):
    def OpenCC(self, config: str) -> _Converter: ...  # noqa: N802  # the library's own name


class ChineseConversion:
    """Simplified to traditional characters with the words of Taiwan, and back. Nothing leaves the machine.

    Its dictionaries (about 10 MB) are loaded when they are first used, in a thread.
    """

    name = "opencc"
    """What translations of its making are called."""

    def __init__(self) -> None:
        self._converters: dict[Language, _Converter] = {}
        self._lock = threading.Lock()

    async def rewritten(self, items: Sequence[Item], to: Language) -> RichText | None:
        """A text's words in the other way of writing; None where they are the same in both."""
        return await asyncio.to_thread(self._rewritten, items, to)

    def _rewritten(self, items: Sequence[Item], to: Language) -> RichText | None:
        with self._lock:
            converter = self._converters.get(to)
            if converter is None:
                converter = _library().OpenCC("s2twp" if to is Language.TRADITIONAL_CHINESE else "tw2sp")
                self._converters[to] = converter
            made = [
                replace(item, text=_converted(converter, item.text)) if isinstance(item, Span) else item
                for item in items
            ]
        return None if list(items) == made else restored(made)


def _library() -> _Library:
    import opencc  # noqa: PLC0415  # its dictionaries are only wanted where both ways of writing meet

    return cast(_Library, opencc)


def _converted(converter: _Converter, text: str) -> str:
    try:
        return converter.convert(text)
    except UnicodeError:  # half a character, which no dictionary knows either
        return text
