"""Repeating what members say elsewhere, or in another language: routes that a cog makes, and how it phrases copies.

    @COG.route(CopyKind.BRIDGED)
    async def phrase(ctx: JobContext, route: Route, said: Said) -> Phrase | None: ...

    manner = Manner(languages=(Language.ENGLISH,))
    await ctx.mirror.tie("7", CopyKind.BRIDGED, source=here, target=there, manner=manner, community=ctx.community)

From then on the mirror itself hears the source. Each message becomes a *copy* in the target, and copies follow: edits,
deletions, replies, reactions, files. What the bot said is never an original, so nothing goes round in circles.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, StrEnum
from typing import NewType, Protocol

from bot.domain.author import Account
from bot.domain.controls import Control
from bot.domain.languages import Language
from bot.domain.refs import ChatRef, CommunityId, MessageRef, PersonId, PlaceId
from bot.domain.text import RichText
from bot.ports.translator import Lacking, Translated

RouteId = NewType("RouteId", int)
"""A way that messages take."""

LineId = NewType("LineId", int)
"""One original on one route: what it became is a copy, or a section of one."""


class CopyKind(StrEnum):
    """What copies are for."""

    INLINE = "inline"
    """The same chat in other languages, or its linked threads."""
    BRIDGED = "bridged"
    SPY = "spy"


class Reacting(StrEnum):
    """How reactions cross."""

    NEAREST = "nearest"
    """As the bot's own reaction: the same emoji, or the nearest that the other side has."""
    LINE = "line"
    """As a small line under the copy."""
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Manner:
    """How copies of a route are made.

    Attributes:
        languages: into these, but for the one that it was said in; none: as it was said.
        named: under the author's name.
        answers: as a reply to the original, where source and target are the same chat.
        gathers: seconds that a message waits for others, so that several become one copy; 0 for none.
        files: files go along.
        reactions: how they cross.
        private: translations are never written down but in the copy itself.
        keeps_former: former wordings of what was edited or deleted are kept for as long as words are kept at all.
    """

    languages: tuple[Language, ...] = ()
    named: bool = True
    answers: bool = False
    gathers: int = 0
    files: bool = True
    reactions: Reacting = Reacting.NEAREST
    private: bool = False
    keeps_former: bool = False


@dataclass(frozen=True, slots=True)
class Route:
    """A way that messages take from one place to another (or the same).

    Attributes:
        cog: whose it is.
        knot: what it belongs to, in the cog's own words: routes of one knot are one conversation.
        community: whose settings, glossary and budget count.
    """

    id: RouteId
    cog: str
    knot: str
    kind: CopyKind
    source: PlaceId
    target: PlaceId
    community: CommunityId | None
    manner: Manner


@dataclass(frozen=True, slots=True)
class Heard:
    """A message on its way in, for who says which routes it takes.

    Attributes:
        message: the original (the first of an album).
        person: who said it, None for a chat's own voice.
        files: how many came with it.
        answers: the route by whose conversation the answered message is known: that by which an own message went, and
            for a copy the one that leads back to where it came from. None when it answers nothing of these.
        at: when it was heard.
        reply_to: the answered message itself, also when it is none of these routes': of a conversation that ended, say.
    """

    message: MessageRef
    person: PersonId | None
    text: RichText
    files: int
    answers: RouteId | None
    at: datetime
    reply_to: MessageRef | None = None


@dataclass(frozen=True, slots=True)
class Aim:
    """One of the routes that a message takes, and how.

    Attributes:
        author: shown instead of the account's name; then neither portrait nor account is kept with what was said.
        held: it is kept, and said only by :meth:`Mirror.let_go`.
    """

    route: RouteId
    author: str | None = None
    held: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """An original, ready to be phrased for one route.

    Attributes:
        message: the original (the first of an album).
        author: the name that is shown.
        text: as it was said.
        language: in which it was said, or None where nobody can tell.
        person: who said it, None for a chat's own voice.
        translations: into the route's languages, in their order; none into the language it was said in.
        lacking: why a translation that there should be is not there, or None.
        withheld: True when the author does not want their words to be translated.
        files: how many files came with it; the mirror sends them along by itself.
        alone: True when the copy has this one section only: then it may have keys.
        corrected_by: who corrected the translation, or "".
    """

    line: LineId
    message: MessageRef
    author: str
    text: RichText
    language: Language | None
    person: PersonId | None = None
    translations: tuple[Translated, ...] = ()
    lacking: Lacking | None = None
    withheld: bool = False
    files: int = 0
    alone: bool = True
    corrected_by: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a copy says of one original, without the author's name: the mirror puts that where it belongs."""

    text: RichText
    controls: tuple[tuple[Control, ...], ...] = ()


class Trouble(Enum):
    """What keeps a route from working."""

    GONE = "gone"
    """The chat that copies go to is no longer there, or the bot is not in it any more."""
    NO_RIGHT = "no-right"
    """The bot may not write there."""
    PLAIN = "plain"
    """The bot may not speak under others' names there any more: copies go on as its own, with the name in front."""
    GIVEN_UP = "given-up"
    """The platform could not be reached for hours; a message was given up."""
    UNCERTAIN = "uncertain"
    """A message may stand there twice: the platform does not say whether the first one arrived."""
    NOT_CHANGED = "not-changed"
    """A copy could not be changed or taken away with its original."""
    NO_TRANSLATION = "no-translation"
    """No service gave a translation, or none may be asked."""
    SAVING = "saving"
    """Most of the day's budget is spent: nothing more is translated by itself today."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the mirror knows of a message.

    Attributes:
        original: the message that was repeated (the first of an album).
        chat: where the original stands, with its topic.
        copy: True when the message asked about is the copy.
        person: who said it, None for a chat's own voice.
        lines: how many originals stand in the copy asked about; 1 for an original.
    """

    line: LineId
    route: Route
    original: MessageRef
    chat: ChatRef
    copy: bool
    person: PersonId | None
    author: str
    text: RichText
    language: Language | None
    translations: tuple[Translated, ...]
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Wording:
    """How something read once.

    Attributes:
        at: since when.
    """

    at: datetime
    text: RichText
    translations: tuple[Translated, ...]


@dataclass(frozen=True, slots=True)
class Uttered:
    """What was said on a route, with all that it said before (see :attr:`Manner.keeps_former`).

    Attributes:
        author: the name that is shown.
        at: when it was said.
        text: as it reads now, or did last when it was deleted.
        former: how it read before that, the oldest first.
        files: how many came with it.
    """

    line: LineId
    route: Route
    person: PersonId | None
    author: str
    at: datetime
    text: RichText
    translations: tuple[Translated, ...]
    former: tuple[Wording, ...]
    deleted: bool
    files: int


class Mirror(Protocol):
    """The routes of one cog, and what became of messages."""

    async def tie(
        self,
        knot: str,
        kind: CopyKind,
        *,
        source: PlaceId,
        target: PlaceId,
        manner: Manner,
        community: CommunityId | None,
    ) -> Route:
        """Makes a route, or gives the one of this knot between these places another manner."""
        ...

    async def untie(self, knot: str, place: PlaceId | None = None) -> int:
        """Ends the routes of a knot (those from or to a place); copies stay, and follow no more. Says how many.

        What was held on them is dropped, and what was said on them is forgotten.
        """
        ...

    async def close(self, knot: str) -> int:
        """Has nothing take the routes of a knot any more; says how many. What waits or is held there is never said.

        Unlike :meth:`untie` it leaves known what was said: copies still go with their originals (but change with them
        no more), and it can be asked what was :meth:`uttered`, for as long as words are kept. Then the routes end by
        themselves. Tying them opens them again.
        """
        ...

    async def hand_over(self, route: RouteId, to: RouteId | None) -> Sequence[MessageRef]:
        """Closes one route as :meth:`close` does, but what is held on it is held on another from now on.

        Says what was held and will never be said: all of it where there is no other route.
        """
        ...

    async def routes(self, *, knot: str | None = None, place: PlaceId | None = None) -> Sequence[Route]:
        """This cog's routes: of a knot, or from and to a place, of any kind."""
        ...

    async def rules_changed(self, community: CommunityId) -> None:
        """A community's glossary or consent changed: what is said from now on goes by it."""
        ...

    async def find(self, message: MessageRef) -> Found | None:
        """What is known of a message, be it an original or a copy, on any cog's route; None when nothing is.

        Of several routes the first. Of a copy that holds several originals the last.
        """
        ...

    async def correct(self, line: LineId, language: Language, text: RichText, by: str) -> int:
        """Puts another translation in place of one, in every copy of that original; says in how many."""
        ...

    async def take_back(self, message: MessageRef) -> bool:
        """Deletes an original and all its copies, whichever of them is named; False when the mirror does not know it.

        Whether that is allowed is the caller's to ask.
        """
        ...

    async def repeat(
        self, message: MessageRef, place: PlaceId, account: Account, text: RichText, language: Language
    ) -> None:
        """Takes what the bot said in a member's name for an original of theirs: the only way it ever becomes one."""
        ...

    async def held(self, knot: str) -> Sequence[MessageRef]:
        """What is held on a knot, in the order in which it was said."""
        ...

    async def let_go(self, knot: str, message: MessageRef | None = None) -> int:
        """Says what was held on a knot, one message or all, in the order in which it was said; says how many lines."""
        ...

    async def drop_held(self, knot: str, message: MessageRef) -> bool:
        """What is held is not said any more; False when it is not held (any longer)."""
        ...

    async def uttered(self, line: LineId) -> Uttered | None:
        """What was said on a route of this cog, or is held there, as long as its words are kept."""
        ...

    async def lately(self, knot: str, since: datetime) -> Sequence[Uttered]:
        """What was said on a knot since a moment and stood there, the oldest first, as long as its words are kept."""
        ...

    async def silence(self, community: CommunityId, person: PersonId, until: datetime | None) -> None:
        """From now on nothing that somebody says crosses within a community, until a moment or for good."""
        ...

    async def release(self, community: CommunityId, person: PersonId) -> bool:
        """Lets their words cross again; False when they did."""
        ...

    async def silenced(self, community: CommunityId) -> Sequence[tuple[PersonId, datetime | None]]:
        """Whose words do not cross, and until when."""
        ...
