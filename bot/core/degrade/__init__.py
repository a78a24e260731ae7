"""Makes what is said fit a chat, and says what was lost. Pure: no I/O, no platform's name."""

from bot.core.degrade.folding import fold
from bot.core.degrade.keys import shorten
from bot.core.degrade.losses import (
    ControlLeftOut,
    ControlsMoved,
    FileLeftOut,
    FileReason,
    LabelShortened,
    ListUnfolded,
    Loss,
    MentionWritten,
    NameInText,
    PictureAsFile,
    ReplyLeftOut,
    StyleLost,
    TextCut,
)
from bot.core.degrade.pieces import Degraded, degrade
from bot.core.degrade.splitting import Measure

__all__ = [
    "ControlLeftOut",
    "ControlsMoved",
    "Degraded",
    "FileLeftOut",
    "FileReason",
    "LabelShortened",
    "ListUnfolded",
    "Loss",
    "Measure",
    "MentionWritten",
    "NameInText",
    "PictureAsFile",
    "ReplyLeftOut",
    "StyleLost",
    "TextCut",
    "degrade",
    "fold",
    "shorten",
]
