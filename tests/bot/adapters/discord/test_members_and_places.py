"""Rights asked at the moment of the act, what is done to members, and threads and links."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.adapters.discord import PLATFORM, DiscordMembers, DiscordPlaces
from bot.domain.access import Access
from bot.domain.errors import Unreachable
from bot.domain.refs import ChatRef, MessageRef, Platform, SpaceRef, UserRef
from bot.ports.outcome import Done, Reason, Refused
from tests.bot.adapters.discord.kit import Club, chat, clubbed, ref, who


def space(club: Club) -> SpaceRef:
    return SpaceRef(PLATFORM, str(club.guild.id))


@pytest.mark.parametrize(
    ("right", "access"),
    [
        ("administrator", Access.ADMIN),
        ("manage_guild", Access.ADMIN),
        ("moderate_members", Access.MODERATOR),
        ("manage_messages", Access.MODERATOR),
        ("kick_members", Access.MODERATOR),
        ("ban_members", Access.MODERATOR),
        ("manage_events", Access.ORGANISER),
        ("send_messages", Access.EVERYONE),
    ],
)
async def test_access_follows_the_rights_of_this_moment(right: str, access: Access) -> None:
    async with clubbed() as club:
        members = DiscordMembers(club.gateway, club.clock)
        role = club.guild.add_role("role", right)
        await club.twin.settled()
        assert await members.access(space(club), who(club.ann)) is Access.EVERYONE
        club.guild.give_role(club.ann, role)
        assert await members.access(space(club), who(club.ann)) is access
        club.guild.take_role(club.ann, role)
        assert await members.access(space(club), who(club.ann)) is Access.EVERYONE


async def test_who_came_while_the_bot_was_away_is_found_on_whichever_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.adapters.discord.limits.MEMBER_PAGE", 2)
    async with clubbed() as club:
        members = DiscordMembers(club.gateway, club.clock)
        people = [club.twin.add_user(f"user{number}", global_name=f"User {number}") for number in range(5)]
        robot = club.twin.add_user("robot")
        robot.user.bot = True
        for person in (*people, robot):
            club.guild.join(person, pending=person is people[3])
        moment = club.guild.guild.members[club.ann.id].joined_at
        for days, person in enumerate((people[4], people[0], people[2], people[3], robot), start=1):
            club.guild.guild.members[person.id].joined_at = moment + days * 86_400
        club.guild.guild.members[people[1].id].joined_at = moment - 86_400
        since = datetime.fromtimestamp(moment, UTC) + timedelta(hours=1)
        came = await members.joined_since(space(club), since)
        assert [one.ref for one in came] == [who(people[4]), who(people[0]), who(people[2])]
        assert came[0].name == "User 4"
        assert list(await members.joined_since(SpaceRef(PLATFORM, "12"), since)) == []
        monkeypatch.setattr("bot.adapters.discord.limits.MEMBER_PAGES", 1)
        assert len(await members.joined_since(space(club), since)) < 3


async def test_without_their_intent_nobody_is_listed() -> None:
    async with clubbed(members=False) as club:
        members = DiscordMembers(club.gateway, club.clock)
        assert list(await members.joined_since(space(club), datetime(2020, 1, 1, tzinfo=UTC))) == []


async def test_the_owner_is_an_admin_and_a_stranger_is_nobody() -> None:
    async with clubbed() as club:
        members = DiscordMembers(club.gateway, club.clock)
        assert await members.access(space(club), who(club.guild.owner)) is Access.ADMIN
        stranger = club.twin.add_user("stranger")
        assert await members.access(space(club), who(stranger)) is Access.EVERYONE
        assert await members.account(space(club), who(stranger)) is None
        assert await members.access(space(club), UserRef(Platform("telegram"), str(club.ann.id))) is Access.EVERYONE
        assert await members.access(SpaceRef(PLATFORM, "12"), who(club.ann)) is Access.EVERYONE
        found = await members.account(space(club), who(club.ann))
        assert found is not None
        assert (found.name, found.handle) == ("Ann", "ann")
        club.twin.faults.fail("GET", "/guilds/*/members/*", 500)
        with pytest.raises(Unreachable):
            await members.access(space(club), who(club.ann))


async def test_members_get_roles_time_outs_and_bans() -> None:
    async with clubbed() as club:
        members = DiscordMembers(club.gateway, club.clock)
        role = club.guild.add_role("cook")
        held = club.guild.guild.members[club.ann.id]
        assert await members.add_role(space(club), who(club.ann), str(role.id)) == Done()
        assert role.id in held.roles
        assert await members.remove_role(space(club), who(club.ann), str(role.id)) == Done()
        assert role.id not in held.roles
        assert await members.restrict(space(club), who(club.ann), club.clock.now() + timedelta(days=99)) == Done()
        assert held.timeout_until is not None
        assert await members.release(space(club), who(club.ann), until=club.clock.now()) == Done()
        assert held.timeout_until is not None, "another time-out was meant"
        assert await members.release(space(club), who(club.ann)) == Done()
        soon = club.clock.now() + timedelta(hours=1)
        assert await members.restrict(space(club), who(club.ann), soon) == Done()
        assert await members.release(space(club), who(club.ann), until=soon) == Done()
        assert not held.timeout_until
        assert await members.restrict(space(club), who(club.ann), None) == Done()
        assert await members.approve(space(club), who(club.ann)) == Refused(Reason.UNSUPPORTED)
        assert await members.decline(space(club), who(club.ann)) == Refused(Reason.UNSUPPORTED)
        above = await members.ban(space(club), who(club.guild.owner))
        assert isinstance(above, Refused)
        assert above.reason is Reason.NO_RIGHT
        assert await members.ban(space(club), who(club.ann)) == Done()
        assert club.ann.id not in club.guild.guild.members
        assert not club.twin.violations


async def test_who_can_read_what() -> None:
    async with clubbed() as club:
        members = DiscordMembers(club.gateway, club.clock)
        hidden = club.guild.add_channel("hidden", kind="private")
        thread = club.guild.add_thread(club.lounge, "open", club.ann)
        closed = club.guild.add_thread(club.lounge, "closed", club.ann, private=True)
        bob = club.twin.add_user("bob")
        club.guild.join(bob)
        await club.twin.settled()
        assert await members.can_read(chat(club.lounge), who(club.ann))
        assert not await members.can_read(chat(hidden), who(club.ann))
        assert await members.can_read(chat(thread), who(bob))
        assert await members.can_read(chat(closed), who(club.ann))
        assert not await members.can_read(chat(closed), who(bob))
        assert not await members.can_read(chat(club.lounge), who(club.twin.add_user("stranger")))
        assert not await members.can_read(ChatRef(PLATFORM, "99"), who(bob))
        dm = club.ann.opens_dm()
        assert await members.can_read(chat(dm), who(club.ann))
        assert not await members.can_read(chat(dm), who(bob))
        seen = [await members.all_can_read(chat(one)) for one in (club.lounge, thread, hidden, closed, dm)]
        assert seen == [True, True, False, False, False]


async def test_places_are_those_the_bot_may_write_in() -> None:
    async with clubbed() as club:
        places = DiscordPlaces(club.gateway)
        muted = club.guild.add_channel("muted")
        club.guild.add_thread(club.lounge, "cats", club.ann)
        club.guild.overwrite(muted, club.twin.bot, deny=["send_messages"])
        club.guild.add_role("cook")
        await club.twin.settled()
        assert [one.name for one in places.known(space(club))] == ["lounge", "cats"]
        assert [one.name for one in places.roles(space(club))] == ["cook"]
        assert places.known(SpaceRef(PLATFORM, "5")) == ()
        assert places.roles(SpaceRef(PLATFORM, "x")) == ()


async def test_a_private_thread_is_seen_by_those_who_are_put_in() -> None:
    async with clubbed() as club:
        places = DiscordPlaces(club.gateway)
        opened = await places.open_private_thread(chat(club.lounge), "two", [UserRef(PLATFORM, str(club.ann.id))])
        assert isinstance(opened, ChatRef)
        thread = club.guild.guild.threads[int(opened.id)]
        assert (thread.kind, thread.invitable) == (12, False)
        assert club.ann.id in thread.thread_members
        assert len(thread.thread_members) == 2, "the bot and whom it put in"
        club.guild.overwrite(club.lounge, club.twin.bot, deny=["create_private_threads"])
        refused = await places.open_private_thread(chat(club.lounge), "two", [UserRef(PLATFORM, str(club.ann.id))])
        assert isinstance(refused, Refused)
        assert refused.reason is Reason.NO_RIGHT


async def test_a_closed_private_thread_is_opened_again_by_nobody_in_it() -> None:
    async with clubbed() as club:
        places = DiscordPlaces(club.gateway)
        ann, away = UserRef(PLATFORM, str(club.ann.id)), UserRef(PLATFORM, "12")
        club.guild.overwrite(club.lounge, club.twin.bot, deny=["manage_threads"])
        opened = await places.open_private_thread(chat(club.lounge), "two", [ann])
        assert isinstance(opened, ChatRef)
        thread = club.guild.guild.threads[int(opened.id)]
        assert await places.close_thread(opened, [away, ann]) == Done()
        assert (thread.archived, thread.locked) == (True, False), "who may not manage threads cannot lock one"
        assert club.ann.id not in thread.thread_members

        club.guild.overwrite(club.lounge, club.twin.bot, allow=["manage_threads"])
        await club.twin.settled()
        opened = await places.open_private_thread(chat(club.lounge), "two again", [ann])
        assert isinstance(opened, ChatRef)
        thread = club.guild.guild.threads[int(opened.id)]
        assert await places.close_thread(opened, [ann]) == Done()
        assert (thread.archived, thread.locked) == (True, True)
        assert club.ann.id in thread.thread_members, "it can be read still"
        assert not club.twin.violations


async def test_threads_open_and_close() -> None:
    async with clubbed() as club:
        places = DiscordPlaces(club.gateway)
        said = club.ann.posts(club.lounge, "start")
        alone = await places.open_thread(chat(club.lounge), "a" * 120, None)
        begun = await places.open_thread(chat(club.lounge), "from a message", ref(said))
        assert isinstance(alone, ChatRef)
        assert isinstance(begun, ChatRef)
        assert [one.name for one in club.guild.threads] == ["a" * 100, "from a message"]
        forum = club.guild.add_channel("forum", kind="forum")
        await club.twin.settled()
        assert isinstance(await places.open_thread(chat(forum), "post", None), ChatRef)
        assert await places.close_thread(alone) == Done()
        assert club.guild.guild.threads[int(alone.id)].archived
        twice = await places.open_thread(chat(club.lounge), "again", ref(said))
        assert isinstance(twice, Refused)
        gone = await places.close_thread(ChatRef(PLATFORM, "12"))
        assert isinstance(gone, Refused)
        assert gone.reason is Reason.GONE
        assert not club.twin.violations


async def test_links_lead_to_messages() -> None:
    async with clubbed() as club:
        places = DiscordPlaces(club.gateway)
        said = club.ann.posts(club.lounge, "here")
        link = places.link(ref(said))
        assert link == f"https://discord.com/channels/{club.guild.id}/{club.lounge.id}/{said.id}"
        assert places.link(MessageRef(PLATFORM, "1", "2")) is None
        assert places.link(MessageRef(Platform("telegram"), str(club.lounge.id), "2")) is None
