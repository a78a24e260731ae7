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
    await stage.whole.clock.move(60)
    await member.runs("spy", chat=chat)
    await expect(stage, member).sees("Looking for")
    await member.presses("Open my file")
    await stage.settled()


async def answers(stage: Stage, member: Member, key: str, *given: str) -> None:
    """Presses a key that opens a form, and answers it, a minute later: nobody is too fast."""
    await stage.settled()
    await stage.whole.clock.move(60)
    await member.presses(key)
    await stage.settled()
    await member.fills(*given)
    await stage.settled()


async def presses(stage: Stage, member: Member, *keys: str) -> None:
    """Presses keys one after the other, each when the former was handled, and not too fast."""
    for key in keys:
        await stage.settled()
        await stage.whole.clock.move(60)
        await member.presses(key)
    await stage.settled()


async def picks(stage: Stage, member: Member, key: str, *labels: str, words: str | None = None) -> None:
    """Picks several of a list of the file: in a form, or one by one; ``words`` is what else that form asks."""
    await stage.settled()
    await stage.whole.clock.move(60)
    await member.presses(key)
    await stage.settled()
    if any(one.label == labels[0] for one in member.choices()):
        for label in labels:
            await member.presses(label)
            await stage.settled()
        if words is not None:
            await answers(stage, member, "In my own words", words)
        else:
            await member.presses("Back")
    else:
        await member.fills(",".join(labels), *(() if words is None else (words,)))
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
