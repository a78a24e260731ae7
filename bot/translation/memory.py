"""Remembers translations: those used last in memory, all for a week in the database, private ones in memory only."""

import asyncio
import hmac
import sys

import structlog
from cachetools import TTLCache
from prometheus_client import CollectorRegistry, Counter, Gauge

from bot.core.translation_store import KEPT, TranslationStore
from bot.ports.clock import Clock
from bot.ports.database import StorageUnavailable
from bot.translation.engine import MemoryKey

MOST_BYTES = 8 * 1024 * 1024
"""Of memory: some 15,000 short messages."""

OVERHEAD = 400
"""Bytes that an entry takes besides its translation: its digest, and its place among the others."""

MOST_BEING_WRITTEN = 500
"""Translations that wait to be written down; what comes then is remembered in memory alone."""

log = structlog.get_logger(__name__)


class TranslationMemory:
    """Implements :class:`bot.translation.engine.Memory`.

    Args:
        key: of this installation; without it nobody can tell which text a digest is of.
        store: None where there is no database: then everything is in memory alone.
        most_bytes: of memory.
    """

    def __init__(
        self,
        key: bytes,
        store: TranslationStore | None,
        clock: Clock,
        registry: CollectorRegistry,
        *,
        most_bytes: int = MOST_BYTES,
    ) -> None:
        self._key = key
        self._store = store
        self._most_bytes = most_bytes
        self._kept: TTLCache[bytes, str] = TTLCache(most_bytes, KEPT.total_seconds(), clock.monotonic, _size)
        self._writing: set[asyncio.Task[None]] = set()
        self._looked = Counter(
            "cattax_translations_looked_up", "Translations looked for in memory", ["found"], registry=registry
        )
        held = Gauge("cattax_translations_held_bytes", "Of memory, for translations", registry=registry)
        held.set_function(lambda: self.held_bytes)

    @property
    def held_bytes(self) -> int:
        """What is held in memory, as it is counted."""
        return int(self._kept.currsize)

    async def get(self, key: MemoryKey, *, private: bool) -> str | None:
        """A translation made before. What is private is not asked of the database: it is never there."""
        digest = self._digest(key)
        found = self._kept.get(digest)
        where = "memory"
        if found is None and self._store is not None and not private:
            where = "database"
            try:
                found = await self._store.remembered(digest.hex())
            except StorageUnavailable as error:
                log.warning("translations cannot be looked up now", why=str(error))
            if found is not None:
                self._hold(digest, found)
        self._looked.labels(where if found is not None else "no").inc()
        return found

    async def put(self, key: MemoryKey, translation: str, *, private: bool) -> None:
        """Remembers a translation at once; it is written down later, while nobody waits."""
        digest = self._digest(key)
        self._hold(digest, translation)
        if self._store is None or private or len(self._writing) >= MOST_BEING_WRITTEN:
            return
        task = asyncio.create_task(self._write(self._store, digest.hex(), translation), name="remember a translation")
        self._writing.add(task)
        task.add_done_callback(self._writing.discard)

    async def idle(self) -> None:
        """Waits until everything is written down."""
        while self._writing:
            await asyncio.wait(self._writing)

    async def _write(self, store: TranslationStore, digest: str, translation: str) -> None:
        try:
            await store.remember(digest, translation)
        except StorageUnavailable as error:
            log.warning("a translation is not remembered", why=str(error))
        except Exception:
            log.exception("a translation cannot be remembered")

    def _hold(self, digest: bytes, translation: str) -> None:
        if _size(translation) <= self._most_bytes:
            self._kept[digest] = translation

    def _digest(self, key: MemoryKey) -> bytes:
        # Each part with its length before it: no two keys are written alike.
        parts = [key.service, key.source.value, key.to.value, key.glossary, key.text]
        written = [part.encode("utf-8", "surrogatepass") for part in parts]
        return hmac.digest(self._key, b"".join(b"%d:%b" % (len(one), one) for one in written), "sha256")


def _size(translation: str) -> int:
    return sys.getsizeof(translation) + OVERHEAD
