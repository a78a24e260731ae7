"""Who did what, where: everything about one event that dispatch found out."""

from dataclasses import dataclass
from datetime import timedelta

from bot.api.texts import Texts
from bot.core.stations import Station
from bot.domain.author import Account
from bot.domain.controls import OpenPrivately
from bot.domain.events import Event, ReplyHandle
from bot.domain.refs import ChatRef, CommunityId, PersonId, PlaceId
from bot.ports.gateway import AnswerMode


def chat_of(event: Event) -> ChatRef:
    """Where an event happened."""
    return event.where.chat


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something happened.

    Attributes:
        chat: where answers go: the event's own chat, or the private one when somebody goes on there.
    """

    event: Event
    community: CommunityId | None
    place: PlaceId
    chat: ChatRef
    station: Station


@dataclass(frozen=True, slots=True)
class Scene(Spot):
    """One event with what it is about.

    Attributes:
        mode: how it answers, as declared; None for events that ask nothing.
        stays: how long an answer to all stays in a community's chat; None for good.
        guessed: True when nobody chose the language and the others were never offered.
        continued: what goes on in private when a private answer cannot be given here, or None.
    """

    account: Account
    person: PersonId
    texts: Texts
    mode: AnswerMode | None = None
    stays: timedelta | None = None
    handle: ReplyHandle | None = None
    continued: OpenPrivately | None = None
    guessed: bool = False
