"""What the twin refuses, form by form, with Discord's own codes."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, cast

import aiohttp
import pytest

from tests.twins.discord import Channel, DiscordTwin, TwinGuild

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"


@dataclass(slots=True, frozen=True)
class Told:
    status: int
    code: int
    body: Json

    def errors_at(self, path: str) -> bool:
        node: Json = self.body
        for step in ["errors", *path.split(".")]:
            node = node.get(step) if isinstance(node, Mapping) else None
        return isinstance(node, Mapping) and "_errors" in node


class Desk:
    """Sends bare requests as the bot."""

    def __init__(self, twin: DiscordTwin, session: aiohttp.ClientSession) -> None:
        self.twin = twin
        self.session = session
        self.club: TwinGuild = twin.add_guild("Club")
        self.lounge: Channel = self.club.add_channel("lounge")
        self.app = f"/applications/{twin.bot.id}/commands"

    async def ask(self, method: str, path: str, body: Json = None, *, token: str | None = None) -> Told:
        headers = {"Authorization": f"Bot {token or self.twin.token}"}
        async with self.session.request(method, self.twin.api_base + path, headers=headers, json=body) as response:
            assert response.status == 204 or response.headers["Content-Type"] == "application/json"
            answer = cast("Json", await response.json()) if response.status != 204 else None
        code = answer.get("code", 0) if isinstance(answer, Mapping) else 0
        return Told(response.status, code if isinstance(code, int) else 0, answer)

    async def send(self, body: Json) -> Told:
        return await self.ask("POST", f"/channels/{self.lounge.id}/messages", body)


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    async with DiscordTwin() as twin, aiohttp.ClientSession() as session:
        yield Desk(twin, session)


def row(*parts: Json) -> Json:
    return {"type": 1, "components": list(parts)}


def button(custom_id: str = "a", **more: Json) -> Json:
    made: dict[str, Json] = {"type": 2, "style": 1, "label": "Go", "custom_id": custom_id}
    return made | more


def menu(count: int, **more: Json) -> Json:
    options: list[Json] = [{"label": f"o{number}", "value": str(number)} for number in range(count)]
    made: dict[str, Json] = {"type": 3, "custom_id": "pick", "options": options}
    return made | more


def words(text: str) -> Json:
    return {"type": 10, "content": text}


def embed(**parts: Json) -> Json:
    return {"embeds": [parts]}


V2 = 1 << 15


@pytest.mark.parametrize(
    ("body", "path"),
    [
        pytest.param({"content": "x" * 2001}, "content", id="text over 2000"),
        pytest.param({"content": "x", "colour": 3}, "colour", id="an unknown field"),
        pytest.param({"content": "x", "nonce": "n" * 26}, "nonce", id="nonce over 25"),
        pytest.param(embed(title="x" * 257), "embeds.0.title", id="embed title over 256"),
        pytest.param(embed(description="x" * 4097), "embeds.0.description", id="description over 4096"),
        pytest.param(embed(fields=[{"name": "n", "value": "v"}] * 26), "embeds.0.fields", id="26 fields"),
        pytest.param(embed(fields=[{"name": "n", "value": ""}]), "embeds.0.fields.0.value", id="empty field"),
        pytest.param(embed(footer={"text": "x" * 2049}), "embeds.0.footer.text", id="footer over 2048"),
        pytest.param(embed(title="t", image={"url": "file:///x"}), "embeds.0.image.url", id="image by file"),
        pytest.param({"embeds": [{"description": "x" * 3001}] * 2}, "embeds", id="embeds over 6000 together"),
        pytest.param({"embeds": [{"title": "x"}] * 11}, "embeds", id="11 embeds"),
        pytest.param({"components": [row(button(str(n))) for n in range(6)]}, "components", id="6 rows"),
        pytest.param(
            {"components": [row(*(button(str(n)) for n in range(6)))]}, "components.0.components", id="6 buttons"
        ),
        pytest.param({"components": [row(button("x" * 101))]}, "components.0.components.0.custom_id", id="long id"),
        pytest.param({"components": [row(button(label="x" * 81))]}, "components.0.components.0.label", id="long label"),
        pytest.param({"components": [row(button(label=""))]}, "components.0.components.0", id="a bare button"),
        pytest.param(
            {"components": [row(button()), row(button())]}, "components.1.components.0.custom_id", id="one id twice"
        ),
        pytest.param({"components": [row(menu(26))]}, "components.0.components.0.options", id="26 options"),
        pytest.param({"components": [row(menu(0))]}, "components.0.components.0.options", id="no options"),
        pytest.param({"components": [row(menu(2, max_values=3))]}, "components.0.components.0.max_values", id="3 of 2"),
        pytest.param({"components": [row(menu(2), button())]}, "components.0.components", id="select beside button"),
        pytest.param({"components": [words("x")]}, "components.0.type", id="layout without its flag"),
        pytest.param({"components": [words("x")], "flags": V2, "content": "y"}, "content", id="layout with content"),
        pytest.param({"components": [words("x")] * 41, "flags": V2}, "components", id="41 in a layout"),
        pytest.param({"components": [words("x" * 2100)] * 2, "flags": V2}, "components", id="layout text over 4000"),
        pytest.param(
            {"components": [{"type": 13, "file": {"url": "attachment://no.png"}}], "flags": V2},
            "components.0.file.url",
            id="a file that did not come",
        ),
        pytest.param(
            {"content": "x", "allowed_mentions": {"parse": ["users"], "users": ["1"]}},
            "allowed_mentions",
            id="mentions parsed and listed",
        ),
        pytest.param({"content": "x", "message_reference": {"message_id": "1"}}, "message_reference", id="no target"),
    ],
)
async def test_a_bad_message_form_is_refused_with_its_place(desk: Desk, body: Json, path: str) -> None:
    told = await desk.send(body)
    assert (told.status, told.code) == (400, 50035)
    assert told.errors_at(path), told.body
    assert desk.twin.messages(desk.lounge) == []
    assert len(desk.twin.violations) == 1


@pytest.mark.parametrize(
    "body",
    [
        pytest.param({"content": "x" * 2000, "nonce": "n" * 25}, id="full text"),
        pytest.param({"components": [row(*(button(f"{r}{n}") for n in range(5))) for r in range(5)]}, id="5 x 5"),
        pytest.param({"components": [row(menu(25, max_values=25))]}, id="25 options"),
        pytest.param({"components": [words("x" * 99)] * 40, "flags": V2}, id="40 in a layout"),
        pytest.param({"embeds": [{"description": "x" * 3000}] * 2}, id="6000 in embeds"),
    ],
)
async def test_what_just_fits_is_taken(desk: Desk, body: Json) -> None:
    assert (await desk.send(body)).status == 200
    assert len(desk.twin.messages(desk.lounge)) == 1
    assert not desk.twin.violations


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "code"),
    [
        ("POST", "/channels/{lounge}/messages", {"content": "  "}, 400, 50006),
        ("POST", "/channels/{lounge}/messages", {}, 400, 50006),
        ("POST", "/channels/1/messages", {"content": "x"}, 404, 10003),
        ("GET", "/channels/{lounge}/messages/1", None, 404, 10008),
        ("PATCH", "/channels/{lounge}/messages/1", {"content": "x"}, 404, 10008),
        ("GET", "/channels/{lounge}/messages?limit=101", None, 400, 50035),
        ("POST", "/channels/{lounge}/messages/bulk-delete", {"messages": ["1"]}, 400, 50016),
        ("GET", "/guilds/1", None, 404, 10004),
        ("GET", "/guilds/{guild}/members/1", None, 404, 10007),
        ("PUT", "/guilds/{guild}/members/{bot}/roles/1", None, 404, 10011),
        ("GET", "/users/1", None, 404, 10013),
        ("GET", "/webhooks/1", None, 404, 10015),
        ("POST", "/channels/{lounge}/webhooks", {"name": "Discord"}, 400, 50035),
        ("GET", "/guilds/{guild}/scheduled-events/1", None, 404, 10070),
        ("POST", "/interactions/1/token/callback", {"type": 4}, 404, 10062),
        ("POST", "/webhooks/{bot}/token", {"content": "x"}, 404, 10015),
        ("GET", "/nowhere", None, 404, 0),
    ],
)
async def test_what_is_unknown_or_wrong_has_its_code(
    desk: Desk, method: str, path: str, body: Json, status: int, code: int
) -> None:
    at = path.format(lounge=desk.lounge.id, guild=desk.club.id, bot=desk.twin.bot.id)
    told = await desk.ask(method, at, body)
    assert (told.status, told.code) == (status, code), told.body


async def test_a_wrong_token_is_refused(desk: Desk) -> None:
    assert (await desk.ask("GET", "/users/@me", token="other")).status == 401  # noqa: S106


async def test_another_members_message_is_not_the_bots_to_edit(desk: Desk) -> None:
    ann = desk.twin.add_user("ann")
    desk.club.join(ann)
    post = ann.posts(desk.lounge, "mine")
    at = f"/channels/{desk.lounge.id}/messages/{post.id}"
    assert (await desk.ask("PATCH", at, {"content": "yours"})).code == 50005
    desk.club.set_bot_permissions("view_channel")
    assert (await desk.ask("DELETE", at)).code == 50013


def slash(name: str = "tax", **more: Json) -> dict[str, Json]:
    made: dict[str, Json] = {"type": 1, "name": name, "description": "d"}
    return made | more


def option(name: str = "cat", **more: Json) -> Json:
    made: dict[str, Json] = {"type": 3, "name": name, "description": "d"}
    return made | more


@pytest.mark.parametrize(
    ("commands", "path"),
    [
        pytest.param([slash("Tax")], "0.name", id="capital letters"),
        pytest.param([slash("pay tax")], "0.name", id="a blank"),
        pytest.param([slash("x" * 33)], "0.name", id="name over 32"),
        pytest.param([slash(description="x" * 101)], "0.description", id="description over 100"),
        pytest.param([slash(description="")], "0.description", id="no description"),
        pytest.param([slash(name_localizations={"zh-CN": "付 税"})], "0.name_localizations.zh-CN", id="local blank"),
        pytest.param([slash(name_localizations={"zh": "税"})], "0.name_localizations.zh", id="unknown locale"),
        pytest.param(
            [slash(description_localizations={"es-ES": "x" * 101})],
            "0.description_localizations.es-ES",
            id="local text",
        ),
        pytest.param([slash(options=[option(f"o{n}") for n in range(26)])], "0.options", id="26 options"),
        pytest.param([slash(options=[option("a"), option("b", required=True)])], "0.options.1", id="required last"),
        pytest.param([slash(options=[option("a"), option("a")])], "0.options.1.name", id="one name twice"),
        pytest.param(
            [slash(options=[option(choices=[{"name": str(n), "value": str(n)} for n in range(26)])])],
            "0.options.0.choices",
            id="26 choices",
        ),
        pytest.param([slash(), slash()], "1", id="one command twice"),
        pytest.param([slash(emoji="cat")], "0.emoji", id="an unknown field"),
        pytest.param([{"type": 3, "name": "Report", "description": "d"}], "0.description", id="a described menu"),
    ],
)
async def test_bad_commands_are_refused_with_their_place(desk: Desk, commands: Json, path: str) -> None:
    told = await desk.ask("PUT", desk.app, commands)
    assert (told.status, told.code) == (400, 50035)
    assert told.errors_at(path), told.body
    assert desk.twin.commands == []


async def test_commands_are_counted(desk: Desk) -> None:
    assert (await desk.ask("PUT", desk.app, [slash(f"c{n}") for n in range(100)])).status == 200
    assert (await desk.ask("PUT", desk.app, [slash(f"c{n}") for n in range(101)])).code == 30032
    menus: list[Json] = [{"type": 2, "name": f"Menu {n}"} for n in range(6)]
    assert (await desk.ask("PUT", desk.app, menus)).code == 30032
    assert (
        await desk.ask("PUT", desk.app, [*menus[:5], slash("付税", name_localizations={"zh-TW": "貓稅"})])
    ).status == 200


def form(count: int = 1, **more: Json) -> Json:
    parts: list[Json] = [
        {"type": 18, "label": f"L{n}", "component": {"type": 4, "custom_id": f"f{n}", "style": 1}} for n in range(count)
    ]
    made: dict[str, Json] = {"title": "Pay", "custom_id": "pay", "components": parts}
    return made | more


@pytest.mark.parametrize(
    ("data", "path"),
    [
        pytest.param(form(title="x" * 46), "data.title", id="title over 45"),
        pytest.param(form(6), "data.components", id="6 fields"),
        pytest.param(form(0), "data.components", id="no field"),
        pytest.param(form(custom_id="x" * 101), "data.custom_id", id="long id"),
        pytest.param(form(components=[row(button())]), "data.components.0.components.0.type", id="a button"),
    ],
)
async def test_bad_forms_are_refused_and_may_be_mended(desk: Desk, data: Json, path: str) -> None:
    ann = desk.twin.add_user("ann")
    desk.club.join(ann)
    asked = ann.forges(ann.posts(desk.lounge, "x"), "go").interaction
    at = f"/interactions/{asked.id}/{asked.token}/callback"
    told = await desk.ask("POST", at, {"type": 9, "data": data})
    assert told.code == 50035
    assert told.errors_at(path), told.body
    assert (await desk.ask("POST", at, {"type": 9, "data": form()})).status == 204
    assert (await desk.ask("POST", at, {"type": 9, "data": form()})).code == 40060


async def test_a_form_follows_neither_a_form_nor_a_defer(desk: Desk) -> None:
    ann = desk.twin.add_user("ann")
    desk.club.join(ann)
    post = ann.posts(desk.lounge, "x")
    first = ann.forges(post, "go").interaction
    at = f"/interactions/{first.id}/{first.token}/callback"
    assert (await desk.ask("POST", at, {"type": 9, "data": form()})).status == 204
    sent = ann.submits(ann.modals[-1], {"L0": "words"}).interaction
    at = f"/interactions/{sent.id}/{sent.token}/callback"
    assert (await desk.ask("POST", at, {"type": 9, "data": form()})).code == 50035
    late = ann.forges(post, "go").interaction
    at = f"/interactions/{late.id}/{late.token}/callback"
    assert (await desk.ask("POST", at, {"type": 5})).status == 204
    assert (await desk.ask("POST", at, {"type": 9, "data": form()})).code == 40060


async def test_a_hundred_events_and_no_more(desk: Desk) -> None:
    at = f"/guilds/{desk.club.id}/scheduled-events"
    for number in range(100):
        desk.club.create_event(desk.club.owner, f"e{number}", 3600)
    body: Json = {
        "name": "one more",
        "privacy_level": 2,
        "entity_type": 3,
        "scheduled_start_time": "2999-01-01T10:00:00+00:00",
        "scheduled_end_time": "2999-01-01T11:00:00+00:00",
        "entity_metadata": {"location": "garden"},
    }
    assert (await desk.ask("POST", at, body)).code == 30038


async def test_faults_strike_as_planned(desk: Desk) -> None:
    faults = desk.twin.faults
    faults.fail("GET", "/users/@me", 500)
    faults.fail("GET", "/users/@me", 429, retry_after=2.5, scope="global")
    assert (await desk.ask("GET", "/users/@me")).status == 500
    limited = await desk.ask("GET", "/users/@me")
    assert limited.status == 429
    assert isinstance(limited.body, Mapping)
    assert (limited.body["retry_after"], limited.body["global"]) == (2.5, True)
    assert (await desk.ask("GET", "/users/@me")).status == 200
    faults.garbage("GET", "/users/*")
    with pytest.raises(ValueError, match="Expecting value"):
        await desk.ask("GET", "/users/@me")
    faults.silence("GET", "/users/*")
    with pytest.raises(TimeoutError):
        async with desk.session.get(
            desk.twin.api_base + "/users/@me", timeout=aiohttp.ClientTimeout(total=0.05)
        ) as response:
            await response.read()
