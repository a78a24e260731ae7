"""Any piece within a chat's limits comes out whole, and is nothing but values; a piece beyond them is refused."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from bot.adapters.playground.drawn import Drawn
from bot.adapters.playground.limits import Side, breach, capabilities
from bot.adapters.playground.render import LOST_ADDRESS, LOST_PICTURE, render
from bot.domain.controls import ButtonStyle
from bot.domain.message import As, Bot, Card, CardField
from bot.domain.piece import Choice, Key, LinkKey, ListKey, Piece, PressKey, PrivateKey
from bot.domain.refs import Platform, UserRef
from bot.domain.text import Mention, Moment, MomentStyle, RichText, Span, Style

_DRAWN = TypeAdapter(Drawn)

_words = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
_styles = st.sets(st.sampled_from(list(Style))).map(lambda chosen: Style(sum(style.value for style in chosen)))
_urls = st.sampled_from(
    [None, "https://example.org/", "http://example.org/a?b", "javascript:alert(1)", "data:text/html,x"]
)
_spans = st.builds(Span, _words, _styles, _urls)
_mentions = st.builds(Mention, st.builds(UserRef, st.just(Platform("playground")), st.just("june")), _words)
_moments = st.builds(Moment, st.just(datetime(2026, 1, 1, tzinfo=UTC)), st.sampled_from(MomentStyle), _words)
_texts = st.lists(st.one_of(_spans, _mentions, _moments), max_size=5).map(lambda parts: RichText(tuple(parts)))
_labels = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
_data = st.text("abc:1", max_size=40)
_simple: st.SearchStrategy[Key] = st.one_of(
    st.builds(PressKey, _labels, _data, st.sampled_from(ButtonStyle)),
    st.builds(LinkKey, _labels, st.just("https://example.org")),
    st.builds(PrivateKey, _labels, _data),
)
_lists: st.SearchStrategy[Key] = st.builds(
    ListKey,
    _words,
    st.lists(st.builds(Choice, _labels, _data, _words, st.booleans()), min_size=1, max_size=4).map(tuple),
)
_cards = st.builds(
    Card,
    _words,
    _texts,
    st.lists(st.builds(CardField, _words, _texts, st.booleans()), max_size=4).map(tuple),
    _words,
    st.one_of(st.none(), st.integers(0, 0xFFFFFF)),
)
_speakers = st.one_of(st.just(Bot()), st.builds(As, _labels, st.sampled_from([None, "https://example.org/x.png"])))


@st.composite
def pieces(draw: st.DrawFn, side: Side) -> Piece:
    """A piece within a side's limits."""
    rows: list[tuple[Key, ...]] = draw(st.lists(st.lists(_simple, min_size=1, max_size=5).map(tuple), max_size=3))
    card = None
    if side is Side.LEFT:
        rows += draw(st.lists(_lists.map(lambda key: (key,)), max_size=2))
        card = draw(st.one_of(st.none(), _cards))
    text = draw(_texts)
    return Piece(text if text or card else RichText.of("x"), card, keys=tuple(rows), speaker=draw(_speakers))


@pytest.mark.parametrize("side", Side)
@given(data=st.data())
def test_nothing_is_lost_or_the_loss_is_told(side: Side, data: st.DataObject) -> None:
    piece = data.draw(pieces(side))
    assert breach(piece, capabilities(side, private=False)) is None
    drawn = render(piece, ())
    assert drawn.plain == piece.text.plain
    if piece.card is not None:
        assert drawn.card is not None
        assert "".join(Drawn(field.value).plain for field in drawn.card.fields) == "".join(
            field.value.plain for field in piece.card.fields
        )
    assert [[type(key).__name__[5:] for key in row] for row in drawn.keys] == [
        [type(key).__name__[:-3] for key in row] for row in piece.keys
    ]
    rendered = json.loads(_DRAWN.dump_json(drawn))
    urls = [part.get("url") for part in rendered["text"] if part.get("url")]
    assert all(url.startswith(("https://", "http://")) for url in urls)
    assert (LOST_PICTURE in drawn.losses) == (isinstance(piece.speaker, As) and piece.speaker.picture is not None)
    assert _DRAWN.validate_json(_DRAWN.dump_json(drawn)) == drawn, "it survives the snapshot"


def test_an_address_that_is_none_is_told() -> None:
    drawn = render(Piece(RichText.of("here", url="javascript:alert(1)")), ())
    assert drawn.losses == (LOST_ADDRESS,)
    assert drawn.text[0].kind == "span"
    assert drawn.text[0].url is None


_PRESS = PressKey("a", "a")


@pytest.mark.parametrize(
    "piece",
    [
        Piece(RichText.of("x"), keys=((_PRESS,) * 6,)),
        Piece(RichText.of("x"), keys=((_PRESS,),) * 6),
        Piece(RichText.of("x"), keys=((),)),
        Piece(RichText.of("x"), keys=((PressKey("", "a"),),)),
        Piece(RichText.of("x"), keys=((PressKey("a" * 81, "a"),),)),
        Piece(RichText.of("x"), keys=((PressKey("a", "é" * 51),),)),
        Piece(RichText.of("x"), keys=((LinkKey("a", "javascript:alert(1)"),),)),
        Piece(RichText.of("x"), keys=((ListKey("p", ()),),)),
        Piece(RichText.of("x"), keys=((ListKey("p", (Choice("a", "a"),) * 26),),)),
        Piece(RichText.of("x"), keys=((ListKey("p", (Choice("a", "a"),)), _PRESS),)),
        Piece(card=Card("t", fields=(CardField("n", RichText.of("v")),) * 26)),
        Piece(card=Card("t" * 6_001)),
    ],
)
def test_what_oversteps_is_found(piece: Piece) -> None:
    assert breach(piece, capabilities(Side.LEFT, private=False)) is not None
