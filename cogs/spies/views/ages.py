"""How old somebody is: what they said is never shown, not even to them; only what keeps them from changing it."""

from datetime import datetime

from bot.domain.controls import ButtonStyle
from bot.domain.message import Outgoing
from cogs.spies.actions.file import OpenAge, PutAge
from cogs.spies.views.file import Desk


def asked(desk: Desk) -> Outgoing:
    """Asks, and says before what follows from it."""
    keys = (
        desk.key("file-age-adult", PutAge(desk.club, adult=True)),
        desk.key("file-age-minor", PutAge(desk.club, adult=False)),
    )
    return desk.said(desk.texts("file-age-help"), controls=(keys, (desk.back(),)))


def sure(desk: Desk, *, adult: bool) -> Outgoing:
    """Asks once more: lines end by it."""
    yes = desk.key("file-age-yes", PutAge(desk.club, adult=adult, sure=True), ButtonStyle.MAIN)
    back = desk.key("file-back", OpenAge(desk.club))
    return desk.said(desk.texts("file-age-sure-adult" if adult else "file-age-sure-minor"), controls=((yes, back),))


def too_early(desk: Desk, day: datetime) -> Outgoing:
    """They said only lately that they are under 18."""
    return desk.said(desk.texts("file-age-early", day=day), controls=((desk.back(),),))


def only_once(desk: Desk) -> Outgoing:
    """They said once already that they turned 18."""
    return desk.said(desk.texts("file-age-once"), controls=((desk.back(),),))
