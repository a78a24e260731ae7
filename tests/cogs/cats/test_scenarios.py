"""The album in a running bot: who sees which cat, and what a pressed key does by then."""

import asyncio
from dataclasses import replace

import pytest
from sqlalchemy import select

from bot.core.audit import AUDIT
from bot.core.deadline import Deadline
from bot.core.job_context import CoreJobContext
from bot.domain.access import Access
from bot.domain.events import CommandInvoked, Given
from bot.domain.refs import ChatRef
from bot.ports.outcome import Reason, Refused
from cogs.cats.rules import MOST_BYTES
from cogs.cats.store import Cats
from tests.cogs.cats.kit import WEBP, album_of, community_of, person_of, shows
from tests.kit.fake import FAKE
from tests.kit.stage import GENERAL, PRIVATE, Member, expect
from tests.kit.stages.fake import NEIGHBOURS, SPACE, FakeStage
from tests.scenarios.steps import admin_of, reports_go_here


async def goes_home(stage: FakeStage, owner: Member, number: int) -> None:
    """An owner takes their cat out of the album, by another message than those that tests look at."""
    cats = Cats(stage.whole.app.services.db, await community_of(stage, SPACE))
    assert await cats.take_back(await person_of(stage, owner), number)


async def hearts(stage: FakeStage, number: int = 1) -> int:
    """How many hearts a cat has."""
    cat = await Cats(stage.whole.app.services.db, await community_of(stage, SPACE)).one(number)
    return -1 if cat is None else cat.likes


async def audited(stage: FakeStage) -> list[str]:
    """What acts the audit list has of the album."""
    async with stage.whole.app.services.db.reading() as reading:
        rows = await reading.execute(select(AUDIT.c.act).where(AUDIT.c.cog == "cats").order_by(AUDIT.c.id))
        return [str(row[0]) for row in rows]


# -------------------------------------------------------------------------------------------------------- what is asked


@pytest.mark.parametrize(
    ("language", "word"), [("en", "newest"), ("es", "nuevos"), ("zh-CN", "最新"), ("zh-TW", "最新")]
)
async def test_what_is_asked_for_is_known_by_its_word_in_the_members_language(
    stage: FakeStage, language: str, word: str
) -> None:
    ana = await stage.member("Ana", language)
    for cause in ("a", "b"):
        await shows(stage, ana, cause, SPACE)
    await ana.runs("cats", word)
    await expect(stage, ana).sees("2", "Ana", "❤️ 0")


async def test_a_cat_is_found_by_its_number(stage: FakeStage) -> None:
    ana = await stage.member("Ana")
    for cause in ("a", "b", "c"):
        await shows(stage, ana, cause, SPACE)
    for number in ("2", "9"):
        given = (Given("number", text=number),) if stage.rich else ()
        await calls(stage, ana, given, "" if stage.rich else number)
    shown = await expect(stage, ana).sees("No. 2")
    assert not {"◀", "▶"} & set(shown.labels)
    await expect(stage, ana).sees("no cat with this number")


async def test_a_members_cats_and_ones_own_are_leafed_through_apart(stage: FakeStage) -> None:
    ana, bo, eve = await stage.member("Ana"), await stage.member("Bo"), await stage.member("Eve")
    for cause, member in (("a", ana), ("b", bo), ("c", ana), ("d", bo)):
        await shows(stage, member, cause, SPACE)
    await eve.runs("cats", "mine")
    await expect(stage, eve).sees("You have no cat in the album")
    await ana.runs("cats", "mine")
    assert "◀" not in (await expect(stage, ana).sees("No. 3")).labels
    await ana.presses("▶")
    assert "▶" not in (await expect(stage, ana).sees("No. 1")).labels
    if stage.rich:
        for member in (bo, eve):
            await calls(stage, ana, (Given("member", user=member.account),))
    else:
        for member in (bo, eve):
            said = await member.says("Look at my cat", chat=GENERAL)
            await ana.runs("cats", to=said)
    await expect(stage, ana).sees("No. 4", "Bo")
    await expect(stage, ana).sees("Eve has no cat")


async def test_whose_message_is_answered_does_not_matter_when_more_is_asked_for(stage: FakeStage) -> None:
    ana, bo = await stage.member("Ana"), await stage.member("Bo")
    await shows(stage, bo, "a", SPACE)
    await shows(stage, ana, "b", SPACE)
    robot = replace(ana.account, bot=True)
    given = (Given("show", text="top"), Given("member", user=bo.account))
    await calls(stage, ana, given)
    await expect(stage, ana).sees("No cat has a heart yet")
    await calls(stage, ana, (Given("show", text="newest"), Given("member", user=robot)))
    await expect(stage, ana).sees("No. 2", "Ana")
    await calls(stage, ana, (Given("show", text="newest"), Given("member", user=bo.account)))
    await expect(stage, ana).sees("No. 1", "Bo")


async def test_a_heart_may_change_the_rank_that_is_shown(stage: FakeStage) -> None:
    ana, bo, eve = await stage.member("Ana"), await stage.member("Bo"), await stage.member("Eve")
    for cause in ("a", "b"):
        await shows(stage, ana, cause, SPACE)
    cats = Cats(stage.whole.app.services.db, await community_of(stage, SPACE))
    for number in (1, 2):
        await cats.like(number, await person_of(stage, bo), cause=f"{number}", at=stage.whole.clock.now())
    await eve.runs("cats", "top")
    await eve.presses("▶")
    await expect(stage, eve).sees("2 of 2", "2. No. 2 · ❤️ 1")
    await eve.presses("❤️ 1")
    await expect(stage, eve).sees("1 of 2", "1. No. 2 · ❤️ 2")


async def test_a_surprise_leads_to_another_one_as_long_as_there_is_one(stage: FakeStage) -> None:
    ana = await stage.member("Ana")
    await shows(stage, ana, "a", SPACE)
    await ana.runs("cats")
    alone = await expect(stage, ana).sees("No. 1")
    assert "Another one" not in alone.labels
    await shows(stage, ana, "b", SPACE)
    await ana.runs("cats", "random")
    for _ in range(2):
        await ana.presses("Another one")
        await stage.settled()
    await expect(stage, ana).sees("No. 1")


async def test_who_left_is_not_named(stage: FakeStage) -> None:
    ana, bo = await stage.member("Ana"), await stage.member("Bo")
    await shows(stage, ana, "a", SPACE)
    await ana.leaves()
    await stage.settled()
    await bo.runs("cats")
    await expect(stage, bo).sees("No. 1")
    await expect(stage, bo).does_not_see("Ana")


async def calls(stage: FakeStage, member: Member, given: tuple[Given, ...], rest: str = "") -> None:
    """Calls /cats with parameters by name."""
    where = stage.where(GENERAL, member.ref)
    handle = stage.gateway.handle(member.ref, where.chat, None) if stage.rich else None
    account = stage.members.present[member.ref]
    now = stage.whole.clock.now()
    await stage.tell(
        CommandInvoked(stage.next_key(), now, where, "cats", account, given=given, rest=rest, handle=handle)
    )


# -------------------------------------------------------------------------------------------------------------- hearts


async def test_nobody_likes_their_own(stage: FakeStage) -> None:
    ana = await stage.member("Ana")
    await ana.starts()
    await shows(stage, ana, "a", SPACE)
    await ana.runs("cats")
    await ana.presses("❤️")
    await expect(stage, ana).sees("You like your own cat, of course")
    assert await hearts(stage) == 0


async def test_two_accounts_of_one_person_have_one_heart(stage: FakeStage) -> None:
    ana, bo, twin = await stage.member("Ana"), await stage.member("Bo"), await stage.member("Twin")
    await shows(stage, ana, "a", SPACE)
    await bo.runs("cats")
    for member in (bo, twin):
        await member.uses(await bo.finds("❤️"))
        await stage.settled()
    assert await hearts(stage) == 2
    await linked(stage, bo, twin)
    assert await hearts(stage) == 1
    await twin.uses(await bo.finds("❤️"))
    await stage.settled()
    assert await hearts(stage) == 0


async def linked(stage: FakeStage, first: Member, second: Member) -> None:
    """Makes two accounts one person."""
    ctx = CoreJobContext(stage.whole.app.services, "admin", None, "link", Deadline())
    code = await ctx.accounts.start_link(await person_of(stage, first))
    assert await ctx.accounts.finish_link(second.ref, code) is None


async def test_many_hearts_at_once_all_count(stage: FakeStage) -> None:
    ana = await stage.member("Ana")
    fans = [await stage.member(f"Fan {one}") for one in range(5)]
    await shows(stage, ana, "a", SPACE)
    await ana.runs("cats")
    heart = await ana.finds("❤️")
    await asyncio.gather(*(fan.uses(heart) for fan in fans))
    await stage.settled()
    assert await hearts(stage) == 5


async def test_the_message_keeps_its_language_whoever_presses(stage: FakeStage) -> None:
    ana, bo = await stage.member("Ana", "es"), await stage.member("Bo", "zh-TW")
    await shows(stage, ana, "a", SPACE)
    await ana.runs("cats")
    await bo.uses(await ana.finds("❤️"))
    await expect(stage, ana).sees("cortesía de Ana", "❤️ 1")


# ------------------------------------------------------------------------------------------------ what is gone by then


async def test_a_cat_that_went_home_is_neither_liked_nor_taken_down_again_and_leafing_goes_on(stage: FakeStage) -> None:
    ana, bo = await stage.member("Ana"), await stage.member("Bo")
    await bo.starts()
    for cause in ("a", "b", "c"):
        await shows(stage, ana, cause, SPACE)
    await bo.runs("cats", "newest")
    await bo.presses("▶")
    await expect(stage, bo).sees("No. 2")
    keys = [await bo.finds(label) for label in ("❤️", "Take it down", "▶")]
    await goes_home(stage, ana, 2)
    await bo.uses(keys[0])
    await expect(stage, bo).sees("This cat has gone home")
    await bo.uses(keys[2])
    await expect(stage, bo).sees("No. 1")
    await bo.uses(keys[2])
    await bo.uses(keys[1])
    await expect(stage, bo).no_longer_sees("No. 1")
    assert await hearts(stage, 1) == 0, "the key was for another cat, which was gone"


async def test_leafing_beyond_the_end_says_so(stage: FakeStage) -> None:
    ana = await stage.member("Ana")
    await ana.starts()
    for cause in ("a", "b"):
        await shows(stage, ana, cause, SPACE)
    await ana.runs("cats", "newest")
    on = await ana.finds("▶")
    await goes_home(stage, ana, 1)
    await ana.uses(on)
    await expect(stage, ana).sees("No more cats this way")


async def test_the_list_of_the_most_liked_may_become_shorter_while_it_is_read(stage: FakeStage) -> None:
    ana, bo = await stage.member("Ana"), await stage.member("Bo")
    await bo.starts()
    cats = Cats(stage.whole.app.services.db, await community_of(stage, SPACE))
    for cause in ("a", "b", "c"):
        number = await shows(stage, ana, cause, SPACE)
        assert number is not None
        await cats.like(number, await person_of(stage, bo), cause=cause, at=stage.whole.clock.now())
    await bo.runs("cats", "top")
    await bo.presses("▶")
    await expect(stage, bo).sees("2 of 3", "No. 2")
    on, heart = await bo.finds("▶"), await bo.finds("❤️")
    for number in (2, 3):
        await cats.take_down(number)
    await bo.uses(on)
    await expect(stage, bo).sees("1 of 1", "No. 1")
    await cats.take_down(1)
    await bo.uses(on)
    await expect(stage, bo).sees("No more cats this way")
    await bo.uses(heart)
    await expect(stage, bo).sees("This cat has gone home")


async def test_who_is_forgotten_leaves_no_cat_behind_and_old_keys_find_none(stage: FakeStage) -> None:
    ana, bo = await stage.member("Ana"), await stage.member("Bo")
    await ana.starts()
    await bo.starts()
    await shows(stage, ana, "a", SPACE)
    await bo.runs("cats")
    heart = await bo.finds("❤️")
    await ana.runs("privacy", chat=PRIVATE)
    await ana.presses("Forget me")
    await ana.presses("Yes, forget me")
    await expect(stage, ana).sees("I don't know you any more")
    await bo.uses(heart)
    await expect(stage, bo).sees("This cat has gone home")
    await bo.runs("cats", "newest")
    await expect(stage, bo).sees("No cat is out")


async def test_a_forged_key_reaches_no_other_communitys_cat(stage: FakeStage) -> None:
    ana, nell = await stage.member("Ana"), await stage.neighbour("Nell")
    await shows(stage, ana, "a", SPACE)
    await nell.runs("cats")
    await expect(stage, nell).sees("No cat is out")
    await ana.runs("cats")
    elsewhere = ChatRef(FAKE, f"{NEIGHBOURS.id}-{GENERAL}").id
    for label in ("❤️", "Take it down"):
        await nell.uses(replace(await ana.finds(label), chat=elsewhere))
        await stage.settled()
    assert await hearts(stage) == 0
    assert await audited(stage) == []


# ----------------------------------------------------------------------------------------------------------- moderators


async def test_a_moderator_takes_any_cat_down_for_good_and_a_member_none(stage: FakeStage) -> None:
    ana, bo = await stage.member("Ana"), await stage.member("Bo")
    mod = await stage.member("Mo", access=Access.MODERATOR)
    await bo.starts()
    await shows(stage, ana, "a", SPACE)
    await bo.runs("cats")
    key = await bo.finds("Take it down")
    await bo.uses(key)
    await expect(stage, bo).sees("Only its owner or a moderator")
    await asyncio.gather(mod.uses(key), mod.uses(key))
    await expect(stage, bo).no_longer_sees("No. 1")
    await stage.settled()
    assert await audited(stage) == ["audit-taken-down"]
    assert await shows(stage, ana, "a", SPACE) is None
    await bo.runs("cats")
    await expect(stage, bo).sees("No cat is out")


async def test_an_owner_is_no_matter_for_the_audit_list(stage: FakeStage) -> None:
    ana = await stage.member("Ana")
    await shows(stage, ana, "a", SPACE)
    await ana.runs("cats")
    await ana.presses("Take it down")
    await expect(stage, ana).no_longer_sees("No. 1")
    assert await audited(stage) == []
    assert await shows(stage, ana, "a", SPACE) == 2, "their own word counts anew"


async def test_a_message_that_cannot_be_deleted_loses_its_keys(stage: FakeStage) -> None:
    ana = await stage.member("Ana")
    await shows(stage, ana, "a", SPACE)
    await ana.runs("cats")
    key = await ana.finds("Take it down")
    stage.gateway.refusals.append(Refused(Reason.NO_RIGHT))
    await ana.uses(key)
    await expect(stage, ana).sees("This cat has gone home")
    await expect(stage, ana).no_longer_sees("No. 1")


async def test_a_report_tells_moderators_the_number(stage: FakeStage) -> None:
    admin, ana, bo = await admin_of(stage), await stage.member("Ana"), await stage.member("Bo")
    await reports_go_here(stage, admin)
    await bo.starts()
    await shows(stage, ana, "a", SPACE)
    await bo.runs("cats")
    await bo.presses("Report")
    await bo.fills("This is a dog")
    await expect(stage, admin).sees("This is a dog", "Cat no. 1", "/cats")


async def test_what_is_no_small_webp_does_not_come_in(stage: FakeStage) -> None:
    ana = await stage.member("Ana")
    album, person, now = await album_of(stage, SPACE), await person_of(stage, ana), stage.whole.clock.now()
    for picture in (WEBP.ljust(MOST_BYTES + 1, b"\0"), b"<svg onload=alert(1)>"):
        with pytest.raises(ValueError, match="WebP"):
            await album.show(person, picture, cause="a", at=now)
    await ana.runs("cats")
    await expect(stage, ana).sees("No cat is out")
