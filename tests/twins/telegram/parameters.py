"""Every method the twin speaks, with the parameters it takes (Bot API 10.0); others are refused."""

from __future__ import annotations

_ANY_SEND = frozenset(
    {
        "business_connection_id",
        "chat_id",
        "message_thread_id",
        "direct_messages_topic_id",
        "disable_notification",
        "protect_content",
        "allow_paid_broadcast",
        "message_effect_id",
        "suggested_post_parameters",
        "reply_parameters",
        "reply_markup",
    }
)
_CAPTION = frozenset({"caption", "parse_mode", "caption_entities"})
_ABOVE = frozenset({"show_caption_above_media", "has_spoiler"})
_MESSAGE = frozenset({"business_connection_id", "chat_id", "message_id", "inline_message_id", "reply_markup"})
_ONE_MEMBER = frozenset({"chat_id", "user_id"})
_TOPIC = frozenset({"chat_id", "message_thread_id"})
_COMMANDS = frozenset({"scope", "language_code"})
_LINK = frozenset({"chat_id", "name", "expire_date", "member_limit", "creates_join_request"})
_FORWARD = frozenset(
    {
        "chat_id",
        "message_thread_id",
        "direct_messages_topic_id",
        "from_chat_id",
        "disable_notification",
        "protect_content",
    }
)
_NONE: frozenset[str] = frozenset()


def _plus(base: frozenset[str], *names: str) -> frozenset[str]:
    return base | frozenset(names)


PARAMETERS: dict[str, frozenset[str]] = {
    "getMe": _NONE,
    "logOut": _NONE,
    "close": _NONE,
    "getUpdates": frozenset({"offset", "limit", "timeout", "allowed_updates"}),
    "setWebhook": frozenset(
        {
            "url",
            "certificate",
            "ip_address",
            "max_connections",
            "allowed_updates",
            "drop_pending_updates",
            "secret_token",
        }
    ),
    "deleteWebhook": frozenset({"drop_pending_updates"}),
    "getWebhookInfo": _NONE,
    "sendMessage": _plus(_ANY_SEND, "text", "parse_mode", "entities", "link_preview_options"),
    "sendPhoto": _plus(_ANY_SEND | _CAPTION | _ABOVE, "photo"),
    "sendDocument": _plus(_ANY_SEND | _CAPTION, "document", "thumbnail", "disable_content_type_detection"),
    "sendAnimation": _plus(_ANY_SEND | _CAPTION | _ABOVE, "animation", "duration", "width", "height", "thumbnail"),
    "sendVoice": _plus(_ANY_SEND | _CAPTION, "voice", "duration"),
    "sendAudio": _plus(_ANY_SEND | _CAPTION, "audio", "duration", "performer", "title", "thumbnail"),
    "sendVideo": _plus(
        _ANY_SEND | _CAPTION | _ABOVE,
        "video",
        "duration",
        "width",
        "height",
        "thumbnail",
        "cover",
        "start_timestamp",
        "supports_streaming",
    ),
    "sendVideoNote": _plus(_ANY_SEND, "video_note", "duration", "length", "thumbnail"),
    "sendSticker": _plus(_ANY_SEND, "sticker", "emoji"),
    "sendMediaGroup": _plus(_ANY_SEND - {"reply_markup", "suggested_post_parameters"}, "media"),
    "sendChatAction": frozenset({"business_connection_id", "chat_id", "message_thread_id", "action"}),
    "editMessageText": _plus(_MESSAGE, "text", "parse_mode", "entities", "link_preview_options"),
    "editMessageCaption": _MESSAGE | _CAPTION | {"show_caption_above_media"},
    "editMessageMedia": _plus(_MESSAGE, "media"),
    "editMessageReplyMarkup": _MESSAGE,
    "deleteMessage": frozenset({"chat_id", "message_id"}),
    "deleteMessages": frozenset({"chat_id", "message_ids"}),
    "copyMessage": _ANY_SEND
    | _CAPTION
    | {"from_chat_id", "message_id", "video_start_timestamp", "show_caption_above_media"},
    "copyMessages": _plus(_FORWARD, "message_ids", "remove_caption"),
    "forwardMessage": _plus(
        _FORWARD, "message_id", "video_start_timestamp", "suggested_post_parameters", "message_effect_id"
    ),
    "forwardMessages": _plus(_FORWARD, "message_ids"),
    "setMessageReaction": frozenset({"chat_id", "message_id", "reaction", "is_big"}),
    "answerCallbackQuery": frozenset({"callback_query_id", "text", "show_alert", "url", "cache_time"}),
    "answerInlineQuery": frozenset(
        {"inline_query_id", "results", "cache_time", "is_personal", "next_offset", "button"}
    ),
    "answerGuestQuery": frozenset({"guest_query_id", "result"}),
    "pinChatMessage": frozenset({"business_connection_id", "chat_id", "message_id", "disable_notification"}),
    "unpinChatMessage": frozenset({"business_connection_id", "chat_id", "message_id"}),
    "unpinAllChatMessages": frozenset({"chat_id"}),
    "getFile": frozenset({"file_id"}),
    "getUserProfilePhotos": frozenset({"user_id", "offset", "limit"}),
    "getChat": frozenset({"chat_id"}),
    "getChatMember": _ONE_MEMBER,
    "getChatAdministrators": frozenset({"chat_id", "return_bots"}),
    "getChatMemberCount": frozenset({"chat_id"}),
    "restrictChatMember": _plus(_ONE_MEMBER, "permissions", "use_independent_chat_permissions", "until_date"),
    "banChatMember": _plus(_ONE_MEMBER, "until_date", "revoke_messages"),
    "unbanChatMember": _plus(_ONE_MEMBER, "only_if_banned"),
    "promoteChatMember": _plus(
        _ONE_MEMBER,
        "is_anonymous",
        "can_manage_chat",
        "can_delete_messages",
        "can_manage_video_chats",
        "can_restrict_members",
        "can_promote_members",
        "can_change_info",
        "can_invite_users",
        "can_post_stories",
        "can_edit_stories",
        "can_delete_stories",
        "can_post_messages",
        "can_edit_messages",
        "can_pin_messages",
        "can_manage_topics",
        "can_manage_direct_messages",
        "can_manage_tags",
    ),
    "approveChatJoinRequest": _ONE_MEMBER,
    "declineChatJoinRequest": _ONE_MEMBER,
    "leaveChat": frozenset({"chat_id"}),
    "setMyCommands": _plus(_COMMANDS, "commands"),
    "getMyCommands": _COMMANDS,
    "deleteMyCommands": _COMMANDS,
    "setMyName": frozenset({"name", "language_code"}),
    "getMyName": frozenset({"language_code"}),
    "setMyDescription": frozenset({"description", "language_code"}),
    "getMyDescription": frozenset({"language_code"}),
    "setMyShortDescription": frozenset({"short_description", "language_code"}),
    "getMyShortDescription": frozenset({"language_code"}),
    "setMyDefaultAdministratorRights": frozenset({"rights", "for_channels"}),
    "getMyDefaultAdministratorRights": frozenset({"for_channels"}),
    "setChatMenuButton": frozenset({"chat_id", "menu_button"}),
    "getChatMenuButton": frozenset({"chat_id"}),
    "createForumTopic": frozenset({"chat_id", "name", "icon_color", "icon_custom_emoji_id"}),
    "editForumTopic": _plus(_TOPIC, "name", "icon_custom_emoji_id"),
    "closeForumTopic": _TOPIC,
    "reopenForumTopic": _TOPIC,
    "deleteForumTopic": _TOPIC,
    "createChatInviteLink": _LINK,
    "exportChatInviteLink": frozenset({"chat_id"}),
    "editChatInviteLink": _plus(_LINK, "invite_link"),
    "revokeChatInviteLink": frozenset({"chat_id", "invite_link"}),
}
