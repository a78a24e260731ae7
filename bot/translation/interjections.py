"""Sounds and laughter that need no translation."""

import re

_WRITTEN = """
ah aah oh ooh uh uhh um umm hm hmm hmmm mm mmm mhm ugh eh ehh huh wow woah whoa yay yo hey oops ouch ow aw aww awww
meh pff pfft psst shh tsk yup yep yeah nah nope ok okay okey okk okayy k kk lol lmao lmfao rofl omg wtf xd idk brb
afk gg wp gl hf ez rip np ty thx pls plz btw imo ngl fr smh bruh oof ewww eww ew bah duh sheesh welp ahem
jaja jeje jiji ay uy ey ufa uf uff buf bof ouais bah ben hein oups aïe mdr ptdr beh boh mah ach och ups hoppla tja
kkk rs rsrs haha hehe hihi hoho wkwk wkwkwk xaxa ахах хаха хехе ха хах лол ага угу эм ой ах ох ух фу ну ок окей
嗯 嗯嗯 哦 噢 喔 啊 呃 额 唉 哎 诶 欸 哇 嘿 嘻嘻 呵呵 哼 呀 吼 喂 啧 呜呜 唔 哟 耶 好耶 草
あ ああ え ええ お おお う うう うーん うん んー へえ へー ほう わあ わー
ふふ はは 笑 草 아 어 오 음 헐 응 네
هه ههه آه اه اوه ممم हाहा हम्म ओह आह अरे हा हाहाहा हेहे হাহা হুম ওহ আহ
"""
_SOUNDS = frozenset(_WRITTEN.split())
_REPEATED = re.compile(
    r"(?:(?:a*(?:ha|he|hi|ho|ja|je|ji|xa|wk|ks|rs)+[hjxwk]?s?)|k{2,}|a+h+|o+h+|u+h+|h+m+|m+|e+h+|a+w+|z{2,}|l+o+l+|"
    r"(?:ха|хе|хи|ах)+х*|[哈呵嘿嘻呜哇啊哦嗯噢喔啦呀哎]+|[ㄱ-ㅎㅏ-ㅣ]+|[wｗ]{2,}|5{3,}|ه{2,}|(?:हा|हे|ही)+|(?:হা|হে|হি)+)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_](?:[\w'’\u0300-\u036f\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd]*)")


def are_interjections(words: str) -> bool:
    """Whether a text says nothing but "ah", "hm", "haha", "哈哈"."""
    if len(words) > 200:
        return False
    found = [word.casefold() for word in _WORD.findall(words)]
    return bool(found) and all(word in _SOUNDS or _REPEATED.fullmatch(word) is not None for word in found)
