"""Corrections, who may make them, and whose words are never sent anywhere; the same on every stage."""

import pytest

from bot.domain.access import Access
from tests.kit.stage import GENERAL, PRIVATE, Stage, expect
from tests.kit.translator import SpokenTranslator
from tests.scenarios.steps import admin_of
from tests.scenarios.translating import flags, reads_aloud, sent_out, translated_here


@pytest.fixture
def translator() -> SpokenTranslator:
    """With a phrase book."""
    return SpokenTranslator()


@pytest.fixture(autouse=True)
def dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without waiting for one."""
    reads_aloud(monkeypatch)


async def test_a_better_translation_takes_the_others_place_and_is_remembered_once_a_moderator_agrees(
    stage: Stage, translator: SpokenTranslator
) -> None:
    await translated_here(stage)
    ana, li = await stage.member("Ana"), await stage.member("Li")
    mod = await stage.member("Mo", access=Access.MODERATOR)
    await ana.says("Good morning", chat=GENERAL)
    copy = await expect(stage, li).sees("早上好")
    await li.says("better: 早安", to=copy, chat=GENERAL)
    await ana.starts()
    await expect(stage, li).sees("do you know both English and")
    await ana.uses(await li.finds("I know both"))
    await expect(stage, li).sees("早上好")
    await li.presses("I know both")
    await expect(stage, ana).no_longer_sees("早上好")
    changed = next(seen for seen in ana.visible() if seen.id == copy.id)
    assert "早安" in changed.text
    assert "Li" in changed.text
    await expect(stage, ana).sees("Thank you, Li")
    await expect(stage, ana).does_not_see("⟦en⟧ better")
    await expect(stage, mod).sees("Good morning", "早安", "glossary")
    agree = await mod.finds("Agree")
    await ana.uses(agree)
    await expect(stage, ana).does_not_see("In the glossary:")
    await mod.uses(agree)
    await expect(stage, mod).sees("In the glossary: Good morning")
    await ana.says("Good morning, my friends", chat=GENERAL)
    await stage.settled()
    assert any(term.becomes == "早安" for term in translator.asked[-1].terms)


async def test_by_the_pen_too(stage: Stage) -> None:
    await translated_here(stage)
    ana, li = await stage.member("Ana"), await stage.member("Li")
    await li.starts()
    await ana.says("Good morning", chat=GENERAL)
    await expect(stage, li).sees("早上好")
    await li.presses("✏️")
    await stage.settled()
    await li.fills("早安呀", "cat = 猫猫")
    await li.presses("I know both")
    await expect(stage, ana).sees("早安呀")
    await expect(stage, ana).sees("cat", "猫猫", "glossary")


async def test_who_opted_out_is_never_sent_anywhere(stage: Stage, translator: SpokenTranslator) -> None:
    await translated_here(stage)
    ana, li = await stage.member("Ana"), await stage.member("Li", "zh-CN")
    await ana.starts()
    await ana.runs("privacy", chat=PRIVATE)
    await ana.presses("Don't translate me")
    await stage.settled()
    said = await ana.says("Where is my cat?", chat=GENERAL)
    await stage.settled()
    await flags(li, "🇲🇽", said)
    await ana.runs("say", "Where is my cat?")
    await stage.settled()
    await ana.runs("translate", "es: Good morning", chat=PRIVATE)
    await expect(stage, ana).sees("your words go to no service")
    assert sent_out(translator) == []
    await li.says("早上好", chat=GENERAL)
    await expect(stage, ana).sees("Good morning")


async def test_only_an_admin_lets_public_services_see_the_words_and_takes_it_back(
    stage: Stage, translator: SpokenTranslator
) -> None:
    admin = await admin_of(stage)
    ana, li = await stage.member("Ana"), await stage.member("Li", "zh-CN")
    await ana.starts()
    await ana.runs("translate", "here en zh under")
    await expect(stage, ana).sees("for admins")
    await admin.runs("translate", "here en zh under")
    await expect(stage, admin).sees("Spoken Words", "spoken.example")
    accept = await admin.finds("Agreed")
    await ana.uses(accept)
    await stage.settled()
    assert not stage.pinned(GENERAL)
    await ana.says("See you tomorrow", chat=GENERAL)
    await stage.settled()
    assert sent_out(translator) == []
    await admin.uses(accept)
    await stage.settled()
    assert len(stage.pinned(GENERAL)) == 1
    await ana.says("Good morning", chat=GENERAL)
    await expect(stage, li).sees("早上好")
    await admin.runs("translate", "services")
    await admin.presses("Withdraw Spoken Words")
    await stage.settled()
    await ana.says("Thank you", chat=GENERAL)
    await stage.settled()
    assert sent_out(translator) == ["Good morning"]
    assert not stage.pinned(GENERAL)
