"""A line that falls silent, or is a week old, on the fakes: who is told what, when, and how often."""

from collections.abc import AsyncGenerator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.core.jobs import JOB
from bot.domain.refs import PersonId
from cogs.spies.actions.keeping import CheckIn, Nudge
from cogs.spies.rules.keeping import CHECKED_AFTER, SILENCES, Streak
from cogs.spies.rules.pairs import Ending, PairId
from cogs.spies.steps import keeping
from cogs.spies.steps.ending import end_pair
from cogs.spies.steps.streaks import streak_of
from cogs.spies.store.keeping import Wrote
from cogs.spies.store.pairs import Pairs
from cogs.spies.store.persons import Persons
from tests.cogs.spies.line.kit import OWN, Spy, context, kept, line_between, person_of, says, sees, sees_no, two
from tests.kit.stages.pairs import Pair, fake_pair
from tests.kit.translator import SpokenTranslator

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
FIRST, LAST, CHECK = "A cat blinks slowly", "I shall leave you in peace now", "How is it going?"
FIRST_ZH, LAST_ZH, CHECK_ZH = "猫慢慢眨了下眼", "之后我就不打扰了", "认识满一周"


@pytest.fixture
async def pair(tmp_path: Path) -> AsyncGenerator[Pair]:
    """The whole bot on two platforms in memory, which are one community."""
    async with fake_pair(tmp_path, translator=SpokenTranslator(OWN)) as opened:
        await opened.binds()
        yield opened


async def opened(pair: Pair) -> tuple[Spy, Spy, PairId]:
    """A line between two that is open."""
    ana, bo = await two(pair)
    line = await line_between(pair.whole, ana, bo)
    await sees(ana, "Moonpaw", "is open")
    await pair.settled()
    return ana, bo, line


async def passes(pair: Pair, time: timedelta) -> None:
    """Lets time pass."""
    await pair.whole.clock.move(time)
    await pair.settled()


def told(spy: Spy, words: str) -> int:
    """How often somebody was told this."""
    return sum(words in seen.text for seen in spy.member.visible())


async def jobs(pair: Pair, line: PairId) -> set[str]:
    """The keys of what is to be done to keep a line going."""
    async with pair.whole.app.services.db.reading() as reading:
        rows = await reading.execute(select(JOB.c.key).where(JOB.c.cog == "spies"))
        found = [str(row.key).split() for row in rows]
        return {" ".join(key) for key in found if key[0] in {"nudge", "check", "weeks"} and key[1] == str(line)}


# -------------------------------------------------------------------------------------------------------------- nudges


async def test_a_silent_line_is_nudged_twice_and_then_left_alone(pair: Pair) -> None:
    ana, bo, _ = await opened(pair)
    await passes(pair, SILENCES[0] - MINUTE)
    assert (told(ana, FIRST), told(bo, FIRST_ZH)) == (0, 0)
    await passes(pair, 2 * MINUTE)
    await sees(ana, "Moonpaw", FIRST)
    await sees(bo, "Whisker", FIRST_ZH)
    await passes(pair, SILENCES[1] - SILENCES[0])
    await sees(ana, "Moonpaw", LAST)
    await sees(bo, "Whisker", LAST_ZH)
    await passes(pair, 30 * DAY)
    assert (told(ana, FIRST), told(ana, LAST), told(bo, FIRST_ZH), told(bo, LAST_ZH)) == (1, 1, 1, 1)


async def test_who_writes_begins_the_silence_anew(pair: Pair) -> None:
    ana, bo, _ = await opened(pair)
    await passes(pair, 3 * DAY)
    await says(ana, "Where is my cat?")
    await passes(pair, 3 * DAY)
    assert told(ana, FIRST) == 0
    await passes(pair, DAY + MINUTE)
    assert told(ana, FIRST) == 1
    await says(bo, "猫在屋顶上睡觉")
    await passes(pair, SILENCES[0] + MINUTE)
    assert (told(ana, FIRST), told(ana, LAST), told(bo, FIRST_ZH)) == (2, 0, 2), "a new silence, the first nudge"


async def test_a_nudge_waits_until_somebody_is_on_duty(pair: Pair) -> None:
    ana, bo, _ = await opened(pair)
    await off_duty(pair, bo, 11, 15)
    await passes(pair, SILENCES[0] + MINUTE)
    assert (told(ana, FIRST), told(bo, FIRST_ZH)) == (1, 0), "it is noon"
    await passes(pair, timedelta(hours=3))
    assert told(bo, FIRST_ZH) == 1


async def test_a_check_in_waits_for_that_too(pair: Pair) -> None:
    ana, bo, _ = await opened(pair)
    await off_duty(pair, bo, 11, 15)
    await passes(pair, CHECKED_AFTER + MINUTE)
    assert (told(ana, CHECK), told(bo, CHECK_ZH)) == (1, 0)
    await passes(pair, timedelta(hours=3))
    assert told(bo, CHECK_ZH) == 1


async def test_a_nudge_that_waited_is_not_said_when_somebody_wrote_meanwhile(pair: Pair) -> None:
    ana, bo, _ = await opened(pair)
    await off_duty(pair, bo, 11, 15)
    await passes(pair, SILENCES[0] + MINUTE)
    await says(ana, "Where is my cat?")
    await passes(pair, timedelta(hours=3))
    assert told(bo, FIRST_ZH) == 0


async def off_duty(pair: Pair, spy: Spy, begins: int, ends: int) -> None:
    """Somebody is left in peace between two hours; they have no time zone, and so it is UTC."""
    persons = Persons(pair.whole.app.services.db)
    file = await persons.of(await person_of(pair.whole, spy.member))
    assert file is not None
    await persons.save(replace(file, off_duty=(begins * 60, ends * 60)), pair.whole.clock.now())


async def test_a_line_that_moderators_look_at_is_left_alone(pair: Pair) -> None:
    ana, _, line = await opened(pair)
    await Pairs(pair.whole.app.services.db).put_held(line, held=True)
    await passes(pair, CHECKED_AFTER + MINUTE)
    assert (told(ana, FIRST), told(ana, CHECK)) == (0, 0)
    await Pairs(pair.whole.app.services.db).put_held(line, held=False)
    await passes(pair, DAY)
    assert (told(ana, FIRST), told(ana, CHECK)) == (1, 1)


async def test_what_is_done_twice_is_said_once(pair: Pair) -> None:
    ana, _, line = await opened(pair)
    await passes(pair, CHECKED_AFTER + MINUTE)
    ctx = context(pair.whole, (await kept(pair.whole, line)).community)
    for _ in range(2):
        await keeping.nudge(ctx, Nudge(line, 1))
        await keeping.check_in(ctx, CheckIn(line))
        await keeping.begun(ctx, await kept(pair.whole, line))
        await passes(pair, MINUTE)
    assert (told(ana, FIRST), told(ana, CHECK)) == (1, 1)


async def test_after_a_long_time_without_the_bot_two_nudges_do_not_come_together(pair: Pair) -> None:
    ana, _, _ = await opened(pair)
    await pair.dies()
    await pair.whole.clock.move(20 * DAY)
    await pair.comes_back()
    await pair.settled()
    assert (told(ana, FIRST), told(ana, LAST), told(ana, CHECK)) == (1, 0, 1)
    await passes(pair, SILENCES[0] + MINUTE)
    assert told(ana, LAST) == 1


# ----------------------------------------------------------------------------------------------------------- check-ins


async def checked(pair: Pair) -> tuple[Spy, Spy, PairId]:
    """A line whose two have written, and are asked how it goes."""
    ana, bo, line = await opened(pair)
    await passes(pair, CHECKED_AFTER - DAY)
    await says(ana, "Where is my cat?")
    await says(bo, "猫在屋顶上睡觉")
    await passes(pair, DAY + MINUTE)
    await sees(ana, "Moonpaw", CHECK)
    await sees(bo, "Whisker", CHECK_ZH)
    return ana, bo, line


async def presses(spy: Spy, label: str) -> None:
    await spy.member.presses(label)
    await spy.stage.settled()


async def test_after_a_week_each_is_asked_and_only_they_see_the_answer(pair: Pair) -> None:
    ana, bo, line = await checked(pair)
    await presses(ana, "😺 Well")
    await sees(ana, "Back to Moonpaw")
    await presses(bo, "先不说")
    await sees(bo, "当我没问")
    await sees_no(bo, "Back to")
    assert (await kept(pair.whole, line)).ended is None
    await passes(pair, 30 * DAY)
    assert (told(ana, CHECK), told(bo, CHECK_ZH)) == (0, 0), "asked once; the question became the answer"


async def test_who_wants_somebody_new_can_say_goodbye_first(pair: Pair) -> None:
    ana, bo, line = await checked(pair)
    await presses(ana, "A new spy, please")
    await sees(ana, "besides Moonpaw")
    assert (await kept(pair.whole, line)).ended is None, "asked which"
    await presses(ana, "Goodbye first")
    ended = await kept(pair.whole, line)
    assert (ended.ended is not None, ended.why) == (True, Ending.GOODBYE)
    await pair.settled()
    await sees(bo, "Whisker", "再见")
    assert await jobs(pair, line) == {f"weeks {line}"}


async def test_who_wants_somebody_new_can_keep_this_one_and_waits(pair: Pair) -> None:
    ana, bo, line = await checked(pair)
    person, now = await person_of(pair.whole, ana.member), pair.whole.clock.now()
    line_kept = await kept(pair.whole, line)
    persons = Persons(pair.whole.app.services.db)
    await persons.join(line_kept.community, person, now)
    await presses(ana, "A new spy, please")
    await presses(ana, "Besides")
    await sees(ana, "Moonpaw stays")
    assert (await kept(pair.whole, line)).ended is None
    assert set(await persons.waiting(line_kept.community)) == {person}
    await sees_no(bo, "besides")


async def test_who_paused_is_told_so_before_they_wait_for_somebody_new(pair: Pair) -> None:
    ana, _, line = await checked(pair)
    person, now = await person_of(pair.whole, ana.member), pair.whole.clock.now()
    community, persons = (await kept(pair.whole, line)).community, Persons(pair.whole.app.services.db)
    await persons.join(community, person, now)
    file = await persons.of(person)
    assert file is not None
    await persons.save(replace(file, paused=True), now)
    await presses(ana, "A new spy, please")
    await presses(ana, "Besides")
    await sees_no(ana, "Moonpaw stays")
    await persons.save(file, now)
    assert await persons.waiting(community) == {}


async def test_an_old_key_of_a_line_that_ended_says_so(pair: Pair) -> None:
    ana, _, line = await checked(pair)
    await end_pair(context(pair.whole, None), line, None, Ending.LEFT)
    await pair.settled()
    await presses(ana, "😺 Well")
    await sees(ana, "This line is no longer there")
    await sees_no(ana, "Back to Moonpaw")


# -------------------------------------------------------------------------------------------------------------- streaks


async def test_weeks_in_which_both_wrote_are_counted_and_shown(pair: Pair) -> None:
    ana, bo, line = await opened(pair)
    for wait in (0, 7, 14, 7):
        await passes(pair, wait * DAY)
        await says(ana, "Where is my cat?")
        await says(bo, "猫在屋顶上睡觉")
    ctx = context(pair.whole, None)
    assert await streak_of(ctx, await kept(pair.whole, line)) == Streak(4, 4), "one missed week is forgiven"
    await shows_line(ana)
    await sees(ana, "🔥 4 weeks")
    await passes(pair, 21 * DAY)
    assert await streak_of(ctx, await kept(pair.whole, line)) == Streak(0, 4)
    await end_pair(ctx, line, await person_of(pair.whole, ana.member), Ending.GOODBYE)
    await pair.settled()
    await sees(bo, "Whisker", "有 4 周")


async def shows_line(spy: Spy) -> None:
    """Opens the screen of the only line."""
    await spy.member.runs("line")
    await spy.stage.settled()
    await presses(spy, "Moonpaw")


async def test_a_week_in_which_one_wrote_alone_is_none(pair: Pair) -> None:
    ana, _, line = await opened(pair)
    for _ in range(3):
        await says(ana, "Where is my cat?")
        await passes(pair, 7 * DAY)
    assert (await streak_of(context(pair.whole, None), await kept(pair.whole, line))).longest == 0


# --------------------------------------------------------------------------------------------------------------- ending


async def test_a_line_that_ended_is_neither_nudged_nor_asked_about_and_its_weeks_go(pair: Pair) -> None:
    ana, bo, line = await opened(pair)
    await off_duty(pair, bo, 11, 15)
    await says(ana, "Where is my cat?")
    await passes(pair, SILENCES[0] + MINUTE)
    assert f"nudge {line} {await person_of(pair.whole, bo.member)}" in await jobs(pair, line)
    await end_pair(context(pair.whole, None), line, None, Ending.LEFT)
    assert await jobs(pair, line) == {f"weeks {line}"}
    before = told(ana, FIRST)
    await passes(pair, 6 * DAY)
    assert await wrote(pair, ana) is not None
    await passes(pair, 2 * DAY)
    assert await wrote(pair, ana) is None
    assert (told(ana, FIRST), told(ana, LAST), told(ana, CHECK), told(bo, FIRST_ZH)) == (before, 0, 0, 0)
    assert await jobs(pair, line) == set()


async def wrote(pair: Pair, spy: Spy) -> object:
    """What is kept of when somebody wrote."""
    person: PersonId = await person_of(pair.whole, spy.member)
    return await Wrote(pair.whole.app.services.db).export(person)
