"""How a text is read: pinyin over Chinese, and its words one by one."""

import asyncio
import contextlib
from collections.abc import Sequence
from dataclasses import dataclass

from bot.api import Context, JobContext
from bot.domain.errors import Told
from bot.domain.languages import CHINESE, Language
from bot.domain.message import Outgoing
from bot.domain.refs import PersonId
from bot.domain.text import RichText, Style
from bot.ports.translator import GlossedWord, Translated
from cogs.translate.rules.reading import in_chinese_and_english
from cogs.translate.store.persons import Persons
from cogs.translate.views import answers as views

SECONDS = 5.0
"""How long somebody waits for the dictionary: when it is first wanted, it has yet to be made."""


async def of(ctx: Context, said: str, made: Translated) -> RichText | None:
    """Of what was said and of its translation, whichever is Chinese; None while the dictionary is being made."""
    try:
        async with asyncio.timeout(SECONDS):
            pinyin = [
                await ctx.readings.pinyin(text)
                for text, language in ((said, made.source), (made.text.plain, made.to))
                if language in CHINESE
            ]
    except TimeoutError:
        return None
    words = await gloss(ctx, said, made.source, made.to)
    return views.reading(ctx.texts, [line for line in pinyin if line], words)


async def gloss(ctx: JobContext, said: str, source: Language, to: Language) -> Sequence[GlossedWord]:
    """The words one by one, where the dictionary knows both languages and is there."""
    if not in_chinese_and_english(source, to):
        return ()
    try:
        async with asyncio.timeout(SECONDS):
            return await ctx.readings.gloss(said, source, to)
    except TimeoutError:
        return ()


async def prepare(ctx: Context) -> None:
    """Has the dictionary made before it is wanted."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(SECONDS):
            await ctx.readings.pinyin("猫")


@dataclass(frozen=True, slots=True)
class Aids:
    """Implements :class:`bot.api.offers.reading.ReadingAids`."""

    ctx: JobContext

    async def over(self, person: PersonId, text: str, language: Language) -> RichText | None:
        """Pinyin over Chinese, for who wants reading aids."""
        if language not in CHINESE or not (await Persons(self.ctx.db).of(person)).aids:
            return None
        try:
            async with asyncio.timeout(SECONDS):
                pinyin = await self.ctx.readings.pinyin(text)
        except TimeoutError:
            return None
        return RichText.of(pinyin, Style.ITALIC) or None


async def show(ctx: Context) -> None:
    """Shows the presser how the translation that carries the key is read."""
    found = None if ctx.message is None else await ctx.mirror.find(ctx.message)
    if found is None or not found.translations:
        raise Told("words-gone")
    read = [await of(ctx, found.text.plain, one) for one in found.translations]
    shown = [text for text in read if text]
    if not shown:
        raise Told("aids-later" if None in read else "aids-none")
    await ctx.reply(Outgoing(RichText.join(shown, "\n\n")))
