"""What members see, and the names of the chats that every stage begins with."""

from dataclasses import dataclass, field

INTRODUCTIONS = "introductions"
GENERAL = "general"
PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class Seen:
    """A message as a member sees it now.

    Attributes:
        id: the platform's name of it.
        text: all its words, those of a card included, as they read.
        by_bot: True when the bot wrote it, under its own name or another's.
        labels: of what can be pressed or picked, in order.
        only_me: True when nobody else sees it.
        pinged: names of those whom it pinged.
        chat: the platform's name of the chat that it stands in, "" for a notice.
        files: the bytes of its pictures and files, in order.
        reactions: those that the bot set on it.
        answers: the platform's name of the message that it answers, or "".
        silent: True when it made no sound.
        author: the name that it stands under: the member's, the bot's, or the one that the bot speaks under.
        edited: True when its words were changed since.
    """

    id: str
    text: str
    by_bot: bool
    labels: tuple[str, ...] = ()
    only_me: bool = False
    pinged: tuple[str, ...] = ()
    chat: str = ""
    files: tuple[bytes, ...] = field(default=(), repr=False)
    reactions: tuple[str, ...] = ()
    answers: str = ""
    silent: bool = False
    author: str = ""
    edited: bool = False

    @property
    def pictures(self) -> int:
        """How many pictures and files it has."""
        return len(self.files)


@dataclass(frozen=True, slots=True)
class Key:
    """A key that somebody saw: it can be pressed later too, when it is gone, by others, and with other data.

    Attributes:
        message: the platform's name of the message that carried it, and ``chat`` that message's chat.
        data: what it brings back.
        leads: True when it leads into the private chat.
        picks: True for an option of a list.
    """

    label: str
    chat: str
    message: str
    data: str
    leads: bool = False
    picks: bool = False
