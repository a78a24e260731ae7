"""Brings a database's tables up to what the code expects: one branch of Alembic revisions for the core, one a cog.

Each branch counts its revisions in a table of its own (``version_core``, ``version_<cog>``), so that revisions of two
cogs may bear the same number, and a cog that was taken out does not keep the others from going on.

A revision only uses ``alembic.op`` and SQLAlchemy, never the bot's code, which goes on changing. To draft one:
``python -m bot.storage.migrations.draft --help``.
"""

from collections.abc import Iterable

from sqlalchemy import text

from bot.core.tables import alone
from bot.storage.engine import SqlDatabase
from bot.storage.migrations.branches import CORE, Branch, complete

__all__ = ["CORE", "Branch", "BrokenReferences", "migrate", "pending"]


async def migrate(database: SqlDatabase, cogs: Iterable[Branch] = ()) -> tuple[str, ...]:
    """Runs the revisions that were not run yet: the core's, then each cog's. All of them or none.

    Of two processes that start at once one migrates, and the other waits and then has nothing to do.

    Returns:
        What was run, as ``<branch> <revision>``.

    Raises:
        ConfigurationError: the database is of a newer version than this code.
        StorageUnavailable: the database could not do it now; nothing was changed.
    """
    branches = _all(cogs)
    if await _nothing_to_do(database, branches):
        return ()
    from bot.storage.migrations.revisions import upgrade  # noqa: PLC0415  # dear, and most starts have nothing to run

    async with database.migrating() as connection:
        await alone(connection, "migrations")
        ran = await connection.run_sync(upgrade, branches)
        if database.dialect == "sqlite" and (await connection.execute(text("PRAGMA foreign_key_check"))).all():
            raise BrokenReferences(f"after {', '.join(ran)} rows point to rows that are not there")
    return ran


async def pending(database: SqlDatabase, cogs: Iterable[Branch] = ()) -> tuple[str, ...]:
    """The revisions that :func:`migrate` would run, as ``<branch> <revision>``. Raises what it raises."""
    branches = _all(cogs)
    if await _nothing_to_do(database, branches):
        return ()
    from bot.storage.migrations.revisions import missing  # noqa: PLC0415  # the same

    async with database.reading() as connection:
        return await connection.run_sync(missing, branches)


class BrokenReferences(Exception):
    """A revision is wrong: it left rows that point to nothing. It was rolled back."""


def _all(cogs: Iterable[Branch]) -> tuple[Branch, ...]:
    return (CORE, *sorted(cogs, key=lambda branch: branch.label))


async def _nothing_to_do(database: SqlDatabase, branches: tuple[Branch, ...]) -> bool:
    async with database.reading() as connection:
        return await connection.run_sync(complete, branches)
