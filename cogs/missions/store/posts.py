"""Where cards stand."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select

from bot.api.tables import insert_into
from bot.domain.refs import PersonId, PostId
from bot.ports.database import Database
from cogs.missions.rules.draws import DrawId
from cogs.missions.store.tables import POST

CLAIM = timedelta(minutes=1)
"""After that, who wanted to send a card is taken to be dead."""


@dataclass(frozen=True, slots=True)
class Posts:
    """Keeps them. Two who want to send the same card at the same moment do not both."""

    db: Database

    async def of(self, draw: DrawId, person: PersonId) -> PostId | None:
        """Where a card stands for somebody; None while it does not."""
        async with self.db.reading() as reading:
            found = select(POST.c.post).where(POST.c.draw == draw, POST.c.person == person)
            post = (await reading.execute(found)).scalar_one_or_none()
            return None if post is None else PostId(int(post))

    async def claim(self, draw: DrawId, person: PersonId, at: datetime) -> bool:
        """Whether the caller is to send it to somebody."""
        async with self.db.writing() as writing:
            put = insert_into(writing, POST).values(draw=draw, person=person, post=None, claimed=at)
            again = put.on_conflict_do_update(
                index_elements=["draw", "person"],
                set_={"claimed": put.excluded.claimed},
                where=POST.c.post.is_(None) & (POST.c.claimed <= at - CLAIM),
            ).returning(POST.c.draw)
            return (await writing.execute(again)).first() is not None

    async def put(self, draw: DrawId, person: PersonId, post: PostId | None, at: datetime) -> None:
        """Keeps where it stands now; None where it does not, and has to be sent anew."""
        async with self.db.writing() as writing:
            if post is None:
                await writing.execute(delete(POST).where(POST.c.draw == draw, POST.c.person == person))
                return
            kept = insert_into(writing, POST).values(draw=draw, person=person, post=post, claimed=at)
            await writing.execute(
                kept.on_conflict_do_update(index_elements=["draw", "person"], set_={"post": kept.excluded.post})
            )

    async def moved(self, draw: DrawId, person: PersonId, post: PostId, at: datetime) -> PostId | None:
        """It stands elsewhere now; where it stood before."""
        before = await self.of(draw, person)
        await self.put(draw, person, post, at)
        return before
