"""What the keys of bridges do. Each says itself where it is about: it may be pressed in a private chat, days later."""

from dataclasses import dataclass

from bot.domain.action import Action
from bot.domain.languages import Language
from bot.domain.refs import CommunityId, PersonId, PlaceId, SpaceRef
from cogs.bridge.rules import BridgeId, Direction, Part, Reactions


@dataclass(frozen=True, slots=True)
class Home:
    """The chat whose bridges a screen is about.

    Attributes:
        space: in which the one who presses must be an admin.
    """

    community: CommunityId
    space: SpaceRef
    place: PlaceId


@dataclass(frozen=True, slots=True)
class AtHome(Action):
    """The base of all that an admin does about a chat's bridges."""

    home: Home


@dataclass(frozen=True, slots=True)
class OpenBridges(AtHome):
    """Shows what a chat is tied to."""


@dataclass(frozen=True, slots=True)
class OpenBridge(AtHome):
    """Shows one bridge."""

    bridge: BridgeId


@dataclass(frozen=True, slots=True)
class ChooseFirst(AtHome):
    """Asks which language is spoken here, before a code for a new bridge is made."""


@dataclass(frozen=True, slots=True)
class MakeCode(AtHome):
    """Makes a one-time code.

    Attributes:
        bridge: to which another chat is to be tied; None for a new one.
        language: of this chat, for a new one.
    """

    bridge: BridgeId | None = None
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class AskCode(AtHome):
    """Opens the form for a code."""


@dataclass(frozen=True, slots=True)
class EnterCode(AtHome):
    """Ties this chat by the code of the form."""


@dataclass(frozen=True, slots=True)
class OpenLanguages(AtHome):
    """Offers languages for this chat."""

    bridge: BridgeId


@dataclass(frozen=True, slots=True)
class PutLanguage(AtHome):
    """Chooses this chat's language; None has nothing translated for it."""

    bridge: BridgeId
    language: Language | None


@dataclass(frozen=True, slots=True)
class AskLanguage(AtHome):
    """Opens the form for a language that is not on the list."""

    bridge: BridgeId


@dataclass(frozen=True, slots=True)
class KeepLanguage(AtHome):
    """Chooses the language of the form."""

    bridge: BridgeId


@dataclass(frozen=True, slots=True)
class OpenDirections(AtHome):
    """Offers directions for this chat."""

    bridge: BridgeId


@dataclass(frozen=True, slots=True)
class PutDirection(AtHome):
    """Chooses which way messages go."""

    bridge: BridgeId
    direction: Direction


@dataclass(frozen=True, slots=True)
class OpenReactions(AtHome):
    """Offers ways for reactions to cross."""

    bridge: BridgeId


@dataclass(frozen=True, slots=True)
class PutReactions(AtHome):
    """Chooses how reactions cross."""

    bridge: BridgeId
    reactions: Reactions


@dataclass(frozen=True, slots=True)
class Put(AtHome):
    """Turns a part of a bridge on or off: which of both is said, so that a doubled press changes nothing more."""

    bridge: BridgeId
    part: Part
    on: bool


@dataclass(frozen=True, slots=True)
class AskUntie(AtHome):
    """Asks once more before this chat is untied, or the whole bridge ends."""

    bridge: BridgeId
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Untie(AtHome):
    """Unties this chat, or ends the whole bridge."""

    bridge: BridgeId
    whole: bool = False


@dataclass(frozen=True, slots=True)
class CarryMe(Action):
    """Somebody's own words cross the bridges of a chat, or do not."""

    place: PlaceId
    on: bool


@dataclass(frozen=True, slots=True)
class Unmute(AtHome):
    """Lets somebody's words cross again."""

    person: PersonId
