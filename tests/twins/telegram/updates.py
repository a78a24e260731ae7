"""The queue of updates: what is told at all, what waits, what was confirmed."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tests.twins.telegram.jsons import Json, dump
from tests.twins.telegram.refusals import conflict
from tests.twins.telegram.world import Signal

# https://core.telegram.org/bots/api#update
UPDATE_TYPES = frozenset(
    {
        "message",
        "edited_message",
        "channel_post",
        "edited_channel_post",
        "business_connection",
        "business_message",
        "edited_business_message",
        "deleted_business_messages",
        "guest_message",
        "message_reaction",
        "message_reaction_count",
        "inline_query",
        "chosen_inline_result",
        "callback_query",
        "shipping_query",
        "pre_checkout_query",
        "purchased_paid_media",
        "poll",
        "poll_answer",
        "my_chat_member",
        "chat_member",
        "chat_join_request",
        "chat_boost",
        "removed_chat_boost",
        "managed_bot",
    }
)
# Told only to a bot that asked for them by name.
ASKED_FOR = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
_FIRST_UPDATE = 730_000_000


@dataclass(frozen=True, slots=True)
class Pending:
    """An update that was not confirmed yet.

    Attributes:
        id: The `update_id`.
        body: The update as JSON.
        repeat: Told once more although it was confirmed, as the real server does at times.
    """

    id: int
    body: bytes
    repeat: bool = False


@dataclass(slots=True)
class Updates:
    """Everything that waits to be told to the bot."""

    changed: Signal
    waiting: deque[Pending] = field(default_factory=deque[Pending])
    held: list[Pending] = field(default_factory=list[Pending])
    holding: bool = False
    allowed: frozenset[str] = UPDATE_TYPES - ASKED_FOR
    last: Pending | None = None
    told: int = 0
    on_confirmed: Callable[[], None] | None = None
    _next: int = _FIRST_UPDATE
    _arrived: Signal = field(default_factory=Signal)
    # True: something came; False: another poller did.
    _poll: asyncio.Future[bool] | None = None

    @property
    def pending(self) -> int:
        """How many updates wait, held ones too."""
        return len(self.waiting) + len(self.held)

    @property
    def polled(self) -> bool:
        """Whether a `getUpdates` is waiting for something to happen."""
        return self._poll is not None

    def allow(self, names: Sequence[str] | None) -> None:
        """Remember what the bot asked for; None keeps the former choice, an empty list the usual kinds."""
        if names is not None:
            self.allowed = frozenset(names) & UPDATE_TYPES if names else UPDATE_TYPES - ASKED_FOR

    def push(self, kind: str, payload: Json) -> None:
        """Tell an update, if the bot asked for its kind."""
        if kind in self.allowed:
            number = self.take_numbers(1)
            self.push_ready([Pending(number, dump({"update_id": number, kind: payload}))])

    def take_numbers(self, amount: int) -> int:
        """Reserve update ids; returns the first."""
        first = self._next
        self._next += amount
        return first

    def push_ready(self, updates: list[Pending]) -> None:
        """Queue updates that were serialised already."""
        self.last = updates[-1]
        if self.holding:
            self.held.extend(updates)
        else:
            self.waiting.extend(updates)
            self._wake()
        self.changed.fire()

    def repeat_last(self) -> None:
        """Queue the last update once more, with the same id."""
        if self.last is None:
            raise LookupError("no update was told yet")
        self.waiting.append(Pending(self.last.id, self.last.body, repeat=True))
        self._wake()

    def release(self, order: Sequence[int] | None = None) -> None:
        """Let held updates go, in the order of their positions given."""
        held, self.held, self.holding = self.held, [], False
        if order is not None and sorted(order) != list(range(len(held))):
            self.held, self.holding = held, True
            raise ValueError(f"order must be a permutation of 0..{len(held) - 1}")
        self.waiting.extend(held if order is None else [held[position] for position in order])
        self._wake()

    def drop(self) -> None:
        """Forget all that waits."""
        self.waiting.clear()
        self.changed.fire()

    def confirm(self, offset: int) -> None:
        """Forget what is older than an offset; a negative one counts from the end."""
        if offset < 0:
            while len(self.waiting) > -offset:
                self.waiting.popleft()
        elif offset > 0:
            kept = deque(one for one in self.waiting if one.repeat or one.id >= offset)
            if len(kept) == len(self.waiting):
                return
            self.waiting = kept
        if self.on_confirmed is not None:
            self.on_confirmed()
        self.changed.fire()

    def settle(self, update: Pending) -> None:
        """Forget one update that the webhook took."""
        self.waiting.remove(update)
        self.told += 1
        if self.on_confirmed is not None:
            self.on_confirmed()
        self.changed.fire()

    def _take(self, limit: int) -> list[Pending]:
        batch = [self.waiting[index] for index in range(min(limit, len(self.waiting)))]
        if any(one.repeat for one in batch):
            given = set(map(id, batch))
            self.waiting = deque(one for one in self.waiting if not (one.repeat and id(one) in given))
        self.told += len(batch)
        return batch

    async def poll(self, offset: int, limit: int, timeout: float) -> list[Pending]:
        """Answer one `getUpdates`.

        Args:
            offset: First id wanted; confirms what is older.
            limit: At most so many.
            timeout: Seconds to wait for the first.

        Raises:
            Refused: 409 when another poller comes.
        """
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(False)
        self.confirm(offset)
        if self.waiting or timeout <= 0:
            return self._take(limit)
        mine: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._poll = mine
        self.changed.fire()
        try:
            await asyncio.wait({mine}, timeout=timeout)
            if mine.done() and not mine.result():
                raise conflict(
                    "terminated by other getUpdates request; make sure that only one bot instance is running"
                )
            return self._take(limit)
        finally:
            if self._poll is mine:
                self._poll = None
                self.changed.fire()

    def _wake(self) -> None:
        self._arrived.fire()
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(True)

    def end_poll(self) -> None:
        """Let a waiting poll go home empty-handed, at the end of the twin."""
        self._wake()

    async def arrived(self) -> None:
        """Wait until something is queued (the webhook's side)."""
        if not self.waiting:
            await self._arrived.wait()
