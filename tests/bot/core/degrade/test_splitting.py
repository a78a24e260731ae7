"""Where a text is cut, and what that costs."""

import pytest

from bot.core.degrade import Measure
from bot.core.degrade.splitting import split
from bot.domain.refs import Platform, UserRef
from bot.domain.text import Mention, RichText, Span, Style
from tests.bot.core.degrade.chats import escaped


def length(text: RichText) -> int:
    return len(text.plain)


def pieces(words: str, limit: int) -> list[str]:
    return [piece.plain for piece in split(RichText.of(words), limit, length).pieces]


@pytest.mark.parametrize(
    ("words", "limit", "expected"),
    [
        ("short", 10, ["short"]),
        ("one two\n\nthree. four\nfive six", 22, ["one two\n\nthree. four", "five six"]),
        ("one two three\n\nfour five", 18, ["one two three", "four five"]),
        ("One is here. Two is there now", 20, ["One is here.", "Two is there now"]),
        ("“One is here.” Two is there", 20, ["“One is here.”", "Two is there"]),
        ("version 3.11 is older", 11, ["version", "3.11 is", "older"]),
        ("第一句话在这里。第二句话在那里", 10, ["第一句话在这里。", "第二句话在那里"]),
        ("「第一句话在这里。」第二句", 10, ["「第一句话在这里。」", "第二句"]),
        ("真的吗！！！好的", 6, ["真的吗！！！", "好的"]),
        ("先来一只猫，然后再聊天", 8, ["先来一只猫，", "然后再聊天"]),
        ("exact fit", 5, ["exact", "fit"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("code:\n    indented line\n    more", 26, ["code:\n    indented line", "    more"]),
        ("a\n" + "\n" * 40 + "b", 5, ["a", "b"]),
        (" " * 40 + "word", 5, ["word"]),
    ],
)
def test_it_is_cut_at_its_best_place(words: str, limit: int, expected: list[str]) -> None:
    assert pieces(words, limit) == expected


@pytest.mark.parametrize(
    "cluster",
    [
        "e\u0301\u0302",
        "👩‍👩‍👧‍👦",
        "🇪🇸",
        "👍🏽",
        "각",
        "\u1112\u1161\u11ab",
        "☀\ufe0f",
        "नि",
        "🏴\U000e0067\U000e0062\U000e007f",
    ],
)
def test_what_a_reader_sees_as_one_character_is_not_broken(cluster: str) -> None:
    shown = pieces(cluster * 20, 7 if len(cluster) <= 7 else 10)
    assert "".join(shown) == cluster * 20
    assert all(len(piece) % len(cluster) == 0 for piece in shown)


def test_white_space_that_carries_a_mark_is_no_place_to_cut() -> None:
    assert pieces("abcd \u0301efgh", 6) == ["abcd \u0301", "efgh"]


def test_a_cluster_too_long_for_a_message_is_broken_but_not_lost() -> None:
    words = "x" + "a" + "\u0301" * 50
    shown = pieces(words, 20)
    assert shown[0] == "x", "a cluster is not begun when it cannot be whole"
    assert "".join(shown) == words


def test_spans_keep_their_styles_and_links_across_cuts() -> None:
    text = RichText((Span("plain "), Span("bold words here", Style.BOLD), Span("linked words", url="https://e.org")))
    shown = split(text, 12, length).pieces
    assert [part for piece in shown for part in piece.parts] == [
        Span("plain "),
        Span("bold", Style.BOLD),
        Span("words", Style.BOLD),
        Span("here", Style.BOLD),
        Span("linked", url="https://e.org"),
        Span("words", url="https://e.org"),
    ]


def test_a_mention_is_never_cut() -> None:
    ann = Mention(UserRef(Platform("test"), "1"), "Ann of the cats")
    shown = split(RichText((Span("hello there "), ann, Span("!"))), 17, length).pieces
    assert [piece.parts for piece in shown] == [(Span("hello there"),), (ann, Span("!"))]


def test_characters_that_fit_nowhere_are_told() -> None:
    result = split(RichText.of("a*b"), 1, escaped)
    assert [piece.plain for piece in result.pieces] == ["a", "b"]
    assert result.cut == "*"


class Counting:
    """A measure that counts what it was asked to look at."""

    def __init__(self, measure: Measure) -> None:
        self.measure = measure
        self.seen = 0

    def __call__(self, text: RichText) -> int:
        self.seen += len(text.plain)
        return self.measure(text)


@pytest.mark.parametrize("measure", [length, escaped])
@pytest.mark.parametrize(
    "unit", ["\u0301", "word ", "x", "\n", " ", "🇪🇸", "*", "." * 50, "！", "\u200d", "猫，", '."' * 9, "a\n\n"]
)
def test_the_work_grows_with_the_text_and_no_faster(unit: str, measure: Measure) -> None:
    def work(size: int) -> int:
        counting = Counting(measure)
        split(RichText.of((unit * size)[:size]), 500, counting)
        return counting.seen

    small, large = work(5_000), work(40_000)
    assert large <= 10 * small, "eight times the text, about eight times the work"
    assert small <= 5_000 * 30


def test_many_marks_are_split_quickly_enough_to_be_sent() -> None:
    words = "a" + "\u0301" * 200_000
    assert "".join(pieces(words, 2_000)) == words


def test_many_spans_are_split_without_looking_at_all_of_them_again() -> None:
    text = RichText(tuple(Span("ab", Style.BOLD) for _ in range(20_000)))
    counting = Counting(escaped)
    split(text, 2_000, counting)
    assert counting.seen <= 40_000 * 30
