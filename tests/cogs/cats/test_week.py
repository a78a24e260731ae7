"""The cat of the week in a running bot: told of where that is wanted, in two languages, once."""

from datetime import UTC, datetime, timedelta

from bot.api.settings import Stored
from bot.core.deadline import Deadline
from bot.core.job_context import CoreJobContext
from bot.domain.access import Access
from bot.ports.places import PlaceName
from cogs.cats.actions import CatOfTheWeek
from cogs.cats.cog import cat_of_the_week
from cogs.cats.rules import WEEK, week_ends
from cogs.cats.store import Cats
from tests.cogs.cats.kit import community_of, person_of, shows
from tests.kit.stage import GENERAL, Member, expect
from tests.kit.stages.fake import SPACE, FakeStage
from tests.scenarios.steps import admin_of

CROWN = "👑"


async def put(stage: FakeStage, admin: Member, key: str, value: Stored) -> None:
    """Puts a setting into force."""
    services = stage.whole.app.services
    community = await community_of(stage, SPACE)
    entry = next(entry for entry in services.settings.of("cats") if entry.setting.key == key)
    assert await services.settings.change(community, entry, None, value, await person_of(stage, admin))


async def wanted(stage: FakeStage, chat: str = "lobby") -> Member:
    """An admin who wants a cat of the week in a chat."""
    admin = await admin_of(stage)
    place = await stage.whole.app.services.places.place_of(stage.chat(chat), await community_of(stage, SPACE), chat)
    await put(stage, admin, "weekly-in", place)
    await put(stage, admin, "weekly", True)
    return admin


async def monday(stage: FakeStage) -> None:
    """Waits until the week is over."""
    now = stage.whole.clock.now()
    await stage.whole.clock.move(week_ends(now) - now + timedelta(minutes=1))
    await stage.settled()


def told(stage: FakeStage) -> list[str]:
    """What was said of cats of the week."""
    return [post.piece.text.plain for post in stage.gateway.posts if CROWN in post.piece.text.plain]


async def test_the_most_liked_of_the_week_is_told_of_in_two_languages(stage: FakeStage) -> None:
    await wanted(stage)
    ana, bo = await stage.member("Ana"), await stage.member("Bo")
    for cause in ("a", "b"):
        await shows(stage, ana, cause, SPACE)
    await bo.runs("cats", "newest")
    await bo.presses("▶")
    await expect(stage, bo).sees("No. 1")
    await bo.presses("❤️ 0")
    await expect(stage, bo).sees("No. 1", "❤️ 1")
    assert told(stage) == []
    await monday(stage)
    shown = await expect(stage, bo).sees("The cat of the week", "本周之猫", "No. 1", "Ana", "❤️ 1")
    assert (shown.pictures, shown.pinged) == (1, ())
    (post,) = [post for post in stage.gateway.posts if CROWN in post.piece.text.plain]
    assert post.chat == stage.chat("lobby")
    await bo.presses("❤️ 1")
    await expect(stage, bo).sees("No. 1", "❤️ 0")


async def test_it_is_off_until_an_admin_wants_it_and_silent_without_a_chat(stage: FakeStage) -> None:
    ana, admin = await stage.member("Ana"), await admin_of(stage)
    await shows(stage, ana, "a", SPACE)
    await monday(stage)
    await put(stage, admin, "weekly", True)
    await shows(stage, ana, "b", SPACE)
    await monday(stage)
    assert told(stage) == []
    await wanted(stage)
    await put(stage, admin, "weekly", False)
    await shows(stage, ana, "c", SPACE)
    await monday(stage)
    assert told(stage) == []


async def test_an_admin_chooses_by_the_settings_screens(stage: FakeStage) -> None:
    boss, ana = await stage.member("Boss", access=Access.ADMIN), await stage.member("Ana")
    await boss.starts()
    stage.places.chats.append(PlaceName(stage.chat("lobby"), "lobby"))
    await shows(stage, ana, "a", SPACE)
    for steps in (
        ("Album of cats", "Crown a cat each week", "Turn on"),
        ("Album of cats", "Cat of the week goes to", "lobby"),
    ):
        await boss.runs("settings")
        for step in steps:
            await boss.presses(step)
            await stage.settled()
    await monday(stage)
    await expect(stage, ana).sees("The cat of the week", "No. 1")


async def test_a_week_without_a_cat_is_silent(stage: FakeStage) -> None:
    await wanted(stage)
    ana = await stage.member("Ana")
    await shows(stage, ana, "a", SPACE)
    await monday(stage)
    await expect(stage, ana).sees(CROWN)
    await monday(stage)
    await monday(stage)
    assert len(told(stage)) == 1


async def test_what_was_taken_down_by_then_is_not_told_of(stage: FakeStage) -> None:
    await wanted(stage)
    ana = await stage.member("Ana")
    await shows(stage, ana, "a", SPACE)
    await Cats(stage.whole.app.services.db, await community_of(stage, SPACE)).take_down(1)
    await monday(stage)
    assert told(stage) == []


async def test_it_is_told_once_however_often_the_work_is_done(stage: FakeStage) -> None:
    await wanted(stage)
    ana = await stage.member("Ana")
    await shows(stage, ana, "a", SPACE)
    ends = week_ends(stage.whole.clock.now())
    await monday(stage)
    await expect(stage, ana).sees(CROWN)
    await stage.whole.clock.move(timedelta(minutes=5))
    ctx = CoreJobContext(stage.whole.app.services, "cats", await community_of(stage, SPACE), "again", Deadline())
    await cat_of_the_week(ctx, CatOfTheWeek(int(ends.timestamp())))
    await stage.settled()
    assert len(told(stage)) == 1


async def test_a_bot_that_was_away_on_monday_tells_of_that_week_and_not_of_the_next(stage: FakeStage) -> None:
    await wanted(stage)
    ana, bo = await stage.member("Ana"), await stage.member("Bo")
    await shows(stage, ana, "a", SPACE)
    services = stage.whole.app.services
    ends = week_ends(stage.whole.clock.now())
    community = await community_of(stage, SPACE)
    await Cats(services.db, community).show(
        await person_of(stage, bo), b"later", cause="b", at=ends + timedelta(hours=1)
    )
    ctx = CoreJobContext(services, "cats", community, "late", Deadline())
    await cat_of_the_week(ctx, CatOfTheWeek(int(ends.timestamp())))
    await expect(stage, ana).sees(CROWN)
    await stage.settled()
    assert ["No. 1" in text for text in told(stage)] == [True]


async def test_where_chinese_is_spoken_it_is_told_again_in_english(stage: FakeStage) -> None:
    admin = await wanted(stage, GENERAL)
    services = stage.whole.app.services
    entry = next(entry for entry in services.settings.of("core") if entry.setting.key == "language")
    community = await community_of(stage, SPACE)
    assert await services.settings.change(community, entry, None, "zh-hant", await person_of(stage, admin))
    ana = await stage.member("Ana")
    await shows(stage, ana, "a", SPACE)
    await monday(stage)
    await expect(stage, ana).sees("本週之貓", "The cat of the week", "1 號")


def test_weeks_do_not_overlap() -> None:
    ends = week_ends(datetime(2026, 1, 14, tzinfo=UTC))
    assert week_ends(ends) - WEEK == ends
