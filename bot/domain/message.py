"""What the bot says, before any platform is thought of."""

from dataclasses import dataclass
from datetime import timedelta

from bot.domain.attachments import File
from bot.domain.controls import Control
from bot.domain.refs import MessageRef, UserRef
from bot.domain.text import RichText


@dataclass(frozen=True, slots=True)
class CardField:
    """A small heading with a text under it."""

    name: str
    value: RichText
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """A framed part of a message; plain text under it where the platform has no frames.

    Attributes:
        colour: 0xRRGGBB, or None for the platform's own.
    """

    title: str = ""
    body: RichText = RichText()
    fields: tuple[CardField, ...] = ()
    footer: str = ""
    colour: int | None = None


@dataclass(frozen=True, slots=True)
class Everyone:
    """All who can read the chat."""


@dataclass(frozen=True, slots=True)
class Only:
    """One person: by a reply that only they see where the platform has it, else a short notice, else in private."""

    user: UserRef


Audience = Everyone | Only


@dataclass(frozen=True, slots=True)
class Bot:
    """The bot speaks as itself."""


@dataclass(frozen=True, slots=True)
class As:
    """The bot repeats what somebody said, under their name where the platform can.

    Attributes:
        picture: a public https address, never a platform's file address with a token, or None.
    """

    name: str
    picture: str | None = None


Speaker = Bot | As


@dataclass(frozen=True, slots=True)
class Outgoing:
    """Something to say.

    Attributes:
        text: what is said; may be empty when there is a card or a file.
        controls: rows of controls; a platform's narrower rows are made from them.
        reply_to: the message answered; when it is gone, the message is sent without it.
        mentions: who is pinged: nobody unless named here.
        silent: without a sound; in a community the bot is a guest and stays silent by default.
        lifetime: taken away again after this long, or None to stay.
    """

    text: RichText = RichText()
    card: Card | None = None
    files: tuple[File, ...] = ()
    controls: tuple[tuple[Control, ...], ...] = ()
    reply_to: MessageRef | None = None
    audience: Audience = Everyone()
    speaker: Speaker = Bot()
    mentions: tuple[UserRef, ...] = ()
    silent: bool = True
    lifetime: timedelta | None = None
