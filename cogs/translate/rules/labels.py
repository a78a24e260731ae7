"""Languages in two characters, where several translations stand together."""

from bot.domain.languages import Language

_LABELS = {Language.SIMPLIFIED_CHINESE: "简", Language.TRADITIONAL_CHINESE: "繁"}


def label(language: Language) -> str:
    """``EN``, ``简``: quiet, and the same in every language of the bot."""
    return _LABELS.get(language, language.value.upper())
