"""What a person sees in a chat: live views on messages, to be read by tests."""

from __future__ import annotations

from dataclasses import dataclass

from tests.twins.telegram.files import FileState
from tests.twins.telegram.jsons import Json, as_integer, as_object, as_text
from tests.twins.telegram.keyboards import rows
from tests.twins.telegram.texts import part
from tests.twins.telegram.world import MessageState, UserState, World


@dataclass(frozen=True, slots=True)
class Entity:
    """A marked piece of a text, offsets in UTF-16 units."""

    type: str
    offset: int
    length: int
    text: str
    url: str = ""
    user_id: int = 0
    unix_time: int = 0
    language: str = ""


@dataclass(frozen=True, slots=True)
class SeenButton:
    """A button under a message; `data` for those that ask the bot, `url` for links."""

    label: str
    data: str = ""
    url: str = ""
    copies: str = ""


@dataclass(frozen=True, slots=True)
class SeenFile:
    """A file in a message."""

    name: str
    mime: str
    content: bytes
    file_id: str


@dataclass(frozen=True, slots=True)
class Post:
    """A message, always as it is now (edits show; `deleted` tells when it is gone)."""

    world: World
    state: MessageState

    @property
    def id(self) -> int:
        return self.state.id

    @property
    def chat_id(self) -> int:
        return self.state.chat_id

    @property
    def text(self) -> str:
        """The text, or the caption."""
        return self.state.text

    @property
    def entities(self) -> tuple[Entity, ...]:
        return tuple(_entity(self.state.text, entity) for entity in self.state.entities)

    @property
    def kind(self) -> str:
        """`text`, `photo`, `document`, ..., or the service message's field."""
        if self.state.media is not None:
            return self.state.media.kind
        return next(iter(self.state.service), "text")

    @property
    def file(self) -> SeenFile | None:
        """Whatever file it shows."""
        if self.state.media is None:
            return None
        stored: FileState = self.world.files.by_id[self.state.media.file_id]
        return SeenFile(stored.name, stored.mime, stored.content, stored.id)

    @property
    def photo(self) -> bytes | None:
        return self.file.content if self.file is not None and self.kind == "photo" else None

    @property
    def document(self) -> SeenFile | None:
        return self.file if self.kind == "document" else None

    @property
    def spoiler(self) -> bool:
        """Whether its file is hidden until it is tapped."""
        return self.state.spoiler

    @property
    def buttons(self) -> list[list[SeenButton]]:
        """The rows of an inline keyboard."""
        return [[_button(button) for button in row] for row in rows(self.state.markup)]

    def button(self, label: str) -> SeenButton:
        """The button whose label is, or else contains, a text.

        Raises:
            LookupError: When there is none.
        """
        everything = [button for row in self.buttons for button in row]
        exact = [button for button in everything if button.label == label]
        for button in exact or [button for button in everything if label in button.label]:
            return button
        raise LookupError(f"no button {label!r} among {[button.label for button in everything]}")

    @property
    def keyboard(self) -> list[list[str]]:
        """The rows of a reply keyboard, by their labels."""
        return [[as_text(button.get("text")) for button in row] for row in rows(self.state.markup, "keyboard")]

    @property
    def force_reply(self) -> bool:
        return bool((self.state.markup or {}).get("force_reply"))

    @property
    def removes_keyboard(self) -> bool:
        return bool((self.state.markup or {}).get("remove_keyboard"))

    @property
    def reply_to(self) -> Post | None:
        """What it answers in its chat; None too when that is gone."""
        if self.state.reply_chat:
            return None
        found = self.world.chats[self.state.chat_id].messages.get(self.state.reply_to or 0)
        return Post(self.world, found) if found is not None else None

    @property
    def silent(self) -> bool:
        return self.state.silent

    @property
    def reactions(self) -> dict[int, tuple[str, ...]]:
        """Emoji by the id of who reacted; the bot's under its own id."""
        return dict(self.state.reactions)

    @property
    def by_bot(self) -> bool:
        return self.state.sender_id == self.world.bot.id

    @property
    def author(self) -> str:
        """First name of the user, or title of the chat that speaks."""
        if self.state.sender_chat_id is not None:
            return self.world.chats[self.state.sender_chat_id].title
        user = self.world.users.get(self.state.sender_id or 0)
        return user.first_name if user is not None else ""

    @property
    def sender_id(self) -> int | None:
        return self.state.sender_id

    @property
    def topic(self) -> int | None:
        return self.state.topic

    @property
    def edited(self) -> bool:
        return self.state.edit_date > 0

    @property
    def deleted(self) -> bool:
        chat = self.world.chats[self.state.chat_id]
        return chat.messages.get(self.state.id) is not self.state

    @property
    def pinned(self) -> bool:
        return self.state.id in self.world.chats[self.state.chat_id].pinned

    @property
    def album(self) -> str:
        """The `media_group_id`, empty outside albums."""
        return self.state.media_group_id

    @property
    def pinged(self) -> tuple[int, ...]:
        """Ids of the users whom it notifies by a mention, whoever wrote it."""
        found: list[int] = []
        for entity in self.entities:
            user: UserState | None = None
            if entity.type == "mention":
                user = self.world.named(entity.text)
            elif entity.type == "text_mention":
                user = self.world.users.get(entity.user_id)
            if user is not None and user.id not in found:
                found.append(user.id)
        return tuple(found)


def _entity(text: str, entity: Json) -> Entity:
    return Entity(
        type=as_text(entity["type"]),
        offset=as_integer(entity["offset"]) or 0,
        length=as_integer(entity["length"]) or 0,
        text=part(text, entity),
        url=as_text(entity.get("url")),
        user_id=as_integer((as_object(entity.get("user")) or {}).get("id")) or 0,
        unix_time=as_integer(entity.get("unix_time")) or 0,
        language=as_text(entity.get("language")),
    )


def _button(button: Json) -> SeenButton:
    copies = as_text((as_object(button.get("copy_text")) or {}).get("text"))
    return SeenButton(
        as_text(button.get("text")), as_text(button.get("callback_data")), as_text(button.get("url")), copies
    )
