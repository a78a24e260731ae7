"""The ready-made pictures that anyone may send: drawn for this page, and one photo (``static/samples/NOTICE.md``)."""

from pathlib import Path

from bot.adapters.playground.drawn import DrawnFile
from bot.adapters.playground.world import World

_FILES = {
    "cat-photo": "image/jpeg",
    "cat": "image/png",
    "cat-two": "image/png",
    "dog": "image/png",
    "teapot": "image/png",
    "cactus": "image/png",
}

SAMPLES = tuple(_FILES)
"""The pictures' names: of their files, and in the page texts ``sample-<name>``."""

_FOLDER = Path(__file__).parent / "static" / "samples"


def keep_sample(name: str, world: World) -> DrawnFile | None:
    """Puts a copy of a ready-made picture on the shelf, as if it were sent; None when there is no such picture."""
    media_type = _FILES.get(name)
    if media_type is None:
        return None
    called = f"{name}.{'jpg' if media_type == 'image/jpeg' else 'png'}"
    return world.keep((_FOLDER / called).read_bytes(), called, media_type)
