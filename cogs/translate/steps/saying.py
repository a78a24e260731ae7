"""``/say``: a member's words in the chat's language, under their name, with what they wrote beside them."""

from bot.api import Context
from bot.domain.errors import Told
from bot.domain.events import CommandInvoked
from bot.domain.languages import Language, spoken_by
from bot.domain.text import RichText
from bot.ports.outcome import Reason, Refused
from bot.ports.translator import Lacking, Translated, Unneeded, Untranslated
from cogs.translate.rules import asked
from cogs.translate.settings import SAY
from cogs.translate.steps.ground import Source, chat_here, club_here, reads, translated
from cogs.translate.views import answers as views

MOST = 2_000
"""Characters that are said for somebody at once."""


async def say(ctx: Context, text: str, language: str) -> None:
    """Says it in the other languages of the chat, or in the one that was named."""
    event = ctx.event
    if not isinstance(event, CommandInvoked) or not await ctx.setting(SAY):
        raise Told("say-off")
    if ctx.space is not None and await ctx.members(ctx.space).silenced(ctx.space, ctx.account.ref):
        raise Told("say-muted")
    into, words = asked.into(text if event.given else event.rest, ctx.languages.language_named)
    if event.given and language:
        into = ctx.languages.language_named(language)
        if into is None:
            raise Told("languages-unknown", {"words": language[:80]})
    if len(words) > MOST:
        raise Told("say-long", {"most": MOST})
    made = await _made(ctx, words, into)
    said = views.spoken(ctx.account.name, [one.text for one in made], RichText.of(words))
    delivery = await ctx.send(ctx.place, said)
    if isinstance(delivery, Refused):
        raise Told("say-refused" if delivery.reason is Reason.NO_RIGHT else "say-failed")
    if delivery.messages:
        await ctx.mirror.repeat(delivery.messages[0], ctx.place, ctx.account, made[0].text, made[0].to)
    if event.message is not None:
        await ctx.delete(event.message)


async def _made(ctx: Context, words: str, into: Language | None) -> list[Translated]:
    chat = await chat_here(ctx)
    own = await reads(ctx)
    wanted = [into] if into is not None else [one for one in (chat.languages if chat else ()) if one is not own]
    if not wanted:
        wanted = [spoken_by((await ctx.community_texts()).locale)]
    source = Source(RichText.of(words), person=ctx.person, community=club_here(ctx))
    made: list[Translated] = []
    lacking: Lacking | None = None
    for to in wanted:
        match await translated(ctx, source, to, chat):
            case Translated() as one:
                made.append(one)
            case Untranslated(why=why):
                lacking = why
            case Unneeded():
                continue
    if not made:
        raise Told("say-needless" if lacking is None else f"lacking-{lacking.value}")
    return made
