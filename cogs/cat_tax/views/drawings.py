"""The bot's own drawings: what is to be drawn, and the drawn as files to send."""

from functools import cache
from pathlib import Path

from bot.api import Texts
from bot.domain.attachments import File
from bot.domain.author import Account
from bot.domain.locales import Locale, second_language
from bot.domain.text import RichText
from cogs.cat_tax.rules.drawings import Entry, ReceiptOrder, Said, SpyOrder, footer_of, ready_picture
from cogs.cat_tax.rules.standing import Tender
from cogs.cat_tax.rules.tax import Tax

PICTURES = Path(__file__).parent.parent / "pictures"


@cache
def _ready(pose: int, locale: Locale) -> bytes:
    """One of the drawings that are shipped; they never change while the bot runs."""
    return (PICTURES / ready_picture(pose, locale)).read_bytes()


def spoken(texts: Texts, theme: str) -> tuple[RichText, RichText]:
    """The spy's question, in the newcomer's language and once more.

    Args:
        texts: in the newcomer's language.
        theme: as what the asker introduces itself, "" for the spy. Typed by an admin, so never markup.
    """
    first, second = (
        one("spy", theme=theme or one.plain("spy-theme")) for one in (texts, texts.in_(second_language(texts.locale)))
    )
    return first, second


def spy_order(texts: Texts, pose: int, theme: str) -> SpyOrder:
    """The spy cat is to be drawn with its words."""
    first, second = spoken(texts, theme)
    return SpyOrder(pose, Said(first, texts.locale), Said(second, second_language(texts.locale)))


def spy_cat(texts: Texts, pose: int, theme: str, drawn: bytes | None = None) -> File:
    """The spy cat with its words.

    Args:
        texts: in the newcomer's language.
        pose: see :func:`cogs.cat_tax.rules.drawings.pose_of`.
        theme: see :func:`spoken`.
        drawn: the picture when it is not the usual one.
    """
    content = _ready(pose, texts.locale) if drawn is None else drawn
    words = spoken(texts, theme)[0].plain
    return File("spy-cat.png", "image/png", content, alt=texts.plain(f"spy-alt-{pose}", words=words))


def receipt_order(texts: Texts, account: Account, tax: Tax, community: str) -> ReceiptOrder:
    """A receipt is to be drawn.

    Args:
        texts: in the payer's language.
        account: who paid.
        tax: settled, with a number.
        community: what it is called.
    """
    second = texts.in_(second_language(texts.locale))
    tender = tax.tender or Tender.PICTURE
    stamp = "receipt-stamp-promise" if tender is Tender.PROMISE else "receipt-stamp"
    day = "" if tax.settled is None else tax.settled.date().isoformat()
    footer = f"receipt-footer-{footer_of(tax.id)}"

    def entry(key: str, value: str) -> Entry:
        return Entry(texts.plain(key), second.plain(key), value)

    return ReceiptOrder(
        locale=texts.locale,
        second_locale=second.locale,
        tender=tender,
        cat=tax.thumbnail,
        community=community,
        title=texts.plain("receipt-title"),
        second_title=second.plain("receipt-title"),
        number=entry("receipt-number", str(tax.number or "")),
        date=entry("receipt-date", day),
        name=entry("receipt-name", account.name),
        stamp=texts.plain(stamp),
        second_stamp=second.plain(stamp),
        footer=texts.plain(footer),
        second_footer=second.plain(footer),
    )


def receipt_file(texts: Texts, account: Account, tax: Tax, drawn: bytes) -> File:
    """A drawn receipt, in words for who hears instead of seeing."""
    alt = texts.plain("receipt-alt", number=tax.number or 0, name=account.name)
    return File("receipt.jpg", "image/jpeg", drawn, alt=alt)
