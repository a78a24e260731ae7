"""What the spy cat says to who introduces themselves without a cat."""

from collections.abc import Sequence

from bot.api import Texts
from bot.domain.attachments import File
from bot.domain.author import Account
from bot.domain.controls import Button, ButtonStyle, Control, OpenPrivately
from bot.domain.form import FileField, Form
from bot.domain.message import Outgoing
from bot.domain.refs import CommunityId, UserRef
from bot.domain.text import RichText
from cogs.cat_tax.actions import BackToAsk, NoCat, PayNow, PayWith, SendCat, Skip
from cogs.cat_tax.rules.pictures import MOST_LOOKED_AT
from cogs.cat_tax.rules.standing import ASK_STAYS, Tender
from cogs.cat_tax.views.drawings import spoken

WITHOUT_A_CAT = (Tender.DRAWING, Tender.PLUSH, Tender.OTHER, Tender.PROMISE)
"""What pays when there is no cat, in the order offered."""


def asked(
    texts: Texts,
    account: Account,
    tax: int,
    picture: File,
    *,
    theme: str = "",
    invited: bool = False,
    held_back: bool = False,
    without: bool = False,
) -> Outgoing:
    """The spy cat asks.

    Args:
        texts: in the newcomer's language.
        account: who is asked; nobody else's press counts.
        tax: the number of their row.
        picture: the spy cat.
        theme: see :func:`cogs.cat_tax.views.drawings.spoken`.
        invited: True where nothing was said yet: they are greeted by name, and told how to pay.
        held_back: True where they cannot write: they pay in the private chat.
        without: True to offer what else pays.
    """
    lines = [*spoken(texts, theme)]
    if invited:
        lines = [texts("spy-welcome", name=account), *lines]
        if not held_back:
            lines.append(texts("spy-by-command"))
    if without:
        rows = _without_a_cat(texts, tax, account.ref)
    else:
        rows = (_first_choice(texts, tax, account.ref, held_back=held_back),)
    return Outgoing(RichText.join(lines, "\n"), files=(picture,), controls=rows, lifetime=ASK_STAYS)


def asked_in_private(texts: Texts, community: str, tax: int, picture: File, theme: str) -> Outgoing:
    """The spy cat asks who wants to be let in."""
    lines = [texts("spy-at-the-door", community=community), *spoken(texts, theme)]
    keys: tuple[Control, ...] = (
        Button(texts.plain("pay-now"), PayNow(tax), ButtonStyle.MAIN),
        Button(texts.plain("no-cat"), NoCat(tax)),
        Button(texts.plain("skip"), Skip(tax)),
    )
    return Outgoing(RichText.join(lines, "\n"), files=(picture,), controls=(keys,))


def asked_together(
    texts: Texts, names: Sequence[str], picture: File, theme: str, *, held_back_from: CommunityId | None = None
) -> Outgoing:
    """The spy cat asks many in one message.

    Args:
        texts: in the community's language.
        names: of all who are asked, as they are shown.
        picture: the spy cat.
        theme: see :func:`cogs.cat_tax.views.drawings.spoken`.
        held_back_from: where some of them cannot write, so that all pay in the private chat.
    """
    label = texts.plain("pay-now")
    pay: Control = Button(label, PayNow(), ButtonStyle.MAIN)
    if held_back_from is not None:
        pay = OpenPrivately(label, PayNow(community=held_back_from))
    lines = [texts("spy-welcome-all", names=", ".join(names)), *spoken(texts, theme), texts("spy-all-how")]
    keys: tuple[Control, ...] = (
        pay,
        Button(texts.plain("pay-with-promise"), PayWith(Tender.PROMISE)),
        Button(texts.plain("skip"), Skip()),
    )
    return Outgoing(RichText.join(lines, "\n"), files=(picture,), controls=(keys,), lifetime=ASK_STAYS)


def _first_choice(texts: Texts, tax: int, user: UserRef, *, held_back: bool) -> tuple[Control, ...]:
    label = texts.plain("pay-now")
    pay: Control = (
        OpenPrivately(label, PayNow(tax)) if held_back else Button(label, PayNow(tax), ButtonStyle.MAIN, only=user)
    )
    return (
        pay,
        Button(texts.plain("no-cat"), NoCat(tax), only=user),
        Button(texts.plain("skip"), Skip(tax), only=user),
    )


def _without_a_cat(texts: Texts, tax: int, user: UserRef) -> tuple[tuple[Control, ...], ...]:
    offers = [Button(texts.plain(f"pay-with-{one.value}"), PayWith(one, tax), only=user) for one in WITHOUT_A_CAT]
    return (tuple(offers[:2]), tuple(offers[2:]), (Button(texts.plain("back"), BackToAsk(tax), only=user),))


def cat_form(texts: Texts, tax: int, *, in_steps: bool = False) -> Form:
    """Asks for the picture: for one where it is asked in messages, so that sending it is all there is to do."""
    field = FileField(
        "cat", texts.plain("form-cat"), hint=texts.plain("form-cat-hint"), most=1 if in_steps else MOST_LOOKED_AT
    )
    return Form(texts.plain("form-title"), (field,), SendCat(tax))


def explained(texts: Texts, *, reads_all: bool) -> RichText:
    """How to pay: by a picture in the chat where those are seen, else by command. Short enough for a notice."""
    return texts("how-to-pay" if reads_all else "how-to-pay-by-command")


def reminded(texts: Texts, community: str) -> Outgoing:
    """One word on a promised cat, a week later."""
    return Outgoing(texts("reminder", community=community))
