"""Lines of revisions, and whether a database has all of one: known without Alembic, which is dear to import."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Text, column, inspect, literal, select, table, union_all

HOME = Path(__file__).parent

_FILE = re.compile(r"\d{4}_\w+\.py")


@dataclass(frozen=True, slots=True)
class Branch:
    """A line of revisions.

    Attributes:
        label: ``core`` or the cog's name.
        folder: where the revisions are: ``0001_what_it_does.py`` is revision ``0001``, and so on.
    """

    label: str
    folder: Path

    @property
    def table(self) -> str:
        """Where a database says which revision it has."""
        return f"version_{self.label}"

    @property
    def newest(self) -> str | None:
        """The last revision; None when the files are not numbered from 0001 on without a gap."""
        names = sorted(path.name for path in self.folder.glob("*.py") if path.name != "__init__.py")
        numbers = [name[:4] if _FILE.fullmatch(name) else "" for name in names]
        return numbers[-1] if numbers and numbers == [f"{one:04}" for one in range(1, len(names) + 1)] else None


CORE = Branch("core", HOME / "versions")


def complete(connection: Connection, branches: Sequence[Branch]) -> bool:
    """Whether a database has every branch's newest revision. False also when that is not sure. Two statements."""
    newest = sorted((branch.label, branch.newest or "") for branch in branches)
    if not all(revision for _, revision in newest):
        return False
    if not {branch.table for branch in branches} <= set(inspect(connection).get_table_names()):
        return False
    present = (
        select(literal(branch.label, Text), column("version_num", Text)).select_from(table(branch.table))
        for branch in branches
    )
    return sorted((label, revision) for label, revision in connection.execute(union_all(*present))) == newest
