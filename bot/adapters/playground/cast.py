"""The world on its first day: two spaces, and people of several tongues, some of whom have yet to come in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.adapters.playground.drawn import Drawn, DrawnSpan
from bot.adapters.playground.limits import Side
from bot.adapters.playground.state import Chat, ChatKind, Membership, Person, Post, Space, State
from bot.domain.access import Access
from bot.domain.locales import Locale, nearest

Texts = Callable[[Locale], Mapping[str, str]]
"""The page's texts by key in a language; ``{name}`` stands where a name goes."""

HARBOUR = "harbour"
TEAHOUSE = "teahouse"
LOBBIES = {Side.LEFT: "harbour-general", Side.RIGHT: TEAHOUSE}
"""The places of the chats where people come in and go; a topic-less group is its own general topic."""


@dataclass(frozen=True, slots=True)
class _Role:
    id: str
    side: Side
    name: str
    handle: str
    language: str
    access: Access = Access.EVERYONE
    days: int | None = None
    says: str = ""


_CAST = (
    _Role("june", Side.LEFT, "June Parker", "june", "en-US"),
    _Role("amara", Side.LEFT, "Amara Okafor", "amara", "en-GB", Access.ADMIN, 400, "seed-harbour-1"),
    _Role("diego", Side.LEFT, "Diego Fuentes", "diego", "es-419", Access.MODERATOR, 210),
    _Role("xiaoyu", Side.LEFT, "林小雨", "xiaoyu", "zh-CN", Access.EVERYONE, 90, "seed-harbour-2"),
    _Role("yien", Side.LEFT, "陳以恩", "yien", "zh-TW"),
    _Role("tomas", Side.RIGHT, "Tomás Quispe", "tomas", "es"),
    _Role("xiaochuan", Side.RIGHT, "王小川", "xiaochuan", "zh-hans", Access.ADMIN, 365, "seed-teahouse-1"),
    _Role("lucia", Side.RIGHT, "Lucía Herrera", "lucia", "es", Access.MODERATOR, 180, "seed-teahouse-2"),
    _Role("yating", Side.RIGHT, "許雅婷", "yating", "zh-hant", Access.EVERYONE, 60),
    _Role("priya", Side.RIGHT, "Priya Nair", "priya", "en"),
)

ROLES = ("explorer", "cat-keeper")
"""The ids of the roles that the left space has; their names are page texts."""

PRIVATE_PREFIX = "dm-"


def private_chat(person: Person) -> Chat:
    """The private chat of a person with the bot."""
    return Chat(f"{PRIVATE_PREFIX}{person.id}", None, person.side, person.name, ChatKind.PRIVATE, owner=person.id)


def first_day(now: datetime, texts: Texts) -> State:
    """The world as nobody has touched it yet. People say their line in their own language."""
    names = texts(Locale.ENGLISH)
    state = State()
    harbour = Space(HARBOUR, Side.LEFT, names["space-harbour"])
    teahouse = Space(TEAHOUSE, Side.RIGHT, names["space-teahouse"])
    state.spaces = {space.id: space for space in (harbour, teahouse)}
    chats = (
        Chat("harbour-introductions", None, Side.LEFT, "introductions", ChatKind.CHANNEL, HARBOUR),
        Chat(LOBBIES[Side.LEFT], None, Side.LEFT, "general", ChatKind.CHANNEL, HARBOUR),
        Chat(TEAHOUSE, "2", Side.RIGHT, "introductions", ChatKind.TOPIC, TEAHOUSE),
        Chat(TEAHOUSE, None, Side.RIGHT, "general", ChatKind.TOPIC, TEAHOUSE),
    )
    state.chats = {chat.place: chat for chat in chats}
    for number, role in enumerate(_CAST):
        person = Person(role.id, role.side, role.name, role.handle, role.language, role.access, number % 8)
        state.people[person.id] = person
        chat = private_chat(person)
        state.chats[chat.place] = chat
        if role.days is None:
            continue
        space = harbour if role.side is Side.LEFT else teahouse
        space.members[person.id] = Membership(now - timedelta(days=role.days))
        if role.says:
            state.last_id += 1
            line = texts(nearest(role.language) or Locale.ENGLISH)[role.says]
            state.posts[str(state.last_id)] = Post(
                str(state.last_id),
                LOBBIES[role.side],
                person.id,
                now - timedelta(minutes=90 - 7 * number),
                Drawn((DrawnSpan(line),)),
            )
    return state
