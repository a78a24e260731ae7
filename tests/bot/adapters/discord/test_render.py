"""Pieces as request bodies: within every limit that the twin refuses by, and nobody pinged unasked."""

import discord
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from bot.adapters.discord import limits, render
from bot.adapters.discord.custom_ids import CustomIds, data_of, is_private
from bot.adapters.discord.markup import markup
from bot.adapters.discord.names import PLATFORM, message_ref, user_ref
from bot.adapters.discord.wire import JsonObject
from bot.domain.attachments import File
from bot.domain.capabilities import Capabilities, Reactions
from bot.domain.controls import ButtonStyle
from bot.domain.message import As, Card, CardField
from bot.domain.piece import Choice, Key, LinkKey, ListKey, Piece, PressKey, PrivateKey
from bot.domain.refs import Platform, UserRef
from bot.domain.text import Mention, RichText, Span, Style
from tests.bot.adapters.discord.markdown_model import read
from tests.kit.strategies import NASTY, cards, files, rich_texts, words
from tests.twins.discord.rest_webhooks import check_name
from tests.twins.discord.validate import ANSWER_FIELDS, CREATE_FIELDS, EDIT_FIELDS, WEBHOOK_FIELDS, check_message
from tests.twins.discord.world import Attachment

CAPABILITIES = limits.private_capabilities()


def measured(text: RichText) -> int:
    return limits.UNIT.measure(markup(text).text)


def card_size(card: Card) -> int:
    """As the core measures a card."""
    texts = [RichText.of(card.title), card.body, RichText.of(card.footer)]
    texts += [text for field in card.fields for text in (RichText.of(field.name), field.value)]
    return sum(map(measured, texts))


datas = st.one_of(st.text("<>abc:", max_size=8), st.text(min_size=1, max_size=limits.CALLBACK))
press_keys = st.builds(PressKey, st.text(min_size=1, max_size=limits.LABEL // 2), datas, st.sampled_from(ButtonStyle))
link_keys = st.builds(LinkKey, st.text(max_size=20), st.sampled_from(("https://e.org/x", "http://e.org/" + "x" * 600)))
private_keys = st.builds(PrivateKey, st.text(max_size=20), datas)
choices = st.builds(Choice, st.text(max_size=40), datas, st.text(max_size=40), st.booleans())
list_keys = st.builds(ListKey, st.text(max_size=60), st.lists(choices, max_size=25).map(tuple))
keys: st.SearchStrategy[Key] = st.one_of(press_keys, link_keys, private_keys, list_keys)
pieces = st.builds(
    Piece,
    text=rich_texts,
    card=st.one_of(st.none(), cards),
    files=st.lists(files, max_size=limits.FILES).map(tuple),
    keys=st.lists(st.lists(keys, max_size=5).map(tuple), max_size=5).map(tuple),
    reply_to=st.one_of(st.none(), st.just(message_ref(1, 2))),
    mentions=st.lists(st.integers(1, 300).map(user_ref), max_size=150).map(tuple),
    silent=st.booleans(),
)


def checked(body: render.Body, allowed: frozenset[str] | set[str]) -> None:
    uploads = {index: Attachment(index, file.name, file.content, None) for index, file in enumerate(body.files)}
    check_message(body.form, allowed, uploads)
    assert body.form["allowed_mentions"]["parse"] == []
    assert body.form["allowed_mentions"]["replied_user"] is False


@settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(pieces)
def test_any_piece_within_the_capabilities_comes_out_within_the_limits(piece: Piece) -> None:
    assume(measured(piece.text) <= CAPABILITIES.text)
    assume(piece.card is None or card_size(piece.card) <= CAPABILITIES.card_text)
    checked(render.message(piece), CREATE_FIELDS)
    checked(render.answer(piece, private=True), ANSWER_FIELDS)
    checked(render.change(piece), EDIT_FIELDS)
    checked(render.spoken(piece, As("Ann")), WEBHOOK_FIELDS)


@given(words)
def test_any_name_can_speak_through_a_webhook(name: str) -> None:
    shown = render.speaker_name(name)
    check_name(shown, "username")


@pytest.mark.parametrize(
    "name", ["Clyde", "my DISCORD friend", "discordclyde", "everyone", "HERE", "", "  ", "x" * 99, "\u200b"]
)
def test_barred_names_are_changed_and_that_is_reported(name: str) -> None:
    body = render.spoken(Piece(RichText.of("x")), As(name))
    check_name(body.form["username"], "username")
    assert "speaker-name" in body.losses


def test_a_speakers_picture_must_be_public() -> None:
    body = render.spoken(Piece(RichText.of("x")), As("Ann", "http://127.0.0.1/x"))
    assert ("avatar_url" in body.form, body.losses) == (False, ("speaker-picture",))
    assert render.spoken(Piece(RichText.of("x")), As("Ann", "https://e.org/x")).form["avatar_url"] == "https://e.org/x"


def test_nobody_is_pinged_unless_named() -> None:
    text = RichText((Mention(user_ref(1), "ann"), Span(" @everyone "), Mention(user_ref(2), "bo")))
    assert render.message(Piece(text)).form["allowed_mentions"] == {"parse": [], "replied_user": False}
    pinged = render.change(Piece(text, mentions=(user_ref(2), UserRef(Platform("telegram"), "7"))))
    assert pinged.form["allowed_mentions"] == {"parse": [], "replied_user": False, "users": ["2"]}


def test_a_silent_piece_makes_no_sound() -> None:
    assert render.message(Piece(RichText.of("x"))).form["flags"] == render.SUPPRESS_NOTIFICATIONS
    assert "flags" not in render.message(Piece(RichText.of("x"), silent=False)).form
    assert render.answer(Piece(RichText.of("x")), private=True).form["flags"] == render.EPHEMERAL


def test_a_card_is_framed_in_its_own_parts() -> None:
    card = Card("*T*", RichText.of("b", Style.BOLD), (CardField("n_", RichText.of("v"), inline=True),), "f_", 0x123456)
    [embed] = render.message(Piece(card=card)).form["embeds"]
    assert embed == {
        "title": r"\*T\*",
        "description": "**b**",
        "fields": [{"name": r"n\_", "value": "v", "inline": True}],
        "footer": {"text": "f_"},
        "color": 0x123456,
    }


def test_a_card_too_long_for_its_parts_is_told_as_text_and_that_is_reported() -> None:
    card = Card("t" * 300, RichText.of("b"), (CardField("n", RichText.of("v" * 1_100)),), "foot")
    body = render.message(Piece(card=card))
    assert body.losses == ("card-folded",)
    [embed] = body.form["embeds"]
    shown = "".join(one.text for one in read(embed["description"])).replace("\n", "")
    assert shown == "t" * 300 + "b" + "n" + "v" * 1_100 + "foot"


@given(cards)
def test_every_character_of_a_card_is_shown(card: Card) -> None:
    assume(card_size(card) <= CAPABILITIES.card_text)
    embeds: list[JsonObject] = render.message(Piece(card=card)).form["embeds"]
    shown = ""
    for embed in embeds:
        texts = [embed.get("title", ""), embed.get("description", "")]
        for field in embed.get("fields", []):
            texts += [field["name"], field["value"]]
        shown += "".join(one.text for text in texts for one in read(text)) + embed.get("footer", {}).get("text", "")
    wanted = card.title + card.footer + "".join(field.name for field in card.fields)

    def letters(text: str) -> list[str]:
        return sorted(one for one in text if one.isalpha())

    # The moments' notation adds letters of its own: what was typed must at least be among what is shown.
    rest = letters(shown)
    for one in letters(wanted):
        rest.remove(one)


def test_keys_lists_and_links_stand_in_rows() -> None:
    buttons = tuple(PressKey(f"k{number}", f"d{number}") for number in range(7))
    listed = ListKey("which", (Choice("a", "1", "first", chosen=True), Choice("b", "1", chosen=True)))
    link = LinkKey("site", "https://e.org")
    rows = render.message(Piece(RichText.of("x"), keys=((*buttons, listed, link),))).form["components"]
    assert [[part["type"] for part in row["components"]] for row in rows] == [[2] * 5, [2] * 2, [3], [2]]
    [menu] = rows[2]["components"]
    assert [option["value"] for option in menu["options"]] == ["1", "<01"]
    assert [option.get("default", False) for option in menu["options"]] == [True, False]
    assert rows[3]["components"] == [{"type": 2, "label": "site", "style": 5, "url": "https://e.org"}]


def test_what_cannot_be_shown_is_reported() -> None:
    long = LinkKey("site", "https://e.org/" + "x" * 600)
    rows = tuple((PressKey("k", str(number)),) for number in range(7))
    body = render.message(Piece(RichText.of("x"), keys=((long,), *rows)))
    assert set(body.losses) == {"link-key", "keys"}


@given(st.lists(datas, max_size=25), st.lists(datas, max_size=5))
def test_custom_ids_bring_any_data_back_and_never_stand_twice(pressed: list[str], private: list[str]) -> None:
    ids = CustomIds()
    made = [(ids.pressed(data), data, False) for data in pressed] + [
        (ids.private(data), data, True) for data in private
    ]
    assert len({one for one, _, _ in made}) == len(made)
    for one, data, leads in made:
        assert (data_of(one), is_private(one)) == (data, leads)
        assert 1 <= len(one) <= limits.CUSTOM_ID


@given(st.text(max_size=limits.CUSTOM_ID).filter(lambda text: not text.startswith(("<", ">"))))
def test_forged_data_passes_through_unchanged(data: str) -> None:
    assert data_of(data) == data


def test_files_keep_their_words_and_spoilers() -> None:
    files_sent = (File("cat.png", "image/png", b"1", alt="a cat"), File("b.png", "image/png", b"2", spoiler=True))
    form = render.message(Piece(files=files_sent)).form
    assert form["attachments"] == [
        {"id": 0, "filename": "cat.png", "description": "a cat"},
        {"id": 1, "filename": "SPOILER_b.png"},
    ]


def test_an_edit_takes_away_what_is_gone_but_files() -> None:
    form = render.change(Piece(RichText.of("x"))).form
    assert (form["content"], form["embeds"], form["components"]) == ("x", [], [])
    assert "attachments" not in form


@pytest.mark.parametrize("text", NASTY)
def test_a_notice_is_cut_to_what_a_message_holds(text: str) -> None:
    body = render.notice(text * 200)
    check_message(body.form, ANSWER_FIELDS, {})
    assert body.form["flags"] == render.EPHEMERAL


def test_capabilities_follow_the_bots_permissions() -> None:
    def of(**rights: bool) -> Capabilities:
        return limits.guild_capabilities(
            discord.Permissions(**rights), in_thread=False, content=True, joins=True, file_bytes=5
        )

    none = of()
    assert (none.cards, none.files, none.reactions, none.reads_all) == (False, 0, Reactions.NONE, False)
    some = of(embed_links=True, attach_files=True, add_reactions=True, view_channel=True, manage_webhooks=True)
    assert (some.cards, some.files, some.reactions, some.reads_all) == (True, 10, Reactions.ANY, True)
    assert (some.speaks_as, some.file_bytes) == (True, 5)
    assert PLATFORM == "discord"
