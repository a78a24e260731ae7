"""Suggestions while somebody types what ``/translate`` is to do, or a language."""

from collections.abc import Sequence

from bot.api import Context
from bot.ports.gateway import Suggestion
from cogs.translate.rules.asked import Do

MOST = 25
"""Suggestions at once."""


def doings(ctx: Context, typed: str) -> Sequence[Suggestion]:
    """What can be done; once that stands there with a space, the languages after it."""
    head, parted, last = typed.rpartition(" ")
    if parted:
        return [Suggestion(f"{head} {one.label}"[:100], f"{head} {one.value}"[:100]) for one in languages(ctx, last)]
    found: list[Suggestion] = []
    for do in Do:
        word = ctx.texts.plain(f"do-{do.value}").split(",")[0].strip()
        if word.casefold().startswith(typed.casefold()):
            found.append(Suggestion(f"{word}: {ctx.texts.plain(f'do-{do.value}-means')}"[:100], word))
    return found


def languages(ctx: Context, typed: str) -> Sequence[Suggestion]:
    """Languages that begin like this; of several only the last is completed."""
    head, comma, last = typed.rpartition(",")
    before = f"{head}, " if comma else ""
    locale = ctx.texts.locale
    names = [ctx.languages.name_in(one, locale) for one in ctx.languages.languages_like(last.strip(), locale)]
    return [Suggestion(f"{before}{name}"[:100], f"{before}{name}"[:100]) for name in names[:MOST]]
