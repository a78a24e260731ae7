"""From what cogs say to what gateways carry: every action becomes a string."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from bot.core.tokens import ActionTokens, Prepared, ToPack
from bot.domain.action import Action
from bot.domain.capabilities import Capabilities
from bot.domain.controls import Button, Control, LinkButton, OpenPrivately, Select
from bot.domain.message import Outgoing
from bot.domain.piece import Choice, Key, LinkKey, ListKey, Piece, PressKey, PrivateKey
from bot.domain.refs import Platform, UserRef

DEEP_LINK = 64
"""Most characters of a :class:`PrivateKey`'s data, the least that any platform carries into a private chat."""


class PiecePacker:
    """Packs actions, all of a message in one go."""

    def __init__(self, tokens: ActionTokens) -> None:
        self._tokens = tokens

    async def piece(self, outgoing: Outgoing, capabilities: Capabilities, platform: Platform) -> Piece:
        """A degraded message, ready for its gateway."""
        wanted = [one for row in outgoing.controls for control in row for one in _actions(control, capabilities)]
        packed = iter(await self._tokens.pack_many(wanted, platform) if wanted else ())
        return Piece(
            text=outgoing.text,
            card=outgoing.card,
            files=outgoing.files,
            keys=tuple(tuple(_key(control, packed) for control in row) for row in outgoing.controls),
            reply_to=outgoing.reply_to,
            speaker=outgoing.speaker,
            mentions=outgoing.mentions,
            silent=outgoing.silent,
        )

    def prepare(self, action: Action, *, only: UserRef | None, limit: int, platform: Platform) -> Prepared:
        """One action for a form, which must open before anything is written; to be kept once it is open."""
        return self._tokens.prepare([ToPack(action, only, limit)], platform)

    async def keep(self, prepared: Prepared) -> None:
        """Keeps what a form's token needs."""
        await self._tokens.keep(prepared)


def _actions(control: Control, capabilities: Capabilities) -> Sequence[ToPack]:
    match control:
        case Button(action=action, only=only):
            return [ToPack(action, only, capabilities.callback)]
        case LinkButton():
            return []
        case OpenPrivately(action=action):
            return [ToPack(action, None, DEEP_LINK)]
        case Select(options=options, only=only):
            return [ToPack(option.action, only, capabilities.callback) for option in options]
        case _:
            assert_never(control)


def _key(control: Control, packed: Iterator[str]) -> Key:
    match control:
        case Button(label=label, style=style):
            return PressKey(label, next(packed), style)
        case LinkButton(label=label, url=url):
            return LinkKey(label, url)
        case OpenPrivately(label=label):
            return PrivateKey(label, next(packed))
        case Select(placeholder=placeholder, options=options):
            return ListKey(
                placeholder,
                tuple(Choice(option.label, next(packed), option.description, option.chosen) for option in options),
            )
        case _:
            assert_never(control)
