"""Texts and entities: whatever comes, it fits, it is kept, and nobody is pinged who is not listed."""

from datetime import UTC, datetime, timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st
from telegram import MessageEntity

from bot.adapters.telegram.limits import TEXT
from bot.adapters.telegram.names import user_ref
from bot.adapters.telegram.words import JOINER, WIDE_AT, Words, worded
from bot.domain.capabilities import LengthUnit
from bot.domain.refs import Platform, UserRef
from bot.domain.text import Mention, Moment, MomentStyle, Part, RichText, Span, Style
from tests.twins.telegram.jsons import Json
from tests.twins.telegram.texts import check_entities, found_in, nested_properly, part

OWN = "cat_tax_bot"
NIGHT = datetime(2026, 11, 21, 19, 30, tzinfo=UTC)
LISTED = user_ref(42)
measure = LengthUnit.UTF16.measure


def raw(words: Words) -> list[Json]:
    return [entity.to_dict() for entity in words.entities]


def pinged(words: Words) -> list[str]:
    """The mentions that Telegram would find by itself, but the bot's own name."""
    found = found_in(words.text, check_entities(words.text, raw(words)))
    names = [part(words.text, entity) for entity in found if entity["type"] == "mention"]
    return [name for name in names if name.lower() != f"@{OWN}"]


def made(*parts: Part, mentions: tuple[UserRef, ...] = (), limit: int = TEXT) -> Words:
    return worded(RichText(parts), pinged=mentions, own_name=OWN, limit=limit)


def looks(words: Words) -> list[tuple[str, str]]:
    return [(entity.type, part(words.text, entity.to_dict())) for entity in words.entities]


# Texts that are out for trouble: names, borders of names, addresses, surrogate pairs, combining marks.
_TROUBLE = st.sampled_from(
    [
        "@", "@durov", "durov", "_x", " ", "\n", "/ban@other_bot", "a@b.example", "https://youtube.com/@who", "https://",
        "x.example/@who", "@everyone", "😀", "é", "e\u0301" * 9, "\u2060", "中文", "@" + OWN, "#tag", "tg://user?id=1",
        "\ud83d", "\x00", "＠who", ".", "@@",
    ]
)  # fmt: skip
TEXTS = st.lists(st.one_of(_TROUBLE, st.text(max_size=12)), max_size=6).map("".join)
STYLES = st.integers(0, 255).map(Style)
URLS = st.one_of(
    st.none(), st.sampled_from(["https://a.example/x", "tg://user?id=7", "http://b.example", "javascript:1"])
)
SPANS = st.builds(Span, TEXTS, STYLES, URLS)
USERS = st.sampled_from([LISTED, user_ref(43), UserRef(Platform("discord"), "42"), UserRef(Platform("telegram"), "x")])
MENTIONS = st.builds(Mention, USERS, TEXTS)
MOMENTS = st.builds(
    Moment,
    st.integers(0, 10**9).map(lambda seconds: NIGHT + timedelta(seconds=seconds)),
    st.sampled_from(MomentStyle),
    TEXTS,
)
PARTS = st.lists(st.one_of(SPANS, MENTIONS, MOMENTS), max_size=12)


def as_read(text: str) -> str:
    """A text as a reader sees it."""
    return text.replace(JOINER, "").replace(WIDE_AT, "@").encode("utf-8", "replace").decode()


@settings(max_examples=400, deadline=None, derandomize=True)
@given(PARTS, st.booleans())
@example([Span("@", Style.CODE), Span("durov")], False)
@example([Span("@durov", url="https://@durov/@durov")], False)
@example([Span("x", Style.BOLD), Mention(LISTED, ""), Span("y", Style.QUOTE)], False)
def test_any_text_fits_is_kept_and_pings_nobody_unlisted(parts: list[Part], tight: bool) -> None:
    text = RichText(tuple(parts))
    limit = measure(text.plain) if tight else TEXT
    words = worded(text, pinged=(LISTED,), own_name=OWN, limit=limit)
    assert measure(words.text) <= max(limit, 0)
    assert as_read(words.text) == as_read(text.plain)
    kept = check_entities(words.text, raw(words))
    assert len(kept) == len(words.entities)
    assert nested_properly(kept)
    assert pinged(words) == []
    named = [entity.user.id for entity in words.entities if entity.user is not None]
    assert set(named) <= {42}
    assert all(entity.url is None or entity.url.startswith("http") for entity in words.entities)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.builds(Span, st.sampled_from(["@durov", "b@c", " ", "x"]), STYLES), min_size=120, max_size=160))
def test_more_entities_than_telegram_takes_give_way_and_still_nobody_is_pinged(parts: list[Span]) -> None:
    words = worded(RichText(tuple(parts)), pinged=(), own_name=OWN, limit=TEXT)
    assert len(words.entities) <= 100
    assert pinged(words) == []


def test_styles_nest_and_neighbours_of_one_look_are_one() -> None:
    words = made(Span("a", Style.BOLD), Span("b", Style.BOLD | Style.ITALIC), Span("c", Style.ITALIC))
    assert looks(words) == [("bold", "ab"), ("italic", "b"), ("italic", "c")]


def test_a_quotation_goes_on_around_a_mention_in_it() -> None:
    words = made(Span("so said ", Style.QUOTE), Mention(user_ref(7), "Mia"), Span(" today", Style.QUOTE))
    assert looks(words) == [("blockquote", "so said @\u2060Mia today")]


def test_offsets_count_utf_16_units() -> None:
    words = made(Span("😀 "), Span("cat", Style.BOLD))
    assert [(entity.offset, entity.length) for entity in words.entities] == [(3, 3)]


def test_a_listed_member_is_pinged_by_a_mention_of_the_account() -> None:
    words = made(Mention(LISTED, "Mia"), Mention(user_ref(43), "Bo"), mentions=(LISTED,))
    [mention] = words.entities
    assert mention.type == MessageEntity.TEXT_MENTION
    assert mention.user is not None
    assert mention.user.id == 42
    assert as_read(words.text) == "@Mia@Bo"


def test_a_moment_is_shown_to_each_reader_in_their_own_zone() -> None:
    [moment] = made(Moment(NIGHT, MomentStyle.DATE_TIME, "Saturday, 19:30 UTC")).entities
    assert (moment.type, moment.unix_time, moment.date_time_format) == ("date_time", NIGHT, "Dt")


def test_a_name_is_found_across_the_borders_of_parts() -> None:
    assert pinged(Words("@durov")) == ["@durov"]  # the finder works
    assert made(Span("@"), Span("durov", Style.BOLD)).text == f"@{JOINER}durov"


def test_code_holds_no_name_that_goes_on_behind_it() -> None:
    assert made(Span("@", Style.CODE), Span("durov")).text == f"@{JOINER}durov"
    assert made(Span("@du", Style.CODE), Span("rov")).text == f"@{JOINER}durov"


def test_code_and_a_web_address_keep_their_names() -> None:
    words = made(Span("@durov", Style.CODE), Span(" https://youtube.com/@who, a@b.example"))
    assert words.text == "@durov https://youtube.com/@who, a@b.example"
    assert looks(words) == [("code", "@durov"), ("text_link", "https://youtube.com/@who")]
    assert pinged(words) == []


def test_a_command_to_another_bot_is_taken_apart_and_the_bots_own_is_not() -> None:
    assert made(Span(f"/ban@other_bot /help@{OWN} @{OWN}")).text == f"/ban@{JOINER}other_bot /help@{OWN} @{OWN}"


def test_a_text_that_would_grow_too_long_gets_a_wide_sign_of_the_same_length() -> None:
    words = made(Span("@who @who"), limit=9)
    assert words.text == f"{WIDE_AT}who {WIDE_AT}who"


def test_only_web_addresses_become_links() -> None:
    assert looks(made(Span("him", url="tg://user?id=7"), Span(" it", url="https://a.example"))) == [
        ("text_link", " it")
    ]
