"""What a message carries beside or instead of words: files, and things that no other platform shows, in plain words."""

from collections.abc import Iterable, Iterator

from telegram import Animation, Audio, Document, Message, PhotoSize, Sticker, Video, VideoNote, Voice

from bot.adapters.telegram.names import PLATFORM
from bot.adapters.telegram.spans import spanned
from bot.domain.attachments import Attachment, MediaKind
from bot.domain.text import RichText

_Media = PhotoSize | Sticker | VideoNote | Voice | Animation | Video | Audio | Document


def text_of(message: Message) -> RichText:
    """A message's words; where there are none, what it shows in plain facts and signs that need no language."""
    if message.text is not None:
        return spanned(message.text, message.entities)
    if message.caption is not None:
        return spanned(message.caption, message.caption_entities)
    return RichText.of("\n".join(_facts(message)))


def attachments_of(messages: Iterable[Message]) -> tuple[Attachment, ...]:
    """The files of a message, or of an album's messages."""
    return tuple(found for message in messages if (found := _attachment(message)) is not None)


def content_mark(message: Message) -> int:
    """A number that changes when the words or the file do, and not with anything else, such as where somebody walks."""
    words = RichText() if message.location is not None else text_of(message)
    media = _media(message)
    return hash((words, None if media is None else media.file_unique_id, bool(message.has_media_spoiler)))


def _media(message: Message) -> _Media | None:
    if message.photo:
        return max(message.photo, key=lambda size: size.width * size.height)
    # An animation comes as a document as well: it is looked for first.
    return (
        message.sticker
        or message.video_note
        or message.voice
        or message.animation
        or message.video
        or message.audio
        or message.document
    )


def _attachment(message: Message) -> Attachment | None:
    media = _media(message)
    name = ""
    match media:
        case None:
            return None
        case PhotoSize():
            kind, claimed = MediaKind.PICTURE, "image/jpeg"
        case Sticker():
            kind, claimed = MediaKind.STICKER, _sticker_type(media)
        case VideoNote():
            kind, claimed = MediaKind.VIDEO, "video/mp4"
        case Voice():
            kind, claimed = MediaKind.VOICE, media.mime_type or ""
        case Animation():
            kind, claimed, name = MediaKind.ANIMATION, media.mime_type or "", media.file_name or ""
        case Video():
            kind, claimed, name = MediaKind.VIDEO, media.mime_type or "", media.file_name or ""
        case Audio():
            kind, claimed, name = MediaKind.AUDIO, media.mime_type or "", media.file_name or ""
        case Document():
            kind, claimed, name = MediaKind.FILE, media.mime_type or "", media.file_name or ""
    hidden = bool(message.has_media_spoiler)
    return Attachment(PLATFORM, media.file_id, name, claimed, media.file_size, kind, hidden)


def _sticker_type(sticker: Sticker) -> str:
    return "video/webm" if sticker.is_video else "application/x-tgsticker" if sticker.is_animated else "image/webp"


def _facts(message: Message) -> Iterator[str]:
    """Lines for what is neither words nor a file that others show."""
    sticker = message.sticker
    if sticker is not None and (sticker.is_animated or sticker.is_video) and sticker.emoji:
        yield sticker.emoji
    if message.venue is not None:
        yield f"📍 {message.venue.title}, {message.venue.address}"
    elif message.location is not None:
        yield f"📍 {message.location.latitude:.6g}, {message.location.longitude:.6g}"
    if message.contact is not None:
        name = " ".join(part for part in (message.contact.first_name, message.contact.last_name) if part)
        yield f"👤 {name}, {message.contact.phone_number}"
    if message.poll is not None:
        yield f"📊 {message.poll.question}"
        yield from (f"• {option.text}" for option in message.poll.options)
    if message.checklist is not None:
        yield f"☑️ {message.checklist.title}"
        yield from (f"• {task.text}" for task in message.checklist.tasks)
    if message.dice is not None:
        yield f"{message.dice.emoji} {message.dice.value}"
    if message.story is not None:
        yield f"📖 {message.story.chat.effective_name or ''}".rstrip()
    if message.game is not None:
        yield f"🎮 {message.game.title}"
    if message.invoice is not None:
        yield f"🧾 {message.invoice.title}"
    if message.paid_media is not None:
        yield f"⭐ {message.paid_media.star_count}"
    if message.giveaway is not None:
        yield "🎁"
