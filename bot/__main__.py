"""The command line: ``python -m bot`` or ``cattax``."""

import asyncio
import gc
import signal
import subprocess
import sys
from collections.abc import Coroutine
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from bot.config import Config, example, read_config
from bot.domain.errors import ConfigurationError
from bot.logs import set_up_logging

app = typer.Typer(
    name="cattax",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,  # they print local variables, and tokens are among those
    help="Cat Tax: a community bot for Discord, Telegram and the browser.\n\n"
    "Settings are read from the environment and from the file .env; .env.example lists them all. "
    "With no token set, `run` starts the playground on http://127.0.0.1:8080.",
)


def _config() -> Config:
    """The configuration, or one clear line for each thing that is wrong with it, and exit 1."""
    try:
        return read_config()
    except ExceptionGroup as group:
        for error in group.exceptions:
            typer.echo(str(error), err=True)
        raise typer.Exit(1) from None


def _run(work: Coroutine[None, None, None]) -> None:
    """Runs on the fastest event loop there is; SIGTERM stops as Ctrl+C does.

    What the operator can mend is one line for each thing that is wrong, and exit 1; anything else is raised on.
    """

    async def stoppable() -> None:
        task = asyncio.current_task()
        if task is not None and sys.platform != "win32":
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
        await work

    factory = None
    with suppress(ImportError):
        import uvloop  # noqa: PLC0415  # not there on every system

        factory = uvloop.new_event_loop
    with asyncio.Runner(loop_factory=factory) as runner, suppress(KeyboardInterrupt, asyncio.CancelledError):
        try:
            runner.run(stoppable())
        except* ConfigurationError as wrong:
            lines = [str(error) for error in _flat(wrong)]
        else:
            return
        for line in lines:
            typer.echo(line, err=True)
        raise typer.Exit(1)


@app.command()
def run() -> None:
    """Start the bot: on Discord and Telegram where their tokens are set, else the playground in the browser.

    Migrates the database first. Stop it with Ctrl+C; what it had accepted is gone on with at the next start.
    """
    config = _config()
    set_up_logging(config.log_level, config.log_format, config.secrets)
    gc.disable()  # what a start makes stays: looking for garbage in it, again and again, costs a tenth of it
    from bot.bootstrap import opened  # noqa: PLC0415  # --help must not wait for libraries
    from bot.start_report import told_when_started  # noqa: PLC0415  # the same

    async def running() -> None:
        async with opened(config) as bot, asyncio.TaskGroup() as group:
            gc.freeze()
            gc.enable()
            group.create_task(told_when_started(bot, config, typer.echo))
            await bot.run()

    _run(running())


def _flat(group: BaseExceptionGroup[ConfigurationError]) -> list[ConfigurationError]:
    found: list[ConfigurationError] = []
    for error in group.exceptions:
        found.extend(_flat(error) if isinstance(error, BaseExceptionGroup) else [error])
    return found


@app.command()
def check(
    *,
    show_example: Annotated[
        bool, typer.Option("--example", help="Only print .env.example as the declarations have it.")
    ] = False,
) -> None:
    """Say what is wrong with the configuration and how to mend it; exit 1 when something is.

    Reads every setting, opens the database, looks for missing migrations, and asks the platforms about their tokens.
    """
    if show_example:
        typer.echo(example(), nl=False)
        return
    config = _config()
    from bot.checking import Verdict, checked  # noqa: PLC0415  # --help must not wait for libraries

    wrong: list[str] = []

    async def checking() -> None:
        async for line in checked(config):
            typer.echo(f"{line.verdict.value} {line.text}")
            if line.verdict is Verdict.WRONG:
                wrong.append(line.text)

    set_up_logging(config.log_level, config.log_format, config.secrets)
    _run(checking())
    if wrong:
        raise typer.Exit(1)


@app.command()
def migrate() -> None:
    """Bring the database to this version's form. `run` does it too; this is for doing it before."""
    config = _config()
    set_up_logging(config.log_level, config.log_format, config.secrets)
    from bot.bootstrap import migrated  # noqa: PLC0415  # --help must not wait for libraries

    _run(migrated(config))
    typer.echo("The database is up to date.")


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def bench(context: typer.Context) -> None:
    """Measure the bot against its bare libraries on the same load in one run, and print the table.

    Needs a checkout with the test tools (`make test` makes them): the load comes from their protocol servers.
    """
    root = Path(__file__).parent.parent
    if not (root / "bench").is_dir():
        typer.echo("The benchmark is part of the repository; run this in a checkout.", err=True)
        raise typer.Exit(1)
    ended = subprocess.run([sys.executable, "-m", "bench", *context.args], cwd=root, check=False)  # noqa: S603  # ours
    raise typer.Exit(ended.returncode)


def main() -> None:
    """The entry point of ``cattax``."""
    app()


if __name__ == "__main__":
    main()
