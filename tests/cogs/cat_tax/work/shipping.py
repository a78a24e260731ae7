"""Draws the cat tax's pictures anew: ``python -m tests.cogs.cat_tax.work.shipping``.

The bases come from ``cogs/cat_tax/pictures/drawings.svg`` by a Chromium; on them the sixteen usual spy cats are made
with the words of ``locales/``, and the receipts that tests compare with.
"""

import asyncio
from io import BytesIO
from pathlib import Path

from PIL import Image

from bot.domain.locales import Locale
from cogs.cat_tax.rules.drawings import POSES, SpyOrder, ready_picture
from cogs.cat_tax.views.drawings import spy_order
from cogs.cat_tax.work.drawing import PICTURES, spy_picture
from tests.browser.conftest import running_browser
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


if __name__ == "__main__":
    (PICTURES / "bases").mkdir(exist_ok=True)
    asyncio.run(bases(PICTURES / "bases"))
    ready(PICTURES)
