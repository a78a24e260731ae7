"""The admins' screens about their community's own cards."""

from collections.abc import Callable, Sequence

from bot.api import Texts
from bot.domain.controls import Button, ButtonStyle, Control, Option, Select
from bot.domain.form import ChoiceField, Form, FormChoice, TextField
from bot.domain.languages import Language
from bot.domain.message import Outgoing
from bot.domain.refs import UserRef
from bot.domain.text import RichText, Style
from cogs.missions.actions import AskCard, Desk, KeepCard, OpenCard, OpenOwn, RemoveCard
from cogs.missions.rules.cards import Level
from cogs.missions.rules.own import LONGEST, MOST, PAGE, OwnCard, page_of

SHORT = 60
"""Characters of a question in a list."""


def listed(texts: Texts, user: UserRef, desk: Desk, cards: Sequence[OwnCard], page: int) -> Outgoing:
    """A page of them."""
    page = page_of(len(cards), page)
    shown = cards[page * PAGE : (page + 1) * PAGE]
    said = [texts("own", count=len(cards), most=MOST) if cards else texts("own-none", most=MOST)]
    said += [texts("own-line", words=short(one.question.words), level=_level(texts, one)) for one in shown]
    rows: list[tuple[Control, ...]] = []
    if shown:
        options = tuple(Option(short(one.question.words), OpenCard(desk, one.id)) for one in shown)
        rows.append((Select(texts.plain("own-choose"), options, only=user),))
    turns: list[Control] = []
    if page > 0:
        turns.append(Button(texts.plain("own-earlier"), OpenOwn(desk, page - 1), only=user))
    if (page + 1) * PAGE < len(cards):
        turns.append(Button(texts.plain("own-later"), OpenOwn(desk, page + 1), only=user))
    if turns:
        rows.append(tuple(turns))
    if len(cards) < MOST:
        rows.append((Button(texts.plain("own-add"), AskCard(desk), ButtonStyle.MAIN, only=user),))
    return Outgoing(RichText.join(said, "\n"), controls=tuple(rows))


def one(texts: Texts, user: UserRef, desk: Desk, card: OwnCard, called: Callable[[Language], str]) -> Outgoing:
    """One of them, whole."""
    said = [texts("own-title", level=_level(texts, card)), RichText.of(card.question.words, Style.BOLD)]
    if card.question.why:
        said.append(texts("card-why", why=card.question.why))
    said.append(texts("own-language", language=called(card.question.language)))
    if card.other is not None:
        said += [RichText.of(card.other.words), texts("own-language", language=called(card.other.language))]
    rows = (
        (Button(texts.plain("own-remove"), RemoveCard(desk, card.id), ButtonStyle.DANGER, only=user),),
        (Button(texts.plain("key-back"), OpenOwn(desk, 0), only=user),),
    )
    return Outgoing(RichText.join(said, "\n"), controls=rows)


def form(texts: Texts, desk: Desk, languages: Sequence[tuple[Language, str]], usual: Language) -> Form:
    """Asks for a new one."""
    levels = tuple(FormChoice(level.value, texts.plain(f"level-{level.value}")) for level in Level)
    spoken = tuple(FormChoice(language.value, name) for language, name in languages[:25])
    return Form(
        texts.plain("own-add"),
        (
            TextField("question", texts.plain("own-question"), lines=True, longest=LONGEST),
            ChoiceField("language", texts.plain("own-language-field"), spoken, value=(usual.value,)),
            ChoiceField("level", texts.plain("own-level"), levels, value=(Level.LIGHT.value,)),
            TextField("why", texts.plain("own-why"), required=False, lines=True, longest=LONGEST),
            TextField("other", texts.plain("own-other"), required=False, lines=True, longest=LONGEST),
        ),
        KeepCard(desk),
    )


def short(words: str) -> str:
    """A question's beginning, in one line."""
    flat = " ".join(words.split())
    return flat if len(flat) <= SHORT else f"{flat[: SHORT - 1]}…"


def _level(texts: Texts, card: OwnCard) -> str:
    return texts.plain(f"level-{card.level.value}")
