"""What the cat tax says, in every language."""

import pytest

from bot.domain.author import Account
from bot.domain.controls import Button
from bot.domain.locales import Locale
from bot.domain.refs import Platform, UserRef
from bot.domain.text import Mention
from cogs.cat_tax import views
from cogs.cat_tax.actions import BackToAsk, NoCat, PayNow, PayWith, ShareCat, Skip
from cogs.cat_tax.rules import introductions
from cogs.cat_tax.rules.standing import COMPLIMENTS, Tender
from tests.cogs.texts import labels, texts

ANA = Account(UserRef(Platform("fake"), "1"), "Ana *_`[x](y)")
SHOW_ME = {
    Locale.ENGLISH: "Hello, I am a spy. Show me your cat",
    Locale.SIMPLIFIED_CHINESE: "你好，我是间谍。交出你的猫",
    Locale.TRADITIONAL_CHINESE: "你好，我是間諜。交出你的貓",
    Locale.SPANISH: "Hola, soy un espía. Enséñame tu gato",
}
NOTICE = 200
"""What the shortest notice of a platform holds."""

every_language = pytest.mark.parametrize("locale", list(Locale))


@every_language
def test_the_spy_asks_in_two_languages(locale: Locale) -> None:
    asked = views.asked(texts("cat_tax", locale), ANA)
    assert SHOW_ME[locale] in asked.text.plain
    assert SHOW_ME[introductions.second_language(locale)] in asked.text.plain
    assert asked.silent
    assert asked.lifetime == introductions.ASK_STAYS
    (picture,) = asked.files
    assert picture.content.startswith(b"\x89PNG")
    assert len(picture.content) < 120_000
    assert SHOW_ME[locale] in picture.alt


@every_language
@pytest.mark.parametrize("without", [False, True])
def test_only_who_is_asked_can_press(locale: Locale, *, without: bool) -> None:
    asked = views.asked(texts("cat_tax", locale), ANA, without=without)
    buttons = [control for row in asked.controls for control in row if isinstance(control, Button)]
    kinds = {PayWith, BackToAsk} if without else {PayNow, NoCat, Skip}
    assert {type(button.action) for button in buttons} == kinds
    assert {button.only for button in buttons} == {ANA.ref}
    assert all(0 < len(label) <= 30 for label in labels(asked))
    assert len(set(labels(asked))) == len(buttons)


@every_language
def test_who_is_invited_is_named_and_told_the_command(locale: Locale) -> None:
    asked = views.asked(texts("cat_tax", locale), ANA, invited=True)
    assert Mention(ANA.ref, ANA.name) in asked.text.parts
    assert "/cat" in asked.text.plain
    assert not asked.mentions


@every_language
def test_how_to_pay_fits_the_shortest_notice(locale: Locale) -> None:
    spoken = texts("cat_tax", locale)
    for reads_all in (True, False):
        assert 0 < len(views.explained(spoken, reads_all=reads_all).plain) <= NOTICE
    assert "/cat" in views.explained(spoken, reads_all=False).plain
    for key in ("skipped", "settled-already", "not-a-picture", "gallery-not-there"):
        assert 0 < len(spoken.plain(key)) <= NOTICE


@every_language
@pytest.mark.parametrize("tender", list(Tender))
def test_everything_that_pays_is_thanked_for_in_two_languages(locale: Locale, tender: Tender) -> None:
    thanks = [
        views.thanked(texts("cat_tax", locale), ANA, tender, tax=tax, asks_to_share=tender is Tender.PICTURE)
        for tax in range(COMPLIMENTS)
    ]
    assert all(one.text.parts.count(Mention(ANA.ref, ANA.name)) == 2 for one in thanks)
    assert all(one.lifetime is None and not one.mentions for one in thanks)
    assert len({one.text.plain for one in thanks}) == (COMPLIMENTS if tender is Tender.PICTURE else 1)


@every_language
def test_the_key_to_share_turns_round(locale: Locale) -> None:
    spoken = texts("cat_tax", locale)
    kept, shown = (
        views.thanked(spoken, ANA, Tender.PICTURE, tax=4, shown=shown, asks_to_share=True) for shown in (False, True)
    )
    assert kept.text == shown.text
    assert [row[0].action for row in kept.controls if isinstance(row[0], Button)] == [ShareCat(4, agreed=True)]
    assert [row[0].action for row in shown.controls if isinstance(row[0], Button)] == [ShareCat(4, agreed=False)]
    assert list(labels(kept)) != list(labels(shown))
