"""A chat in several languages, the same on every stage."""

import pytest

from tests.kit.stage import GENERAL, Stage, expect
from tests.kit.translator import SpokenTranslator
from tests.scenarios.translating import sent_out, translated_here


@pytest.fixture
def translator() -> SpokenTranslator:
    """With a phrase book."""
    return SpokenTranslator()


async def test_a_mandarin_and_an_english_speaker_write_in_one_chat(stage: Stage, translator: SpokenTranslator) -> None:
    admin = await translated_here(stage)
    ana, li = await stage.member("Ana"), await stage.member("Li", "zh-CN")
    await ana.says("Where is my cat?", chat=GENERAL)
    shown = await expect(stage, li).sees("我的猫在哪儿")
    assert shown.silent
    await li.says("猫在屋顶上睡觉", chat=GENERAL)
    await expect(stage, ana).sees("The cat sleeps on the roof")
    assert len(sent_out(translator)) == 2
    assert any("Spoken Words" in one.text and "/privacy translate off" in one.text for one in stage.pinned(GENERAL))
    await admin.runs("translate", "off")
    await stage.settled()
    await ana.says("See you tomorrow", chat=GENERAL)
    await expect(stage, li).does_not_see("明天见")
    assert not stage.pinned(GENERAL)
