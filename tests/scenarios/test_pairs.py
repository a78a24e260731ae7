"""Pairs of stages: one bot hears and speaks on both, in threads too, and goes on after its process was killed."""

from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from bot.domain.access import Access
from tests.kit.stage import GENERAL, Member, Stage, expect
from tests.kit.stages.pairs import PAIRS, Pair
from tests.kit.stages.whole import with_cogs
from tests.scenarios.listener import TEXTS, Listener

THREAD = "cat talk"


@pytest.fixture
def listener() -> Listener:
    """What is told to a cog."""
    return Listener()


@pytest.fixture(params=list(PAIRS))
async def pair(request: pytest.FixtureRequest, tmp_path: Path, listener: Listener) -> AsyncGenerator[Pair]:
    """The whole bot with the listener on two platforms."""
    name: str = request.param
    async with PAIRS[name](tmp_path, cogs=with_cogs(listener.cog, texts={"listener": TEXTS}, alone=True)) as opened:
        yield opened


async def listens(stage: Stage, chat: str) -> Member:
    """An admin; the listener hears a chat of theirs."""
    admin = await stage.member("Amara", access=Access.ADMIN)
    await admin.starts()
    await admin.runs("listen", chat=chat)
    await expect(stage, admin).sees("all ears")
    return admin


async def test_both_sides_are_heard_in_their_threads_before_and_after_a_kill(pair: Pair, listener: Listener) -> None:
    for stage in (pair.left, pair.right):
        await stage.adds_thread(THREAD, GENERAL)
        await listens(stage, THREAD)
    await pair.settled()
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    first = await ana.says("left, in the thread", chat=THREAD)
    await bo.says("right, in the thread", chat=THREAD)
    await bo.says("right, elsewhere", chat=GENERAL)
    await pair.settled()
    assert sorted(heard.text for heard in listener.messages) == ["left, in the thread", "right, in the thread"]
    assert (first.author, first.edited) == ("Ana", False)

    await pair.restarts()
    await ana.says("left again", chat=THREAD, to=first)
    await bo.says("right again", chat=THREAD)
    await pair.settled()
    assert sorted(heard.text for heard in listener.messages[2:]) == ["left again", "right again"]


async def test_what_was_accepted_before_a_kill_is_handled_after_it(tmp_path: Path, listener: Listener) -> None:
    async with PAIRS["fakes"](tmp_path, cogs=with_cogs(listener.cog, texts={"listener": TEXTS}, alone=True)) as pair:
        await listens(pair.left, GENERAL)
        await pair.settled()
        ana = await pair.left.member("Ana")
        await ana.says("still there?", chat=GENERAL)
        await pair.dies()
        assert listener.messages == []  # accepted, and not handled yet
        await ana.says("nobody is told of this", chat=GENERAL)
        await pair.comes_back()
        await pair.settled()
        assert [heard.text for heard in listener.messages] == ["still there?"]


async def test_telegram_tells_afterwards_what_happened_while_the_bot_was_away(
    tmp_path: Path, listener: Listener
) -> None:
    for number, name in enumerate(("fakes", "twins")):
        folder = tmp_path / str(number)
        folder.mkdir()
        async with PAIRS[name](folder, cogs=with_cogs(listener.cog, texts={"listener": TEXTS}, alone=True)) as pair:
            await listens(pair.right, GENERAL)
            await pair.settled()
            bo = await pair.right.member("Bo")
            await pair.dies()
            await bo.says("you were away", chat=GENERAL)
            await pair.comes_back()
            await pair.settled()
            assert [heard.text for heard in listener.messages] == ["you were away"]
            listener.messages.clear()


async def test_both_spaces_become_one_community(pair: Pair) -> None:
    communities = pair.whole.app.services.communities
    assert await communities.of_space(pair.left.space) != await communities.of_space(pair.right.space)
    await pair.binds()
    assert await communities.of_space(pair.left.space) == await communities.of_space(pair.right.space)
