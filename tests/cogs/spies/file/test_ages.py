"""Somebody says that they are of the other age: the two never meet, and nobody is told."""

from cogs.spies.rules.ages import GROWN_AFTER
from cogs.spies.store.persons import Persons
from tests.cogs.spies.asking.kit import EN, ZH, person_of, takes_part
from tests.cogs.spies.file.test_scenarios import links
from tests.cogs.spies.line.kit import Spy, line_between
from tests.kit.stage import PRIVATE, Member, expect
from tests.kit.stages.fake import FakeStage
from tests.scenarios.spying import presses


async def on_a_line(stage: FakeStage) -> tuple[Member, Member]:
    """Two adults who take part, and have a line."""
    ana, bo = await stage.member("Ana"), await stage.member("Bo")
    for one, speaks, learns in ((ana, EN, ZH), (bo, ZH, EN)):
        await one.starts()
        await takes_part(stage, one, speaks, learns)
    await line_between(stage.whole, Spy(stage, ana, "Whisker"), Spy(stage, bo, "Moonpaw"))
    return ana, bo


async def test_who_is_under_18_after_all_parts_from_adults_and_turns_18_once(stage: FakeStage) -> None:
    ana, bo = await on_a_line(stage)
    persons, person = Persons(stage.whole.app.services.db), await person_of(stage.whole, ana)
    await ana.runs("spy", chat=PRIVATE)
    await presses(stage, ana, "Limits", "My age", "18 or older")
    await expect(stage, ana).sees("Your file", "Nothing changes")
    await presses(stage, ana, "Limits", "My age", "Under 18", "Yes, that's right")
    await expect(stage, ana).sees("Your file", "Changed.", "you no longer take part there", "no club yet")
    await expect(stage, bo).sees("Your line to Whisker has ended")
    assert not [seen for seen in bo.visible() if "18" in seen.text]
    await presses(stage, ana, "Limits", "My age", "18 or older")
    await expect(stage, ana).sees("can be changed only after")
    await stage.whole.clock.move(GROWN_AFTER.total_seconds())
    await ana.runs("spy", chat=PRIVATE)
    await presses(stage, ana, "Limits", "My age", "18 or older", "Yes, that's right")
    assert [file.adult for file in await persons.among([person])] == [True]
    await presses(stage, ana, "Limits", "My age", "Under 18", "Yes, that's right")
    await presses(stage, ana, "Limits", "My age", "18 or older")
    await expect(stage, ana).sees("only once")
    assert [file.adult for file in await persons.among([person])] == [False]


async def test_who_turns_out_to_be_under_18_by_another_account_parts_from_adults(stage: FakeStage) -> None:
    ana, bo = await on_a_line(stage)
    young = await stage.member("Ana too")
    await young.starts()
    await takes_part(stage, young, EN, ZH, adult=False)
    await links(stage, ana, young)
    await expect(stage, bo).sees("Your line to Whisker has ended")
