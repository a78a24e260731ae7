"""Updates as they come, before the library makes objects of them: what the idle path reads, and nothing else.

The types say what a well-formed update holds; one that is not makes reading it raise, is logged and passed over.
"""

from typing import Final, Required, TypedDict

from bot.adapters.telegram.names import GENERAL


class RawUser(TypedDict, total=False):
    """A user: who, and whether they are one."""

    id: Required[int]
    is_bot: bool


class RawChat(TypedDict, total=False):
    """A chat."""

    id: Required[int]
    type: Required[str]
    title: str
    username: str
    is_forum: bool


class RawAnswered(TypedDict, total=False):
    """The message that another answers."""

    message_id: Required[int]
    forum_topic_created: object


RawMessage = TypedDict(
    "RawMessage",
    {
        "message_id": Required[int],
        "from": RawUser,
        "sender_chat": RawChat,
        "chat": Required[RawChat],
        "text": str,
        "caption": str,
        "is_topic_message": bool,
        "message_thread_id": int,
        "media_group_id": str,
        "reply_to_message": RawAnswered,
    },
    total=False,
)


class RawReaction(TypedDict, total=False):
    """A changed reaction: where."""

    chat: Required[RawChat]
    message_id: Required[int]


class RawUpdate(TypedDict, total=False):
    """An update."""

    update_id: Required[int]
    message: RawMessage
    edited_message: RawMessage
    message_reaction: RawReaction


def raw_topic(message: RawMessage) -> int | None:
    """The topic that a message is in, None for the one that every forum has.

    A chain of answers has a thread as well, which is no topic.
    """
    topic = message.get("message_thread_id") if message.get("is_topic_message") else None
    return None if topic == GENERAL else topic


SERVICE: Final = frozenset(
    {
        "new_chat_members",
        "left_chat_member",
        "new_chat_title",
        "group_chat_created",
        "supergroup_chat_created",
        "migrate_to_chat_id",
        "migrate_from_chat_id",
        "forum_topic_created",
        "forum_topic_edited",
        "forum_topic_closed",
        "forum_topic_reopened",
    }
)
"""Fields of service messages that mean something to us."""

SILENT: Final = frozenset(
    {
        "new_chat_photo",
        "delete_chat_photo",
        "pinned_message",
        "message_auto_delete_timer_changed",
        "video_chat_scheduled",
        "video_chat_started",
        "video_chat_ended",
        "video_chat_participants_invited",
        "general_forum_topic_hidden",
        "general_forum_topic_unhidden",
        "chat_background_set",
        "boost_added",
        "write_access_allowed",
        "users_shared",
        "chat_shared",
        "proximity_alert_triggered",
        "giveaway_created",
        "giveaway_completed",
    }
)
"""Fields of service messages that mean nothing to us: they are nobody's message."""
