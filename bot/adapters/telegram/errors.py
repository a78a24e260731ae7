"""What the library raises, as our errors (worth another try) or as a refusal (not worth one)."""

from collections.abc import Awaitable
from typing import TypeVar

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    TelegramError,
)

from bot.domain.errors import Flooded, GatewayRefused, PlatformError, Unreachable
from bot.ports.outcome import Reason, Refused

T = TypeVar("T")


class Unsent(NetworkError):
    """The request never left: the platform cannot have done it."""


class TooFast(NetworkError):
    """HTTP 429. Our own, since the library's ``RetryAfter`` warns about its own deprecation whenever it is made.

    Attributes:
        seconds: how long the platform wants us to wait.
    """

    __slots__ = ("seconds",)

    def __init__(self, seconds: float) -> None:
        super().__init__(f"too many requests, again in {seconds:g} s")
        self.seconds = seconds


class TooLarge(NetworkError):
    """HTTP 413: the server does not take so large a request."""


# Parts of the server's descriptions, lower case, in the order they are looked for. The API gives no codes; these are
# the words of https://github.com/tdlib/telegram-bot-api (Client.cpp) and of the errors it passes on.
_WORDS: tuple[tuple[str, Reason], ...] = (
    ("message is not modified", Reason.UNCHANGED),
    ("message is too long", Reason.TOO_LARGE),
    ("caption is too long", Reason.TOO_LARGE),
    ("file is too big", Reason.TOO_LARGE),
    ("too big for a photo", Reason.TOO_LARGE),
    ("entity too large", Reason.TOO_LARGE),
    ("query is too old", Reason.GONE),
    ("query id is invalid", Reason.GONE),
    ("message to edit not found", Reason.GONE),
    ("message to delete not found", Reason.GONE),
    ("message to react not found", Reason.GONE),
    ("message to be replied not found", Reason.GONE),
    ("message to pin not found", Reason.GONE),
    ("message to unpin not found", Reason.GONE),
    ("message_id_invalid", Reason.GONE),
    ("message thread not found", Reason.GONE),
    ("topic_deleted", Reason.GONE),
    ("topic_id_invalid", Reason.GONE),
    ("user not found", Reason.GONE),
    ("member not found", Reason.GONE),
    ("participant_id_invalid", Reason.GONE),
    ("user_not_participant", Reason.GONE),
    ("hide_requester_missing", Reason.GONE),
    ("user_already_participant", Reason.UNCHANGED),
    ("topic_not_modified", Reason.UNCHANGED),
    ("chat_not_modified", Reason.UNCHANGED),
    ("reaction_invalid", Reason.UNSUPPORTED),
    ("not a forum", Reason.UNSUPPORTED),
    ("chat_not_forum", Reason.UNSUPPORTED),
    ("method is available only for supergroups", Reason.UNSUPPORTED),
    ("not enough rights", Reason.NO_RIGHT),
    ("have no rights", Reason.NO_RIGHT),
    ("need administrator rights", Reason.NO_RIGHT),
    ("chat_admin_required", Reason.NO_RIGHT),
    ("chat_write_forbidden", Reason.NO_RIGHT),
    ("chat_restricted", Reason.NO_RIGHT),
    ("user_admin_invalid", Reason.NO_RIGHT),
    ("user is an administrator", Reason.NO_RIGHT),
    ("can't remove chat owner", Reason.NO_RIGHT),
    ("can't restrict self", Reason.NO_RIGHT),
    ("message can't be deleted", Reason.NO_RIGHT),
    ("message can't be edited", Reason.NO_RIGHT),
    ("topic_closed", Reason.NO_RIGHT),
)
_CLOSED = ("blocked by the user", "initiate conversation", "user is deactivated", "messages to bots")
_AWAY = ("was kicked", "is not a member", "chat was deleted", "group chat was deactivated")


def reason_of(error: BadRequest | Forbidden, *, private: bool = False) -> Reason:
    """Why the platform refused, from its words.

    Args:
        error: what the library raised.
        private: whether it was about a private chat: there "chat not found" means that it was never opened.
    """
    words = error.message.lower()
    if isinstance(error, Forbidden):
        if any(part in words for part in _CLOSED):
            return Reason.CLOSED
        return Reason.GONE if any(part in words for part in _AWAY) else Reason.NO_RIGHT
    if "chat not found" in words or "peer_id_invalid" in words:
        return Reason.CLOSED if private else Reason.GONE
    return next((reason for part, reason in _WORDS if part in words), Reason.INVALID)


def raised(error: TelegramError) -> PlatformError:
    """What the library raised, as an error that says whether another try may help."""
    match error:
        case TooFast():
            return Flooded(error.seconds)
        case InvalidToken():
            return GatewayRefused("the token was refused")
        case Conflict():
            return Unreachable(error.message)
        case Unsent():
            return Unreachable(error.message)
        case _:
            return Unreachable(error.message, uncertain=True)


async def attempt(call: Awaitable[T], *, private: bool = False) -> T | Refused:
    """Waits for a call and sorts what went wrong.

    Raises:
        Flooded: the platform asks to wait.
        Unreachable: network, 5xx, garbage, silence.
        GatewayRefused: the token is not taken (any more).
        ChatMigrated: the library's own; who sends follows the chat.
    """
    try:
        return await call
    except (BadRequest, Forbidden) as error:
        return Refused(reason_of(error, private=private), error.message)
    except TooLarge as error:
        return Refused(Reason.TOO_LARGE, error.message)
    except ChatMigrated:
        raise
    except TelegramError as error:
        raise raised(error) from error
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        # The library reads answers without checks: JSON of the wrong shape ends here.
        raise Unreachable(f"an answer that does not read ({type(error).__name__})", uncertain=True) from error
