"""Pinyin and glosses, as members get them."""

import doctest
from collections.abc import Sequence
from types import ModuleType

import pytest

from bot.domain.languages import Language
from bot.ports.translator import GlossedWord
from bot.translation.readings import DictionaryReadings, cedict, english, pinyin

EN, HANS, HANT = Language.ENGLISH, Language.SIMPLIFIED_CHINESE, Language.TRADITIONAL_CHINESE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("我在银行工作，他在路上行走。", "wǒ zài yínháng gōngzuò, tā zài lùshang xíngzǒu."),
        ("长大以后我要去长江看看！", "zhǎngdà yǐhòu wǒ yào qù Cháng Jiāng kànkan!"),
        ("我了解了，好了，走吧", "wǒ liǎojiě le, hǎo le, zǒu ba"),
        ("他头发很长，还想还钱", "tā tóufa hěn cháng, hái xiǎng huánqián"),
        ("重庆的重量很重", "Chóngqìng de zhòngliàng hěn zhòng"),
        ("西安的女儿", "Xī'ān de nǚ'ér"),
        ("音乐很好听，我很快乐", "yīnyuè hěn hǎotīng, wǒ hěn kuàilè"),
        ("都是我的错，首都北京", "dōu shì wǒ de cuò, shǒudū Běijīng"),
        ("这个东西很便宜，我觉得好", "zhège dōngxi hěn piányi, wǒ juéde hǎo"),
        ("貓稅還沒交，請給我看看", "māo shuì hái méi jiāo, qǐng gěi wǒ kànkan"),
        ("銀行在哪兒？", "yínháng zài nǎr?"),
        ("数一数数字，假期请假", "shù yī shù shùzì, jiàqī qǐngjià"),
        ("鲁迅说：「没有路」", "Lǔ Xùn shuō: “méiyǒu lù”"),
        ("慢慢地走，别着急", "mànmàn de zǒu, bié zháojí"),
        ("明天晚上七点见", "míngtiān wǎnshang qī diǎn jiàn"),
    ],
)
async def test_readings_go_by_the_word(readings: DictionaryReadings, text: str, expected: str) -> None:
    assert await readings.pinyin(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("我有3只猫 and a dog", "wǒ yǒu 3 zhǐ māo and a dog"),
        ("yyds！我的猫666", "yyds! wǒ de māo 666"),
        ("你好，world 2026！\n第二天", "nǐhǎo, world 2026!\ndì'èrtiān"),
        ("😺猫😺", "😺 māo 😺"),
    ],
)
async def test_what_is_not_chinese_stays(readings: DictionaryReadings, text: str, expected: str) -> None:
    assert await readings.pinyin(text) == expected


@pytest.mark.parametrize("text", ["", " ", "hello", "12:30", "😺", "ねこ", "\n\n", "，。！"])
async def test_nothing_chinese_has_no_pinyin(readings: DictionaryReadings, text: str) -> None:
    assert await readings.pinyin(text) == ""


def told(words: Sequence[GlossedWord]) -> dict[str, tuple[str, str]]:
    return {one.word: (one.reading, one.meaning) for one in words}


async def test_chinese_words_have_reading_and_meaning(readings: DictionaryReadings) -> None:
    words = await readings.gloss("我的猫喜欢银行", HANS, EN)
    assert [one.word for one in words] == ["我", "的", "猫", "喜欢", "银行"]
    assert told(words)["银行"] == ("yínháng", "bank")
    assert told(words)["喜欢"] == ("xǐhuan", "to like; to be fond of")


async def test_both_ways_of_writing_are_known(readings: DictionaryReadings) -> None:
    simplified = await readings.gloss("我们喜欢银行和长江", HANS, EN)
    traditional = await readings.gloss("我們喜歡銀行和長江", HANT, EN)
    assert [(one.reading, one.meaning) for one in simplified] == [(one.reading, one.meaning) for one in traditional]


async def test_meanings_are_free_of_what_only_dictionaries_need(readings: DictionaryReadings) -> None:
    for one in await readings.gloss("猫 人民 社会 历史 朋友 台湾 你 吃 笑 龙 猫咪 这里 昰 咊", HANS, EN):
        assert one.meaning
        assert len(one.meaning) <= 60
        for noise in ("CL:", "variant of", "[", "|", "surname", "个"):
            assert noise not in one.meaning


async def test_slang_is_known(readings: DictionaryReadings) -> None:
    words = told(await readings.gloss("yyds！搭子在摸魚，破防了，666", HANS, EN))
    assert words["yyds"] == ("yǒngyuǎn de shén", "the greatest of all time (永远的神)")
    assert words["搭子"][1].startswith("buddy")
    assert words["摸魚"][1] == "to slack off at work"
    assert words["666"][1] == "awesome! smooth!"


async def test_numbers_are_no_slang_where_something_is_counted(readings: DictionaryReadings) -> None:
    assert "233" not in told(await readings.gloss("我花了233块", HANS, EN))
    assert told(await readings.gloss("哈哈233", HANS, EN))["233"][1] == "LOL"


async def test_english_words_are_found_in_any_form(readings: DictionaryReadings) -> None:
    words = told(await readings.gloss("The cats were running; she went to a bank and bought mice", EN, HANS))
    assert {word: meaning for word, (_, meaning) in words.items()} == {
        "cats": "猫",
        "were": "是",
        "running": "跑",
        "she": "她",
        "went": "去",
        "to": "到、给",
        "bank": "银行、岸",
        "and": "和",
        "bought": "买",
        "mice": words["mice"][1],
    }
    assert "鼠" in words["mice"][1]


async def test_words_that_belong_together_are_one(readings: DictionaryReadings) -> None:
    words = told(await readings.gloss("He gave up, looking forward to it. Give, up!", EN, HANT))
    assert words["gave up"][1] == "放棄"
    assert words["looking forward to"][1] == "期待"
    assert words["Give"][1] == "給"


async def test_unknown_words_are_said_to_be_unknown(readings: DictionaryReadings) -> None:
    assert await readings.gloss("qwzxv", EN, HANS) == (GlossedWord("qwzxv", "", ""),)
    assert GlossedWord("qwzxv", "", "") in await readings.gloss("我的qwzxv", HANS, EN)


@pytest.mark.parametrize(("source", "to"), [(EN, EN), (HANS, HANT), (Language.FRENCH, HANS), (HANS, Language.SPANISH)])
async def test_other_pairs_have_no_gloss(readings: DictionaryReadings, source: Language, to: Language) -> None:
    assert await readings.gloss("猫 cat", source, to) == ()


@pytest.mark.parametrize("text", ["", "。。。", "😺", "12:30"])
async def test_nothing_to_gloss(readings: DictionaryReadings, text: str) -> None:
    assert await readings.gloss(text, HANS, EN) == ()
    assert await readings.gloss(text, EN, HANS) == ()


async def test_long_and_strange_texts(readings: DictionaryReadings) -> None:
    assert len(await readings.gloss("我喜欢猫。" * 2000, HANS, EN)) == 200
    assert len(await readings.gloss("猫" * 10_000, HANS, EN)) <= 200
    assert len(await readings.gloss("cat " * 2500, EN, HANS)) == 200
    assert (await readings.pinyin("猫" * 10_000)).count("māo") == 10_000
    assert await readings.pinyin("猫\u0301\u0302\u202e猫\x00'\"%") != ""


@pytest.mark.parametrize("module", [cedict, english, pinyin])
def test_examples_run(module: ModuleType) -> None:
    results = doctest.testmod(module)
    assert results.failed == 0
    assert results.attempted
