"""What scenarios on spies begin with."""

from bot.domain.access import Access
from tests.kit.stage import GENERAL, Member, Stage, expect

ADULT, MINOR = "18 or older", "Under 18"


async def opens_file(
    stage: Stage,
    member: Member,
    speaks: str,
    learns: str,
    *,
    zone: str | None = "Madrid",
    age: str = ADULT,
    chat: str = GENERAL,
) -> None:
    """Fills in a file; ``zone`` is None where it is not asked, because it is known."""
    await begins_file(stage, member, chat=chat)
    answers = (age, speaks, learns) if zone is None else (age, speaks, learns, zone)
    await member.fills(*answers)
    await stage.settled()


async def begins_file(stage: Stage, member: Member, *, chat: str = GENERAL) -> None:
    """Calls for the form of a first file. Their private chat is open."""
    await member.runs("spy", chat=chat)
    await expect(stage, member).sees("Looking for")
    await member.presses("Open my file")
    await stage.settled()


async def spy_of(
    stage: Stage, name: str, speaks: str, learns: str, *, zone: str = "Madrid", age: str = ADULT, language: str = "en"
) -> Member:
    """A member with a private chat and a file, who takes part in the stage's club."""
    member = await stage.member(name, language)
    await member.starts()
    await opens_file(stage, member, speaks, learns, zone=zone, age=age)
    return member


async def admin_sets(stage: Stage, title: str, choice: str, *, name: str = "Amara") -> Member:
    """An admin changes a setting of spies by its screens."""
    admin = await stage.member(name, access=Access.ADMIN)
    await admin.starts()
    await admin.runs("settings", chat=GENERAL)
    for step in ("Spies", title, choice):
        await admin.presses(step)
        await stage.settled()
    return admin
