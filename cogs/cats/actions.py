"""What the album's keys do, and what it does by itself."""

from dataclasses import dataclass

from bot.domain.action import Action, Job
from bot.domain.locales import Locale
from bot.domain.refs import PersonId
from cogs.cats.rules import Order


@dataclass(frozen=True, slots=True)
class Leafing:
    """How somebody leafs through the album.

    Attributes:
        order: what comes before and after.
        locale: the language of the message that it is done in: it stays, whoever presses.
        owner: whose cats, or None for everybody's.
        rank: where in the list of the most liked, from 1; 0 in every other order.
    """

    order: Order
    locale: Locale
    owner: PersonId | None = None
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Turn(Action):
    """Leafs on, or back.

    Attributes:
        number: the cat shown now.
        back: towards the newer ones, or the ones better liked.
    """

    leafing: Leafing
    number: int
    back: bool = False


@dataclass(frozen=True, slots=True)
class Like(Action):
    """Gives a heart, or takes it back."""

    leafing: Leafing
    number: int


@dataclass(frozen=True, slots=True)
class TakeDown(Action):
    """Takes a cat out of the album."""

    number: int


@dataclass(frozen=True, slots=True)
class CatOfTheWeek(Job):
    """Shows the cat of the week that ends when this is due.

    Attributes:
        ends: the end of the week, in seconds since 1970.
    """

    ends: int
