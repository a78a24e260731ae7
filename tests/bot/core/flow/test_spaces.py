"""Spaces: where the bot may be, and what is left when it is gone."""

from datetime import timedelta
from pathlib import Path

from sqlalchemy import Connection, MetaData, select

from bot.domain.access import Access
from bot.domain.events import BotAdded, Community
from bot.domain.refs import ChatRef, SpaceRef
from tests.cogs.cats.kit import shows
from tests.kit.fake import FAKE, RICH
from tests.kit.pictures import CAT
from tests.kit.stage import GENERAL, expect
from tests.kit.stages.fake import SPACE, FakeStage, fake_stage
from tests.scenarios.steps import admin_of, reports_go_here


def _about(connection: Connection, word: str) -> set[tuple[str, str]]:
    everything = MetaData()
    everything.reflect(connection)
    return {
        (table.name, column.name)
        for table in everything.tables.values()
        for row in connection.execute(select(*table.columns))
        for column, value in zip(table.columns, row, strict=True)
        if word in str(value)
    }


def _of_community(connection: Connection, community: int) -> set[str]:
    """The tables that hold rows of a community, by any column that is named for one."""
    everything = MetaData()
    everything.reflect(connection)
    found: set[str] = set()
    for table in everything.tables.values():
        for column in table.columns:
            named_so = "community" in column.name or (table.name == "community" and column.name == "id")
            if named_so and connection.execute(select(column).where(column == community)).first() is not None:
                found.add(table.name)
    return found


async def _tables_of(stage: FakeStage, community: int) -> set[str]:
    async with stage.whole.app.services.db.reading() as connection:
        return await connection.run_sync(_of_community, community)


async def _words(stage: FakeStage, word: str) -> set[tuple[str, str]]:
    async with stage.whole.app.services.db.reading() as connection:
        return await connection.run_sync(_about, word)


async def _lived_in(stage: FakeStage) -> int:
    """Fills every table there is with something of the community."""
    admin = await admin_of(stage)
    await reports_go_here(stage, admin)
    ana, bo = await stage.newcomer("Ana"), await stage.newcomer("Bo")
    await ana.starts()
    await ana.sends(CAT)
    await bo.says("Hello, I am Bo from Ohio")
    said = await bo.says("Buy my coins", chat=GENERAL)
    await ana.uses_menu("Report", said)
    await stage.settled()
    await ana.fills("spam")
    await ana.runs("remind")
    await shows(stage, ana, "a cat", SPACE)
    await admin.runs("club")
    await admin.presses("Add another space")
    await stage.settled()
    return int(await stage.whole.app.services.communities.of_space(SPACE))


async def test_thirty_days_after_the_bot_was_removed_no_table_knows_the_community(stage: FakeStage) -> None:
    community = await _lived_in(stage)
    kept = await _tables_of(stage, community)
    assert {"community", "space", "cat_tax", "cats_album", "cats_cat", "report", "audit", "setting", "job"} <= kept

    await stage.removes_bot()
    await stage.settled()
    await stage.whole.clock.move(timedelta(days=29))
    await stage.settled()
    assert "cat_tax" in await _tables_of(stage, community), "it may come back"

    await stage.whole.clock.move(timedelta(days=2))
    await stage.settled()

    async def erased() -> bool:
        # The house goes round each hour, and may have been at it while the time went on.
        await stage.whole.clock.move(timedelta(hours=1))
        return await _tables_of(stage, community) == set()

    await stage.whole.until(erased)
    assert await _words(stage, f"{SPACE.id}-") == set()


async def test_who_comes_back_in_time_finds_everything(stage: FakeStage) -> None:
    community = await _lived_in(stage)
    await stage.removes_bot()
    await stage.whole.clock.move(timedelta(days=20))
    where = Community(SPACE, stage.chat(GENERAL), GENERAL)
    await stage.tell(BotAdded(stage.next_key(), stage.whole.clock.now(), where, "Cat Club"))
    await stage.whole.clock.move(timedelta(days=20))
    await stage.settled()
    assert "cat_tax" in await _tables_of(stage, community)


async def test_a_space_that_is_not_allowed_is_left_with_a_kind_word(tmp_path: Path) -> None:
    async with fake_stage(tmp_path, RICH, allowed_spaces="garden, meadow") as stage:
        chat = ChatRef(FAKE, "club-general")
        where = Community(SPACE, chat, GENERAL)
        await stage.tell(BotAdded(stage.next_key(), stage.whole.clock.now(), where, "Cat Club"))
        await stage.settled()
        assert stage.gateway.left == [SPACE]
        assert "I only live in the clubs that my keeper chose" in stage.gateway.posts[-1].piece.text.plain

        ana = await stage.member("Ana", access=Access.ADMIN)
        await ana.runs("cats")
        await ana.says("Hello, I am Ana from Ohio")
        await expect(stage, ana).does_not_see("No cat is out")
        await expect(stage, ana).does_not_see("Show me your cat")


async def test_an_allowed_space_is_stayed_in(tmp_path: Path) -> None:
    async with fake_stage(tmp_path, RICH, allowed_spaces="club, meadow") as stage:
        where = Community(SpaceRef(FAKE, "club"), ChatRef(FAKE, "club-general"), GENERAL)
        await stage.tell(BotAdded(stage.next_key(), stage.whole.clock.now(), where, "Cat Club"))
        await stage.settled()
        assert stage.gateway.left == []
        ana = await stage.member("Ana")
        await ana.runs("cats")
        await expect(stage, ana).sees("No cat is out")
