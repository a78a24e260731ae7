"""What cogs add to the command line is found, and no two of them are called the same."""

from argparse import ArgumentParser, Namespace

import pytest

from bot.api import Cog
from bot.core.discovery import BrokenCog, Found, discover, tools_of


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--loud", action="store_true")


def purr(given: Namespace) -> int:
    return int(given.loud)


def cog(name: str, *tools: str) -> Found:
    made = Cog(name)
    for tool in tools:
        assert made.tool(tool, arguments)(purr) is purr
    return Found(made, None, None)


def test_tools_are_found_in_the_order_of_their_cogs() -> None:
    tools = tools_of([cog("cats", "purr", "meow"), cog("dogs")], taken=["run"])
    assert [(tool.name, tool.arguments, tool.handler) for tool in tools] == [
        ("purr", arguments, purr),
        ("meow", arguments, purr),
    ]


def test_a_tool_is_not_called_like_a_command_of_the_bot() -> None:
    with pytest.raises(BrokenCog, match="called run"):
        tools_of([cog("cats", "run")], taken=["run"])


def test_two_tools_are_not_called_the_same() -> None:
    with pytest.raises(BrokenCog, match="called purr"):
        tools_of([cog("cats", "purr"), cog("dogs", "purr")], taken=[])


def test_the_houses_own_cogs_agree() -> None:
    assert "look" in {tool.name for tool in tools_of(discover(), taken=["run", "check", "migrate", "bench"])}
