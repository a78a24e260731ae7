"""What is asked of the drawn pictures: the spy cat that says something, and the receipt.

The pictures themselves are drawn in ``work/``, by a worker; nothing here needs a picture library.
"""

from dataclasses import dataclass

from bot.domain.locales import Locale
from bot.domain.text import RichText
from cogs.cat_tax.rules.standing import Tender

POSES = 4
"""How many poses the spy cat has: banana, magnifying glass, newspaper, cardboard box."""

FOOTERS = 4
"""How many little jokes there are for a receipt's foot: ``receipt-footer-0`` and so on."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words in a language, which decides how Chinese characters are shaped.

    Attributes:
        text: any characters; what is bold is drawn heavy and begins a line.
    """

    text: RichText
    locale: Locale


@dataclass(frozen=True, slots=True)
class SpyOrder:
    """The spy cat is to say something, in two languages.

    Attributes:
        pose: 0 to ``POSES - 1``.
        second: drawn below and smaller.
    """

    pose: int
    first: Said
    second: Said


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the receipt.

    Attributes:
        label: what the value is, in the first language.
        second_label: the same in the second.
        value: any characters, of any length: it is shortened, and what cannot be drawn is left out.
    """

    label: str
    second_label: str
    value: str


@dataclass(frozen=True, slots=True)
class ReceiptOrder:
    """A receipt is to be drawn.

    Attributes:
        locale: the first language: the payer's.
        second_locale: the other one, for all fields that begin with ``second_``.
        tender: with what they paid; decides what is shown when there is no cat.
        cat: a picture of any shape that Pillow reads, best the thumbnail; None without one.
        community: whose receipt it is, by its name, or empty.
        number: the payment's number. The bars at the foot are made of its value.
        stamp: a word or two.
        footer: a sentence.
    """

    locale: Locale
    second_locale: Locale
    tender: Tender
    cat: bytes | None
    community: str
    title: str
    second_title: str
    number: Entry
    date: Entry
    name: Entry
    stamp: str
    second_stamp: str
    footer: str
    second_footer: str


def pose_of(turn: int) -> int:
    """Which pose somebody meets: neighbours meet different ones, and each the same one again."""
    return turn % POSES


def footer_of(tax: int) -> int:
    """Which joke stands at the foot of a payment's receipt."""
    return tax % FOOTERS


def ready_picture(pose: int, locale: Locale) -> str:
    """The name, in ``pictures/``, of a spy cat that was drawn beforehand with the usual words.

    >>> ready_picture(2, Locale.TRADITIONAL_CHINESE)
    'ready/2-zh-Hant.png'
    """
    return f"ready/{pose}-{locale}.png"
