"""The poller: nothing is lost, nothing comes twice, and nothing ends it but a refused token."""

import asyncio
import logging

import pytest

from bot.adapters.telegram.albums import QUIET
from bot.adapters.telegram.names import message_ref
from bot.domain.errors import GatewayRefused
from bot.domain.events import CommandInvoked, MessagePosted
from bot.ports.gateway import GatewayState
from tests.bot.adapters.telegram.rig import Rig, rigged
from tests.twins.telegram.people import Person
from tests.twins.telegram.places import Group
from tests.twins.telegram.testing import picture
from tests.twins.telegram.updates import Pending


async def club(rig: Rig) -> tuple[Group, Person]:
    group = rig.twin.add_group("Club")
    group.add_bot()
    mia = rig.twin.add_user("Mia")
    group.join(mia)
    rig.intake.watched.add(str(group.id))
    await rig.settled()
    return group, mia


def texts(rig: Rig) -> list[str]:
    return [event.text.plain for event in rig.intake.all(MessagePosted)]


async def test_what_a_killed_process_accepted_and_did_not_confirm_comes_again_under_its_key(rig: Rig) -> None:
    group, mia = await club(rig)
    rig.twin.faults.silence("getUpdates")  # the poll that would confirm
    mia.posts(group, "one")
    await rig.got(MessagePosted)
    await rig.until(lambda: rig.twin.faults.happened, "the confirming poll")
    await rig.stop()
    assert rig.twin.updates_pending == 1

    rig.gateway = rig.build()
    await rig.start()
    told = [event for event in rig.intake.given if isinstance(event, MessagePosted)]
    assert len(told) == 2
    assert told[0] == told[1]
    assert texts(rig) == ["one"]


async def test_what_the_intake_cannot_keep_is_not_confirmed_and_comes_again(rig: Rig) -> None:
    group, mia = await club(rig)
    rig.intake.failures = 2
    mia.posts(group, "one")
    mia.posts(group, "two")
    await rig.got(MessagePosted, 2)
    assert texts(rig) == ["one", "two"]
    assert rig.clock.slept[-2:] == [1.0, 2.0]


async def test_what_was_seen_by_the_way_is_not_lost_with_a_failed_accept() -> None:
    async with rigged() as rig:
        await rig.start()
        group = rig.twin.add_group("Club", forum=True)
        topic = group.add_topic("Films")
        group.add_bot()
        mia = rig.twin.add_user("Mia")
        group.had_before(mia)
        await rig.settled()
        rig.intake.watched.add(str(group.id))
        rig.intake.failures = 1
        mia.posts(group, "hi", topic=topic)
        await rig.got(MessagePosted)
        kinds = [type(event).__name__ for event in rig.intake.kept.values()]
        assert "PlaceOpened" in kinds


async def test_repeated_and_unordered_updates_are_each_kept_once(rig: Rig) -> None:
    group, mia = await club(rig)
    rig.twin.hold()
    for word in ("one", "two", "three"):
        mia.posts(group, word)
    rig.twin.release([2, 0, 1])
    await rig.got(MessagePosted, 3)
    rig.twin.repeat_last_update()
    mia.posts(group, "four")
    await rig.got(MessagePosted, 4)
    assert sorted(texts(rig)) == ["four", "one", "three", "two"]
    assert len(rig.intake.all(MessagePosted)) == 4


async def test_an_update_that_cannot_be_read_is_passed_over(rig: Rig, caplog: pytest.LogCaptureFixture) -> None:
    group, mia = await club(rig)
    secret = "a member's secret words"  # noqa: S105 - not a password
    for broken in (
        '"message":{"message_id":1,"chat":{"id":"x"}}',
        f'"message":{{"message_id":2,"date":"never","chat":{{"id":{group.id},"type":"group"}},"from":{{"id":7}},'
        f'"text":"{secret}"}}',
        '"callback_query":{"id":7}',
        '"message":17',
        '"nonsense":{}',
    ):
        number = rig.twin.updates.take_numbers(1)
        rig.twin.updates.push_ready([Pending(number, f'{{"update_id":{number},{broken}}}'.encode())])
    mia.posts(group, "still here")
    await rig.got(MessagePosted)
    assert texts(rig) == ["still here"]
    passed = [record for record in caplog.records if "passed over, reference" in record.getMessage()]
    assert len(passed) == 4
    assert secret not in caplog.text


async def test_half_a_surrogate_pair_is_mended(rig: Rig) -> None:
    group, mia = await club(rig)
    mia.posts(group, "x")
    await rig.settled()
    last = rig.twin.updates.last
    assert last is not None
    number = rig.twin.updates.take_numbers(1)
    body = last.body.replace(str(last.id).encode(), str(number).encode()).replace(b'"x"', b'"\\ud83d cat"')
    rig.twin.updates.push_ready([Pending(number, body)])
    await rig.got(MessagePosted, 2)
    assert texts(rig) == ["x", "? cat"]


@pytest.mark.parametrize("fault", ["500", "garbage", "drop", "silence", "429"])
async def test_a_fault_of_the_platform_passes(fault: str) -> None:
    async with rigged() as rig:
        rig.gateway = rig.build(answer_within=1, poll_for=1)
        await rig.start()
        group, mia = await club(rig)
        match fault:
            case "500":
                rig.twin.faults.fail("getUpdates", status=500, times=2)
            case "garbage":
                rig.twin.faults.garble("getUpdates", times=2)
            case "drop":
                rig.twin.faults.drop("getUpdates", times=2)
            case "silence":
                rig.twin.faults.silence("getUpdates")
            case _:
                rig.twin.faults.fail("getUpdates", status=429, retry_after=4)
        mia.posts(group, "one")
        await rig.until(lambda: rig.twin.faults.happened, "the fault")
        mia.posts(group, "two")
        await rig.got(MessagePosted, 2)
        assert texts(rig) == ["one", "two"]
        await rig.until(lambda: rig.gateway.state is GatewayState.CONNECTED, "connected again")
        if fault == "429":
            assert 4.0 in rig.clock.slept


async def test_a_second_poller_is_found_waited_for_and_outlived(rig: Rig) -> None:
    group, mia = await club(rig)
    rig.twin.faults.fail("getUpdates", status=409, description="Conflict: terminated by other getUpdates", times=5)
    mia.posts(group, "one")
    await rig.until(lambda: 16.0 in rig.clock.slept, "a long pause")
    assert rig.clock.slept[-5:] == [1.0, 2.0, 4.0, 8.0, 16.0]
    assert rig.gateway.state is GatewayState.DOWN
    assert "finding-telegram-conflict" in [finding.key for finding in rig.gateway.findings]
    rig.clock.forward(16)
    await rig.until(lambda: rig.gateway.state is GatewayState.CONNECTED, "connected again")
    await rig.got(MessagePosted)
    assert "finding-telegram-conflict" not in [finding.key for finding in rig.gateway.findings]


async def test_two_gateways_on_one_token_keep_every_update_between_them(rig: Rig) -> None:
    group, mia = await club(rig)
    other = rig.build()
    task = asyncio.create_task(other.run(rig.intake))
    await rig.until(lambda: GatewayState.DOWN in {rig.gateway.state, other.state}, "one told of the other")
    mia.posts(group, "one")
    rig.clock.forward(60)
    await rig.got(MessagePosted)
    task.cancel()
    await asyncio.wait([task])
    await other.close()


async def test_a_refused_token_ends_it() -> None:
    async with rigged() as rig:
        rig.gateway = rig.build(token="1:wrong")  # noqa: S106
        with pytest.raises(GatewayRefused):
            await rig.start()
        assert rig.gateway.state is GatewayState.DOWN


async def test_a_token_that_is_refused_later_ends_it_too(rig: Rig) -> None:
    rig.twin.faults.fail("getUpdates", status=401)
    rig.twin.add_user("Mia").starts()
    await rig.until(lambda: rig.ended, "ended")
    with pytest.raises(GatewayRefused):
        await rig.stop()


async def test_a_platform_that_is_down_at_the_start_is_waited_for() -> None:
    async with rigged() as rig:
        rig.twin.faults.fail("getMe", status=502, times=2)
        rig.twin.faults.drop("getMe")
        await rig.start()
        assert rig.clock.slept[:3] == [1.0, 2.0, 4.0]


async def test_a_webhook_left_behind_is_taken_away() -> None:
    async with rigged() as rig:
        await rig.twin.webhook.start("http://127.0.0.1:9/", "s", 1)
        await rig.start()
        assert not rig.twin.webhook.active


async def test_an_album_is_one_message(rig: Rig) -> None:
    group, mia = await club(rig)
    mia.posts(group, "before")
    first = mia.posts(group, "three cats", album=[picture(), picture(), picture()])
    mia.posts(group, "after")
    await rig.got(MessagePosted, 3)
    album = next(event for event in rig.intake.all(MessagePosted) if event.attachments)
    assert album.text.plain == "three cats"
    assert album.messages == tuple(message_ref(group.id, first.id + index) for index in range(3))
    assert len(album.attachments) == 3
    await rig.settled()
    assert len([event for event in rig.intake.given if isinstance(event, MessagePosted)]) == 3


async def test_an_album_is_whole_though_its_parts_come_in_several_batches(rig: Rig) -> None:
    group, mia = await club(rig)
    rig.clock.instant = 0.0
    rig.twin.hold()
    mia.posts(group, "two cats", album=[picture(), picture()])
    second = rig.twin.updates.held.pop()
    rig.twin.release()
    await rig.until(lambda: rig.clock.slept[-1:] == [QUIET], "the first part held")
    rig.twin.updates.push_ready([second])
    rig.clock.forward(QUIET)
    await rig.until(lambda: rig.clock.slept[-2:] == [QUIET, QUIET], "the second part held")
    assert rig.intake.all(MessagePosted) == []
    rig.clock.forward(QUIET)
    [album] = await rig.got(MessagePosted)
    assert len(album.messages) == 2
    await rig.settled()


async def test_a_part_of_an_album_is_not_confirmed_before_the_whole_is_kept(rig: Rig) -> None:
    group, mia = await club(rig)
    rig.intake.failures = 3
    mia.posts(group, "two cats", album=[picture(), picture()])
    mia.posts(group, "after")
    await rig.until(lambda: rig.intake.failures == 0, "the failures")
    await rig.stop()
    assert rig.twin.updates_pending
    assert [event for event in rig.intake.all(MessagePosted) if event.attachments] == []

    rig.gateway = rig.build()
    await rig.start()
    [album] = [event for event in rig.intake.all(MessagePosted) if event.attachments]
    assert len(album.messages) == 2
    assert texts(rig).count("after") == 1


async def test_an_album_that_concerns_nobody_is_not_held(rig: Rig) -> None:
    group, mia = await club(rig)
    rig.intake.watched.clear()
    slept = len(rig.clock.slept)
    mia.posts(group, "", album=[picture(), picture()])
    await rig.settled()
    assert rig.clock.slept[slept:] == []
    assert rig.intake.all(MessagePosted) == []


async def test_a_flood_of_idle_messages_makes_nothing_of_the_library(
    rig: Rig, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    group, mia = await club(rig)
    mia.posts(group, "so that the group is known")
    await rig.got(MessagePosted)
    rig.intake.watched.clear()

    def broken(*_: object) -> None:
        raise AssertionError("an update was made into objects")

    monkeypatch.setattr("bot.adapters.telegram.inbound.Update.de_json", broken)
    for index in range(250):
        mia.posts(group, f"nothing {index}")
    await rig.settled()
    assert len(rig.intake.asked) >= 250
    assert caplog.records == []
    assert rig.intake.all(CommandInvoked) == []
