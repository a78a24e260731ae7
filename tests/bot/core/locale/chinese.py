"""Whether a Chinese text keeps to its own characters.

The national standards tell most of it: GB 2312 has the simplified characters, Big5 the traditional ones, and both have
what is written alike. Some forms that Big5 has are yet only written so in the one script, or not in these words.
"""

import re
from collections.abc import Iterable

from bot.domain.locales import Locale

_CHARACTER = re.compile("[\u3400-\u9fff]")
_IN_BOTH_CODES_BUT_SIMPLIFIED = frozenset("么与万网种几复礼")
_SIMPLIFIED_WORDS = re.compile("(?:以|之|然|最|背|往)后|后来|(?:那|哪|心|家)里|里面|干(?:嘛|淨)|头发")
_IN_BOTH_CODES_BUT_TRADITIONAL = frozenset("後於")
_WRITTEN_ANYWHERE = frozenset("囧")
_NAMES_OF_LANGUAGES = re.compile("简体中文|繁體中文|简体|繁體|简中|繁中")
_NEVER = re.compile("共諜|匪諜|共谍|匪谍")


def _has(code: str, character: str) -> bool:
    try:
        character.encode(code)
    except UnicodeEncodeError:
        return False
    return True


def _simplified_only(character: str) -> bool:
    return character in _IN_BOTH_CODES_BUT_SIMPLIFIED or (_has("gb2312", character) and not _has("big5", character))


def _traditional_only(character: str) -> bool:
    return character in _IN_BOTH_CODES_BUT_TRADITIONAL or (_has("big5", character) and not _has("gb2312", character))


def foreign(text: str, locale: Locale) -> Iterable[str]:
    """What a text in one script has of the other, and words that are never said."""
    yield from _NEVER.findall(text)
    text = _NAMES_OF_LANGUAGES.sub("", text)
    characters = [one for one in dict.fromkeys(_CHARACTER.findall(text)) if one not in _WRITTEN_ANYWHERE]
    if locale is Locale.TRADITIONAL_CHINESE:
        yield from (one for one in characters if _simplified_only(one))
        yield from _SIMPLIFIED_WORDS.findall(text)
    elif locale is Locale.SIMPLIFIED_CHINESE:
        yield from (one for one in characters if _traditional_only(one))
