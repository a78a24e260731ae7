"""One way of writing Chinese in the other, on this machine."""

import asyncio
import threading
from collections.abc import Sequence
from dataclasses import replace

from opencc import OpenCC

from bot.domain.languages import Language
from bot.domain.text import RichText, Span
from bot.translation.shielding import Item, restored


class ChineseConversion:
    """Simplified to traditional characters with the words of Taiwan, and back. Nothing leaves the machine.

    Its dictionaries (about 10 MB) are loaded when they are first used, in a thread.
    """

    name = "opencc"
    """What translations of its making are called."""

    def __init__(self) -> None:
        self._converters: dict[Language, OpenCC] = {}
        self._lock = threading.Lock()

    async def rewritten(self, items: Sequence[Item], to: Language) -> RichText | None:
        """A text's words in the other way of writing; None where they are the same in both."""
        return await asyncio.to_thread(self._rewritten, items, to)

    def _rewritten(self, items: Sequence[Item], to: Language) -> RichText | None:
        with self._lock:
            converter = self._converters.get(to)
            if converter is None:
                converter = OpenCC("s2twp" if to is Language.TRADITIONAL_CHINESE else "tw2sp")
                self._converters[to] = converter
            made = [
                replace(item, text=_converted(converter, item.text)) if isinstance(item, Span) else item
                for item in items
            ]
        return None if list(items) == made else restored(made)


def _converted(converter: OpenCC, text: str) -> str:
    try:
        return str(converter.convert(text))
    except UnicodeError:  # half a character, which no dictionary knows either
        return text
