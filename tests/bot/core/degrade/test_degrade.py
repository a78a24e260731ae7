"""What a message looks like in a chat that can do less."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.core.degrade import (
    ControlLeftOut,
    ControlsMoved,
    FileLeftOut,
    FileReason,
    LabelShortened,
    ListUnfolded,
    Loss,
    MentionWritten,
    NameInText,
    PictureAsFile,
    ReplyLeftOut,
    StyleLost,
    degrade,
)
from bot.domain.attachments import File
from bot.domain.capabilities import Capabilities
from bot.domain.controls import Button, ButtonStyle, Control, LinkButton, Option, Select
from bot.domain.message import As, Bot, Card, CardField, Only, Outgoing
from bot.domain.refs import MessageRef, Platform, UserRef
from bot.domain.text import Mention, Moment, MomentStyle, RichText, Span, Style
from tests.bot.core.degrade.chats import PLAIN_CHAT, RICH_CHAT
from tests.kit.strategies import Press

TEST = Platform("test")
ANN, BOB = UserRef(TEST, "1"), UserRef(TEST, "2")
LONG = "A spy cat asked for a picture. " * 6


def button(number: int, label: str = "") -> Button:
    return Button(label or f"b{number}", Press(number))


def picture(size: int, name: str = "cat.png") -> File:
    return File(name, "image/png", bytes(size))


def said(text: str) -> Outgoing:
    return Outgoing(RichText.of(text))


def test_what_a_chat_can_do_is_left_as_it_is() -> None:
    outgoing = Outgoing(
        text=RichText((Span("Hello ", Style.BOLD), Mention(ANN, "Ann"), Span("link", url="https://e.org"))),
        card=Card("Title", RichText.of("body"), colour=0xFF0000),
        files=(picture(5),),
        controls=((button(1), button(2)), (LinkButton("site", "https://e.org"),)),
        reply_to=MessageRef(TEST, "1", "2"),
        audience=Only(ANN),
        speaker=As("Ann"),
        mentions=(ANN,),
        silent=False,
        lifetime=timedelta(minutes=1),
    )
    assert degrade(outgoing, RICH_CHAT).pieces == (outgoing,)
    assert degrade(outgoing, RICH_CHAT).losses == ()


def test_nothing_to_say_is_no_message() -> None:
    assert degrade(said(" \n "), PLAIN_CHAT).pieces == ()
    assert degrade(Outgoing(card=Card()), RICH_CHAT).pieces == ()


def test_styles_that_a_chat_lacks_are_reported_once() -> None:
    text = RichText((Span("hidden", Style.SPOILER | Style.BOLD), Span("old", Style.STRIKE)))
    result = degrade(Outgoing(text), PLAIN_CHAT)
    assert result.pieces[0].text.parts == (Span("hidden", Style.BOLD), Span("old"))
    assert result.losses == (StyleLost(Style.SPOILER | Style.STRIKE),)


def test_addresses_are_written_out_after_their_words_once() -> None:
    parts = (Span("our ", url="https://e.org"), Span("page", Style.BOLD, "https://e.org"), Span(", https"))
    result = degrade(Outgoing(RichText(parts)), PLAIN_CHAT)
    assert result.pieces[0].text.plain == "our page (https://e.org), https"
    assert result.losses == ()


def test_an_address_that_is_its_own_words_is_written_once() -> None:
    result = degrade(Outgoing(RichText.of("https://e.org", url="https://e.org")), PLAIN_CHAT)
    assert result.pieces[0].text == RichText.of("https://e.org")


def test_an_address_longer_than_a_message_is_written_out_and_split() -> None:
    url = "https://e.org/" + "x" * 3_000
    result = degrade(Outgoing(RichText.of("words", url=url)), RICH_CHAT, lambda text: len(text.plain) + len(url))
    assert result.pieces == ()
    counted = degrade(
        Outgoing(RichText.of("words", url=url)),
        RICH_CHAT,
        lambda text: sum(len(p.text) + len(p.url or "") for p in text.parts if isinstance(p, Span)),
    )
    assert "".join(piece.text.plain for piece in counted.pieces).replace(" ", "") == f"words({url})"


def test_a_moment_is_written_where_the_chat_has_none() -> None:
    moment = Moment(datetime(2026, 1, 2, tzinfo=UTC), MomentStyle.DATE, "2 January")
    assert degrade(Outgoing(RichText((moment,))), PLAIN_CHAT).pieces[0].text == RichText.of("2 January")
    assert degrade(Outgoing(RichText((moment,))), RICH_CHAT).pieces[0].text.parts == (moment,)


def test_a_mention_longer_than_a_message_is_only_written() -> None:
    result = degrade(Outgoing(RichText((Mention(ANN, "n" * 100),))), PLAIN_CHAT)
    assert "".join(piece.text.plain for piece in result.pieces) == "@" + "n" * 100
    assert result.losses == (MentionWritten(ANN),)


def test_a_long_text_answers_first_and_offers_last() -> None:
    ref = MessageRef(TEST, "1", "2")
    outgoing = replace(said(LONG), reply_to=ref, controls=((button(1),),), lifetime=timedelta(1), audience=Only(ANN))
    pieces = degrade(outgoing, PLAIN_CHAT).pieces
    assert [piece.reply_to for piece in pieces] == [ref] + [None] * (len(pieces) - 1)
    assert [bool(piece.controls) for piece in pieces] == [False] * (len(pieces) - 1) + [True]
    assert {(piece.lifetime, piece.audience, piece.silent) for piece in pieces} == {(timedelta(1), Only(ANN), True)}


def test_each_ping_goes_with_its_first_mention() -> None:
    text = RichText((Span("Hello "), Mention(ANN, "Ann"), Span(LONG), Mention(BOB, "Bob"), Mention(ANN, "Ann")))
    carol = UserRef(TEST, "3")
    pieces = degrade(Outgoing(text, mentions=(BOB, carol, ANN)), PLAIN_CHAT).pieces
    assert pieces[0].mentions == (carol, ANN)
    assert pieces[-1].mentions == (BOB,)


def test_another_voice_is_named_in_a_line_of_its_own() -> None:
    outgoing = replace(said("hi"), speaker=As("Ann\n*the* spy", "https://e.org/a.png"), mentions=(ANN,))
    result = degrade(outgoing, PLAIN_CHAT)
    assert result.pieces[0].text.parts == (Span("Ann *the* spy", Style.BOLD), Span("\n"), Span("hi"))
    assert result.pieces[0].speaker == Bot()
    assert result.pieces[0].mentions == (ANN,)
    assert result.losses == (NameInText("Ann\n*the* spy"),)


def test_a_chat_without_replies_says_so() -> None:
    outgoing = replace(said("hi"), reply_to=MessageRef(TEST, "1", "2"))
    result = degrade(outgoing, replace(PLAIN_CHAT, replies=False))
    assert result.pieces == (said("hi"),)
    assert result.losses == (ReplyLeftOut(),)


CARD = Card(
    "Title", RichText.of("Body."), (CardField("One", RichText.of("1")), CardField("Two", RichText.of("2"))), "Foot"
)


def test_a_card_becomes_text_where_there_are_no_frames() -> None:
    result = degrade(Outgoing(RichText.of("See:"), card=CARD), PLAIN_CHAT)
    assert [piece.text.plain for piece in result.pieces] == ["See:\n\nTitle\nBody.\n\nOne\n1\n\nTwo\n2\n\nFoot"]
    assert result.pieces[0].text.parts[2] == Span("Title", Style.BOLD)
    assert result.pieces[0].card is None
    assert result.losses == ()


def test_a_card_too_large_goes_on_in_another() -> None:
    fields = tuple(CardField(f"f{number}", RichText.of("x" * 30)) for number in range(4))
    result = degrade(Outgoing(RichText.of("See:"), card=Card("T", RichText.of("b" * 120), fields, "F")), RICH_CHAT)
    cards = [piece.card for piece in result.pieces if piece.card]
    assert [(card.title, len(card.body.plain), len(card.fields), card.footer) for card in cards] == [
        ("T", 99, 0, ""),
        ("", 21, 2, ""),
        ("", 0, 2, "F"),
    ]
    assert result.pieces[0].text == RichText.of("See:")
    assert result.losses == ()


def test_a_footer_without_room_stands_in_a_card_of_its_own() -> None:
    card = Card("T", RichText.of("b" * 90), footer="f" * 20, colour=1)
    pieces = degrade(Outgoing(card=card), RICH_CHAT).pieces
    assert [piece.card for piece in pieces] == [replace(card, footer=""), Card(footer="f" * 20, colour=1)]


def test_parts_of_a_card_larger_than_a_card_become_its_body() -> None:
    card = Card("t" * 150, RichText(), (CardField("n", RichText.of("v" * 150)),), "f" * 150)
    result = degrade(Outgoing(card=card), RICH_CHAT)
    cards = [piece.card for piece in result.pieces if piece.card]
    assert all(not (one.title or one.fields or one.footer) for one in cards)
    shown = "".join("".join(one.body.plain.split()) for one in cards)
    assert shown == "t" * 150 + "n" + "v" * 150 + "f" * 150


def test_a_short_text_is_the_caption_and_a_long_one_comes_before() -> None:
    short = degrade(replace(said("a cat"), files=(picture(5),)), PLAIN_CHAT).pieces
    assert short == (replace(said("a cat"), files=(picture(5),)),)
    long = degrade(replace(said("a cat that is longer than a caption"), files=(picture(5),)), PLAIN_CHAT).pieces
    assert long == (said("a cat that is longer than a caption"), Outgoing(files=(picture(5),)))


def test_files_that_cannot_be_sent_are_told_by_name() -> None:
    files = (picture(5, "a.png"), picture(15, "b.png"), picture(25, "c.png"), File("d.txt", "text/plain", bytes(21)))
    result = degrade(Outgoing(files=files, controls=((button(1),),)), PLAIN_CHAT)
    assert [file.name for piece in result.pieces for file in piece.files] == ["a.png", "b.png"]
    assert result.losses == (
        PictureAsFile("b.png"),
        FileLeftOut("c.png", FileReason.TOO_LARGE),
        FileLeftOut("d.txt", FileReason.TOO_LARGE),
    )
    nothing = degrade(Outgoing(files=files[:1]), replace(PLAIN_CHAT, files=0))
    assert nothing.pieces == ()
    assert nothing.losses == (FileLeftOut("a.png", FileReason.NO_FILES),)


def test_more_files_than_a_message_takes_follow_in_others() -> None:
    files = tuple(picture(5, f"{number}.png") for number in range(5))
    outgoing = replace(said("cats"), files=files, controls=((button(1),),))
    pieces = degrade(outgoing, PLAIN_CHAT).pieces
    assert [(piece.text.plain, len(piece.files), bool(piece.controls)) for piece in pieces] == [
        ("cats", 2, False),
        ("", 2, False),
        ("", 1, True),
    ]


def number_of(control: Control) -> int:
    assert isinstance(control, Button)
    assert isinstance(control.action, Press)
    return control.action.number


def shape(rows: tuple[tuple[Control, ...], ...]) -> list[list[int]]:
    return [
        [one.action.number for one in row if isinstance(one, Button) and isinstance(one.action, Press)] for row in rows
    ]


def keys(*rows: tuple[Control, ...]) -> tuple[list[list[list[int]]], tuple[Loss, ...]]:
    result = degrade(replace(said("pick"), controls=rows), PLAIN_CHAT)
    return [shape(piece.controls) for piece in result.pieces], result.losses


def buttons(*numbers: int) -> tuple[Control, ...]:
    return tuple(button(number) for number in numbers)


def test_rows_stay_where_they_fit() -> None:
    assert keys(buttons(1), buttons(2, 3), buttons(4)) == ([[[1], [2, 3], [4]]], ())


def test_a_wide_row_is_parted() -> None:
    assert keys(buttons(1, 2, 3, 4)) == ([[[1, 2, 3], [4]]], ())


def test_too_many_rows_are_filled_up() -> None:
    assert keys(buttons(1, 2), buttons(3, 4), buttons(5), buttons(6)) == ([[[1, 2, 3], [4, 5, 6]]], ())


def test_keys_too_many_for_a_message_follow_under_an_ellipsis() -> None:
    shown, losses = keys(buttons(*range(1, 11)))
    assert shown == [[[1, 2, 3], [4, 5, 6], [7, 8]], [[9, 10]]]
    assert losses == (ControlsMoved(2),)
    pieces = degrade(replace(said("pick"), controls=(buttons(*range(1, 11)),)), PLAIN_CHAT).pieces
    assert [piece.text.plain for piece in pieces] == ["pick", "…"]


def test_keys_alone_stand_under_an_ellipsis() -> None:
    pieces = degrade(Outgoing(controls=(buttons(1),)), PLAIN_CHAT).pieces
    assert [piece.text.plain for piece in pieces] == ["…"]


def test_a_list_becomes_buttons_where_there_are_no_lists() -> None:
    options = (Option("Yes", Press(1), "please"), Option("No", Press(2), chosen=True))
    result = degrade(replace(said("?"), controls=((Select("Pick", options, only=ANN),),)), PLAIN_CHAT)
    assert result.pieces[0].controls == (
        (Button("Yes", Press(1), only=ANN), Button("No", Press(2), ButtonStyle.MAIN, ANN)),
    )
    assert result.losses == (ListUnfolded("Pick", ("please",)),)


def test_an_unfolded_list_stands_in_rows_that_can_be_read() -> None:
    labels = ("Short", "Tiny", "Ask newcomers for their cat", "大门", "超过几人一起欢迎新人", "我怎么自称")
    options = tuple(Option(label, Press(number)) for number, label in enumerate(labels))
    result = degrade(
        replace(said("?"), controls=((Select("Pick", options),),)), replace(PLAIN_CHAT, label=40, key_rows=6)
    )
    rows = [[key.label for key in row if isinstance(key, Button)] for row in result.pieces[0].controls]
    assert rows == [
        ["Short", "Tiny"],
        ["Ask newcomers for their cat"],
        ["大门", "超过几人一起欢迎新人"],
        ["我怎么自称"],
    ]


def test_a_list_too_long_becomes_several_in_rows_of_their_own() -> None:
    options = tuple(Option(str(number), Press(number)) for number in range(6))
    outgoing = replace(said("?"), controls=((button(9), Select("Pick", options), Select("Empty", ())),))
    result = degrade(outgoing, RICH_CHAT)
    assert result.pieces[0].controls == (
        (button(9),),
        (Select("Pick", options[:4]),),
        (Select("Pick", options[4:]),),
    )
    assert result.losses == ()


def test_labels_are_shortened_at_whole_characters() -> None:
    family = "👩‍👩‍👧‍👦"
    result = degrade(replace(said("?"), controls=((button(1, f"Cats {family}!"),),)), PLAIN_CHAT)
    assert result.pieces[0].controls == ((button(1, "Cats…"),),)
    assert result.losses == (LabelShortened(f"Cats {family}!", "Cats…"),)


def test_without_any_keys_addresses_are_said_and_the_rest_is_told() -> None:
    controls = ((button(1, "Press"), LinkButton("Site", "https://e.org")), (Select("?", (Option("O", Press(2)),)),))
    result = degrade(replace(said("Hello"), controls=controls), replace(PLAIN_CHAT, keys=0))
    assert [piece.text.plain for piece in result.pieces] == ["Hello\nSite (https://e.org)"]
    assert result.losses == (ControlLeftOut("Press"), ControlLeftOut("O"))


@pytest.mark.parametrize("chat", [PLAIN_CHAT, RICH_CHAT])
def test_four_thousand_marks_come_through(chat: Capabilities) -> None:
    words = "a" + "\u0301" * 4_000
    assert "".join(piece.text.plain for piece in degrade(said(words), chat).pieces) == words
