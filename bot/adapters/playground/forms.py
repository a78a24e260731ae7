"""Forms of the left chat: drawn for the page, and checked when they come back, as the platform does."""

from collections.abc import Iterable
from typing import assert_never

from bot.adapters.playground.accounts import attachment_of
from bot.adapters.playground.refusal import NotAllowed
from bot.adapters.playground.requests import FieldAnswer
from bot.adapters.playground.wire import ShownField
from bot.adapters.playground.world import World
from bot.domain.capabilities import Capabilities
from bot.domain.form import Answer, Answers, ChoiceField, Field, FileField, TextField
from bot.domain.piece import Sheet


def shown_fields(sheet: Sheet) -> tuple[ShownField, ...]:
    """A form's fields as the page draws them."""
    return tuple(_shown(field) for field in sheet.fields)


def _shown(field: Field) -> ShownField:
    match field:
        case TextField():
            return ShownField(
                key=field.key,
                label=field.label,
                kind="text",
                required=field.required,
                hint=field.hint,
                lines=field.lines,
                shortest=field.shortest,
                longest=field.longest,
                value=field.value,
            )
        case ChoiceField():
            return ShownField(
                key=field.key,
                label=field.label,
                kind="choice",
                required=field.required,
                most=field.most,
                options=tuple((option.value, option.label, option.value in field.value) for option in field.options),
            )
        case FileField():
            return ShownField(
                key=field.key,
                label=field.label,
                kind="file",
                required=field.required,
                hint=field.hint,
                most=field.most,
            )
        case _:
            assert_never(field)


def sheet_breach(sheet: Sheet, allowed: Capabilities) -> str | None:
    """The first limit that a form oversteps, in words for the log; None when it fits."""
    if not 1 <= len(sheet.fields) <= allowed.form_fields:
        return f"{len(sheet.fields)} fields, 1 to {allowed.form_fields}"
    if allowed.unit.measure(sheet.title) > allowed.form_title:
        return f"title of {allowed.unit.measure(sheet.title)}, at most {allowed.form_title}"
    if len(sheet.data.encode()) > allowed.callback:
        return f"data of {len(sheet.data.encode())} bytes, at most {allowed.callback}"
    long = next((field for field in sheet.fields if allowed.unit.measure(field.label) > allowed.form_label), None)
    return None if long is None else f"label of field {long.key}, at most {allowed.form_label}"


def answers_of(sheet: Sheet, given: Iterable[FieldAnswer], world: World) -> Answers:
    """What a form was answered with, held to its fields; raises :class:`NotAllowed`."""
    by_key = {answer.key: answer for answer in given}
    return Answers(
        tuple(_checked(field, by_key.get(field.key, FieldAnswer(field.key)), world) for field in sheet.fields)
    )


def _checked(field: Field, given: FieldAnswer, world: World) -> Answer:
    wrong = NotAllowed("refused-value", field.label)
    match field:
        case TextField(required=required, shortest=shortest, longest=longest):
            text = given.text.replace("\r\n", "\n")
            empty = not text.strip()
            if not empty and not max(shortest, 1) <= len(text) <= longest:
                raise wrong
            answer = Answer(field.key, text="" if empty else text)
        case ChoiceField(required=required, options=options, most=most):
            picked = tuple(option.value for option in options if option.value in given.picked)
            if len(picked) > most or len(picked) != len(set(given.picked)):
                raise wrong
            empty = not picked
            answer = Answer(field.key, picked=picked)
        case FileField(required=required, most=most):
            files = tuple(file for file in map(world.file, given.files) if file is not None)
            if len(files) > most or len(files) != len(given.files):
                raise wrong
            empty = not files
            answer = Answer(field.key, files=tuple(attachment_of(file) for file in files))
        case _:
            assert_never(field)
    if empty and required:
        raise NotAllowed("refused-missing", field.label)
    return answer
