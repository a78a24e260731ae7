"""How a text is read: pinyin over Chinese, and its words one by one."""

from bot.api import Context
from bot.domain.errors import Told
from bot.domain.languages import CHINESE
from bot.domain.message import Outgoing
from bot.domain.text import RichText
from bot.ports.translator import GlossedWord, Translated
from cogs.translate.rules.reading import in_chinese_and_english
from cogs.translate.views import answers as views


async def of(ctx: Context, said: str, made: Translated) -> RichText:
    """Of what was said and of its translation, whichever is Chinese."""
    pinyin = [
        await ctx.readings.pinyin(text)
        for text, language in ((said, made.source), (made.text.plain, made.to))
        if language in CHINESE
    ]
    words: list[GlossedWord] = []
    if in_chinese_and_english(made.source, made.to):
        words = list(await ctx.readings.gloss(said, made.source, made.to))
    return views.reading(ctx.texts, [line for line in pinyin if line], words)


async def show(ctx: Context) -> None:
    """Shows the presser how the translation that carries the key is read."""
    found = None if ctx.message is None else await ctx.mirror.find(ctx.message)
    if found is None or not found.translations:
        raise Told("words-gone")
    shown = [text for one in found.translations if (text := await of(ctx, found.text.plain, one))]
    if not shown:
        raise Told("aids-none")
    await ctx.reply(Outgoing(RichText.join(shown, "\n\n")))
