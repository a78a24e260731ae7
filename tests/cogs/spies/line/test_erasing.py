"""When a club is erased, or a line ends, nothing is left that is found by its lines alone."""

from collections.abc import AsyncGenerator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.domain.languages import Language
from bot.domain.refs import MessageRef
from cogs.spies.cog.records import erase
from cogs.spies.rules.pairs import Ending
from cogs.spies.rules.scams import Scam
from cogs.spies.steps.ending import end_pair
from cogs.spies.store.cases import GOING_ON, Cases
from cogs.spies.store.openings import WARNED, Openings
from tests.cogs.spies.line.kit import Spy, context, kept, line_between, person_of, sees
from tests.kit.fake import FAKE
from tests.kit.stages.fake import FakeStage, fake_stage


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncGenerator[FakeStage]:
    """The platform that has everything."""
    async with fake_stage(tmp_path) as opened:
        yield opened


@pytest.mark.parametrize("erased", [True, False])
async def test_nothing_is_left(stage: FakeStage, erased: bool) -> None:
    ana = Spy(stage, await stage.member("Xochitl"), "Whisker", Language.ENGLISH)
    bo = Spy(stage, await stage.member("Zhenzhen"), "Moonpaw", Language.ENGLISH)
    for spy in (ana, bo):
        await spy.member.starts()
    line = await line_between(stage.whole, ana, bo)
    await sees(ana, "is open")
    club = (await kept(stage.whole, line)).community
    ctx, person = context(stage.whole, club), await person_of(stage.whole, ana.member)
    await Cases(ctx.db).want_on(line, person)
    await Openings(ctx.db).warn(line, person, Scam.MONEY, MessageRef(FAKE, "home", "1"), stage.whole.clock.now())
    if erased:
        await erase(ctx, club)
    else:
        await end_pair(ctx, line, None, Ending.LEFT)
    async with ctx.db.reading() as reading:
        for table in (GOING_ON, WARNED):
            assert not (await reading.execute(select(func.count()).select_from(table))).scalar_one()
