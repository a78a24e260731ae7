"""What a cog adds to the operator's command line: ``python -m bot <name> ...``.

    def arguments(parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="+", type=Path)

    @COG.tool("look", arguments)
    def look(given: Namespace) -> int:
        \"\"\"Say what is on pictures.\"\"\"

A tool runs by itself, without the bot: it has no database, no platform and no settings. It writes to the standard
output, in English or for machines, and what it returns is the exit code.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass

ToolHandler = Callable[[Namespace], int]
ToolArguments = Callable[[ArgumentParser], None]


@dataclass(frozen=True, slots=True)
class Tool:
    """A declared tool.

    Attributes:
        name: ``[a-z]+``, the word after ``python -m bot``.
        arguments: declares what else is given.
        handler: does it; its docstring is the help, its first line what the list of commands says.
    """

    name: str
    arguments: ToolArguments
    handler: ToolHandler
