"""Hypothesis strategies for what the bot says and for what chats can do: any content, any sane chat."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from bot.domain.action import Action
from bot.domain.attachments import File
from bot.domain.capabilities import Capabilities, Forms, LengthUnit, PrivateReplies, Reactions
from bot.domain.controls import Button, ButtonStyle, Control, LinkButton, OpenPrivately, Option, Select
from bot.domain.message import As, Bot, Card, CardField, Everyone, Only, Outgoing
from bot.domain.refs import MessageRef, Platform, UserRef
from bot.domain.text import Mention, Moment, MomentStyle, RichText, Span, Style

PLATFORM = Platform("test")


@dataclass(frozen=True, slots=True)
class Press(Action):
    """What the strategies' controls do: numbered, so that each is told from the others."""

    number: int


NASTY = (
    "@everyone",
    "@here <@1> <@&2> <#3>",
    "**bold** _it_ ~~s~~ ||spoiler|| `code` ```block```",
    "<b>&amp;</b> <a href='tg://user?id=1'>x</a>",
    "[words](https://example.org)",
    "e" + "\u0301" * 40,
    "👩‍👩‍👧‍👦🇪🇸🇲🇽👍🏽",
    "猫税！你好，朋友。下一句话……「引文。」",
    "한국어 텍스트",
    "\u202eright to left\u202c",
    "a\r\nb\n\n\nc\n    indented",
    "end. Next sentence! And? “Quoted.” more",
    "\\*\\_\\[",
    "# heading\n> quote\n- list\n1. one",
    "\ufffc\u200b\u2060",
    "x" * 70,
    " " * 30,
    "\n" * 12,
)

STYLES: tuple[Style, ...] = tuple(Style)


def combined(chosen: Iterable[Style]) -> Style:
    """Flags in one."""
    styles = Style.PLAIN
    for style in chosen:
        styles |= style
    return styles


ALL_STYLES: Style = combined(STYLES)

styles: st.SearchStrategy[Style] = st.one_of(
    st.just(Style.PLAIN),
    st.sampled_from(STYLES),
    st.lists(st.sampled_from(STYLES), max_size=3).map(combined),
)

letters: st.SearchStrategy[str] = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
words: st.SearchStrategy[str] = st.one_of(letters, st.sampled_from(NASTY))
"""Any characters: what a member may type."""

labels: st.SearchStrategy[str] = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60)

urls: st.SearchStrategy[str] = st.sampled_from(
    ("https://example.org/", "https://example.org/a_b*c?d=(e)&f=g", "http://example.org/" + "p" * 60)
)

users: st.SearchStrategy[UserRef] = st.integers(1, 6).map(lambda number: UserRef(PLATFORM, str(number)))

moments: st.SearchStrategy[datetime] = st.datetimes(
    datetime(2000, 1, 1),  # noqa: DTZ001  # made aware by timezones
    datetime(2099, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)

spans: st.SearchStrategy[Span] = st.builds(Span, words, styles, st.one_of(st.none(), st.none(), urls))

rich_texts: st.SearchStrategy[RichText] = st.lists(
    st.one_of(
        spans,
        spans,
        spans,
        st.builds(Mention, users, letters),
        st.builds(Moment, moments, st.sampled_from(MomentStyle), letters),
    ),
    max_size=12,
).map(lambda parts: RichText(tuple(parts)))

card_fields: st.SearchStrategy[CardField] = st.builds(CardField, words, rich_texts, st.booleans())

cards: st.SearchStrategy[Card] = st.builds(
    Card,
    title=words,
    body=rich_texts,
    fields=st.lists(card_fields, max_size=5).map(tuple),
    footer=words,
    colour=st.one_of(st.none(), st.integers(0, 0xFFFFFF)),
)

files: st.SearchStrategy[File] = st.builds(
    File,
    name=st.from_regex(r"[a-z]{1,8}\.(png|txt)", fullmatch=True),
    media_type=st.sampled_from(("image/png", "text/plain")),
    content=st.integers(0, 40).map(bytes),
    alt=words,
    spoiler=st.booleans(),
)

actions: st.SearchStrategy[Press] = st.builds(Press, st.integers(0, 10**6))

options: st.SearchStrategy[Option] = st.builds(Option, labels, actions, st.one_of(st.just(""), labels), st.booleans())

controls: st.SearchStrategy[Control] = st.one_of(
    st.builds(Button, labels, actions, st.sampled_from(ButtonStyle), st.one_of(st.none(), users)),
    st.builds(LinkButton, labels, urls),
    st.builds(OpenPrivately, labels, actions),
    st.builds(Select, labels, st.lists(options, max_size=9).map(tuple), st.one_of(st.none(), users)),
)

rows: st.SearchStrategy[tuple[tuple[Control, ...], ...]] = st.lists(
    st.lists(controls, max_size=7).map(tuple), max_size=4
).map(tuple)

outgoings: st.SearchStrategy[Outgoing] = st.builds(
    Outgoing,
    text=rich_texts,
    card=st.one_of(st.none(), cards),
    files=st.lists(files, max_size=6).map(tuple),
    controls=rows,
    reply_to=st.one_of(st.none(), st.just(MessageRef(PLATFORM, "1", "2"))),
    audience=st.one_of(st.just(Everyone()), st.builds(Only, users)),
    speaker=st.one_of(st.just(Bot()), st.builds(As, words, st.none())),
    mentions=st.lists(users, max_size=4, unique=True).map(tuple),
    silent=st.booleans(),
    lifetime=st.one_of(st.none(), st.just(timedelta(minutes=1))),
)


@st.composite
def capabilities(draw: st.DrawFn, least_text: int = 4) -> Capabilities:
    """Any sane chat.

    Args:
        draw: given by Hypothesis.
        least_text: the smallest limit of a text; renderers that add markup need room for it.
    """
    text = draw(st.one_of(st.integers(least_text, least_text + 60), st.sampled_from((200, 2_000, 4_096))))
    return Capabilities(
        unit=draw(st.sampled_from(LengthUnit)),
        text=text,
        caption=draw(st.one_of(st.just(text), st.integers(0, text))),
        styles=draw(st.one_of(st.just(ALL_STYLES), styles)),
        links=draw(st.booleans()),
        moments=draw(st.booleans()),
        cards=draw(st.booleans()),
        card_text=draw(st.one_of(st.integers(least_text, 80), st.just(6_000))),
        card_fields=draw(st.sampled_from((0, 1, 2, 25))),
        key_columns=draw(st.integers(0, 5)),
        key_rows=draw(st.integers(0, 5)),
        keys=draw(st.sampled_from((0, 1, 4, 25, 100))),
        label=draw(st.sampled_from((1, 2, 5, 20, 80))),
        callback=64,
        lists=draw(st.sampled_from((0, 1, 3, 25))),
        forms=draw(st.sampled_from(Forms)),
        form_fields=5,
        form_title=45,
        form_label=45,
        private_replies=draw(st.sampled_from(PrivateReplies)),
        notice=draw(st.sampled_from((0, 200))),
        reactions=draw(st.sampled_from(Reactions)),
        fixed_reactions=frozenset({"👍"}),
        files=draw(st.sampled_from((0, 1, 2, 10))),
        file_bytes=draw(st.sampled_from((10, 30))),
        picture_bytes=draw(st.sampled_from((5, 20))),
        download_bytes=20_000_000,
        speaks_as=draw(st.booleans()),
        replies=draw(st.booleans()),
        edits=draw(st.booleans()),
        deletes_others=draw(st.booleans()),
        tells_deletions=draw(st.booleans()),
        reads_all=draw(st.booleans()),
        sees_joins=draw(st.booleans()),
        holds_back=draw(st.booleans()),
        threads=draw(st.booleans()),
        native_events=draw(st.booleans()),
    )
