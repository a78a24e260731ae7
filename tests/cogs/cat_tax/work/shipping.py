"""Draws the cat tax's pictures anew: ``python -m tests.cogs.cat_tax.work.shipping``.

The bases come from ``cogs/cat_tax/pictures/drawings.svg`` by a Chromium; on them the sixteen usual spy cats are made
with the words of ``locales/``; and the receipts that tests compare with are kept, smaller and in grey.
"""

import asyncio
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

from bot.domain.locales import Locale, second_language
from cogs.cat_tax.rules.drawings import POSES, Entry, ReceiptOrder, SpyOrder, ready_picture
from cogs.cat_tax.rules.standing import Tender
from cogs.cat_tax.views.drawings import spy_order
from cogs.cat_tax.work.drawing import PICTURES, spy_picture
from cogs.cat_tax.work.receipts import receipt
from tests.browser.conftest import running_browser
from tests.cogs.cat_tax.work.likeness import cells
from tests.cogs.texts import texts

SHEET = (1960, 2180)
"""Width and height of the vectors, in pixels."""

CUTS = {
    "spy-0": (0, 0, 840, 520),
    "spy-1": (840, 0, 1680, 520),
    "spy-2": (0, 520, 840, 1040),
    "spy-3": (840, 520, 1680, 1040),
    "receipt": (0, 1040, 800, 2120),
    "drawing": (800, 1040, 1380, 1420),
    "plush": (800, 1420, 1380, 1800),
    "other": (800, 1800, 1380, 2180),
    "promise": (1380, 1040, 1960, 1420),
    "picture": (1380, 1420, 1960, 1800),
}
"""Where each base stands in the vectors: left, top, right and bottom."""


def usual(pose: int, locale: Locale) -> SpyOrder:
    """A pose with the words that ``locales/`` has now."""
    return spy_order(texts("cat_tax", locale), pose, theme="")


KEPT = Path(__file__).parent / "kept"
"""Receipts as they should look, a grey pixel for each cell."""

DATES = {
    Locale.ENGLISH: "21 November 2026",
    Locale.SPANISH: "21 de noviembre de 2026",
    Locale.SIMPLIFIED_CHINESE: "2026年11月21日",
    Locale.TRADITIONAL_CHINESE: "2026年11月21日",
}

CASES = [(locale, Tender.PICTURE) for locale in Locale] + [
    (Locale.ENGLISH, Tender.DRAWING),
    (Locale.SPANISH, Tender.PLUSH),
    (Locale.SIMPLIFIED_CHINESE, Tender.OTHER),
    (Locale.TRADITIONAL_CHINESE, Tender.PROMISE),
]


def thumbnail(width: int = 512, height: int = 384) -> bytes:
    """A cat of two ears and a face, as a WebP of any shape."""
    picture = Image.new("RGB", (width, height), (200, 214, 190))
    draw = ImageDraw.Draw(picture)
    for ear in (0.3, 0.5):
        draw.polygon([(width * (ear + x), height * y) for x, y in ((0, 0.5), (0.1, 0.1), (0.2, 0.5))], (90, 80, 84))
    draw.ellipse((width * 0.3, height * 0.3, width * 0.7, height * 0.9), (90, 80, 84))
    for eye in (0.4, 0.54):
        draw.ellipse((width * eye, height * 0.5, width * (eye + 0.06), height * 0.6), (240, 210, 60))
    written_to = BytesIO()
    picture.save(written_to, "WEBP", lossless=True)
    return written_to.getvalue()


def order(locale: Locale = Locale.ENGLISH, tender: Tender = Tender.PICTURE, name: str = "June") -> ReceiptOrder:
    """A receipt with the words that ``locales/`` has now."""
    second_locale = second_language(locale)
    first, second = texts("cat_tax", locale).plain, texts("cat_tax", second_locale).plain
    stamp = "receipt-stamp-promise" if tender is Tender.PROMISE else "receipt-stamp"
    return ReceiptOrder(
        locale,
        second_locale,
        tender,
        thumbnail() if tender is Tender.PICTURE else None,
        "Harbour Language Club",
        first("receipt-title"),
        second("receipt-title"),
        Entry(first("receipt-number"), second("receipt-number"), "42"),
        Entry(first("receipt-date"), second("receipt-date"), DATES[locale]),
        Entry(first("receipt-name"), second("receipt-name"), name),
        first(stamp),
        second(stamp),
        first("receipt-footer-0"),
        second("receipt-footer-0"),
    )


def kept_name(locale: Locale, tender: Tender) -> str:
    """The file of a receipt that is compared with."""
    return f"receipt-{locale}-{tender.value}.png"


async def bases(folder: Path) -> None:
    """Renders the vectors, and cuts them into pictures without words."""
    async with running_browser() as browser:
        page = await browser.new_page(viewport={"width": SHEET[0], "height": SHEET[1]})
        vectors = (PICTURES / "drawings.svg").read_text(encoding="utf-8")
        await page.set_content(f"<style>* {{ margin: 0 }}</style>{vectors}")
        sheet = Image.open(BytesIO(await page.screenshot())).convert("RGB")
    for name, cut in CUTS.items():
        few = sheet.crop(cut).quantize(200, Image.Quantize.MAXCOVERAGE, kmeans=1, dither=Image.Dither.NONE)
        few.save(folder / f"{name}.png", optimize=True)


def ready(folder: Path) -> None:
    """Draws the spy cats that are shipped with their words."""
    (folder / "ready").mkdir(exist_ok=True)
    for locale in Locale:
        for pose in range(POSES):
            (folder / ready_picture(pose, locale)).write_bytes(spy_picture(usual(pose, locale)))


def kept(folder: Path) -> None:
    """Draws the receipts that tests compare with."""
    folder.mkdir(exist_ok=True)
    for locale, tender in CASES:
        cells(receipt(order(locale, tender))).save(folder / kept_name(locale, tender), optimize=True)


if __name__ == "__main__":
    (PICTURES / "bases").mkdir(exist_ok=True)
    asyncio.run(bases(PICTURES / "bases"))
    ready(PICTURES)
    kept(KEPT)
