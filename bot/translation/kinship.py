"""Languages that are easily taken for each other."""

from bot.domain.languages import CHINESE, Language

_KIN = (
    CHINESE | {Language.JAPANESE},
    frozenset({Language.BOSNIAN, Language.CROATIAN, Language.SERBIAN, Language.SLOVENIAN, Language.MACEDONIAN}),
    frozenset({Language.DANISH, Language.NORWEGIAN, Language.SWEDISH}),
    frozenset({Language.INDONESIAN, Language.MALAY}),
    frozenset({Language.CZECH, Language.SLOVAK}),
    frozenset({Language.GALICIAN, Language.PORTUGUESE, Language.SPANISH}),
    frozenset({Language.CATALAN, Language.SPANISH}),
    frozenset({Language.HINDI, Language.MARATHI, Language.NEPALI}),
    frozenset({Language.BELARUSIAN, Language.RUSSIAN, Language.UKRAINIAN}),
    frozenset({Language.BULGARIAN, Language.MACEDONIAN, Language.RUSSIAN, Language.SERBIAN}),
    frozenset({Language.AFRIKAANS, Language.DUTCH}),
    frozenset({Language.ARABIC, Language.PERSIAN, Language.URDU}),
    frozenset({Language.AZERBAIJANI, Language.TURKISH, Language.UZBEK}),
    frozenset({Language.ESTONIAN, Language.FINNISH}),
    frozenset({Language.KAZAKH, Language.MONGOLIAN, Language.RUSSIAN, Language.UZBEK}),
)


def could_be(found: Language, meant: Language) -> bool:
    """Whether a text that looks like one language may well be in the other."""
    return found is meant or any(found in kin and meant in kin for kin in _KIN)
