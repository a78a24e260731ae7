"""What tests of translating look at."""

from sqlalchemy import select

from bot.core.audit import AUDIT
from tests.kit.stages.fake import FakeStage


async def acts(stage: FakeStage) -> list[str]:
    """What the audit list has of translating."""
    async with stage.whole.app.services.db.reading() as reading:
        rows = await reading.execute(select(AUDIT.c.act).where(AUDIT.c.cog == "translate").order_by(AUDIT.c.id))
        return [str(row[0]) for row in rows]
