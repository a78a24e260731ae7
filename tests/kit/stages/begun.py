"""Where the bot came in and greeted on platforms in memory: played once in a process, gone on from by every test.

That was a third of what it takes to open a stage. All that the bot knows of it is in its database, so who starts it on
a copy, beside a copy of what stands on the platforms, has what a bot has that was started again there.
"""

import functools
import shutil
import tempfile
from collections.abc import Callable, Hashable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bot.bootstrap import Declared
from bot.domain.events import BotAdded
from tests.kit.fake import Post
from tests.kit.folders import kept_folder
from tests.kit.stages.whole import everything

_DATABASE = "cattax.db"


@dataclass(frozen=True, slots=True)
class Standing:
    """What there is on a platform.

    Attributes:
        given_ids: the last message's.
        next_number: what the stage calls the next that happens.
    """

    posts: tuple[Post, ...]
    given_ids: int
    next_number: int


class Stands(Protocol):
    """A stage."""

    def standing(self) -> Standing:
        """What stands there now; nothing happened yet but that the bot came in."""
        ...


@dataclass(frozen=True, slots=True)
class Begun:
    """A bot that was taken in and stopped.

    Attributes:
        standing: on each platform.
    """

    database: Path
    standing: tuple[Standing, ...]

    def copy_to(self, folder: Path) -> None:
        """Puts its database where a test's is."""
        shutil.copyfile(self.database, folder / _DATABASE)


def is_taken_in_as_ever(cogs: Declared | None) -> bool:
    """Whether it is the same whoever of them was there when the bot was taken in: nobody heard of it."""
    if cogs is None:
        return True
    all_cogs = (*everything().catalog.cogs.values(), *cogs.catalog.cogs.values())
    return not any(issubclass(BotAdded, one.event) for cog in all_cogs for one in cog.heard)


@functools.cache
def _home() -> Path:
    return kept_folder("cattax-begun-")


@functools.cache
def _known() -> dict[Hashable, Begun]:
    return {}


def _keep(folder: Path, kept: Path) -> None:
    assert list(folder.iterdir()) == [folder / _DATABASE], "not all that is known is in the database's file"
    shutil.move(folder / _DATABASE, kept)


async def begun(platforms: Hashable, play: Callable[[Path], AbstractAsyncContextManager[Sequence[Stands]]]) -> Begun:
    """How platforms are where the bot was taken in.

    Args:
        platforms: which.
        play: has the bot taken in there, with its database in a folder; asked once in a process.
    """
    known = _known()
    if platforms not in known:
        kept = _home() / f"{len(known)}.db"
        with tempfile.TemporaryDirectory(prefix="cattax-begins-") as folder:
            async with play(Path(folder)) as stages:
                standing = tuple(stage.standing() for stage in stages)
            _keep(Path(folder), kept)
        known[platforms] = Begun(kept, standing)
    return known[platforms]
