"""Folders that a process that runs tests keeps as long as it lives."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path


def kept_folder(prefix: str) -> Path:
    """A new folder that is gone once this process has ended.

    Args:
        prefix: what its name begins with.
    """
    folder = Path(tempfile.mkdtemp(prefix=prefix))
    atexit.register(_remove, folder, os.getpid())
    return folder


def _remove(folder: Path, owner: int) -> None:
    if os.getpid() == owner:  # a process forked from this one ends sooner
        shutil.rmtree(folder, ignore_errors=True)
