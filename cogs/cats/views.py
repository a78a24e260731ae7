"""What the album says."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.api.texts import Texts
from bot.domain.attachments import File
from bot.domain.controls import Button, ButtonStyle
from bot.domain.locales import second_language
from bot.domain.message import Outgoing
from bot.domain.text import RichText
from cogs.cats.actions import Leafing, Like, TakeDown, Turn
from cogs.cats.rules import Cat, Order, Ranked


@dataclass(frozen=True, slots=True)
class Page:
    """A cat with what is told of it.

    Attributes:
        owner: the owner's name as shown here now, or "" when they are not here.
        back: whether there is a cat before it.
        on: whether there is a cat after it.
        ranking: the list that it stands in, or none.
        report: the button to report it, where reports are taken.
    """

    cat: Cat
    owner: str
    leafing: Leafing
    back: bool = False
    on: bool = False
    ranking: Sequence[Ranked] = ()
    report: Button | None = None


def page(texts: Texts, shown: Page) -> Outgoing:
    """A page of the album."""
    lines = [caption(texts, shown.cat, shown.owner)]
    if shown.ranking:
        lines = [texts("top", rank=shown.leafing.rank, of=len(shown.ranking)), *lines, _ranking(texts, shown)]
    return Outgoing(RichText.join(lines, "\n"), files=(_file(texts, shown.cat),), controls=_keys(texts, shown))


def week(texts: Texts, shown: Page) -> Outgoing:
    """The cat of the week, in the community's language and once more."""
    again = texts.in_(second_language(texts.locale))
    lines = [texts("week"), again("week"), caption(texts, shown.cat, shown.owner)]
    return Outgoing(RichText.join(lines, "\n"), files=(_file(texts, shown.cat),), controls=_keys(texts, shown))


def caption(texts: Texts, cat: Cat, owner: str) -> RichText:
    """Number, name, hearts and date. The name is plain words: nobody is pinged for a picture of their cat."""
    if not owner:
        return texts("cat-anonymous", number=cat.number, likes=cat.likes, at=cat.shown)
    return texts("cat", number=cat.number, name=owner, likes=cat.likes, at=cat.shown)


def empty(texts: Texts, key: str, **values: str) -> Outgoing:
    """There is no cat to be shown."""
    return Outgoing(texts(key, **values))


def _ranking(texts: Texts, shown: Page) -> RichText:
    lines = [
        texts(
            "top-here" if one.number == shown.cat.number else "top-line", rank=rank, number=one.number, likes=one.likes
        )
        for rank, one in enumerate(shown.ranking, 1)
    ]
    return RichText.join(lines, "\n")


def _keys(texts: Texts, shown: Page) -> tuple[tuple[Button, ...], ...]:
    number, leafing = shown.cat.number, shown.leafing
    heart = Button(texts.plain("like", likes=shown.cat.likes), Like(leafing, number), ButtonStyle.MAIN)
    row = [heart]
    if leafing.order is Order.RANDOM:
        row += [Button(texts.plain("another"), Turn(leafing, number))] if shown.on else []
    else:
        row = [Button("◀", Turn(leafing, number, back=True))] if shown.back else []
        row += [heart]
        row += [Button("▶", Turn(leafing, number))] if shown.on else []
    below = [Button(texts.plain("take-down"), TakeDown(number))]
    below = below if shown.report is None else [shown.report, *below]
    return tuple(row), tuple(below)


def _file(texts: Texts, cat: Cat) -> File:
    return File(f"cat-{cat.number}.webp", "image/webp", cat.picture, alt=texts.plain("alt", number=cat.number))
