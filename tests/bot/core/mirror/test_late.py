"""Reactions that come at odd moments, and what follows once its words are forgotten. On the fakes."""

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.api.mirror import CopyKind, Manner, Reacting, Trouble
from bot.core.mirror.line import Kept
from bot.domain.languages import Language
from bot.domain.message import Outgoing
from bot.domain.refs import MessageRef
from bot.domain.text import RichText
from bot.ports.outcome import Outcome
from tests.bot.core.mirror.midway import (
    Faulty,
    both_tied,
    fakes_with,
    faulty,
    gateway_of,
    kept_line,
    parts_of,
    told,
    wakes,
)
from tests.bot.core.mirror.repeater import Repeater, community, desk, place, tie
from tests.kit.patience import PATIENCE
from tests.kit.stage import GENERAL, expect
from tests.kit.stages.pairs import Pair

WEEK = timedelta(days=8)


@pytest.fixture
def translator() -> Faulty:
    """Who translates, and fails."""
    return faulty()


@pytest.fixture
async def pair(tmp_path: Path, repeater: Repeater, translator: Faulty) -> AsyncGenerator[Pair]:
    """The two fakes: the left one finds what it sent, the right one does not."""
    async with fakes_with(tmp_path, repeater, translator) as opened:
        yield opened


# ------------------------------------------------------------------------------------------------------------ reactions


async def test_a_reaction_that_comes_before_the_copy_shows_on_it(pair: Pair, translator: Faulty) -> None:
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    await tie((pair.left, GENERAL), (pair.right, GENERAL), there=Manner((Language.SPANISH,)))
    translator.hold()
    said = await ana.says("Good morning", chat=GENERAL)
    await translator.begun()
    await ana.reacts("👍", said)
    await pair.whole.app.lanes.idle()
    translator.release()
    await expect(pair.right, bo).sees("Buenos días")
    await pair.settled()
    assert list(gateway_of(pair.right).reactions.values()) == ["👍"]


async def test_a_reaction_to_a_picture_of_an_album_is_one_to_the_album(pair: Pair) -> None:
    await both_tied(pair)
    parts, chat = parts_of(pair), pair.left.chat_ref(GENERAL)
    line = await kept_line(pair, pair.left, Kept(RichText.of("two of mine")))
    second = MessageRef(chat.platform, chat.id, "78")
    await parts.lines.add([second], [replace(line, root=line.root)])
    await wakes(pair, line)
    ana = await pair.left.member("Ana")
    seen = next(one for one in told(await pair.right.member("Bo"), "two of mine"))
    await ana.reacts("👍", replace(seen, id="78", chat=chat.id))
    await pair.settled()
    assert not gateway_of(pair.left).reactions, "its own reactions show there already"
    assert list(gateway_of(pair.right).reactions.values()) == ["👍"]


async def test_a_reaction_does_not_show_on_what_stands_in_the_same_chat(pair: Pair) -> None:
    ana = await pair.left.member("Ana")
    await pair.right.member("Bo")
    await tie((pair.left, GENERAL), (pair.right, GENERAL))
    here, club = await place(pair.left, GENERAL), await community(pair.left)
    manner = Manner((Language.SPANISH,), named=False)
    await desk(pair.whole).tie("inline", CopyKind.INLINE, source=here, target=here, manner=manner, community=club)
    said = await ana.says("Good morning", chat=GENERAL)
    await expect(pair.left, ana).sees("Buenos días")
    await pair.settled()
    await ana.reacts("👍", said)
    await pair.settled()
    assert not gateway_of(pair.left).reactions
    assert len(gateway_of(pair.right).reactions) == 1


async def test_the_last_of_quick_reactions_is_what_the_original_shows(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana, bo = await both_tied(pair)
    await ana.says("pick one", chat=GENERAL)
    copy = await expect(pair.right, bo).sees("pick one")
    await pair.settled()
    outbound = pair.whole.app.services.outbound
    react = outbound.react
    waits, gate = asyncio.Event(), asyncio.Event()

    async def slow(message: MessageRef, emoji: str | None) -> Outcome:
        if not waits.is_set():  # the first one is held up on its way
            waits.set()
            await gate.wait()
        return await react(message, emoji)

    monkeypatch.setattr(outbound, "react", slow)
    await bo.reacts("👍", copy)
    await asyncio.wait_for(waits.wait(), PATIENCE)
    await bo.unreacts("👍", copy)
    await pair.whole.app.lanes.idle()
    gate.set()
    await pair.settled()
    assert not gateway_of(pair.left).reactions


# ------------------------------------------------------------------------------------------------------ after some days


async def test_a_reaction_to_words_that_are_forgotten_leaves_their_copy_alone(pair: Pair, repeater: Repeater) -> None:
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    await tie((pair.left, GENERAL), (pair.right, GENERAL), there=Manner(reactions=Reacting.LINE))
    said = await ana.says("old but gold", chat=GENERAL)
    await expect(pair.right, bo).sees("old but gold")
    await pair.settled()
    await _forgets(pair)
    await ana.reacts("👍", said)
    await pair.settled()
    assert told(bo, "old but gold")
    assert repeater.troubles == []
    assert await parts_of(pair).lines.waiting() == 0


async def test_what_is_taken_out_of_an_old_copy_takes_nothing_else_along(pair: Pair, repeater: Repeater) -> None:
    await both_tied(pair)
    lines = [await kept_line(pair, pair.left, Kept(RichText.of(f"word {n}")), number=str(70 + n)) for n in range(3)]
    number = await parts_of(pair).lines.begin(
        lines[0].chat, [(line, line.kept) for line in lines], Outgoing(RichText.of("word 0\nword 1\nword 2"))
    )
    assert number is not None
    await wakes(pair, lines[0])
    bo = await pair.right.member("Bo")
    await expect(pair.right, bo).sees("word 0", "word 2")
    repeater.troubles.clear()
    await _forgets(pair)
    for lane in await parts_of(pair).lines.gone([lines[1].root]):
        pair.whole.app.services.mirror.delivery.wake(lane)
    await pair.settled()
    assert told(bo, "word 2")
    assert repeater.troubles == [Trouble.NOT_CHANGED]
    assert await parts_of(pair).lines.waiting() == 0


async def _forgets(pair: Pair) -> None:
    await pair.whole.clock.move(WEEK)
    await parts_of(pair).retention.clean()
