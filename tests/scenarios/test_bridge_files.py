"""Pictures and files cross a bridge as real ones, within what the other side takes; what cannot go along is named."""

import pytest

from tests.cogs.bridge.kit import TOPIC, bridged, only, opens_bridge, stands
from tests.kit.pictures import CAT, another_cat
from tests.kit.stage import GENERAL, Seen, expect
from tests.kit.stages.pairs import Pair
from tests.kit.stages.telegram_member import TelegramMember

pytestmark = pytest.mark.every_stage

VOICE = b"OggS" + bytes(60)
WEBP = bytes.fromhex("524946461e000000574542505650384c110000002f014000000750c69a97a7ff8188e87f0000")


def files_of(seen: list[Seen]) -> list[bytes]:
    """The files of the bot's messages among these."""
    return [content for one in seen if one.by_bot for content in one.files]


async def test_a_picture_crosses_both_ways_with_its_words(pair: Pair) -> None:
    await bridged(pair)
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    await ana.sends(CAT, "This is Miso", chat=GENERAL)
    copy = await only(pair, pair.right, bo, "This is Miso")
    assert copy.pictures == 1
    await bo.sends(another_cat(1), "And this is Tofu", chat=TOPIC)
    assert (await only(pair, pair.left, ana, "And this is Tofu")).pictures == 1


async def test_an_album_crosses_whole_and_in_order(pair: Pair) -> None:
    await bridged(pair)
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    cats = [another_cat(number) for number in range(3)]
    await bo.sends_album(cats, "Three cats", chat=TOPIC)
    await expect(pair.left, ana).sees("Three cats")
    await pair.settled()
    assert len(files_of(list(ana.visible()))) == 3
    await ana.sends_album(cats, "The same three", chat=GENERAL)
    await expect(pair.right, bo).sees("The same three")
    await pair.settled()
    assert len(files_of(list(bo.visible()))) == 3


async def test_a_file_crosses_byte_by_byte_with_its_words(pair: Pair) -> None:
    await bridged(pair)
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    await ana.sends_file(b"Tuna, 200 g\n", "recipe.txt", "text/plain", "For tonight", chat=GENERAL)
    copy = await only(pair, pair.right, bo, "For tonight")
    assert copy.files == (b"Tuna, 200 g\n",)


async def test_a_file_too_large_for_the_other_side_is_named_there(pair: Pair) -> None:
    await bridged(pair)
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    large = bytes(21_000_000)
    try:
        await bo.sends_file(large, "film.mkv", "video/x-matroska", "Watch this", chat=TOPIC)
    except PermissionError:
        pytest.skip("members cannot send such files here")
    copy = await only(pair, pair.left, ana, "Watch this")
    assert copy.files == ()
    assert "film.mkv" in copy.text


async def test_a_voice_message_and_a_sticker_cross_as_what_the_other_side_can_show(pair: Pair) -> None:
    await bridged(pair)
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    if not isinstance(bo, TelegramMember):
        await bo.sends_file(VOICE, "voice.ogg", "audio/ogg", chat=TOPIC)
    else:
        topic = bo.topics[TOPIC]
        bo.person.posts(bo.group, voice=VOICE, topic=topic)
        await pair.settled()
        bo.person.posts(bo.group, sticker=WEBP, topic=topic)
    await pair.settled()
    found = files_of(list(ana.visible()))
    assert VOICE in found
    assert len(found) == (2 if isinstance(bo, TelegramMember) else 1)


async def test_files_stay_where_they_are_when_an_admin_says_so(pair: Pair) -> None:
    admin, _ = await bridged(pair)
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    await opens_bridge(pair.left, admin, TOPIC)
    await admin.presses("No files")
    await expect(pair.left, admin).sees("Files cross: no")
    await pair.settled()
    await ana.sends(CAT, "Only the words", chat=GENERAL)
    assert (await only(pair, pair.right, bo, "Only the words")).pictures == 0
    await ana.sends(CAT, chat=GENERAL)
    await pair.settled()
    assert not files_of(list(bo.visible()))
    assert not stands(bo, "Ana:\n\n")
