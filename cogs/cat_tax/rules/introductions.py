"""What is an introduction, and what a message means for the cat tax."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import Enum

from bot.domain.locales import Locale
from cogs.cat_tax.rules.standing import State

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
        answers_us: True for a reply to the question that its author was asked.
        tagged: True when it carries one of the introduction tags.
        introductions: True when it stands in the introductions chat.
        sole_chat: True in a group that has no other chat: there a newcomer's first words introduce them.
        counts_as_new: True for who was not seen joining, and is new all the same: where joins are not told, or when
            the platform says that they came while the bot was not listening.
        greetings: words that are no more than a greeting, in every language, in lower case.
    """

    text: str
    pictures: bool
    answers: bool
    answers_us: bool
    forwarded: bool
    tagged: bool
    introductions: bool
    sole_chat: bool
    counts_as_new: bool
    greetings: frozenset[str]


def judged(said: Said, state: State | None) -> Verdict:
    """What a message means, from what it is and how its author stands.

    Args:
        said: the message.
        state: None for who was not seen joining: they were there before, and are not asked, unless they count as new.
    """
    if said.pictures and (state in {State.ASKED, State.OWES} or said.answers_us):
        return Verdict.AGAIN if state is State.PAID else Verdict.PAY
    if said.answers or not _introduces(said, state):
        return Verdict.NOTHING
    newcomer = state is State.EXPECTED or (state is None and said.counts_as_new)
    if said.pictures:
        if state is State.PAID:
            return Verdict.AGAIN
        return Verdict.PAY if newcomer or state in {State.SKIPPED, State.EXEMPT} else Verdict.NOTHING
    return Verdict.ASK if newcomer and not said.forwarded else Verdict.NOTHING


def _introduces(said: Said, state: State | None) -> bool:
    if not said.pictures and not said.text.strip():
        return False
    if said.introductions or said.tagged:
        return True
    newcomer = state is State.EXPECTED and said.sole_chat
    return newcomer and (said.pictures or not greets_only(said.text, said.greetings))


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
