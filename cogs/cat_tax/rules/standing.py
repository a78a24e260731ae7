"""How somebody stands with the cat tax, with what they pay, and what makes it count."""

from datetime import timedelta
from enum import Enum

COMPLIMENTS = 8
"""How many compliments there are: ``compliment-0`` and so on."""

BRIEFLY = timedelta(minutes=1)
"""How long a passing word stands."""

ASK_STAYS = timedelta(days=1)
"""How long an unpaid greeting stands before it vanishes."""

HEARD_FOR = timedelta(days=7)
"""How long a cat is waited for in the chat where somebody was asked."""

EXPECTED_FOR = timedelta(days=30)
"""How long somebody who was seen joining counts as a newcomer."""

MISSED_FOR = timedelta(days=1)
"""Who joined so lately counts as new, also when their joining was not heard."""

REMINDED_AFTER = timedelta(days=7)
"""When who promised a cat is reminded, once."""

RUSH_WINDOW = timedelta(minutes=1)
RUSH_WAIT = timedelta(seconds=10)
"""How long greetings are gathered in a rush."""

RUSH_LOST = timedelta(minutes=15)
"""After how long a greeting that was not said is given up, and the next who comes has it said."""

RUSH_MOST = 25
"""Newcomers in one greeting: their names fit every platform's message with room to spare."""

LONGEST_NAME = 40
"""Characters of a name in a greeting of many."""

DOOR_OPENS_AFTER = timedelta(minutes=10)
"""A door that the cat tax keeps opens by itself: nobody is kept out."""

WORTH_CLOSING = timedelta(minutes=1)
"""A door is not closed for less: Telegram takes a restriction of under 30 seconds for one without end."""

NEWLY_JOINED = timedelta(days=7)
"""How far back who joined is looked for at a start."""

DECIDED_WITHIN = timedelta(days=1)
"""How long members may vouch for a picture, and how long its thumbnail waits for its owner's word."""

ANSWERED_WITHIN = timedelta(days=7)
"""How long a receipt hears cats that answer it."""


CAT_REACTIONS = frozenset("🐱🐈😺😸😹😻😼😽🙀😿😾🐾❤🥰😍") | {"🐈\u200d⬛", "❤\ufe0f"}
"""Reactions that vouch for a cat: Telegram's fixed ones have no cat among them, so hearts do too."""


class State(Enum):
    """How somebody stands with the cat tax of a community. Of two, the later says more."""

    EXPECTED = "expected"
    """Seen joining; their introduction is waited for."""
    ASKED = "asked"
    SKIPPED = "skipped"
    EXEMPT = "exempt"
    """A moderator let them off."""
    OWES = "owes"
    PAID = "paid"

    @property
    def opens_the_door(self) -> bool:
        """Whether the toll is behind them, one way or another."""
        return self not in {State.EXPECTED, State.ASKED}


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


class Proof(Enum):
    """What made a payment count."""

    WORD = "word"
    """They said so; it is a game."""
    MODEL = "model"
    """The recogniser saw a cat."""
    MEMBERS = "members"
    MODERATOR = "moderator"

    @property
    def may_be_shown(self) -> bool:
        """Whether the picture may be shown again: only what was surely looked at."""
        return self in {Proof.MODEL, Proof.MODERATOR}


def stronger(first: State, second: State) -> bool:
    """Whether, of two entries of one person, the first says more: who paid has paid."""
    order = list(State)
    return order.index(first) > order.index(second)


def final_for(tender: Tender) -> frozenset[State]:
    """The states that a payment of this kind changes nothing about: a promise does not follow a promise."""
    return frozenset({State.PAID} if tender.settles is State.PAID else {State.PAID, State.OWES, State.EXEMPT})


def compliment_of(number: int) -> int:
    """Which compliment somebody gets: neighbours get different ones, and each the same one again."""
    return number % COMPLIMENTS
