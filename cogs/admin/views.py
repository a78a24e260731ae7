"""The settings' screens, generated from what the cogs declare, and the audit list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.api.texts import Texts
from bot.domain.author import Account
from bot.domain.controls import Button, ButtonStyle, Control, Option, Select
from bot.domain.form import Form, TextField
from bot.domain.message import Outgoing
from bot.domain.refs import ChatRef, UserRef
from bot.domain.text import RichText, Style
from bot.ports.places import PlaceName, RoleName
from cogs.admin.actions import (
    AskValue,
    Home,
    KeepValue,
    OpenCog,
    OpenCogs,
    OpenHistory,
    OpenSetting,
    PutChat,
    PutValue,
)
from cogs.admin.rules import OFF, ON

Rows = tuple[tuple[Control, ...], ...]


@dataclass(frozen=True, slots=True)
class Screen:
    """What every screen needs.

    Attributes:
        home: what it is about.
        user: whose presses count.
    """

    texts: Texts
    home: Home
    user: UserRef


@dataclass(frozen=True, slots=True)
class Line:
    """A setting as its screens show it: all in words."""

    key: str
    title: str
    description: str
    value: str
    per_place: bool


@dataclass(frozen=True, slots=True)
class Act:
    """An entry of the audit list, in words; ``by`` is None for who is not here any more."""

    at: datetime
    by: Account | None
    what: RichText


def cogs(screen: Screen, named: Sequence[tuple[str, str]]) -> Outgoing:
    """What can be set: ``named`` are cogs with their titles."""
    options = tuple(Option(title, OpenCog(screen.home, cog)) for cog, title in named)
    history = Button(screen.texts.plain("history-button"), OpenHistory(screen.home), only=screen.user)
    rows: Rows = ((Select(screen.texts.plain("settings-choose"), options, only=screen.user),), (history,))
    return Outgoing(screen.texts("settings"), controls=rows)


def cog(screen: Screen, name: str, title: str, description: str, lines: Sequence[Line]) -> Outgoing:
    """A cog's settings with their values."""
    head = RichText.of(title, Style.BOLD) + RichText.of(f"\n{description}")
    shown = [
        screen.texts("settings-line", title=RichText.of(line.title, Style.BOLD), value=line.value) for line in lines
    ]
    options = tuple(
        Option(line.title, OpenSetting(screen.home, name, line.key), description=line.value) for line in lines
    )
    rows: Rows = (
        (Select(screen.texts.plain("settings-change"), options, only=screen.user),),
        (_back(screen, OpenCogs(screen.home)),),
    )
    return Outgoing(RichText.join([head, RichText.join(shown, "\n")], "\n\n"), controls=rows)


def setting(
    screen: Screen, cog: str, line: Line, controls: Rows, *, changed: bool = False, too_open: bool = False
) -> Outgoing:
    """One setting: what it is for, its value, and how to change it.

    Args:
        screen: as for every screen.
        cog: whose it is.
        line: it in words.
        controls: how it is changed.
        changed: it was, just now.
        too_open: the chosen chat is read by all members by now, and should not be.
    """
    texts = screen.texts
    blocks = [
        RichText.of(line.title, Style.BOLD),
        RichText.of(line.description),
        texts("settings-now", value=RichText.of(line.value, Style.BOLD)),
    ]
    if line.per_place:
        blocks.append(texts("settings-here-only"))
    if too_open:
        blocks.append(texts("settings-chat-open"))
    if changed:
        blocks.append(texts("settings-kept"))
    rows = (*controls, (_back(screen, OpenCog(screen.home, cog)),))
    return Outgoing(RichText.join(blocks, "\n"), controls=rows)


def _back(screen: Screen, to: OpenCogs | OpenCog | OpenSetting) -> Button:
    return Button(screen.texts.plain("back"), to, only=screen.user)


# --------------------------------------------------------------------------------------------- how a setting is changed


def toggle(screen: Screen, cog: str, key: str, *, on: bool) -> Rows:
    """One button that says what it will do. It carries the value, so that a doubled press changes nothing more."""
    label = screen.texts.plain("turn-off" if on else "turn-on")
    style = ButtonStyle.QUIET if on else ButtonStyle.GOOD
    return ((Button(label, PutValue(screen.home, cog, key, OFF if on else ON), style, only=screen.user),),)


def warned(screen: Screen, cog: str, key: str, warning: RichText) -> Outgoing:
    """What to mind before something is turned on, and the key that does it all the same."""
    on = PutValue(screen.home, cog, key, ON, warned=True)
    sure = Button(screen.texts.plain("settings-warned"), on, ButtonStyle.DANGER, only=screen.user)
    return Outgoing(warning, controls=((sure, _back(screen, OpenSetting(screen.home, cog, key))),))


def choices(screen: Screen, cog: str, key: str, options: Sequence[tuple[str, str]], now: str | None) -> Rows:
    """One of several, each a value with its name."""
    offered = tuple(
        Option(name, PutValue(screen.home, cog, key, value), chosen=value == now) for value, name in options
    )
    return ((Select(screen.texts.plain("settings-choose"), offered, only=screen.user),),)


def roles(screen: Screen, cog: str, key: str, known: Sequence[RoleName], now: str | None) -> Rows:
    """A role, or none."""
    none = Option(screen.texts.plain("value-none"), PutValue(screen.home, cog, key, None), chosen=now is None)
    offered = [Option(role.name, PutValue(screen.home, cog, key, role.id), chosen=role.id == now) for role in known]
    return ((Select(screen.texts.plain("settings-choose"), (none, *offered), only=screen.user),),)


def chats(
    screen: Screen, cog: str, key: str, known: Sequence[PlaceName], here: ChatRef | None, now: ChatRef | None
) -> Rows:
    """A chat: none, the one where the screen was called up, or another."""

    def option(label: str, chat: ChatRef | None) -> Option:
        return Option(label, PutChat(screen.home, cog, key, chat), chosen=chat == now)

    offered = [option(screen.texts.plain("value-none"), None)]
    if here is not None:
        offered.append(option(screen.texts.plain("value-here"), here))
    offered += [option(place.name or str(place.chat), place.chat) for place in known]
    return ((Select(screen.texts.plain("settings-choose"), tuple(offered), only=screen.user),),)


def by_form(screen: Screen, cog: str, key: str, now: str) -> Rows:
    """A number or words, asked for by a form."""
    label = screen.texts.plain("settings-write")
    return ((Button(label, AskValue(screen.home, cog, key, now), ButtonStyle.MAIN, only=screen.user),),)


def value_form(submit: KeepValue, title: str, hint: str, now: str, longest: int) -> Form:
    """Asks for a number or words."""
    field = TextField("value", title, hint, required=False, longest=longest, value=now)
    return Form(title, (field,), submit)


# ------------------------------------------------------------------------------------------------------- the audit list


def history(screen: Screen, acts: Sequence[Act], older: int | None) -> Outgoing:
    """Who did what, the newest first; ``older`` is where the next page begins."""
    texts = screen.texts
    lines = [
        texts("history-line", when=act.at, by=act.by or texts.plain("history-somebody"), what=act.what) for act in acts
    ]
    body = RichText.join(lines, "\n") if lines else texts("history-empty")
    row: list[Control] = [_back(screen, OpenCogs(screen.home))]
    if older is not None:
        row.append(Button(texts.plain("history-older"), OpenHistory(screen.home, older), only=screen.user))
    return Outgoing(RichText.join([texts("history"), body], "\n"), controls=(tuple(row),))
