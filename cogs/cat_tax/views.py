"""What the cat tax says. Everything said to all is said in two languages: the newcomer's and Chinese (or English)."""

from datetime import timedelta
from functools import cache
from pathlib import Path

from bot.api.texts import Texts
from bot.domain.attachments import File
from bot.domain.author import Account
from bot.domain.controls import Button, ButtonStyle, Control
from bot.domain.message import Outgoing
from bot.domain.refs import MessageRef, UserRef
from bot.domain.text import RichText
from cogs.cat_tax.actions import BackToAsk, NoCat, PayNow, PayWith, ShareCat, Skip
from cogs.cat_tax.rules.introductions import ASK_STAYS, second_language
from cogs.cat_tax.rules.standing import Tender, compliment_of

WITHOUT_A_CAT = (Tender.DRAWING, Tender.PLUSH, Tender.OTHER, Tender.PROMISE)
"""What pays when there is no cat, in the order offered."""

BRIEFLY = timedelta(minutes=1)


@cache
def _spy_cat() -> bytes:
    """The bot's own drawing; it never changes while the bot runs."""
    return (Path(__file__).parent / "pictures" / "spy-cat.png").read_bytes()


def asked(texts: Texts, account: Account, *, invited: bool = False, without: bool = False) -> Outgoing:
    """The spy cat asks.

    Args:
        texts: in the newcomer's language.
        account: who is asked; nobody else's press counts.
        invited: True where messages cannot be read: they pay by command, and are greeted by name.
        without: True to offer what else pays.
    """
    again = texts.in_(second_language(texts.locale))
    lines = [texts("spy"), again("spy")]
    if invited:
        lines = [texts("spy-welcome", name=account), *lines, texts("spy-by-command")]
    picture = File("spy-cat.png", "image/png", _spy_cat(), alt=texts.plain("spy-alt"))
    rows = _without_a_cat(texts, account.ref) if without else _first_choice(texts, account.ref)
    return Outgoing(RichText.join(lines, "\n"), files=(picture,), controls=rows, lifetime=ASK_STAYS)


def _first_choice(texts: Texts, user: UserRef) -> tuple[tuple[Control, ...], ...]:
    return (
        (
            Button(texts.plain("pay-now"), PayNow(), ButtonStyle.MAIN, only=user),
            Button(texts.plain("no-cat"), NoCat(), only=user),
            Button(texts.plain("skip"), Skip(), only=user),
        ),
    )


def _without_a_cat(texts: Texts, user: UserRef) -> tuple[tuple[Control, ...], ...]:
    offers = [Button(texts.plain(f"pay-with-{one.value}"), PayWith(one), only=user) for one in WITHOUT_A_CAT]
    return (tuple(offers[:2]), tuple(offers[2:]), (Button(texts.plain("back"), BackToAsk(), only=user),))


def explained(texts: Texts, *, reads_all: bool) -> RichText:
    """How to pay: by a picture in the chat where those are seen, else by command. Short enough for a notice."""
    return texts("how-to-pay" if reads_all else "how-to-pay-by-command")


def thanked(
    texts: Texts,
    account: Account,
    tender: Tender,
    *,
    tax: int,
    shown: bool = False,
    asks_to_share: bool = False,
    reply_to: MessageRef | None = None,
) -> Outgoing:
    """Thanks for what was paid, with a compliment for a cat. This stays.

    Args:
        texts: in the payer's language.
        account: who paid; only they decide whether others may see their cat.
        tender: with what.
        tax: the payment's number, which chooses the compliment.
        shown: whether others may see it now.
        asks_to_share: True when there is a picture to be shown.
        reply_to: the introduction, where the thanks is not an answer to it by itself.
    """
    again = texts.in_(second_language(texts.locale))
    key = f"compliment-{compliment_of(tax)}" if tender is Tender.PICTURE else f"thanks-{tender.value}"
    lines = [texts(key, name=account), again(key, name=account)]
    rows: tuple[tuple[Control, ...], ...] = ()
    if asks_to_share:
        label = texts.plain("share-stop" if shown else "share")
        rows = ((Button(label, ShareCat(tax, agreed=not shown), only=account.ref),),)
    return Outgoing(RichText.join(lines, "\n"), controls=rows, reply_to=reply_to)


def paid_twice(texts: Texts, account: Account) -> Outgoing:
    """A joke, and no second payment; it goes again."""
    return Outgoing(texts("paid-twice", name=account), lifetime=BRIEFLY)
