"""What the cat tax says, in every language."""

import pytest

from bot.domain.author import Account
from bot.domain.controls import Button, OpenPrivately
from bot.domain.locales import Locale, second_language
from bot.domain.message import Outgoing
from bot.domain.refs import CommunityId, PersonId, PlaceId, Platform, SpaceRef, UserRef
from bot.domain.text import Mention, Style
from cogs.cat_tax.actions import AskMembers, BackToAsk, Desk, NoCat, PayNow, PayWith, ShareCat, ShowMine, Skip
from cogs.cat_tax.rules.drawings import POSES
from cogs.cat_tax.rules.pictures import Trouble
from cogs.cat_tax.rules.standing import ASK_STAYS, COMPLIMENTS, State, Tender
from cogs.cat_tax.views import asking, desk, drawings, thanking, vouching
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
THEME = "a *very* [official](https://cat.invalid) cat @everyone <@1>"

every_language = pytest.mark.parametrize("locale", list(Locale))


def asked(locale: Locale, theme: str = "", *, invited: bool = False, without: bool = False) -> Outgoing:
    """The spy asks Ana."""
    spoken = texts("cat_tax", locale)
    picture = drawings.spy_cat(spoken, 0, theme)
    return asking.asked(spoken, ANA, 7, picture, theme=theme, invited=invited, without=without)


def keys(outgoing: Outgoing) -> list[Button]:
    """Its buttons."""
    return [control for row in outgoing.controls for control in row if isinstance(control, Button)]


@every_language
def test_the_spy_asks_in_two_languages(locale: Locale) -> None:
    outgoing = asked(locale)
    assert SHOW_ME[locale] in outgoing.text.plain
    assert SHOW_ME[second_language(locale)] in outgoing.text.plain
    assert outgoing.silent
    assert outgoing.lifetime == ASK_STAYS


@every_language
@pytest.mark.parametrize("pose", range(POSES))
def test_each_pose_has_its_picture_and_its_words_for_who_hears(locale: Locale, pose: int) -> None:
    picture = drawings.spy_cat(texts("cat_tax", locale), pose, "")
    assert picture.content.startswith(b"\x89PNG")
    assert len(picture.content) < 120_000
    assert SHOW_ME[locale] in picture.alt
    assert len({drawings.spy_cat(texts("cat_tax", locale), one, "").alt for one in range(POSES)}) == POSES


@every_language
@pytest.mark.parametrize("without", [False, True])
def test_only_who_is_asked_can_press(locale: Locale, *, without: bool) -> None:
    outgoing = asked(locale, without=without)
    assert {type(key.action) for key in keys(outgoing)} == ({PayWith, BackToAsk} if without else {PayNow, NoCat, Skip})
    assert {key.only for key in keys(outgoing)} == {ANA.ref}
    assert all(0 < len(label) <= 30 for label in labels(outgoing))
    assert len(set(labels(outgoing))) == len(keys(outgoing))


@every_language
def test_who_is_invited_is_named_and_told_the_command(locale: Locale) -> None:
    outgoing = asked(locale, invited=True)
    assert Mention(ANA.ref, ANA.name) in outgoing.text.parts
    assert "/cat" in outgoing.text.plain
    assert not outgoing.mentions


@every_language
def test_who_is_held_back_is_led_to_the_private_chat(locale: Locale) -> None:
    spoken = texts("cat_tax", locale)
    picture = drawings.spy_cat(spoken, 0, "")
    outgoing = asking.asked(spoken, ANA, 7, picture, invited=True, held_back=True)
    assert isinstance(outgoing.controls[0][0], OpenPrivately)
    assert "/cat" not in outgoing.text.plain


@every_language
def test_the_communitys_own_word_stands_in_text_and_picture_and_is_never_markup(locale: Locale) -> None:
    outgoing = asked(locale, THEME)
    assert outgoing.text.plain.count(THEME) == 2
    assert not any(isinstance(part, Mention) for part in outgoing.text.parts)
    assert not any(Style.ITALIC in getattr(part, "styles", Style(0)) for part in outgoing.text.parts)
    assert THEME in outgoing.files[0].alt
    order = drawings.spy_order(texts("cat_tax", locale), 1, THEME)
    assert THEME in order.first.text.plain
    assert THEME in order.second.text.plain
    assert order.second.locale is second_language(locale)


@every_language
def test_many_are_asked_in_one_message_that_names_each(locale: Locale) -> None:
    spoken = texts("cat_tax", locale)
    names = [f"Member {number}" for number in range(25)]
    outgoing = asking.asked_together(spoken, names, drawings.spy_cat(spoken, 0, ""), "")
    assert all(outgoing.text.plain.count(f"{name}") >= 1 for name in names)
    assert {key.only for key in keys(outgoing)} == {None}
    assert not outgoing.mentions
    assert len(outgoing.text.plain) < 1_024, "a caption on every platform"


@every_language
def test_what_is_told_in_passing_fits_the_shortest_notice(locale: Locale) -> None:
    spoken = texts("cat_tax", locale)
    for reads_all in (True, False):
        assert 0 < len(asking.explained(spoken, reads_all=reads_all).plain) <= NOTICE
    assert "/cat" in asking.explained(spoken, reads_all=False).plain
    for key in (
        "skipped",
        "settled-already",
        "thanks-in-a-rush",
        "vouch-not-yours",
        "answer-not-yours",
        "picture-gone",
        "share-not-there",
        "desk-gone",
        "desk-settled",
        "desk-bot",
        "stamp-what",
        *(f"trouble-{trouble.value}" for trouble in Trouble),
    ):
        assert 0 < len(spoken.plain(key)) <= NOTICE


@every_language
@pytest.mark.parametrize("tender", list(Tender))
def test_everything_that_pays_is_thanked_for_in_two_languages(locale: Locale, tender: Tender) -> None:
    spoken = texts("cat_tax", locale)
    thanks = [
        thanking.thanked(spoken, ANA, tender, tax=4, number=number, receipt=None, asks_to_share=False)
        for number in range(COMPLIMENTS)
    ]
    assert all(one.text.parts.count(Mention(ANA.ref, ANA.name)) == 2 for one in thanks)
    assert all(one.lifetime is None and not one.mentions and one.silent for one in thanks)
    bare = {one.text.plain.replace(str(number), "") for number, one in enumerate(thanks)}
    assert len(bare) == (COMPLIMENTS if tender is Tender.PICTURE else 1)
    assert all([type(key.action) for key in keys(one)] == [ShowMine] for one in thanks)


@every_language
def test_only_the_owner_says_whether_others_may_see_their_cat(locale: Locale) -> None:
    spoken = texts("cat_tax", locale)
    receipt = thanking.thanked(spoken, ANA, Tender.PICTURE, tax=4, number=1, receipt=None, asks_to_share=True)
    assert [(type(key.action), key.only) for key in keys(receipt)] == [(ShowMine, None), (ShareCat, ANA.ref)]


@every_language
def test_jokes_on_known_pictures_differ_for_ones_own_and_anothers(locale: Locale) -> None:
    spoken = texts("cat_tax", locale)
    lines = [
        thanking.thanked(spoken, ANA, Tender.PICTURE, tax=4, number=1, receipt=None, joke=joke).text.plain
        for joke in (None, "known-yours", "known-others")
    ]
    assert len(set(lines)) == 3


@every_language
def test_members_are_asked_with_the_number_that_is_needed(locale: Locale) -> None:
    spoken = texts("cat_tax", locale)
    for needed in (1, 2, 5):
        outgoing = vouching.members_asked(spoken, ANA, 9, vouched=needed - 1, needed=needed)
        assert f"{needed - 1}/{needed}" in next(iter(labels(outgoing)))
    assert "❤" in vouching.members_asked(spoken, ANA, 9, vouched=0, needed=2).text.plain


@every_language
def test_a_second_chance_offers_what_its_owner_can_do(locale: Locale) -> None:
    spoken = texts("cat_tax", locale)
    assert [type(key.action) for key in keys(vouching.second_chance(spoken, ANA, 4, 9))] == [AskMembers, NoCat, Skip]
    assert [type(key.action) for key in keys(vouching.second_chance(spoken, ANA, None, 9))] == [AskMembers]
    assert [type(key.action) for key in keys(vouching.second_chance(spoken, ANA, 4, None))] == [NoCat, Skip]
    assert vouching.second_chance(spoken, ANA, None, None).controls == ()


@every_language
def test_the_desk_says_how_somebody_stands(locale: Locale) -> None:
    spoken = texts("cat_tax", locale)
    where = Desk(CommunityId(1), SpaceRef(Platform("fake"), "club"), PlaceId(3))
    shown = [desk.member(spoken, ANA, where, PersonId(5), state) for state in (None, *State)]
    assert len({one.text.plain for one in shown}) == len(State) + 1
    assert all(len(keys(one)) == 4 for one in shown)


@every_language
def test_the_numbers_of_the_week_tell_what_happened_and_nothing_else(locale: Locale) -> None:
    spoken = texts("cat_tax", locale)
    quiet = desk.week(spoken, {}, 0).text.plain
    busy = desk.week(spoken, {"joined": 101, "asked": 102, "picture": 103, "skipped": 104, "paid": 999}, 105).text.plain
    assert len(quiet.splitlines()) == 3
    assert all(str(number) in busy for number in range(101, 106))
    assert "999" not in busy
    assert len(busy.splitlines()) == 7
