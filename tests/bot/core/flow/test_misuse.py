"""What members should not get by being late, elsewhere, twice, or gone."""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.api import Cog, Context
from bot.core.house.settings import QUIET
from bot.domain.access import Access
from bot.domain.action import Action
from bot.domain.events import BotAdded, CommandInvoked, Community, PlaceMoved, SpaceSeen
from bot.domain.form import Answers, Form, TextField
from bot.domain.message import Outgoing
from bot.domain.refs import ChatRef, SpaceRef
from bot.domain.text import RichText
from bot.ports.database import StorageUnavailable
from bot.ports.gateway import AnswerMode
from tests.bot.core.flow.probe import Probe
from tests.bot.core.flow.test_persons import traces
from tests.cogs.cats.kit import shows
from tests.kit.fake import FAKE, PLAIN, RICH
from tests.kit.stage import GENERAL, PRIVATE, expect
from tests.kit.stages.fake import SPACE, FakeStage, fake_stage
from tests.kit.stages.fake_member import FakeMember
from tests.kit.stages.whole import with_cogs
from tests.scenarios.steps import admin_of, reports_go_here


async def test_rights_told_with_what_is_handled_late_are_asked_again(stage: FakeStage, probe: Probe) -> None:
    mod = await stage.member("Mo", access=Access.MODERATOR)
    where = stage.where(GENERAL, mod.ref)
    called = CommandInvoked(
        stage.next_key(), stage.whole.clock.now(), where, "clear", mod.account, rights=Access.MODERATOR
    )
    stage.members.levels[mod.ref] = Access.EVERYONE
    await stage.whole.clock.move(timedelta(minutes=3))
    await stage.tell(called)
    await expect(stage, mod).sees("This is for moderators")
    assert probe.cleared == 0


async def called(stage: FakeStage, member: FakeMember, command: str) -> None:
    """A command as platforms tell it that can answer one: with a handle, also where the answer has to go elsewhere."""
    where = stage.where(GENERAL, member.ref)
    handle = stage.gateway.handle(member.ref, where.chat, None)
    now = stage.whole.clock.now()
    await stage.tell(CommandInvoked(stage.next_key(), now, where, command, member.account, handle=handle))
    await stage.settled()


async def test_a_command_goes_on_in_private_for_members_only(plain: FakeStage) -> None:
    ana, gone = await plain.member("Ana"), await plain.member("Gus")
    await called(plain, ana, "me")
    key = await ana.finds("Open our chat")
    await gone.leaves()
    await gone.uses(key)
    await expect(plain, gone).sees("too old")
    await expect(plain, gone).does_not_see("About you")
    await ana.uses(key)
    await expect(plain, ana).sees("About you")


async def test_quiet_answered_in_private_is_quiet_still(plain: FakeStage) -> None:
    admin = await plain.member("Amara", access=Access.ADMIN)
    await called(plain, admin, "quiet")
    for key in admin.choices():
        if key.leads:
            await admin.uses(key)
    await plain.settled()
    services = plain.whole.app.services
    community = await services.communities.of_space(SPACE)
    place = await services.places.find(plain.chat(GENERAL))
    assert await services.settings.read(community, "core", QUIET, place) is True


@dataclass(frozen=True, slots=True)
class Note(Action):
    """What the form sends."""


@dataclass(slots=True)
class Notes:
    """A cog with a form, whose database fails now and then."""

    cog: Cog = field(default_factory=lambda: Cog("notes"))
    kept: list[str] = field(default_factory=list[str])
    failing: int = 0

    def __post_init__(self) -> None:
        @self.cog.command("note", mode=AnswerMode.FORM)
        async def note(ctx: Context) -> None:
            await ctx.open_form(Form("Note", (TextField("what", "What"), TextField("why", "Why")), Note()))

        @self.cog.form(Note)
        async def noted(ctx: Context, action: Note, answers: Answers) -> None:
            del action
            if self.failing:
                self.failing -= 1
                raise StorageUnavailable("full")
            self.kept.append(answers.text("what") + answers.text("why"))
            await ctx.reply(Outgoing(RichText.of("note kept")))

        _ = (note, noted)


NOTES_TEXTS = """
cog-title = Notes
    .description = Keeps notes.
command-note = note
    .description = Keeps a note
"""


@pytest.mark.parametrize("able", [RICH, PLAIN], ids=["rich", "plain"])
async def test_a_form_that_could_not_be_handled_is_handled_later(tmp_path: Path, able: object) -> None:
    notes = Notes(failing=1)
    capabilities = PLAIN if able is PLAIN else RICH
    cogs = with_cogs(notes.cog, texts={"notes": NOTES_TEXTS})
    async with fake_stage(tmp_path, capabilities, cogs=cogs, instant=0) as stage:
        ana = await stage.member("Ana")
        await ana.starts()
        await ana.runs("note", chat=PRIVATE)
        await stage.settled()
        await ana.fills("one", "two")
        await stage.settled()
        assert notes.kept == []
        await stage.whole.clock.move(timedelta(minutes=3))

        async def handled() -> bool:  # the second look comes beside the first round of cleaning
            return bool(notes.kept)

        await stage.whole.until(handled)
        await stage.settled()
        assert notes.kept == ["onetwo"]
        await expect(stage, ana).sees("note kept")
        await ana.says("thanks", chat=PRIVATE)
        await stage.settled()
        assert notes.kept == ["onetwo"]


async def test_a_page_sent_twice_counts_once(stage: FakeStage, probe: Probe) -> None:
    ana = await stage.member("Ana")
    await ana.runs("survey")
    await stage.settled()
    await ana.fills("1", "2", "3", "4", "5")
    await stage.settled()
    _, first, chat = stage.gateway.sheets[0]
    stage.gateway.sheets.append((ana.ref, first, chat))
    await ana.fills("6", "7", "8", "9", "10")
    await stage.settled()
    assert probe.surveys == []
    await ana.presses("Go on (2 of 2)")
    await stage.settled()
    await ana.fills("6", "7")
    await stage.settled()
    assert [[answer.text for answer in one.given] for one in probe.surveys] == [list("1234567")]


@pytest.mark.parametrize("able", [RICH, PLAIN], ids=["rich", "plain"])
async def test_nothing_others_began_about_who_is_forgotten_is_kept(tmp_path: Path, able: object) -> None:
    async with fake_stage(tmp_path, replace(PLAIN if able is PLAIN else RICH, callback=64)) as stage:
        zebedee, eve = await stage.newcomer("Zebedee"), await stage.member("Eve")
        await zebedee.starts()
        await eve.starts()
        await shows(stage, zebedee, "a cat", SPACE)
        await eve.runs("cats")
        await eve.presses("Report")
        await stage.settled()
        assert await traces(stage, zebedee.ref.id) != []
        await zebedee.runs("privacy", chat=PRIVATE)
        await zebedee.presses("Forget me")
        await zebedee.presses("Yes, forget me")
        await expect(stage, zebedee).sees("I don't know you any more")
        await stage.settled()
        assert await traces(stage, zebedee.ref.id, "Zebedee") == []


async def test_a_cog_that_always_fails_does_not_keep_the_house_from_tidying(stage: FakeStage, probe: Probe) -> None:
    ana, ann = await stage.member("Ana"), await stage.member("Ann")
    probe.failing = 1_000
    await ana.runs("link", chat=PRIVATE)
    told = await expect(stage, ana).sees("/link ")
    await ann.runs("link", told.text.split("/link ")[1].split()[0], chat=PRIVATE)
    await stage.removes_bot()
    await stage.settled()
    await stage.whole.clock.move(timedelta(days=31))
    await stage.settled()
    await stage.whole.clock.move(timedelta(hours=2))  # the next round
    services = stage.whole.app.services

    async def erased() -> bool:
        return await services.communities.overdue(stage.whole.clock.now()) == ()

    await stage.whole.until(erased)
    assert probe.merged == []


async def test_a_key_pressed_after_the_bot_was_removed_does_not_bring_it_back(stage: FakeStage) -> None:
    ana = await stage.member("Ana")
    await ana.runs("offer")
    key = await ana.finds("Count")
    await stage.removes_bot()
    await ana.uses(key)
    await stage.settled()
    late = stage.whole.clock.now() + timedelta(days=31)
    overdue = await stage.whole.app.services.communities.overdue(late)
    assert [one.space for one in overdue] == [SPACE]


async def test_a_report_is_not_said_to_be_with_moderators_who_cannot_get_it(stage: FakeStage) -> None:
    admin, ana = await admin_of(stage), await stage.member("Ana")
    await reports_go_here(stage, admin)
    await admin.runs("quiet")
    await stage.settled()
    said = await ana.says("Buy my coins")
    await ana.uses_menu("Report", said)
    await stage.settled()
    await ana.fills("spam")
    await expect(stage, ana).sees("write to one of them directly")
    await expect(stage, ana).does_not_see("The moderators have it now")


async def test_an_allowed_group_is_allowed_as_a_supergroup(tmp_path: Path) -> None:
    async with fake_stage(tmp_path, RICH, allowed_spaces="club") as stage:
        now, upgraded = stage.whole.clock.now(), SpaceRef(FAKE, "bigger")
        here, there = ChatRef(FAKE, SPACE.id), ChatRef(FAKE, upgraded.id)  # a group is its one chat
        await stage.tell(BotAdded(stage.next_key(), now, Community(SPACE, here, GENERAL), "Cat Club"))
        await stage.tell(PlaceMoved(stage.next_key(), now, Community(SPACE, here, GENERAL), there, upgraded))
        await stage.settled()
        await stage.tell(SpaceSeen(stage.next_key(), now, Community(upgraded, there, GENERAL), "Cat Club"))
        await stage.settled()
        assert stage.gateway.left == []


async def test_a_name_turns_round_nothing_but_itself(stage: FakeStage) -> None:
    ana = await stage.member("\u202eanA")
    await ana.starts()
    hello = await expect(stage, ana).sees("Hello")
    assert hello.text.startswith("Hello @\u202eanA\u202c!")


async def test_who_only_chats_is_not_told_to_slow_down(stage: FakeStage) -> None:
    ana = await stage.member("Ana")
    for number in range(40):
        await ana.says(f"so much to tell, part {number}")
    await expect(stage, ana).does_not_see("four paws")
