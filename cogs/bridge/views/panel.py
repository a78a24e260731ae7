"""The screens of an admin."""

from collections.abc import Sequence

from bot.api import Texts
from bot.domain.controls import Button, ButtonStyle, Option, Select
from bot.domain.form import ChoiceField, Form, FormChoice, TextField
from bot.domain.languages import Language
from bot.domain.message import Outgoing
from bot.domain.refs import PersonId
from bot.domain.text import RichText, Style
from cogs.bridge.actions import (
    AskCode,
    AskLanguage,
    AskUntie,
    ChooseFirst,
    EnterCode,
    Home,
    KeepLanguage,
    MakeCode,
    OpenBridge,
    OpenBridges,
    OpenDirections,
    OpenLanguages,
    OpenReactions,
    Put,
    PutDirection,
    PutLanguage,
    PutReactions,
    Unmute,
    Untie,
)
from cogs.bridge.rules import CODE_LIFETIME, Bridge, BridgeId, Direction, Part, Reactions, shown_code
from cogs.bridge.views.naming import NamedEnd, Rows, Screen, listed

Choices = Sequence[tuple[Language, str]]
"""Languages with what they are called."""


def bridges(screen: Screen, found: Sequence[tuple[Bridge, Sequence[NamedEnd]]]) -> Outgoing:
    """What a chat is tied to: each bridge with the names of the other ends."""
    texts, home, user = screen.texts, screen.home, screen.user
    lines = [texts("bridges" if found else "bridges-none")]
    options: list[Option] = []
    for bridge, others in found:
        names = listed(texts, [other.name(texts) for other in others])
        key = "bridges-line-paused" if bridge.paused else "bridges-line"
        lines.append(texts(key, number=bridge.knot, chats=names))
        options.append(Option(texts.plain("bridge-option", chats=names), OpenBridge(home, bridge.id)))
    rows: list[tuple[Button | Select, ...]] = []
    if options:
        rows.append((Select(texts.plain("bridge-choose"), tuple(options[:25]), only=user),))
    rows.append(
        (
            Button(texts.plain("new"), ChooseFirst(home), ButtonStyle.MAIN, only=user),
            Button(texts.plain("enter"), AskCode(home), only=user),
        )
    )
    return Outgoing(RichText.join(lines, "\n"), controls=tuple(rows))


def bridge(screen: Screen, shown: Bridge, ends: Sequence[NamedEnd]) -> Outgoing:
    """One bridge: its ends, what crosses, and what can be changed."""
    texts, home, user = screen.texts, screen.home, screen.user
    lines = [texts("bridge-title-paused" if shown.paused else "bridge-title", number=shown.knot)]
    lines += [_end_line(texts, end, here=end.end.place == home.place) for end in ends]
    crossing = shown.crossing
    lines += [
        _state(texts, "files", on=crossing.files),
        texts("reactions-now", how=texts.plain(f"reactions-{crossing.reactions.value}")),
        _state(texts, "joins", on=crossing.joins),
        _state(texts, "originals", on=crossing.originals),
    ]

    def toggle(part: Part, *, on: bool) -> Button:
        style = ButtonStyle.GOOD if part is Part.PAUSED and on else ButtonStyle.QUIET
        label = texts.plain(f"turn-{part.value}-{'off' if on else 'on'}")
        return Button(label, Put(home, shown.id, part, not on), style, only=user)

    rows: list[tuple[Button, ...]] = [
        (
            Button(texts.plain("languages"), OpenLanguages(home, shown.id), only=user),
            Button(texts.plain("directions"), OpenDirections(home, shown.id), only=user),
        ),
        (
            toggle(Part.FILES, on=crossing.files),
            Button(texts.plain("reactions"), OpenReactions(home, shown.id), only=user),
        ),
        (toggle(Part.JOINS, on=crossing.joins), toggle(Part.ORIGINALS, on=crossing.originals)),
        (
            toggle(Part.PAUSED, on=shown.paused),
            Button(texts.plain("invite"), MakeCode(home, shown.id), only=user),
        ),
        (Button(texts.plain("untie"), AskUntie(home, shown.id), ButtonStyle.DANGER, only=user),),
    ]
    if shown.community == home.community and len(shown.ends) > 2:
        rows[-1] += (Button(texts.plain("end"), AskUntie(home, shown.id, whole=True), ButtonStyle.DANGER, only=user),)
    rows.append((_back(texts, screen),))
    return Outgoing(RichText.join(lines, "\n"), controls=tuple(rows))


def _end_line(texts: Texts, end: NamedEnd, *, here: bool) -> RichText:
    language = end.language or texts.plain("language-none")
    way = texts.plain(f"direction-{end.end.direction.value}")
    name = RichText.of(end.name(texts), Style.BOLD) if here else RichText.of(end.name(texts))
    return texts("end-line-here" if here else "end-line", chat=name, language=language, way=way)


def _state(texts: Texts, part: str, *, on: bool) -> RichText:
    return texts(f"{part}-now", state=texts.plain("state-on" if on else "state-off"))


def _back(texts: Texts, screen: Screen, to: BridgeId | None = None) -> Button:
    action = OpenBridges(screen.home) if to is None else OpenBridge(screen.home, to)
    return Button(texts.plain("back"), action, only=screen.user)


# --------------------------------------------------------------------------------------------------------------- codes


def first_language(screen: Screen, choices: Choices, usual: Language) -> Outgoing:
    """Asks which language is spoken here, before there is a code."""
    texts, home, user = screen.texts, screen.home, screen.user
    # The usual one is a key: what is picked already in a list cannot be picked, and would lead nowhere.
    keys = [
        Button(name, MakeCode(home, None, language), ButtonStyle.MAIN, only=user)
        for language, name in choices
        if language is usual
    ]
    keys.append(Button(texts.plain("language-none"), MakeCode(home, None, None), only=user))
    options = [Option(name, MakeCode(home, None, language)) for language, name in choices if language is not usual]
    select = Select(texts.plain("language-other"), tuple(options[:25]), only=user)
    return Outgoing(texts("first-language"), controls=(tuple(keys), (select,), (_back(texts, screen),)))


def code(screen: Screen, made: str, bridge: BridgeId | None) -> Outgoing:
    """A one-time code and how to use it."""
    minutes = int(CODE_LIFETIME.total_seconds()) // 60
    said = screen.texts("code", code=shown_code(made), minutes=minutes)
    return Outgoing(said, controls=((_back(screen.texts, screen, bridge),),))


def code_form(texts: Texts, home: Home, choices: Choices, usual: Language | None) -> Form:
    """Asks for a code, and which language is spoken here."""
    options = [FormChoice(language.value, name) for language, name in choices[:24]]
    options.append(FormChoice("", texts.plain("language-none")))
    return Form(
        texts.plain("code-title"),
        (
            TextField("code", texts.plain("code-field"), "ABCD-EFGH-JKMN", longest=60),
            ChoiceField(
                "language",
                texts.plain("language-field"),
                tuple(options),
                required=False,
                value=() if usual is None else (usual.value,),
            ),
        ),
        EnterCode(home),
    )


# -------------------------------------------------------------------------------------------------------------- choices


def languages(screen: Screen, shown: Bridge, choices: Choices, now: Language | None) -> Outgoing:
    """Offers languages for this chat."""
    texts, home, user = screen.texts, screen.home, screen.user
    options = [
        Option(name, PutLanguage(home, shown.id, language), chosen=language is now) for language, name in choices[:24]
    ]
    options.append(Option(texts.plain("language-none"), PutLanguage(home, shown.id, None), chosen=now is None))
    rows: Rows = (
        (Select(texts.plain("language-choose"), tuple(options), only=user),),
        (
            Button(texts.plain("language-other"), AskLanguage(home, shown.id), only=user),
            _back(texts, screen, shown.id),
        ),
    )
    return Outgoing(texts("languages-help"), controls=rows)


def language_form(texts: Texts, home: Home, bridge: BridgeId) -> Form:
    """Asks for a language by its name."""
    field = TextField("language", texts.plain("language-field"), texts.plain("language-hint"), longest=60)
    return Form(texts.plain("language-title"), (field,), KeepLanguage(home, bridge))


def directions(screen: Screen, shown: Bridge, now: Direction) -> Outgoing:
    """Offers directions for this chat."""
    texts = screen.texts
    options = tuple(
        Option(texts.plain(f"direction-{way.value}"), PutDirection(screen.home, shown.id, way), chosen=way is now)
        for way in Direction
    )
    select = Select(texts.plain("direction-choose"), options, only=screen.user)
    return Outgoing(texts("directions-help"), controls=((select,), (_back(texts, screen, shown.id),)))


def reactions(screen: Screen, shown: Bridge) -> Outgoing:
    """Offers ways for reactions to cross."""
    texts, now = screen.texts, shown.crossing.reactions
    options = tuple(
        Option(texts.plain(f"reactions-{how.value}"), PutReactions(screen.home, shown.id, how), chosen=how is now)
        for how in Reactions
    )
    select = Select(texts.plain("reactions-choose"), options, only=screen.user)
    return Outgoing(texts("reactions-help"), controls=((select,), (_back(texts, screen, shown.id),)))


# ----------------------------------------------------------------------------------------------------------------- ends


def untie_asked(screen: Screen, shown: Bridge, *, whole: bool) -> Outgoing:
    """Asks once more."""
    texts = screen.texts
    yes = Button(
        texts.plain("end-yes" if whole else "untie-yes"),
        Untie(screen.home, shown.id, whole),
        ButtonStyle.DANGER,
        only=screen.user,
    )
    return Outgoing(texts("end-sure" if whole else "untie-sure"), controls=((yes, _back(texts, screen, shown.id)),))


def untied(screen: Screen, *, whole: bool) -> Outgoing:
    """It is done."""
    done = screen.texts("end-done" if whole else "untie-done")
    return Outgoing(done, controls=((_back(screen.texts, screen),),))


def muted(screen: Screen, persons: Sequence[tuple[PersonId, str, RichText | None]]) -> Outgoing:
    """Whose words do not cross, each with a key to let them: person, name, and until when, None for good."""
    texts = screen.texts
    if not persons:
        return Outgoing(texts("muted-none"))
    lines = [texts("muted")]
    for _, name, until in persons:
        shown = name or texts.plain("somebody")
        line = texts("muted-line-for-good", name=shown)
        lines.append(line if until is None else texts("muted-line", name=shown, until=until))
    options = tuple(
        Option(name or texts.plain("somebody"), Unmute(screen.home, person)) for person, name, _ in persons[:25]
    )
    select = Select(texts.plain("unmute-choose"), options, only=screen.user)
    return Outgoing(RichText.join(lines, "\n"), controls=((select,),))
