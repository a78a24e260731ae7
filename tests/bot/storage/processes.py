"""What a second process does in a test; importable by its name."""

import asyncio
from pathlib import Path

from bot.storage.engine import open_database
from bot.storage.migrations import Branch, migrate


def migrate_in_a_process(address: str, folder: Path) -> tuple[str, ...]:
    """Migrates a database as a process of its own does at its start."""

    async def run() -> tuple[str, ...]:
        async with open_database(address) as database:
            return await migrate(database, [Branch("toys", folder)])

    return asyncio.run(run())
