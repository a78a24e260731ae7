"""Reading aids that are there from the start, of which nothing is loaded before somebody asks for one."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from bot.domain.languages import Language
from bot.ports.translator import GlossedWord, Readings
from bot.ports.workers import Workers
from bot.translation.engines.once import Once


class ReadingsWhenAsked:
    """The :class:`~bot.ports.translator.Readings` of this machine.

    Args:
        folder: for the dictionary's file.
        workers: make it.
    """

    def __init__(self, folder: Path, workers: Workers) -> None:
        self._folder = folder
        self._workers = workers
        self._readings: Once[Readings] = Once(self._made)

    async def pinyin(self, text: str) -> str:
        """Chinese with the pinyin of each word, as a line of its own; "" where there is nothing Chinese."""
        return await (await self._readings.get()).pinyin(text)

    async def gloss(self, text: str, source: Language, to: Language) -> Sequence[GlossedWord]:
        """The words one by one; for Chinese and English, empty for any other pair. At most 200 words."""
        return await (await self._readings.get()).gloss(text, source, to)

    async def _made(self) -> Readings:
        def made() -> Readings:
            from bot.translation.readings import DictionaryReadings  # noqa: PLC0415  # not before somebody reads

            return DictionaryReadings(self._folder, self._workers)

        return await asyncio.to_thread(made)
