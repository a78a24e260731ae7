"""``python -m bot look FILE ...``: what is thought of pictures, for an operator."""

import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from cogs.cat_tax.rules.pictures import MOST_BYTES, Looked, Sight
from cogs.cat_tax.work.looking import look


def arguments(parser: ArgumentParser) -> None:
    """Declares what ``look`` is given."""
    parser.add_argument("file", nargs="+", metavar="FILE", help="a picture; its name says nothing about its kind")


def look_at_files(given: Namespace) -> int:
    """Say what the recogniser thinks of pictures: a line of JSON for each, in the order given.

    `file` is as it was given; `score` is from 0 to 1, and null where there is none; `verdict` is "cat", "unsure" (also
    where the recogniser is not installed), "other" or "unreadable".
    """
    files: list[str] = given.file
    for file in files:
        looked = _looked_at(Path(file))
        line = json.dumps({"file": file, "score": looked.score, "verdict": looked.sight.value})
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
    return 0


def _looked_at(path: Path) -> Looked:
    try:
        if not path.is_file():  # never a pipe or a device, which may have no end
            return Looked(Sight.UNREADABLE)
        with path.open("rb") as file:
            return look(file.read(MOST_BYTES + 1))
    except (OSError, ValueError):  # ValueError: no file can be called that
        return Looked(Sight.UNREADABLE)
