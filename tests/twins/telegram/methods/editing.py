"""Methods that change messages: edits, deletions, reactions, pins."""

from __future__ import annotations

import json
from dataclasses import dataclass

from tests.twins.telegram.calls import Call, Handler
from tests.twins.telegram.jsons import Json, as_flag, as_object, as_text
from tests.twins.telegram.keyboards import check_markup
from tests.twins.telegram.methods.compose import Composer, not_modified
from tests.twins.telegram.methods.sending import MediaIntake
from tests.twins.telegram.reactions import REACTIONS
from tests.twins.telegram.refusals import bad, check_fields
from tests.twins.telegram.texts import Formatted
from tests.twins.telegram.wire import message_json
from tests.twins.telegram.world import ChatState, InlineMessage, MessageState

_DELETABLE = 48 * 3600  # seconds


def _bare(entities: tuple[Json, ...]) -> str:
    return json.dumps(entities, sort_keys=True)


@dataclass(slots=True)
class Editing:
    """editMessageText and its kin."""

    composer: Composer
    media: MediaIntake

    def methods(self) -> dict[str, Handler]:
        """This area's methods by name."""
        return {
            "editMessageText": self.edit_text,
            "editMessageCaption": self.edit_caption,
            "editMessageMedia": self.edit_media,
            "editMessageReplyMarkup": self.edit_markup,
            "deleteMessage": self.delete,
            "deleteMessages": self.delete_many,
            "setMessageReaction": self.react,
            "pinChatMessage": self.pin,
            "unpinChatMessage": self.unpin,
            "unpinAllChatMessages": self.unpin_all,
        }

    def _target(self, call: Call) -> tuple[ChatState, MessageState]:
        chat = self.composer.world.reachable(call.values.get("chat_id"))
        message = self.composer.own(chat, call.integer("message_id"), "edit")
        if self.composer.world.rates is not None:
            self.composer.world.rates.edit(chat.id, self.composer.world.clock())
        return chat, message

    def _inline(self, call: Call) -> InlineMessage | None:
        if not (inline_id := call.text("inline_message_id")):
            return None
        found = self.composer.world.inline_messages.get(inline_id)
        if found is None:
            raise bad("MESSAGE_ID_INVALID")
        return found

    def _edited(self, message: MessageState) -> object:
        message.edit_date = self.composer.world.now
        self.composer.world.changed.fire()
        return message_json(self.composer.world, message)

    def _edit_inline(self, found: InlineMessage, written: Formatted | None, markup: Json | None) -> object:
        text, entities = (written.text, written.entities) if written else (found.text, found.entities)
        if (text, _bare(entities), markup) == (found.text, _bare(found.entities), found.markup):
            raise not_modified()
        found.text, found.entities, found.markup = text, entities, markup
        found.edits += 1
        for chat in self.composer.world.chats.values():
            for message in chat.messages.values():
                if message.inline_id == found.id:
                    message.text, message.entities, message.markup = text, entities, markup
                    message.edit_date = self.composer.world.now
        self.composer.world.changed.fire()
        return True

    def _rewrite(self, message: MessageState, written: Formatted, markup: Json | None) -> object:
        same_text = (written.text, _bare(written.entities)) == (message.text, _bare(message.entities))
        if same_text and markup == message.markup:
            raise not_modified()
        message.text, message.entities, message.markup = written.text, written.entities, markup
        return self._edited(message)

    async def edit_text(self, call: Call) -> object:
        found = self._inline(call)
        chat_and_message = None if found else self._target(call)
        written = self.composer.text(call)
        markup = check_markup(call.structure("reply_markup"), inline_only=True)
        if found is not None:
            return self._edit_inline(found, written, markup)
        assert chat_and_message is not None
        _, message = chat_and_message
        if message.media is not None:
            raise bad("there is no text in the message to edit")
        return self._rewrite(message, written, markup)

    async def edit_caption(self, call: Call) -> object:
        found = self._inline(call)
        caption = self.composer.caption(call)
        markup = check_markup(call.structure("reply_markup"), inline_only=True)
        if found is not None:
            return self._edit_inline(found, caption, markup)
        _, message = self._target(call)
        if message.media is None:
            raise bad("there is no caption in the message to edit")
        return self._rewrite(message, caption, markup)

    async def edit_media(self, call: Call) -> object:
        chat, message = self._target(call)
        part = call.mapping("media")
        if part is None:
            raise bad("media to edit is empty")
        kind = as_text(part.get("type"))
        if kind not in {"photo", "video", "document", "audio", "animation"}:
            raise bad("can't parse InputMedia: type must be one of photo, video, document, audio, animation")
        stored = self.media.take(call, part.get("media"), kind, "")
        caption = self.composer.caption_of(
            as_text(part.get("caption")), as_text(part.get("parse_mode")), part.get("caption_entities")
        )
        markup = check_markup(call.structure("reply_markup"), inline_only=True)
        former = message.media.file_id if message.media else ""
        if (stored.id, caption.text, markup) == (former, message.text, message.markup):
            raise not_modified()
        message.media, message.spoiler = self.media.shown(stored), as_flag(part.get("has_spoiler"))
        message.text, message.entities, message.markup = caption.text, caption.entities, markup
        chat.messages[message.id] = message
        return self._edited(message)

    async def edit_markup(self, call: Call) -> object:
        markup = check_markup(call.structure("reply_markup"), inline_only=True)
        if (found := self._inline(call)) is not None:
            return self._edit_inline(found, None, markup)
        _, message = self._target(call)
        if (markup or {}) == (message.markup or {}):
            raise not_modified()
        message.markup = markup
        return self._edited(message)

    async def delete(self, call: Call) -> object:
        chat = self.composer.world.reachable(call.values.get("chat_id"))
        message = self.composer.world.message(chat, call.integer("message_id"), "delete")
        if not self._deletable(chat, message):
            raise bad("message can't be deleted")
        self._remove(chat, message)
        return True

    async def delete_many(self, call: Call) -> object:
        chat = self.composer.world.reachable(call.values.get("chat_id"))
        numbers = call.listing("message_ids") or []
        if not 1 <= len(numbers) <= 100:
            raise bad("wrong number of message identifiers")
        for number in numbers:
            found = chat.messages.get(number) if isinstance(number, int) else None
            if found is not None and self._deletable(chat, found):
                self._remove(chat, found)
        return True

    def _deletable(self, chat: ChatState, message: MessageState) -> bool:
        if self.composer.world.clock() - message.date >= _DELETABLE:
            return False
        mine = message.sender_id == self.composer.world.bot.id
        return mine or chat.kind == "private" or chat.member(self.composer.world.bot.id).may("can_delete_messages")

    def _remove(self, chat: ChatState, message: MessageState) -> None:
        del chat.messages[message.id]
        if message.id in chat.pinned:
            chat.pinned.remove(message.id)
        self.composer.world.changed.fire()

    async def react(self, call: Call) -> object:
        chat = self.composer.world.reachable(call.values.get("chat_id"))
        message = chat.messages.get(call.integer("message_id") or 0)
        if message is None:
            raise bad("message to react not found")
        wanted: list[str] = []
        for item in call.listing("reaction") or []:
            reaction = as_object(item) or {}
            check_fields("ReactionType", reaction, frozenset({"type", "emoji", "custom_emoji_id"}))
            emoji = as_text(reaction.get("emoji"))
            if reaction.get("type") != "emoji" or emoji not in REACTIONS:
                raise bad("REACTION_INVALID")
            wanted.append(emoji)
        if len(wanted) > 1:
            raise bad("REACTIONS_TOO_MANY")
        message.reactions.pop(self.composer.world.bot.id, None)
        if wanted:
            message.reactions[self.composer.world.bot.id] = tuple(wanted)
        self.composer.world.changed.fire()
        return True

    def _pinnable(self, call: Call) -> ChatState:
        chat = self.composer.world.reachable(call.values.get("chat_id"))
        self.composer.world.need(chat, "can_pin_messages", "manage pinned messages in the chat")
        return chat

    async def pin(self, call: Call) -> object:
        chat = self._pinnable(call)
        message = self.composer.world.message(chat, call.integer("message_id"), "pin")
        if message.id not in chat.pinned:
            chat.pinned.append(message.id)
            chronicle, me = self.composer.chronicle, self.composer.world.bot.id
            said = chronicle.draft(chat, me)
            said.service = {"pinned_message": message_json(self.composer.world, message, depth=0)}
            said.silent = call.flag("disable_notification")
            # Of what a bot does itself, this is told to it all the same.
            chronicle.publish(chat, said)
        return True

    async def unpin(self, call: Call) -> object:
        chat = self._pinnable(call)
        number = call.integer("message_id") or (chat.pinned[-1] if chat.pinned else 0)
        if number not in chat.pinned:
            raise bad("message to unpin not found")
        chat.pinned.remove(number)
        self.composer.world.changed.fire()
        return True

    async def unpin_all(self, call: Call) -> object:
        chat = self._pinnable(call)
        chat.pinned.clear()
        self.composer.world.changed.fire()
        return True
