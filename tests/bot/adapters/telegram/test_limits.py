"""Too fast, too late: flood control, and what can no longer be taken away."""

from collections.abc import Awaitable, Callable

import pytest

from bot.adapters.telegram.names import chat_ref, message_ref
from bot.domain.attachments import File
from bot.domain.errors import Flooded, Unreachable
from bot.domain.piece import Piece
from bot.domain.refs import MessageRef
from bot.domain.text import RichText
from bot.ports.outcome import Done, Reason, Refused, Sent
from tests.bot.adapters.telegram.rig import Rig
from tests.twins.telegram.people import Person
from tests.twins.telegram.places import Group
from tests.twins.telegram.testing import picture

CAT = File("cat.jpg", "image/jpeg", picture())


def club(rig: Rig) -> tuple[Group, Person]:
    group = rig.twin.add_group("Club")
    group.add_bot(admin=True)
    mia = rig.twin.add_user("Mia")
    group.join(mia)
    return group, mia


def words(text: str) -> Piece:
    return Piece(RichText.of(text))


# Too fast


async def test_a_group_takes_twenty_a_minute_and_says_honestly_when_it_takes_more(rig: Rig) -> None:
    group, _ = club(rig)
    rig.twin.limit()
    chat = chat_ref(group.id)
    for number in range(20):
        assert isinstance(await rig.gateway.send(chat, words(str(number)), key=str(number)), Sent)
        rig.twin_clock.forward(1)
    with pytest.raises(Flooded) as caught:
        await rig.gateway.send(chat, words("one more"), key="20")
    assert caught.value.retry_after == 40
    rig.twin_clock.forward(39)
    with pytest.raises(Flooded):
        await rig.gateway.send(chat, words("one more"), key="20")
    rig.twin_clock.forward(1)
    assert isinstance(await rig.gateway.send(chat, words("one more"), key="20"), Sent)
    assert group.last.text == "one more"


async def test_a_second_takes_one_message_in_a_private_chat_too(rig: Rig) -> None:
    _, mia = club(rig)
    mia.starts()
    rig.twin.limit()
    chat = chat_ref(mia.id)
    assert isinstance(await rig.gateway.send(chat, words("one"), key="1"), Sent)
    with pytest.raises(Flooded) as caught:
        await rig.gateway.send(chat, words("two"), key="2")
    assert caught.value.retry_after == 1


async def test_an_album_counts_as_its_pictures_and_goes_on_where_it_was(rig: Rig) -> None:
    group, _ = club(rig)
    rig.twin.limit(a_minute=3, a_second=None)
    note = File("list.txt", "text/plain", b"one")
    piece = Piece(RichText.of("look"), files=(CAT, CAT, CAT, note))
    before = len(group.messages)
    with pytest.raises(Flooded) as caught:
        await rig.gateway.send(chat_ref(group.id), piece, key="1")
    assert [post.kind for post in group.messages[before:]] == ["photo"] * 3
    rig.twin_clock.forward(caught.value.retry_after)
    sent = await rig.gateway.send(chat_ref(group.id), piece, key="1")
    assert isinstance(sent, Sent)
    assert [post.kind for post in group.messages[before:]] == ["photo", "photo", "photo", "document"]
    assert [ref.id for ref in sent.messages] == [str(post.id) for post in group.messages[before:]]


async def test_edits_have_a_limit_of_their_own(rig: Rig) -> None:
    group, _ = club(rig)
    rig.twin.limit(a_minute=None, a_second=None, edits_a_minute=2)
    sent = await rig.gateway.send(chat_ref(group.id), words("0"), key="1")
    assert isinstance(sent, Sent)
    for number in (1, 2):
        assert await rig.gateway.edit(sent.messages[0], words(str(number))) == Done()
    with pytest.raises(Flooded) as caught:
        await rig.gateway.edit(sent.messages[0], words("3"))
    assert caught.value.retry_after == 60


async def test_whatever_is_asked_too_fast_says_how_long_to_wait(rig: Rig) -> None:
    group, mia = club(rig)
    said = mia.posts(group, "hello")
    theirs = message_ref(group.id, said.id)
    sent = await rig.gateway.send(chat_ref(group.id), words("mine"), key="1")
    assert isinstance(sent, Sent)
    asked: dict[str, Callable[[MessageRef], Awaitable[object]]] = {
        "editMessageText": lambda message: rig.gateway.edit(message, words("other")),
        "setMessageReaction": lambda message: rig.gateway.react(message, "👍"),
        "pinChatMessage": rig.gateway.places.pin,
        "unpinChatMessage": rig.gateway.places.unpin,
        "deleteMessage": rig.gateway.delete,
    }
    for method, ask in asked.items():
        rig.twin.faults.fail(method, status=429, retry_after=7)
        with pytest.raises(Flooded) as caught:
            await ask(sent.messages[0])
        assert caught.value.retry_after == 7, method
        assert await ask(sent.messages[0]) == Done()
    rig.twin.faults.fail("deleteMessage", status=429, retry_after=7)
    with pytest.raises(Flooded):
        await rig.gateway.delete(theirs)


# Too late


async def test_anothers_message_can_be_deleted_for_two_days(rig: Rig) -> None:
    group, mia = club(rig)
    old = mia.posts(group, "old")
    rig.twin_clock.forward(48 * 3600 - 10)
    new = mia.posts(group, "new")
    assert await rig.gateway.delete(message_ref(group.id, new.id)) == Done()
    rig.twin_clock.forward(20)
    late = await rig.gateway.delete(message_ref(group.id, old.id))
    again = await rig.gateway.delete(message_ref(group.id, new.id))
    assert isinstance(late, Refused)
    assert isinstance(again, Refused)
    assert (late.reason, again.reason) == (Reason.NO_RIGHT, Reason.GONE)


async def test_an_album_is_deleted_picture_by_picture(rig: Rig) -> None:
    group, _ = club(rig)
    before = len(group.messages)
    sent = await rig.gateway.send(chat_ref(group.id), Piece(files=(CAT, CAT, CAT)), key="1")
    assert isinstance(sent, Sent)
    for left, message in zip((2, 1, 0), sent.messages, strict=True):
        assert await rig.gateway.delete(message) == Done()
        assert len(group.messages) - before == left


# What nobody can look up


async def test_a_send_that_may_have_happened_is_simply_sent(rig: Rig) -> None:
    group, _ = club(rig)
    began = rig.clock.now()
    rig.twin.faults.drop("sendMessage", after=True)
    with pytest.raises(Unreachable) as caught:
        await rig.gateway.send(chat_ref(group.id), words("hello"), key="1")
    assert caught.value.uncertain
    sent = await rig.gateway.send(chat_ref(group.id), words("hello"), key="1", since=began)
    assert isinstance(sent, Sent)
    # A bot cannot read a chat: that it stands there twice is for the core to report.
    assert [post.text for post in group.messages if post.by_bot and post.kind == "text"] == ["hello", "hello"]
