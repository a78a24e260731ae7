"""What members write, as events."""

from bot.adapters.telegram.names import chat_ref, message_ref, user_ref
from bot.domain.attachments import MediaKind
from bot.domain.author import Account, ChatAuthor, ChatVoice
from bot.domain.events import (
    Community,
    MessageEdited,
    MessagePosted,
    PlaceClosed,
    PlaceMoved,
    PlaceOpened,
    ReactionChanged,
    SpaceSeen,
)
from bot.domain.piece import Piece
from bot.domain.text import Mention, RichText, Span
from bot.ports.outcome import Sent
from tests.bot.adapters.telegram.rig import Rig
from tests.twins.telegram.jsons import Json
from tests.twins.telegram.people import Person
from tests.twins.telegram.places import Group
from tests.twins.telegram.testing import picture


def club(rig: Rig, *, forum: bool = False, admin: bool = False) -> tuple[Group, Person]:
    """A watched group with one member."""
    group = rig.twin.add_group("Club", forum=forum)
    group.add_bot(admin=admin)
    mia = rig.twin.add_user("Mia")
    group.join(mia)
    rig.intake.watched.add(str(group.id))
    return group, mia


async def test_a_picture_comes_as_an_attachment_that_can_be_fetched(rig: Rig) -> None:
    group, mia = club(rig)
    cat = picture()
    mia.posts(group, "my cat", photo=cat)
    [posted] = await rig.got(MessagePosted)
    [attachment] = posted.attachments
    assert attachment.claims_picture
    assert posted.text.plain == "my cat"
    assert await rig.gateway.fetch(attachment, 1_000_000) == cat
    assert await rig.gateway.fetch(attachment, 10) is None


async def test_files_stickers_and_animations_come_as_what_they_were_sent(rig: Rig) -> None:
    group, mia = club(rig)
    mia.posts(group, document=("cat.png", b"png", "image/png"))
    mia.posts(group, sticker=b"webp")
    mia.posts(group, animation=b"mp4")
    mia.posts(group, voice=b"ogg")
    posted = await rig.got(MessagePosted, 4)
    files = [event.attachments[0] for event in posted]
    kinds = [MediaKind.FILE, MediaKind.STICKER, MediaKind.ANIMATION, MediaKind.VOICE]
    assert [file.kind for file in files] == kinds
    assert (files[0].name, files[0].media_type, files[0].claims_picture) == ("cat.png", "image/png", True)


async def test_a_file_that_is_gone_is_none(rig: Rig) -> None:
    group, mia = club(rig)
    mia.posts(group, photo=picture())
    [posted] = await rig.got(MessagePosted)
    rig.twin.world.files.by_path.clear()
    rig.twin.faults.fail("getFile", status=400, description="Bad Request: wrong file_id or the file is unavailable")
    assert await rig.gateway.fetch(posted.attachments[0], 1_000_000) is None
    assert await rig.gateway.fetch(posted.attachments[0], 1_000_000) is None


async def test_replies_mentions_and_forwards_are_told(rig: Rig) -> None:
    group, mia = club(rig)
    sent = await rig.gateway.send(chat_ref(group.id), Piece(RichText.of("Who are you?")), key="1")
    assert isinstance(sent, Sent)
    question = group.last
    mia.posts(group, "I am Mia", reply_to=question)
    mia.posts(group, f"hey @{rig.twin.bot.username}")
    mia.posts(group, "just talking")
    answer, mention, talk = await rig.got(MessagePosted, 3)
    assert (answer.reply_to, answer.to_bot) == (sent.messages[0], True)
    assert (mention.reply_to, mention.to_bot) == (None, True)
    assert not talk.to_bot


async def test_a_member_named_without_a_handle_is_a_mention(rig: Rig) -> None:
    group, mia = club(rig)
    named: Json = {
        "type": "text_mention",
        "offset": 6,
        "length": 2,
        "user": {"id": 5, "is_bot": False, "first_name": "Bo"},
    }
    mia.posts(group, "😀 hi Bo!", entities=[named])
    [posted] = await rig.got(MessagePosted)
    assert posted.text == RichText((Span("😀 hi "), Mention(user_ref(5), "Bo"), Span("!")))


async def test_an_intro_tag_is_enough_anywhere(rig: Rig) -> None:
    group, mia = club(rig)
    rig.intake.watched.clear()
    mia.posts(group, "nothing")
    mia.posts(group, "hello #intro")
    [posted] = await rig.got(MessagePosted)
    assert posted.text.plain == "hello #intro"


async def test_anonymous_admins_and_linked_channels_speak_as_chats(rig: Rig) -> None:
    group, mia = club(rig)
    group.make_admin(mia, anonymous=True)
    mia.posts(group, "from above")
    channel = rig.twin.add_channel("News")
    group.link(channel)
    channel.posts("news!")
    hidden, news = await rig.got(MessagePosted, 2)
    assert hidden.author == ChatAuthor(str(group.id), "Club", ChatVoice.ANONYMOUS_ADMIN)
    assert news.author == ChatAuthor(str(channel.id), "News", ChatVoice.LINKED_CHANNEL)
    assert news.forwarded


async def test_an_edit_comes_with_the_new_words(rig: Rig) -> None:
    group, mia = club(rig)
    said = mia.posts(group, "I am Mia")
    mia.edits(said, "I am Mia, hello")
    [edited] = await rig.got(MessageEdited)
    assert edited.message == message_ref(group.id, said.id)
    assert edited.text.plain == "I am Mia, hello"


async def test_topics_are_chats_of_their_own(rig: Rig) -> None:
    group, mia = club(rig, forum=True)
    topic = group.add_topic("Introductions")
    mia.posts(group, "hello", topic=topic)
    mia.posts(group, "general talk")
    inside, outside = await rig.got(MessagePosted, 2)
    assert isinstance(inside.where, Community)
    assert inside.where.chat == chat_ref(group.id, topic.id)
    assert inside.where.parent == chat_ref(group.id)
    assert inside.where.chat_name == "Introductions"
    assert inside.reply_to is None
    assert outside.where == Community(inside.where.space, chat_ref(group.id), "Club")
    assert (str(group.id), str(group.id), str(topic.id), "Introductions", str(mia.id), "hello") in rig.intake.asked

    await rig.gateway.send(inside.where.chat, Piece(RichText.of("welcome")), key="1")
    assert group.last.topic == topic.id


async def test_a_topic_opened_before_is_told_when_it_is_first_seen(rig: Rig) -> None:
    group = rig.twin.add_group("Club", forum=True)
    topic = group.add_topic("Old topic")
    group.add_bot()
    mia = rig.twin.add_user("Mia")
    group.join(mia)
    mia.posts(group, "nobody's concern", topic=topic)
    [opened] = await rig.got(PlaceOpened)
    assert isinstance(opened.where, Community)
    assert (opened.where.chat, opened.where.chat_name) == (chat_ref(group.id, topic.id), "Old topic")
    places = rig.gateway.places.known(opened.where.space)
    assert [place.name for place in places] == ["Club", "Old topic"]


async def test_a_topic_that_opens_and_closes_is_told(rig: Rig) -> None:
    group, _ = club(rig, forum=True)
    topic = group.add_topic("Films")
    group.close_topic(topic)
    [opened] = await rig.got(PlaceOpened)
    [closed] = await rig.got(PlaceClosed)
    assert isinstance(opened.where, Community)
    assert opened.where.chat_name == "Films"
    assert closed.where == opened.where
    assert not closed.deleted


async def test_a_reaction_finds_its_topic_again(rig: Rig) -> None:
    group, mia = club(rig, forum=True, admin=True)
    topic = group.add_topic("Films")
    sent = await rig.gateway.send(chat_ref(group.id, topic.id), Piece(RichText.of("Seen it?")), key="1")
    assert isinstance(sent, Sent)
    message = group.last
    mia.reacts(message, "👀")  # nobody asked
    await rig.settled()
    rig.intake.changes.add((str(group.id), str(message.id)))
    mia.reacts(message, "👍", "🔥")
    [changed] = await rig.got(ReactionChanged)
    assert (changed.added, changed.removed) == (("👍", "🔥"), ("👀",))
    assert changed.by == Account(user_ref(mia.id), "Mia", language="en")
    assert isinstance(changed.where, Community)
    assert changed.where.chat.topic == str(topic.id)


async def test_a_group_is_seen_once_a_run_with_its_name(rig: Rig) -> None:
    group, mia = club(rig)
    mia.posts(group, "one")
    mia.posts(group, "two")
    await rig.got(MessagePosted, 2)
    [seen] = rig.intake.all(SpaceSeen)
    assert seen.space_name == "Club"


async def test_an_upgrade_is_told_once_however_often_it_is_said(rig: Rig) -> None:
    group = rig.twin.add_group("Small club", supergroup=False)
    group.add_bot()
    old, new = group.id, group.upgrade()
    await rig.settled()
    [moved] = await rig.got(PlaceMoved)
    assert isinstance(moved.where, Community)
    assert (moved.where.chat, moved.to) == (chat_ref(old), chat_ref(new))
    assert len([event for event in rig.intake.given if isinstance(event, PlaceMoved)]) == 2

    sent = await rig.gateway.send(chat_ref(old), Piece(RichText.of("still here")), key="1")
    assert isinstance(sent, Sent)
    assert sent.messages[0].chat == str(new)


async def test_what_a_message_answers_is_asked_by_its_plain_id(rig: Rig) -> None:
    group, mia = club(rig)
    asked = mia.posts(group, "who has a cat?")
    mia.posts(group, "me", reply_to=asked)
    answer = (await rig.got(MessagePosted, 2))[-1]
    assert answer.reply_to is not None
    assert {given for given in rig.intake.answers if given is not None} == {answer.reply_to.id}
