"""Which languages a flag asks for: what people there read. The table follows CLDR, looked over by hand."""

from collections.abc import Mapping
from types import MappingProxyType

from bot.domain.languages import Language, language_of

_REGIONAL_A = 0x1F1E6
_BLACK_FLAG = "\U0001f3f4"
_TAG_BASE = 0xE0000
_TAG_END = "\U000e007f"
_VARIATION = "\ufe0f"
_LETTERS = 26

_TABLE = """
af: ZA:en,af NA:en,af
am: ET
ar: AE BH EG EH IQ JO KW LB LY OM PS QA SA SD SY YE DZ:ar,fr TN:ar,fr MA:ar,fr MR:ar,fr TD:fr,ar DJ:fr,ar KM:fr,ar
ar: ER:en,ar SO:ar,en
az: AZ
be: BY:ru,be
bg: BG
bn: BD
bs: BA:bs,hr,sr
ca: AD:ca,es,fr
cs: CZ
da: DK FO GL
de: DE AT LI CH:de,fr,it LU:fr,de
el: GR CY:el,tr
en: AC AG AI AQ AS AU BB BM BS BW BZ CC CK CQ CX DG DM FJ FK FM GB GD GG GH GI GM GS GU GY HM IM IO JE JM KI KN KY LC
en: LR LS MH MP MS MW NF NG NR NU NZ PG PN PW SB SH SL SS SZ TA TC TK TO TT TV UM US VC VG VI WS ZM ZW
en: CA:en,fr IE:en,ga MT:en,it KE:en,sw TZ:sw,en UG:en,sw CM:fr,en RW:en,fr MU:en,fr SC:en,fr VU:en,fr MV:en
en: IN:hi,en,bn,te,mr,ta,ur,gu SG:en,zh-Hans,ms,ta PH:tl,en PK:ur,en LK:si,ta,en BT:en,ne MY:ms,en,zh-Hans,ta
es: AR BO CL CO CR CU DO EA EC GT HN IC MX NI PA PE PY SV UY VE ES:es,ca,gl,eu PR:es,en GQ:es,fr,pt
et: EE
fa: IR AF
fi: FI:fi,sv
fr: FR BF BI BJ BL BV:nb CD:fr,sw CF CG CI CP GA GF GN GP HT MC MF ML MQ NC NE PF PM RE SN TF TG WF YT MG BE:nl,fr,de
he: IL:he,ar
hr: HR
hu: HU
hy: AM
id: ID
is: IS
it: IT SM VA
ja: JP
ka: GE
kk: KZ:ru,kk
km: KH
ko: KR KP
lo: LA
lt: LT
lv: LV
mk: MK:mk,sq
mn: MN
ms: BN:ms,en
my: MM
nb: NO SJ
ne: NP
nl: NL SR AW CW:nl,en BQ:nl,en SX:en,nl
pl: PL
pt: BR PT AO CV GW MZ ST TL
ro: RO MD:ro,ru
ru: RU KG TJ TM
sk: SK
sl: SI
sq: AL XK:sq,sr
sr: RS ME
sv: SE AX
th: TH
tr: TR
uk: UA
uz: UZ
vi: VN
zh-Hans: CN
zh-Hant: TW HK MO:zh-Hant,pt
"""
"""By language: territories (ISO 3166) where it is read, with all their languages where there are several, most used
first. The European Union, the United Nations and the like have none."""

_SUBDIVISIONS: Mapping[str, tuple[Language, ...]] = MappingProxyType(
    {
        "gbeng": (Language.ENGLISH,),
        "gbsct": (Language.ENGLISH,),
        "gbwls": (Language.WELSH, Language.ENGLISH),
    }
)


def languages_of_flag(emoji: str) -> tuple[Language, ...]:
    """The languages that a flag asks for, the most used first, at most eight; () for what is no flag, or has none.

    >>> [language.value for language in languages_of_flag("🇨🇭")], languages_of_flag("🐱")
    (['de', 'fr', 'it'], ())
    """
    flag = emoji.removesuffix(_VARIATION)
    if flag.startswith(_BLACK_FLAG) and flag.endswith(_TAG_END):
        return _SUBDIVISIONS.get(_tagged(flag), ())
    letters = [ord(sign) - _REGIONAL_A for sign in flag]
    if len(letters) != 2 or not all(0 <= letter < _LETTERS for letter in letters):
        return ()
    return _LANGUAGES.get("".join(chr(ord("A") + letter) for letter in letters), ())


def _tagged(flag: str) -> str:
    """The letters that the tag characters behind a black flag stand for; "" when there are others."""
    codes = [ord(sign) - _TAG_BASE for sign in flag[1:-1]]
    return "".join(map(chr, codes)) if all(0 < code < 0x7F for code in codes) else ""


def _read(table: str) -> Mapping[str, tuple[Language, ...]]:
    found: dict[str, tuple[Language, ...]] = {}
    for line in table.split("\n"):
        own, _, territories = line.partition(":")
        for territory in territories.split():
            code, _, several = territory.partition(":")
            found[code] = tuple(filter(None, map(language_of, (several or own).split(","))))
    return MappingProxyType(found)


_LANGUAGES = _read(_TABLE)
