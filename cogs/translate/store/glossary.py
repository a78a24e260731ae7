"""A community's glossary, and the public services that it accepted."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, delete, func, select

from bot.api.tables import alone, insert_into
from bot.domain.languages import Language, language_of
from bot.domain.refs import CommunityId
from bot.ports.database import Database
from bot.ports.translator import Term
from cogs.translate.rules.corrections import MOST_TERMS, Entry, KeptEntry
from cogs.translate.store.tables import CHAT, CONSENT, FLAGGED, TERM, WORDS

_GIVEN = select(CONSENT.c.service).where(CONSENT.c.community == bindparam("community"))


@dataclass(frozen=True, slots=True)
class Glossary:
    """Keeps it."""

    db: Database
    community: CommunityId

    async def add(self, entry: Entry) -> bool:
        """Puts a word in, or gives it another meaning; False when the glossary is full."""
        async with self.db.writing() as writing:
            await alone(writing, f"glossary {self.community}")
            key = {
                "community": self.community,
                "source": entry.source.value,
                "target": entry.target.value,
                "folded": entry.words.casefold(),
            }
            same = [TERM.c[name] == value for name, value in key.items()]
            there = (await writing.execute(select(func.count()).where(*same))).scalar_one()
            counted = select(func.count()).where(TERM.c.community == self.community)
            if not there and (await writing.execute(counted)).scalar_one() >= MOST_TERMS:
                return False
            values = {"words": entry.words, "becomes": entry.becomes}
            put = insert_into(writing, TERM).values(**key, **values)
            await writing.execute(put.on_conflict_do_update(index_elements=list(key), set_=values))
            return True

    async def has(self, entry: Entry) -> bool:
        """Whether a word becomes just this already."""
        asked = select(func.count()).where(
            TERM.c.community == self.community,
            TERM.c.source == entry.source.value,
            TERM.c.target == entry.target.value,
            TERM.c.folded == entry.words.casefold(),
            TERM.c.becomes == entry.becomes,
        )
        async with self.db.reading() as reading:
            return bool((await reading.execute(asked)).scalar_one())

    async def remove(self, number: int) -> Entry | None:
        """Takes a word out; None when it was gone, or is another community's."""
        mine = (TERM.c.id == number) & (TERM.c.community == self.community)
        async with self.db.writing() as writing:
            row = (await writing.execute(select(TERM).where(mine))).one_or_none()
            await writing.execute(delete(TERM).where(mine))
        if row is None:
            return None
        source, target = language_of(row.source), language_of(row.target)
        return None if source is None or target is None else Entry(source, row.words, target, row.becomes)

    async def page(self, start: int, size: int) -> tuple[Sequence[KeptEntry], int]:
        """Some of the words in their order, and how many there are."""
        mine = TERM.c.community == self.community
        order = (TERM.c.source, TERM.c.target, TERM.c.folded)
        async with self.db.reading() as reading:
            count = (await reading.execute(select(func.count()).where(mine))).scalar_one()
            rows = await reading.execute(select(TERM).where(mine).order_by(*order).offset(start).limit(size))
            found = [
                KeptEntry(row.id, Entry(source, row.words, target, row.becomes))
                for row in rows
                if (source := language_of(row.source)) is not None and (target := language_of(row.target)) is not None
            ]
        return found, int(count)

    async def terms(self, languages: Collection[Language]) -> tuple[Term, ...]:
        """The words between these languages."""
        among = [language.value for language in languages]
        asked = select(TERM).where(
            TERM.c.community == self.community, TERM.c.source.in_(among), TERM.c.target.in_(among)
        )
        async with self.db.reading() as reading:
            rows = await reading.execute(asked.order_by(TERM.c.id))
            return tuple(Term(Language(row.source), row.words, Language(row.target), row.becomes) for row in rows)


@dataclass(frozen=True, slots=True)
class Consent:
    """Which public services an admin accepted."""

    db: Database
    community: CommunityId

    async def given(self) -> frozenset[str]:
        """Their names."""
        async with self.db.reading() as reading:
            return frozenset(str(row[0]) for row in await reading.execute(_GIVEN, {"community": self.community}))

    async def accept(self, services: Collection[str]) -> Sequence[str]:
        """Accepts services; gives those that were not accepted before."""
        new: list[str] = []
        async with self.db.writing() as writing:
            for service in services:
                put = insert_into(writing, CONSENT).values(community=self.community, service=service)
                made = await writing.execute(put.on_conflict_do_nothing(index_elements=["community", "service"]))
                new += [service] if made.rowcount == 1 else []
        return new

    async def withdraw(self, service: str) -> bool:
        """Takes it back; False when it was not accepted."""
        mine = (CONSENT.c.community == self.community) & (CONSENT.c.service == service)
        async with self.db.writing() as writing:
            return (await writing.execute(delete(CONSENT).where(mine))).rowcount == 1

    async def erase(self) -> None:
        """Erases all that is kept of the community."""
        async with self.db.writing() as writing:
            for table in (CHAT, CONSENT, FLAGGED, TERM, WORDS):
                await writing.execute(delete(table).where(table.c.community == self.community))
