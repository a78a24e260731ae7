"""The loop over ``getUpdates``.

Its offset is what tells Telegram that we have an update, so it moves only when the intake has everything before it.
While an album is held, the offset stays before its first part and what was handed on behind it comes again; that is
known by its number and passed over.
"""

import logging
from collections.abc import Callable
from typing import Final, cast

from telegram.error import Conflict, InvalidToken, TelegramError

from bot.adapters.telegram.albums import QUIET, Albums
from bot.adapters.telegram.errors import TooFast, raised
from bot.adapters.telegram.inbound import Inbound
from bot.adapters.telegram.limits import POLL_BATCH
from bot.adapters.telegram.raw import RawUpdate
from bot.adapters.telegram.receiving import Receiving
from bot.adapters.telegram.request import AiohttpRequest
from bot.ports.clock import Clock
from bot.ports.gateway import GatewayState, Intake

_FIRST_PAUSE: Final = 1.0  # seconds; doubled at each failure
_LONGEST_PAUSE: Final = 60.0


class Polling:
    """One poller.

    Args:
        request: asked past the library, which would make objects of every update.
        intake: who takes events over.
        inbound: reads them.
        clock: for pauses and quiet times.
        log: gets one line for each failure.
        poll_for: seconds that the server may hold a poll.
        allowed: the kinds of updates that are asked for.
        told: called at each change: the state, and whether another poller is at work.
    """

    def __init__(
        self,
        request: AiohttpRequest,
        intake: Intake,
        inbound: Inbound,
        clock: Clock,
        log: logging.Logger,
        *,
        poll_for: int,
        allowed: tuple[str, ...],
        told: Callable[[GatewayState, bool], None],
    ) -> None:
        self._request = request
        self._clock = clock
        self._log = log
        self._poll_for = poll_for
        self._told = told
        self._allowed = allowed
        self._albums = Albums()
        self._receiving = Receiving(intake, inbound, self._albums, log)
        self._offset = 0
        self._done: set[int] = set()

    async def run(self) -> None:
        """Polls until cancelled.

        Raises:
            GatewayRefused: the token is not taken.
        """
        pause = 0.0
        at_once = True
        while True:
            try:
                await self._round(0 if at_once else self._poll_for)
            except InvalidToken as error:
                raise raised(error) from error
            except Conflict as error:
                self._told(GatewayState.DOWN, True)
                pause = self._grown(pause)
                self._log.warning("telegram: another poller is at work (%s); again in %g s", error.message, pause)
            except TooFast as error:
                pause = error.seconds
                self._log.warning("telegram: asked to wait; again in %g s", pause)
            except TelegramError as error:
                self._told(GatewayState.DOWN, False)
                pause = self._grown(pause)
                self._log.warning("telegram: no updates (%s); again in %g s", error.message, pause)
            except Exception:
                # The intake could not keep an update: it stays unconfirmed and comes again.
                pause = self._grown(pause)
                self._log.exception("telegram: an update was not kept; again in %g s", pause)
            else:
                self._told(GatewayState.CONNECTED, False)
                pause = 0.0
                at_once = bool(self._albums)
                if at_once:
                    await self._clock.sleep(QUIET)
                continue
            # The next poll answers at once, to know whether all is well again.
            at_once = True
            await self._clock.sleep(pause)

    async def _round(self, seconds: int) -> None:
        began = self._clock.monotonic()
        updates = await self._updates(seconds)
        last = self._offset - 1
        for raw in updates:
            number = raw["update_id"]
            last = max(last, number)
            if number in self._done:
                continue
            await self._receiving.take(raw, self._clock.monotonic())
            self._done.add(number)
        await self._receiving.take_albums(began)
        first_held = self._albums.first()
        # One held may come before the offset when it was told out of order: what is confirmed stays confirmed.
        self._offset = max(self._offset, last + 1 if first_held is None else min(first_held, last + 1))
        self._done = {number for number in self._done if number >= self._offset}

    async def _updates(self, seconds: int) -> list[RawUpdate]:
        answer = await self._request.ask(
            "getUpdates",
            {
                "offset": self._offset,
                "limit": POLL_BATCH,
                "timeout": seconds,
                "allowed_updates": self._allowed,
            },
            within=seconds + (self._request.read_timeout or 0.0),
        )
        if not isinstance(answer, list):
            raise TelegramError("updates that are no list")
        return [
            cast("RawUpdate", raw)
            for raw in cast("list[object]", answer)
            if isinstance(raw, dict) and isinstance(cast("dict[str, object]", raw).get("update_id"), int)
        ]

    @staticmethod
    def _grown(pause: float) -> float:
        return min(max(pause * 2, _FIRST_PAUSE), _LONGEST_PAUSE)
