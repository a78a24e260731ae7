"""Keys, lists, forms, commands and menus: what the core hears, and how it may answer."""

from dataclasses import replace

import pytest

from bot.adapters.playground.limits import HANDLE_LIFETIME
from bot.domain.access import Access
from bot.domain.errors import Unreadable
from bot.domain.events import ActionPressed, CommandInvoked, FormSubmitted
from bot.domain.form import ChoiceField, FileField, FormChoice, TextField
from bot.domain.piece import Choice, ListKey, Piece, PressKey, Sheet
from bot.domain.refs import ChatRef, Platform
from bot.domain.text import RichText
from bot.ports.gateway import AnswerMode
from bot.ports.outcome import Done, Reason, Refused, Sent
from tests.bot.adapters.playground.conftest import Served
from tests.bot.adapters.playground.page import Page, words

PLATFORM = Platform("playground")
LEFT = ChatRef(PLATFORM, "harbour-introductions")
RIGHT = ChatRef(PLATFORM, "teahouse", "2")


def said(text: str, *labels: str) -> Piece:
    """A piece with keys whose data are their labels."""
    return Piece(RichText.of(text), keys=tuple((PressKey(label, label),) for label in labels))


async def sent(stage: Served, chat: ChatRef, piece: Piece, key: str = "k") -> str:
    """Sends a piece; gives the message's id."""
    delivery = await stage.gateway.send(chat, piece, key=key)
    assert isinstance(delivery, Sent)
    return delivery.messages[0].id


async def pressed(stage: Served, page: Page, side: str, message: str, data: str, nonce: str = "n") -> ActionPressed:
    """Presses; gives what the core heard."""
    before = len(stage.core.of(ActionPressed))
    await page.says("press", side=side, message=message, data=data, nonce=nonce)
    return await stage.core.hears(ActionPressed, before + 1)


async def test_a_press_is_answered_for_one_pair_of_eyes(stage: Served) -> None:
    page = await stage.page(left="xiaoyu")
    neighbour = await stage.page(left="diego")
    message = await sent(stage, LEFT, said("pay?", "owe"))
    event = await pressed(stage, page, "left", message, "owe")
    assert event.data == "owe"
    assert event.by.language == "zh-CN", "told with an interaction"
    assert event.rights is Access.EVERYONE
    assert event.handle is not None
    assert event.handle.expires - event.at == HANDLE_LIFETIME
    answer = await stage.gateway.responder(event.handle).reply(said("a whisper"), private=True)
    assert isinstance(answer, Sent)
    seen = await page.post(lambda post: bool(post["only_you"]))
    assert words(seen) == "a whisper"
    assert (await page.hears("settled"))["nonce"] == "n"
    assert not any(told["type"] == "post" and told["post"]["only_you"] for told in await neighbour.all_heard())

    ref = answer.messages[0]
    assert await stage.gateway.edit(ref, said("louder")) == Refused(Reason.GONE, "no such message")
    assert isinstance(await stage.gateway.react(ref, "🐟"), Refused)
    assert isinstance(await stage.gateway.delete(ref), Refused)
    await page.says("dismiss", side="left", message=ref.id)
    assert (await page.hears("gone"))["id"] == ref.id


async def test_the_first_answers_privacy_is_the_modes(stage: Served) -> None:
    page = await stage.page(left="xiaoyu")
    message = await sent(stage, LEFT, said("?", "private", "public"))
    stage.core.modes["public"] = AnswerMode.PUBLIC
    event = await pressed(stage, page, "left", message, "private")
    assert event.handle
    responder = stage.gateway.responder(event.handle)
    await responder.reply(said("first"), private=False)
    await responder.reply(said("second"), private=False)
    assert (await page.post(lambda post: words(post) == "first"))["only_you"] is True
    assert (await page.post(lambda post: words(post) == "second"))["only_you"] is False
    event = await pressed(stage, page, "left", message, "public")
    assert event.handle
    await stage.gateway.responder(event.handle).reply(said("for all"), private=False)
    assert (await page.post(lambda post: words(post) == "for all"))["only_you"] is False


async def test_update_changes_the_carrier_only(stage: Served) -> None:
    page = await stage.page(left="xiaoyu")
    message = await sent(stage, LEFT, said("0", "more"))
    event = await pressed(stage, page, "left", message, "more")
    assert event.handle
    responder = stage.gateway.responder(event.handle)
    assert await responder.update(said("1", "more")) == Done()
    changed = await page.post(lambda post: post["id"] == message and bool(post["edited"]))
    assert words(changed) == "1"
    assert event.message
    await stage.gateway.delete(event.message)
    assert isinstance(await responder.update(said("2")), Refused)


async def test_forged_presses(stage: Served) -> None:
    """The data may be anything; the message must be one of the bot's that the presser sees."""
    page = await stage.page(left="xiaoyu", right="yating")
    carrier = await sent(stage, LEFT, said("?", "honest"))
    event = await pressed(stage, page, "left", carrier, "forged")
    assert event.data == "forged", "the core judges data, not the platform"
    own = await page.writes("left", "harbour-introductions", "mine")
    for message in (own["id"], "12345", await sent(stage, RIGHT, said("?", "x"))):
        await page.says("press", side="left", message=message, data="honest", nonce="f")
        assert await page.refused() in {"refused-gone", "refused-outside"}
    outsider = await stage.page(left="june")
    await outsider.says("press", side="left", message=carrier, data="honest", nonce="o")
    assert await outsider.refused() == "refused-outside"
    assert event.handle
    whisper = await stage.gateway.responder(event.handle).reply(said("shh", "key"), private=True)
    assert isinstance(whisper, Sent)
    neighbour = await stage.page(left="diego")
    await neighbour.says("press", side="left", message=whisper.messages[0].id, data="key", nonce="w")
    assert await neighbour.refused() == "refused-gone"
    assert [told.data for told in stage.core.of(ActionPressed)] == ["forged"]


async def test_handles_expire_and_outlive_restarts(stage: Served) -> None:
    page = await stage.page(left="xiaoyu")
    message = await sent(stage, LEFT, said("?", "a"))
    event = await pressed(stage, page, "left", message, "a")
    assert event.handle
    await page.socket.close()
    await stage.clock.move(HANDLE_LIFETIME.total_seconds() - 1)
    assert isinstance(await stage.gateway.responder(event.handle).reply(said("late"), private=True), Sent)
    await stage.clock.move(1)
    responder = stage.gateway.responder(event.handle)
    assert isinstance(await responder.reply(said("too late"), private=True), Refused)
    assert isinstance(await responder.update(said("too late")), Refused)
    assert isinstance(await responder.open_form(Sheet("t", (TextField("a", "A"),), "d")), Refused)
    assert isinstance(await responder.notice("x"), Refused)
    await responder.finish()
    for token in ("", "a:b", "1:dance:x:y:private::", event.handle.token + ":more"):
        with pytest.raises(Unreadable):
            stage.gateway.responder(replace(event.handle, token=token))


async def test_notices_on_the_right(stage: Served) -> None:
    page = await stage.page(right="yating")
    message = await sent(stage, RIGHT, said("?", "a", "b", "c"))
    event = await pressed(stage, page, "right", message, "a")
    assert event.handle
    assert event.rights is None, "the right platform does not tell"
    responder = stage.gateway.responder(event.handle)
    assert isinstance(await responder.notice("x" * 201), Refused)
    assert await responder.notice("psst") == Done()
    assert (await page.hears("notice"))["text"] == "psst"
    assert isinstance(await responder.notice("again"), Refused), "one for each press"

    event = await pressed(stage, page, "right", message, "b")
    assert event.handle
    assert await stage.gateway.responder(event.handle).reply(said("short"), private=True) == Sent(())
    assert (await page.hears("notice"))["text"] == "short"

    event = await pressed(stage, page, "right", message, "c")
    assert event.handle
    responder = stage.gateway.responder(event.handle)
    closed = await responder.reply(said("with keys", "k"), private=True)
    assert isinstance(closed, Refused)
    assert closed.reason is Reason.CLOSED
    await page.says("open_private", side="right")
    await page.hears("went")
    assert isinstance(await responder.reply(said("with keys", "k"), private=True), Sent)
    assert (await page.post(lambda post: words(post) == "with keys"))["place"] == "dm-yating"
    assert isinstance(await responder.open_form(Sheet("t", (TextField("a", "A"),), "d")), Refused)

    event = await pressed(stage, page, "right", message, "a", "end")
    assert event.handle
    await stage.gateway.responder(event.handle).finish()
    await page.hears("settled", lambda told: told["nonce"] == "end")


FIELDS = (
    TextField("name", "Your name", shortest=2, longest=10),
    TextField("why", "Why", required=False, lines=True),
    ChoiceField("tongue", "Languages", (FormChoice("en", "English"), FormChoice("es", "Español")), most=2),
    FileField("cat", "Your cat", required=False),
)


async def form_of(stage: Served, page: Page) -> tuple[str, str]:
    """Runs the command that opens a form; gives the form's id and data."""
    before = len(stage.core.of(CommandInvoked))
    await page.says("command", side="left", place="harbour-general", name="form", given=[], nonce="c")
    event = await stage.core.hears(CommandInvoked, before + 1)
    assert event.handle
    responder = stage.gateway.responder(event.handle)
    assert await responder.open_form(Sheet("About you", FIELDS, "about")) == Done()
    assert isinstance(await responder.open_form(Sheet("About you", FIELDS, "about")), Refused), "only the first answer"
    form = await page.hears("form")
    assert [field["kind"] for field in form["fields"]] == ["text", "text", "choice", "file"]
    return form["form"], form["data"]


async def test_a_form_is_filled(stage: Served) -> None:
    page = await stage.page(left="xiaoyu")
    client = await stage.client()
    file = (
        await client.post("/playground/files", content=b"meow", headers={"X-Side": "left", "X-Name": "c.txt"})
    ).json()
    form, data = await form_of(stage, page)
    answers = [
        {"key": "name", "text": "Yu"},
        {"key": "tongue", "picked": ["es", "en"]},
        {"key": "cat", "files": [file["id"]]},
    ]
    await page.says("submit", side="left", form=form, data=data, answers=answers, nonce="s")
    event = await stage.core.hears(FormSubmitted)
    assert event.data == "about"
    assert event.answers.text("name") == "Yu"
    assert event.answers.text("why") == ""
    assert event.answers.picked("tongue") == ("en", "es"), "in the order shown"
    assert [await stage.gateway.fetch(kept, 99) for kept in event.answers.files("cat")] == [b"meow"]
    assert event.handle
    responder = stage.gateway.responder(event.handle)
    refused = await responder.open_form(Sheet("More", FIELDS, "more"))
    assert isinstance(refused, Refused), "a form cannot answer a form"
    assert isinstance(await responder.reply(said("thanks"), private=True), Sent)
    await page.says("submit", side="left", form=form, data=data, answers=answers, nonce="s")
    assert await page.refused() == "refused-form", "sent once"


@pytest.mark.parametrize(
    ("answers", "key"),
    [
        ([{"key": "tongue", "picked": ["en"]}], "refused-missing"),
        ([{"key": "name", "text": "Y"}, {"key": "tongue", "picked": ["en"]}], "refused-value"),
        ([{"key": "name", "text": "Y" * 11}, {"key": "tongue", "picked": ["en"]}], "refused-value"),
        ([{"key": "name", "text": "Yu"}, {"key": "tongue", "picked": ["tlh"]}], "refused-value"),
        (
            [{"key": "name", "text": "Yu"}, {"key": "tongue", "picked": ["en"]}, {"key": "cat", "files": ["0"]}],
            "refused-value",
        ),
    ],
)
async def test_a_form_is_held_to_its_fields(stage: Served, answers: list[dict[str, object]], key: str) -> None:
    page = await stage.page(left="xiaoyu")
    form, data = await form_of(stage, page)
    await page.says("submit", side="left", form=form, data=data, answers=answers, nonce="s")
    assert await page.refused() == key
    stranger = await stage.page(left="diego")
    await stranger.says("submit", side="left", form=form, data=data, answers=answers, nonce="s")
    assert await stranger.refused() == "refused-form"
    assert stage.core.of(FormSubmitted) == []


async def test_a_command_with_parameters(stage: Served) -> None:
    page = await stage.page(left="xiaoyu")
    given = [
        {"name": "who", "value": "diego"},
        {"name": "colour", "value": "ginger"},
        {"name": "size", "value": "large"},
        {"name": "count", "value": "7"},
        {"name": "loud", "value": "true"},
    ]
    await page.says("command", side="left", place="harbour-general", name="cat", given=given, nonce="c")
    event = await stage.core.hears(CommandInvoked)
    values = {value.name: value.text for value in event.given}
    assert values == {"who": "Diego Fuentes", "colour": "ginger", "size": "large", "count": "7", "loud": "true"}
    assert event.given[0].user is not None
    assert event.handle
    await stage.gateway.responder(event.handle).reply(said("done"), private=False)
    assert (await page.post(lambda post: words(post) == "done"))["used"] == ["林小雨", "cat"]


@pytest.mark.parametrize(
    ("name", "given", "key"),
    [
        ("cat", {}, "refused-missing"),
        ("cat", {"who": "nobody"}, "refused-value"),
        ("cat", {"who": "diego", "size": "huge"}, "refused-value"),
        ("cat", {"who": "diego", "count": "10"}, "refused-value"),
        ("cat", {"who": "diego", "count": "two"}, "refused-value"),
        ("cat", {"who": "diego", "loud": "maybe"}, "refused-value"),
        ("cat", {"who": "diego", "picture": "none"}, "refused-value"),
        ("settings", {}, "refused-command"),
        ("forget", {}, "refused-command"),
        ("dance", {}, "refused-command"),
    ],
)
async def test_a_command_is_held_to_its_declaration(stage: Served, name: str, given: dict[str, str], key: str) -> None:
    page = await stage.page(left="xiaoyu")
    values = [{"name": parameter, "value": value} for parameter, value in given.items()]
    await page.says("command", side="left", place="harbour-general", name=name, given=values, nonce="c")
    assert await page.refused() == key
    assert stage.core.of(CommandInvoked) == []


async def test_completion(stage: Served) -> None:
    page = await stage.page(left="xiaoyu")
    given = [{"name": "who", "value": "diego"}, {"name": "count", "value": "not yet"}]
    await page.says(
        "complete",
        side="left",
        place="harbour-general",
        command="cat",
        parameter="colour",
        typed="gi",
        given=given,
        ask=5,
    )
    told = await page.hears("suggestions")
    assert told["ask"] == 5
    assert told["items"] == [["ginger cat", "ginger"]]
    asked = stage.core.completions[0]
    assert [value.name for value in asked.given] == ["who"], "what does not resolve yet is left out"
    assert stage.core.of(CommandInvoked) == []


async def test_menus(stage: Served) -> None:
    page = await stage.page(left="xiaoyu")
    post = await (await stage.page(left="diego")).writes("left", "harbour-general", "judge me")
    await page.says("menu", side="left", place="harbour-general", name="report", message=post["id"], nonce="m")
    event = await stage.core.hears(CommandInvoked)
    assert event.command == "report"
    assert event.reply_to is not None
    assert event.target_text.plain == "judge me"
    assert event.handle
    refused = await stage.gateway.responder(event.handle).update(said("changed"))
    assert isinstance(refused, Refused), "a menu's target carries no key"
    await page.says("menu", side="left", place="harbour-general", name="profile", person="amara", nonce="m")
    event = await stage.core.hears(CommandInvoked, 2)
    assert event.target_user is not None
    assert event.target_user.handle == "amara"
    await page.says("menu", side="left", place="harbour-general", name="profile", person="nobody", nonce="m")
    assert await page.refused() == "refused-gone"


async def test_a_list_left_and_none_right(stage: Served) -> None:
    piece = Piece(RichText.of("?"), keys=((ListKey("Pick", (Choice("A", "a"), Choice("B", "b"))),),))
    page = await stage.page(left="xiaoyu")
    message = await sent(stage, LEFT, piece)
    assert (await pressed(stage, page, "left", message, "b")).data == "b"
    assert isinstance(await stage.gateway.send(RIGHT, piece, key="l"), Refused)
