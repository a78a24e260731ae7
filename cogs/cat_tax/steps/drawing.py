"""Has something drawn in the worker; whoever asked goes on without it when that takes too long."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

import structlog

from bot.api import JobContext
from bot.ports.workers import WorkFailed

DRAWN_WITHIN = 6.0
"""Seconds that a drawing may take with the wait for its turn: it is an ornament, and the words go without it."""

Order = TypeVar("Order")

log = structlog.get_logger(__name__)


async def drawn(here: JobContext, draw: Callable[[Order], bytes], order: Order) -> bytes | None:
    """A drawing, or None when there is none in time."""
    try:
        async with asyncio.timeout(DRAWN_WITHIN):
            return await here.workers.run(draw, order, timeout=DRAWN_WITHIN)
    except (WorkFailed, TimeoutError) as error:
        log.warning("nothing was drawn", what=type(order).__name__, why=str(error) or "too much to do")
        return None
