"""A chat goes on under another ref while copies wait for it: they arrive there, in order, and once."""

from collections.abc import AsyncGenerator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.api.mirror import Manner
from bot.domain.events import PlaceMoved
from bot.domain.languages import Language
from bot.domain.refs import ChatRef, SpaceRef
from tests.bot.core.mirror.midway import gateway_of, parts_of
from tests.bot.core.mirror.repeater import TEXTS, Repeater, tie
from tests.kit.stage import GENERAL
from tests.kit.stages.fake import FakeStage
from tests.kit.stages.pairs import Pair, fake_pair
from tests.kit.stages.whole import with_cogs
from tests.kit.translator import SpokenTranslator

BEFORE, AFTER = ("Good morning", "See you tomorrow"), ("Thank you", "Where is my cat?")
ARRIVES = ["Buenos días", "Hasta mañana", "Gracias", "¿Dónde está mi gato?"]


@pytest.fixture
async def pair(tmp_path: Path, repeater: Repeater, translator: SpokenTranslator) -> AsyncGenerator[Pair]:
    """The fakes: that the same crosses on all platforms is told elsewhere."""
    cogs = with_cogs(repeater.cog, texts={"repeater": TEXTS}, alone=True)
    async with fake_pair(tmp_path, cogs=cogs, translator=translator) as opened:
        yield opened


async def _moves(stage: FakeStage) -> ChatRef:
    """The group becomes another kind of group, which has another ref."""
    old, new = stage.inside(stage.chat(GENERAL), stage.space), ChatRef(stage.platform, "upgraded")
    moved = PlaceMoved(stage.next_key(), stage.whole.clock.now(), old, new, SpaceRef(new.platform, new.id))
    await stage.tell(moved)
    await stage.whole.app.lanes.idle()
    return new


@pytest.mark.parametrize("killed", [False, True], ids=["", "killed"])
async def test_what_waits_arrives_where_the_chat_goes_on(
    pair: Pair, translator: SpokenTranslator, killed: bool
) -> None:
    assert isinstance(pair.right, FakeStage)
    translator.service = replace(translator.service, public=False)
    ana = await pair.left.member("Ana")
    await tie((pair.left, GENERAL), (pair.right, GENERAL), there=Manner(languages=(Language.SPANISH,)))
    translator.hold()
    for words in BEFORE:
        await ana.says(words, chat=GENERAL)
        await pair.whole.app.lanes.idle()
    await translator.begun()
    now = await _moves(pair.right)
    for words in AFTER:
        await ana.says(words, chat=GENERAL)
        await pair.whole.app.lanes.idle()
    if killed:
        await pair.restarts()
    translator.release()
    await pair.settled()
    arrived = [one for one in gateway_of(pair.right).posts if one.chat == now]
    assert [next(words for words in ARRIVES if words in one.piece.text.plain) for one in arrived] == ARRIVES
    assert not await parts_of(pair).lines.waiting()
