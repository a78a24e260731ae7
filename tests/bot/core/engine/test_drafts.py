"""A form that is being filled in outlives a restart, and nothing else than its own member and chat."""

from dataclasses import replace
from datetime import timedelta

from bot.core.drafts import DRAFT, Draft, Drafts
from bot.domain.attachments import Attachment, MediaKind
from bot.domain.events import Community, Private
from bot.domain.form import Answer, Answers, ChoiceField, FileField, Form, FormChoice, TextField
from bot.domain.refs import ChatRef, MessageRef, SpaceRef, UserRef
from bot.domain.text import RichText
from bot.storage.engine import SqlDatabase
from tests.bot.core.engine.happenings import DISCORD, TELEGRAM
from tests.bot.core.engine.samples import Join, new_codec
from tests.kit.clock import START, MovableClock
from tests.kit.databases import CountingDatabase

LENA, BO = UserRef(TELEGRAM, "7"), UserRef(TELEGRAM, "8")
CHAT, GROUP = ChatRef(TELEGRAM, "7"), ChatRef(TELEGRAM, "-5", "3")
LASTS = timedelta(minutes=15)
CAT = Attachment(TELEGRAM, "file-id", "cat.png", "image/png", 1_000, MediaKind.PICTURE)
FORM = Form(
    "An event",
    (
        TextField("title", "What?"),
        ChoiceField("zone", "Where?", (FormChoice("a", "Here"), FormChoice("b", "There"))),
        FileField("poster", "A picture?"),
    ),
    submit=Join(7),
    intro=RichText.of("Three questions"),
)
DRAFT_OF_LENA = Draft(
    id="d1",
    user=LENA,
    chat=CHAT,
    origin=Community(SpaceRef(TELEGRAM, "-5"), GROUP, "Club"),
    form=FORM,
    step=1,
    answers=Answers((Answer("title", "Tea"), Answer("poster", files=(CAT,)))),
    question=MessageRef(TELEGRAM, "7", "12"),
    expires=START + LASTS,
)


async def _again(database: SqlDatabase, clock: MovableClock) -> Drafts:
    """After a restart."""
    drafts = Drafts(database, clock, new_codec())
    await drafts.load()
    return drafts


async def test_a_draft_outlives_a_restart_whole(database: SqlDatabase, clock: MovableClock) -> None:
    before = Drafts(database, clock, new_codec())
    await before.keep(DRAFT_OF_LENA)
    for drafts in (before, await _again(database, clock)):
        assert await drafts.of(LENA, CHAT) == DRAFT_OF_LENA
        assert await drafts.find("d1") == DRAFT_OF_LENA
        assert drafts.has(TELEGRAM, "7", "7")


async def test_it_is_nobody_elses_and_of_no_other_chat(database: SqlDatabase, clock: MovableClock) -> None:
    drafts = Drafts(database, clock, new_codec())
    await drafts.keep(DRAFT_OF_LENA)
    assert await drafts.of(BO, CHAT) is None
    assert await drafts.of(LENA, GROUP) is None
    assert await drafts.find("d2") is None
    assert not drafts.has(TELEGRAM, "7", "8")
    assert not drafts.has(TELEGRAM, "-5", "7")
    assert not drafts.has(DISCORD, "7", "7")


async def test_whoever_fills_in_none_costs_no_query(database: SqlDatabase, clock: MovableClock) -> None:
    counting = CountingDatabase(database)
    drafts = Drafts(counting, clock, new_codec())
    assert await drafts.of(LENA, CHAT) is None
    assert not drafts.has(TELEGRAM, "7", "7")
    assert counting.opened == 0


async def test_it_moves_on(database: SqlDatabase, clock: MovableClock) -> None:
    drafts = Drafts(database, clock, new_codec())
    await drafts.keep(DRAFT_OF_LENA)
    later = replace(DRAFT_OF_LENA, step=2, chat=GROUP, origin=Private(CHAT), question=None)
    await drafts.keep(later)
    for known in (drafts, await _again(database, clock)):
        assert await known.of(LENA, GROUP) == later
        assert await known.of(LENA, CHAT) is None
        assert not known.has(TELEGRAM, "7", "7")
        assert known.has(TELEGRAM, "-5", "7")


async def test_a_new_form_ends_the_one_before(database: SqlDatabase, clock: MovableClock) -> None:
    drafts = Drafts(database, clock, new_codec())
    await drafts.keep(DRAFT_OF_LENA)
    elsewhere = replace(DRAFT_OF_LENA, id="d2", chat=GROUP)
    second = replace(DRAFT_OF_LENA, id="d3", step=0)
    await drafts.keep(elsewhere)
    await drafts.keep(second)
    for known in (drafts, await _again(database, clock)):
        assert await known.find("d1") is None
        assert await known.of(LENA, CHAT) == second
        assert await known.of(LENA, GROUP) == elsewhere


async def test_it_is_over_when_it_was_dropped_or_expired(database: SqlDatabase, clock: MovableClock) -> None:
    drafts = Drafts(database, clock, new_codec())
    await drafts.keep(DRAFT_OF_LENA)
    await drafts.drop("d1")
    await drafts.drop("d1")
    assert await drafts.of(LENA, CHAT) is None
    await drafts.keep(DRAFT_OF_LENA)
    await clock.move(LASTS - timedelta(seconds=1))
    assert await drafts.clean() == 0
    assert await drafts.of(LENA, CHAT) == DRAFT_OF_LENA
    await clock.move(1)
    assert await drafts.of(LENA, CHAT) is None
    assert not drafts.has(TELEGRAM, "7", "7")
    await drafts.keep(DRAFT_OF_LENA)
    assert await drafts.clean() == 1
    assert not drafts.has(TELEGRAM, "7", "7")


async def test_one_that_cannot_be_read_any_more_is_over(database: SqlDatabase, clock: MovableClock) -> None:
    drafts = Drafts(database, clock, new_codec())
    await drafts.keep(DRAFT_OF_LENA)
    async with database.writing() as connection:
        await connection.execute(DRAFT.update().values(form="{"))
    assert await drafts.find("d1") is None
    assert not drafts.has(TELEGRAM, "7", "7")


async def test_a_forgotten_members_are_gone(database: SqlDatabase, clock: MovableClock) -> None:
    drafts = Drafts(database, clock, new_codec())
    of_bo = replace(DRAFT_OF_LENA, id="d2", user=BO)
    await drafts.keep(DRAFT_OF_LENA)
    await drafts.keep(of_bo)
    await drafts.forget(LENA)
    for known in (drafts, await _again(database, clock)):
        assert await known.find("d1") is None
        assert await known.of(BO, CHAT) == of_bo
        assert not known.has(TELEGRAM, "7", "7")
