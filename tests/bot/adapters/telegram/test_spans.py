"""What members wrote with all its looks, as rich text."""

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st
from telegram import MessageEntity

from bot.adapters.telegram.names import user_ref
from bot.adapters.telegram.spans import spanned
from bot.adapters.telegram.words import JOINER, worded
from bot.domain.events import MessageEdited, MessagePosted
from bot.domain.text import Mention, Moment, MomentStyle, Part, RichText, Span, Style, written
from tests.bot.adapters.telegram.rig import Rig
from tests.twins.telegram.jsons import Json
from tests.twins.telegram.testing import picture
from tests.twins.telegram.texts import length

AT = datetime(2026, 11, 21, 18, 0, tzinfo=UTC)


def marked(kind: str, text: str, words: str, **more: object) -> Json:
    """An entity over some words of a text."""
    return {"type": kind, "offset": length(text[: text.index(words)]), "length": length(words), **more}


async def posted(rig: Rig, text: str, *entities: Json, photo: bytes | None = None) -> RichText:
    mia = rig.twin.add_user("Mia")
    mia.posts(mia.private, text, entities=entities, photo=photo)
    return (await rig.got(MessagePosted))[-1].text


async def test_every_look_comes_in(rig: Rig) -> None:
    text = "😀 bold italic under strike spoiler code block quote more"
    kinds = (
        ("bold", "bold", Style.BOLD),
        ("italic", "italic", Style.ITALIC),
        ("underline", "under", Style.UNDERLINE),
        ("strikethrough", "strike", Style.STRIKE),
        ("spoiler", "spoiler", Style.SPOILER),
        ("code", "code", Style.CODE),
        ("pre", "block", Style.BLOCK),
        ("blockquote", "quote", Style.QUOTE),
        ("expandable_blockquote", "more", Style.QUOTE),
    )
    found = await posted(rig, text, *(marked(kind, text, words) for kind, words, _ in kinds))
    looks = {part.text: part.style for part in found if isinstance(part, Span)}
    assert {words: looks[words] for _, words, _ in kinds} == {words: style for _, words, style in kinds}
    assert found.plain == text


async def test_looks_within_looks_are_taken_apart(rig: Rig) -> None:
    text = "猫😺 cats rule 税"
    found = await posted(
        rig,
        text,
        marked("blockquote", text, "😺 cats rule"),
        marked("bold", text, "cats rule"),
        marked("italic", text, "rule"),
    )
    quoted = Style.QUOTE | Style.BOLD
    assert found == RichText(
        (
            Span("猫"),
            Span("😺 ", Style.QUOTE),
            Span("cats ", quoted),
            Span("rule", quoted | Style.ITALIC),
            Span(" 税"),
        )
    )


async def test_a_caption_has_looks_too(rig: Rig) -> None:
    found = await posted(rig, "my cat", marked("bold", "my cat", "cat"), photo=picture())
    assert found == RichText((Span("my "), Span("cat", Style.BOLD)))


async def test_an_edit_has_looks_too_and_a_look_alone_is_an_edit(rig: Rig) -> None:
    mia = rig.twin.add_user("Mia")
    said = mia.posts(mia.private, "my cat")
    mia.edits(said, "my cat", entities=[marked("bold", "my cat", "cat")])
    [edited] = await rig.got(MessageEdited)
    assert edited.text == RichText((Span("my "), Span("cat", Style.BOLD)))


async def test_a_link_leads_somewhere_unless_it_is_none_of_the_webs(rig: Rig) -> None:
    text = "here there https://c.example"
    found = await posted(
        rig,
        text,
        marked("text_link", text, "here", url="https://a.example/"),
        marked("text_link", text, "there", url="tg://user?id=5"),
    )
    assert [(part.text, part.url) for part in found if isinstance(part, Span)] == [
        ("here", "https://a.example/"),
        (" ", None),
        ("there", None),
        (" https://c.example", None),
    ]


async def test_a_bold_member_without_a_handle_is_one_mention(rig: Rig) -> None:
    named: Json = {"id": 5, "is_bot": False, "first_name": "Bo"}
    text = "😀 hi Bo!"
    found = await posted(rig, text, marked("text_mention", text, "Bo", user=named), marked("bold", text, "o!"))
    assert found == RichText((Span("😀 hi "), Mention(user_ref(5), "Bo"), Span("!", Style.BOLD)))


async def test_a_moment_stays_one(rig: Rig) -> None:
    text = "see you at eight"
    stamp = int(AT.timestamp())
    found = await posted(rig, text, marked("date_time", text, "eight", unix_time=stamp, date_time_format="wdt"))
    assert found == RichText((Span("see you at "), Moment(AT, MomentStyle.DATE_TIME, "eight")))


async def test_a_custom_emoji_is_the_plain_one_it_stands_for(rig: Rig) -> None:
    found = await posted(rig, "ok 👍", marked("custom_emoji", "ok 👍", "👍", custom_emoji_id="7"))
    assert found == RichText.of("ok 👍")


_STYLES = st.sampled_from(
    [
        Style.PLAIN,
        Style.BOLD,
        Style.BOLD | Style.ITALIC,
        Style.SPOILER | Style.UNDERLINE,
        Style.CODE,
        Style.BLOCK,
        Style.QUOTE | Style.STRIKE,
    ]
)
_SPANS = st.builds(Span, st.text("ab 猫😺\n", min_size=1, max_size=6), _STYLES, st.none())
_PARTS: st.SearchStrategy[list[Part]] = st.lists(
    st.one_of(
        _SPANS,
        st.builds(Span, st.text("ab😺", min_size=1, max_size=4), st.just(Style.BOLD), st.just("https://a.example/")),
        st.builds(Mention, st.just(user_ref(5)), st.sampled_from(["Bo", "😺"])),
        st.builds(Moment, st.just(AT), st.sampled_from(MomentStyle), st.just("later")),
    ),
    max_size=8,
)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(_PARTS)
def test_what_is_said_is_read_back_character_by_character(parts: list[Part]) -> None:
    text = RichText.join([RichText((part,)) for part in parts], "|")
    said = worded(text, pinged=(user_ref(5),), own_name="bot", limit=4096)
    read = spanned(said.text, said.entities)
    assert _characters(read) == _characters(text)


def _characters(text: RichText) -> list[tuple[str, Style, str | None, str]]:
    """Each character with how it looks and what it is; a mention is shown without its sign when it is read."""
    found: list[tuple[str, Style, str | None, str]] = []
    for part in text:
        match part:
            case Span(text=words, style=style, url=url):
                found += [(char, style, url, "") for char in words]
            case Mention(name=name):
                found.append((name.removeprefix(JOINER), Style.PLAIN, None, "mention"))
            case Moment(style=kind):
                found.append((written(part), Style.PLAIN, None, kind.value))
    return found


@settings(max_examples=300, deadline=None, derandomize=True)
@given(
    st.text("a猫😺", max_size=10),
    st.lists(
        st.builds(
            MessageEntity,
            st.sampled_from(["bold", "code", "text_link", "date_time", "url"]),
            st.integers(0, 20),
            st.integers(0, 20),
            url=st.just("https://a.example/"),
            unix_time=st.just(AT),
        ),
        max_size=6,
    ),
)
def test_whatever_is_claimed_about_a_text_none_of_it_is_lost(text: str, entities: list[MessageEntity]) -> None:
    plain = spanned(text, entities).plain
    # Where an entity cuts an emoji in two, that one alone is lost.
    assert "\ufffd" in plain or plain == text
    assert plain.count("a") == text.count("a")
    assert plain.count("猫") == text.count("猫")
