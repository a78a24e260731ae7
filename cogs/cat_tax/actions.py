"""What the cat tax's keys do."""

from dataclasses import dataclass

from bot.domain.action import Action
from cogs.cat_tax.rules.standing import Tender


@dataclass(frozen=True, slots=True)
class PayNow(Action):
    """Tells how to pay."""


@dataclass(frozen=True, slots=True)
class NoCat(Action):
    """Offers what else pays."""


@dataclass(frozen=True, slots=True)
class BackToAsk(Action):
    """Goes back to the question."""


@dataclass(frozen=True, slots=True)
class PayWith(Action):
    """Pays with something that is no cat."""

    tender: Tender


@dataclass(frozen=True, slots=True)
class Skip(Action):
    """Does not play along, which is fine."""


@dataclass(frozen=True, slots=True)
class ShareCat(Action):
    """Says whether others may see one's cat."""

    tax: int
    agreed: bool
