"""What stands on a card, for each who reads it."""

from collections.abc import Sequence

from bot.domain.languages import spoken_by
from bot.domain.locales import nearest
from cogs.missions.rules.cards import CARDS, Card
from cogs.missions.rules.own import OwnCard, Worded, own_id
from cogs.missions.steps.ground import Here, Reader, translated
from cogs.missions.store import OwnCards
from cogs.missions.views.cards import Face, worded


def shipped(key: str) -> Card | None:
    """One of our cards; None for a community's own, or one that there is no longer."""
    return next((card for card in CARDS if card.key == key), None)


async def face(here: Here, key: str, me: Reader, all_readers: Sequence[Reader]) -> Face | None:
    """A card as somebody reads it, with what the others read beside it; None when there is no such card any more."""
    card = shipped(key)
    if card is not None:
        mine = worded(me.texts, card, me.language)
        theirs = [worded(one.texts, card, one.language) for one in all_readers]
        bands = () if card.bands is None else card.bands.texts
        return Face(card.level, card.topic, mine, _beside(mine, theirs), bands)
    number = own_id(key)
    own = None if number is None else await OwnCards(here.ctx.db, here.line.community).one(number)
    if own is None:
        return None
    mine = await _own_in(here, own, me)
    theirs = [await _own_in(here, own, one) for one in all_readers]
    # What a service made of it is never without what was written.
    return Face(own.level, None, mine, _beside(mine, [own.question, *theirs] if mine.made else theirs))


async def question(here: Here, key: str, me: Reader) -> str:
    """What is asked, "" when there is no such card any more."""
    found = await face(here, key, me, ())
    return "" if found is None else found.question.words


def _beside(mine: Worded, theirs: Sequence[Worded]) -> tuple[Worded, ...]:
    found = {one.words: one for one in theirs if one.words != mine.words}
    return tuple(found.values())


async def _own_in(here: Here, card: OwnCard, one: Reader) -> Worded:
    """An own card as somebody wrote it in a language, else as a service puts it, else as it is."""
    written = [card.question] if card.other is None else [card.question, card.other]
    for exact in (one.language, spoken_by(nearest(one.language.value) or one.texts.locale)):
        for wording in written:
            if wording.language is exact:
                return wording if wording is card.question else Worded(wording.language, wording.words)
    words = await translated(here, card.question.words, one.language, source=card.question.language)
    if words is None:
        return card.question
    why = card.question.why
    told = await translated(here, why, one.language, source=card.question.language) if why else None
    return Worded(one.language, words.text.plain, why if told is None else told.text.plain, made=True)
