"""A piece as Discord's request body. Pure; every key and part is matched, and what is lost is named.

A voice message goes as an ordinary audio file: Discord wants its length and waveform, which nothing here can hear, and
takes one only alone, without a word beside it.

Losses:
    separated: a zero-width space stands between styles that touch, or within backticks.
    style-in-block, link, code: a style, address or code that Discord cannot show so.
    link-key: a button's address of more than 512 characters.
    keys: more rows than five, or choices than 25.
    card-folded: a card too long for a frame's own parts, told as text within the frame.
    speaker-name, speaker-picture: what webhooks may not bear.
    reply: a webhook's post cannot be one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from bot.adapters.discord import limits
from bot.adapters.discord.custom_ids import CustomIds
from bot.adapters.discord.markup import markup
from bot.adapters.discord.names import PLATFORM
from bot.adapters.discord.wire import JsonObject
from bot.domain.attachments import File
from bot.domain.controls import ButtonStyle
from bot.domain.message import As, Bot, Card
from bot.domain.piece import Key, LinkKey, ListKey, Piece, PressKey, PrivateKey
from bot.domain.text import RichText, Style

EPHEMERAL = 1 << 6  # docs, "Message Flags"
SUPPRESS_NOTIFICATIONS = 1 << 12
_ROW, _BUTTON, _STRING_SELECT, _LINK_STYLE = 1, 2, 3, 5  # docs, "Component reference"
_STYLES = {ButtonStyle.QUIET: 2, ButtonStyle.MAIN: 1, ButtonStyle.GOOD: 3, ButtonStyle.DANGER: 4}
_FILLER = "\u200b"
"""Stands where Discord wants something and there is nothing: an empty field's name or value, an empty label."""

_BARRED = re.compile(r"(dis)(cord)|(cly)(de)", re.IGNORECASE)
_BARRED_NAMES = frozenset({"everyone", "here"})


@dataclass(frozen=True, slots=True)
class Body:
    """A request's JSON, the files that go with it, and what was lost on the way."""

    form: JsonObject
    files: tuple[File, ...] = ()
    losses: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether Discord would call it an empty message."""
        form = self.form
        said = str(form.get("content") or "").strip()
        return not (said or form.get("embeds") or form.get("components") or self.files)


def message(piece: Piece) -> Body:
    """A new message of the bot's own, without nonce."""
    body = _common(piece)
    if piece.silent:
        body.form["flags"] = SUPPRESS_NOTIFICATIONS
    if piece.reply_to is not None and piece.reply_to.platform == PLATFORM:
        body.form["message_reference"] = {
            "message_id": piece.reply_to.id,
            "channel_id": piece.reply_to.chat,
            "fail_if_not_exists": False,
        }
    return body


def answer(piece: Piece, *, private: bool) -> Body:
    """An answer to an interaction."""
    body = _common(piece)
    body.form["flags"] = EPHEMERAL if private else SUPPRESS_NOTIFICATIONS if piece.silent else 0
    return body


def notice(text: str) -> Body:
    """A short notice, cut to what a message holds."""
    return Body({"content": _cut(escaped(text), limits.TEXT), "flags": EPHEMERAL, "allowed_mentions": _nobody()})


def change(piece: Piece) -> Body:
    """What a message becomes: all but its files, which stay unless there are new ones."""
    body = _common(piece)
    cleared: JsonObject = {"content": "", "embeds": [], "components": []}
    form = cleared | body.form
    return Body(form, body.files, body.losses)


def spoken(piece: Piece, speaker: As) -> Body:
    """A new message under another's name, through a webhook."""
    body = _common(piece)
    losses = list(body.losses)
    name = speaker_name(speaker.name)
    if name != speaker.name:
        losses.append("speaker-name")
    body.form["username"] = name
    if speaker.picture is not None and speaker.picture.startswith("https://"):
        body.form["avatar_url"] = speaker.picture
    elif speaker.picture is not None:
        losses.append("speaker-picture")
    if piece.silent:
        body.form["flags"] = SUPPRESS_NOTIFICATIONS
    if piece.reply_to is not None:
        losses.append("reply")
    return Body(body.form, body.files, tuple(losses))


def speaker_name(name: str) -> str:
    """A name that a webhook may bear: at most 80 characters, not reserved, without "discord" and "clyde"."""
    changed = _BARRED.sub(lambda found: "·".join(part for part in found.groups() if part), " ".join(name.split()))
    while limits.UNIT.measure(changed) > limits.WEBHOOK_NAME:
        changed = changed[:-1]
    changed = changed.strip()
    if not changed or changed.strip(_FILLER) == "":
        return "…"
    return f"{changed}·" if changed.lower() in _BARRED_NAMES else changed


def escaped(text: str) -> str:
    """Plain characters of several lines, as Discord's Markdown shows them."""
    return markup(RichText.of(text)).text


def _common(piece: Piece) -> Body:
    match piece.speaker:
        case Bot() | As():
            losses: list[str] = []
        case _:
            assert_never(piece.speaker)
    form: JsonObject = {"allowed_mentions": _nobody()}
    text = markup(piece.text)
    losses.extend(text.losses)
    if text.text:
        form["content"] = text.text
    if piece.card is not None:
        form["embeds"] = _card(piece.card, losses)
    if piece.keys:
        form["components"] = _keys(piece.keys, losses)
    if piece.mentions:
        pinged = dict.fromkeys(user.id for user in piece.mentions if user.platform == PLATFORM)
        form["allowed_mentions"]["users"] = list(pinged)[: limits.MENTIONS]
    if piece.files:
        form["attachments"] = [
            {"id": index, "filename": file_name(file), "description": _cut(file.alt, limits.ALT)}
            if file.alt
            else {"id": index, "filename": file_name(file)}
            for index, file in enumerate(piece.files)
        ]
    return Body(form, piece.files, tuple(losses))


def file_name(file: File) -> str:
    """A file's name as Discord takes it: its prefix is what hides a picture behind a spoiler."""
    return f"SPOILER_{file.name}" if file.spoiler else file.name


def _nobody() -> JsonObject:
    return {"parse": [], "replied_user": False}


# --- keys ---


def _keys(rows: Sequence[Sequence[Key]], losses: list[str]) -> list[JsonObject]:
    ids = CustomIds()
    shown: list[JsonObject] = []
    for row in rows:
        buttons: list[JsonObject] = []
        for key in row:
            part = _key(key, ids, losses)
            if part is None:
                continue
            if part["type"] == _STRING_SELECT:
                shown.extend(_rows(buttons))
                buttons = []
                shown.append({"type": _ROW, "components": [part]})
            else:
                buttons.append(part)
        shown.extend(_rows(buttons))
    if len(shown) > limits.ROWS:
        losses.append("keys")
    return shown[: limits.ROWS]


def _rows(buttons: list[JsonObject]) -> list[JsonObject]:
    return [
        {"type": _ROW, "components": buttons[start : start + limits.ROW_BUTTONS]}
        for start in range(0, len(buttons), limits.ROW_BUTTONS)
    ]


def _key(key: Key, ids: CustomIds, losses: list[str]) -> JsonObject | None:
    match key:
        case PressKey(label=label, data=data, style=style):
            return _button(label) | {"style": _STYLES[style], "custom_id": ids.pressed(data)}
        case PrivateKey(label=label, data=data):
            return _button(label) | {"style": _STYLES[ButtonStyle.QUIET], "custom_id": ids.private(data)}
        case LinkKey(label=label, url=url):
            if len(url) > limits.LINK_URL or not url.lower().startswith(("http://", "https://")):
                losses.append("link-key")
                return None
            return _button(label) | {"style": _LINK_STYLE, "url": url}
        case ListKey():
            return _list(key, ids, losses)
        case _:
            assert_never(key)


def _button(label: str) -> JsonObject:
    return {"type": _BUTTON, "label": _cut(label, limits.LABEL) or _FILLER}


def _list(key: ListKey, ids: CustomIds, losses: list[str]) -> JsonObject | None:
    if len(key.choices) > limits.LIST_CHOICES:
        losses.append("keys")
    values = CustomIds()
    options: list[JsonObject] = []
    chosen = False
    for choice in key.choices[: limits.LIST_CHOICES]:
        option: JsonObject = {
            "label": _cut(choice.label, limits.LIST_TEXT) or _FILLER,
            "value": values.pressed(choice.data),
        }
        if choice.description:
            option["description"] = _cut(choice.description, limits.LIST_TEXT)
        if choice.chosen and not chosen:
            option["default"] = chosen = True
        options.append(option)
    if not options:
        return None
    part: JsonObject = {"type": _STRING_SELECT, "custom_id": ids.pressed("list"), "options": options}
    if key.placeholder:
        part["placeholder"] = _cut(key.placeholder, limits.PLACEHOLDER)
    return part


# --- cards ---


def _card(card: Card, losses: list[str]) -> list[JsonObject]:
    framed = _framed(card, losses)
    if framed is None:
        losses.append("card-folded")
        framed = _folded(card, losses)
    if card.colour is not None:
        for embed in framed:
            embed["color"] = card.colour
    return [embed for embed in framed if embed]


def _framed(card: Card, losses: list[str]) -> list[JsonObject] | None:
    """The card in a frame's own parts, or None when one of them is too long."""
    body = markup(card.body)
    title = escaped(card.title)
    told = list(body.losses)
    sizes = [(title, limits.EMBED_TITLE), (body.text, limits.EMBED_DESCRIPTION), (card.footer, limits.EMBED_FOOTER)]
    fields: list[JsonObject] = []
    for one in card.fields:
        value = markup(one.value)
        told.extend(value.losses)
        name = escaped(one.name)
        sizes += [(name, limits.EMBED_FIELD_NAME), (value.text, limits.EMBED_FIELD_VALUE)]
        fields.append({"name": _shown(name), "value": _shown(value.text), "inline": one.inline})
    if len(fields) > limits.EMBED_FIELDS or sum(_size(text) or 1 for text, _ in sizes) > limits.EMBED_TOTAL:
        return None
    if any(_size(text) > most for text, most in sizes):
        return None
    losses.extend(told)
    embed: JsonObject = {}
    if title.strip():
        embed["title"] = title
    if body.text.strip():
        embed["description"] = body.text
    if fields:
        embed["fields"] = fields
    if card.footer.strip():
        embed["footer"] = {"text": card.footer}
    return [embed]


def _folded(card: Card, losses: list[str]) -> list[JsonObject]:
    """The card as one text within the frame; a card within the capabilities always fits."""
    paragraphs = [RichText.of(card.title, Style.BOLD), card.body]
    paragraphs += [RichText.of(one.name, Style.BOLD) + "\n" + one.value for one in card.fields]
    paragraphs.append(RichText.of(card.footer))
    whole = RichText.join([paragraph for paragraph in paragraphs if paragraph], "\n")
    text = markup(whole)
    losses.extend(text.losses)
    return [{"description": _cut(text.text, limits.EMBED_DESCRIPTION)}]


def _shown(text: str) -> str:
    return text if text.strip() else _FILLER


def _size(text: str) -> int:
    return limits.UNIT.measure(text)


def _cut(text: str, most: int) -> str:
    """The first so many units; what is handed in fits already unless the core erred."""
    if _size(text) <= most:
        return text
    size = 0
    for index, character in enumerate(text):
        size += _size(character)
        if size > most:
            return text[:index]
    return text
