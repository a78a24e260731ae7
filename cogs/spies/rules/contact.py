"""Contact data: numbers, addresses and names by which somebody can be reached elsewhere, however they are spelled."""

import re
from enum import StrEnum
from itertools import pairwise

from cogs.spies.rules.screening import folded, has_link


class Contact(StrEnum):
    """What was found."""

    PHONE = "phone"
    MAIL = "mail"
    HANDLE = "handle"
    """A name on some platform, with an at sign."""
    PROFILE = "profile"
    """An address that leads to somebody."""
    MESSENGER = "messenger"
    """A messenger and somebody's name there."""


# ------------------------------------------------------------------------------------------------------- written out

_DIGITS_HAN = str.maketrans("〇零一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖", "001234567891212345" + "6789")
_HAN_RUN = re.compile(
    r"[〇零一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖\d][〇零一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖\d\s.-]{5,}"
)
_NAMED = {
    word: str(number)
    for words in (
        "zero one two three four five six seven eight nine",
        "cero uno dos tres cuatro cinco seis siete ocho nueve",
    )
    for number, word in enumerate(words.split())
} | {"oh": "0"}
_NAMED_RUN = re.compile(rf"\b(?:(?:{'|'.join(_NAMED)}|\d)(?:[\s,.-]+|$)){{6,}}(?:(?:{'|'.join(_NAMED)}|\d)\b)?")
_NAMED_ONE = re.compile("|".join(_NAMED))
_DOT_WORD = re.compile(
    r"(?<=[a-z0-9])\s*(?:[\[({<]\s*(?:dot|punto|点|\.)\s*[\])}>]|点)\s*(?=[a-z0-9])"
    r"|(?<=[a-z0-9])\s+(?:dot|punto)\s+(?=(?:com|net|org|me|cn|io|es|tw|hk|mx|edu|gg)\b)"
)
_AT_WORD = re.compile(r"(?<=[a-z0-9])\s*(?:[\[({<]\s*(?:at|arroba|艾特|@)\s*[\])}>]|艾特|小老鼠)\s*(?=[a-z0-9])")
_MAIL_HOSTS = (
    r"(?:gmail|googlemail|hotmail|outlook|yahoo|qq|163|126|icloud|proton(?:mail)?|foxmail|sina|aol|naver|live|gmx)"
)
_AT_HOST = re.compile(rf"(?<=[a-z0-9_.])\s+(?:at|arroba)\s+(?={_MAIL_HOSTS}\b)")

# ------------------------------------------------------------------------------------------------------------ phones

_RUN = re.compile(r"(?<![a-z0-9.,/$€£¥])(?<!\d:)\+?\(?\d[\d\s().-]{5,}\d(?![a-z0-9:/%])")
_CALLS = re.compile(
    r"\b(?:phone|call me|text me|mobile|cell|my number|tel[eé]?fono|movil|celular|mi numero|llamame|tel)\b"
    r"|电话|手机|号码|打给我|联系方式"
)
_DATE = re.compile(
    r"(?:19|20)\d\d[-./ ]\d{1,2}[-./ ]\d{1,2}|\d{1,2}[-./ ]\d{1,2}[-./ ](?:19|20)\d\d|(?:19|20)\d{6}"
    r"|(?:(?:1[0-9]|20)\d\d[\s-]+)+(?:1[0-9]|20)\d\d"
)
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+|\d{1,3}(?:[ .]\d{3})*(?:[ .]000)+|\d{1,3}\.\d+|\d+0{5,}")
_MONEY = re.compile(
    r"\s*(?:元|块|圆|円|日元|韩元|人民币|yuan|rmb|dollars?|usd|euros?|eur|pesos?|yen|won|pounds?|people|habitantes|personas|人|km|kg|steps)"
)

_COUNTING = "01234567890123456789 9876543210 12345678910 1234567891011 123456789101112"
"""Digits that are only counted."""


def _is_phone(run: str, before: str, after: str) -> bool:
    digits = [letter for letter in run if letter.isdecimal()]
    count = len(digits)
    bare = run.strip(" .-()")
    if run.startswith("+"):
        return 8 <= count <= 15
    if _DATE.fullmatch(bare) or _THOUSANDS.fullmatch(bare) or _MONEY.match(after) or "".join(digits) in _COUNTING:
        return False
    groups = re.findall(r"\d+", run)
    if all(len(group) <= 2 for group in groups) and not _is_spelled_phone(groups, run):
        return False
    least = 7 if _CALLS.search(before[-40:]) or _CALLS.search(after[:20]) else 8
    return least <= count <= 15


def _is_spelled_phone(groups: list[str], run: str) -> bool:
    """Digits one by one, but no counting up; or by twos from a nought on, as in France."""
    signs = set(re.findall(r"[^\d]+", run))
    if len(signs) != 1:
        return False
    numbers = [int(group) for group in groups]
    steps = {later - first for first, later in pairwise(numbers)}
    if len(steps) == 1:
        return False
    singles = all(len(group) == 1 for group in groups)
    return singles or (groups[0].startswith("0") and all(len(group) == 2 for group in groups))


def _has_phone(words: str) -> bool:
    return any(_is_phone(run[0], words[: run.start()], words[run.end() :]) for run in _RUN.finditer(words))


def _spelled_out(words: str) -> str:
    """Digits that are written as words, as digits."""
    named = _NAMED_RUN.sub(_digits_of_names, words)
    return _HAN_RUN.sub(lambda run: run[0].translate(_DIGITS_HAN), named)


def _digits_of_names(run: re.Match[str]) -> str:
    if run[0].upper() == run[0]:
        return run[0]
    return re.sub(r"[\s,.-]+", "", _NAMED_ONE.sub(lambda word: _NAMED[word[0]], run[0])) + " "


# ----------------------------------------------------------------------------------------------- addresses and names

_MAIL = re.compile(r"[\w.+-]{1,64}\s{0,3}@\s{0,3}(?:[\w-]{1,63}\.){1,5}[a-z]{2,}")
_HANDLE = re.compile(r"(?<![\w.@])@(?!(?:everyone|here|all|home|work|school|todos|casa)\b)[a-z_][\w.]{3,}", re.ASCII)
_PROFILE = re.compile(
    r"\b(?:t\.me|telegram\.me|wa\.me|api\.whatsapp\.com|chat\.whatsapp\.com|instagram\.com|facebook\.com|fb\.me|m\.me"
    r"|line\.me|u\.wechat\.com|weixin\.qq\.com|qm\.qq\.com|discord\.gg|discord\.com/(?:users|invite)|discordapp\.com"
    r"|snapchat\.com|tiktok\.com|douyin\.com|xiaohongshu\.com|weibo\.com|weibo\.cn|twitter\.com|x\.com|linkedin\.com"
    r"|open\.kakao\.com|signal\.me|skype\.com|vk\.com|threads\.net|bsky\.app)/[@\w+]"
    r"|\b(?:weixin|tg|whatsapp|line|skype)://",
    re.ASCII,  # a Han character is no part of a word that stands beside it
)
_APPS = (
    r"(?:(?<![a-z0-9])(?:wechat|weixin|vx|wx|v信|qq|line|whats\s?app|wasap|telegram|tg|signal|snapchat|snap|instagram"
    r"|insta|ig|kakao\s?(?:talk)?|discord|tiktok|facebook|fb|skype|viber|zalo|messenger|twitter)(?![a-z])"
    r"|微信|薇信|威信|微❤|卫星号|扣扣|企鹅|抖音|小红书|推特|脸书|[加➕十]\s?[vq](?![a-z]))"
)
_ID_WORD = r"(?:id|号码?|账号|账户|user\s?name|usuario|handle|number|numero|nick)"
_FILLER = r"(?:\s|is|es|是|为|叫|my|mi|我的?|加|[:=>→~,\-\"'“”(\[])"
_ID_DIGITS = r"(?=[a-z0-9._#-]{0,40}[0-9_])(?=[a-z0-9._#-]{5,})(?:[a-z0-9][a-z0-9._#-]{0,40})"
_MARKED = re.compile(
    rf"{_APPS}\s*{_ID_WORD}{_FILLER}{{0,6}}(?!is\b|es\b|my\b)[a-z0-9][\w.#-]{{4,}}", re.ASCII | re.IGNORECASE
)
_NUMBERED = re.compile(rf"{_APPS}{_FILLER}{{0,8}}(?<![a-z0-9]){_ID_DIGITS}")
_COLON = re.compile(rf"{_APPS}\s*[:=]\s*[a-z][a-z._-]{{4,}}\s*(?:$|[.,!?;\n)。,!?、)]|[㐀-鿿])")
_REVERSED = re.compile(rf"{_ID_DIGITS}\s*(?:\(|on|en|是我的|我的|=)\s*(?:my|mi)?\s*{_APPS}")
_NO_IDS = re.compile(
    r"(?:19|20)\d\d(?:s|年)?|\d{1,4}|v?\d+(?:\.\d+)+|[a-z]+-[a-z]+|\d+(?:st|nd|rd|th|k|m|million|days?)"
)


def contacts_in(words: str) -> frozenset[Contact]:
    """What contact data there is in somebody's words.

    >>> sorted(contacts_in("加我ＶＸ：lily_2020"))
    [<Contact.MESSENGER: 'messenger'>]
    >>> contacts_in("I was born in 1999 and my phone cost 1200 euros")
    frozenset()
    """
    plain = _DOT_WORD.sub(".", folded(words))
    plain = _AT_HOST.sub("@", _AT_WORD.sub("@", plain))
    found: set[Contact] = set()
    if _MAIL.search(plain):
        found.add(Contact.MAIL)
    if _PROFILE.search(plain):
        found.add(Contact.PROFILE)
    if _HANDLE.search(_MAIL.sub(" ", plain)):
        found.add(Contact.HANDLE)
    if _has_messenger(plain):
        found.add(Contact.MESSENGER)
    if _has_phone(plain) or _has_phone(_spelled_out(plain)):
        found.add(Contact.PHONE)
    return frozenset(found)


def leads_elsewhere(words: str) -> bool:
    """Whether somebody could be reached elsewhere by words, or be led there.

    >>> leads_elsewhere("see cats.example.com"), leads_elsewhere("partner in crime")
    (True, False)
    """
    return bool(contacts_in(words)) or has_link(folded(words))


def _has_messenger(plain: str) -> bool:
    if _MARKED.search(plain) or _COLON.search(plain) or _REVERSED.search(plain):
        return True
    for hit in _NUMBERED.finditer(plain):
        token = re.search(r"[a-z0-9][a-z0-9._#-]*$", hit[0])
        if token is not None and not _NO_IDS.fullmatch(token[0].strip("._#-")):
            return True
    return False
