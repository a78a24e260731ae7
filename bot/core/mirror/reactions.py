"""Which reactions were made to what, and which of them the bot shows elsewhere."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import case, delete, literal, select, update

from bot.core.mirror.line import Due, State
from bot.core.mirror.tables import LINE, REACTION
from bot.core.tables import insert_into
from bot.domain.author import Account
from bot.domain.capabilities import Capabilities, Reactions
from bot.domain.refs import ChatRef, MessageRef
from bot.ports.clock import Clock
from bot.ports.database import Database

_SELECTOR = "\ufe0f"

_NEAREST: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("❤", "❤🧡💛💚💙💜🤎🖤🤍🩷🩵🩶💖💗💓💞💕💘💝💟♥❣🥰😍😻🫶💑💏", ("heart", "love")),
    ("👍", "👍👌✅✔☑🆗💪🙆", ("yes", "ok", "thumbsup", "plus1", "approve", "check")),
    ("👎", "👎❌✖🚫⛔🙅", ("no", "thumbsdown", "minus1")),
    ("😁", "😀😃😄😁😆😂🤣😹😸😅", ("lol", "joy", "laugh", "haha", "kek", "lmao", "xd")),
    ("😢", "😢😭🥺😿😞😔☹🙁😥😓", ("sad", "cry", "sob")),
    ("😱", "😱😨😰🙀😧😦😮😯😲😳", ("wow", "shock", "omg")),
    ("🔥", "🔥💥✨🌟⭐🌠", ("fire", "lit", "star")),
    ("🎉", "🎉🎊🥳🎈🎂🍾🥂🎁", ("party", "tada", "celebrate", "birthday")),
    ("🙏", "🙏🤲🙇", ("thank", "pray", "please")),
    ("👏", "👏🙌", ("clap", "bravo")),
    ("🤔", "🤔🧐❓❔🤨", ("think", "hmm", "question")),
    ("👀", "👀👁🫣", ("eyes", "look")),
    ("😡", "😡😠🤬👿💢", ("angry", "mad", "rage")),
    ("🤝", "🤝🫱🫲", ("deal", "handshake")),
    ("💯", "💯", ("hundred",)),
    ("👌", "👌", ("perfect",)),
    ("🤯", "🤯", ("mindblown",)),
    ("🥱", "🥱😴💤😪", ("sleep", "bored", "yawn")),
    ("😎", "😎🕶🆒", ("cool", "sunglasses")),
    ("🤓", "🤓🎓📚", ("nerd",)),
    ("😘", "😘😗😙😚💋", ("kiss",)),
    ("🤗", "🤗🫂", ("hug",)),
    ("🤡", "🤡", ("clown",)),
    ("💩", "💩", ("poop",)),
    ("🤮", "🤮🤢", ("sick", "puke")),
    ("👻", "👻💀☠", ("ghost", "skull", "dead")),
    ("🎃", "🎃", ("pumpkin", "halloween")),
    ("🎄", "🎄🎅", ("xmas", "christmas")),
    ("☃", "☃⛄❄", ("snow",)),
    ("🍓", "🍓🍒🍎", ("berry",)),
    ("🍌", "🍌", ("banana",)),
    ("🌚", "🌚🌑🌝🌙", ("moon",)),
    ("⚡", "⚡🌩", ("lightning", "zap")),
    ("🏆", "🏆🥇🏅🎖👑", ("trophy", "win", "crown")),
    ("😇", "😇👼🕊", ("angel",)),
    ("😐", "😐😑😶🫥", ("neutral",)),
    ("🫡", "🫡", ("salute",)),
    ("🤷", "🤷", ("shrug",)),
    ("🦄", "🦄🌈", ("unicorn", "rainbow")),
    ("💔", "💔", ("broken",)),
)
"""An emoji that nearly every platform has, and for what it stands where the other is not to be had: other emoji, and
words in the names of a community's own."""


MOST_TOLD, MOST_NAMED = 6, 3
"""Emoji in a small line, and names for each."""


@dataclass(frozen=True, slots=True)
class Reaction:
    """Somebody's reaction to an original or to one of its copies."""

    at: MessageRef
    account: str
    emoji: str
    name: str


def nearest(emoji: str, capabilities: Capabilities) -> str | None:
    """The emoji that a chat has which is nearest to another one, or None.

    Args:
        emoji: a character, or the name of a community's own, with or without ``:`` and a number.
        capabilities: the chat's.
    """
    match capabilities.reactions:
        case Reactions.NONE:
            return None
        case Reactions.ANY:
            if emoji.isascii() or ":" in emoji:  # a community's own, which others do not have
                return _family(emoji, None)
            return emoji
        case Reactions.FIXED:
            bare = emoji.replace(_SELECTOR, "")
            for same in (emoji, bare, bare + _SELECTOR):
                if same in capabilities.fixed_reactions:
                    return same
            return _family(bare, capabilities.fixed_reactions)


def _family(emoji: str, there: Collection[str] | None) -> str | None:
    # Without its skin colour, and only the first of what is joined to one sign.
    bare = emoji.replace(_SELECTOR, "").split("\u200d")[0].rstrip("🏻🏼🏽🏾🏿")
    own = bare.strip(":").split(":")[0].lower() if bare.isascii() else ""
    for shown, signs, words in _NEAREST:
        hit = any(_means(own, word) for word in words) if own else bool(bare) and bare in signs
        if hit and (there is None or shown in there):
            return shown
    return None


def _means(name: str, word: str) -> bool:
    """Whether a community's own emoji means something: ``blobheart`` a heart, but ``broken`` is not ``ok``."""
    for part in re.findall("[a-z0-9]+", name):
        begins, ends = len(word) > 2 and part.startswith(word), len(word) > 3 and part.endswith(word)
        if part == word or begins or ends:
            return True
    return False


def shown_on(message: Collection[MessageRef], reactions: Iterable[Reaction], capabilities: Capabilities) -> str | None:
    """The one reaction that the bot sets on a message for those made to its other selves: the most frequent, the first.

    Args:
        message: its posts.
        reactions: to the original and all its copies, the oldest first.
        capabilities: the chat's.
    """
    elsewhere = [one.emoji for one in reactions if one.at not in message]
    counted = Counter(near for emoji in elsewhere if (near := nearest(emoji, capabilities)) is not None)
    return counted.most_common(1)[0][0] if counted else None


def told_on(message: Collection[MessageRef], reactions: Iterable[Reaction], *, named: bool = True) -> str:
    """The same as a small line: ``❤️ Ana, 小明 · :party: Bo``.

    Args:
        named: False where whose words they are is not shown either: the names might tell.
    """
    by_emoji: dict[str, list[str]] = {}
    for one in reactions:
        if one.at not in message:
            emoji = f":{one.emoji.split(':')[0]}:" if one.emoji.isascii() else one.emoji
            names = by_emoji.setdefault(emoji, [])
            if named and one.name and one.name not in names:
                names.append(one.name)
    parts = [f"{emoji} {_listed(names)}".strip() for emoji, names in by_emoji.items()]
    return " · ".join(parts[:MOST_TOLD])


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:MOST_NAMED]) + ("…" if len(names) > MOST_NAMED else "")


class ReactionBook:
    """Keeps reactions to what was repeated."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock

    async def change(
        self, root: MessageRef, at: MessageRef, by: Account, added: Sequence[str], removed: Sequence[str]
    ) -> list[ChatRef]:
        """Somebody's reactions to one of an original's selves changed; says in which lanes something is due."""
        now = self._clock.now()
        mine = (REACTION.c.root == str(root), REACTION.c.at == str(at), REACTION.c.account == str(by.ref))
        async with self._db.writing() as connection:
            if removed:
                await connection.execute(delete(REACTION).where(*mine, REACTION.c.emoji.in_(removed)))
            rows = [
                {"root": str(root), "at": str(at), "account": str(by.ref), "emoji": emoji, "name": by.name, "made": now}
                for emoji in added
            ]
            if rows:
                await connection.execute(insert_into(connection, REACTION).on_conflict_do_nothing(), rows)
            # What is still to be said shows it once it stands. The revision tells a worker that is at it just now.
            shows = (LINE.c.root == str(root), LINE.c.state.in_([State.OPEN, State.STANDS]))
            changes = {
                "due": LINE.c.due.bitwise_or(literal(int(Due.REACT))),
                "revision": LINE.c.revision + case((LINE.c.state == State.STANDS, 1), else_=0),
            }
            lanes = await connection.scalars(update(LINE).where(*shows).values(changes).returning(LINE.c.lane))
            return [ChatRef.parse(lane) for lane in set(lanes)]

    async def of(self, root: MessageRef) -> list[Reaction]:
        """All reactions to an original and its copies, the oldest first."""
        chosen = select(REACTION).where(REACTION.c.root == str(root)).order_by(REACTION.c.made, REACTION.c.emoji)
        async with self._db.reading() as connection:
            rows = (await connection.execute(chosen)).all()
        return [Reaction(MessageRef.parse(row.at), row.account, row.emoji, row.name) for row in rows]
