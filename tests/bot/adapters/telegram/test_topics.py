"""Topics: where things happen in a forum, and where they are said."""

from bot.adapters.telegram.names import chat_ref, message_ref
from bot.domain.attachments import File
from bot.domain.events import Community, MessageEdited, MessagePosted, PlaceClosed, PlaceOpened, ReactionChanged
from bot.domain.piece import Piece
from bot.domain.refs import ChatRef
from bot.domain.text import RichText
from bot.ports.outcome import Done, Reason, Refused, Sent
from tests.bot.adapters.telegram.rig import Rig
from tests.twins.telegram.people import Person
from tests.twins.telegram.places import Group
from tests.twins.telegram.testing import picture


def forum(rig: Rig) -> tuple[Group, Person]:
    """A watched forum with one member, where the bot is an admin."""
    group = rig.twin.add_group("Club", forum=True)
    group.add_bot(admin=True)
    mia = rig.twin.add_user("Mia")
    group.join(mia)
    rig.intake.watched.add(str(group.id))
    return group, mia


async def test_a_new_topic_is_told_before_anything_is_said_in_it(rig: Rig) -> None:
    group, mia = forum(rig)
    topic = group.add_topic("Films")
    mia.posts(group, "first", topic=topic)
    [said] = await rig.got(MessagePosted)
    [opened] = rig.intake.all(PlaceOpened)
    assert rig.intake.given.index(opened) < rig.intake.given.index(said)
    assert isinstance(opened.where, Community)
    assert (opened.where.chat, opened.where.parent) == (chat_ref(group.id, topic.id), chat_ref(group.id))
    assert opened.where == said.where


async def test_a_topic_has_the_name_it_was_given_last_and_may_close_and_open_again(rig: Rig) -> None:
    group, mia = forum(rig)
    topic = group.add_topic("Films")
    group.rename_topic(topic, "Films and cats")
    group.close_topic(topic)
    group.reopen_topic(topic)
    mia.posts(group, "hello", topic=topic)
    [said] = await rig.got(MessagePosted)
    [closed] = rig.intake.all(PlaceClosed)
    opened = rig.intake.all(PlaceOpened)
    names = [event.where.chat_name for event in opened if isinstance(event.where, Community)]
    assert names == ["Films", "Films and cats", "Films and cats"]
    assert not closed.deleted
    assert rig.intake.given.index(closed) < rig.intake.given.index(opened[-1])
    assert isinstance(said.where, Community)
    assert said.where.chat_name == "Films and cats"


async def test_an_album_and_an_answer_go_into_the_topic(rig: Rig) -> None:
    group, mia = forum(rig)
    topic = group.add_topic("Cats")
    asked = mia.posts(group, "show me", topic=topic)
    cat = File("cat.jpg", "image/jpeg", picture())
    piece = Piece(RichText.of("two"), files=(cat, cat), reply_to=message_ref(group.id, asked.id))
    sent = await rig.gateway.send(chat_ref(group.id, topic.id), piece, key="1")
    assert isinstance(sent, Sent)
    assert [(post.topic, post.kind) for post in group.messages[-2:]] == [(topic.id, "photo")] * 2
    target = group.messages[-2].reply_to
    assert target is not None
    assert target.id == asked.id


async def test_the_topic_that_every_forum_has_is_the_group_itself(rig: Rig) -> None:
    group, mia = forum(rig)
    mia.posts(group, "general")
    mia.posts(group, "general too", more={"is_topic_message": True, "message_thread_id": 1})
    for said in await rig.got(MessagePosted, 2):
        assert isinstance(said.where, Community)
        assert (said.where.chat, said.where.chat_name, said.where.parent) == (chat_ref(group.id), "Club", None)
    assert rig.intake.all(PlaceOpened) == []
    assert {(topic, name) for _, _, topic, name, _, text in rig.intake.asked if "general" in text} == {(None, "Club")}
    sent = await rig.gateway.send(
        ChatRef(chat_ref(group.id).platform, str(group.id), "1"), Piece(RichText.of("hi")), key="1"
    )
    assert isinstance(sent, Sent)
    assert (group.last.text, group.last.topic) == ("hi", None)


async def test_an_edit_and_a_reaction_know_their_topic(rig: Rig) -> None:
    group, mia = forum(rig)
    topic = group.add_topic("Films")
    said, liked = mia.posts(group, "one", topic=topic), mia.posts(group, "cats!", topic=topic)
    rig.intake.changes.add((str(group.id), str(liked.id)))
    mia.edits(said, "two")
    mia.reacts(liked, "👍")
    [edited] = await rig.got(MessageEdited)
    [reacted] = await rig.got(ReactionChanged)
    for event in (edited, reacted):
        assert isinstance(event.where, Community)
        assert event.where.chat == chat_ref(group.id, topic.id)
        assert event.where.chat_name == "Films"


async def test_a_topic_that_is_gone_or_closed_takes_nothing(rig: Rig) -> None:
    group, _ = forum(rig)
    films, food = group.add_topic("Films"), group.add_topic("Food")
    del group.state.topics[films.id]
    group.promote_bot({"can_delete_messages"})
    group.close_topic(food)
    outcomes = [
        await rig.gateway.send(chat_ref(group.id, topic.id), Piece(RichText.of("hi")), key="1")
        for topic in (films, food)
    ]
    assert [outcome.reason for outcome in outcomes if isinstance(outcome, Refused)] == [Reason.GONE, Reason.NO_RIGHT]


async def test_a_topic_that_the_bot_opens_is_known_at_once(rig: Rig) -> None:
    group, mia = forum(rig)
    opened = await rig.gateway.places.open_thread(chat_ref(group.id), "English", None)
    assert isinstance(opened, ChatRef)
    await rig.gateway.send(opened, Piece(RichText.of("welcome")), key="1")
    assert str(group.last.topic) == opened.topic
    assert await rig.gateway.places.close_thread(opened) == Done()
    mia.posts(group, "hello", more={"is_topic_message": True, "message_thread_id": int(opened.topic or 0)})
    [said] = await rig.got(MessagePosted)
    assert isinstance(said.where, Community)
    assert said.where.chat_name == "English"
