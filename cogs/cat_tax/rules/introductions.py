"""What is an introduction, and what a message means for the cat tax."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from bot.domain.locales import Locale
from cogs.cat_tax.rules.standing import State

ASK_STAYS = timedelta(days=1)
"""How long an unpaid greeting stands before it vanishes."""

HEARD_FOR = timedelta(days=7)
"""How long a newcomer's first words, and then their cat, are waited for."""

_DECORATION = re.compile(r"[\W_]+")
_TAG = re.compile(r"#\w+")
_LETTERS = re.compile(r"[^\W\d_]+")
_MEANINGLESS = re.compile(r"https?://\S+|[@#]\w+")
_HAN = re.compile("[\u4e00-\u9fff]")
_KANA_OR_HANGUL = re.compile("[\u3040-\u30ff\uac00-\ud7af]")
_SPANISH = re.compile(r"[¡¿ñ]|\b(?:hola|soy|gracias|buenas|buenos|desde|vivo|aquí|también|años)\b", re.IGNORECASE)
_TRADITIONAL = frozenset("們個來這說對時會學國語為麼嗎沒過還後開點貓說謝請問樣當見現實從愛讓話變電買賣車馬魚鳥龍東風飛")
_SIMPLIFIED = frozenset("们个来这说对时会学国语为么吗没过还后开点猫说谢请问样当见现实从爱让话变电买卖车马鱼鸟龙东风飞")


class Verdict(Enum):
    """What a message means for the cat tax."""

    NOTHING = "nothing"
    ASK = "ask"
    """An introduction without a cat."""
    PAY = "pay"
    """A picture that pays."""
    AGAIN = "again"
    """A picture from somebody who paid before."""


@dataclass(frozen=True, slots=True)
class Said:
    """A member's message, as far as the cat tax judges it.

    Attributes:
        answers: True for a reply to another message.
        tagged: True when it carries one of the introduction tags.
        introductions: True when it stands in the introductions chat.
        greetings: words that are no more than a greeting, in every language, in lower case.
    """

    text: str
    pictures: bool
    answers: bool
    forwarded: bool
    tagged: bool
    introductions: bool
    greetings: frozenset[str]


def judged(said: Said, state: State | None) -> Verdict:
    """What a message means, from what it is and how its author stands (None: nothing is known of them)."""
    if said.pictures and state in {State.ASKED, State.OWES}:
        return Verdict.PAY
    if said.answers or not _introduces(said, state):
        return Verdict.NOTHING
    if state is State.PAID:
        return Verdict.AGAIN if said.pictures else Verdict.NOTHING
    if said.pictures:
        return Verdict.PAY
    return Verdict.ASK if state in {None, State.EXPECTED} and not said.forwarded else Verdict.NOTHING


def _introduces(said: Said, state: State | None) -> bool:
    if not said.pictures and not said.text.strip():
        return False
    if said.introductions or said.tagged:
        return True
    return state is State.EXPECTED and (said.pictures or not greets_only(said.text, said.greetings))


def greets_only(text: str, greetings: Collection[str]) -> bool:
    """Whether a text says no more than hello.

    >>> greets_only("Hi everyone!! 👋", {"hi", "everyone"}), greets_only("Hi, I am June", {"hi", "everyone"})
    (True, False)
    >>> greets_only("大家好～", {"大家好"})
    True
    """
    words = _LETTERS.findall(_MEANINGLESS.sub(" ", text.casefold()))
    return all(word in greetings for word in words)


def names_introductions(chat_name: str, names: Iterable[str]) -> bool:
    """Whether a chat is for introductions by its name, whatever decorates it.

    >>> [names_introductions(name, ["introductions", "自我介绍"]) for name in ("👋-Introductions", "general")]
    [True, False]
    """
    bare = _DECORATION.sub("", chat_name.casefold())
    return any(_DECORATION.sub("", name.casefold()) in bare for name in names)


def is_tagged(text: str, tags: Collection[str]) -> bool:
    """Whether a text carries one of these tags, each with its ``#``, in lower case."""
    return "#" in text and any(tag.casefold() in tags for tag in _TAG.findall(text))


def listed(text: str) -> tuple[str, ...]:
    """The entries of a text that lists, parted by commas, in lower case.

    >>> listed("Intro, 自我介绍，welcome")
    ('intro', '自我介绍', 'welcome')
    """
    return tuple(part.strip().casefold() for part in re.split("[,，]", text) if part.strip())


def written_in(text: str) -> Locale | None:
    """The bot's language that a text is most likely written in; None when that is anyone's guess.

    >>> [str(written_in(said)) for said in ("大家好，這是我的貓", "大家好，这是我的猫", "¡Hola! Soy Tomás", "Hello")]
    ['zh-Hant', 'zh-Hans', 'es', 'None']
    """
    if _KANA_OR_HANGUL.search(text):
        return None
    if _HAN.search(text):
        characters = set(text)
        traditional = len(characters & (_TRADITIONAL - _SIMPLIFIED))
        simplified = len(characters & (_SIMPLIFIED - _TRADITIONAL))
        return Locale.TRADITIONAL_CHINESE if traditional > simplified else Locale.SIMPLIFIED_CHINESE
    return Locale.SPANISH if _SPANISH.search(text) else None


def second_language(first: Locale) -> Locale:
    """In which language everything is said again: Chinese, and to who speaks Chinese, English."""
    if first in {Locale.SIMPLIFIED_CHINESE, Locale.TRADITIONAL_CHINESE}:
        return Locale.ENGLISH
    return Locale.SIMPLIFIED_CHINESE
