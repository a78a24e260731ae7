"""What several scenarios begin with."""

from bot.domain.access import Access
from tests.kit.stage import GENERAL, Member, Stage, expect


async def admin_of(stage: Stage, name: str = "Amara") -> Member:
    """An admin who has opened the private chat."""
    admin = await stage.member(name, access=Access.ADMIN)
    await admin.starts()
    return admin


async def reports_go_here(stage: Stage, admin: Member) -> None:
    """Has reports brought to the general chat, by the settings' screens."""
    await admin.runs("settings", chat=GENERAL)
    await admin.presses("Basics")
    await admin.presses("Reports go to")
    await admin.presses("Where you called")
    await expect(stage, admin).sees("Reports go to", "Kept")
