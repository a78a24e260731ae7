"""A community's own cards: admins add, list and remove them; lines get them in the language of each side."""

from bot.domain.access import Access
from tests.cogs.missions.kit import CHINESE, ENGLISH, SPANISH, SWAP, Side, Wires, cards, question, ready, tied
from tests.kit.stage import GENERAL, PRIVATE, Member, expect
from tests.kit.stages.fake import FakeStage
from tests.scenarios.steps import admin_of

TOPICS = ("Daily life", "Food", "School", "Work", "Money", "Holidays", "Slang", "Cats")


async def adds(stage: FakeStage, admin: Member, words: str, *, why: str = "", other: str = "") -> None:
    """Adds a card by the screens."""
    await admin.runs("missions", chat=GENERAL)
    await stage.settled()
    await admin.presses("Add a card")
    await stage.settled()
    await admin.fills(words, "English", "light", why, other)
    await stage.settled()


async def only_own(stage: FakeStage, member: Member) -> None:
    """All topics of ours are left out on the line; only the community's own cards remain."""
    await member.runs("mission", chat=PRIVATE)
    await stage.settled()
    await member.presses("Topics")
    await stage.settled()
    for topic in TOPICS:
        await stage.whole.clock.move(20)
        await member.presses(f"✅ {topic}")
        await stage.settled()
    await stage.whole.clock.move(60)
    await member.presses(SWAP)
    await stage.settled()


async def test_an_own_card_is_read_as_it_was_written_and_translated_for_the_other(
    stage: FakeStage, wires: Wires
) -> None:
    admin, ana, bo = await admin_of(stage), await ready(stage, "Ana"), await ready(stage, "Bo")
    await adds(stage, admin, "Where is my cat?", why="Thank you")
    await expect(stage, admin).sees("Your own cards: 1 of 200", "Where is my cat? (light)")
    await tied(wires, Side(stage, ana, ENGLISH), Side(stage, bo, CHINESE))
    await only_own(stage, ana)
    (hers,), (his,) = cards(ana), cards(bo)
    assert "From your club · light\nWhere is my cat?\nWhy I ask: Thank you" in hers.text
    assert "我的猫在哪儿？\nWhy I ask: 谢谢\n(a machine translation)\nWhere is my cat?" in his.text


async def test_a_second_wording_is_shown_to_who_reads_that_language(stage: FakeStage, wires: Wires) -> None:
    admin, ana, bo = await admin_of(stage), await ready(stage, "Ana"), await ready(stage, "Bo")
    await adds(stage, admin, "Who feeds your cat?", other="¿Quién da de comer a tu gato?")
    await tied(wires, Side(stage, ana, ENGLISH), Side(stage, bo, SPANISH), speaks=("en", "es"))
    await only_own(stage, ana)
    (his,) = cards(bo)
    assert question(his) == "¿Quién da de comer a tu gato?"
    assert "machine" not in his.text


async def test_a_card_is_looked_at_and_removed_and_both_are_written_down(stage: FakeStage, wires: Wires) -> None:
    admin, ana, bo = await admin_of(stage), await ready(stage, "Ana"), await ready(stage, "Bo")
    await adds(stage, admin, "猫会做梦吗 " + "很长" * 100)
    await tied(wires, Side(stage, ana, ENGLISH), Side(stage, bo, CHINESE))
    await only_own(stage, ana)
    await admin.presses("猫会做梦吗")
    await expect(stage, admin).sees("Your own card", "很长" * 100, "English")
    await stage.settled()
    remove = await admin.finds("Remove it")
    await admin.uses(remove)
    await expect(stage, admin).sees("You have no cards of your own yet")
    await stage.settled()
    await admin.uses(remove)
    await stage.settled()
    await admin.runs("settings", chat=GENERAL)
    await stage.settled()
    await admin.presses("Who changed what")
    shown = await expect(stage, admin).sees("added a question card", "removed a question card")
    assert shown.text.count("removed a question card") == 1
    await stage.settled()
    await stage.whole.restart()  # the card still lies on the line
    await stage.gateway.running.wait()
    await ana.presses("✍️ Answer")
    await stage.settled()
    await ana.fills("They do")
    await expect(stage, ana).sees("This card was taken away meanwhile")


async def test_nobody_but_an_admin_changes_the_cards_not_even_by_an_admins_key(stage: FakeStage, wires: Wires) -> None:
    assert wires.lines == {}
    admin = await admin_of(stage)
    await adds(stage, admin, "Who feeds your cat?")
    ana = await stage.member("Ana", access=Access.MODERATOR)
    await ana.starts()
    await ana.runs("missions", chat=GENERAL)
    await expect(stage, ana).sees("for admins")
    await stage.settled()
    key = await admin.finds("Add a card")
    await ana.uses(key)
    await stage.settled()
    await admin.runs("missions", chat=GENERAL)
    await expect(stage, admin).sees("1 of 200")


async def test_who_is_no_admin_any_more_changes_nothing_by_an_old_key(stage: FakeStage, wires: Wires) -> None:
    assert wires.lines == {}
    admin, other = await admin_of(stage), await admin_of(stage, "Benito")
    await adds(stage, admin, "Who feeds your cat?")
    await admin.presses("Who feeds your cat?")
    await stage.settled()
    stage.members.levels[admin.ref] = Access.EVERYONE
    await admin.presses("Remove it")
    await expect(stage, admin).sees("for admins")
    await stage.settled()
    await stage.whole.clock.move(60)
    await admin.presses("Add a card")
    await stage.settled()
    await admin.fills("Another one", "English", "light", "", "")
    await stage.settled()
    await other.runs("missions", chat=GENERAL)
    shown = await expect(stage, other).sees("1 of 200", "Who feeds your cat?")
    assert "Another one" not in shown.text


async def test_a_card_needs_a_question(stage: FakeStage, wires: Wires) -> None:
    assert wires.lines == {}
    admin = await admin_of(stage)
    if not stage.rich:
        return  # there, a form asks again by itself
    await adds(stage, admin, "  ")
    await expect(stage, admin).sees("A card needs a question")
