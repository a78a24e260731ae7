"""What happens in chats becomes messages, and, where the bot may know of it, updates."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tests.twins.telegram.jsons import Json
from tests.twins.telegram.texts import part
from tests.twins.telegram.updates import Updates
from tests.twins.telegram.wire import chat_json, member_json, message_json, sender_json
from tests.twins.telegram.world import ChatState, MemberState, MessageState, World


@dataclass(slots=True)
class Chronicle:
    """Writes messages into chats and tells the bot what the real server would tell."""

    world: World
    updates: Updates

    def add(self, chat: ChatState, message: MessageState) -> MessageState:
        """Keep a message without telling it."""
        chat.messages[message.id] = message
        self.world.changed.fire()
        return message

    def draft(self, chat: ChatState, sender_id: int | None) -> MessageState:
        """A new message's frame: id, time and author."""
        return MessageState(self.world.next_message_id(chat), chat.id, self.world.now, sender_id)

    def publish(self, chat: ChatState, message: MessageState) -> MessageState:
        """Keep a message that is not the bot's own, and tell it if the bot may see it."""
        self.add(chat, message)
        if self.hears(chat, message):
            kind = "channel_post" if chat.kind == "channel" else "message"
            self.updates.push(kind, message_json(self.world, message))
        return message

    def publish_edit(self, chat: ChatState, message: MessageState) -> None:
        """Tell an edit."""
        message.edit_date = self.world.now
        self.world.changed.fire()
        if self.hears(chat, message):
            kind = "edited_channel_post" if chat.kind == "channel" else "edited_message"
            self.updates.push(kind, message_json(self.world, message))

    def service(self, chat: ChatState, sender_id: int | None, what: Json, *, topic: int | None = None) -> MessageState:
        """Write a service message; `what` is the field that says what happened."""
        message = self.draft(chat, sender_id)
        message.service = what
        message.topic = topic
        if sender_id == self.world.bot.id:
            return self.add(chat, message)
        return self.publish(chat, message)

    def hears(self, chat: ChatState, message: MessageState) -> bool:
        """Whether the bot is told of a message: membership, then privacy mode."""
        if chat.kind == "private":
            return not self.world.users[chat.id].blocked
        place = chat.member(self.world.bot.id)
        if not place.present:
            return False
        if chat.kind == "channel" or place.admin or not self.world.privacy or message.service or message.via_bot:
            return True
        return self._meant_for_bot(chat, message)

    def _meant_for_bot(self, chat: ChatState, message: MessageState) -> bool:
        target = chat.messages.get(message.reply_to or 0)
        if target is not None and target.sender_id == self.world.bot.id:
            return True
        me = self.world.bot.username.lower()
        for entity in message.entities:
            said = part(message.text, entity).lower()
            match entity["type"]:
                case "bot_command":
                    addressee = said.partition("@")[2]
                    if addressee in {"", me}:
                        return True
                case "mention" if said == f"@{me}":
                    return True
                case _:
                    continue
        return False

    def place_member(self, chat: ChatState, new: MemberState, actor: int, **more: object) -> None:
        """Change someone's place in a chat and tell it: `my_chat_member` for the bot, else `chat_member`.

        Args:
            chat: Where.
            new: The new place.
            actor: Who did it.
            more: Further fields, e.g. `via_join_request`.
        """
        old = chat.member(new.user_id)
        chat.members[new.user_id] = new
        self.world.changed.fire()
        change: Json = {
            "chat": chat_json(self.world, chat),
            "from": sender_json(self.world, actor),
            "date": self.world.now,
            "old_chat_member": member_json(self.world, chat, old),
            "new_chat_member": member_json(self.world, chat, new),
            **more,
        }
        if new.user_id == self.world.bot.id:
            self.updates.push("my_chat_member", change)
        elif chat.member(self.world.bot.id).admin:
            self.updates.push("chat_member", change)

    def tell_private_change(self, chat: ChatState, old: str, new: str) -> None:
        """A user blocked the bot, or came back."""
        bot = self.world.bot.id
        frame: Json = {"user": sender_json(self.world, bot)}
        until: Json = {"until_date": 0}
        self.updates.push(
            "my_chat_member",
            {
                "chat": chat_json(self.world, chat),
                "from": sender_json(self.world, chat.id),
                "date": self.world.now,
                "old_chat_member": {**frame, "status": old, **(until if old == "kicked" else {})},
                "new_chat_member": {**frame, "status": new, **(until if new == "kicked" else {})},
            },
        )

    def join(self, chat: ChatState, user_id: int, actor: int, **more: object) -> None:
        """Someone comes in: the service message and the change of place. A restriction from before still holds."""
        before = chat.member(user_id)
        chat.requests.pop(user_id, None)
        self.place_member(chat, replace(before, gone=False) if before.gone else MemberState(user_id), actor, **more)
        self.service(chat, user_id if "via_join_request" in more else actor, _newcomers(self.world, user_id))

    def leave(self, chat: ChatState, new: MemberState, actor: int) -> None:
        """Someone goes, or is sent away. Who was restricted is so when they come back."""
        before = chat.member(new.user_id)
        if new.status == "left" and before.status == "restricted":
            new = replace(before, gone=True)
        self.place_member(chat, new, actor)
        self.service(chat, actor, {"left_chat_member": sender_json(self.world, new.user_id)})


def _newcomers(world: World, user_id: int) -> Json:
    who = sender_json(world, user_id)
    # The singular forms are long gone from the documentation and still sent.
    return {"new_chat_participant": who, "new_chat_member": who, "new_chat_members": [who]}
