"""What must be said is said, in order, and its key is the same each time it is tried."""

import asyncio
from datetime import datetime, timedelta

import pytest

from bot.core.outbox import KEPT, LEASE, OUTBOX, Claimed, OutboxStore
from bot.domain.attachments import File
from bot.domain.controls import Button
from bot.domain.message import Outgoing
from bot.domain.piece import Piece, PressKey
from bot.domain.refs import ChatRef, MessageRef
from bot.domain.text import RichText
from bot.ports.outcome import Reason, Refused, Sent
from bot.storage.engine import SqlDatabase
from tests.bot.core.engine.happenings import DISCORD, TELEGRAM
from tests.bot.core.engine.samples import Join, new_codec
from tests.kit.clock import MovableClock

HERE, THERE = ChatRef(DISCORD, "1"), ChatRef(DISCORD, "2")
TOPIC, OTHER_TOPIC = ChatRef(TELEGRAM, "-100", "5"), ChatRef(TELEGRAM, "-100", "6")
SAID = MessageRef(DISCORD, "1", "77")


def _store(database: SqlDatabase, clock: MovableClock) -> OutboxStore:
    return OutboxStore(database, clock, new_codec())


def _said(text: str) -> Outgoing:
    return Outgoing(RichText.of(text))


async def _add(store: OutboxStore, chat: ChatRef, *keys: str) -> None:
    for key in keys:
        assert await store.add(chat, _said(key), key)


def _keys(claimed: list[Claimed]) -> list[str]:
    return [one.key for one in claimed]


async def _claimed(store: OutboxStore, limit: int) -> list[Claimed]:
    claimed, _ = await store.claim(limit)
    return claimed


async def _next_due(store: OutboxStore) -> datetime | None:
    _, due = await store.claim(0)
    return due


async def test_a_message_comes_out_whole_with_its_files(database: SqlDatabase, clock: MovableClock) -> None:
    store = _store(database, clock)
    picture = File("cat.png", "image/png", bytes(range(256)) * 40, "a cat")
    piece = Piece(RichText.of("paid"), files=(picture,), keys=((PressKey("Thanks", "Aabc"),),), silent=False)
    outgoing = Outgoing(
        RichText.of("paid"), files=(picture,), controls=((Button("Join", Join(7)),),), lifetime=timedelta(days=1)
    )
    await store.add(HERE, piece, "piece")
    await store.add(TOPIC, outgoing, "outgoing")
    first, second = await _claimed(_store(database, clock), 9)
    assert (first.chat, first.content, first.key, first.attempts) == (HERE, piece, "piece", 1)
    assert (second.chat, second.content) == (TOPIC, outgoing)


async def test_a_chats_messages_go_one_after_the_other_and_chats_side_by_side(
    database: SqlDatabase, clock: MovableClock
) -> None:
    store = _store(database, clock)
    await _add(store, HERE, "a1", "a2")
    await _add(store, THERE, "b1")
    await _add(store, TOPIC, "c1")
    await _add(store, OTHER_TOPIC, "c2")
    first = await _claimed(store, 2)
    assert _keys(first) == ["a1", "b1"]
    assert _keys(await _claimed(store, 9)) == ["c1"]
    await store.sent(first[0], [SAID])
    assert _keys(await _claimed(store, 9)) == ["a2"]


async def test_a_try_later_holds_back_what_comes_after(database: SqlDatabase, clock: MovableClock) -> None:
    store = _store(database, clock)
    await _add(store, HERE, "a1", "a2")
    (claimed,) = await _claimed(store, 9)
    await store.retry(claimed, clock.now() + timedelta(minutes=5))
    assert await _next_due(store) == clock.now() + timedelta(minutes=5)
    assert await _claimed(store, 9) == []
    await clock.move(timedelta(minutes=5))
    (again,) = await _claimed(store, 9)
    assert (again.key, again.attempts) == ("a1", 2)


async def test_what_became_of_it_is_known_and_its_content_forgotten(database: SqlDatabase, clock: MovableClock) -> None:
    store = _store(database, clock)
    await _add(store, HERE, "sent", "refused")
    assert await store.result("sent") is None
    (sent,) = await _claimed(store, 1)
    await store.sent(sent, [SAID, SAID])
    (refused,) = await _claimed(store, 1)
    await store.refused(refused, Refused(Reason.CLOSED, "blocked"))
    assert await store.result("sent") == Sent((SAID, SAID))
    assert await store.result("refused") == Refused(Reason.CLOSED, "blocked")
    assert await _claimed(store, 9) == []
    assert await _next_due(store) is None
    async with database.reading() as connection:
        contents = (await connection.execute(OUTBOX.select())).all()
    assert [row.content for row in contents] == [None, None]


async def test_a_key_is_said_once(database: SqlDatabase, clock: MovableClock) -> None:
    store = _store(database, clock)
    assert await store.add(HERE, _said("a"), "a")
    assert not await store.add(HERE, _said("a"), "a")
    assert await store.add_many(HERE, [(_said("a"), "a"), (_said("b"), "b")]) == 1
    (claimed,) = await _claimed(store, 9)
    await store.sent(claimed, [SAID])
    assert not await store.add(HERE, _said("a"), "a")
    await clock.move(KEPT - timedelta(seconds=1))
    assert await store.clean() == 0
    await clock.move(1)
    assert await store.clean() == 1
    assert await store.result("a") is None
    for key in ("", "k" * 26):
        with pytest.raises(ValueError, match="characters"):
            await store.add(HERE, _said("a"), key)


async def test_after_a_crash_it_is_sent_again_under_its_key(database: SqlDatabase, clock: MovableClock) -> None:
    store = _store(database, clock)
    await _add(store, HERE, "a1", "a2")
    (killed,) = await _claimed(store, 9)
    await clock.move(LEASE / 2)
    assert await store.renew(killed)
    restarted = _store(database, clock)
    await clock.move(LEASE - timedelta(seconds=1))
    assert await _claimed(restarted, 9) == []
    await clock.move(1)
    (again,) = await _claimed(restarted, 9)
    assert (again.key, again.attempts) == ("a1", 2)
    assert not await store.renew(killed)
    # The first was not killed but slow: what it sent stands there.
    await store.sent(killed, [SAID])
    assert await restarted.result("a1") == Sent((SAID,))
    await restarted.refused(again, Refused(Reason.GONE))
    assert await restarted.result("a1") == Sent((SAID,))


async def test_what_is_given_back_does_not_count(database: SqlDatabase, clock: MovableClock) -> None:
    store = _store(database, clock)
    await _add(store, HERE, "a1")
    for _ in range(3):
        (claimed,) = await _claimed(store, 9)
        assert claimed.attempts == 1
        await store.release(claimed)


async def test_what_cannot_be_read_holds_nothing_up(database: SqlDatabase, clock: MovableClock) -> None:
    store = _store(database, clock)
    await _add(store, HERE, "a1")
    async with database.writing() as connection:
        await connection.execute(OUTBOX.update().values(content="{"))
    await _add(store, HERE, "a2")
    assert await _claimed(store, 9) == []
    assert await store.result("a1") == Refused(Reason.INVALID, "cannot be read")
    assert _keys(await _claimed(store, 9)) == ["a2"]


async def test_several_senders_never_get_the_same_chat(database: SqlDatabase, clock: MovableClock) -> None:
    store = _store(database, clock)
    for number in range(12):
        await _add(store, ChatRef(DISCORD, str(number % 6)), f"k{number}")
    claims = await asyncio.gather(*(_claimed(_store(database, clock), 2) for _ in range(6)))
    chats = [one.chat for claimed in claims for one in claimed]
    assert len(chats) == len(set(chats))
