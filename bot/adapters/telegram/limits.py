"""Telegram's numbers with their sources, and from them the capabilities of each kind of chat.

Sources: "API" is https://core.telegram.org/bots/api (Bot API 10.0) as python-telegram-bot 22.8 repeats it in
``telegram.constants``; "FAQ" is https://core.telegram.org/bots/faq; "own" is a choice of ours.
"""

from collections.abc import Callable
from typing import Final

from telegram.constants import (
    BotCommandLimit,
    CallbackQueryLimit,
    FileSizeLimit,
    FloodLimit,
    ForumTopicLimit,
    InlineKeyboardButtonLimit,
    MediaGroupLimit,
    MessageLimit,
    PollingLimit,
    ReactionEmoji,
)

from bot.adapters.telegram.chats import BotPlace, ChatFacts
from bot.domain.capabilities import Capabilities, Forms, LengthUnit, PrivateReplies, Reactions
from bot.domain.text import Style

TEXT: Final = int(MessageLimit.MAX_TEXT_LENGTH)  # 4,096 UTF-16 units; API sendMessage
CAPTION: Final = int(MessageLimit.CAPTION_LENGTH)  # 1,024; API sendPhoto

KEY_COLUMNS: Final = 8  # API gives none; what clients and the server take in a row
KEYS: Final = 100  # likewise, in all
LABEL: Final = 64  # own: the API gives none, and clients cut what is wider than the screen
CALLBACK: Final = int(InlineKeyboardButtonLimit.MAX_CALLBACK_DATA)  # 64 bytes; API InlineKeyboardButton
NOTICE: Final = int(CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH)  # 200; API answerCallbackQuery
TOAST: Final = 60  # own: a longer notice is shown as an alert, for a toast goes away before it is read

ALBUM: Final = int(MediaGroupLimit.MAX_MEDIA_LENGTH)  # 10; API sendMediaGroup
UPLOAD_BYTES: Final = int(FileSizeLimit.FILESIZE_UPLOAD)  # 50 MB; FAQ
PICTURE_BYTES: Final = int(FileSizeLimit.PHOTOSIZE_UPLOAD)  # 10 MB; API sendPhoto
STICKER_BYTES: Final = 512 * 1024  # https://core.telegram.org/stickers: a picture of 512 x 512
DOWNLOAD_BYTES: Final = int(FileSizeLimit.FILESIZE_DOWNLOAD)  # 20 MB; API getFile

COMMANDS: Final = int(BotCommandLimit.MAX_COMMAND_NUMBER)  # 100; API setMyCommands
COMMAND_DESCRIPTION: Final = int(BotCommandLimit.MAX_DESCRIPTION)  # 256; API BotCommand
TOPIC_NAME: Final = int(ForumTopicLimit.MAX_NAME_LENGTH)  # 128; API createForumTopic
INLINE_TITLE: Final = 64  # own
INLINE_DESCRIPTION: Final = 128  # own
INLINE_ARTICLES: Final = 10  # own: more than anybody reads while typing; the API takes 50
INLINE_CACHE: Final = 5  # own: seconds; the same words typed again at once

GROUP_A_MINUTE: Final = int(FloodLimit.MESSAGES_PER_MINUTE_PER_GROUP)  # 20; FAQ, supergroups and channels included
PORTRAIT_BYTES: Final = 256 * 1024  # own: the port's
PORTRAIT_SIDE: Final = 96  # own: pixels; a smaller one looks torn where it is shown

POLL_BATCH: Final = int(PollingLimit.MAX_LIMIT)  # 100; API getUpdates
POLL_SECONDS: Final = 50  # own; the server holds a poll no longer
WEBHOOK_BYTES: Final = 4 * 1024 * 1024  # own: no update comes near it

STYLES: Final = (
    Style.BOLD | Style.ITALIC | Style.UNDERLINE | Style.STRIKE | Style.SPOILER | Style.CODE | Style.BLOCK | Style.QUOTE
)
REACTIONS: Final = frozenset(str(emoji.value) for emoji in ReactionEmoji)  # API ReactionTypeEmoji
WANTED_RIGHTS: Final = ("can_delete_messages", "can_restrict_members", "can_invite_users", "can_pin_messages")
"""The rights of an admin that features need; what is lacking is told by its name."""


def capabilities(chat_id: int, facts: ChatFacts, *, reads_all: bool) -> Capabilities:
    """What a chat can do.

    Args:
        chat_id: positive for a private chat.
        facts: what is known about the chat; an unknown right counts as missing, an unknown permission as given.
        reads_all: whether the bot's privacy mode is off.
    """
    private = chat_id > 0
    place = facts.place or BotPlace()
    may: Callable[[str], bool] = place.may
    return Capabilities(
        unit=LengthUnit.UTF16,
        text=TEXT,
        caption=CAPTION,
        styles=STYLES,
        links=True,
        moments=True,
        cards=False,
        card_text=TEXT,
        card_fields=25,
        key_columns=KEY_COLUMNS,
        key_rows=KEYS,
        keys=KEYS,
        label=LABEL,
        callback=CALLBACK,
        lists=0,
        forms=Forms.STEPS,
        form_fields=1,
        form_title=LABEL,
        form_label=LABEL,
        private_replies=PrivateReplies.DIRECT if private else PrivateReplies.NOTICE,
        notice=NOTICE,
        reactions=Reactions.FIXED,
        fixed_reactions=REACTIONS,
        files=ALBUM if private or place.may_send_files else 0,
        file_bytes=UPLOAD_BYTES,
        picture_bytes=PICTURE_BYTES,
        download_bytes=DOWNLOAD_BYTES,
        speaks_as=False,
        replies=True,
        edits=True,
        deletes_others=private or may("can_delete_messages"),
        tells_deletions=False,
        reads_all=private or reads_all or place.admin,
        sees_joins=not private,
        holds_back=True,
        threads=not private and facts.forum and may("can_manage_topics"),
        native_events=False,
        per_minute=None if private else GROUP_A_MINUTE,
    )
