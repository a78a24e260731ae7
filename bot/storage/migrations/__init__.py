"""Brings a database's tables up to what the code expects: one branch of Alembic revisions for the core, one a cog.

Each branch counts its revisions in a table of its own (``version_core``, ``version_<cog>``), so that revisions of two
cogs may bear the same number, and a cog that was taken out does not keep the others from going on.

A revision only uses ``alembic.op`` and SQLAlchemy, never the bot's code, which goes on changing. To draft one:
``python -m bot.storage.migrations.draft --help``.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext, MigrationStep, RevisionStep
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from bot.core.tables import alone
from bot.domain.errors import ConfigurationError
from bot.storage.engine import VARIABLE, SqlDatabase

HOME = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Branch:
    """A line of revisions.

    Attributes:
        label: ``core`` or the cog's name.
        folder: where the revisions are.
    """

    label: str
    folder: Path


CORE = Branch("core", HOME / "versions")


async def migrate(database: SqlDatabase, cogs: Iterable[Branch] = ()) -> tuple[str, ...]:
    """Runs the revisions that were not run yet: the core's, then each cog's. All of them or none.

    Of two processes that start at once one migrates, and the other waits and then has nothing to do.

    Returns:
        What was run, as ``<branch> <revision>``.

    Raises:
        ConfigurationError: the database is of a newer version than this code.
        StorageUnavailable: the database could not do it now; nothing was changed.
    """
    async with database.migrating() as connection:
        await alone(connection, "migrations")
        ran = await connection.run_sync(_upgrade, _all(cogs))
        if database.dialect == "sqlite" and (await connection.execute(text("PRAGMA foreign_key_check"))).all():
            raise BrokenReferences(f"after {', '.join(ran)} rows point to rows that are not there")
    return ran


async def pending(database: SqlDatabase, cogs: Iterable[Branch] = ()) -> tuple[str, ...]:
    """The revisions that :func:`migrate` would run, as ``<branch> <revision>``. Raises what it raises."""
    async with database.reading() as connection:
        return await connection.run_sync(_missing, _all(cogs))


class BrokenReferences(Exception):
    """A revision is wrong: it left rows that point to nothing. It was rolled back."""


def _all(cogs: Iterable[Branch]) -> tuple[Branch, ...]:
    return (CORE, *sorted(cogs, key=lambda branch: branch.label))


def scripts(branch: Branch) -> ScriptDirectory:
    """A branch's revisions."""
    return ScriptDirectory(HOME, version_locations=[branch.folder])


def context_of(
    connection: Connection, branch: Branch, steps: Sequence[MigrationStep] = (), **options: object
) -> MigrationContext:
    """Alembic's view of a branch in a database; running it takes ``steps``, within the connection's transaction."""

    def next_steps(heads: tuple[str, ...], context: MigrationContext) -> Sequence[MigrationStep]:
        del heads, context
        return steps

    return MigrationContext.configure(
        connection,
        opts={
            **options,
            "version_table": f"version_{branch.label}",
            "fn": next_steps,
        },
    )


def _steps(connection: Connection, branch: Branch) -> tuple[RevisionStep, ...]:
    """What is still to be run of a branch, in order."""
    directory = scripts(branch)
    heads = context_of(connection, branch).get_current_heads()
    if not set(heads) <= {script.revision for script in directory.walk_revisions()}:
        raise ConfigurationError(
            VARIABLE,
            f"the database is of a newer version than this code ({branch.label} {', '.join(heads)}): run that version,"
            " or restore the backup of before the update",
        )
    missing = list(directory.iterate_revisions("heads", heads or "base", implicit_base=True))
    return tuple(MigrationStep.upgrade_from_script(directory.revision_map, script) for script in reversed(missing))


def _missing(connection: Connection, branches: Sequence[Branch]) -> tuple[str, ...]:
    return tuple(
        f"{branch.label} {step.revision.revision}" for branch in branches for step in _steps(connection, branch)
    )


def _upgrade(connection: Connection, branches: Sequence[Branch]) -> tuple[str, ...]:
    ran = _missing(connection, branches)
    for branch in branches:
        context = context_of(connection, branch, _steps(connection, branch))
        with Operations.context(context):
            context.run_migrations()
    return ran
