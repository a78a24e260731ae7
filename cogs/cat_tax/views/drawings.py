"""The bot's own drawings as files to send."""

from functools import cache
from pathlib import Path

from bot.api import Texts
from bot.domain.attachments import File
from bot.domain.locales import Locale
from cogs.cat_tax.rules.drawings import POSES

READY = Path(__file__).parent.parent / "pictures" / "ready"


@cache
def _ready(pose: int, locale: Locale) -> bytes:
    """One of the drawings that are shipped; they never change while the bot runs."""
    return (READY / f"{pose}-{locale.value}.png").read_bytes()


def pose_of(tax: int) -> int:
    """In which pose the spy asks somebody: neighbours meet different ones, and each the same one again."""
    return tax % POSES


def spy_cat(texts: Texts, pose: int, drawn: bytes | None = None) -> File:
    """The spy cat with its words.

    Args:
        texts: in the newcomer's language.
        pose: see :func:`pose_of`.
        drawn: the picture when it is not the usual one.
    """
    content = _ready(pose, texts.locale) if drawn is None else drawn
    return File("spy-cat.png", "image/png", content, alt=texts.plain(f"spy-alt-{pose}"))
