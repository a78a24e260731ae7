"""Settings, clubs and linked accounts in a running bot."""

from collections.abc import AsyncGenerator
from enum import Enum
from pathlib import Path

import pytest

from bot.api import ChatSetting, ChoiceSetting, Cog, NumberSetting, RoleSetting, Toggle, WordsSetting
from bot.api.settings import Stored
from bot.domain.access import Access
from tests.kit.fake import PLAIN, RICH
from tests.kit.pictures import CAT
from tests.kit.stage import GENERAL, INTRODUCTIONS, PRIVATE, expect
from tests.kit.stages.fake import FakeStage, fake_stage
from tests.kit.stages.fake_member import FakeMember
from tests.kit.stages.whole import with_cogs


class Size(Enum):
    """A choice."""

    SMALL = "small"
    LARGE = "large"


SHELF = Cog("shelf")
SHELF.setting(ChoiceSetting("size", Size.SMALL))
SHELF.setting(NumberSetting("books", 3, least=1, most=12))
SHELF.setting(WordsSetting("label", "books", longest=20))
SHELF.setting(RoleSetting("keeper"))
SHELF.setting(ChatSetting("room"))
SHELF.setting(Toggle("dusty", False, per_place=True))
SHELF.setting(Toggle("steep", False, warns=True))
TEXTS = """
cog-title = Shelf
    .description = For tests
setting-size = Size
    .description = How large
    .option-small = Small
    .option-large = Large
setting-books = Books
    .description = How many
setting-label = Label
    .description = What it says
setting-keeper = Keeper
    .description = Who keeps it
setting-room = Room
    .description = Where it stands
setting-dusty = Dusty
    .description = Whether there is dust
setting-steep = Steep
    .description = Whether it needs a ladder
    .warning = Who falls off breaks a leg.
"""


@pytest.fixture(params=["rich", "plain"])
async def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncGenerator[FakeStage]:
    """The whole bot with a cog that has a setting of each kind."""
    able = RICH if request.param == "rich" else PLAIN
    async with fake_stage(tmp_path, able, cogs=with_cogs(SHELF, texts={"shelf": TEXTS})) as opened:
        yield opened


async def boss_of(stage: FakeStage) -> FakeMember:
    """An admin who has opened the private chat."""
    boss = await stage.member("Boss", access=Access.ADMIN)
    await boss.starts()
    return boss


async def goes(stage: FakeStage, member: FakeMember, *steps: str) -> None:
    """Calls /settings and presses on, a minute later: nobody is too fast."""
    await stage.whole.clock.move(60)
    await member.runs("settings")
    for step in steps:
        await stage.settled()
        await member.presses(step)
    await stage.settled()


async def value(stage: FakeStage, key: str, cog: str = "shelf", chat: str = GENERAL) -> Stored:
    """What is in force in a chat."""
    services = stage.whole.app.services
    community = await services.communities.of_space((await stage.member("Somebody")).space)
    place = await services.places.place_of(stage.chat(chat), community, chat)
    entry = next(entry for entry in services.settings.of(cog) if entry.setting.key == key)
    return await services.settings.value(community, entry, place)


# ------------------------------------------------------------------------------------------------------------ settings


async def test_what_warns_is_on_only_once_the_warning_was_read(shelf: FakeStage) -> None:
    boss = await boss_of(shelf)
    await goes(shelf, boss, "Shelf", "Steep", "Turn on")
    await expect(shelf, boss).sees("breaks a leg")
    assert await value(shelf, "steep") is False
    await boss.presses("Back")
    await shelf.settled()
    assert await value(shelf, "steep") is False
    await goes(shelf, boss, "Shelf", "Steep", "Turn on", "I have read this")
    assert await value(shelf, "steep") is True
    await goes(shelf, boss, "Shelf", "Steep", "Turn off")
    assert await value(shelf, "steep") is False


async def test_every_kind_of_setting_is_changed_by_its_screen(shelf: FakeStage) -> None:
    boss = await boss_of(shelf)
    librarian = await shelf.makes_role("Librarian")
    await goes(shelf, boss, "Shelf", "Size", "Large")
    assert await value(shelf, "size") == "large"
    await goes(shelf, boss, "Shelf", "Keeper", "Librarian")
    assert await value(shelf, "keeper") == librarian
    await goes(shelf, boss, "Shelf", "Dusty", "Turn on")
    assert await value(shelf, "dusty") is True
    await goes(shelf, boss, "Shelf", "Books", "Write a new value")
    await boss.fills("7")
    await shelf.settled()
    assert await value(shelf, "books") == 7
    await goes(shelf, boss, "Shelf", "Label", "Write a new value")
    await boss.fills("*bold* @everyone")
    await shelf.settled()
    assert await value(shelf, "label") == "*bold* @everyone"
    await goes(shelf, boss, "Shelf", "Room", "Where you called")
    assert isinstance(await value(shelf, "room"), int)
    await goes(shelf, boss, "Shelf", "Room", "none")
    assert await value(shelf, "room") is None
    shown = await expect(shelf, boss).sees("Room", "Now: none", "Kept")
    assert "Back" in shown.labels


async def test_a_number_out_of_bounds_is_refused_with_its_bounds(shelf: FakeStage) -> None:
    boss = await boss_of(shelf)
    await goes(shelf, boss, "Shelf", "Books", "Write a new value")
    await boss.fills("13")
    await expect(shelf, boss).sees("whole number from 1 to 12")
    assert await value(shelf, "books") == 3


async def test_roles_are_not_offered_where_there_are_none(shelf: FakeStage) -> None:
    boss = await boss_of(shelf)
    await goes(shelf, boss, "Shelf")
    screen = await expect(shelf, boss).sees("Shelf", "Books: 3")
    assert "Keeper" not in screen.text


async def test_a_chats_own_value_is_for_where_settings_was_called(shelf: FakeStage) -> None:
    boss = await boss_of(shelf)
    await goes(shelf, boss, "Shelf", "Dusty", "Turn on")
    assert await value(shelf, "dusty", chat=GENERAL) is True
    assert await value(shelf, "dusty", chat=INTRODUCTIONS) is False


async def test_screens_lead_back_to_the_beginning(stage: FakeStage) -> None:
    boss = await boss_of(stage)
    await goes(stage, boss, "Cat tax", "Ask newcomers", "Back", "Back")
    await expect(stage, boss).sees("Choose what you want to look at")


async def test_only_an_admin_opens_settings(stage: FakeStage) -> None:
    mod = await stage.member("Mo", access=Access.MODERATOR)
    await mod.starts()
    await mod.runs("settings")
    await expect(stage, mod).sees("for admins")


async def test_who_is_no_admin_any_more_changes_nothing(stage: FakeStage) -> None:
    boss = await boss_of(stage)
    await goes(stage, boss, "Cat tax", "Ask newcomers")
    stage.members.levels[boss.ref] = Access.EVERYONE
    await boss.presses("Turn off")
    await expect(stage, boss).sees("for admins")
    assert await value(stage, "ask", "cat_tax") is True


async def test_a_doubled_press_on_a_toggle_changes_it_once(stage: FakeStage) -> None:
    boss = await boss_of(stage)
    await goes(stage, boss, "Cat tax", "Ask newcomers")
    off = await boss.finds("Turn off")
    await boss.uses(off)
    await boss.uses(off)
    await stage.settled()
    assert await value(stage, "ask", "cat_tax") is False


async def test_screens_outlive_the_process(stage: FakeStage) -> None:
    boss = await boss_of(stage)
    await goes(stage, boss, "Cat tax", "Ask newcomers")
    await stage.whole.restart()
    await stage.gateway.running.wait()
    await boss.presses("Turn off")
    await stage.settled()
    assert await value(stage, "ask", "cat_tax") is False


async def test_what_is_turned_off_is_off_at_once(stage: FakeStage) -> None:
    boss, ana = await boss_of(stage), await stage.newcomer("Ana")
    await goes(stage, boss, "Cat tax", "This part of me", "Turn off")
    await ana.says("Hello, I am Ana")
    await expect(stage, ana).does_not_see("Show me your cat")


async def test_every_change_stands_in_the_audit_list_in_words(stage: FakeStage) -> None:
    boss = await boss_of(stage)
    await goes(stage, boss, "Cat tax", "Ask newcomers", "Turn off")
    await goes(stage, boss, "Cat tax", "Introductions are in", "introductions")
    await goes(stage, boss, "Who changed what")
    await expect(stage, boss).sees("Who changed what", "Boss", "set “Ask newcomers for their cat” to “off” (Cat tax)")
    await expect(stage, boss).sees("set “Introductions are in” to “introductions” (Cat tax)")


async def test_the_audit_list_has_pages(stage: FakeStage) -> None:
    boss = await boss_of(stage)
    await goes(stage, boss, "Cat tax", "Ask newcomers")
    for _ in range(5):
        for step in ("Turn off", "Turn on"):
            await stage.whole.clock.move(60)
            await boss.presses(step)
            await stage.settled()
    await goes(stage, boss, "Who changed what")
    first = await expect(stage, boss).sees("Who changed what")
    assert first.text.count("Ask newcomers") == 8
    await boss.presses("Older")
    await stage.settled()
    second = await expect(stage, boss).sees("Who changed what")
    assert second.text.count("Ask newcomers") == 2
    assert "Older" not in second.labels


# --------------------------------------------------------------------------------------------------------------- clubs


def code_in(text: str, command: str) -> str:
    """The one-time code in what the bot said."""
    return text.partition(f"/{command} ")[2].split()[0]


async def test_two_spaces_become_one_club_and_part_again(stage: FakeStage) -> None:
    boss, nell = await boss_of(stage), await stage.neighbour("Nell")
    await boss.runs("club")
    await boss.presses("Add another space")
    code = code_in((await expect(stage, boss).sees("/club ")).text, "club")
    await nell.runs("club", code)
    await expect(stage, nell).sees("now part of the club")
    await boss.runs("club")
    await expect(stage, boss).sees("2 spaces", "Cat Club", "Neighbours")
    await nell.runs("club")
    await nell.presses("Leave the club")
    await nell.presses("Yes, leave")
    await expect(stage, nell).sees("on its own again")
    await boss.runs("club")
    await expect(stage, boss).sees("one space")


async def test_a_code_for_a_club_works_once_and_only_for_admins(stage: FakeStage) -> None:
    boss, nell = await boss_of(stage), await stage.neighbour("Nell")
    await boss.runs("club")
    await boss.presses("Add another space")
    code = code_in((await expect(stage, boss).sees("/club ")).text, "club")
    stage.members.levels[nell.ref] = Access.MODERATOR
    await nell.runs("club", code)
    await expect(stage, nell).sees("for admins")
    stage.members.levels[nell.ref] = Access.ADMIN
    await nell.runs("club", "WRONGONE")
    await expect(stage, nell).sees("don't know this code")
    await nell.runs("club", code)
    await expect(stage, nell).sees("now part of the club")
    await nell.runs("club", code)
    await stage.settled()
    assert sum("don't know this code" in seen.text for seen in nell.visible()) == 2


async def test_a_screen_of_a_club_that_was_left_is_stale(stage: FakeStage) -> None:
    boss, nell = await boss_of(stage), await stage.neighbour("Nell")
    await boss.runs("club")
    await boss.presses("Add another space")
    code = code_in((await expect(stage, boss).sees("/club ")).text, "club")
    await goes(stage, nell, "Cat tax", "Ask newcomers")
    before = await nell.finds("Turn off")
    await nell.runs("club", code)
    await expect(stage, nell).sees("now part of the club")
    await nell.uses(before)
    await expect(stage, nell).sees("too old")
    assert await value(stage, "ask", "cat_tax") is True


# ----------------------------------------------------------------------------------------------------- linked accounts


async def linked(stage: FakeStage) -> tuple[FakeMember, FakeMember]:
    """Two accounts of one person."""
    first, second = await stage.member("Ana"), await stage.member("Ana too")
    await first.starts()
    await second.starts()
    await first.runs("link", chat=PRIVATE)
    code = code_in((await expect(stage, first).sees("/link ")).text, "link")
    await second.runs("link", f"{code[:4].lower()}-{code[4:].lower()}", chat=PRIVATE)
    await expect(stage, second).sees("Linked!")
    return first, second


async def test_two_accounts_become_one_person_and_part_again(stage: FakeStage) -> None:
    first, second = await linked(stage)
    identity = stage.whole.app.services.identity
    assert await identity.find(first.ref) == await identity.find(second.ref)
    await second.runs("unlink", chat=PRIVATE)
    await second.presses("Yes, part it")
    await expect(stage, second).sees("Done. This account is on its own again")
    assert await identity.find(first.ref) != await identity.find(second.ref)
    await second.runs("unlink", chat=PRIVATE)
    await expect(stage, second).sees("not linked")


async def test_who_paid_on_one_account_has_paid_on_both(stage: FakeStage) -> None:
    ana = await stage.newcomer("Ana")
    await ana.sends(CAT)
    await ana.finds("Let others see my cat")
    await ana.starts()
    other = await stage.newcomer("Ana too")
    await other.starts()
    await ana.runs("link", chat=PRIVATE)
    code = code_in((await expect(stage, ana).sees("/link ")).text, "link")
    await other.runs("link", code, chat=PRIVATE)
    await expect(stage, other).sees("Linked!")
    await other.says("Hello, I am Ana, on my other account")
    await expect(stage, other).does_not_see("Show me your cat")


@pytest.mark.parametrize(("typed", "words"), [("NONSENSE", "don't know this code"), ("", "/link ")])
async def test_a_failure_to_link_is_told_kindly(stage: FakeStage, typed: str, words: str) -> None:
    ana = await stage.member("Ana")
    await ana.starts()
    await ana.runs("link", typed, chat=PRIVATE)
    await expect(stage, ana).sees(words)


async def test_a_code_is_not_spent_where_the_answer_must_move_to_the_private_chat(stage: FakeStage) -> None:
    first, second = await stage.member("Ana"), await stage.member("Ana too")
    await first.starts()
    await first.runs("link", chat=PRIVATE)
    code = code_in((await expect(stage, first).sees("/link ")).text, "link")
    await second.runs("link", code, chat=GENERAL)
    if not stage.rich:
        await expect(stage, second).does_not_see("Linked!")
        await second.starts()
        await second.runs("link", code, chat=GENERAL)
        await expect(stage, second).sees("Better in private")
        await second.runs("link", code, chat=PRIVATE)
    await expect(stage, second).sees("Linked!")
