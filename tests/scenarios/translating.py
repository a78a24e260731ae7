"""What scenarios of translating begin with."""

from tests.kit.stage import GENERAL, Member, Stage, expect
from tests.kit.translator import SpokenTranslator
from tests.scenarios.steps import admin_of


async def translated_here(stage: Stage, words: str = "here en zh under", *, chat: str = GENERAL) -> Member:
    """An admin switches translating on and accepts the public service. The admin."""
    admin = await admin_of(stage)
    await admin.runs("translate", words, chat=chat)
    await expect(stage, admin).sees("Spoken Words", "spoken.example")
    await admin.presses("Agreed")
    await stage.settled()
    return admin


def sent_out(translator: SpokenTranslator) -> list[str]:
    """What the service saw."""
    return [ask.text.plain for ask in translator.asked]
