"""Pieces as messages, within Telegram's limits, and the capabilities they are cut to."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.adapters.telegram import limits
from bot.adapters.telegram.chats import BotPlace, ChatFacts
from bot.adapters.telegram.forms import Form
from bot.adapters.telegram.render import Say, Show, ShowAlbum, plain_notice, rendered, rendered_edit
from bot.domain.attachments import File
from bot.domain.capabilities import Capabilities, Forms, LengthUnit, PrivateReplies
from bot.domain.controls import ButtonStyle
from bot.domain.message import As, Card, CardField
from bot.domain.piece import Choice, Key, LinkKey, ListKey, Piece, PressKey, PrivateKey
from bot.domain.text import Part, RichText
from tests.bot.adapters.telegram.test_words import PARTS, as_read
from tests.twins.telegram.keyboards import check_markup

OWN = "cat_tax_bot"
measure = LengthUnit.UTF16.measure
PNG = File("cat.png", "image/png", b"png")
TXT = File("list.txt", "text/plain", b"txt")
BIG = File("big.png", "image/png", bytes(limits.PICTURE_BYTES + 1))

_LABELS = st.text(min_size=1, max_size=20).filter(lambda label: bool(label.strip()))
_KEYS: st.SearchStrategy[Key] = st.one_of(
    st.builds(PressKey, _LABELS, st.text("abc:", min_size=1, max_size=64), st.sampled_from(ButtonStyle)),
    st.builds(LinkKey, _LABELS, st.just("https://a.example/x")),
    st.builds(PrivateKey, _LABELS, st.text("ABCabc019_-", min_size=1, max_size=64)),
)
_ROWS = st.lists(st.lists(_KEYS, max_size=8).map(tuple), max_size=6).map(tuple)
_FILES = st.lists(st.sampled_from([PNG, TXT, replace(PNG, spoiler=True)]), max_size=10).map(tuple)


@settings(max_examples=250, deadline=None, derandomize=True)
@given(PARTS, _FILES, _ROWS)
def test_any_piece_within_the_capabilities_comes_out_whole(
    parts: list[Part], files: tuple[File, ...], rows: tuple[tuple[Key, ...], ...]
) -> None:
    text = RichText(tuple(parts))
    piece = Piece(text, files=files, keys=rows)
    posts = rendered(piece, OWN)
    shown: list[File] = []
    said = ""
    buttons: list[str] = []
    for post in posts:
        limit = limits.TEXT if isinstance(post, Say) else limits.CAPTION
        assert measure(post.words.text) <= limit
        said += post.words.text
        match post:
            case Show(file=file, keys=keys):
                shown.append(file)
            case ShowAlbum(files=several):
                assert 2 <= len(several) <= limits.ALBUM
                assert len({file.is_picture for file in several}) == 1
                shown.extend(several)
                keys = None
            case Say(keys=keys):
                pass
        if keys is not None:
            check_markup(keys.to_dict())
            buttons += [button.text for row in keys.inline_keyboard for button in row]
    assert sorted(shown, key=repr) == sorted(files, key=repr)
    if text.plain.strip() or files:
        assert buttons == [key.label for row in rows for key in row if not isinstance(key, ListKey)]
    if text.plain.strip():
        assert as_read(said) == as_read(text.plain)


def test_a_private_key_is_a_deep_link() -> None:
    [post] = rendered(Piece(RichText.of("x"), keys=((PrivateKey("Come", "join-7"),),)), OWN)
    assert isinstance(post, Say)
    assert post.keys is not None
    assert post.keys.inline_keyboard[0][0].url == "https://t.me/cat_tax_bot?start=join-7"


def test_an_album_is_followed_by_its_words_and_keys() -> None:
    piece = Piece(RichText.of("two cats"), files=(PNG, PNG), keys=((PressKey("Thanks", "t"),),))
    album, words = rendered(piece, OWN)
    assert isinstance(album, ShowAlbum)
    assert album.words.text == ""
    assert isinstance(words, Say)
    assert words.words.text == "two cats"


def test_an_album_without_words_leaves_the_last_file_to_the_keys() -> None:
    first, last = rendered(Piece(files=(PNG, PNG), keys=((PressKey("Thanks", "t"),),)), OWN)
    assert isinstance(first, Show)
    assert first.keys is None
    assert isinstance(last, Show)
    assert last.keys is not None


def test_pictures_and_files_are_albums_of_their_own() -> None:
    posts = rendered(Piece(RichText.of("mixed"), files=(PNG, PNG, TXT, TXT)), OWN)
    assert [[file.is_picture for file in post.files] for post in posts if isinstance(post, ShowAlbum)] == [
        [True, True],
        [False, False],
    ]
    assert [post.words.text for post in posts] == ["mixed", ""]


def test_a_picture_too_large_for_one_is_sent_as_a_file() -> None:
    [post] = rendered(Piece(files=(BIG,)), OWN)
    assert isinstance(post, Show)
    assert post.form is Form.DOCUMENT


def test_a_card_another_speaker_and_a_list_lose_nothing() -> None:
    card = Card("Title", RichText.of("Body"), (CardField("Name", RichText.of("value")),), "Footer")
    keys = ((ListKey("Pick", (Choice("One", "1"), Choice("Two", "2"))),),)
    [post] = rendered(Piece(RichText.of("Hello"), card, keys=keys, speaker=As("Mia")), OWN)
    assert isinstance(post, Say)
    assert post.words.text == "Mia\nHello\n\nTitle\nBody\nName\nvalue\nFooter"
    assert post.keys is not None
    assert [[key.callback_data for key in row] for row in post.keys.inline_keyboard] == [["1"], ["2"]]


def test_a_blank_label_can_still_be_pressed() -> None:
    [post] = rendered(Piece(RichText.of("x"), keys=((PressKey("\u3000", "a"),),)), OWN)
    assert isinstance(post, Say)
    assert post.keys is not None
    check_markup(post.keys.to_dict())


def test_nothing_to_say_is_nothing_to_send() -> None:
    assert rendered(Piece(RichText.of(" \n")), OWN) == ()


def test_an_edit_with_a_file_changes_the_file() -> None:
    assert isinstance(rendered_edit(Piece(RichText.of("x"), files=(PNG,)), OWN), Show)


def test_only_words_alone_can_be_a_notice() -> None:
    assert plain_notice(Piece(RichText.of("thanks"))) == "thanks"
    assert plain_notice(Piece(RichText.of("thanks"), files=(PNG,))) is None
    assert plain_notice(Piece(RichText.of("thanks"), keys=((PressKey("a", "b"),),))) is None


def capabilities(
    chat_id: int, place: BotPlace | None = None, *, forum: bool = False, open_: bool = False
) -> Capabilities:
    return limits.capabilities(chat_id, ChatFacts("Club", "", forum, place), reads_all=open_)


def test_a_private_chat_is_read_and_answered_directly() -> None:
    private = capabilities(7)
    assert (private.reads_all, private.sees_joins, private.private_replies) == (True, False, PrivateReplies.DIRECT)
    assert (private.text, private.caption, private.callback, private.forms) == (4096, 1024, 64, Forms.STEPS)
    assert "❤" in private.fixed_reactions


def test_a_group_depends_on_what_the_bot_is_in_it() -> None:
    assert not capabilities(-1).reads_all
    assert capabilities(-1, open_=True).reads_all
    assert not capabilities(-1).deletes_others
    admin = BotPlace(admin=True, rights=frozenset({"can_delete_messages", "can_manage_topics"}))
    assert capabilities(-1, admin).reads_all
    assert capabilities(-1, admin).deletes_others
    assert not capabilities(-1, admin).threads
    assert capabilities(-1, admin, forum=True).threads
    assert capabilities(-1, BotPlace(may_send_files=False)).files == 0
    assert capabilities(-1).private_replies is PrivateReplies.NOTICE
    assert capabilities(-1).holds_back, "the restricted read on and press keys"
