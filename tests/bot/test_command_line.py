"""What an operator sees: wrong settings as one line each, checks, help, and no secrets anywhere."""

import asyncio
import json
import os
import socket
import sys
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from bot.config import example, read_config
from tests.kit.warm import Warm, cold
from tests.twins.discord import DiscordTwin
from tests.twins.telegram import TelegramTwin

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
async def telegram() -> AsyncGenerator[TelegramTwin]:
    async with TelegramTwin() as twin:
        yield twin


@pytest.fixture
async def discord() -> AsyncGenerator[DiscordTwin]:
    async with DiscordTwin() as twin:
        yield twin


WRONG = [
    ("WEB_PORT", "eighty"),
    ("WEB_PORT", "70000"),
    ("DEFAULT_LOCALE", "fr"),
    ("DATABASE_URL", "mysql://root:hunter2@localhost/x"),
    ("DATABASE_URL", "postgresql://root:hunter2@localhost/x"),
    ("DISCORD_TOKEN", "two words hunter2"),
    ("DISCORD_API_BASE", "discord.com"),
    ("TELEGRAM_API_BASE", "ftp://x"),
    ("TELEGRAM_WEBHOOK_SECRET", "not ok hunter2!"),
    ("PLAYGROUND", "maybe"),
    ("LOG_LEVEL", "loud"),
    ("LOG_FORMAT", "xml"),
]


@pytest.mark.parametrize(("variable", "value"), WRONG)
def test_a_wrong_value_is_one_line_that_names_the_variable(
    variable: str, value: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(variable, value)
    with pytest.raises(ExceptionGroup) as caught:
        read_config(None)
    lines = [str(error) for error in caught.value.exceptions]
    assert len(lines) == 1
    assert lines[0].startswith(f"{variable}: ")
    assert "\n" not in lines[0]
    assert "hunter2" not in lines[0]


def test_what_contradicts_itself_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TELEGRAM_TOKEN", "1:a")
    monkeypatch.setenv("TELEGRAM_WEBHOOK_URL", "http://example.org/hook")
    monkeypatch.setenv("PLAYGROUND", "on")
    monkeypatch.setenv("WEB_HOST", "0.0.0.0")  # noqa: S104  # refused is what is tested
    with pytest.raises(ExceptionGroup) as caught:
        read_config(None)
    assert [str(error).partition(":")[0] for error in caught.value.exceptions] == [
        "TELEGRAM_WEBHOOK_SECRET",
        "TELEGRAM_WEBHOOK_URL",
        "PLAYGROUND",
    ]


def test_the_playground_is_on_when_no_token_is_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert read_config(None).playground_on
    monkeypatch.setenv("DISCORD_TOKEN", "abc")
    assert not read_config(None).playground_on
    monkeypatch.setenv("PLAYGROUND", "on")
    assert read_config(None).playground_on


def test_the_example_is_a_working_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text(example(), "utf-8")
    assert read_config(tmp_path / ".env") == read_config(None)


async def test_wrong_settings_end_every_command_with_their_lines_and_no_traceback(warm: Warm, tmp_path: Path) -> None:
    for command in ("run", "check", "migrate"):
        ended = await warm.run(tmp_path, command, WEB_PORT="x", LOG_LEVEL="y")
        assert ended.code == 1
        assert sorted(line.partition(":")[0] for line in ended.complained.splitlines()) == ["LOG_LEVEL", "WEB_PORT"]


async def test_a_port_in_use_is_one_line(warm: Warm, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        ended = await warm.run(tmp_path, "run", WEB_PORT=str(taken.getsockname()[1]))
    assert ended.code == 1
    assert ended.complained.splitlines()[-1].startswith("WEB_PORT: ")
    assert "Traceback" not in ended.complained


async def test_check_says_what_works(tmp_path: Path, telegram: TelegramTwin, discord: DiscordTwin) -> None:
    ended = await cold(
        tmp_path,
        "check",
        TELEGRAM_TOKEN=telegram.token,
        TELEGRAM_API_BASE=telegram.api_base,
        DISCORD_TOKEN=discord.token,
        DISCORD_API_BASE=discord.api_base,
    )
    assert ended.code == 0, ended.said + ended.complained
    assert "Telegram: answers" in ended.said
    assert "Discord: answers" in ended.said
    assert not any(line.startswith("WRONG") for line in ended.said.splitlines())


async def test_check_says_what_is_wrong_and_how_to_mend_it(warm: Warm, tmp_path: Path, telegram: TelegramTwin) -> None:
    token = "123456:not-the-right-one"  # noqa: S105  # nobody's
    ended = await warm.run(tmp_path, "check", TELEGRAM_TOKEN=token, TELEGRAM_API_BASE=telegram.api_base)
    assert ended.code == 1
    wrong = [line for line in ended.said.splitlines() if line.startswith("WRONG")]
    assert len(wrong) == 1
    assert "TELEGRAM_TOKEN" in wrong[0]
    assert token not in ended.said + ended.complained


async def test_a_platform_that_is_not_there_is_said_and_gives_no_token_away(warm: Warm, tmp_path: Path) -> None:
    token = "123456:quite-secret"  # noqa: S105  # nobody's
    ended = await warm.run(
        tmp_path, "check", TELEGRAM_TOKEN=token, TELEGRAM_API_BASE="http://127.0.0.1:9", LOG_LEVEL="debug"
    )
    assert ended.code == 1
    assert "Telegram: cannot be reached" in ended.said
    assert "quite-secret" not in ended.said + ended.complained


async def test_migrate_makes_the_database_once(warm: Warm, tmp_path: Path) -> None:
    for _ in range(2):
        ended = await warm.run(tmp_path, "migrate")
        assert (ended.code, ended.said) == (0, "The database is up to date.\n")
    assert (tmp_path / "data" / "cattax.db").is_file()


async def test_help_is_worth_reading(tmp_path: Path) -> None:
    ended = await cold(tmp_path, "--help")
    assert ended.code == 0
    for words in ("run", "check", "migrate", "detect", "translate", "bench", "look", ".env.example", "playground"):
        assert words in ended.said


async def test_an_unknown_command_is_told_all_there_are(warm: Warm, tmp_path: Path) -> None:
    ended = await warm.run(tmp_path, "purr")
    assert ended.code == 2
    for words in ("run", "check", "migrate", "bench", "look"):
        assert f"'{words}'" in ended.complained
    assert "Traceback" not in ended.complained


async def test_json_lines_are_json_and_hold_no_secret(tmp_path: Path, telegram: TelegramTwin) -> None:
    telegram.faults.fail("getMe", status=500, times=1, description=f"who are you, {telegram.token}?")
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "run",
        cwd=tmp_path,
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "TELEGRAM_TOKEN": telegram.token,
            "TELEGRAM_API_BASE": telegram.api_base,
            "LOG_FORMAT": "json",
            "LOG_LEVEL": "debug",
            "WEB_PORT": "0",
        },
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    await telegram.until(lambda: bool(telegram.calls("deleteWebhook")), timeout=20)
    process.terminate()
    said, complained = await process.communicate()
    assert process.returncode == 0
    assert complained
    for line in complained.decode().splitlines():
        assert isinstance(json.loads(line), dict), line
    assert telegram.token not in (said + complained).decode()
