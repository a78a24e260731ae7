"""Who is in no space of a club takes part in nothing there, however old the key is that they press in private."""

from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from cogs.spies.store.persons import Persons
from tests.cogs.spies.asking.kit import person_of
from tests.kit.fake import PLAIN
from tests.kit.stage import expect
from tests.kit.stages.fake import FakeStage, fake_stage
from tests.scenarios.spying import ADULT, begins_file, opens_file, presses


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncGenerator[FakeStage]:
    """A platform on which private answers stand in a chat that stays."""
    async with fake_stage(tmp_path, PLAIN) as opened:
        yield opened


async def test_who_left_does_not_take_part_again_by_a_key_that_stayed(stage: FakeStage) -> None:
    ana = await stage.member("Ana")
    await ana.starts()
    await opens_file(stage, ana, "English", "Chinese A2")
    await presses(stage, ana, "Leave here")
    await expect(stage, ana).sees("You don't take part here yet")
    await ana.leaves()
    await stage.settled()
    await presses(stage, ana, "Take part here")
    persons, person = Persons(stage.whole.app.services.db), await person_of(stage.whole, ana)
    assert not await persons.communities(person)
    assert await persons.of(person) is not None


async def test_who_left_while_filling_in_a_first_file_does_not_take_part(stage: FakeStage) -> None:
    ana = await stage.member("Ana")
    await ana.starts()
    await begins_file(stage, ana)
    await ana.leaves()
    await stage.settled()
    await ana.fills(ADULT, "English", "Chinese A2", "Madrid")
    await stage.settled()
    assert not await Persons(stage.whole.app.services.db).communities(await person_of(stage.whole, ana))
