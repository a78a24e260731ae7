"""What people type and press that nobody meant: it is said back as it is, pings nobody, and breaks nothing."""

import asyncio

import pytest

from tests.kit.pictures import CAT
from tests.kit.stage import GENERAL, Key, Member, Stage, expect
from tests.scenarios.steps import admin_of, reports_go_here

HOSTILE = (
    "@everyone @here <@1> <@&1> <#1> **b** __u__ _i_ `c` ||s|| ~~x~~ > q [link](https://evil.example) "
    "<b>bold</b> <a href='tg://user?id=1'>a</a> &lt;i&gt; $name { $name } \\* #t"
)
SURVIVES = ("@everyone @here <@1> <@&1> <#1>", "<b>bold</b> <a href='tg://user?id=1'>a</a> &lt;i&gt; $name { $name }")
NAME = "@everyone <b>Bob</b> *x*"


async def _reported(stage: Stage, by: Member, text: str, author: Member) -> None:
    said = await author.says(text, chat=GENERAL)
    if stage.has_menus:
        await by.uses_menu("Report", said)
    else:
        await by.runs("report", to=said, chat=GENERAL)


async def test_what_was_typed_is_repeated_as_it_was_and_pings_nobody(stage: Stage) -> None:
    admin, ana = await admin_of(stage), await stage.member("Ana")
    eve = await stage.member(NAME)
    await ana.starts()
    await reports_go_here(stage, admin)
    await _reported(stage, ana, HOSTILE, eve)
    await ana.fills("because " + HOSTILE)

    report = await expect(stage, admin).sees("Report 1")
    # Where members' marks have looks, those are read; all that is none of them stands there as it was typed.
    for words in SURVIVES:
        assert words in HOSTILE
        assert report.text.count(words) == 2
    assert NAME in report.text
    assert set(report.pinged) <= {"Ana"}


async def test_a_name_is_never_markup(stage: Stage) -> None:
    bob = await stage.newcomer(NAME)
    await bob.sends(CAT)
    await bob.finds("Let others see my cat")
    thanks = await expect(stage, bob).sees("everyone")
    assert NAME in thanks.text
    assert set(thanks.pinged) <= {NAME}


async def test_thousands_of_combining_marks_are_a_text_like_any_other(stage: Stage) -> None:
    admin, ana, eve = await admin_of(stage), await stage.member("Ana"), await stage.newcomer("Eve")
    await ana.starts()
    await reports_go_here(stage, admin)
    marks = "Z" + "\u0301" * (3_999 if stage.name in {"telegram", "fake-plain", "playground-right"} else 1_900)
    await eve.says(f"Hello, I am {marks}")
    await expect(stage, eve).sees("Show me your cat")
    await _reported(stage, ana, marks, eve)
    await ana.fills("Z" + "\u0301" * 700)
    await expect(stage, admin).sees("Report 1", "Z\u0301\u0301\u0301")


async def test_a_foreign_press_changes_nothing(stage: Stage) -> None:
    ana, bo = await stage.newcomer("Ana"), await stage.member("Bo")
    await bo.starts()
    await ana.says("Hello, I am Ana from Sevilla")
    await bo.presses("Skip")
    await expect(stage, bo).sees("somebody else")
    await expect(stage, bo).sees("Show me your cat")


@pytest.mark.parametrize("forged", ["", "x", "0" * 60, "\N{PILE OF POO}" * 10, "a:b:c", "-1"])
async def test_a_forged_press_changes_nothing(stage: Stage, forged: str) -> None:
    ana = await stage.newcomer("Ana")
    await ana.starts()
    await ana.says("Hello, I am Ana from Sevilla")
    key = await ana.finds("Skip")
    await ana.uses(key, forged)
    await stage.settled()
    await expect(stage, ana).sees("Show me your cat")
    await ana.presses("Skip")
    await expect(stage, ana).no_longer_sees("Show me your cat")


async def test_a_press_with_one_letter_changed_changes_nothing(stage: Stage) -> None:
    ana = await stage.newcomer("Ana")
    await ana.starts()
    await ana.says("Hello, I am Ana from Sevilla")
    key = await ana.finds("Skip")
    for place in range(len(key.data)):
        letter = "A" if key.data[place] != "A" else "B"
        await ana.uses(key, key.data[:place] + letter + key.data[place + 1 :])
        await stage.whole.clock.move(3)
    await stage.settled()
    await expect(stage, ana).sees("Show me your cat")


async def test_a_stale_press_is_told_so(stage: Stage) -> None:
    ana = await stage.newcomer("Ana")
    await ana.starts()
    await ana.says("Hello, I am Ana from Sevilla")
    key = await ana.finds("I have no cat")
    await ana.sends(CAT)
    await expect(stage, ana).no_longer_sees("Show me your cat")
    await _pressed_later(stage, ana, key)
    await expect(stage, ana).does_not_see("A plush one")


async def _pressed_later(stage: Stage, member: Member, key: Key) -> None:
    """Presses a key whose message is gone; a platform may refuse that by itself."""
    try:
        await member.uses(key)
    except PermissionError:
        return
    await expect(stage, member).sees("settled already")


async def test_two_presses_at_the_same_moment_count_once(stage: Stage) -> None:
    ana = await stage.newcomer("Ana")
    await ana.starts()
    await ana.says("Hello, I am Ana from Sevilla")
    await ana.presses("I have no cat")
    plush, drawing = await ana.finds("A plush one"), await ana.finds("I'll draw one")
    await asyncio.gather(ana.uses(plush), ana.uses(plush), ana.uses(drawing))
    await expect(stage, ana).sees("Paid, and welcome!")
    await stage.settled()
    assert sum("welcome!" in seen.text for seen in ana.visible() if seen.by_bot) == 1


async def test_a_deleted_introduction_is_thanked_for_all_the_same(stage: Stage) -> None:
    ana = await stage.newcomer("Ana")
    await ana.starts()
    said = await ana.says("Hello, I am Ana from Sevilla")
    await ana.presses("I have no cat")
    await ana.finds("A plush one")
    await ana.deletes(said)
    await ana.presses("A plush one")
    await expect(stage, ana).sees("A plush cat")


async def test_who_leaves_in_the_middle_of_a_form_breaks_nothing(stage: Stage) -> None:
    admin, ana, eve = await admin_of(stage), await stage.member("Ana"), await stage.member("Eve")
    await ana.starts()
    await reports_go_here(stage, admin)
    await _reported(stage, ana, "Buy my coins", eve)
    await stage.settled()
    await ana.leaves()
    await stage.settled()
    await admin.runs("cats", chat=GENERAL)
    await expect(stage, admin).sees("No cat is out")
