"""Pictures are drawn in the real worker, where orders and pictures go between processes."""

from collections.abc import AsyncGenerator

import pytest

from bot.domain.locales import Locale
from bot.workers.processes import ProcessWorkers
from cogs.cat_tax.work.drawing import spy_picture
from cogs.cat_tax.work.receipts import receipt
from tests.cogs.cat_tax.work.shipping import order, usual


@pytest.fixture
async def workers() -> AsyncGenerator[ProcessWorkers]:
    made = ProcessWorkers(idle=1_000)
    yield made
    made.end()


async def test_both_kinds_are_drawn_there_as_they_are_here(workers: ProcessWorkers) -> None:
    spy = usual(1, Locale.TRADITIONAL_CHINESE)
    assert await workers.run(spy_picture, spy, timeout=60) == spy_picture(spy)
    assert await workers.run(receipt, order(), timeout=60) == receipt(order())
