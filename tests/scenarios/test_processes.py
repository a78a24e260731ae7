"""The bot as a process of its own: killed in the middle of its work, and watched for what it writes."""

import asyncio
from pathlib import Path

import httpx

from tests.kit.patience import PATIENCE
from tests.kit.process import bot_process, free_port
from tests.kit.warm import Warm
from tests.twins.discord import DiscordTwin
from tests.twins.telegram import Group, TelegramTwin, Topic


def _settings(twin: TelegramTwin) -> dict[str, str]:
    return {
        "TELEGRAM_TOKEN": twin.token,
        "TELEGRAM_API_BASE": twin.api_base,
        "DATABASE_URL": "sqlite+aiosqlite:///cattax.db",
    }


async def _club(twin: TelegramTwin) -> tuple[Group, Topic]:
    group = twin.add_group("Cat Club", forum=True)
    group.add_bot(admin=True)
    topic = group.add_topic("introductions")
    await twin.until(lambda: twin.counts["getUpdates"] and not twin.updates_pending, PATIENCE, "the bot is there")
    return group, topic


def _asked(group: Group) -> int:
    return sum("I am a spy" in post.text for post in group.messages)


async def test_what_was_accepted_when_it_was_killed_is_handled_once_by_the_next(tmp_path: Path) -> None:
    async with TelegramTwin(privacy=False) as twin:
        async with bot_process(tmp_path, _settings(twin)) as bot:
            group, topic = await _club(twin)
            people = [twin.add_user(name, "en") for name in ("Ana", "Bo", "Cy")]
            for person in people:
                group.join(person)
            # The platform is silent, so that nothing that was accepted can be done.
            twin.faults.silence("send*", times=100)
            for person in people:
                person.posts(group, f"Hello, I am {person.name} from Ohio", topic=topic)
            told = twin.updates.last
            await twin.until(
                lambda: twin.faults.happened and not twin.updates_pending, PATIENCE, "accepted, not handled"
            )
            await bot.kill()
        assert _asked(group) == 0
        twin.faults.clear()

        async with bot_process(tmp_path, _settings(twin)) as bot:
            await twin.until(lambda: _asked(group) >= len(people), PATIENCE, "everybody is asked")
            # The platform tells the last one again, which it does at times.
            assert told is twin.updates.last
            twin.repeat_last_update()
            await twin.until(lambda: not twin.updates_pending, PATIENCE)
            people[0].posts(twin.person(people[0].id).private, "/start")
            await twin.until(lambda: people[0].private.messages[1:], PATIENCE, "it goes on")
            assert _asked(group) == len(people)
            assert await bot.stop() == 0
        assert twin.violations == []


async def test_no_token_is_ever_written_or_measured(warm: Warm, tmp_path: Path) -> None:
    wrong, port = "MTA0-a-wrong-token-that-nobody-may-read.G0.x", free_port()
    async with TelegramTwin(privacy=False) as telegram, DiscordTwin() as discord:
        settings = _settings(telegram) | {
            "DISCORD_TOKEN": wrong,
            "DISCORD_API_BASE": discord.api_base,
            "LOG_LEVEL": "debug",
            "WEB_PORT": str(port),
        }
        telegram.faults.fail("getMe", status=502)
        telegram.faults.garble("getUpdates")
        telegram.faults.drop("getUpdates")
        async with bot_process(tmp_path, settings, warm) as bot:
            group, topic = await _club(telegram)
            ana = telegram.add_user("Ana", "en")
            group.join(ana)
            telegram.faults.drop("send*", times=2)
            ana.posts(group, "Hello, I am Ana from Ohio", topic=topic)
            await telegram.until(lambda: _asked(group), PATIENCE)
            async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False) as client:
                answers = [await client.get(path) for path in ("/metrics", "/healthz", "/livez", "/nowhere")]
            assert await bot.stop() == 0
            everything = bot.output + "".join(f"{one.headers} {one.text}" for one in answers)
    assert answers[1].status_code == 503, "Discord did not let it in"
    assert "refused" in everything
    for secret in (telegram.token, telegram.token.partition(":")[2], wrong):
        assert secret not in everything


async def test_a_wrong_setting_is_one_clear_line(warm: Warm, tmp_path: Path) -> None:
    async with bot_process(tmp_path, {"WEB_PORT": "a lot", "TELEGRAM_TOKEN": "1:x y"}, warm) as bot:
        async with asyncio.timeout(PATIENCE):
            assert await bot.process.wait() == 1
        lines = bot.output.strip().splitlines()
        assert len(lines) == 2
        assert lines[0].startswith(("WEB_PORT:", "TELEGRAM_TOKEN:"))
        assert "1:x y" not in bot.output
