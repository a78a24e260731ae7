"""How updates come: by polling and by webhook, what privacy hides, repeats, order, faults, and the flood."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from telegram import Bot, Message, Update
from telegram.error import BadRequest, Conflict, NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.ext import Application, ApplicationBuilder, ContextTypes, ExtBot, MessageHandler, filters

from tests.twins.telegram import TelegramTwin
from tests.twins.telegram.testing import client, picture

Data = dict[Any, Any]  # the library's own default for what its contexts carry
Echoing = Application[ExtBot[None], ContextTypes.DEFAULT_TYPE, Data, Data, Data, None]
EVERYTHING = list(Update.ALL_TYPES)


@pytest.fixture
async def twin() -> AsyncIterator[TelegramTwin]:
    async with TelegramTwin() as running:
        yield running
        assert running.violations == []


@pytest.fixture
async def bot(twin: TelegramTwin) -> AsyncIterator[Bot]:
    async with client(twin) as running:
        yield running


async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """Answer with the same words."""
    assert isinstance(update.message, Message)
    await update.message.reply_text(update.message.text or "")


def application_of(twin: TelegramTwin) -> Echoing:
    """The library's own application, which echoes texts."""
    application = (
        ApplicationBuilder()
        .token(twin.token)
        .base_url(f"{twin.api_base}/bot")
        .base_file_url(f"{twin.api_base}/file/bot")
        .job_queue(None)
        .build()
    )
    application.add_handler(MessageHandler(filters.TEXT, echo))
    return application


async def texts(bot: Bot, allowed: list[str] | None = None) -> list[str]:
    """Texts of all that waits, confirmed."""
    updates = await bot.get_updates(allowed_updates=allowed)
    if updates:
        await bot.get_updates(offset=updates[-1].update_id + 1, limit=1)
    return [update.effective_message.text or "" for update in updates if update.effective_message]


async def test_privacy_mode_hides_what_is_not_meant_for_the_bot(twin: TelegramTwin, bot: Bot) -> None:
    ana = twin.add_user("Ana")
    group = twin.add_group("Cats")
    group.add_bot()
    group.join(ana)
    await texts(bot)
    mine = await bot.send_message(group.id, "hello")
    assert not (await bot.get_me()).can_read_all_group_messages

    ana.posts(group, "talk")
    ana.posts(group, "talk", reply_to=ana.posts(group, "to myself"))
    ana.posts(group, "/help@another_bot")
    ana.posts(group, "/help")
    ana.posts(group, "hey @cat_tax_twin_bot")
    ana.posts(group, "answer", reply_to=next(post for post in group.messages if post.id == mine.message_id))
    assert await texts(bot) == ["/help", "hey @cat_tax_twin_bot", "answer"]

    group.promote_bot()
    ana.posts(group, "talk to an admin")
    group.promote_bot(rights=False)
    ana.posts(group, "talk")
    twin.privacy = False
    ana.posts(group, "talk without privacy")
    assert [text for text in await texts(bot) if text] == ["talk to an admin", "talk without privacy"]


async def test_some_kinds_must_be_asked_for_and_need_an_admin(twin: TelegramTwin, bot: Bot) -> None:
    ana = twin.add_user("Ana")
    group = twin.add_group("Cats")
    group.add_bot()
    group.join(ana)
    post = ana.posts(group, "look")
    await bot.get_updates(allowed_updates=EVERYTHING)
    await texts(bot, EVERYTHING)
    ana.reacts(post, "👍")
    assert twin.updates_pending == 0
    group.promote_bot()
    ana.reacts(post, "👎")
    ana.reacts(post)
    assert twin.updates_pending == 3
    updates = await bot.get_updates(allowed_updates=[])
    assert [bool(update.message_reaction) for update in updates] == [False, True, True]
    ana.reacts(post, "👍")
    assert twin.updates_pending == 3


async def test_offsets_confirm_and_limits_hold(twin: TelegramTwin, bot: Bot) -> None:
    ana = twin.add_user("Ana")
    for number in range(5):
        ana.posts(ana.private, str(number))
    first = await bot.get_updates(limit=2)
    assert [update.update_id for update in first] == [update.update_id for update in await bot.get_updates(limit=2)]
    rest = await bot.get_updates(offset=first[-1].update_id + 1)
    assert [update.message.text for update in rest if update.message] == ["2", "3", "4"]
    last = await bot.get_updates(offset=-1)
    assert [update.message.text for update in last if update.message] == ["4"]
    assert twin.updates_pending == 1


async def test_a_long_poll_wakes_and_a_second_poller_ends_it(twin: TelegramTwin, bot: Bot) -> None:
    ana = twin.add_user("Ana")
    waiting = asyncio.create_task(bot.get_updates(timeout=30))
    await twin.until(lambda: twin.updates.polled)
    ana.starts()
    assert [update.message.text for update in await waiting if update.message] == ["/start"]
    await texts(bot)

    first = asyncio.create_task(bot.get_updates(timeout=30))
    await twin.until(lambda: twin.updates.polled)
    second = asyncio.create_task(bot.get_updates(timeout=30))
    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await first
    ana.posts(ana.private, "hi")
    assert len(await second) == 1


async def test_a_poller_that_hangs_up_is_not_a_second_one(twin: TelegramTwin, bot: Bot) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=30))
    await twin.until(lambda: twin.updates.polled)
    first.cancel()
    await twin.until(lambda: not twin.updates.polled)
    second = asyncio.create_task(bot.get_updates(timeout=30))
    await twin.until(lambda: twin.updates.polled)
    twin.add_user("Ana").starts()
    assert len(await second) == 1


@asynccontextmanager
async def listening(receive: Callable[[web.Request], Awaitable[web.StreamResponse]]) -> AsyncGenerator[str, None]:
    """A bot's own web server; gives its address."""
    app = web.Application()
    app.router.add_post("/hook", receive)
    runner = web.AppRunner(app)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    finally:
        await runner.cleanup()


async def test_a_webhook_tries_again_until_it_is_taken(twin: TelegramTwin, bot: Bot) -> None:
    seen: list[tuple[str, str]] = []

    async def receive(request: web.Request) -> web.Response:
        update = Update.de_json(await request.json(), bot)
        assert update.message is not None
        seen.append((request.headers.get("X-Telegram-Bot-Api-Secret-Token", ""), update.message.text or ""))
        return web.Response(status=500 if len(seen) == 1 else 200)

    ana = twin.add_user("Ana")
    async with listening(receive) as url:
        ana.posts(ana.private, "dropped")
        await bot.set_webhook(url, secret_token="tell-nobody", drop_pending_updates=True)  # noqa: S106 - a test's
        ana.posts(ana.private, "one")
        ana.posts(ana.private, "two")
        await twin.until(lambda: twin.updates_pending == 0)
        assert seen == [("tell-nobody", "one"), ("tell-nobody", "one"), ("tell-nobody", "two")]
        info = await bot.get_webhook_info()
        assert (info.url, info.pending_update_count) == (url, 0)
        assert info.last_error_message == "Wrong response from the webhook: 500 Internal Server Error"
        with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
            await bot.get_updates()
        await bot.delete_webhook()
        ana.posts(ana.private, "three")
        assert await texts(bot) == ["three"]


async def test_a_webhook_feeds_an_application_and_may_answer_at_once(twin: TelegramTwin) -> None:
    ana = twin.add_user("Ana")
    application = application_of(twin)

    async def receive(request: web.Request) -> web.Response:
        await application.process_update(Update.de_json(await request.json(), application.bot))
        return web.json_response({"method": "sendMessage", "chat_id": ana.id, "text": "by the answer"})

    async with application, listening(receive) as url:
        await application.bot.set_webhook(url)
        ana.posts(ana.private, "meow")
        await twin.until(lambda: len(ana.private.messages) == 3)
        assert [post.text for post in ana.private.messages] == ["meow", "meow", "by the answer"]


async def test_updates_can_be_held_shuffled_and_repeated(twin: TelegramTwin, bot: Bot) -> None:
    ana = twin.add_user("Ana")
    twin.hold()
    for text in ("a", "b", "c"):
        ana.posts(ana.private, text)
    assert await texts(bot) == []
    twin.release(order=[2, 0, 1])
    shuffled = await bot.get_updates()
    assert [update.message.text for update in shuffled if update.message] == ["c", "a", "b"]
    await bot.get_updates(offset=max(update.update_id for update in shuffled) + 1)
    assert twin.updates_pending == 0
    twin.repeat_last_update()
    again = await bot.get_updates(offset=max(update.update_id for update in shuffled) + 1)
    assert [update.update_id for update in again] == [max(update.update_id for update in shuffled)]
    assert twin.updates_pending == 0


async def test_faults_come_as_planned_and_pass(twin: TelegramTwin, bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # or the library warns of its own plain number
    ana = twin.add_user("Ana")
    ana.starts()
    twin.faults.fail("send*", status=429, retry_after=3)
    with pytest.raises(RetryAfter) as flood:
        await bot.send_message(ana.id, "a")
    assert flood.value.retry_after == timedelta(seconds=3)
    twin.faults.fail("send*", status=500)
    with pytest.raises(NetworkError, match="Internal Server Error"):
        await bot.send_message(ana.id, "a")
    twin.faults.garble("sendMessage")
    with pytest.raises(TelegramError, match="Invalid server response"):
        await bot.send_message(ana.id, "a")
    twin.faults.drop("sendMessage")
    with pytest.raises(NetworkError):
        await bot.send_message(ana.id, "a")
    twin.faults.silence("sendMessage")
    with pytest.raises(TimedOut):
        await bot.send_message(ana.id, "a", read_timeout=0.05)
    assert len(ana.private.messages) == 1
    twin.faults.drop("sendMessage", after=True)
    with pytest.raises(NetworkError):
        await bot.send_message(ana.id, "uncertain")
    assert ana.private.last.text == "uncertain"
    await bot.send_message(ana.id, "b")
    assert ana.private.last.text == "b"
    twin.faults.fail("file", status=404)
    sent = ana.posts(ana.private, photo=picture())
    assert sent.file is not None
    file = await bot.get_file(sent.file.file_id)
    with pytest.raises(TelegramError):
        await file.download_as_bytearray()
    assert await file.download_as_bytearray() == picture()


async def test_deletions_and_the_bots_own_doings_are_not_told(twin: TelegramTwin, bot: Bot) -> None:
    ana = twin.add_user("Ana")
    group = twin.add_group("Cats")
    group.add_bot(admin=True)
    group.join(ana)
    post = ana.posts(group, "oops")
    await bot.get_updates(allowed_updates=EVERYTHING)
    await texts(bot)
    ana.deletes(post)
    await bot.send_message(group.id, "hello")
    await bot.set_message_reaction(group.id, group.last.id, "👍")
    assert twin.updates_pending == 0
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(group.id, "what?", reply_to_message_id=post.id)


async def test_waiting_for_what_never_happens_says_what_did(twin: TelegramTwin, bot: Bot) -> None:
    await bot.get_me()
    with pytest.raises(TimeoutError, match=r"a cat.*getMe"):
        await twin.until(lambda: False, timeout=0.01, what="a cat")


async def test_an_application_polls_and_answers(twin: TelegramTwin) -> None:
    ana = twin.add_user("Ana")
    application = application_of(twin)
    async with application:
        assert application.updater is not None
        await application.updater.start_polling(timeout=5)
        await application.start()
        ana.posts(ana.private, "meow")
        await twin.until(lambda: ana.private.last.by_bot)
        assert ana.private.last.text == "meow"
        await application.updater.stop()
        await application.stop()


async def test_as_a_process_it_floods_and_counts() -> None:
    root = Path(__file__).parents[2]
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.twins.telegram",
        cwd=root,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        place = json.loads(await process.stdout.readline())
        process.stdin.write(b'{"do": "flood", "messages": 250}\n')
        bot = Bot(place["token"], base_url=f"{place['api_base']}/bot", base_file_url=f"{place['api_base']}/file/bot")
        seen = 0
        async with bot:
            offset = 0
            while updates := await bot.get_updates(offset=offset, timeout=1 if seen < 250 else 0):
                assert all(update.message and update.message.chat_id == place["chat"] for update in updates)
                seen += len(updates)
                offset = updates[-1].update_id + 1
        assert seen == 250
        assert json.loads(await process.stdout.readline()) == {"done": "flood", "messages": 250}
        process.stdin.write(b'{"do": "requests"}\nnonsense\n{"do": "stop"}\n')
        counted = json.loads(await process.stdout.readline())
        assert counted["counts"]["getUpdates"] == 4
        assert "error" in json.loads(await process.stdout.readline())
        assert await process.wait() == 0
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
