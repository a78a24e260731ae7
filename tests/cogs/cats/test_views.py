"""What the album says, in every language."""

from dataclasses import replace

import pytest

from bot.api.offers.reporting import Reporting
from bot.core.house.views import ReportButtons
from bot.domain.controls import Button
from bot.domain.locales import Locale
from bot.domain.message import Outgoing
from bot.domain.refs import PersonId
from bot.domain.text import Mention
from cogs.cats import views
from cogs.cats.actions import Leafing, Like, TakeDown, Turn
from cogs.cats.rules import RANKS, Cat, Order, Ranked
from tests.cogs.cats.kit import WEBP
from tests.cogs.texts import labels, texts
from tests.kit.clock import START

CAT = Cat(id=40, number=7, owner=PersonId(3), picture=WEBP, shown=START, likes=5)
NOTICE = 200
every_language = pytest.mark.parametrize("locale", list(Locale))


def actions(outgoing: Outgoing) -> list[object]:
    """What its buttons do."""
    return [control.action for row in outgoing.controls for control in row if isinstance(control, Button)]


@every_language
def test_a_page_tells_number_name_hearts_and_date_and_mentions_nobody(locale: Locale) -> None:
    leafing = Leafing(Order.NEWEST, locale)
    page = views.page(texts("cats", locale), views.Page(CAT, "Ana_*B*", leafing, back=True, on=True))
    for word in ("7", "Ana_*B*", "5"):
        assert word in page.text.plain
    assert not any(isinstance(part, Mention) for part in page.text.parts)
    (file,) = page.files
    assert (file.content, file.media_type) == (WEBP, "image/webp")
    assert file.alt
    assert actions(page) == [Turn(leafing, 7, back=True), Like(leafing, 7), Turn(leafing, 7), TakeDown(7)]


@every_language
def test_without_a_name_the_cat_is_shown_all_the_same(locale: Locale) -> None:
    page = views.page(texts("cats", locale), views.Page(CAT, "", Leafing(Order.RANDOM, locale), on=True))
    assert "7" in page.text.plain
    assert len(list(labels(page))) == 3


@every_language
def test_the_ends_have_no_keys_that_lead_nowhere(locale: Locale) -> None:
    for order in (Order.NEWEST, Order.RANDOM, Order.ALONE):
        page = views.page(texts("cats", locale), views.Page(CAT, "Ana", Leafing(order, locale)))
        assert [type(action) for action in actions(page)] == [Like, TakeDown]


@every_language
def test_the_list_of_the_most_liked_marks_the_one_shown(locale: Locale) -> None:
    ranking = [Ranked(number, 20 - number) for number in range(1, RANKS + 1)]
    leafing = Leafing(Order.TOP, locale, rank=7)
    page = views.page(texts("cats", locale), views.Page(CAT, "Ana", leafing, ranking=ranking))
    lines = page.text.plain.splitlines()
    assert len(lines) == RANKS + 2
    assert "7" in lines[0]
    assert "10" in lines[0]
    assert [line.endswith("←") for line in lines[2:]].index(True) == 6
    assert len(page.text.plain) < 1_000  # fits under a picture everywhere


@every_language
def test_the_cat_of_the_week_is_told_of_in_two_languages(locale: Locale) -> None:
    told = views.week(texts("cats", locale), views.Page(CAT, "Ana", Leafing(Order.ALONE, locale)))
    first, second, caption = told.text.plain.splitlines()
    assert first != second
    assert "Ana" in caption
    assert told.lifetime is None


@every_language
def test_a_report_names_the_number_that_moderators_look_it_up_by(locale: Locale) -> None:
    reporting: Reporting = ReportButtons()
    what = texts("cats", locale).plain("reported", number=CAT.number)
    assert "7" in what
    assert "/cats" in what
    page = views.Page(CAT, "Ana", Leafing(Order.ALONE, locale), report=reporting.button("R", about=None, what=what))
    assert "R" in labels(views.page(texts("cats", locale), page))
    assert "R" not in labels(views.page(texts("cats", locale), replace(page, report=None)))


@every_language
def test_what_is_told_in_a_notice_fits(locale: Locale) -> None:
    spoken = texts("cats", locale)
    for key in ("no-more", "like-own", "gone-home", "take-down-not-yours"):
        assert 0 < len(spoken.plain(key)) <= NOTICE
    for key in ("empty", "no-such-cat", "no-cat-of-yours", "no-hearts"):
        assert views.empty(spoken, key).text
    assert "Bo" in views.empty(spoken, "no-cat-of-theirs", name="Bo").text.plain
