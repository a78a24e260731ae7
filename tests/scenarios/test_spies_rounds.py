"""Two platforms in one club: a question across, a process that is killed before the line opens, and rounds."""

import asyncio
from datetime import timedelta

import pytest

from bot.api import JobContext
from bot.domain.access import Access
from bot.domain.refs import PersonId
from cogs.spies.rules.pairs import PairId, Proposal
from cogs.spies.steps import asking, questions, rounds
from cogs.spies.steps.opening import open_pair
from cogs.spies.store.persons import Persons
from tests.cogs.spies.asking.kit import (
    EN,
    ES,
    FOUND,
    QUESTION,
    ZH,
    answers,
    asks,
    community_of,
    context,
    line_between,
    lines,
    person_of,
    said,
    spy,
)
from tests.kit.patience import PATIENCE
from tests.kit.stage import GENERAL, PRIVATE, Member, expect
from tests.kit.stages.pairs import Pair

LEASE = timedelta(minutes=2)
"""After which another process goes on with what a killed one had begun."""


async def admin_of(pair: Pair) -> Member:
    """An admin on the left, who has opened the private chat."""
    admin = await pair.left.member("Amara", access=Access.ADMIN)
    await admin.starts()
    await pair.settled()
    return admin


async def comes_to(pair: Pair, reached: asyncio.Event) -> None:
    """Waits until the bot is there, and nothing else is being written: a power cut in a commit is another story."""
    async with asyncio.timeout(PATIENCE):
        await reached.wait()
        for _ in range(10):  # each is a round trip to the database's thread, in which everything else gets on
            await lines(pair.whole)


async def runs_round(pair: Pair, admin: Member) -> None:
    """An admin has a round made now."""
    await admin.runs("spy", "rounds", chat=GENERAL)
    await pair.settled()
    await admin.presses("Make a round now")
    await expect(pair.left, admin).sees("A round is on its way")
    await pair.settled()
    await pair.settled()


async def test_two_on_two_platforms_are_found_asked_and_have_a_line(pair: Pair) -> None:
    await pair.binds()
    ana, zhen = await spy(pair.left, "Ana"), await spy(pair.right, "Zhenzhen", ZH, EN)
    await asks(pair.left, ana)
    question = await expect(pair.right, zhen).sees(QUESTION)
    club = await pair.whole.app.services.communities.of_space(pair.right.space)
    for space in await pair.whole.app.services.communities.spaces_of(club):
        assert space.name in question.text, "each knows the club by their own space"
    await answers(pair.right, zhen, "Yes")
    await pair.settled()
    assert await line_between(pair.whole, ana, zhen)


@pytest.mark.parametrize("opened", [False, True], ids=["before-it-was-opened", "after-it-was-opened"])
async def test_a_process_killed_between_the_second_yes_and_the_line_opens_it_once(
    pair: Pair, monkeypatch: pytest.MonkeyPatch, opened: bool
) -> None:
    await pair.binds()
    ana, zhen = await spy(pair.left, "Ana"), await spy(pair.right, "Zhenzhen", ZH, EN)
    await asks(pair.left, ana)
    await expect(pair.right, zhen).sees(QUESTION)
    reached = asyncio.Event()

    async def stops_here(ctx: JobContext, proposal: Proposal) -> PairId:
        if opened:
            await open_pair(ctx, proposal)
        reached.set()
        await asyncio.Event().wait()
        raise AssertionError("it was killed")

    monkeypatch.setattr(questions, "open_pair", stops_here)
    await zhen.presses("Yes")
    await comes_to(pair, reached)
    await pair.dies()
    monkeypatch.setattr(questions, "open_pair", open_pair)
    await pair.comes_back()
    await pair.whole.clock.move(LEASE)
    await pair.settled()
    assert await lines(pair.whole) == 1
    assert await line_between(pair.whole, ana, zhen)


async def test_a_round_asks_both_sides_tells_who_is_left_over_and_puts_them_first(pair: Pair) -> None:
    await pair.binds()
    admin = await admin_of(pair)
    ana, zhen = await spy(pair.left, "Ana"), await spy(pair.right, "Zhenzhen", ZH, EN)
    lone = await spy(pair.left, "Lola", ES, ZH)
    await runs_round(pair, admin)
    await expect(pair.right, zhen).sees("This round", "Do you want to be my Chinese spy?")
    await expect(pair.left, ana).sees("This round", "Do you want to be my English spy?")
    await expect(pair.left, lone).sees("nobody who fits you", "You go first")
    await answers(pair.left, ana, "Yes")
    await expect(pair.left, ana).sees("Noted: a yes")
    assert not await lines(pair.whole)
    await answers(pair.right, zhen, "Yes")
    await pair.settled()
    assert await line_between(pair.whole, ana, zhen)
    await admin.runs("spy", "rounds", chat=GENERAL)
    await expect(pair.left, admin).sees("3 members take part", "One is waiting", "3 in, 1 without anybody")


async def test_in_a_round_everybody_goes_by_a_codename_in_the_readers_language(pair: Pair) -> None:
    await pair.binds()
    admin = await admin_of(pair)
    ana, zhen = await spy(pair.left, "Ana"), await spy(pair.right, "Zhenzhen", ZH, EN, language="zh-CN")
    await zhen.runs("help", chat=PRIVATE)  # not every platform tells of a language before
    await pair.settled()
    await runs_round(pair, admin)
    asked = await expect(pair.left, ana).sees("This round")
    assert asked.text.split("together with ")[1].split(", who asks")[0].isascii()
    asked = await expect(pair.right, zhen).sees("想当我的中文间谍吗")
    codename = asked.text.split("你和")[1].split("配到了一起")[0]
    assert not any(letter.isascii() and letter.isalpha() for letter in codename), codename


async def test_a_left_over_joins_a_pair_and_who_said_yes_has_a_line_without_the_third(pair: Pair) -> None:
    await pair.binds()
    admin = await admin_of(pair)
    ana, zhen = await spy(pair.left, "Ana"), await spy(pair.right, "Zhenzhen", ZH, EN)
    third = await spy(pair.right, "Lulu", ZH, EN)
    await runs_round(pair, admin)
    for stage, member in ((pair.left, ana), (pair.right, zhen), (pair.right, third)):
        question = await expect(stage, member).sees("This round")
        assert question.text.split("together with ")[1].split(", who asks")[0].count(",") == 1
    await answers(pair.left, ana, "Yes")
    await answers(pair.right, third, "No, thanks")
    await answers(pair.right, zhen, "Yes")
    await pair.settled()
    assert await line_between(pair.whole, ana, zhen)
    assert await lines(pair.whole) == 1


async def test_all_three_have_one_line_when_all_say_yes(pair: Pair) -> None:
    await pair.binds()
    admin = await admin_of(pair)
    ana, zhen = await spy(pair.left, "Ana"), await spy(pair.right, "Zhenzhen", ZH, EN)
    third = await spy(pair.right, "Lulu", ZH, EN)
    await runs_round(pair, admin)
    for stage, member in ((pair.left, ana), (pair.right, zhen)):
        await answers(stage, member, "Yes")
        assert not await lines(pair.whole)
    await answers(pair.right, third, "Yes")
    await pair.settled()
    assert await line_between(pair.whole, ana, zhen, third)


async def test_a_round_killed_in_the_middle_asks_everybody_once(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    await pair.binds()
    admin = await admin_of(pair)
    ana, zhen = await spy(pair.left, "Ana"), await spy(pair.right, "Zhenzhen", ZH, EN)
    lone = await spy(pair.left, "Lola", ES, ZH)
    reached, puts = asyncio.Event(), asking.put

    async def stops_here(here: JobContext, proposal: Proposal) -> None:
        reached.set()
        await asyncio.Event().wait()

    monkeypatch.setattr(rounds, "put", stops_here)
    await admin.runs("spy", "rounds", chat=GENERAL)
    await pair.settled()
    await admin.presses("Make a round now")
    await comes_to(pair, reached)
    await pair.dies()
    monkeypatch.setattr(rounds, "put", puts)
    await pair.comes_back()
    await pair.whole.clock.move(LEASE)
    await pair.settled()
    await pair.settled()
    assert len(said(ana, "This round")) == len(said(zhen, "This round")) == len(said(lone, "nobody who fits")) == 1


async def test_only_admins_see_and_make_rounds(pair: Pair) -> None:
    await pair.binds()
    ana = await spy(pair.left, "Ana")
    await ana.runs("spy", "rounds", chat=GENERAL)
    await expect(pair.left, ana).sees("for admins")


async def test_two_accounts_of_one_person_are_never_matched(pair: Pair) -> None:
    await pair.binds()
    ana, other = await spy(pair.left, "Ana"), await spy(pair.right, "Ana too", ZH, EN)
    await links(pair, ana, other)
    people: set[PersonId] = {await person_of(pair.whole, ana), await person_of(pair.whole, other)}
    assert len(people) == 1
    await ana.runs("spy", "find", chat=GENERAL)
    await expect(pair.left, ana).sees("Nobody who fits is free")


async def links(pair: Pair, ana: Member, other: Member) -> None:
    """Two accounts become one person's."""
    accounts = context(pair.whole, None).accounts
    code = await accounts.start_link(await person_of(pair.whole, ana))
    assert await accounts.finish_link(other.ref, code) is None
    await pair.settled()


async def test_who_is_in_two_clubs_says_in_which_to_look_and_two_have_one_question(pair: Pair) -> None:
    ana, zhen = await spy(pair.left, "Ana"), await spy(pair.left, "Zhenzhen", ZH, EN)
    persons, club = Persons(pair.whole.app.services.db), await community_of(pair.right)
    for member in (ana, zhen):
        await persons.join(club, await person_of(pair.whole, member), pair.whole.clock.now())
    await asks(pair.left, ana)
    await expect(pair.left, zhen).sees(QUESTION)
    await zhen.runs("spy", "find", chat=PRIVATE)
    shown = await expect(pair.left, zhen).sees("In which club")
    assert len([label for label in shown.labels if label != "🌐"]) == 2
    await zhen.presses(shown.labels[1])
    await pair.settled()
    found = await expect(pair.left, zhen).sees(FOUND)
    assert "Speaks English, learns Chinese." in found.text
    await zhen.presses("Ask them")
    await expect(pair.left, zhen).sees("Everybody said yes")
    await pair.settled()
    assert await lines(pair.whole) == 1
