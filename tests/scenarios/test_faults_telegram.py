"""What goes wrong on Telegram: rights that lack, refusals, garbage, repeats, upgrades; and a disk that is full."""

import sqlite3
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.kit.patience import PATIENCE
from tests.kit.stage import GENERAL, expect
from tests.kit.stages.telegram import TelegramStage, telegram_stage
from tests.kit.stages.telegram_member import TelegramMember
from tests.scenarios.steps import admin_of

SPY = "Show me your cat"


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncGenerator[TelegramStage]:
    """Telegram, where short pauses are over at once."""
    async with telegram_stage(tmp_path, instant=30) as opened:
        yield opened


def _asked(member: TelegramMember) -> int:
    return sum(SPY in seen.text for seen in member.visible())


async def _introduced(stage: TelegramStage, name: str) -> TelegramMember:
    member = await stage.newcomer(name)
    await member.says(f"Hello, I am {name} from Ohio")
    return member


async def test_without_the_right_to_write_it_is_silent_and_goes_on_later(stage: TelegramStage) -> None:
    stage.group.restrict_bot()
    ana = await _introduced(stage, "Ana")
    await expect(stage, ana).does_not_see(SPY)
    stage.group.promote_bot()
    bo = await _introduced(stage, "Bo")
    await expect(stage, bo).sees(SPY)


async def test_refusals_garbage_and_floods_are_waited_out_and_nothing_is_said_twice(stage: TelegramStage) -> None:
    stage.twin.faults.fail("send*", status=429, retry_after=3)
    stage.twin.faults.fail("send*", status=500)
    stage.twin.faults.garble("send*")
    stage.twin.faults.drop("send*")
    ana = await _introduced(stage, "Ana")
    await expect(stage, ana).sees(SPY)
    await stage.settled()
    assert _asked(ana) == 1


async def test_updates_out_of_order_and_repeated_are_handled_once_each(stage: TelegramStage) -> None:
    await stage.settled()
    stage.twin.hold()
    people = [await stage.newcomer(name) for name in ("Ana", "Bo", "Cy")]
    held = len(stage.twin.updates.held)
    for person in people:
        await person.says(f"Hello, I am {person.name} from Ohio")
    everything = len(stage.twin.updates.held)
    stage.twin.release([*reversed(range(held)), *reversed(range(held, everything))])
    await stage.settled()
    stage.twin.repeat_last_update()
    await stage.settled()
    assert _asked(people[0]) == 3


async def test_a_group_that_becomes_a_supergroup_keeps_its_settings_and_its_members_their_state(
    tmp_path: Path,
) -> None:
    async with telegram_stage(tmp_path, forum=False, supergroup=False) as stage:
        admin = await admin_of(stage)
        await admin.runs("settings", chat=GENERAL)
        await admin.presses("Cat tax")
        await admin.presses("Ask newcomers")
        await admin.presses("Turn off")
        await expect(stage, admin).sees("Ask newcomers", "Kept")
        await stage.settled()

        stage.group.upgrade()
        await stage.settled()
        ana = await stage.newcomer("Ana")
        await ana.says("Hello #intro, I am Ana from Ohio")
        await expect(stage, ana).does_not_see(SPY)
        await admin.runs("settings", chat=GENERAL)
        await stage.settled()
        await admin.presses("Cat tax")
        await expect(stage, admin).sees("Ask newcomers for their cat: off")


async def test_nothing_is_lost_while_the_disk_is_full(stage: TelegramStage) -> None:
    database = stage.whole.app.services.db
    async with database.writing() as connection:
        pages = (await connection.execute(text("PRAGMA page_count"))).scalar_one()
        await connection.execute(text(f"PRAGMA max_page_count = {pages}"))
    ana = await stage.newcomer("Ana")
    stage.whole.clock.instant = 0
    for number in range(30):
        await ana.says(f"Hello #intro, I am Ana from Ohio {number} " + "so nice to be here " * 150)
    await stage.twin.until(lambda: stage.twin.updates_pending > 0, PATIENCE, "not acknowledged")
    await stage.whole.clock.wait_for_sleepers(1)
    async with database.writing() as connection:
        await connection.execute(text("PRAGMA max_page_count = 1073741823"))
    stage.whole.clock.instant = 30
    await stage.whole.clock.move(120)
    await stage.settled()
    await expect(stage, ana).sees(SPY)
    assert _asked(ana) == 1
    assert stage.twin.updates_pending == 0


async def test_a_locked_database_is_waited_for(stage: TelegramStage) -> None:
    path = stage.whole.config.database_url.partition("///")[2]
    other = sqlite3.connect(path, isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
        ana = await _introduced(stage, "Ana")
        await stage.twin.until(lambda: stage.twin.updates_pending > 0)
        other.execute("COMMIT")
    finally:
        other.close()
    await expect(stage, ana).sees(SPY)
    await stage.settled()
    assert _asked(ana) == 1
