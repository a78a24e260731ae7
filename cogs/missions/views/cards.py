"""Cards as they lie on a line, and the answers to them."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.api import Texts
from bot.domain.controls import Button, ButtonStyle, Control, Option, Select
from bot.domain.form import Form, TextField
from bot.domain.languages import Language, spoken_by
from bot.domain.locales import nearest
from bot.domain.message import Outgoing
from bot.domain.text import RichText, Style
from cogs.missions.actions import Another, AskAnswer, Deal, OpenMenu, PickBand, SendAnswer, Swap
from cogs.missions.rules.cards import Card, Level, Topic
from cogs.missions.rules.draws import LONGEST_ANSWER, Draw, DrawId
from cogs.missions.rules.own import Worded

Rows = tuple[tuple[Control, ...], ...]


@dataclass(frozen=True, slots=True)
class Face:
    """A card as somebody reads it.

    Attributes:
        topic: None for a community's own.
        question: in the language that they read.
        others: the same in the languages that the others read.
        bands: the keys of the texts of the bands that it can be answered in.
    """

    level: Level
    topic: Topic | None
    question: Worded
    others: tuple[Worded, ...] = ()
    bands: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Waiting:
    """How far it is answered, as somebody sees it.

    Attributes:
        mine: they have answered themselves.
        done: names of the others who have.
        missing: names of the others who have not.
    """

    mine: bool
    done: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def worded(texts: Texts, card: Card, language: Language) -> Worded:
    """One of our cards in a language, as near as we speak it."""
    locale = nearest(language.value) or texts.locale
    there = texts.in_(locale)
    why = "" if card.why is None else there.plain(card.why)
    return Worded(spoken_by(locale), there.plain(card.text), why)


def card(texts: Texts, draw: Draw, face: Face, waiting: Waiting) -> Outgoing:
    """A card that waits for answers."""
    lines = [*_front(texts, face), RichText(), _waiting(texts, waiting)]
    return Outgoing(RichText.join(lines, "\n"), controls=_keys(texts, draw, face, answered=waiting.mine))


def card_for_all(texts: Texts, draw: Draw, face: Face, done: Sequence[str], missing: Sequence[str]) -> Outgoing:
    """A card where all read it in the same place."""
    lines = [*_front(texts, face), RichText(), texts("card-rule")]
    if done:
        lines.append(texts("card-missing", names=_listed(texts, missing)))
    return Outgoing(RichText.join(lines, "\n"), controls=_keys(texts, draw, face, answered=False))


def closed(texts: Texts, face: Face | None) -> Outgoing:
    """A card that all have answered."""
    front = [] if face is None else _front(texts, face)
    return Outgoing(RichText.join([*front, RichText(), texts("card-unlocked")], "\n"))


def gone(texts: Texts, draw: Draw) -> Outgoing:
    """A card that the community took away meanwhile."""
    swap = Button(texts.plain("key-swap"), Swap(draw.id), ButtonStyle.MAIN)
    return Outgoing(texts("card-gone"), controls=((swap,),))


def _front(texts: Texts, face: Face) -> list[RichText]:
    level = texts.plain(f"level-{face.level.value}")
    if face.topic is None:
        lines = [texts("card-title-own", level=level)]
    else:
        lines = [texts("card-title", topic=texts.plain(f"topic-{face.topic.value}"), level=level)]
    lines.append(RichText.of(face.question.words, Style.BOLD))
    if face.question.why:
        lines.append(texts("card-why", why=face.question.why))
    if face.question.made:
        lines.append(texts("card-made"))
    lines += [RichText.of(other.words, Style.SPOILER) for other in face.others]
    return lines


def _waiting(texts: Texts, waiting: Waiting) -> RichText:
    if waiting.mine:
        return texts("card-waiting", names=_listed(texts, waiting.missing))
    if waiting.done:
        return texts("card-your-turn", names=_listed(texts, waiting.done), count=len(waiting.done))
    return texts("card-rule")


def _keys(texts: Texts, draw: Draw, face: Face, *, answered: bool) -> Rows:
    label = texts.plain("key-change" if answered else "key-answer")
    answer = Button(label, AskAnswer(draw.id), ButtonStyle.QUIET if answered else ButtonStyle.MAIN)
    rows: list[tuple[Control, ...]] = []
    if face.bands:
        options = tuple(Option(texts.plain(key), PickBand(draw.id, key)) for key in face.bands)
        rows.append((Select(texts.plain("band-choose"), options),))
    swap = Button(texts.plain("key-swap"), Swap(draw.id))
    rows.append((answer, swap, Button(texts.plain("key-more"), OpenMenu(draw.line))))
    return tuple(rows)


def _listed(texts: Texts, names: Sequence[str]) -> str:
    return texts.plain("between").join(names)


def answer_form(texts: Texts, draw: DrawId) -> Form:
    """Asks for an answer in words."""
    field = TextField("answer", texts.plain("answer-field"), lines=True, longest=LONGEST_ANSWER)
    return Form(texts.plain("answer-title"), (field,), SendAnswer(draw), texts("answer-intro"))


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer as somebody reads it.

    Attributes:
        name: whose; "" for the reader's own.
        said: what was said, as it was said.
        made: the same in languages that are read here, where a service could say so.
    """

    name: str
    said: str
    made: tuple[RichText, ...] = ()


def revealed(texts: Texts, line: int, question: str, answers: Sequence[Answered]) -> Outgoing:
    """Everybody's answers. What somebody typed is plain words, whatever it looks like."""
    lines = [texts("reveal-title")]
    if question:
        lines.append(RichText.of(question, Style.ITALIC))
    for one in answers:
        lines.append(RichText())
        lines.append(texts("reveal-mine") if not one.name else texts("reveal-of", name=one.name))
        # In one's own language first; what was really said stays a tap away.
        lines += one.made
        lines.append(RichText.of(one.said, Style.SPOILER if one.made else Style.PLAIN))
    return Outgoing(RichText.join(lines, "\n"), controls=((deal_key(texts, line),),))


def deal_key(texts: Texts, line: int) -> Button:
    """Draws a card for both."""
    return Button(texts.plain("key-deal"), Deal(line))


def reminded(texts: Texts, line: int, names: Sequence[str]) -> Outgoing:
    """A card still waits."""
    key = "remind-waited" if names else "remind"
    bring = Button(texts.plain("key-show"), Deal(line), ButtonStyle.MAIN)
    return Outgoing(texts(key, names=_listed(texts, names)) if names else texts(key), controls=((bring,),))


def alone(texts: Texts, question: Worded, number: int) -> Outgoing:
    """A mission for one."""
    lines = [texts("alone-title"), RichText.of(question.words, Style.BOLD), texts(f"alone-{number % 3}")]
    another = Button(texts.plain("key-another"), Another(number + 1))
    return Outgoing(RichText.join(lines, "\n"), controls=((another,),))
