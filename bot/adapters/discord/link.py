"""What stands while the bot is logged in, and how the rest of the adapter comes by it."""

from dataclasses import dataclass

from bot.adapters.discord.line import Line
from bot.adapters.discord.rest import Rest
from bot.adapters.discord.speakers import Speakers
from bot.adapters.discord.whereabouts import Whereabouts
from bot.domain.errors import Unreachable


@dataclass(frozen=True, slots=True)
class Link:
    """One log-in.

    Attributes:
        content: whether the message-content intent is granted.
        joins: whether the members intent is.
    """

    line: Line
    rest: Rest
    whereabouts: Whereabouts
    speakers: Speakers
    content: bool
    joins: bool


class Connection:
    """The present link, if there is one."""

    def __init__(self) -> None:
        self.present: Link | None = None

    @property
    def link(self) -> Link:
        """The present link; raises :class:`Unreachable` where there is none."""
        if self.present is None:
            raise Unreachable("not connected to Discord")
        return self.present

    def rest(self) -> Rest:
        """The present link's requests; raises :class:`Unreachable` where there is none."""
        return self.link.rest
