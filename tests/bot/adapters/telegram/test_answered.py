"""Who speaks, and to what they answer: bots never, and what is elsewhere is no answer here."""

from bot.adapters.telegram.names import chat_ref, message_ref, user_ref
from bot.domain.author import Account
from bot.domain.events import MessageEdited, MessagePosted, ReactionChanged
from bot.domain.piece import Piece
from bot.domain.text import RichText
from bot.ports.outcome import Sent
from tests.bot.adapters.telegram.rig import Rig
from tests.twins.telegram.people import Person
from tests.twins.telegram.places import Group
from tests.twins.telegram.wire import chat_json, user_json


def club(rig: Rig, *, forum: bool = False) -> tuple[Group, Person]:
    """A watched group with one member, where the bot is an admin."""
    group = rig.twin.add_group("Club", forum=forum)
    group.add_bot(admin=True)
    mia = rig.twin.add_user("Mia")
    group.join(mia)
    rig.intake.watched.add(str(group.id))
    return group, mia


async def said(rig: Rig) -> list[str]:
    await rig.settled()
    return [event.text.plain for event in rig.intake.all(MessagePosted)]


# Loops


async def test_what_bots_say_and_change_never_comes_in(rig: Rig) -> None:
    group, mia = club(rig)
    robot = rig.twin.add_user("Robot", is_bot=True)
    group.join(robot)
    spoken = robot.posts(group, "beep #intro")
    robot.edits(spoken, "boop #intro")
    mia.posts(group, "hello")
    assert await said(rig) == ["hello"]
    assert rig.intake.all(MessageEdited) == []


async def test_a_bots_reaction_never_comes_in(rig: Rig) -> None:
    group, mia = club(rig)
    robot = rig.twin.add_user("Robot", is_bot=True)
    message = mia.posts(group, "hello")
    rig.intake.changes.add((str(group.id), str(message.id)))
    rig.twin.updates.push(
        "message_reaction",
        {
            "chat": chat_json(rig.twin.world, group.state),
            "message_id": message.id,
            "date": rig.twin.world.now,
            "user": user_json(robot.state),
            "old_reaction": [],
            "new_reaction": [{"type": "emoji", "emoji": "👍"}],
        },
    )
    mia.reacts(message, "🔥")
    await rig.settled()
    assert [event.by.name for event in rig.intake.all(ReactionChanged)] == ["Mia"]


async def test_what_the_bot_itself_said_never_comes_in(rig: Rig) -> None:
    group, mia = club(rig)
    sent = await rig.gateway.send(chat_ref(group.id), Piece(RichText.of("mine")), key="1")
    assert isinstance(sent, Sent)
    own = rig.twin.bot
    rig.twin.updates.push(
        "message",
        {
            "message_id": int(sent.messages[0].id),
            "date": rig.twin.world.now,
            "chat": chat_json(rig.twin.world, group.state),
            "from": user_json(own),
            "text": "mine",
        },
    )
    mia.posts(group, "yours")
    assert await said(rig) == ["yours"]


async def test_what_a_member_says_through_another_bot_is_their_own(rig: Rig) -> None:
    group, mia = club(rig)
    robot = rig.twin.add_user("Gifs", username="gif", is_bot=True)
    mia.posts(group, "a picture of a cat", more={"via_bot": user_json(robot.state)})
    [posted] = await rig.got(MessagePosted)
    assert isinstance(posted.author, Account)
    assert posted.author.ref == user_ref(mia.id)


# Reactions


async def test_reactions_that_are_no_emoji_come_as_one(rig: Rig) -> None:
    group, mia = club(rig)
    message = mia.posts(group, "hello")
    rig.intake.changes.add((str(group.id), str(message.id)))
    mia.reacts(message, "paid", "custom:17", "custom:18")
    mia.reacts(message, "custom:18", "👍")
    first, second = await rig.got(ReactionChanged, 2)
    assert (first.added, first.removed) == (("⭐", "✨"), ())
    assert (second.added, second.removed) == (("👍",), ("⭐",))


async def test_a_hidden_admins_reaction_is_nobodys(rig: Rig) -> None:
    group, mia = club(rig)
    message = mia.posts(group, "hello")
    rig.intake.changes.add((str(group.id), str(message.id)))
    group.make_admin(mia, anonymous=True)
    mia.reacts(message, "👍")
    await rig.settled()
    assert rig.intake.all(ReactionChanged) == []


# Answers


async def test_an_answer_with_a_quote_is_an_answer(rig: Rig) -> None:
    group, mia = club(rig)
    first = mia.posts(group, "cats are liquid")
    mia.posts(group, "true", reply_to=first, quote="liquid")
    answer = (await rig.got(MessagePosted, 2))[-1]
    assert answer.reply_to == message_ref(group.id, first.id)


async def test_an_answer_to_another_chat_is_none_here(rig: Rig) -> None:
    group, mia = club(rig)
    elsewhere = rig.twin.add_group("Elsewhere")
    elsewhere.had_before(mia)
    there = mia.posts(elsewhere, "there")
    for number in range(there.id + 1):
        mia.posts(group, f"filler {number}")
    mia.posts(group, "look at that", reply_to=there)
    answer = (await rig.got(MessagePosted, there.id + 2))[-1]
    assert answer.text.plain == "look at that"
    assert answer.reply_to is None
    assert rig.intake.answers[-1] is None


async def test_an_answer_to_another_topic_is_none_here_and_one_in_the_topic_is(rig: Rig) -> None:
    group, mia = club(rig, forum=True)
    films, food = group.add_topic("Films"), group.add_topic("Food")
    film = mia.posts(group, "Seen it?", topic=films)
    mia.posts(group, "soup instead", topic=food, reply_to=film)
    mia.posts(group, "yes", topic=films, reply_to=film)
    mia.posts(group, "and?", topic=food)
    _, across, within, none = await rig.got(MessagePosted, 4)
    assert across.reply_to is None
    assert within.reply_to == message_ref(group.id, film.id)
    assert none.reply_to is None
    # What merely opens a topic is no answer to anybody, for the idle path neither.
    assert {given for given in rig.intake.answers if given is not None} == {str(film.id)}


async def test_a_forwarded_message_says_so(rig: Rig) -> None:
    group, mia = club(rig)
    origin = {"type": "hidden_user", "sender_user_name": "Somebody", "date": rig.twin.world.now}
    mia.posts(group, "not mine", more={"forward_origin": origin})
    mia.posts(group, "mine")
    theirs, own = await rig.got(MessagePosted, 2)
    assert (theirs.forwarded, own.forwarded) == (True, False)
