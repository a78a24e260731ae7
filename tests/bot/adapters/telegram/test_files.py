"""Files that go out: shown as what they are, together where Telegram puts them together, and never lost."""

import io

import pytest
from PIL import Image

from bot.adapters.telegram.forms import Form, form_of, grouped
from bot.adapters.telegram.limits import PICTURE_BYTES, STICKER_BYTES
from bot.adapters.telegram.names import chat_ref
from bot.domain.attachments import File, MediaKind
from bot.domain.piece import Piece
from bot.domain.text import RichText
from bot.ports.outcome import Done, Reason, Refused, Sent
from tests.bot.adapters.telegram.rig import Rig
from tests.twins.telegram.files import TGS, WEBM
from tests.twins.telegram.places import Group
from tests.twins.telegram.testing import picture


def _webp() -> bytes:
    target = io.BytesIO()
    Image.new("RGBA", (512, 512), "orange").save(target, "WEBP")
    return target.getvalue()


WEBP = _webp()
VOICE = File("voice.ogg", "audio/ogg; codecs=opus", b"ogg", kind=MediaKind.VOICE)
SONG = File("song.mp3", "audio/mpeg", b"mp3", kind=MediaKind.AUDIO)
FILM = File("cat.mp4", "video/mp4", b"mp4", kind=MediaKind.VIDEO)
LOOP = File("cat.gif", "image/gif", b"gif", kind=MediaKind.ANIMATION)
STICKER = File("cat.webp", "image/webp", WEBP, kind=MediaKind.STICKER)
CAT = File("cat.jpg", "image/jpeg", picture(), kind=MediaKind.PICTURE)
NOTE = File("list.txt", "text/plain", b"one", kind=MediaKind.FILE)


def club(rig: Rig) -> Group:
    group = rig.twin.add_group("Club")
    group.add_bot()
    return group


async def shown(rig: Rig, group: Group, *files: File, text: str = "") -> list[tuple[str, str]]:
    """What stands in the group after these were sent: as what, and with which words."""
    before = len(group.messages)
    sent = await rig.gateway.send(chat_ref(group.id), Piece(RichText.of(text), files=files), key=f"{before}")
    assert isinstance(sent, Sent)
    posts = group.messages[before:]
    assert [ref.id for ref in sent.messages] == [str(post.id) for post in posts]
    return [(post.kind, post.text) for post in posts]


@pytest.mark.parametrize(
    ("file", "kind"),
    [(VOICE, "voice"), (SONG, "audio"), (FILM, "video"), (LOOP, "animation"), (CAT, "photo"), (NOTE, "document")],
    ids=lambda value: value if isinstance(value, str) else "",
)
async def test_each_kind_is_shown_as_what_it_is_with_its_words(rig: Rig, file: File, kind: str) -> None:
    group = club(rig)
    assert await shown(rig, group, file, text="look") == [(kind, "look")]
    assert group.last.file is not None
    assert group.last.file.content == file.content


async def test_a_sticker_is_one_where_no_words_stand_under_it(rig: Rig) -> None:
    group = club(rig)
    moving = File("cat.tgs", "application/x-tgsticker", TGS + b"1", kind=MediaKind.STICKER)
    film = File("cat.webm", "video/webm", WEBM + b"1", kind=MediaKind.STICKER)
    assert await shown(rig, group, STICKER) == [("sticker", "")]
    assert await shown(rig, group, moving) == [("sticker", "")]
    assert await shown(rig, group, film) == [("sticker", "")]
    assert await shown(rig, group, STICKER, text="Mia") == [("photo", "Mia")]
    assert await shown(rig, group, moving, text="Mia") == [("document", "Mia")]


async def test_what_is_no_sticker_after_all_is_handed_over_as_a_file(rig: Rig) -> None:
    group = club(rig)
    broken = File("cat.webp", "image/webp", b"not a picture", kind=MediaKind.STICKER)
    assert await shown(rig, group, broken) == [("document", "")]


async def test_a_voice_that_is_not_wanted_is_handed_over_as_a_file(rig: Rig) -> None:
    group = club(rig)
    rig.twin.faults.fail("sendVoice", status=400, description="Bad Request: VOICE_MESSAGES_FORBIDDEN")
    assert await shown(rig, group, VOICE, text="listen") == [("document", "listen")]
    group.allow("can_send_messages", "can_send_documents")
    assert await shown(rig, group, VOICE) == [("document", "")]


async def test_where_nothing_may_be_sent_the_reason_is_told(rig: Rig) -> None:
    group = club(rig)
    group.allow("can_send_messages")
    refused = await rig.gateway.send(chat_ref(group.id), Piece(files=(VOICE,)), key="1")
    assert isinstance(refused, Refused)
    assert refused.reason is Reason.NO_RIGHT


async def test_pictures_and_films_stand_together_files_and_songs_apart(rig: Rig) -> None:
    group = club(rig)
    files = (CAT, NOTE, FILM, SONG, CAT, SONG, NOTE, VOICE)
    await shown(rig, group, *files, text="all of it")
    posts = group.messages[-8:]
    assert [post.kind for post in posts] == [
        "photo",
        "video",
        "photo",
        "document",
        "document",
        "audio",
        "audio",
        "voice",
    ]
    assert [post.text for post in posts] == ["all of it", *[""] * 7]
    albums = [post.album for post in posts]
    assert albums[0] == albums[1] == albums[2] != albums[3] == albums[4] != albums[5] == albums[6]
    assert albums[7] == ""


async def test_the_words_and_the_answer_go_with_the_first_of_several(rig: Rig) -> None:
    group = club(rig)
    first = await rig.gateway.send(chat_ref(group.id), Piece(RichText.of("Show me")), key="1")
    assert isinstance(first, Sent)
    piece = Piece(RichText.of("here"), files=(CAT, FILM, NOTE), reply_to=first.messages[0])
    await rig.gateway.send(chat_ref(group.id), piece, key="2")
    posts = group.messages[-3:]
    # The server lets every message of an album answer.
    assert [post.reply_to is not None for post in posts] == [True, True, False]
    assert [post.text for post in posts] == ["here", "", ""]


async def test_an_album_that_is_refused_is_handed_over_as_files(rig: Rig) -> None:
    group = club(rig)
    broken = File("cat.jpg", "image/jpeg", b"not a picture", kind=MediaKind.PICTURE)
    assert await shown(rig, group, CAT, broken, text="two") == [("document", "two"), ("document", "")]


async def test_files_hidden_until_tapped_stay_so(rig: Rig) -> None:
    group = club(rig)
    for file in (
        File("a.jpg", "image/jpeg", picture(), spoiler=True),
        File("a.mp4", "video/mp4", b"mp4", spoiler=True, kind=MediaKind.VIDEO),
        File("a.gif", "image/gif", b"gif", spoiler=True, kind=MediaKind.ANIMATION),
    ):
        await shown(rig, group, file)
        assert group.last.spoiler
    await shown(rig, group, CAT, File("a.jpg", "image/jpeg", picture(), spoiler=True))
    assert [post.spoiler for post in group.messages[-2:]] == [False, True]


async def test_a_film_and_its_words_change(rig: Rig) -> None:
    group = club(rig)
    sent = await rig.gateway.send(chat_ref(group.id), Piece(RichText.of("one"), files=(FILM,)), key="1")
    assert isinstance(sent, Sent)
    assert await rig.gateway.edit(sent.messages[0], Piece(RichText.of("two"))) == Done()
    assert (group.last.kind, group.last.text) == ("video", "two")
    assert await rig.gateway.edit(sent.messages[0], Piece(RichText.of("three"), files=(SONG,))) == Done()
    assert (group.last.kind, group.last.text) == ("audio", "three")
    assert await rig.gateway.edit(sent.messages[0], Piece(RichText.of("four"), files=(LOOP,))) == Done()
    assert (group.last.kind, group.last.text) == ("animation", "four")


async def test_words_under_a_file_are_changed_by_one_request(rig: Rig) -> None:
    group = club(rig)
    sent = await rig.gateway.send(chat_ref(group.id), Piece(RichText.of("one"), files=(CAT,)), key="1")
    assert isinstance(sent, Sent)
    assert await rig.gateway.edit(sent.messages[0], Piece(RichText.of("two"))) == Done()
    assert rig.twin.calls("editMessageText") == []
    await rig.stop()
    rig.gateway = rig.build()
    await rig.start()
    for text in ("three", "four"):
        assert await rig.gateway.edit(sent.messages[0], Piece(RichText.of(text))) == Done()
        assert group.last.text == text
    assert len(rig.twin.calls("editMessageText")) == 1


@pytest.mark.parametrize(
    ("kind", "media_type", "form"),
    [
        (MediaKind.VOICE, "audio/mpeg", Form.AUDIO),
        (MediaKind.VOICE, "audio/flac", Form.DOCUMENT),
        (MediaKind.AUDIO, "audio/ogg", Form.DOCUMENT),
        (MediaKind.VIDEO, "video/quicktime", Form.DOCUMENT),
        (MediaKind.ANIMATION, "video/mp4", Form.ANIMATION),
        (MediaKind.ANIMATION, "image/webp", Form.DOCUMENT),
        (MediaKind.PICTURE, "image/heic", Form.DOCUMENT),
        (MediaKind.FILE, "image/png", Form.DOCUMENT),
        (None, "image/png", Form.PICTURE),
        (None, "VIDEO/MP4", Form.VIDEO),
        (None, "text/plain", Form.DOCUMENT),
    ],
)
def test_what_a_method_does_not_take_is_a_file_from_the_start(
    kind: MediaKind | None, media_type: str, form: Form
) -> None:
    assert form_of(File("x", media_type, b"x", kind=kind)) is form


def test_what_is_too_large_to_be_shown_is_a_file() -> None:
    assert form_of(File("a.png", "image/png", bytes(PICTURE_BYTES + 1))) is Form.DOCUMENT
    large = File("a.webp", "image/webp", bytes(STICKER_BYTES + 1), kind=MediaKind.STICKER)
    assert form_of(large) is Form.PICTURE


def test_no_album_has_more_than_ten_and_no_file_is_lost() -> None:
    files = tuple(File(f"{number}.png", "image/png", b"x") for number in range(23))
    groups = grouped((*files, NOTE))
    assert [len(group) for group in groups] == [10, 10, 3, 1]
    assert tuple(file for group in groups for file in group) == (*files, NOTE)
