"""State as the Bot API's JSON objects."""

from __future__ import annotations

from tests.twins.telegram.jsons import Json, without_none
from tests.twins.telegram.reactions import CUSTOM, PAID
from tests.twins.telegram.world import (
    ANONYMOUS_ADMIN,
    CHANNEL_POSTER,
    LINKED_CHANNEL_POSTER,
    PERMISSIONS,
    RIGHTS,
    ChatState,
    MemberState,
    MessageState,
    UserState,
    World,
)

_CHANNEL_RIGHTS = frozenset({"can_post_messages", "can_edit_messages", "can_manage_direct_messages"})
_SYSTEM_USERS = {
    LINKED_CHANNEL_POSTER: UserState(LINKED_CHANNEL_POSTER, "Telegram"),
    ANONYMOUS_ADMIN: UserState(ANONYMOUS_ADMIN, "Group", "GroupAnonymousBot", is_bot=True),
    CHANNEL_POSTER: UserState(CHANNEL_POSTER, "Channel", "Channel_Bot", is_bot=True),
}


def user_json(user: UserState) -> Json:
    """A User."""
    return without_none(
        id=user.id,
        is_bot=user.is_bot,
        first_name=user.first_name,
        last_name=user.last_name or None,
        username=user.username or None,
        language_code=user.language_code or None,
    )


def sender_json(world: World, user_id: int) -> Json:
    """A User, also one of Telegram's own accounts."""
    known = world.users.get(user_id) or _SYSTEM_USERS.get(user_id)
    return user_json(known or UserState(user_id, "Deleted Account"))


def chat_json(world: World, chat: ChatState) -> Json:
    """A Chat."""
    if chat.kind == "private":
        user = world.users[chat.id]
        return without_none(
            id=chat.id,
            type="private",
            first_name=user.first_name,
            last_name=user.last_name or None,
            username=user.username or None,
        )
    return without_none(
        id=chat.id, type=chat.kind, title=chat.title, username=chat.username or None, is_forum=chat.forum or None
    )


def message_json(world: World, message: MessageState, *, depth: int = 1) -> Json:
    """A Message; what it replies to is nested once, as the real server does."""
    chat = world.chats[message.chat_id]
    body: Json = {
        "message_id": message.id,
        "date": message.date,
        "chat": chat_json(world, chat),
        **message.service,
    }
    if message.sender_id is not None and chat.kind != "channel":
        body["from"] = sender_json(world, message.sender_id)
    if message.sender_chat_id is not None:
        body["sender_chat"] = chat_json(world, world.chats[message.sender_chat_id])
    if message.topic is not None:
        body["message_thread_id"] = message.topic
        body["is_topic_message"] = True
    elif message.thread is not None:
        body["message_thread_id"] = message.thread
    if depth:
        _reply(world, chat, message, body)
    if message.media is not None:
        body[message.media.kind] = message.media.json
        if message.media.kind == "animation":
            # Older clients read an animation as a document, so the server says both.
            body["document"] = message.media.json
        if message.text:
            body["caption"] = message.text
            body.update(without_none(caption_entities=list(message.entities) or None))
    elif message.text:
        body["text"] = message.text
        body.update(without_none(entities=list(message.entities) or None))
    if message.markup is not None and "inline_keyboard" in message.markup:
        body["reply_markup"] = message.markup
    body.update(
        without_none(
            media_group_id=message.media_group_id or None,
            edit_date=message.edit_date or None,
            forward_origin=message.forward_origin,
            is_automatic_forward=message.automatic_forward or None,
            via_bot=user_json(world.bot) if message.via_bot else None,
            has_protected_content=message.protected or None,
            link_preview_options=message.link_preview,
            has_media_spoiler=message.spoiler or None,
        )
    )
    body.update(message.more)
    return body


def _reply(world: World, chat: ChatState, message: MessageState, body: Json) -> None:
    if message.reply_to and message.quote:
        body["quote"] = {"text": message.quote, "position": 0, "is_manual": True}
    answered = world.chats[message.reply_chat or chat.id].messages.get(message.reply_to or 0)
    opening = chat.messages.get(message.topic or 0) if message.topic != message.id else None
    if answered is not None and (answered.chat_id, answered.topic) != (chat.id, message.topic):
        body["external_reply"] = _elsewhere(world, answered)
        answered = None
    # In a topic, a message that answers none is told as an answer to the message that opened the topic.
    if (found := answered or opening) is not None:
        body["reply_to_message"] = message_json(world, found, depth=0)


def _elsewhere(world: World, answered: MessageState) -> Json:
    """An ExternalReplyInfo: what is answered stands in another chat or topic."""
    origin: Json = {"type": "hidden_user", "sender_user_name": "Somebody", "date": answered.date}
    if answered.sender_id is not None:
        user = sender_json(world, answered.sender_id)
        origin = {"type": "user", "sender_user": user, "date": answered.date}
    chat = world.chats[answered.chat_id]
    return {"origin": origin, "chat": chat_json(world, chat), "message_id": answered.id}


def member_json(world: World, chat: ChatState, place: MemberState) -> Json:
    """A ChatMember of the kind that fits."""
    body: Json = {"user": sender_json(world, place.user_id), "status": place.status}
    match place.status:
        case "creator":
            body["is_anonymous"] = place.anonymous
        case "administrator":
            body["can_be_edited"] = False
            body["is_anonymous"] = place.anonymous
            names = RIGHTS if chat.kind == "channel" else RIGHTS - _CHANNEL_RIGHTS
            body.update({name: name in place.rights for name in sorted(names)})
        case "restricted":
            body["is_member"] = not place.gone
            body["until_date"] = place.until
            body.update({name: name in place.permissions for name in sorted(PERMISSIONS)})
        case "kicked":
            body["until_date"] = place.until
        case _:
            return body
    return body


def permissions_json(permissions: frozenset[str]) -> Json:
    """A ChatPermissions."""
    return {name: name in permissions for name in sorted(PERMISSIONS)}


def reaction_json(emoji: tuple[str, ...]) -> list[Json]:
    """An Array of ReactionType; `paid` and `custom:ID` are no emoji."""
    return [_reaction(each) for each in emoji]


def _reaction(name: str) -> Json:
    if name == PAID:
        return {"type": "paid"}
    if name.startswith(CUSTOM):
        return {"type": "custom_emoji", "custom_emoji_id": name.removeprefix(CUSTOM)}
    return {"type": "emoji", "emoji": name}
