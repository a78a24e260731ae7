"""Finding a language buddy and asking: two keys, kind noes, questions that lapse, closed chats; on every stage."""

from datetime import timedelta

from tests.cogs.spies.asking.kit import (
    EN,
    FOUND,
    QUESTION,
    ZH,
    answers,
    asks,
    finds,
    line_between,
    lines,
    said,
    spy,
)
from tests.kit.stage import GENERAL, PRIVATE, Stage, expect

DAY = timedelta(days=1)


async def test_who_fits_is_found_with_two_lines_on_why_and_without_a_name(stage: Stage) -> None:
    ana = await spy(stage, "Ana", interests=frozenset({"hiking"}))
    await spy(stage, "Zhenzhen", ZH, EN, interests=frozenset({"hiking", "cats"}))
    shown = await finds(stage, ana)
    assert "Speaks Chinese, learns English." in shown.text
    assert "Both like hiking." in shown.text
    assert "Zhenzhen" not in shown.text
    assert shown.only_me


async def test_two_yeses_open_a_line(stage: Stage) -> None:
    ana, zhen = await spy(stage, "Ana"), await spy(stage, "Zhenzhen", ZH, EN)
    await asks(stage, ana)
    question = await expect(stage, zhen).sees(QUESTION)
    assert "Speaks English, learns Chinese." in question.text
    assert "Ana" not in question.text
    assert question.only_me
    assert not await lines(stage.whole)
    await answers(stage, zhen, "Yes")
    await expect(stage, zhen).sees("Everybody said yes")
    assert await line_between(stage.whole, ana, zhen)


async def test_the_asked_one_reads_the_question_in_their_own_language(stage: Stage) -> None:
    ana = await spy(stage, "Ana")
    zhen = await spy(stage, "Zhenzhen", ZH, EN, language="zh-CN")
    await zhen.runs("help", chat=PRIVATE)  # not every platform tells of a language before
    await stage.settled()
    await asks(stage, ana)
    await expect(stage, zhen).sees("想当我的中文间谍吗", "会英语")


async def test_a_no_is_silent_and_told_to_nobody_but_as_one_that_came_to_nothing(stage: Stage) -> None:
    ana, zhen = await spy(stage, "Ana"), await spy(stage, "Zhenzhen", ZH, EN)
    await asks(stage, ana)
    await expect(stage, zhen).sees(QUESTION)
    await answers(stage, zhen, "No, thanks")
    await expect(stage, zhen).sees("Nobody hears of it")
    await expect(stage, ana).does_not_see("Nothing came of it")
    await stage.whole.clock.move(3 * DAY)
    await expect(stage, ana).sees("Nothing came of it", "says nothing about you")
    await stage.settled()
    assert not await lines(stage.whole)
    await ana.runs("spy", "find", chat=GENERAL)
    await expect(stage, ana).sees("Nobody who fits is free")


async def test_an_unanswered_question_lapses_and_a_late_yes_is_told_kindly(stage: Stage) -> None:
    ana, zhen = await spy(stage, "Ana"), await spy(stage, "Zhenzhen", ZH, EN)
    await asks(stage, ana)
    await expect(stage, zhen).sees(QUESTION)
    await stage.settled()
    await stage.whole.clock.move(3 * DAY)
    await expect(stage, ana).sees("Nothing came of it")
    await stage.settled()
    await answers(stage, zhen, "Yes")
    await expect(stage, zhen).sees("Too late by a whisker")
    assert not await lines(stage.whole)
    await zhen.presses("Ask them")
    await stage.settled()
    await expect(stage, ana).sees("Do you want to be my English spy?")
    await answers(stage, ana, "Yes")
    assert await line_between(stage.whole, ana, zhen)


async def test_both_ask_each_other_and_have_one_line(stage: Stage) -> None:
    ana, zhen = await spy(stage, "Ana"), await spy(stage, "Zhenzhen", ZH, EN)
    await finds(stage, ana)
    await finds(stage, zhen)
    await ana.presses("Ask them")
    await zhen.presses("Ask them")
    await stage.settled()
    assert await lines(stage.whole) == 1
    assert await line_between(stage.whole, ana, zhen)


async def test_next_shows_somebody_else_until_all_were_seen(stage: Stage) -> None:
    ana = await spy(stage, "Ana")
    await spy(stage, "Zhenzhen", ZH, EN, interests=frozenset({"cats"}))
    await spy(stage, "Lulu", ZH, EN)
    first = await finds(stage, ana)
    await ana.presses("Next")
    await stage.settled()
    second = await expect(stage, ana).sees(FOUND)
    assert first.text != second.text
    await ana.presses("Next")
    await expect(stage, ana).sees("That was everybody")


async def test_nobody_is_free_and_who_waits_is_told_when_somebody_comes(stage: Stage) -> None:
    ana = await spy(stage, "Ana")
    await ana.runs("spy", "find", chat=GENERAL)
    await expect(stage, ana).sees("Nobody who fits is free", "you'll hear from me")
    await stage.settled()
    zhen = await spy(stage, "Zhenzhen", ZH, EN, paused=True)
    await zhen.runs("spy", "resume", chat=PRIVATE)
    await expect(stage, ana).sees("Somebody has come")
    await stage.settled()
    await ana.presses("Look for somebody")
    await stage.settled()
    await expect(stage, ana).sees(FOUND)


async def test_whoever_cannot_be_asked_is_spoken_of_alike(stage: Stage) -> None:
    ana = await spy(stage, "Ana")
    outside = await stage.member("Olga")
    paused = await spy(stage, "Paula", ZH, EN, paused=True)
    young = await spy(stage, "Yuki", ZH, EN, adult=False)
    heard: list[str] = []
    for other in (outside, paused, young):
        message = await other.says(f"I am {other.name}", chat=GENERAL)
        await ana.asks_about("spy", other, message)
        await stage.settled()
        heard.append((await expect(stage, ana).sees("isn't up for questions")).text)
    assert len(set(heard)) == 1
    assert len(said(ana, "isn't up for questions")) == 3
    for other in (paused, young):
        assert not said(other, "spy?")


async def test_a_member_is_asked_by_name_under_a_codename(stage: Stage) -> None:
    ana, zhen = await spy(stage, "Ana"), await spy(stage, "Zhenzhen", ZH, EN)
    message = await zhen.says("Hello there", chat=GENERAL)
    await ana.asks_about("spy", zhen, message)
    await expect(stage, ana).sees("I am asking Zhenzhen, in private")
    question = await expect(stage, zhen).sees(QUESTION)
    assert "Ana" not in question.text
    await answers(stage, zhen, "Yes")
    assert await line_between(stage.whole, ana, zhen)


async def test_who_has_no_private_chat_is_asked_when_they_come(stage: Stage) -> None:
    ana, zhen = await spy(stage, "Ana"), await spy(stage, "Zhenzhen", ZH, EN, starts=False)
    await asks(stage, ana)
    if not said(zhen, QUESTION):
        await expect(stage, ana).sees("It takes a moment")
        await zhen.starts()
    await expect(stage, zhen).sees(QUESTION)
    await answers(stage, zhen, "Yes")
    assert await line_between(stage.whole, ana, zhen)
