"""A flood of messages for benches: made as bytes, a batch at a time, so that the twin costs next to nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.twins.telegram.jsons import dump
from tests.twins.telegram.people import Person
from tests.twins.telegram.places import Group
from tests.twins.telegram.twin import TelegramTwin
from tests.twins.telegram.updates import Pending
from tests.twins.telegram.wire import chat_json, user_json

BATCH = 100
# Talk that concerns no bot: no command, no mention, no question to it.
_LINES = (
    "did anyone see the match last night",
    "哈哈哈 今天好冷啊",
    "running late, start without me",
    "mañana lo vemos con calma",
    "that soup recipe was great, thanks again",
    "我觉得这个挺好的",
    "ok",
    "who has the keys for the room?",
)


@dataclass(slots=True)
class Flood:
    """Ordinary members' messages in one group, told in batches of 100 as the bot confirms them."""

    twin: TelegramTwin
    group: Group
    members: Sequence[Person]
    left: int = 0
    made: int = 0
    _senders: list[bytes] = field(default_factory=list[bytes])
    _texts: list[bytes] = field(default_factory=list[bytes])
    _chat: bytes = b""

    async def run(self, messages: int) -> None:
        """Tell so many messages and return when the last one was confirmed by the bot."""
        self._senders = [dump(user_json(member.state)) for member in self.members]
        self._texts = [dump(line) for line in _LINES]
        self._chat = dump(chat_json(self.twin.world, self.group.state))
        self.left = messages
        done = asyncio.Event()
        updates = self.twin.updates

        def confirmed() -> None:
            if not updates.waiting:
                if self.left:
                    self._batch()
                else:
                    done.set()

        updates.on_confirmed = confirmed
        confirmed()
        try:
            await done.wait()
        finally:
            updates.on_confirmed = None

    def _batch(self) -> None:
        amount = min(BATCH, self.left)
        self.left -= amount
        first = self.twin.updates.take_numbers(amount)
        date = self.twin.world.now
        self.twin.updates.push_ready(
            [Pending(first + step, self._update(first + step, date)) for step in range(amount)]
        )

    def _update(self, update_id: int, date: int) -> bytes:
        self.made += 1
        number = self.made
        return b'{"update_id":%d,"message":{"message_id":%d,"date":%d,"chat":%b,"from":%b,"text":%b}}' % (
            update_id,
            1_000_000 + number,
            date,
            self._chat,
            self._senders[number % len(self._senders)],
            self._texts[number % len(self._texts)],
        )
