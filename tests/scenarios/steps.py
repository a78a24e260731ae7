"""What several scenarios begin with."""

from bot.domain.access import Access
from tests.kit.stage import GENERAL, Member, Seen, Stage, expect


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


ASKS = "Show me your cat"
"""Of the question."""

SHARES = "Let others see my cat"
"""Of who paid with a cat that was recognised."""


async def asked(stage: Stage, name: str = "Ana", language: str = "en") -> Member:
    """Somebody who introduced themselves, and whom the spy has asked."""
    newcomer = await stage.newcomer(name, language)
    await newcomer.says(f"Hello, I am {name} from Sevilla")
    await stage.settled()
    await expect(stage, newcomer).sees(ASKS)
    return newcomer


async def sets(stage: Stage, admin: Member, setting: str, choice: str, *, chat: str = GENERAL) -> None:
    """Changes a setting of the cat tax by its screens."""
    await _opens(stage, admin, setting, chat)
    await admin.presses(choice)
    await expect(stage, admin).sees(setting, "Kept")
    await stage.settled()


async def writes_setting(stage: Stage, admin: Member, setting: str, value: str) -> None:
    """Changes a setting of the cat tax that is a number or words."""
    await _opens(stage, admin, setting, GENERAL)
    await admin.presses("Write a new value")
    await admin.fills(value)
    await expect(stage, admin).sees(setting, "Kept", value)
    await stage.settled()


async def _opens(stage: Stage, admin: Member, setting: str, chat: str) -> None:
    await admin.runs("settings", chat=chat)
    for step in ("Cat tax", setting):
        await admin.presses(step)
        await stage.settled()


def questions(member: Member) -> list[Seen]:
    """The questions that stand where somebody looks."""
    return [seen for seen in member.visible() if seen.by_bot and ASKS in seen.text]


def receipts(member: Member) -> list[Seen]:
    """The receipts that stand where somebody looks."""
    return [seen for seen in member.visible() if seen.by_bot and "Show mine back" in seen.labels]
