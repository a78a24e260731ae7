"""Two on one platform who showed themselves move into a private thread, and back."""

from collections.abc import AsyncGenerator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.api.mirror import CopyKind, Manner
from bot.domain.access import Access
from bot.domain.languages import Language
from bot.domain.message import Outgoing
from bot.domain.text import RichText
from cogs.spies.steps.opening import reached
from cogs.spies.steps.tying import retie
from cogs.spies.store.pairs import Pairs
from tests.cogs.spies.line.kit import (
    EN,
    OWN,
    ZH,
    Spy,
    context,
    file_of,
    kept,
    line_between,
    person_of,
    says,
    sees,
    sees_no,
)
from tests.kit.stage import GENERAL, PRIVATE
from tests.kit.stages.fake import FakeStage, fake_stage
from tests.kit.translator import SpokenTranslator


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncGenerator[FakeStage]:
    """The platform that has everything, and a translator."""
    async with fake_stage(tmp_path, translator=SpokenTranslator(OWN)) as opened:
        yield opened


async def shown(stage: FakeStage) -> tuple[Spy, Spy]:
    """A line between two on one platform who know each other."""
    ana, bo = await stage.member("Xochitl"), await stage.member("Zhenzhen")
    await ana.starts()
    await bo.starts()
    spies = (
        Spy(stage, ana, "Whisker", Language.ENGLISH),
        Spy(stage, bo, "Moonpaw", Language.SIMPLIFIED_CHINESE),
    )
    await line_between(stage.whole, *spies)
    for spy in spies:
        await sees(spy, "is open")
        await spy.member.presses("Show who I am")
        await spy.member.presses("Yes, show me")
        await stage.settled()
    await sees(spies[0], "Masks off")
    return spies


async def lounge_chosen(stage: FakeStage) -> None:
    """An admin says where threads open."""
    admin = await stage.member("Amara", access=Access.ADMIN)
    await admin.starts()
    await admin.runs("settings", chat=GENERAL)
    await admin.presses("Spies")
    await admin.presses("Chat for private threads")
    await admin.presses("Where you called")
    await stage.settled()


async def opens_line(spy: Spy) -> None:
    """Opens the screen of the only line."""
    await spy.member.runs("line", chat=PRIVATE)
    await sees(spy, "Your lines")
    await spy.member.presses("Zhenzhen")
    await sees(spy, "You read it in English")


async def test_they_move_into_a_thread_and_back(stage: FakeStage) -> None:
    ana, bo = await shown(stage)
    await lounge_chosen(stage)
    await says(ana, "https://cats.example/tea")
    await sees(ana, "until the third day")
    await opens_line(ana)
    await ana.member.presses("Private thread")
    await sees(ana, "in a thread of your own")
    await sees(ana, "Your line goes on in here")
    await sees(ana, "still waiting, didn't come along")
    (thread,) = stage.places.let_in
    assert set(stage.places.let_in[thread]) == {ana.member.ref, bo.member.ref}
    stage.threads["theirs"] = thread
    await ana.member.says("Good morning", chat="theirs")
    copy = await sees(ana, "早上好")
    assert copy.chat == thread.id
    await bo.member.says("谢谢", chat="theirs")
    await sees(bo, "Thank you")
    await says(ana, "See you tomorrow")
    await sees_no(bo, "明天见")

    await opens_line(ana)
    await ana.member.presses("Back to our private chats")
    await sees(bo, "goes on here, in our private chat")
    await says(ana, "See you tomorrow")
    await sees(bo, "明天见")


async def test_what_waits_goes_along_when_its_readers_account_parts(stage: FakeStage) -> None:
    ana, bo = await shown(stage)
    other = Spy(stage, await stage.member("Zhen"), "Moonpaw", Language.SIMPLIFIED_CHINESE)
    await other.member.starts()
    await stage.settled()
    accounts = context(stage.whole, None).accounts
    code = await accounts.start_link(await person_of(stage.whole, bo.member))
    assert await accounts.finish_link(other.member.ref, code) is None
    minute = stage.whole.clock.now().hour * 60
    hours = ((minute - 60) % 1440, (minute + 120) % 1440)
    await file_of(stage.whole, bo.member, speaks=ZH, learns=EN, reads=Language.SIMPLIFIED_CHINESE, off_duty=hours)
    await says(ana, "Good morning")
    await sees(ana, "is off duty")
    assert await accounts.unlink(bo.member.ref)
    await sees(other, "goes on here")
    await stage.settled()
    await stage.whole.clock.move(timedelta(hours=3))
    await stage.settled()
    await sees(other, "早上好")
    await sees_no(bo, "早上好")


async def test_what_waits_goes_along_also_when_the_process_is_killed_on_the_way(stage: FakeStage) -> None:
    ana, bo = await shown(stage)
    elsewhere = await stage.member("Zhen")
    await elsewhere.starts()
    await says(ana, "https://cats.example/tea")
    await sees(ana, "until the third day")
    person, other = await person_of(stage.whole, bo.member), await person_of(stage.whole, elsewhere)
    (line,) = await Pairs(stage.whole.app.services.db).of_person(person)
    ctx = context(stage.whole, line.community)
    place = await reached(ctx, other, Outgoing(RichText.of("Hello")))
    assert place is not None
    # It dies when the new ways are tied, and the old ones are not closed.
    await Pairs(ctx.db).put_place(line.id, person, place)
    moved = await kept(stage.whole, line.id)
    (home,) = (side.place for side in moved.others(person))
    assert home is not None
    manner = Manner(private=True, keeps_former=True)
    for source, target in ((home, place), (place, home)):
        await ctx.mirror.tie(
            line.knot, CopyKind.SPY, source=source, target=target, manner=manner, community=line.community
        )
    assert await retie(ctx, moved)
    assert len(await ctx.mirror.held(line.knot)) == 1
    assert {route.source for route in await ctx.mirror.routes(knot=line.knot)} == {home, place}


async def test_without_a_chat_for_it_there_is_no_key(stage: FakeStage) -> None:
    ana, _ = await shown(stage)
    await opens_line(ana)
    assert not [key for key in ana.member.choices() if key.label == "Private thread"]


async def test_a_deleted_thread_takes_them_back(stage: FakeStage) -> None:
    ana, bo = await shown(stage)
    await lounge_chosen(stage)
    await opens_line(ana)
    await ana.member.presses("Private thread")
    await sees(ana, "in a thread of your own")
    stage.threads["theirs"] = next(iter(stage.places.let_in))
    await stage.deletes_chat("theirs")
    await stage.settled()
    await says(ana, "See you tomorrow")
    await sees(bo, "明天见")
