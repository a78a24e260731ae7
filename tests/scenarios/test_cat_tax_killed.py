"""The bot as a process of its own is killed while somebody pays: the next one finishes it, once."""

from pathlib import Path

from tests.kit.patience import PATIENCE
from tests.kit.pictures import CAT
from tests.kit.process import bot_process
from tests.kit.warm import Warm
from tests.twins.telegram import Group, TelegramTwin


def _receipts(group: Group) -> int:
    return sum("Receipt no. 1" in post.text for post in group.messages)


def _asked(group: Group) -> int:
    return sum("I am a spy" in post.text for post in group.messages)


async def test_a_payment_that_was_accepted_when_it_was_killed_is_one_receipt(warm: Warm, tmp_path: Path) -> None:
    async with TelegramTwin(privacy=False) as twin:
        settings = {
            "TELEGRAM_TOKEN": twin.token,
            "TELEGRAM_API_BASE": twin.api_base,
            "DATABASE_URL": "sqlite+aiosqlite:///cattax.db",
        }
        async with bot_process(tmp_path, settings, warm) as bot:
            group = twin.add_group("Cat Club", forum=True)
            group.add_bot(admin=True)
            topic = group.add_topic("introductions")
            await twin.until(lambda: twin.counts["getUpdates"] and not twin.updates_pending, PATIENCE)
            ana = twin.add_user("Ana", "en")
            group.join(ana)
            ana.posts(group, "Hello, I am Ana from Ohio", topic=topic)
            await twin.until(lambda: _asked(group), PATIENCE)
            # The platform is silent, so that the cat is looked at, and the receipt cannot be sent.
            twin.faults.silence("send*", times=100)
            ana.posts(group, "", topic=topic, photo=CAT)
            await twin.until(lambda: twin.faults.happened and not twin.updates_pending, PATIENCE, "nothing can be sent")
            await bot.kill()
        assert _receipts(group) == 0
        twin.faults.clear()

        async with bot_process(tmp_path, settings, warm) as bot:
            await twin.until(lambda: _receipts(group), PATIENCE, "the receipt")
            ana.posts(twin.person(ana.id).private, "/start")
            await twin.until(lambda: ana.private.messages[1:], PATIENCE, "it goes on")
            assert (_receipts(group), _asked(group)) == (1, 0)
            assert await bot.stop() == 0
        assert twin.violations == []
