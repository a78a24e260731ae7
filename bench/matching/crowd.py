"""Made-up people of a language club, the same for the same number."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from random import Random

from cogs.spies.rules.people import INTERESTS, Candidate, Level, Slot, Tongue, Want
from cogs.spies.rules.times import hours_of

EN, ZH, ES, JA = (Tongue(tag) for tag in ("en", "zh", "es", "ja"))

ZONES = {
    EN: ("America/New_York", "America/Los_Angeles", "Europe/London", "Australia/Adelaide"),
    ZH: ("Asia/Shanghai", "Asia/Taipei", "America/Vancouver"),
    ES: ("Europe/Madrid", "America/Mexico_City", "America/Argentina/Buenos_Aires"),
    JA: ("Asia/Tokyo",),
}


@dataclass(frozen=True, slots=True)
class Mix:
    """Who comes to a club.

    Attributes:
        shares: of those who grew up with one language and learn another.
        several: the share of those who learn, or speak well, one more.
    """

    shares: tuple[tuple[Tongue, Tongue, float], ...]
    several: float


TWO = Mix(((EN, ZH, 0.5), (ZH, EN, 0.5)), 0.0)
EXCESS = Mix(((EN, ZH, 0.9), (ZH, EN, 0.1)), 0.0)
MANY = Mix(
    ((EN, ZH, 0.24), (ZH, EN, 0.2), (EN, ES, 0.14), (ES, EN, 0.12), (EN, JA, 0.1), (JA, EN, 0.08), (ZH, JA, 0.06),
     (ZH, ES, 0.06)),
    0.4,
)  # fmt: skip
"""English speakers are too many, so that some wait."""


def person(number: int, mix: Mix, at: datetime, random: Random) -> Candidate:
    """Somebody."""
    speaks, learns, _ = random.choices(mix.shares, [share for *_, share in mix.shares])[0]
    tongues = sorted({tongue for one, other, _ in mix.shares for tongue in (one, other)} - {speaks, learns})
    spoken, learned = {speaks: Level.NATIVE}, {learns: Level(random.randint(1, 5))}
    if tongues and random.random() < mix.several:
        tongue = random.choice(tongues)
        if random.random() < 0.5:
            spoken[tongue] = Level(random.randint(3, 6))
        else:
            learned[tongue] = Level(random.randint(1, 4))
    zone = random.choice(ZONES[speaks])
    free = frozenset(random.sample(list(Slot), random.choice((0, 1, 1, 2, 2, 3))))
    return Candidate(
        f"p{number:06}",
        spoken,
        learned,
        hours=hours_of(free, zone, at),
        zone=zone,
        free=free,
        interests=frozenset(random.sample(INTERESTS, random.randint(0, 6))),
        wants=frozenset(random.sample(list(Want), random.randint(0, 3))),
        adult=random.random() < 0.9,
        gave_cat=random.random() < 0.2,
        answered=random.choice((1.0, 1.0, 0.75, 0.5)),
    )


def crowd(count: int, mix: Mix, at: datetime, seed: int) -> Iterator[Candidate]:
    """People who wait, some of whom blocked somebody or had a line with somebody."""
    random = Random(seed)  # noqa: S311  # made-up people
    for number in range(count):
        one = person(number, mix, at, random)
        others = [f"p{random.randrange(count):06}" for _ in range(random.choice((0, 0, 1, 3, 6)))]
        yield Candidate(
            one.id, one.speaks, one.learns, one.hours, one.zone, one.free, one.interests, one.wants,
            blocked=frozenset(others[:1]) if random.random() < 0.2 else frozenset(),
            met={other: float(random.randint(1, 30)) for other in others[1:]},
            waiting=float(random.choice((0, 0, 0, 1, 1, 2, 4))),
            adult=one.adult, gave_cat=one.gave_cat, answered=one.answered,
        )  # fmt: skip
