"""Forms: asked at once where the platform has forms, step by step where it has not, and paged where it shows fewer."""

from dataclasses import dataclass

from bot.domain.action import Action
from bot.domain.attachments import Attachment
from bot.domain.text import RichText


@dataclass(frozen=True, slots=True)
class TextField:
    """Asks for words.

    Attributes:
        key: the answer's name, ``[a-z_]+``.
        label: what is asked.
        hint: an example shown in the empty field, or "".
        lines: True for several lines.
        shortest: fewest characters when answered.
        longest: most characters.
        value: what stands there already.
    """

    key: str
    label: str
    hint: str = ""
    required: bool = True
    lines: bool = False
    shortest: int = 0
    longest: int = 1_000
    value: str = ""


@dataclass(frozen=True, slots=True)
class FormChoice:
    """One of a :class:`ChoiceField`'s options: what is kept and what is shown."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class ChoiceField:
    """Asks to pick from at most 25 options.

    Attributes:
        most: how many may be picked; 1 for a single choice.
        value: what is picked already.
    """

    key: str
    label: str
    options: tuple[FormChoice, ...]
    required: bool = True
    most: int = 1
    value: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FileField:
    """Asks for files; what they really are is checked by whoever reads them.

    Attributes:
        most: how many may be given, 1 to 10.
    """

    key: str
    label: str
    hint: str = ""
    required: bool = True
    most: int = 1


Field = TextField | ChoiceField | FileField


@dataclass(frozen=True, slots=True)
class Form:
    """A form.

    Attributes:
        title: one line.
        fields: at least one.
        submit: handled, together with the answers, when the form is sent.
        intro: said before the first question where forms go step by step.
    """

    title: str
    fields: tuple[Field, ...]
    submit: Action
    intro: RichText = RichText()


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one field: words, picked values, or files. What was not answered is empty."""

    key: str
    text: str = ""
    picked: tuple[str, ...] = ()
    files: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class Answers:
    """A form's answers by key."""

    given: tuple[Answer, ...] = ()

    def _of(self, key: str) -> Answer:
        return next((answer for answer in self.given if answer.key == key), Answer(key))

    def text(self, key: str) -> str:
        """The words given, or ""."""
        return self._of(key).text

    def picked(self, key: str) -> tuple[str, ...]:
        """The values picked, in the order shown; empty when none."""
        return self._of(key).picked

    def files(self, key: str) -> tuple[Attachment, ...]:
        """The files given."""
        return self._of(key).files
