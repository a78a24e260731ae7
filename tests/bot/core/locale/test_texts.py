"""Texts in four languages, and what their arguments may be."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from structlog.testing import capture_logs

from bot.api.texts import Texts
from bot.core.locale import FluentTexts, Library, MarkupError, TextBroken, TextMissing, negotiate
from bot.core.locale.directions import kept_inside
from bot.core.locale.library import BOOKS
from bot.domain.author import Account
from bot.domain.locales import Locale
from bot.domain.refs import Platform, UserRef
from bot.domain.text import Mention, Moment, MomentStyle, RichText, Span, Style, written
from tests.kit import strategies as kit

EN, HANS, HANT, ES = (
    Locale.ENGLISH,
    Locale.SIMPLIFIED_CHINESE,
    Locale.TRADITIONAL_CHINESE,
    Locale.SPANISH,
)

FILES = {
    "en/core": """
-bot-name = Spy Cat
apology = Sorry, { $name }.
shared = from core
""",
    "en/tea": """
hello = *Hello { $name }*, welcome to { -bot-name }
cups = { $count ->
    [one] one cup
   *[other] { $count } cups
}
shared = from tea
only-english = English
quoted = > { $words }
coded = `{ $words }`
link = [*{ $words }*]({ $address })
starts = { $when } / { DATE($when) } / { TIME($when) } / { RELATIVE($when) }
theme = { $theme ->
    [spy] a spy
   *[other] a { $theme }
}
menu = Menu
    .description = All of it
lines =
    first
    {""}*second*
unclosed = a *b
attributes-only =
    .label = Label
""",
    "zh-Hans/tea": "hello = 你好*{ $name }*\ncups = { $count } 杯\n",
    "zh-Hant/tea": "cups = { $count } 盃\n",
    "es/tea": """
cups = { $count ->
    [one] una taza
   *[other] { $count } tazas
}
hello = Hola, { $nombre }
""",
}

Write = Callable[[Mapping[str, str]], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(files: Mapping[str, str], folder: str = "locales") -> Path:
        for name, content in files.items():
            path = tmp_path / folder / f"{name}.ftl"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        return tmp_path / folder

    return written


@pytest.fixture
def folder(write: Write) -> Path:
    return write(FILES)


@pytest.fixture
def tea(folder: Path) -> FluentTexts:
    return Library.load([folder], strict=True).texts("tea", EN)


def test_it_is_what_cogs_are_promised(tea: FluentTexts) -> None:
    promised: Texts = tea
    assert promised.locale is EN
    assert promised.in_(ES).locale is ES


def test_markup_of_the_locale_is_applied_and_terms_of_core_are_known(tea: FluentTexts) -> None:
    assert tea("hello", name="Ann").parts == (
        Span("Hello ", Style.BOLD),
        Span("Ann", Style.BOLD),
        Span(", welcome to Spy Cat"),
    )
    assert tea.plain("hello", name="Ann") == "Hello Ann, welcome to Spy Cat"


@pytest.mark.parametrize("nasty", kit.NASTY)
def test_an_argument_is_never_markup(tea: FluentTexts, nasty: str) -> None:
    assert tea("hello", name=nasty).parts[1] == Span(nasty, Style.BOLD)
    assert tea("quoted", words=nasty).parts == (Span(nasty, Style.QUOTE),)
    assert tea("coded", words=nasty).parts == (Span(nasty, Style.CODE),)


def test_any_argument_comes_out_as_it_went_in(tea: FluentTexts) -> None:
    @settings(max_examples=200, deadline=None, derandomize=True)
    @given(kit.words, kit.rich_texts)
    def check(words: str, rich: RichText) -> None:
        assert tea.plain("hello", name=words) == f"Hello {kept_inside(words)}, welcome to Spy Cat"
        parts = tea("hello", name=rich).parts[1:-1]
        closed = (kept_inside(part.text) if isinstance(part, Span) else written(part) for part in rich.parts)
        assert RichText(parts).plain == "".join(closed)
        assert all(part.style & Style.BOLD for part in parts if isinstance(part, Span))

    check()


def test_a_long_argument_is_not_refused(tea: FluentTexts) -> None:
    assert len(tea.plain("coded", words="x" * 9_000)) == 9_000


def test_numbers_choose_plurals(tea: FluentTexts) -> None:
    assert [tea.plain("cups", count=count) for count in (1, 2, 1_200)] == ["one cup", "2 cups", "1,200 cups"]
    assert [tea.in_(ES).plain("cups", count=count) for count in (1, 2)] == ["una taza", "2 tazas"]
    assert tea.in_(HANT).plain("cups", count=1) == "1 盃"


def test_words_choose_variants(tea: FluentTexts) -> None:
    assert tea.plain("theme", theme="spy") == "a spy"
    assert tea.plain("theme", theme="pen pal") == "a pen pal"


def test_people_and_moments_keep_what_they_are(tea: FluentTexts) -> None:
    ann = UserRef(Platform("test"), "1")
    assert tea("hello", name=Account(ann, "*Ann*")).parts[1] == Mention(ann, "*Ann*")
    assert tea("hello", name=Mention(ann, "Ann")).parts[1] == Mention(ann, "Ann")
    when = datetime(2026, 1, 3, 18, 5, tzinfo=UTC)
    shown = [part for part in tea.at(ZoneInfo("Europe/Madrid"))("starts", when=when).parts if isinstance(part, Moment)]
    assert [part.style for part in shown] == [
        MomentStyle.DATE_TIME,
        MomentStyle.DATE,
        MomentStyle.TIME,
        MomentStyle.RELATIVE,
    ]
    assert {part.when for part in shown} == {when}
    assert shown[0].written == "January 3, 2026, 7:05\u202fPM (UTC+1)"
    assert shown[1].written == "January 3, 2026"
    assert shown[2].written == "7:05\u202fPM (UTC+1)"
    assert shown[3].written == shown[0].written


def test_links_may_lead_to_an_argument_when_it_is_an_address(tea: FluentTexts, folder: Path) -> None:
    assert tea("link", words="here", address="https://e.org/(a)").parts == (
        Span("here", Style.BOLD, "https://e.org/(a)"),
    )
    for wrong in ("javascript:x", "e.org", "https://e.org/ x"):
        with pytest.raises(MarkupError):
            tea("link", words="here", address=wrong)
        shown = Library.load([folder]).texts("tea", EN)("link", words="here", address=wrong)
        assert shown.parts == (Span("here", Style.BOLD),)


def test_attributes_and_longer_texts(tea: FluentTexts) -> None:
    assert tea.plain("menu") == "Menu"
    assert tea.plain("menu.description") == "All of it"
    assert tea("lines").parts == (Span("first\n"), Span("second", Style.BOLD))


def test_own_texts_come_before_those_of_core(tea: FluentTexts) -> None:
    assert tea.plain("shared") == "from tea"
    assert tea.plain("apology", name="Ann") == "Sorry, Ann."


def test_a_language_that_lacks_a_text_is_stood_in_for(tea: FluentTexts) -> None:
    assert tea.in_(HANT).plain("hello", name="安") == "你好安"
    assert tea.in_(ES).plain("only-english") == "English"


@pytest.mark.parametrize(
    ("key", "error"),
    [
        ("nowhere", TextMissing),
        ("menu.nothing", TextMissing),
        ("attributes-only", TextMissing),
        ("hello", TextBroken),
        ("starts", TextBroken),
        ("unclosed", MarkupError),
    ],
)
def test_tests_are_told_what_is_wrong(tea: FluentTexts, key: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        tea(key)


def test_only_a_moment_can_be_told_as_one(tea: FluentTexts) -> None:
    with pytest.raises(TextBroken):
        tea("starts", when=3)


def test_members_see_english_or_the_key_and_the_log_is_told_once(folder: Path) -> None:
    texts = Library.load([folder]).texts("tea", ES)
    with capture_logs() as logs:
        for _ in range(3):
            assert texts.plain("hello", name="Ann") == "Hello Ann, welcome to Spy Cat"
            assert texts.plain("nowhere") == "[nowhere]"
            assert texts.plain("unclosed") == "a *b"
    assert sorted((entry["key"], entry["why"]) for entry in logs) == [
        ("hello", "hello: Unknown external: nombre"),
        ("nowhere", "missing"),
    ]


def test_what_is_no_fluent_is_left_out_and_told(write: Write) -> None:
    folder = write({"en/core": "good = yes\nbad = { $\n\nbetter = yes\n"})
    with capture_logs() as logs:
        texts = Library.load([folder]).texts("core", EN)
        assert (texts.plain("good"), texts.plain("better")) == ("yes", "yes")
        assert not logs
        assert [texts.plain("bad"), texts.plain("bad")] == ["[bad]", "[bad]"]
    assert [entry["file"] for entry in logs if "file" in entry] == ["en/core.ftl"], "told once"
    with pytest.raises(TextBroken):
        Library.load([folder], strict=True).texts("core", EN)("good")


def test_a_later_folder_has_the_last_word(tmp_path: Path) -> None:
    for folder, word in (("ours", "cat"), ("theirs", "otter")):
        path = tmp_path / folder / "en" / "tea.ftl"
        path.parent.mkdir(parents=True)
        path.write_text(f"animal = {word}\nonly-{folder} = yes\n", encoding="utf-8")
    texts = Library.load([tmp_path / "ours", tmp_path / "theirs"], strict=True).texts("tea", EN)
    assert [texts.plain(key) for key in ("animal", "only-ours", "only-theirs")] == ["otter", "yes", "yes"]


def test_a_namespace_may_have_further_files(write: Write) -> None:
    folder = write({"en/tea": "leaf = green\n", "en/tea.cups": "cup = white\n", "zh-Hans/tea.cups": "cup = 白\n"})
    library = Library.load([folder], strict=True)
    assert library.namespaces == ["tea"]
    assert [library.texts("tea", EN).plain(key) for key in ("leaf", "cup")] == ["green", "white"]
    assert [library.texts("tea", HANS).plain(key) for key in ("leaf", "cup")] == ["green", "白"]


def test_what_is_known_is_known_in_that_language_only(folder: Path) -> None:
    library = Library.load([folder], strict=True)
    assert library.namespaces == ["core", "tea"]
    assert library.knows("tea", "hello", HANS)
    assert not library.knows("tea", "hello", HANT)
    assert library.knows("tea", "apology", EN)
    assert not library.knows("tea", "menu.nothing", EN)


def test_files_are_read_when_wanted_and_let_go_when_many(write: Write) -> None:
    names = [f"n{number}" for number in range(BOOKS + 5)]
    folder = write({f"en/{name}": f"key = {name}\n" for name in names})
    library = Library.load([folder], strict=True)
    (folder / "en" / "n0.ftl").write_text("key = changed\n", encoding="utf-8")
    assert library.texts("n0", EN).plain("key") == "changed", "read only now"
    (folder / "en" / "n0.ftl").write_text("key = again\n", encoding="utf-8")
    assert library.texts("n0", EN).plain("key") == "changed", "kept"
    for name in names:
        library.texts(name, EN).plain("key")
    assert library.texts("n0", EN).plain("key") == "again", "let go meanwhile"


@pytest.mark.parametrize(
    ("choice", "hint", "community", "expected"),
    [
        (ES, "zh-TW", HANS, ES),
        (None, "zh-TW", HANS, HANT),
        (None, "fr", HANS, HANS),
        (None, None, None, EN),
        (None, "", HANT, HANT),
    ],
)
def test_which_language_is_spoken(
    choice: Locale | None, hint: str | None, community: Locale | None, expected: Locale
) -> None:
    assert negotiate(choice, hint, community, EN) is expected
