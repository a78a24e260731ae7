"""What holds for any content in any sane chat."""

from collections import Counter
from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.degrade import (
    ControlLeftOut,
    ControlsMoved,
    Degraded,
    FileLeftOut,
    LabelShortened,
    Measure,
    MentionWritten,
    NameInText,
    ReplyLeftOut,
    StyleLost,
    TextCut,
    degrade,
    fold,
)
from bot.domain.action import Action
from bot.domain.capabilities import Capabilities
from bot.domain.controls import Control, LinkButton, Select
from bot.domain.message import As, Card, Outgoing
from bot.domain.text import Mention, Moment, RichText, Span, Style
from tests.bot.core.degrade.chats import escaped
from tests.kit import strategies as kit

LAW = settings(max_examples=120, deadline=None, derandomize=True)

measures: st.SearchStrategy[Measure | None] = st.sampled_from((None, escaped))


def texts(outgoing: Outgoing) -> Iterable[RichText]:
    yield outgoing.text
    if outgoing.card:
        yield from card_texts(outgoing.card)


def card_texts(card: Card) -> Iterable[RichText]:
    yield RichText.of(card.title)
    yield card.body
    for field in card.fields:
        yield RichText.of(field.name)
        yield field.value
    yield RichText.of(card.footer)


def characters(outgoings: Iterable[Outgoing]) -> str:
    """All that can be seen of texts and cards, without white space: a cut stands for white space."""
    return "".join("".join(text.plain.split()) for one in outgoings for text in texts(one))


def offered(outgoings: Iterable[Outgoing]) -> list[Action | str]:
    found: list[Action | str] = []

    def add(control: Control) -> None:
        if isinstance(control, Select):
            found.extend(option.action for option in control.options)
        elif isinstance(control, LinkButton):
            found.append(control.url)
        else:
            found.append(control.action)

    for one in outgoings:
        for row in one.controls:
            for control in row:
                add(control)
    return found


def plain_length(chat: Capabilities) -> Measure:
    def measure(text: RichText) -> int:
        return chat.unit.measure(text.plain)

    return measure


def check_keys(piece: Outgoing, chat: Capabilities) -> None:
    assert len(piece.controls) <= chat.key_rows
    assert sum(map(len, piece.controls)) <= chat.keys
    for row in piece.controls:
        assert 1 <= len(row) <= chat.key_columns
        for control in row:
            if isinstance(control, Select):
                assert len(row) == 1
                assert 1 <= len(control.options) <= chat.lists
                labels = [control.placeholder]
                labels += [words for one in control.options for words in (one.label, one.description)]
            else:
                labels = [control.label]
            assert all(chat.unit.measure(label) <= chat.label for label in labels)


def every_piece_is_within_the_limits(chat: Capabilities, measure: Measure | None, result: Degraded) -> None:
    length = measure or plain_length(chat)
    for piece in result.pieces:
        assert length(piece.text) <= (chat.caption if piece.files else chat.text)
        assert piece.text.plain.strip() or piece.card or piece.files, "a message says something"
        if piece.card:
            assert chat.cards
            assert len(piece.card.fields) <= chat.card_fields
            assert sum(length(text) for text in card_texts(piece.card)) <= chat.card_text
            assert any(text.plain.strip() for text in card_texts(piece.card))
        assert len(piece.files) <= chat.files
        for file in piece.files:
            assert len(file.content) <= max(chat.file_bytes, chat.picture_bytes if file.is_picture else 0)
        check_keys(piece, chat)
        assert chat.replies or piece.reply_to is None
        assert chat.speaks_as or not isinstance(piece.speaker, As)
        for text in (piece.text, *((piece.card.body,) if piece.card else ())):
            for part in text.parts:
                if isinstance(part, Span):
                    assert not part.style & ~chat.styles
                    assert chat.links or part.url is None
                assert chat.moments or not isinstance(part, Moment)


def every_character_is_kept_in_order_or_reported(outgoing: Outgoing, result: Degraded) -> None:
    said, kept = characters([outgoing]), characters(result.pieces)
    cut = "".join("".join(loss.characters for loss in result.losses if isinstance(loss, TextCut)).split())
    assert Counter(said) <= Counter(kept) + Counter(cut)
    if cut:
        return  # which of several equal characters was left out cannot be told from outside
    at = 0
    for character in said:
        at = kept.find(character, at) + 1
        assert at > 0, f"{character!r} is neither shown nor reported"


@LAW
@given(kit.rich_texts, kit.capabilities(least_text=20))
def test_a_text_comes_out_whole_where_there_is_room_for_a_character(text: RichText, chat: Capabilities) -> None:
    plain = RichText(tuple(Span(part.text) if isinstance(part, Span) else part for part in text.parts))
    result = degrade(Outgoing(text=plain), chat)
    assert characters(result.pieces) == "".join(plain.plain.split())
    assert not any(isinstance(loss, TextCut | StyleLost) for loss in result.losses)


def nobody_is_pinged_who_was_not_and_nobody_twice(outgoing: Outgoing, result: Degraded) -> None:
    assert Counter(user for piece in result.pieces for user in piece.mentions) <= Counter(outgoing.mentions)
    if result.pieces:
        assert {user for piece in result.pieces for user in piece.mentions} == set(outgoing.mentions)
    named = [part.user for text in texts(outgoing) for part in text.parts if isinstance(part, Mention)]
    still = [
        part.user for one in result.pieces for text in texts(one) for part in text.parts if isinstance(part, Mention)
    ]
    written = [loss.user for loss in result.losses if isinstance(loss, MentionWritten)]
    assert Counter(still) + Counter(written) == Counter(named)
    for piece in result.pieces:
        for user in set(piece.mentions) & set(still):
            assert any(isinstance(part, Mention) and part.user == user for text in texts(piece) for part in text.parts)


def every_action_is_kept_in_order_or_reported(outgoing: Outgoing, chat: Capabilities, result: Degraded) -> None:
    left_out = [loss.label for loss in result.losses if isinstance(loss, ControlLeftOut)]
    moved = sum(loss.count for loss in result.losses if isinstance(loss, ControlsMoved))
    if min(chat.key_columns, chat.key_rows, chat.keys) > 0:
        assert offered(result.pieces) == offered([outgoing])
        assert not left_out
        with_keys = [piece for piece in result.pieces if piece.controls]
        assert sum(len(row) for piece in with_keys[1:] for row in piece.controls) == moved
        assert result.pieces[len(result.pieces) - len(with_keys) :] == tuple(with_keys), "keys stand at the end"
    else:
        links = [one for one in offered([outgoing]) if isinstance(one, str)]
        assert len(left_out) + len(links) == len(offered([outgoing]))
        addresses = {part.url for one in result.pieces for part in one.text.parts if isinstance(part, Span)}
        shown = characters(result.pieces)
        assert all(link in addresses or link in shown for link in links)


def the_rest_of_the_meaning_is_kept(outgoing: Outgoing, chat: Capabilities, result: Degraded) -> None:
    for index, piece in enumerate(result.pieces):
        assert (piece.silent, piece.lifetime, piece.audience) == (
            outgoing.silent,
            outgoing.lifetime,
            outgoing.audience,
        )
        assert index == 0 or piece.reply_to is None
    if result.pieces and outgoing.reply_to:
        assert (result.pieces[0].reply_to is None) == (ReplyLeftOut() in result.losses)
    sent = [file for piece in result.pieces for file in piece.files]
    left_out = [loss.name for loss in result.losses if isinstance(loss, FileLeftOut)]
    assert [file for file in outgoing.files if file in sent] == sent
    assert len(sent) + len(left_out) == len(outgoing.files)
    named = [loss for loss in result.losses if isinstance(loss, NameInText)]
    assert bool(named) == (isinstance(outgoing.speaker, As) and not chat.speaks_as)


def a_piece_stays_as_it_is(chat: Capabilities, measure: Measure | None, result: Degraded) -> None:
    for piece in result.pieces:
        again = degrade(piece, chat, measure)
        assert again.pieces == (piece,)
        assert not any(
            isinstance(loss, StyleLost | TextCut | LabelShortened | FileLeftOut | ControlsMoved | NameInText)
            for loss in again.losses
        )


def only_styles_that_the_chat_lacks_are_lost(outgoing: Outgoing, chat: Capabilities) -> None:
    if min(chat.text, chat.card_text) < 20:
        return  # what has no room with its styles is shown without
    for loss in degrade(outgoing, chat).losses:
        if isinstance(loss, StyleLost):
            assert loss.styles
            assert loss.styles & chat.styles == Style.PLAIN


@settings(LAW, max_examples=160)  # not every one says something on every law
@given(kit.outgoings, kit.capabilities(), measures)
def test_all_laws_hold_for_anything(outgoing: Outgoing, chat: Capabilities, measure: Measure | None) -> None:
    # To think of a message takes longer than all that is asked of it.
    result = degrade(outgoing, chat, measure)
    every_piece_is_within_the_limits(chat, measure, result)
    every_character_is_kept_in_order_or_reported(outgoing, result)
    nobody_is_pinged_who_was_not_and_nobody_twice(outgoing, result)
    every_action_is_kept_in_order_or_reported(outgoing, chat, result)
    the_rest_of_the_meaning_is_kept(outgoing, chat, result)
    a_piece_stays_as_it_is(chat, measure, result)
    only_styles_that_the_chat_lacks_are_lost(outgoing, chat)


plain_messages = st.builds(
    Outgoing,
    text=kit.rich_texts,
    mentions=st.lists(kit.users, max_size=2, unique=True).map(tuple),
    silent=st.booleans(),
)


@LAW
@given(st.lists(st.one_of(plain_messages, plain_messages, kit.outgoings), max_size=6), kit.capabilities())
def test_folding_keeps_everything_in_order_and_makes_no_message_too_long(
    waiting: list[Outgoing], chat: Capabilities
) -> None:
    folded = fold(waiting, chat)
    assert characters(folded) == characters(waiting)
    assert len(folded) <= len(waiting)
    assert fold(folded, chat) == folded
    assert offered(folded) == offered(waiting)
    for one in folded:
        assert one in waiting or chat.unit.measure(one.text.plain) <= chat.text
    for one in waiting:
        if one.card or one.files or one.controls or one.reply_to:
            assert one in folded
    asked = {user for one in waiting for user in one.mentions}
    assert {user for one in folded for user in one.mentions} == asked
