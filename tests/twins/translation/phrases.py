"""What the twins answer: real sentences in three languages, and for all else words of the language that it is into.

What they make up is made of common words of the language, so that whoever looks in which language it is finds what he
expects; it is the same for the same text each time, and what stands between the words stays.
"""

import re
import zlib
from collections.abc import Mapping, Sequence

SENTENCES: Sequence[Mapping[str, str]] = (
    {"en": "Good morning, everybody!", "es": "¡Buenos días a todos!", "zh": "大家早上好！"},
    {"en": "Where is the cat?", "es": "¿Dónde está el gato?", "zh": "猫在哪里？"},
    {"en": "The cat sleeps on the sofa.", "es": "El gato duerme en el sofá.", "zh": "猫在沙发上睡觉。"},
    {
        "en": "Who wants to have dinner with me tonight?",
        "es": "¿Quién quiere cenar conmigo esta noche?",
        "zh": "今晚谁想和我一起吃晚饭？",
    },
    {
        "en": "I am learning Chinese, please be patient with me.",
        "es": "Estoy aprendiendo chino, por favor ten paciencia conmigo.",
        "zh": "我在学中文，请对我有点耐心。",
    },
    {
        "en": "The meeting begins at eight in the old library.",
        "es": "La reunión empieza a las ocho en la biblioteca vieja.",
        "zh": "聚会八点在老图书馆开始。",
    },
    {"en": "Thank you very much for your help!", "es": "¡Muchas gracias por tu ayuda!", "zh": "非常感谢你的帮助！"},
    {"en": "What a beautiful photo, {1}!", "es": "¡Qué foto tan bonita, {1}!", "zh": "{1}，好漂亮的照片！"},
    {"en": "See you tomorrow at the station.", "es": "Nos vemos mañana en la estación.", "zh": "明天车站见。"},
    {
        "en": "The kettle, and a cat behind the door.",
        "es": "La tetera, y un gato detrás de la puerta.",
        "zh": "水壶响，还有门后面的猫。",
    },
    {
        "en": "The key in the lock, then one very long meow.",
        "es": "La llave en la cerradura y un maullido larguísimo.",
        "zh": "钥匙开门，接着长长的一声“喵”。",
    },
    {
        "en": "Mine meows too, but only at four in the morning.",
        "es": "La mía también maúlla, pero solo a las cuatro de la mañana.",
        "zh": "我家的也叫，不过只在凌晨四点。",
    },
    {
        "en": "Then our cats need a line too!",
        "es": "¡Entonces nuestros gatos también necesitan una línea!",
        "zh": "那两只猫也该连条专线！",
    },
    {"en": "My flight was cancelled again.", "es": "Cancelaron mi vuelo otra vez.", "zh": "我的航班又被取消了。"},
)
"""Each in English, Spanish and simplified Chinese."""

WORDS: Mapping[str, str] = {
    "en": "the because house friend always beautiful where water evening which people little never would through",
    "es": "porque casa amigo siempre hermosa donde agua noche también gente pequeño nunca entonces mucho ciudad",
    "zh": "因为 房子 朋友 总是 美丽 哪里 我们 晚上 什么 这个 小猫 从来 时候 觉得 喜欢",
    "zt": "因為 房子 朋友 總是 美麗 哪裡 我們 晚上 什麼 這個 小貓 從來 時候 覺得 喜歡",
    "fr": "parce maison toujours avec belle eau soirée aussi petite jamais alors beaucoup ville notre être",
    "de": "weil Haus Freund immer schöne Wasser Abend auch Leute kleine niemals dann viele Stadt nicht",
    "pt": "porque casa amigo sempre também água noite onde gente pequeno nunca então muito cidade não",
    "ru": "потому дом друг всегда красивая вода вечер также люди маленький никогда тогда много город это",
    "ja": "だから いえ ともだち いつも きれいな みず ゆうがた また ひとびと ちいさな それから たくさん です",
    "ko": "그래서 집에서 친구가 언제나 아름다운 물을 저녁에 또한 사람들 작은 결코 그러면 많은 도시 입니다",
}
"""Common words by LibreTranslate's codes."""

OTHER_CODES = {"zh-Hans": "zh", "zh-Hant": "zt", "zh-TW": "zt", "zh-CN": "zh", "pt-BR": "pt"}
"""What servers also call these languages."""

_KEPT = re.compile(r"(\{\d+\}|https?://\S+|\d+)")
_UNSPACED = frozenset({"zh", "zt", "ja"})
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{1,2}|[^\W\d_\u3040-\u30ff\u3400-\u9fff]+(?:['’][^\W\d_]+)*")


def translated(text: str, to: str) -> str:
    """What the twins make of a text, line by line.

    >>> translated("Where is the cat?", "es")
    '¿Dónde está el gato?'
    """
    to = OTHER_CODES.get(to, to)
    return "\n".join(_line(line, to) for line in text.split("\n"))


def _line(line: str, to: str) -> str:
    for sentence in SENTENCES:
        if line.strip() in sentence.values() and to in sentence:
            return sentence[to]
    return "".join(part if _KEPT.fullmatch(part) else _made_up(part, to) for part in _KEPT.split(line))


def _made_up(words: str, to: str) -> str:
    known = WORDS[to].split()

    def other(word: re.Match[str]) -> str:
        after = words[word.end() : word.end() + 1]
        return known[zlib.crc32(word[0].casefold().encode()) % len(known)] + (" " if after.isalnum() else "")

    found = _WORD.sub(other, words)
    return re.sub(r"(?<=\w) (?=\w)", "", found) if to in _UNSPACED else found
