"""Puts waiting messages together, so that flood control holds up as few as possible."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core.degrade.room import Room
from bot.core.degrade.shown import blank
from bot.core.degrade.splitting import Measure
from bot.domain.capabilities import Capabilities
from bot.domain.message import Outgoing
from bot.domain.text import RichText


def fold(
    outgoings: Sequence[Outgoing], capabilities: Capabilities | None = None, measure: Measure | None = None
) -> list[Outgoing]:
    """Neighbouring plain messages for one chat in as few as hold them, parted by an empty line; their order stays.

    Only texts are put together: without a card, files, controls or an answered message, for the same audience, by the
    same speaker, with the same lifetime and the same sound.

    Args:
        outgoings: what waits, in order.
        capabilities: the chat's, so that no message grows too long for it; None for any length.
        measure: a text's length once rendered, see :func:`bot.core.degrade.degrade`.
    """
    room = Room.of(capabilities, measure) if capabilities is not None else None
    folded: list[Outgoing] = []
    for outgoing in outgoings:
        if folded and _alike(folded[-1], outgoing):
            both = _joined(folded[-1], outgoing)
            if room is None or room.holds(both.text, room.capabilities.text):
                folded[-1] = both
                continue
        folded.append(outgoing)
    return folded


def _plain(outgoing: Outgoing) -> bool:
    extras = outgoing.card or outgoing.files or outgoing.controls or outgoing.reply_to
    return not extras and not blank(outgoing.text)


def _alike(one: Outgoing, other: Outgoing) -> bool:
    return (
        _plain(one)
        and _plain(other)
        and (one.audience, one.speaker, one.silent, one.lifetime)
        == (other.audience, other.speaker, other.silent, other.lifetime)
    )


def _joined(one: Outgoing, other: Outgoing) -> Outgoing:
    return replace(
        one,
        text=RichText.join([one.text, other.text], "\n\n"),
        mentions=tuple(dict.fromkeys((*one.mentions, *other.mentions))),
    )
