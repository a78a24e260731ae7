"""When many come at once they are greeted together, and every one of them sees that they were seen."""

import re
from collections import Counter
from datetime import timedelta

from cogs.cat_tax.rules.pictures import Sight
from cogs.cat_tax.rules.standing import RUSH_MOST, RUSH_WAIT
from cogs.cat_tax.settings import RUSH, THEME
from tests.cogs.cat_tax.kit import ASKS, SAID, asks, chosen, here_before, sees, sets, state_of, thanks, told
from tests.kit.pictures import CAT
from tests.kit.stage import expect
from tests.kit.stages.fake import FakeStage
from tests.kit.stages.fake_member import FakeMember
from tests.scenarios.steps import admin_of

WAIT = RUSH_WAIT + timedelta(seconds=1)
TOGETHER = "So many of you"


def together(stage: FakeStage) -> list[str]:
    """The greetings for many, as they read."""
    return [post.piece.text.plain for post in stage.gateway.posts if TOGETHER in post.piece.text.plain]


def called(text: str) -> list[str]:
    """Who is named in a greeting for many."""
    return re.findall(r"Guest \d\d\d", text)


async def comes_a_crowd(stage: FakeStage, number: int, *, seconds: float = 0) -> list[FakeMember]:
    """So many join and introduce themselves, one after the other within some seconds."""
    crowd: list[FakeMember] = []
    for guest in range(number):
        member = await stage.newcomer(f"Guest {guest:03}")
        await member.says(f"Hello, I am guest number {guest}")
        crowd.append(member)
        if seconds:
            await stage.whole.clock.move(seconds / number)
    await stage.settled()
    return crowd


async def in_a_rush(stage: FakeStage, number: int = 3) -> list[FakeMember]:
    """Some who were greeted together, after two who were not."""
    await sets(stage, RUSH, 2)
    crowd = await comes_a_crowd(stage, number + 2)
    await stage.whole.clock.move(WAIT)
    await stage.settled()
    assert len(together(stage)) == 1
    return crowd[2:]


async def test_a_hundred_in_ten_seconds_are_greeted_by_few_messages_and_each_is_named_once(stage: FakeStage) -> None:
    crowd = await comes_a_crowd(stage, 100, seconds=10)
    await stage.whole.clock.move(WAIT)
    await stage.settled()
    await stage.whole.clock.move(timedelta(minutes=2))
    await stage.settled()
    alone = asks(stage) - len(together(stage))
    assert alone == 10
    greetings = together(stage)
    assert len(greetings) <= 90 / RUSH_MOST + 2
    named = Counter(name for text in greetings for name in called(text))
    assert named == Counter(member.name for member in crowd[10:])
    assert all(len(called(text)) <= RUSH_MOST for text in greetings)


async def test_how_many_make_a_rush_is_a_setting_and_it_ends_with_its_minute(stage: FakeStage) -> None:
    await sets(stage, RUSH, 2)
    await comes_a_crowd(stage, 3)
    await stage.whole.clock.move(WAIT)
    await stage.settled()
    assert (asks(stage), [called(text) for text in together(stage)]) == (3, [["Guest 002"]])
    await stage.whole.clock.move(timedelta(minutes=2))
    late = await stage.newcomer("Late")
    await late.says(SAID)
    await stage.settled()
    assert (asks(stage), len(together(stage))) == (4, 1)


async def test_those_who_wait_for_their_greeting_get_it_across_a_restart(stage: FakeStage) -> None:
    await sets(stage, RUSH, 2)
    await comes_a_crowd(stage, 4)
    await stage.whole.restart()
    await stage.gateway.running.wait()
    await stage.whole.clock.move(WAIT)
    await stage.settled()
    assert [called(text) for text in together(stage)] == [["Guest 002", "Guest 003"]]


async def test_the_keys_work_for_each_of_them_and_for_nobody_else(stage: FakeStage) -> None:
    first, second, third = await in_a_rush(stage)
    old = await here_before(stage, "Old")
    for member in (first, second, third):
        await member.starts()
    keys = {key.label: key for key in first.choices() if key.message == _message(stage)}
    await first.uses(keys["Skip"])
    await told(stage, first, "No problem at all")
    await second.uses(keys["I owe you one"])
    await told(stage, second, "Noted. Welcome!")
    await old.uses(keys["Skip"])
    await told(stage, old, "settled already")
    await third.uses(keys["Pay now"])
    if stage.rich:
        await third.fills(CAT)
    else:
        await third.sends(CAT)
    assert [await state_of(stage, member) for member in (first, second, third)] == ["skipped", "owes", "paid"]
    assert await state_of(stage, old) is None
    assert len(together(stage)) == 1, "it is for the others too"
    await first.uses(keys["I owe you one"])
    await told(stage, first, "settled already")


def _message(stage: FakeStage) -> str:
    """The platform's name of the greeting for many."""
    return next(post.ref.id for post in stage.gateway.posts if TOGETHER in post.piece.text.plain)


async def test_paying_by_a_key_in_a_rush_is_quiet(stage: FakeStage) -> None:
    first, *_ = await in_a_rush(stage)
    await first.starts()
    before = len(stage.gateway.posts)
    key = next(key for key in first.choices() if key.message == _message(stage) and key.label == "I owe you one")
    await first.uses(key)
    await told(stage, first, "Noted. Welcome!")
    await stage.settled()
    assert len(stage.gateway.posts) == before


async def test_who_pays_or_leaves_while_they_wait_is_not_named(stage: FakeStage) -> None:
    await sets(stage, RUSH, 2)
    crowd = await comes_a_crowd(stage, 6)
    await crowd[3].sends(CAT)
    await crowd[4].leaves()
    await stage.settled()
    await stage.whole.clock.move(WAIT)
    await stage.settled()
    assert [called(text) for text in together(stage)] == [["Guest 002", "Guest 005"]]
    assert thanks(stage) == 1


async def test_a_greeting_for_many_vanishes_after_a_day(stage: FakeStage) -> None:
    await in_a_rush(stage)
    await stage.whole.clock.move(timedelta(hours=25))
    await stage.settled()
    assert asks(stage) == 0


# --------------------------------------------------------------------------------------------------------------- theme


async def test_the_communitys_word_is_drawn_and_told_and_stays_plain(stage: FakeStage) -> None:
    eyes = await sees(stage, Sight.CAT)
    ana = await stage.newcomer("Ana")
    await ana.says(SAID)
    usual = await expect(stage, ana).sees("Hello, I am a spy")
    await stage.settled()
    assert eyes.drawn == []
    theme = "*your* <b>pal</b> @Ana @everyone"
    await sets(stage, THEME, theme)
    bo = await stage.newcomer("Bo")
    await bo.says("Hello, I am Bo from Ohio")
    themed = await expect(stage, bo).sees(f"Hello, I am {theme}. {ASKS}")
    assert themed.pinged == ()
    assert len(eyes.drawn) == 1
    assert themed.files[0].startswith(b"\x89PNG")
    assert themed.files != usual.files


async def test_without_a_worker_the_usual_picture_goes_with_the_communitys_word(stage: FakeStage) -> None:
    await sees(stage, Sight.CAT, fails=True)
    await sets(stage, THEME, "your pen pal")
    ana = await stage.newcomer("Ana")
    await ana.says(SAID)
    assert (await expect(stage, ana).sees("I am your pen pal")).pictures == 1


async def test_a_setting_is_in_force_at_once_and_in_the_audit_list(stage: FakeStage) -> None:
    boss = await admin_of(stage)
    await chosen(stage, boss, "Cat tax", "Greet together above")
    await boss.presses("Write a new value")
    await boss.fills("2")
    await stage.settled()
    await comes_a_crowd(stage, 3)
    await stage.whole.clock.move(WAIT)
    await stage.settled()
    assert [called(text) for text in together(stage)] == [["Guest 002"]]
    await chosen(stage, boss, "Who changed what")
    await expect(stage, boss).sees(boss.name, "Greet together above", "2")
