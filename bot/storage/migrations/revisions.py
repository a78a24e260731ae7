"""Alembic's side of migrating. Imported only where there is something to run: it costs ten megabytes and a tenth second.

Its own surroundings (``env.py``, an ini file) are not used: a branch's revisions run in the connection that is given.
"""

from collections.abc import Sequence

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext, MigrationStep, RevisionStep
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from bot.domain.errors import ConfigurationError
from bot.storage.engine import VARIABLE
from bot.storage.migrations.branches import HOME, Branch


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
            "version_table": branch.table,
            "fn": next_steps,
        },
    )


def missing(connection: Connection, branches: Sequence[Branch]) -> tuple[str, ...]:
    """What is still to be run, as ``<branch> <revision>``."""
    return tuple(
        f"{branch.label} {step.revision.revision}" for branch in branches for step in _steps(connection, branch)
    )


def upgrade(connection: Connection, branches: Sequence[Branch]) -> tuple[str, ...]:
    """Runs what is still to be run; gives it as :func:`missing` does."""
    ran = missing(connection, branches)
    for branch in branches:
        context = context_of(connection, branch, _steps(connection, branch))
        with Operations.context(context):
            context.run_migrations()
    return ran


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
    later = list(directory.iterate_revisions("heads", heads or "base", implicit_base=True))
    return tuple(MigrationStep.upgrade_from_script(directory.revision_map, script) for script in reversed(later))
