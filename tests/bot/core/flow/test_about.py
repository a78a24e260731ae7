"""A cog that acts for a club from somewhere else: from the private chat of who asks to be let in, and of who is in."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.api import Cog, Context, Toggle
from bot.core.house.settings import QUIET
from bot.domain.action import Action
from bot.domain.controls import Button
from bot.domain.events import BotRemoved, Community, JoinRequested
from bot.domain.message import Outgoing
from bot.domain.refs import CommunityId, PlaceId
from bot.domain.text import RichText
from bot.ports.gateway import AnswerMode
from tests.kit.fake import PLAIN
from tests.kit.stage import GENERAL, expect
from tests.kit.stages.fake import SPACE, FakeStage, fake_stage
from tests.kit.stages.fake_member import FakeMember
from tests.kit.stages.whole import with_cogs

TEXTS = """
cog-title = Door
    .description = Lets in.
setting-enabled = On
    .description = Whether there is a door.
setting-wide = Wide
    .description = Whether it is wide.
audit-knocked = { $person } knocked
"""


@dataclass(frozen=True, slots=True)
class Knock(Action):
    """Asks for the door of a club."""

    community: CommunityId
    place: PlaceId


@dataclass(slots=True)
class Door:
    """The cog, and what its handlers saw."""

    cog: Cog = field(default_factory=lambda: Cog("door"))
    community: CommunityId | None = None
    seen: list[object] = field(default_factory=list[object])

    def __post_init__(self) -> None:
        wide = self.cog.setting(Toggle("wide", False))

        @self.cog.on(JoinRequested)
        async def asked(ctx: Context, event: JoinRequested) -> None:
            del event
            assert ctx.community is not None
            self.community = ctx.community
            knock = Button("Knock", Knock(ctx.community, ctx.place))
            await ctx.reply(Outgoing(RichText.of("who is there?"), controls=((knock,),)))

        @self.cog.action(Knock, mode=AnswerMode.PRIVATE)
        async def knocked(ctx: Context, action: Knock) -> None:
            self.seen.append(ctx.community)
            there = await ctx.about(action.community)
            before = await ctx.setting(wide), await there.setting(wide)
            await there.change(wide, True)
            after, here = await there.setting(wide), await ctx.setting(wide)
            self.seen.extend([there.community, before, after, here])
            await there.audit("audit-knocked")
            entries = await ctx.settings.audit(action.community, None, 2)
            self.seen.extend([entry.by for entry in entries] + [ctx.person])
            for _ in range(2):  # twice the same, and neither is the other's repeat
                again = await ctx.about(action.community)
                await again.send(action.place, Outgoing(RichText.of("somebody knocked")))
            await ctx.reply(Outgoing(RichText.of("come in")))

        _ = (asked, knocked)


@pytest.fixture
def door() -> Door:
    """The cog."""
    return Door()


@pytest.fixture
async def stage(door: Door, tmp_path: Path) -> AsyncGenerator[FakeStage]:
    """The bot with it."""
    async with fake_stage(tmp_path, PLAIN, cogs=with_cogs(door.cog, texts={"door": TEXTS}), instant=0) as opened:
        yield opened


async def _asks(stage: FakeStage, member: FakeMember) -> None:
    await member.asks_to_join()
    await stage.settled()


async def _set(stage: FakeStage, community: CommunityId, setting: tuple[str, str], place: PlaceId | None) -> None:
    book = stage.whole.app.services.settings
    [entry] = [entry for entry in book.of(setting[0]) if entry.setting.key == setting[1]]
    assert await book.change(community, entry, place, not entry.setting.stored_default, None)


async def test_who_asks_to_be_let_in_is_answered_in_private_and_acts_for_the_club_there(
    stage: FakeStage, door: Door
) -> None:
    ana, bo = await stage.stranger("Ana"), await stage.member("Bo")
    await _asks(stage, ana)
    await expect(stage, ana).sees("who is there?")
    await expect(stage, bo).does_not_see("who is there?")
    await ana.presses("Knock")
    await expect(stage, ana).sees("come in")
    await stage.settled()
    pressed_in, community, before, after, here, *actors, person = door.seen
    assert (pressed_in, community) == (None, door.community)
    assert (before, after, here) == ((False, False), True, False)
    assert actors == [person, person]
    assert len([seen for seen in bo.visible() if seen.text == "somebody knocked"]) == 2


async def test_a_quiet_club_still_answers_who_asks_to_be_let_in(stage: FakeStage) -> None:
    ana = await stage.stranger("Ana")
    services = stage.whole.app.services
    community = await services.communities.of_space(SPACE)
    where = stage.where(GENERAL, ana.ref)
    place = await services.places.place_of(where.chat, community, "")
    await _set(stage, community, ("core", QUIET.key), place)
    await _asks(stage, ana)
    await expect(stage, ana).sees("who is there?")


async def test_who_cannot_be_written_to_is_not_answered_before_the_others(stage: FakeStage) -> None:
    ana, bo = await stage.member("Ana"), await stage.member("Bo")
    now = stage.whole.clock.now()
    await stage.tell(JoinRequested(stage.next_key(), now, stage.where(GENERAL, ana.ref), ana.account, None))
    await stage.settled()
    await expect(stage, bo).does_not_see("who is there?")


async def test_a_club_that_the_bot_left_is_told_kindly(stage: FakeStage, door: Door) -> None:
    ana = await stage.stranger("Ana")
    await _asks(stage, ana)
    key = await ana.finds("Knock")
    where = stage.where(GENERAL, ana.ref)
    assert isinstance(where, Community)
    await stage.tell(BotRemoved(stage.next_key(), stage.whole.clock.now(), where))
    await stage.settled()
    await ana.uses(key)
    await expect(stage, ana).sees("too old")
    assert door.seen == [None]


async def test_where_the_cog_is_off_it_does_nothing_from_elsewhere_either(stage: FakeStage, door: Door) -> None:
    ana = await stage.stranger("Ana")
    await _asks(stage, ana)
    assert door.community is not None
    await _set(stage, door.community, ("door", "enabled"), None)
    await ana.presses("Knock")
    await expect(stage, ana).sees("An admin has turned this off")
    assert door.seen == [None]
