"""A new process goes on where the last one ended: keys, forms, jobs, and messages that were to vanish."""

from datetime import timedelta

from tests.bot.core.flow.probe import LONG, Probe
from tests.kit.stage import PRIVATE, expect
from tests.kit.stages.fake import FakeStage


async def test_keys_work_after_a_restart_small_and_large(stage: FakeStage, probe: Probe) -> None:
    ana = await stage.member("Ana")
    await ana.runs("offer")
    small, large = await ana.finds("Count"), await ana.finds("Long")
    assert len(large.data.encode()) <= stage.gateway.able.callback
    await stage.whole.restart()
    await stage.gateway.running.wait()
    await ana.uses(small)
    await ana.uses(large)
    await expect(stage, ana).sees("counted 2")
    assert probe.pressed == ["", LONG]


async def test_questions_one_after_the_other_survive_a_restart(plain: FakeStage, probe: Probe) -> None:
    ana = await plain.member("Ana")
    await ana.starts()
    await ana.runs("survey", chat=PRIVATE)
    await ana.fills("1", "2", "3")
    await plain.settled()
    await plain.whole.restart()
    await plain.gateway.running.wait()
    await ana.fills("4", "5", "6", "7")
    await expect(plain, ana).sees("survey kept")
    assert [answer.text for answer in probe.surveys[0].given] == list("1234567")


async def test_a_long_form_is_paged_and_its_pages_survive_a_restart(stage: FakeStage, probe: Probe) -> None:
    ana = await stage.member("Ana")
    await ana.runs("survey")
    await stage.settled()
    assert stage.gateway.sheets[-1][1].title.endswith("(1/2)")
    await ana.fills("1", "2", "3", "4", "5")
    await stage.settled()
    await stage.whole.restart()
    await stage.gateway.running.wait()
    await ana.presses("Go on (2 of 2)")
    await stage.settled()
    await ana.fills("6", "7")
    await expect(stage, ana).sees("survey kept")
    assert [answer.text for answer in probe.surveys[0].given] == list("1234567")


async def test_a_form_waits_a_quarter_of_an_hour_and_no_longer(plain: FakeStage, probe: Probe) -> None:
    ana = await plain.member("Ana")
    await ana.starts()
    await ana.runs("survey", chat=PRIVATE)
    await plain.settled()
    await plain.whole.clock.move(timedelta(minutes=16))
    await ana.says("1", chat=PRIVATE)
    await expect(plain, ana).does_not_see("Question b")
    assert probe.surveys == []


async def test_cancel_stops_the_questions(plain: FakeStage, probe: Probe) -> None:
    ana = await plain.member("Ana")
    await ana.starts()
    await ana.runs("survey", chat=PRIVATE)
    await ana.fills("1")
    await ana.runs("cancel", chat=PRIVATE)
    await expect(plain, ana).sees("Stopped. Nothing was sent")
    await ana.says("2", chat=PRIVATE)
    await plain.settled()
    assert not any("Question c" in seen.text for seen in ana.visible())
    assert probe.surveys == []


async def test_who_leaves_in_the_middle_of_a_form_can_end_it_in_private(plain: FakeStage, probe: Probe) -> None:
    ana = await plain.member("Ana")
    await ana.starts()
    await ana.runs("survey")
    await ana.fills("1", "2")
    await plain.settled()
    await ana.leaves()
    await ana.fills("3", "4", "5", "6", "7")
    await expect(plain, ana).sees("survey kept")
    assert len(probe.surveys) == 1


async def test_a_job_is_done_after_a_restart_and_once(stage: FakeStage, probe: Probe) -> None:
    ana = await stage.member("Ana")
    await ana.runs("remind")
    await expect(stage, ana).sees("will do")
    await stage.settled()
    await stage.whole.restart()
    await stage.whole.clock.move(timedelta(minutes=59))
    await stage.settled()
    assert probe.reminded == []
    await stage.whole.clock.move(timedelta(minutes=2))
    await stage.settled()
    assert probe.reminded == ["Ana"]
    await stage.whole.restart()
    await stage.settled()
    assert probe.reminded == ["Ana"]


async def test_a_job_that_fails_is_tried_again(stage: FakeStage, probe: Probe) -> None:
    ana = await stage.member("Ana")
    await ana.runs("remind")
    await stage.settled()
    probe.failing = 1
    await stage.whole.clock.move(timedelta(hours=1))
    await stage.settled()
    assert probe.reminded == []
    await stage.whole.clock.move(timedelta(hours=1))
    await stage.settled()
    assert probe.reminded == ["Ana"]


async def test_an_answer_vanishes_after_its_minute_also_after_a_restart(stage: FakeStage) -> None:
    ana = await stage.member("Ana")
    await ana.runs("hello")
    await expect(stage, ana).sees("hello yourself")
    await stage.settled()
    await stage.whole.clock.move(timedelta(seconds=50))
    await expect(stage, ana).sees("hello yourself")
    await stage.whole.restart()
    await stage.whole.clock.move(timedelta(seconds=15))
    await expect(stage, ana).no_longer_sees("hello yourself")


async def test_what_is_gone_already_does_not_keep_others_from_vanishing(stage: FakeStage) -> None:
    ana = await stage.member("Ana")
    await ana.runs("hello")
    await ana.runs("hello")
    await stage.settled()
    del stage.gateway.posts[1]
    await stage.whole.clock.move(timedelta(minutes=2))
    await expect(stage, ana).no_longer_sees("hello yourself")
