"""Who is kept from writing, and what is pinned."""

from datetime import timedelta

import pytest

from bot.adapters.discord import PLATFORM, DiscordMembers, DiscordPlaces
from bot.domain.errors import Unreachable
from bot.domain.events import MessagePosted
from bot.domain.refs import MessageRef, Platform, SpaceRef, UserRef
from bot.ports.outcome import Done, Reason, Refused
from tests.bot.adapters.discord.kit import Club, clubbed, ref, who


def space(club: Club) -> SpaceRef:
    return SpaceRef(PLATFORM, str(club.guild.id))


async def test_who_is_banned_or_timed_out_is_silenced_and_nobody_else() -> None:
    async with clubbed() as club:
        members = DiscordMembers(club.gateway, club.clock)
        bob = club.twin.add_user("bob")
        assert not await members.silenced(space(club), who(bob))
        club.guild.join(bob)
        assert not await members.silenced(space(club), who(bob))
        await members.restrict(space(club), who(bob), club.clock.now() + timedelta(minutes=5))
        assert await members.silenced(space(club), who(bob))
        club.clock.move(301)
        assert not await members.silenced(space(club), who(bob))
        club.guild.ban(bob)
        assert await members.silenced(space(club), who(bob))
        club.guild.unban(bob)
        assert not await members.silenced(space(club), who(bob))


async def test_bans_that_cannot_be_seen_silence_nobody() -> None:
    async with clubbed() as club:
        members = DiscordMembers(club.gateway, club.clock)
        club.guild.ban(club.ann)
        club.guild.set_bot_permissions("view_channel", "send_messages")
        assert not await members.silenced(space(club), who(club.ann))


async def test_whom_nobody_knows_is_not_silenced_and_silence_of_discord_is_told() -> None:
    async with clubbed() as club:
        members = DiscordMembers(club.gateway, club.clock)
        assert not await members.silenced(space(club), UserRef(PLATFORM, "../x"))
        assert not await members.silenced(space(club), UserRef(Platform("telegram"), str(club.ann.id)))
        assert not await members.silenced(SpaceRef(PLATFORM, "12"), who(club.ann))
        club.twin.faults.fail("GET", "/guilds/*/members/*", 500)
        with pytest.raises(Unreachable):
            await members.silenced(space(club), who(club.ann))


async def test_what_is_pinned_is_no_event_and_can_be_taken_down() -> None:
    async with clubbed() as club:
        places = DiscordPlaces(club.gateway)
        notice = await club.says(club.lounge, "this channel is translated by ...")
        for _ in range(2):
            assert await places.pin(ref(notice)) == Done()
        assert club.seen(ref(notice)).pinned
        club.ann.posts(club.lounge, "hm")
        await club.intake.next(MessagePosted)
        club.guild.owner.pins(club.twin.messages(club.lounge)[-1])
        club.ann.posts(club.lounge, "end")
        await club.intake.next(MessagePosted, 2)
        assert [event.text.plain for event in club.intake.of(MessagePosted)] == ["hm", "end"]
        assert {type(event).__name__ for event in club.intake.events} <= {"MessagePosted", "SpaceSeen"}
        assert await places.unpin(ref(notice)) == Done()
        assert not club.seen(ref(notice)).pinned


async def test_pins_need_their_right_and_room() -> None:
    async with clubbed() as club:
        places = DiscordPlaces(club.gateway)
        notice = await club.says(club.lounge, "notice")
        club.guild.overwrite(club.lounge, club.twin.bot, deny=["pin_messages"])
        refused = await places.pin(ref(notice))
        assert isinstance(refused, Refused)
        assert refused.reason is Reason.NO_RIGHT
        club.guild.overwrite(club.lounge, club.twin.bot, allow=["pin_messages"])
        for number in range(50):
            club.lounge.messages[club.ann.posts(club.lounge, str(number)).id].pinned = True
        full = await places.pin(ref(notice))
        assert isinstance(full, Refused)
        assert full.reason is Reason.UNSUPPORTED
        gone = await places.unpin(MessageRef(PLATFORM, str(club.lounge.id), "5"))
        assert isinstance(gone, Refused)
        assert gone.reason is Reason.GONE
        foreign = await places.pin(MessageRef(Platform("telegram"), "1", "2"))
        assert isinstance(foreign, Refused)


async def test_in_an_archived_thread_and_in_private_it_can_be_pinned_too() -> None:
    async with clubbed() as club:
        places = DiscordPlaces(club.gateway)
        thread = club.guild.add_thread(club.lounge, "cats", club.ann)
        notice = await club.says(thread, "notice")
        club.guild.archive(thread)
        assert await places.pin(ref(notice)) == Done()
        private = await club.says(club.ann.opens_dm(), "notice")
        assert await places.pin(ref(private)) == Done()
