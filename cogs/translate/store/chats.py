"""The chats in which translating is on, and those in which it was switched off."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Row, bindparam, delete, select, update

from bot.api.tables import insert_into
from bot.domain.languages import Language, language_of
from bot.domain.refs import CommunityId, PlaceId, PostId, SpaceRef
from bot.ports.database import Database
from cogs.translate.rules.styles import Style
from cogs.translate.store.tables import CHAT

_AT = select(CHAT).where(CHAT.c.place == bindparam("place"))


@dataclass(frozen=True, slots=True)
class Chat:
    """A chat and how it is translated.

    Attributes:
        active: False where it was switched off.
        root: the chat whose thread it is, where it follows that one.
        notices: the bot's own posts that say where words go.
        space: in which it is.
    """

    place: PlaceId
    community: CommunityId
    languages: tuple[Language, ...]
    style: Style
    active: bool = True
    root: PlaceId | None = None
    notices: tuple[PostId, ...] = ()
    space: SpaceRef | None = None


def tags(languages: Sequence[Language]) -> str:
    """Languages as they are kept."""
    return " ".join(language.value for language in languages)


def languages_of(kept: str) -> tuple[Language, ...]:
    """Kept languages; one that is none of ours any more is left out."""
    return tuple(language for tag in kept.split() if (language := language_of(tag)) is not None)


@dataclass(frozen=True, slots=True)
class Chats:
    """Keeps them."""

    db: Database

    async def put(self, chat: Chat) -> None:
        """Keeps how a chat is translated."""
        values = {
            "place": chat.place,
            "community": chat.community,
            "space": None if chat.space is None else str(chat.space),
            "active": chat.active,
            "languages": tags(chat.languages),
            "style": chat.style.value,
            "root": chat.root,
            "notices": [int(post) for post in chat.notices],
        }
        async with self.db.writing() as writing:
            put = insert_into(writing, CHAT).values(values)
            await writing.execute(put.on_conflict_do_update(index_elements=["place"], set_=values))

    async def begin(self, chat: Chat) -> bool:
        """Keeps how a new chat is translated; False when something was settled there before."""
        async with self.db.writing() as writing:
            put = insert_into(writing, CHAT).values(
                place=chat.place,
                community=chat.community,
                space=None if chat.space is None else str(chat.space),
                active=chat.active,
                languages=tags(chat.languages),
                style=chat.style.value,
                root=chat.root,
                notices=[],
            )
            made = await writing.execute(put.on_conflict_do_nothing(index_elements=["place"]))
            return made.rowcount == 1

    async def noticed(self, place: PlaceId, posts: Sequence[PostId]) -> None:
        """Remembers which posts say where words go."""
        async with self.db.writing() as writing:
            kept = [int(post) for post in posts]
            await writing.execute(update(CHAT).where(CHAT.c.place == place).values(notices=kept))

    async def of(self, place: PlaceId) -> Chat | None:
        """What is settled for a chat, or None."""
        async with self.db.reading() as reading:
            row = (await reading.execute(_AT, {"place": place})).one_or_none()
        return None if row is None else _read(row)

    async def following(self, root: PlaceId) -> Sequence[Chat]:
        """The threads that follow a chat."""
        return await self._all(CHAT.c.root == root)

    async def of_community(self, community: CommunityId) -> Sequence[Chat]:
        """The chats of a community in which translating is on."""
        return await self._all((CHAT.c.community == community) & CHAT.c.active)

    async def in_space(self, space: SpaceRef) -> Sequence[Chat]:
        """The chats of a space, also those in which translating is off."""
        return await self._all(CHAT.c.space == str(space))

    async def moved(self, old: SpaceRef, new: SpaceRef) -> None:
        """A space goes on under another ref."""
        async with self.db.writing() as writing:
            await writing.execute(update(CHAT).where(CHAT.c.space == str(old)).values(space=str(new)))

    async def _all(self, where: ColumnElement[bool]) -> Sequence[Chat]:
        async with self.db.reading() as reading:
            rows = await reading.execute(select(CHAT).where(where).order_by(CHAT.c.place))
            return [_read(row) for row in rows]

    async def drop(self, place: PlaceId) -> None:
        """Forgets a chat that is gone."""
        async with self.db.writing() as writing:
            await writing.execute(delete(CHAT).where(CHAT.c.place == place))


def _read(row: Row[tuple[object, ...]]) -> Chat:
    return Chat(
        place=PlaceId(row.place),
        community=CommunityId(row.community),
        languages=languages_of(row.languages),
        style=Style(row.style),
        active=row.active,
        root=None if row.root is None else PlaceId(row.root),
        notices=tuple(PostId(int(post)) for post in row.notices or ()),
        space=None if row.space is None else SpaceRef.parse(row.space),
    )
