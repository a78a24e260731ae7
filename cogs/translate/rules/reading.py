"""Into which language somebody reads, and which others are offered."""

from collections.abc import Iterable, Sequence

from bot.domain.languages import CHINESE, Language
from bot.domain.locales import Locale

MOST_OFFERED = 5
"""Other languages under a translation."""

SHORTEST_TYPED = 2
"""Characters from which on what is being typed is translated."""


def first_guess(own: Language) -> Language:
    """What somebody writes to others before they ever said: Chinese, and who speaks Chinese, English."""
    return Language.ENGLISH if own in CHINESE else Language.SIMPLIFIED_CHINESE


def offered(
    shown: Language, said_in: Language | None, preferred: Iterable[Language], spoken: Iterable[Language]
) -> Sequence[Language]:
    """The other languages offered under a translation, at most :data:`MOST_OFFERED`.

    Args:
        shown: the one it is in.
        said_in: the one that was translated.
        preferred: those of the chat, first.
        spoken: those the bot speaks itself.
    """
    wanted = dict.fromkeys((*preferred, *spoken))
    return [language for language in wanted if language not in {shown, said_in}][:MOST_OFFERED]


def in_chinese_and_english(first: Language, second: Language) -> bool:
    """Whether the dictionary that comes along knows both."""
    return (first in CHINESE and second is Language.ENGLISH) or (first is Language.ENGLISH and second in CHINESE)


def notice_locales(languages: Iterable[Language]) -> Sequence[Locale]:
    """The bot's own languages in which a notice reaches who reads these; English for all that it does not speak."""
    own = {locale.value: locale for locale in Locale}
    return list(dict.fromkeys(own.get(language.value, Locale.ENGLISH) for language in languages))
