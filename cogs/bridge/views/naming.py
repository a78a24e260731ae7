"""What screens need, and how ends are called."""

from dataclasses import dataclass

from bot.api import Texts
from bot.domain.controls import Control
from bot.domain.refs import UserRef
from cogs.bridge.actions import Home
from cogs.bridge.rules import End

Rows = tuple[tuple[Control, ...], ...]


@dataclass(frozen=True, slots=True)
class Screen:
    """What every screen needs.

    Attributes:
        home: the chat that it is about.
        user: whose presses count.
    """

    texts: Texts
    home: Home
    user: UserRef


@dataclass(frozen=True, slots=True)
class NamedEnd:
    """An end as people know it.

    Attributes:
        chat: the chat's name, "" when it is not known.
        space: its server's or group's name, "" when it is not known.
        language: what its language is called, or None where nothing is translated for it.
    """

    end: End
    chat: str
    space: str
    language: str | None

    def name(self, texts: Texts) -> str:
        """The chat and where it is, in a few words. A group without topics is called like its only chat."""
        if self.chat and self.space and self.chat != self.space:
            return texts.plain("chat-in", chat=self.chat, space=self.space)
        return self.chat or self.space or texts.plain("chat-unnamed")


def listed(texts: Texts, names: list[str]) -> str:
    """Names one after the other."""
    return texts.plain("between").join(names)
