"""What is around every handler: time, errors, rights, rates, switched-off cogs, quiet chats."""

import re
from datetime import timedelta

from structlog.testing import capture_logs

from bot.core.ratelimit import BURST
from bot.domain.access import Access
from tests.bot.core.flow.probe import Probe
from tests.kit.stage import expect
from tests.kit.stages.fake import FakeStage
from tests.kit.stages.fake_member import FakeMember


def _reference(text: str) -> str:
    found = re.search(r"[0-9A-F]{8}", text)
    assert found is not None, text
    return found[0]


async def test_what_never_ends_is_ended_with_an_apology(hurried: FakeStage) -> None:
    ana = await hurried.member("Ana")
    with capture_logs() as logs:
        await ana.runs("hang")
        told = await expect(hurried, ana).sees("tripped over my own tail")
    assert told.only_me
    assert [line["reference"] for line in logs if line["event"] == "a handler failed"] == [_reference(told.text)]

    await ana.runs("hello")
    await expect(hurried, ana).sees("hello yourself")


async def test_a_failure_is_told_with_the_number_under_which_it_is_logged(stage: FakeStage) -> None:
    ana = await stage.member("Ana")
    with capture_logs() as logs:
        await ana.runs("trip")
        told = await expect(stage, ana).sees("tripped over my own tail")
        await stage.settled()
    failed = [line for line in logs if line["event"] == "a handler failed"]
    assert [line["reference"] for line in failed] == [_reference(told.text)]
    assert failed[0]["cog"] == "probe"
    assert failed[0]["exc_info"]
    assert "RuntimeError" not in told.text


async def test_a_failure_leaves_its_chat_in_working_order(stage: FakeStage) -> None:
    ana = await stage.member("Ana")
    await ana.runs("trip")
    await ana.runs("hello")
    await expect(stage, ana).sees("hello yourself")
    await stage.settled()
    assert stage.gateway.finished == 2


async def test_an_apology_without_an_interaction_is_said_all_the_same(plain: FakeStage) -> None:
    ana = await plain.member("Ana")
    await ana.runs("trip")
    await expect(plain, ana).sees("tripped over my own tail")


async def test_rights_are_asked_at_the_act(stage: FakeStage, probe: Probe) -> None:
    ana, mod = await stage.member("Ana"), await stage.member("Mo", access=Access.MODERATOR)
    await ana.runs("clear")
    await expect(stage, ana).sees("This is for moderators")
    await stage.settled()
    assert probe.cleared == 0
    await mod.runs("clear")
    await expect(stage, mod).sees("all clear")


async def test_who_is_no_moderator_any_more_is_told_so_at_the_press(plain: FakeStage, probe: Probe) -> None:
    mod = await plain.member("Mo", access=Access.MODERATOR)
    await mod.starts()
    await mod.runs("offer")
    await mod.presses("Clear")
    await expect(plain, mod).sees("all clear")
    assert probe.cleared == 1

    plain.members.levels[mod.ref] = Access.EVERYONE
    await mod.presses("Clear")
    await expect(plain, mod).sees("This is for moderators")
    await plain.settled()
    assert probe.cleared == 1


def _too_fast(member: FakeMember) -> int:
    return sum("four paws" in seen.text for seen in member.visible())


async def test_who_is_too_fast_is_told_once(stage: FakeStage) -> None:
    ana, bo = await stage.member("Ana"), await stage.member("Bo")
    for _ in range(BURST + 5):
        await ana.runs("hello")
    await stage.settled()
    answers = sum("hello yourself" in seen.text for seen in ana.visible())
    assert answers == BURST
    assert _too_fast(ana) == 1

    await bo.runs("hello")
    await stage.settled()
    assert sum("hello yourself" in seen.text for seen in bo.visible()) == BURST + 1


async def test_patience_is_rewarded(stage: FakeStage) -> None:
    ana = await stage.member("Ana")
    for _ in range(BURST + 1):
        await ana.runs("hello")
    await stage.settled()
    await stage.whole.clock.move(timedelta(seconds=20))
    before = sum("hello yourself" in seen.text for seen in ana.visible())
    await ana.runs("hello")
    await stage.settled()
    assert sum("hello yourself" in seen.text for seen in ana.visible()) == before + 1


async def test_a_cog_that_is_off_says_so_when_asked_and_is_silent_else(stage: FakeStage) -> None:
    admin, ana = await stage.member("Amara", access=Access.ADMIN), await stage.member("Ana")
    await admin.runs("settings")
    await admin.presses("Cat tax")
    await admin.presses("This part of me")
    await admin.presses("Turn off")
    await expect(stage, admin).sees("Kept")

    await ana.says("Hello, I am Ana from Sevilla")
    await expect(stage, ana).does_not_see("Show me your cat")
    await ana.runs("cat")
    await expect(stage, ana).sees("turned this off here")


async def test_quiet_handled_twice_is_quiet_still(stage: FakeStage) -> None:
    admin, ana = await stage.member("Amara", access=Access.ADMIN), await stage.member("Ana")
    for told in ("I will be quiet here", "I will be quiet here"):
        await admin.runs("quiet")
        await expect(stage, admin).sees(told)
        await stage.settled()
        await ana.runs("hello")
        await expect(stage, ana).sees("I was asked to be quiet here")
    await admin.runs("quiet", "off")
    await expect(stage, admin).sees("I am awake again")
    await ana.runs("hello")
    await expect(stage, ana).sees("hello yourself")


async def test_quiet_leaves_a_word_to_who_asks_and_says_nothing_by_itself(stage: FakeStage) -> None:
    admin, ana = await stage.member("Amara", access=Access.ADMIN), await stage.newcomer("Ana")
    await admin.runs("quiet")
    await expect(stage, admin).sees("I will be quiet here")
    await ana.runs("hello")
    told = await expect(stage, ana).sees("I was asked to be quiet here")
    assert told.only_me
    await expect(stage, admin).does_not_see("hello yourself")

    await ana.says("Hello, I am Ana from Sevilla")
    await expect(stage, ana).sees("Show me your cat")
