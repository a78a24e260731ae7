"""What is told privately about something that waits, or that somebody should mind."""

from collections.abc import Collection

from bot.api import Texts
from bot.domain.author import Account
from bot.domain.controls import Button, ButtonStyle, Control
from bot.domain.message import Card, Outgoing
from bot.domain.refs import MessageRef
from bot.domain.text import RichText, Style
from cogs.spies.actions.safety import AskFreeFiles, FreeFiles, SendAnyway
from cogs.spies.rules.pairs import PairId
from cogs.spies.rules.scams import Scam
from cogs.spies.views.keys import safety_keys

COLOUR = 0xE67E22
LONGEST_QUOTED = 1_000
"""Characters of an opening that moderators are shown."""


def contact_waits(texts: Texts, pair: PairId, name: str, message: MessageRef) -> Outgoing:
    """To who wrote contact data: shall it go?"""
    keys: tuple[Control, ...] = (
        Button(texts.plain("safe-contact-send"), SendAnyway(pair, message, yes=True)),
        Button(texts.plain("safe-contact-keep"), SendAnyway(pair, message, yes=False), ButtonStyle.MAIN),
    )
    return Outgoing(texts("safe-contact", name=name), controls=(keys,), reply_to=message)


def contact_sent(texts: Texts, name: str) -> Outgoing:
    """It goes."""
    return Outgoing(texts("safe-contact-sent", name=name))


def contact_kept(texts: Texts) -> Outgoing:
    """It does not."""
    return Outgoing(texts("safe-contact-kept"))


def change_waits(texts: Texts, name: str) -> Outgoing:
    """To who changed a message: what they put in does not cross like that."""
    return Outgoing(texts("safe-changed", name=name))


def files_wait(texts: Texts, pair: PairId, name: str, message: MessageRef, *, asked: bool) -> Outgoing:
    """To who sent a link or a file: it waits, and what can be done.

    Args:
        texts: theirs.
        pair: the line.
        name: of who will read it.
        message: what waits.
        asked: they have said yes to links and files already, and the other is asked.
    """
    keys: tuple[Control, ...] = () if asked else (Button(texts.plain("safe-files-ask"), AskFreeFiles(pair)),)
    return Outgoing(texts("safe-files", name=name), controls=(keys,) if keys else (), reply_to=message)


def files_asked(texts: Texts, name: str) -> Outgoing:
    """The other is asked."""
    return Outgoing(texts("safe-files-asked", name=name))


def files_wanted(texts: Texts, pair: PairId, name: str) -> Outgoing:
    """To the other: is it all right?"""
    keys: tuple[Control, ...] = (
        Button(texts.plain("safe-files-yes"), FreeFiles(pair, yes=True)),
        Button(texts.plain("safe-files-no"), FreeFiles(pair, yes=False), ButtonStyle.MAIN),
    )
    return Outgoing(texts("safe-files-wanted", name=name), controls=(keys,), silent=False)


def files_free(texts: Texts, name: str) -> Outgoing:
    """All agreed."""
    return Outgoing(texts("safe-files-free", name=name))


def files_later(texts: Texts) -> Outgoing:
    """Not now: they cross on the third day, and who asked is not told."""
    return Outgoing(texts("safe-files-later"))


def scam(texts: Texts, pair: PairId, name: str, kinds: Collection[Scam]) -> Outgoing:
    """To who reads it: mind this."""
    lines = [texts(f"safe-mind-{kind.value}", name=name) for kind in sorted(kinds)]
    return Outgoing(
        RichText.join([*lines, texts("safe-mind")], "\n"), controls=(safety_keys(texts, pair, None),), silent=False
    )


def alike(texts: Texts, words: str, lines: int, author: Account | None) -> Outgoing:
    """To moderators: the same opening on many lines. Who received it is not said."""
    quoted = words if len(words) <= LONGEST_QUOTED else words[: LONGEST_QUOTED - 1] + "…"
    body = RichText.join(
        [
            texts("safe-alike", count=lines, name=author or texts.plain("case-nobody")),
            RichText.of(quoted, Style.QUOTE),
        ],
        "\n",
    )
    return Outgoing(card=Card(texts.plain("safe-alike-title"), body, colour=COLOUR), silent=False)
