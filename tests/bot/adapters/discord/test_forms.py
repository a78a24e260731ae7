"""Sheets as modals, submissions as answers, and the offering as commands: within what the twin refuses by."""

from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.discord import commands, limits
from bot.adapters.discord.custom_ids import data_of
from bot.adapters.discord.files import attachment
from bot.adapters.discord.forms import answers, modal
from bot.adapters.discord.wire import JsonObject
from bot.domain.access import Access
from bot.domain.attachments import Attachment
from bot.domain.form import Answer, ChoiceField, Field, FileField, FormChoice, TextField
from bot.domain.locales import Locale
from bot.domain.piece import Sheet
from bot.ports.gateway import (
    AnswerMode,
    ChoiceSpec,
    CommandScope,
    CommandSpec,
    Localised,
    MenuSpec,
    MenuTarget,
    Offering,
    ParameterKind,
    ParameterSpec,
)
from tests.bot.adapters.discord.kit import OFFERING
from tests.twins.discord.validate_commands import check_commands
from tests.twins.discord.validate_components import check_modal

shown = st.text(min_size=1, max_size=60)
fields = st.lists(
    st.one_of(
        st.builds(
            TextField,
            key=st.just("k"),
            label=shown,
            hint=st.text(max_size=200),
            required=st.booleans(),
            lines=st.booleans(),
            shortest=st.integers(0, 5_000),
            longest=st.integers(1, 9_000),
            value=st.text(max_size=20),
        ),
        st.builds(
            ChoiceField,
            key=st.just("k"),
            label=shown,
            options=st.lists(shown, min_size=1, max_size=30, unique=True).map(
                lambda names: tuple(FormChoice(str(index), name) for index, name in enumerate(names))
            ),
            required=st.booleans(),
            most=st.integers(1, 40),
            value=st.lists(st.integers(0, 5).map(str), max_size=3).map(tuple),
        ),
        st.builds(
            FileField,
            key=st.just("k"),
            label=shown,
            hint=st.text(max_size=200),
            required=st.booleans(),
            most=st.integers(1, 20),
        ),
    ),
    min_size=1,
    max_size=7,
)


def numbered(listed: list[Field]) -> tuple[Field, ...]:
    made: list[Field] = []
    for index, one in enumerate(listed):
        name = f"k{'_' * index}"
        match one:
            case TextField():
                made.append(
                    TextField(name, one.label, one.hint, one.required, one.lines, one.shortest, one.longest, one.value)
                )
            case ChoiceField():
                made.append(ChoiceField(name, one.label, one.options, one.required, one.most, one.value))
            case FileField():
                made.append(FileField(name, one.label, one.hint, one.required, one.most))
    return tuple(made)


@given(st.text(min_size=1, max_size=80), fields, st.text(min_size=1, max_size=limits.CALLBACK))
def test_any_sheet_is_a_modal_that_discord_takes(title: str, listed: list[Field], data: str) -> None:
    made = modal(Sheet(title, numbered(listed), data))
    check_modal(made)
    assert data_of(made["custom_id"]) == data


def test_a_submission_is_read_by_kind_and_what_does_not_fit_left_out() -> None:
    held: dict[str, Attachment] = {"9": attachment({"id": "9", "filename": "cat.png"}, "1", "0")}
    sent: list[object] = [
        {"type": 18, "component": {"type": 4, "custom_id": "name", "value": "Ann"}},
        {"type": 18, "component": {"type": 3, "custom_id": "pick", "values": ["a", 5, "b"]}},
        {"type": 18, "component": {"type": 19, "custom_id": "cat", "values": ["9", "8"]}},
        {"type": 1, "components": [{"type": 4, "custom_id": "old", "value": "x"}]},
        {"type": 18, "component": {"type": 99, "custom_id": "new"}},
        {"type": 18, "component": None},
        {"type": 18},
        "nonsense",
    ]
    read = answers(sent, held.get)
    assert read.given == (
        Answer("name", text="Ann"),
        Answer("pick", picked=("a", "b")),
        Answer("cat", files=(held["9"],)),
        Answer("old", text="x"),
    )
    assert not answers("garbage", held.get).given


def test_the_offering_is_published_as_discord_takes_it() -> None:
    made = commands.published(OFFERING)
    check_commands(made)
    by_name = {one["name"]: one for one in made}
    assert by_name["hello"]["name_localizations"] == {"es-ES": "hello-es", "es-419": "hello-es", "zh-TW": "hello中"}
    assert by_name["hello"]["description_localizations"] == {"zh-CN": "做"}
    assert by_name["give"]["options"][0]["name"] == "what"
    assert by_name["give"]["options"][0]["autocomplete"] is True
    assert (by_name["Praise this"]["type"], by_name["Greet them"]["type"]) == (3, 2)


def test_what_stands_is_told_from_what_changed() -> None:
    wanted = commands.published(OFFERING)
    standing: list[JsonObject] = [
        one | {"id": "5", "application_id": "6", "version": "7", "nsfw": False, "dm_permission": True} for one in wanted
    ]
    assert commands.same(wanted, list(reversed(standing)))
    renamed = [one | {"description": "else"} if one["name"] == "hello" else one for one in standing]
    assert not commands.same(wanted, renamed)
    assert not commands.same(wanted, standing[1:])
    relabelled = [
        one | {"name_localizations": {"es-ES": "otra"}} if one["name"] == "shout" else one for one in standing
    ]
    assert not commands.same(wanted, relabelled)


def test_names_that_discord_would_refuse_are_left_out() -> None:
    label = Localised("pay", ((Locale.SPANISH, "Pagar ya"), (Locale.SIMPLIFIED_CHINESE, "¡!")))
    size = ParameterSpec(
        "size",
        ParameterKind.INTEGER,
        label,
        Localised("d" * 200),
        required=False,
        choices=(ChoiceSpec("3", Localised("three")),),
        least=1,
        most=9,
    )
    spec = CommandSpec("pay", label, Localised("x"), (size,), AnswerMode.PUBLIC, CommandScope.COMMUNITY, Access.ADMIN)
    menus = tuple(
        MenuSpec(f"m{n}", Localised(f"Menu {n}"), MenuTarget.MEMBER, AnswerMode.PUBLIC, Access.EVERYONE)
        for n in range(7)
    )
    made = commands.published(Offering((spec,), menus))
    check_commands(made)
    assert made[0]["name_localizations"] == {"es-ES": "pagar-ya", "es-419": "pagar-ya"}
    assert made[0]["options"][0]["choices"][0]["value"] == 3
    assert (made[0]["default_member_permissions"], made[0]["contexts"]) == ("32", [0])
    assert len(made) == 1 + limits.MENUS
