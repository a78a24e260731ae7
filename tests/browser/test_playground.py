"""The playground in a real browser, with the whole bot behind it."""

from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.browser.conftest import Desk, running_bot
from tests.browser.panel import Panel, both

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="package")]


async def test_the_first_joke_on_both_sides(desk: Desk) -> None:
    page = await desk.page()
    for panel, ask in zip(both(page), ("Show me your cat", "Enséñame tu gato"), strict=True):
        await panel.joins()
        await panel.button("Say hello, without a cat").click()
        await expect(panel.writing).not_to_have_value("")
        await panel.writing.press("Enter")
        asked = await panel.sees(ask)
        await expect(asked.locator(".picture img")).to_be_visible()
        await panel.sends_sample("A real cat", "Here she is")
        await expect(panel.log.get_by_text("Message deleted by Cat Tax")).to_be_visible()
        answer = panel.log.locator(".by-bot").last
        await expect(answer.locator(".mention").first).to_be_visible()
        await expect(answer.locator(".quoted")).to_contain_text("Here she is")


async def test_a_native_form_left_and_steps_right(desk: Desk) -> None:
    page = await desk.page()
    left, right = both(page)
    await left.becomes("Amara Okafor")
    await left.opens("#general")
    await left.runs("me")
    await left.sees("Only you see this")
    await left.button("Time zone").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("textbox").fill("Europe/Lisbon")
    await dialog.get_by_role("button", name="Send").click()
    await expect(dialog).to_have_count(0)
    await left.sees("Lisbon")

    await right.becomes("Priya Nair")
    await right.opens("Cat Tax")
    await right.button("Start").click()
    await right.sees("a few jobs")
    await right.runs("me")
    await right.button("Time zone").click()
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await expect(right.log.locator(".by-bot")).to_have_count(3)
    await right.writes("Europe/Lisbon")
    await right.sees("Lisbon")


async def test_by_keyboard_alone(desk: Desk) -> None:
    page = await desk.page()
    left = Panel(page, "left")
    keys = page.keyboard
    await keys.press("Tab")
    await expect(page.get_by_role("link", name="Skip to the chats")).to_be_focused()
    await keys.press("Enter")
    await keys.press("Tab")
    await expect(left.button("You are June Parker")).to_be_focused()

    await keys.press("Enter")
    await expect(page.get_by_role("menuitemradio", name="June Parker")).to_be_focused()
    await keys.press("ArrowDown")
    await expect(page.get_by_role("menuitemradio", name="Amara Okafor")).to_be_focused()
    await keys.press("Escape")
    await expect(page.get_by_role("menu")).to_have_count(0)
    await expect(left.button("You are June Parker")).to_be_focused()

    await keys.press("Enter")
    await keys.press("End")
    await expect(
        page.get_by_role("menuitem", name="Who am I?").or_(page.get_by_role("menuitemradio", name="Who am I?"))
    ).to_be_focused()
    await keys.press("Enter")
    dialog = page.get_by_role("dialog", name="Who am I?")
    await expect(dialog).to_contain_text("English (en-US)")
    await keys.press("Escape")
    await expect(dialog).to_have_count(0)
    await expect(left.button("You are June Parker")).to_be_focused()


async def test_commands_by_keyboard_alone(desk: Desk) -> None:
    page = await desk.page()
    left = Panel(page, "left")
    keys = page.keyboard
    await left.button("You are June Parker").focus()
    for _ in range(12):
        if await left.button("Join Harbour").evaluate("node => node === document.activeElement"):
            break
        await keys.press("Tab")
    await keys.press("Enter")
    await expect(left.writing).to_be_enabled()
    await left.writing.focus()
    await keys.type("/")
    options = left.box.get_by_role("option")
    await expect(options.first).to_have_attribute("aria-selected", "true")
    await keys.press("ArrowDown")
    await expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    active = await left.writing.get_attribute("aria-activedescendant")
    assert active == await options.nth(1).get_attribute("id")
    await keys.press("Escape")
    await expect(options).to_have_count(0)
    await keys.type("me")
    await keys.press("Enter")
    zone = left.box.get_by_role("combobox")
    await expect(zone).to_be_focused()
    await keys.type("Lisb")
    await expect(options).to_have_count(1)
    await keys.press("ArrowDown")
    await keys.press("Enter")
    await expect(zone).to_have_value("Europe/Lisbon")
    await keys.press("Enter")
    await left.sees("Lisbon")
    await expect(left.writing).to_be_focused()
    outline = await left.writing.evaluate("node => getComputedStyle(node.closest('.bar')).borderColor")
    assert outline != await page.evaluate("getComputedStyle(document.querySelector('#panel-right .bar')).borderColor")


async def test_a_command_picked_in_a_group_names_the_bot_and_is_named_as_there(desk: Desk) -> None:
    page = await desk.page(locale="zh-TW")
    right = Panel(page, "right")
    await right.box.locator(".you").click()
    await page.get_by_role("menuitemradio", name="許雅婷").click()
    await right.opens("#general")
    await right.writing.fill("/ca")
    await expect(right.box.get_by_role("option").filter(has_text="/cats")).to_be_visible()  # not by its Chinese name
    await right.writing.fill("/help")
    await right.writing.press("Enter")
    await expect(right.log.get_by_role("article").filter(has_text="/help@cattax")).to_be_visible()
    await right.opens("貓稅")
    await expect(right.writing).to_have_attribute("aria-label", "傳訊息給貓稅")


async def test_focus_stays_where_a_message_was(desk: Desk) -> None:
    page = await desk.page()
    left = Panel(page, "left")
    await left.joins()
    await left.writes("Hello everyone, I am June from Leeds and I would love to learn Chinese with you.")
    await left.sees("Show me your cat")
    await left.log.get_by_role("button", name="Skip").focus()
    await page.keyboard.press("Enter")
    await expect(left.log.get_by_text("Message deleted by Cat Tax")).to_be_focused()


async def test_unsent_words_wait_in_their_chat(desk: Desk) -> None:
    page = await desk.page()
    left = Panel(page, "left")
    await left.joins()
    await left.writing.fill("I was about to say")
    await left.opens("#general")
    await expect(left.writing).to_have_value("")
    await left.opens("#introductions")
    await expect(left.writing).to_have_value("I was about to say")


async def test_on_a_phone_one_chat_at_a_time(desk: Desk) -> None:
    page = await desk.page(width=375, height=740, touch=True)
    left, right = both(page)
    await expect(left.box).to_be_visible()
    await expect(right.box).to_be_hidden()
    await page.get_by_role("tab", name="Teahouse").click()
    await expect(left.box).to_be_hidden()
    await right.joins()
    await right.writes("¡Hola a todos! Soy Tomás, de Cusco, y me encantan los idiomas y el té.")
    await right.sees("gato")
    wide, shown = await page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert wide <= shown == 375
    small = await page.evaluate(
        "[...document.querySelectorAll('#panel-right button')].filter(node => node.offsetParent)"
        ".map(node => node.getBoundingClientRect()).filter(box => Math.min(box.width, box.height) < 24).length"
    )
    assert small == 0, "fingers need room"


@pytest.mark.parametrize(
    ("browser_language", "title", "chosen", "door"),
    [("zh-TW", "貓稅", "es", "Entrar en El Puerto"), ("es-MX", "Cat Tax", "zh-Hans", "加入港湾")],
)
async def test_languages(desk: Desk, browser_language: str, title: str, chosen: str, door: str) -> None:
    page = await desk.page(locale=browser_language)
    await expect(page.get_by_role("heading", level=1)).to_have_text(title)
    await page.locator("#language").select_option(chosen)
    await expect(page.locator("html")).to_have_attribute("lang", chosen)
    await expect(page.get_by_role("button", name=door)).to_be_visible()
    await page.reload()
    await expect(page.get_by_role("button", name=door)).to_be_visible()


async def test_nothing_typed_is_markup(desk: Desk) -> None:
    page = await desk.page()
    left = Panel(page, "left")
    bad = "<img src=x onerror=alert(1)> **bold** @everyone <b>x</b> [a](javascript:alert(1))"
    await left.button("You are").click()
    await page.get_by_role("menuitemradio", name="New person").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_label("Name").fill("<i>Ana</i> & co")
    await dialog.get_by_role("button", name="Come in").click()
    await expect(left.button("You are <i>Ana</i> & co")).to_be_visible()
    await left.joins()
    await left.writes(bad)
    await left.sees("onerror")
    post = left.log.locator(".mine").last  # the bot's answer quotes the same words
    assert await post.locator(".text").inner_text() == bad.replace("**", "")  # two stars are the one mark in it
    assert await post.locator(".text").evaluate("node => node.querySelectorAll(':not(strong)').length") == 0
    assert await page.locator("i, b").count() == 0
    await left.sees("Show me your cat")


async def test_removed_by_an_admin_and_at_the_door_again(desk: Desk) -> None:
    member_page, admin_page = await desk.page(), await desk.page()
    member, admin = Panel(member_page, "left"), Panel(admin_page, "left")
    await member.becomes("林小雨")
    await member.opens("#general")
    await member.writes("大家好")
    await admin.becomes("Amara Okafor")
    await admin.opens("#general")
    await (await admin.sees("大家好")).get_by_role("button", name="About 林小雨").click()
    await admin_page.get_by_role("dialog").get_by_role("button", name="Ban").click()
    await expect(member.box.get_by_text("This door is closed")).to_be_visible()
    await expect(member.writing).to_be_disabled()
    await expect(admin.log.get_by_text("林小雨 was banned")).to_be_visible()


async def test_writing_answering_editing_deleting_reacting(desk: Desk) -> None:
    one_page, two_page = await desk.page(), await desk.page()
    one, two = Panel(one_page, "right"), Panel(two_page, "right")
    await one.becomes("許雅婷")
    await one.opens("#general")
    await two.becomes("Lucía Herrera")
    await two.opens("#general")
    await one.writes("有人喝茶嗎")
    post = await two.sees("有人喝茶嗎")
    await post.hover()
    await post.get_by_role("button", name="Reply to 許雅婷").click()
    await two.writes("¡Yo!")
    answer = await one.sees("¡Yo!")
    await expect(answer.get_by_role("button", name="Go to 許雅婷’s message")).to_be_visible()
    await answer.hover()
    await answer.get_by_role("button", name="React").click()
    await one_page.get_by_role("menuitem", name="🔥").click()
    await expect((await two.sees("¡Yo!")).get_by_role("button", name="🔥: 1")).to_be_visible()

    await one.writing.press("ArrowUp")
    await expect(one.writing).to_have_value("有人喝茶嗎")
    await one.writes("有人喝烏龍茶嗎")
    await expect(await two.sees("烏龍")).to_contain_text("edited")
    mine = await one.sees("烏龍")
    await mine.hover()
    await mine.get_by_role("button", name="More for this message").click()
    await one_page.get_by_role("menuitem", name="Delete").click()
    await expect(two.log.get_by_text("Message deleted by 許雅婷")).to_be_visible()


async def test_own_files(desk: Desk, tmp_path: Path) -> None:
    page = await desk.page()
    left = Panel(page, "left")
    await left.becomes("林小雨")
    await left.opens("#general")
    notes = tmp_path / "笔记 <1>.html"
    notes.write_text("<script>alert(1)</script>", encoding="utf-8")
    await left.box.locator("input[type=file]").set_input_files(notes)
    await expect(left.box.get_by_label("To be sent")).to_contain_text("笔记 <1>.html")
    await left.writes("看看")
    link = (await left.sees("看看")).get_by_role("link")
    async with page.expect_download() as download:
        await link.click()
    assert (await (await download.value).path()).read_text(encoding="utf-8") == "<script>alert(1)</script>"


async def test_everything_can_be_named(desk: Desk) -> None:
    page = await desk.page()
    left = Panel(page, "left")
    await left.joins()
    await left.writes("Hello everyone, I am June from Leeds and I would love to learn Chinese with you.")
    await left.sees("Show me your cat")
    nameless = await page.evaluate(
        "[...document.querySelectorAll('button, a, input:not([hidden]), textarea, select, img')].filter(node => {"
        "  const label = node.getAttribute('aria-label') || node.innerText || node.getAttribute('alt');"
        "  const named = label || node.labels?.length || node.getAttribute('alt') === '';"
        "  return !named && !node.querySelector('img[alt]:not([alt=\"\"])');"
        "}).map(node => node.outerHTML)"
    )
    assert nameless == []
    ids = await page.evaluate("[...document.querySelectorAll('[id]')].map(node => node.id)")
    assert len(ids) == len(set(ids))


async def test_the_page_comes_back_when_the_bot_does(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "again"
    folder.mkdir()
    async with running_bot(folder) as address:
        desk.address = address
        page = await desk.page()
        left = Panel(page, "left")
        await left.becomes("林小雨")
        await left.opens("#general")
        await left.writes("还在吗")
        await left.sees("还在吗")
    await expect(page.get_by_role("banner").get_by_role("status")).to_have_text("Connecting…")
    await expect(left.writing).to_be_disabled()
    async with running_bot(folder, int(address.rpartition(":")[2])):
        await expect(page.get_by_role("banner").get_by_role("status")).to_have_text("The bot is here")
        await left.sees("还在吗")
        await left.writes("在的")
        await left.sees("在的")
        await page.context.close()
    desk.complaints = [told for told in desk.complaints if "WebSocket connection" not in told]
