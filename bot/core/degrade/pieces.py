"""One message as the messages that a chat can show."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.core.degrade.cards import as_text, empty, framed, texts_of
from bot.core.degrade.keys import ELLIPSIS, Arranged, arrange
from bot.core.degrade.losses import (
    FileLeftOut,
    FileReason,
    Loss,
    NameInText,
    PictureAsFile,
    ReplyLeftOut,
    TextCut,
)
from bot.core.degrade.room import Room
from bot.core.degrade.shown import blank, shown
from bot.core.degrade.splitting import Measure, split
from bot.domain.attachments import File
from bot.domain.capabilities import Capabilities
from bot.domain.message import As, Bot, Card, Outgoing
from bot.domain.refs import UserRef
from bot.domain.text import Mention, RichText, Style


@dataclass(frozen=True, slots=True)
class Degraded:
    """What a chat is told, and what is lost on the way.

    Attributes:
        pieces: messages in order, each within the chat's limits; none when nothing is left to say.
        losses: in the order found.
    """

    pieces: tuple[Outgoing, ...]
    losses: tuple[Loss, ...] = ()


@dataclass(frozen=True, slots=True)
class _Body:
    """What one message shows."""

    text: RichText = RichText()
    card: Card | None = None
    files: tuple[File, ...] = ()

    @property
    def named(self) -> frozenset[UserRef]:
        """Who is mentioned in it."""
        texts = (self.text, *(texts_of(self.card) if self.card else ()))
        return frozenset(part.user for text in texts for part in text.parts if isinstance(part, Mention))


def degrade(outgoing: Outgoing, capabilities: Capabilities, measure: Measure | None = None) -> Degraded:
    """Makes a message fit a chat: splits, pages and swaps, and reports every loss. Pure; a piece stays as it is.

    A text too long for a caption comes whole before the files, which then follow in messages of their own: a picture's
    caption is no place to read the end of a story. The answered message goes with the first piece and the keys with
    the last; each ping is kept once, where its mention stands first. Keys that do not fit follow under an ellipsis.

    Args:
        outgoing: what is said.
        capabilities: what the chat can do.
        measure: how long a text is once rendered: with what escaping and markup add. It must not shrink when the text
            grows. By default the plain length in the chat's unit.
    """
    room = Room.of(capabilities, measure)
    keys = arrange(outgoing.controls, room)
    files, file_losses = _sendable(outgoing.files, room)
    outgoing, name_losses = _in_own_voice(outgoing, room)
    bodies, text_losses = _bodies(outgoing, keys.links, room)
    bodies = _with_files(bodies, files, room)
    reply_losses: tuple[Loss, ...] = ()
    if outgoing.reply_to is not None and not capabilities.replies:
        outgoing = replace(outgoing, reply_to=None)
        reply_losses = (ReplyLeftOut(),)
    pieces = _pieces(outgoing, bodies, keys)
    return Degraded(pieces, (*name_losses, *text_losses, *file_losses, *keys.losses, *reply_losses))


def _in_own_voice(outgoing: Outgoing, room: Room) -> tuple[Outgoing, tuple[Loss, ...]]:
    """Where the bot cannot speak as another: a first line with the name, as plain characters in one line."""
    if not isinstance(outgoing.speaker, As) or room.capabilities.speaks_as:
        return outgoing, ()
    name = " ".join(outgoing.speaker.name.split())
    line = RichText.of(name, Style.BOLD & room.capabilities.styles)
    text = RichText.join([one for one in (line, outgoing.text) if one], "\n")
    return replace(outgoing, text=text, speaker=Bot()), (NameInText(outgoing.speaker.name),)


def _bodies(outgoing: Outgoing, links: RichText, room: Room) -> tuple[list[_Body], tuple[Loss, ...]]:
    """Text and card, without the files."""
    limit = room.capabilities.text
    card = outgoing.card if outgoing.card and not empty(outgoing.card) else None
    sections = [outgoing.text]
    if card and not room.frames:
        sections.append(as_text(card, room.capabilities.styles))
    text = RichText.join([one for one in sections if not blank(one)], "\n\n")
    text = RichText.join([one for one in (text, links) if not blank(one)], "\n")
    text, losses = shown(text, room, limit)
    parted = split(text, limit, room.measure)
    if parted.cut:
        losses += (TextCut(parted.cut),)
    bodies = [_Body(piece) for piece in parted.pieces]
    if card and room.frames:
        cards, card_losses = framed(card, room)
        losses += card_losses
        for index, one in enumerate(cards):
            if index == 0 and bodies:
                bodies[-1] = replace(bodies[-1], card=one)
            else:
                bodies.append(_Body(card=one))
    return bodies, losses


def _sendable(files: Sequence[File], room: Room) -> tuple[list[File], tuple[Loss, ...]]:
    capabilities = room.capabilities
    kept: list[File] = []
    losses: list[Loss] = []
    for file in files:
        size = len(file.content)
        if capabilities.files < 1:
            losses.append(FileLeftOut(file.name, FileReason.NO_FILES))
        elif file.is_picture and size <= capabilities.picture_bytes:
            kept.append(file)
        elif size <= capabilities.file_bytes:
            kept.append(file)
            if file.is_picture:
                losses.append(PictureAsFile(file.name))
        else:
            losses.append(FileLeftOut(file.name, FileReason.TOO_LARGE))
    return kept, tuple(losses)


def _with_files(bodies: list[_Body], files: Sequence[File], room: Room) -> list[_Body]:
    most = max(room.capabilities.files, 1)
    albums = [tuple(files[start : start + most]) for start in range(0, len(files), most)]
    caption = min(room.capabilities.caption, room.capabilities.text)
    if albums and len(bodies) == 1 and room.holds(bodies[0].text, caption):
        bodies = [replace(bodies[0], files=albums[0])]
        albums = albums[1:]
    return [*bodies, *(_Body(files=album) for album in albums)]


def _pieces(outgoing: Outgoing, bodies: Sequence[_Body], keys: Arranged) -> tuple[Outgoing, ...]:
    first, *more = keys.pages or ((),)
    if first and not bodies:
        bodies = [_Body(RichText.of(ELLIPSIS))]
    if not bodies:
        return ()
    named = frozenset[UserRef]().union(*(body.named for body in bodies))
    waiting = dict.fromkeys(outgoing.mentions)
    pieces: list[Outgoing] = []
    for index, body in enumerate(bodies):
        pinged = tuple(user for user in waiting if user in body.named or (index == 0 and user not in named))
        for user in pinged:
            del waiting[user]
        pieces.append(
            replace(
                outgoing,
                text=body.text,
                card=body.card,
                files=body.files,
                controls=first if index == len(bodies) - 1 else (),
                reply_to=outgoing.reply_to if index == 0 else None,
                mentions=pinged,
            )
        )
    follower = replace(pieces[-1], text=RichText.of(ELLIPSIS), card=None, files=(), reply_to=None, mentions=())
    return (*pieces, *(replace(follower, controls=page) for page in more))
