"""What is said, done by the library's methods."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TypeVar, assert_never

from telegram import (
    Bot,
    InputMediaAnimation,
    LinkPreviewOptions,
    Message,
    ReactionTypeEmoji,
    ReplyParameters,
)
from telegram.error import ChatMigrated

from bot.adapters.telegram.chats import Bounded, Chats
from bot.adapters.telegram.errors import attempt
from bot.adapters.telegram.forms import Form, form_of
from bot.adapters.telegram.limits import REACTIONS
from bot.adapters.telegram.names import PLATFORM, message_ref, number, thread_of
from bot.adapters.telegram.render import Post, Say, Show, ShowAlbum, rendered, rendered_edit
from bot.adapters.telegram.showing import Frame, media_of, shown
from bot.adapters.telegram.words import Words
from bot.domain.attachments import File, MediaKind
from bot.domain.piece import Piece
from bot.domain.refs import ChatRef, MessageRef
from bot.ports.outcome import Delivery, Done, Outcome, Reason, Refused, Sent

T = TypeVar("T")
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_NO_TEXT = "no text in the message"
_WORTH_A_FILE = frozenset({Reason.INVALID, Reason.NO_RIGHT, Reason.TOO_LARGE, Reason.UNSUPPORTED})
"""Refusals of something shown that may not be meant for a file."""


class Sending:
    """Sends, changes and takes away.

    Args:
        bot: the library's.
        chats: what is known about chats; upgrades are noted here.
        moved: called with the old and the new id when an upgrade becomes known by a send.
    """

    def __init__(self, bot: Bot, chats: Chats, moved: Callable[[int, int], Awaitable[None]]) -> None:
        self._bot = bot
        self._chats = chats
        self._moved = moved
        # What of a piece in several messages is sent already, by the piece's key: a try again goes on from there.
        self._begun: Bounded[tuple[str, str], tuple[MessageRef, ...]] = Bounded(1_000)
        self._posted: Bounded[tuple[str, str], int] = Bounded(1_000)
        # Messages with a file: to change their words as a text would cost a request that is refused.
        self._captioned: Bounded[tuple[int, int], None] = Bounded(5_000)

    async def follow(self, chat_id: int, call: Callable[[int], Awaitable[T]]) -> T | Refused:
        """Makes a call about a chat; when the chat goes on under another id, once more there.

        Raises:
            Flooded, Unreachable, GatewayRefused: see ``errors.attempt``.
        """
        current = self._chats.current(chat_id)
        try:
            return await attempt(call(current), private=current > 0)
        except ChatMigrated as error:
            new = error.new_chat_id
        await self._moved(current, new)
        try:
            return await attempt(call(new))
        except ChatMigrated:
            return Refused(Reason.GONE, "moved twice")

    async def send(self, chat: ChatRef, piece: Piece, own_name: str, key: str) -> Delivery:
        """Sends a piece: one message, or several where Telegram cannot show it as one."""
        chat_id = number(chat.id)
        if chat.platform != PLATFORM or chat_id is None:
            return Refused(Reason.INVALID, "not a chat of Telegram")
        posts = rendered(piece, own_name)
        if not posts:
            return Refused(Reason.INVALID, "nothing to say")
        mark = (str(chat), key)
        sent = self._begun.get(mark, ())
        for index in range(self._posted.get(mark, 0), len(posts)):
            reply = piece.reply_to if index == 0 else None
            frame = Frame(thread_of(chat), piece.silent, self._reply(chat_id, reply))
            answer = await self._post(chat_id, posts[index], frame)
            if isinstance(answer, Refused):
                if chat_id > 0 and answer.reason is Reason.CLOSED:
                    self._chats.opened[chat_id] = False
                self._forget(mark)
                return Sent(sent) if sent else answer
            sent = (*sent, *(self._noted(message, frame.topic) for message in answer))
            if len(posts) > 1:
                self._begun[mark], self._posted[mark] = sent, index + 1
        if chat_id > 0:
            self._chats.opened[chat_id] = True
        self._forget(mark)
        return Sent(sent)

    def _forget(self, mark: tuple[str, str]) -> None:
        self._begun.pop(mark, None)
        self._posted.pop(mark, None)

    def _noted(self, message: Message, topic: int | None) -> MessageRef:
        self._chats.note_topic(message.chat.id, message.message_id, topic)
        if message.text is None:
            self._captioned[message.chat.id, message.message_id] = None
        return message_ref(message.chat.id, message.message_id)

    def _reply(self, chat_id: int, target: MessageRef | None) -> ReplyParameters | None:
        message = number(target.id) if target is not None else None
        if target is None or message is None or number(target.chat) != chat_id or chat_id in self._chats.moved:
            return None
        return ReplyParameters(message, allow_sending_without_reply=True)

    async def _post(self, chat_id: int, post: Post, frame: Frame) -> tuple[Message, ...] | Refused:
        match post:
            case Say(words=words, keys=keys):
                return _one(
                    await self.follow(
                        chat_id,
                        lambda to: self._bot.send_message(
                            to,
                            words.text,
                            entities=words.entities,
                            reply_markup=keys,
                            message_thread_id=frame.topic,
                            disable_notification=frame.silent,
                            reply_parameters=frame.reply,
                            link_preview_options=_NO_PREVIEW,
                        ),
                    )
                )
            case Show():
                return _one(await self._show(chat_id, post, frame))
            case ShowAlbum(files=files, words=words):
                answer = await self._album(chat_id, files, words, frame)
                if isinstance(answer, Refused) and answer.reason in _WORTH_A_FILE:
                    plain = tuple(replace(file, kind=MediaKind.FILE) for file in files)
                    return await self._album(chat_id, plain, words, frame)
                return answer
            case _:
                assert_never(post)

    async def _album(
        self, chat_id: int, files: tuple[File, ...], words: Words, frame: Frame
    ) -> tuple[Message, ...] | Refused:
        media = [media_of(file, form_of(file), words if index == 0 else Words()) for index, file in enumerate(files)]
        return await self.follow(
            chat_id,
            lambda to: self._bot.send_media_group(
                to,
                [one for one in media if not isinstance(one, InputMediaAnimation)],
                message_thread_id=frame.topic,
                disable_notification=frame.silent,
                reply_parameters=frame.reply,
            ),
        )

    async def _show(self, chat_id: int, post: Show, frame: Frame) -> Message | Refused:
        answer = await self.follow(chat_id, lambda to: shown(self._bot, to, post, frame))
        # What Telegram does not show (a strip, a strange format, an unwanted voice) is handed over as a file.
        if isinstance(answer, Refused) and answer.reason in _WORTH_A_FILE and post.form is not Form.DOCUMENT:
            plain = replace(post, form=Form.DOCUMENT)
            return await self.follow(chat_id, lambda to: shown(self._bot, to, plain, frame))
        return answer

    async def edit(self, message: MessageRef, piece: Piece, own_name: str) -> Outcome:
        """Changes a message: its text, its caption, its file, or only its keys."""
        chat_id, message_id = number(message.chat), number(message.id)
        if message.platform != PLATFORM or chat_id is None or message_id is None:
            return Refused(Reason.INVALID, "not a message of Telegram")
        change = rendered_edit(piece, own_name)
        name = (chat_id, message_id)
        if isinstance(change, Say) and change.words.text and name in self._captioned:
            return done(await self.follow(chat_id, lambda to: self._caption(to, message_id, change)))
        answer = await self.follow(chat_id, lambda to: self.change(change, chat_id=to, message_id=message_id))
        if isinstance(answer, Refused) and isinstance(change, Say) and _NO_TEXT in answer.detail.lower():
            self._captioned[name] = None
            return done(await self.follow(chat_id, lambda to: self._caption(to, message_id, change)))
        return done(answer)

    def _caption(self, to: int, message_id: int, change: Say) -> Awaitable[Message | bool]:
        return self._bot.edit_message_caption(
            to,
            message_id,
            caption=change.words.text,
            caption_entities=change.words.entities,
            reply_markup=change.keys,
        )

    def change(
        self,
        change: Say | Show,
        *,
        chat_id: int | None = None,
        message_id: int | None = None,
        inline_message_id: str | None = None,
    ) -> Awaitable[Message | bool]:
        """The call that changes a message, here or an inline one elsewhere."""
        if isinstance(change, Show):
            return self._bot.edit_message_media(
                media_of(change.file, change.form, change.words),
                chat_id=chat_id,
                message_id=message_id,
                inline_message_id=inline_message_id,
                reply_markup=change.keys,
            )
        if not change.words.text:
            return self._bot.edit_message_reply_markup(
                chat_id, message_id, inline_message_id=inline_message_id, reply_markup=change.keys
            )
        return self._bot.edit_message_text(
            change.words.text,
            chat_id=chat_id,
            message_id=message_id,
            inline_message_id=inline_message_id,
            entities=change.words.entities,
            reply_markup=change.keys,
            link_preview_options=_NO_PREVIEW,
        )

    async def delete(self, message: MessageRef) -> Outcome:
        """Deletes a message."""
        chat_id, message_id = number(message.chat), number(message.id)
        if message.platform != PLATFORM or chat_id is None or message_id is None:
            return Refused(Reason.INVALID, "not a message of Telegram")
        return done(await self.follow(chat_id, lambda to: self._bot.delete_message(to, message_id)))

    async def react(self, message: MessageRef, emoji: str | None) -> Outcome:
        """Sets the bot's one reaction, of Telegram's set, or takes it away."""
        chat_id, message_id = number(message.chat), number(message.id)
        if message.platform != PLATFORM or chat_id is None or message_id is None:
            return Refused(Reason.INVALID, "not a message of Telegram")
        if emoji is not None and emoji not in REACTIONS:
            # Telegram writes its emoji without the variation selector.
            emoji = emoji.replace("\ufe0f", "")
            if emoji not in REACTIONS:
                return Refused(Reason.UNSUPPORTED, "not one of Telegram's reactions")
        wanted = [] if emoji is None else [ReactionTypeEmoji(emoji)]
        return done(await self.follow(chat_id, lambda to: self._bot.set_message_reaction(to, message_id, wanted)))


def done(answer: object) -> Outcome:
    """What came of a call whose answer says nothing."""
    return answer if isinstance(answer, Refused) else Done()


def _one(answer: Message | Refused) -> tuple[Message, ...] | Refused:
    return answer if isinstance(answer, Refused) else (answer,)
