"""Talk that swindlers come to sooner or later: who reads it is warned, and it is carried all the same.

What is looked for is a request or an offer, not a topic: prices, savings and red envelopes are everyday talk.
"""

import re
from enum import StrEnum

from cogs.spies.rules.screening import folded


class Scam(StrEnum):
    """What it is about. The value is the end of the key of the text that warns."""

    MONEY = "money"
    INVESTING = "investing"
    CARDS = "cards"
    JOBS = "jobs"
    LEAVING = "leaving"
    """Going on in another app."""


_MESSENGERS = (
    r"(?:whats\s?app|wasap|telegram|tg|wechat|weixin|qq|line|signal|instagram|insta|ig|kakao(?:talk)?|viber|skype"
    r"|snapchat|snap|zangi|hangouts|google chat|messenger|facebook|discord|wx|vx)"
)
_APPS_HAN = (
    r"(?:微信|薇信|威信|扣扣|企鹅|qq|wechat|whatsapp|telegram|电报|飞机|纸飞机|line|ins|小红书|抖音|vx|wx|\bv\b)"
)
_AMOUNT = r"(?:[$€£¥]\s?\d|\d[\d.,]*\s?(?:k\b|[$€£¥]|dollars?|usd|usdt|euros?|eur|bucks|pesos|yuan|rmb|pounds?))"

_PATTERNS: dict[Scam, tuple[str, ...]] = {
    Scam.MONEY: (
        rf"\b(?:can|could|would|will|please|pls|just|need you to|want you to|have to)\b[^.?!\n]{{0,25}}"
        rf"\b(?:send|lend|loan|wire|transfer|borrow|venmo|paypal|cash\s?app|zelle)\b[^.?!\n]{{0,25}}"
        rf"(?:\bmoney\b|\bcash\b|\bfunds?\b|{_AMOUNT}|\bto my account\b)",
        r"\b(?:lend|loan|wire|send|transfer) (?:me|us)\b[^.?!\n]{0,20}(?:\bmoney\b|\bcash\b|\d{2,}|a little\b|"
        r"some\b(?! (?:pic|photo|voice|word|link|cat)))",
        r"\b(?:borrow|need) (?:some |a little |a bit of )?(?:money|cash) (?:from you|urgently|now|for (?:my )"
        r"?(?:rent|hospital|surgery|ticket|visa|customs))",
        r"\b(?:western union|moneygram|bank (?:details|account number)|your (?:iban|card number|cvv|bank card))\b",
        r"\bpay (?:the |a )?(?:customs|release|processing|clearance|visa) (?:fee|fees|tax)\b",
        r"\b(?:prestame|me prestas|puedes prestarme|podrias prestarme|me puedes prestar)"
        r"\b[^.?!\n]{0,25}(?:dinero|plata|lana|euros|dolares|pesos|\d{2,})",
        r"\b(?:enviame|mandame|me envias|me mandas|puedes (?:enviarme|mandarme|transferirme)|transfiereme|"
        r"hazme un bizum|me haces un bizum)\b[^.?!\n]{0,25}(?:dinero|plata|bizum|euros|dolares|pesos|\d{2,})",
        r"\b(?:hazme un|me haces un) bizum\b|\b(?:tu|su) (?:numero de cuenta|numero de tarjeta|iban)\b",
        r"(?:借我|借点|借一点|借些|借给我)[^。!?\n]{0,8}(?:钱|块|元|\d{2,})|(?:能|可以|可不可以|能不能)"
        r"[^。!?\n]{0,6}借[^。!?\n]{0,6}钱",
        r"(?:给我|帮我|你先|先)(?:转|汇|打|垫付?)[^。!?\n]{0,8}(?:钱|款|块|元|账|\d{2,})|转账给我|打钱给我|"
        r"汇款给我|把钱转",
        r"(?:你的|把)(?:银行卡号?|卡号|银行账号|银行账户)|手续费[^。!?\n]{0,8}(?:先|转|付|交)|(?:先|转|付|交)"
        r"[^。!?\n]{0,6}(?:手续费|保证金|解冻金|清关费)",
        r"(?:急|等着)用钱[^。!?\n]{0,12}(?:借|帮|转)|贷款[^。!?\n]{0,6}(?:秒批|办理|低息|找我|额度)|(?:低息|"
        r"无抵押|小额)贷",
    ),
    Scam.INVESTING: (
        r"\b(?:guaranteed|daily|weekly|high|huge|stable|passive)\b[^.?!\n]{0,15}\b(?:profits?|returns?|income|"
        r"roi|earnings)\b",
        r"\b(?:double|triple|multiply|grow) (?:your|our|my) (?:money|investment|capital|savings|bitcoin)\b",
        r"\b(?:trading|investment|crypto|forex|mining) (?:platform|signals?|opportunit(?:y|ies)|plan|mentor|"
        r"teacher|group|bot|node|project)\b",
        r"\b(?:teach|show|help|guide) you\b[^.?!\n]{0,30}\b(?:invest|trad(?:e|ing)|crypto|bitcoin|forex|"
        r"earn (?:money|profit))",
        r"\b(?:invest|trade|buy)\b[^.?!\n]{0,15}\b(?:with me|together in|in crypto|bitcoin|btc|usdt|"
        r"eth(?:ereum)?|forex|gold futures)\b",
        r"\b(?:send|deposit|transfer|buy|sell)\b[^.?!\n]{0,20}\b(?:bitcoin|btc|usdt|ethereum|eth|crypto|"
        r"tether)\b|\bwallet address\b|\bseed phrase\b",
        r"\bmy uncle\b[^.?!\n]{0,40}\b(?:invest|trad|insider|crypto)",
        r"\b(?:ganancias?|rentabilidad|beneficios?|ingresos?) (?:garantizad[oa]s?|diari[oa]s?|segur[oa]s?|"
        r"pasivos?)\b",
        r"\b(?:duplica|duplicar|triplica|multiplica)[a-z]* (?:tu|su|el) (?:dinero|inversion|capital)\b",
        r"\b(?:plataforma|oportunidad|grupo|senales) de (?:inversion|trading|inversiones|criptomonedas|cripto)"
        r"\b|\binvierte (?:conmigo|en)\b|\binvertir (?:conmigo|en (?:cripto|bitcoin|criptomonedas|forex))",
        r"\b(?:te enseno|te ayudo|te puedo ensenar) a (?:invertir|ganar dinero|hacer trading)\b|\b(?:compra|"
        r"envia|deposita)[a-z]* (?:bitcoin|usdt|cripto)",
        r"投资[^。!?\n]{0,10}(?:平台|项目|机会|回报|导师|老师|稳赚|收益|群|跟我|一起|带你)|(?:带你|教你|一起|"
        r"跟着?我)[^。!?\n]{0,8}(?:投资|理财|炒币|炒股|炒汇|赚钱|做单)",
        r"(?:稳赚|保本|日赚|月入过?万|内幕消息|内部消息|高回报|高收益|翻倍|包赚|零风险|稳赚不赔|杀猪)(?!盘是)",
        r"(?:买|充值?|转|投|炒)[^。!?\n]{0,4}(?:比特币|泰达币|usdt|虚拟币|数字货币|以太坊)|钱包地址|助记词|"
        r"交易平台[^。!?\n]{0,8}(?:注册|充值|入金)|外汇[^。!?\n]{0,6}(?:平台|投资|交易)",
    ),
    Scam.CARDS: (
        r"\b(?:buy|get|send|need|purchase|scratch)\b[^.?!\n]{0,25}\b(?:gift|steam|itunes|apple|google play|"
        r"amazon|razer)\s?cards?\b[^.?!\n]{0,30}(?:\bcodes?\b|\bfor me\b|\bnumbers?\b|\bpictures?\b|"
        r"\bphotos?\b|\bpins?\b)",
        r"\b(?:send|give) me\b[^.?!\n]{0,20}\b(?:gift|steam|itunes|apple|google play|amazon)\s?cards?\b|"
        r"\bcodes? (?:of|on|from) the (?:gift |steam )?card\b",
        r"\b(?:compra|comprame|enviame|mandame|necesito)[a-z]*\b[^.?!\n]{0,25}\btarjetas? (?:de regalo|regalo|"
        r"steam|itunes|google play|amazon)\b",
        r"(?:买|发|给我|充)[^。!?\n]{0,8}(?:礼品卡|点卡|充值卡|购物卡|苹果卡|steam卡|亚马逊卡|卡密)"
        r"[^。!?\n]{0,12}(?:给我|发我|密码|号码|拍照|卡密)|(?:礼品卡|购物卡|苹果卡|充值卡)"
        r"[^。!?\n]{0,6}(?:密码|卡密|刮开)",
    ),
    Scam.JOBS: (
        r"\b(?:earn|make)\b[^.?!\n]{0,12}(?:[$€£]\s?\d+|\d+\s?(?:[$€£]|dollars?|usd|euros?))"
        r"[^.?!\n]{0,15}\b(?:a|per|every|each) (?:day|hour|week)\b[^.?!\n]{0,40}\b(?:home|phone|online|easy|"
        r"no experience|part[- ]time|with us|contact)\b",
        r"\b(?:work|job|jobs|position|hiring|recruit\w*)\b[^.?!\n]{0,30}\b(?:abroad|overseas|cambodia|myanmar|"
        r"laos|thailand|dubai|philippines)\b[^.?!\n]{0,50}\b(?:high|salary|visa (?:is )?free|we pay|flight|"
        r"accommodation|no experience|free (?:food|housing))\b",
        r"\b(?:high|great|big) (?:salary|pay)\b[^.?!\n]{0,40}\b(?:abroad|overseas|no experience|"
        r"work from home|free (?:flight|ticket|housing))\b",
        r"\b(?:easy|simple) (?:online )?(?:job|task|work)s?\b[^.?!\n]{0,40}\b(?:earn|paid daily|commission|"
        r"per day)\b",
        r"\b(?:trabajo|empleo|vacante)s?\b[^.?!\n]{0,30}\b(?:en el extranjero|en dubai|en camboya|"
        r"en tailandia|en el exterior)\b[^.?!\n]{0,50}\b(?:sueldo|salario|vuelo|alojamiento|sin experiencia|"
        r"bien pagado)",
        r"\bgana(?:r|s)?\b[^.?!\n]{0,15}\d+\s?(?:€|\$|euros?|dolares|pesos)[^.?!\n]{0,12}\b(?:al dia|por hora|"
        r"a la semana|diarios)\b[^.?!\n]{0,40}\b(?:casa|movil|facil|sin experiencia|conmigo)",
        r"(?:国外|海外|境外|柬埔寨|缅甸|迪拜|泰国|老挝|菲律宾)[^。!?\n]{0,12}(?:高薪|招聘|招人|月薪|包机票|"
        r"包吃住|打工)|高薪[^。!?\n]{0,12}(?:招聘|海外|国外|境外|包吃住|包机票|无需经验)",
        r"(?:兼职|刷单|在家)[^。!?\n]{0,12}(?:日结|日入|佣金|一天\d+|每天赚)|刷单|日结兼职",
    ),
    Scam.LEAVING: (
        r"\b(?:let'?s|lets|let us|can we|could we|shall we|we (?:should|could|can)|i'd rather|i prefer to|"
        r"better to|how about we)\b"
        rf"[^.?!\n]{{0,25}}\b(?:talk|chat|move|continue|switch|go|text|speak|write)\b[^.?!\n]{{0,25}}\b(?:on|"
        rf"to|over|in|by|via|using)\b[^.?!\n]{{0,12}}\b{_MESSENGERS}\b",
        r"\b(?:add|text|message|write|contact|find|reach|dm|hit)\b (?:me|you|up)(?: up)"
        rf"?\b[^.?!\n]{{0,15}}\b(?:on|in|at|via|through)\b[^.?!\n]{{0,12}}\b{_MESSENGERS}\b",
        rf"\b(?:what'?s|what is|give me|send me|tell me|share|exchange|have) (?:your|our) {_MESSENGERS}\b|"
        rf"\bdo you (?:have|use) {_MESSENGERS}\b|\bcan i (?:have|get) your {_MESSENGERS}\b",
        r"\b(?:let'?s|can we|could we|shall we|we should) (?:move|switch|go|chat|talk|continue)"
        r"\b[^.?!\n]{0,20}\b(?:another|a different|other|some other|private) (?:app|platform|chat app)\b|"
        r"\bi(?:'m| am) (?:rarely|hardly|not often|seldom) (?:on )?here\b",
        rf"\b(?:pasame|dame|me das|me pasas|cual es|mandame|enviame) tu {_MESSENGERS}\b|\b(?:tienes|usas)"
        rf" {_MESSENGERS}\b|\b(?:agregame|escribeme|hablame|buscame|anademe|contactame)"
        rf"\b[^.?!\n]{{0,15}}\b(?:en|por|a) (?:mi )?{_MESSENGERS}\b",
        rf"\b(?:hablamos|hablemos|chateamos|sigamos|seguimos|pasemos|vamos|mejor)\b[^.?!\n]{{0,20}}\b(?:por|en|"
        rf"a|al) {_MESSENGERS}\b|\b(?:hablamos|sigamos|pasemos|seguimos)\b[^.?!\n]{{0,20}}\botra (?:app|"
        r"aplicacion|plataforma)\b",
        rf"用(?:我的|你的)?\s*{_APPS_HAN}\s*(?:聊|说|联系)|(?:加|换|去|转)(?:个|一下|下|我|你|我们|到|我的|"
        rf"你的)*\s*{_APPS_HAN}(?:聊|吧|说|联系|号|好|$|[\s,。!?,:])|加个?(?:好友|联系方式)"
        rf"[^。!?\n]{{0,6}}(?:聊|方便)|(?:你的|有没有|有|给我|留个?|告诉我)(?:你的)?\s*(?:微信|{_APPS_HAN})"
        r"(?:号|吗|$|[\s,。!?,])",
        r"换(?:个|一个|到)?(?:别的|其他|另一个|另外的)?(?:软件|软体|平台|app|地方)聊|(?:这里|这个软件|这个app)"
        r"[^。!?\n]{0,6}(?:不常|很少)(?:上|用|看)|私下(?:聊|联系)",
    ),
}
_COMPILED = {scam: tuple(re.compile(one) for one in patterns) for scam, patterns in _PATTERNS.items()}


def scams_in(words: str) -> frozenset[Scam]:
    """Of what receivers are warned in these words.

    >>> sorted(scams_in("Could you send me some money for the ticket?")), scams_in("I save money for a trip.")
    ([<Scam.MONEY: 'money'>], frozenset())
    """
    plain = folded(words).replace("’", "'")
    return frozenset(scam for scam, patterns in _COMPILED.items() if any(one.search(plain) for one in patterns))
