"""Native forms of the platform in memory, filled in."""

from collections.abc import Callable

from bot.domain.attachments import Attachment
from bot.domain.form import Answer, Answers, ChoiceField, Field, FileField, TextField
from bot.domain.piece import Sheet


def sheet_filled(sheet: Sheet, answers: tuple[str | bytes, ...], keep: Callable[[bytes], Attachment]) -> Answers:
    """A form's answers, field by field.

    Args:
        answers: words, labels of choices parted by commas, a picture, or "" for nothing.
        keep: takes a picture in.
    """
    return Answers(tuple(_answer(one, given, keep) for one, given in zip(sheet.fields, answers, strict=True)))


def _answer(one: Field, given: str | bytes, keep: Callable[[bytes], Attachment]) -> Answer:
    match one, given:
        case FileField(), bytes():
            return Answer(one.key, files=(keep(given),))
        case FileField(), "":
            return Answer(one.key)
        case ChoiceField(), str():
            labels = given.split(",")
            return Answer(one.key, picked=tuple(option.value for option in one.options if option.label in labels))
        case TextField(), str():
            return Answer(one.key, text=given)
        case _:
            raise AssertionError(f"{one.label!r} does not take {given!r}")
