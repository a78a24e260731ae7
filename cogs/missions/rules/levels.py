"""How near cards may come on a line: light at first, then personal, and sensitive only where all said yes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.domain.refs import PersonId
from cogs.missions.rules.cards import Level

PERSONAL_AFTER = 5
"""So many answered cards open the personal ones by themselves."""

_STEPS = (Level.LIGHT, Level.PERSONAL, Level.SENSITIVE)


@dataclass(frozen=True, slots=True)
class Standing:
    """What decides about a line's levels.

    Attributes:
        ceiling: the community's.
        adult: False on a line of those under 18.
        people: who is on it.
        answered: how many cards all of them answered.
        yes: who said yes to which level. Nobody is shown another's.
    """

    ceiling: Level
    adult: bool
    people: frozenset[PersonId]
    answered: int = 0
    yes: Mapping[Level, frozenset[PersonId]] = field(default_factory=dict[Level, frozenset[PersonId]])

    def can_open(self, level: Level) -> bool:
        """Whether a level can be opened here at all."""
        if level is Level.SENSITIVE and not self.adult:
            return False
        return _STEPS.index(level) <= _STEPS.index(self.ceiling)

    def is_open(self, level: Level) -> bool:
        """Whether cards of a level are dealt now."""
        if level is Level.LIGHT:
            return True
        if not self.can_open(level):
            return False
        if level is Level.PERSONAL and self.answered >= PERSONAL_AFTER:
            return True
        return bool(self.people) and self.people <= self.yes.get(level, frozenset())

    @property
    def open(self) -> tuple[Level, ...]:
        """The levels of which cards are dealt now."""
        return tuple(level for level in _STEPS if self.is_open(level))
