"""One file as a message: the method of the library that shows it as what it is."""

from collections.abc import Awaitable, Sequence
from dataclasses import dataclass
from typing import TypedDict, assert_never

from telegram import (
    Bot,
    InlineKeyboardMarkup,
    InputFile,
    InputMediaAnimation,
    InputMediaAudio,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
    Message,
    MessageEntity,
    ReplyParameters,
)

from bot.adapters.telegram.forms import Form
from bot.adapters.telegram.render import Show
from bot.adapters.telegram.words import Words
from bot.domain.attachments import File

Media = InputMediaPhoto | InputMediaVideo | InputMediaAnimation | InputMediaAudio | InputMediaDocument


@dataclass(frozen=True, slots=True)
class Frame:
    """How a message stands in its chat.

    Attributes:
        topic: the topic it stands in.
        silent: whether it makes no sound.
        reply: what it answers.
    """

    topic: int | None
    silent: bool
    reply: ReplyParameters | None


class _Standing(TypedDict):
    reply_markup: InlineKeyboardMarkup | None
    message_thread_id: int | None
    disable_notification: bool
    reply_parameters: ReplyParameters | None


class _Captioned(_Standing):
    caption: str | None
    caption_entities: Sequence[MessageEntity]


def shown(bot: Bot, to: int, post: Show, frame: Frame) -> Awaitable[Message]:
    """The call that sends a file as what it is shown; a sticker has no words."""
    file = InputFile(post.file.content, filename=post.file.name)
    hidden = post.file.spoiler or None
    standing = _Standing(
        reply_markup=post.keys,
        message_thread_id=frame.topic,
        disable_notification=frame.silent,
        reply_parameters=frame.reply,
    )
    captioned = _Captioned(caption=post.words.text or None, caption_entities=post.words.entities, **standing)
    call: Awaitable[Message]
    match post.form:
        case Form.PICTURE:
            call = bot.send_photo(to, file, has_spoiler=hidden, **captioned)
        case Form.VIDEO:
            call = bot.send_video(to, file, has_spoiler=hidden, supports_streaming=True, **captioned)
        case Form.ANIMATION:
            call = bot.send_animation(to, file, has_spoiler=hidden, **captioned)
        case Form.VOICE:
            call = bot.send_voice(to, file, **captioned)
        case Form.AUDIO:
            call = bot.send_audio(to, file, **captioned)
        case Form.STICKER:
            call = bot.send_sticker(to, file, **standing)
        case Form.DOCUMENT:
            call = bot.send_document(to, file, disable_content_type_detection=True, **captioned)
        case _:
            assert_never(post.form)
    return call


def media_of(file: File, form: Form, words: Words) -> Media:
    """A file for an album, or to take another's place; what cannot be either is handed over as a file."""
    content, name, hidden = file.content, file.name, file.spoiler or None
    caption, entities = words.text or None, words.entities
    match form:
        case Form.PICTURE:
            return InputMediaPhoto(content, caption, caption_entities=entities, filename=name, has_spoiler=hidden)
        case Form.VIDEO:
            return InputMediaVideo(
                content, caption, caption_entities=entities, filename=name, has_spoiler=hidden, supports_streaming=True
            )
        case Form.ANIMATION:
            return InputMediaAnimation(content, caption, caption_entities=entities, filename=name, has_spoiler=hidden)
        case Form.AUDIO:
            return InputMediaAudio(content, caption, caption_entities=entities, filename=name)
        case Form.VOICE | Form.STICKER | Form.DOCUMENT:
            return InputMediaDocument(
                content, caption, caption_entities=entities, filename=name, disable_content_type_detection=True
            )
        case _:
            assert_never(form)
