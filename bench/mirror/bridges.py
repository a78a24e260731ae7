"""Bridges written straight into the database, as the ``bridge`` cog and the mirror keep them: thousands in a second."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Table, delete, insert

from bot.api.mirror import CopyKind, Manner, Reacting
from bot.core.codec import Codec
from bot.core.communities import COMMUNITY, SPACE
from bot.core.mirror.routes import WATCHER
from bot.core.mirror.tables import ROUTE
from bot.core.places import PLACE
from bot.core.watches import WATCH
from bot.domain.languages import Language
from bot.domain.refs import ChatRef, SpaceRef
from bot.ports.database import Database
from cogs.bridge.rules import Direction, Reactions
from cogs.bridge.store.tables import BRIDGE, END

_CLUB = 1_000_000
"""The community's id, and those of its spaces, far from what a database gives by itself."""

_PER_BRIDGE = 2


@dataclass(frozen=True, slots=True)
class Side:
    """A chat, or the pattern of many, at one end.

    Attributes:
        chat: of the first bridge; the others lead between chats with a number behind its id.
        language: which is spoken there.
    """

    space: SpaceRef
    chat: ChatRef
    language: Language

    def numbered(self, number: int) -> ChatRef:
        """The chat of a bridge."""
        return self.chat if number == 0 else ChatRef(self.chat.platform, f"{self.chat.id}0000{number}")


Rows = dict[Table, list[Mapping[str, object]]]


async def write(db: Database, codec: Codec, left: Side, right: Side, first: int, count: int, now: datetime) -> None:
    """Writes bridges, from a number on; with the first bridge the community is made too."""
    rows: Rows = {table: [] for table in (COMMUNITY, SPACE, PLACE, BRIDGE, END, ROUTE, WATCH)}
    if first == 0:
        rows[COMMUNITY].append({"id": _CLUB, "made": now})
        for index, side in enumerate((left, right)):
            space = {"id": _CLUB + index, "ref": str(side.space), "community_id": _CLUB, "own_id": _CLUB}
            rows[SPACE].append(space | {"name": "Cat Club"})
    manners = {side.language: codec.encode(Manner, _manner(side.language)) for side in (left, right)}
    for number in range(first, count):
        _put(rows, number, left, right, manners, now)
    async with db.writing() as connection:
        for table, values in rows.items():
            if values:
                await connection.execute(insert(table), values)


async def keep(db: Database, count: int) -> None:
    """Deletes all but the first so many bridges."""
    first = _CLUB + count
    async with db.writing() as connection:
        await connection.execute(delete(WATCH).where(WATCH.c.id >= _CLUB + _PER_BRIDGE * count))
        await connection.execute(delete(ROUTE).where(ROUTE.c.id >= _CLUB + _PER_BRIDGE * count))
        await connection.execute(delete(PLACE).where(PLACE.c.id >= _CLUB + _PER_BRIDGE * count))
        await connection.execute(delete(END).where(END.c.bridge >= first))
        await connection.execute(delete(BRIDGE).where(BRIDGE.c.id >= first))


def _manner(language: Language) -> Manner:
    return Manner(languages=(language,), reactions=Reacting.NEAREST)


def _put(rows: Rows, number: int, left: Side, right: Side, manners: Mapping[Language, str], now: datetime) -> None:
    bridge, places = _CLUB + number, [_CLUB + _PER_BRIDGE * number + index for index in range(_PER_BRIDGE)]
    rows[BRIDGE].append(
        {
            "id": bridge,
            "community": _CLUB,
            "maker": None,
            "made": now,
            "paused": False,
            "files": True,
            "reactions": Reactions.NEAREST.value,
            "joins": False,
            "originals": True,
        }
    )
    for index, (side, other) in enumerate(((left, right), (right, left))):
        chat, there = side.numbered(number), 1 - index
        rows[PLACE].append({"id": places[index], "ref": str(chat), "space_id": _CLUB + index, "name": "lounge"})
        end = {"bridge": bridge, "place": places[index], "community": _CLUB, "space": str(side.space)}
        rows[END].append(end | {"language": side.language.value, "direction": Direction.BOTH.value, "notice": None})
        route = {"id": places[index], "cog": "bridge", "knot": str(bridge), "kind": CopyKind.BRIDGED.value}
        leads = {"source_id": places[index], "target_id": places[there], "community_id": _CLUB}
        rows[ROUTE].append(route | leads | {"manner": manners[other.language]})
        watch = {"id": places[index], "cog": WATCHER, "platform": chat.platform, "chat": chat.id}
        rows[WATCH].append(watch | {"topic": chat.topic or "", "user": "", "message": "", "until": None})
