"""Reading aids, offered by the cog that translates."""

from typing import Protocol, runtime_checkable

from bot.domain.languages import Language
from bot.domain.refs import PersonId
from bot.domain.text import RichText


@runtime_checkable
class ReadingAids(Protocol):
    """How a text is read, for those who want to be helped with it."""

    async def over(self, person: PersonId, text: str, language: Language) -> RichText | None:
        """A line over a text, such as pinyin.

        None where the reader does not want any, the language needs none, or the dictionary is being made.
        """
        ...
