"""What is said of blocks, to who made them and to nobody else."""

from collections.abc import Sequence

from bot.api import Texts
from bot.domain.action import Action
from bot.domain.controls import Button, Control, Option, Select
from bot.domain.message import Outgoing
from bot.domain.text import Moment, MomentStyle, RichText
from cogs.spies.actions.safety import LiftBlock, Report
from cogs.spies.rules.cases import Block, BlockId
from cogs.spies.rules.pairs import PairId

MOST_LISTED = 25


def whom(texts: Texts, named: Sequence[tuple[Action, str]]) -> Outgoing:
    """Three are on it: who is meant?"""
    keys: tuple[Control, ...] = tuple(Button(name, action) for action, name in named)
    return Outgoing(texts("safe-whom"), controls=(keys,))


def blocked(texts: Texts, name: str, block: BlockId, pair: PairId | None) -> Outgoing:
    """Done; with a way back, and one to the moderators."""
    keys: list[Control] = [Button(texts.plain("safe-undo"), LiftBlock(block))]
    if pair is not None:
        keys.append(Button(texts.plain("safe-report"), Report(pair)))
    return Outgoing(texts("safe-blocked", name=name), controls=(tuple(keys),))


def lifted(texts: Texts, name: str) -> Outgoing:
    """Taken back."""
    return Outgoing(texts("safe-lifted", name=name or texts.plain("safe-unnamed")))


def listed(texts: Texts, blocks: Sequence[Block]) -> Outgoing:
    """Whom somebody blocked. No account is shown that was never shown."""
    if not blocks:
        return Outgoing(texts("safe-nobody"))
    lines = [texts("safe-list")]
    options: list[Option] = []
    for block in blocks[:MOST_LISTED]:
        name = block.codename or texts.plain("safe-unnamed")
        day = Moment(block.made, MomentStyle.DATE, f"{block.made:%Y-%m-%d}")
        lines.append(texts("safe-entry", name=name, day=RichText((day,))))
        options.append(Option(f"{name}, {block.made:%Y-%m-%d}", LiftBlock(block.id)))
    pick = Select(texts.plain("safe-lift"), tuple(options))
    return Outgoing(RichText.join(lines, "\n"), controls=((pick,),))
