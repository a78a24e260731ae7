"""Forms that go step by step: one question after the other, answered by messages in the private chat."""

from typing import Protocol

from tests.kit.stage import PRIVATE, Member


class StepByStep(Protocol):
    """What is needed of a stage."""

    async def settled(self) -> None: ...


async def answered_step_by_step(stage: StepByStep, member: Member, answers: tuple[str | bytes, ...]) -> None:
    """Answers question by question: words, a picture, or "" to leave one open."""
    for answer in answers:
        await stage.settled()
        if isinstance(answer, bytes):
            await member.sends(answer, chat=PRIVATE)
            await stage.settled()
            # A question that takes several pictures waits for more.
            if any(key.label == "Done" for key in member.choices()):
                await member.presses("Done")
        elif answer:
            await member.says(answer, chat=PRIVATE)
        else:
            await member.presses("Skip")
