"""How somebody stands with the cat tax, and with what they pay."""

from enum import Enum

from bot.domain.access import Access
from bot.domain.refs import PersonId

COMPLIMENTS = 8
"""How many compliments there are: ``compliment-0`` and so on."""


class State(Enum):
    """How somebody stands with the cat tax of a community."""

    EXPECTED = "expected"
    """Joined; their first words are waited for."""
    ASKED = "asked"
    SKIPPED = "skipped"
    OWES = "owes"
    PAID = "paid"


class Tender(Enum):
    """With what somebody pays. All of it counts."""

    PICTURE = "picture"
    DRAWING = "drawing"
    PLUSH = "plush"
    OTHER = "other"
    """Another animal."""
    PROMISE = "promise"
    """An IOU."""

    @property
    def settles(self) -> State:
        """How one stands who gave this."""
        return State.OWES if self is Tender.PROMISE else State.PAID


def stronger(first: State, second: State) -> bool:
    """Whether, of two entries of one person, the first says more: who paid has paid."""
    order = list(State)
    return order.index(first) > order.index(second)


def compliment_of(tax: int) -> int:
    """Which compliment somebody gets: neighbours get different ones, and each the same one again."""
    return tax % COMPLIMENTS


def may_take_down(person: PersonId, owner: PersonId, level: Access) -> bool:
    """Owners take their own cat down, moderators any."""
    return person == owner or level >= Access.MODERATOR
