"""What is said of bridges, in every language."""

from dataclasses import replace

import pytest

from bot.domain.controls import Button, Select
from bot.domain.form import ChoiceField
from bot.domain.languages import Language
from bot.domain.locales import Locale
from bot.domain.message import Outgoing
from bot.domain.refs import CommunityId, PersonId, PlaceId, SpaceRef, UserRef
from bot.domain.text import RichText, Style
from cogs.bridge.actions import AskUntie, Home, MakeCode, Put
from cogs.bridge.rules import Bridge, BridgeId, Crossing, Direction, End, Part, Reactions
from cogs.bridge.views import panel, told
from cogs.bridge.views.naming import NamedEnd, Screen
from tests.cogs.texts import labels, texts
from tests.kit.fake import FAKE

CLUB, OTHER = CommunityId(1), CommunityId(2)
SPACE = SpaceRef(FAKE, "club")
HERE, THERE, THIRD = (End(PlaceId(one), CLUB, SPACE, Language.ENGLISH) for one in (1, 2, 3))
BRIDGE = Bridge(BridgeId(7), CLUB, PersonId(3), False, Crossing(), (HERE, THERE))
NAMED = (NamedEnd(HERE, "general", "Cats", "English"), NamedEnd(THERE, "chisme_*", "Gatos", None))
USER = UserRef(FAKE, "1")

every_language = pytest.mark.parametrize("locale", list(Locale))


def screen(locale: Locale) -> Screen:
    return Screen(texts("bridge", locale), Home(CLUB, SPACE, HERE.place), USER)


def actions(outgoing: Outgoing) -> list[object]:
    """What can be done by a screen's buttons and lists."""
    found: list[object] = []
    for control in [control for row in outgoing.controls for control in row]:
        if isinstance(control, Button):
            found.append(control.action)
        elif isinstance(control, Select):
            found += [option.action for option in control.options]
    return found


@every_language
def test_a_bridges_screen_names_all_ends_and_carries_the_value_that_a_press_makes(locale: Locale) -> None:
    shown = panel.bridge(screen(locale), BRIDGE, NAMED)
    for word in ("general", "Cats", "chisme_*", "Gatos", "English", "7"):
        assert word in shown.text.plain
    assert {action for action in actions(shown) if isinstance(action, Put)} == {
        Put(screen(locale).home, BRIDGE.id, Part.FILES, False),
        Put(screen(locale).home, BRIDGE.id, Part.JOINS, True),
        Put(screen(locale).home, BRIDGE.id, Part.ORIGINALS, False),
        Put(screen(locale).home, BRIDGE.id, Part.PAUSED, True),
    }
    assert all(control.only == USER for row in shown.controls for control in row if isinstance(control, Button))
    assert all(len(label) <= 40 for label in labels(shown))


@every_language
def test_only_who_began_a_bridge_of_three_may_end_it_whole(locale: Locale) -> None:
    def ends_whole(bridge: Bridge) -> bool:
        return any(
            isinstance(action, AskUntie) and action.whole
            for action in actions(panel.bridge(screen(locale), bridge, NAMED))
        )

    three = replace(BRIDGE, ends=(HERE, THERE, THIRD))
    assert ends_whole(three)
    assert not ends_whole(replace(three, community=OTHER))
    assert not ends_whole(BRIDGE), "untying is the same"


@every_language
def test_many_bridges_fit_into_a_list(locale: Locale) -> None:
    found = [(replace(BRIDGE, id=BridgeId(one), paused=one % 2 == 0), NAMED[1:]) for one in range(30)]
    shown = panel.bridges(screen(locale), found)
    (select,) = [control for row in shown.controls for control in row if isinstance(control, Select)]
    assert len(select.options) == 25
    assert "⏸" in shown.text.plain


@every_language
def test_lists_and_forms_keep_to_25_options(locale: Locale) -> None:
    choices = [(language, language.value) for language in Language]
    first = panel.first_language(screen(locale), choices, Language.ENGLISH)
    (select,) = [control for row in first.controls for control in row if isinstance(control, Select)]
    assert len(select.options) == 25
    assert not [option for option in select.options if option.chosen]
    home = screen(locale).home
    usual, none = first.controls[0]
    assert isinstance(usual, Button)
    assert isinstance(none, Button)
    assert (usual.action, none.action) == (MakeCode(home, None, Language.ENGLISH), MakeCode(home, None, None))
    form = panel.code_form(texts("bridge", locale), screen(locale).home, choices, None)
    assert [len(field.options) for field in form.fields if isinstance(field, ChoiceField)] == [25]


@every_language
def test_a_code_is_shown_with_the_command_that_takes_it(locale: Locale) -> None:
    shown = panel.code(screen(locale), "ACDEFGHJKMNP", None)
    assert "/bridge ACDE-FGHJ-KMNP" in shown.text.plain
    assert "10" in shown.text.plain


@every_language
def test_the_notice_is_said_in_the_chats_language_and_in_english_once(locale: Locale) -> None:
    notice = told.notice(texts("bridge", locale), BRIDGE, HERE, NAMED, ["Spoken Words", "DeepL"])
    assert notice.text.plain.count("/privacy translate off") == (1 if locale is Locale.ENGLISH else 2)
    assert "Spoken Words" in notice.text.plain
    assert "DeepL" in notice.text.plain
    assert "one conversation with chisme_* (Gatos)" in notice.text.plain
    assert notice.silent


@every_language
def test_where_every_side_speaks_the_same_the_notice_says_so(locale: Locale) -> None:
    same = [replace(end, language="Lojban") for end in NAMED]
    assert "Lojban" in told.notice(texts("bridge", locale), BRIDGE, HERE, same, None).text.plain
    mixed = [replace(end, language=None) if end.end == HERE else end for end in same]
    assert "Lojban" not in told.notice(texts("bridge", locale), BRIDGE, HERE, mixed, None).text.plain


@every_language
def test_a_chat_that_only_hears_is_not_told_where_its_words_go(locale: Locale) -> None:
    here = replace(HERE, direction=Direction.IN)
    notice = told.notice(texts("bridge", locale), BRIDGE, here, NAMED, ["Spoken Words"])
    assert "Spoken Words" not in notice.text.plain
    assert "/bridge me off" not in notice.text.plain


@every_language
@pytest.mark.parametrize("reactions", list(Reactions))
def test_how_reactions_cross_is_told_and_marked(locale: Locale, reactions: Reactions) -> None:
    bridge = replace(BRIDGE, crossing=Crossing(reactions=reactions))
    shown = panel.reactions(screen(locale), bridge)
    (select,) = [control for row in shown.controls for control in row if isinstance(control, Select)]
    (chosen,) = [option.label for option in select.options if option.chosen]
    assert chosen in panel.bridge(screen(locale), bridge, NAMED).text.plain


@every_language
def test_whose_words_do_not_cross_can_be_let_again(locale: Locale) -> None:
    until = RichText.of("tomorrow")
    shown = panel.muted(screen(locale), [(PersonId(1), "Ana", None), (PersonId(2), "", until)])
    assert "Ana" in shown.text.plain
    assert "tomorrow" in shown.text.plain
    assert len(actions(shown)) == 2
    assert not actions(panel.muted(screen(locale), []))


def test_an_original_is_hidden_under_its_translation_whatever_is_in_it() -> None:
    original = RichText.of("my *cat*", Style.BOLD)
    copy = told.copy(RichText.of("我的猫"), original, None)
    assert copy.plain == "我的猫\nmy *cat*"
    hidden = [part for part in copy.parts if getattr(part, "style", Style.PLAIN) & Style.SPOILER]
    assert [getattr(part, "text", "") for part in hidden] == ["my *cat*"]
    assert told.copy(RichText.of("我的猫"), None, RichText.of("(Bo)")).plain == "我的猫\n(Bo)"
