"""A person's tax: how they stand, why they are asked, and what they give."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.locales import Locale
from bot.domain.refs import CommunityId, PersonId, PlaceId, PostId
from cogs.cat_tax.rules.standing import Proof, State, Tender


@dataclass(frozen=True, slots=True)
class Tax:
    """How a person stands with a community's cat tax.

    Attributes:
        place: where the introduction stands or is waited for.
        introduction: the post that introduced them, where there was one.
        locale: the language that it was written in, when that could be told.
        asked_by: the key of the event that made us ask; an event that is handled again finds itself here.
        posts: the bot's posts that ask, as long as they stand.
        together: True when those posts ask others too.
        called: their name while they wait for a greeting with others.
        settled_by: the key of the event that paid or skipped.
        number: of their receipt, counted in the community.
        thumbnail: a WebP, for as long as it waits for its owner's word.
        receipt: the bot's post with the receipt.
    """

    id: int
    community: CommunityId
    person: PersonId
    state: State
    place: PlaceId | None
    introduction: PostId | None
    locale: Locale | None
    asked: datetime | None
    asked_by: str | None
    posts: tuple[PostId, ...]
    together: bool
    called: str | None
    settled: datetime | None
    settled_by: str | None
    tender: Tender | None
    proof: Proof | None
    number: int | None
    thumbnail: bytes | None
    receipt: PostId | None


@dataclass(frozen=True, slots=True)
class Asking:
    """Why and where somebody is asked.

    Attributes:
        place: where; None in the private chat of who asks to be let in.
        introduction: the post that introduces them, where there is one.
        locale: the language that it is written in, when that can be told.
        cause: the key of the event.
    """

    place: PlaceId | None
    introduction: PostId | None
    locale: Locale | None
    cause: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Payment:
    """What somebody gives.

    Attributes:
        thumbnail: a WebP of the picture, where there is one.
        cause: the key of the event; whoever finds theirs in ``Tax.settled_by`` was the one that paid.
    """

    tender: Tender
    proof: Proof
    place: PlaceId | None
    cause: str
    at: datetime
    thumbnail: bytes | None = None
