"""Two things at once, in the wrong order, or by who is somebody else: each is counted once, and nobody is lost."""

import asyncio

from bot.domain.access import Access
from tests.kit.pictures import CAT, another_cat
from tests.kit.stage import GENERAL, INTRODUCTIONS, Stage, expect
from tests.scenarios.steps import ASKS, SHARES, admin_of, asked, questions, receipts, sets


async def test_who_pays_and_leaves_at_once_leaves_no_question_behind(stage: Stage) -> None:
    ana, bo = await asked(stage), await stage.member("Bo")
    await ana.sends(CAT)
    await ana.leaves()
    await stage.settled()
    await expect(stage, bo).no_longer_sees(ASKS)
    assert len(receipts(bo)) <= 1

    await ana.joins()
    await stage.settled()
    await ana.says("Hello again, I am Ana from Sevilla")
    await expect(stage, ana).does_not_see(ASKS)


async def test_who_leaves_while_members_are_asked_takes_that_question_along(stage: Stage) -> None:
    ana, bo = await asked(stage), await stage.member("Bo")
    await ana.sends_album([CAT, another_cat(1)])
    await ana.finds(SHARES)
    await stage.settled()
    await ana.leaves()
    await stage.settled()
    await bo.sends(another_cat(2), to=receipts(bo)[0])
    await expect(stage, bo).sees("A cat for a cat! Thank you", "Bo")


async def test_who_is_exempted_while_paying_has_paid(stage: Stage) -> None:
    ana, mo = await stage.newcomer("Ana"), await stage.member("Mo", access=Access.MODERATOR)
    await mo.starts()
    said = await ana.says("Hello, I am Ana from Sevilla")
    await expect(stage, ana).sees(ASKS)
    await stage.settled()
    await mo.asks_about("tax", ana, said, chat=INTRODUCTIONS)
    key = await mo.finds("Let off")
    await asyncio.gather(ana.sends(CAT), mo.uses(key))
    await ana.finds(SHARES)
    await expect(stage, ana).no_longer_sees(ASKS)
    await stage.settled()
    assert len(receipts(ana)) == 1
    await mo.asks_about("tax", ana, said, chat=INTRODUCTIONS)
    await expect(stage, mo).sees("Ana", "has paid")


async def test_two_pictures_at_the_same_moment_are_one_payment(stage: Stage) -> None:
    ana = await asked(stage)
    await asyncio.gather(ana.sends(CAT), ana.attaches("cat", another_cat(1), chat=GENERAL))
    await ana.finds(SHARES)
    await stage.settled()
    assert len(receipts(ana)) == 1
    assert questions(ana) == []


async def test_a_hundred_joins_in_ten_seconds_cost_no_word_and_leave_the_bot_well(stage: Stage) -> None:
    """In the playground each of them is an open page, and a quarter of them is crowd enough."""
    crowd = 25 if stage.name.startswith("playground") else 100
    people = [await stage.newcomer(f"Guest {number:03}") for number in range(crowd)]
    await stage.settled()
    await stage.whole.clock.move(15)
    await expect(stage, people[0]).does_not_see(ASKS)
    await people[-1].sends(CAT)
    await people[-1].finds(SHARES)
    await people[7].says("Hello, I am the seventh, from Sevilla")
    await expect(stage, people[7]).sees(ASKS)


async def test_a_hundred_at_a_kept_door_are_greeted_in_few_messages_and_all_are_let_in(stage: Stage) -> None:
    """Where who cannot write is asked on joining; in the playground each is an open page, so it is left out."""
    if stage.name not in {"fake-plain", "telegram"}:
        return
    admin = await admin_of(stage)
    await sets(stage, admin, "The door", "kept until the toll")
    people = [await stage.newcomer(f"Guest {number:03}") for number in range(100)]
    await stage.settled()
    assert all(stage.restricted(one) for one in people)
    for _ in range(5):
        await stage.whole.clock.move(12)
        await stage.settled()
    shown = questions(admin)
    assert len(shown) <= 16
    for one in people:
        assert sum(one.name in seen.text for seen in shown) == 1, one.name

    await people[99].presses("Skip")
    await stage.settled()
    assert not stage.restricted(people[99])
    await stage.whole.clock.move(600)
    await stage.settled()
    assert not any(stage.restricted(one) for one in people)


async def test_a_chat_that_is_known_by_its_name_is_heard_under_its_new_name_only(stage: Stage) -> None:
    await stage.adds_chat("lobby")
    await stage.settled()
    ana = await stage.newcomer("Ana")
    await ana.says("Hello, I am Ana from Sevilla", chat="lobby")
    await expect(stage, ana).does_not_see(ASKS)
    await stage.renames("lobby", "introduce yourself")
    await stage.settled()
    await ana.says("Hello, I am Ana from Sevilla", chat="lobby")
    await expect(stage, ana).sees(ASKS)
    await stage.renames("lobby", "kitchen")
    await stage.settled()
    bo = await stage.newcomer("Bo")
    await bo.says("Hello, I am Bo from Lima", chat="lobby")
    await stage.settled()
    assert len(questions(bo)) == 1


async def test_a_chat_that_was_chosen_is_heard_whatever_it_is_called(stage: Stage) -> None:
    admin = await admin_of(stage)
    await stage.adds_chat("lobby")
    await stage.settled()
    await sets(stage, admin, "Introductions are in", "Where you called", chat="lobby")
    await stage.renames("lobby", "kitchen")
    await stage.settled()
    ana = await stage.newcomer("Ana")
    await ana.says("Hello, I am Ana from Sevilla", chat="lobby")
    await expect(stage, ana).sees(ASKS)
