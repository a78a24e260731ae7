"""Finds the cogs: the packages of a folder, and those that others' distributions name in an entry-point group.

Nothing here knows any cog by name. A cog's package brings ``cog`` (a module, or a package) with ``COG``, its texts and
its migrations.
"""

import importlib
import pkgutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import entry_points
from pathlib import Path

from bot.api.cog import Cog
from bot.api.tools import Tool
from bot.domain.errors import CatTaxError

ENTRY_POINT_GROUP = "cattax.cogs"
"""Third parties' distributions name their cogs' packages here."""


class BrokenCog(CatTaxError):
    """A package that should be a cog and is none."""


@dataclass(frozen=True, slots=True)
class Found:
    """A discovered cog.

    Attributes:
        migrations: the folder of its Alembic revisions, or None when it keeps nothing.
        locales: a folder of texts of its own, for cogs that are not of this house, or None.
    """

    cog: Cog
    migrations: Path | None
    locales: Path | None


def _load(package: str) -> Found:
    module = importlib.import_module(f"{package}.cog")
    cog = getattr(module, "COG", None)
    if not isinstance(cog, Cog):
        raise BrokenCog(f"{package}.cog has no COG")
    home = Path(str(importlib.import_module(package).__file__)).parent
    migrations, locales = home / "migrations", home / "locales"
    return Found(cog, migrations if migrations.is_dir() else None, locales if locales.is_dir() else None)


def discover(package: str = "cogs") -> Sequence[Found]:
    """Loads every cog, in the order of their names; raises :class:`BrokenCog`."""
    root = importlib.import_module(package)
    inside = [f"{package}.{entry.name}" for entry in pkgutil.iter_modules(root.__path__) if entry.ispkg]
    outside = [entry.value for entry in entry_points(group=ENTRY_POINT_GROUP)]
    found = sorted((_load(name) for name in dict.fromkeys(inside + outside)), key=lambda one: one.cog.name)
    _refuse_twins("cogs", (one.cog.name for one in found))
    return found


def tools_of(found: Iterable[Found], *, taken: Iterable[str]) -> Sequence[Tool]:
    """What cogs add to the command line, whose own names are ``taken``; raises :class:`BrokenCog`."""
    tools = [tool for one in found for tool in one.cog.tools]
    _refuse_twins("commands of the command line", [*taken, *(tool.name for tool in tools)])
    return tools


def _refuse_twins(what: str, names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise BrokenCog(f"two {what} are called {name}")
        seen.add(name)
