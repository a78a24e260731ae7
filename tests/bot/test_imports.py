"""What a start loads: what a configuration has no use for costs megabytes and tenths of a second, so it is not."""

import asyncio
import subprocess
import sys

import pytest

from tests.kit.stages.whole import migrated_copy

START = """
import sys
import bot.__main__
bot.__main__.ajar()
import bot.start_report
import asyncio
from bot.bootstrap import opened
from bot.config import Config
config = Config.of(dict(word.split("=") for word in sys.argv[1:3]))
async def start():
    async with opened(config) as app:
        assert [service.name for service in app.services.translator.services] == ["google", "mymemory"]
asyncio.run(start())
print(*(name for name in sys.argv[3:] if sys.modules.get(name)))
"""
DEAR = (
    "alembic",
    "asyncpg",
    "babel",
    "bot.translation.detecting",
    "bot.translation.engaged",
    "bot.translation.pipeline",
    "bot.translation.readings",
    "click",
    "deep_translator",
    "dotenv",
    "fluent",
    "http.server",
    "httpx",
    "jinja2",
    "mako",
    "numpy",
    "PIL",
    "py3langid",
    "requests",
    "sqlalchemy.orm",
    "typer",
    "websockets",
)
PLAYGROUND = ("bot.adapters.playground", "pydantic")


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The setting that names a database which is up to date: to migrate one is another matter."""
    return f"DATABASE_URL={asyncio.run(migrated_copy(tmp_path_factory.mktemp('start')))}"


@pytest.mark.parametrize(
    ("setting", "wanted", "unwanted"),
    [
        ("DISCORD_TOKEN=x", "discord", ("telegram", *PLAYGROUND, *DEAR)),
        (
            "TELEGRAM_TOKEN=1:x",
            "telegram",
            ("discord", *PLAYGROUND, *(name for name in DEAR if name not in {"click", "httpx"})),
        ),
        (
            "PLAYGROUND=on",
            "bot.adapters.playground",
            ("discord", "telegram", "alembic", "bot.translation.pipeline", "typer"),
        ),
    ],
)
def test_only_what_is_on_is_loaded(database: str, setting: str, wanted: str, unwanted: tuple[str, ...]) -> None:
    command = [sys.executable, "-c", START, setting, database, wanted, *unwanted]
    assert subprocess.check_output(command, text=True).split() == [wanted]  # noqa: S603  # ours


WORDS = """
import contextlib, sys
import bot.__main__
sys.argv = ["bot", "run", "--help"]
with contextlib.redirect_stdout(None), contextlib.suppress(SystemExit):
    bot.__main__.main()
print(*(name for name in ("cogs", "bot.api", "sqlalchemy", "aiohttp") if sys.modules.get(name)))
"""


def test_reading_a_starts_words_loads_no_cog() -> None:
    assert subprocess.check_output([sys.executable, "-c", WORDS], text=True).split() == []  # noqa: S603  # ours


AJAR = """
import sys
from bot.doors import ajar
ajar()
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.ext import asyncio as door
assert "sqlalchemy.orm" not in sys.modules
assert door.AsyncConnection is AsyncConnection is sys.modules["sqlalchemy.ext.asyncio.engine"].AsyncConnection
assert not hasattr(door, "AsyncCat")
from sqlalchemy.ext.asyncio import AsyncSession, AsyncConnection as again
assert again is AsyncConnection and AsyncSession.__module__ == "sqlalchemy.ext.asyncio.session"
import prometheus_client, prometheus_client.exposition, uvicorn
assert prometheus_client.generate_latest is prometheus_client.exposition.generate_latest
assert prometheus_client.start_http_server and uvicorn.__version__ and uvicorn.run.__module__ == "uvicorn.main"
"""


def test_behind_a_door_left_ajar_everything_is_found() -> None:
    subprocess.check_call([sys.executable, "-c", AJAR])  # noqa: S603  # ours
