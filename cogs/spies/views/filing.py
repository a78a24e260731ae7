"""How a file is filled in: the forms, and the lists from which something is picked or put back."""

from collections.abc import Mapping, Sequence

from bot.domain.controls import ButtonStyle, Control, Option, Select
from bot.domain.form import ChoiceField, Field, Form, FormChoice, TextField
from bot.domain.message import Outgoing
from bot.domain.text import RichText
from cogs.spies.actions.file import (
    AskOffDuty,
    AskWords,
    AskZone,
    Begun,
    KeepFile,
    KeepHandle,
    KeepOffDuty,
    KeepPicks,
    KeepWords,
    KeepZone,
    Known,
    OpenAge,
    OpenLevel,
    PutGender,
    PutLevel,
    PutPick,
    PutSameGender,
)
from cogs.spies.rules.doings import listed
from cogs.spies.rules.filing import LONGEST_LIST, clock_words
from cogs.spies.rules.handles import LONGEST_HANDLE
from cogs.spies.rules.people import LONGEST_WORDS, File, Gender, Level, Tongue
from cogs.spies.rules.picking import Pick, offered, picked
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
            known = _known(file, name)
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


def _known(file: File | None, name: str) -> Mapping[Tongue, Level]:
    if file is None:
        return {}
    return file.speaks if name == "speaks" else file.learns


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


def picks_form(desk: Desk, file: File, pick: Pick) -> Form:
    """Asks for all of one kind at once, where the platform has forms; for interests with their own words."""
    texts = desk.texts
    fields: list[Field] = [_picks_field(desk, file, pick)]
    if pick is Pick.INTERESTS:
        fields.append(_words_field(desk, file))
    return Form(texts.plain(f"file-key-{pick.value}"), tuple(fields), KeepPicks(desk.club, pick))


def _picks_field(desk: Desk, file: File, pick: Pick) -> ChoiceField:
    options = tuple(FormChoice(one, desk.texts.plain(f"file-{pick.value}-{one}")) for one in offered(pick))
    label = desk.texts.plain(f"file-field-{pick.value}")
    return ChoiceField("picks", label, options, required=False, most=len(options), value=picked(file, pick))


def words_form(desk: Desk, file: File) -> Form:
    """Asks for their own words."""
    return Form(desk.texts.plain("file-key-words"), (_words_field(desk, file),), KeepWords(desk.club))


def _words_field(desk: Desk, file: File) -> TextField:
    texts = desk.texts
    return TextField(
        "words",
        texts.plain("file-field-words"),
        texts.plain("file-hint-words"),
        required=False,
        lines=True,
        longest=LONGEST_WORDS,
        value=file.words,
    )


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


def unclear_off_duty(desk: Desk, said: str) -> Outgoing:
    """These are no hours. Its key asks again: what is only written in answer would go to whom one writes to."""
    again = desk.key("file-again", AskOffDuty(desk.club), ButtonStyle.MAIN)
    return desk.said(desk.texts("file-off-duty-unclear", said=said[:60]), controls=((again, desk.back()),))


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


def picks(desk: Desk, file: File, pick: Pick, *, zone: bool) -> Outgoing:
    """A list whose options are picked to be put on it or taken off.

    Args:
        desk: whose.
        file: theirs.
        pick: of what.
        zone: whether anybody knows their time zone; without it nobody knows when their evening is.
    """
    texts, now = desk.texts, picked(file, pick)
    options = tuple(
        Option(
            ("✓ " if one in now else "") + texts.plain(f"file-{pick.value}-{one}"),
            PutPick(desk.club, pick, one, one not in now),
        )
        for one in offered(pick)
    )
    row: list[Control] = [desk.back()]
    text = texts(f"file-{pick.value}-help")
    if pick is Pick.INTERESTS:
        row.insert(0, desk.key("file-key-words", AskWords(desk.club)))
    elif pick is Pick.SLOTS and not zone:
        row.insert(0, desk.key("file-key-zone", AskZone(desk.club)))
        text = text + "\n" + texts("file-slots-zone")
    select = Select(texts.plain("file-switch"), options, only=desk.user)
    return desk.said(text, controls=((select,), tuple(row)))


def limits(desk: Desk, file: File, *, offered: bool) -> Outgoing:
    """Limits; the gender and the age that they said are not shown to anybody, so not here either.

    Args:
        desk: whose.
        file: theirs.
        offered: whether a club of theirs offers matching within one's own gender.
    """
    texts = desk.texts
    last = (desk.key("file-key-age", OpenAge(desk.club)), desk.back())
    if not offered:
        return desk.said(texts("file-limits-none"), controls=(last,))
    options = [Option(texts.plain(f"file-gender-{one}"), PutGender(desk.club, one)) for one in Gender]
    options.append(Option(texts.plain("file-gender-unsaid"), PutGender(desk.club, None)))
    select = Select(texts.plain("file-gender-choose"), tuple(options), only=desk.user)
    switch = desk.key(
        "file-same-off" if file.same_gender else "file-same-on", PutSameGender(desk.club, not file.same_gender)
    )
    state = texts("file-same-is-on" if file.same_gender else "file-same-is-off")
    help_ = texts("file-limits-help")
    return desk.said(help_ + "\n" + state, controls=((select,), (switch,), last))
