"""The platform in memory goes wrong on demand, as the real ones do."""

from dataclasses import replace

import pytest

from bot.domain.errors import Flooded, Unreachable
from bot.domain.message import As
from bot.domain.piece import Piece
from bot.domain.refs import ChatRef
from bot.domain.text import RichText
from bot.ports.outcome import Done, Reason, Refused, Sent
from tests.kit.clock import MovableClock
from tests.kit.fake import FAKE, RICH, FakeGateway

CHAT = ChatRef(FAKE, "club-general")
PIECE = Piece(RichText.of("hello"))
AS_ANA = replace(PIECE, speaker=As("Ana"))


async def test_only_the_answer_is_lost(clock: MovableClock) -> None:
    gateway = FakeGateway(clock)
    gateway.lost.append(Unreachable("gone", uncertain=True))
    with pytest.raises(Unreachable):
        await gateway.send(CHAT, PIECE, key="k")
    assert len(gateway.posts) == 1
    assert await gateway.send(CHAT, PIECE, key="k", since=clock.now()) == Sent((gateway.posts[0].ref,))
    assert len(gateway.posts) == 1


async def test_a_slow_chat_says_how_long_to_wait(clock: MovableClock) -> None:
    gateway = FakeGateway(clock, most_a_minute=2)
    await gateway.send(CHAT, PIECE, key="1")
    await clock.move(10)
    await gateway.send(CHAT, PIECE, key="2")
    with pytest.raises(Flooded) as flooded:
        await gateway.send(CHAT, PIECE, key="3")
    assert flooded.value.retry_after == 50
    assert isinstance(await gateway.send(ChatRef(FAKE, "other"), PIECE, key="3"), Sent)
    await clock.move(flooded.value.retry_after)
    assert isinstance(await gateway.send(CHAT, PIECE, key="3"), Sent)


async def test_without_webhooks_nobody_else_speaks_and_old_words_stay(clock: MovableClock) -> None:
    gateway = FakeGateway(clock, RICH)
    sent = await gateway.send(CHAT, AS_ANA, key="1")
    assert isinstance(sent, Sent)
    gateway.orphans.add(sent.messages[0])
    assert await gateway.edit(sent.messages[0], PIECE) == Refused(Reason.GONE)
    gateway.lacking.add("webhooks")
    assert not gateway.capabilities(CHAT).speaks_as
    assert await gateway.send(CHAT, AS_ANA, key="2") == Refused(Reason.NO_RIGHT)
    assert await gateway.delete(sent.messages[0]) == Done()


async def test_a_deleted_chat_takes_nothing(clock: MovableClock) -> None:
    gateway = FakeGateway(clock)
    gateway.gone.add(CHAT)
    refused = await gateway.send(ChatRef(FAKE, CHAT.id, "7"), PIECE, key="1")
    assert isinstance(refused, Refused)
    assert refused.reason is Reason.GONE
