"""The translator that tests stand on: readable, always the same, and wrong on demand."""

import asyncio
from dataclasses import replace

from bot.domain.languages import Language
from bot.domain.refs import Platform, UserRef
from bot.domain.text import Mention, RichText
from bot.ports.translator import Ask, Lacking, Needless, Term, Translated, Unneeded, Untranslated
from tests.kit.clock import settle
from tests.kit.translator import EN, ES, ZH, SpokenTranslator

CONSENT = frozenset({"spoken"})


def ask(text: str, to: Language) -> Ask:
    return Ask(RichText.of(text), to, consent=CONSENT)


async def said(translator: SpokenTranslator, text: str, to: Language) -> str:
    made = await translator.translate(ask(text, to))
    assert isinstance(made, Translated)
    return made.text.plain


async def test_phrases_become_phrases_and_the_rest_is_marked() -> None:
    translator = SpokenTranslator()
    assert await said(translator, "Where is my cat?", ES) == "¿Dónde está mi gato?"
    assert await said(translator, "我的猫在哪儿？", EN) == "Where is my cat?"
    assert await said(translator, "An unheard of sentence", ZH) == "⟦zh-Hans⟧ An unheard of sentence"
    assert await translator.detect(RichText.of("⟦es⟧ An unheard of sentence")) is ES
    assert await translator.detect(RichText.of("貓在哪裡")) is Language.TRADITIONAL_CHINESE
    assert await translator.detect(RichText.of("12 :)")) is None


async def test_what_must_not_change_stays_and_terms_are_put_in() -> None:
    mention = Mention(UserRef(Platform("fake"), "1"), "Ana")
    text = RichText.of("the tea house is for ") + RichText((mention,))
    term = Term(EN, "Tea House", ES, "Casa de Té")
    made = await SpokenTranslator().translate(Ask(text, ES, terms=(term,), consent=CONSENT))
    assert isinstance(made, Translated)
    assert made.text.plain == "⟦es⟧ the Casa de Té is for @Ana"
    assert mention in made.text.parts


async def test_nothing_is_asked_without_consent_need_or_twice() -> None:
    translator = SpokenTranslator()
    assert await translator.translate(replace(ask("Good morning", ES), consent=frozenset())) == Untranslated(
        Lacking.NO_SERVICE, EN
    )
    assert await translator.translate(ask("Good morning", EN)) == Unneeded(Needless.SAME_LANGUAGE, EN)
    assert await translator.translate(ask("https://example.org 12", EN)) == Unneeded(Needless.NO_WORDS, None)
    assert await translator.translate(ask("haha!", ES)) == Unneeded(Needless.TOO_SHORT, EN)
    assert translator.asked == []
    await said(translator, "Good morning", ES)
    again = await translator.translate(ask("Good morning", ES))
    assert isinstance(again, Translated)
    assert again.remembered
    assert len(translator.asked) == 1


async def test_it_fails_and_waits_on_demand() -> None:
    translator = SpokenTranslator(lacking=Lacking.FAILED)
    assert await translator.translate(ask("Good morning", ES)) == Untranslated(Lacking.FAILED, EN)
    translator.lacking = None
    translator.hold()
    asking = asyncio.create_task(said(translator, "Good morning", ES))
    await settle()
    assert translator.waiting == 1
    translator.release()
    assert await asking == "Buenos días"
