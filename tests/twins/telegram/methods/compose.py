"""What every sending method shares: where to, in answer to what, with which text and keyboard."""

from __future__ import annotations

from dataclasses import dataclass

from tests.twins.telegram.calls import Call
from tests.twins.telegram.chronicle import Chronicle
from tests.twins.telegram.jsons import Json, as_flag, as_integer, as_object, as_text
from tests.twins.telegram.keyboards import check_markup
from tests.twins.telegram.markup import formatted
from tests.twins.telegram.refusals import Refused, bad, check_fields
from tests.twins.telegram.texts import (
    CAPTION_LIMIT,
    TEXT_LIMIT,
    Formatted,
    check_entities,
    found_in,
    length,
    nested_properly,
    trimmed,
)
from tests.twins.telegram.world import ChatState, MessageState, World

_REPLY = frozenset(
    {
        "message_id",
        "chat_id",
        "allow_sending_without_reply",
        "quote",
        "quote_parse_mode",
        "quote_entities",
        "quote_position",
        "checklist_task_id",
        "poll_option_id",
    }
)
_PREVIEW = frozenset({"is_disabled", "url", "prefer_small_media", "prefer_large_media", "show_above_text"})
_PERMISSION = {
    "photo": ("can_send_photos", "photos"),
    "document": ("can_send_documents", "documents"),
    "animation": ("can_send_other_messages", "animations"),
    "sticker": ("can_send_other_messages", "stickers"),
    "voice": ("can_send_voice_notes", "voice notes"),
    "audio": ("can_send_audios", "music"),
    "video": ("can_send_videos", "videos"),
    "video_note": ("can_send_video_notes", "video notes"),
    "text": ("can_send_messages", "text messages"),
}


@dataclass(slots=True)
class Composer:
    """Builds the bot's messages."""

    world: World
    chronicle: Chronicle
    token: str
    violations: list[str]

    def text(self, call: Call, name: str = "text", entities: str = "entities") -> Formatted:
        """The text of a message, parsed and within its limits.

        Raises:
            Refused: Empty, too long, malformed.
        """
        result = self._formatted(call.text(name), call.text("parse_mode"), call.structure(entities))
        if not result.text:
            raise bad("message text is empty")
        if length(result.text) > TEXT_LIMIT:
            raise bad("MESSAGE_TOO_LONG" if call.method.startswith("edit") else "message is too long")
        return result

    def caption(self, call: Call) -> Formatted:
        """A caption, which may be empty."""
        return self.caption_of(call.text("caption"), call.text("parse_mode"), call.structure("caption_entities"))

    def caption_of(self, text: str, parse_mode: str, entities: object) -> Formatted:
        """A caption from its parts (media groups carry them inside).

        Raises:
            Refused: Too long or malformed.
        """
        result = self._formatted(text, parse_mode, entities)
        if length(result.text) > CAPTION_LIMIT:
            raise bad("message caption is too long")
        return result

    def message_text(self, text: str, parse_mode: str, entities: object) -> Formatted:
        """A text from its parts (inline results carry them inside)."""
        result = self._formatted(text, parse_mode, entities)
        if not result.text:
            raise bad("message text is empty")
        if length(result.text) > TEXT_LIMIT:
            raise bad("message is too long")
        return result

    def _formatted(self, text: str, parse_mode: str, entities: object) -> Formatted:
        if parse_mode:
            result = formatted(text, parse_mode)
            if entities:
                self.violations.append("both parse_mode and entities: the server ignores the entities")
        else:
            result = Formatted(text, check_entities(text, entities))
        if not nested_properly(result.entities):
            raise bad("can't parse entities: entities overlap without nesting")
        if self.token.partition(":")[2] in result.text:
            self.violations.append("the bot's token in a message")
        result = trimmed(result)
        known = tuple(self._with_user(entity) for entity in result.entities if self._mentionable(entity))
        return Formatted(result.text, found_in(result.text, known))

    def _mentionable(self, entity: Json) -> bool:
        # The real server silently drops a mention of somebody it cannot resolve for this bot.
        return entity["type"] != "text_mention" or self._mentioned_id(entity) in self.world.users

    @staticmethod
    def _mentioned_id(entity: Json) -> int:
        return as_integer((as_object(entity.get("user")) or {}).get("id")) or 0

    def _with_user(self, entity: Json) -> Json:
        if entity["type"] != "text_mention":
            return entity
        user = self.world.users[self._mentioned_id(entity)]
        return {**entity, "user": {"id": user.id, "is_bot": user.is_bot, "first_name": user.first_name}}

    def frame(self, call: Call, kind: str) -> tuple[ChatState, MessageState]:
        """Check place, rights, topic, reply and keyboard, and open a new message there.

        Args:
            call: A sending call.
            kind: `text`, `photo`, ... for the permission it needs.

        Raises:
            Refused: For each of them.
        """
        chat = self.world.reachable(call.values.get("chat_id"))
        self._check_permission(chat, kind)
        topic = self._topic(chat, call.integer("message_thread_id"))
        markup = check_markup(call.structure("reply_markup"))
        reply_to, quote = self._reply(chat, call)
        if self.world.rates is not None and call.method != "sendMediaGroup":
            self.world.rates.send(chat.id, 1, self.world.clock())
        message = self.chronicle.draft(chat, self.world.bot.id)
        if chat.kind == "channel":
            message.sender_id, message.sender_chat_id = None, chat.id
        message.topic, message.markup, message.reply_to, message.quote = topic, markup, reply_to, quote
        if topic is None and reply_to is not None:
            message.topic = chat.messages[reply_to].topic
        message.silent = call.flag("disable_notification")
        message.protected = call.flag("protect_content")
        message.link_preview = self._link_preview(call)
        return chat, message

    def _check_permission(self, chat: ChatState, kind: str) -> None:
        if chat.kind == "private":
            return
        place = chat.member(self.world.bot.id)
        if chat.kind == "channel":
            if not place.may("can_post_messages"):
                raise bad("need administrator rights in the channel chat")
            return
        right, words = _PERMISSION[kind]
        if place.admin:
            return
        allowed = chat.permissions & place.permissions if place.status == "restricted" else chat.permissions
        if right not in allowed:
            raise bad(f"not enough rights to send {words} to the chat")

    def _topic(self, chat: ChatState, thread: int | None) -> int | None:
        if thread is None or thread == 0:
            return None
        if not chat.forum or thread not in chat.topics:
            raise bad("message thread not found")
        if chat.topics[thread].closed and not chat.member(self.world.bot.id).may("can_manage_topics"):
            raise bad("TOPIC_CLOSED")
        return thread

    def _reply(self, chat: ChatState, call: Call) -> tuple[int | None, str]:
        wanted = call.mapping("reply_parameters")
        if wanted is None:
            return None, ""
        check_fields("ReplyParameters", wanted, _REPLY)
        number = as_integer(wanted.get("message_id")) or 0
        elsewhere = wanted.get("chat_id")
        target_chat = chat if elsewhere is None else self.world.chat(elsewhere)
        target = target_chat.messages.get(number)
        if target is None:
            if as_flag(wanted.get("allow_sending_without_reply")):
                return None, ""
            raise bad("message to be replied not found")
        quote = as_text(wanted.get("quote"))
        if quote and quote not in target.text:
            raise bad("QUOTE_TEXT_INVALID")
        return (number, quote) if target_chat is chat else (None, quote)

    @staticmethod
    def _link_preview(call: Call) -> Json | None:
        options = call.mapping("link_preview_options")
        if options is not None:
            check_fields("LinkPreviewOptions", options, _PREVIEW)
        return options

    def own(self, chat: ChatState, message_id: int | None, purpose: str) -> MessageState:
        """One of the bot's own messages.

        Raises:
            Refused: Not found, or someone else's.
        """
        message = self.world.message(chat, message_id, purpose)
        mine = message.sender_id == self.world.bot.id or (
            chat.kind == "channel" and chat.member(self.world.bot.id).may("can_edit_messages")
        )
        if not mine or message.service or message.forward_origin:
            raise bad("message can't be edited")
        return message


def not_modified() -> Refused:
    """The answer to an edit that changes nothing."""
    return bad(
        "message is not modified: specified new message content and reply markup are exactly the same "
        "as a current content and reply markup of the message"
    )
