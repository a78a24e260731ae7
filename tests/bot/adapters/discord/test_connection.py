"""The connection's life: log-in, intents, loss, resume, read-back; and a supervisor who starts it again."""

import logging

import pytest

from bot.adapters.discord import PLATFORM, DiscordGateway
from bot.domain.errors import GatewayRefused, Unreachable
from bot.domain.events import BotAdded, CommandInvoked, MemberJoined, MessagePosted, SpaceSeen
from bot.domain.refs import SpaceRef
from bot.domain.text import RichText
from bot.ports.gateway import Finding, GatewayState, Offering
from tests.bot.adapters.discord.kit import MovedClock, Recorder, Stage, chat, clubbed, staged
from tests.kit.patience import PATIENCE
from tests.twins.discord import DiscordTwin
from tests.twins.discord.gateway import CONTENT, MEMBERS


def is_down(stage: Stage) -> bool:
    return stage.gateway.state is GatewayState.DOWN


async def test_a_wrong_token_is_refused_for_good_and_never_told() -> None:
    async with DiscordTwin() as twin:
        gateway = DiscordGateway("wrong.token.here", MovedClock(), twin.api_base)
        with pytest.raises(GatewayRefused) as refused:
            await gateway.run(Recorder())
        assert "wrong.token" not in str(refused.value)
        assert gateway.findings == (Finding("finding-discord-token", stops=True),)
        assert gateway.state is GatewayState.DOWN
        assert await gateway.probe() == (Finding("finding-discord-token", stops=True),)


async def test_only_granted_intents_are_asked_for_and_missing_ones_told() -> None:
    async with clubbed(message_content=False, members=False) as club:
        [session] = club.twin.gateway.sessions.values()
        assert not session.intents & (CONTENT | MEMBERS)
        keys = [one.key for one in club.gateway.findings]
        assert keys == ["finding-discord-message-content", "finding-discord-members"]
        assert [one.key for one in await club.gateway.probe()] == keys
        assert not club.gateway.capabilities(chat(club.lounge)).sees_joins
    async with clubbed() as club:
        [session] = club.twin.gateway.sessions.values()
        assert session.intents & CONTENT
        assert session.intents & MEMBERS
        assert not club.gateway.findings


async def test_an_intent_taken_away_meanwhile_is_done_without_after_a_restart() -> None:
    async with clubbed(connect=False) as club:
        club.twin.faults.fail(
            "GET", "/applications/*/commands", 429, retry_after=0.3
        )  # holds it between log-in and connection
        await club.twin.until(lambda: club.twin.asked("GET", "/commands"))
        club.twin.grant(message_content=False)
        assert isinstance(await club.gone(), Unreachable)
        club.again()
        await club.twin.connected()


async def test_missing_rights_are_told_with_their_place() -> None:
    async with clubbed() as club:
        club.guild.set_bot_permissions("view_channel", "send_messages", "read_message_history")
        await club.twin.settled()
        found = {dict(one.args)["right"]: one for one in club.gateway.findings}
        assert {"embed-links", "attach-files", "manage-webhooks"} <= set(found)
        assert "send-messages" not in found
        assert found["embed-links"].key == "finding-missing-right"
        assert dict(found["embed-links"].args)["space"] == "Cat club"
        assert found["embed-links"].where == str(SpaceRef(PLATFORM, str(club.guild.id)))


async def test_the_offering_is_published_only_when_it_changed() -> None:
    async with clubbed() as club:
        assert len(club.twin.asked("PUT", "/commands")) == 1
        club.running.cancel()
        await club.gone_quietly()
        club.again()
        await club.twin.connected()
        assert len(club.twin.asked("PUT", "/commands")) == 1
        club.running.cancel()
        await club.gone_quietly()
        club.intake.offering = Offering(club.intake.offering.commands[:1], ())
        club.again()
        await club.twin.connected()
        assert [one["name"] for one in club.twin.commands] == ["hello"]


async def test_refused_commands_turn_off_commands_alone() -> None:
    async with DiscordTwin() as twin:
        twin.faults.fail("PUT", "/applications/*/commands", 400, code=50035, message="Invalid Form Body")
        async with staged(twin) as stage:
            assert [one.key for one in stage.gateway.findings] == ["finding-discord-commands"]
            assert stage.gateway.state is GatewayState.CONNECTED


async def test_each_guild_is_seen_once_a_session_and_added_once() -> None:
    async with clubbed() as club:
        seen = await club.intake.next(SpaceSeen)
        assert (seen.space_name, seen.language) == ("Cat club", "es-ES")
        other = club.twin.add_guild("New club", with_bot=False)
        other.add_bot()
        added = await club.intake.next(BotAdded)
        assert added.space_name == "New club"
        club.twin.gateway.invalidate()
        await club.twin.until(lambda: club.twin.gateway.identified == 1 and not club.twin.gateway.connected)
        await club.clock.pass_by(5)
        await club.twin.connected()
        await club.intake.next(SpaceSeen, 3)
        assert len(club.intake.of(BotAdded)) == 1


async def test_a_resumed_session_loses_and_repeats_nothing() -> None:
    async with clubbed() as club:
        club.ann.posts(club.lounge, "one")
        await club.intake.next(MessagePosted)
        club.twin.gateway.drop(resumable=True)
        club.ann.posts(club.lounge, "two")
        await club.intake.next(MessagePosted, 2)
        club.ann.posts(club.lounge, "three")
        await club.intake.next(MessagePosted, 3)
        assert [one.text.plain for one in club.intake.of(MessagePosted)] == ["one", "two", "three"]
        assert (club.twin.gateway.identified, club.twin.gateway.resumed) == (1, 1)
        assert not club.intake.repeated
        assert club.gateway.state is GatewayState.CONNECTED


async def test_after_a_failed_resume_watched_chats_are_read_back_and_nothing_comes_twice() -> None:
    async with clubbed() as club:
        dm, quiet = club.ann.opens_dm(), club.guild.add_channel("quiet")
        for channel in (club.lounge, dm):
            club.ann.posts(channel, "before")
        await club.intake.next(MessagePosted, 2)
        club.twin.gateway.drop(resumable=False)
        for number in range(120):
            club.ann.posts(club.lounge, f"gap {number}")
        club.ann.posts(dm, "private gap")
        club.ann.posts(quiet, "unwatched")
        await club.clock.pass_by(5)
        await club.twin.connected()
        club.ann.posts(club.lounge, "after")
        await club.intake.next(MessagePosted, 2 + 120 + 1 + 1)
        said = {one.text.plain for one in club.intake.of(MessagePosted)}
        assert {f"gap {number}" for number in range(120)} <= said
        assert {"private gap", "after"} <= said
        assert "unwatched" not in said
        keys = [one.key for one in club.intake.events]
        assert len(keys) == len(set(keys))
        back = next(one for one in club.intake.of(MessagePosted) if one.text.plain == "gap 7")
        assert back.where.chat == chat(club.lounge)
        assert back.text == RichText.of("gap 7")


async def test_a_gap_too_long_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    async with clubbed() as club:
        club.ann.posts(club.lounge, "before")
        await club.intake.next(MessagePosted)
        club.twin.gateway.drop(resumable=False)
        for number in range(501):
            club.ann.posts(club.lounge, f"{number}")
        with caplog.at_level(logging.WARNING, "tests.discord"):
            await club.clock.pass_by(5)
            await club.intake.next(MessagePosted, 501)
            await club.twin.until(lambda: "a gap: more than 500" in caplog.text)


async def test_a_read_back_outlasts_trouble() -> None:
    async with clubbed() as club:
        club.ann.posts(club.lounge, "before")
        await club.intake.next(MessagePosted)
        club.running.cancel()
        await club.gone_quietly()
        club.ann.posts(club.lounge, "gap")
        club.twin.faults.fail("GET", "/channels/*/messages", 500)
        club.again()
        await club.clock.pass_by(5)
        await club.intake.next(MessagePosted, 2)
        assert club.intake.of(MessagePosted)[-1].text.plain == "gap"


async def test_a_failed_first_handshake_is_told_and_the_next_run_connects() -> None:
    async with DiscordTwin() as twin:
        twin.gateway.refuse_handshake()
        async with staged(twin, connect=False) as stage:
            assert isinstance(await stage.gone(), Unreachable)
            assert is_down(stage)
            stage.again()
            await twin.connected()
            assert stage.gateway.state is GatewayState.CONNECTED


@pytest.mark.parametrize(
    "garbage",
    ["this is {no json", '{"op":0,"t":"GUILD_CREATE","s":5,"d":{}}', "[]", '{"op":0,"t":"READY","s":1,"d":{}}'],
)
async def test_garbage_on_the_line_ends_the_run_and_nothing_is_lost(garbage: str) -> None:
    async with clubbed() as club:
        club.ann.posts(club.lounge, "one")
        await club.intake.next(MessagePosted)
        club.twin.gateway.send_garbage(garbage)
        assert isinstance(await club.gone(), Unreachable)
        assert is_down(club)
        club.ann.posts(club.lounge, "two")
        club.again()
        await club.intake.next(MessagePosted, 2)
        assert club.gateway.state is GatewayState.CONNECTED


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/users/@me"),
        ("GET", "/oauth2/applications/@me"),
        ("GET", "/gateway/bot"),
        ("GET", "/applications/*/commands"),
    ],
)
@pytest.mark.parametrize("trouble", ["fail", "garbage", "silence"])
async def test_trouble_at_log_in_is_worth_another_try(method: str, path: str, trouble: str) -> None:
    async with DiscordTwin() as twin:
        match trouble:
            case "fail":
                twin.faults.fail(method, path)
            case "garbage":
                twin.faults.garbage(method, path)
            case _:
                twin.faults.silence(method, path)
        # Silence is given up after it; it has to do for the log-in that follows as well.
        async with staged(twin, connect=False, patience=0.5 if trouble == "silence" else PATIENCE) as stage:
            assert isinstance(await stage.gone(), Unreachable)
            stage.again()
            await twin.connected()


async def test_an_event_that_cannot_be_kept_is_tried_again_and_then_read_back() -> None:
    async with clubbed() as club:
        club.ann.posts(club.lounge, "one")
        await club.intake.next(MessagePosted)
        club.intake.failures = 1
        club.ann.posts(club.lounge, "two")
        await club.clock.pass_by(0.5)
        await club.intake.next(MessagePosted, 2)
        club.intake.failures = 4
        club.ann.posts(club.lounge, "three")
        for wait in (0.5, 2, 8):
            await club.clock.pass_by(wait)
        assert isinstance(await club.gone(), Unreachable)
        club.again()
        await club.intake.next(MessagePosted, 3)
        assert club.intake.of(MessagePosted)[-1].text.plain == "three"


async def test_nothing_new_is_taken_in_before_it_is_known_what_was_last_seen() -> None:
    async with clubbed() as club:
        club.ann.posts(club.lounge, "one")
        await club.intake.next(MessagePosted)
        club.running.cancel()
        await club.gone_quietly()
        club.ann.posts(club.lounge, "gap")
        club.intake.forgetful = 1
        club.again()
        assert isinstance(await club.gone(), Unreachable)
        club.again()
        await club.intake.next(MessagePosted, 2)
        assert club.intake.of(MessagePosted)[-1].text.plain == "gap"


async def test_what_comes_in_meanwhile_waits_until_the_gap_is_known() -> None:
    async with clubbed() as club:
        club.ann.posts(club.lounge, "one")
        await club.intake.next(MessagePosted)
        club.running.cancel()
        await club.gone_quietly()
        club.ann.posts(club.lounge, "gap")
        club.intake.known.clear()
        club.again()
        await club.twin.connected()
        club.ann.posts(club.lounge, "after")
        await club.twin.settled()
        assert [one.text.plain for one in club.intake.of(MessagePosted)] == ["one"]
        club.intake.known.set()
        await club.intake.next(MessagePosted, 3)
        assert {one.text.plain for one in club.intake.of(MessagePosted)} == {"one", "gap", "after"}


async def test_a_second_new_session_notes_anew_what_was_last_seen() -> None:
    async with clubbed() as club:
        club.ann.posts(club.lounge, "one")
        await club.intake.next(MessagePosted)
        club.twin.gateway.drop(resumable=False)
        club.ann.posts(club.lounge, "gap")
        club.intake.known.clear()
        await club.clock.pass_by(5)
        await club.twin.connected()
        club.ann.posts(club.lounge, "after")
        await club.twin.settled()
        assert len(club.intake.of(MessagePosted)) == 1
        club.intake.known.set()
        await club.intake.next(MessagePosted, 3)
        assert {one.text.plain for one in club.intake.of(MessagePosted)} == {"one", "gap", "after"}


async def test_what_waited_in_a_resumed_session_is_not_answered_twice() -> None:
    async with clubbed() as club:
        club.twin.gateway.drop(resumable=True)
        club.ann.invokes(club.lounge, "hello")
        await club.intake.next(CommandInvoked)
        club.guild.join(club.twin.add_user("bob"))
        await club.intake.next(MemberJoined)
        assert not club.intake.repeated


async def test_cancelling_ends_it_at_once_and_leaves_nothing_open() -> None:
    async with clubbed() as club:
        club.running.cancel()
        await club.gone_quietly()
        assert club.running.cancelled()
        await club.twin.until(lambda: not club.twin.gateway.connections)
