"""What the page asks over its websocket: read strictly, so that nothing forged gets further than here."""

from dataclasses import field
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass as checked

from bot.adapters.playground.limits import Side
from bot.domain.errors import Unreadable
from bot.domain.locales import Locale

_STRICT = ConfigDict(extra="forbid")

_Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9_.\-]{1,64}$")]
_Place = Annotated[str, Field(pattern=r"^[A-Za-z0-9_.\-]{1,64}(/[A-Za-z0-9_.\-]{1,64})?$")]
_Words = Annotated[str, Field(max_length=8_000)]
_Line = Annotated[str, Field(max_length=200)]
_Nonce = Annotated[str, Field(max_length=40)]
_Files = Annotated[tuple[_Id, ...], Field(max_length=10)]


@checked(frozen=True, slots=True, config=_STRICT)
class Hello:
    """The page is open and wants to be these people; None or unknown ones become the first of the side."""

    locale: Locale
    left: _Id | None
    right: _Id | None
    type: Literal["hello"] = "hello"


@checked(frozen=True, slots=True, config=_STRICT)
class Be:
    """From now on this tab is another person on that person's side."""

    person: _Id
    type: Literal["be"] = "be"


@checked(frozen=True, slots=True, config=_STRICT)
class Make:
    """Makes a new person, and is them."""

    side: Side
    name: _Line
    language: _Line
    type: Literal["make"] = "make"


@checked(frozen=True, slots=True, config=_STRICT)
class Join:
    """Comes into the side's space; where one has to ask first, asks.

    With ``screening`` a captcha waits behind the door: one is inside, and may not write until :class:`Solve`.
    """

    side: Side
    screening: bool = False
    type: Literal["join"] = "join"


@checked(frozen=True, slots=True, config=_STRICT)
class Solve:
    """Solves the captcha that waits behind the door."""

    side: Side
    type: Literal["solve"] = "solve"


@checked(frozen=True, slots=True, config=_STRICT)
class Leave:
    """Leaves the side's space, or takes back having asked to be let in."""

    side: Side
    type: Literal["leave"] = "leave"


@checked(frozen=True, slots=True, config=_STRICT)
class Write:
    """Writes a message; ``files`` were uploaded before, ``samples`` are names of ready-made pictures.

    Several files are one message, an album. ``as_files`` sends pictures as files, which only the right side knows.
    """

    side: Side
    place: _Place
    text: _Words
    reply_to: _Id | None = None
    files: _Files = ()
    samples: _Files = ()
    as_files: bool = False
    type: Literal["write"] = "write"


@checked(frozen=True, slots=True, config=_STRICT)
class Edit:
    """Changes the text of one's own message."""

    side: Side
    message: _Id
    text: _Words
    type: Literal["edit"] = "edit"


@checked(frozen=True, slots=True, config=_STRICT)
class Erase:
    """Deletes one's own message, a moderator anyone's."""

    side: Side
    message: _Id
    type: Literal["erase"] = "erase"


@checked(frozen=True, slots=True, config=_STRICT)
class Dismiss:
    """Puts a message away that only oneself sees."""

    side: Side
    message: _Id
    type: Literal["dismiss"] = "dismiss"


@checked(frozen=True, slots=True, config=_STRICT)
class React:
    """Sets a reaction, or takes it away again."""

    side: Side
    message: _Id
    emoji: Annotated[str, Field(min_length=1, max_length=16)]
    type: Literal["react"] = "react"


@checked(frozen=True, slots=True, config=_STRICT)
class Press:
    """Presses a key, or picks from a list."""

    side: Side
    message: _Id
    data: _Line
    nonce: _Nonce
    type: Literal["press"] = "press"


@checked(frozen=True, slots=True, config=_STRICT)
class FieldAnswer:
    """The answer to one field of a form."""

    key: _Line
    text: _Words = ""
    picked: tuple[_Line, ...] = ()
    files: _Files = ()


@checked(frozen=True, slots=True, config=_STRICT)
class Submit:
    """Sends a form."""

    side: Side
    form: _Id
    data: _Line
    answers: Annotated[tuple[FieldAnswer, ...], Field(max_length=10)]
    nonce: _Nonce
    type: Literal["submit"] = "submit"


@checked(frozen=True, slots=True, config=_STRICT)
class ParameterValue:
    """A value given to a command's parameter: words, or the id of a person or file, or a chat's place."""

    name: _Line
    value: _Words


@checked(frozen=True, slots=True, config=_STRICT)
class Command:
    """Runs a command with parsed parameters; only left."""

    side: Side
    place: _Place
    name: _Id
    given: Annotated[tuple[ParameterValue, ...], Field(max_length=25)]
    nonce: _Nonce
    type: Literal["command"] = "command"


@checked(frozen=True, slots=True, config=_STRICT)
class Menu:
    """Uses a menu entry on a message or a person; only left."""

    side: Side
    place: _Place
    name: _Id
    nonce: _Nonce
    message: _Id | None = None
    person: _Id | None = None
    type: Literal["menu"] = "menu"


@checked(frozen=True, slots=True, config=_STRICT)
class Complete:
    """Asks for suggestions while a parameter is typed; ``ask`` comes back with them."""

    side: Side
    place: _Place
    command: _Id
    parameter: _Line
    typed: _Line
    given: Annotated[tuple[ParameterValue, ...], Field(max_length=25)]
    ask: int
    type: Literal["complete"] = "complete"


@checked(frozen=True, slots=True, config=_STRICT)
class OpenPrivate:
    """Opens the private chat with the bot by a key that leads there (``data``) or by its start button."""

    side: Side
    data: _Line = ""
    type: Literal["open_private"] = "open_private"


@checked(frozen=True, slots=True, config=_STRICT)
class AskInline:
    """Types the bot's name and some words, in any chat; only right."""

    side: Side
    text: _Line
    nonce: _Nonce
    type: Literal["ask_inline"] = "ask_inline"


@checked(frozen=True, slots=True, config=_STRICT)
class Remove:
    """A moderator removes, bans or pardons somebody."""

    side: Side
    person: _Id
    how: Literal["remove", "ban", "pardon"]
    type: Literal["remove"] = "remove"


@checked(frozen=True, slots=True, config=_STRICT)
class Invite:
    """An admin takes the bot in, or out."""

    side: Side
    inside: bool
    type: Literal["invite"] = "invite"


@checked(frozen=True, slots=True, config=_STRICT)
class Door:
    """An admin has who wants to come in ask first, or not; only right."""

    side: Side
    asks: bool
    type: Literal["door"] = "door"


@checked(frozen=True, slots=True, config=_STRICT)
class Answer:
    """A moderator lets in who asked, or turns them away; only right."""

    side: Side
    person: _Id
    inside: bool
    type: Literal["answer"] = "answer"


@checked(frozen=True, slots=True, config=_STRICT)
class Restrict:
    """A moderator keeps somebody from writing for some minutes (None: until released), or lets them write again."""

    side: Side
    person: _Id
    restricted: bool
    minutes: Annotated[int, Field(ge=1, le=7 * 24 * 60)] | None = None
    type: Literal["restrict"] = "restrict"


@checked(frozen=True, slots=True, config=_STRICT)
class RenameChat:
    """An admin calls a channel or topic something else."""

    side: Side
    place: _Place
    name: _Line
    type: Literal["rename_chat"] = "rename_chat"


@checked(frozen=True, slots=True, config=_STRICT)
class OpenChat:
    """A member opens a thread under a channel left, a topic beside the others right; ``place`` is where they are."""

    side: Side
    place: _Place
    name: _Line
    type: Literal["open_chat"] = "open_chat"


@checked(frozen=True, slots=True, config=_STRICT)
class DropChat:
    """An admin deletes a thread or topic that was opened, with all that stands in it."""

    side: Side
    place: _Place
    type: Literal["drop_chat"] = "drop_chat"


@checked(frozen=True, slots=True, config=_STRICT)
class MakeRole:
    """An admin makes a role; only left."""

    side: Side
    name: _Line
    type: Literal["make_role"] = "make_role"


@checked(frozen=True, slots=True, config=_STRICT)
class RenameRole:
    """An admin calls a role something else; only left."""

    side: Side
    role: _Id
    name: _Line
    type: Literal["rename_role"] = "rename_role"


@checked(frozen=True, slots=True, config=_STRICT)
class DeleteRole:
    """An admin takes a role away from everybody, for good; only left."""

    side: Side
    role: _Id
    type: Literal["delete_role"] = "delete_role"


@checked(frozen=True, slots=True, config=_STRICT)
class GiveRole:
    """An admin gives somebody a role, or takes it away again; only left."""

    side: Side
    person: _Id
    role: _Id
    given: bool
    type: Literal["give_role"] = "give_role"


@checked(frozen=True, slots=True, config=_STRICT)
class Rush:
    """Twelve new people come in at once; who has a line in ``says`` (by language) introduces themselves with it."""

    side: Side
    says: dict[Locale, _Line] = field(default_factory=dict[Locale, str])
    type: Literal["rush"] = "rush"


@checked(frozen=True, slots=True, config=_STRICT)
class Speak:
    """The page is read in another language."""

    locale: Locale
    type: Literal["speak"] = "speak"


Request = (
    Hello
    | Be
    | Make
    | Join
    | Solve
    | Leave
    | Write
    | Edit
    | Erase
    | Dismiss
    | React
    | Press
    | Submit
    | Command
    | Menu
    | Complete
    | OpenPrivate
    | AskInline
    | Remove
    | Invite
    | Door
    | Answer
    | Restrict
    | RenameChat
    | OpenChat
    | DropChat
    | MakeRole
    | RenameRole
    | DeleteRole
    | GiveRole
    | Rush
    | Speak
)

_REQUESTS: TypeAdapter[Request] = TypeAdapter(Annotated[Request, Field(discriminator="type")])


def read(text: str | bytes) -> Request:
    """Reads a request; raises :class:`~bot.domain.errors.Unreadable` when it is none."""
    try:
        return _REQUESTS.validate_json(text)
    except ValidationError as error:
        raise Unreadable("no request of the page") from error
