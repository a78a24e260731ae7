"""A command's written words become arguments: choices by their words in every language, the rest by its form."""

from enum import Enum

import pytest

from bot.api import Context
from bot.api.parameters import parameters_of
from bot.core.parse import Argument, arguments
from bot.domain.author import Account
from bot.domain.errors import Told
from bot.domain.events import CommandInvoked, Community, Given
from bot.domain.locales import Locale
from bot.domain.refs import ChatRef, SpaceRef, UserRef
from bot.ports.gateway import ChoiceSpec, Localised, ParameterKind, ParameterSpec
from tests.kit.clock import START
from tests.kit.fake import FAKE

ANA = Account(UserRef(FAKE, "1"), "Ana")
WHERE = Community(SpaceRef(FAKE, "club"), ChatRef(FAKE, "club-general"), "general")


class Kind(Enum):
    NEW = "new"
    TOP = "top"


async def look(
    ctx: Context, kind: Kind | None = None, number: int | None = None, member: Account | None = None
) -> None:
    """A command."""


SHOWN = (
    ParameterSpec(
        "kind",
        ParameterKind.TEXT,
        Localised("kind"),
        Localised("What"),
        required=False,
        choices=(
            ChoiceSpec("new", Localised("fresh", ((Locale.SPANISH, "Nuevos"), (Locale.TRADITIONAL_CHINESE, "7")))),
            ChoiceSpec("top", Localised("best", ((Locale.SPANISH, "Ñandú"), (Locale.SIMPLIFIED_CHINESE, "人气")))),
        ),
    ),
)


def read(rest: str = "", given: tuple[Given, ...] = ()) -> dict[str, Argument]:
    invoked = CommandInvoked("e1", START, WHERE, "look", ANA, given=given, rest=rest)
    return arguments(invoked, parameters_of(look), SHOWN)


@pytest.mark.parametrize("word", ["top", "TOP", "best", "人气", "ñandú"])
def test_a_choice_is_known_by_its_words_in_every_language(word: str) -> None:
    assert read(word) == {"kind": Kind.TOP}
    assert read(given=(Given("kind", text=word),)) == {"kind": Kind.TOP}


def test_a_choice_may_be_called_by_a_number() -> None:
    assert read("7") == {"kind": Kind.NEW}


def test_a_number_passes_over_choices_that_it_is_none_of() -> None:
    assert read("12") == {"number": 12}
    assert read("top 12") == {"kind": Kind.TOP, "number": 12}


def test_a_name_reaches_the_member_who_is_then_asked_for_by_an_answer() -> None:
    with pytest.raises(Told, match="error-member-unknown"):
        read("@bo")


def test_another_word_is_told_the_choices() -> None:
    with pytest.raises(Told, match="error-choice") as told:
        read("tpo")
    assert told.value.args_for_text["options"] == "new, top"


async def tie(ctx: Context, member: Account | None = None, words: str | None = None) -> None:
    """A command that begins with whom it is about, if anybody."""


def test_words_pass_over_a_member_that_another_parameter_may_follow() -> None:
    def told(rest: str) -> dict[str, Argument]:
        return arguments(CommandInvoked("e1", START, WHERE, "tie", ANA, rest=rest), parameters_of(tie))

    assert told("me off") == {"words": "me off"}
    with pytest.raises(Told, match="error-member-unknown"):
        told("@bo me off")
    with pytest.raises(Told, match="error-member-unknown"):
        read("top 12 bo")
