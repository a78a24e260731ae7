"""What is said about clubs and linked accounts."""

from collections.abc import Sequence

from bot.api.texts import Texts
from bot.domain.controls import Button, ButtonStyle, Control
from bot.domain.message import Outgoing
from bot.domain.refs import UserRef
from bot.domain.text import RichText
from cogs.admin.actions import AskLeave, Home, InviteSpace, LeaveClub, OpenClub, Unlink


def club(texts: Texts, home: Home, user: UserRef, names: Sequence[str]) -> Outgoing:
    """A club's spaces."""
    lines = [RichText.of(f"• {name or texts.plain('club-unnamed')}") for name in names]
    head = texts("club", count=len(names))
    row: list[Control] = [Button(texts.plain("club-invite"), InviteSpace(home), ButtonStyle.MAIN, only=user)]
    if len(names) > 1:
        row.append(Button(texts.plain("club-leave"), AskLeave(home), ButtonStyle.DANGER, only=user))
    return Outgoing(RichText.join([head, *lines], "\n"), controls=(tuple(row),))


def invited(texts: Texts, home: Home, user: UserRef, code: str) -> Outgoing:
    """A one-time code and how to use it."""
    back = Button(texts.plain("back"), OpenClub(home), only=user)
    return Outgoing(texts("club-code", code=code), controls=((back,),))


def leave_asked(texts: Texts, home: Home, user: UserRef) -> Outgoing:
    """Asks once more."""
    row = (
        Button(texts.plain("club-leave-yes"), LeaveClub(home), ButtonStyle.DANGER, only=user),
        Button(texts.plain("back"), OpenClub(home), only=user),
    )
    return Outgoing(texts("club-leave-sure"), controls=(row,))


def unlink_asked(texts: Texts, user: UserRef, accounts: int) -> Outgoing:
    """Asks once more before an account parts."""
    button = Button(texts.plain("unlink-yes"), Unlink(), ButtonStyle.DANGER, only=user)
    return Outgoing(texts("unlink-sure", count=accounts), controls=((button,),))
