"""The page's texts: whole in every language, with the same names, and none unused."""

import re
from pathlib import Path

import pytest

import bot.adapters.playground.playground as adapter
from bot.adapters.playground.samples import SAMPLES
from bot.adapters.playground.state import Service
from bot.adapters.playground.texts import PageTexts
from bot.domain.access import Access
from bot.domain.locales import Locale

HERE = Path(adapter.__file__).parent
TEXTS = PageTexts(Path(__file__).parents[4] / "locales")

_PATTERNS = (
    (
        HERE / "static",
        "*.js",
        (r'\bt\("([a-z0-9-]+)"', r'inTheirs\([^,]+, "([a-z0-9-]+)"', r'choice\("([a-z0-9-]+)", "([a-z0-9-]+)"'),
    ),
    (HERE / "templates", "*.html", (r"texts\['([a-z0-9-]+)'\]", r'data-t(?:-label)?="([a-z0-9-]+)"')),
    (
        HERE,
        "*.py",
        (
            r'NotAllowed\("([a-z0-9-]+)"',
            r'(?:names)\["([a-z0-9-]+)"\]',
            r'"(seed-[a-z0-9-]+)"',
            r'"refused": "([a-z-]+)"',
            r'LOST_\w+ = "([a-z-]+)"',
        ),
    ),
)


def used() -> set[str]:
    """The keys that the scripts, the template and the adapter name, and those that they make."""
    keys = {
        "page-away",
        "bot-here",
        "bot-away",
        *(f"{key}-{side}" for key in ("like", "elsewhere", "new-chat") for side in ("left", "right")),
        *(f"language-{locale}" for locale in Locale),
        *(f"rank-{level.name.lower()}" for level in Access),
        *(f"sample-{name}" for name in SAMPLES),
        *(str(service) for service in Service),
        *("role-explorer", "role-cat-keeper", "space-harbour", "space-teahouse"),
        *("attach", "send"),
    }
    for folder, glob, patterns in _PATTERNS:
        for path in folder.glob(glob):
            for pattern in patterns:
                for found in re.finditer(pattern, path.read_text(encoding="utf-8")):
                    keys.update(group for group in found.groups() if group)
    return keys


@pytest.mark.parametrize("locale", Locale)
def test_every_key_is_there_and_none_is_unused(locale: Locale) -> None:
    there = set(TEXTS(locale))
    assert there - used() == set(), "unused"
    assert used() - there == set(), "missing"


@pytest.mark.parametrize("locale", Locale)
def test_texts_name_the_same_things(locale: Locale) -> None:
    english = TEXTS(Locale.ENGLISH)
    for key, text in TEXTS(locale).items():
        assert set(re.findall(r"\{\w+\}", text)) == set(re.findall(r"\{\w+\}", english[key])), key
        assert text.strip()


def test_no_script_makes_markup_of_text() -> None:
    for path in (HERE / "static").glob("*.js"):
        source = path.read_text(encoding="utf-8")
        for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", 'setAttribute("style'):
            assert word not in source, f"{word} in {path.name}"


def test_no_words_stand_in_the_scripts() -> None:
    """What a member reads comes from the locales: no quoted sentence stands in a script."""
    for path in (HERE / "static").glob("*.js"):
        source = re.sub(r"//.*|/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert not re.findall(r'"[A-Z][a-z]+ [a-z]+[^"]*"', source), path.name
