"""People and files of the world as the values that events carry."""

from bot.adapters.playground.drawn import DrawnFile
from bot.adapters.playground.limits import PLATFORM, Side
from bot.adapters.playground.state import BOT, Person, Post
from bot.adapters.playground.world import World
from bot.domain.attachments import Attachment, MediaKind
from bot.domain.author import Account, Author, ChatAuthor, ChatVoice
from bot.domain.refs import UserRef


def account_of(person: Person, *, interacting: bool = False) -> Account:
    """A person as the platform shows them; the left one tells their language only with an interaction of theirs."""
    tells = interacting or person.side is Side.RIGHT
    return Account(person.ref, person.name, person.handle, language=person.language if tells else None)


def bot_account() -> Account:
    """The bot itself."""
    return Account(UserRef(PLATFORM, BOT), "Cat Tax", "cattax", bot=True)


def attachment_of(file: DrawnFile) -> Attachment:
    """A file as the platform hands it over."""
    kind = MediaKind(file.kind)
    if kind is MediaKind.FILE and file.picture:  # of a world from before files had kinds
        kind = MediaKind.PICTURE
    return Attachment(PLATFORM, file.id, file.name, file.media_type, file.size, kind, spoiler=file.spoiler)


def author_of(post: Post, world: World) -> Author:
    """Who wrote a message; under another's name nobody does."""
    person = world.person(post.author)
    if post.drawn.speaker is not None:
        return ChatAuthor(BOT, post.drawn.speaker, ChatVoice.WEBHOOK)
    return bot_account() if person is None else account_of(person)


def attachments_of(post: Post) -> tuple[Attachment, ...]:
    """The files of a message."""
    return tuple(attachment_of(file) for file in post.drawn.files)
