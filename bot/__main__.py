"""The command line: ``python -m bot`` or ``cattax``."""

import argparse
import asyncio
import gc
import inspect
import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Coroutine, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from bot.config import Config, LogLevel, example, read_config
from bot.domain.errors import ConfigurationError
from bot.domain.languages import Language, language_of
from bot.doors import ajar
from bot.logs import set_up_logging

if TYPE_CHECKING:  # --help and a worker's process, which loads this too, must not wait for libraries
    from bot.api.tools import Tool
    from bot.bootstrap import App

_ABOUT = """Cat Tax: a community bot for Discord, Telegram and the browser.

Settings are read from the environment and from the file .env; .env.example lists them all. With no token set, `run`
starts the playground on http://127.0.0.1:8080."""


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _complain(line: str) -> None:
    sys.stderr.write(line + "\n")


def _config() -> Config:
    """The configuration, or one clear line for each thing that is wrong with it, and exit 1."""
    try:
        return read_config()
    except ExceptionGroup as group:
        for error in group.exceptions:
            _complain(str(error))
        raise SystemExit(1) from None


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
            _complain(line)
        raise SystemExit(1)


def run() -> None:
    """Start the bot: on Discord and Telegram where their tokens are set, else the playground in the browser.

    Migrates the database first. Stop it with Ctrl+C; what it had accepted is gone on with at the next start.
    """
    config = _config()
    set_up_logging(config.log_level, config.log_format, config.secrets)
    gc.disable()  # what a start makes stays: looking for garbage in it, again and again, costs a tenth of it
    ajar()
    from bot.bootstrap import opened  # noqa: PLC0415  # --help must not wait for libraries
    from bot.start_report import told_when_started  # noqa: PLC0415  # the same

    async def telling(bot: "App") -> None:
        await told_when_started(bot, config, _say)
        gc.freeze()  # what the platforms told of themselves stays, too

    async def running() -> None:
        looked_for = Garbage(asyncio.get_running_loop().call_soon).looked_for
        try:
            async with opened(config) as bot, asyncio.TaskGroup() as group:
                gc.freeze()
                gc.callbacks.append(looked_for)
                gc.enable()
                group.create_task(telling(bot))
                await bot.run()
        finally:
            with suppress(ValueError):  # it did not come that far
                gc.callbacks.remove(looked_for)

    _run(running())


class Garbage:
    """Keeps Python's looks for garbage short: they hold the event loop up, 30 ms where they go through everything.

    What a full look found in use is left out of those that follow, which come before there is much to go through. Only
    every so many go through everything again, for what became garbage since.

    Args:
        soon: has something called a little later.
    """

    EVERYTHING_EVERY = 100
    FULL_EVERY = 10
    """Looks at what is of middle age until a full one; Python itself waits until a quarter more is in use."""

    def __init__(self, soon: Callable[[Callable[[], object]], object]) -> None:
        self._soon = soon
        self._full = 0
        self._middle = 0

    def looked_for(self, phase: str, info: Mapping[str, int]) -> None:
        """Called by Python before and after each look, as one of ``gc.callbacks``."""
        if phase != "stop":
            return
        if info["generation"] == 1:
            self._middle += 1
            if self._middle % self.FULL_EVERY == 0:
                self._soon(gc.collect)
        elif info["generation"] == 2:  # the oldest: it was a full one
            self._full += 1
            if self._full % self.EVERYTHING_EVERY:
                gc.freeze()
            else:
                gc.unfreeze()


def _flat(group: BaseExceptionGroup[ConfigurationError]) -> list[ConfigurationError]:
    found: list[ConfigurationError] = []
    for error in group.exceptions:
        found.extend(_flat(error) if isinstance(error, BaseExceptionGroup) else [error])
    return found


def check(*, show_example: bool = False) -> None:
    """Say what is wrong with the configuration and how to mend it; exit 1 when something is.

    Reads every setting, opens the database, looks for missing migrations, and asks the platforms about their tokens.
    """
    if show_example:
        sys.stdout.write(example())
        return
    config = _config()
    from bot.checking import Verdict, checked  # noqa: PLC0415  # --help must not wait for libraries

    wrong: list[str] = []

    async def checking() -> None:
        async for line in checked(config):
            _say(f"{line.verdict.value} {line.text}")
            if line.verdict is Verdict.WRONG:
                wrong.append(line.text)

    set_up_logging(config.log_level, config.log_format, config.secrets)
    _run(checking())
    if wrong:
        raise SystemExit(1)


def migrate() -> None:
    """Bring the database to this version's form. `run` does it too; this is for doing it before."""
    config = _config()
    set_up_logging(config.log_level, config.log_format, config.secrets)
    from bot.bootstrap import migrated  # noqa: PLC0415  # --help must not wait for libraries

    _run(migrated(config))
    _say("The database is up to date.")


def bench(words: Sequence[str]) -> None:
    """Measure the bot against its bare libraries on the same load in one run, and print the table.

    Needs a checkout with the test tools (`make test` makes them): the load comes from their protocol servers.
    """
    root = Path(__file__).parent.parent
    if not (root / "bench").is_dir():
        _complain("The benchmark is part of the repository; run this in a checkout.")
        raise SystemExit(1)
    ended = subprocess.run([sys.executable, "-m", "bench", *words], cwd=root, check=False)  # noqa: S603  # ours
    raise SystemExit(ended.returncode)


def detect() -> int:
    """Read lines, and print for each the code of the language that it is in: `und` where nobody would say.

    Needs no settings, asks nobody, and answers each line before it reads the next.
    """
    from bot.clock import SystemClock  # noqa: PLC0415  # --help must not wait for libraries
    from bot.translation.asked_once import language_tags  # noqa: PLC0415  # the same

    lines = (line.decode(errors="replace").rstrip("\r\n") for line in sys.stdin.buffer)
    for tag in language_tags(lines, SystemClock()):
        _say(tag)
    return 0


def translate(to: Language, source: Language | None) -> int:
    """Read a text, and print its translation; the name of the service that made it goes to standard error.

    Asks the services that are set up, as the bot does, without a database; of the public ones only those that
    TRANSLATORS names. Exits with 1 when none gave a translation. What needs none is printed as it is.
    """
    config = _config()
    from bot.clock import SystemClock  # noqa: PLC0415  # --help must not wait for libraries
    from bot.translation.asked_once import translated  # noqa: PLC0415  # the same

    # What went wrong is said below, without what the logs of a running bot have around it.
    set_up_logging(LogLevel.ERROR, config.log_format, config.secrets)
    text = sys.stdin.buffer.read().decode(errors="replace")
    said = asyncio.run(translated(config, SystemClock(), text.removesuffix("\n"), to, source))
    if said.text is not None:
        _say(said.text)
    for note in said.notes:
        _complain(note)
    return 0 if said.text is not None else 1


def _language(tag: str) -> Language:
    """A language of the command line."""
    language = language_of(tag)
    if language is None:
        raise argparse.ArgumentTypeError(
            f"{tag!r} is no language known here; write for example en, es, zh-Hans, zh-Hant"
        )
    return language


_OWN: Mapping[str, Callable[..., object]] = {
    "run": run,
    "check": check,
    "migrate": migrate,
    "detect": detect,
    "translate": translate,
    "bench": bench,
}


def _tools() -> Mapping[str, "Tool"]:
    """What the cogs add."""
    from bot.core.discovery import discover, tools_of  # noqa: PLC0415  # imports every cog

    return {tool.name: tool for tool in tools_of(discover(), taken=_OWN)}


def _used(tool: Callable[[], int]) -> int:
    """Runs a tool; whoever stops it, or stops reading what it says, knows why it ended."""
    try:
        return tool()
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for Python's own flush at the end
        return 1


def _parsers(
    tools: Mapping[str, "Tool"],
) -> tuple[argparse.ArgumentParser, Mapping[str, argparse.ArgumentParser]]:
    """The command line's, and each command's, which is described by the command's own docstring."""
    whole = argparse.ArgumentParser(
        prog="cattax", description=_ABOUT, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False
    )
    commands = whole.add_subparsers(dest="command", metavar="command", title="commands")
    described: Mapping[str, Callable[..., object]] = {**_OWN, **{name: tool.handler for name, tool in tools.items()}}
    parsers: dict[str, argparse.ArgumentParser] = {}
    for name, command in described.items():
        about = inspect.getdoc(command) or ""
        parsers[name] = commands.add_parser(
            name,
            help=about.partition("\n")[0],
            description=about,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            add_help=command is not bench,  # which has its own
            allow_abbrev=False,
        )
    parsers["check"].add_argument(
        "--example", action="store_true", help="only print .env.example as the declarations have it"
    )
    parsers["translate"].add_argument("--to", type=_language, required=True, metavar="LANG", help="into this language")
    parsers["translate"].add_argument(
        "--from", type=_language, dest="source", metavar="LANG", help="it is in this language; else that is found out"
    )
    for name, tool in tools.items():
        tool.arguments(parsers[name])
    return whole, parsers


def main() -> None:
    """The entry point of ``cattax``."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # what is said is UTF-8, whatever the locale says
            stream.reconfigure(encoding="utf-8", errors="replace")
    # A start does not wait for the command line to know the cogs' tools.
    tools: Mapping[str, Tool] = {} if sys.argv[1:2] and sys.argv[1] in _OWN else _tools()
    whole, parsers = _parsers(tools)
    given, rest = whole.parse_known_args()
    name: str | None = given.command
    if name is None:
        whole.print_help()
        raise SystemExit(2)
    if rest and name != "bench":
        parsers[name].error(f"unrecognized arguments: {' '.join(rest)}")
    match name:
        case "run":
            run()
        case "check":
            check(show_example=given.example)
        case "migrate":
            migrate()
        case "bench":
            bench(rest)
        case "detect":
            raise SystemExit(_used(detect))
        case "translate":
            raise SystemExit(_used(lambda: translate(given.to, given.source)))
        case _:
            raise SystemExit(_used(lambda: tools[name].handler(given)))


if __name__ == "__main__":
    main()
