"""What is said for a cat: the receipt, the compliment, and what comes after."""

from bot.api import Texts
from bot.domain.attachments import File
from bot.domain.author import Account
from bot.domain.controls import Button, Control
from bot.domain.form import FileField, Form
from bot.domain.locales import second_language
from bot.domain.message import Outgoing
from bot.domain.refs import MessageRef
from bot.domain.text import RichText
from cogs.cat_tax.actions import SendMine, ShareCat, ShowMine
from cogs.cat_tax.rules.standing import BRIEFLY, Tender, compliment_of


def thanked(
    texts: Texts,
    account: Account,
    tender: Tender,
    *,
    tax: int,
    number: int,
    receipt: File | None,
    joke: str | None = None,
    asks_to_share: bool = False,
    alone: bool = False,
    reply_to: MessageRef | None = None,
) -> Outgoing:
    """Thanks for what was paid, with a receipt and a compliment. This stays.

    Args:
        texts: in the payer's language.
        account: who paid; only they decide whether others may see their cat.
        tender: with what.
        tax: the number of their row.
        number: of the receipt, which chooses the compliment.
        receipt: the picture, where one could be drawn.
        joke: the key of a joke on a picture that is known already.
        asks_to_share: True when the picture may be shown again, if they want.
        alone: True where nobody else sees it, who could show theirs back.
        reply_to: what is answered, where the thanks is not an answer by itself.
    """
    again = texts.in_(second_language(texts.locale))
    key = f"compliment-{compliment_of(number)}" if tender is Tender.PICTURE else f"thanks-{tender.value}"
    # The number is drawn too, where not everybody can read it.
    lines = [texts(key, name=account), again(key, name=account), texts("receipt-told", number=number)]
    if joke is not None:
        lines.append(texts(joke))
    keys: list[Control] = [] if alone else [Button(texts.plain("show-mine"), ShowMine(tax))]
    if asks_to_share:
        keys.append(Button(texts.plain("share"), ShareCat(tax), only=account.ref))
    files = () if receipt is None else (receipt,)
    return Outgoing(RichText.join(lines, "\n"), files=files, controls=(tuple(keys),) if keys else (), reply_to=reply_to)


def paid_twice(texts: Texts, account: Account) -> Outgoing:
    """A joke, and no second payment; it goes again."""
    return Outgoing(texts("paid-twice", name=account), lifetime=BRIEFLY)


def mine_form(texts: Texts, tax: int) -> Form:
    """Asks for the answering cat."""
    field = FileField("cat", texts.plain("form-mine"), hint=texts.plain("form-cat-hint"))
    return Form(texts.plain("show-mine"), (field,), SendMine(tax))


def answered(texts: Texts, giver: Account, *, cat: bool, count: int) -> Outgoing:
    """Thanks for a cat in answer; for what is no cat, too."""
    again = texts.in_(second_language(texts.locale))
    key = "answered" if cat else "answered-other"
    lines = [one(key, name=giver, count=count) for one in (texts, again)]
    return Outgoing(RichText.join(lines, "\n"))
