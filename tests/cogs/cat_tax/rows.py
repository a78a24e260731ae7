"""Rows of the cat tax, as one event or another makes them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.locales import Locale
from bot.domain.refs import CommunityId, PersonId, PlaceId, PostId
from bot.storage.engine import SqlDatabase
from cogs.cat_tax.rules.standing import Proof, State, Tender
from cogs.cat_tax.rules.tax import Asking, Payment, Tax
from cogs.cat_tax.store.showings import Showing
from cogs.cat_tax.store.taxes import Taxes
from tests.kit.clock import START

CLUB, OTHER_CLUB = CommunityId(7), CommunityId(8)
ANA, BO, EVE = PersonId(1), PersonId(2), PersonId(3)
PLACE, ELSEWHERE = PlaceId(3), PlaceId(4)
INTRODUCTION = PostId(5)
PICTURE = b"RIFF a WebP"


def hours(number: float) -> datetime:
    """So many hours after the beginning."""
    return START + timedelta(hours=number)


@dataclass(frozen=True, slots=True)
class Ledger:
    """What people do, in short."""

    db: SqlDatabase

    @property
    def taxes(self) -> Taxes:
        return Taxes(self.db)

    async def expected(self, person: PersonId = ANA, at: datetime = START, club: CommunityId = CLUB) -> None:
        await self.taxes.expect(club, person, PLACE, at)

    async def ask(
        self, cause: str = "e1", person: PersonId = ANA, club: CommunityId = CLUB, at: float = 0
    ) -> Tax | None:
        asking = Asking(PLACE, INTRODUCTION, Locale.SPANISH, cause, hours(at))
        return await self.taxes.ask(club, person, asking)

    async def asked(self, cause: str = "e1", person: PersonId = ANA, at: float = 0) -> Tax:
        tax = await self.ask(cause, person, at=at)
        assert tax is not None
        return tax

    async def pay(
        self,
        cause: str = "p1",
        person: PersonId = ANA,
        *,
        tender: Tender = Tender.PICTURE,
        proof: Proof = Proof.MODEL,
        club: CommunityId = CLUB,
        at: float = 1,
        thumbnail: bytes | None = PICTURE,
    ) -> Tax:
        payment = Payment(tender, proof, PLACE, cause, hours(at), thumbnail)
        return await self.taxes.settle(club, person, payment)

    async def let_off(self, state: State, cause: str = "s1", person: PersonId = ANA) -> Tax | None:
        return await self.taxes.let_off(CLUB, person, state, cause=cause, at=hours(1))

    async def of(self, person: PersonId = ANA, club: CommunityId = CLUB) -> Tax | None:
        return await self.taxes.of(club, person)

    async def known(self, person: PersonId = ANA, club: CommunityId = CLUB) -> Tax:
        tax = await self.of(person, club)
        assert tax is not None
        return tax


def showing(person: PersonId = ANA, cause: str = "c1", club: CommunityId = CLUB, message: int | None = 21) -> Showing:
    """A picture that waits."""
    return Showing(
        community=club,
        person=person,
        cause=cause,
        place=PLACE,
        message=None if message is None else PostId(message),
        locale=Locale.SPANISH,
        fingerprint=2**64 - 5,
        thumbnail=PICTURE,
        made=START,
    )
