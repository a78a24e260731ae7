"""What every step begins with: the line, those on it, and how each reads it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.api import Context, JobContext, Texts
from bot.api.offers.lines import Buddy, Line, Lines
from bot.api.offers.translating import TranslationRules
from bot.domain.errors import Told
from bot.domain.languages import Language, spoken_by
from bot.domain.locales import Locale
from bot.domain.message import Outgoing
from bot.domain.refs import PersonId, PlaceId
from bot.domain.text import RichText
from bot.ports.translator import Ask, Translated


@dataclass(frozen=True, slots=True)
class Here:
    """An open line.

    Attributes:
        ctx: acts for the line's community.
    """

    ctx: JobContext
    lines: Lines
    line: Line

    @property
    def people(self) -> frozenset[PersonId]:
        """Who is on it."""
        return frozenset(buddy.person for buddy in self.line.buddies)

    def others(self, person: PersonId) -> Sequence[Buddy]:
        """Who is on it besides somebody."""
        return [buddy for buddy in self.line.buddies if buddy.person != person]

    def names(self, person: PersonId, texts: Texts) -> str:
        """The others, as somebody knows them."""
        return texts.plain("between").join(buddy.name for buddy in self.others(person))


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody on a line.

    Attributes:
        texts: in the language of their screens, with the line's own words.
        language: in which they read the line.
    """

    buddy: Buddy
    texts: Texts
    language: Language


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where a line is read.

    Attributes:
        place: None while the chat could not be opened.
        readers: one, or all who read it in the same place.
    """

    place: PlaceId | None
    readers: tuple[Reader, ...]

    @property
    def first(self) -> Reader:
        """In whose language things are said here."""
        return self.readers[0]


async def enter(ctx: Context, line: int) -> Here:
    """Goes on only on an open line that who pressed the key is on."""
    lines = await ctx.find(Lines)
    found = None if lines is None else await lines.line(line)
    if found is None or ctx.person not in {buddy.person for buddy in found.buddies}:
        raise Told("line-over")
    there = await ctx.about(found.community)
    # Off here, although it was found where the key was pressed.
    lines = await there.find(Lines)
    if lines is None:
        raise Told("line-over")
    return Here(there, lines, found)


async def look(ctx: JobContext, line: int) -> Here | None:
    """The same for what is done later; None when the line is over, or held."""
    lines = await ctx.find(Lines)
    found = None if lines is None else await lines.line(line)
    return None if lines is None or found is None else Here(ctx, lines, found)


async def reader(here: Here, buddy: Buddy) -> Reader:
    """How somebody reads a line."""
    texts = await here.lines.texts(here.line.id, buddy.person, await here.ctx.texts_for(buddy.person))
    return Reader(buddy, texts, buddy.reads or spoken_by(texts.locale))


async def readers(here: Here) -> Sequence[Reader]:
    """How all of them do."""
    return [await reader(here, buddy) for buddy in here.line.buddies]


async def spots(here: Here) -> Sequence[Spot]:
    """Where a line is read: a place each, or one that they share."""
    found: dict[PlaceId | int, list[Reader]] = {}
    places: dict[PlaceId | int, PlaceId | None] = {}
    for one in await readers(here):
        place = await here.lines.place(here.line.id, one.buddy.person)
        spot = -one.buddy.person if place is None else place
        found.setdefault(spot, []).append(one)
        places[spot] = place
    return [Spot(places[spot], tuple(those)) for spot, those in found.items()]


async def tell_all(here: Here, say: Callable[[Spot], Outgoing], key: str) -> None:
    """Says something once in each place where a line is read."""
    for spot in await spots(here):
        person = spot.first.buddy.person
        await here.lines.tell(here.line.id, person, say(spot), key=f"missions {key} {person}")


async def translated(
    here: Here, words: str, to: Language, *, source: Language | None = None, by: PersonId | None = None
) -> Translated | None:
    """Words in another language, or None: they are in it already, nobody can, or who said them does not want that.

    Args:
        here: the line: its community's glossary and accepted services.
        words: what is said.
        to: into which language.
        source: the language that it is in, where that is known.
        by: who said it, and is the only one who has seen it so far; None for a community's own card.
    """
    if by is not None and (await here.ctx.accounts.file(by)).untranslated:
        return None
    rules = await here.ctx.find(TranslationRules)
    ask = Ask(
        RichText.of(words),
        to,
        source=source,
        terms=() if rules is None else await rules.terms((*Language,)),
        community=here.line.community,
        consent=frozenset() if rules is None else await rules.consent(),
        private=by is not None,
    )
    made = await here.ctx.translator.translate(ask)
    return made if isinstance(made, Translated) else None


def tongue_name(ctx: JobContext, locale: Locale, tongue: str) -> str:
    """What a spoken language is called; Chinese just so, however it is written."""
    if tongue == "zh":
        return ctx.texts_in(locale).plain("tongue-zh")
    found = next((one for one in Language if one.value.partition("-")[0] == tongue), None)
    return tongue if found is None else ctx.languages.name_in(found, locale)
