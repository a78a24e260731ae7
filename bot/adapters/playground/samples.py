"""The ready-made pictures that anyone may send: drawn for this page, kept beside it as PNG."""

from pathlib import Path

from bot.adapters.playground.drawn import DrawnFile
from bot.adapters.playground.world import World

SAMPLES = ("cat", "cat-two", "dog", "teapot")
"""The pictures' names: of their files, and in the page texts ``sample-<name>``."""

_FOLDER = Path(__file__).parent / "static" / "samples"


def keep_sample(name: str, world: World) -> DrawnFile | None:
    """Puts a copy of a ready-made picture on the shelf, as if it were sent; None when there is no such picture."""
    if name not in SAMPLES:
        return None
    return world.keep((_FOLDER / f"{name}.png").read_bytes(), f"{name}.png", "image/png")
