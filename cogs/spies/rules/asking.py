"""Pure decisions about questions: what becomes of one, and how often somebody may ask."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from cogs.spies.rules.contact import leads_elsewhere
from cogs.spies.rules.pairs import Key
from cogs.spies.rules.people import File, Level, Tongue

MOST_LINES = 3
"""Lines that somebody has at a time in a club; who has so many is not proposed to others."""

DAY = timedelta(days=1)
"""Over which asks are counted, and after which those who wait are told again at the earliest."""

SHOWN_FOR = timedelta(days=1)
"""How long somebody who was passed over is not shown again."""

KEPT_FOR = timedelta(weeks=104)
"""After how long a question that is over is forgotten."""

LONGEST_SHOWN = 160
"""Characters of somebody's own words that others are shown."""


class State(StrEnum):
    """What has become of a question."""

    OPEN = "open"
    AGREED = "agreed"
    """Enough said yes; the line is not there yet."""
    OPENED = "opened"
    OVER = "over"
    """Somebody said no, or it lapsed."""


class Verdict(StrEnum):
    """What an answer led to."""

    GONE = "gone"
    """There is no such question, or it was put to others."""
    LAPSED = "lapsed"
    KEPT = "kept"
    """Somebody else has not answered; or said no, which is not told."""
    DECLINED = "declined"
    """It was a no."""
    AGREED = "agreed"


def settled(answers: Sequence[bool | None], *, lapsed: bool = False) -> State:
    """What becomes of a question with these answers.

    Two who say yes have a line; who is asked with two others is waited for, as long as they could still join.

    >>> settled([True, None]), settled([True, None, False]), settled([True, True, False])
    (<State.OPEN: 'open'>, <State.OPEN: 'open'>, <State.AGREED: 'agreed'>)
    """
    yes, waiting = answers.count(True), 0 if lapsed else answers.count(None)
    if waiting and yes + waiting > 1:
        return State.OPEN
    return State.AGREED if yes > 1 else State.OVER


def agreeing(keys: Sequence[Key]) -> tuple[Key, ...]:
    """The keys of those who said yes."""
    return tuple(key for key in keys if key.answer)


def may_ask_again(asked: Collection[datetime], now: datetime, most: int) -> bool:
    """Whether somebody who asked at these moments may ask once more."""
    return sum(at > now - DAY for at in asked) < most


def share(asked: int, answered: int) -> float:
    """Which share of the questions put to them somebody answered; 1 for who was never asked.

    >>> share(4, 3), share(0, 0)
    (0.75, 1.0)
    """
    return min(answered / asked, 1.0) if asked > 0 else 1.0


def weeks_between(earlier: datetime, later: datetime) -> float:
    """Weeks from one moment to another, at least 0."""
    return max((later - earlier) / timedelta(weeks=1), 0.0)


def taught(teacher: File, learners: Collection[File]) -> Tongue | None:
    """The language that somebody would be the spy of: what they know best of what the others learn; None for none."""
    wanted = {tongue for learner in learners for tongue in learner.learns}
    known: Mapping[Tongue, Level] = {tongue: level for tongue, level in teacher.speaks.items() if tongue in wanted}
    return max(sorted(known), key=lambda tongue: known[tongue], default=None)


def told_of(reader: File, others: Sequence[File]) -> File:
    """Of whom a question tells: of three, two may speak and learn the same, and the third is why they meet.

    Args:
        reader: who is asked.
        others: with whom, at least one; of those who fit alike, the first.
    """
    return max(
        others,
        key=lambda one: bool(reader.learns.keys() & one.speaks.keys()) + bool(reader.speaks.keys() & one.learns.keys()),
    )


def may_meet(one: File, other: File, *, minors: bool) -> bool:
    """Whether two may meet at all, whatever they speak: the two kinds never do, nor what somebody ruled out.

    Args:
        one: and ``other``: two people.
        minors: lines for those under 18 are on.
    """
    if one.person == other.person or one.paused or other.paused or one.adult != other.adult:
        return False
    if not one.adult and not minors:
        return False
    if one.same_gender or other.same_gender:
        return one.gender is not None and one.gender == other.gender
    return True


def words_told(words: str) -> str:
    """What of somebody's own words is told to whom they ask: the beginning, and nothing where they lead elsewhere.

    >>> words_told("I like tea"), words_told("I like tea. Find me: t.me/teapot")
    ('I like tea', '')
    """
    return "" if leads_elsewhere(words) else cut(words)


def cut(words: str, most: int = LONGEST_SHOWN) -> str:
    """The beginning of somebody's own words, in one line.

    >>> cut("I like   tea" + chr(10) + "and cats", 12)
    'I like tea…'
    """
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
