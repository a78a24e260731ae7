"""What an answer to a form's field must be; pure."""

from bot.domain.errors import Told
from bot.domain.form import Answer, Answers, ChoiceField, Field, FileField, Form, TextField


def check(field: Field, answer: Answer) -> None:
    """Raises :class:`Told` when an answer is not what the field asks for."""
    match field:
        case TextField():
            _check_text(field, answer.text)
        case ChoiceField():
            allowed = {option.value for option in field.options}
            if not set(answer.picked) <= allowed or len(answer.picked) > field.most:
                raise Told("form-not-an-option")
            if field.required and not answer.picked:
                raise Told("form-needed")
        case FileField():
            if len(answer.files) > field.most:
                raise Told("form-too-many-files", {"most": field.most})
            if field.required and not answer.files:
                raise Told("form-file-needed")


def _check_text(field: TextField, text: str) -> None:
    if not text:
        if field.required:
            raise Told("form-needed")
    elif len(text) > field.longest:
        raise Told("form-too-long", {"most": field.longest, "length": len(text)})
    elif len(text) < field.shortest:
        raise Told("form-too-short", {"least": field.shortest})


def with_answer(answers: Answers, answer: Answer) -> Answers:
    """The answers with one of them new or changed."""
    return Answers((*(one for one in answers.given if one.key != answer.key), answer))


def pages(form: Form, most: int) -> list[tuple[Field, ...]]:
    """A form's fields, as many to a page as a platform shows."""
    return [form.fields[start : start + most] for start in range(0, len(form.fields), most)]
