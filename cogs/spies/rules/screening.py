"""What is looked at before something crosses a line. Pure: what becomes of it is decided in ``steps/screening.py``."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

THIRD_DAY = timedelta(days=2)
"""When the third day of a line begins: until then links and files wait."""
FIRST_DAYS = timedelta(days=3)
"""For so long contact data is asked about, and for at least :data:`FIRST_MESSAGES`."""
FIRST_MESSAGES = 20
WARNED_AGAIN = timedelta(days=1)
"""A receiver is warned of one kind of talk at most once in this time, on one line."""
OPENING_MESSAGES = 3
"""So many of somebody's first messages on a line are their opening."""
OPENING_LETTERS = 40
"""Shorter openings are alike by chance: everybody says hello. A Han character counts for three letters."""
OPENING_LINES = 3
"""An opening on so many lines alerts the moderators, once."""
OPENING_DAYS = timedelta(days=7)

_SIMPLE = str.maketrans(
    "資幣錢轉帳賬匯貸賺獲報電號點機話聯個換軟體遊戲國際證據應該們這還說開頭買賣發財導師內單團隊費險紅額給讓當價繳藥貨優質無雙穩裡裏錄寫項劃絕對碼號戶詢業務網銀",
    "资币钱转账账汇贷赚获报电号点机话联个换软体游戏国际证据应该们这还说开头买卖发财导师内单团队费险红额给让当价缴药货优质无双稳里里录写项划绝对码号户询业务网银",
)
"""Characters that are written in two ways, of the words that are looked for."""
_UNSEEN = frozenset({"Cf", "Me", "Mn"})
"""Categories of what has no body of its own: joiners, enclosing signs, accents."""
_HAN = re.compile(r"[㐀-鿿]")
_LINK = re.compile(
    r"""(?:https?://|www\.)\S+
    |(?<![\w@.-])(?:[a-z0-9-]{1,63}\.){1,6}(?:com|net|org|cn|app|xyz|top|info|shop|site|online|link|cc|tv|gg|vip|club|io|ly|dev)
      (?![\w-])(?:/\S*)?
    |(?<![\w@.-])(?:[a-z0-9-]{1,63}\.){1,6}(?:me|es|co|live|tw|hk|mx|is|to|im|eu|uk|de|fr|jp|ru|so|id)/\S+
    """,
    re.VERBOSE | re.ASCII,  # a Han character is no part of a word that stands beside it
)
_APART = re.compile(r"[^\w]+|_+")
_NUMBER = re.compile(r"\d+")


class Held(StrEnum):
    """Why something does not cross at once."""

    CONTACT = "contact"
    FILES = "files"
    """Links or files before the third day."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of something that somebody says on a line.

    Attributes:
        carry: it crosses now.
        held: it waits; exactly one of both is true.
        why: for what it waits, None when it crosses.
    """

    carry: bool
    held: bool
    why: Held | None = None


CARRIED = Verdict(carry=True, held=False)


@dataclass(frozen=True, slots=True)
class Age:
    """How far a line has come, for one of those on it.

    Attributes:
        opened: None until it is open.
        said: messages of theirs on it, this one included.
    """

    opened: datetime | None
    said: int

    def files_wait(self, now: datetime) -> bool:
        """Whether links and files still wait."""
        return self.opened is None or now < self.opened + THIRD_DAY

    def is_new(self, now: datetime) -> bool:
        """Whether contact data is still asked about: in the first days, and in the first messages after them."""
        return self.opened is None or now < self.opened + FIRST_DAYS or self.said <= FIRST_MESSAGES


def folded(words: str) -> str:
    r"""Words as they are looked through: one width, one case, one way of writing Chinese, nothing invisible.

    >>> folded("ＷｅＣｈａｔ：１３８\u200b００")
    'wechat:13800'
    """
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", words).casefold())
    kept = "".join(letter for letter in plain if unicodedata.category(letter) not in _UNSEEN)
    return unicodedata.normalize("NFKC", kept).translate(_SIMPLE)


def has_link(words: str) -> bool:
    """Whether there is an address of the web in folded words.

    >>> has_link("see example.com/cats"), has_link("at 10.30, i think.me too")
    (True, False)
    """
    return _LINK.search(words) is not None


def opening(words: str) -> str | None:
    """The digest of somebody's opening, the same for those that differ in numbers, spaces and signs alone.

    None for what is too short to be told from what everybody says.

    >>> one = opening("Hello dear, I am Anna from Lisbon, 26 years old, and I sell jewels!")
    >>> one == opening("hello dear I am anna from LISBON 27 years old and i sell JEWELS")
    True
    >>> opening("Hi, how are you?") is None
    True
    """
    bare = _APART.sub("", _NUMBER.sub("", folded(words)))
    if len(bare) + 2 * len(_HAN.findall(bare)) < OPENING_LETTERS:
        return None
    return digest(bare)


def digest(words: str) -> str:
    """A short name for words, from which they cannot be read."""
    return hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
