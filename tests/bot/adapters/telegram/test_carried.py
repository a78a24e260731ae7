"""Files and things beside words, as they come in: as what they are, or as words that anybody can show."""

import pytest

from bot.domain.attachments import MediaKind
from bot.domain.events import MessageEdited, MessagePosted
from tests.bot.adapters.telegram.rig import Rig
from tests.twins.telegram.files import STICKER_EMOJI, TGS, WEBM
from tests.twins.telegram.jsons import Json
from tests.twins.telegram.people import Person
from tests.twins.telegram.testing import picture


def stranger(rig: Rig) -> Person:
    return rig.twin.add_user("Mia")


async def test_films_music_and_round_films_come_as_what_they_are(rig: Rig) -> None:
    mia = stranger(rig)
    mia.posts(mia.private, video=b"mp4")
    mia.posts(mia.private, video_note=b"round")
    mia.posts(mia.private, audio=b"mp3")
    mia.posts(mia.private, voice=b"ogg")
    files = [event.attachments[0] for event in await rig.got(MessagePosted, 4)]
    assert [(file.kind, file.media_type) for file in files] == [
        (MediaKind.VIDEO, "video/mp4"),
        (MediaKind.VIDEO, "video/mp4"),
        (MediaKind.AUDIO, "audio/mpeg"),
        (MediaKind.VOICE, "audio/ogg"),
    ]
    assert await rig.gateway.fetch(files[1], 1_000) == b"round"


async def test_a_sticker_that_moves_says_its_emoji_and_one_that_is_a_picture_needs_none(rig: Rig) -> None:
    mia = stranger(rig)
    for content in (b"webp", TGS + b"moves", WEBM + b"film"):
        mia.posts(mia.private, sticker=content)
    still, moving, film = await rig.got(MessagePosted, 3)
    assert [event.attachments[0].media_type for event in (still, moving, film)] == [
        "image/webp",
        "application/x-tgsticker",
        "video/webm",
    ]
    assert {event.attachments[0].kind for event in (still, moving, film)} == {MediaKind.STICKER}
    assert [event.text.plain for event in (still, moving, film)] == ["", STICKER_EMOJI, STICKER_EMOJI]


async def test_what_was_hidden_until_tapped_says_so(rig: Rig) -> None:
    mia = stranger(rig)
    mia.posts(mia.private, photo=picture(), spoiler=True)
    mia.posts(mia.private, photo=picture())
    hidden, open_ = await rig.got(MessagePosted, 2)
    assert hidden.attachments[0].spoiler
    assert not open_.attachments[0].spoiler


_PLACE: Json = {"latitude": 48.8583701, "longitude": 2.2944813}
_CHAT: Json = {"id": -5, "type": "channel", "title": "News"}


@pytest.mark.parametrize(
    ("more", "shown"),
    [
        ({"location": _PLACE}, "📍 48.8584, 2.29448"),
        ({"location": _PLACE, "venue": {"location": _PLACE, "title": "Tower", "address": "Paris"}}, "📍 Tower, Paris"),
        ({"contact": {"phone_number": "+33 1", "first_name": "Bo", "last_name": "Li"}}, "👤 Bo Li, +33 1"),
        ({"dice": {"emoji": "🎯", "value": 6}}, "🎯 6"),
        ({"story": {"chat": _CHAT, "id": 3}}, "📖 News"),
        ({"game": {"title": "Catch", "description": "d", "photo": []}}, "🎮 Catch"),
        (
            {"checklist": {"title": "Party", "tasks": [{"id": 1, "text": "cake"}, {"id": 2, "text": "cats"}]}},
            "☑️ Party\n• cake\n• cats",
        ),
        (
            {
                "poll": {
                    "id": "1",
                    "question": "Cats?",
                    "options": [
                        {"persistent_id": "a", "text": "yes", "voter_count": 0},
                        {"persistent_id": "b", "text": "of course", "voter_count": 0},
                    ],
                    "total_voter_count": 0,
                    "is_closed": False,
                    "is_anonymous": True,
                    "type": "regular",
                    "allows_multiple_answers": False,
                    "allows_revoting": False,
                    "members_only": False,
                }
            },
            "📊 Cats?\n• yes\n• of course",
        ),
    ],
    ids=["location", "venue", "contact", "dice", "story", "game", "checklist", "poll"],
)
async def test_what_only_telegram_shows_comes_as_plain_words(rig: Rig, more: Json, shown: str) -> None:
    mia = stranger(rig)
    mia.posts(mia.private, more=more)
    [posted] = await rig.got(MessagePosted)
    assert posted.text.plain == shown
    assert posted.attachments == ()


# Edits


async def test_an_edit_that_changes_neither_words_nor_file_is_no_news(rig: Rig) -> None:
    mia = stranger(rig)
    walk = mia.posts(mia.private, more={"location": {**_PLACE, "live_period": 900}})
    said = mia.posts(mia.private, "look: https://a.example")
    mia.edits(walk, "", more={"location": {"latitude": 1.5, "longitude": 2.5, "live_period": 900}})
    mia.edits(said, "look: https://a.example")  # its preview was loaded
    mia.edits(said, "look: https://b.example")
    mia.edits(said, "look: https://b.example")
    await rig.settled()
    [edited] = rig.intake.all(MessageEdited)
    assert edited.text.plain == "look: https://b.example"


async def test_another_picture_or_a_hidden_one_is_an_edit(rig: Rig) -> None:
    mia = stranger(rig)
    said = mia.posts(mia.private, "my cat", photo=picture())
    mia.edits(said, "my cat", photo=picture(colour="black"))
    said.state.spoiler = True
    mia.edits(said, "my cat", photo=picture(colour="black"))
    shown, hidden = await rig.got(MessageEdited, 2)
    assert not shown.attachments[0].spoiler
    assert hidden.attachments[0].spoiler


async def test_an_edit_of_what_was_said_before_the_start_is_told_once(rig: Rig) -> None:
    mia = stranger(rig)
    said = mia.posts(mia.private, "one")
    await rig.settled()
    await rig.stop()
    rig.gateway = rig.build()
    await rig.start()
    mia.edits(said, "one")
    mia.edits(said, "one")
    await rig.settled()
    assert [event.text.plain for event in rig.intake.all(MessageEdited)] == ["one"]


async def test_an_edit_of_one_picture_of_an_album_tells_which(rig: Rig) -> None:
    mia = stranger(rig)
    mia.posts(mia.private, "three", album=[picture(colour=colour) for colour in ("red", "green", "blue")])
    [album] = await rig.got(MessagePosted)
    first, second = mia.private.messages[0], mia.private.messages[1]
    mia.edits(second, "the green one")
    mia.edits(first, "three cats")
    caption, words = await rig.got(MessageEdited, 2)
    assert (caption.message, caption.text.plain) == (album.messages[1], "the green one")
    assert (words.message, words.text.plain) == (album.messages[0], "three cats")
    assert len(caption.attachments) == 1
