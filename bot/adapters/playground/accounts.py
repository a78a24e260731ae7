"""People and files of the world as the values that events carry."""

import re

from bot.adapters.playground.drawn import DrawnFile
from bot.adapters.playground.limits import PLATFORM, Side
from bot.adapters.playground.state import BOT, Person, Post
from bot.adapters.playground.world import World
from bot.domain.attachments import Attachment, MediaKind
from bot.domain.author import Account
from bot.domain.refs import UserRef
from bot.domain.text import Mention, Part, RichText, Span

_NAMED = re.compile(r"@([A-Za-z0-9_]{1,32})")


def account_of(person: Person, *, interacting: bool = False) -> Account:
    """A person as the platform shows them; the left one tells their language only with an interaction of theirs."""
    tells = interacting or person.side is Side.RIGHT
    return Account(person.ref, person.name, person.handle, language=person.language if tells else None)


def bot_account() -> Account:
    """The bot itself."""
    return Account(UserRef(PLATFORM, BOT), "Cat Tax", "cattax", bot=True)


def attachment_of(file: DrawnFile) -> Attachment:
    """A file as the platform hands it over."""
    kind = MediaKind.FILE
    if file.media_type == "image/gif":
        kind = MediaKind.ANIMATION
    elif file.picture:
        kind = MediaKind.PICTURE
    return Attachment(PLATFORM, file.id, file.name, file.media_type, file.size, kind)


def text_of(text: str, world: World) -> RichText:
    """What a member typed: plain characters, and mentions of people who are there."""
    parts: list[Part] = []
    end = 0
    for found in _NAMED.finditer(text):
        person = world.person_called(found[1])
        if person is None:
            continue
        if found.start() > end:
            parts.append(Span(text[end : found.start()]))
        parts.append(Mention(person.ref, person.name))
        end = found.end()
    if end < len(text):
        parts.append(Span(text[end:]))
    return RichText(tuple(parts))


def author_of(post: Post, world: World) -> Account:
    """Who wrote a message."""
    person = world.person(post.author)
    return bot_account() if person is None else account_of(person)


def attachments_of(post: Post) -> tuple[Attachment, ...]:
    """The files of a message."""
    return tuple(attachment_of(file) for file in post.drawn.files)
