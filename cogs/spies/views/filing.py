"""How a file is filled in: the forms, and the lists from which something is picked or put back."""

from collections.abc import Mapping, Sequence

from bot.domain.action import Action
from bot.domain.controls import Option, Select
from bot.domain.form import ChoiceField, Field, Form, FormChoice, TextField
from bot.domain.message import Outgoing
from bot.domain.text import RichText
from cogs.spies.actions.file import (
    AskWords,
    AskZone,
    Begun,
    KeepFile,
    KeepHandle,
    KeepOffDuty,
    KeepWords,
    KeepZone,
    Known,
    OpenLevel,
    PutGender,
    PutInterest,
    PutLevel,
    PutSameGender,
    PutSlot,
    PutWant,
)
from cogs.spies.rules.doings import listed
from cogs.spies.rules.filing import LONGEST_LIST, clock_words
from cogs.spies.rules.handles import LONGEST_HANDLE
from cogs.spies.rules.people import INTERESTS, LONGEST_WORDS, File, Gender, Level, Slot, Tongue, Want
from cogs.spies.rules.zones import LONGEST_PLACE
from cogs.spies.views.file import Desk, level_words, tongues_line

ADULT, MINOR = "adult", "minor"
"""Values of the first question."""

# ---------------------------------------------------------------------------------------------------------------- forms


def file_form(desk: Desk, begun: Begun, file: File | None) -> Form:
    """Asks for what has to be asked and was not said yet.

    Args:
        desk: whose.
        begun: what was said already.
        file: what they have now, which stands there to be changed.
    """
    texts = desk.texts
    fields: list[Field] = []
    if begun.adult is None:
        choices = tuple(FormChoice(value, texts.plain(f"file-age-{value}")) for value in (ADULT, MINOR))
        fields.append(ChoiceField("age", texts.plain("file-age"), choices))
    for name, said in (("speaks", begun.speaks), ("learns", begun.learns)):
        if not said:
            known = {} if file is None else file.speaks if name == "speaks" else file.learns
            fields.append(
                TextField(
                    name,
                    texts.plain(f"file-field-{name}"),
                    texts.plain(f"file-hint-{name}"),
                    required=not known,
                    longest=LONGEST_LIST,
                    value=_typed(desk, known),
                )
            )
    if begun.zone == "":
        fields.append(_zone_field(desk))
    title = texts.plain("file-form-title" if file is None else "file-form-change")
    return Form(title, tuple(fields), KeepFile(desk.club, begun), intro=texts("file-form-intro"))


def _typed(desk: Desk, known: Mapping[Tongue, Level]) -> str:
    """Languages as one would type them."""
    return ", ".join(f"{desk.tongue(tongue)} {_level_name(desk, level)}" for tongue, level in known.items())


def _level_name(desk: Desk, level: Level) -> str:
    return listed(desk.texts.plain("file-levels-native"))[0] if level is Level.NATIVE else level.name


def _zone_field(desk: Desk) -> TextField:
    texts = desk.texts
    return TextField("zone", texts.plain("file-field-zone"), texts.plain("file-hint-zone"), longest=LONGEST_PLACE)


def zone_form(desk: Desk) -> Form:
    """Asks where they are."""
    return Form(desk.texts.plain("file-key-zone"), (_zone_field(desk),), KeepZone(desk.club))


def words_form(desk: Desk, file: File) -> Form:
    """Asks for their own words."""
    texts = desk.texts
    field = TextField(
        "words",
        texts.plain("file-field-words"),
        texts.plain("file-hint-words"),
        required=False,
        lines=True,
        longest=LONGEST_WORDS,
        value=file.words,
    )
    return Form(texts.plain("file-key-words"), (field,), KeepWords(desk.club))


def handle_form(desk: Desk, file: File) -> Form:
    """Asks what they were called elsewhere, and whom they seek."""
    texts = desk.texts
    fields = tuple(
        TextField(
            name,
            texts.plain(f"file-field-{name}"),
            texts.plain(f"file-hint-{name}"),
            required=False,
            longest=LONGEST_HANDLE,
            value=value,
        )
        for name, value in (("handle", file.handle), ("seeks", file.seeks))
    )
    return Form(texts.plain("file-key-handle"), fields, KeepHandle(desk.club), intro=texts("file-handle-intro"))


def off_duty_form(desk: Desk, file: File) -> Form:
    """Asks between which hours messages wait."""
    texts = desk.texts
    now = "" if file.off_duty is None else "–".join(map(clock_words, file.off_duty))
    field = TextField(
        "hours",
        texts.plain("file-field-off-duty"),
        texts.plain("file-hint-off-duty"),
        required=False,
        longest=60,
        value=now,
    )
    return Form(texts.plain("file-key-off-duty"), (field,), KeepOffDuty(desk.club))


# --------------------------------------------------------------------------------------------------------------- levels


def levels(desk: Desk, file: File) -> Outgoing:
    """Their languages, to pick one."""
    options = tuple(
        Option(
            desk.texts.plain("file-learning" if learns else "file-speaking", language=desk.tongue(tongue)),
            OpenLevel(desk.club, Known(tongue, learns)),
            description=level_words(desk.texts, level),
        )
        for learns, known in ((False, file.speaks), (True, file.learns))
        for tongue, level in known.items()
    )
    select = Select(desk.texts.plain("file-level-which"), options, only=desk.user)
    lines = [
        desk.texts("file-speaks", languages=tongues_line(desk, file.speaks)),
        desk.texts("file-learns", languages=tongues_line(desk, file.learns)),
    ]
    return desk.said(RichText.join(lines, "\n"), controls=((select,), (desk.back(),)))


def level(desk: Desk, known: Known, rest: tuple[Known, ...] = (), head: Sequence[RichText] = ()) -> Outgoing:
    """How well do they know it?"""
    options = tuple(
        Option(level_words(desk.texts, one), PutLevel(desk.club, known, one, rest)) for one in reversed(Level)
    )
    select = Select(desk.texts.plain("file-level-choose"), options, only=desk.user)
    asked = desk.texts("file-level-learns" if known.learns else "file-level-speaks", language=desk.tongue(known.tongue))
    return desk.said(RichText.join([*head, asked], "\n\n"), controls=((select,), (desk.back(),)))


# ------------------------------------------------------------------------------------------------ picked and put back


def interests(desk: Desk, file: File) -> Outgoing:
    """The short list, and a way to say more."""
    options = [
        _switch(
            desk, f"file-interest-{one}", PutInterest(desk.club, one, one not in file.interests), one in file.interests
        )
        for one in INTERESTS
    ]
    more = desk.key("file-key-words", AskWords(desk.club))
    select = Select(desk.texts.plain("file-switch"), tuple(options), only=desk.user)
    return desk.said(desk.texts("file-interests-help"), controls=((select,), (more, desk.back())))


def slots(desk: Desk, file: File, *, zone: bool) -> Outgoing:
    """When they have time, by their own clock; where nobody knows that, it is asked for."""
    options = [
        _switch(desk, f"file-slot-{one}", PutSlot(desk.club, one, one not in file.free), one in file.free)
        for one in Slot
    ]
    select = Select(desk.texts.plain("file-switch"), tuple(options), only=desk.user)
    text = desk.texts("file-slots-help")
    if zone:
        return desk.said(text, controls=((select,), (desk.back(),)))
    ask = desk.key("file-key-zone", AskZone(desk.club))
    return desk.said(text + "\n" + desk.texts("file-slots-zone"), controls=((select,), (ask, desk.back())))


def wants(desk: Desk, file: File) -> Outgoing:
    """What they look for."""
    options = [
        _switch(desk, f"file-want-{one}", PutWant(desk.club, one, one not in file.wants), one in file.wants)
        for one in Want
    ]
    select = Select(desk.texts.plain("file-switch"), tuple(options), only=desk.user)
    return desk.said(desk.texts("file-wants-help"), controls=((select,), (desk.back(),)))


def limits(desk: Desk, file: File, *, offered: bool) -> Outgoing:
    """Limits; the gender that they said is not shown to anybody, so not here either.

    Args:
        desk: whose.
        file: theirs.
        offered: whether a club of theirs offers matching within one's own gender.
    """
    texts = desk.texts
    if not offered:
        return desk.said(texts("file-limits-none"), controls=((desk.back(),),))
    options = [Option(texts.plain(f"file-gender-{one}"), PutGender(desk.club, one)) for one in Gender]
    options.append(Option(texts.plain("file-gender-unsaid"), PutGender(desk.club, None)))
    select = Select(texts.plain("file-gender-choose"), tuple(options), only=desk.user)
    switch = desk.key(
        "file-same-off" if file.same_gender else "file-same-on", PutSameGender(desk.club, not file.same_gender)
    )
    state = texts("file-same-is-on" if file.same_gender else "file-same-is-off")
    help_ = texts("file-limits-help")
    return desk.said(help_ + "\n" + state, controls=((select,), (switch,), (desk.back(),)))


def _switch(desk: Desk, name: str, action: Action, on: bool) -> Option:
    """An option that is picked to be on or off. What a list shows as chosen could not be picked again."""
    return Option(("✓ " if on else "") + desk.texts.plain(name), action)
