"""What scenarios on bridges begin with."""

import re

from bot.domain.access import Access
from tests.kit.stage import GENERAL, Member, Seen, Stage, expect
from tests.kit.stages.pairs import Pair

TOPIC = "cat talk"
NO_TRANSLATION = "no translation"


async def admin_of(stage: Stage, name: str = "Amara") -> Member:
    """An admin who has opened the private chat."""
    admin = await stage.member(name, access=Access.ADMIN)
    await admin.starts()
    return admin


async def code_from(stage: Stage, admin: Member, chat: str = GENERAL, language: str = NO_TRANSLATION) -> str:
    """A code for a new bridge, made by the screens of a chat."""
    await admin.runs("bridge", chat=chat)
    await stage.settled()
    await admin.presses("New bridge")
    await stage.settled()
    await admin.presses(language)
    await stage.settled()
    shown = await expect(stage, admin).sees("/bridge ", "It works once")
    await stage.settled()
    return code_in(shown)


def code_in(shown: Seen) -> str:
    """The code that a message shows."""
    found = re.search(r"/bridge ([A-Z0-9-]+)", shown.text)
    assert found, shown.text
    return found[1]


async def bridged(
    pair: Pair, *, left: str = GENERAL, right: str = TOPIC, language: str = NO_TRANSLATION
) -> tuple[Member, Member]:
    """Ties a chat of the left to one of the right, which is a topic or thread unless said otherwise; the admins."""
    if right == TOPIC:
        await pair.right.adds_thread(TOPIC, GENERAL)
        await pair.settled()
    first, second = await admin_of(pair.left, "Amara"), await admin_of(pair.right, "Benito")
    code = await code_from(pair.left, first, left, language)
    await pair.settled()
    await second.runs("bridge", code, chat=right)
    await pair.settled()
    await expect(pair.left, first).sees("one conversation with")
    await expect(pair.right, second).sees("one conversation with")
    await pair.settled()
    return first, second


async def opens_bridge(stage: Stage, admin: Member, other: str, chat: str = GENERAL) -> None:
    """Opens the screen of the bridge to a chat with this name."""
    await admin.runs("bridge", chat=chat)
    await stage.settled()
    await admin.presses(next(key.label for key in reversed(admin.choices()) if other in key.label))
    await expect(stage, admin).sees("Files cross", other)
    await stage.settled()


def stands(member: Member, *words: str, chat: str | None = None) -> list[Seen]:
    """The messages with these words that somebody sees now."""
    return [
        seen
        for seen in member.visible()
        if all(word in seen.text for word in words) and (chat is None or seen.chat == chat)
    ]


async def only(pair: Pair, stage: Stage, member: Member, words: str) -> Seen:
    """The one copy with these words that somebody sees, once everything is settled."""
    copy = await expect(stage, member).sees(words)
    await pair.settled()
    found = [seen for seen in stands(member, words) if seen.by_bot]
    assert len(found) == 1, [seen.text for seen in found]
    return copy
