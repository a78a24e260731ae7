"""For maintainers: drafts the revision that takes a branch's migrated tables to those that the code declares.

    python -m bot.storage.migrations.draft core "posts know their author"
    python -m bot.storage.migrations.draft cat_tax "debts have an end"

It migrates a throw-away SQLite file, compares, and writes the next numbered file into the branch's folder. Read it
before you commit it: a renamed column looks like one dropped and one added, and rows are not taken along.
"""

import argparse
import asyncio
import importlib
import re
import sys
import tempfile
from pathlib import Path
from typing import Literal

from alembic.autogenerate import produce_migrations, render_python_code
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import Connection, MetaData
from sqlalchemy.types import TypeDecorator

from bot.storage.engine import open_database
from bot.storage.migrations import CORE, Branch, migrate
from bot.storage.migrations.revisions import context_of, scripts
from bot.storage.schema import METADATA

_TEMPLATE = '''"""{message}."""

import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = {before}


def upgrade() -> None:
    """Changes the tables."""
    {upgrade}
'''


def main(arguments: list[str]) -> int:
    """Runs the command; 1 when there is nothing to draft."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("branch", help="core, or a cog's name")
    parser.add_argument("message", help="what changes, in a few words")
    given = parser.parse_args(arguments)
    branch, declared = find(given.branch)
    written = asyncio.run(draft(branch, declared, given.message))
    sys.stdout.write(f"wrote {written}\n" if written else "the tables are as declared\n")
    return 0 if written else 1


def find(label: str) -> tuple[Branch, MetaData]:
    """A branch by its label, and the tables that the code declares for it: for a cog, its store's ``METADATA``."""
    if label == CORE.label:
        return CORE, METADATA
    cog, store = (importlib.import_module(name) for name in (f"cogs.{label}", f"cogs.{label}.store"))
    declared: object = getattr(store, "METADATA", None)
    if not isinstance(declared, MetaData) or cog.__file__ is None:
        raise SystemExit(f"cogs.{label}.store has no METADATA")
    return Branch(label, Path(cog.__file__).parent / "migrations"), declared


async def draft(branch: Branch, declared: MetaData, message: str) -> Path | None:
    """Writes the next revision of a branch; None when its tables are as declared."""
    branch.folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        async with open_database(f"sqlite+aiosqlite:///{folder}/draft.db") as database:
            await migrate(database, [] if branch == CORE else [branch])
            async with database.reading() as connection:
                body = await connection.run_sync(_compare, branch, declared)
    if body is None:
        return None
    revisions = scripts(branch)
    before = revisions.get_current_head()
    number = f"{len(list(revisions.walk_revisions())) + 1:04}"
    target = branch.folder / f"{number}_{re.sub(r'[^a-z0-9]+', '_', message.lower()).strip('_')}.py"
    quoted = "None" if before is None else f'"{before}"'
    target.write_text(
        _TEMPLATE.format(message=message[:1].upper() + message[1:], revision=number, before=quoted, upgrade=body)
    )
    return target


def _compare(connection: Connection, branch: Branch, declared: MetaData) -> str | None:
    """The statements between the tables that are there and those that should be, or None."""

    def concerns(name: str | None, kind: str, parents: object) -> bool:
        """Whether a name is this branch's: the other branches' tables are there too, and not to be dropped."""
        del parents
        if kind != "table" or name in declared.tables:
            return True
        return name is not None and name.startswith("" if branch == CORE else f"{branch.label}_")

    context = context_of(connection, branch, include_name=concerns)
    script = produce_migrations(context, declared)
    if script.upgrade_ops is None or script.upgrade_ops.is_empty():
        return None
    # SQLite alters a table by making it anew, which is what a batch is; tables that are new need none.
    alters = bool(context.get_current_heads())
    body = render_python_code(script.upgrade_ops, render_as_batch=alters, render_item=_render)
    return re.sub(r"^\s*#.*\n?", "", body, flags=re.MULTILINE).strip()


def _render(kind: str, item: object, context: AutogenContext) -> str | Literal[False]:
    """Our own column types as those that they are kept as: a revision must not change when the bot's code does."""
    del context
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{type(item.impl_instance).__name__}()"
    return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
