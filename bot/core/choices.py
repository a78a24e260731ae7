"""What many persons chose of languages, read at once: a round of thousands must not ask for each of them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from bot.core.identity import ACCOUNT, ASKED_AT_ONCE, PERSON
from bot.domain.locales import Locale
from bot.domain.refs import PersonId
from bot.ports.database import Database

_SPOKEN = frozenset(locale.value for locale in Locale)


@dataclass(frozen=True, slots=True)
class Choice:
    """What says in which language somebody is spoken to.

    Attributes:
        locale: their own choice, or None.
        hint: the tag that the platform of their newest account which has one gave, or None.
    """

    locale: Locale | None = None
    hint: str | None = None


async def choices_of(database: Database, people: Collection[PersonId]) -> Mapping[PersonId, Choice]:
    """The choices of these persons; who is unknown has made none."""
    ids, locales, hints = sorted(people), dict[int, Locale](), dict[int, str]()
    async with database.reading() as connection:
        for start in range(0, len(ids), ASKED_AT_ONCE):
            some = ids[start : start + ASKED_AT_ONCE]
            chosen = select(PERSON.c.id, PERSON.c.locale).where(PERSON.c.id.in_(some), PERSON.c.locale.in_(_SPOKEN))
            locales.update({row.id: Locale(row.locale) for row in await connection.execute(chosen)})
            told = select(ACCOUNT.c.person_id, ACCOUNT.c.hint).where(
                ACCOUNT.c.person_id.in_(some), ACCOUNT.c.hint.is_not(None)
            )
            # The newest account's comes last, and stays.
            rows = await connection.execute(told.order_by(ACCOUNT.c.made))
            hints.update({row.person_id: str(row.hint) for row in rows})
    return {person: Choice(locales.get(person), hints.get(person)) for person in ids}
