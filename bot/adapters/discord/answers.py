"""All interactions that may still be answered."""

from collections import OrderedDict
from collections.abc import Awaitable, Callable

from bot.adapters.discord.link import Connection
from bot.adapters.discord.posts import PrivatePosts
from bot.adapters.discord.responder import Answering, Standing
from bot.adapters.discord.tickets import Ticket, ticket
from bot.domain.events import ReplyHandle
from bot.domain.piece import Piece
from bot.ports.clock import Clock
from bot.ports.outcome import Outcome

KEPT = 2_000
"""Most interactions whose standing is remembered; of others Discord is asked."""


class Answers:
    """Finds what answers an interaction; the same for all who ask, so that nobody answers first twice."""

    def __init__(
        self,
        connection: Connection,
        clock: Clock,
        private: PrivatePosts,
        edit: Callable[[Ticket, Piece], Awaitable[Outcome]],
    ) -> None:
        self._connection = connection
        self._clock = clock
        self._private = private
        self._edit = edit
        self._kept: OrderedDict[str, tuple[Ticket, Answering]] = OrderedDict()

    def begin(self, asked: Ticket) -> Answering:
        """An interaction that has just come in."""
        return self._keep(asked, Standing.ASKED)

    def passing(self, asked: Ticket) -> Answering:
        """An interaction that is answered at once or not at all: what completions are, one for each letter typed."""
        return self._make(asked, Standing.ASKED)

    def of(self, handle: ReplyHandle) -> Answering:
        """What answers a handle, also one of an earlier process; raises :class:`Unreadable` for none of ours."""
        asked = ticket(handle)
        kept = self._kept.get(asked.id)
        return kept[1] if kept is not None else self._keep(asked, Standing.UNKNOWN)

    def _keep(self, asked: Ticket, standing: Standing) -> Answering:
        kept = self._kept.get(asked.id)
        if kept is not None:  # a resumed session tells it again
            return kept[1]
        now = self._clock.now()
        while self._kept and (len(self._kept) >= KEPT or next(iter(self._kept.values()))[0].expires < now):
            self._kept.popitem(last=False)
        answering = self._make(asked, standing)
        self._kept[asked.id] = (asked, answering)
        return answering

    def _make(self, asked: Ticket, standing: Standing) -> Answering:
        return Answering(self._connection.rest, asked, self._clock, self._edit, self._private.keep, standing)
