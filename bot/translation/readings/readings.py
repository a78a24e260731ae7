"""Implements :class:`bot.ports.translator.Readings` over the dictionary's file, which it has made when first wanted."""

import asyncio
import math
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import structlog

from bot.domain.languages import CHINESE, Language
from bot.ports.translator import GlossedWord
from bot.ports.workers import Workers, WorkFailed
from bot.translation.readings.book import Book
from bot.translation.readings.glossing import chinese_gloss, english_gloss, pinyin_lines
from bot.translation.readings.making import make, target_in
from bot.translation.readings.words import is_chinese

log = structlog.get_logger(__name__)

BUILD_SECONDS = 300.0
"""The most that making the file may take; some eight seconds are usual, and a minute on a machine that is busy."""

REST_SECONDS = 600.0
"""How long nothing is tried after a failure: each try takes a processor for seconds."""

R = TypeVar("R")


class DictionaryReadings:
    """Pinyin and glosses from CC-CEDICT and lists of our own.

    The file is made once, by a worker, when something is first asked, and then found by every later start. Who asks
    meanwhile waits for it. When it cannot be made, all answers are empty, and after a while it is tried again.

    Args:
        folder: for the file, some 18 MB.
        workers: make it.
        rest: seconds before it is tried again when it failed.
    """

    def __init__(self, folder: Path, workers: Workers, *, rest: float = REST_SECONDS) -> None:
        self._folder = folder
        self._workers = workers
        self._rest = rest
        self._failed_at = -math.inf
        self._making: asyncio.Task[Book | None] | None = None

    async def prepare(self) -> bool:
        """Has the file made unless it is there; False when that fails, which is logged."""
        return await self._book() is not None

    async def pinyin(self, text: str) -> str:
        """The text's lines with the pinyin of each word; Latin and digits as they are; "" without anything Chinese."""
        if not is_chinese(text):
            return ""
        return await self._asked(lambda book: pinyin_lines(text, book), "")

    async def gloss(self, text: str, source: Language, to: Language) -> Sequence[GlossedWord]:
        """The words one by one, from Chinese to English or back; at most 200. Articles and numbers are left out."""
        if source in CHINESE and to is Language.ENGLISH:
            return await self._asked(lambda book: chinese_gloss(text, book), ())
        if source is Language.ENGLISH and to in CHINESE:
            traditional = to is Language.TRADITIONAL_CHINESE
            return await self._asked(lambda book: english_gloss(text, book, traditional=traditional), ())
        return ()

    async def _asked(self, ask: Callable[[Book], R], otherwise: R) -> R:
        book = await self._book()
        if book is None:
            return otherwise
        try:
            return await asyncio.to_thread(ask, book)
        except sqlite3.Error as error:
            # Another version's start has taken it away, or somebody has: it is made again for who asks next.
            log.warning("the dictionary's file cannot be read", file=book.path.name, error=str(error))
            self._making = None
            return otherwise

    async def _book(self) -> Book | None:
        if self._making is None:
            if asyncio.get_running_loop().time() - self._failed_at < self._rest:
                return None
            self._making = asyncio.create_task(self._made())
        # Who asked may go; the file is still made, for others.
        return await asyncio.shield(self._making)

    async def _made(self) -> Book | None:
        try:
            target = await asyncio.to_thread(target_in, self._folder)
            if not await asyncio.to_thread(_sound, target):
                await self._workers.run(make, target, timeout=BUILD_SECONDS)
                log.info("the dictionary's file is made", file=target.name)
        except (WorkFailed, OSError) as error:
            log.warning("the dictionary's file cannot be made: no pinyin and no glosses", error=str(error))
            self._making = None
            self._failed_at = asyncio.get_running_loop().time()
            return None
        return Book(target)


def _sound(path: Path) -> bool:
    """Whether the file is there and one word can be read from it."""
    try:
        return path.is_file() and bool(Book(path).words(["猫"]))
    except sqlite3.Error:
        return False
