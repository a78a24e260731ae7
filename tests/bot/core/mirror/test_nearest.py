"""Which emoji stands for one that is not to be had."""

from dataclasses import replace

import pytest

from bot.core.mirror.reactions import Reaction, nearest, shown_on, told_on
from bot.domain.capabilities import Reactions
from bot.domain.refs import MessageRef, Platform
from tests.kit.fake import RICH

FEW = replace(RICH, reactions=Reactions.FIXED, fixed_reactions=frozenset({"👍", "❤", "🔥", "🎉", "😁", "❤️‍🔥"}))
NONE = replace(RICH, reactions=Reactions.NONE)
THERE, ELSEWHERE = MessageRef(Platform("one"), "1", "1"), MessageRef(Platform("other"), "2", "2")


@pytest.mark.parametrize(
    ("emoji", "few", "every"),
    [
        ("👍", "👍", "👍"),
        ("👍🏽", "👍", "👍🏽"),
        ("❤️", "❤", "❤️"),
        ("🧡", "❤", "🧡"),
        ("❤️‍🔥", "❤️‍🔥", "❤️‍🔥"),
        ("❤‍🔥", "❤", "❤‍🔥"),
        ("🙆🏻‍♀️", "👍", "🙆🏻‍♀️"),
        ("🇪🇸", None, "🇪🇸"),
        ("🏴󠁧󠁢󠁳󠁣󠁴󠁿", None, "🏴󠁧󠁢󠁳󠁣󠁴󠁿"),
        ("1️⃣", None, "1️⃣"),
        ("#️⃣", None, "#️⃣"),
        ("👨‍👩‍👧‍👦", None, "👨‍👩‍👧‍👦"),
        ("🏽", None, "🏽"),
        ("\ufe0f", None, "\ufe0f"),
        ("", None, None),
        (":", None, None),
        (":blobheart:", "❤", "❤"),
        ("blobheart:1234", "❤", "❤"),
        ("xd:1", "😁", "😁"),
        ("broken:1", None, "💔"),
        ("5431234567890", None, None),
    ],
)
def test_the_nearest_that_is_there(emoji: str, few: str | None, every: str | None) -> None:
    assert nearest(emoji, FEW) == few
    assert nearest(emoji, RICH) == every
    assert nearest(emoji, NONE) is None


def _reacted(at: MessageRef, account: str, *emoji: str) -> list[Reaction]:
    return [Reaction(at, account, one, account) for one in emoji]


def test_the_most_frequent_of_all_that_were_made_elsewhere_is_shown() -> None:
    made = [
        *_reacted(ELSEWHERE, "Ana", "🎉", "🧡"),
        *_reacted(ELSEWHERE, "Bo", "❤️"),
        *_reacted(THERE, "Cy", "🎉", "🎉"),
    ]
    assert shown_on([THERE], made, FEW) == "❤"
    assert shown_on([ELSEWHERE], made, FEW) == "🎉"
    assert shown_on([THERE], _reacted(ELSEWHERE, "Ana", "🇪🇸"), FEW) is None


def test_a_small_line_names_who_reacted() -> None:
    made = [
        *_reacted(ELSEWHERE, "Ana", "👍", "party:1"),
        *_reacted(ELSEWHERE, "Bo", "👍"),
        *_reacted(THERE, "Cy", "👍"),
    ]
    assert told_on([THERE], made) == "👍 Ana, Bo · :party: Ana"
    crowd = [one for name in "abcde" for one in _reacted(ELSEWHERE, name, "👍")]
    assert told_on([THERE], crowd) == "👍 a, b, c…"
