"""Bridges in a running bot on two platforms in memory: what the screens take, and what keeps messages from crossing."""

from collections.abc import AsyncGenerator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.core.audit import AUDIT
from bot.core.deadline import Deadline
from bot.core.job_context import CoreJobContext
from bot.domain.access import Access
from bot.domain.author import Account
from bot.domain.events import CommandInvoked, Given, PlaceMoved
from bot.domain.refs import ChatRef, PersonId, SpaceRef
from bot.ports.outcome import Reason, Refused
from cogs.bridge.rules import CODE_LIFETIME, CODES
from cogs.bridge.store import Bridges, Persons
from tests.cogs.bridge.kit import TOPIC, admin_of, bridged, code_from, code_in, only, opens_bridge, stands
from tests.cogs.cats.kit import community_of
from tests.kit.stage import GENERAL, PRIVATE, Member, Stage, expect
from tests.kit.stages.fake import FakeStage
from tests.kit.stages.pairs import Pair, fake_pair


@pytest.fixture
async def pair(tmp_path: Path) -> AsyncGenerator[Pair]:
    """The whole bot on a platform with everything and one with keyboards alone."""
    async with fake_pair(tmp_path) as opened:
        yield opened


def fake(stage: Stage) -> FakeStage:
    """A side, with what only a platform in memory lets a test do."""
    assert isinstance(stage, FakeStage)
    return stage


async def person_of(pair: Pair, member: Member) -> PersonId:
    """Who a member is to the bot."""
    return (await pair.whole.app.services.identity.person_of(Account(member.ref, member.name))).id


async def linked(pair: Pair, first: Member, second: Member) -> None:
    """Makes two accounts one person."""
    ctx = CoreJobContext(pair.whole.app.services, "admin", None, "link", Deadline())
    await person_of(pair, second)
    code = await ctx.accounts.start_link(await person_of(pair, first))
    assert await ctx.accounts.finish_link(second.ref, code) is None


async def audited(pair: Pair) -> list[str]:
    """What acts the audit lists have of bridges."""
    async with pair.whole.app.services.db.reading() as reading:
        rows = await reading.execute(select(AUDIT.c.act).where(AUDIT.c.cog == "bridge").order_by(AUDIT.c.id))
        return [str(row[0]) for row in rows]


# --------------------------------------------------------------------------------------------------------------- codes


async def test_a_code_is_worth_nothing_when_its_maker_is_no_admin_any_more(pair: Pair) -> None:
    first, second = await admin_of(pair.left), await admin_of(pair.right)
    code = await code_from(pair.left, first)
    fake(pair.left).members.levels[first.ref] = Access.MODERATOR
    await second.runs("bridge", code)
    await expect(pair.right, second).sees("no longer an admin over there")
    fake(pair.left).members.levels[first.ref] = Access.ADMIN
    await second.runs("bridge", code)
    await expect(pair.right, second).sees("one conversation with")


async def test_an_old_code_is_worth_nothing(pair: Pair) -> None:
    first, second = await admin_of(pair.left), await admin_of(pair.right)
    code = await code_from(pair.left, first)
    await pair.whole.clock.move(CODE_LIFETIME.total_seconds())
    await second.runs("bridge", code)
    await expect(pair.right, second).sees("This code is too old")


async def test_who_guesses_is_stopped(pair: Pair) -> None:
    second = await admin_of(pair.right)
    for _ in range(6):
        await second.runs("bridge", "ACDE-FGHJ-KMNP")
        await pair.settled()
    await expect(pair.right, second).sees("a lot of wrong codes")


async def test_nobody_makes_codes_without_end(pair: Pair) -> None:
    admin = await admin_of(pair.left)
    for _ in range(CODES):
        await code_from(pair.left, admin)
        await pair.whole.clock.move(60)
    await admin.runs("bridge")
    await pair.settled()
    await admin.presses("New bridge")
    await pair.settled()
    await admin.presses("English")
    await expect(pair.left, admin).sees("a lot of codes")


@pytest.mark.parametrize("side", ["left", "right"])
async def test_a_code_is_entered_by_a_form_with_the_language_that_is_spoken_there(pair: Pair, side: str) -> None:
    here, there = (pair.left, pair.right) if side == "left" else (pair.right, pair.left)
    first, second = await admin_of(there), await admin_of(here)
    code = await code_from(there, first, language="English")
    await second.runs("bridge")
    await pair.settled()
    await second.presses("Enter a code")
    await pair.settled()
    await second.fills(code, "Spanish") if here is pair.left else await _fills_by_steps(pair, second, code)
    await pair.settled()
    await expect(there, first).sees("one conversation with")
    bridge = (await Bridges(pair.whole.app.services.db).in_space(here.space))[0]
    assert {end.language and end.language.value for end in bridge.ends} == {"en", "es"}


async def _fills_by_steps(pair: Pair, member: Member, code: str) -> None:
    await member.says(code, chat=PRIVATE)
    await pair.settled()
    await member.presses("Spanish")


async def test_a_language_that_is_not_on_the_list_is_written(pair: Pair) -> None:
    admin, _ = await bridged(pair)
    for words, shown in (("Klingon", "don't know this language"), ("Cymraeg", "Welsh, both ways")):
        await pair.whole.clock.move(60)
        await opens_bridge(pair.left, admin, TOPIC)
        await admin.presses("Language here")
        await pair.settled()
        await admin.presses("Another one")
        await pair.settled()
        await admin.fills(words)
        await expect(pair.left, admin).sees(shown)
        await pair.settled()


# ------------------------------------------------------------------------------------------------------------- screens


async def test_a_key_does_nothing_for_who_is_no_admin_any_more_nor_for_somebody_else(pair: Pair) -> None:
    admin, _ = await bridged(pair)
    ana = await pair.left.member("Ana", access=Access.ADMIN)
    await opens_bridge(pair.left, admin, TOPIC)
    key = await admin.finds("Pause")
    await ana.uses(key)
    await pair.settled()
    fake(pair.left).members.levels[admin.ref] = Access.MODERATOR
    await admin.uses(key)
    await expect(pair.left, admin).sees("for admins")
    assert "audit-paused-on" not in await audited(pair)


async def test_a_key_of_a_bridge_that_has_ended_says_so(pair: Pair) -> None:
    admin, second = await bridged(pair)
    await opens_bridge(pair.left, admin, TOPIC)
    key = await admin.finds("Pause")
    await second.runs("bridge", chat=TOPIC)
    await pair.settled()
    await opens_bridge(pair.right, second, "general", TOPIC)
    await second.presses("Untie this chat")
    await pair.settled()
    await second.presses("Yes, untie")
    await expect(pair.left, admin).sees("has left the bridge")
    await admin.uses(key)
    await expect(pair.left, admin).sees("no longer there")


async def test_every_change_is_written_down_for_both_clubs_and_a_doubled_press_once(pair: Pair) -> None:
    admin, _ = await bridged(pair)
    await opens_bridge(pair.left, admin, TOPIC)
    key = await admin.finds("No files")
    for _ in range(2):
        await admin.uses(key)
        await pair.settled()
    assert await audited(pair) == ["audit-tied"] * 2 + ["audit-files-off"] * 2
    await admin.presses("Reactions")
    await pair.settled()
    await admin.presses("a small line")
    await expect(pair.left, admin).sees("Reactions: a small line")
    assert (await audited(pair))[-2:] == ["audit-reactions"] * 2


async def test_who_began_a_bridge_of_three_ends_it_for_all(pair: Pair) -> None:
    admin, second = await bridged(pair)
    await pair.left.adds_chat("harbour")
    await pair.settled()
    await opens_bridge(pair.left, admin, TOPIC)
    await admin.presses("Add a chat")
    await pair.settled()
    await admin.runs("bridge", code_in(await expect(pair.left, admin).sees("It works once")), chat="harbour")
    await pair.settled()
    await opens_bridge(pair.right, second, "harbour", TOPIC)
    assert not [key for key in second.choices() if key.label == "End the bridge"]
    await opens_bridge(pair.left, admin, "harbour")
    await admin.presses("End the bridge")
    await pair.settled()
    await admin.presses("Yes, end it")
    await expect(pair.right, second).sees("The bridge was ended from")
    await pair.settled()
    assert await Bridges(pair.whole.app.services.db).in_space(pair.left.space) == []
    assert list(pair.left.pinned(GENERAL)) == list(pair.right.pinned(TOPIC)) == []


async def test_the_mirror_has_the_routes_of_a_bridge_and_no_others(pair: Pair) -> None:
    admin, _ = await bridged(pair)
    mirror = CoreJobContext(pair.whole.app.services, "bridge", None, "test", Deadline()).mirror
    first = {(route.source, route.target) for route in await mirror.routes()}
    assert len(first) == 2
    await opens_bridge(pair.left, admin, TOPIC)
    await admin.presses("Direction here")
    await pair.settled()
    await admin.presses("only out")
    await expect(pair.left, admin).sees("Files cross", "only out")
    await pair.settled()
    assert len(await mirror.routes()) == 1
    await admin.presses("Pause")
    await expect(pair.left, admin).sees("taking a nap")
    await pair.settled()
    assert await mirror.routes() == []
    await admin.presses("Go on")
    await pair.settled()
    assert len(await mirror.routes()) == 1
    await admin.presses("Untie this chat")
    await pair.settled()
    await admin.presses("Yes, untie")
    await pair.settled()
    assert await mirror.routes() == []


# ------------------------------------------------------------------------------------------------------------- trouble


async def test_where_the_bot_may_not_write_the_other_side_and_the_maker_are_told_once(pair: Pair) -> None:
    admin, _ = await bridged(pair)
    ana = await pair.left.member("Ana")
    right = fake(pair.right)
    for words in ("One", "Two"):
        right.gateway.refusals.append(Refused(Reason.NO_RIGHT))
        await ana.says(words, chat=GENERAL)
        await pair.settled()
    assert not right.gateway.refusals
    told = stands(admin, "I may not write in")
    assert sorted(seen.chat for seen in told) == sorted({seen.chat for seen in told}), "one in the chat, one in private"
    assert len(told) == 2


async def test_a_chat_that_is_gone_is_untied_without_being_told_of_its_end(pair: Pair) -> None:
    admin, _ = await bridged(pair)
    ana = await pair.left.member("Ana")
    fake(pair.right).gateway.refusals.append(Refused(Reason.GONE))
    await ana.says("Anybody?", chat=GENERAL)
    await expect(pair.left, admin).sees("no longer there, so I untied it")
    await pair.settled()
    assert await Bridges(pair.whole.app.services.db).in_space(pair.left.space) == []


async def test_a_space_that_moved_is_tied_still_and_its_admin_is_one(pair: Pair) -> None:
    _, second = await bridged(pair, right=GENERAL)
    bridges = Bridges(pair.whole.app.services.db)
    right = fake(pair.right)
    old = right.where(GENERAL, second.ref)
    moved = SpaceRef(pair.right.space.platform, "upgraded")
    event = PlaceMoved(right.next_key(), pair.whole.clock.now(), old, ChatRef(moved.platform, "upgraded"), moved)
    await right.tell(event)
    await pair.settled()
    (bridge,) = await bridges.in_space(moved)
    assert len(bridge.ends) == 2
    assert await bridges.in_space(pair.right.space) == []


# ------------------------------------------------------------------------------------------------------------- persons


async def test_a_member_is_muted_by_name_for_some_hours(pair: Pair) -> None:
    admin, _ = await bridged(pair)
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    left, now = fake(pair.left), pair.whole.clock.now()
    where, account = left.where(GENERAL, admin.ref), left.members.present[ana.ref]
    given = (Given("member", "Ana", user=account), Given("words", "mute 2"))
    handle = left.gateway.handle(admin.ref, where.chat, None)
    by = left.members.present[admin.ref]
    await left.tell(CommandInvoked(left.next_key(), now, where, "bridge", by, given=given, handle=handle))
    await expect(pair.left, admin).sees("The words of Ana stay on their side for 2 hours")
    await ana.says("Silence", chat=GENERAL)
    await pair.settled()
    assert not stands(bo, "Silence")
    await pair.whole.clock.move(2 * 3_600 + 120)
    await ana.says("Finally", chat=GENERAL)
    await only(pair, pair.right, bo, "Finally")


async def test_a_message_is_taken_back_from_another_account_of_its_author(pair: Pair) -> None:
    await bridged(pair)
    ana, twin = await pair.left.member("Ana"), await pair.right.member("Ana too")
    await ana.says("Oh no", chat=GENERAL)
    copy = await only(pair, pair.right, twin, "Oh no")
    await linked(pair, ana, twin)
    await twin.runs("unsend", to=copy)
    await expect(pair.right, twin).no_longer_sees("Oh no")


async def test_who_is_not_carried_stays_so_on_both_accounts_and_their_coming_is_not_told(pair: Pair) -> None:
    admin, second = await bridged(pair)
    await opens_bridge(pair.left, admin, TOPIC)
    await admin.presses("Say who comes in")
    await pair.settled()
    dora = await pair.right.newcomer("Dora")
    await expect(pair.left, admin).sees("Dora came in")
    await dora.runs("bridge", "me off", chat=TOPIC)
    await pair.settled()
    ana = await pair.left.member("Ana")
    await linked(pair, ana, dora)
    await ana.says("Not for them", chat=GENERAL)
    await dora.leaves()
    await pair.settled()
    await dora.joins()
    await pair.settled()
    assert not stands(second, "Not for them")
    assert len(stands(admin, "Dora came in")) == 1
    assert await Persons(pair.whole.app.services.db).apart(await person_of(pair, ana))


async def test_the_coming_is_not_told_of_whose_words_do_not_cross(pair: Pair) -> None:
    admin, second = await bridged(pair)
    await opens_bridge(pair.left, admin, TOPIC)
    await admin.presses("Say who comes in")
    await pair.settled()
    for stage, moderator, name in ((pair.left, admin, "Dora"), (pair.right, second, "Eve")):
        newcomer = await pair.right.newcomer(name)
        await pair.settled()
        assert len(stands(admin, f"{name} came in")) == 1
        community = await community_of(stage, stage.space)
        ctx = CoreJobContext(pair.whole.app.services, "bridge", community, "mute", Deadline())
        await ctx.mirror.silence(community, await person_of(pair, newcomer), None)
        await newcomer.leaves()
        await pair.settled()
        await newcomer.joins()
        await pair.settled()
        assert len(stands(admin, f"{name} came in")) == 1, moderator.name


async def test_who_is_forgotten_leaves_the_bridge_behind(pair: Pair) -> None:
    admin, second = await bridged(pair)
    await admin.runs("privacy", chat=PRIVATE)
    await admin.presses("Forget me")
    await admin.presses("Yes, forget me")
    await expect(pair.left, admin).sees("I don't know you any more")
    await pair.settled()
    (bridge,) = await Bridges(pair.whole.app.services.db).in_space(pair.left.space)
    assert bridge.maker is None
    await second.says("Still here", chat=TOPIC)
    await only(pair, pair.left, admin, "Still here")


async def test_a_forged_key_reaches_no_other_chats_words(pair: Pair) -> None:
    await bridged(pair)
    ana = await pair.left.member("Ana")
    await ana.runs("bridge", "me")
    key = await ana.finds("Don't carry mine")
    await ana.uses(replace(key, data=""), "made up")
    await pair.settled()
    assert not await Persons(pair.whole.app.services.db).apart(await person_of(pair, ana))
