"""Tells the languages of short messages apart."""

from collections.abc import Sequence

from bot.domain.languages import Language
from bot.translation.scripts import TELLING, Script, counted


class Detector:
    """Tells languages apart."""

    async def detect(self, text: str, among: Sequence[Language] = ()) -> Language | None:
        counts = counted(text[:2000])
        if not counts:
            return None
        script = max(counts, key=lambda s: counts[s])
        if script in TELLING:
            return TELLING[script]
        if script is Script.HAN:
            return Language.SIMPLIFIED_CHINESE
        return Language.ENGLISH
