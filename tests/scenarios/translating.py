"""What scenarios of translating begin with."""

import asyncio
from collections.abc import Sequence

import pytest
from sqlalchemy import func, select

from bot.core.mirror.tables import LINE
from bot.domain.languages import Language
from bot.ports.translator import GlossedWord
from bot.translation.readings.readings import DictionaryReadings
from tests.kit.patience import PATIENCE
from tests.kit.stage import GENERAL, Member, Seen, Stage, expect
from tests.kit.stages.discord import DiscordStage
from tests.kit.stages.fake import FakeStage
from tests.kit.stages.playground import PlaygroundStage
from tests.kit.stages.telegram import TelegramStage
from tests.kit.translator import SpokenTranslator
from tests.scenarios.steps import admin_of
from tests.twins.telegram.places import Topic


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


async def gathered(stage: Stage, count: int) -> None:
    """Waits until so many messages wait for others, to become one copy with them."""
    async with asyncio.timeout(PATIENCE):
        while True:
            async with stage.whole.app.services.db.reading() as reading:
                if (await reading.execute(select(func.count()).select_from(LINE))).scalar_one() == count:
                    return
            await asyncio.sleep(0)


async def flags(member: Member, flag: str, said: Seen) -> None:
    """Raises a flag at a message: as a reaction, or where there are no such ones in answer."""
    try:
        await member.reacts(flag, said)
    except PermissionError:
        await member.says(flag, to=said, chat=GENERAL)


def walks_into(stage: Stage, name: str) -> str:
    """A thread that the bot opened, by its name: from now on members write there with ``chat=name``."""
    match stage:
        case FakeStage():
            stage.threads[name] = next(chat for chat, called in stage.names.items() if called == name)
        case DiscordStage():
            stage.channels[name] = next(thread for thread in stage.guild.threads if thread.name == name)
        case TelegramStage():
            topics = stage.group.state.topics.values()
            stage.topics[name] = next(Topic(one.id, one.name) for one in topics if one.name == name)
        case PlaygroundStage():
            stage.chats[name] = next(chat.place for chat in stage.world.chats if chat.name == name)
        case _:
            raise AssertionError(stage.name)
    return name


class SpokenReadings:
    """Implements :class:`bot.ports.translator.Readings` without a dictionary: each word is read and means itself."""

    async def pinyin(self, text: str) -> str:
        return f"«{text}» read aloud"

    async def gloss(self, text: str, source: Language, to: Language) -> Sequence[GlossedWord]:
        return [GlossedWord(word, "", f"{to}-{word}") for word in text.split()]


def reads_aloud(monkeypatch: pytest.MonkeyPatch) -> None:
    """Spares a test the eight seconds that it takes to make the dictionary."""
    monkeypatch.setattr(DictionaryReadings, "pinyin", SpokenReadings.pinyin)
    monkeypatch.setattr(DictionaryReadings, "gloss", SpokenReadings.gloss)
