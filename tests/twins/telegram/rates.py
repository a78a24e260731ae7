"""Flood control: how much the server takes in a chat before it says 429, and how long it then wants to be left alone.

Telegram documents no exact numbers. Its FAQ (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this)
says: in one chat no more than one message a second, short bursts excepted, and in a group no more than 20 a minute.
An album counts as its messages in the minute, and as one in the second. Of edits it says nothing; they are known to
have a limit of their own.
"""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass, field

from tests.twins.telegram.refusals import too_many_requests

_MINUTE = 60.0
_SECOND = 1.0


@dataclass(slots=True)
class Rates:
    """What is taken; None for any number.

    Attributes:
        a_minute: Messages a minute in a group or supergroup.
        a_second: Messages a second in any chat.
        edits_a_minute: Edits a minute in any chat.
        refused: How often it was too much.
    """

    a_minute: int | None = 20
    a_second: int | None = 1
    edits_a_minute: int | None = None
    refused: int = 0
    _done: dict[tuple[str, int], deque[float]] = field(default_factory=dict[tuple[str, int], deque[float]])

    def send(self, chat_id: int, amount: int, now: float) -> None:
        """Count messages that are about to be sent in one call.

        Raises:
            Refused: 429; then nothing is counted.
        """
        minute = self.a_minute if chat_id < 0 else None
        wait = max(
            self._wait("minute", chat_id, minute, _MINUTE, amount, now),
            self._wait("second", chat_id, self.a_second, _SECOND, 1, now),
        )
        self._check(wait)
        self._count("minute", chat_id, amount, now)
        self._count("second", chat_id, 1, now)

    def edit(self, chat_id: int, now: float) -> None:
        """Count an edit.

        Raises:
            Refused: 429.
        """
        self._check(self._wait("edit", chat_id, self.edits_a_minute, _MINUTE, 1, now))
        self._count("edit", chat_id, 1, now)

    def _wait(self, what: str, chat_id: int, most: int | None, window: float, amount: int, now: float) -> float:
        """Seconds until so many more are taken; 0 for now."""
        if most is None:
            return 0.0
        done = self._done.setdefault((what, chat_id), deque())
        while done and done[0] <= now - window:
            done.popleft()
        over = len(done) + amount - most
        # More at once than a whole window takes is let through once the window is empty.
        return done[min(over, len(done)) - 1] + window - now if over > 0 and done else 0.0

    def _count(self, what: str, chat_id: int, amount: int, now: float) -> None:
        self._done.setdefault((what, chat_id), deque()).extend([now] * amount)

    def _check(self, wait: float) -> None:
        if wait > 0:
            self.refused += 1
            raise too_many_requests(max(1, math.ceil(wait)))
