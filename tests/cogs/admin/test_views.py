"""The admins' screens, in every language."""

from datetime import UTC, datetime

import pytest

from bot.api.house import CodeFailure
from bot.domain.author import Account
from bot.domain.controls import Button, Select
from bot.domain.locales import Locale
from bot.domain.message import Outgoing
from bot.domain.refs import ChatRef, CommunityId, PlaceId, Platform, SpaceRef, UserRef
from bot.domain.text import Mention, RichText
from bot.ports.places import PlaceName, RoleName
from cogs.admin import club_views, views
from cogs.admin.actions import Home, OpenHistory, PutChat, PutValue
from cogs.admin.views import Act, Line, Screen
from tests.cogs.texts import labels, texts

FAKE = Platform("fake")
USER = UserRef(FAKE, "1")
HOME = Home(CommunityId(1), SpaceRef(FAKE, "10"), PlaceId(3))
LINE = Line("ask", "Ask", "Whether I ask", "on", per_place=True)

every_language = pytest.mark.parametrize("locale", list(Locale))


def screen(locale: Locale) -> Screen:
    return Screen(texts("admin", locale), HOME, USER)


def only_theirs(outgoing: Outgoing) -> bool:
    """Whether nobody else's press counts."""
    controls = [control for row in outgoing.controls for control in row]
    return all(isinstance(control, Button | Select) and control.only == USER for control in controls)


@every_language
def test_screens_lead_on_and_back(locale: Locale) -> None:
    here = screen(locale)
    first = views.cogs(here, [("cat_tax", "Cat tax"), ("core", "Basics")])
    second = views.cog(here, "cat_tax", "Cat tax", "A game", [LINE])
    third = views.setting(here, "cat_tax", LINE, views.toggle(here, "cat_tax", "ask", on=True), changed=True)
    for shown in (first, second, third):
        assert only_theirs(shown)
        assert all(labels(shown))
    assert {"Cat tax", "Basics"} <= set(labels(first))
    assert "Ask: on" in second.text.plain or "Ask：on" in second.text.plain
    assert "✓" in third.text.plain


@every_language
def test_a_toggle_carries_what_it_will_be(locale: Locale) -> None:
    here = screen(locale)
    ((off,),) = views.toggle(here, "cat_tax", "ask", on=True)
    ((on,),) = views.toggle(here, "cat_tax", "ask", on=False)
    assert isinstance(off, Button)
    assert isinstance(on, Button)
    assert (off.action, on.action) == (
        PutValue(HOME, "cat_tax", "ask", "off"),
        PutValue(HOME, "cat_tax", "ask", "on"),
    )
    assert off.label != on.label


@every_language
def test_a_chat_is_none_here_or_another_and_the_chosen_one_is_marked(locale: Locale) -> None:
    here, other = ChatRef(FAKE, "20"), ChatRef(FAKE, "21", "5")
    ((select,),) = views.chats(screen(locale), "cat_tax", "introductions", [PlaceName(other, "Intro")], here, other)
    assert isinstance(select, Select)
    assert [option.action for option in select.options] == [
        PutChat(HOME, "cat_tax", "introductions", chat) for chat in (None, here, other)
    ]
    assert [option.chosen for option in select.options] == [False, False, True]


@every_language
def test_a_role_is_none_or_one_of_those_that_there_are(locale: Locale) -> None:
    ((select,),) = views.roles(screen(locale), "cat_tax", "role", [RoleName("r1", "Explorer")], None)
    assert isinstance(select, Select)
    assert [option.chosen for option in select.options] == [True, False]


@every_language
def test_the_audit_list_names_who_and_pages(locale: Locale) -> None:
    ana = Account(USER, "Ana")
    acts = [
        Act(datetime(2026, 1, 1, tzinfo=UTC), ana, RichText.of("did a thing")),
        Act(datetime(2026, 1, 1, tzinfo=UTC), None, RichText.of("did another")),
    ]
    shown = views.history(screen(locale), acts, 99)
    assert Mention(USER, "Ana") in shown.text.parts
    assert "did a thing" in shown.text.plain
    assert OpenHistory(HOME, 99) in [control.action for control in shown.controls[0] if isinstance(control, Button)]
    assert views.history(screen(locale), [], None).text


@every_language
def test_clubs_and_links_are_told(locale: Locale) -> None:
    spoken = texts("admin", locale)
    alone, together = (club_views.club(spoken, HOME, USER, names) for names in (["Harbour"], ["Harbour", ""]))
    assert len(list(labels(together))) == len(list(labels(alone))) + 1
    for shown in (
        alone,
        together,
        club_views.leave_asked(spoken, HOME, USER),
        club_views.unlink_asked(spoken, USER, 2),
    ):
        assert only_theirs(shown)
    assert "`" not in (said := club_views.invited(spoken, HOME, USER, "ABCD1234").text.plain)
    assert "/club ABCD1234" in said
    assert "/link ABCD1234" in spoken.plain("link-code", code="ABCD1234")
    for what in ("club", "link"):
        assert all(spoken.plain(f"{what}-{failure.value}") for failure in CodeFailure)
