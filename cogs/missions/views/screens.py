"""What somebody chooses for their lines."""

from collections.abc import Sequence

from bot.api import Texts
from bot.domain.controls import Button, ButtonStyle, Control, Option, Select
from bot.domain.message import Outgoing
from bot.domain.refs import PersonId, UserRef
from bot.domain.text import RichText
from cogs.missions.actions import BackToMenu, Deal, OpenClock, OpenLevels, OpenTopics, PickLine, PutLevel, PutTopic
from cogs.missions.rules.cards import Level, Topic
from cogs.missions.rules.levels import PERSONAL_AFTER, Standing


def lines(texts: Texts, user: UserRef, found: Sequence[tuple[int, str]]) -> Outgoing:
    """Asks which line is meant: each with the names of those on it."""
    options = tuple(Option(names, PickLine(line)) for line, names in found[:25])
    return Outgoing(texts("lines"), controls=((Select(texts.plain("lines-choose"), options, only=user),),))


def menu(texts: Texts, user: UserRef, line: int, names: str) -> Outgoing:
    """What there is on a line."""
    rows = (
        (Button(texts.plain("key-deal"), Deal(line), ButtonStyle.MAIN, only=user),),
        (
            Button(texts.plain("key-topics"), OpenTopics(line), only=user),
            Button(texts.plain("key-levels"), OpenLevels(line), only=user),
        ),
        (Button(texts.plain("key-clock"), OpenClock(line), only=user),),
    )
    return Outgoing(texts("menu", names=names), controls=rows)


def back(texts: Texts, user: UserRef, line: int) -> Button:
    """Goes back to what there is on a line."""
    return Button(texts.plain("key-back"), BackToMenu(line), only=user)


def topics(texts: Texts, user: UserRef, line: int, left_out: frozenset[Topic]) -> Outgoing:
    """Topics, each of which can be left out."""
    keys: list[Control] = []
    for topic in Topic:
        on = topic not in left_out
        name = texts.plain(f"topic-{topic.value}")
        label = texts.plain("topic-on" if on else "topic-off", topic=name)
        keys.append(Button(label, PutTopic(line, topic, not on), only=user))
    rows = [tuple(keys[first : first + 2]) for first in range(0, len(keys), 2)]
    return Outgoing(texts("topics"), controls=(*rows, (back(texts, user, line),)))


def levels(texts: Texts, user: UserRef, line: int, standing: Standing, me: PersonId) -> Outgoing:
    """Levels, with one's own word on them. Of the others' nothing is shown but what is open."""
    said = [texts("levels")]
    rows: list[tuple[Control, ...]] = []
    for level in Level:
        name = texts.plain(f"level-{level.value}")
        mine = me in standing.yes.get(level, frozenset())
        if not standing.can_open(level):
            said.append(texts("level-never", level=name))
            continue
        if standing.is_open(level):
            said.append(texts("level-open", level=name))
        elif mine:
            said.append(texts("level-yes", level=name))
        elif level is Level.PERSONAL:
            said.append(texts("level-later", level=name, count=PERSONAL_AFTER - standing.answered))
        else:
            said.append(texts("level-both", level=name))
        if mine or not standing.is_open(level):
            key = texts.plain("level-close" if mine else "level-agree", level=name)
            rows.append((Button(key, PutLevel(line, level, not mine), only=user),))
    return Outgoing(RichText.join(said, "\n"), controls=(*rows, (back(texts, user, line),)))


def opened(texts: Texts, level: Level) -> Outgoing:
    """A level is open now, since all said yes."""
    return Outgoing(texts("level-opened", level=texts.plain(f"level-{level.value}")))
