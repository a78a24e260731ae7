"""One's own data: linked, parted, handed out, and forgotten so that no table knows anything."""

import asyncio
import json
from collections.abc import AsyncGenerator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, MetaData, select, text

from bot.domain.access import Access
from bot.domain.refs import PersonId
from tests.bot.core.flow.probe import TEXTS, Probe
from tests.cogs.cats.kit import shows
from tests.kit.fake import PLAIN, RICH
from tests.kit.patience import PATIENCE
from tests.kit.pictures import CAT, another_cat
from tests.kit.stage import GENERAL, PRIVATE, expect
from tests.kit.stages.fake import SPACE, FakeStage, fake_stage
from tests.kit.stages.fake_member import FakeMember
from tests.kit.stages.whole import with_cogs
from tests.scenarios.steps import admin_of, reports_go_here

FIRST_PERSON = 987_654_321
"""Persons' ids begin here, so that such a number can mean nothing else in any cell of any table."""


@pytest.fixture(params=["rich", "plain"])
async def numbered(request: pytest.FixtureRequest, probe: Probe, tmp_path: Path) -> AsyncGenerator[FakeStage]:
    """A stage on which persons have unmistakable numbers."""
    cogs = with_cogs(probe.cog, texts={"probe": TEXTS})
    able = RICH if request.param == "rich" else PLAIN
    async with fake_stage(tmp_path, able, cogs=cogs) as opened:
        async with opened.whole.app.services.db.writing() as connection:
            await connection.execute(text("DELETE FROM sqlite_sequence WHERE name = 'person'"))
            await connection.execute(
                text("INSERT INTO sqlite_sequence (name, seq) VALUES ('person', :seq)"), {"seq": FIRST_PERSON - 1}
            )
        yield opened


def _cells(connection: Connection) -> list[tuple[str, str, str]]:
    """Every cell of every table there is, as table, column and words."""
    everything = MetaData()
    everything.reflect(connection)
    assert len(everything.tables) > 15, "the tables of the core and of every cog"
    return [
        (table.name, column.name, str(value))
        for table in everything.tables.values()
        for row in connection.execute(select(*table.columns))
        for column, value in zip(table.columns, row, strict=True)
        if value is not None
    ]


async def traces(stage: FakeStage, *of: str) -> list[tuple[str, str, str]]:
    """The cells in which any of these words stands."""
    async with stage.whole.app.services.db.reading() as connection:
        cells = await connection.run_sync(_cells)
    return [cell for cell in cells if any(word in cell[2] for word in of)]


async def _person(stage: FakeStage, member: FakeMember) -> PersonId:
    found = await stage.whole.app.services.identity.find(member.ref)
    assert found is not None
    return found.id


async def _lives_here(stage: FakeStage, ana: FakeMember) -> None:
    """Leaves a trace wherever there is one to leave."""
    admin = await admin_of(stage)
    await reports_go_here(stage, admin)
    eve = await stage.newcomer("Eve")
    await eve.sends(another_cat(1))
    receipt = await expect(stage, eve).sees("Eve", "Receipt")
    await ana.starts()
    await ana.joins()
    await ana.says("Hello, I am Zebedee from Ohio")
    await expect(stage, ana).sees("Show me your cat")
    await ana.sends(CAT)
    await ana.presses("Let others see my cat")
    await ana.sends(another_cat(2), to=receipt)
    await stage.settled()
    await shows(stage, ana, "hers", SPACE)
    await shows(stage, eve, "another", SPACE)
    await ana.runs("cats", "newest")
    await ana.presses("❤️")
    await stage.settled()
    await ana.runs("me", chat=PRIVATE)
    await ana.presses("🌐")
    await ana.presses("English")
    await ana.runs("survey", chat=PRIVATE)
    await stage.settled()
    await stage.whole.clock.move(timedelta(minutes=1))
    said = await eve.says("Buy my coins", chat=GENERAL)
    if stage.has_menus:
        await ana.uses_menu("Report", said)
    else:
        await ana.runs("report", to=said)
    await stage.settled()
    if stage.rich:
        await ana.fills("spam")
    await ana.runs("link", chat=PRIVATE)
    await stage.settled()
    await stage.whole.clock.move(timedelta(minutes=1))
    await ana.runs("quiet")
    await ana.runs("quiet", "off")
    await stage.settled()


async def test_after_forgetting_no_table_knows_anything(numbered: FakeStage) -> None:
    stage = numbered
    ana = await stage.member("Zebedee", access=Access.ADMIN)
    await _lives_here(stage, ana)
    person, account = str(await _person(stage, ana)), str(ana.ref)
    known = {table for table, _, _ in await traces(stage, person)}
    assert {
        "person",
        "account",
        "cat_tax",
        "cat_tax_print",
        "cat_tax_answer",
        "cats_cat",
        "cats_like",
        "audit",
    } <= known, "there is something to forget"

    await ana.runs("privacy", chat=PRIVATE)
    await ana.presses("Forget me")
    await ana.presses("Yes, forget me")
    await expect(stage, ana).sees("I don't know you any more")
    await stage.settled()
    assert set(await traces(stage, person, account, ana.ref.id, "Zebedee")) == set()


async def test_who_comes_back_is_somebody_new(numbered: FakeStage) -> None:
    ana = await numbered.member("Zebedee")
    await ana.starts()
    before = await _person(numbered, ana)
    await ana.runs("privacy", chat=PRIVATE)
    await ana.presses("Forget me")
    await ana.presses("Yes, forget me")
    await expect(numbered, ana).sees("I don't know you any more")
    await numbered.settled()
    await ana.runs("me", chat=PRIVATE)
    await expect(numbered, ana).sees("About you", "not told yet")
    assert await _person(numbered, ana) != before


async def test_forgetting_goes_for_all_linked_accounts(numbered: FakeStage) -> None:
    stage = numbered
    ana, ann = await stage.member("Zebedee"), await stage.member("Zachary")
    await _linked(stage, ana, ann)
    person = str(await _person(stage, ana))
    await ann.runs("privacy", chat=PRIVATE)
    await ann.presses("Forget me")
    await ann.presses("Yes, forget me")
    await expect(stage, ann).sees("I don't know you any more")
    await stage.settled()
    assert set(await traces(stage, person, str(ana.ref), str(ann.ref))) == set()


async def test_an_export_holds_what_every_part_keeps(numbered: FakeStage) -> None:
    stage = numbered
    ana = await stage.member("Zebedee", access=Access.ADMIN)
    await _lives_here(stage, ana)
    await ana.runs("privacy", chat=PRIVATE)
    await ana.presses("Take it along")
    await expect(stage, ana).sees("everything I keep")
    post = next(post for post in stage.gateway.posts if post.piece.files and "everything" in post.piece.text.plain)
    handed: dict[str, object] = json.loads(post.piece.files[0].content)
    assert str(ana.ref) in str(handed["house"])
    assert "paid" in str(handed["cat_tax"])
    assert len(str(handed["audit"])) > 2
    if stage.rich:
        assert "made" in str(handed["core"])


async def _linked(stage: FakeStage, ana: FakeMember, ann: FakeMember) -> None:
    await ana.starts()
    await ann.starts()
    await ana.runs("link", chat=PRIVATE)
    told = await expect(stage, ana).sees("/link ")
    await ann.runs("link", told.text.split("/link ")[1].split()[0], chat=PRIVATE)
    await expect(stage, ann).sees("Linked!")
    await stage.settled()


async def test_every_cog_is_told_of_a_merge_and_of_a_parting(numbered: FakeStage, probe: Probe) -> None:
    stage = numbered
    ana, ann = await stage.member("Ana"), await stage.member("Ann")
    await ana.starts()
    await ann.starts()
    first, second = await _person(stage, ana), await _person(stage, ann)
    await _linked(stage, ana, ann)
    assert probe.merged == [(first, second)]
    assert await traces(stage, str(second)) == [], "who is gone is nowhere any more"

    await ann.runs("unlink", chat=PRIVATE)
    await ann.presses("Yes, part it")
    await expect(stage, ann).sees("on its own again")
    await stage.settled()
    assert probe.parted == [(ann.ref, first, await _person(stage, ann))]


async def test_a_cog_that_fails_is_told_of_a_merge_later(numbered: FakeStage, probe: Probe) -> None:
    stage = numbered
    ana, ann = await stage.member("Ana"), await stage.member("Ann")
    await ana.starts()
    await ann.starts()
    probe.failing = 1
    await ana.runs("link", chat=PRIVATE)
    told = await expect(stage, ana).sees("/link ")
    await ann.runs("link", told.text.split("/link ")[1].split()[0], chat=PRIVATE)
    await stage.settled()
    assert probe.merged == []
    await stage.whole.restart()
    await stage.gateway.running.wait()
    # The house goes round at a start.
    async with asyncio.timeout(PATIENCE):
        while not probe.merged:
            await stage.settled()
    assert len(probe.merged) == 1


async def test_what_was_paid_by_either_is_paid_by_both(numbered: FakeStage) -> None:
    stage = numbered
    ana, ann = await stage.newcomer("Ana"), await stage.newcomer("Ann")
    await ana.sends(CAT)
    await ana.finds("Let others see my cat")
    await stage.settled()
    await _linked(stage, ana, ann)
    await ann.says("Hello, I am Ann from Ohio")
    await expect(stage, ann).does_not_see("Show me your cat")
