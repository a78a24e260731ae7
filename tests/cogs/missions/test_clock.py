"""The language clock: agreed by two, called at the right moments, with each one's share at the end."""

from datetime import timedelta

from tests.cogs.missions.kit import CHINESE, ENGLISH, Side, Wires, missions_of, person_of, ready, tied
from tests.kit.stage import PRIVATE, Member, expect
from tests.kit.stages.fake import FakeStage


async def pair(stage: FakeStage, wires: Wires) -> tuple[Member, Member]:
    """Two on a line."""
    ana, bo = await ready(stage, "Ana"), await ready(stage, "Bo")
    await tied(wires, Side(stage, ana, ENGLISH), Side(stage, bo, CHINESE))
    return ana, bo


async def proposes(stage: FakeStage, member: Member) -> None:
    """Proposes ten minutes of English, then of Chinese."""
    await member.runs("mission", chat=PRIVATE)
    await stage.settled()
    for step in ("⏳ Language clock", "English, then Chinese", "10 minutes"):
        await member.presses(step)
        await stage.settled()


def called(member: Member, words: str) -> int:
    """How often something was called."""
    return len([seen for seen in member.visible() if words in seen.text])


async def passes(stage: FakeStage, minutes: float) -> None:
    """Time passes."""
    await stage.whole.clock.move(timedelta(minutes=minutes))
    await stage.settled()


async def test_turns_are_called_in_both_chats_and_the_shares_are_shown(stage: FakeStage, wires: Wires) -> None:
    ana, bo = await pair(stage, wires)
    await proposes(stage, ana)
    await expect(stage, ana).sees("10 minutes of English, then as much Chinese")
    await expect(stage, bo).sees("Ana proposes a language clock: 10 minutes of English")
    await expect(stage, ana).does_not_see("from now on")
    await bo.presses("Yes, go")
    await stage.settled()
    for member in (ana, bo):
        assert called(member, "English for 10 minutes") == 1
        assert called(member, "Switch!") == 0
    assert wires.counted[1] is not None
    missions = await missions_of(stage)
    hers, his = await person_of(stage, ana), await person_of(stage, bo)
    await missions.said(1, hers, 30, ENGLISH)
    await missions.said(1, hers, 45, ENGLISH)
    await missions.said(1, his, 25, ENGLISH)
    await passes(stage, 10.1)
    for member in (ana, bo):
        assert called(member, "Switch! Chinese for 10 minutes") == 1
    await missions.said(1, his, 12, CHINESE)
    await missions.said(1, his, 1, None)
    await passes(stage, 10.1)
    told = await expect(stage, ana).sees("Time!")
    assert "English\n• you: 75 letters (75 %)\n• Bo: 25 letters (25 %)" in told.text
    assert "Chinese\n• Bo: 12 letters (100 %)" in told.text
    assert "Nobody could tell\n• Bo: 1 letter (100 %)" in told.text
    told = await expect(stage, bo).sees("Time!")
    assert "• Ana: 75 letters (75 %)\n• you: 25 letters" in told.text
    assert wires.counted[1] is None
    await missions.said(1, hers, 5, ENGLISH)  # said when no clock runs
    await passes(stage, 60)
    assert called(ana, "Time!") == 1


async def test_a_no_is_kind_and_starts_nothing(stage: FakeStage, wires: Wires) -> None:
    ana, bo = await pair(stage, wires)
    await proposes(stage, ana)
    yes = await bo.finds("Yes, go")
    await bo.presses("Not now")
    await expect(stage, bo).sees("All right, another time")
    await expect(stage, ana).sees("Not a good moment for a language clock")
    await stage.settled()
    await bo.uses(yes)
    await expect(stage, bo).sees("This clock is over")
    assert wires.counted == {}


async def test_a_proposal_pressed_twice_asks_once_and_the_other_cannot_propose_meanwhile(
    stage: FakeStage, wires: Wires
) -> None:
    ana, bo = await pair(stage, wires)
    await bo.runs("mission", chat=PRIVATE)
    await stage.settled()
    for step in ("⏳ Language clock", "Chinese, then English"):
        await bo.presses(step)
        await stage.settled()
    his = await bo.finds("30 minutes")
    await ana.runs("mission", chat=PRIVATE)
    await stage.settled()
    for step in ("⏳ Language clock", "English, then Chinese"):
        await ana.presses(step)
        await stage.settled()
    key = await ana.finds("10 minutes")
    await ana.uses(key)
    await ana.uses(key)
    await stage.settled()
    assert called(bo, "Ana proposes") == 1
    await bo.uses(his)
    await stage.settled()
    await expect(stage, bo).sees("There is a clock on this line already")
    assert called(ana, "Bo proposes") == 0


async def test_either_stops_it_at_any_time_once(stage: FakeStage, wires: Wires) -> None:
    ana, bo = await pair(stage, wires)
    await proposes(stage, ana)
    await bo.presses("Yes, go")
    await stage.settled()
    await passes(stage, 3)
    hers, his = await ana.finds("Stop the clock"), await bo.finds("Stop the clock")
    await ana.uses(hers)
    await bo.uses(his)
    await stage.settled()
    for member in (ana, bo):
        assert called(member, "Time!") == 1
    await expect(stage, ana).sees("Not a word")
    await passes(stage, 60)
    assert called(ana, "Switch!") == 0
    await ana.uses(hers)
    await expect(stage, ana).sees("This clock is over")


async def test_the_turns_are_called_after_a_kill(stage: FakeStage, wires: Wires) -> None:
    ana, bo = await pair(stage, wires)
    await proposes(stage, ana)
    await bo.presses("Yes, go")
    await stage.whole.kill()
    await stage.whole.start()
    await stage.gateway.running.wait()
    await passes(stage, 2)
    assert called(ana, "English for 10 minutes") == called(bo, "English for 10 minutes") == 1
    await stage.whole.kill()
    await passes_asleep(stage, 9)
    await stage.whole.start()
    await stage.gateway.running.wait()
    await passes(stage, 1)  # what was in hand when the process was killed was done a minute later
    assert called(ana, "Switch!") == called(bo, "Switch!") == 1
    await passes(stage, 10)
    assert called(ana, "Time!") == called(bo, "Time!") == 1


async def passes_asleep(stage: FakeStage, minutes: float) -> None:
    """Time passes while nothing runs."""
    await stage.whole.clock.move(timedelta(minutes=minutes))


async def test_a_proposal_lapses_and_one_that_is_taken_back_is_over(stage: FakeStage, wires: Wires) -> None:
    ana, bo = await pair(stage, wires)
    await proposes(stage, ana)
    yes = await bo.finds("Yes, go")
    await ana.presses("Never mind")
    await stage.settled()
    await bo.uses(yes)
    await expect(stage, bo).sees("This clock is over")
    await stage.settled()
    await proposes(stage, ana)
    yes = await bo.finds("Yes, go")
    await passes(stage, 25 * 60)
    await bo.uses(yes)
    await stage.settled()
    assert called(bo, "This clock is over") == 2
    assert wires.counted == {}
