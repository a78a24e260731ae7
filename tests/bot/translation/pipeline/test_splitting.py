"""Long texts are cut where sentences end, and are whole again when they are put together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.translation.splitting import apart_from_tokens, requests, split

TEXTS = st.text(alphabet="ab.。!？ \u3000{}12\n،؟", max_size=300)


@given(TEXTS, st.integers(10, 60))
def test_parts_are_short_enough_and_make_the_text(text: str, longest: int) -> None:
    parts = split(text, longest)
    assert "".join(parts) == text
    assert all(len(part) <= longest for part in parts)


@given(st.lists(TEXTS, max_size=6), st.integers(10, 60))
def test_requests_hold_every_line_once_and_in_order(lines: list[str], longest: int) -> None:
    made = list(requests(lines, longest))
    assert all(sum(len(piece.text) for piece in request) + len(request) - 1 <= longest for request in made)
    assert all(len({piece.line for piece in request}) == len(request) for request in made)
    again = ["" for _ in lines]
    for request in made:
        for piece in request:
            again[piece.line] += piece.text + piece.gap
    for line, rebuilt in zip(lines, again, strict=True):
        assert rebuilt.strip() == line.strip()


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("One sentence. Another sentence here.", "One sentence. "),
        ("Is it? Certainly it is the cat.", "Is it? "),
        ("猫坐在垫子上看着鸟儿。它在想要不要去抓住它们呢好像是的。", "猫坐在垫子上看着鸟儿。"),
        ("هل هذه قطة؟ نعم هي قطة جميلة جدا.", "هل هذه قطة؟ "),
        ("no sentence ends in here, only a comma", "no sentence ends in here, "),
        ("words and words and words and words", "words and words and words "),
    ],
)
def test_it_is_cut_where_it_is_best(text: str, first: str) -> None:
    assert split(text, 26)[0] == first


def test_a_token_is_never_cut() -> None:
    parts = split("x" * 18 + "{12}" + "y" * 20, 20)
    assert parts[0] == "x" * 18
    assert parts[1].startswith("{12}")


def test_many_short_lines_are_one_request() -> None:
    assert len(list(requests(["a line"] * 50, 500))) == 1


@given(TEXTS)
def test_what_is_between_tokens_makes_the_line(line: str) -> None:
    assert "".join(apart_from_tokens(line)) == line
