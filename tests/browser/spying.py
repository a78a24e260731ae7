"""Two people of one club on both sides become each other's spies, by mouse."""

import re

from playwright.async_api import expect

from tests.browser.panel import Panel

_CODE = re.compile(r"/club (\S+)")


async def one_club(left: Panel, right: Panel) -> None:
    """Makes one club of both spaces, each by an admin, who stays there."""
    await left.becomes("Amara Okafor")
    await left.opens("#general")
    await left.runs("club")
    await left.button("Add another space").click()
    found = _CODE.search(await (await left.sees("It works once")).inner_text())
    assert found is not None
    await right.becomes("王小川")
    await right.opens("general")
    await right.writes(f"/club {found[1]}")
    await right.sees("这个群加入俱乐部啦")
    await left.button("Put away").click()


async def opens_file_by_form(left: Panel, speaks: str, learns: str, where: str) -> None:
    """Fills in a file in one form, in a chat of the club."""
    await left.runs("spy")
    await left.button("Open my file").click()
    form = left.page.get_by_role("dialog")
    await form.get_by_role("combobox").select_option(label="18 or older")
    for field, words in zip(await form.get_by_role("textbox").all(), (speaks, learns, where), strict=True):
        await field.fill(words)
    await form.get_by_role("button", name="Send").click()
    await left.sees("Your file")


async def opens_file_by_steps(right: Panel, speaks: str, learns: str, where: str) -> None:
    """Answers one question after the other, in private."""
    await right.writes("/spy ")
    await right.button("打开私聊").click()
    await right.button("打开我的档案").click()
    await right.box.get_by_role("button", name="满 18 岁", exact=True).click()
    for asked, words in (("你会说什么语言", speaks), ("你在学什么语言", learns), ("你在哪儿", where)):
        await right.sees(asked)
        await right.writes(words)
    await right.sees("你的档案")


async def meet(left: Panel, right: Panel) -> None:
    """They open their files, one looks from there and asks the other, who says yes; both are where the line is."""
    await one_club(left, right)
    await opens_file_by_steps(right, "中文", "英语 B2", "上海")
    await opens_file_by_form(left, "English", "Chinese A2", "Lisbon")
    await left.button("Look for somebody").click()
    await left.sees("Speaks Chinese, learns English.")
    await left.button("Ask them").click()
    await right.sees("想当我的中文间谍吗？")
    await right.button("好呀").click()
    await right.sees("的专线接通了")
    await left.opens("Cat Tax")
    await expect(left.log).to_contain_text("is open")


async def both_answer(left: Panel, right: Panel, one: str, other: str) -> None:
    """One draws a card, and both answer it."""
    await left.button("Draw a card").click()
    await left.button("Answer").click()
    form = left.page.get_by_role("dialog")
    await form.get_by_role("textbox").fill(one)
    await form.get_by_role("button", name="Send").click()
    await right.sees("答好了，就等你了")
    await expect(right.log).not_to_contain_text(one)
    await right.button("我来答").click()
    await right.sees("都答完之前谁也看不到")
    await right.writes(other)
