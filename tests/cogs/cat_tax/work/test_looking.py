"""What is seen in pictures, and that no file is too strange to be looked at."""

import doctest
import time
from types import ModuleType

import pytest
from PIL import Image, ImageFile

from cogs.cat_tax.rules.pictures import MOST_BYTES, THUMBNAIL_SIDE, Looked, Sight, Trouble
from cogs.cat_tax.work import kinds, recogniser
from cogs.cat_tax.work.looking import look
from tests.cogs.cat_tax.work import samples
from tests.cogs.cat_tax.work.samples import photo, saved, shown

BLACK, WHITE = (0, 0, 0), (255, 255, 255)


def thumbnail(looked: Looked) -> Image.Image:
    assert looked.thumbnail is not None
    return shown(looked.thumbnail)


def pixel(image: Image.Image, x: int, y: int) -> tuple[int, int, int]:
    found = image.convert("RGB").getpixel((x, y))
    assert isinstance(found, tuple)
    red, green, blue = found
    return round(red / 255) * 255, round(green / 255) * 255, round(blue / 255) * 255


def half_black(kind: str = "PNG", **how: object) -> bytes:
    """100 x 60, its left half black, its right half white."""
    image = Image.new("RGB", (100, 60), WHITE)
    image.paste(BLACK, (0, 0, 50, 60))
    return saved(image, kind, **how)


# ---------------------------------------------------------------------------------------------------------- recognising


@pytest.mark.parametrize(
    ("name", "sight"),
    [("chelsea", Sight.CAT), ("coffee", Sight.OTHER), ("astronaut", Sight.OTHER), ("rocket", Sight.OTHER)],
)
def test_a_cat_is_known_from_what_is_none(name: str, sight: Sight) -> None:
    looked = look(photo(name))
    assert looked.sight is sight
    assert looked.score is not None
    assert (looked.score > 0.9) is (sight is Sight.CAT)
    assert looked.trouble is None


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "AVIF", "GIF", "BMP"])
def test_the_cat_is_known_in_every_kind_of_file(kind: str) -> None:
    assert look(saved(shown(photo()), kind)).sight is Sight.CAT


def test_a_cat_from_a_large_camera_is_known() -> None:
    large = shown(photo()).resize((4000, 2660))
    looked = look(saved(large, "JPEG"))
    assert looked.sight is Sight.CAT
    assert max(thumbnail(looked).size) == THUMBNAIL_SIDE


# ------------------------------------------------------------------------------------------------------------- opening


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "BMP", "AVIF", "MPO"])
def test_a_kind_is_known_by_its_first_bytes(kind: str) -> None:
    looked = look(half_black(kind))
    assert looked.trouble is None
    assert pixel(thumbnail(looked), 10, 30) == BLACK
    assert pixel(thumbnail(looked), 90, 30) == WHITE


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG", "AVIF"])
def test_of_an_animated_picture_the_first_frame_is_looked_at(kind: str) -> None:
    others = [Image.new("RGB", (100, 60), colour) for colour in ("red", "blue")]
    looked = look(half_black(kind, save_all=True, append_images=others, duration=100))
    assert pixel(thumbnail(looked), 10, 30) == BLACK
    assert pixel(thumbnail(looked), 90, 30) == WHITE


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_is_turned_upright(orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    image = Image.new("RGB", (100, 60), WHITE)
    image.paste(BLACK, (0, 0, 50, 30))  # the corner that shows how it was turned
    seen = thumbnail(look(saved(image, "JPEG", exif=exif.tobytes(), quality=95)))
    assert seen.size == ((100, 60) if orientation < 5 else (60, 100))
    dark = {
        (x, y)
        for x in (0, 1)
        for y in (0, 1)
        if pixel(seen, seen.width // 4 + x * seen.width // 2, seen.height // 4 + y * seen.height // 2) == BLACK
    }
    corners = {1: (0, 0), 2: (1, 0), 3: (1, 1), 4: (0, 1), 5: (0, 0), 6: (1, 0), 7: (1, 1), 8: (0, 1)}
    assert dark == {corners[orientation]}


def test_broken_metadata_is_no_reason_to_refuse() -> None:
    content = half_black("JPEG", exif=b"Exif\0\0MM\0*\0\0\0\x08\xff\xff broken", quality=95)
    assert look(content).trouble is None


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "I;16", "CMYK", "1", "L"])
def test_every_way_of_writing_colours_is_read(mode: str) -> None:
    if mode == "P":
        image = Image.new("P", (100, 60), 1)
        image.putpalette([255, 0, 0, 0, 0, 0])
        image.paste(0, (50, 0, 100, 60))
        content = saved(image, "PNG", transparency=0)
    elif mode == "I;16":
        image = Image.new("I;16", (100, 60), 65535)
        image.paste(Image.new("I;16", (50, 60), 900), (0, 0))
        content = saved(image, "PNG")
    else:
        image = shown(half_black()).convert(mode)
        if mode in ("RGBA", "LA"):
            image = shown(half_black()).convert("L").convert(mode)
            image.putalpha(Image.frombytes("L", (100, 60), (b"\xff" * 50 + b"\0" * 50) * 60))
        content = saved(image, "JPEG" if mode == "CMYK" else "PNG")
    seen = thumbnail(look(content))
    assert pixel(seen, 10, 30) == BLACK
    assert pixel(seen, 90, 30) == WHITE, "what shows through is white"


@pytest.mark.parametrize("size", [(1, 1), (1, 3000), (3000, 1), (513, 512), (1025, 1031)])
def test_every_shape_is_looked_at(size: tuple[int, int]) -> None:
    looked = look(saved(Image.new("RGB", size, "tan"), "PNG"))
    assert looked.trouble is None
    assert max(thumbnail(looked).size) <= THUMBNAIL_SIDE


def test_a_thumbnail_is_a_small_webp_without_metadata() -> None:
    exif = Image.Exif()
    exif[0x010F] = "a camera"
    exif.get_ifd(0x8825)[2] = (52.0, 31.0, 12.0)  # where it was taken
    image = shown(photo()).resize((2000, 1330))
    content = saved(
        image, "JPEG", exif=exif.tobytes(), icc_profile=b"a profile", comment=b"a word", xmp=b"<x:xmpmeta/>"
    )
    looked = look(content)
    assert looked.thumbnail is not None
    small = thumbnail(looked)
    assert (small.format, small.size) == ("WEBP", (512, 340))
    assert not dict(small.getexif())
    assert not {"exif", "icc_profile", "xmp", "comment"} & set(small.info)
    for name in (b"EXIF", b"ICCP", b"XMP ", b"camera", b"profile"):
        assert name not in looked.thumbnail
    assert len(looked.thumbnail) < 60_000


# ------------------------------------------------------------------------------------------------------ what is refused


def trouble(content: bytes) -> Trouble | None:
    """Why a file could not be looked at, after it was held that nothing else is said of it."""
    looked = look(content)
    if looked.trouble is not None:
        assert looked == Looked(Sight.UNREADABLE, trouble=looked.trouble)
    return looked.trouble


@pytest.mark.parametrize(
    "content",
    [b"", b"G", b"hello", b"<html><svg></svg></html>", b"%PDF-1.7", b"PK\3\4", bytes(1000), b"BMW", b"RIFF....WAVE"],
)
def test_what_is_no_picture_is_said_to_be_none(content: bytes) -> None:
    assert trouble(content) is Trouble.NOT_A_PICTURE


def test_a_film_is_no_picture() -> None:
    assert trouble(b"\0\0\0\x18ftypisom\0\0\0\0isomiso2" + bytes(500)) is Trouble.NOT_A_PICTURE


@pytest.mark.parametrize(
    "content",
    [samples.heic(), samples.svg(), b"  <svg>", b"II*\0" + bytes(99), b"\xff\x0a" + bytes(99), b"8BPS" + bytes(99)],
)
def test_a_picture_of_another_kind_is_said_to_be_one(content: bytes) -> None:
    assert trouble(content) is Trouble.UNKNOWN_KIND


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "BMP", "AVIF"])
@pytest.mark.parametrize("kept", [0.02, 0.3, 0.7, 0.95])
def test_a_truncated_picture_is_broken(kind: str, kept: float) -> None:
    whole = saved(shown(photo()), kind)
    assert trouble(whole[: max(12, int(len(whole) * kept))]) is Trouble.BROKEN


@pytest.mark.parametrize(
    "start", [b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"RIFF....WEBP", b"\0\0\0\x10ftypavif"]
)
def test_what_only_begins_like_a_picture_is_broken(start: bytes) -> None:
    assert trouble(start) is Trouble.BROKEN
    assert trouble(start + b"no more of it" * 100) is Trouble.BROKEN


def unmoved(_: Image.Image) -> float:
    return 0.0


def test_no_damage_to_a_file_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recogniser, "score_of", unmoved)  # the files are what is tested
    for kind in ("JPEG", "PNG", "GIF", "WEBP", "BMP", "AVIF"):
        whole = bytearray(saved(shown(photo()).resize((64, 48)), kind))
        for at in range(12, len(whole), max(1, len(whole) // 60)):
            damaged = bytes(whole[:at]) + bytes([whole[at] ^ 0xFF]) + bytes(whole[at + 1 :])
            trouble(damaged)


def refuse_to_decode(*_: object) -> None:
    raise AssertionError("it was decoded")


@pytest.mark.parametrize(
    "content",
    [
        samples.claiming_png(10_000, 6_000),
        samples.claiming_png(2**31 - 1, 2**31 - 1),
        samples.claiming_webp(10_000, 6_000),
        samples.claiming_webp(2**24, 2**24),
        samples.claiming_gif(screen=(10, 10), frame=(10_000, 6_000)),
        samples.claiming_gif(screen=(10_000, 6_000), frame=(10, 10)),
    ],
    ids=["png", "vast png", "webp", "vast webp", "gif", "gif of a large screen"],
)
def test_more_than_25_megapixels_are_refused_undecoded(content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ImageFile.ImageFile, "load", refuse_to_decode)
    assert trouble(content) is Trouble.TOO_LARGE


@pytest.mark.parametrize("kind", ["JPEG", "BMP", "AVIF"])
def test_more_than_25_megapixels_are_refused_in_other_kinds_too(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    content = saved(Image.new("L", (5_001, 5_000)), kind, **({"speed": 10} if kind == "AVIF" else {}))
    monkeypatch.setattr(ImageFile.ImageFile, "load", refuse_to_decode)
    assert trouble(content) is Trouble.TOO_LARGE


@pytest.mark.parametrize("size", [(10_000, 6_000), (20_000, 10_000)], ids=["60 megapixels", "200 megapixels"])
def test_a_decompression_bomb_takes_no_time(size: tuple[int, int]) -> None:
    content = samples.huge_png(*size)
    assert len(content) < 3_000_000
    begun = time.thread_time()
    assert trouble(content) is Trouble.TOO_LARGE
    assert time.thread_time() - begun < 0.1


def test_just_25_megapixels_are_looked_at() -> None:
    assert trouble(samples.huge_png(5_000, 5_000)) is None


def test_more_than_20_mib_are_refused() -> None:
    assert trouble(photo() + bytes(25_000_000)) is Trouble.TOO_LARGE
    assert trouble(photo() + bytes(MOST_BYTES - len(photo()))) is None


# -------------------------------------------------------------------------------------------------------- fingerprints


def fingerprint(image: Image.Image, kind: str = "PNG", **how: object) -> int:
    found = look(saved(image, kind, **how)).fingerprint
    assert found is not None
    assert 0 <= found < 2**64
    return found


@pytest.mark.parametrize("name", samples.NAMES)
def test_a_picture_is_known_again(name: str) -> None:
    image = shown(photo(name))
    kept = look(photo(name)).fingerprint
    assert kept is not None
    again = [
        fingerprint(image),
        fingerprint(image, "JPEG", quality=60),
        fingerprint(image, "WEBP", quality=70),
        fingerprint(image, "AVIF", speed=10),
        *(fingerprint(image.resize((image.width * part // 8, image.height * part // 8))) for part in (3, 5, 12)),
        fingerprint(image.resize((image.width // 2, image.height // 2)), "JPEG", quality=60),
        fingerprint(image.resize((image.width * 4, image.height * 4)), "JPEG", quality=75),
    ]
    assert max((kept ^ one).bit_count() for one in again) <= 3


def test_other_pictures_are_far_from_it() -> None:
    found = [fingerprint(shown(photo(name))) for name in samples.NAMES]
    apart = [(one ^ other).bit_count() for at, one in enumerate(found) for other in found[:at]]
    assert min(apart) >= 16


def test_its_thumbnail_has_the_same_fingerprint() -> None:
    looked = look(photo())
    assert looked.thumbnail is not None
    again = look(looked.thumbnail)
    assert looked.fingerprint is not None
    assert again.fingerprint is not None
    assert (looked.fingerprint ^ again.fingerprint).bit_count() <= 3


def test_plain_pictures_do_not_differ_by_their_last_digit() -> None:
    plain = {fingerprint(Image.new("L", (300, 200), grey)) for grey in range(1, 256, 23)}
    assert len(plain) == 1


def test_the_examples() -> None:
    module: ModuleType = kinds
    assert doctest.testmod(module).failed == 0
