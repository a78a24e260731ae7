"""Better translations, and what they teach."""

from collections.abc import Sequence
from datetime import timedelta

from bot.api import Texts
from bot.domain.controls import Button, ButtonStyle
from bot.domain.form import ChoiceField, Form, FormChoice, TextField
from bot.domain.languages import Language
from bot.domain.message import Outgoing
from bot.domain.refs import CommunityId, MessageRef, UserRef
from bot.domain.text import RichText
from cogs.translate.actions import (
    AddTerm,
    AgreeTerm,
    Home,
    KeepTerm,
    KnowBoth,
    OpenGlossary,
    RefuseTerm,
    RemoveTerm,
    SendBetter,
)
from cogs.translate.rules.corrections import LONGEST_CORRECTION, LONGEST_TERM, Entry, KeptEntry
from cogs.translate.rules.labels import label

ASKED_STAYS = timedelta(minutes=2)
"""How long a question stands where all can see it."""

THANKS_STAY = timedelta(minutes=10)
"""How long thanks stand in a chat."""

PAGE = 8
"""Words on a page of the glossary."""


def form(texts: Texts, submit: SendBetter) -> Form:
    """Asks for a better translation, and maybe for a word to be remembered."""
    better = TextField("better", texts.plain("better-field"), lines=True, longest=LONGEST_CORRECTION)
    pair = TextField(
        "pair", texts.plain("better-pair"), texts.plain("better-pair-hint"), required=False, longest=2 * LONGEST_TERM
    )
    return Form(texts.plain("better-title"), (better, pair), submit)


def both_asked(texts: Texts, user: UserRef, names: tuple[str, str], action: KnowBoth) -> Outgoing:
    """Asks once whether somebody knows both languages."""
    first, second = names
    button = Button(texts.plain("know-both"), action, ButtonStyle.GOOD, only=user)
    return Outgoing(texts("both-asked", first=first, second=second), controls=((button,),))


def thanked(texts: Texts, name: str, message: MessageRef | None) -> Outgoing:
    """Thanks by name, for all to see."""
    return Outgoing(texts("better-thanks", name=name), reply_to=message)


def proposed(texts: Texts, community: CommunityId, entry: Entry, by: str) -> Outgoing:
    """Asks a moderator whether a word shall stand in the glossary."""
    row = (
        Button(texts.plain("term-agree"), AgreeTerm(community, entry), ButtonStyle.GOOD),
        Button(texts.plain("term-refuse"), RefuseTerm(community, entry)),
    )
    return Outgoing(texts("term-proposed", name=by, **written(entry)), controls=(row,))


def settled(texts: Texts, entry: Entry, *, agreed: bool) -> Outgoing:
    """What became of it."""
    return Outgoing(texts("term-agreed" if agreed else "term-refused", **written(entry)))


def written(entry: Entry) -> dict[str, str]:
    """A word of the glossary for a text that names it."""
    return {
        "words": entry.words,
        "becomes": entry.becomes,
        "source": label(entry.source),
        "target": label(entry.target),
    }


def glossary(texts: Texts, user: UserRef, home: Home, page: int, shown: Sequence[KeptEntry], count: int) -> Outgoing:
    """A page of the glossary, each word with a key that takes it out."""
    add = Button(texts.plain("glossary-add"), AddTerm(home), ButtonStyle.MAIN, only=user)
    if not count:
        return Outgoing(texts("glossary-empty"), controls=((add,),))
    lines = [texts("glossary", count=count)]
    removing: list[Button] = []
    for number, one in enumerate(shown, page * PAGE + 1):
        lines.append(texts("glossary-line", number=number, **written(one.entry)))
        removing.append(Button(f"✕ {number}", RemoveTerm(home, one.number, page), only=user))
    rows = [tuple(removing[start : start + 4]) for start in range(0, len(removing), 4)]
    last = [add]
    if page > 0:
        last.insert(0, Button("◀", OpenGlossary(home, page - 1), only=user))
    if (page + 1) * PAGE < count:
        last.append(Button("▶", OpenGlossary(home, page + 1), only=user))
    return Outgoing(RichText.join(lines, "\n"), controls=(*rows, tuple(last)))


def term_form(texts: Texts, home: Home, languages: Sequence[tuple[Language, str]]) -> Form:
    """Asks for a word of the glossary."""
    options = tuple(FormChoice(language.value, name) for language, name in languages[:25])
    fields = (
        ChoiceField("source", texts.plain("term-source"), options),
        TextField("words", texts.plain("term-words"), longest=LONGEST_TERM),
        ChoiceField("target", texts.plain("term-target"), options),
        TextField("becomes", texts.plain("term-becomes"), texts.plain("term-becomes-hint"), longest=LONGEST_TERM),
    )
    return Form(texts.plain("term-title"), fields, KeepTerm(home))
