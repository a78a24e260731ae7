"""The whole bot, started as bootstrap starts it, on a database that was migrated once and is copied for each test."""

import asyncio
import contextlib
import functools
import shutil
import tempfile
from collections.abc import Awaitable, Callable, Generator, Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import tzinfo
from pathlib import Path

from sqlalchemy import Connection, Engine, event

from bot.api.cog import Cog
from bot.bootstrap import App, Declared, opened
from bot.clock import SystemClock
from bot.config import Config, PlaygroundSwitch
from bot.core.catalog import Catalog, Words
from bot.core.codec import Codec
from bot.core.codes import load_key_ring
from bot.core.discovery import discover
from bot.core.house.cog import COG as HOUSE
from bot.core.locale import Library
from bot.core.locale.entries import Source
from bot.core.locale.library import Book
from bot.core.locale.slots import Argument
from bot.domain.action import Action, Job
from bot.domain.locales import Locale
from bot.domain.text import RichText
from bot.platforms import LOCALES, Platforms
from bot.ports.gateway import Offering
from bot.ports.translator import Translator
from bot.ports.workers import Workers
from bot.storage.engine import SqlDatabase, open_database
from bot.storage.migrations import migrate
from tests.kit.folders import kept_folder
from tests.kit.patience import PATIENCE
from tests.kit.stages.due import DueWork
from tests.kit.stages.time import StageClock
from tests.kit.workers import SharedWorkers

DATABASE = "cattax.db"
"""The file's name in its folder."""


class Texts(Library):
    """Strict texts, each file of which is read whole only once in a process, and said once if nothing is filled in.

    Attributes:
        usual: texts that were read already; files that are the same are not read again.
    """

    check = staticmethod(functools.cache(Library.check))

    def __init__(self, files: Mapping[tuple[Locale, str], Sequence[Path]], *, strict: bool) -> None:
        super().__init__(files, strict=strict)
        self.usual: Texts | None = None
        self._said: dict[tuple[str, str, Locale], RichText] = {}

    def write(
        self, namespace: str, key: str, values: Mapping[str, Argument], locale: Locale, zone: tzinfo | None
    ) -> RichText:
        """A text."""
        if values:
            return super().write(namespace, key, values, locale, zone)
        if self.usual is not None and self._is_usual(locale, namespace):
            return self.usual.write(namespace, key, values, locale, zone)
        if (namespace, key, locale) not in self._said:
            self._said[namespace, key, locale] = super().write(namespace, key, values, locale, zone)
        return self._said[namespace, key, locale]

    def _is_usual(self, locale: Locale, namespace: str) -> bool:
        name = (locale, namespace)
        return self.usual is not None and self.usual._files.get(name) == self._files.get(name)

    def _book(self, locale: Locale, namespace: str) -> Book:
        usual = self.usual if self._is_usual(locale, namespace) else None
        return super()._book(locale, namespace) if usual is None else usual._book(locale, namespace)

    def _core_terms(self, locale: Locale) -> Mapping[str, Source]:
        return super()._core_terms(locale) if self.usual is None else self.usual._core_terms(locale)


@functools.cache
def _codec(actions: Sequence[tuple[str, type[Action]]], jobs: Sequence[tuple[str, type[Job]]]) -> Codec:
    return Codec(actions, jobs)


class Known(Catalog):
    """Declarations; what platforms are shown of them is written out once, and equal ones share what encodes them."""

    def __init__(self, cogs: Sequence[Cog]) -> None:
        super().__init__(cogs)
        self._shown: dict[tuple[Words, Locale], Offering] = {}

    @functools.cached_property
    def codec(self) -> Codec:
        """Encodes and decodes all that is kept."""
        return _codec(tuple(self.action_classes), tuple(self.job_classes))

    def offering(self, words: Words, default: Locale = Locale.ENGLISH) -> Offering:
        """What platforms are shown."""
        if (words, default) not in self._shown:
            self._shown[words, default] = super().offering(words, default)
        return self._shown[words, default]


@functools.cache
def _all_texts() -> Texts:
    own = [one.locales for one in discover() if one.locales is not None]
    return Texts.load([LOCALES, *own], strict=True)


@functools.cache
def everything() -> Declared:
    """All cogs with strict texts: what a member would rather not see is raised. Read once for each process."""
    found = discover()
    return Declared(found, _all_texts(), Known([HOUSE, *(one.cog for one in found)]))


def with_cogs(*cogs: Cog, texts: Mapping[str, str] | None = None, alone: bool = False) -> Declared:
    """All cogs and some of a test's own.

    Args:
        cogs: without tables.
        texts: their Fluent texts by cog, spoken in every language.
        alone: True for these and the house alone; the others' tables are there all the same.
    """
    usual = everything()
    others = [] if alone else [one.cog for one in usual.found]
    library = _texts_and(tuple(sorted((texts or {}).items())))
    return Declared(usual.found, library, Known([HOUSE, *others, *cogs]))


@functools.cache
def _texts_folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="cattax-texts-", ignore_cleanup_errors=True)


@functools.cache
def _texts_and(texts: Sequence[tuple[str, str]]) -> Texts:
    folder = Path(tempfile.mkdtemp(dir=_texts_folder().name))
    for cog, text in texts:
        for locale in Locale:
            (folder / locale).mkdir(exist_ok=True)
            (folder / locale / f"{cog}.ftl").write_text(text, encoding="utf-8")
    own = [one.locales for one in discover() if one.locales is not None]
    library = Texts.load([LOCALES, *own, folder], strict=True)
    library.usual = _all_texts()
    return library


@functools.cache
def _template_folder() -> Path:
    return kept_folder("cattax-template-")


async def migrated_copy(folder: Path) -> str:
    """The address of a SQLite database in a folder; it was migrated and got its keys once for each process."""
    copy = folder / DATABASE
    if not copy.exists():
        template, finished = _template_folder() / DATABASE, _template_folder() / "finished"
        if not finished.exists():
            async with open_database(f"sqlite+aiosqlite:///{template}") as database:
                await migrate(database, everything().branches)
                await load_key_ring(database, SystemClock())
            finished.touch()
        shutil.copyfile(template, copy)
    return f"sqlite+aiosqlite:///{copy}"


def config_on(address: str, **values: object) -> Config:
    """A configuration that reads neither the environment's file nor listens on a fixed port."""
    settings: dict[str, object] = {
        "database_url": address,
        "web_port": 0,
        "playground": PlaygroundSwitch.OFF,
        "operator_name": "Mara Keeper",
        "operator_contact": "mara@example.org",
        "data_location": "a cupboard in Lisbon",
        **values,
    }
    return Config.of({name.upper(): str(value) for name, value in settings.items()})


class PowerCutError(Exception):
    """What is written when the power is gone is not written."""


@contextlib.contextmanager
def _power_cut() -> Generator[None]:
    def refused(connection: Connection) -> None:
        raise PowerCutError

    event.listen(Engine, "commit", refused)
    try:
        yield
    finally:
        event.remove(Engine, "commit", refused)


@dataclass(slots=True)
class Whole:
    """The whole bot. It can be stopped in good order, killed, and started again on the same database.

    Attributes:
        build: makes the platforms' gateways anew for each start, as a new process does.
        translator: who translates instead of the configured engines.
    """

    folder: Path
    clock: StageClock
    build: Callable[[], Platforms]
    config: Config
    cogs: Declared
    handler_seconds: float = 20.0
    workers: Workers = field(default_factory=SharedWorkers)
    translator: Translator | None = None
    _app: App | None = None
    _stack: AsyncExitStack | None = None
    _running: "asyncio.Task[None] | None" = None
    _due: DueWork | None = None

    @property
    def app(self) -> App:
        """What runs now."""
        assert self._app is not None, "not started"
        return self._app

    async def start(self) -> None:
        """Starts it; its gateways may still be connecting when this returns."""
        self._stack = AsyncExitStack()
        self._app = await self._stack.enter_async_context(
            opened(
                self.config,
                clock=self.clock,
                platforms=self.build(),
                cogs=self.cogs,
                workers=self.workers,
                translator=self.translator,
                handler_seconds=self.handler_seconds,
            )
        )
        db = self._app.services.db
        assert isinstance(db, SqlDatabase)
        self._due = DueWork(self.config.database_url, db, self.clock)
        self._running = asyncio.create_task(self._app.run(), name="the whole bot")
        await self._or_ended(self._app.web.listening())

    async def _or_ended(self, waited: Awaitable[None]) -> None:
        waiting = asyncio.ensure_future(waited)
        assert self._running is not None
        await asyncio.wait({waiting, self._running}, return_when=asyncio.FIRST_COMPLETED, timeout=PATIENCE)
        waiting.cancel()
        if self._running.done():
            await self._running
        assert waiting.done(), "it did not start"

    async def stop(self) -> None:
        """Stops it as Ctrl+C does."""
        running, stack = self._running, self._stack
        self._running = self._stack = None
        if running is not None:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
        if stack is not None:
            await stack.aclose()

    async def kill(self) -> None:
        """Ends it as a power cut does: from this moment on nothing more is written down, and nobody is waited for."""
        app, running, stack = self.app, self._running, self._stack
        assert running is not None
        assert stack is not None
        self._running = self._stack = None
        with _power_cut():
            running.cancel()
            await app.lanes.stop(0)
            await asyncio.gather(running, return_exceptions=True)
            with contextlib.suppress(PowerCutError):
                await stack.aclose()

    async def restart(self) -> None:
        """Ends the process and starts another."""
        await self.stop()
        await self.start()

    async def at_rest(self, taken_in: Callable[[], bool] = lambda: True) -> None:
        """Waits until everything accepted was handled, everything due was done, and everything said was sent.

        Args:
            taken_in: whether the platform has told everything that happened.
        """
        app, due = self.app, self._due
        assert due is not None
        async with asyncio.timeout(PATIENCE):
            quiet = 0
            while quiet < 2:
                await app.lanes.idle()
                await due.ended()
                waiting = await due.count() or app.services.outbound.waiting or app.lanes.waiting
                busy = waiting or app.services.mirror.at_work or due.transactions or not taken_in()
                quiet = 0 if busy else quiet + 1

    async def until(self, holds: Callable[[], Awaitable[bool]]) -> None:
        """Waits until something holds that only the database tells: asked again after each round trip to it."""
        async with asyncio.timeout(PATIENCE):
            while not await holds():
                await self.at_rest()
