"""The short story from the first word to the album, in the languages that are not English."""

from dataclasses import dataclass

import pytest

from tests.kit.pictures import CAT, DOT, another_cat
from tests.kit.stage import Stage, expect


@dataclass(frozen=True, slots=True)
class Story:
    """What is said, and what is read, in one language."""

    says: str
    asks: tuple[str, str]
    no_cat: str
    back: str
    chance: str
    receipt: str
    shares: str
    shared: str
    answered: str
    page: str


STORIES = {
    "es": Story(
        "¡Hola! Soy Ana de Sevilla",
        ("Hola, soy un espía. Enséñame tu gato", "你好，我是间谍"),
        "No tengo gato",
        "Volver",
        "no encuentro el gato",
        "Recibo n.º 1",
        "Que vean a mi gato",
        "ya está en el álbum",
        "¡Gato por gato!",
        "N.º 1, cortesía de Ana",
    ),
    "zh-Hans": Story(
        "大家好，我是小雨，来自成都",
        ("你好，我是间谍。交出你的猫", "Hello, I am a spy"),
        "我没有猫",
        "返回",
        "没找着猫",
        "第 1 号收据",
        "让大家也看看",
        "进相册啦",
        "一猫换一猫",
        "1 号，Ana 家的",
    ),
    "zh-Hant": Story(
        "大家好，我是以恩，來自台北",
        ("你好，我是間諜。交出你的貓", "Hello, I am a spy"),
        "我沒有貓",
        "返回",
        "沒找到貓",
        "第 1 號收據",
        "讓大家也看看",
        "進相簿囉",
        "一貓換一貓",
        "1 號，Ana 家的",
    ),
}


@pytest.mark.parametrize("language", STORIES)
async def test_the_whole_short_story_in_a_language(stage: Stage, language: str) -> None:
    story = STORIES[language]
    ana, bo = await stage.newcomer("Ana", language), await stage.member("Bo", language)
    await ana.starts()
    await ana.says(story.says)
    spy = await expect(stage, ana).sees(*story.asks)
    assert spy.pictures == 1
    await stage.settled()

    await ana.presses(story.no_cat)
    await ana.presses(story.back)
    await stage.settled()
    await ana.sends(DOT)
    await expect(stage, ana).sees(story.chance)
    await stage.settled()
    await ana.sends(CAT)
    receipt = await expect(stage, bo).sees(story.receipt, "Ana")
    assert receipt.pictures == 1
    await expect(stage, bo).no_longer_sees(story.asks[0])
    await stage.settled()

    await ana.presses(story.shares)
    await expect(stage, ana).sees(story.shared)
    await bo.sends(another_cat(1), to=receipt)
    await expect(stage, ana).sees(story.answered, "Bo")
    await bo.runs("cats")
    await expect(stage, bo).sees(story.page)
