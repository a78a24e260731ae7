"""Who reads a line how: in any language, with nobody to translate, and with words that are to stay where they are."""

from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from bot.domain.languages import Language
from bot.domain.locales import Locale
from bot.ports.translator import Lacking
from cogs.missions.rules.cards import CARDS
from cogs.missions.rules.own import Worded
from cogs.missions.views import cards as views
from tests.cogs.missions.kit import (
    CHINESE,
    ENGLISH,
    SPANISH,
    UNLOCKED,
    Side,
    Wires,
    cards,
    draws,
    person_of,
    question,
    ready,
    tied,
)
from tests.cogs.texts import texts
from tests.kit.fake import PLAIN
from tests.kit.stage import PRIVATE, Member, expect
from tests.kit.stages.fake import FakeStage, fake_stage
from tests.kit.translator import SpokenTranslator


@pytest.fixture
async def plain(wires: Wires, translator: SpokenTranslator, tmp_path: Path) -> AsyncGenerator[FakeStage]:
    """The platform with keyboards alone: what is read does not depend on it."""
    async with fake_stage(tmp_path, PLAIN, cogs=wires.declared, translator=translator) as opened:
        yield opened


async def answer(stage: FakeStage, member: Member, words: str) -> None:
    """Answers the card, in whatever language the screens are."""
    await member.presses("✍️")
    await stage.settled()
    await member.fills(words)
    await stage.settled()


async def test_screens_are_in_ones_own_language_and_cards_in_the_one_that_is_read(
    plain: FakeStage, wires: Wires
) -> None:
    ana, bo = await ready(plain, "Ana", "es"), await ready(plain, "Bo", "zh-TW")
    await tied(wires, Side(plain, ana, ENGLISH), Side(plain, bo))
    await draws(plain, ana)
    (hers,), (his,) = cards(ana), cards(bo)
    assert hers.labels[0] == "✍️ Responder"
    assert his.labels[0] == "✍️ 我來答"
    assert question(hers).isascii()
    assert question(his) == hers.text.splitlines()[2]


async def test_who_reads_a_language_that_we_do_not_speak_sees_the_card_in_that_of_the_screens(
    plain: FakeStage, wires: Wires
) -> None:
    ana, bo = await ready(plain, "Ana", "es"), await ready(plain, "Bo")
    await tied(wires, Side(plain, ana, Language.FRENCH), Side(plain, bo, ENGLISH))
    await draws(plain, bo)
    spanish = {texts("missions", Locale.SPANISH).plain(card.text) for card in CARDS}
    assert question(cards(ana)[0]) in spanish
    await answer(plain, bo, "The cat sleeps on the roof")
    await answer(plain, ana, "Buenos días")
    await expect(plain, ana).sees("⟦fr⟧ The cat sleeps on the roof")


async def test_two_who_read_the_same_see_it_once(plain: FakeStage, wires: Wires) -> None:
    ana, bo = await ready(plain, "Ana"), await ready(plain, "Bo")
    await tied(wires, Side(plain, ana, ENGLISH), Side(plain, bo, ENGLISH))
    await draws(plain, ana)
    assert len(cards(ana)[0].text.splitlines()) == 4


async def test_three_on_a_line_wait_for_all_and_read_each_of_the_others(plain: FakeStage, wires: Wires) -> None:
    ana, bo, cleo = await ready(plain, "Ana"), await ready(plain, "Bo"), await ready(plain, "Cleo")
    await tied(wires, Side(plain, ana, ENGLISH), Side(plain, bo, CHINESE), Side(plain, cleo, SPANISH))
    await draws(plain, ana)
    await answer(plain, ana, "Good morning")
    await answer(plain, bo, "明天见")
    await expect(plain, cleo).sees("Ana, Bo have answered. Your turn")
    await expect(plain, ana).sees("Waiting for Cleo")
    await expect(plain, cleo).does_not_see(UNLOCKED)
    await answer(plain, cleo, "Gracias")
    await expect(plain, cleo).sees("Ana:\nBuenos días", "Bo:\nHasta mañana", "You:\nGracias")


async def test_with_no_service_answers_are_shown_as_they_are(
    plain: FakeStage, wires: Wires, translator: SpokenTranslator
) -> None:
    translator.lacking = Lacking.FAILED
    ana, bo = await ready(plain, "Ana"), await ready(plain, "Bo")
    await tied(wires, Side(plain, ana, ENGLISH), Side(plain, bo, CHINESE))
    await draws(plain, ana)
    await answer(plain, ana, "Good morning")
    await answer(plain, bo, "明天见")
    await expect(plain, ana).sees(UNLOCKED, "Bo:\n明天见")


async def test_words_of_who_wants_no_service_to_see_them_are_not_sent_to_one(
    plain: FakeStage, wires: Wires, translator: SpokenTranslator
) -> None:
    ana, bo = await ready(plain, "Ana"), await ready(plain, "Bo")
    await tied(wires, Side(plain, ana, ENGLISH), Side(plain, bo, CHINESE))
    person = await person_of(plain, ana)
    await plain.whole.app.services.identity.choose_translation(person, allowed=False)
    await draws(plain, ana)
    await answer(plain, ana, "Good morning")
    await answer(plain, bo, "明天见")
    await expect(plain, bo).sees(UNLOCKED, "Ana:\nGood morning")
    await expect(plain, ana).sees("Bo:\nSee you tomorrow")
    assert [ask.text.plain for ask in translator.asked] == ["明天见"]
    assert all(ask.private for ask in translator.asked), "kept in memory only"


async def test_the_longest_answers_in_any_script_are_shown_whole(plain: FakeStage, wires: Wires) -> None:
    ana, bo = await ready(plain, "Ana"), await ready(plain, "Bo")
    await tied(wires, Side(plain, ana, ENGLISH), Side(plain, bo, CHINESE))
    await draws(plain, ana)
    await answer(plain, ana, "word " * 200)
    await answer(plain, bo, "猫" * 1_000)
    for member in (ana, bo):
        said = "".join(seen.text for seen in member.visible() if seen.by_bot)
        assert said.count("word") >= 200
        assert said.count("猫") >= 1_000


async def test_a_mission_for_one_is_light_in_every_language_and_leads_on(plain: FakeStage, wires: Wires) -> None:
    assert wires.lines == {}
    light = {views.worded(texts("missions", Locale.ENGLISH), card, ENGLISH).words for card in CARDS if card.why is None}
    ana = await ready(plain, "Ana")
    await ana.runs("mission", chat=PRIVATE)
    for _ in range(4):
        await plain.settled()
        assert question(await expect(plain, ana).sees("A mission for one")) in light
        await plain.whole.clock.move(30)
        await ana.presses("🔀 Another one")


@pytest.mark.parametrize("locale", Locale)
def test_every_card_has_its_words_in_every_language(locale: Locale) -> None:
    spoken = texts("missions", locale)
    found = [views.worded(spoken, card, Language(locale.value)) for card in CARDS]
    assert all(isinstance(one, Worded) and one.words and one.language == locale.value for one in found)
    assert len({one.words for one in found}) == len(CARDS)
    bands = [key for card in CARDS if card.bands is not None for key in card.bands.texts]
    assert all(spoken.plain(key) for key in bands)
