"""What an operator can get wrong: one clear line, and nothing written that should not be."""

import asyncio
from pathlib import Path

import pytest

from tests.kit.patience import PATIENCE
from tests.kit.process import bot_process, free_port
from tests.kit.warm import Warm

UNTOLD = "ein-geheimes-wort"


@pytest.mark.parametrize(
    "address",
    [
        "sqlite+aiosqlite:///:memory:",
        "sqlite+aiosqlite:////proc/nowhere/cattax.db",
        f"postgresql+asyncpg://cat:{UNTOLD}@127.0.0.1:{{port}}/cattax",
    ],
)
async def test_a_database_that_is_not_there_is_one_clear_line(warm: Warm, tmp_path: Path, address: str) -> None:
    async with bot_process(tmp_path, {"DATABASE_URL": address.format(port=free_port())}, warm) as bot:
        async with asyncio.timeout(PATIENCE):
            assert await bot.process.wait() == 1
        (line,) = bot.output.strip().splitlines()
        assert line.startswith("DATABASE_URL: ")
        assert UNTOLD not in line


async def test_a_port_in_use_is_one_clear_line(warm: Warm, tmp_path: Path) -> None:
    async with asyncio.timeout(PATIENCE):
        server = await asyncio.start_server(lambda reader, writer: None, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        async with server, bot_process(tmp_path, {"WEB_PORT": str(port)}, warm) as bot:
            assert await bot.process.wait() == 1
            (line,) = bot.output.strip().splitlines()
            assert line.startswith("WEB_PORT: ")
