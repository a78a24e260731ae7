"""The cards that come along: which there are, what they are about and how near they come.

Their words stand in ``locales/<language>/missions.cards.ftl``: a card ``food-03`` is the text ``card-food-03``, with
why it is asked as ``card-food-03.why`` where it is more than light. Bands are ``bands-<kind>-<number>``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class Level(StrEnum):
    """How near a card comes, from light on."""

    LIGHT = "light"
    PERSONAL = "personal"
    SENSITIVE = "sensitive"


class Topic(StrEnum):
    """What a card is about."""

    DAILY = "daily"
    FOOD = "food"
    SCHOOL = "school"
    WORK = "work"
    MONEY = "money"
    HOLIDAYS = "holidays"
    SLANG = "slang"
    CATS = "cats"


class Bands(StrEnum):
    """Rough answers to a question for a number, such that they mean the same in any currency."""

    MEAL = "meal"
    """The price of a simple meal, in two currencies side by side."""
    PAY = "pay"
    """A month's money, in two currencies side by side."""
    COST = "cost"
    """From nothing over a coffee and a meal out to two weeks' pay."""
    LUNCHES = "lunches"
    SHARE = "share"
    """Of what somebody has."""
    YEARS = "years"
    HOURS = "hours"
    """A day."""

    @property
    def texts(self) -> tuple[str, ...]:
        """The keys of its texts, the least first."""
        return tuple(f"bands-{self.value}-{number}" for number in range(1, _BANDS[self] + 1))


_BANDS: Mapping[Bands, int] = MappingProxyType(
    {
        Bands.MEAL: 5,
        Bands.PAY: 6,
        Bands.COST: 6,
        Bands.LUNCHES: 5,
        Bands.SHARE: 6,
        Bands.YEARS: 5,
        Bands.HOURS: 5,
    }
)


@dataclass(frozen=True, slots=True)
class Card:
    """A card.

    Attributes:
        key: its topic and number, such as ``food-03``.
        bands: in which it is answered; None where it is answered in words.
    """

    key: str
    topic: Topic
    level: Level
    bands: Bands | None = None

    @property
    def text(self) -> str:
        """The key of its question."""
        return f"card-{self.key}"

    @property
    def why(self) -> str | None:
        """The key of why it is asked; None for a light one, which needs no reason."""
        return None if self.level is Level.LIGHT else f"{self.text}.why"


@dataclass(frozen=True, slots=True)
class _Deck:
    """One topic's cards, numbered from the light to the sensitive.

    Attributes:
        light: how many there are; ``personal`` and ``sensitive`` likewise.
        bands: by a card's number.
    """

    topic: Topic
    light: int
    personal: int
    sensitive: int
    bands: Mapping[int, Bands] = field(default_factory=dict[int, Bands])

    def cards(self) -> Iterator[Card]:
        levels = [Level.LIGHT] * self.light + [Level.PERSONAL] * self.personal + [Level.SENSITIVE] * self.sensitive
        for number, level in enumerate(levels, start=1):
            yield Card(f"{self.topic.value}-{number:02}", self.topic, level, self.bands.get(number))


_DECKS = (
    _Deck(Topic.DAILY, light=9, personal=8, sensitive=4),
    _Deck(Topic.FOOD, light=11, personal=7, sensitive=3),
    _Deck(Topic.SCHOOL, light=7, personal=8, sensitive=6, bands={10: Bands.HOURS}),
    _Deck(Topic.WORK, light=6, personal=8, sensitive=7, bands={8: Bands.HOURS}),
    _Deck(
        Topic.MONEY,
        light=6,
        personal=8,
        sensitive=7,
        bands={
            4: Bands.MEAL,
            11: Bands.LUNCHES,
            12: Bands.COST,
            13: Bands.SHARE,
            14: Bands.COST,
            15: Bands.PAY,
            16: Bands.SHARE,
            17: Bands.YEARS,
            21: Bands.PAY,
        },
    ),
    _Deck(Topic.HOLIDAYS, light=10, personal=7, sensitive=4),
    _Deck(Topic.SLANG, light=13, personal=6, sensitive=2),
    _Deck(Topic.CATS, light=13, personal=6, sensitive=2),
)

CARDS: tuple[Card, ...] = tuple(card for deck in _DECKS for card in deck.cards())
"""All of them, by topic, and within one from light to sensitive."""
