"""The spy cat's pictures: what is shipped, and what is drawn for a community's own words."""

import pickle
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image, ImageChops

from bot.domain.locales import Locale
from bot.domain.text import RichText, Style
from cogs.cat_tax.rules.drawings import POSES, Said, SpyOrder, pose_of, ready_picture
from cogs.cat_tax.work.drawing import BUBBLE, PICTURES, base, spy_picture
from tests.cogs.cat_tax.work.likeness import alike, cells
from tests.cogs.cat_tax.work.shipping import usual

SIZE = (840, 520)
MOST_BYTES = 40_000


def said(plain: str, bold: str = "", locale: Locale = Locale.ENGLISH) -> Said:
    return Said(RichText.of(plain) + RichText.of(bold, Style.BOLD), locale)


def drawn(order: SpyOrder) -> Image.Image:
    return Image.open(BytesIO(spy_picture(order))).convert("RGB")


def words_of(picture: Image.Image, pose: int) -> tuple[int, int, int, int] | None:
    """Where a picture is not as its base: left, top, right and bottom."""
    return ImageChops.difference(picture, base(f"spy-{pose}")).convert("L").point(_far).getbbox()


def _far(shade: int) -> int:
    return 255 if shade > 24 else 0  # fewer colours move a shade a little


@pytest.mark.parametrize("locale", Locale)
@pytest.mark.parametrize("pose", range(POSES))
def test_what_is_shipped_is_what_would_be_drawn_with_the_words_of_today(pose: int, locale: Locale) -> None:
    shipped = (PICTURES / ready_picture(pose, locale)).read_bytes()
    assert alike(cells(shipped), cells(spy_picture(usual(pose, locale)))), "python -m tests.cogs.cat_tax.work.shipping"
    assert len(shipped) <= MOST_BYTES
    assert Image.open(BytesIO(shipped)).size == SIZE


@pytest.mark.parametrize(
    "other",
    [
        replace(usual(0, Locale.ENGLISH), pose=1),
        usual(0, Locale.SPANISH),
        replace(usual(0, Locale.ENGLISH), second=Said(RichText(), Locale.SIMPLIFIED_CHINESE)),
        replace(usual(0, Locale.ENGLISH), first=said("Hello, I am a spy.")),
        replace(usual(0, Locale.ENGLISH), first=said("Hello, I am a spy.", "Show me your cap")),
        replace(usual(0, Locale.ENGLISH), first=said("", "Hello, I am a spy. Show me your cat")),
        replace(usual(0, Locale.ENGLISH), second=usual(0, Locale.TRADITIONAL_CHINESE).first),
    ],
    ids=["pose", "language", "second missing", "line missing", "letter", "all bold", "traditional"],
)
def test_likeness_tells_another_picture(other: SpyOrder) -> None:
    assert not alike(cells(spy_picture(usual(0, Locale.ENGLISH))), cells(spy_picture(other)))


def test_a_theme_of_ones_own_is_drawn_for_a_worker_to_send() -> None:
    order = SpyOrder(2, said("Hello, I am a pen pal. ", "Show me your cat"), usual(2, Locale.ENGLISH).second)
    assert pickle.loads(pickle.dumps(order)) == order  # noqa: S301 - our own
    assert not alike(cells(spy_picture(order)), cells(spy_picture(usual(2, Locale.ENGLISH))))


@pytest.mark.parametrize(
    "words",
    [
        "spy " * 200,
        "间谍" * 200,
        "W" * 500,
        "Donaudampfschifffahrtsgesellschaftskapitän und mehr davon, wenn es sein muss",
        "one\n\n\ntwo\tthree",
        "，" * 80,
    ],
)
def test_words_stay_in_the_bubble(words: str) -> None:
    for order in (
        SpyOrder(0, said(words), said(words, words, Locale.SIMPLIFIED_CHINESE)),
        SpyOrder(0, said(words), said("短", locale=Locale.SIMPLIFIED_CHINESE)),
    ):
        box = words_of(drawn(order), 0)
        assert box is not None
        left, top, right, bottom = box
        assert left >= BUBBLE[0] - 2
        assert top >= BUBBLE[1] - 2
        assert right <= BUBBLE[2] + 2
        assert bottom <= BUBBLE[3] + 2


@pytest.mark.parametrize("extra", [" 🐾", "\u202e", "\u200d\ufe0f", "\x00\x07", " محمد", "\u0300\u0301\u0302\u0489"])
def test_what_has_no_glyph_leaves_no_trace(extra: str) -> None:
    usually = usual(3, Locale.ENGLISH)
    with_extra = replace(usually, first=said(f"Hello,{extra} I am a spy. ", f"Show me your cat{extra}"))
    without = replace(usually, first=said("Hello, I am a spy. ", "Show me your cat"))
    assert spy_picture(with_extra) == spy_picture(without)


def test_fancy_letters_are_drawn_plain() -> None:
    fancy, plain = (SpyOrder(0, said(words), said("")) for words in ("𝔉𝔞𝔫𝔠𝔶 ⓒⓐⓣ", "Fancy ⓒⓐⓣ"))
    assert spy_picture(fancy) == spy_picture(plain)


def test_a_long_word_shrinks_before_it_is_cut() -> None:
    whole, cut = "Sprachaustauschpartnerin", "Sprachaustausch- partnerin"
    assert not alike(*(cells(spy_picture(SpyOrder(0, said(words), said("")))) for words in (whole, cut)))
    box = words_of(drawn(SpyOrder(0, said(whole), said(""))), 0)
    assert box is not None
    assert box[3] - box[1] < 50  # one line


def test_nothing_to_say_is_a_bubble_without_words() -> None:
    empty = SpyOrder(1, said("🐾"), said(""))
    assert words_of(drawn(empty), 1) is None


def test_chinese_characters_are_shaped_for_their_readers() -> None:
    chinese = (Locale.SIMPLIFIED_CHINESE, Locale.TRADITIONAL_CHINESE)
    simplified, traditional = (spy_picture(SpyOrder(0, said("骨直", locale=locale), said(""))) for locale in chinese)
    assert simplified != traditional


def test_neighbours_meet_different_poses() -> None:
    assert [pose_of(turn) for turn in range(POSES + 1)] == [*range(POSES), 0]
