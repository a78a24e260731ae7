"""What somebody chose about translating."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, delete, select, update

from bot.api import JsonValue
from bot.api.tables import insert_into
from bot.domain.languages import Language, language_of
from bot.domain.refs import PersonId
from bot.ports.database import Database
from cogs.translate.store.chats import languages_of, tags
from cogs.translate.store.tables import PERSON, WORDS

EVERY = ("reads", "writes", "aids", "knows", "accepted")
"""All that somebody chooses."""


@dataclass(frozen=True, slots=True)
class Choices:
    """Somebody's choices.

    Attributes:
        reads: the language that they read, None for the one that the bot speaks with them.
        writes: into which they last had something translated while typing.
        aids: whether reading aids are shown.
        knows: the languages that they say they know.
        accepted: names of the public services that may see what they ask in private.
    """

    reads: Language | None = None
    writes: Language | None = None
    aids: bool = False
    knows: tuple[Language, ...] = ()
    accepted: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Persons:
    """Keeps them."""

    db: Database

    async def of(self, person: PersonId) -> Choices:
        """What somebody chose."""
        async with self.db.reading() as reading:
            row = (await reading.execute(select(PERSON).where(PERSON.c.person == person))).one_or_none()
        if row is None:
            return Choices()
        return Choices(
            reads=language_of(row.reads),
            writes=language_of(row.writes),
            aids=row.aids,
            knows=languages_of(row.knows),
            accepted=frozenset(row.accepted.split()),
        )

    async def put(self, person: PersonId, choices: Choices, *, only: Collection[str] = EVERY) -> None:
        """Keeps what somebody chose.

        Args:
            person: who did.
            choices: what they chose.
            only: which of it; the rest stays as it is, whatever was chosen at the same moment.
        """
        values = {
            "reads": None if choices.reads is None else choices.reads.value,
            "writes": None if choices.writes is None else choices.writes.value,
            "aids": choices.aids,
            "knows": tags(choices.knows),
            "accepted": " ".join(sorted(choices.accepted)),
        }
        async with self.db.writing() as writing:
            put = insert_into(writing, PERSON).values(person=person, **values)
            chosen = {name: value for name, value in values.items() if name in only}
            await writing.execute(put.on_conflict_do_update(index_elements=["person"], set_=chosen))

    async def learns(self, person: PersonId, languages: Collection[Language]) -> None:
        """Somebody says that they know these languages."""
        now = await self.of(person)
        await self.put(person, Choices(knows=tuple(dict.fromkeys((*now.knows, *languages)))), only=("knows",))

    async def export(self, person: PersonId) -> JsonValue:
        """What is kept of somebody."""
        chosen = await self.of(person)
        async with self.db.reading() as reading:
            said = select(WORDS.c.words).where(_theirs(person)).order_by(WORDS.c.id)
            words = [str(row[0]) for row in await reading.execute(said)]
        return {
            "reads": chosen.reads and chosen.reads.value,
            "writes": chosen.writes and chosen.writes.value,
            "reading_aids": chosen.aids,
            "knows": [language.value for language in chosen.knows],
            "accepted_services": sorted(chosen.accepted),
            "words_of_today": words,
        }

    async def forget(self, person: PersonId) -> None:
        """Erases somebody."""
        async with self.db.writing() as writing:
            await writing.execute(delete(PERSON).where(PERSON.c.person == person))
            await writing.execute(delete(WORDS).where(_theirs(person)))

    async def part(self, stays: PersonId) -> None:
        """An account parts: of today's words nobody can tell any more whose they are, and who may say no to them."""
        async with self.db.writing() as writing:
            await writing.execute(delete(WORDS).where(_theirs(stays)))

    async def merge(self, kept: PersonId, gone: PersonId) -> None:
        """Two are one: what one of them did not choose is as the other chose."""
        first, second = await self.of(kept), await self.of(gone)
        merged = Choices(
            reads=first.reads or second.reads,
            writes=first.writes or second.writes,
            aids=first.aids or second.aids,
            knows=tuple(dict.fromkeys((*first.knows, *second.knows))),
            accepted=first.accepted | second.accepted,
        )
        if merged != Choices():
            await self.put(kept, merged)
        async with self.db.writing() as writing:
            await writing.execute(delete(PERSON).where(PERSON.c.person == gone))
            await writing.execute(update(WORDS).where(WORDS.c.person == gone).values(person=kept))
            await writing.execute(update(WORDS).where(WORDS.c.asker == gone).values(asker=kept))


def _theirs(person: PersonId) -> ColumnElement[bool]:
    """Words that they said, or had translated for themselves."""
    return (WORDS.c.person == person) | (WORDS.c.asker == person)
