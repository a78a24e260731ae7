"""Which waiting messages are put together."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.degrade import fold
from bot.domain.attachments import File
from bot.domain.controls import LinkButton
from bot.domain.message import As, Card, Only, Outgoing
from bot.domain.refs import MessageRef, Platform, UserRef
from bot.domain.text import RichText
from tests.bot.core.degrade.chats import PLAIN_CHAT

TEST = Platform("test")
ANN, BOB = UserRef(TEST, "1"), UserRef(TEST, "2")
ONE, TWO = Outgoing(RichText.of("one"), mentions=(ANN,)), Outgoing(RichText.of("two"), mentions=(BOB, ANN))


def test_plain_messages_become_one_with_all_their_pings() -> None:
    assert fold([ONE, TWO, ONE]) == [
        Outgoing(RichText.join([ONE.text, TWO.text, ONE.text], "\n\n"), mentions=(ANN, BOB))
    ]


def test_no_message_grows_too_long_for_its_chat() -> None:
    lines = [Outgoing(RichText.of("x" * 20)) for _ in range(5)]
    assert [len(one.text.plain) for one in fold(lines, PLAIN_CHAT)] == [42, 42, 20]
    assert [len(one.text.plain) for one in fold(lines, PLAIN_CHAT, lambda text: 3 * len(text.plain))] == [20] * 5
    assert [len(one.text.plain) for one in fold(lines)] == [108]


@pytest.mark.parametrize(
    "other",
    [
        replace(TWO, silent=False),
        replace(TWO, audience=Only(ANN)),
        replace(TWO, speaker=As("Ann")),
        replace(TWO, lifetime=timedelta(1)),
        replace(TWO, card=Card("title")),
        replace(TWO, files=(File("a.txt", "text/plain", b"a"),)),
        replace(TWO, controls=((LinkButton("a", "https://e.org"),),)),
        replace(TWO, reply_to=MessageRef(TEST, "1", "2")),
        Outgoing(),
    ],
)
def test_what_would_change_its_meaning_stays_alone(other: Outgoing) -> None:
    assert fold([ONE, other]) == [ONE, other]
    assert fold([other, ONE]) == [other, ONE]
