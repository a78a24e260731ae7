"""Members, the bot itself, places and scheduled events: coming, changing and going."""

from bot.adapters.discord import PLATFORM
from bot.domain.events import (
    BotAdded,
    BotRemoved,
    BotRightsChanged,
    Community,
    MemberBanned,
    MemberJoined,
    MemberLeft,
    NativeEventChanged,
    NativeEventState,
    PlaceClosed,
    PlaceOpened,
    SpaceSeen,
)
from bot.domain.refs import SpaceRef
from bot.ports.outcome import Done
from tests.bot.adapters.discord.kit import chat, clubbed


async def test_members_come_and_go() -> None:
    async with clubbed() as club:
        bob = club.twin.add_user("bob", global_name="Bob")
        club.guild.join(bob)
        joined = await club.intake.next(MemberJoined)
        assert (joined.member.name, joined.member.handle, joined.screening) == ("Bob", "bob", False)
        assert joined.where.chat == chat(club.lounge)
        club.guild.leave(bob)
        left = await club.intake.next(MemberLeft)
        assert left.member.ref == joined.member.ref
        club.guild.join(bob)
        await club.intake.next(MemberJoined, 2)
        club.guild.ban(bob)
        banned = await club.intake.next(MemberBanned)
        assert banned.member.ref == joined.member.ref


async def test_who_is_held_back_by_the_rules_is_told_again_when_let_in() -> None:
    async with clubbed() as club:
        bob = club.twin.add_user("bob")
        club.guild.join(bob, pending=True)
        held = await club.intake.next(MemberJoined)
        assert held.screening
        club.guild.give_role(bob, club.guild.add_role("x"))
        club.guild.accepts_rules(bob)
        let_in = await club.intake.next(MemberJoined, 2)
        assert not let_in.screening
        assert let_in.member.ref == held.member.ref
        club.guild.give_role(bob, club.guild.add_role("y"))
        await club.twin.settled()
        assert len(club.intake.of(MemberJoined)) == 2


async def test_who_was_held_back_before_a_restart_is_told_when_let_in() -> None:
    async with clubbed() as club:
        club.guild.guild.rules_screening = True
        bob = club.twin.add_user("bob")
        club.guild.join(bob, pending=True)
        await club.intake.next(MemberJoined)
        club.running.cancel()
        await club.gone_quietly()
        club.again()
        await club.twin.connected()
        await club.intake.next(SpaceSeen, 2)
        club.guild.accepts_rules(bob)
        let_in = await club.intake.next(MemberJoined, 2)
        assert not let_in.screening


async def test_the_bot_is_added_loses_rights_and_is_removed() -> None:
    async with clubbed() as club:
        other = club.twin.add_guild("Other", locale="zh-TW", with_bot=False)
        other.add_channel("hall")
        other.add_bot()
        added = await club.intake.next(BotAdded)
        assert (added.space_name, added.language) == ("Other", "zh-TW")
        other.set_bot_permissions("view_channel", "send_messages")
        changed = await club.intake.next(BotRightsChanged)
        assert isinstance(changed.where, Community)
        assert changed.where.space == SpaceRef(PLATFORM, str(other.id))
        last = club.intake.of(BotRightsChanged)[-1]
        assert "embed-links" in last.missing
        assert await club.gateway.leave(SpaceRef(PLATFORM, str(other.id))) == Done()
        removed = await club.intake.next(BotRemoved)
        assert isinstance(removed.where, Community)
        assert removed.where.space == SpaceRef(PLATFORM, str(other.id))


async def test_places_open_are_renamed_and_close() -> None:
    async with clubbed() as club:
        room = club.guild.add_channel("room")
        opened = await club.intake.next(PlaceOpened)
        assert isinstance(opened.where, Community)
        assert (opened.where.chat, opened.where.chat_name) == (chat(room), "room")
        thread = club.guild.add_thread(room, "cats", club.ann)
        inside = await club.intake.next(PlaceOpened, 2)
        assert isinstance(inside.where, Community)
        assert (inside.where.chat_name, inside.where.parent) == ("cats", chat(room))
        for name in ("dogs", "cats", "dogs"):
            room.name = name
            club.guild.overwrite(room, None)
        await club.intake.next(PlaceOpened, 5)
        names = [one.where.chat_name for one in club.intake.of(PlaceOpened) if isinstance(one.where, Community)]
        assert names == ["room", "cats", "dogs", "cats", "dogs"]
        club.guild.archive(thread)
        closed = await club.intake.next(PlaceClosed)
        assert (closed.where.chat, closed.deleted) == (chat(thread), False)
        club.guild.archive(thread, archived=False)
        await club.intake.next(PlaceOpened, 6)
        club.guild.delete_channel(thread)
        club.guild.delete_channel(room)
        await club.intake.next(PlaceClosed, 3)
        gone = [(one.where.chat, one.deleted) for one in club.intake.of(PlaceClosed)[1:]]
        assert gone == [(chat(thread), True), (chat(room), True)]


async def test_scheduled_events_are_told_by_what_became_of_them() -> None:
    async with clubbed() as club:
        event = club.guild.create_event(club.ann, "Cat night", 3_600)
        await club.intake.next(NativeEventChanged)
        payloads = club.twin.hub.payloads
        for status, name in ((1, "Cat evening"), (2, "Cat evening"), (3, "Cat evening")):
            event.status, event.name = status, name
            club.twin.gateway.send_raw("GUILD_SCHEDULED_EVENT_UPDATE", payloads.event(event))
        club.twin.gateway.send_raw("GUILD_SCHEDULED_EVENT_DELETE", payloads.event(event))
        await club.intake.next(NativeEventChanged, 5)
        told = [(one.title, one.state) for one in club.intake.of(NativeEventChanged)]
        assert told == [
            ("Cat night", NativeEventState.CREATED),
            ("Cat evening", NativeEventState.UPDATED),
            ("Cat evening", NativeEventState.STARTED),
            ("Cat evening", NativeEventState.ENDED),
            ("Cat evening", NativeEventState.CANCELLED),
        ]


async def test_a_renamed_guild_is_seen_again() -> None:
    async with clubbed() as club:
        await club.intake.next(SpaceSeen)
        club.guild.guild.name = "Dog club"
        club.twin.gateway.send_raw("GUILD_UPDATE", club.twin.hub.payloads.guild(club.guild.guild))
        seen = await club.intake.next(SpaceSeen, 2)
        assert seen.space_name == "Dog club"
