"""The fingerprints of pictures that paid, to know one that appears again."""

from dataclasses import dataclass

from sqlalchemy import or_, select

from bot.api.tables import insert_into
from bot.domain.refs import CommunityId, PersonId
from bot.ports.database import Database
from cogs.cat_tax.rules.pictures import bands, same_picture
from cogs.cat_tax.store.tables import PRINT

_HALF, _WHOLE = 1 << 63, 1 << 64


def signed(number: int) -> int:
    """64 bits as databases keep them."""
    return number - _WHOLE if number >= _HALF else number


def unsigned(number: int) -> int:
    """64 bits as they are."""
    return number + _WHOLE if number < 0 else number


@dataclass(frozen=True, slots=True)
class Prints:
    """Keeps them."""

    db: Database

    async def known(self, community: CommunityId, fingerprint: int, *, besides: str) -> PersonId | None:
        """Who first paid with this picture, smaller or saved again as it may be.

        Args:
            community: where.
            fingerprint: 64 bits.
            besides: an event's own print does not count.
        """
        shared = or_(*(PRINT.c[f"band_{number}"] == band for number, band in enumerate(bands(fingerprint))))
        close = select(PRINT.c.person, PRINT.c.print).where(PRINT.c.community == community, shared)
        async with self.db.reading() as reading:
            rows = (await reading.execute(close.where(PRINT.c.cause != besides).order_by(PRINT.c.id))).all()
        found = (row.person for row in rows if same_picture(unsigned(row.print), fingerprint))
        return next((PersonId(person) for person in found), None)

    async def keep(self, community: CommunityId, person: PersonId, fingerprint: int, *, cause: str) -> None:
        """Remembers a picture, once for each cause."""
        values = {
            "community": community,
            "person": person,
            "cause": cause,
            "print": signed(fingerprint),
            **{f"band_{number}": band for number, band in enumerate(bands(fingerprint))},
        }
        async with self.db.writing() as writing:
            adding = insert_into(writing, PRINT).values(values)
            await writing.execute(adding.on_conflict_do_nothing(index_elements=["community", "cause"]))
