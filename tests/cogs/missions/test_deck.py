"""The cards that come along: how many, how near, and that each has its words in every language."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain

import pytest

from bot.domain.locales import Locale
from cogs.missions.rules.cards import CARDS, Bands, Card, Level, Topic
from tests.cogs.texts import library

LIBRARY = library()
NAMESPACE = "missions"
LONGEST = {Locale.SIMPLIFIED_CHINESE: 60, Locale.TRADITIONAL_CHINESE: 60}
"""Characters of a question in Chinese; 140 in other languages. A card is one or two sentences."""


def keys(card: Card) -> Iterator[str]:
    """Of all of a card's texts."""
    yield card.text
    if card.why is not None:
        yield card.why
    if card.bands is not None:
        yield from card.bands.texts


def test_there_are_enough_of_every_topic_and_level() -> None:
    assert len(CARDS) >= 160
    assert len({card.key for card in CARDS}) == len(CARDS)
    assert min(Counter(card.topic for card in CARDS).values()) >= 20
    assert {(card.topic, card.level) for card in CARDS} == {(topic, level) for topic in Topic for level in Level}


def test_a_topic_goes_from_light_to_sensitive() -> None:
    for topic in Topic:
        levels = [card.level for card in CARDS if card.topic is topic]
        assert levels == sorted(levels, key=list(Level).index)


def test_every_number_that_is_asked_for_can_be_answered_in_bands() -> None:
    asked = Counter(card.bands for card in CARDS if card.bands is not None)
    assert set(asked) == set(Bands)
    assert all(len(bands.texts) >= 5 for bands in Bands)


@pytest.mark.parametrize("locale", Locale)
def test_every_card_has_its_words(locale: Locale) -> None:
    asked = set(chain.from_iterable(keys(card) for card in CARDS))
    assert {key for key in asked if not LIBRARY.texts(NAMESPACE, locale).plain(key).strip()} == set()
    there = {key for key in asked if LIBRARY.knows(NAMESPACE, key, locale)}
    assert asked - there == set(), "in this very language"


@pytest.mark.parametrize("locale", Locale)
def test_there_are_no_cards_or_bands_that_are_never_dealt(locale: Locale) -> None:
    for card in CARDS:
        assert not LIBRARY.knows(NAMESPACE, f"{card.text}.why", locale) or card.why is not None, card.key
    for topic in Topic:
        count = sum(card.topic is topic for card in CARDS)
        assert not LIBRARY.knows(NAMESPACE, f"card-{topic.value}-{count + 1:02}", locale)
    for bands in Bands:
        assert not LIBRARY.knows(NAMESPACE, f"bands-{bands.value}-{len(bands.texts) + 1}", locale)


@pytest.mark.parametrize("locale", Locale)
def test_a_card_is_short_and_no_two_are_the_same(locale: Locale) -> None:
    texts = LIBRARY.texts(NAMESPACE, locale)
    questions = {card.key: texts.plain(card.text) for card in CARDS}
    assert {key: words for key, words in questions.items() if len(words) > LONGEST.get(locale, 140)} == {}
    assert len(set(questions.values())) == len(CARDS)
    whys = [texts.plain(card.why) for card in CARDS if card.why is not None]
    assert len(set(whys)) == len(whys)


@pytest.mark.parametrize("locale", Locale)
def test_a_card_is_written_in_its_own_language(locale: Locale) -> None:
    chinese = locale in {Locale.SIMPLIFIED_CHINESE, Locale.TRADITIONAL_CHINESE}
    texts = LIBRARY.texts(NAMESPACE, locale)
    for key in chain.from_iterable(keys(card) for card in CARDS):
        assert any("\u3400" <= one <= "\u9fff" for one in texts.plain(key)) is (chinese or "哈" in texts.plain(key)), (
            key
        )
