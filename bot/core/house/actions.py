"""What the house's own keys do."""

from dataclasses import dataclass

from bot.domain.action import Action, Job
from bot.domain.locales import Locale
from bot.domain.refs import MessageRef, UserRef
from bot.ports.gateway import AnswerMode


@dataclass(frozen=True, slots=True)
class RunCommand(Action):
    """Goes on with a command in private.

    Attributes:
        command: its declared name.
        rest: the words that followed it.
        chat: the chat it was called in, by its string form; "" for the private chat itself.
        space: that chat's space, by its string form; "" in private.
        reply_to: the message that it answered. What that says is not kept here: a key may stand for a month.
    """

    command: str
    rest: str = ""
    chat: str = ""
    space: str = ""
    reply_to: MessageRef | None = None


@dataclass(frozen=True, slots=True)
class FormStep(Action):
    """The base of what moves a form on.

    Attributes:
        draft: the id of the form's draft.
    """

    draft: str


@dataclass(frozen=True, slots=True)
class ResumeForm(FormStep):
    """Goes on with a form that waits for its member's private chat."""


@dataclass(frozen=True, slots=True)
class NextSheet(FormStep):
    """Shows a further page of a form."""


@dataclass(frozen=True, slots=True)
class FormPage(FormStep):
    """Sends one page of a form that has several.

    Attributes:
        page: which, from 0: a page that was sent already counts no second time.
    """

    page: int


@dataclass(frozen=True, slots=True)
class PickOption(FormStep):
    """Picks an option of the question that is asked."""

    step: int
    option: int


@dataclass(frozen=True, slots=True)
class EndQuestion(FormStep):
    """Leaves the question that is asked as it is: open, or done with picking and sending."""

    step: int


@dataclass(frozen=True, slots=True)
class CancelForm(FormStep):
    """Stops a form."""


@dataclass(frozen=True, slots=True)
class ChooseLocale(Action):
    """Speaks another language with whoever pressed; None follows the platform again."""

    locale: Locale | None


@dataclass(frozen=True, slots=True)
class OfferLocales(Action):
    """Offers the other languages (🌐)."""


ENGINE_MODES = {
    RunCommand: AnswerMode.PRIVATE,
    ResumeForm: AnswerMode.PRIVATE,
    NextSheet: AnswerMode.FORM,
    FormPage: AnswerMode.PRIVATE,
    PickOption: AnswerMode.UPDATE,
    EndQuestion: AnswerMode.UPDATE,
    CancelForm: AnswerMode.UPDATE,
}
"""The actions that the engine handles itself, and how they answer."""


@dataclass(frozen=True, slots=True)
class AskZone(Action):
    """Opens the form for the time zone."""


@dataclass(frozen=True, slots=True)
class SetZone(Action):
    """Keeps the time zone that the form asked for."""


@dataclass(frozen=True, slots=True)
class ExportMe(Action):
    """Hands out everything kept of whoever pressed."""


@dataclass(frozen=True, slots=True)
class AllowTranslation(Action):
    """Settles whether the words of whoever pressed may be sent to translation services."""

    allowed: bool


@dataclass(frozen=True, slots=True)
class AskForget(Action):
    """Asks once more before forgetting."""


@dataclass(frozen=True, slots=True)
class ForgetMe(Action):
    """Forgets whoever pressed."""


@dataclass(frozen=True, slots=True)
class SendReport(Action):
    """Sends a report with the form's words.

    Attributes:
        message: the reported message, or None.
        member: the reported member, or None.
        text: what the reported message said, shortened.
        pictures: how many files the reported message had.
    """

    message: MessageRef | None = None
    member: UserRef | None = None
    name: str = ""
    text: str = ""
    pictures: int = 0


@dataclass(frozen=True, slots=True)
class AskReport(Action):
    """Opens the form of a report on what a cog shows.

    Attributes:
        member: whose it is, or None.
        name: theirs.
        what: what is reported, in a few words.
    """

    member: UserRef | None
    name: str
    what: str


@dataclass(frozen=True, slots=True)
class CloseReport(Action):
    """A moderator has seen to a report."""

    report: int


@dataclass(frozen=True, slots=True)
class ShowHelp(Action):
    """Shows what there is."""


@dataclass(frozen=True, slots=True)
class TakeAway(Job):
    """Deletes messages that were to stay for a while only."""

    messages: tuple[MessageRef, ...]
