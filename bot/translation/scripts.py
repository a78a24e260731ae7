"""Which scripts a text is written in, by its letters."""

import re
from collections import Counter
from enum import Enum

from bot.domain.languages import Language


class Script(Enum):
    """A way of writing, with the ranges of its letters."""

    LATIN = "A-Za-zªºÀ-ÖØ-öø-ɏḀ-ỿꜢ-ꞿＡ-Ｚａ-ｚ"
    CYRILLIC = "\u0400-\u052f\u1c80-\u1c8f"
    HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
    KANA = "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fd-\u30ff\u31f0-\u31ff\uff66-\uff6f\uff71-\uff9d"
    HANGUL = "\u1100-\u11ff\u3131-\u318e\ua960-\ua97c\uac00-\ud7a3\ud7b0-\ud7fb"
    ARABIC = (
        "\u0620-\u063f\u0641-\u064a\u066e-\u066f\u0671-\u06d3\u06d5\u06ee-\u06ef\u06fa-\u06ff"
        "\u0750-\u077f\ufb50-\ufdfd\ufe70-\ufefc"
    )
    DEVANAGARI = "\u0904-\u0939\u093d\u0950\u0958-\u0961\u0971-\u097f"
    BENGALI = "\u0985-\u09b9\u09bd\u09ce\u09dc-\u09e1\u09f0-\u09f1"
    GURMUKHI = "\u0a05-\u0a39\u0a59-\u0a5e\u0a72-\u0a74"
    GUJARATI = "\u0a85-\u0ab9\u0abd\u0ad0-\u0ae1"
    TAMIL = "\u0b83-\u0bb9\u0bd0"
    TELUGU = "\u0c05-\u0c39\u0c3d\u0c58-\u0c61"
    KANNADA = "\u0c85-\u0cb9\u0cbd\u0cde-\u0ce1"
    MALAYALAM = "\u0d05-\u0d3a\u0d3d\u0d4e-\u0d61\u0d7a-\u0d7f"
    SINHALA = "\u0d85-\u0dc6"
    THAI = "\u0e01-\u0e30\u0e32-\u0e33\u0e40-\u0e46"
    LAO = "\u0e81-\u0eb0\u0eb2-\u0eb3\u0ebd-\u0ec6\u0edc-\u0edf"
    BURMESE = "\u1000-\u102a\u103f\u1050-\u1055"
    KHMER = "\u1780-\u17b3\u17d7\u17dc"
    GEORGIAN = "\u10a0-\u10ff\u1c90-\u1cbf"
    ARMENIAN = "\u0531-\u0556\u0561-\u0587"
    ETHIOPIC = "\u1200-\u135a\u1380-\u138f"
    GREEK = "\u0370-\u0373\u0376-\u0377\u037b-\u037d\u0386\u0388-\u03ff\u1f00-\u1ffc"
    HEBREW = "\u05d0-\u05ea\u05ef-\u05f2\ufb1d-\ufb4f"


_RUNS = re.compile("|".join(f"(?P<{script.name}>[{script.value}]+)" for script in Script))
_LETTER = re.compile("[" + "".join(script.value for script in Script) + "]|[^\\W\\d_]")
_UNSPACED = re.compile(
    "["
    + "".join(s.value for s in (Script.HAN, Script.KANA, Script.THAI, Script.LAO, Script.BURMESE, Script.KHMER))
    + "]"
)

TELLING = {
    Script.HANGUL: Language.KOREAN,
    Script.BENGALI: Language.BENGALI,
    Script.GURMUKHI: Language.PUNJABI,
    Script.GUJARATI: Language.GUJARATI,
    Script.TAMIL: Language.TAMIL,
    Script.TELUGU: Language.TELUGU,
    Script.KANNADA: Language.KANNADA,
    Script.MALAYALAM: Language.MALAYALAM,
    Script.SINHALA: Language.SINHALA,
    Script.THAI: Language.THAI,
    Script.LAO: Language.LAO,
    Script.BURMESE: Language.BURMESE,
    Script.KHMER: Language.KHMER,
    Script.GEORGIAN: Language.GEORGIAN,
    Script.ARMENIAN: Language.ARMENIAN,
    Script.ETHIOPIC: Language.AMHARIC,
    Script.GREEK: Language.GREEK,
    Script.HEBREW: Language.HEBREW,
}
"""Scripts that say of themselves which language of ours is written in them."""


def counted(text: str) -> Counter[Script]:
    """How many letters of each script a text has."""
    counts: Counter[Script] = Counter()
    for run in _RUNS.finditer(text):
        counts[Script[run.lastgroup or ""]] += run.end() - run.start()
    return counts


def has_letters(text: str) -> bool:
    """Whether a text has anything that could be a word, in any script."""
    return _LETTER.search(text) is not None


def is_unspaced(text: str) -> bool:
    """Whether a text has letters of a script that does not part words by spaces."""
    return _UNSPACED.search(text) is not None


_SCRIPTS = {
    **{language: frozenset({script}) for script, language in TELLING.items()},
    Language.JAPANESE: frozenset({Script.KANA, Script.HAN}),
    Language.SIMPLIFIED_CHINESE: frozenset({Script.HAN}),
    Language.TRADITIONAL_CHINESE: frozenset({Script.HAN}),
    **dict.fromkeys((Language.ARABIC, Language.PERSIAN, Language.URDU), frozenset({Script.ARABIC})),
    **dict.fromkeys((Language.HINDI, Language.MARATHI, Language.NEPALI), frozenset({Script.DEVANAGARI})),
    **dict.fromkeys(
        (
            Language.BELARUSIAN,
            Language.BULGARIAN,
            Language.KAZAKH,
            Language.MACEDONIAN,
            Language.MONGOLIAN,
            Language.RUSSIAN,
            Language.UKRAINIAN,
        ),
        frozenset({Script.CYRILLIC}),
    ),
    Language.SERBIAN: frozenset({Script.CYRILLIC, Script.LATIN}),
    Language.UZBEK: frozenset({Script.LATIN, Script.CYRILLIC}),
}


def scripts_of(language: Language) -> frozenset[Script]:
    """The scripts that a language is written in."""
    return _SCRIPTS.get(language, frozenset({Script.LATIN}))
