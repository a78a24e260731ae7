"""The bot's words: Fluent texts, their markup and arguments, and in which language somebody is spoken to."""

from bot.core.locale.faults import TextBroken, TextMissing
from bot.core.locale.library import CORE, Library
from bot.core.locale.markup import MarkupError, parse
from bot.core.locale.moments import moment_words
from bot.core.locale.negotiation import CHAINS, negotiate
from bot.core.locale.slots import Argument
from bot.core.locale.texts import FluentTexts

__all__ = [
    "CHAINS",
    "CORE",
    "Argument",
    "FluentTexts",
    "Library",
    "MarkupError",
    "TextBroken",
    "TextMissing",
    "moment_words",
    "negotiate",
    "parse",
]
