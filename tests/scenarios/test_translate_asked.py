"""Translations that somebody asked for: for themselves, while typing, where the bot is no member, and said for them."""

import asyncio

import pytest

from bot.ports.translator import Lacking
from bot.translation.readings.readings import DictionaryReadings
from cogs.translate.steps import aids
from tests.kit.stage import GENERAL, PRIVATE, Member, Seen, Stage, expect
from tests.kit.translator import SpokenTranslator
from tests.scenarios.translating import reads_aloud, sent_out, translated_here


@pytest.fixture
def translator() -> SpokenTranslator:
    """With a phrase book."""
    return SpokenTranslator()


@pytest.fixture(autouse=True)
def dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without waiting for one."""
    reads_aloud(monkeypatch)


async def asks(stage: Stage, member: Member, said: Seen) -> None:
    """Asks for a translation of a message that only they see."""
    if stage.has_menus:
        await member.uses_menu("Translate", said)
    else:
        await member.runs("translate", to=said)
    await stage.settled()


async def test_a_message_is_translated_for_one_alone_in_their_language(stage: Stage) -> None:
    await translated_here(stage, "here en zh request")
    ana, li, bo = await stage.member("Ana"), await stage.member("Li", "es"), await stage.member("Bo")
    await li.starts()
    said = await ana.says("Where is my cat?", chat=GENERAL)
    await stage.settled()
    await asks(stage, li, said)
    shown = await expect(stage, li).sees("¿Dónde está mi gato?", "Spoken Words")
    await expect(stage, bo).does_not_see("¿Dónde está mi gato?")
    assert any(label.startswith("chino") for label in shown.labels)
    await li.presses("chino (simplificado)" if "chino (simplificado)" in shown.labels else "chino")
    await expect(stage, li).sees("我的猫在哪儿")


@pytest.mark.parametrize("still", [True, False])
async def test_who_has_not_opened_our_chat_yet_gets_the_translation_there(stage: Stage, still: bool) -> None:
    admin = await translated_here(stage, "here en zh")
    if not still:
        await admin.runs("translate", "off")
        await stage.settled()
    ana, li = await stage.member("Ana"), await stage.member("Li", "es")
    said = await ana.says("Where is my cat?", chat=GENERAL)
    await stage.settled()
    if stage.has_menus:
        await li.uses_menu("Translate", said)
    else:
        await li.runs("translate", to=said)
        await stage.settled()
        await li.presses("Abrir nuestro chat")
    await expect(stage, li).sees("¿Dónde está mi gato?", "Spoken Words")


async def test_a_chosen_language_and_reading_aids_are_kept(stage: Stage) -> None:
    await translated_here(stage, "here en zh request")
    ana, bo = await stage.member("Ana"), await stage.member("Bo")
    await bo.starts()
    for words, answer in (("me Chinese", "Chinese"), ("reading", "pinyin")):
        await bo.runs("translate", words)
        await expect(stage, bo).sees(answer)
    said = await ana.says("Good morning", chat=GENERAL)
    await stage.settled()
    await asks(stage, bo, said)
    await expect(stage, bo).sees("早上好", "read aloud", "Good = zh-Hans-Good")


async def test_while_the_dictionary_is_being_made_that_is_said(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    async def never(readings: DictionaryReadings, text: str) -> str:
        del readings, text
        return await asyncio.Future()

    monkeypatch.setattr(DictionaryReadings, "pinyin", never)
    monkeypatch.setattr(aids, "SECONDS", 0.05)
    await translated_here(stage, "here en zh request")
    ana, bo = await stage.member("Ana"), await stage.member("Bo")
    await bo.starts()
    for words in ("me Chinese", "reading"):
        await bo.runs("translate", words)
    said = await ana.says("Good morning", chat=GENERAL)
    await stage.settled()
    await asks(stage, bo, said)
    await expect(stage, bo).sees("早上好", "not ready yet")


async def test_alone_with_the_bot_one_decides_oneself_who_may_see_the_words(
    stage: Stage, translator: SpokenTranslator
) -> None:
    ana = await stage.member("Ana")
    await ana.starts()
    await ana.runs("translate", "es: Good morning", chat=PRIVATE)
    await expect(stage, ana).sees("Spoken Words (spoken.example)")
    assert sent_out(translator) == []
    await ana.presses("That's fine")
    await expect(stage, ana).sees("ask me again")
    await ana.runs("translate", "es: Good morning", chat=PRIVATE)
    await expect(stage, ana).sees("Buenos días")
    assert [ask.private for ask in translator.asked] == [True]


async def test_while_typing_the_words_come_in_the_language_used_last(stage: Stage) -> None:
    ana = await stage.member("Ana")
    if not stage.has_inline:
        with pytest.raises(PermissionError):
            await ana.asks_inline("es: Good morning")
        return
    await ana.starts()
    await ana.asks_inline("es: Good morning")
    await ana.runs("translate", "es: Good morning", chat=PRIVATE)
    await ana.presses("That's fine")
    await stage.settled()
    for typed, said in (("es: Good morning", "Buenos días"), ("See you tomorrow", "Hasta mañana")):
        offered = await ana.asks_inline(typed)
        assert [one.text for one in offered] == [said]


async def test_what_is_said_for_somebody_stands_under_their_name_with_the_original_beside_it(stage: Stage) -> None:
    await translated_here(stage, "here en zh under")
    ana, li = await stage.member("Ana"), await stage.member("Li", "zh-CN")
    await ana.runs("say", "Where is my cat?")
    shown = await expect(stage, li).sees("我的猫在哪儿", "Where is my cat?")
    assert "Ana" in (shown.author + shown.text)


async def test_when_every_service_fails_the_words_are_told_one_by_one_and_called_so(
    stage: Stage, translator: SpokenTranslator
) -> None:
    await translated_here(stage, "here en zh under")
    ana, li = await stage.member("Ana"), await stage.member("Li", "zh-CN")
    translator.lacking = Lacking.FAILED
    await ana.says("Good morning", chat=GENERAL)
    await expect(stage, li).sees("Not a translation", "morning = zh-Hans-morning")
    await ana.says("See you tomorrow", chat=GENERAL)
    await expect(stage, li).sees("tomorrow = zh-Hans-tomorrow")
    told = [one for one in li.visible() if "no service gives me translations" in one.text]
    assert len(told) <= 1


async def test_where_the_bot_is_only_brought_along_everybody_decides_for_themselves(stage: Stage) -> None:
    ana = await stage.member("Ana")
    if not stage.has_user_install:
        with pytest.raises(PermissionError):
            await ana.uses_menu_elsewhere("Translate", "¿Dónde está mi gato?")
        return
    shown = await ana.uses_menu_elsewhere("Translate", "¿Dónde está mi gato?")
    assert "Spoken Words (spoken.example)" in shown[-1].text
    await ana.starts()
    await ana.runs("translate", "es: Good morning", chat=PRIVATE)
    await ana.presses("That's fine")
    await stage.settled()
    shown = await ana.uses_menu_elsewhere("Translate", "¿Dónde está mi gato?")
    assert "Where is my cat?" in shown[-1].text


async def test_a_guest_has_the_message_translated_that_they_answer(stage: Stage) -> None:
    ana = await stage.member("Ana")
    if not stage.has_guests:
        with pytest.raises(PermissionError):
            await ana.asks_as_guest("es", to="Good morning")
        return
    await ana.starts()
    await ana.runs("translate", "es: Good morning", chat=PRIVATE)
    await ana.presses("That's fine")
    await stage.settled()
    for words, answered, said in (
        ("Spanish", "See you tomorrow", "Hasta mañana"),
        ("", "Buenos días", "Good morning"),
        ("zh: Thank you", "", "谢谢"),
    ):
        shown = await ana.asks_as_guest(words, to=answered)
        assert said in shown[-1].text


async def test_a_long_text_is_translated_for_one_alone(stage: Stage) -> None:
    ana = await stage.member("Ana")
    await ana.starts()
    text = "es: " + "The cat sleeps on the roof, said Ana. " * 90
    await ana.runs("translate", text, chat=PRIVATE)
    await ana.presses("That's fine")
    await stage.settled()
    await ana.runs("translate", text, chat=PRIVATE)
    await expect(stage, ana).sees("⟦es⟧ The cat sleeps on the roof")
