"""Files in a running bot: exported, forgotten, merged; of several clubs; and what is stale, late or too much."""

import pytest

from bot.domain.refs import PersonId
from bot.ports.workers import WorkFailed
from cogs.spies.rules.people import File
from cogs.spies.store.persons import Persons
from tests.kit.stage import GENERAL, PRIVATE, Member, expect
from tests.kit.stages.fake import FakeStage
from tests.kit.workers import SharedWorkers
from tests.scenarios.spying import MINOR, admin_sets, answers, begins_file, opens_file, presses, spy_of


async def person_of(stage: FakeStage, member: Member) -> PersonId:
    """Who is behind an account."""
    person = await stage.whole.app.services.identity.find(member.ref)
    assert person is not None
    return person.id


async def file_of(stage: FakeStage, member: Member) -> File | None:
    """The file that is kept of somebody."""
    return await Persons(stage.whole.app.services.db).of(await person_of(stage, member))


async def links(stage: FakeStage, first: Member, second: Member) -> None:
    """Makes two accounts one person's."""
    await stage.whole.clock.move(60)
    await first.runs("link", chat=PRIVATE)
    code = (await expect(stage, first).sees("/link ")).text.partition("/link ")[2].split()[0]
    await second.runs("link", code, chat=PRIVATE)
    await expect(stage, second).sees("Linked!")


async def test_forget_me_takes_the_file_along(stage: FakeStage) -> None:
    ana = await stage.member("Ana")
    await ana.starts()
    await opens_file(stage, ana, "English", "Chinese A2")
    shown = await expect(stage, ana).sees("Your file", "Your time zone: Europe/Madrid")
    assert shown.text.count("Noted") == 1
    assert await file_of(stage, ana) is not None
    person = await person_of(stage, ana)
    await ana.runs("privacy", chat=PRIVATE)
    await presses(stage, ana, "Forget me", "Yes, forget me")
    assert await Persons(stage.whole.app.services.db).of(person) is None


async def test_two_accounts_of_one_person_have_one_file_and_each_club_asks(stage: FakeStage) -> None:
    nell, ana = await stage.neighbour("Nell"), await stage.member("Ana")
    await ana.starts()
    await opens_file(stage, nell, "English", "Chinese A2")
    await links(stage, nell, ana)
    await ana.runs("spy", chat=GENERAL)
    shown = await expect(stage, ana).sees("Your file", "You take part in: Neighbours", "You don't take part here yet")
    assert "Cat Club" not in shown.text
    await presses(stage, ana, "Take part here")
    await ana.runs("spy", chat=PRIVATE)
    await stage.settled()
    await expect(stage, ana).sees("You take part in: Neighbours, Cat Club")
    await nell.runs("spy", "pause", chat=PRIVATE)
    await stage.settled()
    await ana.runs("spy", chat=PRIVATE)
    await expect(stage, ana).sees("Paused")


async def test_an_account_that_parts_leaves_the_file_with_who_stays(stage: FakeStage) -> None:
    first, second = await stage.member("Ana"), await stage.member("Ana too")
    for one in (first, second):
        await one.starts()
    await opens_file(stage, first, "English", "Chinese A2")
    await links(stage, first, second)
    assert await file_of(stage, second) is not None
    await second.runs("unlink", chat=PRIVATE)
    await presses(stage, second, "Yes, part it")
    assert await file_of(stage, second) is None
    assert await file_of(stage, first) is not None


async def test_of_two_files_the_newer_is_shown_after_linking(stage: FakeStage) -> None:
    first, second = await stage.member("Ana"), await stage.member("Ana too")
    for one, learns in ((first, "Chinese A2"), (second, "French B1")):
        await one.starts()
        await opens_file(stage, one, "English", learns)
    await links(stage, first, second)
    await first.runs("spy", chat=PRIVATE)
    await expect(stage, first).sees("Your file", "French (B1")


async def test_one_character_too_many_is_told_and_nothing_is_lost(stage: FakeStage) -> None:
    ana = await spy_of(stage, "Ana", "English", "Chinese A2")
    if stage.rich:
        pytest.skip("a native form takes no more than it may")
    await presses(stage, ana, "Interests")
    await answers(stage, ana, "In my own words", "字" * 4_001)
    await expect(stage, ana).sees("4,001")
    await ana.says("字" * 4_000, chat=PRIVATE)
    await stage.settled()
    kept = await file_of(stage, ana)
    assert kept is not None
    assert kept.words == "字" * 4_000


async def test_more_languages_than_anybody_needs_are_told_kindly(stage: FakeStage) -> None:
    ana = await stage.member("Ana")
    await ana.starts()
    await opens_file(stage, ana, "en, es, zh, fr, de, it, pt, ru, ja, ko, nl", "Greek A1")
    await expect(stage, ana).sees("10 is the most")
    await answers(stage, ana, "Correct it", ", ;")
    await expect(stage, ana).sees("at least one language")
    await answers(stage, ana, "Correct it", "en")
    await expect(stage, ana).sees("Your file", "Speaks: English")


async def test_a_form_that_is_passed_over_changes_nothing_where_it_goes_step_by_step(stage: FakeStage) -> None:
    if stage.rich:
        pytest.skip("a native form shows what stands there, and what is emptied is meant to be empty")
    ana = await spy_of(stage, "Ana", "English", "Chinese A2")
    await answers(stage, ana, "Off duty", "at night")
    await answers(stage, ana, "Correct it", "23-7")
    await answers(stage, ana, "Off duty", "")
    await answers(stage, ana, "Languages", "", "")
    await answers(stage, ana, "A former name", "", "Li")
    kept = await file_of(stage, ana)
    assert kept is not None
    assert kept.off_duty == (1_380, 420)
    assert (len(kept.speaks), len(kept.learns)) == (1, 1)
    assert (kept.handle, kept.seeks) == ("", "Li")


async def test_a_key_of_a_file_that_is_gone_says_so(stage: FakeStage) -> None:
    ana = await spy_of(stage, "Ana", "English", "Chinese A2")
    pause, levels = await ana.finds("Pause"), await ana.finds("Levels")
    await presses(stage, ana, "Forget", "Yes, erase it")
    await expect(stage, ana).sees("Erased")
    for key in (pause, levels):
        await stage.whole.clock.move(60)
        await ana.uses(key)
        await expect(stage, ana).sees("You have no file yet")
    assert await file_of(stage, ana) is None


async def test_a_key_of_somebodys_file_is_nobody_elses(stage: FakeStage) -> None:
    ana, bo = await spy_of(stage, "Ana", "English", "Chinese A2"), await stage.member("Bo")
    await bo.starts()
    await bo.uses(await ana.finds("Pause"))
    await stage.settled()
    kept = await file_of(stage, ana)
    assert kept is not None
    assert not kept.paused


async def test_seekers_are_told_once(stage: FakeStage) -> None:
    ana = await spy_of(stage, "Ana", "English", "Chinese A2")
    li = await spy_of(stage, "Li", "Chinese", "English A2")
    await answers(stage, ana, "A former name", "gato", "perro")
    await answers(stage, li, "A former name", "perro", "gato")
    await expect(stage, ana).sees("Look who is here: perro")
    await answers(stage, li, "A former name", "perro", "gato")
    assert len([seen for seen in ana.visible() if "Look who is here" in seen.text]) == 1


async def test_who_is_named_after_never_is_blocked_and_hears_nothing(stage: FakeStage) -> None:
    if stage.rich:
        pytest.skip("the words of a command and its member cannot both be given here")
    ana = await spy_of(stage, "Ana", "English", "Chinese A2")
    bo = await spy_of(stage, "Bo", "Chinese", "English A2")
    said = await bo.says("I am everywhere", chat=GENERAL)
    await stage.whole.clock.move(60)
    await ana.runs("spy", "never", to=said, chat=GENERAL)
    await expect(stage, ana).sees("I never match you with", "Bo")
    await expect(stage, bo).does_not_see("never match")
    await answers(stage, ana, "A former name", "gato", "perro")
    await answers(stage, bo, "A former name", "perro", "gato")
    for one in (ana, bo):
        await expect(stage, one).does_not_see("Look who is here")


async def test_nobody_is_kept_from_themselves(stage: FakeStage) -> None:
    if stage.rich:
        pytest.skip("the words of a command and its member cannot both be given here")
    ana = await spy_of(stage, "Ana", "English", "Chinese A2")
    said = await ana.says("It is me", chat=GENERAL)
    await ana.runs("spy", "nunca", to=said, chat=GENERAL)
    await expect(stage, ana).sees("That is you")


async def test_who_is_under_18_is_never_found_by_a_former_name(stage: FakeStage) -> None:
    boss = await admin_sets(stage, "Lines for those under 18", "Turn on")
    await presses(stage, boss, "I have read this")
    ana = await spy_of(stage, "Ana", "English", "Chinese A2")
    li = await spy_of(stage, "Li", "Chinese", "English A2", age=MINOR)
    await expect(stage, li).sees("You take part in: Cat Club")
    await answers(stage, ana, "A former name", "gato", "perro")
    await answers(stage, li, "A former name", "perro", "gato")
    for one in (ana, li):
        await expect(stage, one).does_not_see("Look who is here")


async def test_when_cities_cannot_be_looked_up_the_file_is_kept_all_the_same(
    stage: FakeStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(*_: object, **__: object) -> None:
        raise WorkFailed("the worker died")

    monkeypatch.setattr(SharedWorkers, "run", fails)
    ana = await stage.member("Ana")
    await ana.starts()
    await opens_file(stage, ana, "English", "Chinese A2")
    await expect(stage, ana).sees("I couldn't look up “Madrid” just now")
    await presses(stage, ana, "Back")
    await expect(stage, ana).sees("Your file", "Time zone: not told yet")
    await answers(stage, ana, "Time zone", "UTC+5:45")
    await expect(stage, ana).sees("Your file", "Asia/Kathmandu")


async def test_the_form_may_be_left_and_nothing_is_kept(stage: FakeStage) -> None:
    ana = await stage.member("Ana")
    await ana.starts()
    await begins_file(stage, ana)
    if not stage.rich:
        await presses(stage, ana, "Cancel")
    assert await file_of(stage, ana) is None


async def test_a_file_leads_to_somebody_by_one_key(stage: FakeStage) -> None:
    await spy_of(stage, "Bo", "Chinese", "English B2")
    ana = await spy_of(stage, "Ana", "English", "Chinese A2")
    for chat in (GENERAL, PRIVATE):
        await ana.runs("spy", chat=chat)
        await expect(stage, ana).sees("Your file")
        await presses(stage, ana, "Look for somebody")
        await expect(stage, ana).sees("Speaks Chinese, learns English.")


async def test_lists_of_a_file_are_written_as_in_the_readers_language(stage: FakeStage) -> None:
    zhen = await stage.member("Zhen", "zh-Hans")
    await zhen.starts()
    await stage.settled()
    await zhen.runs("spy", chat=GENERAL)
    await presses(stage, zhen, "打开我的档案")
    await zhen.fills("满 18 岁", "中文，西班牙语 C1", "英语 B2", "上海")
    await stage.settled()
    await expect(stage, zhen).sees("中文（从小就说）、西班牙语")
