"""The audit finds what is wrong: each check on texts with that one fault."""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest

from bot.domain.locales import Locale
from tests.bot.core.locale import audit
from tests.bot.core.locale.chinese import foreign
from tests.bot.core.locale.entries import Book, read
from tests.bot.core.locale.usage import spoken_literals, usage

GOOD = {
    "en": """
-name = Spy Cat
hello = Hello *{ $name }*, I am { -name }
    .button = Go
cups = { $count ->
    [one] one cup
   *[other] { $count } cups
}
starts = { DATE($when) }

## Settings

setting-quiet = Quiet

## More

bye = Bye
""",
    "zh-Hans": """
-name = 间谍猫
hello = 你好*{ $name }*，我是{ -name }
    .button = 走
cups = { $count } 杯
starts = { DATE($when) }
setting-quiet = 安静
bye = 再见
""",
    "zh-Hant": """
-name = 間諜貓
hello = 你好*{ $name }*，我是{ -name }
    .button = 走
cups = { $count } 杯
starts = { DATE($when) }
bye = 再見
""",
    "es": """
-name = Gato Espía
hello = Hola, *{ $name }*, soy { -name }
    .button = Vamos
cups = { $count ->
    [one] una taza
   *[other] { $count } tazas
}
starts = { DATE($when) }
bye = Adiós
""",
}

Check = Callable[[Book], Iterable[str]]


def book(folder: Path, files: Mapping[str, str]) -> Book:
    for language, content in files.items():
        (folder / language).mkdir(parents=True, exist_ok=True)
        (folder / language / "core.ftl").write_text(content, encoding="utf-8")
    return read(folder)


@pytest.mark.parametrize(
    "check", [audit.missing, audit.different, audit.plurals, audit.markup, audit.scripts], ids=lambda one: one.__name__
)
def test_good_texts_have_no_problem(tmp_path: Path, check: Check) -> None:
    found = book(tmp_path, GOOD)
    assert not found.broken
    assert list(check(found)) == []
    assert list(audit.unwritable(tmp_path, found)) == []


@pytest.mark.parametrize(
    ("check", "language", "old", "new", "problem"),
    [
        (audit.missing, "zh-Hant", "bye = 再見", "", "bye: missing in zh-Hant"),
        (audit.missing, "zh-Hans", "setting-quiet = 安静", "", "setting-quiet: missing in zh-Hans"),
        (audit.missing, "es", "bye = Adiós", "bye = Adiós\nextra = Más", "extra: missing in en"),
        (audit.different, "es", "    .button = Vamos", "", "not the same attributes: button"),
        (audit.different, "es", "*{ $name }*", "amigo", "not the same arguments: name"),
        (audit.different, "zh-Hans", "{ $count }", "{ $cups }", "not the same arguments: count, cups"),
        (audit.plurals, "es", "    [one] una taza\n", "    [0] nada\n", "no plural for one"),
        (audit.plurals, "es", "    [one] una taza\n", "    [few] una taza\n", "few is never chosen"),
        (audit.markup, "es", "*{ $name }*", "*{ $name }", "'*' is not closed"),
        (audit.markup, "es", "una taza", "una *taza", "'*' is not closed"),
        (audit.markup, "en", "Bye", "Bye \ue001", "private-use"),
        (audit.scripts, "zh-Hant", "再見", "再见", "见"),
        (audit.scripts, "zh-Hans", "再见", "再見", "見"),
        (audit.scripts, "zh-Hant", "再見", "共諜再見", "共諜"),
        (audit.scripts, "zh-Hans", "    .button = 走", "    .button = 這", "這"),
    ],
)
def test_each_fault_is_found(  # one row of the table above
    tmp_path: Path, check: Check, language: str, old: str, new: str, problem: str
) -> None:
    assert old in GOOD[language]
    found = book(tmp_path, GOOD | {language: GOOD[language].replace(old, new)})
    problems = list(check(found))
    assert any(problem in one for one in problems), problems


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("soy { -name }", "soy { -nobody }", "Unknown term"),
        ("DATE($when)", "DAY($when)", "Unknown function"),
        ("= Adiós", "= { hello.nothing }", "Unknown attribute"),
    ],
)
def test_what_cannot_be_written_is_found(tmp_path: Path, old: str, new: str, problem: str) -> None:
    found = book(tmp_path, GOOD | {"es": GOOD["es"].replace(old, new)})
    problems = list(audit.unwritable(tmp_path, found))
    assert len(problems) == 1
    assert problem in problems[0]


def test_what_is_no_fluent_or_stands_twice_is_found(tmp_path: Path) -> None:
    broken = book(tmp_path, {"en": "bye = Bye\nbye = Bye\nbad = { $\n"}).broken
    assert len(broken) == 2


def test_texts_and_the_code_that_asks_for_them_are_held_together(tmp_path: Path) -> None:
    keys = ("used", "setting-x", "left-over", "referred", "by-page", "side-left", "made-up")
    texts = "".join(f"{key} = a\n" for key in keys) + "shown = { referred }\n"
    found = book(tmp_path / "locales", {"en": texts})
    code = tmp_path / "code"
    code.mkdir()
    (code / "views.py").write_text(
        "def view(texts, key, speech):\n"
        '    """Says left over things. left-over"""\n'
        '    speech.texts("cog", 1)\n'
        '    texts("used.title"), texts(f"setting-{key}"), texts.plain("nowhere"), Told("no-such", {})\n'
        '    keys = ["shown"]\n',
        encoding="utf-8",
    )
    (code / "page.js").write_text("say('by-page'); say(`side-${which}`);", encoding="utf-8")
    asked = usage([code])
    problems = list(audit.unused(found, asked, (re.compile("made-.+"),)))
    assert [one.split(": ")[1] for one in problems] == ["left-over"]
    assert sorted(one.split("'")[1] for one in audit.unknown(found, asked)) == ["no-such", "nowhere", "used.title"]


def test_words_in_code_are_found(tmp_path: Path) -> None:
    (tmp_path / "views.py").write_text(
        '"""A page of documentation."""\n'
        "def view(texts):\n"
        '    """Some more of it."""\n'
        '    log.info("we said it again")\n'
        '    if texts: raise ValueError("an error in words")\n'
        '    return texts("key"), "Hello my friend", "猫", f"and {texts} that is it now"\n',
        encoding="utf-8",
    )
    found = list(spoken_literals([tmp_path], ("views.py",)))
    assert [one.split(": ")[1].split(" belongs")[0] for one in found] == [
        "'Hello my friend'",
        "'猫'",
        "' that is it now'",
    ]


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("台灣的貓咪與皇后、公里、干擾", Locale.TRADITIONAL_CHINESE, []),
        ("以后在那里发", Locale.TRADITIONAL_CHINESE, ["发", "以后", "那里"]),
        ("什么网", Locale.TRADITIONAL_CHINESE, ["么", "网"]),
        ("囧，喵，以后在那里发", Locale.SIMPLIFIED_CHINESE, []),
        ("於是", Locale.SIMPLIFIED_CHINESE, ["於"]),
        ("繁體中文 / 简体中文", Locale.SIMPLIFIED_CHINESE, []),
        ("繁體中文 / 简体中文", Locale.TRADITIONAL_CHINESE, []),
        ("間諜貓 简体 间谍猫", Locale.ENGLISH, []),
    ],
)
def test_each_script_keeps_to_itself(text: str, locale: Locale, expected: list[str]) -> None:
    assert list(foreign(text, locale)) == expected
