"""The first joke: an introduction without a cat meets the spy cat, and a cat pays."""

from datetime import timedelta

import pytest

from tests.kit.pictures import CAT
from tests.kit.stage import GENERAL, Stage, expect

LANGUAGES = {
    "es": ("¡Hola! Soy Ana de Sevilla", "Enséñame tu gato"),
    "zh-Hans": ("大家好，我是小雨，来自成都", "Hello, I am a spy"),
    "zh-Hant": ("大家好，我是以恩，來自台北，這是我的第一天", "Hello, I am a spy"),
    "en": ("Hello, I am June from Ohio", "Show me your cat"),
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_introduction_without_a_cat_meets_the_spy_in_two_languages(stage: Stage, language: str) -> None:
    said, words = LANGUAGES[language]
    newcomer = await stage.newcomer("Ana", language)
    await newcomer.says(said)

    spy = await expect(stage, newcomer).sees(words)
    assert "间谍" in spy.text or "間諜" in spy.text
    assert spy.pictures == 1
    assert len(spy.labels) >= 3
    assert not spy.only_me


async def test_a_cat_pays_and_the_greeting_vanishes(stage: Stage) -> None:
    ana = await stage.newcomer("Ana")
    await ana.says("Hello, I am Ana from Sevilla")
    await expect(stage, ana).sees("Show me your cat")

    await ana.sends(CAT)
    await expect(stage, ana).no_longer_sees("Show me your cat")
    thanks = await expect(stage, ana).sees("Ana")
    assert any(label.startswith("Let others") for label in thanks.labels)


async def test_a_lone_picture_is_an_introduction_and_paid(stage: Stage) -> None:
    bo = await stage.newcomer("Bo")
    await bo.sends(CAT)
    await bo.finds("Let others see my cat")
    await expect(stage, bo).does_not_see("Show me your cat")


async def test_skip_ends_it_without_a_word_to_others(stage: Stage) -> None:
    ana, bo = await stage.newcomer("Ana"), await stage.member("Bo")
    await ana.says("Hello, I am Ana from Sevilla")
    await ana.presses("Skip")

    await expect(stage, ana).sees("No problem at all")
    await expect(stage, bo).no_longer_sees("Show me your cat")
    await expect(stage, bo).does_not_see("No problem at all")


async def test_no_cat_is_no_shame(stage: Stage) -> None:
    ana = await stage.newcomer("Ana")
    await ana.says("Hello, I am Ana from Sevilla")
    await ana.presses("I have no cat")
    await ana.presses("A plush one")

    await expect(stage, ana).sees("A plush cat", "Ana")
    await expect(stage, ana).no_longer_sees("Show me your cat")


async def test_an_unpaid_greeting_vanishes_after_a_day(stage: Stage) -> None:
    ana = await stage.newcomer("Ana")
    await ana.says("Hello, I am Ana from Sevilla")
    await expect(stage, ana).sees("Show me your cat")
    await stage.settled()

    await stage.whole.clock.move(timedelta(hours=23))
    await stage.settled()
    await expect(stage, ana).sees("Show me your cat")
    await stage.whole.clock.move(timedelta(hours=2))
    await expect(stage, ana).no_longer_sees("Show me your cat")


async def test_talk_elsewhere_is_nobodys_business(stage: Stage) -> None:
    ana = await stage.newcomer("Ana")
    await ana.says("Has anybody seen the keys to the club room?", chat=GENERAL)
    await expect(stage, ana).does_not_see("Show me your cat")


async def test_who_leaves_is_not_asked_any_longer(stage: Stage) -> None:
    ana, bo = await stage.newcomer("Ana"), await stage.member("Bo")
    await ana.says("Hello, I am Ana from Sevilla")
    await expect(stage, bo).sees("Show me your cat")
    await stage.settled()
    await ana.leaves()
    await expect(stage, bo).no_longer_sees("Show me your cat")
