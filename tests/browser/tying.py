"""The two sides of the page become one conversation, by mouse."""

import re

from playwright.async_api import expect

from tests.browser.panel import Panel

_CODE = re.compile(r"/bridge (\S+)")


async def tied(left: Panel, right: Panel) -> None:
    """Ties both general chats: English left, Chinese right, each by an admin, who stays there."""
    await left.becomes("Amara Okafor")
    await left.opens("#general")
    await left.runs("bridge")
    await left.button("New bridge").click()
    await left.button("English").click()
    shown = await left.sees("It works once")
    found = _CODE.search(await shown.inner_text())
    assert found is not None
    await right.becomes("王小川")
    await right.opens("general")
    await right.writes(f"/bridge {found[1]}")
    await right.sees("Every side speaks English")
    await left.button("Put away").click()

    await right.writes("/bridge ")
    await right.button("打开私聊").click()
    await right.button("general（Harbour）").click()
    await right.button("这里的语言").click()
    await right.button("中文（简体）").click()
    await right.sees("中文（简体），两边都通")
    await right.opens("general")
    await expect(right.log).to_contain_text("这些话会发给：LibreTranslate")
