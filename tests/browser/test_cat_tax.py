"""The cat tax in a real browser, as newcomers, members and admins meet it, left and right."""

import re
from pathlib import Path

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.conftest import Desk
from tests.browser.panel import Panel, both
from tests.browser.test_doors import chooses

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="package")]

A_CAT = Path(__file__).parents[2] / "bot/adapters/playground/static/samples/cat-photo.jpg"
"""A photo on which the recogniser is sure."""

GONE = "Message deleted by Cat Tax"


async def shows(post: Locator, alt: str) -> None:
    """Waits for a message's picture, which is told in words too."""
    picture = post.locator(".picture img")
    await expect(picture).to_have_attribute("alt", re.compile(alt))
    await expect(picture).not_to_have_js_property("naturalWidth", 0)


async def is_asked(panel: Panel, words: str, question: str) -> Locator:
    """Joins, introduces themselves without a cat, and meets the spy cat."""
    await panel.joins()
    await panel.writes(words)
    post = await panel.sees(question)
    await shows(post, question)
    return post


async def is_somebody_new(page: Page, panel: Panel, name: str, language: str) -> None:
    """Comes along for the first time."""
    await panel.button("You are").click()
    await page.get_by_role("menuitemradio", name="New person").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_label("Name").fill(name)
    await dialog.get_by_label("Language").select_option(language)
    await dialog.get_by_role("button", name="Come in").click()
    await expect(panel.button(f"You are {name}")).to_be_visible()


async def goes_as(panel: Panel, name: str, chat: str = "#introductions") -> None:
    """Is another member, in a chat."""
    await panel.becomes(name)
    await panel.opens(chat)


async def reacts(page: Page, panel: Panel, post: Locator, emoji: str) -> None:
    """Reacts to a message."""
    await post.hover()
    await post.get_by_role("button", name="React").click()
    await page.get_by_role("menuitem", name=emoji).click()


async def sets_up(panel: Panel, *choices: str) -> None:
    """Opens ``/settings`` in the group, and goes on in private; the right side's way."""
    await panel.opens("Cat Tax")
    await panel.button("Start").click()
    await panel.sees("你好")
    await panel.opens("#general")
    await panel.writes("/settings@cattax")
    await panel.opens("Cat Tax")
    for choice in choices:
        await panel.button(choice).click()


async def test_what_is_no_cat_is_vouched_for(desk: Desk) -> None:
    page = await desk.page()
    left, right = both(page)
    for panel, words, question, picture, chance, insists in (
        (left, "Hi, I am June, and I grow things.", "Show me your cat", "Cactus", "I don't spot a cat", "It is a cat!"),
        (right, "Soy Tomás, de Cusco.", "Enséñame tu gato", "Teapot", "no encuentro el gato", "¡Que es un gato!"),
    ):
        await is_asked(panel, words, question)
        await panel.sends_sample(picture, "Look")
        await panel.sees(chance)
        await panel.button(insists).click()
        await expect(panel.button("0/2")).to_be_visible()

    await left.button("0/2").click()
    await left.sees("You can't vouch for your own cat")
    await goes_as(left, "Amara Okafor")
    await left.button("0/2").click()
    await expect(left.button("1/2")).to_be_visible()
    await goes_as(left, "林小雨")
    await reacts(page, left, await left.sees("Is this a cat?"), "🐱")
    await shows(await left.sees("Receipt no. 1"), "made out to June Parker")

    await goes_as(right, "許雅婷")
    await reacts(page, right, right.log.get_by_role("article").filter(has=page.get_by_alt_text("teapot.png")).last, "❤")
    await expect(right.button("1/2")).to_be_visible()
    await goes_as(right, "Lucía Herrera")
    await right.button("1/2").click()
    await shows(await right.sees("Recibo n.º 1"), "Tomás Quispe")
    for panel in (left, right):
        await expect(panel.log.get_by_text(GONE)).not_to_have_count(0)
        await expect(panel.log.get_by_role("button", name=re.compile(r"Skip|Saltar|\d.2$"))).to_have_count(0)


async def test_a_cat_is_paid_with_answered_and_shown_to_others(desk: Desk) -> None:
    page = await desk.page()
    _, right = both(page)
    await right.becomes("Priya Nair")
    await right.joins()
    await right.sends_sample("A real cat", "Hi all, I am Priya, and this is Mochi.")
    receipt = await right.sees("Receipt no. 1")
    await shows(receipt, "made out to Priya Nair")
    await right.button("Let others see my cat").click()
    await right.told("Your cat is in the album now")

    await goes_as(right, "許雅婷")
    await expect(right.box.get_by_role("status").filter(has_text="album")).to_have_count(0)
    await right.button("Show mine back").click()
    await right.told("回覆這張收據")
    await receipt.hover()
    await receipt.get_by_role("button", name="Reply to Cat Tax").click()
    await right.sends_sample("A real cat", "我家的")
    await right.sees("A cat for a cat!")
    await right.writes("/cats@cattax")
    page_of_album = await right.sees("Priya Nair 家的")
    await shows(page_of_album, "1")
    await right.button("❤️ 0").click()
    await expect(right.button("❤️ 1")).to_be_visible()
    await right.button("撤下").click()
    await right.told("只有主人")

    await goes_as(right, "Priya Nair")
    await right.button("❤️ 1").click()
    await right.told("Hearts are for other people")
    await right.button("撤下").click()
    await right.told("This cat has gone home")
    await expect(right.button("撤下")).to_have_count(0)


async def test_there_are_ways_without_a_cat_and_a_form_for_one(desk: Desk) -> None:
    page = await desk.page()
    left, right = both(page)
    await is_asked(left, "Hi, I am June from Leeds.", "Show me your cat")
    await left.button("Pay now").click()
    dialog = page.get_by_role("dialog", name="Cat tax")
    await dialog.get_by_label("Your cat").set_input_files(A_CAT)
    await dialog.get_by_role("button", name="Send").click()
    await shows(await left.sees("Receipt no. 1"), "made out to June Parker")
    await left.becomes("Amara Okafor")
    await left.button("Show mine back").click()
    dialog = page.get_by_role("dialog", name="Show mine back")
    await dialog.get_by_label("Your cat in answer").set_input_files(A_CAT)
    await dialog.get_by_role("button", name="Send").click()
    await left.sees("A cat for a cat!")
    await left.becomes("陳以恩")
    await is_asked(left, "大家好，我是以恩，住在台南，喜歡騎腳踏車。", "交出你的貓")
    await left.button("我沒有貓").click()
    await left.button("返回").click()
    await left.button("我沒有貓").click()
    await left.button("絨毛玩偶").click()
    await shows(await left.sees("2 號"), "陳以恩")

    await is_asked(right, "¡Hola! Soy Tomás, de Cusco.", "Enséñame tu gato")
    await right.button("Pagar ahora").click()
    await right.told("una foto")
    await right.button("No tengo gato").click()
    await right.button("Te debo uno").click()
    await shows(await right.sees("Recibo n.º 1"), "Tomás Quispe")
    await right.becomes("Priya Nair")
    await is_asked(right, "Hi, I am Priya from Pune.", "Show me your cat")
    await right.button("Skip").click()
    await right.told("No problem at all. Welcome!")
    await expect(right.log.get_by_role("button", name="Skip")).to_have_count(0)


async def test_an_admin_keeps_the_door(desk: Desk) -> None:
    page, outside = await desk.page(), await desk.page(width=390, height=844, touch=True, locale="es-PE")
    admin, newcomer = Panel(page, "right"), Panel(outside, "right")
    await admin.becomes("王小川")
    await sets_up(admin, "猫税", "大门", "过了猫税再放行")
    await admin.sees("记下了")

    await outside.locator('[data-side-tab="right"]').tap()
    await newcomer.button("Entrar en").tap()
    await newcomer.sees("Enséñame tu gato")
    await expect(newcomer.writing).to_be_hidden()
    assert await outside.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing is cut off on a phone"
    await newcomer.button("Pagar ahora").tap()
    await newcomer.sees("Mándame una foto")
    await newcomer.box.get_by_role("button", name="Añadir").tap()
    await outside.get_by_role("menuitem", name="Un gato de verdad").tap()
    await newcomer.writing.press("Enter")
    await newcomer.sees("¡Listo!")
    await newcomer.box.get_by_role("tab", name="#introductions").tap()
    await shows(await newcomer.sees("Recibo n.º 1"), "Tomás Quispe")
    await expect(newcomer.writing).to_be_editable()

    await newcomer.writes("¡Por fin!")
    await admin.opens("#introductions")
    said = await admin.sees("¡Por fin!")
    await said.hover()
    await said.get_by_role("button", name="Reply to Tomás Quispe").click()
    await admin.writes("/tax@cattax")
    await admin.opens("Cat Tax")
    await admin.sees("：交齐了")
    await admin.button("免交").click()
    await admin.told("两清")

    await admin.opens("#general")
    await chooses(page, admin, "More", "Have newcomers ask first")
    await admin.becomes("Priya Nair")
    await admin.button("Ask to join").click()
    await admin.opens("Cat Tax")
    await shows(await admin.sees("You knocked at"), "Show me your cat")
    await admin.button("I have no cat").click()
    await admin.button("Another animal").click()
    await shows(await admin.sees("Receipt no. 2"), "made out to Priya Nair")
    await admin.opens("#introductions")
    await expect(admin.writing).to_be_editable()


async def test_twelve_at_once_and_a_moderators_desk(desk: Desk) -> None:
    page = await desk.page()
    left, _ = both(page)
    await left.becomes("Amara Okafor")
    await left.opens("#general")
    await left.writes("/settings")
    for list_, choice in (("Choose", "Cat tax"), ("Change …", "Greet together above")):
        await left.button(list_).click()
        await page.get_by_role("menuitem", name=choice).or_(page.get_by_role("menuitemradio", name=choice)).click()
    await left.button("Write a new value").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("textbox").or_(dialog.get_by_role("spinbutton")).fill("2")
    await dialog.get_by_role("button", name="Send").click()
    await left.sees("Now: 2")
    await left.opens("#introductions")
    await chooses(page, left, "More", "Twelve newcomers who say hello")
    greeting = await left.sees("So many of you")
    names = (
        "周子涵",
        "黃柏翰",
        "Noah Bennett",
        "Valentina Cruz",
        "刘思远",
        "吳佩珊",
        "Chidi Eze",
        "Nuria Vidal",
        "赵雨桐",
        "蔡宗翰",
    )
    for name in names:
        await expect(greeting).to_contain_text(name)
    await expect(left.log.locator(".by-bot")).to_have_count(3)
    await expect(greeting).to_be_in_viewport()

    await left.becomes("蔡宗翰")
    await left.button("Skip").click()
    await left.becomes("Amara Okafor")
    await left.runs("tax")
    await left.sees("Skipped: 1")


async def test_by_keyboard_alone_on_a_small_screen(desk: Desk) -> None:
    page = await desk.page(width=390, height=844)
    left = Panel(page, "left")
    keys = page.keyboard

    async def goes_to(wanted: Locator, *, back: bool = False) -> None:
        await expect(wanted).to_be_visible()
        for _ in range(25):
            if await wanted.evaluate("node => node === document.activeElement"):
                return
            await keys.press("Shift+Tab" if back else "Tab")
        raise AssertionError("cannot be reached by Tab")

    await goes_to(left.button("Join Harbour"))
    await keys.press("Enter")
    await expect(left.writing).to_be_enabled()
    await goes_to(left.writing)
    await keys.type("Hi, I am June from Leeds.")
    await keys.press("Enter")
    await shows(await left.sees("Show me your cat"), "Show me your cat")
    await goes_to(left.button("I have no cat"), back=True)
    await keys.press("Enter")
    await goes_to(left.button("A plush one"))
    await keys.press("Enter")
    await shows(await left.sees("Receipt no. 1"), "made out to June Parker")
    assert await page.evaluate("document.activeElement !== document.body"), "focus stays in the chat"
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing is cut off"
