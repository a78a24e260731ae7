"""What admins choose about translating."""

from bot.api import ChoiceSetting, Toggle
from cogs.translate.rules.styles import Style

STYLE = ChoiceSetting("style", Style.FITTING, per_place=True)
"""How translations are shown where no style is named when they are switched on."""
INHERIT = Toggle("inherit", True, per_place=True)
"""New threads and topics do as the chat that they were opened in."""
FLAGS = Toggle("flags", True, per_place=True)
CORRECTIONS = Toggle("corrections", True, per_place=True)
SAY = Toggle("say", True, per_place=True)

SETTINGS = (STYLE, INHERIT, FLAGS, CORRECTIONS, SAY)
"""All of them, in the order shown."""
