"""Looks for garbage stay short: what was found in use is not gone through each time, and yet not left for ever."""

import gc
import weakref
from collections.abc import Generator

import pytest

from bot.__main__ import Garbage


class Knot:
    """Holds itself, so that only a look for garbage takes it away."""

    def __init__(self) -> None:
        self.held = self


@pytest.fixture
def garbage() -> Generator[Garbage]:
    made = Garbage(lambda look: look)
    gc.unfreeze()  # what the suite itself left out
    gc.callbacks.append(made.looked_for)
    yield made
    gc.callbacks.remove(made.looked_for)
    gc.freeze()


def test_what_a_full_look_found_in_use_is_left_out_of_the_next(garbage: Garbage) -> None:
    del garbage
    gc.collect(1)
    assert gc.get_freeze_count() == 0, "only a full look has seen everything"
    gc.collect()
    assert gc.get_freeze_count() > 10_000


def test_a_full_look_comes_after_some_smaller_ones() -> None:
    wanted: list[object] = []
    garbage = Garbage(wanted.append)
    for _ in range(garbage.FULL_EVERY - 1):
        garbage.looked_for("stop", {"generation": 1})
    assert wanted == []
    garbage.looked_for("stop", {"generation": 1})
    assert wanted == [gc.collect]


def test_what_is_garbage_at_once_is_found(garbage: Garbage) -> None:
    del garbage
    gc.collect()
    knot = weakref.ref(Knot())
    gc.collect()
    assert knot() is None


def test_what_became_garbage_later_is_found_in_the_end(garbage: Garbage) -> None:
    knot = Knot()
    seen = weakref.ref(knot)
    gc.collect()
    del knot
    looks = 1
    while seen() is not None and looks < 2 * garbage.EVERYTHING_EVERY:
        gc.collect()
        looks += 1
    assert looks == garbage.EVERYTHING_EVERY + 1
