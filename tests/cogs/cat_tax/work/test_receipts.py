"""The receipts, in all languages, for whatever was paid, and whoever paid."""

import pickle
import random
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image, ImageChops

from bot.domain.locales import Locale
from cogs.cat_tax.rules.drawings import FOOTERS, Entry, ReceiptOrder, footer_of
from cogs.cat_tax.rules.standing import Tender
from cogs.cat_tax.work.drawing import base
from cogs.cat_tax.work.receipts import LEFT, MOST_BYTES, RIGHT, WINDOW, receipt
from tests.cogs.cat_tax.work.likeness import alike, cells
from tests.cogs.cat_tax.work.shipping import CASES, KEPT, kept_name, order, thumbnail
from tests.cogs.texts import texts

SIZE = (800, 1080)
NAME = (0, 820, 800, 860)
"""Where the name stands: left, top, right and bottom."""
PLACES = 26
"""Pixels that whiskers and the stamp may stand out beyond the text's margins."""


def drawn(ordered: ReceiptOrder) -> Image.Image:
    return Image.open(BytesIO(receipt(ordered))).convert("RGB")


def named(value: str) -> ReceiptOrder:
    ordered = order(tender=Tender.PLUSH)
    return replace(ordered, name=replace(ordered.name, value=value))


def _far(shade: int) -> int:
    return 255 if shade > 60 else 0


def _edges(ordered: ReceiptOrder) -> tuple[int, int]:
    """The first and last column that are not the paper's own."""
    box = ImageChops.difference(drawn(ordered), base("receipt")).convert("L").point(_far).getbbox()
    assert box is not None
    return box[0], box[2]


@pytest.mark.parametrize(("locale", "tender"), CASES)
def test_it_looks_like_the_one_that_was_kept(locale: Locale, tender: Tender) -> None:
    kept = Image.open(KEPT / kept_name(locale, tender))
    content = receipt(order(locale, tender))
    assert alike(cells(content), kept), "python -m tests.cogs.cat_tax.work.shipping"
    assert len(content) < MOST_BYTES
    assert Image.open(BytesIO(content)).size == SIZE


PLUSH = order(tender=Tender.PLUSH)


@pytest.mark.parametrize(
    "other",
    [
        replace(PLUSH, tender=Tender.OTHER),
        replace(PLUSH, cat=thumbnail()),
        replace(PLUSH, title=""),
        replace(PLUSH, second_title=""),
        replace(PLUSH, stamp="PAIN"),
        replace(PLUSH, second_stamp=""),
        replace(PLUSH, name=replace(PLUSH.name, value="Jane")),
        replace(PLUSH, date=replace(PLUSH.date, value="")),
        replace(PLUSH, number=replace(PLUSH.number, value="43")),
        replace(PLUSH, community=""),
        replace(PLUSH, footer=""),
        replace(PLUSH, second_footer=""),
    ],
)
def test_likeness_tells_another_receipt(other: ReceiptOrder) -> None:
    assert not alike(cells(receipt(PLUSH)), cells(receipt(other)))


def test_the_same_order_is_the_same_picture_in_another_process_too() -> None:
    again = pickle.loads(pickle.dumps(PLUSH))  # noqa: S301 - our own
    assert receipt(again) == receipt(PLUSH)


@pytest.mark.parametrize(
    "name",
    [
        "W" * 500,
        "猫" * 500,
        "名字 " * 100,
        "i" * 500,
        "Z\u0310\u0351\u036e" * 60 + "algo",
        "A very long name, with commas, that goes on and on until nobody listens any more",
    ],
)
def test_a_long_name_is_shortened(name: str) -> None:
    left, right = _edges(named(name))
    assert left >= LEFT - PLACES
    assert right <= RIGHT + PLACES
    assert (
        ImageChops.difference(drawn(named(name)), drawn(named("June"))).crop((RIGHT + 12, 0, *SIZE)).getbbox() is None
    )


@pytest.mark.parametrize("name", ["", "   ", "\n\n", "🐱🐾", "محمد", "\u202e\u2066", "\x00", "\u0300\u0301"])
def test_a_name_that_nobody_can_draw_is_blacked_out_as_in_secret_files(name: str) -> None:
    bar = drawn(named(name)).crop(NAME)
    assert receipt(named(name)) == receipt(named(""))
    assert bar.convert("L").point(_dark).histogram()[255] > 200 * 28


def _dark(shade: int) -> int:
    return 255 if shade < 70 else 0


@pytest.mark.parametrize(
    ("name", "as_if"),
    [
        ("June 🐱", "June"),
        ("\u202eJune", "June"),
        ("Ju\nne\tB", "Ju ne B"),
        ("Jose\u0301", "José"),
        ("أحمد Ahmed", "Ahmed"),
        ("J\u0336u\u0336n\u0336e\u0336", "June"),
        ("Ｊ", "Ｊ"),
        ("\ud800June", "June"),
    ],
)
def test_the_rest_of_a_name_is_drawn(name: str, as_if: str) -> None:
    assert receipt(named(name)) == receipt(named(as_if))
    assert receipt(named(as_if)) != receipt(named(""))


@pytest.mark.parametrize(
    "shape", [(512, 1), (1, 512), (1, 1), (512, 512), (512, 100), (90, 512), (512, 384), (384, 512)]
)
def test_a_cat_of_any_shape_fills_its_window(shape: tuple[int, int]) -> None:
    picture = drawn(replace(order(), cat=thumbnail(*shape)))
    left, top, right, bottom = WINDOW
    for column in range(left + 30, right - 30, 60):
        for row in range(top + 30, bottom - 30, 60):
            assert picture.getpixel((column, row)) != (255, 253, 246)
    outside = picture.copy()
    outside.paste(drawn(order()).crop((left - 8, top - 8, right + 8, bottom + 8)), (left - 8, top - 8))
    assert ImageChops.difference(outside, drawn(order())).convert("L").point(_far).getbbox() is None


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "L"])
def test_a_see_through_cat_stands_on_paper(mode: str) -> None:
    clear = Image.new("RGBA", (400, 300), (0, 0, 0, 0)).convert(mode)
    if mode == "P":
        clear.info["transparency"] = clear.getpixel((0, 0))
    written_to = BytesIO()
    clear.save(written_to, "PNG")
    middle = drawn(replace(order(), cat=written_to.getvalue())).getpixel((400, 420))
    assert isinstance(middle, tuple)
    assert (min(middle) > 235) is (mode != "L")


@pytest.mark.parametrize("cat", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n", thumbnail()[:200], b"<svg/>"])
def test_a_cat_that_cannot_be_opened_is_left_out(cat: bytes) -> None:
    assert receipt(replace(order(), cat=cat)) == receipt(replace(order(), cat=None))


def test_every_tender_has_a_picture_of_its_own() -> None:
    assert len({receipt(replace(PLUSH, tender=tender)) for tender in Tender}) == len(Tender)


def test_the_grainiest_photo_makes_no_large_file() -> None:
    grain = random.Random(7).randbytes(512 * 512 * 3)  # noqa: S311 - noise, no secret
    written_to = BytesIO()
    Image.frombytes("RGB", (512, 512), grain).save(written_to, "WEBP", quality=95)
    assert len(receipt(replace(order(), cat=written_to.getvalue()))) < MOST_BYTES


def test_every_word_may_be_of_any_length() -> None:
    long = "una palabra muy larga " * 30
    entry = Entry(long, long, long)
    left, right = _edges(ReceiptOrder(
        Locale.SPANISH, Locale.SIMPLIFIED_CHINESE, Tender.PROMISE, None, long, long, long, entry, entry, entry,
        long, long, long, long,
    ))  # fmt: skip
    assert left >= LEFT - PLACES
    assert right <= RIGHT + PLACES


@pytest.mark.parametrize("locale", Locale)
def test_there_is_a_joke_for_every_foot(locale: Locale) -> None:
    jokes = {texts("cat_tax", locale).plain(f"receipt-footer-{footer_of(tax)}") for tax in range(2 * FOOTERS)}
    assert len(jokes) == FOOTERS
