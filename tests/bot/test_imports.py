"""What a start loads: what a configuration has no use for costs megabytes and tenths of a second, so it is not."""

import subprocess
import sys

import pytest

START = """
import sys
import bot.__main__
bot.__main__.ajar()
import bot.start_report
from bot.bootstrap import Platforms, declared
from bot.clock import SystemClock
from bot.config import Config
declared()
Platforms.configured(Config.of(dict([sys.argv[1].split("=")])), SystemClock())
print(*(name for name in sys.argv[2:] if sys.modules.get(name)))
"""
DEAR = (
    "alembic",
    "asyncpg",
    "click",
    "deep_translator",
    "http.server",
    "httpx",
    "jinja2",
    "mako",
    "PIL",
    "sqlalchemy.orm",
    "typer",
    "websockets",
)
PLAYGROUND = ("bot.adapters.playground", "pydantic")


@pytest.mark.parametrize(
    ("setting", "wanted", "unwanted"),
    [
        ("DISCORD_TOKEN=x", "discord", ("telegram", *PLAYGROUND, *DEAR)),
        (
            "TELEGRAM_TOKEN=1:x",
            "telegram",
            ("discord", *PLAYGROUND, *(name for name in DEAR if name not in {"click", "httpx"})),
        ),
        ("PLAYGROUND=on", "bot.adapters.playground", ("discord", "telegram", "alembic", "typer")),
    ],
)
def test_only_what_is_on_is_loaded(setting: str, wanted: str, unwanted: tuple[str, ...]) -> None:
    command = [sys.executable, "-c", START, setting, wanted, *unwanted]
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
