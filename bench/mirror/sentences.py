"""Chat lines in three languages, each another than the last, and what a service makes of them.

A line is put together of four parts, so that it says its number in every language: whoever reads a copy knows which
original it is of. There are :data:`DIFFERENT` of them.
"""

import re
from collections.abc import Mapping, Sequence

from bot.domain.languages import Language

EN, ES, ZH = Language.ENGLISH, Language.SPANISH, Language.SIMPLIFIED_CHINESE

_WHO = (
    ("My aunt's cat", "La gata de mi tía", "我阿姨的猫"),
    ("The old spy", "El viejo espía", "那个老特务"),
    ("Our neighbour", "Nuestro vecino", "我们的邻居"),
    ("The fish seller", "El pescadero", "卖鱼的老板"),
    ("A sleepy kitten", "Un gatito dormilón", "一只困困的小猫"),
    ("My little brother", "Mi hermano pequeño", "我的弟弟"),
    ("The baker's wife", "La mujer del panadero", "面包师的太太"),
    ("Her grandmother", "Su abuela", "她的奶奶"),
    ("The black cat", "El gato negro", "那只黑猫"),
    ("A clever agent", "Una agente muy lista", "一位聪明的特工"),
    ("The new teacher", "La profesora nueva", "新来的老师"),
    ("My best friend", "Mi mejor amigo", "我最好的朋友"),
)
_DOES = (
    ("stole a big fish", "robó un pescado enorme", "偷了一条大鱼"),
    ("drank all the tea", "se bebió todo el té", "把茶都喝光了"),
    ("found my keys", "encontró mis llaves", "找到了我的钥匙"),
    ("slept all day long", "durmió todo el día", "睡了一整天"),
    ("sang a sad song", "cantó una canción triste", "唱了一首伤心的歌"),
    ("wrote a long letter", "escribió una carta muy larga", "写了一封很长的信"),
    ("lost her red umbrella", "perdió su paraguas rojo", "弄丢了她的红雨伞"),
    ("cooked rice with milk", "cocinó arroz con leche", "煮了牛奶米饭"),
    ("took a strange photo", "sacó una foto muy rara", "拍了一张奇怪的照片"),
    ("learned to dance", "aprendió a bailar", "学会了跳舞"),
    ("bought an old bicycle", "compró una bicicleta vieja", "买了一辆旧自行车"),
    ("told us a funny story", "nos contó una historia divertida", "给我们讲了一个好笑的故事"),
)
_WHERE = (
    ("behind the harbour", "detrás del puerto", "在港口后面"),
    ("on the roof", "en el tejado", "在屋顶上"),
    ("in the kitchen", "en la cocina", "在厨房里"),
    ("near the station", "cerca de la estación", "在车站附近"),
    ("under the bridge", "debajo del puente", "在桥下"),
    ("at the market", "en el mercado", "在市场里"),
    ("in front of my house", "delante de mi casa", "在我家门口"),
    ("in the library", "en la biblioteca", "在图书馆里"),
    ("on the beach", "en la playa", "在海滩上"),
    ("at the museum", "en el museo", "在博物馆里"),
    ("in the garden", "en el jardín", "在花园里"),
    ("on the night train", "en el tren nocturno", "在夜班火车上"),
)
_WHEN = (
    ("yesterday", "ayer", "昨天"),
    ("on Sunday", "el domingo", "星期天"),
    ("last night", "anoche", "昨晚"),
    ("before breakfast", "antes del desayuno", "早饭前"),
    ("after the storm", "después de la tormenta", "暴风雨过后"),
    ("in the spring", "en primavera", "春天的时候"),
    ("this morning", "esta mañana", "今天早上"),
    ("during the concert", "durante el concierto", "音乐会的时候"),
    ("last winter", "el invierno pasado", "去年冬天"),
    ("at midnight", "a medianoche", "半夜"),
    ("on my birthday", "el día de mi cumpleaños", "我生日那天"),
    ("two weeks ago", "hace dos semanas", "两个星期前"),
)
_PARTS: Sequence[Sequence[tuple[str, str, str]]] = (_WHO, _DOES, _WHERE, _WHEN)
_COLUMN: Mapping[Language, int] = {EN: 0, ES: 1, ZH: 2}
_ORDER: Mapping[Language, Sequence[int]] = {EN: (0, 1, 2, 3), ES: (0, 1, 2, 3), ZH: (0, 3, 2, 1)}
_BETWEEN: Mapping[Language, str] = {EN: " ", ES: " ", ZH: ""}
_SIZE = len(_WHO)

DIFFERENT = _SIZE ** len(_PARTS)

_TAILS = ("", "", " 🐈", " https://cats.example/{}", " @keeper_of_cats", "")
"""What chat lines end with now and then; it goes across as it is."""


def sentence(number: int, language: Language) -> str:
    """A sentence by its number, which counts round at :data:`DIFFERENT`."""
    places = [number // _SIZE**power % _SIZE for power in range(len(_PARTS))]
    said: list[str] = [part[place][_COLUMN[language]] for part, place in zip(_PARTS, places, strict=True)]
    return _BETWEEN[language].join(said[index] for index in _ORDER[language])


def chat_line(number: int, language: Language) -> str:
    """A sentence as somebody sends it: now and then with an emoji, a link, a mention."""
    return sentence(number, language) + _TAILS[number % len(_TAILS)].format(number)


def _pattern(language: Language) -> re.Pattern[str]:
    column = _COLUMN[language]
    groups = [
        f"(?P<p{index}>{'|'.join(re.escape(words[column]) for words in _PARTS[index])})" for index in _ORDER[language]
    ]
    return re.compile(_BETWEEN[language].join(groups))


_PATTERNS = {language: _pattern(language) for language in _COLUMN}
_PLACES = {
    language: [{words[column]: place for place, words in enumerate(part)} for part in _PARTS]
    for language, column in _COLUMN.items()
}


def _number(found: re.Match[str], language: Language) -> int:
    places = _PLACES[language]
    return sum(places[index][found[f"p{index}"]] * _SIZE**index for index in range(len(_PARTS)))


def numbers(text: str, language: Language) -> list[int]:
    """The numbers of the sentences in a text that are said in a language, in order."""
    return [_number(found, language) for found in _PATTERNS[language].finditer(text)]


def translated(text: str, source: Language, to: Language) -> str:
    """What a service answers: each sentence in the other language, all else as it was."""
    return _PATTERNS[source].sub(lambda found: sentence(_number(found, source), to), text)
