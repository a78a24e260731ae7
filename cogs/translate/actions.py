"""What the keys under translations do. Each may be forged or stale: its handler looks again."""

from dataclasses import dataclass

from bot.domain.action import Action, Job
from bot.domain.languages import Language
from bot.domain.refs import CommunityId, MessageRef, SpaceRef
from cogs.translate.rules.corrections import Entry


@dataclass(frozen=True, slots=True)
class Home:
    """The club that a key is about, and where its presser has to be an admin: it may stand in a private chat."""

    community: CommunityId
    space: SpaceRef


@dataclass(frozen=True, slots=True)
class AcceptServices(Action):
    """Lets public services see what is said in a community.

    Attributes:
        services: those that the notice named.
    """

    home: Home
    services: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WithdrawService(Action):
    """No longer lets a public service see anything of a community."""

    home: Home
    service: str


@dataclass(frozen=True, slots=True)
class AcceptMine(Action):
    """Lets public services see what the presser has translated in private; they were named."""

    services: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WithdrawMine(Action):
    """No longer lets a public service see what the presser has translated in private."""

    service: str


@dataclass(frozen=True, slots=True)
class TellIn(Action):
    """Shows a text once more, in another language.

    Attributes:
        asked: by what name the text is remembered.
    """

    asked: str
    to: Language


@dataclass(frozen=True, slots=True)
class FlagInto(Action):
    """Translates a message into one of the languages of a flag."""

    message: MessageRef
    to: Language


@dataclass(frozen=True, slots=True)
class ShowReading(Action):
    """Shows the presser how the message that carries the key is read."""


@dataclass(frozen=True, slots=True)
class Better(Action):
    """Asks for a better translation into this language, in place of the one that carries the key."""

    to: Language


@dataclass(frozen=True, slots=True)
class SendBetter(Action):
    """The better translation, as written into the form.

    Attributes:
        message: the one that it is for.
    """

    message: MessageRef
    to: Language


@dataclass(frozen=True, slots=True)
class KnowBoth(Action):
    """Says that the presser knows both languages, and hands their correction in.

    Attributes:
        message: the translation.
        text: the correction as they wrote it.
    """

    message: MessageRef
    source: Language
    to: Language
    text: str


@dataclass(frozen=True, slots=True)
class AgreeTerm(Action):
    """Puts what a correction taught into the glossary."""

    community: CommunityId
    entry: Entry


@dataclass(frozen=True, slots=True)
class RefuseTerm(Action):
    """Keeps it out."""

    community: CommunityId
    entry: Entry


@dataclass(frozen=True, slots=True)
class OpenGlossary(Action):
    """Shows a page of the glossary, from 0."""

    home: Home
    page: int


@dataclass(frozen=True, slots=True)
class AddTerm(Action):
    """Asks for a word of the glossary."""

    home: Home


@dataclass(frozen=True, slots=True)
class KeepTerm(Action):
    """The word, as written into the form."""

    home: Home


@dataclass(frozen=True, slots=True)
class RemoveTerm(Action):
    """Takes a word out."""

    home: Home
    term: int
    page: int


@dataclass(frozen=True, slots=True)
class AskMine(Action):
    """Asks in private which public services may be asked: there alone it can be answered."""


@dataclass(frozen=True, slots=True)
class SweepWords(Job):
    """Drops the words of a club (None: of who was alone with the bot) that were kept for a day."""

    community: CommunityId | None
