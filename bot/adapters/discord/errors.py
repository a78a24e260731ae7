"""discord.py's exceptions, turned into ours.

What another try may mend is raised: Flooded, Unreachable. What the platform will not do is :class:`NotDone`, which
never leaves the adapter: the ports answer it as ``Refused``. A wrong token is GatewayRefused.
"""

import asyncio

import aiohttp
import discord

from bot.domain.errors import Flooded, GatewayRefused, PlatformError, Unreachable
from bot.ports.outcome import Reason, Refused

ALREADY_ACKNOWLEDGED = 40060
UNKNOWN_MESSAGE = 10008
UNKNOWN_WEBHOOK = 10015
FOREIGN_MESSAGE = 50005
THREAD_ARCHIVED = 50083
NO_HISTORY_FOR_REPLY = 160002
MISSING_PERMISSIONS = 50013
INVALID_WEBHOOK_TOKEN = 50027

_REASONS: dict[int, Reason] = {
    10003: Reason.GONE,  # unknown channel
    10004: Reason.GONE,  # unknown guild
    10007: Reason.GONE,  # unknown member
    10013: Reason.GONE,  # unknown user
    10014: Reason.UNSUPPORTED,  # unknown emoji
    10015: Reason.GONE,  # unknown webhook
    20009: Reason.CLOSED,  # explicit content cannot be sent to them
    30003: Reason.UNSUPPORTED,  # as many pins as a channel holds
    30007: Reason.UNSUPPORTED,  # 15 webhooks already
    30010: Reason.UNSUPPORTED,  # 20 reactions already
    40005: Reason.TOO_LARGE,
    40060: Reason.GONE,  # acknowledged before: by this process or another
    50001: Reason.NO_RIGHT,
    50003: Reason.NO_RIGHT,  # cannot do that in a DM
    50005: Reason.NO_RIGHT,
    50007: Reason.CLOSED,
    50008: Reason.UNSUPPORTED,  # not a text channel
    50013: Reason.NO_RIGHT,
    50021: Reason.UNSUPPORTED,  # system message
    50024: Reason.UNSUPPORTED,  # not in this type of channel
    50027: Reason.GONE,  # a lapsed token of an interaction or a deleted webhook's
    50045: Reason.TOO_LARGE,
    50083: Reason.NO_RIGHT,  # archived, and may not be opened
    50278: Reason.CLOSED,  # no guild in common
    90001: Reason.NO_RIGHT,  # blocked the bot's reactions
    160002: Reason.NO_RIGHT,
    160004: Reason.UNCHANGED,  # the message has a thread already
    200000: Reason.NO_RIGHT,  # the guild's AutoMod
    200001: Reason.NO_RIGHT,
    240000: Reason.NO_RIGHT,  # harmful link
}
"""Discord's error codes (developers' docs, "Opcodes and status codes")."""

_BY_STATUS = {403: Reason.NO_RIGHT, 404: Reason.GONE, 413: Reason.TOO_LARGE}

_LATER: dict[int, float] = {
    20016: 30.0,  # slowmode
    20022: 30.0,  # announcements
    20028: 30.0,  # the channel's write rate
    30046: 600.0,  # edits of messages older than an hour
}
"""Codes that mean "later" without saying when, and the seconds that we wait then."""

CLOUDFLARE_SECONDS = 60.0
"""What to wait after a 429 that does not come from Discord itself and says nothing."""


class NotDone(Exception):
    """Discord will not do it, and asking again does not help.

    Attributes:
        code: Discord's number for it; 0 where it has none.
    """

    def __init__(self, reason: Reason, code: int, detail: str) -> None:
        super().__init__(f"{reason.value} ({code}): {detail}")
        self.reason = reason
        self.code = code
        self.detail = detail

    @property
    def refused(self) -> Refused:
        """As the ports say it."""
        return Refused(self.reason, f"{self.code} {self.detail}".strip())


def translated(error: Exception, *, wrote: bool) -> NotDone | PlatformError:  # noqa: PLR0911 - one case, one line
    """What to raise in place of a library's exception.

    Args:
        error: what came out of discord.py or aiohttp.
        wrote: whether the request may have changed something, so that a lost answer leaves that uncertain.
    """
    match error:
        case NotDone() | PlatformError():
            return error
        case discord.RateLimited():
            return Flooded(error.retry_after)
        case discord.LoginFailure():
            return GatewayRefused("Discord does not accept the token")
        case discord.HTTPException():
            return _answered(error, wrote)
        case discord.GatewayNotFound():
            return Unreachable("no gateway address")
        case asyncio.TimeoutError():
            return Unreachable("silence", uncertain=wrote)
        case aiohttp.ClientConnectorError():
            return Unreachable(f"no connection: {type(error).__name__}")
        case aiohttp.ClientError() | OSError():
            return Unreachable(type(error).__name__, uncertain=wrote)
        case ValueError():
            return Unreachable("garbage", uncertain=wrote)
        case _:
            return Unreachable(f"{type(error).__name__} in the library", uncertain=wrote)


def _answered(error: discord.HTTPException, wrote: bool) -> NotDone | PlatformError:
    if error.status == 429:
        after = error.response.headers.get("Retry-After", "")
        return Flooded(float(after) if after.replace(".", "", 1).isdigit() else CLOUDFLARE_SECONDS)
    if error.status >= 500:
        return Unreachable(f"HTTP {error.status}", uncertain=wrote)
    if error.code in _LATER:
        return Flooded(_LATER[error.code])
    if error.status == 401 and error.code not in _REASONS:
        return GatewayRefused("Discord does not accept the token")
    reason = _REASONS.get(error.code) or _BY_STATUS.get(error.status, Reason.INVALID)
    return NotDone(reason, error.code, error.text or "")


FATAL_CLOSE_CODES = {
    4004: "Discord does not accept the token",
    4010: "Discord refuses the shard",
    4011: "the bot is in so many servers that it must be sharded",
    4012: "Discord no longer speaks this version of its gateway",
}
"""Close codes after which trying again is useless (developers' docs, "Gateway close event codes")."""


def ended(error: BaseException | None) -> PlatformError:
    """Why a gateway connection ended, as the supervisor understands it."""
    if isinstance(error, discord.ConnectionClosed) and error.code in FATAL_CLOSE_CODES:
        return GatewayRefused(FATAL_CLOSE_CODES[error.code])
    if isinstance(error, discord.ConnectionClosed):
        return Unreachable(f"gateway closed with {error.code}")
    if isinstance(error, discord.PrivilegedIntentsRequired):
        return Unreachable("an intent was taken away")
    if isinstance(error, Exception):
        found = translated(error, wrote=False)
        return Unreachable(str(found)) if isinstance(found, NotDone) else found
    return Unreachable("gateway closed")
