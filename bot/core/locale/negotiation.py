"""Which language somebody is spoken to in, and where a text is looked for when that language lacks it."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from bot.domain.locales import Locale, nearest

CHAINS: Mapping[Locale, Sequence[Locale]] = MappingProxyType(
    {
        Locale.ENGLISH: (Locale.ENGLISH,),
        Locale.SIMPLIFIED_CHINESE: (Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH),
        Locale.TRADITIONAL_CHINESE: (Locale.TRADITIONAL_CHINESE, Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH),
        Locale.SPANISH: (Locale.SPANISH, Locale.ENGLISH),
    }
)
"""Each language with those that stand in for it, in order."""


def negotiate(choice: Locale | None, hint: str | None, community: Locale | None, default: Locale) -> Locale:
    """The person's own choice, else their platform's hint if we speak it, else the community's, else the default.

    >>> negotiate(None, "zh-TW", Locale.SPANISH, Locale.ENGLISH).value
    'zh-Hant'
    >>> negotiate(None, "fr", Locale.SPANISH, Locale.ENGLISH).value
    'es'
    """
    return choice or nearest(hint) or community or default
