"""What is said to keep a line going, in every language."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.controls import Button
from bot.domain.locales import Locale
from bot.domain.message import Outgoing
from bot.domain.refs import CommunityId
from cogs.spies.actions.keeping import CheckedIn, Going
from cogs.spies.rules.keeping import Streak
from cogs.spies.rules.pairs import Pair, PairId
from cogs.spies.rules.themes import Theme
from cogs.spies.views import goodbye
from cogs.spies.views import keeping as views
from cogs.spies.views.theming import Themed, Word
from tests.cogs.texts import labels, texts

LINE = PairId(3)
NAME = "Velvet Paw"


def themed(locale: Locale, theme: Theme = Theme.SPY) -> Themed:
    """Texts by a club's word."""
    return Themed(texts("spies", locale), Word(theme))


def everything(says: Themed) -> Sequence[Outgoing]:
    """All of it."""
    mission = Button("?", CheckedIn(LINE, Going.WELL))
    return (
        views.nudge(says, LINE, NAME, 1, mission),
        views.nudge(says, LINE, NAME, 2, None),
        views.check_in(says, LINE, NAME),
        views.well(says, NAME, Streak(3, 4), mission),
        views.well(says, NAME, Streak(0, 1), None),
        views.later(says),
        views.which(says, LINE, NAME),
        views.besides(says, CommunityId(1), NAME),
    )


@pytest.mark.parametrize("locale", Locale)
@pytest.mark.parametrize("theme", [Theme.SPY, Theme.PEN_PAL])
def test_it_can_be_said_and_names_whom_it_is_about(locale: Locale, theme: Theme) -> None:
    said = everything(themed(locale, theme))
    assert [index for index, one in enumerate(said) if NAME not in one.text.plain] == [5], "who will not say"
    assert all(label for one in said for label in labels(one))


@pytest.mark.parametrize("locale", Locale)
def test_a_streak_is_told_from_its_second_week_on(locale: Locale) -> None:
    says = themed(locale)
    assert views.going_on(says, Streak(1, 5)) is None
    assert views.looking_back(says, Streak(0, 1)) is None
    for told in (views.going_on(says, Streak(3, 5)), views.looking_back(says, Streak(0, 3))):
        assert told is not None
        assert "3" in told.plain


@pytest.mark.parametrize("locale", Locale)
def test_a_line_that_ended_on_its_first_day_names_one_day(locale: Locale) -> None:
    first, streak = datetime(2026, 11, 22, 9, tzinfo=UTC), Streak(0, 1)
    pair = Pair(LINE, CommunityId(1), (), "", first, opened=first)

    def days(last: datetime) -> tuple[int, ...]:
        said = goodbye.said(themed(locale), pair, NAME, last, streak)
        assert said.card is not None
        return tuple(said.card.body.plain.count(day) for day in ("22", "23"))

    assert days(first + timedelta(hours=3)) == (1, 0)
    assert days(first + timedelta(days=1)) == (1, 1)


def test_only_the_last_nudge_offers_somebody_new() -> None:
    says = themed(Locale.ENGLISH)
    assert list(labels(views.nudge(says, LINE, NAME, 1, None))) == []
    assert list(labels(views.nudge(says, LINE, NAME, 2, None))) == ["A new spy, please"]
    assert list(labels(views.nudge(themed(Locale.ENGLISH, Theme.PEN_PAL), LINE, NAME, 2, None))) == [
        "A new pen pal, please"
    ]
