"""What a chat has room for: its capabilities, and how long a text is there."""

from dataclasses import dataclass

from bot.core.degrade.splitting import Measure
from bot.domain.capabilities import Capabilities
from bot.domain.text import RichText


@dataclass(frozen=True, slots=True)
class Room:
    """A chat's capabilities and the measure of its texts."""

    capabilities: Capabilities
    measure: Measure

    @classmethod
    def of(cls, capabilities: Capabilities, measure: Measure | None) -> "Room":
        """With the plain length in the chat's own unit unless a measure is given."""
        return cls(capabilities, measure or (lambda text: capabilities.unit.measure(text.plain)))

    @property
    def frames(self) -> bool:
        """Whether a card can have a frame of its own."""
        return self.capabilities.cards and self.capabilities.card_text > 0

    @property
    def keys(self) -> bool:
        """Whether a message can have any keys."""
        return min(self.capabilities.key_columns, self.capabilities.key_rows, self.capabilities.keys) > 0

    def holds(self, text: RichText, limit: int) -> bool:
        """Whether a text is within a limit."""
        return self.measure(text) <= limit
