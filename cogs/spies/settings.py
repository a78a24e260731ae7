"""What a community settles about its spies."""

from bot.api import ChatSetting, ChoiceSetting, NumberSetting, Toggle, WordsSetting
from cogs.spies.rules.themes import Theme

THEME = ChoiceSetting("theme", Theme.SPY)
OWN_WORD = WordsSetting("own-word", "", longest=30)
"""Their own word for a spy, where the theme is one's own."""

DESK = ChatSetting("desk", closed=True)
"""Where moderators, and nobody else, see reports about lines."""
LOUNGE = ChatSetting("lounge")
"""Where those who showed themselves may open a private thread; none for nowhere."""
MINORS = Toggle("minors", False, warns=True)
"""Lines for those under 18. Turned on after a warning only."""
SAME_GENDER = Toggle("same-gender", False)
"""Offers members to be matched within their own gender."""

LAPSE_DAYS = NumberSetting("lapse-days", 3, least=1, most=30)
REPEAT_WEEKS = NumberSetting("repeat-weeks", 12, least=1, most=104)
ROUND_DAYS = NumberSetting("round-days", 0, least=0, most=90)
"""Days between two rounds; 0 for none."""
ASKS_A_DAY = NumberSetting("asks-a-day", 5, least=1, most=50)
HOLD_FILES = Toggle("hold-files", True)
"""Links and files from a partner wait until the third day, unless both agree."""

WEIGHT_LEVELS = NumberSetting("weight-levels", 10, least=0, most=50)
"""The weights of matching are points, as :class:`cogs.spies.rules.scoring.Weights` tells."""
WEIGHT_HOURS = NumberSetting("weight-hours", 2, least=0, most=10)
WEIGHT_INTERESTS = NumberSetting("weight-interests", 5, least=0, most=20)
WEIGHT_ANSWERS = NumberSetting("weight-answers", 10, least=0, most=50)
WEIGHT_WAITING = NumberSetting("weight-waiting", 10, least=0, most=50)

ALL = (
    THEME,
    OWN_WORD,
    DESK,
    LOUNGE,
    MINORS,
    SAME_GENDER,
    LAPSE_DAYS,
    REPEAT_WEEKS,
    ROUND_DAYS,
    ASKS_A_DAY,
    HOLD_FILES,
    WEIGHT_LEVELS,
    WEIGHT_HOURS,
    WEIGHT_INTERESTS,
    WEIGHT_ANSWERS,
    WEIGHT_WAITING,
)
