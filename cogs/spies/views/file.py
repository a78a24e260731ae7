"""A member's own file, as only they see it. Whether they are under 18, and their gender, are never shown at all."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.api import Value
from bot.api.house import Languages
from bot.domain.action import Action
from bot.domain.controls import Button, ButtonStyle, Control, Option, Select
from bot.domain.message import Only, Outgoing
from bot.domain.refs import CommunityId, UserRef
from bot.domain.text import RichText, Style
from cogs.spies.actions.asking import Find
from cogs.spies.actions.file import (
    AskFile,
    AskForget,
    AskHandle,
    AskOffDuty,
    AskZone,
    Begun,
    ForgetFile,
    Known,
    OpenFile,
    OpenLevels,
    OpenLimits,
    OpenPicks,
    OptIn,
    OptOut,
    PutPaused,
    PutZone,
)
from cogs.spies.rules.filing import clock_words
from cogs.spies.rules.people import File, Level, Tongue
from cogs.spies.rules.picking import Pick, picked
from cogs.spies.rules.zones import Spot, zone_shown
from cogs.spies.views.theming import Themed, tongue_name

Rows = tuple[tuple[Control, ...], ...]

SHOWN_WORDS = 300
"""How much of somebody's own words their file shows."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What every screen of a file needs.

    Attributes:
        user: whose presses count.
        club: for which it was called up; None in private.
        now: the time.
    """

    texts: Themed
    languages: Languages
    user: UserRef
    club: CommunityId | None
    now: datetime

    def key(self, name: str, action: Action, style: ButtonStyle = ButtonStyle.QUIET, **values: Value) -> Button:
        """A key that only they can press."""
        return Button(self.texts.plain(name, **values), action, style, only=self.user)

    def said(self, text: RichText, controls: Rows = ()) -> Outgoing:
        """Something that nobody else sees."""
        return Outgoing(text, controls=controls, audience=Only(self.user))

    def back(self) -> Button:
        """The key back to the file."""
        return self.key("file-back", OpenFile(self.club))

    def tongue(self, tongue: Tongue) -> str:
        """What a language is called."""
        return tongue_name(self.texts, self.languages, tongue)

    def list_of(self, names: Iterable[str]) -> str:
        """Several of a kind, one after the other."""
        return self.texts.plain("why-list").join(names)


@dataclass(frozen=True, slots=True)
class Standing:
    """What of a file stands elsewhere.

    Attributes:
        zone: their time zone.
        clubs: the names of the clubs in which they take part.
        joined: whether they do in the one that the file was called up for.
        looks_in: the one in which a key of the file looks for somebody; None where they would have to say which.
    """

    zone: str | None
    clubs: tuple[str, ...]
    joined: bool
    looks_in: CommunityId | None = None


# -------------------------------------------------------------------------------------------------------- the beginning


def beginning(desk: Desk) -> Outgoing:
    """There is no file yet."""
    texts = desk.texts
    start = desk.key("file-begin-key", AskFile(desk.club, Begun()), ButtonStyle.MAIN)
    head = texts("file-begin-title")
    return desk.said(RichText.join([head, texts("file-begin")], "\n"), controls=((start,),))


def unknown_languages(desk: Desk, unknown: Sequence[str], begun: Begun) -> Outgoing:
    """Some language was not understood."""
    again = desk.key("file-again", AskFile(desk.club, begun), ButtonStyle.MAIN)
    named = ", ".join(f"“{one[:40]}”" for one in unknown[:5])
    return desk.said(desk.texts("file-language-unknown", named=named), controls=((again,),))


def wrong_list(desk: Desk, key: str, begun: Begun, **values: Value) -> Outgoing:
    """A list of languages cannot be kept as it is."""
    again = desk.key("file-again", AskFile(desk.club, begun), ButtonStyle.MAIN)
    return desk.said(desk.texts(key, **values), controls=((again,),))


# ------------------------------------------------------------------------------------------------------------- the file


def file_screen(desk: Desk, file: File, standing: Standing, head: Sequence[RichText] = ()) -> Outgoing:
    """The file, and everything that can be done with it.

    Args:
        desk: whose.
        file: theirs.
        standing: what stands elsewhere.
        head: said before it.
    """
    parts = [*head, desk.texts("file-title") + "\n" + RichText.join(_lines(desk, file, standing), "\n")]
    state = _state(desk, file, standing)
    if state:
        parts.append(RichText.join(state, "\n"))
    return desk.said(RichText.join(parts, "\n\n"), controls=_keys(desk, file, standing))


def _lines(desk: Desk, file: File, standing: Standing) -> list[RichText]:
    texts = desk.texts
    lines = [
        texts("file-speaks", languages=tongues_line(desk, file.speaks)),
        texts("file-learns", languages=tongues_line(desk, file.learns)),
    ]
    if standing.zone is None:
        lines.append(texts("file-zone-none"))
    else:
        lines.append(texts("file-zone", zone=zone_shown(standing.zone), time=local_time(standing.zone, desk.now)))
    if file.free:
        lines.append(texts("file-free", slots=_listed(desk, file, Pick.SLOTS)))
    if file.interests:
        lines.append(texts("file-likes", interests=_listed(desk, file, Pick.INTERESTS)))
    if file.words:
        lines.append(texts("file-words", said=_shortened(file.words)))
    if file.wants:
        lines.append(texts("file-wants", wants=_listed(desk, file, Pick.WANTS)))
    if file.handle:
        lines.append(texts("file-handle", handle=file.handle))
    if file.seeks:
        lines.append(texts("file-seeks", handle=file.seeks))
    if file.off_duty is not None:
        start, end = file.off_duty
        lines.append(texts("file-off-duty", start=clock_words(start), end=clock_words(end)))
    return lines


def _state(desk: Desk, file: File, standing: Standing) -> list[RichText]:
    texts = desk.texts
    found: list[RichText] = []
    if file.paused:
        found.append(texts("file-paused"))
    if standing.clubs:
        found.append(texts("file-clubs", clubs=desk.list_of(standing.clubs)))
    if desk.club is not None and not standing.joined:
        found.append(texts("file-not-here"))
    elif not standing.clubs:
        found.append(texts("file-nowhere"))
    return found


def _keys(desk: Desk, file: File, standing: Standing) -> Rows:
    club = desk.club
    first: list[Control] = []
    if club is not None and not standing.joined:
        first.append(desk.key("file-opt-in", OptIn(club), ButtonStyle.MAIN))
    if file.paused:
        first.append(desk.key("file-resume", PutPaused(club, on=False), ButtonStyle.MAIN))
    elif standing.looks_in is not None:
        first.append(desk.key("find-look", Find(standing.looks_in), ButtonStyle.MAIN))
    rows: list[tuple[Control, ...]] = [tuple(first)] if first else []
    rows += [
        (
            desk.key("file-key-languages", AskFile(club, Begun(adult=file.adult))),
            desk.key("file-key-levels", OpenLevels(club)),
            desk.key("file-key-zone", AskZone(club)),
        ),
        (
            desk.key("file-key-slots", OpenPicks(club, Pick.SLOTS)),
            desk.key("file-key-interests", OpenPicks(club, Pick.INTERESTS)),
            desk.key("file-key-wants", OpenPicks(club, Pick.WANTS)),
        ),
        (
            desk.key("file-key-limits", OpenLimits(club)),
            desk.key("file-key-handle", AskHandle(club)),
            desk.key("file-key-off-duty", AskOffDuty(club)),
        ),
    ]
    last: list[Control] = []
    if not file.paused:
        last.append(desk.key("file-pause", PutPaused(club, on=True)))
    if club is not None and standing.joined:
        last.append(desk.key("file-opt-out", OptOut(club)))
    last.append(desk.key("file-forget", AskForget(club), ButtonStyle.DANGER))
    return (*rows, tuple(last))


def tongues_line(desk: Desk, known: Mapping[Tongue, Level]) -> str:
    """Languages with their levels, in words."""
    return desk.list_of(
        desk.texts.plain("file-tongue", language=desk.tongue(tongue), level=level_words(desk.texts, level))
        for tongue, level in known.items()
    )


def level_words(texts: Themed, level: Level) -> str:
    """A level, as a layperson understands it."""
    return texts.plain(f"file-level-{level.name.lower()}")


def local_time(zone: str, now: datetime) -> str:
    """What a clock there says now."""
    return f"{now.astimezone(ZoneInfo(zone)):%H:%M}"


def _listed(desk: Desk, file: File, pick: Pick) -> str:
    return desk.list_of(desk.texts.plain(f"file-{pick.value}-{one}") for one in picked(file, pick))


def _shortened(words: str) -> str:
    return words if len(words) <= SHOWN_WORDS else words[: SHOWN_WORDS - 1] + "…"


# ------------------------------------------------------------------------------------------------------------ time zone


def spots(desk: Desk, said: str, found: Sequence[Spot], rest: tuple[Known, ...] = ()) -> Outgoing:
    """Several places have that name."""
    options = tuple(
        Option(
            f"{_flag(spot.country)} {spot.name}".strip(),
            PutZone(desk.club, spot.zone, rest),
            description=f"{zone_shown(spot.zone)} · {local_time(spot.zone, desk.now)}",
        )
        for spot in found
    )
    select = Select(desk.texts.plain("file-zone-choose"), options, only=desk.user)
    other = desk.key("file-zone-other", AskZone(desk.club))
    return desk.said(desk.texts("file-zone-several", said=said), controls=((select,), (other, desk.back())))


def no_zone(desk: Desk, said: str, *, failed: bool) -> Outgoing:
    """Nothing is called so; or it could not be looked up just now."""
    key = "file-zone-failed" if failed else "file-zone-unknown"
    again = desk.key("file-zone-again", AskZone(desk.club), ButtonStyle.MAIN)
    return desk.said(desk.texts(key, said=said[:60]), controls=((again, desk.back()),))


def zone_kept(desk: Desk, zone: str) -> RichText:
    """Says it back, with the time there."""
    return desk.texts("file-zone-kept", zone=zone_shown(zone), time=local_time(zone, desk.now))


def _flag(country: str) -> str:
    """The flag of a country by its two letters."""
    return "".join(chr(0x1F1E6 + ord(letter) - ord("A")) for letter in country)


# ---------------------------------------------------------------------------------------------------- going and pausing


def under_age(desk: Desk) -> RichText:
    """Lines for those under 18 are off here."""
    return desk.texts("file-under-age")


def forget_asked(desk: Desk) -> Outgoing:
    """Asks once more."""
    sure = desk.key("file-forget-sure", ForgetFile(desk.club), ButtonStyle.DANGER)
    return desk.said(desk.texts("file-forget-asked"), controls=((sure, desk.back()),))


def forgotten(desk: Desk) -> Outgoing:
    """It is gone."""
    return desk.said(desk.texts("file-forgotten"))


def reunion(texts: Themed, handle: str, name: RichText | None) -> Outgoing:
    """The one that somebody seeks is here, and seeks them."""
    sought = RichText.of(handle, Style.BOLD)
    if name is None:
        return Outgoing(texts("file-reunion-unseen", handle=sought))
    return Outgoing(texts("file-reunion", handle=sought, member=name))
