"""What members see of their lines: how one opens, the list of them, and each with its keys."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.api import Texts
from bot.api.mirror import Trouble
from bot.domain.author import Account
from bot.domain.controls import Button, ButtonStyle, Control, OpenPrivately, Option, Select
from bot.domain.form import Form, TextField
from bot.domain.languages import Language
from bot.domain.message import Card, Outgoing
from bot.domain.refs import MessageRef, PersonId
from bot.domain.text import RichText, Style
from cogs.spies.actions.line import (
    AskShow,
    AskWord,
    Goodbye,
    KeepWord,
    Move,
    MoveBack,
    OpenHere,
    OpenReads,
    PutReads,
    SendTo,
    Show,
    ShowLine,
    ShowLines,
    WriteTo,
)
from cogs.spies.actions.safety import AskFreeFiles
from cogs.spies.rules.keeping import Streak
from cogs.spies.rules.pairs import Pair, PairId, Side
from cogs.spies.views.keeping import going_on
from cogs.spies.views.keys import safety_keys

LONGEST_OWN_WORD = 30
MOST_OPTIONS = 25

COLOUR = 0x3D8BE8

_NONE_YET = Streak(0, 0)

Choices = Sequence[tuple[Language, str]]
"""Languages with what they are called."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A line as one of those on it sees it.

    Attributes:
        texts: in their language, by the line's own word.
        me: who looks.
        reads: what the language is called in which they read it.
        tongues: what the languages are called that they learn from each other.
        off_duty: from and until when they are left in peace, by their own clock, or "".
        mission: a key that draws a card, where there are missions.
        thread: a private thread could be opened.
        weeks: in which they wrote each other.
        services: who may see words so that they can be translated, or "" for nobody.
        files_wait: links and files do not cross yet.
    """

    texts: Texts
    pair: Pair
    me: PersonId
    reads: str
    tongues: str
    chosen: bool = False
    off_duty: str = ""
    mission: Button | None = None
    thread: bool = False
    weeks: Streak = _NONE_YET
    services: str = ""
    files_wait: bool = True

    @property
    def name(self) -> str:
        """Of whom they write with."""
        return others(self.pair, self.me)


def others(pair: Pair, me: PersonId) -> str:
    """The names of everybody else on a line."""
    return " & ".join(pair.called(side.person) for side in pair.others(me))


# ------------------------------------------------------------------------------------------------------------- opening


def greeting(texts: Texts, pair: Pair, me: PersonId) -> Outgoing:
    """All said yes. It is also what shows whether somebody can be written to."""
    return Outgoing(texts("line-greet", name=others(pair, me), count=len(pair.others(me))), silent=False)


def opened(shown: Shown) -> Outgoing:
    """The line is open: what it is, how to talk, and its keys."""
    texts, pair = shown.texts, shown.pair
    lines = [
        texts("line-how", name=shown.name),
        texts("line-arrives", language=shown.reads),
        texts("line-services", services=shown.services) if shown.services else texts("line-no-service"),
        texts("line-masked"),
        texts("line-more"),
    ]
    card = Card(texts.plain("line-open", name=shown.name), RichText.join(lines, "\n"), colour=COLOUR)
    first: tuple[Control, ...] = (Button(texts.plain("line-show"), AskShow(pair.id)),)
    if shown.mission is not None:
        first = (shown.mission, *first)
    second = (_goodbye(texts, pair.id), *safety_keys(texts, pair.id, None))
    return Outgoing(card=card, controls=(first, second), silent=False)


def takes_a_moment(texts: Texts, pair: Pair, me: PersonId) -> Outgoing:
    """Somebody else's private chat is not open yet; why is theirs to know."""
    return Outgoing(texts("line-moment", name=others(pair, me)))


def elsewhere(texts: Texts, pair: Pair, me: PersonId) -> Outgoing:
    """A line goes on in another private chat."""
    return Outgoing(texts("line-elsewhere", name=others(pair, me)), silent=False)


def left_behind(texts: Texts, pair: Pair, me: PersonId, message: MessageRef | None) -> Outgoing:
    """For who wrote something that still waited when a line moved to where it cannot follow."""
    return Outgoing(texts("line-left-behind", name=others(pair, me)), reply_to=message, silent=False)


def wanted(texts: Texts, pair: PairId) -> Outgoing:
    """For whom the bot may not write to: a line waits for them. Who is on it is not said where others may read."""
    return Outgoing(texts("line-wanted"), controls=((open_key(texts, pair),),))


def open_key(texts: Texts, pair: PairId) -> OpenPrivately:
    """Opens the private chat, and with it the line."""
    return OpenPrivately(texts.plain("line-open-key"), OpenHere(pair))


def _goodbye(texts: Texts, pair: PairId) -> Button:
    return Button(texts.plain("line-goodbye"), Goodbye(pair), ButtonStyle.DANGER)


# ------------------------------------------------------------------------------------------------------------ the list


def lines(texts: Texts, shown: Sequence[Shown]) -> Outgoing:
    """All lines of somebody; those that wait for their private chat come with a key that opens it."""
    if not shown:
        return Outgoing(texts("line-none"))
    said = [texts("line-list")]
    options: list[Option] = []
    waiting: list[Control] = []
    for one in shown:
        said.append(_entry(one))
        options.append(Option(one.name, ShowLine(one.pair.id)))  # none is chosen: to choose it again tells nothing
        mine = one.pair.side(one.me)
        if mine is not None and mine.place is None and not waiting:
            waiting.append(open_key(texts, one.pair.id))
    rows: list[tuple[Control, ...]] = [(Select(texts.plain("line-pick"), tuple(options[:MOST_OPTIONS])),)]
    if waiting:
        rows.append(tuple(waiting))
    return Outgoing(RichText.join(said, "\n"), controls=tuple(rows))


def _entry(shown: Shown) -> RichText:
    key = "line-entry-chosen" if shown.chosen else "line-entry"
    name = RichText.of(shown.name, Style.BOLD)
    entry = shown.texts(key, name=name, tongues=shown.tongues, since=shown.pair.opened or shown.pair.made)
    state = _state(shown.pair)
    return entry + RichText.of(" · ") + shown.texts(state) if state else entry


def _state(pair: Pair) -> str:
    if pair.held:
        return "line-resting"
    return "" if pair.opened else "line-not-yet"


def line(shown: Shown, *, chooses: bool) -> Outgoing:
    """One line, and all that can be done about it.

    Args:
        shown: the line.
        chooses: whether one says that what one writes here goes to it: there are others, or it is read elsewhere.
    """
    texts, pair = shown.texts, shown.pair
    said = [_entry(shown), texts("line-reads-now", language=shown.reads)]
    if shown.off_duty:
        said.append(texts("line-duty-now", hours=shown.off_duty))
    told = going_on(texts, shown.weeks)
    if told is not None:
        said.append(told)
    if pair.theme:
        said.append(texts("line-word-now", own=pair.theme))
    said.append(texts("line-careful-now" if shown.files_wait else "line-free-now"))
    said.append(texts("line-shown-now" if pair.shown else "line-masked"))
    first: list[Control] = []
    if chooses and pair.opened:
        first.append(Button(texts.plain("line-write-to"), WriteTo(pair.id), ButtonStyle.MAIN))
    if shown.mission is not None and pair.opened:
        first.append(shown.mission)
    second: list[Control] = [Button(texts.plain("line-reads"), OpenReads(pair.id))]
    if shown.files_wait:
        second.append(Button(texts.plain("line-free"), AskFreeFiles(pair.id)))
    third: list[Control] = [Button(texts.plain("line-word"), AskWord(pair.id))]
    if not pair.shown:
        third.append(Button(texts.plain("line-show"), AskShow(pair.id)))
    elif pair.thread is not None:
        third.append(Button(texts.plain("line-move-back"), MoveBack(pair.id)))
    elif shown.thread:
        third.append(Button(texts.plain("line-move"), Move(pair.id)))
    fourth = (_goodbye(texts, pair.id), *safety_keys(texts, pair.id, None))
    rows = [tuple(row) for row in (first, second, third) if row]
    return Outgoing(
        RichText.join(said, "\n"), controls=(*rows, fourth, (Button(texts.plain("line-back"), ShowLines()),))
    )


def moved(texts: Texts) -> Outgoing:
    """The first words in a thread."""
    return Outgoing(texts("line-moved"), silent=False)


def moved_there(texts: Texts, pair: Pair, me: PersonId) -> Outgoing:
    """For who moved: where it goes on."""
    return Outgoing(texts("line-moved-there", name=others(pair, me)))


def moved_back(texts: Texts, pair: Pair, me: PersonId) -> Outgoing:
    """It goes on in private."""
    return Outgoing(texts("line-moved-back", name=others(pair, me)))


def to_whom(texts: Texts, pairs: Sequence[Pair], me: PersonId, message: MessageRef) -> Outgoing:
    """Asks who is meant by what was just written."""
    keys = [Button(others(pair, me), SendTo(pair.id, message)) for pair in pairs[:MOST_OPTIONS]]
    rows = tuple(tuple(keys[first : first + 3]) for first in range(0, len(keys), 3))
    return Outgoing(texts("line-whom"), controls=rows, reply_to=message)


def written_to(texts: Texts, pair: Pair, me: PersonId) -> Outgoing:
    """To whom goes what is written from now on."""
    return Outgoing(texts("line-written", name=others(pair, me)))


def waits(texts: Texts, name: str) -> Outgoing:
    """Somebody is off duty: what was written waits."""
    return Outgoing(texts("line-waits", name=name))


# ------------------------------------------------------------------------------------------------------------- choices


def reads(texts: Texts, pair: PairId, choices: Choices, now: Language | None) -> Outgoing:
    """Languages to read a line in."""
    options = [Option(texts.plain("line-reads-mine"), PutReads(pair, None), chosen=now is None)]
    options += [Option(name, PutReads(pair, one), chosen=one is now) for one, name in choices]
    select = Select(texts.plain("line-reads"), tuple(options[:MOST_OPTIONS]))
    back = Button(texts.plain("line-back"), ShowLine(pair))
    return Outgoing(texts("line-reads-help"), controls=((select,), (back,)))


def word_form(texts: Texts, pair: PairId) -> Form:
    """Asks for their own word."""
    field = TextField(
        "word",
        texts.plain("line-word-field"),
        hint=texts.plain("line-word-hint"),
        required=False,
        longest=LONGEST_OWN_WORD,
    )
    return Form(texts.plain("line-word"), (field,), KeepWord(pair))


def word_told(texts: Texts, pair: PairId, name: str, own: str) -> Outgoing:
    """Tells of a new word, which is a partner's like all they say."""
    if not own:
        return Outgoing(texts("line-word-usual", name=name))
    return Outgoing(texts("line-word-told", name=name, own=own), controls=(safety_keys(texts, pair, None),))


# ------------------------------------------------------------------------------------------------------------- showing


def show_asked(texts: Texts, pair: Pair, me: PersonId) -> Outgoing:
    """What showing oneself means, and the key."""
    yes = Button(texts.plain("show-yes"), Show(pair.id), ButtonStyle.GOOD)
    return Outgoing(texts("show-ask", name=others(pair, me)), controls=((yes,),))


def show_wished(texts: Texts, pair: PairId, name: str) -> Outgoing:
    """Somebody else said yes to it."""
    yes = Button(texts.plain("show-yes"), Show(pair), ButtonStyle.GOOD)
    return Outgoing(texts("show-wished", name=name), controls=((yes,),), silent=False)


def show_waiting(texts: Texts, pair: Pair, me: PersonId) -> Outgoing:
    """One's own yes waits for the others'."""
    return Outgoing(texts("show-waiting", name=others(pair, me)))


def shown_all(texts: Texts, faces: Sequence[tuple[Side, Sequence[Account]]]) -> Outgoing:
    """Who the others are: each by their name, with all their accounts. Nobody is pinged."""
    said = [texts("show-done")]
    for side, accounts in faces:
        names = RichText.join([texts("show-account", account=account) for account in accounts], ", ")
        key = "show-is-by-handle" if side.handle else "show-is"
        said.append(texts(key, codename=side.codename, name=side.name, handle=side.handle, accounts=names))
    return Outgoing(RichText.join(said, "\n"), silent=False)


def trouble(texts: Texts, what: Trouble) -> Outgoing:
    """What keeps words from crossing as they should; only what readers are told of has a text."""
    return Outgoing(texts(f"line-trouble-{what.value}"))


# -------------------------------------------------------------------------------------------------------------- copies


def copy(text: RichText, original: RichText | None, corrected: RichText | None, aid: RichText | None) -> RichText:
    """A partner's words: how they are read over them, who made them better, and what was said hidden under them."""
    blocks = [one for one in (aid, text, corrected) if one]
    if original is not None:
        blocks.append(original.styled(Style.SPOILER))
    return RichText.join(blocks, "\n")
