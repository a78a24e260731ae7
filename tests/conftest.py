"""Fixtures for everybody: databases, a clock and a bus."""

import gc
import os
import re
import signal
import tempfile
import zlib
from collections.abc import AsyncGenerator, Generator
from collections.abc import Set as AbstractSet
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import settings
from sqlalchemy import MetaData

from bot.core.tables import METADATA
from bot.storage.engine import SqlDatabase, open_database
from tests.kit.bus import LocalBus
from tests.kit.clock import MovableClock
from tests.kit.databases import KINDS, Postgres, running_postgres, sqlite_with_tables
from tests.kit.dialects import share_compiled_statements
from tests.kit.warm import Warm, warmed
from tests.twins.translation.apertium import RunningApertium, missing, shared_apertium

gc.disable()  # until all is collected
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as in the bot's worker: more threads wait for each other busily
# The same examples each time and everywhere, and none of them is timed.
settings.register_profile("suite", derandomize=True, deadline=None, database=None)
settings.load_profile("suite")
share_compiled_statements()


TURNS = (
    ("playground-left", "playground-right"),
    ("fake-plain", "fake-rich"),
    ("plain", "rich"),
    ("fakes", "playground"),
)
"""What tests are played on by turns: whoever has the first of one has the first of the others too. So a scenario plays,
besides both twins, on one side of the playground and the other side's kind of fake; one of two platforms at once,
besides both twins together, on both fakes or both sides of the playground, unless it is marked ``every_stage``."""


def pytest_configure() -> None:
    """Has Ctrl+C handled as ever, but by a handler that asyncio does not take for Python's own.

    Where it does, each of the three runners of a test sets its own handler and the old one again, for which Python
    writes out what the test was given: the whole stage, at some milliseconds for each test.
    """

    def interrupted(number: int, frame: FrameType | None) -> None:
        signal.default_int_handler(number, frame)

    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, interrupted)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds ``--every-stage``."""
    parser.addoption("--every-stage", action="store_true", help="play every scenario on every stage, not by turns")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Plays each test on one of the stages that take turns.

    The sides of the playground are one adapter, whose capabilities are those of the two fakes; what differs between
    real platforms the twins show. Playing all of it on all of them was a fourth of the suite's time.
    """
    if config.getoption("--every-stage"):
        return
    known = {item.nodeid for item in items if item.get_closest_marker("every_stage") is None}
    left_out = [item for item in items if _is_not_its_turn(item.nodeid, known)]
    config.hook.pytest_deselected(items=left_out)
    others = set(left_out)
    items[:] = [item for item in items if item not in others]


def _is_not_its_turn(test: str, known: AbstractSet[str]) -> bool:
    name, bracket, parameters = test.partition("[")
    for turns in TURNS:
        for number, stage in enumerate(turns):
            if stage not in parameters:  # most are not, and a search for a word is many times as long
                continue
            rest = re.sub(rf"(?<!\w){stage}(?!\w)", "{}", parameters, count=1)
            if rest == parameters:
                continue
            other = f"{name}{bracket}{rest.replace('{}', turns[1 - number], 1)}"
            return {test, other} <= known and number != zlib.crc32(f"{name}{rest}".encode()) % len(turns)
    return False


def pytest_collection_finish() -> None:
    """What was imported and collected stays: looking through it for garbage again and again is a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)  # what tests leave behind is small, and looking for it is not
    gc.enable()


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Of all processes that run tests together."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


@pytest.fixture(scope="session")
def postgres(shared_folder: Path) -> Generator[Postgres]:
    """One PostgreSQL for all processes that run tests, started when first asked for; each has databases of its own."""
    with running_postgres(shared_folder / "postgres") as server:
        yield server


@pytest.fixture(scope="session")
def warm() -> Generator[Warm]:
    """What commands are forked from, one for each process that runs tests, started when first asked for."""
    with tempfile.TemporaryDirectory(prefix="cattax-") as folder, warmed(Path(folder)) as running:
        yield running


@pytest.fixture(scope="session")
def apertium(shared_folder: Path) -> Generator[RunningApertium]:
    """Apertium's own service, one for all processes that run tests, started when first asked for.

    A reason to skip where it is not installed, and to fail in CI.
    """
    if why := missing():
        if os.environ.get("CI"):
            pytest.fail(why)
        pytest.skip(why)
    with shared_apertium(shared_folder / "apertium") as running:
        yield running


@pytest.fixture(params=KINDS)
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database, once for SQLite and once for PostgreSQL."""
    if request.param == "sqlite":
        return f"sqlite+aiosqlite:///{tmp_path}/cattax.db"
    server: Postgres = request.getfixturevalue("postgres")
    return server.empty()


@pytest.fixture
def postgres_address(postgres: Postgres) -> str:
    """The address of an empty database on PostgreSQL, for what only it has."""
    return postgres.empty()


@pytest.fixture
def declared() -> tuple[MetaData, ...]:
    """What else has tables in the test's database besides the core; a cog's tests say theirs."""
    return ()


@pytest.fixture(params=KINDS)
def filled_address(request: pytest.FixtureRequest, tmp_path: Path, declared: tuple[MetaData, ...]) -> str:
    """The address of a database with all tables that were imported, once for SQLite and once for PostgreSQL."""
    tables = (METADATA, *declared)
    if request.param == "sqlite":
        return sqlite_with_tables(tmp_path, tables)
    server: Postgres = request.getfixturevalue("postgres")
    return server.filled(tables)


@pytest.fixture
async def database(filled_address: str) -> AsyncGenerator[SqlDatabase]:
    """A database with all tables that were imported, once for SQLite and once for PostgreSQL."""
    async with open_database(filled_address) as opened:
        yield opened


@pytest.fixture
def clock() -> MovableClock:
    """A clock that only the test moves."""
    return MovableClock()


@pytest.fixture
def bus() -> LocalBus:
    """A bus within the test."""
    return LocalBus()
