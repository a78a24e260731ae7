"""What is said: in order, through floods and outages, put together when it piled up, never twice."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

from bot.core.outbound import TRIES, Outbound
from bot.domain.errors import Flooded, Unreachable
from bot.domain.message import Outgoing
from bot.domain.refs import ChatRef
from bot.domain.text import RichText
from bot.ports.outcome import Delivery, Reason, Refused, Sent
from tests.kit.stage import GENERAL, INTRODUCTIONS, expect
from tests.kit.stages.fake import FakeStage
from tests.scenarios.steps import admin_of, reports_go_here


def _says(outbound: Outbound, chat: ChatRef, *words: str) -> list["asyncio.Task[Delivery]"]:
    return [asyncio.create_task(outbound.send(chat, Outgoing(RichText.of(word)), key=f"key {word}")) for word in words]


def _said(stage: FakeStage, chat: ChatRef) -> list[str]:
    return [post.piece.text.plain for post in stage.gateway.posts if post.chat == chat]


def _reports(stage: FakeStage) -> list[str]:
    return [text for text in _said(stage, stage.chat(GENERAL)) if "spam" in text]


async def _after_a_minute(stage: FakeStage, holds: Callable[[], bool]) -> bool:
    await stage.whole.clock.move(timedelta(minutes=1))
    return holds()


async def test_a_chat_keeps_its_order(stage: FakeStage) -> None:
    chat = stage.chat(INTRODUCTIONS)
    await asyncio.gather(*_says(stage.whole.app.services.outbound, chat, "one", "two", "three"))
    assert _said(stage, chat) == ["one", "two", "three"]


async def test_a_flood_is_waited_out_and_what_piled_up_is_put_together(stage: FakeStage) -> None:
    chat, outbound = stage.chat(INTRODUCTIONS), stage.whole.app.services.outbound
    stage.gateway.failures.append(Flooded(30))
    sending = _says(outbound, chat, "one", "two", "three")
    await stage.whole.clock.wait_for_sleepers(1)
    await stage.whole.clock.move(timedelta(seconds=29))
    assert _said(stage, chat) == []
    await stage.whole.clock.move(timedelta(seconds=2))
    deliveries = await asyncio.gather(*sending)
    assert _said(stage, chat) == ["one", "two\n\nthree"]
    assert all(isinstance(one, Sent) for one in deliveries)


async def test_a_flood_in_one_chat_is_none_in_another(stage: FakeStage) -> None:
    here, there, outbound = stage.chat(INTRODUCTIONS), stage.chat(GENERAL), stage.whole.app.services.outbound
    stage.gateway.failures.append(Flooded(30))
    first = _says(outbound, here, "one")
    await stage.whole.clock.wait_for_sleepers(1)
    await asyncio.gather(*_says(outbound, there, "two"))
    assert _said(stage, there)[-1] == "two"
    assert _said(stage, here) == []
    await stage.whole.clock.move(timedelta(seconds=31))
    await asyncio.gather(*first)


async def test_an_outage_is_tried_again_with_the_same_key(stage: FakeStage) -> None:
    chat, outbound = stage.chat(INTRODUCTIONS), stage.whole.app.services.outbound
    stage.gateway.failures.extend([Unreachable("silence"), Unreachable("502")])
    sending = _says(outbound, chat, "one")
    for _ in range(4):
        await stage.whole.clock.move(timedelta(seconds=2))
    assert isinstance((await asyncio.gather(*sending))[0], Sent)
    assert _said(stage, chat) == ["one"]


async def test_an_outage_that_stays_has_the_event_tried_again_later(stage: FakeStage) -> None:
    ana = await stage.newcomer("Ana")
    stage.whole.clock.instant = 5.0
    stage.gateway.failures.extend([Unreachable("silence")] * TRIES)
    await ana.says("Hello, I am Ana from Ohio")
    await stage.settled()
    assert _said(stage, stage.chat(INTRODUCTIONS)) == []
    await stage.whole.until(lambda: _after_a_minute(stage, lambda: bool(_said(stage, stage.chat(INTRODUCTIONS)))))
    await expect(stage, ana).sees("Show me your cat")
    await stage.settled()
    assert len(_said(stage, stage.chat(INTRODUCTIONS))) == 1


async def test_a_refusal_is_final_and_keeps_nobody_waiting(stage: FakeStage) -> None:
    chat, outbound = stage.chat(INTRODUCTIONS), stage.whole.app.services.outbound
    stage.gateway.refusals.append(Refused(Reason.NO_RIGHT, "no right to write here"))
    first, second = await asyncio.gather(*_says(outbound, chat, "one", "two"))
    assert first == Refused(Reason.NO_RIGHT, "no right to write here")
    assert isinstance(second, Sent)
    assert _said(stage, chat) == ["two"]


async def test_a_report_outlives_an_outage_and_a_restart(stage: FakeStage) -> None:
    admin = await admin_of(stage)
    await reports_go_here(stage, admin)
    ana, eve = await stage.member("Ana"), await stage.member("Eve")
    said = await eve.says("Buy my coins", chat=GENERAL)
    await ana.uses_menu("Report", said)
    await stage.settled()
    stage.gateway.failing = Unreachable("silence")
    stage.whole.clock.instant = 5.0
    await ana.fills("spam")
    await stage.settled()
    await stage.whole.stop()
    stage.gateway.failing = None
    await stage.whole.start()
    await stage.gateway.running.wait()
    await stage.whole.until(lambda: _after_a_minute(stage, lambda: bool(_reports(stage))))
    await expect(stage, admin).sees("Report 1", "spam")
    await stage.settled()
    assert len(_reports(stage)) == 1
