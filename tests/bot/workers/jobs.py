"""Work for a worker's process: found there by its name."""

import os
import signal
import time
from pathlib import Path


def double(number: int) -> int:
    return number * 2


def process(_: None) -> int:
    return os.getpid()


def reverse(content: bytes) -> bytes:
    return content[::-1]


def broken(what: str) -> None:
    raise ValueError(what)


def die(_: None) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def hang(marker: str) -> None:
    """Says that it has begun, and never ends."""
    Path(marker).touch()
    while True:
        time.sleep(60)


def strange(_: None) -> object:
    """What cannot be pickled."""
    return lambda: None


def variables(_: None) -> list[str]:
    return list(os.environ)
