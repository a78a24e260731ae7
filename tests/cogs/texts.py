"""The bot's own texts, strict: what a member would rather not see is raised."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from bot.api.texts import Texts
from bot.core.locale import Library
from bot.domain.controls import Button, LinkButton, OpenPrivately, Select
from bot.domain.locales import Locale
from bot.domain.message import Outgoing

LOCALES = Path(__file__).parents[2] / "locales"


@cache
def library() -> Library:
    """All texts; what of them is read is read once for each process."""
    return Library.load([LOCALES], strict=True)


def texts(cog: str, locale: Locale) -> Texts:
    """A cog's texts in a language."""
    return library().texts(cog, locale)


def labels(outgoing: Outgoing) -> Iterator[str]:
    """What can be pressed or picked."""
    for row in outgoing.controls:
        for control in row:
            match control:
                case Button(label=label) | LinkButton(label=label) | OpenPrivately(label=label):
                    yield label
                case Select(options=options):
                    yield from (option.label for option in options)
