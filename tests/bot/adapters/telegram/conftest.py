"""The rig as a fixture."""

from collections.abc import AsyncGenerator

import pytest

from tests.bot.adapters.telegram.rig import Rig, rigged


@pytest.fixture
async def rig() -> AsyncGenerator[Rig]:
    """A twin without privacy mode and a running gateway on it."""
    async with rigged() as made:
        await made.start()
        yield made
