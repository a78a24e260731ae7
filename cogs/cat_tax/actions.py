"""What the cat tax's keys do, and what it does later.

A key that is for one person carries their row's number (``tax``), so that it works in the private chat too; 0 means the
presser's own, in the community where it is pressed. Handlers look again: keys are stale one day, or forged.
"""

from dataclasses import dataclass

from bot.domain.action import Action, Job
from bot.domain.refs import CommunityId, PersonId, PlaceId, SpaceRef, UserRef
from cogs.cat_tax.rules.standing import Tender


@dataclass(frozen=True, slots=True)
class PayNow(Action):
    """Asks for the picture by a form; where the platform has none, tells in a community how to pay.

    Attributes:
        community: whose tax of the presser's it is, for a key for many that leads to their private chats.
    """

    tax: int = 0
    community: CommunityId | None = None


@dataclass(frozen=True, slots=True)
class SendCat(Action):
    """The form with the picture is sent."""

    tax: int = 0


@dataclass(frozen=True, slots=True)
class NoCat(Action):
    """Offers what else pays."""

    tax: int = 0


@dataclass(frozen=True, slots=True)
class BackToAsk(Action):
    """Goes back to the question."""

    tax: int = 0


@dataclass(frozen=True, slots=True)
class PayWith(Action):
    """Pays with something that is no cat."""

    tender: Tender
    tax: int = 0


@dataclass(frozen=True, slots=True)
class Skip(Action):
    """Does not play along, which is fine."""

    tax: int = 0


@dataclass(frozen=True, slots=True)
class AskMembers(Action):
    """It *is* a cat, says its owner: members are asked."""

    showing: int


@dataclass(frozen=True, slots=True)
class Vouch(Action):
    """Says that a picture shows a cat."""

    showing: int


@dataclass(frozen=True, slots=True)
class Stamp(Action):
    """A moderator says so, which settles it."""

    showing: int


@dataclass(frozen=True, slots=True)
class ShareCat(Action):
    """Says that others may see one's cat."""

    tax: int


@dataclass(frozen=True, slots=True)
class ShowMine(Action):
    """Answers a cat with one's own."""

    tax: int


@dataclass(frozen=True, slots=True)
class SendMine(Action):
    """The form with the answering cat is sent."""

    tax: int


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a moderator's desk was opened: its keys may be pressed in a private chat.

    Attributes:
        space: in which the one who presses must be a moderator.
        place: where somebody is asked of whom no other place is known.
    """

    community: CommunityId
    space: SpaceRef
    place: PlaceId


@dataclass(frozen=True, slots=True)
class AtDesk(Action):
    """The base of all that a moderator does about a person."""

    desk: Desk
    person: PersonId


@dataclass(frozen=True, slots=True)
class LetOff(AtDesk):
    """Exempts the person."""


@dataclass(frozen=True, slots=True)
class StampPerson(AtDesk):
    """Counts the person as paid."""


@dataclass(frozen=True, slots=True)
class AskAgain(AtDesk):
    """Has the person asked now."""


@dataclass(frozen=True, slots=True)
class StartOver(AtDesk):
    """Makes the person a newcomer again."""


@dataclass(frozen=True, slots=True)
class GreetTogether(Job):
    """Greets all who wait in a place in one message."""

    place: PlaceId


@dataclass(frozen=True, slots=True)
class Remind(Job):
    """Reminds who promised a cat, once."""

    tax: int


@dataclass(frozen=True, slots=True)
class OpenDoor(Job):
    """Opens a kept door: nobody is kept out."""

    space: SpaceRef
    user: UserRef


@dataclass(frozen=True, slots=True)
class ForgetNewcomers(Job):
    """Forgets who joined a month ago and said nothing."""


@dataclass(frozen=True, slots=True)
class ForgetThumbnail(Job):
    """Nobody said within a day that others may see it."""

    tax: int


@dataclass(frozen=True, slots=True)
class LetLapse(Job):
    """Members did not decide about a picture within a day."""

    showing: int
