"""What is kept in memory: bounded, for a while, never older than the last news, and refreshed over the bus."""

import asyncio

import pytest

from bot.core.news import relay
from bot.core.remembered import LIFETIME, Remembered
from bot.ports.bus import News, Topic
from tests.kit.bus import LocalBus
from tests.kit.clock import MovableClock, settle


async def test_an_answer_is_kept_for_a_while(clock: MovableClock) -> None:
    kept: Remembered[str, int] = Remembered(clock, 10)
    kept.keep("cat", 1, kept.mark())
    assert kept.get("cat") == 1
    await clock.move(LIFETIME)
    assert kept.get("cat") is None


@pytest.mark.parametrize("how", ["drop", "drop about", "clear"])
def test_what_was_read_before_news_came_is_not_kept(clock: MovableClock, how: str) -> None:
    kept: Remembered[str, int] = Remembered(clock, 10, lambda value: (value,))
    mark = kept.mark()
    match how:
        case "drop":
            kept.drop("cat")
        case "drop about":
            kept.drop_about(1)
        case _:
            kept.clear()
    kept.keep("cat", 1, mark)
    assert kept.get("cat") is None


def test_only_so_many_are_kept_those_used_last(clock: MovableClock) -> None:
    kept: Remembered[int, int] = Remembered(clock, 3)
    for number in range(4):
        kept.keep(number, number, kept.mark())
    assert [kept.get(number) for number in range(4)] == [None, 1, 2, 3]


def test_answers_about_something_are_dropped_until_they_are_read_again(clock: MovableClock) -> None:
    kept: Remembered[str, int] = Remembered(clock, 10, lambda value: ("odd",) if value % 2 else ())
    for number, name in enumerate(["zero", "one", "two"]):
        kept.keep(name, number, kept.mark())
    kept.drop_about("odd")
    assert [kept.get(name) for name in ("zero", "one", "two")] == [0, None, 2]
    kept.keep("one", 1, kept.mark())
    assert kept.get("one") == 1


@pytest.mark.parametrize("how", ["drop", "drop about"])
def test_news_of_another_does_not_keep_an_answer_from_being_kept(clock: MovableClock, how: str) -> None:
    kept: Remembered[str, int] = Remembered(clock, 10, lambda value: (value,))
    mark = kept.mark()
    if how == "drop":
        kept.drop("dog")
    else:
        kept.drop_about(2)
    kept.keep("cat", 1, mark)
    assert kept.get("cat") == 1


def test_news_that_is_no_longer_known_drops_all_that_was_kept_before_it(clock: MovableClock) -> None:
    kept: Remembered[str, int] = Remembered(clock, 3, lambda value: (value,))
    kept.keep("cat", 1, kept.mark())
    kept.drop_about(1)
    for other in range(2, 6):
        kept.drop_about(other)
    assert kept.get("cat") is None, "news of it was the oldest, and is not held against it any more"
    kept.keep("cat", 1, kept.mark())
    assert kept.get("cat") == 1


class Listener:
    """Writes down what it hears."""

    def __init__(self) -> None:
        self.heard_news: list[News | None] = []

    def heard(self, news: News) -> None:
        self.heard_news.append(news)

    def forget_all_remembered(self) -> None:
        self.heard_news.append(None)


async def test_news_reaches_every_store_and_each_start_forgets_everything(bus: LocalBus) -> None:
    stores = [Listener(), Listener()]
    task = asyncio.create_task(relay(bus, stores))
    await settle()
    news = News(Topic.SETTINGS, "1")
    await bus.tell(news)
    await settle()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert [store.heard_news for store in stores] == [[None, news]] * 2
