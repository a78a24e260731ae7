"""Accepts events without end and says each key once it is kept; the test kills it."""

import asyncio
import sys

from bot.core.inbox import Inbox
from bot.storage.engine import open_database
from tests.bot.core.engine.happenings import lane, posted
from tests.bot.core.engine.samples import new_codec
from tests.kit.clock import MovableClock


async def accept_for_ever(address: str) -> None:
    """Eight at once, as a busy gateway does."""
    async with open_database(address) as database:
        inbox = Inbox(database, MovableClock(), new_codec())

        async def one(start: int) -> None:
            number = start
            while True:
                event = posted(str(number), chat=str(start))
                await inbox.accept(event, lane(event))
                sys.stdout.write(f"{event.key}\n")
                sys.stdout.flush()
                number += 8

        await asyncio.gather(*map(one, range(8)))


if __name__ == "__main__":
    asyncio.run(accept_for_ever(sys.argv[1]))
