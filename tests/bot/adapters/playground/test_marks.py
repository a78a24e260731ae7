"""What members type: marks become styles, names become mentions, and every other character stays."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.playground.marks import text_of
from bot.adapters.playground.shelf import Shelf
from bot.adapters.playground.world import World
from bot.domain.text import Mention, Span, Style
from tests.kit.clock import MovableClock
from tests.kit.stages.playground import page_texts


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The world on its first day."""
    folder: Path = tmp_path_factory.mktemp("world")
    return World.open(Shelf(folder), page_texts(), MovableClock())


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("plain", (Span("plain"),)),
        ("a **b** c", (Span("a "), Span("b", Style.BOLD), Span(" c"))),
        ("||a **b**||", (Span("a ", Style.SPOILER), Span("b", Style.SPOILER | Style.BOLD))),
        ("`**b**`", (Span("**b**", Style.CODE),)),
        ("```py\nx = 1\n```", (Span("x = 1", Style.BLOCK),)),
        ("__u__ ~~s~~", (Span("u", Style.UNDERLINE), Span(" "), Span("s", Style.STRIKE))),
        ("2 ** 3, **", (Span("2 ** 3, **"),)),
        ("**open", (Span("**open"),)),
    ],
)
def test_marks_become_styles(typed: str, parts: tuple[Span, ...], world: World) -> None:
    assert text_of(typed, world).parts == parts


def test_names_of_people_become_mentions_within_marks_too(world: World) -> None:
    first, second = text_of("**@amara, tea?**", world).parts
    assert isinstance(first, Mention)
    assert (first.name, second) == ("Amara Okafor", Span(", tea?", Style.BOLD))
    assert text_of("`@amara`", world).parts == (Span("@amara", Style.CODE),)


@given(st.text(alphabet="ab @*_~|`\n", max_size=60))
def test_whatever_is_typed_reads_the_same_but_for_its_marks(world: World, typed: str) -> None:
    def bare(text: str) -> str:
        return "".join(character for character in text if character not in "*_~|`\n")

    assert bare(text_of(typed, world).plain) == bare(typed)
