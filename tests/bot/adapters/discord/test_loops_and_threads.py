"""What can never become an original, and what is told of threads."""

from dataclasses import dataclass

import pytest

from bot.adapters.discord import PLATFORM, DiscordPlaces
from bot.domain.events import (
    Community,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    PlaceClosed,
    PlaceOpened,
    ReactionChanged,
)
from bot.domain.message import As
from bot.domain.piece import Piece
from bot.domain.refs import ChatRef, SpaceRef
from bot.domain.text import RichText
from bot.ports.outcome import Done, Reason, Refused, Sent
from tests.bot.adapters.discord.kit import Club, Recorder, chat, clubbed, clubbed_again, ref
from tests.twins.discord import Channel, Person

AS_ANN = Piece(RichText.of("spoken"), speaker=As("Ann"))


@dataclass
class Everything(Recorder):
    """Notes also what is asked about changes."""

    def heard(self) -> list[str]:
        return [asked[5] for asked in self.asked]


def robot(club: Club) -> Person:
    made = club.twin.add_user("robot")
    made.user.bot = True
    club.guild.join(made)
    return made


async def noise(club: Club, place: Channel, other: Person) -> None:
    """Everything that bots and webhooks do: said, edited, answered, reacted to."""
    own = await club.says(place, "own")
    spoken = await club.says(place, AS_ANN)
    beep = other.posts(place, "beep", reply_to=own)
    other.edits(beep, "boop")
    other.reacts(own, "🤖")
    other.unreacts(own, "🤖")
    await club.gateway.edit(ref(own), Piece(RichText.of("own, edited")))
    await club.gateway.edit(ref(spoken), Piece(RichText.of("spoken, edited"), speaker=As("Ann")))
    await club.gateway.react(ref(own), "🐈")
    await club.gateway.react(ref(own), None)
    # A webhook that is none of ours, and that does not even say that it is none of a person's.
    hooked = club.twin.hub.payloads.in_event(place.messages[spoken.id])
    hooked |= {"webhook_id": "77", "application_id": None, "edited_timestamp": "2026-11-21T20:00:00+00:00"}
    hooked["author"] = hooked["author"] | {"bot": False}
    club.twin.gateway.send_raw("MESSAGE_CREATE", hooked)
    club.twin.gateway.send_raw("MESSAGE_UPDATE", hooked)


@pytest.mark.parametrize("where", ["channel", "thread"])
async def test_nothing_that_bots_or_webhooks_do_is_ever_heard(where: str) -> None:
    intake = Everything()
    async with clubbed(intake) as club:
        place = club.lounge if where == "channel" else club.guild.add_thread(club.lounge, "cats", club.ann)
        await noise(club, place, robot(club))
        club.ann.posts(place, "ann")
        await intake.next(MessagePosted)
        assert intake.heard() == ["ann"]
        assert not intake.of(MessageEdited)
        assert not intake.of(ReactionChanged)


async def test_the_bots_own_reactions_in_private_are_not_heard() -> None:
    async with clubbed() as club:
        said = club.ann.posts(club.ann.opens_dm(), "hi")
        assert await club.gateway.react(ref(said), "🐈") == Done()
        club.ann.reacts(said, "🐟")
        event = await club.intake.next(ReactionChanged)
        assert event.added == ("🐟",)


@pytest.mark.parametrize("where", ["channel", "thread"])
async def test_nor_when_it_is_read_back_after_a_lost_session(where: str) -> None:
    async with clubbed(Everything()) as club:
        place = club.lounge if where == "channel" else club.guild.add_thread(club.lounge, "cats", club.ann)
        other = robot(club)
        first = club.ann.posts(place, "ann")
        await club.intake.next(MessagePosted)
        club.twin.gateway.hold()
        await noise(club, place, other)
        club.ann.posts(place, "ann again")
        club.twin.gateway.drop(resumable=False)
        club.running.cancel()
        club.twin.gateway.release()
        async with clubbed_again(club) as later:
            await later.intake.next(MessagePosted, 2)
            assert [event.text.plain for event in later.intake.of(MessagePosted)] == ["ann", "ann again"]
            assert later.intake.of(MessagePosted)[0].messages == (ref(first),)
            assert isinstance(later.intake, Everything)
            assert set(later.intake.heard()) == {"ann", "ann again"}


async def test_deletions_in_threads_and_in_bulk_are_told_where_they_happened() -> None:
    async with clubbed() as club:
        thread = club.guild.add_thread(club.lounge, "cats", club.ann)
        posts = [club.ann.posts(thread, str(number)) for number in range(4)]
        club.ann.deletes(posts[0])
        gone = await club.intake.next(MessageDeleted)
        assert gone.messages == (ref(posts[0]),)
        assert isinstance(gone.where, Community)
        assert gone.where.parent == chat(club.lounge)
        await club.gateway.connection.rest().call(
            "POST",
            "/channels/{channel_id}/messages/bulk-delete",
            {"messages": [str(one.id) for one in posts[1:]]},
            channel_id=str(thread.id),
        )
        bulk = await club.intake.next(MessageDeleted, 2)
        assert bulk.messages == tuple(map(ref, posts[1:]))
        # A copy that a moderator takes away is told as well.
        spoken = await club.says(thread, AS_ANN)
        club.guild.owner.deletes(spoken)
        copy = await club.intake.next(MessageDeleted, 3)
        assert copy.messages == (ref(spoken),)


async def test_a_thread_is_told_with_its_channel_when_it_opens_is_renamed_ends_and_opens_again() -> None:
    async with clubbed() as club:
        space, parent = SpaceRef(PLATFORM, str(club.guild.id)), chat(club.lounge)
        thread = club.guild.add_thread(club.lounge, "cats", club.ann)

        def place(name: str) -> Community:
            return Community(space, chat(thread), name, parent)

        assert (await club.intake.next(PlaceOpened)).where == place("cats")
        club.guild.rename_channel(thread, "more cats")
        assert (await club.intake.next(PlaceOpened, 2)).where == place("more cats")
        club.guild.archive(thread)
        archived = await club.intake.next(PlaceClosed)
        assert (archived.where, archived.deleted) == (place("more cats"), False)
        # What is changed of a thread that is archived opens nothing.
        club.guild.rename_channel(thread, "old cats")
        club.ann.posts(thread, "and again")
        said = await club.intake.next(MessagePosted)
        assert said.where == place("old cats")
        assert [event.where for event in club.intake.of(PlaceOpened)][2:] == [place("old cats")]
        club.guild.delete_channel(thread)
        deleted = await club.intake.next(PlaceClosed, 2)
        assert (deleted.where, deleted.deleted) == (place("old cats"), True)


async def test_a_deleted_channel_takes_its_threads_along() -> None:
    async with clubbed() as club:
        thread = club.guild.add_thread(club.lounge, "cats", club.ann)
        await club.intake.next(PlaceOpened)
        club.guild.delete_channel(club.lounge)
        await club.intake.next(PlaceClosed, 2)
        closed = club.intake.of(PlaceClosed)
        assert {event.where.chat for event in closed} == {chat(club.lounge), chat(thread)}
        assert all(event.deleted for event in closed)


async def test_an_archived_thread_that_is_deleted_is_told_too() -> None:
    async with clubbed() as club:
        thread = club.guild.add_thread(club.lounge, "cats", club.ann)
        club.guild.archive(thread)
        await club.intake.next(PlaceClosed)
        club.guild.delete_channel(thread)
        deleted = await club.intake.next(PlaceClosed, 2)
        assert deleted.deleted
        assert isinstance(deleted.where, Community)
        assert deleted.where.parent == chat(club.lounge)


async def test_linked_threads_are_opened_and_spoken_in() -> None:
    async with clubbed() as club:
        places = DiscordPlaces(club.gateway)
        opened = [await places.open_thread(chat(club.lounge), name, None) for name in ("English", "中文", "x" * 150)]
        assert all(isinstance(one, ChatRef) for one in opened)
        first = opened[0]
        assert isinstance(first, ChatRef)
        told = await club.intake.next(PlaceOpened, 3)
        assert isinstance(told.where, Community)
        assert told.where.parent == chat(club.lounge)
        sent = await club.gateway.send(first, AS_ANN, key="k")
        assert isinstance(sent, Sent)
        assert places.link(sent.messages[0]) == (
            f"https://discord.com/channels/{club.guild.id}/{first.id}/{sent.messages[0].id}"
        )
        within = await places.open_thread(first, "deeper", None)
        assert isinstance(within, Refused)
        assert within.reason is Reason.UNSUPPORTED
        club.guild.overwrite(club.lounge, club.twin.bot, deny=["create_public_threads"])
        await club.twin.settled()
        assert not club.gateway.capabilities(chat(club.lounge)).threads
        lacking = await places.open_thread(chat(club.lounge), "French", None)
        assert isinstance(lacking, Refused)
        assert lacking.reason is Reason.NO_RIGHT
        assert await places.close_thread(first) == Done()


async def test_a_reaction_with_another_communitys_emoji_is_cleanly_refused() -> None:
    async with clubbed() as club:
        said = club.ann.posts(club.lounge, "hi")
        elsewhere = club.twin.add_guild("Elsewhere", with_bot=False)
        for emoji in (elsewhere.add_emoji("foreign"), "made_up:123456789012345678"):
            refused = await club.gateway.react(ref(said), emoji)
            assert isinstance(refused, Refused)
            assert refused.reason is Reason.UNSUPPORTED
        own = club.guild.add_emoji("blobcat")
        assert await club.gateway.react(ref(said), own) == Done()
        now = club.twin.message(said)
        assert now is not None
        assert list(now.reactions) == [own]
