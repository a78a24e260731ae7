"""The world on its first day: two spaces, and people of several tongues, some of whom have yet to come in."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count

from bot.adapters.playground.drawn import Drawn, DrawnSpan
from bot.adapters.playground.limits import Side
from bot.adapters.playground.state import Chat, ChatKind, Membership, Person, Post, Role, Space, State
from bot.domain.access import Access
from bot.domain.locales import Locale, nearest

Texts = Callable[[Locale], Mapping[str, str]]
"""The page's texts by key in a language; ``{name}`` stands where a name goes."""

HARBOUR = "harbour"
TEAHOUSE = "teahouse"
LOBBIES = {Side.LEFT: "harbour-general", Side.RIGHT: TEAHOUSE}
"""The places of the chats where people come in and go; a topic-less group is its own general topic."""
ELSEWHERE = {Side.LEFT: "harbour-friends", Side.RIGHT: "teahouse-friends"}
"""The places of the chats that the bot is not in."""
MODERATORS = "harbour-moderators"
"""The place of the one chat that not all members see; on the right, as on Telegram, a group has none."""
INTRODUCTIONS = {Side.LEFT: "harbour-introductions", Side.RIGHT: f"{TEAHOUSE}/2"}
"""The places of the chats where people introduce themselves."""


@dataclass(frozen=True, slots=True)
class _Part:
    id: str
    side: Side
    name: str
    handle: str
    language: str
    access: Access = Access.EVERYONE
    days: int | None = None
    says: str = ""


_CAST = (
    _Part("june", Side.LEFT, "June Parker", "june", "en-US"),
    _Part("amara", Side.LEFT, "Amara Okafor", "amara", "en-GB", Access.ADMIN, 400, "seed-harbour-1"),
    _Part("diego", Side.LEFT, "Diego Fuentes", "diego", "es-419", Access.MODERATOR, 210),
    _Part("xiaoyu", Side.LEFT, "林小雨", "xiaoyu", "zh-CN", Access.EVERYONE, 90, "seed-harbour-2"),
    _Part("yien", Side.LEFT, "陳以恩", "yien", "zh-TW"),
    _Part("tomas", Side.RIGHT, "Tomás Quispe", "tomas", "es"),
    _Part("xiaochuan", Side.RIGHT, "王小川", "xiaochuan", "zh-hans", Access.ADMIN, 365, "seed-teahouse-1"),
    _Part("lucia", Side.RIGHT, "Lucía Herrera", "lucia", "es", Access.MODERATOR, 180, "seed-teahouse-2"),
    _Part("yating", Side.RIGHT, "許雅婷", "yating", "zh-hant", Access.EVERYONE, 60),
    _Part("priya", Side.RIGHT, "Priya Nair", "priya", "en"),
)

_ROLES = ("explorer", "cat-keeper")
"""The ids of the roles that the left space begins with; their first names are page texts."""

_CROWD = (
    ("Olivia Reed", "en-US"),
    ("Mateo Rojas", "es-419"),
    ("周子涵", "zh-CN"),
    ("黃柏翰", "zh-TW"),
    ("Noah Bennett", "en-GB"),
    ("Valentina Cruz", "es-419"),
    ("刘思远", "zh-CN"),
    ("吳佩珊", "zh-TW"),
    ("Chidi Eze", "en-GB"),
    ("Nuria Vidal", "es-ES"),
    ("赵雨桐", "zh-CN"),
    ("蔡宗翰", "zh-TW"),
)


def crowd(taken: Collection[str]) -> Iterator[tuple[str, str]]:
    """Names and languages of newcomers without end, none of them ``taken``: namesakes of those are numbered."""
    for turn in count(1):
        for name, language in _CROWD:
            called = name if turn == 1 else f"{name} {turn}"
            if called not in taken:
                yield called, language


_EDITION = 4
"""Of the snapshots that are written now."""

_ROLES_SINCE = 2

PRIVATE_PREFIX = "dm-"


def _elsewhere() -> tuple[Chat, ...]:
    return tuple(Chat(place, None, side, "friends", ChatKind.ELSEWHERE) for side, place in ELSEWHERE.items())


def _staff_room() -> Chat:
    return Chat(MODERATORS, None, Side.LEFT, "moderators", ChatKind.CHANNEL, HARBOUR, staff=True)


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
    bring_up_to_date(state, texts)
    chats = (
        Chat(INTRODUCTIONS[Side.LEFT], None, Side.LEFT, "introductions", ChatKind.CHANNEL, HARBOUR),
        Chat(LOBBIES[Side.LEFT], None, Side.LEFT, "general", ChatKind.CHANNEL, HARBOUR),
        _staff_room(),
        Chat(TEAHOUSE, "2", Side.RIGHT, "introductions", ChatKind.TOPIC, TEAHOUSE),
        Chat(TEAHOUSE, None, Side.RIGHT, "general", ChatKind.TOPIC, TEAHOUSE),
    )
    state.chats = {chat.place: chat for chat in (*chats, *_elsewhere())}
    for number, part in enumerate(_CAST):
        person = Person(part.id, part.side, part.name, part.handle, part.language, part.access, number % 8)
        state.people[person.id] = person
        chat = private_chat(person)
        state.chats[chat.place] = chat
        if part.days is None:
            continue
        space = harbour if part.side is Side.LEFT else teahouse
        space.members[person.id] = Membership(now - timedelta(days=part.days))
        if part.says:
            state.last_id += 1
            line = texts(nearest(part.language) or Locale.ENGLISH)[part.says]
            state.posts[str(state.last_id)] = Post(
                str(state.last_id),
                LOBBIES[part.side],
                person.id,
                now - timedelta(minutes=90 - 7 * number),
                Drawn((DrawnSpan(line),)),
            )
    return state


def bring_up_to_date(state: State, texts: Texts) -> None:
    """Gives a world from before roles could be changed those that it had, and any the chats that came since."""
    if state.edition >= _EDITION:
        return
    names = texts(Locale.ENGLISH)
    for chat in (*_elsewhere(), _staff_room()):
        state.chats.setdefault(chat.place, chat)
    for space in state.spaces.values():
        if space.side is Side.LEFT and state.edition < _ROLES_SINCE:
            space.roles = [Role(role, names[f"role-{role}"]) for role in _ROLES]
    state.edition = _EDITION
