"""Scripted people: they write, edit, delete, react, press, ask; the bot learns of it as on the real platform."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tests.kit.patience import PATIENCE
from tests.twins.telegram.jsons import Json
from tests.twins.telegram.methods.answers import Asked, CallbackAnswer, InlineResult
from tests.twins.telegram.places import Channel, Chat, Group, Topic
from tests.twins.telegram.reactions import CUSTOM, PAID, REACTIONS
from tests.twins.telegram.seen import Post
from tests.twins.telegram.stage import Stage, Waiting
from tests.twins.telegram.texts import found_in
from tests.twins.telegram.wire import chat_json, message_json, reaction_json, user_json
from tests.twins.telegram.world import (
    ANONYMOUS_ADMIN,
    CHANNEL_POSTER,
    ChatState,
    InlineMessage,
    MediaState,
    MessageState,
    UserState,
)

_OLD = 48 * 3600  # seconds after which a button's message comes without its content
Document = tuple[str, bytes, str]


@dataclass(frozen=True, slots=True)
class InlineAsk:
    """An inline query: the bot's list, and choosing from it."""

    person: Person
    query: str
    waiting: Waiting[tuple[InlineResult, ...]]

    async def results(self, timeout: float = PATIENCE) -> tuple[InlineResult, ...]:
        """Wait for the bot's list."""
        return await self.waiting.answered(timeout)

    @property
    def button(self) -> tuple[str, str] | None:
        """The button over the list: what it says, and the payload it opens the private chat with."""
        return self.waiting.asked.button

    def choose(self, result: InlineResult, chat: Chat) -> Post:
        """Send a result into a chat, under the person's name."""
        stage = self.person.stage
        sent = stage.answers.send_inline(result)
        message = stage.chronicle.draft(chat.state, self.person.id)
        message.text, message.entities, message.markup = result.text, result.entities, result.markup
        message.via_bot, message.inline_id = True, sent.id
        stage.chronicle.publish(chat.state, message)
        chosen: Json = {"result_id": result.id, "from": user_json(self.person.state), "query": self.query}
        if result.markup is not None:
            chosen["inline_message_id"] = sent.id
        stage.updates.push("chosen_inline_result", chosen)
        return Post(stage.world, message)


@dataclass(slots=True)
class Person:
    """A user of the platform."""

    stage: Stage
    state: UserState
    private: Chat

    @property
    def id(self) -> int:
        return self.state.id

    @property
    def name(self) -> str:
        return self.state.first_name

    # Writing

    def posts(
        self,
        chat: Chat,
        text: str = "",
        *,
        reply_to: Post | None = None,
        topic: Topic | None = None,
        as_chat: Channel | Group | None = None,
        photo: bytes | None = None,
        document: Document | None = None,
        sticker: bytes | None = None,
        voice: bytes | None = None,
        animation: bytes | None = None,
        video: bytes | None = None,
        video_note: bytes | None = None,
        audio: bytes | None = None,
        album: Sequence[bytes] = (),
        entities: Sequence[Json] = (),
        quote: str = "",
        spoiler: bool = False,
        more: Json | None = None,
    ) -> Post:
        """Write a message; with a file the text is its caption.

        Args:
            chat: Where; `person.private` for the bot's private chat.
            text: Commands, mentions and links in it get their entities.
            reply_to: The message it answers.
            topic: The forum topic.
            as_chat: The group itself (anonymous admin) or a channel that speaks.
            photo: One picture.
            document: Name, bytes, MIME type.
            sticker: A sticker: its bytes say of which kind (`files.TGS`, `files.WEBM`, else a picture).
            voice: A voice message.
            animation: A silent video.
            video: A film.
            video_note: A round film.
            audio: Music.
            album: Two to ten pictures: as many messages; the first, which carries the text, is returned.
            entities: Further entities, as JSON.
            quote: The piece of the other message that is quoted.
            spoiler: The files are hidden until they are tapped.
            more: Further fields of the Bot API's Message: `location`, `poll`, `via_bot`, `forward_origin` ...

        Raises:
            PermissionError: When the platform would not let this person write there.
        """
        self._check_may_write(chat.state)
        files: list[tuple[str, bytes, str, str]] = [("photo", picture, "", "") for picture in album]
        if photo is not None:
            files.append(("photo", photo, "", "image/jpeg"))
        if document is not None:
            files.append(("document", document[1], document[0], document[2]))
        for kind, content, mime in (
            ("sticker", sticker, "image/webp"),
            ("voice", voice, "audio/ogg"),
            ("animation", animation, "video/mp4"),
            ("video", video, "video/mp4"),
            ("video_note", video_note, "video/mp4"),
            ("audio", audio, "audio/mpeg"),
        ):
            if content is not None:
                files.append((kind, content, "", mime))
        group_id = f"{14_000_000_000_000_000 + next(self.stage.world.numbers)}" if len(files) > 1 else ""
        made: list[MessageState] = []
        for position, file in enumerate(files or [None]):
            message = self._frame(chat.state, reply_to, topic, as_chat)
            message.quote, message.media_group_id, message.more = quote, group_id, dict(more or {})
            message.spoiler = spoiler and file is not None
            if file is not None:
                message.media = self._media(*file)
            if position == 0:
                message.text, message.entities = text, found_in(text, tuple(entities))
            made.append(message)
        for message in made:
            self.stage.chronicle.publish(chat.state, message)
        return Post(self.stage.world, made[0])

    def _media(self, kind: str, content: bytes, name: str, mime: str) -> MediaState:
        stored = self.stage.world.files.add(kind, content, name, mime)
        return MediaState(kind, stored.id, self.stage.world.files.describe(stored))

    def _check_may_write(self, chat: ChatState) -> None:
        if chat.kind == "private":
            if chat.id != self.id:
                raise PermissionError("somebody else's private chat")
            self._comes_back()
            self.state.started = True
            return
        self.stage.world.lapse(chat)
        place = chat.member(self.id)
        if not place.present:
            raise PermissionError(f"{self.name} is not in {chat.title}")
        if not place.admin:
            allowed = chat.permissions & place.permissions if place.status == "restricted" else chat.permissions
            if "can_send_messages" not in allowed:
                raise PermissionError(f"{self.name} may not write in {chat.title}")

    def _frame(
        self, chat: ChatState, reply_to: Post | None, topic: Topic | None, as_chat: Channel | Group | None
    ) -> MessageState:
        message = self.stage.chronicle.draft(chat, self.id)
        if as_chat is None and chat.is_group and chat.member(self.id).anonymous:
            message.sender_id, message.sender_chat_id = ANONYMOUS_ADMIN, chat.id
        elif as_chat is not None:
            message.sender_id = ANONYMOUS_ADMIN if as_chat.id == chat.id else CHANNEL_POSTER
            message.sender_chat_id = as_chat.id
        if topic is not None:
            message.topic = topic.id
        if reply_to is not None:
            message.reply_to = reply_to.id
            if reply_to.chat_id != chat.id:
                message.reply_chat = reply_to.chat_id
                return message
            message.topic = message.topic or reply_to.topic
            if chat.kind == "supergroup" and not chat.forum:
                # A chain of answers is a thread too, though not a topic.
                message.thread = reply_to.state.thread or reply_to.id
        return message

    def starts(self, payload: str = "") -> Post:
        """Open the bot's private chat and press Start, by a deep link if there is a payload."""
        return self.posts(self.private, f"/start {payload}".strip())

    def blocks_bot(self) -> None:
        """Block the bot."""
        self.state.blocked = True
        self.stage.chronicle.tell_private_change(self.private.state, "member", "kicked")

    def unblocks_bot(self) -> None:
        """Let the bot write again."""
        self._comes_back()

    def _comes_back(self) -> None:
        if self.state.blocked:
            self.state.blocked = False
            self.stage.chronicle.tell_private_change(self.private.state, "kicked", "member")

    # Changing

    def edits(
        self,
        message: Post,
        text: str,
        *,
        photo: bytes | None = None,
        entities: Sequence[Json] = (),
        more: Json | None = None,
    ) -> None:
        """Change an own message's text or caption, its picture, or what else it shows (`more`)."""
        if message.deleted:
            raise PermissionError("the message is gone")
        message.state.text, message.state.entities = text, found_in(text, tuple(entities))
        message.state.more = {**message.state.more, **(more or {})}
        if photo is not None:
            message.state.media = self._media("photo", photo, "", "image/jpeg")
        self.stage.chronicle.publish_edit(self.stage.world.chats[message.chat_id], message.state)

    def deletes(self, message: Post) -> None:
        """Delete a message. Bots are never told."""
        del self.stage.world.chats[message.chat_id].messages[message.id]
        self.stage.world.changed.fire()

    def reacts(self, message: Post, *emoji: str) -> None:
        """Set this person's reactions; none takes them away. `paid` and `custom:ID` are reactions too.

        Raises:
            PermissionError: It is no emoji to react with, or they may not react there.
        """
        world = self.stage.world
        chat = world.chats[message.chat_id]
        self._check_may_react(chat, emoji)
        old = message.state.reactions.pop(self.id, ())
        if emoji:
            message.state.reactions[self.id] = emoji
        world.changed.fire()
        if chat.kind != "private" and not chat.member(world.bot.id).admin:
            return
        if self.state.is_bot:
            return  # https://core.telegram.org/bots/api#messagereactionupdated
        # The thread is not told, even in a forum.
        change: Json = {
            "chat": chat_json(world, chat),
            "message_id": message.id,
            "date": world.now,
            "old_reaction": reaction_json(old),
            "new_reaction": reaction_json(emoji),
        }
        if chat.is_group and chat.member(self.id).anonymous:
            change["actor_chat"] = chat_json(world, chat)
        else:
            change["user"] = user_json(self.state)
        self.stage.updates.push("message_reaction", change)

    def _check_may_react(self, chat: ChatState, emoji: tuple[str, ...]) -> None:
        if strange := {one for one in emoji if one != PAID and not one.startswith(CUSTOM)} - REACTIONS:
            raise PermissionError(f"nobody can react with {sorted(strange)}")
        if chat.kind == "private":
            return
        self.stage.world.lapse(chat)
        place = chat.member(self.id)
        muted = place.status == "restricted" and "can_react_to_messages" not in place.permissions
        if not place.present or muted:
            raise PermissionError(f"{self.name} may not react in {chat.title}")

    # Asking

    def presses(
        self, message: Post | InlineMessage, label: str = "", *, data: str | None = None
    ) -> Waiting[CallbackAnswer]:
        """Press a button.

        Args:
            message: The message, which may be gone or old by now, or one sent by inline mode.
            label: The button's label or a part of it.
            data: Instead: any data, as a forged client could send.

        Raises:
            LookupError: When the message has no such button, or it is a link.
        """
        world = self.stage.world
        asked: Asked[CallbackAnswer] = Asked(f"{next(world.numbers) + 4_000_000_000}", world.clock())
        self.stage.answers.presses[asked.id] = asked
        query: Json = {"id": asked.id, "from": user_json(self.state), "chat_instance": "7001"}
        if isinstance(message, Post):
            if data is None:
                data = message.button(label).data
                if not data:
                    raise LookupError(f"button {label!r} does not ask the bot")
            if message.state.inline_id:
                query["inline_message_id"] = message.state.inline_id
            else:
                query["message"] = self._pressed(message)
        else:
            query["inline_message_id"] = message.id
        query["data"] = data or ""
        self.stage.updates.push("callback_query", query)
        return Waiting(self.stage, asked)

    def _pressed(self, message: Post) -> Json:
        world = self.stage.world
        if message.deleted or world.clock() - message.state.date >= _OLD:
            # An inaccessible message: where and which, nothing else.
            return {"chat": chat_json(world, world.chats[message.chat_id]), "message_id": message.id, "date": 0}
        return message_json(world, message.state)

    def asks_inline(self, query: str, *, chat_type: str = "private", offset: str = "") -> InlineAsk:
        """Type `@bot query` somewhere."""
        world = self.stage.world
        asked: Asked[tuple[InlineResult, ...]] = Asked(f"{next(world.numbers) + 5_000_000_000}", world.clock())
        self.stage.answers.inline_queries[asked.id] = asked
        self.stage.updates.push(
            "inline_query",
            {
                "id": asked.id,
                "from": user_json(self.state),
                "query": query,
                "offset": offset,
                "chat_type": chat_type,
            },
        )
        return InlineAsk(self, query, Waiting(self.stage, asked))

    def asks_guest(
        self, chat: Chat, text: str, *, reply_to: Post | None = None, quote: str = ""
    ) -> Waiting[InlineMessage]:
        """Ask the bot by its name in a chat that it has not joined (guest mode), maybe about a message.

        Raises:
            PermissionError: It is not set up for that, or is in the chat, or was not named.
        """
        world = self.stage.world
        named = f"@{world.bot.username}".lower() in text.lower()
        if not world.guest_mode or not named or chat.state.member(world.bot.id).present:
            raise PermissionError("nobody is asked that way here")
        asked: Asked[InlineMessage] = Asked(f"{next(world.numbers) + 6_000_000_000}", world.clock())
        self.stage.answers.guest_queries[asked.id] = asked
        message = self._frame(chat.state, reply_to, None, None)
        message.text, message.entities, message.quote = text, found_in(text), quote
        self.stage.chronicle.add(chat.state, message)
        self.stage.updates.push("guest_message", {**message_json(world, message), "guest_query_id": asked.id})
        return Waiting(self.stage, asked)
