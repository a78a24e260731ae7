"""What is said, changed and taken away; what is refused and why."""

import logging

import pytest

from bot.adapters.telegram.gateway import TelegramGateway
from bot.adapters.telegram.names import chat_ref, message_ref, space_ref, user_ref
from bot.domain.attachments import Attachment, File, MediaKind
from bot.domain.errors import Flooded, Unreachable
from bot.domain.events import BotAdded, PlaceMoved, PrivateOpened
from bot.domain.piece import LinkKey, Piece, PressKey
from bot.domain.refs import ChatRef, MessageRef, Platform
from bot.domain.text import Mention, Moment, MomentStyle, RichText, Span, Style
from bot.ports.outcome import Delivery, Done, Outcome, Reason, Refused, Sent
from tests.bot.adapters.telegram.rig import Rig
from tests.twins.telegram.places import Group
from tests.twins.telegram.testing import picture


def words(text: str) -> Piece:
    return Piece(RichText.of(text))


def why(outcome: Outcome | Delivery) -> Reason:
    assert isinstance(outcome, Refused)
    return outcome.reason


def the_one(delivery: Delivery) -> MessageRef:
    assert isinstance(delivery, Sent)
    [message] = delivery.messages
    return message


def club(rig: Rig, *, admin: bool = False) -> Group:
    group = rig.twin.add_group("Club")
    group.add_bot(admin=admin)
    return group


async def test_everything_a_text_can_show_is_shown(rig: Rig) -> None:
    group = club(rig)
    mia, bo = rig.twin.add_user("Mia", username="durov"), rig.twin.add_user("Bo")
    group.join(mia)
    group.join(bo)
    text = (
        RichText.of("bold", Style.BOLD)
        + RichText.of("link", url="https://a.example/")
        + RichText((Moment(rig.clock.now(), MomentStyle.RELATIVE, "soon"), Span(" ")))
        + RichText((Mention(user_ref(bo.id), "Bo"), Span(" and "), Mention(user_ref(mia.id), "durov")))
        + RichText.of(" @durov <b>no</b> **no** [no](https://evil.example)")
    )
    await rig.gateway.send(chat_ref(group.id), Piece(text, mentions=(user_ref(bo.id),), silent=False), key="1")
    shown = group.last
    assert shown.pinged == (bo.id,)
    kinds = [entity.type for entity in shown.entities if entity.type != "bot_command"]  # </b>, to the twin
    assert kinds == ["bold", "text_link", "date_time", "text_mention", "url"]
    assert "<b>no</b> **no** [no](https://evil.example)" in shown.text
    assert not shown.silent
    assert rig.twin.calls("sendMessage")[-1].parameters["link_preview_options"] == {"is_disabled": True}


async def test_pictures_files_and_albums_arrive(rig: Rig) -> None:
    group = club(rig)
    cat = File("cat.jpg", "image/jpeg", picture())
    note = File("list.txt", "text/plain", b"one")
    chat = chat_ref(group.id)
    await rig.gateway.send(chat, Piece(RichText.of("a cat"), files=(cat,)), key="1")
    assert (group.last.photo, group.last.text) == (cat.content, "a cat")
    await rig.gateway.send(chat, Piece(files=(note,)), key="2")
    document = group.last.document
    assert document is not None
    assert (document.name, document.content) == ("list.txt", b"one")

    keys = ((LinkKey("More", "https://a.example/"),),)
    sent = await rig.gateway.send(chat, Piece(RichText.of("three"), files=(cat, cat, note), keys=keys), key="3")
    assert isinstance(sent, Sent)
    assert len(sent.messages) == 4
    kinds = [(post.kind, bool(post.album)) for post in group.messages[-4:]]
    assert kinds == [("photo", True), ("photo", True), ("document", False), ("text", False)]
    assert group.last.button("More").url == "https://a.example/"


async def test_a_large_file_arrives_whole(rig: Rig) -> None:
    group = club(rig)
    large = File("large.bin", "application/octet-stream", bytes(range(256)) * 12_000)
    the_one(await rig.gateway.send(chat_ref(group.id), Piece(files=(large,)), key="1"))
    document = group.last.document
    assert document is not None
    assert document.content == large.content


async def test_a_picture_that_telegram_cannot_show_is_handed_over_as_a_file(rig: Rig) -> None:
    group = club(rig)
    rig.twin.faults.fail("sendPhoto", status=400, description="Bad Request: PHOTO_INVALID_DIMENSIONS")
    strip = File("strip.jpg", "image/jpeg", picture())
    the_one(await rig.gateway.send(chat_ref(group.id), Piece(files=(strip,)), key="1"))
    assert group.last.document is not None


async def test_a_reply_to_a_message_that_is_gone_is_sent_without_it(rig: Rig) -> None:
    group = club(rig)
    gone = message_ref(group.id, 99_999)
    the_one(await rig.gateway.send(chat_ref(group.id), Piece(RichText.of("still"), reply_to=gone), key="1"))
    assert group.last.text == "still"
    assert group.last.reply_to is None


async def test_an_own_message_changes_its_text_caption_file_and_keys(rig: Rig) -> None:
    group = club(rig)
    chat = chat_ref(group.id)
    cat = File("cat.jpg", "image/jpeg", picture())
    text = the_one(await rig.gateway.send(chat, words("one"), key="1"))
    keyed = Piece(RichText.of("two"), keys=((PressKey("a", "b"),),))
    assert await rig.gateway.edit(text, keyed) == Done()
    assert group.last.text == "two"
    assert why(await rig.gateway.edit(text, keyed)) is Reason.UNCHANGED

    shown = the_one(await rig.gateway.send(chat, Piece(RichText.of("a cat"), files=(cat,)), key="2"))
    assert await rig.gateway.edit(shown, words("my cat")) == Done()
    assert (group.last.text, group.last.photo) == ("my cat", cat.content)
    other = File("dog.jpg", "image/jpeg", picture(colour="blue"))
    assert await rig.gateway.edit(shown, Piece(RichText.of("a dog"), files=(other,))) == Done()
    assert (group.last.text, group.last.photo) == ("a dog", other.content)


async def test_what_is_gone_cannot_be_changed_or_taken_away(rig: Rig) -> None:
    group = club(rig)
    message = the_one(await rig.gateway.send(chat_ref(group.id), words("x"), key="1"))
    assert await rig.gateway.delete(message) == Done()
    assert why(await rig.gateway.delete(message)) is Reason.GONE
    assert why(await rig.gateway.edit(message, words("y"))) is Reason.GONE
    assert why(await rig.gateway.react(message, "👍")) is Reason.GONE


async def test_anothers_message_is_deleted_only_with_the_right(rig: Rig) -> None:
    group = club(rig)
    mia = rig.twin.add_user("Mia")
    group.join(mia)
    said = mia.posts(group, "spam")
    ref = message_ref(group.id, said.id)
    assert why(await rig.gateway.delete(ref)) is Reason.NO_RIGHT
    group.promote_bot()
    assert await rig.gateway.delete(ref) == Done()
    assert said.deleted


async def test_a_reaction_is_one_of_telegrams_and_can_be_taken_away(rig: Rig) -> None:
    group = club(rig)
    mia = rig.twin.add_user("Mia")
    group.join(mia)
    said = mia.posts(group, "cat!")
    ref = message_ref(group.id, said.id)
    assert await rig.gateway.react(ref, "❤️") == Done()
    assert said.reactions == {rig.twin.bot.id: ("❤",)}
    assert why(await rig.gateway.react(ref, "🐈")) is Reason.UNSUPPORTED
    assert await rig.gateway.react(ref, None) == Done()
    assert said.reactions == {}


async def test_a_flood_says_how_long_to_wait(rig: Rig) -> None:
    group = club(rig)
    rig.twin.faults.fail("sendMessage", status=429, retry_after=17)
    with pytest.raises(Flooded) as flooded:
        await rig.gateway.send(chat_ref(group.id), words("x"), key="1")
    assert flooded.value.retry_after == 17


async def test_a_flood_in_the_middle_of_a_piece_repeats_nothing_that_stands(rig: Rig) -> None:
    group = club(rig)
    cat = File("cat.jpg", "image/jpeg", picture())
    piece = Piece(RichText.of("two cats"), files=(cat, cat), keys=((PressKey("a", "b"),),))
    rig.twin.faults.fail("sendMessage", status=429, retry_after=2)
    with pytest.raises(Flooded):
        await rig.gateway.send(chat_ref(group.id), piece, key="1")
    sent = await rig.gateway.send(chat_ref(group.id), piece, key="1")
    assert isinstance(sent, Sent)
    assert len(sent.messages) == 3
    assert len(rig.twin.calls("sendMediaGroup")) == 1


async def test_what_may_have_been_done_is_uncertain_and_what_never_left_is_not(rig: Rig) -> None:
    group = club(rig)
    rig.twin.faults.fail("sendMessage", status=502)
    rig.twin.faults.garble("sendMessage")
    rig.twin.faults.garble("sendMessage", body=b'{"ok":true,"result":[]}')
    rig.twin.faults.garble("sendMessage", body=b'{"ok":true,"result":{"message_id":true}}')
    rig.twin.faults.drop("sendMessage", after=True)
    for _ in range(5):
        with pytest.raises(Unreachable) as lost:
            await rig.gateway.send(chat_ref(group.id), words("x"), key="1")
        assert lost.value.uncertain
    assert len(group.messages) == 2  # the bot came in, and one send whose answer was lost


async def test_silence_ends_and_is_uncertain(rig: Rig) -> None:
    group = club(rig)
    await rig.settled()
    hasty = rig.build(answer_within=1)
    await hasty.private_chat(user_ref(1))  # who it is, is asked first
    rig.twin.faults.silence("sendMessage")
    with pytest.raises(Unreachable) as lost:
        await hasty.send(chat_ref(group.id), words("x"), key="1")
    assert lost.value.uncertain
    await hasty.close()


async def test_a_server_that_is_not_there_did_nothing(rig: Rig) -> None:
    group = club(rig)
    await rig.settled()
    gateway = rig.gateway
    await rig.gateway.send(chat_ref(group.id), words("x"), key="1")
    await rig.stop()
    await rig.twin.__aexit__(None, None, None)
    with pytest.raises(Unreachable) as lost:
        await gateway.send(chat_ref(group.id), words("x"), key="2")
    assert not lost.value.uncertain


async def test_who_never_came_or_blocked_the_bot_is_closed(rig: Rig) -> None:
    mia = rig.twin.add_user("Mia")
    assert await rig.gateway.private_chat(user_ref(mia.id)) is None
    assert why(await rig.gateway.send(chat_ref(mia.id), words("x"), key="1")) is Reason.CLOSED
    mia.starts()
    await rig.got(PrivateOpened)
    assert await rig.gateway.private_chat(user_ref(mia.id)) == chat_ref(mia.id)
    the_one(await rig.gateway.send(chat_ref(mia.id), words("x"), key="1"))
    mia.blocks_bot()
    await rig.settled()
    assert await rig.gateway.private_chat(user_ref(mia.id)) is None
    assert why(await rig.gateway.send(chat_ref(mia.id), words("x"), key="1")) is Reason.CLOSED


async def test_a_private_chat_opened_before_the_start_is_found_by_asking(rig: Rig) -> None:
    mia = rig.twin.add_user("Mia")
    mia.state.started = True
    assert await rig.gateway.private_chat(user_ref(mia.id)) == chat_ref(mia.id)
    assert await rig.gateway.private_chat(user_ref(mia.id)) == chat_ref(mia.id)
    assert len(rig.twin.calls("sendChatAction")) == 1


async def test_a_group_that_the_bot_may_not_write_in_or_left_says_so(rig: Rig) -> None:
    group = club(rig)
    group.restrict_bot()
    assert why(await rig.gateway.send(chat_ref(group.id), words("x"), key="1")) is Reason.NO_RIGHT
    group.remove_bot()
    assert why(await rig.gateway.send(chat_ref(group.id), words("x"), key="1")) is Reason.GONE
    assert why(await rig.gateway.send(chat_ref(-1_009), words("x"), key="1")) is Reason.GONE


async def test_an_upgrade_found_by_a_send_is_followed_and_told(rig: Rig) -> None:
    group = rig.twin.add_group("Small club", supergroup=False)
    group.add_bot()
    await rig.got(BotAdded)
    rig.twin.hold()
    old, new = group.id, group.upgrade()
    sent = the_one(await rig.gateway.send(chat_ref(old), words("x"), key="1"))
    assert sent.chat == str(new)
    [moved] = await rig.got(PlaceMoved)
    assert moved.to == chat_ref(new)
    await rig.gateway.send(chat_ref(old), words("y"), key="2")
    assert len([call for call in rig.twin.calls("sendMessage") if call.refused]) == 1
    rig.twin.release()
    await rig.settled()
    assert len(rig.intake.all(PlaceMoved)) == 1


async def test_a_topic_is_opened_written_in_and_closed(rig: Rig) -> None:
    group = rig.twin.add_group("Club", forum=True)
    group.add_bot(admin=True)
    chat = await rig.gateway.places.open_thread(chat_ref(group.id), "Films", None)
    assert isinstance(chat, ChatRef)
    the_one(await rig.gateway.send(chat, words("hello"), key="1"))
    assert str(group.last.topic) == chat.topic
    assert await rig.gateway.places.close_thread(chat) == Done()
    assert "Films" in [place.name for place in rig.gateway.places.known(space_ref(group.id))]


async def test_a_group_without_topics_cannot_open_one(rig: Rig) -> None:
    group = club(rig, admin=True)
    refused = await rig.gateway.places.open_thread(chat_ref(group.id), "Films", None)
    assert isinstance(refused, Refused)
    assert refused.reason is Reason.UNSUPPORTED
    assert why(await rig.gateway.places.close_thread(chat_ref(group.id))) is Reason.UNSUPPORTED


async def test_only_a_supergroups_message_has_an_address(rig: Rig) -> None:
    named = rig.twin.add_group("Named", username="our_club")
    named.add_bot()
    await rig.got(BotAdded)
    link = rig.gateway.places.link
    assert link(message_ref(named.id, 5)) == "https://t.me/our_club/5"
    assert link(message_ref(-1001234567890, 5)) == "https://t.me/c/1234567890/5"
    assert link(message_ref(-12, 5)) is None
    assert link(message_ref(12, 5)) is None


async def test_the_bot_leaves(rig: Rig) -> None:
    group = club(rig)
    assert await rig.gateway.leave(space_ref(group.id)) == Done()
    assert not group.state.member(rig.twin.bot.id).present


async def test_what_is_no_ref_of_telegrams_is_refused_before_anything_is_asked(rig: Rig) -> None:
    other = Platform("discord")
    before = len(rig.twin.requests)
    message = MessageRef(other, "1", "2")
    assert why(await rig.gateway.send(ChatRef(other, "1"), words("x"), key="1")) is Reason.INVALID
    assert why(await rig.gateway.send(chat_ref(5), Piece(), key="1")) is Reason.INVALID
    assert why(await rig.gateway.edit(message, words("x"))) is Reason.INVALID
    assert why(await rig.gateway.delete(message)) is Reason.INVALID
    assert why(await rig.gateway.react(message, "👍")) is Reason.INVALID
    assert await rig.gateway.fetch(Attachment(other, "x", "", "", None, MediaKind.FILE), 9) is None
    assert len(rig.twin.requests) == before


async def test_the_token_is_in_no_log_and_in_no_error(rig: Rig, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    mia = rig.twin.add_user("Mia")
    mia.posts(mia.private, "my cat", photo=picture())
    mia.starts()
    await rig.settled()
    rig.twin.faults.fail("sendMessage", status=500)
    rig.twin.faults.drop("sendMessage")
    rig.twin.faults.garble("sendMessage")
    for _ in range(3):
        with pytest.raises(Unreachable) as lost:
            await rig.gateway.send(chat_ref(mia.id), words("x"), key="1")
        assert rig.twin.token not in repr(lost.value)
        assert rig.twin.token not in repr(lost.value.__cause__)
    file = next(iter(rig.twin.world.files.by_id))
    rig.twin.faults.drop("file", times=2)  # asked for once more, on a connection that broke
    attachment = Attachment(Platform("telegram"), file, "", "", None, MediaKind.PICTURE)
    with pytest.raises(Unreachable):
        await rig.gateway.fetch(attachment, 1_000_000)
    await rig.stop()
    assert rig.twin.token.split(":")[1] not in caplog.text


async def test_a_wrong_address_of_the_server_gives_no_token_away(rig: Rig) -> None:
    gateway = TelegramGateway(token="7:secret", clock=rig.clock, api_base="no-address")  # noqa: S106
    with pytest.raises(Unreachable) as lost:
        await gateway.send(chat_ref(5), words("x"), key="1")
    assert "no-address" in str(lost.value)
    assert "secret" not in f"{lost.value!r} {lost.value.__cause__!r}"
    await gateway.close()
