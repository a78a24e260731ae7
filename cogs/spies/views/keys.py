"""The two keys that stand wherever a partner's words are shown: each is one tap."""

from bot.api import Texts
from bot.domain.controls import Button, Control
from cogs.spies.actions.safety import Block, BlockAsked, Report, ReportAsked
from cogs.spies.rules.pairs import PairId, ProposalId


def safety_keys(texts: Texts, pair: int, line: int | None) -> tuple[Control, ...]:
    """A row for what is said on a line: 🚩 begins a report, 🚫 blocks at once.

    Args:
        texts: in the reader's language.
        pair: whose line it is.
        line: the message (:data:`bot.api.mirror.LineId`) that the keys stand under, or None for the line as a whole.
    """
    return (
        Button(texts.plain("safe-report"), Report(PairId(pair), line)),
        Button(texts.plain("safe-block"), Block(PairId(pair), line)),
    )


def asked_keys(texts: Texts, proposal: int) -> tuple[Control, ...]:
    """The same row under a question, which shows words of whom it is about."""
    return (
        Button(texts.plain("safe-report"), ReportAsked(ProposalId(proposal))),
        Button(texts.plain("safe-block"), BlockAsked(ProposalId(proposal))),
    )
