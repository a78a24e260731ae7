"""What the page is told over its websocket, as JSON objects."""

from typing import Literal

from pydantic import TypeAdapter
from pydantic.dataclasses import dataclass as checked

from bot.adapters.playground.drawn import DrawnCard, DrawnFile, DrawnKey, DrawnText
from bot.adapters.playground.limits import Side


@checked(frozen=True, slots=True)
class ShownPerson:
    """A person as the page shows them.

    Attributes:
        access: the level's name in lower case.
        newcomer: True when they came in lately.
        asking: True when they asked to be let in and wait for an answer.
        screening: True when they are in and have yet to solve the captcha.
        muted_until: until when they may not write, as ISO 8601; None when not muted, or until released.
        started: True when they opened the private chat with the bot.
        roles: ids.
    """

    id: str
    name: str
    handle: str
    language: str
    access: str
    colour: int
    member: bool
    newcomer: bool
    banned: bool
    asking: bool
    screening: bool
    muted: bool
    muted_until: str | None
    started: bool
    roles: tuple[str, ...]


@checked(frozen=True, slots=True)
class ShownChat:
    """A chat as the page shows it."""

    place: str
    name: str
    kind: str
    parent: str | None
    closed: bool


@checked(frozen=True, slots=True)
class ShownParameter:
    """A command's parameter in the page's language; ``choices`` as pairs of value and label."""

    name: str
    label: str
    description: str
    kind: str
    required: bool
    completes: bool
    choices: tuple[tuple[str, str], ...]
    least: float | None
    most: float | None


@checked(frozen=True, slots=True)
class ShownCommand:
    """A command in the page's language; ``scope`` is anywhere, community or private."""

    name: str
    label: str
    description: str
    scope: str
    parameters: tuple[ShownParameter, ...]
    visiting: bool = False


@checked(frozen=True, slots=True)
class ShownMenu:
    """A menu entry in the page's language; ``target`` is message or member."""

    name: str
    label: str
    target: str
    visiting: bool = False


@checked(frozen=True, slots=True)
class ShownPowers:
    """What the page must know of a side's capabilities."""

    text: int
    files: int
    file_bytes: int
    reactions: tuple[str, ...]
    commands_as_dialogue: bool


@checked(frozen=True, slots=True)
class ShownRole:
    """A role as the page shows it."""

    id: str
    name: str


@checked(frozen=True, slots=True)
class ShownSide:
    """One side as this tab's person sees it. ``asks_first``: who wants to come in has to ask."""

    side: Side
    space_id: str
    you: str
    bot_inside: bool
    asks_first: bool
    roles: tuple[ShownRole, ...]
    people: tuple[ShownPerson, ...]
    chats: tuple[ShownChat, ...]
    commands: tuple[ShownCommand, ...]
    menus: tuple[ShownMenu, ...]
    powers: ShownPowers


@checked(frozen=True, slots=True)
class ShownPost:
    """A message as this tab's person sees it.

    Attributes:
        author: a person's id, or ``bot``.
        mine, only_you, pings_you: about this tab's person.
        raw: one's own words as typed, with their marks, "" for others'.
        pinned: True while it is shown above the chat, too.
        quoted: who wrote what is answered and its first words, or None when it answers nothing or that is gone.
        reactions: triples of emoji, how many, and whether this tab's person is among them.
    """

    id: str
    place: str
    author: str
    author_name: str
    at: str
    text: DrawnText
    card: DrawnCard | None
    files: tuple[DrawnFile, ...]
    keys: tuple[tuple[DrawnKey, ...], ...]
    speaker: str | None
    losses: tuple[str, ...]
    quoted: tuple[str, str] | None
    reply_to: str | None
    silent: bool
    only_you: bool
    used: tuple[str, str] | None
    pings_you: bool
    edited: bool
    deleted_by: str | None
    service: str | None
    mine: bool
    raw: str
    pinned: bool
    reactions: tuple[tuple[str, int, bool], ...]


@checked(frozen=True, slots=True)
class ShapeTold:
    """Everything but the messages."""

    connected: bool
    sides: tuple[ShownSide, ...]
    type: Literal["shape"] = "shape"


@checked(frozen=True, slots=True)
class PostsTold:
    """All messages of a side that this tab's person sees, oldest first."""

    side: Side
    posts: tuple[ShownPost, ...]
    type: Literal["posts"] = "posts"


@checked(frozen=True, slots=True)
class PostTold:
    """A message is new, or different now."""

    side: Side
    post: ShownPost
    type: Literal["post"] = "post"


@checked(frozen=True, slots=True)
class PostGone:
    """A message is gone without a trace."""

    side: Side
    id: str
    type: Literal["gone"] = "gone"


@checked(frozen=True, slots=True)
class Settled:
    """An interaction is answered: nothing needs to spin any more."""

    nonce: str
    type: Literal["settled"] = "settled"


@checked(frozen=True, slots=True)
class NoticeTold:
    """A short notice that only this person sees."""

    side: Side
    text: str
    type: Literal["notice"] = "notice"


@checked(frozen=True, slots=True)
class InlineTold:
    """What could be put into the message that is typed; one of maybe several for the same ``nonce``."""

    side: Side
    nonce: str
    text: str
    type: Literal["inline"] = "inline"


@checked(frozen=True, slots=True)
class ShownField:
    """A field of a form; ``kind`` is text, choice or file; ``options`` are triples of value, label and picked."""

    key: str
    label: str
    kind: Literal["text", "choice", "file"]
    required: bool
    hint: str = ""
    lines: bool = False
    shortest: int = 0
    longest: int = 0
    value: str = ""
    most: int = 1
    options: tuple[tuple[str, str, bool], ...] = ()


@checked(frozen=True, slots=True)
class FormTold:
    """A form opens."""

    side: Side
    form: str
    title: str
    data: str
    fields: tuple[ShownField, ...]
    type: Literal["form"] = "form"


@checked(frozen=True, slots=True)
class SuggestionsTold:
    """Suggestions as pairs of label and value."""

    ask: int
    items: tuple[tuple[str, str], ...]
    type: Literal["suggestions"] = "suggestions"


@checked(frozen=True, slots=True)
class WentTo:
    """The page shows this chat now."""

    side: Side
    place: str
    type: Literal["went"] = "went"


@checked(frozen=True, slots=True)
class NotDone:
    """The platform does not let the person do that. ``key`` is a page text's key, ``about`` what it names."""

    key: str
    about: str = ""
    side: Side | None = None
    nonce: str | None = None
    type: Literal["not_done"] = "not_done"


Reply = (
    ShapeTold
    | PostsTold
    | PostTold
    | PostGone
    | Settled
    | NoticeTold
    | InlineTold
    | FormTold
    | SuggestionsTold
    | WentTo
    | NotDone
)

_REPLIES: TypeAdapter[Reply] = TypeAdapter(Reply)


def written(reply: Reply) -> str:
    """A reply's JSON."""
    return _REPLIES.dump_json(reply).decode()
