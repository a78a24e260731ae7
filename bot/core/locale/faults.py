"""What may be wrong with a text."""

from bot.domain.errors import CatTaxError


class TextMissing(CatTaxError, LookupError):
    """No language has a text under this key."""


class TextBroken(CatTaxError, ValueError):
    """A text cannot be written: an argument is missing, a reference leads nowhere, or it is no Fluent at all."""
