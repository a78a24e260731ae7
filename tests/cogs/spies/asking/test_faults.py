"""What goes wrong around questions: blocks and bans in between, blocked bots, limits, doubles, large clubs."""

import asyncio
import time
from collections import Counter
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from sqlalchemy import event
from sqlalchemy.engine import Connection, Engine

from bot.domain.access import Access
from bot.domain.refs import PersonId
from cogs.spies.actions.asking import MakeRound, SendRound
from cogs.spies.rules.people import File, Level
from cogs.spies.settings import ASKS_A_DAY, MINORS, ROUND_DAYS
from cogs.spies.steps import rounds
from cogs.spies.steps.barring import ban, block
from cogs.spies.steps.candidates import candidates
from cogs.spies.store.asked import AskedPersons
from cogs.spies.store.blocks import Whose
from cogs.spies.store.persons import Persons
from cogs.spies.store.rounds import Rounds
from tests.cogs.spies.asking.kit import (
    EN,
    ES,
    FOUND,
    QUESTION,
    ZH,
    answers,
    asks,
    begun,
    community_of,
    context,
    finds,
    lines,
    person_of,
    said,
    spy,
    takes_part,
)
from tests.cogs.spies.line.kit import OWN
from tests.kit.stage import GENERAL, PRIVATE, Member, expect
from tests.kit.stages.fake import FakeStage, fake_stage
from tests.kit.translator import SpokenTranslator

DAY = timedelta(days=1)


async def asked(stage: FakeStage) -> tuple[Member, Member]:
    """One asked another, who has not answered."""
    ana, zhen = await spy(stage, "Ana"), await spy(stage, "Zhenzhen", ZH, EN)
    await asks(stage, ana)
    await expect(stage, zhen).sees(QUESTION)
    return ana, zhen


async def test_a_yes_after_a_block_opens_nothing_and_tells_nobody_why(stage: FakeStage) -> None:
    ana, zhen = await asked(stage)
    here = context(stage.whole, await community_of(stage))
    await block(here, await person_of(stage.whole, ana), await person_of(stage.whole, zhen))
    await answers(stage, zhen, "Yes")
    await expect(stage, zhen).sees("Noted: a yes")
    await stage.whole.clock.move(3 * DAY)
    await expect(stage, zhen).sees("Nothing came of it")
    await stage.settled()
    assert not await lines(stage.whole)


async def test_the_askers_words_are_read_in_ones_own_language_unless_they_do_not_want_that(tmp_path: Path) -> None:
    async with fake_stage(tmp_path, translator=SpokenTranslator(OWN)) as stage:
        ana, bo = await spy(stage, "Ana", words="Where is my cat?"), await spy(stage, "Bo", words="Thank you")
        await context(stage.whole, None).accounts.choose_translation(await person_of(stage.whole, bo), False)
        first, second = [await spy(stage, name, ZH, EN, language="zh-CN") for name in ("Zhen", "Li")]
        await asks(stage, ana)
        await asks(stage, bo)
        read = [seen.text for one in (first, second) for seen in one.visible() if "TA 自己说" in seen.text]
        assert len(read) == 2
        assert any("我的猫在哪儿？" in text and "Where is my cat?" in text for text in read)
        assert any("Thank you" in text and "谢谢" not in text for text in read)


async def test_rounds_are_shown_in_private_to_an_admin_who_takes_part(stage: FakeStage) -> None:
    admin, ana = await stage.member("Amara", access=Access.ADMIN), await spy(stage, "Ana")
    await admin.starts()
    await takes_part(stage, admin, EN, ZH)
    for one, words in ((ana, "Rounds belong to a club"), (admin, "2 members take part")):
        await one.runs("spy", "rounds", chat=PRIVATE)
        await expect(stage, one).sees(words)


async def test_who_is_banned_meanwhile_gets_no_line_and_is_never_shown(stage: FakeStage) -> None:
    ana, zhen = await asked(stage)
    community = await community_of(stage)
    await ban(context(stage.whole, community), community, await person_of(stage.whole, ana), Whose.CASE)
    await answers(stage, zhen, "Yes")
    assert not await lines(stage.whole)
    await zhen.runs("spy", "find", chat=GENERAL)
    await expect(stage, zhen).sees("Nobody who fits is free")


async def test_more_asks_than_allowed_in_a_day_wait_for_tomorrow(stage: FakeStage) -> None:
    ana = await spy(stage, "Ana")
    here = context(stage.whole, await community_of(stage))
    await here.change(ASKS_A_DAY, 1)
    for name in ("Zhenzhen", "Lulu"):
        await spy(stage, name, ZH, EN)
    await asks(stage, ana)
    await finds(stage, ana)
    await ana.presses("Ask them")
    await expect(stage, ana).sees("You have asked once today")
    await stage.settled()
    await stage.whole.clock.move(DAY)
    await stage.settled()
    await asks(stage, ana)


async def test_those_under_18_meet_only_each_other_and_only_where_they_may(stage: FakeStage) -> None:
    yuki = await spy(stage, "Yuki", adult=False)
    await spy(stage, "Zhenzhen", ZH, EN)
    await yuki.runs("spy", "find", chat=GENERAL)
    await expect(stage, yuki).sees("under 18 are off")
    here = context(stage.whole, await community_of(stage))
    await here.change(MINORS, value=True)
    await yuki.runs("spy", "find", chat=GENERAL)
    await expect(stage, yuki).sees("Nobody who fits is free")
    await stage.settled()
    await spy(stage, "Kenji", ZH, EN, adult=False)
    await finds(stage, yuki)


async def test_who_deletes_their_data_leaves_no_question_behind(stage: FakeStage) -> None:
    ana, zhen = await asked(stage)
    person = await person_of(stage.whole, ana)
    assert await AskedPersons(stage.whole.app.services.db).export_of(person)
    await AskedPersons(stage.whole.app.services.db).forget(person)
    assert await AskedPersons(stage.whole.app.services.db).export_of(person) == []
    await answers(stage, zhen, "Yes")
    assert not await lines(stage.whole)
    await stage.whole.clock.move(3 * DAY)
    await expect(stage, zhen).sees("Nothing came of your last question")


async def test_a_round_done_twice_asks_once(stage: FakeStage) -> None:
    ana, zhen = await spy(stage, "Ana"), await spy(stage, "Zhenzhen", ZH, EN)
    lone = await spy(stage, "Lola", ES, ZH)
    here = context(stage.whole, await community_of(stage))
    for _ in range(2):
        await rounds.make_round(here, MakeRound("twice"))
        await stage.settled()
    assert len(said(ana, "This round")) == len(said(zhen, "This round")) == len(said(lone, "nobody who fits")) == 1


async def test_rounds_come_by_themselves_as_often_as_the_club_likes(stage: FakeStage) -> None:
    community = await community_of(stage)
    here = context(stage.whole, community)
    await here.change(ROUND_DAYS, 7)
    ana, _ = await spy(stage, "Ana"), await spy(stage, "Zhenzhen", ZH, EN)
    admin = await stage.member("Amara", access=Access.ADMIN)
    await admin.starts()
    await admin.runs("spy", "rounds", chat=GENERAL)
    await expect(stage, admin).sees("The next round", "2 members take part; 2 can be matched")
    await stage.settled()
    await stage.whole.clock.move(DAY + timedelta(minutes=1))
    await stage.settled()
    await expect(stage, ana).sees("This round")
    assert await begun(stage.whole, community) == 1
    for _ in range(6):
        await stage.whole.clock.move(DAY)
        await stage.settled()
    assert await begun(stage.whole, community) == 1
    for _ in range(2):
        await stage.whole.clock.move(DAY)
        await stage.settled()
    assert await begun(stage.whole, community) == 2


async def test_who_left_the_club_is_found_by_nobody_there(stage: FakeStage) -> None:
    ana, zhen = await spy(stage, "Ana"), await spy(stage, "Zhenzhen", ZH, EN)
    await zhen.leaves()
    await stage.settled()
    await ana.runs("spy", "find", chat=GENERAL)
    await expect(stage, ana).sees("Nobody who fits is free")


async def test_a_neighbour_club_is_no_place_to_look_in(stage: FakeStage) -> None:
    """Who takes part elsewhere only is not found here."""
    ana, zhen = await spy(stage, "Ana"), await stage.member("Zhenzhen")
    person = await takes_part(stage, zhen, ZH, EN)
    await Persons(stage.whole.app.services.db).leave(await community_of(stage), person)
    await ana.runs("spy", "find", chat=GENERAL)
    await expect(stage, ana).sees("Nobody who fits is free")
    assert not said(ana, FOUND)


async def fill(stage: FakeStage, count: int, *, each: int = 50) -> Sequence[PersonId]:
    """So many members, of whom only each so-and-so-many-th speaks the language that all others learn."""
    persons, community = Persons(stage.whole.app.services.db), await community_of(stage)
    people = [PersonId(1_000_000 + number) for number in range(count)]
    for number, person in enumerate(people):
        speaks, learns = (ZH, EN) if number % each == 0 else (EN, ZH)
        await persons.save(File(person, True, {speaks: Level.NATIVE}, {learns: Level.A2}), stage.whole.clock.now())
        await persons.join(community, person, stage.whole.clock.now())
    return people


async def test_a_large_club_keeps_nobody_waiting_while_somebody_looks(stage: FakeStage) -> None:
    await fill(stage, 600)
    here, community = context(stage.whole, await community_of(stage)), await community_of(stage)
    longest, ended = 0.0, False

    async def others() -> None:
        nonlocal longest
        while not ended:
            began = time.thread_time()
            await asyncio.sleep(0)
            longest = max(longest, time.thread_time() - began)

    watching = asyncio.create_task(others())
    found = await candidates(here, community)
    ended = True
    await watching
    assert len(found) == 600
    assert longest < 1.0


@contextmanager
def statements() -> Generator[list[str]]:
    """What is asked of the database meanwhile."""
    asked: list[str] = []

    def hears(connection: Connection, cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    event.listen(Engine, "before_cursor_execute", hears)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", hears)


async def test_a_round_does_not_ask_the_database_about_each_one(stage: FakeStage) -> None:
    await fill(stage, 100, each=2)
    club = await community_of(stage)
    here = context(stage.whole, club)
    with statements() as asked:
        await rounds.make_round(here, MakeRound("large"))
    (this,) = await Rounds(here.db).lately(club, 1)
    await here.jobs.cancel(f"send:{this.id}")
    assert (this.people, this.matched) == (100, 100)
    assert len(asked) < 60, Counter(asked).most_common(3)


async def test_who_else_waits_is_not_looked_up_for_each_who_is_left_over(stage: FakeStage) -> None:
    people = await fill(stage, 20, each=100)
    club = await community_of(stage)
    here = context(stage.whole, club)
    this = await Rounds(here.db).begin(club, "left", stage.whole.clock.now())
    await Rounds(here.db).plan(this, [], people, stage.whole.clock.now())
    with statements() as asked:
        await rounds.send_round(here, SendRound("left"))
    await here.jobs.cancel(f"send:{this.id}")
    assert len(await Persons(here.db).waiting(club)) == 20
    assert not await Rounds(here.db).untold(this, 1)
    assert sum("JOIN spies_person" in one for one in asked) == 1
