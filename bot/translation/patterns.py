"""What is never translated, by how it looks."""

import re

OPENING = "[{(<（｛【〔「『《〈［⟦＜«"
CLOSING = "]})>）｝】〕」』》〉］⟧＞»"


def _bracketed(number: str) -> str:
    return rf"[{re.escape(OPENING)}]\s{{0,3}}{number}\s{{0,3}}[{re.escape(CLOSING)}]"


LIKE_TOKEN = _bracketed(r"\d{1,5}")
"""What a token may become in a service's hands. In a text of ours it is shielded, so as not to be taken for one."""

TOKEN = re.compile(r"\{([1-9][0-9]{0,4})\}")
"""A token as it is sent."""

_ANY = _bracketed("([0-9\\u0660-\\u0669\\u06f0-\\u06f9\\u0966-\\u096f\\u09e6-\\u09ef\\uff10-\\uff19]{1,5})")
GARBLED_TOKEN = re.compile(rf"[{{｛]\s{{0,3}}{_ANY}\s{{0,3}}[}}｝]|{_ANY}")
"""A token as it may come back: spaced out, with other brackets or digits, its braces doubled."""

PICTURE = (
    r"\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2190-\u21ff\u2300-\u23ff"
    r"\u203c\u2049\u2122\u2139\u3030\u303d\u3297\u3299"
)
"""Characters that are drawn as emoji, as a class's inside."""

_EMOJI = (
    rf"(?:[0-9#*]\ufe0f?\u20e3|[{PICTURE}][\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*"
    rf"(?:\u200d[{PICTURE}][\ufe0f\U0001f3fb-\U0001f3ff]*)*)+"
)
_FACE = (
    r"¯\\?_\(ツ\)_/¯|\((?:[^()\w\s]|[ʖ益ツω_]){3,12}\)|"
    r"(?<!\w)(?:[:;=][-'^]?[()\[\]DPpOo3/\\|*]+|<3+|[xX]D+|\^[_.]?\^|[TQ]_+[TQ]|[oO0>][_.][oO0<])(?!\w)"
)
_UNIT = (
    r"km/h|kmh|km²|km|cm|mm|nm|m²|m³|m/s|kg|mg|µg|g|lbs?|oz|ft|mph|kcal|cal|kWh|Wh|kW|MW|W|V|mAh|Ah|Hz|kHz|MHz|GHz|"
    r"kB|KB|MB|GB|TB|Mbps|Gbps|px|fps|dpi|ml|mL|cl|dl|l|L|m|hPa|bar|dB|°C|°F|℃|℉|°|%|％|‰|€|£|\$|¥|₹|₽|₩|₫|₺|₪|฿|"
    r"USD|EUR|GBP|CNY|RMB|TWD|HKD|JPY|KRW|INR|BRL|RUB|PKR|BDT|MXN"
)
_NUMBER = r"\d(?:[\d.,'\u00a0\u202f]{0,24}\d)?"
_MONEY = rf"(?:US\$|NT\$|HK\$|R\$|A\$|[$€£¥￥₹₽₩₫₺₪฿])\s?{_NUMBER}(?:[kKMB]\b)?"
_AMOUNT = rf"(?<![\w.]){_NUMBER}\s?(?:{_UNIT})(?![A-Za-z0-9_²³])"
_TIME = r"(?<![\w:.])\d{1,2}:\d{2}(?::\d{2})?(?:\s?[aApP]\.?[mM]\b\.?)?(?![\w:])|(?<![\w.])\d{1,2}\s?[aApP][mM](?!\w)"
_ENDINGS = "com|org|net|io|gg|me|tv|dev|app|info|edu|gov|co|cn|tw|hk|jp|kr|de|fr|es|ru|in|uk|br|eu"
_REST = r"(?:\([^\s()<>]{0,200}\)|[^\s()<>\"“”「」『』（）【】，。！？、])"
_NOT_ITS_END = r"(?<![.,;:!?'\]*])"
_LINK = (
    rf"(?i:https?|ftp|tg|discord)://{_REST}+{_NOT_ITS_END}|"
    rf"(?<![\w@.-])(?i:(?:[a-z0-9-]{{1,63}}\.){{1,8}}(?:{_ENDINGS}))(?![\w@-])(?:/{_REST}*{_NOT_ITS_END})?"
)
_MAIL = r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"

_ASIDE = rf"```.*?```|<a?:\w{{2,32}}:\d{{1,25}}>|(?<![\w:]):\w{{2,32}}:(?![\w:])|{_MAIL}|{_LINK}|{_FACE}|{_EMOJI}"
_NAME = r"<[@#][!&]?\d{1,25}>|(?<![\w.@/])@\w[\w.]{0,62}(?<![.])|(?<![\w#&/])#\w{1,100}"
_WORD = (
    r"``[^\n]+?``|`[^`\n]+`|</?[A-Za-z@#!][^<>\n]{0,200}>|(?<![\w/.<])/[A-Za-z_][\w-]{0,31}(?:@\w{1,32})?(?![\w/])|"
    rf"{LIKE_TOKEN}|{_MONEY}|{_TIME}|{_AMOUNT}"
)
KEPT = re.compile(rf"(?P<aside>{_ASIDE})|(?P<name>{_NAME})|(?P<word>{_WORD})", re.DOTALL)
"""What is kept; the group that matched says how firmly it belongs to its sentence."""

HINT = re.compile(rf"[\d`<@#/:;=^¯({re.escape(OPENING)}{PICTURE}]|\w\.\w|[xX]D|[TQ]_|[oO0>][_.][oO0<]")
"""Nothing that is kept is without one of these: most lines need not be searched."""
