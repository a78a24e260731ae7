"""Methods about forum topics."""

from __future__ import annotations

from dataclasses import dataclass

from tests.twins.telegram.calls import Call, Handler
from tests.twins.telegram.chronicle import Chronicle
from tests.twins.telegram.jsons import Json, without_none
from tests.twins.telegram.refusals import bad
from tests.twins.telegram.world import ChatState, TopicState, World

# https://core.telegram.org/bots/api#createforumtopic
_COLOURS = frozenset({0x6FB9F0, 0xFFD67E, 0xCB86DB, 0x8EEE98, 0xFF93B2, 0xFB6F5F})


@dataclass(slots=True)
class Topics:
    """createForumTopic and its kin."""

    world: World
    chronicle: Chronicle

    def methods(self) -> dict[str, Handler]:
        """This area's methods by name."""
        return {
            "createForumTopic": self.create,
            "editForumTopic": self.edit,
            "closeForumTopic": self.close,
            "reopenForumTopic": self.reopen,
            "deleteForumTopic": self.delete,
        }

    def _forum(self, call: Call, right: str = "can_manage_topics") -> ChatState:
        chat = self.world.reachable(call.values.get("chat_id"))
        if not chat.forum:
            raise bad("the chat is not a forum")
        self.world.need(chat, right, "manage topics" if right == "can_manage_topics" else "delete messages")
        return chat

    def _topic(self, chat: ChatState, call: Call) -> TopicState:
        found = chat.topics.get(call.integer("message_thread_id") or 0)
        if found is None:
            raise bad("TOPIC_ID_INVALID")
        return found

    @staticmethod
    def _name(call: Call) -> str:
        name = call.text("name").strip()
        if not 1 <= len(name) <= 128:
            raise bad("TOPIC_TITLE_EMPTY" if not name else "topic name is too long")
        return name

    async def create(self, call: Call) -> object:
        chat = self._forum(call)
        colour = call.integer("icon_color") or 0x6FB9F0
        if colour not in _COLOURS:
            raise bad("wrong topic icon color specified")
        topic = open_topic(self.chronicle, chat, self._name(call), self.world.bot.id, colour)
        return {"message_thread_id": topic.id, "name": topic.name, "icon_color": topic.icon_color}

    async def edit(self, call: Call) -> object:
        chat = self._forum(call)
        topic = self._topic(chat, call)
        name = self._name(call) if call.has("name") else topic.name
        if name == topic.name and not call.has("icon_custom_emoji_id"):
            raise bad("TOPIC_NOT_MODIFIED")
        topic.name = name
        self.chronicle.service(
            chat,
            self.world.bot.id,
            {"forum_topic_edited": without_none(name=call.text("name") or None)},
            topic=topic.id,
        )
        return True

    async def close(self, call: Call) -> object:
        return self._set_closed(call, closed=True)

    async def reopen(self, call: Call) -> object:
        return self._set_closed(call, closed=False)

    def _set_closed(self, call: Call, *, closed: bool) -> object:
        chat = self._forum(call)
        topic = self._topic(chat, call)
        if topic.closed == closed:
            raise bad("TOPIC_NOT_MODIFIED")
        topic.closed = closed
        what: Json = {"forum_topic_closed" if closed else "forum_topic_reopened": {}}
        self.chronicle.service(chat, self.world.bot.id, what, topic=topic.id)
        return True

    async def delete(self, call: Call) -> object:
        chat = self._forum(call, "can_delete_messages")
        topic = self._topic(chat, call)
        del chat.topics[topic.id]
        for message in [one for one in chat.messages.values() if one.topic == topic.id]:
            del chat.messages[message.id]
        self.world.changed.fire()
        return True


def open_topic(chronicle: Chronicle, chat: ChatState, name: str, actor: int, icon_color: int = 0x6FB9F0) -> TopicState:
    """Open a topic: the service message that says so gives it its id."""
    message = chronicle.draft(chat, actor)
    message.topic = message.id
    message.service = {"forum_topic_created": {"name": name, "icon_color": icon_color}}
    topic = TopicState(message.id, name, icon_color)
    chat.topics[topic.id] = topic
    if actor == chronicle.world.bot.id:
        chronicle.add(chat, message)
    else:
        chronicle.publish(chat, message)
    return topic
