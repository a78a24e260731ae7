"""Whatever is kept comes back as it was; whatever is not ours is refused."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import inf
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.codec import Codec
from bot.domain.access import Access
from bot.domain.action import Action, Job
from bot.domain.author import Account
from bot.domain.errors import Unreadable
from bot.domain.events import Event, MemberLeft, Private
from bot.domain.form import Answers, Form
from bot.domain.locales import Locale
from bot.domain.message import Outgoing
from bot.domain.piece import Piece, Sheet
from bot.domain.refs import ChatRef, MessageRef, PersonId, Platform, UserRef
from bot.domain.text import RichText, Style
from tests.bot.core.engine.samples import (
    ACTIONS,
    EVENTS,
    JOBS,
    Confirm,
    Everything,
    Join,
    Nothing,
    Pair,
    Remind,
    Unlisted,
    new_codec,
    values,
)

CODEC = new_codec()
PLATFORM = Platform("discord")
MOMENT = datetime(2026, 11, 21, 12, tzinfo=UTC)
USER = UserRef(PLATFORM, "1234567890123456789")
CHAT = ChatRef(PLATFORM, "1234567890123456789")
MESSAGE = MessageRef(PLATFORM, "1234567890123456789", "1234567890123456790")
EVERYTHING = Everything(
    7, "cat", True, 0.5, Access.ADMIN, Locale.SPANISH, Style.BOLD | Style.QUOTE, PersonId(1), USER, CHAT, MESSAGE,
    Pair("a", 1), None, (Pair("b", 2),), (1, "c"), MOMENT, MOMENT.date(), timedelta(days=1), b"\0",
)  # fmt: skip


FEW = settings(max_examples=40, derandomize=True, database=None, deadline=None)


class Later:
    """The next version of a cog."""

    @dataclass(frozen=True, slots=True)
    class Join(Action):
        event_id: int
        note: str = "none"


@dataclass(frozen=True, slots=True)
class Loose(Action):
    anything: dict[str, str]


@pytest.mark.parametrize("kind", EVENTS)
@FEW
@given(data=st.data())
def test_every_event_comes_back(kind: Any, data: st.DataObject) -> None:
    event = data.draw(values(kind))
    assert CODEC.decode(Event, CODEC.encode(Event, event)) == event


@pytest.mark.parametrize(
    "kind", [Form, Outgoing, Piece, Sheet, RichText, Answers, tuple[MessageRef, ...], ChatRef | None]
)
@FEW
@given(data=st.data())
def test_every_value_comes_back(kind: Any, data: st.DataObject) -> None:
    value = data.draw(values(kind))
    assert CODEC.decode(kind, CODEC.encode(kind, value)) == value


@FEW
@given(action=st.one_of(values(Everything), values(Confirm), values(Nothing)), job=values(Remind))
def test_every_action_and_job_comes_back(action: Action, job: Job) -> None:
    assert CODEC.decode(Action, CODEC.encode(Action, action)) == action
    assert CODEC.decode(Job, CODEC.encode(Job, job)) == job


@FEW
@given(
    action=st.one_of(values(Everything), values(Confirm), values(Nothing)),
    home=st.sampled_from([None, PLATFORM, Platform("telegram")]),
)
def test_every_action_comes_back_from_its_word(action: Action, home: Platform | None) -> None:
    word = CODEC.pack(action, home)
    assert CODEC.unpack(word, home) == action
    assert word.isascii()
    assert word.replace("-", "").replace("_", "").isalnum()
    assert CODEC.kind_of(word) is type(action)
    assert word.startswith(CODEC.number(action))


def test_words_are_short() -> None:
    assert len(CODEC.pack(Nothing())) == 4
    assert len(CODEC.pack(Join(63))) == 6
    assert len(CODEC.pack(EVERYTHING, PLATFORM)) < len(CODEC.encode(Action, EVERYTHING)) / 3


@FEW
@given(st.binary(max_size=40))
def test_any_bytes_are_refused_or_read_but_never_break(noise: bytes) -> None:
    for kind in (Event, Action, Job, Piece, Form):
        with pytest.raises(Unreadable):
            CODEC.decode(kind, noise)


@FEW
@given(st.one_of(st.text(max_size=30), st.from_regex(r"[A-Za-z0-9_\-]{0,30}", fullmatch=True)))
def test_any_word_is_refused_or_read_but_never_breaks(noise: str) -> None:
    for word in (noise, CODEC.number(Join(1)) + noise, CODEC.number(EVERYTHING) + noise):
        try:
            action = CODEC.unpack(word)
        except Unreadable:
            continue
        assert CODEC.unpack(CODEC.pack(action)) == action


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Action, '["events.Join",{"event_id":"7"}]'),
        (Action, '["events.Join",{"event_id":true}]'),
        (Action, '["events.Join",{"event_id":7.0}]'),
        (Action, '["events.Join",{}]'),
        (Action, '["events.Gone",{"event_id":7}]'),
        (Action, '["events.Join"]'),
        (Action, '{"event_id":7}'),
        (Job, '["events.Join",{"event_id":7}]'),
        (RichText, '"parts"'),
        (RichText, '{"parts":"ab"}'),
        (RichText, '{"parts":[["Span",{"text":"a","style":4096}]]}'),
        (RichText, '{"parts":[["Shout",{"text":"a"}]]}'),
        (ChatRef, '"discord"'),
        (Event, '["MemberLeft",{"key":"k","at":"2026-01-01T00:00:00","where":null,"member":null}]'),
        (RichText, "["),
    ],
)
def test_what_is_not_ours_is_refused(kind: type[object], text: str) -> None:
    with pytest.raises(Unreadable):
        CODEC.decode(kind, text)


def test_fields_may_be_added_with_a_default_and_taken_away() -> None:
    assert CODEC.decode(Job, '["events.Remind",{"event_id":7,"gone":1}]') == Remind(7)


def test_a_word_written_before_a_field_was_added_is_still_read() -> None:
    after = Codec([("events", Later.Join)], [])
    assert after.unpack(CODEC.pack(Join(7))) == Later.Join(7, "none")


def test_a_word_with_more_than_its_action_is_refused() -> None:
    with pytest.raises(Unreadable):
        CODEC.unpack(CODEC.pack(Nothing()) + "AAAA")


def test_what_cannot_be_kept_is_refused_at_once() -> None:
    naive = MOMENT.replace(tzinfo=None)
    where = Private(CHAT)
    with pytest.raises(ValueError, match="naive"):
        CODEC.encode(Event, MemberLeft("k", naive, where, Account(USER, "Lena")))
    with pytest.raises(ValueError, match="Unlisted"):
        CODEC.encode(Action, Unlisted(1))
    with pytest.raises(ValueError, match="Unlisted"):
        CODEC.pack(Unlisted(1))
    with pytest.raises(ValueError, match="64-bit"):
        CODEC.encode(Action, Join(2**70))
    with pytest.raises(ValueError, match="float"):
        CODEC.encode(float, inf)


def test_halves_of_surrogate_pairs_become_replacement_characters() -> None:
    broken = "cat \ud83d!"
    assert CODEC.decode(RichText, CODEC.encode(RichText, RichText.of(broken))).plain == "cat \ufffd!"
    assert CODEC.decode(Job, CODEC.encode(Job, Remind(1, broken))) == Remind(1, "cat \ufffd!")


def test_two_classes_of_one_name_in_one_cog_are_refused() -> None:
    with pytest.raises(ValueError, match=r"events\.Join"):
        Codec([*ACTIONS, ("events", Later.Join)], JOBS)


def test_an_action_that_cannot_be_packed_is_refused_when_the_codec_is_built() -> None:
    with pytest.raises(TypeError, match="dict"):
        Codec([("events", Loose)], [])
