"""A Discord channel and a Telegram topic are one conversation: words, answers, edits, deletions, reactions."""

import asyncio
from collections.abc import Callable

import pytest

from tests.cogs.bridge.kit import TOPIC, bridged, only, stands
from tests.kit.patience import PATIENCE
from tests.kit.stage import GENERAL, Member, Seen, expect
from tests.kit.stages.pairs import Pair

pytestmark = pytest.mark.every_stage


async def said(pair: Pair, words: str, by: Member, other: Member) -> tuple[Seen, Seen]:
    """Somebody of the left says something; the message and its copy on the right."""
    message = await by.says(words, chat=GENERAL)
    return message, await only(pair, pair.right, other, words)


async def said_back(pair: Pair, words: str, by: Member, other: Member) -> tuple[Seen, Seen]:
    """Somebody of the right says something; the message and its copy on the left."""
    message = await by.says(words, chat=TOPIC)
    return message, await only(pair, pair.left, other, words)


def answer_shown(copy: Seen, answered: Seen, words: str) -> bool:
    """Whether a copy shows what it answers: as an answer, or, where such a post cannot, by its words."""
    return copy.answers == answered.id or words in copy.text


async def test_words_cross_both_ways_under_their_authors_names_and_once(pair: Pair) -> None:
    await bridged(pair)
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    _, copy = await said(pair, "Hello over there", ana, bo)
    assert "Ana" in copy.text or copy.author == "Ana"
    _, back = await said_back(pair, "Hello over here", bo, ana)
    assert "Bo" in back.text or back.author.startswith("Bo")
    assert len(stands(ana, "Hello over there")) == 1, "nothing comes back"
    assert len(stands(bo, "Hello over here")) == 1


async def test_an_answer_to_a_copy_or_to_an_original_answers_the_right_message_over_there(pair: Pair) -> None:
    await bridged(pair)
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    question, question_there = await said(pair, "Who saw my cat", ana, bo)
    await bo.says("On the roof again", to=question_there, chat=TOPIC)
    answer_here = await only(pair, pair.left, ana, "On the roof again")
    assert answer_shown(answer_here, question, "Who saw my cat")
    await ana.says("I mean this one", to=question, chat=GENERAL)
    assert answer_shown(await only(pair, pair.right, bo, "I mean this one"), question_there, "Who saw my cat")
    await ana.says("Thanks for looking", to=answer_here, chat=GENERAL)
    thanks = await only(pair, pair.right, bo, "Thanks for looking")
    (original,) = [seen for seen in stands(bo, "On the roof again") if not seen.by_bot]
    assert answer_shown(thanks, original, "On the roof again")


async def test_an_edit_changes_the_copy_also_after_a_restart(pair: Pair) -> None:
    await bridged(pair)
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    here, there = await said(pair, "A first thouhgt", ana, bo)
    back, back_here = await said_back(pair, "Another thouhgt", bo, ana)
    await ana.edits(here, "A first thought")
    changed = await only(pair, pair.right, bo, "A first thought")
    assert changed.id == there.id
    await pair.restarts()
    await bo.edits(back, "Another thought")
    changed = await only(pair, pair.left, ana, "Another thought")
    assert changed.id == back_here.id
    assert not [seen for seen in stands(ana, "thouhgt") if seen.by_bot]


async def test_a_deletion_takes_the_copy_along_where_the_platform_tells_of_it(pair: Pair) -> None:
    await bridged(pair)
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    here, _ = await said(pair, "Forget this please", ana, bo)
    await ana.deletes(here)
    await expect(pair.right, bo).no_longer_sees("Forget this please")


async def test_a_reaction_shows_on_the_copy_and_goes_again(pair: Pair) -> None:
    await bridged(pair)
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    here, there = await said(pair, "A picture of tuna", ana, bo)
    await ana.reacts("❤️" if pair.name == "twins" else "👍", here)
    await until(pair, lambda: bool(now(bo, there).reactions))
    await bo.reacts("👍", there)
    await until(pair, lambda: bool(now(ana, here).reactions))


async def test_what_is_said_around_a_restart_crosses_once_and_in_order(pair: Pair) -> None:
    await bridged(pair)
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    for one in range(3):
        await ana.says(f"word {one} before", chat=GENERAL)
    await pair.left.settled()  # accepted; what was said while nobody listened, not every platform tells again
    await pair.restarts()
    for one in range(3):
        await ana.says(f"word {one} after", chat=GENERAL)
    await only(pair, pair.right, bo, "word 2 after")
    there = "\n".join(seen.text for seen in bo.visible() if seen.by_bot)
    found = [f"word {one} {when}" for when in ("before", "after") for one in range(3)]
    assert [there.count(words) for words in found] == [1] * 6
    assert sorted(found, key=there.index) == found


def now(member: Member, message: Seen) -> Seen:
    """A message as somebody sees it now."""
    return next(seen for seen in member.visible() if seen.id == message.id)


async def until(pair: Pair, true: Callable[[], bool]) -> None:
    """Waits until something is so."""
    async with asyncio.timeout(PATIENCE):
        while not true():
            await pair.settled()
            await asyncio.sleep(0)
