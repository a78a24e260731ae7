"""`reply_markup`: inline keyboards, reply keyboards, force reply, and their limits."""

from __future__ import annotations

import re

from tests.twins.telegram.jsons import Json, as_array, as_object, as_text
from tests.twins.telegram.refusals import bad, check_fields

ROW_LIMIT = 8
BUTTON_LIMIT = 100
DATA_LIMIT = 64  # bytes
COPY_LIMIT = 256

_INLINE_BUTTON = frozenset(
    {
        "text",
        "icon_custom_emoji_id",
        "style",
        "url",
        "callback_data",
        "web_app",
        "login_url",
        "switch_inline_query",
        "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat",
        "copy_text",
        "callback_game",
        "pay",
    }
)
_INLINE_ACTIONS = _INLINE_BUTTON - {"text", "icon_custom_emoji_id", "style"}
_REPLY_BUTTON = frozenset(
    {
        "text",
        "icon_custom_emoji_id",
        "style",
        "request_users",
        "request_chat",
        "request_managed_bot",
        "request_contact",
        "request_location",
        "request_poll",
        "web_app",
    }
)
_REPLY_KEYBOARD = frozenset(
    {"keyboard", "is_persistent", "resize_keyboard", "one_time_keyboard", "input_field_placeholder", "selective"}
)
_URL = re.compile(r"^(https?|tg|ton)://[^\s]+$")


def check_markup(raw: object, *, inline_only: bool = False) -> Json | None:
    """Validate a `reply_markup`.

    Args:
        raw: What was sent, parsed.
        inline_only: For edits, which take nothing else.

    Returns:
        The markup, or None when there is none.

    Raises:
        Refused: For whatever the Bot API refuses.
    """
    if raw is None:
        return None
    markup = as_object(raw)
    if markup is None:
        raise bad("object expected as reply markup")
    if "inline_keyboard" in markup:
        check_fields("InlineKeyboardMarkup", markup, frozenset({"inline_keyboard"}))
        _check_rows(markup["inline_keyboard"], inline=True)
        return markup
    if inline_only:
        if not markup:
            return None
        raise bad("inline keyboard expected")
    if "keyboard" in markup:
        check_fields("ReplyKeyboardMarkup", markup, _REPLY_KEYBOARD)
        _check_rows(markup["keyboard"], inline=False)
        _check_placeholder(markup)
    elif "remove_keyboard" in markup:
        check_fields("ReplyKeyboardRemove", markup, frozenset({"remove_keyboard", "selective"}))
    elif "force_reply" in markup:
        check_fields("ForceReply", markup, frozenset({"force_reply", "input_field_placeholder", "selective"}))
        _check_placeholder(markup)
    else:
        raise bad("object expected as reply markup")
    return markup


def rows(markup: Json | None, name: str = "inline_keyboard") -> list[list[Json]]:
    """The rows of a keyboard that was checked."""
    listed = as_array((markup or {}).get(name)) or []
    return [[button for raw in as_array(row) or [] if (button := as_object(raw)) is not None] for row in listed]


def _check_placeholder(markup: Json) -> None:
    if "input_field_placeholder" in markup and not 1 <= len(as_text(markup["input_field_placeholder"])) <= 64:
        raise bad("input field placeholder must be 1-64 characters long")


def _check_rows(raw: object, *, inline: bool) -> None:
    listed = as_array(raw)
    if listed is None:
        raise bad("field of type Array expected in the reply markup")
    count = 0
    for row in listed:
        buttons = as_array(row)
        if buttons is None:
            raise bad("can't parse keyboard: Array of Array of buttons expected")
        if len(buttons) > (ROW_LIMIT if inline else 12):
            raise bad(f"too many buttons in a row: at most {ROW_LIMIT if inline else 12}")
        count += len(buttons)
        for button in buttons:
            _check_button(button, inline=inline)
    if count > (BUTTON_LIMIT if inline else 300):
        raise bad("reply markup is too long")


def _check_button(raw: object, *, inline: bool) -> None:
    if isinstance(raw, str) and not inline:
        raw = {"text": raw}
    button = as_object(raw)
    if button is None:
        raise bad("can't parse keyboard button: expected an Object")
    check_fields(
        "InlineKeyboardButton" if inline else "KeyboardButton", button, _INLINE_BUTTON if inline else _REPLY_BUTTON
    )
    if not as_text(button.get("text")).strip():
        raise bad("can't parse inline keyboard button: Button text must be non-empty")
    if not inline:
        return
    actions = _INLINE_ACTIONS & set(button)
    if not actions:
        raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad("can't parse inline keyboard button: exactly one of the optional fields must be used")
    if "callback_data" in button:
        data = button["callback_data"]
        if not isinstance(data, str) or not 1 <= len(data.encode()) <= DATA_LIMIT:
            raise bad("BUTTON_DATA_INVALID")
    if "url" in button and not _URL.match(as_text(button["url"])):
        raise bad(f"inline keyboard button URL '{as_text(button['url'])}' is invalid: Wrong HTTP URL")
    if "copy_text" in button:
        copy = as_object(button["copy_text"]) or {}
        check_fields("CopyTextButton", copy, frozenset({"text"}))
        if not 1 <= len(as_text(copy.get("text"))) <= COPY_LIMIT:
            raise bad("BUTTON_COPY_TEXT_INVALID")
    if "style" in button and button["style"] not in {"danger", "success", "primary"}:
        raise bad("can't parse inline keyboard button: Invalid style specified")
